"""A place in a sentence where a term may be defined."""

from __future__ import annotations

from dataclasses import dataclass


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
