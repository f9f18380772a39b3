"""Our own rules: what a reader needs and no other checker sees, and the basics without Java. Any EPUB 2 or 3."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from ebook.checks.abbreviations import check_abbreviations
from ebook.checks.claims import check_claims
from ebook.checks.colours import check_colours
from ebook.checks.descriptions import check_descriptions
from ebook.checks.documents import check_documents
from ebook.checks.drawings import check_drawings
from ebook.checks.glossary import check_glossary
from ebook.checks.headings import check_headings
from ebook.checks.images import check_images
from ebook.checks.landmarks import check_landmarks
from ebook.checks.languages import check_languages, check_passages
from ebook.checks.line_breaks import check_line_breaks
from ebook.checks.links import check_links
from ebook.checks.mathematics import check_mathematics
from ebook.checks.media import check_media
from ebook.checks.metadata import check_metadata
from ebook.checks.navigation import check_navigation
from ebook.checks.notes import check_notes
from ebook.checks.package import check_package
from ebook.checks.pages import check_pages
from ebook.checks.presentational import check_presentational
from ebook.checks.roles import check_roles
from ebook.checks.style_sheets import check_style_sheets
from ebook.checks.tables import check_tables
from ebook.checks.titles import check_titles
from ebook.opened import Opened, open_epub
from ebook.rules import Finding, Place, rule

Check: TypeAlias = Callable[[Opened], Iterator[Finding]]

FAILING: tuple[Check, ...] = (
    check_package,
    check_metadata,
    check_navigation,
    check_pages,
    check_documents,
    check_titles,
    check_languages,
    check_landmarks,
    check_headings,
    check_roles,
    check_presentational,
    check_line_breaks,
    check_links,
    check_images,
    check_drawings,
    check_media,
    check_mathematics,
    check_tables,
    check_notes,
    check_glossary,
    check_style_sheets,
    check_claims,
)
"""Checks of what can be judged by machine; each looks at one subject and edits nothing."""
DOUBTING: tuple[Check, ...] = (check_passages, check_descriptions, check_abbreviations, check_colours)
"""Checks of what a person must decide, and which take longest."""
CHECKS: tuple[Check, ...] = (*FAILING, *DOUBTING)
"""Every check of ours."""


def check_ours(data: bytes, name: str, checks: tuple[Check, ...] = CHECKS) -> list[Finding]:
    """What our rules say of the bytes of an EPUB file; `name` is used in messages."""
    book, findings = open_epub(data, name)
    return findings if book is None else [*findings, *check_opened(book, checks)]


def check_opened(book: Opened, checks: tuple[Check, ...] = CHECKS) -> list[Finding]:
    """What our rules say of a book that could be opened."""
    findings: list[Finding] = []
    for check in checks:
        try:
            findings.extend(check(book))
        except RecursionError:
            reason = "elements stand in each other more deeply than any reading app goes"
            findings.append(rule("book.malformed").at(Place(file=book.name), file=book.name, reason=reason))
    return findings
