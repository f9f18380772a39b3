"""Say the direction that a page leaves to the browser.

    <p dir="auto">مرحبا</p>   ->   <p dir="rtl">مرحبا</p>
    <bdi>אבי</bdi>            ->   <bdi dir="rtl">אבי</bdi>

`auto` follows the first letter that has a direction (HTML §3.2.6.4); reading systems without it show the words in the
wrong order. An isolated name stays isolated.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ebook.markup import Element, elements
from ebook.model import Article
from ebook.rules import Finding

_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def direction(tree: Element, article: Article) -> Iterator[Finding]:
    for element in elements(tree):
        stated = element.get("dir")
        if stated is None and element.tag != "bdi":
            continue
        stated = (stated or "auto").strip().lower()
        if stated == "auto":
            stated = _first_direction(element) or ("ltr" if element.tag == "bdi" else "")
        if stated in ("ltr", "rtl"):
            element.set("dir", stated)
        else:
            element.attrib.pop("dir", None)
    yield from ()


def _first_direction(element: Element) -> str:
    """The direction of the first letter, outside isolated parts, that has one."""
    for text in element.itertext():
        for character in text:
            if found := _STRONG.get(unicodedata.bidirectional(character)):
                return found
    return ""
