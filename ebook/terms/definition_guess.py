"""A place in a sentence where a term may be defined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ebook.terms.definition_meanings import head_of
from ebook.terms.definition_phrases import QUOTES
from ebook.terms.definition_words import PRAISING


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A term with its meaning and the signs that speak for and against it; places are in the sentence."""

    term: str
    meaning: str
    start: int
    end: int
    signs: tuple[str, ...]
    opens: bool = False
    """Whether the term opens its sentence, so that its capital says nothing."""


_SUBORDINATE = re.compile(r"(?:Since|Because|As|While|Although|Whereas)\s(?:an?\s|the\s)?$")
"""What opens a clause whose end is a comma."""
_OPENING = re.compile(r"(?:The|An?|Any|When|If|Where|How|Those|One|Something|Someone|Anything)\s")
"""A word that is written with a capital for opening its sentence alone."""
_ARTICLE = re.compile(r"(?:an?|the|any)\s", re.I)
_LABEL = re.compile(
    r"(?:listing|figure|fig|table|step|chapter|example|option|part|section|appendix|phase|day|week|tip|lesson|unit|no)\b"
    r"\.?\s*(?:\d|[ivx]+\b)|.*[:=]",
    re.I,
)
"""A number or a sign of a list, which names no thing."""
_EMPTY_MEANING = re.compile(
    r"(?:something|anything|what)\s+(?:that|which|of|in|where|who|we|you|they)\b|one\s+(?:few|of)\b|one\s+(?:in\s+which|where|that)\s+(?:it|they|he|she)\b|an?\s+must|https?:|"
    r"(?:the|a)\s+(?:selling\s+point|reason|problem|trick|secret|answer|goal|aim|point|catch|downside|upside|benefit|"
    r"advantage|disadvantage|challenge|difference|question|truth|fact|absence|opposite\s+of\s+what|kind\s+of\s+thing)\b",
    re.I,
)
"""What such words begin says something of a thing and does not explain it."""


def made(sentence: str, start: int, end: int, meaning: str, signs: list[str]) -> Iterator[Guess]:
    """A guess, if its term and its meaning can be printed."""
    term = sentence[start:end]
    meaning = meaning.strip()
    if (
        any(q in term for q in '“”"')
        or meaning.count("“") != meaning.count("”")
        or meaning.count("(") != meaning.count(")")
    ):
        return
    if _SUBORDINATE.match(sentence[:start]):
        meaning = meaning.split(", ")[0]
    if (
        not (2 if "short gloss" in signs else 3) <= len(meaning.split()) <= 60
        or len(term) > 60
        or term.casefold() == meaning.casefold()
    ):
        return
    if " " not in term and term.lower() == head_of(_ARTICLE.sub("", meaning).split()):  # a skill that …
        return
    if _LABEL.match(term) or _EMPTY_MEANING.match(meaning):
        return
    if meaning.startswith(("one ", "ones ")) and ("apposition" in signs or "dash" in signs):
        return
    if "short" in signs and "genus" in signs and {"named", "which is", "or"} & {*signs}:
        signs = ["brief" if sign == "short" else sign for sign in signs]
    if "telling" in signs and {"verb", "stated"} & {*signs}:  # "still" in what a word means tells no story
        signs = ["looking back" if sign == "telling" else sign for sign in signs]
    if term.split()[0].lower() in PRAISING:
        signs = [*signs, "praising"]
    opens = not sentence[:start].strip(QUOTES + " ")
    if _OPENING.match(meaning):
        meaning = meaning[0].lower() + meaning[1:]
    yield Guess(term=term, meaning=meaning, start=start, end=end, signs=tuple(signs), opens=opens)
