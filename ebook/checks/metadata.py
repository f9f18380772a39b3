"""What the package says of the book as a whole: authors, series, layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.opened import Opened
from ebook.rules import Finding, Place, rule

_POSITION = re.compile(r"\d+(?:\.\d+)*")
_AUTHORS = ("dc:creator", "dc:contributor")


def check_metadata(book: Opened) -> Iterator[Finding]:
    """Statements that catalogues and reading apps rely on."""
    if not any(s.property in _AUTHORS and s.value for s in book.statements):
        yield rule("book.no-creator").at(Place(file=book.package_path))
    for statement in book.statements:
        where = Place(file=book.package_path, line=statement.line, snippet=f"{statement.property}: {statement.value}")
        if statement.property == "group-position" and not _POSITION.fullmatch(statement.value):
            yield rule("book.series-position").at(where, value=statement.value)
        if statement.property == "rendition:layout" and statement.value == "pre-paginated":
            yield rule("book.fixed-layout").at(where)
