"""Make pictures that only divide the text what they stand for: a break.

    <p>…</p><center><img src="bar.gif" width="535" height="15"/></center><p>…</p>   ->   <p>…</p><hr/><p>…</p>

A listener would hear "undescribed image" at every line across the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote, urlsplit

from ebook.markup import HEADINGS, Element, closest, drop, elements, new, place, text_of
from ebook.model import Article, Kind
from ebook.pictures import candidates, is_placeholder
from ebook.rules import Finding, rule

FLAT = 8
"""How many times wider than high a picture is from which it is a line."""
HIGHEST = 40
"""Pixels up to which a line is no banner."""
OFTEN = 3
"""Times from which a picture without words that stands alone is an ornament."""
SKIPPED = 4
"""Elements without words beside a line behind which the text is looked for."""
_LINE = re.compile(
    r"(?:^|[-_])(?:divid(?:er|ing[-_]?line)|separat(?:or|eur|ador)|h[-_]?rule|hr|hline|trenn(?:er|linie)|fleuron|"
    r"ornament)s?(?:[-_]?\d{1,3})?$",
    re.I,
)
"""File names that say so: `divider-2.png`."""
_WRAPPERS = ("div", "center", "section", "article")
_HOSTS = ("p", "div", "center", "figure", "span", "picture")
_ELSEWHERE = ("a", "table", "li", "dl", "figcaption", "blockquote", "pre", *HEADINGS)
"""Where a picture is part of something else."""
_WORDS = ("alt", "title", "aria-label", "data-alt", "data-caption")


def ornaments(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.PAGE:
        return
    images = [image for image in elements(tree, "img") if _is_wordless(image) and _address(image)]
    often = Counter(map(_address, images))
    for image in images:
        sure = _is_flat(image) or bool(_LINE.search(_name(image)))
        if not sure and often[_address(image)] < OFTEN:
            continue
        block = _block(image)
        if block is not None and (sure or _divides_words(block)):
            yield rule("removed.decoration").at(place(article.source, image))
            _break_at(block)


def _is_wordless(image: Element) -> bool:
    """Whether nothing is said of an image, and it is no part of something else."""
    return not any((image.get(name) or "").strip() for name in _WORDS) and closest(image, *_ELSEWHERE) is None


def _address(image: Element) -> str:
    return next((a for a in candidates(image) if not is_placeholder(a)), "")


def _name(image: Element) -> str:
    """The name of its file, without the ending."""
    try:
        path = urlsplit(_address(image)).path
    except ValueError:
        return ""
    return unquote(path).rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _is_flat(image: Element) -> bool:
    """Whether an image is as flat as a line, by the sides it states."""
    width, height = (image.get(name, "").strip().removesuffix("px") for name in ("width", "height"))
    if not height.isdecimal() or not 0 < int(height) <= HIGHEST:
        return False
    return width in ("100%", "90%", "80%") or (width.isdecimal() and int(width) >= FLAT * int(height))


def _block(image: Element) -> Element | None:
    """The outermost element that holds the image and nothing else; nothing where words stand beside it."""
    node = image
    while (parent := node.getparent()) is not None and parent.tag in _HOSTS and _holds_only(parent, node):
        node = parent
    if parent is None or parent.tag in ("p", "span", "figure", "picture"):
        return None
    before = node.getprevious()
    around = (node.tail, parent.text if before is None else before.tail)
    return node if not any((words or "").strip() for words in around) else None


def _holds_only(parent: Element, node: Element) -> bool:
    others = [child for child in islice(parent, 4) if child is not node]
    return len(parent) <= 4 and all(child.tag == "br" for child in others) and not text_of(parent)


def _break_at(block: Element) -> None:
    """A break in the place of a block between words; after a heading, beside a break or at an edge, nothing."""
    before, after = _neighbour(block, forward=False), _neighbour(block, forward=True)
    if before is not None and after is not None and before.tag not in ("hr", *HEADINGS) and after.tag != "hr":
        line = new("hr")
        line.tail, block.tail = block.tail, None
        block.addprevious(line)
    drop(block)


def _neighbour(block: Element, *, forward: bool) -> Element | None:
    """What has words or is a break and stands next to a block, whatever boxes the block is in."""
    node: Element | None = block
    while node is not None:
        beside = node.getnext() if forward else node.getprevious()
        for _ in range(SKIPPED):
            if beside is None:
                break
            if beside.tag == "hr" or _has_words(beside):
                return beside
            beside = beside.getnext() if forward else beside.getprevious()
        node = node.getparent()
        if node is None or node.tag not in _WRAPPERS:
            return None
    return None


def _divides_words(block: Element) -> bool:
    """Whether a block stands right between two paragraphs."""
    before, after = block.getprevious(), block.getnext()
    return (
        before is not None
        and after is not None
        and before.tag == after.tag == "p"
        and _has_words(before)
        and _has_words(after)
    )


def _has_words(element: Element) -> bool:
    return any(str(text).strip() for text in element.itertext())
