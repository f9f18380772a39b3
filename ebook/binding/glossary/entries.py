"""The entries of a glossary while the book is bound."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from ebook.binding.glossary.sorting import sort_key
from ebook.model import Term

WHOLE = -1
"""Stands for all meanings of an entry, where a use does not say which."""
_NUMBERED = re.compile(r"-\d+$")


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
    pointed: dict[int, list[Entry]] = field(default_factory=dict, repr=False)
    """Meaning to the entries that an editor points to from it alone; they are not among the `related` ones."""
    spelt: dict[str, set[str]] = field(default_factory=dict)
    """What articles themselves write out where they give a short form, sure or not, by document."""
    see: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """Terms that an editor points to, by the meaning that they belong to, or `WHOLE`."""
    otherwise: int = WHOLE
    """The meaning that an editor states for all articles but those that give one of their own."""
    barred: set[str] = field(default_factory=set)
    """Documents in which an editor forbids the term, though it is in the glossary for others."""
    expanded: dict[int, Entry] = field(default_factory=dict, repr=False)
    """Meaning to the entry that defines it: what the expansion of a short form means."""

    @property
    def language(self) -> str:
        """Of the term: that of all its meanings, where they have but one."""
        return common_language(m.language for m in self.meanings)

    def target(self, meaning: int) -> str:
        """The id of a meaning; where there is only one, that of the term."""
        return self.id if meaning == WHOLE or len(self.meanings) == 1 else f"{self.id}-{meaning + 1}"

    def holds_in(self, document: str) -> bool:
        """Whether the entry explains anything in a document: what an editor wrote for other articles does not."""
        return document not in self.barred and any(_holds(m, document) for m in self.meanings)

    def meaning_in(self, document: str) -> int:
        """The meaning that a document gives the term, where it gives just one, or that an editor states for all."""
        held = [n for n, m in enumerate(self.meanings) if _holds(m, document)]
        if len(held) == 1:
            return held[0]
        given = [n for n in held if document in self.meanings[n].articles]
        if not given:
            return self.otherwise
        return given[0] if len(given) == 1 else WHOLE


def _holds(meaning: Term, document: str) -> bool:
    return not meaning.is_local or document in meaning.articles


def common_language(tags: Iterable[str]) -> str:
    """The language that all tags are of; nothing where they are of several, or of none that is known."""
    stated = set(tags)
    languages = {tag.split("-")[0].lower() for tag in stated}
    if len(languages) != 1:
        return ""
    return stated.pop() if len(stated) == 1 else languages.pop()


def arrange(entries: Iterable[Entry], language: str) -> list[Entry]:
    """The entries in the order of the language, each with an id of its own."""
    ordered = sorted(entries, key=lambda e: (sort_key(e.term, language), e.kind))
    taken: set[str] = set()
    for entry in sorted(ordered, key=lambda e: e.kind):  # "IT" before "it", whichever is sorted first
        name = _name(entry, language)
        while name in taken:
            name = f"{name}-{_hash(name + entry.kind)}"
        taken.add(name)
        entry.id = name
    return ordered


def _name(entry: Entry, language: str) -> str:
    """An id that depends on the term alone, so that links from outside outlive new entries.

    Where its letters do not say all of it ("C++", "流量", "Mb"), or end as those of meanings do ("term-c-2"), a hash
    does.
    """
    is_short = entry.kind == "abbreviation"
    own = entry.term if is_short else entry.term.casefold()
    spoken = entry.meanings[0].language.split("-")[0] if entry.meanings and not is_short else ""
    if spoken and spoken != language.split("-")[0]:
        own = f"{own}\0{spoken}"
    plain = unicodedata.normalize("NFKD", entry.term.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    said = slug.upper() if is_short else slug
    if slug and said == re.sub(r"[\s-]+", "-", own) and not _NUMBERED.search(slug):
        return f"term-{slug}"
    return f"term-{slug}-{_hash(own)}" if slug else f"term-{_hash(own)}"


def _hash(text: str) -> str:
    return hashlib.blake2s(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
