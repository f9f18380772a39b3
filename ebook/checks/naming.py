"""What an element is and how it is called: types, roles, names, what is hidden. Shared by the checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ebook.markup import BLOCKS, EPUB_TYPE, Element, squash, text_of
from ebook.opened import Opened

DECORATION = frozenset(("presentation", "none"))
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
FRONT = frozenset(
    "cover titlepage halftitlepage copyright-page dedication epigraph colophon imprint seriespage frontispiece".split()
)
"""Kinds of documents that need no heading and stand under no heading of the contents."""

Ids = Mapping[str, Element]


def types(element: Element) -> frozenset[str]:
    """The kinds that `epub:type` states."""
    return frozenset(element.get(EPUB_TYPE, "").lower().split())


def roles(element: Element) -> frozenset[str]:
    """The roles that an element states."""
    return frozenset(element.get("role", "").lower().split())


def is_a(element: Element, *kinds: str) -> bool:
    """Whether an element is of one of these kinds, by `epub:type` or by the role that goes with it."""
    return any(kind in types(element) or f"doc-{kind}" in roles(element) for kind in kinds)


def all_of(tree: Element, *kinds: str) -> Iterator[Element]:
    """Every element of these kinds, in reading order."""
    return (e for e in tree.iter("*") if is_a(e, *kinds))


def ids_of(tree: Element) -> Ids:
    """The elements of a document by id, the first of each."""
    found: dict[str, Element] = {}
    for element in tree.iter("*"):
        identifier = element.get("id")
        if identifier:
            found.setdefault(identifier, element)
    return found


def all_ids(book: Opened) -> Mapping[str, Ids]:
    """The elements with ids of each document."""
    return {path: ids_of(tree) for path, tree in book.documents.items()}


def label_of(element: Element, ids: Ids) -> str:
    """The name that an element is given by attributes: `aria-labelledby`, `aria-label`, `title`."""
    labels = [
        text_of(ids[i]) or ids[i].get("aria-label", "") for i in element.get("aria-labelledby", "").split() if i in ids
    ]
    return " ".join(labels).strip() or element.get("aria-label", "").strip() or element.get("title", "").strip()


def name_of(element: Element, ids: Ids) -> str:
    """What a screen reader calls an element: its label, else its words and those of its pictures."""
    return label_of(element, ids) or spoken_text(element, ids)


def spoken_text(element: Element, ids: Ids) -> str:
    """The words of an element and of the pictures and formulas in it, without what is hidden from screen readers."""
    words: list[str] = [element.text or ""]
    for inner in element:
        if isinstance(inner.tag, str) and inner.get("aria-hidden") != "true":
            if inner.tag in ("img", "area", "input"):
                words.append(inner.get("alt", "") or label_of(inner, ids))
            elif inner.tag == "math" and inner.get("alttext"):
                words.append(inner.get("alttext", ""))
            else:
                words.append(inner.get("aria-label", "") or spoken_text(inner, ids))
        words.append(inner.tail or "")
    return squash(" ".join(words) if element.tag in BLOCKS else "".join(words))


def has_words(text: str) -> bool:
    """Whether a text holds a letter or a digit."""
    return any(c.isalnum() for c in text)


def is_hidden(element: Element) -> bool:
    """Whether an element is hidden from screen readers."""
    return any(
        e.get("aria-hidden") == "true" or e.get("hidden") is not None for e in (element, *element.iterancestors())
    )


def is_front(tree: Element) -> bool:
    """Whether a document is a cover, a title page, a dedication or the like."""
    return any(types(e) & FRONT or "doc-cover" in roles(e) for e in tree.iter("*"))


def body_of(tree: Element) -> Element:
    """The body of a document."""
    body = tree.find("body")
    return tree if body is None else body


def shown_file(image: Element) -> str:
    """The address of the file that an image shows."""
    return image.get("src") or image.get("href") or image.get(XLINK_HREF) or image.get("data") or ""
