"""Leave of a gallery the picture it shows, not the small ones that turn it to another.

    <div><a href="#"><img src="large.jpg"/></a><ul><li><a href="#"><img src="small.jpg"/></a></li>…</ul></div>
    ->   <div><a href="#"><img src="large.jpg"/></a></div>

Without scripts these are buttons that do nothing, and a listener hears each of them as an undescribed image.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ebook.markup import Element, closest, drop, elements, text_of
from ebook.model import Article, Kind
from ebook.passes.excerpt import removed
from ebook.rules import Finding

FEWEST = 2
"""Small pictures from which a list is a strip of them."""
LABEL = 24
"""Characters beside the pictures of a strip: "1 of 14", "View gallery"."""
LONGEST = 300
"""Characters that the box of a gallery holds, its caption among them."""


def galleries(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.PAGE:
        return
    for strip in elements(tree, "ul", "ol"):
        if strip.getparent() is not None and _turns(strip) and _has_stage(strip):
            yield removed(strip, article, text_of(strip))
            drop(strip)


def is_control(image: Element) -> bool:
    """Whether a picture without words stands in a link that leads nowhere but to a script."""
    link = closest(image, "a")
    if link is None or (image.get("alt") or "").strip() or closest(image, "li") is None:
        return False
    return (link.get("href") or "").strip().startswith(("#", "javascript:"))


def _turns(strip: Element) -> bool:
    """Whether a list holds nothing but pictures that are controls."""
    first = next(strip.iter("img"), None)
    if first is None or not is_control(first):
        return False
    images = list(strip.iter("img"))
    return len(images) >= FEWEST and all(map(is_control, images)) and len(text_of(strip)) <= LABEL


def _has_stage(strip: Element) -> bool:
    """Whether the picture that is turned stands with the list in a box of their own; else the list is all there is."""
    box = closest(strip, "div", "section", "figure")
    if box is None or says_more(box, LONGEST):
        return False
    own = set(strip.iter("img"))
    beside = islice((image for image in box.iter("img") if image not in own), FEWEST)
    return any(not is_control(image) for image in beside)


def says_more(box: Element, longest: int) -> bool:
    """Whether a box holds more characters of text than a gallery does; it is read as far as needed."""
    count = 0
    for text in box.itertext():
        count += len(str(text).strip())
        if count > longest:
            return True
    return False
