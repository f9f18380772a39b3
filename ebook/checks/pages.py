"""Pages of a printed book: every mark is listed, in order, has a number, and the book is named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ebook.checks.naming import Ids, all_ids, all_of, body_of, ids_of, is_a, name_of
from ebook.checks.navigation import positions
from ebook.markup import Element, squash, text_of
from ebook.opened import Opened, ncx_points, place_in
from ebook.rules import Finding, Place, rule

_SOURCES = ("pageBreakSource", "a11y:pageBreakSource", "dc:source", "dcterms:source", "schema:pageBreakSource")


def check_pages(book: Opened) -> Iterator[Finding]:
    """Page breaks and the list of pages (EPUB Accessibility 1.1 §3.3)."""
    breaks = [(path, e) for path, tree in book.documents.items() for e in all_of(tree, "pagebreak")]
    nav = book.documents.get(book.nav)
    listed = next((n for n in nav.iter("nav") if is_a(n, "page-list", "pagelist")), None) if nav is not None else None
    for path, tree in book.documents.items():
        ids = ids_of(tree)
        for mark in all_of(tree, "pagebreak"):
            if not name_of(mark, ids) and not _is_listed(book, listed, path, mark):
                yield rule("book.page-without-number").at(place_in(path, mark))
    if nav is None:
        yield from _in_ncx(book)
        return
    if breaks:
        yield from _unlisted(book, nav, listed, breaks)
    if listed is not None:
        yield from _order(book, listed)
        if not any(book.values(name) for name in _SOURCES):
            yield rule("book.pages-without-source").at(Place(file=book.package_path))


def _in_ncx(book: Opened) -> Iterator[Finding]:
    """The list of pages of an EPUB 2."""
    points = ncx_points(book, "pageList")
    order = positions(book, all_ids(book))
    placed = [(at, point) for point, path, fragment in points if (at := order(path, fragment)) is not None]
    for (before, _), (at, point) in pairwise(placed):
        if at < before:
            where = Place(file=book.ncx, line=point.sourceline or 0)
            yield rule("book.pages-out-of-order").at(where, label=squash("".join(map(str, point.itertext())))[:40])
            break
    if points and not any(book.values(name) for name in _SOURCES):
        yield rule("book.pages-without-source").at(Place(file=book.package_path))


def _targets(book: Opened, listed: Element | None) -> list[tuple[str, str]]:
    return [] if listed is None else [book.target(book.nav, a.get("href", "")) for a in listed.iter("a")]


def _is_listed(book: Opened, listed: Element | None, path: str, mark: Element) -> bool:
    return (path, mark.get("id", "")) in _targets(book, listed)


def _unlisted(
    book: Opened, nav: Element, listed: Element | None, breaks: list[tuple[str, Element]]
) -> Iterator[Finding]:
    known = set(_targets(book, listed))
    missing = [(path, e) for path, e in breaks if not e.get("id") or (path, e.get("id", "")) not in known]
    if not missing:
        return
    path, first = missing[0]
    text = f"{path}#{first.get('id', '')} {_number(first, ids_of(book.documents[path]))}".strip()
    where = place_in(book.nav, listed if listed is not None else body_of(nav))
    yield rule("book.page-not-listed").at(where, count=len(missing), text=text)


def _number(mark: Element, ids: Ids) -> str:
    name = name_of(mark, ids)
    return f"({name})" if name else ""


def _order(book: Opened, listed: Element) -> Iterator[Finding]:
    order = positions(book, all_ids(book))
    last = (-1, -1)
    for link in listed.iter("a"):
        at = order(*book.target(book.nav, link.get("href", "")))
        if at is None:
            continue
        if at < last:
            yield rule("book.pages-out-of-order").at(place_in(book.nav, link), label=text_of(link)[:40])
            return
        last = at
