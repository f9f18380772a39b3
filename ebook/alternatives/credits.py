"""Who made a picture: credits that stand alone, and those at the end of other words."""

from __future__ import annotations

import re

from ebook.alternatives.tables import AGENCIES, AGENCY_WORDS, ARTICLES, CREDITS, NAME_JOINS
from ebook.alternatives.wording import words_of

_CREDIT = re.compile(rf"[\W_]*(?:{CREDITS})(?:\s*(?:by|par)\b|\s*[:：/©|]|\s+(?=©))\s*(?P<who>.+)", re.I)
_OWNED = re.compile(r"[\W_]*(?:©|\(c\)|copyright)\s*(?P<who>.+)", re.I)
_TRAILING_CREDIT = re.compile(
    rf"[\s(\[|/·,.–—-]{{1,6}}(?:{CREDITS})\s*(?:(?:by|von|par)\b|[:：/©|]|courtesy|(?=\S+/)).*$|\s*[©|].*$", re.I
)
_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{2,120})[)\]）]\W*$")


def is_credit(words: str) -> bool:
    """Names after a word such as "photo:", or agencies alone; a word of a sentence among them is a description."""
    inner = words.strip("()[] ")
    found = _CREDIT.fullmatch(inner) or _OWNED.fullmatch(inner)
    if found is None:
        named = words_of(words)
        return len(named) > 1 and all(word in AGENCIES or word in AGENCY_WORDS for word in named)
    names = re.findall(r"[^\W\d_][\w.'’-]*", found["who"])
    if len(names) > 8 or any(n[0].islower() and n not in NAME_JOINS for n in names):
        return False
    shown = len(names) >= 3 and names[0].casefold() in ARTICLES  # "Foto: Die Alte Brücke" shows it, "Die Zeit" owns it
    return not shown and (len(names) <= 4 or names_agency(found["who"]))


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
