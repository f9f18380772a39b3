"""Landmarks of a document: where the text starts, and that no two are called the same."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.checks.naming import body_of, ids_of, label_of, roles, types
from ebook.markup import Element, raw_text
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule

LANDMARKS = frozenset(
    "navigation region main form search doc-acknowledgments doc-afterword doc-appendix doc-bibliography doc-chapter "
    "doc-conclusion doc-credits doc-endnotes doc-epilogue doc-errata doc-foreword doc-glossary doc-index "
    "doc-introduction doc-pagelist doc-part doc-preface doc-prologue doc-toc".split()
)
"""Roles that screen readers list (ARIA 1.2 §5.3.4, DPUB-ARIA 1.1); an aside without a name is common and no fault."""

_OWN_ROLES = {"nav": "navigation", "main": "main", "section": "region"}
_ONLY_NAMED = ("region", "form")
"""No landmarks without a name (ARIA 1.2)."""


def check_landmarks(book: Opened) -> Iterator[Finding]:
    """Main elements and names of landmarks."""
    bare: list[tuple[str, Element]] = []
    for path, tree in book.documents.items():
        body = body_of(tree)
        yield from _alike(path, tree)
        if book.version != "2.0" and path != book.nav and _holds_text(body) and not _has_main(body):
            bare.append((path, body))
    if bare:
        yield rule("book.no-main").at(place_in(*bare[0]), count=len(bare))


def _holds_text(body: Element) -> bool:
    return len(raw_text(body).split()) >= 3 and "cover" not in types(body)


def _has_main(body: Element) -> bool:
    return any(e.tag == "main" or "main" in roles(e) for e in body.iter("*"))


def _alike(path: str, tree: Element) -> Iterator[Finding]:
    ids = ids_of(tree)
    found: dict[tuple[str, str], list[Element]] = {}
    for element in tree.iter("*"):
        stated = next((r for r in element.get("role", "").split() if r in LANDMARKS), "")
        role = stated or _OWN_ROLES.get(str(element.tag), "")
        label = label_of(element, ids).casefold()
        if role and (label or role not in _ONLY_NAMED):
            found.setdefault((role, label), []).append(element)
    for (role, _), members in found.items():
        if len(members) > 1:
            yield rule("book.landmarks-alike").at(place_in(path, members[1]), count=len(members), role=role)
