"""Headings: one main heading for a document, no level skipped."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.markup import EPUB_TYPE, HEADINGS, Element, inside, level_of
from ebook.opened import Opened, place_in
from ebook.rules import Finding, Place, rule


def check_headings(book: Opened) -> Iterator[Finding]:
    """The outline of each document."""
    for path, tree in book.documents.items():
        body = tree.find("body")
        if body is not None:
            yield from _outline(path, body)


def _outline(path: str, body: Element) -> Iterator[Finding]:
    found = [h for h in body.iter(*HEADINGS) if h.tag == "h1" or not inside(h, "aside", "blockquote", "nav")]
    mains = sum(h.tag == "h1" for h in found)
    is_cover = any("cover" in e.get(EPUB_TYPE, "").split() for e in body.iter("*"))
    if mains != 1 and not is_cover:
        yield rule("book.not-one-h1").at(Place(file=path), count=mains)
    before = 0
    for heading in found:
        level = level_of(heading)
        if level > before + 1:
            yield rule("book.heading-gap").at(place_in(path, heading), found=level, after=before)
        before = level
