"""Text set in columns, as it comes from printed pages: one column after the other, instead of line by line across.

    The river rose    tower had been            The river rose / in the night, / and the bells
    in the night,     ringing since two     ->  in the old / tower had been / ringing since two
    and the bells     in the morning.           in the morning.

Only where it is certain: a gutter of blanks runs through many lines, both sides are prose, and most of their lines
break off in the middle of a sentence. Tables have short cells, verse and lists have lines that end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from ebook.sources.wrapping import Line, begins_anew

FEWEST_LINES = 8
"""Lines with text on both sides before a gutter is one."""
GUTTER = 2
"""Blanks between columns at least."""
NARROWEST = 18
"""Characters of a line of a column, on average."""
FEWEST_WORDS = 3.0
"""Words of a line of a column, on average; cells have fewer."""
BROKEN_OFF = 0.6
"""Share of the lines of a column that end in no sentence's end."""
GOING_ON = 0.4
"""Share of the lines of a column that begin in lower case, where the script has it."""
FILLED = 0.7
"""Share of the lines of both sides that both have text: columns are about as long as one another."""
LONGEST = 250
MOST_GAPS = 6
"""Places in a line that are tried as a gutter."""

_SENTENCE_END = re.compile(r"[.!?:…。！？؟।][”\"'’»)\]]*$")


def column_by_column(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """The lines of a page in reading order, and at which line the first columns stood; 0 where there were none."""
    made: list[Line] = []
    first = start = 0
    while start < len(lines):
        end, gutter = _region(lines, start) if _may_begin(lines[start].text) else (start, None)
        if gutter is None:
            after = start + 1 + (end - start) // 4  # not line by line: long tables would be read over and over
            made += lines[start:after]
            start = after
            continue
        first = first or lines[start].number
        made += [Line(lines[start].number, ""), *_in_order(lines[start:end], gutter), Line(lines[end - 1].number, "")]
        start = end
    return made, first


def _may_begin(text: str) -> bool:
    return len(text) <= LONGEST and bool(re.search(r"\S {2,}\S", text))


def _region(lines: Sequence[Line], start: int) -> tuple[int, tuple[int, int] | None]:
    """Where columns that begin at a line end, and the blanks between them; without blanks, how far was looked."""
    text = lines[start].text.rstrip()
    shift = len(text) - len(text.lstrip())
    farthest = start
    for match in islice(re.finditer(r" {2,}", text.lstrip()), MOST_GAPS):
        gutter, end = _gutter(lines, start, (match.start() + shift, match.end() + shift))
        end = _without_line_below(lines, start, end, gutter)
        if _is_certain(lines[start:end], gutter):
            return end, gutter
        farthest = max(farthest, end)
    return farthest, None


def _without_line_below(lines: Sequence[Line], start: int, end: int, gutter: tuple[int, int]) -> int:
    """The end of columns without a single short line that a blank one parts from them."""
    alone = end - start > 2 and not lines[end - 2].text.strip() and not lines[end - 1].text[gutter[1] :].strip()
    while alone and end > start and not lines[end - 2].text.strip():
        end -= 1
    return end - 1 if alone else end


def _gutter(lines: Sequence[Line], start: int, gutter: tuple[int, int]) -> tuple[tuple[int, int], int]:
    """How wide a gutter is that goes on through the lines below, and the line at which it ends."""
    left, right = gutter
    end = start
    for index in range(start, len(lines)):
        text = lines[index].text.rstrip()
        free = [at for at in range(left, right) if at >= len(text) or text[at] == " "]
        runs = _longest_run(free)
        if runs[1] - runs[0] < GUTTER or len(text) > LONGEST:
            break
        left, right = runs
        if text:
            end = index + 1
    return (left, right), end


def _longest_run(places: Sequence[int]) -> tuple[int, int]:
    best = (0, 0)
    start = None
    for before, at in pairwise([-2, *places, -2]):
        if at != before + 1:
            if start is not None and before + 1 - start > best[1] - best[0]:
                best = (start, before + 1)
            start = at
    return best


def _is_certain(lines: Sequence[Line], gutter: tuple[int, int]) -> bool:
    sides = [[line.text[: gutter[0]].strip() for line in lines], [line.text[gutter[1] :].strip() for line in lines]]
    both = sum(bool(a) and bool(b) for a, b in zip(*sides, strict=True))
    one = sum(bool(a) or bool(b) for a, b in zip(*sides, strict=True))
    return both >= FEWEST_LINES and both >= FILLED * one and all(map(_is_prose, sides))


def _is_prose(side: Sequence[str]) -> bool:
    """Whether the lines of one side are wrapped text."""
    texts = [text for text in side if text]
    count = len(texts)
    if sum(map(len, texts)) < NARROWEST * count or sum(len(t.split()) for t in texts) < FEWEST_WORDS * count:
        return False
    if any(re.search(r"\S {3,}\S", text) for text in texts) or sum(map(begins_anew, texts)) > 0.3 * count:
        return False
    cased = [text for text in texts if text.lower() != text.upper()]
    low = sum(text.lstrip("“\"'(«„")[:1].islower() for text in cased)
    return (
        bool(cased)
        and low >= GOING_ON * len(cased)
        and sum(not _SENTENCE_END.search(text) for text in texts) >= BROKEN_OFF * count
    )


def _in_order(lines: Sequence[Line], gutter: tuple[int, int]) -> Iterator[Line]:
    left = [Line(line.number, line.text[: gutter[0]].rstrip()) for line in lines]
    right = [Line(line.number, line.text[gutter[1] :].rstrip()) for line in lines]
    above = next((line.text for line in reversed(left) if line.text), "")
    below = next((line.text.strip() for line in right if line.text), "")
    yield from _without_blank_end(left)
    if _SENTENCE_END.search(above) or below[:1].isupper():
        yield Line(right[0].number, "")
    margin = min((line.indent for line in right if line.text), default=0)
    yield from (Line(line.number, line.text[margin:]) for line in _without_blank_start(right))


def _without_blank_end(lines: list[Line]) -> list[Line]:
    while lines and not lines[-1].text:
        lines = lines[:-1]
    return lines


def _without_blank_start(lines: list[Line]) -> list[Line]:
    while lines and not lines[0].text:
        lines = lines[1:]
    return lines
