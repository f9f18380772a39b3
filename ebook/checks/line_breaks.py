"""Structure that is typed: lists of dashes, paragraphs set apart by line breaks, words spaced by blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ebook.markup import BLOCKS, Element, inside, squash, text_of
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule

BULLET = re.compile(r"\s*(?:[-*+•◦‣▪▫●○■□➤►▶✓✔✗·∙–→»])\s+\S")
"""A line that starts like an item of a list."""
_PARAGRAPH_BULLET = re.compile(r"\s*(?:[-*•◦‣▪●■➤►▶✓✔·∙])\s+\S")
"""The same for whole paragraphs: a dash alone may open what somebody says."""
_NUMBER = re.compile(r"\s*\(?(\d{1,3}|[a-z])[.)]\s+\S")
_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_][ \u00a0\u2009]){4,}[^\W\d_](?!\w)")
_VERSE = re.compile(r"poem|verse|stanza|lyric|address|song|epigraph|signature", re.I)
LEAST_PARAGRAPHS = 3
"""Paragraphs in a row that start like items; two may be a coincidence."""


def check_line_breaks(book: Opened) -> Iterator[Finding]:
    """Typed structure in each document."""
    for path, tree in book.documents.items():
        yield from _broken_lines(path, tree)
        yield from _rows_of_paragraphs(path, tree)
        yield from _spaced(path, tree)


def _broken_lines(path: str, tree: Element) -> Iterator[Finding]:
    apart: list[tuple[Element, int]] = []
    for block in tree.iter("p", "div", "td", "li", "dd", "section", "blockquote"):
        if next(block.iter("br"), None) is None or _holds_blocks(block) or inside(block, "pre"):
            continue
        lines = _lines_in_order(block)
        filled = [line for line in lines if line]
        count = max(_row(filled, BULLET), _numbered(filled))
        if count >= 2:
            yield rule("book.list-typed").at(place_in(path, block), count=count)
        gaps = sum(1 for i, line in enumerate(lines) if not line and 0 < i < len(lines) - 1)
        if gaps and len(filled) > 1 and not _is_verse(block, filled):
            apart.append((block, gaps))
    if apart:
        total = sum(gaps for _, gaps in apart)
        yield rule("book.paragraphs-by-breaks").at(place_in(path, apart[0][0]), count=total)


def _lines_in_order(block: Element) -> list[str]:
    """The lines of a block in reading order; the tail of an element comes after all that it holds."""
    lines = [""]

    def gather(node: Element) -> None:
        lines[-1] += node.text or ""
        for child in node:
            if child.tag == "br":
                lines.append("")
            elif child.tag == "img":
                lines[-1] += "\ufffc"
            elif isinstance(child.tag, str):
                gather(child)
            lines[-1] += child.tail or ""

    gather(block)
    return [squash(line) for line in lines]


def _holds_blocks(block: Element) -> bool:
    return any(e.tag in BLOCKS for e in block.iter("*") if e is not block)


def _is_verse(block: Element, lines: Sequence[str]) -> bool:
    """Whether the lines are those of a poem or an address: short ones, or called so."""
    named = any(_VERSE.search(e.get("class", "")) for e in (block, *block.iterancestors()))
    return named or (len(lines) >= 4 and max(len(line) for line in lines) < 60)


def _row(lines: Sequence[str], start: re.Pattern[str]) -> int:
    """The longest run of lines that start alike."""
    best = run = 0
    for line in lines:
        run = run + 1 if start.match(line) else 0
        best = max(best, run)
    return best


def _numbered(lines: Sequence[str]) -> int:
    """The longest run of lines that count up from 1 or a."""
    best = run = 0
    for line in lines:
        match = _NUMBER.match(line)
        value = 0 if match is None else int(match[1]) if match[1].isdigit() else ord(match[1]) - 96
        run = run + 1 if value == run + 1 else int(value == 1)
        best = max(best, run)
    return best


def _rows_of_paragraphs(path: str, tree: Element) -> Iterator[Finding]:
    row: list[Element] = []
    empty: list[Element] = []
    for block in [*tree.iter("p"), None]:
        text = text_of(block) if block is not None else ""
        after = bool(row) and block is not None and block.getprevious() is row[-1]
        if block is not None and _PARAGRAPH_BULLET.match(text) and (after or not row):
            row.append(block)
        else:
            if len(row) >= LEAST_PARAGRAPHS:
                yield rule("book.list-typed").at(place_in(path, row[0]), count=len(row))
            row = [block] if block is not None and _PARAGRAPH_BULLET.match(text) else []
        if block is not None and not text and not len(block) and not block.get("id"):
            empty.append(block)
    if empty:
        yield rule("book.empty-paragraphs").at(place_in(path, empty[0]), count=len(empty))


def _spaced(path: str, tree: Element) -> Iterator[Finding]:
    for block in tree.iter("p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "li", "dt", "figcaption"):
        match = None if _holds_blocks(block) or inside(block, "math", "pre") else _SPACED.search(text_of(block))
        if match and (match[0].isupper() or match[0].islower()) and len(set(match[0].split())) > 2:
            yield rule("book.letters-spaced").at(place_in(path, block), text=match[0])
