"""Say where a page tells things apart by colour: the book keeps no colours of the page.

    <td bgcolor="red"></td><td bgcolor="green"></td>   ->   the same, and a finding

What only a colour says is lost to whoever cannot tell colours, and to everybody in night mode (WCAG 1.4.1). A house
colour on all of a kind says nothing: two colours must stand beside each other, or one in a cell that holds nothing
else, or the text must point at it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from lxml import etree
from tinycss2 import color4 as colour4

from ebook.colour_words import BY_COLOUR
from ebook.markup import Element, closest, elements, inside, is_blank, language_of, place, text_of
from ebook.model import Article
from ebook.rules import Finding, rule

LEAST_CHROMA = 0.25
"""Distance between the largest and the least of red, green and blue; below it a colour is a grey or a tint."""
_FRONT = re.compile(r"(?:^|;)\s{0,9}color\s{0,9}:\s{0,9}([^;!]{1,60})", re.I)
_GROUND = re.compile(r"(?:^|;)\s{0,9}background(?:-color)?\s{0,9}:\s{0,9}([^;!]{1,60})", re.I)
_BLOCKS = ("p", "li", "dd", "td", "th")
_APART = ("a", "pre", "code", "figure", "header", "nav")
"""What has colours by its kind."""


_COLOURED = etree.XPath("boolean(//*[@style or @color or @bgcolor])")


def colours(tree: Element, article: Article) -> Iterator[Finding]:
    if not _COLOURED(tree):
        return
    for table in elements(tree, "table"):
        if next(table.iterdescendants("table"), None) is None and (cell := _told_by_ground(table)) is not None:
            yield rule("colour.dropped").at(place(article.source, cell), what="cells of a table")
    if any(_front(e) for e in tree.iter("span", "font") if text_of(e) and not inside(e, *_APART)):
        yield from _pointed_at(tree, article)
    for row in elements(tree, "ul", "ol"):
        items = [item for item in row if item.tag == "li"]
        if not inside(row, *_APART) and _differ([_whole(item) for item in items]):
            yield rule("colour.dropped").at(place(article.source, items[0]), what="items of a list")
    for block in elements(tree, *_BLOCKS):
        words = [e for e in block.iter("span", "font") if closest(e, *_BLOCKS) is block and not inside(e, *_APART)]
        if len(words) > 1 and _differ([_front(e) for e in words if text_of(e)]):
            yield rule("colour.dropped").at(place(article.source, words[0]), what="words in a line")


def _pointed_at(tree: Element, article: Article) -> Iterator[Finding]:
    """Words of the text that name a colour to point at what is in it, where words are in colours."""
    for block in elements(tree, *_BLOCKS, "figcaption", "caption"):
        pattern = BY_COLOUR.get(language_of(block).split("-")[0].lower())
        if pattern is not None and not any(True for _ in block.iterdescendants(*_BLOCKS)):
            if match := pattern.search(text_of(block)):
                yield rule("colour.dropped").at(place(article.source, block), what=f"words (“{match[0]}”)")


def _told_by_ground(table: Element) -> Element | None:
    """The first cell of a table whose ground says what the cell does not."""
    rows = [[c for c in row if c.tag in ("td", "th")] for row in table.iter("tr")]
    grounds = [[_ground(cell) for cell in cells] for cells in rows]
    empty = [c for cells in rows for c in cells if c.tag == "td" and _ground(c) and is_blank(c)]
    if empty and len({_ground(c) for c in empty} | {g for some in grounds for g in some if not g}) > 1:
        return empty[0]
    columns: dict[int, set[str]] = defaultdict(set)
    for cells in rows:
        for number, cell in enumerate(cells):
            if cell.tag == "td":
                columns[number].add(_ground(cell))
    across = any(len({_ground(c) for c in cells if c.tag == "td"}) > 1 for cells in rows)
    if across and any(len(found - {""}) > 1 for found in columns.values()):
        return next(c for cells in rows for c in cells if _ground(c))
    return None


def _differ(found: list[str]) -> bool:
    """Whether there are two colours; one beside none is emphasis."""
    return len(set(found) - {""}) > 1


def _whole(item: Element) -> str:
    """The colour that all of an item is in."""
    said = text_of(item)
    inner = (e for e in item.iter("span", "font", "p", "b", "strong") if said and text_of(e) == said)
    return _front(item) or next((c for e in inner if (c := _front(e))), "")


def _front(element: Element) -> str:
    match = _FRONT.search(element.get("style", ""))
    return _chroma(match[1] if match else element.get("color", ""))


def _ground(element: Element) -> str:
    match = _GROUND.search(element.get("style", ""))
    return _chroma(match[1] if match else element.get("bgcolor", ""))


def _chroma(value: str) -> str:
    """A colour in one way of writing; nothing for greys, tints and what is no colour."""
    text = value.strip()
    known = colour4.parse_color(f"#{text}" if re.fullmatch(r"[0-9a-fA-F]{6}", text) else text) if text else None
    if known is None or isinstance(known, str):
        return ""
    red, green, blue, alpha = known.to("srgb")
    if not alpha or max(red, green, blue) - min(red, green, blue) < LEAST_CHROMA:
        return ""
    return f"{red:.2f} {green:.2f} {blue:.2f}"
