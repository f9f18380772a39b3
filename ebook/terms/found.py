"""What is found in a text: a short form, its expansion, its place, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from ebook.terms.longforms import Long, allowed

CERTAIN, DOUBTED = 0.975, 0.1
"""How often an expansion is right whose words give every letter, and how much less often the costliest one."""
TRANSLATED = 0.8
"""The same for one that only its nouns tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An abbreviation in a text with its expansion and where the short form stands."""

    term: str
    meaning: str
    start: int
    end: int
    score: float
    """The share of such findings that is right, 0 to 1."""


def found(short: str, long: Long, start: int, less: float = 0.0) -> Found:
    """A short form at a place with its long form; `less`: how much less sure the way of writing is than brackets."""
    score = TRANSLATED if long.translated else CERTAIN - DOUBTED * long.cost / max(allowed(long.letters), 0.1) - less
    meaning = " ".join(long.text.split())
    return Found(term=short, meaning=meaning, start=start, end=start + len(short), score=round(score, 3))
