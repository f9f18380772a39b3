"""Who made a picture: credits that stand alone, and those at the end of other words."""

from __future__ import annotations

import re

from ebook.alternatives.tables import AGENCIES, AGENCY_WORDS, ARTICLES, CREDITS, NAME_JOINS, OWNERS, STOCK_SITES
from ebook.alternatives.wording import words_of

_CREDIT = re.compile(rf"[\W_]*(?:{CREDITS})(?:\s*(?:by|par)\b|\s*[:：/©|]|\s+(?=©))\s*(?P<who>.+)", re.I)
_COURTESY = re.compile(r"[\W_]*(?:(?:photos?|images?|pictures?) )?(?:courtesy(?: of)?|via)\s+(?P<who>.+)", re.I)
_OWNED = re.compile(r"[\W_]*(?:©|\(c\)|copyright)\s*(?P<who>.+)", re.I)
_TRAILING_CREDIT = re.compile(
    rf"[\s(\[|/·,.–—-]{{1,6}}(?:{CREDITS})\s*(?:(?:by|von|par)\b|[:：/©|]|courtesy|(?=\S+/)).*$|\s*[©|].*$", re.I
)
_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{2,120})[)\]）]\W*$")


def is_credit(words: str) -> bool:
    """Names after a word such as "photo:", or agencies alone; a word of a sentence among them is a description."""
    inner = words.strip("()[] ")
    found = _CREDIT.fullmatch(inner) or _OWNED.fullmatch(inner) or _COURTESY.fullmatch(inner)
    if found is None:
        return _names_owner(words_of(words)) or _is_signed(inner)
    names = re.findall(r"[^\W\d_][\w.'’-]*", found["who"])
    if len(names) > 8 or any(n[0].islower() and not _may_be_small(n) for n in names):
        return False
    shown = len(names) >= 3 and names[0].casefold() in ARTICLES  # "Foto: Die Alte Brücke" shows it, "Die Zeit" owns it
    return not shown and (len(names) <= 4 or names_agency(found["who"]))


def _may_be_small(name: str) -> bool:
    return name in NAME_JOINS or name in OWNERS or name in AGENCIES


def _names_owner(named: list[str]) -> bool:
    """Shops of pictures, agencies beside other words of credits, or a word in the place of a name."""
    if len(named) == 1:
        return named[0] in STOCK_SITES or named[0] in OWNERS
    return bool(named) and all(word in AGENCIES or word in AGENCY_WORDS for word in named)


def _is_signed(text: str) -> bool:
    """An agency and a person on both sides of a stroke, and nothing else: Reuters/Ann Lee."""
    sides = re.split(r"\s?/\s?", text)
    names = [words_of(side) for side in sides]
    if len(sides) != 2 or not all(0 < len(name) <= 4 for name in names):
        return False
    agency = [all(w in AGENCIES or w in AGENCY_WORDS for w in name) and not set(name) <= _LOOSE for name in names]
    others = [side for side, known in zip(sides, agency, strict=True) if not known]
    return any(agency) and all(word[0].isupper() or word in NAME_JOINS for side in others for word in side.split())


_LOOSE = frozenset("images image press picture photo photos foto file archive stock all rights reserved".split())
"""Words of agencies' names that name no agency without another."""


def uncredited(text: str) -> str:
    """A text without the credit at its end."""
    shorter = _TRAILING_CREDIT.sub("", text)
    bracket = _BRACKETS.search(shorter)
    if bracket and (names_agency(bracket[1]) or is_credit(bracket[1])):
        shorter = shorter[: bracket.start()]
    named = shorter.split()
    while len(named) > 1 and _is_agency(named[-1]):
        named.pop()
    return " ".join(named) if len(named) > 1 or not shorter.strip() else shorter


def names_agency(text: str) -> bool:
    """An agency, or names on both sides of a stroke: the studio and the person."""
    names = re.split(r"\s*[/|]\s*", text)
    pair = len(names) == 2 and all(
        name and all(w[0].isupper() or w in NAME_JOINS for w in name.split()) for name in names
    )
    return pair or any(word in AGENCIES for word in words_of(text))


def _is_agency(word: str) -> bool:
    return word.strip(",.()").casefold() in (*AGENCIES, "images", "ap")
