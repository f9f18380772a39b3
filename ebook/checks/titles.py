"""Titles of documents: there, different from each other, and telling."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.checks.naming import is_front
from ebook.markup import Element, text_of
from ebook.opened import Opened, place_in
from ebook.rules import Finding, Place, rule

_NOTHING = re.compile(
    r"untitled.*|unknown|document\d*|title|new document|no title|index|chapter|section|page|none|null|"
    r"(?:part|text|split|ch|chap|sec|file|item|html?|xhtml|index|content|page)[-_]?\d+(?:_split_\d+)?|"
    r".+\.x?html?|unbenannt.*|sans titre.*|sin título.*|senza titolo.*",
    re.I,
)


def check_titles(book: Opened) -> Iterator[Finding]:
    """The title element of each document (WCAG 2.4.2)."""
    alike: dict[str, list[tuple[str, Element]]] = {}
    for path, tree in book.documents.items():
        title = tree.find("head/title")
        words = text_of(title) if title is not None else ""
        if title is None or not words:
            yield rule("book.no-title").at(Place(file=path))
        elif _NOTHING.fullmatch(words):
            yield rule("book.title-says-nothing").at(place_in(path, title), title=words[:60])
        elif path != book.nav and not is_front(tree):
            alike.setdefault(words.casefold(), []).append((path, title))
    for found in alike.values():
        if len(found) > 1:
            words = text_of(found[1][1])[:60]
            yield rule("book.titles-alike").at(place_in(*found[1]), count=len(found), title=words)
