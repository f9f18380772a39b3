"""Ways through a book: contents that reach every document, landmarks."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.markup import EPUB_TYPE
from ebook.opened import Opened
from ebook.rules import Finding, Place, rule


def check_navigation(book: Opened) -> Iterator[Finding]:
    """The navigation document of EPUB 3 (§7); the contents of EPUB 2 are EPUBCheck's."""
    if book.version == "2.0":
        return
    nav = book.documents.get(book.nav)
    if nav is None:
        yield rule("book.container").at(Place(file=book.package_path), reason="it has no navigation document")
        return
    linked = {
        book.target(book.nav, a.get("href", ""))[0]
        for n in nav.iter("nav")
        if "toc" in n.get(EPUB_TYPE, "").split()
        for a in n.iter("a")
    }
    for item in book.spine:
        if item.linear and item.path not in linked and item.path != book.nav:
            yield rule("book.not-in-contents").at(Place(file=book.nav), file=item.path)
    if not any("landmarks" in n.get(EPUB_TYPE, "").split() for n in nav.iter("nav")):
        yield rule("book.no-landmarks").at(Place(file=book.nav))
