"""What every document needs: a language, a title, ids of its own, links that arrive, nothing active or remote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from ebook.markup import XML_LANG, Element
from ebook.opened import Opened, is_outside, place_in, resolved
from ebook.rules import Finding, Place, rule

_ACTIVE = ("script", "iframe", "object", "embed", "form", "base")
_LOADING = {
    "img": "src",
    "link": "href",
    "audio": "src",
    "video": "src",
    "source": "src",
    "track": "src",
    "iframe": "src",
}
_RUNNING = ("javascript:", "vbscript:", "data:")


def check_documents(book: Opened) -> Iterator[Finding]:
    """The basics of each document, and of each drawing."""
    ids = {path: _ids(tree) for path, tree in book.documents.items()}
    for path, tree in book.documents.items():
        place = Place(file=path)
        if not (tree.get("lang") or book.version == "2.0") or not tree.get(XML_LANG):
            yield rule("book.no-language").at(place)
        title = tree.find("head/title")
        if title is None or not "".join(map(str, title.itertext())).strip():
            yield rule("book.no-title").at(place)
        for name, count in sorted(ids[path].items()):
            if count > 1:
                yield rule("book.duplicate-id").at(place, id=name)
        for element in tree.iter("*"):
            yield from _element(book, path, element, ids)


def _element(book: Opened, path: str, element: Element, ids: Mapping[str, Counter[str]]) -> Iterator[Finding]:
    where = place_in(path, element)
    tag = str(element.tag)
    if tag in _ACTIVE or any(str(a).lower().startswith("on") for a in element.attrib):
        yield rule("book.active").at(where, what=tag)
    address = element.get(_LOADING.get(tag, ""), "") if tag in _LOADING else ""
    if address.startswith(("http:", "https:", "//", "data:")):
        yield rule("book.remote").at(where, target=address[:80])
    elif address and resolved(path, address) not in book.files:
        yield rule("book.dead-link").at(where, target=address)
    href = element.get("href", "")
    if href.strip().lower().startswith(_RUNNING):
        yield rule("book.active").at(where, what=href[:40])
    elif tag in ("a", "area") and href and not is_outside(href):
        target, fragment = book.target(path, href)
        if target not in book.files or (fragment and target in ids and fragment not in ids[target]):
            yield rule("book.dead-link").at(where, target=href)


def _ids(tree: Element) -> Counter[str]:
    return Counter(e.get("id", "") for e in tree.iter("*") if e.get("id"))
