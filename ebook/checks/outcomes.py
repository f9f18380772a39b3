"""What each rule says of a whole book: pass, fail, not applicable, or a person must look."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from ebook.markup import EPUB_TYPE, Element
from ebook.motion import drawing_may_act, drawing_may_move, may_move
from ebook.opened import Opened, ncx_points
from ebook.rules import RULES, Finding, Outcome, Rule, Severity
from ebook.rules.books import BOOKS
from ebook.rules.styles import STYLES
from ebook.styling import Style, style_of

_TAGS: Mapping[str, tuple[str, ...]] = {
    "images": ("img", "image"),
    "tables": ("table",),
    "mathematics": ("math",),
    "audio and video": ("audio", "video"),
    "media": ("audio", "video", "object", "embed"),
}
"""Subjects that are there where a chapter has one of these elements."""
_TAGS_ANYWHERE: Mapping[str, tuple[str, ...]] = {
    "forms": ("form", "input", "select", "textarea", "button"),
}
"""The same for any document, contents too."""
_ACTIVE = ("script", "iframe", "object", "embed", "canvas")
_TYPES: Mapping[str, tuple[str, ...]] = {
    "notes": ("noteref", "footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"),
    "glossary": ("glossary",),
    "pages": ("pagebreak", "page-list"),
}
"""Subjects that are there where an element has one of these values of `epub:type`."""
_SMIL = ("animate", "animateTransform", "animateMotion", "animateColor", "set", "marquee", "blink")
_ACTING = re.compile(r"on[a-z]+$", re.I)
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
    "scripts": lambda book: _acts(book),
    "overlays": lambda book: any(i.overlay for i in book.items.values()),
    "orientation": lambda book: any(
        s.property in ("rendition:orientation", "rendition:layout") and s.value not in ("auto", "reflowable")
        for s in book.statements
    ),
    "moving pictures": lambda book: _moves(book),
    "background pictures": lambda book: (
        any(style.pictured for style in _styles(book)) or _any(book, lambda e: bool(e.get("background")))
    ),
    "drawn text": lambda book: _any(book, lambda e: e.tag in ("text", "foreignObject")),
    "contents": lambda book: _has_contents(book),
}
"""The rest; structure, headings, language, navigation and metadata are what every book must have."""
ABOUT_BOOKS = (*BOOKS, *(rule for rule in STYLES if rule.subject))
"""The rules that a finished book is held against."""
SUBJECTS = frozenset({*_TAGS, *_TAGS_ANYWHERE, *_TYPES, *_OTHERS})
"""Every word that `Rule.subject` may be."""


def _any(book: Opened, test: Callable[..., bool], *, chapters: bool = False) -> bool:
    trees = (tree for _, tree in book.chapters()) if chapters else book.documents.values()
    return any(test(element) for tree in trees for element in tree.iter("*"))


def _styles(book: Opened) -> Iterator[Style]:
    """Every style sheet, `style` element and `style` attribute."""
    for path, item in book.items.items():
        if item.media_type == "text/css":
            yield _style_of(book.files.get(path, b"").decode("utf-8", "replace"))
    trees = book.documents.values()
    said = {e.get("style", "") for tree in trees for e in tree.iter("*") if _TELLING.search(e.get("style", ""))}
    yield from (style_of(f"* {{{text}}}") for text in sorted(said))
    yield from (style_of(text) for text in sorted({e.text or "" for tree in trees for e in tree.iter("style")}))


_TELLING = re.compile(r"animation|transition|background|border|list-style", re.I)
"""What a `style` attribute must hold to be parsed at all."""
_style_of = lru_cache(maxsize=16)(style_of)


def _moves(book: Opened) -> bool:
    """Whether anything moves, blinks or changes by and by, or may: nobody may then say that nothing does."""
    files = ((item.media_type, book.files.get(path, b"")) for path, item in book.items.items())
    return (
        any(
            kind in _MOVING or may_move(data, kind) or (kind == "image/svg+xml" and drawing_may_move(data))
            for kind, data in files
        )
        or _any(book, lambda e: e.tag in _SMIL)
        or any(style.moving or style.changing for style in _styles(book))
    )


def _acts(book: Opened) -> bool:
    """Whether anything runs: scripts, attributes of events, drawings with either."""
    drawings = (book.files.get(path, b"") for path, i in book.items.items() if i.media_type == "image/svg+xml")
    return any(map(drawing_may_act, drawings)) or _any(book, _is_active)


def _is_active(element: Element) -> bool:
    return (
        element.tag in _ACTIVE
        or any(_ACTING.match(str(name)) for name in element.keys())  # noqa: SIM118 - an element is no dict
        or element.get("href", "").strip().lower().startswith("javascript:")
    )


def _has_contents(book: Opened) -> bool:
    """Whether the navigation document leads anywhere."""
    nav = book.documents.get(book.nav)
    parts = nav.iter("nav") if nav is not None else ()
    return any(a.get("href") for n in parts if "toc" in n.get(EPUB_TYPE, "").split() for a in n.iter("a"))


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
            *(["pages"] if not book.nav and ncx_points(book, "pageList") else []),
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
