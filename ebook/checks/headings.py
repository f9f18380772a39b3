"""Headings: one main heading for a document, no level skipped, none empty, and nothing that only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.checks.naming import body_of, has_words, ids_of, is_front, name_of
from ebook.markup import HEADINGS, Element, inside, level_of, raw_text, text_of
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule

MOST_WORDS = 12
"""Words of a line that may be a heading."""
_APART = ("aside", "blockquote", "nav")
_NO_PLACE = (
    "li",
    "td",
    "th",
    "figure",
    "figcaption",
    "aside",
    "blockquote",
    "header",
    "footer",
    "dl",
    "caption",
    "nav",
)
"""Where a bold line is a label."""
_FOLLOWS = frozenset("p ul ol dl table figure blockquote div section".split())
_LIKE_HEADING = re.compile(
    r"h[1-6]|head(?:ing|er|line)?[-_]?\d?|sub-?head(?:ing)?|(?:chapter|section|article)[-_]?(?:title|head(?:ing)?)",
    re.I,
)
"""Classes of paragraphs that are styled as headings."""
_ENDS = re.compile(r"[.,;:…]$")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def check_headings(book: Opened) -> Iterator[Finding]:
    """The outline of each document."""
    before = 0
    for path, tree in book.documents.items():
        body = body_of(tree)
        headings = [h for h in body.iter(*HEADINGS) if h.tag == "h1" or not inside(h, *_APART)]
        if path != book.nav:
            yield from _missing(path, tree, body, headings)
            yield from _fake(path, body, bool(headings))
        yield from _outline(path, headings, before)
        yield from _words(path, tree, list(body.iter(*HEADINGS)))
        if headings:
            before = level_of(headings[-1])


def _missing(path: str, tree: Element, body: Element, headings: list[Element]) -> Iterator[Finding]:
    mains = [h for h in headings if h.tag == "h1"]
    if len(mains) > 1:
        yield rule("book.not-one-h1").at(place_in(path, mains[1]), count=len(mains))
    levelled = any(e.get("role") == "heading" for e in body.iter("*"))
    if headings or levelled or len(raw_text(body).split()) < 3 or is_front(tree):
        return
    line = next((e for e in body.iter("p", "div") if _is_bold(e) or _is_styled_line(e)), body)
    yield rule("book.no-heading").at(place_in(path, line))


def _outline(path: str, headings: list[Element], before: int) -> Iterator[Finding]:
    """Levels that are skipped; a document may start wherever the one before it could have gone on."""
    for number, heading in enumerate(headings):
        level = level_of(heading)
        if level > before + 1 and not (number == 0 and level <= 2):
            yield rule("book.heading-gap").at(place_in(path, heading), found=level, after=before)
        before = level


def _words(path: str, tree: Element, headings: list[Element]) -> Iterator[Finding]:
    capitals: list[Element] = []
    ids = ids_of(tree)
    for heading in headings:
        name = name_of(heading, ids)
        if not name:
            yield rule("book.heading-empty").at(place_in(path, heading))
        elif not has_words(name):
            yield rule("book.heading-wordless").at(place_in(path, heading), text=name[:60])
        elif name.isupper() and len(_LONG_WORD.findall(name)) >= 2:
            capitals.append(heading)
    if capitals:
        text = text_of(capitals[0])[:60]
        yield rule("book.heading-capitals").at(place_in(path, capitals[0]), count=len(capitals), text=text)


def _fake(path: str, body: Element, headed: bool) -> Iterator[Finding]:
    lines = [e for e in body.iter("p", "div") if _is_styled_line(e) or (_is_bold_line(e) and _opens_a_section(e))]
    if lines and headed:
        yield rule("book.heading-fake").at(place_in(path, lines[0]), count=len(lines))


def _is_short(element: Element) -> bool:
    text = text_of(element)
    plain = has_words(text) and not _ENDS.search(text) and len(text.split()) <= MOST_WORDS
    return plain and not inside(element, *_NO_PLACE) and next(element.iter("br", "img"), None) is None


def _is_bold_line(element: Element) -> bool:
    """Whether a paragraph is short, bold, and stands where a heading may."""
    return _is_bold(element) and _is_short(element)


def _is_bold(element: Element) -> bool:
    """Whether all words of a paragraph are bold."""
    bold = list(element.iterchildren("b", "strong", "span", "em", "i", "a", "font", "u"))
    if (
        not bold
        or len(bold) != len(element)
        or (element.text or "").strip()
        or any((b.tail or "").strip() for b in bold)
    ):
        return False
    heavy = any(
        e.tag in ("b", "strong") and text_of(e) == text_of(element) for b in bold for e in b.iter("b", "strong")
    )
    return heavy


def _is_styled_line(element: Element) -> bool:
    return any(_LIKE_HEADING.fullmatch(name) for name in element.get("class", "").split()) and (
        _is_short(element)
        and next(element.iterdescendants("p", *HEADINGS), None) is None
        and element.get("role") is None
    )


def _opens_a_section(element: Element) -> bool:
    """Whether text follows that is not bold, and no heading stands right before."""
    after, before = element.getnext(), element.getprevious()
    if before is not None and before.tag in HEADINGS:
        return False
    return after is not None and after.tag in _FOLLOWS and not _is_bold_line(after) and len(text_of(after).split()) > 3
