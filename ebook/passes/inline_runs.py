"""Runs of text and inline elements: where they end, and how they become paragraphs. Serves `structure`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ebook.markup import HEADINGS, LINE, Element, append_text, is_blank, new

PHRASING = frozenset(("p", "dt", *HEADINGS))
"""Blocks that hold text and inline elements alone."""
FLOWING = frozenset("li dd td th figcaption caption".split())
"""Blocks that hold either a run of text or blocks."""
STRICT = frozenset("body blockquote aside figure section header".split())
"""Blocks in which loose text needs a paragraph."""
WHOLE = frozenset("pre hr math table ul ol dl".split())
KEPT_BLOCKS = PHRASING | FLOWING | STRICT | WHOLE | {"thead", "tbody", "tfoot", "tr", "div"}

BREAK = "\x00"
"""A paragraph ends here: the edge of a dissolved box."""
Item: TypeAlias = "str | Element"


def is_inline(element: Element) -> bool:
    return element.tag == "math"


def runs(items: Iterable[Item]) -> Iterator[list[Item] | Element]:
    """Inline runs (lists) and blocks (elements) in order."""
    run: list[Item] = []
    for item in items:
        is_block = not isinstance(item, str) and item.tag in KEPT_BLOCKS and not is_inline(item)
        if item == BREAK or is_block:
            if run:
                yield run
            run = []
            if is_block:
                assert not isinstance(item, str)
                yield item
        else:
            run.append(item)
    if run:
        yield run


def paragraphs(run: list[Item]) -> list[Element]:
    """Paragraphs of an inline run, cut at double line breaks."""
    result: list[Element] = []
    part: list[Item] = []
    breaks: list[Item] = []
    for item in [*run, None]:
        is_break = item is not None and not isinstance(item, str) and item.tag == "br"
        blank = isinstance(item, str) and not item.strip(" \t\r\n\u00a0")
        if is_break or (blank and breaks):
            assert item is not None
            breaks.append(item)
            continue
        if breaks:
            if sum(not isinstance(b, str) for b in breaks) >= 2 or item is None:
                result.extend(_as_paragraph(part))
                part = []
            else:
                part.extend(breaks)
            breaks = []
        if item is not None:
            part.append(item)
    result.extend(_as_paragraph(part))
    return result


def _as_paragraph(part: list[Item]) -> list[Element]:
    items = trimmed(part)
    if not any(i.strip() if isinstance(i, str) else True for i in items):
        return []
    paragraph = new("p")
    put(paragraph, items)
    line = next((i.get(LINE) for i in items if not isinstance(i, str) and i.get(LINE)), None)
    if line:
        paragraph.set(LINE, line)
    if is_blank(paragraph) and not any(e.get("id") for e in paragraph.iter()):
        return []
    return [paragraph]


def trimmed(items: Iterable[Item]) -> list[Item]:
    """An inline run without line breaks and white space at its ends."""
    kept = list(items)
    for end in (0, -1):
        while kept:
            item = kept[end]
            if isinstance(item, str):
                kept[end] = item.lstrip(" \t\r\n\u00a0") if end == 0 else item.rstrip(" \t\r\n\u00a0")
                if kept[end]:
                    break
                kept.pop(end)
            elif item.tag == "br":
                kept.pop(end)
            else:
                break
    return kept


def put(element: Element, items: Iterable[Item]) -> None:
    for item in items:
        if isinstance(item, str):
            append_text(element, item)
        else:
            item.tail = None
            element.append(item)


def content_of(element: Element) -> list[Item]:
    content: list[Item] = []
    for child in list(element):
        tail, child.tail = child.tail, None
        content.append(child)
        if tail:
            content.append(tail)
    return content
