"""Images: an alternative in words for each."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule


def check_images(book: Opened) -> Iterator[Finding]:
    """Text alternatives (WCAG 1.1.1)."""
    for path, tree in book.documents.items():
        for image in tree.iter("img"):
            if image.get("alt") is None:
                yield rule("book.image-without-alt").at(place_in(path, image))
