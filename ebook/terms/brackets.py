"""Abbreviations explained by brackets: "long form (SHORT)" and "SHORT (long form)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ebook.terms.alignment import fold
from ebook.terms.found import Found, found
from ebook.terms.introductions import TOLD
from ebook.terms.longforms import INITIALS, is_used_again, long_around, long_before, long_before_word, long_inside
from ebook.terms.scripts import name_before
from ebook.terms.shortforms import base, is_short_form, names_a_seat, parts

_ROUND = re.compile(r"\(([^()]{1,160})\)|（([^（）]{2,60})）")
_SQUARE = re.compile(r"\[([^\[\]]{1,80})\]")
_NESTED = re.compile(r"\(((?:\w{2,6} )?[\w.-]{1,10}\(\w{1,6}\))(?=[),;])")
"""A short form that has a bracket of its own ("(V(T))")."""
_WORD = re.compile(r"[^\s()\[\]]+")
_HEAD = re.compile(r"[;,:]\s|\s(?:or|ou|oder|o|eller|and|et|und|y|og|/)\s|\s?[/]\s?(?=[A-Z]{2})")
"""What ends the short form in a bracket that holds more."""
_NUMBERED = re.compile(r"\s*(?:(?:nr|n[o°º]|No|Nº|Nr|num|núm)\b\.?|№)\s*[\d\[(]|\s*\d{2,}/")
"""A number behind a bracket: what is in it is part of the name of a law or a paper."""
_DASHES = ("-", "–", "—")
_CODE = re.compile(r"[={}\\]|^\s*[\"']|[\"']\s*$|\w\(|::|_\w")
"""What stands in the brackets of a program's call."""
_ELIDED = re.compile(r"^(?:[ldLD]|qu|Qu|dell|dall|all|nell|sull)['’](?=\w)")
_LAST = re.compile(r"[,;]\s+([^\W_][\w&./-]{1,9})\s*$")
"""A short form at the end of a bracket that has its long form in it ("(blood-brain barrier, BBB)")."""
_OTHERS = re.compile(r"\([A-Z][A-Z0-9]{0,5}\)")
"""Other short forms in brackets: the text explains several."""
_LAST_WORD = re.compile(r"(?<![\w-])(\w{4,})\s*$")
_STEM = re.compile(r"[A-Z]{2,}-(?=\d+$)")
_SIBLING = re.compile(r"(?:,| and| or| et| und| y) ([A-Z]{2,}-\d+)(?=[),;])")
_QUOTES = " \t\n\"'“”‘’«»„<>*"
_YEAR = re.compile(r"\d{4}")
BENT = 0.7
"""An alignment that costs more gives way to one that goes on behind the bracket."""
ONE_LETTER = 0.76
"""How often one letter for one word is right."""
LESS_INSIDE, LESS_WORD = 0.05, 0.03
"""How much less sure a long form in a bracket is, and one that shares its last word."""


def in_brackets(text: str, language: str) -> Iterator[Found]:
    """What the brackets of a text explain, inner ones first."""
    for match in _NESTED.finditer(text):
        if (one := _before(text, match.start(), match[1], match.start(1), language)) is not None:
            yield one
    for brackets in (_ROUND, _SQUARE) if "[" in text else (_ROUND,):
        for match in brackets.finditer(text):
            if (one := _in_bracket(text, match.start(), match[0][1:-1], language)) is not None:
                yield one
                yield from _siblings(text, one)


def _siblings(text: str, one: Found) -> Iterator[Found]:
    """A second short form of the same letters in the same bracket ("partial least squares (PLS-1 and PLS-2)")."""
    stem = _STEM.match(one.term)
    other = _SIBLING.match(text, one.end) if stem else None
    if stem and other and other[1].startswith(stem[0]) and other[1] != one.term:
        yield replace(one, term=other[1], start=other.start(1), end=other.end(1))


