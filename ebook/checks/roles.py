"""Roles and labels: `epub:type` has its role, labels stand where they are read, and nothing needed is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ebook.checks.naming import DECORATION, Ids, ids_of, types
from ebook.markup import Element, inside, raw_text
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule

ROLES: Mapping[str, str] = {
    **{
        name: f"doc-{name}"
        for name in (
            "abstract acknowledgments afterword appendix backlink biblioref bibliography chapter colophon conclusion "
            "credit credits dedication endnotes epigraph epilogue errata footnote foreword glossary glossref index "
            "introduction noteref notice pagebreak part preface prologue pullquote qna tip toc".split()
        )
    },
    "page-list": "doc-pagelist",
    "referrer": "doc-backlink",
}
"""`epub:type` to the role that says the same (EPUB Type to ARIA Role Authoring Guide 1.1)."""
DEPRECATED = frozenset("rearnote rearnotes sidebar help warning bridgehead subchapter endnote biblioentry".split())
"""Given up by the EPUB Structural Semantics Vocabulary 1.1."""
UNNAMED = frozenset(
    "span div p b i em strong code del ins sub sup small u s mark abbr cite q time kbd samp var bdi bdo caption".split()
)
"""Elements that may have no name unless they have a role (ARIA in HTML; ARIA 1.2 §5.2.8.6)."""
NO_NAME_ROLES = frozenset(
    "caption code deletion emphasis generic insertion paragraph strong subscript superscript".split()
)
MOST_HIDDEN = 40
"""Words that decoration may hold."""
_POINTING = ("aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "aria-owns", "aria-flowto")
_OPERATED = frozenset("button input select textarea summary audio video iframe".split())


def check_roles(book: Opened) -> Iterator[Finding]:
    """Roles, labels and what is hidden, in each document."""
    for path, tree in book.documents.items():
        ids = ids_of(tree)
        if book.version != "2.0":
            yield from _types(path, tree)
        for element in tree.iter("*"):
            yield from _attributes(path, element, ids)


def _types(path: str, tree: Element) -> Iterator[Finding]:
    bare: dict[str, list[Element]] = {}
    old: dict[str, Element] = {}
    for element in tree.iter("*"):
        for kind in types(element):
            if kind in ROLES and not element.get("role") and not _needs_none(element):
                bare.setdefault(kind, []).append(element)
            if kind in DEPRECATED:
                old.setdefault(kind, element)
    for kind, found in bare.items():
        where = place_in(path, found[0])
        yield rule("book.type-without-role").at(where, count=len(found), type=kind, role=ROLES[kind])
    for kind, element in old.items():
        yield rule("book.type-deprecated").at(place_in(path, element), type=kind)


def _needs_none(element: Element) -> bool:
    """Whether an element says itself what it is, or may have no role; links in lists of landmarks only name kinds."""
    return element.tag in ("body", "html", "nav", "dl", "li") or (element.tag == "a" and inside(element, "nav"))


def _attributes(path: str, element: Element, ids: Ids) -> Iterator[Finding]:
    tag = str(element.tag)
    labelled = element.get("aria-label") or element.get("aria-labelledby")
    role = element.get("role", "")
    if labelled and ((tag in UNNAMED and not role) or role in NO_NAME_ROLES):
        yield rule("book.label-unheard").at(place_in(path, element), tag=role or tag)
    for attribute in _POINTING:
        for identifier in element.get(attribute, "").split():
            if identifier not in ids:
                yield rule("book.aria-target-missing").at(place_in(path, element), attribute=attribute, id=identifier)
    if element.get("aria-hidden") == "true":
        yield from _hidden(path, element)
    if element.get("tabindex", "").strip().isdigit() and int(element.get("tabindex", "0")) > 0:
        yield rule("book.tab-order").at(place_in(path, element), value=element.get("tabindex"))


def _hidden(path: str, element: Element) -> Iterator[Finding]:
    where = place_in(path, element)
    operated = [
        e
        for e in element.iter("*")
        if (e.tag in ("a", "area") and e.get("href") is not None) or e.tag in _OPERATED or e.get("tabindex") == "0"
    ]
    if any(e.get("tabindex") != "-1" for e in operated):
        yield rule("book.hidden-link").at(where)
    pictures = [e for e in element.iter("img") if e.get("alt", "").strip() and e.get("role") not in DECORATION]
    if pictures:
        yield rule("book.hidden-content").at(where, what="An image with a description")
    elif element.tag in ("body", "main", "article") or len(raw_text(element).split()) > MOST_HIDDEN:
        yield rule("book.hidden-content").at(where, what="Text")
