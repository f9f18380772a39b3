"""Finds abbreviations with their expansions in running text.

Candidates are told by how authors write them (`brackets`, `equations`, `appositions`); whether the words are the long
form is weighed in `alignment`.
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.terms.appositions import in_words
from ebook.terms.brackets import in_brackets
from ebook.terms.equations import equations
from ebook.terms.found import Found
from ebook.terms.introductions import ACRONYM, LINE, SIGNS

_BRACKETS = ("(", "[", "（", "=")


def find_abbreviations(text: str, language: str = "en") -> list[Found]:
    """The abbreviations a text explains, in order, each short form once; `language` is a BCP 47 tag."""
    found: dict[str, Found] = {}
    for candidate in sorted(_candidates(text, language), key=lambda f: f.start):
        found.setdefault(candidate.term, candidate)
    return list(found.values())


def may_explain(text: str) -> bool:
    """Whether a text has anything that explains an abbreviation; nearly all paragraphs have not."""
    return any(sign in text for sign in (*_BRACKETS, *SIGNS)) or bool(ACRONYM.search(text) or LINE.search(text))


def _candidates(text: str, language: str) -> Iterator[Found]:
    yield from in_brackets(text, language)
    if "=" in text:
        yield from equations(text, language)
    yield from in_words(text, language)