def _in_bracket(text: str, opened: int, inside: str, language: str) -> Found | None:
    start = opened + 1
    if _NUMBERED.match(text, start + len(inside) + 1) or text[max(0, opened - 2) : opened].strip() in _DASHES:
        return None
    told = TOLD.match(inside)
    skip = told.end() if told else 0
    rest = inside[skip:]
    for head in _heads(rest):
        trimmed = head.rstrip(".") if head.count(".") == 1 else head
        if (one := _before(text, opened, trimmed, start + skip, language)) is not None:
            return one
    return _both_inside(text, opened, inside, language) or _behind(text, opened, inside, rest, language)


def _heads(rest: str) -> list[str]:
    """What may be the short form in a bracket: what stands before the first stop in it, and the whole."""
    cut = _HEAD.search(rest)
    if cut is None:
        return [rest.strip(_QUOTES)]
    head = rest[: cut.start()].strip(_QUOTES)
    heads = [] if head.islower() else [head]
    return [*heads, rest.strip(_QUOTES)] if cut[0].strip() == "/" else heads


def _both_inside(text: str, opened: int, inside: str, language: str) -> Found | None:
    """A bracket with a short form at its end: its long form stands in the bracket too, or before it."""
    last = _LAST.search(inside)
    if last is None or not is_short_form(last[1]):
        return None
    at = opened + 1 + last.start(1)
    long = long_inside(inside[: last.start()], last[1], language)
    if long and long.cost <= INITIALS:
        return found(last[1], long, at, LESS_INSIDE)
    return _before(text, opened, last[1], at, language) if last[0][0] == ";" else None


def _behind(text: str, opened: int, inside: str, rest: str, language: str) -> Found | None:
    """A short form right before a bracket with what the bracket says as its long form."""
    before = _WORD.findall(text[max(0, opened - 40) : opened])
    short = _ELIDED.sub("", before[-1].strip(_QUOTES + ",;:")) if before else ""
    if not is_short_form(short) or _CODE.search(inside) or (_YEAR.search(inside) and not any(map(str.isdigit, short))):
        return None
    for piece in dict.fromkeys((re.split(r"[;:]\s", rest)[0], re.split(r"[,;:]\s", rest)[0])):
        long = long_inside(piece, short, language)
        if long and short.islower() and (long.cost > INITIALS or not any(map(str.isspace, long.text))):
            return None  # a word with another word in brackets
        if long:
            return found(short, long, text.rindex(short, 0, opened), LESS_INSIDE)
    return None


def _before(text: str, opened: int, short: str, start: int, language: str) -> Found | None:
    """A short form in a bracket with the words before the bracket as its long form."""
    if (short.islower() and text[opened - 1 : opened].isalnum()) or names_a_seat(short):
        return None
    if is_short_form(short):
        term = base(short, language)
        at = text.index(short, start)
        long = long_before(text, opened, term, language)
        if long is None or long.translated or long.cost > BENT:
            if around := long_around(text, opened, at + len(short), term, language):
                return found(term, around, at, LESS_WORD)
        long = long or name_before(text, opened, term, language)
        if long:
            return found(term, long, at)
    if two := parts(short):
        if long := long_before_word(text, opened, *two, language):
            return found(short, long, text.index(short, start), LESS_WORD)
    if len(short) == 1 and short.isalpha() and short.isupper() and short not in "AI":
        return _of_one_letter(text, opened, short, start)
    return None


def _of_one_letter(text: str, opened: int, short: str, start: int) -> Found | None:
    """One letter for one word with a small initial, where the text uses the letter again, or explains several."""
    word = _LAST_WORD.search(text, max(0, opened - 40), opened)
    if word is None or fold(word[1][0]) != fold(short) or not word[1].islower():
        return None
    if not is_used_again(text, short, opened) and not _OTHERS.search(text[max(0, opened - 60) : opened]):
        return None
    at = text.index(short, start)
    return Found(term=short, meaning=word[1], start=at, end=at + 1, score=ONE_LETTER)
