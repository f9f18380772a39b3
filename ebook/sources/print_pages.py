"""Text that was taken from printed pages: their numbers and running heads out, the text across them together.

… the town moved its / 12 / <form feed> / RIVER TOWNS / pianos upstairs.   ->   … the town moved its pianos upstairs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ebook.markup import squash
from ebook.sources.columns import column_by_column
from ebook.sources.wrapping import Line

EDGE = 2
"""Lines at the top and the foot of a page that may be its furniture."""
LONGEST_HEAD = 90
LONGEST_LINE = 160
OFTEN = 3
"""Pages on which a line stands before it is a running head."""
SHARE = 0.35
"""Share of the pages: left and right pages often have different heads."""
FEWEST_LINES = 15
"""Lines between two page numbers where no form feed tells pages apart."""
FEWEST_NAMED = 4
"""Lines between two where they say that it is a page's number."""
FIRST_LINES = 6
"""Lines of the first page that may be its running head: title and names can stand above."""

_PAGE = r"(?:page|p\.|seite|s\.|página|pagina|pág\.|стр\.)"
_COUNTED = re.compile(
    rf"(?P<head>.{{0,90}}?)\s*(?:{_PAGE}\s*(?P<page>\d{{1,4}})|\b(?P<part>\d{{1,4}})(?=\s*/))"
    r"(?P<total>\s*(?:/|of|von|de|sur|di)\s*\d{1,4})?\W{0,3}",
    re.I,
)
"""A line that ends in the number of its page, and says that it is one."""
_NUMBER = re.compile(
    r"\W{0,3}(?:(?:page|p\.|seite|s\.|página|pagina|pág\.|стр\.)\s*)?(\d{1,4})(?:\s*(?:/|of|von|de|sur|di)\s*\d{1,4})?\W{0,3}",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?:…。！？؟।][”\"'’»)\]]*$")


def without_page_furniture(text: str) -> tuple[list[Line], list[Line], list[int]]:
    """The lines of a text in reading order, those that were only its pages' furniture, and where columns began."""
    pages = list(_pages(text))
    columns: list[int] = []
    if len(pages) < 2:
        lines, first = column_by_column(pages[0])
        return lines, [], [first] if first else []
    heads, offset = _running_heads(pages), _offset(pages)
    kept: list[Line] = []
    removed: list[Line] = []
    for index, page in enumerate(pages):
        gone = set(_furniture_of(page, heads, "" if offset is None else str(index + offset)))
        if index == 0:
            gone.update(i for i in _filled(page)[:FIRST_LINES] if _key(page[i].text) in heads)
        removed.extend(page[i] for i in sorted(gone))
        body, first = column_by_column(_without_blank_edges([line for i, line in enumerate(page) if i not in gone]))
        body = _without_blank_edges(body)
        columns += [first] if first else []
        if kept and body and not _runs_on(kept[-1].text, body[0].text):
            kept.append(Line(body[0].number, ""))
        kept.extend(body)
    return kept, removed, columns


def _pages(text: str) -> Iterator[list[Line]]:
    number = 1
    lines: list[Line] = []
    breaks = set() if "\f" in text else _numbered(text)
    for raw in text.split("\n"):
        parts = raw.split("\f")
        for part in parts[:-1]:
            lines.append(Line(number, part))
            yield lines
            lines = []
        lines.append(Line(number, parts[-1]))
        if number in breaks:
            yield lines
            lines = []
        number += 1
    yield lines


def _numbered(text: str) -> set[int]:
    """Lines that hold the next page's number each and little else, regularly: a page ends there."""
    lines = text.split("\n")
    bare = [
        (n, int(m[1])) for n, line in enumerate(lines, 1) if len(line) < 24 and (m := _NUMBER.fullmatch(line.strip()))
    ]
    named: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(lines, 1):
        if len(line) <= LONGEST_LINE and (m := _COUNTED.fullmatch(squash(line))):
            named.setdefault(f"{m['head'].casefold()} {m['total']}", []).append((number, int(m["page"] or m["part"])))
    best = max(named.values(), key=len, default=[])
    return _regular(best, FEWEST_NAMED) or _regular(bare, FEWEST_LINES)


def _regular(found: Sequence[tuple[int, int]], fewest: int) -> set[int]:
    """The lines of numbers that count up with about the same lines between them."""
    chain: list[tuple[int, int]] = []
    for line, page in found:
        if chain and page == chain[-1][1] + 1 and line - chain[-1][0] >= fewest:
            chain.append((line, page))
        elif len(chain) < OFTEN:
            chain = [(line, page)]
    gaps = [b[0] - a[0] for a, b in pairwise(chain)]
    regular = len(chain) >= OFTEN and max(gaps) <= 3 * min(gaps)
    return {line for line, _ in chain} if regular else set()


def _key(line: str) -> str:
    """A line without the page's number at one of its ends; nothing where it ends a sentence: then it is text."""
    text = squash(line).casefold()
    if _SENTENCE_END.search(text):
        return ""
    counted = _COUNTED.fullmatch(text) if len(text) <= LONGEST_LINE else None
    return f"{counted['head']} page" if counted else re.sub(r"^\d{1,4}\b[\W_]*|[\W_]*\b\d{1,4}$", "", text)


def _edges(page: Sequence[Line]) -> list[int]:
    filled = _filled(page)
    return sorted({*filled[:EDGE], *filled[-EDGE:]}) if len(filled) > EDGE else filled[:1]


def _filled(page: Sequence[Line]) -> list[int]:
    return [i for i, line in enumerate(page) if squash(line.text)]


def _running_heads(pages: Sequence[Sequence[Line]]) -> set[str]:
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_key(page[i].text) for i in _edges(page) if len(squash(page[i].text)) <= LONGEST_HEAD})
    return {k for k, n in counts.items() if n >= max(OFTEN, SHARE * len(pages)) and k}


def _offset(pages: Sequence[Sequence[Line]]) -> int | None:
    """What to add to a page's place to get the number on it, where several pages agree."""
    counts = Counter(
        int(match[1]) - index
        for index, page in enumerate(pages)
        for i in _edges(page)
        if (match := _NUMBER.fullmatch(page[i].text.strip()))
    )
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= max(2, SHARE * len(pages)) else None


def _furniture_of(page: Sequence[Line], heads: set[str], number: str) -> Iterator[int]:
    for index in _edges(page):
        text = page[index].text.strip()
        match = _NUMBER.fullmatch(text) if number else None
        if _key(text) in heads or (match and match[1].lstrip("0") == number and len(page) > 1):
            yield index


def _without_blank_edges(lines: list[Line]) -> list[Line]:
    start, end = 0, len(lines)
    while start < end and not squash(lines[start].text):
        start += 1
    while end > start and not squash(lines[end - 1].text):
        end -= 1
    return lines[start:end]


def _runs_on(last: str, first: str) -> bool:
    """Whether a sentence goes on from one page to the next."""
    last, first = last.rstrip(), first.lstrip()
    return not _SENTENCE_END.search(last[-12:]) and (first[:1].islower() or last[-1:] in "-\u00ad,")
