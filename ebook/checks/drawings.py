"""Drawings: nothing in them that runs."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from ebook.opened import Opened
from ebook.rules import Finding, Place, rule

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)


def check_drawings(book: Opened) -> Iterator[Finding]:
    """Active content of SVG files: scripts, handlers, foreign elements, links that run."""
    for path, data in book.files.items():
        if not path.endswith(".svg"):
            continue
        try:
            tree = etree.fromstring(data, _PARSER)
        except etree.XMLSyntaxError:
            continue  # `open_epub` has reported it
        for element in tree.iter("*"):
            name = str(element.tag).rpartition("}")[2]
            links = [str(v).strip().lower() for k, v in element.attrib.items() if str(k).rpartition("}")[2] == "href"]
            handlers = any(str(k).lower().startswith("on") for k in element.attrib)
            if name in ("script", "foreignObject") or handlers or any(v.startswith("javascript:") for v in links):
                yield rule("book.active").at(Place(file=path, line=element.sourceline or 0), what=name)
