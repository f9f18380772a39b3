"""Notes: a way there and a way back."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.markup import EPUB_TYPE
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule


def check_notes(book: Opened) -> Iterator[Finding]:
    """End notes and their links back (DPUB-ARIA 1.1 doc-backlink)."""
    for path, tree in book.documents.items():
        for holder in tree.iter("*"):
            if holder.get("role") != "doc-endnotes" and "endnotes" not in holder.get(EPUB_TYPE, "").split():
                continue
            for item in holder.iter("li"):
                if item.get("id", "").startswith("note-") and not any(
                    a.get("role") == "doc-backlink" for a in item.iter("a")
                ):
                    yield rule("book.note-without-way-back").at(place_in(path, item))
