"""Markup that only changes the look, and what blinks or runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ebook.markup import Element
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule

ELEMENTS = frozenset("center font basefont big strike tt marquee blink nobr acronym dir".split())
"""Taken out of HTML (§16.2): each has an element that says more, or a style."""
ATTRIBUTES = frozenset("bgcolor background align valign color face text link vlink alink hspace vspace noshade".split())
"""Attributes that styles took the place of; EPUB 2 still has some of them."""
_OF_MATHS_AND_DRAWINGS = ("math", "svg")


def check_presentational(book: Opened) -> Iterator[Finding]:
    """Old presentational elements and attributes, once for each document."""
    for path, tree in book.documents.items():
        found: Counter[str] = Counter()
        first: Element | None = None
        for element, what in _outside_of_drawings(tree, book.version):
            found[what] += 1
            first = element if first is None else first
            if element.tag in ("marquee", "blink"):
                yield rule("book.image-moving").at(place_in(path, element), what=f"The text in {element.tag!s}")
        if first is not None:
            what = ", ".join(sorted(found))
            yield rule("book.presentational").at(place_in(path, first), what=what, count=found.total())


def _outside_of_drawings(tree: Element, version: str) -> Iterator[tuple[Element, str]]:
    inner = {e for root in tree.iter(*_OF_MATHS_AND_DRAWINGS) for e in root.iter("*")}
    for element in tree.iter("*"):
        if element in inner:
            continue
        if element.tag in ELEMENTS:
            yield element, str(element.tag)
        elif version != "2.0":
            yield from ((element, str(name)) for name in element.attrib if str(name) in ATTRIBUTES)
