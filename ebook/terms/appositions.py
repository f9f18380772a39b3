"""Abbreviations explained in words: "known as", "or", between commas or dashes, or on a line of their own."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.terms.found import Found, found
from ebook.terms.introductions import ACRONYM, AHEAD, APPOSED, DASHES, INTRODUCED, LINE, OR, ORS, SIGNS
from ebook.terms.longforms import INITIALS, long_before, long_inside
from ebook.terms.shortforms import is_short_form

WITHIN = 12
"""Characters before a short form in which it is introduced."""
BEFORE_SIGN, BEHIND_SIGN = 36, 40
"""Characters around the words of an introduction that belong to it."""
LESS_TOLD, LESS_APPOSED = 0.08, 0.12
"""How much less sure than brackets these are."""


def in_words(text: str, language: str) -> Iterator[Found]:
    """What the words of a text explain without brackets. Between commas every letter must begin a word."""
    for sign in SIGNS:
        at = text.find(sign)
        while at >= 0:
            if match := INTRODUCED.search(text, max(0, at - BEFORE_SIGN), at + len(sign) + BEHIND_SIGN):
                yield from _before(text, match.start(), match[1], match.start(1), language, LESS_TOLD)
            at = text.find(sign, at + 1)
    for match in ACRONYM.finditer(text):
        yield from _apposed(text, match[0], match.start(), language)
    for match in LINE.finditer(text):
        yield from _behind(match[1], match[2], match.start(1), language)


def _apposed(text: str, short: str, start: int, language: str) -> Iterator[Found]:
    """A short form without brackets with its long form right before or behind it."""
    before, end = text[max(0, start - WITHIN) : start], start + len(short)
    behind = text[end : end + 2]
    if before.endswith(ORS) and (other := OR.search(before)):
        long_end = start - len(before) + other.start()
        yield from _before(text, long_end, short, start, language, LESS_TOLD, INITIALS)
    elif len(short) > 2 and (behind[:1] in ",;)" or behind in DASHES) and (opening := APPOSED.search(before)):
        long_end = start - len(before) + opening.start()
        yield from _before(text, long_end, short, start, language, LESS_APPOSED, INITIALS)
    if (behind[:1] == "," or behind in DASHES) and (ahead := AHEAD.match(text, end)):
        yield from _behind(short, ahead[1], start, language)


def _behind(short: str, inside: str, start: int, language: str) -> Iterator[Found]:
    if _is_acronym(short) and (long := long_inside(inside, short, language)) and long.cost <= INITIALS:
        yield found(short, long, start, LESS_APPOSED)


def _before(
    text: str, end: int, short: str, start: int, language: str, less: float, most: float = 99.0
) -> Iterator[Found]:
    short = short.rstrip(".,'’-/")
    if _is_acronym(short):
        long = long_before(text, end, short, language)
        if long and long.cost <= most and not (long.translated and most < 99):
            yield found(short, long, start, less)


def _is_acronym(short: str) -> bool:
    return is_short_form(short) and sum(c.isupper() for c in short) >= 2
