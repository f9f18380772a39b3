"""The entries of a glossary: the terms of all chapters, equal ones merged, sorted for the language of the book."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ebook.binding.glossary.sorting import sort_key
from ebook.markup import (
    squash,
)
from ebook.model import Term


@dataclass(slots=True)
class Entry:
    """One line of the glossary while the book is bound."""

    term: str
    kind: str
    meanings: list[Term] = field(default_factory=list)
    id: str = ""
    uses: list[tuple[str, str, str, str]] = field(default_factory=list)
    """(href, term as used, title of the chapter, language of the chapter)."""
    also: tuple[str, ...] = ()
    """Other forms of the term that lead here, as an editor names them."""
    see: tuple[str, ...] = ()
    """Terms of other entries that an editor points to."""

    @property
    def forms(self) -> tuple[str, ...]:
        """The term and its other forms, the longest first: a link goes on the whole of a word."""
        return tuple(sorted((self.term, *self.also), key=len, reverse=True))


def merge(found: Sequence[Term], language: str) -> list[Entry]:
    """Entries from the terms of all chapters, equal ones merged, sorted for the language of the book."""
    entries: dict[str, Entry] = {}
    for term in found:
        key = term.term if term.kind == "abbreviation" else term.term.casefold()
        entry = entries.setdefault(key, Entry(term=term.term, kind=term.kind))
        known = [m.meaning.casefold().rstrip(".") for m in entry.meanings]
        meaning = squash(term.meaning).casefold().rstrip(".")
        if meaning not in known:
            entry.meanings.append(term)
        else:
            same = entry.meanings[known.index(meaning)]
            entry.meanings[known.index(meaning)] = replace(
                same,
                pronunciation=same.pronunciation or term.pronunciation,
                respelling=same.respelling or term.respelling,
                inputs=tuple(dict.fromkeys((*same.inputs, *term.inputs))),
            )
    ordered = sorted(entries.values(), key=lambda e: (sort_key(e.term, language), e.term))
    taken: set[str] = set()
    for entry in ordered:
        slug = re.sub(
            r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", entry.term.lower()).encode("ascii", "ignore").decode()
        ).strip("-")
        name = f"term-{slug}" if slug else f"term-{len(taken) + 1}"
        while name in taken:
            name += "-2"
        taken.add(name)
        entry.id = name
    return ordered
