"""Glossaries: from each entry back to the text."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.checks.naming import all_ids, all_of
from ebook.markup import Element, closest, text_of
from ebook.opened import Opened, is_outside, place_in
from ebook.rules import Finding, rule


def check_glossary(book: Opened) -> Iterator[Finding]:
    """Entries that the text refers to and that do not lead back (DPUB-ARIA 1.1 doc-backlink)."""
    ids = all_ids(book)
    referred: dict[Element, set[str]] = {}
    where: dict[Element, str] = {}
    for path, tree in book.documents.items():
        for reference in all_of(tree, "glossref"):
            target, fragment = book.target(path, reference.get("href", ""))
            entry = ids.get(target, {}).get(fragment)
            if entry is not None:
                term = (
                    entry
                    if entry.tag in ("dt", "dd", "li", "p", "div", "section")
                    else closest(entry, "dt", "dd", "li", "p")
                )
                term = entry if term is None else term
                referred.setdefault(term, set()).add(path)
                where[term] = target
    for term, paths in referred.items():
        links = [a for part in _parts(term) for a in part.iter("a")]
        hrefs = [a.get("href", "") for a in links if a.get("href") and not is_outside(a.get("href", ""))]
        if not any(book.target(where[term], href)[0] in paths and "#" in href for href in hrefs):
            yield rule("book.term-without-way-back").at(place_in(where[term], term), text=text_of(term)[:60])


def _parts(term: Element) -> Iterator[Element]:
    """A term with all that belongs to it: the definitions after a `dt`, the terms before a `dd`."""
    yield term
    if term.tag == "dt":
        for following in term.itersiblings():
            if following.tag == "dt" and (before := following.getprevious()) is not None and before.tag != "dt":
                return
            yield following
