"""What each rule says of a whole book: pass, fail, not applicable, or a person must look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from ebook.markup import EPUB_TYPE
from ebook.opened import Opened
from ebook.rules import RULES, Finding, Outcome, Rule, Severity
from ebook.rules.books import BOOKS
from ebook.rules.styles import STYLES

_TAGS: Mapping[str, tuple[str, ...]] = {
    "images": ("img", "image"),
    "tables": ("table",),
    "mathematics": ("math",),
    "audio and video": ("audio", "video"),
    "media": ("audio", "video", "object", "embed"),
}
"""Subjects that are there where a chapter has one of these elements."""
_TAGS_ANYWHERE: Mapping[str, tuple[str, ...]] = {
    "scripts": ("script", "iframe", "object", "embed", "canvas"),
    "forms": ("form", "input", "select", "textarea", "button"),
}
"""The same for any document, contents too."""
_TYPES: Mapping[str, tuple[str, ...]] = {
    "notes": ("noteref", "footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"),
    "glossary": ("glossary",),
    "pages": ("pagebreak", "page-list"),
}
"""Subjects that are there where an element has one of these values of `epub:type`."""
_MOVING = ("image/gif", "image/webp", "image/apng")
_CAPITALS = re.compile(r"\b[^\W\d_a-z]{2,}\b")
_OTHERS: Mapping[str, Callable[[Opened], bool]] = {
    **dict.fromkeys(("structure", "headings", "language", "navigation", "metadata"), lambda book: bool(book.items)),
    "documents": lambda book: bool(book.documents),
    "claims": lambda book: any(s.property.startswith(("schema:", "a11y:", "dcterms:conf")) for s in book.statements),
    "styles": lambda book: (
        any(i.media_type == "text/css" for i in book.items.values())
        or _any(book, lambda e: e.tag == "style" or bool(e.get("style")))
    ),
    "drawings": lambda book: (
        any(i.media_type == "image/svg+xml" for i in book.items.values()) or _any(book, lambda e: e.tag == "svg")
    ),
    "links": lambda book: _any(book, lambda e: e.tag == "a" and bool(e.get("href")), chapters=True),
    "abbreviations": lambda book: _any(
        book,
        lambda e: e.tag in ("abbr", "dfn") or bool(_CAPITALS.search(f"{e.text or ''} {e.tail or ''}")),
        chapters=True,
    ),
    "media": lambda book: any(i.media_type in _MOVING for i in book.items.values()),
    "roles": lambda book: _any(book, lambda e: bool(e.get("role"))),
    "names": lambda book: _any(book, lambda e: bool(e.get("aria-label") or e.get("aria-labelledby")), chapters=True),
    "overlays": lambda book: any(i.overlay for i in book.items.values()),
    "orientation": lambda book: any(
        s.property in ("rendition:orientation", "rendition:layout") and s.value not in ("auto", "reflowable")
        for s in book.statements
    ),
    "moving pictures": lambda book: any(i.media_type in _MOVING for i in book.items.values()),
}
"""The rest; structure, headings, language, navigation and metadata are what every book must have."""
ABOUT_BOOKS = (*BOOKS, *(rule for rule in STYLES if rule.subject))
"""The rules that a finished book is held against."""
SUBJECTS = frozenset({*_TAGS, *_TAGS_ANYWHERE, *_TYPES, *_OTHERS})
"""Every word that `Rule.subject` may be."""


def _any(book: Opened, test: Callable[..., bool], *, chapters: bool = False) -> bool:
    trees = (tree for _, tree in book.chapters()) if chapters else book.documents.values()
    return any(test(element) for tree in trees for element in tree.iter("*"))


def held(book: Opened) -> frozenset[str]:
    """The subjects that a book holds."""
    tags = {str(e.tag) for _, tree in book.chapters() for e in tree.iter("*")}
    anywhere = {str(e.tag) for tree in book.documents.values() for e in tree.iter("*")}
    types = {t for tree in book.documents.values() for e in tree.iter("*") for t in e.get(EPUB_TYPE, "").split()}
    return frozenset(
        {
            *(name for name, wanted in _TAGS.items() if tags.intersection(wanted)),
            *(name for name, wanted in _TAGS_ANYWHERE.items() if anywhere.intersection(wanted)),
            *(name for name, wanted in _TYPES.items() if types.intersection(wanted)),
            *(name for name, test in _OTHERS.items() if test(book)),
        }
    )


def outcomes(
    book: Opened | None, findings: Iterable[Finding], rules: Sequence[Rule] = ABOUT_BOOKS
) -> Mapping[str, Outcome]:
    """The outcome of each rule about books, and of every other rule of ours that was found."""
    found = tuple(findings)
    worst = worst_of(found)
    there = held(book) if book is not None else frozenset()
    hidden = is_incomplete(book, found)
    asked = dict.fromkeys([rule.id for rule in rules] + [rule.id for rule in RULES if rule.id in worst])
    subjects = {rule.id: rule.subject for rule in (*RULES, *rules)}
    said: dict[str, Outcome] = {}
    for id in asked:
        if id in worst and worst[id] is not Severity.INFO:
            said[id] = Outcome.PERSON if worst[id] is Severity.REVIEW else Outcome.FAILED
        elif hidden:
            said[id] = Outcome.PERSON
        elif subjects[id] and subjects[id] in SUBJECTS and subjects[id] not in there:
            said[id] = Outcome.ABSENT
        else:
            said[id] = Outcome.PASSED
    return said


def is_incomplete(book: Opened | None, findings: Iterable[Finding]) -> bool:
    """Whether something of the book could not be read, so that nothing can be said of what was not found."""
    return book is None or any(f.severity is Severity.FATAL for f in findings)


def worst_of(findings: Iterable[Finding]) -> Mapping[str, Severity]:
    """The worst severity with which each rule was found."""
    worst: dict[str, Severity] = {}
    for finding in findings:
        if finding.rule not in worst or finding.severity.rank > worst[finding.rule].rank:
            worst[finding.rule] = finding.severity
    return worst
