"""Which tables are too wide to read, and what tells a table from all others.

A table is too wide where a small page cannot hold it: it is cut off, scrolled sideways line by line, or set in tiny
letters, and who has it magnified sees a cell without its headers. The small page is that of WCAG 1.4.10: 320 CSS
pixels, twenty letters' height, so about forty letters. Lines break between words and nowhere else, so a column is as
wide as its longest word. Above six columns a table has a scroller of its own anyway, however short its words are.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from ebook.markup import BLOCKS, Element, closest, elements, squash

WIDE = 6
"""Columns up to which a table does without a scroller (WCAG 1.4.10)."""
PAGE = 40
"""Letters across a page of 320 CSS pixels, at half of 16 pixels each."""
EDGES = 2.4
"""Letters that the room to both sides of a cell takes: 0.6 em each in our style sheet."""
LARGEST_SPAN = 1000
"""HTML §4.9.11 clamps colspan here."""
MOST_SPANS = 100
"""Columns or rows that one cell is taken for in measuring: what is wider is wide enough."""
_BREAKS = re.compile(r"[\s\u00ad\u200b/–—-]+")
_WIDE_LETTER = ("W", "F")


def fingerprint(table: Element) -> str:
    """What tells a table from all others: a hash of the words in its cells.

    Its caption, its notes and its markup are no part of it: they change when the article changes elsewhere.
    """
    rows = ("\x1f".join(_plain(cell) for cell in _cells(row)) for row in _rows(table))
    return hashlib.sha256("\x1e".join(rows).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def columns(table: Element) -> int:
    """How many columns a table has."""
    return max((sum(_span(c, "colspan") for c in _cells(row)) for row in _rows(table)), default=0)


def too_wide(table: Element) -> str:
    """Why a table is too wide to read; nothing where it is not."""
    count = columns(table)
    if count > WIDE:
        return f"{count} columns"
    letters = round(_narrowest(table))
    return f"its words need {letters} letters across" if letters > PAGE else ""


def first_row(table: Element) -> str:
    """The words of the first row that has any, by which people know a table again."""
    for row in _rows(table):
        words = [text for cell in _cells(row) if (text := squash("".join(_words(cell))))]
        if words:
            return " | ".join(words)
    return ""


def _narrowest(table: Element) -> float:
    """Letters across a table that breaks its lines wherever it may."""
    widths: dict[int, float] = {}
    held: dict[int, int] = {}  # column -> rows that a cell above still reaches into
    for row in _rows(table):
        column = 0
        taken = dict(held)
        held = {c: n - 1 for c, n in held.items() if n > 1}
        for cell in _cells(row):
            while column in taken:
                column += 1
            across, down = (min(_span(cell, name), MOST_SPANS) for name in ("colspan", "rowspan"))
            if across == 1:
                widths[column] = max(widths.get(column, 0.0), _longest_word(cell))
            for covered in range(column, column + across) if down > 1 else ():
                held[covered] = down - 1
            column += across
    return sum(width + EDGES for width in widths.values())


def _longest_word(cell: Element) -> float:
    return max((_width(piece) for piece in _BREAKS.split("".join(_words(cell))) if piece), default=0.0)


def _width(word: str) -> float:
    """Letters of a word; where any two letters may stand on two lines, one of them, which is twice as wide."""
    if any(unicodedata.east_asian_width(letter) in _WIDE_LETTER for letter in word):
        return 2.0
    return sum(not unicodedata.combining(letter) for letter in word)


def _plain(cell: Element) -> str:
    """The letters and digits of a cell."""
    text = unicodedata.normalize("NFKC", "".join(_words(cell))).casefold()
    return "".join(letter for letter in text if letter.isalnum())


def _words(node: Element) -> Iterator[str]:
    """The text of an element without the sources of formulas and the signs of notes, which are counted throughout."""
    skipped = 0
    for event, element in etree.iterwalk(node, events=("start", "end")):
        outside = element.get("role") == "doc-noteref" or element.tag == "annotation"
        if event == "start":
            skipped += outside
            text = element.text
        else:
            skipped -= outside
            if element is node:
                return
            if element.tag in BLOCKS or element.tag == "br":
                yield " "
            text = element.tail
        if text and not skipped:
            yield text


def _rows(table: Element) -> list[Element]:
    return [row for row in elements(table, "tr") if closest(row, "table") is table]


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _span(cell: Element, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value[:9]), 1), LARGEST_SPAN) if value.isdecimal() else 1
