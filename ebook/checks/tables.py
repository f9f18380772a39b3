"""Tables: header cells, so that a voice can say what a cell is about."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule


def check_tables(book: Opened) -> Iterator[Finding]:
    """Data tables (WCAG 1.3.1)."""
    for path, tree in book.documents.items():
        for table in tree.iter("table"):
            if next(table.iter("th"), None) is None:
                yield rule("book.table-without-headers").at(place_in(path, table))
