"""The entries of a glossary while the book is bound."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from ebook.binding.glossary.sorting import sort_key
from ebook.model import Term

WHOLE = -1
"""Stands for all meanings of an entry, where a use does not say which."""


@dataclass(frozen=True, slots=True)
class Use:
    """A place in the text that links to an entry, and that the entry links back to."""

    href: str
    text: str
    """The term as it is used there."""
    title: str
    """Of the chapter."""
    language: str
    mark: str = ""
    """The id of the marked term that the link stands around, if any."""
    meaning: int = WHOLE
    """Which meaning of the entry; `WHOLE` where the chapter does not say."""

    @property
    def document(self) -> str:
        return self.href.partition("#")[0]


@dataclass(slots=True)
class Entry:
    """One line of the glossary: a term with all it means."""

    term: str
    kind: str
    meanings: list[Term] = field(default_factory=list)
    id: str = ""
    uses: list[Use] = field(default_factory=list)
    forms: set[str] = field(default_factory=set)
    """Spellings of the term in the articles: what is looked for in the text."""
    used_forms: set[str] = field(default_factory=set)
    """Spellings that were found there, inflected ones too."""
    related: list[Entry] = field(default_factory=list, repr=False)
    """Entries that this one names, or that name the same thing."""
    see: tuple[str, ...] = ()
    """Terms that an editor points to."""
    expanded: dict[int, Entry] = field(default_factory=dict, repr=False)
    """Meaning to the entry that defines it: what the expansion of a short form means."""

    def target(self, meaning: int) -> str:
        """The id of a meaning; where there is only one, that of the term."""
        return self.id if meaning == WHOLE or len(self.meanings) == 1 else f"{self.id}-{meaning + 1}"

    def meaning_in(self, document: str) -> int:
        """The meaning that a document gives the term, where it gives just one."""
        if len(self.meanings) == 1:
            return 0
        given = [n for n, m in enumerate(self.meanings) if document in m.articles]
        return given[0] if len(given) == 1 else WHOLE


def arrange(entries: Iterable[Entry], language: str) -> list[Entry]:
    """The entries in the order of the language, each with an id of its own."""
    ordered = sorted(entries, key=lambda e: (sort_key(e.term, language), e.kind))
    taken: set[str] = set()
    for entry in ordered:
        plain = unicodedata.normalize("NFKD", entry.term.lower()).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
        name = f"term-{slug}" if slug else f"term-{len(taken) + 1}"
        while name in taken or any(f"{name}-{n}" in taken for n in range(1, len(entry.meanings) + 1)):
            name += "x"
        taken.update({name, *(f"{name}-{n}" for n in range(1, len(entry.meanings) + 1))})
        entry.id = name
    return ordered
