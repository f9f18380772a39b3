"""The package document: every file listed, every listed file there, accessibility metadata stated."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.opened import Opened, is_outside, resolved
from ebook.rules import Finding, Place, rule

REQUIRED = (
    "schema:accessMode",
    "schema:accessModeSufficient",
    "schema:accessibilityFeature",
    "schema:accessibilityHazard",
    "schema:accessibilitySummary",
)
"""EPUB Accessibility 1.1 §2.2, and accessModeSufficient, which 1.2 asks for."""


def check_package(book: Opened) -> Iterator[Finding]:
    """Manifest and metadata."""
    for path in book.items:
        if path not in book.files and not is_outside(path):
            yield rule("book.missing-file").at(Place(file=book.package_path), file=path)
    linked = {resolved(book.package_path, link.href) for link in book.links if not is_outside(link.href)}
    for path in book.files:
        listed = path in book.items or path in ("mimetype", book.package_path) or path in linked
        if not listed and not path.startswith("META-INF/"):
            yield rule("book.unlisted").at(Place(file=path), file=path)
    for name in REQUIRED:
        if not book.values(name):
            yield rule("book.no-accessibility-metadata").at(Place(file=book.package_path), property=name)
