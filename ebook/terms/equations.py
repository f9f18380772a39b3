"""Lists of abbreviations in running text: "GDP = gross domestic product; CPI = consumer price index"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.terms.alignment import costs, letters_of, units_of
from ebook.terms.found import Found
from ebook.terms.longforms import allowed
from ebook.terms.shortforms import is_short_form

_SIGN = re.compile(r"\s?={1}\s?(?![=>])")
_BEFORE = re.compile(r"(?:^|[\s(\[;,:.|•*])([^\W_][\w&./'’+-]{0,13}(?: [\w&./-]{1,4})?)\s*$")
_STOP = re.compile(
    r"[;|\n\t*?=()\[\]•]|\s{2,}|\.\s|\.$|\s[–—-]{1,2}\s|[,\s]\s*(?:(?:and|et|y|und|e|og)\s)?(?=[^\W_][\w&./'’+,-]{0,13}\s?=)"
)
_FORMULA = re.compile(r"[+*/^<>≤≥×÷√∑∫%$€£]|\d[.,]\d|\b\d+\b\s*$|^\W*\d|\b[a-z]\b.*\b[a-z]\b|[\\{}_]")
LIST = 3
"""So many signs make a list."""
UNSAID = 45
"""Characters of a long form that its letters do not vouch for."""
_LONGEST = 160
_EDGES = " \t\n,.:–—-\"“”'‘’«»<>*"


def equations(text: str, language: str) -> Iterator[Found]:
    """Short forms with what an equals sign says that they stand for.

    Where the letters do not say it, a list of several such signs does.
    """
    signs = list(_found(text, language))
    for short, long, at in signs:
        letters = letters_of(short)
        if costs(units_of(long, language), letters)[0] <= allowed(len(letters)) + 0.8:
            yield Found(term=short, meaning=long, start=at, end=at + len(short), score=0.92)
        elif len(signs) >= LIST and sum(c.isupper() for c in short) >= 2 and len(long) <= UNSAID:
            yield Found(term=short, meaning=long, start=at, end=at + len(short), score=0.77)


def _found(text: str, language: str) -> Iterator[tuple[str, str, int]]:
    for sign in _SIGN.finditer(text):
        before = _BEFORE.search(text, max(0, sign.start() - 24), sign.start())
        if before is None:
            continue
        short = before[1].strip(" .")
        first, _, last = short.rpartition(" ")
        if first and not last.isdigit():
            short = last
        if not is_short_form(short) or not any(c.isupper() for c in short):
            continue
        rest = text[sign.end() : sign.end() + _LONGEST]
        stop = _STOP.search(rest)
        long = (rest[: stop.start()] if stop else rest).strip(_EDGES)
        if stop is None and len(rest) == _LONGEST:
            continue
        long = _cut(long, short, language)
        if long and _explains(long, short):
            yield short, " ".join(long.split()), text.rindex(short, 0, sign.start())


def _cut(long: str, short: str, language: str) -> str:
    """The long form without what is said of it: up to a comma or a word where all letters are given already."""
    letters = letters_of(short)
    before = long.split(", ")[0]
    if before != long:
        units = units_of(before, language)
        if units and costs(units, letters)[0] <= allowed(len(letters)):
            long = before
    words = units_of(long, language)
    given = 0
    for number, word in enumerate(words):
        if given == len(letters):
            return long[: words[number - 1].end].strip(_EDGES)
        if word.small:
            continue
        if word.folded[:1] != letters[given]:
            break
        given += 1
    return long


def _explains(long: str, short: str) -> bool:
    """Whether it is words that stand behind the sign, and more of them than the short form has."""
    words = [w for w in re.findall(r"[^\W\d_]+", long) if len(w) > 2]
    letters = sum(c.isalpha() or c.isspace() for c in long)
    return (
        bool(words)
        and max(map(len, words)) >= 4
        and letters >= 0.85 * len(long)
        and len(long) > len(short)
        and not _FORMULA.search(long)
        and long.casefold() != short.casefold()
        and long[0] != "&"
    )
