"""Drawings: a name for each, nothing in them that runs or moves."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ebook.checks.naming import DECORATION, is_hidden
from ebook.markup import Element, inside, raw_text
from ebook.opened import Opened, place_in
from ebook.rules import Finding, Place, rule

MOVING = frozenset("animate animateTransform animateMotion animateColor set discard".split())
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


def check_drawings(book: Opened) -> Iterator[Finding]:
    """SVG in documents and in files of its own."""
    for path, data in book.files.items():
        if path.endswith(".svg"):
            try:
                tree = etree.fromstring(data, _PARSER)
            except etree.XMLSyntaxError:
                continue  # `open_epub` has reported it
            yield from _file(book, path, tree)
    for path, tree in book.documents.items():
        for drawing in tree.iter("svg"):
            if not inside(drawing, "svg"):
                yield from _inline(path, drawing)


def _file(book: Opened, path: str, tree: Element) -> Iterator[Finding]:
    moving = ""
    for element in tree.iter("*"):
        name = str(element.tag).rpartition("}")[2]
        links = [str(v).strip().lower() for k, v in element.attrib.items() if str(k).rpartition("}")[2] == "href"]
        handlers = any(str(k).lower().startswith("on") for k in element.attrib)
        if name in ("script", "foreignObject") or handlers or any(v.startswith("javascript:") for v in links):
            yield rule("book.active").at(Place(file=path, line=element.sourceline or 0), what=name)
        if name in MOVING and not moving:
            moving = name
            yield rule("book.image-moving").at(
                Place(file=path, line=element.sourceline or 0), what=f"A drawing ({name})"
            )
    if any(item.path == path for item in book.spine) and not _is_named(tree):
        yield rule("book.drawing-nameless").at(Place(file=path, line=tree.sourceline or 0))


def _inline(path: str, drawing: Element) -> Iterator[Finding]:
    moving = next(drawing.iter(*MOVING), None)
    if moving is not None:
        yield rule("book.image-moving").at(place_in(path, moving), what=f"A drawing ({moving.tag!s})")
    around = [e for e in drawing.iterancestors() if e.get("role") == "img" or e.get("aria-label")]
    if is_hidden(drawing) or drawing.get("role") in DECORATION or around or _is_named(drawing):
        return
    link = next(drawing.iterancestors("a", "button"), None)
    if link is not None and raw_text(link).strip():
        return  # the link has words of its own
    yield rule("book.drawing-nameless").at(place_in(path, drawing))


def _is_named(drawing: Element) -> bool:
    """Whether a drawing has a label, a title, or text that can be read."""
    if drawing.get("aria-label") or drawing.get("aria-labelledby"):
        return True
    titles = [e for e in drawing if isinstance(e.tag, str) and e.tag.rpartition("}")[2] == "title"]
    if any("".join(map(str, t.itertext())).strip() for t in titles):
        return True
    texts = list(drawing.iter("{*}text", "text"))
    return drawing.get("role") != "img" and any(raw_text(t).strip() for t in texts)
