"""Our own rules: what a reader needs and no other checker sees, and the basics without Java. Any EPUB 2 or 3."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from ebook.checks.claims import check_claims
from ebook.checks.documents import check_documents
from ebook.checks.drawings import check_drawings
from ebook.checks.headings import check_headings
from ebook.checks.images import check_images
from ebook.checks.navigation import check_navigation
from ebook.checks.notes import check_notes
from ebook.checks.package import check_package
from ebook.checks.tables import check_tables
from ebook.opened import Opened, open_epub
from ebook.rules import Finding

Check: TypeAlias = Callable[[Opened], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_package,
    check_navigation,
    check_documents,
    check_headings,
    check_images,
    check_drawings,
    check_tables,
    check_notes,
    check_claims,
)
"""Every check of ours; each looks at one subject and edits nothing."""


def check_ours(data: bytes, name: str) -> list[Finding]:
    """What our rules say of the bytes of an EPUB file; `name` is used in messages."""
    book, findings = open_epub(data, name)
    return findings if book is None else [*findings, *(f for check in CHECKS for f in check(book))]
