"""What every document needs: ids of its own, links that arrive, nothing active or remote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ebook.markup import Element
from ebook.opened import Opened, is_outside, place_in, resolved
from ebook.rules import Finding, Place, rule

_ACTIVE = ("script", "iframe", "frame", "frameset", "object", "embed", "form", "base", "applet")
_LOADING = {
    "img": "src",
    "link": "href",
    "audio": "src",
    "video": "src",
    "source": "src",
    "track": "src",
    "iframe": "src",
}
_STREAMED = ("audio", "video", "source", "track")
_RUNNING = ("javascript:", "vbscript:", "data:")


def check_documents(book: Opened) -> Iterator[Finding]:
    """The basics of each document, and of each drawing."""
    ids = {path: _ids(tree) for path, tree in book.documents.items()}
    for path, tree in book.documents.items():
        for name, count in sorted(ids[path].items()):
            if count > 1:
                yield rule("book.duplicate-id").at(_second(path, tree, name), id=name)
        for element in tree.iter("*"):
            yield from _element(book, path, element, ids)


def _element(book: Opened, path: str, element: Element, ids: Mapping[str, Counter[str]]) -> Iterator[Finding]:
    tag = str(element.tag)
    if tag in _ACTIVE or any(str(a).lower().startswith("on") for a in element.attrib):
        yield rule("book.active").at(place_in(path, element), what=tag)
    address = element.get(_LOADING.get(tag, ""), "") if tag in _LOADING else ""
    if address.startswith(("http:", "https:", "//", "data:")):
        if tag in _STREAMED and address in book.items:
            return  # EPUB 3.3 §3.6 allows sound and films outside of the book that the manifest lists
        yield rule("book.remote").at(place_in(path, element), target=address[:80])
    elif address and resolved(path, address) not in book.files:
        yield rule("book.dead-link").at(place_in(path, element), target=address)
    href = element.get("href", "")
    if href.strip().lower().startswith(_RUNNING):
        yield rule("book.active").at(place_in(path, element), what=href[:40])
    elif tag in ("a", "area") and href and not is_outside(href):
        target, fragment = book.target(path, href)
        if target not in book.files or (fragment and target in ids and fragment not in ids[target]):
            yield rule("book.dead-link").at(place_in(path, element), target=href)


def _ids(tree: Element) -> Counter[str]:
    return Counter(e.get("id", "") for e in tree.iter("*") if e.get("id"))


def _second(path: str, tree: Element, name: str) -> Place:
    """Where an id stands for the second time."""
    found = [e for e in tree.iter("*") if e.get("id") == name]
    return place_in(path, found[1])
