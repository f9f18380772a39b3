"""Ways through a book: contents that reach every document in its order and by its words, landmarks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from ebook.checks.naming import Ids, all_ids, is_front, name_of, spoken_text, types
from ebook.markup import HEADINGS, Element, inside, text_of
from ebook.opened import Opened, is_outside, place_in
from ebook.rules import Finding, Place, rule

Position: TypeAlias = Callable[[str, str], tuple[int, int] | None]

_WORD = re.compile(r"\w+")


def check_navigation(book: Opened) -> Iterator[Finding]:
    """The navigation document of EPUB 3 (§7); the contents of EPUB 2 are EPUBCheck's."""
    ids = all_ids(book)
    yield from _unreachable(book)
    if book.version == "2.0":
        return
    nav = book.documents.get(book.nav)
    if nav is None:
        yield rule("book.container").at(Place(file=book.package_path), reason="it has no navigation document")
        return
    links = [a for n in nav.iter("nav") if "toc" in types(n) for a in n.iter("a") if a.get("href")]
    linked = {book.target(book.nav, a.get("href", ""))[0] for a in links}
    for item in book.spine:
        if item.linear and item.path not in linked and item.path != book.nav and not _is_cover(book, item.path):
            yield rule("book.not-in-contents").at(Place(file=book.nav), file=item.path)
    yield from _order(book, links, positions(book, ids))
    for link in links:
        yield from _label(book, link, ids)
    yield from _landmarks(book, nav)


def _is_cover(book: Opened, path: str) -> bool:
    tree = book.documents.get(path)
    return tree is not None and not "".join(map(str, tree.itertext("p", "h1", "h2", "div"))).strip() and is_front(tree)


def positions(book: Opened, ids: Mapping[str, Ids]) -> Position:
    """A function from an address in the book to its place in the order of reading; nothing for what is not there."""
    spine = {item.path: number for number, item in reversed(list(enumerate(book.spine)))}
    numbers: dict[str, dict[str, int]] = {}

    def position(path: str, fragment: str) -> tuple[int, int] | None:
        if path not in spine:
            return None
        if not fragment:
            return spine[path], 0
        if path not in numbers and path in book.documents:
            elements = book.documents[path].iter("*")
            numbers[path] = {e.get("id", ""): n for n, e in enumerate(elements, 1) if e.get("id")}
        return (spine[path], numbers[path][fragment]) if fragment in numbers.get(path, {}) else None

    return position


def _order(book: Opened, links: list[Element], position: Position) -> Iterator[Finding]:
    last = (-1, -1)
    for link in links:
        at = position(*book.target(book.nav, link.get("href", "")))
        if at is None:
            continue
        if at < last:
            yield rule("book.contents-order").at(place_in(book.nav, link), label=text_of(link)[:60])
            return
        last = at


def _label(book: Opened, link: Element, ids: Mapping[str, Ids]) -> Iterator[Finding]:
    """An entry whose words are none of those at its target."""
    path, fragment = book.target(book.nav, link.get("href", ""))
    tree = book.documents.get(path)
    label = name_of(link, ids[book.nav])
    if tree is None or not label or path == book.nav or is_front(tree):
        return
    start = ids[path].get(fragment) if fragment else tree
    if start is None:
        return
    heading = _heading_at(start, whole=not fragment)
    said = spoken_text(heading, ids[path]) if heading is not None else ""
    if said and not _alike(label, said):
        yield rule("book.contents-label").at(place_in(book.nav, link), label=label[:60], heading=said[:60])


def _heading_at(start: Element, *, whole: bool) -> Element | None:
    """The heading that an address leads to: the element itself, the first in it, or the one it opens."""
    if start.tag in HEADINGS:
        return start
    inner = next((h for h in start.iter(*HEADINGS) if not inside(h, "aside", "blockquote", "nav")), None)
    if inner is not None or whole:
        return inner
    above = next(start.iterancestors(*HEADINGS), None)
    return above


def _alike(label: str, heading: str) -> bool:
    one, other = (set(_WORD.findall(text.casefold())) for text in (label, heading))
    if not one or not other or one & other:
        return True
    a, b = ("".join(_WORD.findall(text.casefold())) for text in (label, heading))
    if a in b or b in a:
        return True
    pairs = {a[i : i + 2] for i in range(len(a) - 1)}
    beyond = any(c > "\u2e80" for c in a)
    return beyond and any(b[i : i + 2] in pairs for i in range(len(b) - 1))


def _landmarks(book: Opened, nav: Element) -> Iterator[Finding]:
    landmarks = next((n for n in nav.iter("nav") if "landmarks" in types(n)), None)
    if landmarks is None:
        yield rule("book.no-landmarks").at(Place(file=book.nav))
        return
    named = {kind for a in landmarks.iter("a") for kind in types(a)}
    if not named & {"bodymatter", "text", "chapter", "part"}:
        yield rule("book.landmarks-poor").at(place_in(book.nav, landmarks), what="the text starts (bodymatter)")


def _unreachable(book: Opened) -> Iterator[Finding]:
    """Documents outside of the reading order that no link reaches."""
    aside = [item.path for item in book.spine if not item.linear and item.path != book.nav]
    if not aside:
        return
    reached = {
        book.target(path, link.get("href", ""))[0]
        for path, tree in book.documents.items()
        for link in tree.iter("a", "area")
        if link.get("href") and not is_outside(link.get("href", ""))
        if book.target(path, link.get("href", ""))[0] != path
    }
    for path in aside:
        if path not in reached and not _is_cover(book, path):
            yield rule("book.unreachable").at(Place(file=path), file=path)
