"""What each rule says of a whole book: pass, fail, not applicable, or a person must look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from ebook.markup import EPUB_TYPE, HEADINGS
from ebook.opened import Opened, is_outside
from ebook.rules import RULES, Finding, Outcome, Rule, Severity
from ebook.rules.books import BOOKS

_TAGS: Mapping[str, tuple[str, ...]] = {
    "images": ("img", "image", "svg"),
    "figures": ("figure",),
    "drawings": ("svg",),
    "tables": ("table",),
    "headings": HEADINGS,
    "lists": ("ul", "ol", "dl"),
    "maths": ("math",),
    "media": ("audio", "video"),
    "code": ("pre", "code"),
    "quotations": ("blockquote", "q"),
    "asides": ("aside",),
    "abbreviations": ("abbr",),
}
"""Subjects that are there where a chapter has one of these elements; contents are made of headings and lists."""
_TAGS_ANYWHERE: Mapping[str, tuple[str, ...]] = {
    "scripts": ("script", "iframe", "object", "embed", "canvas"),
    "forms": ("form", "input", "select", "textarea", "button"),
}
"""The same for any document, contents too."""
_TYPES: Mapping[str, tuple[str, ...]] = {
    "notes": ("noteref", "footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"),
    "glossary": ("glossary",),
    "pages": ("pagebreak", "page-list"),
    "index": ("index",),
}
"""Subjects that are there where an element has one of these values of `epub:type`."""
_OTHERS: Mapping[str, Callable[[Opened], bool]] = {
    "documents": lambda book: bool(book.documents),
    "package": lambda book: True,
    "navigation": lambda book: book.version != "2.0",
    "claims": lambda book: any(s.property.startswith(("schema:", "a11y:", "dcterms:conf")) for s in book.statements),
    "styles": lambda book: (
        any(i.media_type == "text/css" for i in book.items.values())
        or _any(book, lambda e: e.tag == "style" or bool(e.get("style")))
    ),
    "links": lambda book: _any(book, lambda e: e.tag == "a" and bool(e.get("href")), chapters=True),
    "outside links": lambda book: _any(book, lambda e: e.tag == "a" and is_outside(e.get("href", ""))),
    "roles": lambda book: _any(book, lambda e: bool(e.get("role"))),
    "names": lambda book: _any(book, lambda e: bool(e.get("aria-label") or e.get("aria-labelledby")), chapters=True),
    "overlays": lambda book: any(i.overlay for i in book.items.values()),
    "ncx": lambda book: bool(book.ncx),
    "orientation": lambda book: any(
        s.property in ("rendition:orientation", "rendition:layout") and s.value not in ("auto", "reflowable")
        for s in book.statements
    ),
    "moving pictures": lambda book: any(i.media_type in ("image/gif", "image/webp") for i in book.items.values()),
}
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


def outcomes(book: Opened | None, findings: Iterable[Finding], rules: Sequence[Rule] = BOOKS) -> Mapping[str, Outcome]:
    """The outcome of each rule about books, and of every other rule of ours that was found."""
    worst = worst_of(findings)
    there = held(book) if book is not None else frozenset()
    asked = dict.fromkeys([rule.id for rule in rules] + [rule.id for rule in RULES if rule.id in worst])
    subjects = {rule.id: rule.subject for rule in (*RULES, *rules)}
    said: dict[str, Outcome] = {}
    for id in asked:
        if id in worst and worst[id] is not Severity.INFO:
            said[id] = Outcome.PERSON if worst[id] is Severity.REVIEW else Outcome.FAILED
        elif book is None:
            said[id] = Outcome.PERSON
        elif subjects[id] and subjects[id] in SUBJECTS and subjects[id] not in there:
            said[id] = Outcome.ABSENT
        else:
            said[id] = Outcome.PASSED
    return said


def worst_of(findings: Iterable[Finding]) -> Mapping[str, Severity]:
    """The worst severity with which each rule was found."""
    worst: dict[str, Severity] = {}
    for finding in findings:
        if finding.rule not in worst or finding.severity.rank > worst[finding.rule].rank:
            worst[finding.rule] = finding.severity
    return worst
