"""Ways through a book: contents, page list, landmarks."""

from __future__ import annotations

from ebook.evidence.notes import Notes
from ebook.evidence.structure import FRONT, types_of
from ebook.markup import EPUB_TYPE, Element
from ebook.opened import ncx_points
from ebook.outline import headings
from ebook.rules import Place


def note_navigation(notes: Notes) -> None:
    """The navigation document, or the NCX of an EPUB 2."""
    book = notes.book
    reached: list[str] = []
    nav = book.documents.get(book.nav)
    pages: set[tuple[str, str]] = set()
    for part in nav.iter("nav") if nav is not None else ():
        types = part.get(EPUB_TYPE, "").split()
        links = [a for a in part.iter("a") if a.get("href")]
        notes.numbers["roles"] += part.get("role", "").startswith("doc-")
        if "toc" in types:
            reached = [book.target(book.nav, a.get("href", ""))[0] for a in links]
            _order(notes, reached, links)
        elif "landmarks" in types:
            notes.numbers["landmarks"] += len(links)
        elif "page-list" in types:
            pages = {book.target(book.nav, a.get("href", "")) for a in links}
            notes.numbers["page_list"] += sum(notes.find(book.nav, a.get("href", "")) is not None for a in links)
    if nav is None:
        reached = [path for _, path, _ in ncx_points(book, "navMap")]
        pages = {(path, fragment) for _, path, fragment in ncx_points(book, "pageList")}
        notes.numbers["page_list"] += sum(_is_there(notes, path, fragment) for path, fragment in pages)
    notes.numbers["contents"] += len(reached)
    for path, seen in notes.seen.items() if pages else ():
        for element in seen.having("role", EPUB_TYPE):
            is_mark = element.get("role") == "doc-pagebreak" or "pagebreak" in element.get(EPUB_TYPE, "").split()
            if is_mark and (path, element.get("id", "")) not in pages:
                notes.add("pages_unlisted", path, element)
    _unreached(notes, frozenset(reached))


def _order(notes: Notes, reached: list[str], links: list[Element]) -> None:
    book = notes.book
    positions = {s.path: n for n, s in enumerate(book.spine)}
    last = -1
    for path, link in zip(reached, links, strict=True):
        position = positions.get(path, last)
        if position < last:
            notes.add("out_of_order", book.nav, link)
        last = max(last, position)


def _is_there(notes: Notes, path: str, fragment: str) -> bool:
    """Whether a document has that place."""
    seen = notes.seen.get(path)
    return seen is not None and (not fragment or seen.by_id(fragment) is not None)


def _unreached(notes: Notes, reached: frozenset[str]) -> None:
    book = notes.book
    for item in book.spine:
        tree = book.documents.get(item.path)
        if not item.linear or item.path in reached or item.path == book.nav or tree is None:
            continue
        notes.at("unreached", Place(file=item.path))
        body = tree.find("body")
        if body is not None and not types_of(body) & FRONT and next(headings(tree), None) is not None:
            notes.at("chapters_unreached", Place(file=item.path))
