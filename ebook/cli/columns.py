"""Sets rows in columns: wrapped to the width of a terminal, one line each in a pipe."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence

from ebook.cli.output import plain

GAP = "  "


def show(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of a table; in a pipe one for each row, with tabs between the cells, below one that names them."""
    cells = [[plain(cell) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        return ("\t".join(row) for row in (head, *cells))
    if not rows:
        return iter(())
    return table(head, cells, int(os.environ.get("COLUMNS") or 0) or shutil.get_terminal_size().columns)


def table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """The lines of a table that is no wider than `width`; what does not fit goes on below."""
    widths = _widths([head, *rows], width)
    for row in (head, *rows):
        wrapped = [wrap(cell, room) for cell, room in zip(row, widths, strict=True)]
        for number in range(max(map(len, wrapped))):
            parts = [lines[number] if number < len(lines) else "" for lines in wrapped]
            padded = (part + " " * (room - shown(part)) for part, room in zip(parts, widths, strict=True))
            yield GAP.join(padded).rstrip()


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """As wide as each column needs; where that is too much the widest ones give way."""
    widths = [max(shown(cell) for cell in column) for column in zip(*rows, strict=True)]
    room = max(width - len(GAP) * (len(widths) - 1), len(widths))
    while sum(widths) > room:
        widest = widths.index(max(widths))
        second = max([w for w in widths if w < widths[widest]], default=1)
        share = -(-(sum(widths) - room) // widths.count(widths[widest]))
        widths[widest] = max(1, second, widths[widest] - share)
    return widths


def wrap(text: str, width: int) -> list[str]:
    """A text on lines of at most this width, broken at blanks, and in a word only where it is too long for a line."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        while shown(word) > width:
            if line:
                lines.append(line)
                line = ""
            piece = _first(word, width)
            lines.append(piece)
            word = word[len(piece) :]
        if line and shown(line) + 1 + shown(word) > width:
            lines.append(line)
            line = word
        elif word:
            line = f"{line} {word}" if line else word
    return [*lines, line] if line or not lines else lines


def _first(word: str, width: int) -> str:
    """As much of a word as fits."""
    end = 1
    while end < len(word) and shown(word[: end + 1]) <= width:
        end += 1
    return word[:end]


def shown(text: str) -> int:
    """How many columns of a terminal a text takes (Unicode, UAX 11)."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1 for c in text
    )
