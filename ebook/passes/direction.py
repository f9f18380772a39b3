"""Say the direction that a page leaves to the browser.

    <p dir="auto">مرحبا</p>   ->   <p dir="rtl">مرحبا</p>
    <bdi>אבי</bdi>            ->   <bdi dir="rtl">אבי</bdi>

`auto` follows the first letter that has a direction (HTML §3.2.6.4); reading systems without it show the words in the
wrong order. An isolated name stays isolated.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from ebook.languages import direction_of
from ebook.markup import Element, elements, language_of
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
            if element.tag != "bdi" and stated == _around(element, tree):
                stated = ""
        if stated in ("ltr", "rtl"):
            element.set("dir", stated)
        else:
            element.attrib.pop("dir", None)
    yield from ()


def _around(element: Element, tree: Element) -> str:
    """The direction in force around an element."""
    stated = next((d for above in element.iterancestors() if (d := above.get("dir"))), "")
    return stated if stated in ("ltr", "rtl") else direction_of(language_of(tree))


def _first_direction(element: Element) -> str:
    """The direction of the first letter, outside isolated parts, that has one."""
    for text in element.itertext():
        for character in text:
            if found := _STRONG.get(unicodedata.bidirectional(character)):
                return found
    return ""
