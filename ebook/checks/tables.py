"""Tables: header cells and a caption for data, and none for layout."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.checks.naming import DECORATION, Ids, has_words, ids_of, label_of, spoken_text
from ebook.markup import HEADINGS, Element, closest, text_of
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule


def check_tables(book: Opened) -> Iterator[Finding]:
    """Data tables (WCAG 1.3.1) and what only looks like them."""
    for path, tree in book.documents.items():
        ids = ids_of(tree)
        for table in tree.iter("table"):
            if table.get("role") not in DECORATION and table.get("aria-hidden") != "true":
                yield from _table(path, table, ids)


def _table(path: str, table: Element, ids: Ids) -> Iterator[Finding]:
    where = place_in(path, table)
    headers = list(table.iter("th"))
    if not headers and (reason := _why_layout(table)):
        yield rule("book.table-layout").at(where, reason=reason)
        return
    if not headers and not any(c.get("role") in ("columnheader", "rowheader") for c in table.iter("td")):
        yield rule("book.table-without-headers").at(where)
    if not _is_named(table, ids):
        yield rule("book.table-without-caption").at(where)
    empty = [
        th
        for th in headers
        if not has_words(spoken_text(th, ids)) and not label_of(th, ids) and not _is_corner(table, th)
    ]
    empty = [th for th in empty if not text_of(th)]
    if empty:
        yield rule("book.table-header-empty").at(place_in(path, empty[0]), count=len(empty))


def _why_layout(table: Element) -> str:
    """Why a table without header cells holds no data; nothing where it may."""
    rows = [list(row.iterchildren("td")) for row in table.iter("tr")]
    rows = [row for row in rows if row]
    if not rows or max(map(len, rows)) == 1 or len(rows) == 1:
        return "it has a single row or column"
    if any(True for _ in table.iterdescendants("table")):
        return "a table stands in it"
    if table.find("caption") is None and any(True for _ in table.iter(*HEADINGS, "figure", "section", "article")):
        return "it holds headings or figures"
    cells = [c for row in rows for c in row]
    long = sum(len(list(c.iterchildren("p", "ul", "ol", "div"))) >= 2 for c in cells)
    return "its cells hold whole passages" if 2 * long >= len(cells) else ""


def _is_named(table: Element, ids: Ids) -> bool:
    if any(text_of(c) for c in table.iterchildren("caption")) or label_of(table, ids):
        return True
    figure = closest(table, "figure")
    return figure is not None and any(text_of(c) for c in figure.iter("figcaption"))


def _is_corner(table: Element, header: Element) -> bool:
    """Whether a header cell begins the first rows: no row and no column is named there."""
    row = header.getparent()
    if row is None or next(row.iterchildren("th", "td"), None) is not header:
        return False
    above = list(table.iter("tr"))
    return above.index(row) < 2 or all(c.tag == "th" for c in row.iterchildren("th", "td"))
