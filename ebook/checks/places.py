"""Where in a book the findings of other checkers stand: file, line and the start tag that is there.

EPUBCheck names a line without its words, Ace an element without its line; both name the book as they were given it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from html import escape
from pathlib import PurePosixPath

from ebook.markup import EPUB, Element
from ebook.opened import Opened, place_in, resolved
from ebook.rules import Finding, Place

LONGEST = 120
"""Characters of a snippet (`Place.snippet`)."""
_STEP = re.compile(r"/(\d+)(?:\[([^\]]*)\])?")
_TAG = re.compile(r"<[^>!?/][^>]*>?")


def with_place(finding: Finding, *, book: Opened | None, called: str, name: str) -> Finding:
    """A finding of EPUBCheck with the start tag at its line; `called` is the file name it was given, `name` ours."""
    place = finding.place
    if place.file in ("", called):
        return replace(finding, place=replace(place, file=name))
    if book is None or place.snippet or not place.line:
        return finding
    return replace(finding, place=replace(place, snippet=_tag_at(book, place.file, place.line)))


def _tag_at(book: Opened, path: str, line: int) -> str:
    """The start tag in a line of a file, or the line where it has several; a checker names the line a tag ends in."""
    lines = book.files.get(path, b"").decode("utf-8", "replace").splitlines()
    if not 1 <= line <= len(lines):
        return ""
    tree = book.documents.get(path)
    here = [e for e in tree.iter("*") if e.sourceline == line] if tree is not None else []
    if len(here) == 1:
        return start_tag(here[0])
    tags = _TAG.findall(lines[line - 1])
    return _cut(tags[0] if len(tags) == 1 else lines[line - 1])


def start_tag(element: Element) -> str:
    """The start tag of an element, as a snippet."""
    named = ((str(name).replace(f"{{{EPUB}}}", "epub:"), str(value)) for name, value in element.attrib.items())
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in named if not name.startswith("{"))
    return _cut(f"<{element.tag!s}{attributes}>")


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def ace_place(book: Opened, url: str, cfis: Iterable[str], html: str) -> Place:
    """The place of a finding of Ace: its address is relative to the package, its element is named by a CFI."""
    path = ace_file(book, url)
    tree = book.documents.get(path)
    element = next((found for cfi in cfis if (found := _by_cfi(tree, cfi)) is not None), None)
    if element is not None:
        return replace(place_in(path, element), snippet=start_tag(element))
    return Place(file=path, snippet=_cut(html))


def ace_file(book: Opened, url: str) -> str:
    """The path in the container that Ace means: it names documents from the package, and some from the container."""
    address = url.partition("#")[0]
    for candidate in (resolved(book.package_path, address.lstrip("/")), str(PurePosixPath(address.lstrip("/")))):
        if candidate in book.files:
            return candidate
    return address.lstrip("/")


def _by_cfi(tree: Element | None, cfi: str) -> Element | None:
    """The element that a CFI leads to from the root of its document: even steps count elements."""
    element = tree
    for step, id in _STEP.findall(cfi.partition("!")[2] or cfi):
        if element is None or int(step) % 2:
            return element
        children = [child for child in element if isinstance(child.tag, str)]
        index = int(step) // 2 - 1
        element = children[index] if 0 <= index < len(children) else None
        if id and (element is None or element.get("id") != id) and tree is not None:
            element = next((e for e in tree.iter("*") if e.get("id") == id), element)
    return element
