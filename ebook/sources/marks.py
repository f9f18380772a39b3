"""What the elements of a page are marked as, gathered in one walk: meta, links, headings, bylines, dates.

A walk over the whole tree is the dearest part of reading metadata, so there is only this one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from ebook.markup import BLOCKS, Element, squash
from ebook.sources.jsonld import LinkedData, linked_data, plain

AUTHOR, DATE, MODIFIED = 1, 2, 4
"""What a class, an id or a property may say that an element holds."""

_AUTHOR_CLASS = re.compile(
    r"author(?!i[sz]|ity|ities)|byline|by-line|(?<![a-z])autor(?!i[sz]|id|it)|verfasser|auteur|writer(?![a-z])|"
    r"contributor|redakteur|(?<![a-z])posted-?by|(?<![a-z])written-?by|(?<![a-z])article-?by|(?<![a-z])h-card|hnuser"
)
_DATE_CLASS = re.compile(
    r"(?<![a-z])date(?!-?pick)|[a-z]date(?:published|created|$|[\W_])|published|pubdate|posted|timestamp|"
    r"(?<![a-z])datum|fecha|dateline|(?<![a-z])time(?!line|r|zone|out)|(?<![a-z])age(?![a-z])"
)
_AUTHOR_HINTS = (
    "auth",
    "byline",
    "by-line",
    "autor",
    "verfass",
    "auteur",
    "writ",
    "contrib",
    "redakteur",
    "-by",
    "_by",
    "edby",
    "h-card",
    "hnuser",
)
_DATE_HINTS = ("date", "publi", "time", "datum", "fecha", "posted", " age")
_CAMEL = re.compile(r"([a-z])([A-Z])")
_NO_DATE_CLASS = re.compile(r"candidate|validate|mandate|update-?(?:form|button)|datepicker|calendar|event|countdown")
_MODIFIED_CLASS = re.compile(r"updat|modified|revis|last-?mod")
_FURNITURE_CLASS = re.compile(
    r"comment|reply|respond|related|recommend|sidebar|widget|teaser|popular|trending|latest|more-?from|read-?next|promo|"
    r"footer|carousel|newsletter|share|social|breadcrumb|bottom-bar|also-?like|suggest|outbrain|taboola|modal"
)
_AROUND_CLASS = re.compile(
    r"content|wrap|layout|main|page|^has-|^no-|with|open|closed|enabled|site|elementor-widget|^wp-block"
)
"""Names of boxes that hold furniture beside the article ("content-sidebar-wrap", "has-comments")."""
_OTHERS_CLASS = re.compile(
    r"comments|related|recommend|popular|trending|more-?from|carousel|breadcrumb|also-?like|menu"
)
FURNITURE = ("footer", "aside", "nav", "dialog", "figure", "blockquote", "form")
"""Elements in which nothing is said about the article itself."""

_AUTHOR_ADDRESS = re.compile(
    r"^(?:https?://[^/]+)?/(?:[^?#]*/)?(?:(?:authors?|autor(?:en|es|in)?|auteurs?|writers?|bylines?|contributors?|columnists?|journalists?|"
    r"journalisten|reporters?|redakteure?|verfasser)|(people|person|staff|team|newsteam|profiles?|profil|users?|members?|redaktion))/[^/?#]{2,}/?$",
    re.I,
)
_ADDRESS_HINTS = (
    "/auth",
    "/aut",
    "/writ",
    "/by",
    "/contr",
    "/col",
    "/jou",
    "/rep",
    "/red",
    "/verf",
    "/peo",
    "/per",
    "/staff",
    "team",
    "/prof",
    "/user",
    "/mem",
)
_PROPERTIES = {
    "author": AUTHOR,
    "creator": AUTHOR,
    "dc:creator": AUTHOR,
    "schema:author": AUTHOR,
    "datepublished": DATE,
    "datecreated": DATE,
    "dc:date": DATE,
    "dc:created": DATE,
    "dc:issued": DATE,
    "dcterms:created": DATE,
    "dcterms:issued": DATE,
    "schema:datepublished": DATE,
    "datemodified": MODIFIED,
    "schema:datemodified": MODIFIED,
}
"""Microdata and RDFa properties (schema.org, Dublin Core) of people and dates."""
_TEXT_OUT = frozenset({"script", "style", "noscript", "template", "svg", "button", "select", "textarea"})
_SKIPPED = frozenset(
    "path g use circle rect defs polygon svg br hr img source option style noscript iframe input wbr picture".split()
)
"""Elements that say nothing of the article."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
MOST_MARKED = 400
"""Marked elements of a kind that are kept; lists of articles have thousands."""


@dataclass(slots=True)
class Mark:
    """An element that is marked as something, and how far into the page it stands."""

    element: Element
    position: int
    strong: bool
    """Whether a standard says so (microdata, RDFa, `rel`, microformats) and not only the name of a class."""
    kind: int = 0
    linked: bool = False
    """Whether it leads to the pages of an author."""
    text: str = ""
    """Its text, where somebody has asked for it."""
    only_people: bool = False
    """Whether nothing but a link to somebody's pages marks it: then it must hold a full name."""


@dataclass(slots=True)
class Marks:
    """Everything a page's elements are marked as."""

    page: Element
    title: str = ""
    meta: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    headings: list[Mark] = field(default_factory=list)
    people: list[Mark] = field(default_factory=list)
    dates: list[Mark] = field(default_factory=list)
    times: list[Mark] = field(default_factory=list)
    properties: dict[str, list[Element]] = field(default_factory=dict)
    """Elements by their microdata or RDFa property, lower case."""
    licences: list[Element] = field(default_factory=list)
    linked: LinkedData = field(default_factory=LinkedData)

    def first(self, *names: str) -> str:
        """The first value that one of these `meta` elements holds."""
        return next((value for name in names for value in self.meta.get(name, ()) if value), "")

    def stated(self, *names: str) -> Iterator[tuple[str, str]]:
        """Name and value of all these `meta` elements, in the order of the names."""
        for name in names:
            for value in self.meta.get(name, ()):
                yield name, value


def gather(page: Element) -> Marks:
    """The marks of a page, in one walk."""
    marks = Marks(page)
    scripts: list[str] = []
    for position, element in enumerate(page.iter("*")):
        tag = str(element.tag)
        if tag in _SKIPPED:
            continue
        if tag == "script":
            if "ld+json" in element.get("type", "").lower() and element.text:
                scripts.append(element.text)
        elif tag == "meta":
            _meta(marks, element, position)
        elif tag == "link":
            for rel in element.get("rel", "").lower().split():
                marks.links.setdefault(rel, []).append(element.get("href", "").strip())
        elif tag == "title":
            parent = element.getparent()
            if not marks.title and parent is not None and parent.tag != "svg":
                marks.title = plain(element.text or "")
        else:
            _element(marks, element, tag, position)
    marks.linked = linked_data(scripts)
    return marks


def _meta(marks: Marks, element: Element, position: int) -> None:
    content = plain(element.get("content", ""))
    if not content:
        return
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        for key in element.get(attribute, "").lower().split():
            values = marks.meta.setdefault(key, [])
            if content not in values and len(values) < 50:
                values.append(content)
    kind = _PROPERTIES.get(element.get("itemprop", "").lower(), 0)
    if kind & (DATE | MODIFIED):
        marks.dates.append(Mark(element, position, True, kind))


def _element(marks: Marks, element: Element, tag: str, position: int) -> None:
    if tag in _HEADINGS:
        marks.headings.append(Mark(element, position, tag == "h1"))
    elif tag == "time" and len(marks.times) < MOST_MARKED:
        marks.times.append(Mark(element, position, element.get("pubdate") is not None))
    stated = dict(element.items())  # lxml answers one question about all attributes as soon as one about each
    if not stated and tag != "address":
        return
    get = stated.get
    kind, strong, link = 0, False, None
    for value in (get("itemprop"), get("property")):
        for name in value.lower().split() if value else ():
            marks.properties.setdefault(name, []).append(element)
            kind |= _PROPERTIES.get(name, 0)
        strong = kind > 0
    rels = get("rel")
    if rels:
        if "author" in rels.lower().split():
            kind, strong = kind | AUTHOR, True
        elif "license" in rels.lower().split():
            marks.licences.append(element)
    if tag == "a":
        address = get("href", "")
        link = _AUTHOR_ADDRESS.match(address) if len(address) < 300 and any_of(address, _ADDRESS_HINTS) else None
    names, identity, test = get("class"), get("id"), get("data-testid")
    if names or identity or test:
        kind |= kind_of(f" {names or ''} {identity or ''} {test or ''} ")
    only_people = not kind & AUTHOR and (tag == "address" or (link is not None and link[1] is not None))
    if link or tag == "address":
        kind |= AUTHOR
    if kind & AUTHOR and len(marks.people) < MOST_MARKED:
        marks.people.append(
            Mark(element, position, strong, kind, link is not None and link[1] is None, "", only_people)
        )
    if kind & (DATE | MODIFIED) and len(marks.dates) < MOST_MARKED:
        marks.dates.append(Mark(element, position, strong, kind))


@lru_cache(maxsize=20_000)
def kind_of(names: str) -> int:
    """What the names of an element (class, id) say that it holds."""
    plain = names.lower()
    kind = 0
    if any_of(plain, _AUTHOR_HINTS) and _AUTHOR_CLASS.search(_divided(names)):
        kind = AUTHOR
    if any_of(plain, _DATE_HINTS) and _DATE_CLASS.search(_divided(names)) and not _NO_DATE_CLASS.search(plain):
        kind |= MODIFIED if _MODIFIED_CLASS.search(plain) else DATE
    return kind


def any_of(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text holds one of these; quicker than a pattern, which is then only asked where it may match."""
    for word in words:  # noqa: SIM110 - a generator costs more than the search
        if word in text:
            return True
    return False


def _divided(names: str) -> str:
    return _CAMEL.sub(r"\1-\2", names[:300]).lower()


@lru_cache(maxsize=20_000)
def names_match(names: str, pattern: re.Pattern[str]) -> bool:
    """Whether one of an element's names (class, id) matches; names of boxes around the article do not count."""
    return any(pattern.search(name) and not _AROUND_CLASS.search(name) for name in names.lower().split())


def in_furniture(element: Element) -> bool:
    """Whether an element stands in a part of the page that is not the article's own: a footer, related "
    "links, comments."""
    for node in (element, *element.iterancestors()):
        tag = node.tag
        if tag in ("body", "html", "main"):
            return False
        if tag in FURNITURE and not (tag == "footer" and next(node.iterancestors("article", "main"), None) is not None):
            return True
        names = f"{node.get('class', '')} {node.get('id', '')}"
        if len(names) > 1 and names_match(names, _FURNITURE_CLASS):
            return True
    return False


def segments(element: Element, most: int = 40) -> list[str]:
    """The runs of text of an element, as its inline elements divide them."""
    found: list[str] = []
    for node in element.iter():
        if len(found) >= most:
            break
        inside = isinstance(node.tag, str) and node.tag not in _TEXT_OUT
        for text in (node.text if inside else None, node.tail if node is not element else None):
            if text and (text := squash(text)):
                found.append(text)
    return found


Line = list[str]
"""The runs of text of one line on the page."""


def lines_around(element: Element, *, before: int, after: int) -> tuple[list[Line], list[Line]]:
    """The lines of text before an element (nearest first) and after it, as blocks and line breaks divide them."""
    return _lines(element, before, forwards=False), _lines(element, after, forwards=True)


def _is_about_others(element: Element) -> bool:
    """Whether an element is a menu, a list of other articles or of comments."""
    names = element.get("class")
    return element.tag == "nav" or bool(names and names_match(names, _OTHERS_CLASS))


def _lines(start: Element, most: int, *, forwards: bool) -> list[Line]:
    lines: list[Line] = []
    line: Line = []
    for text in _runs(start, forwards=forwards):
        if text is None:
            if line:
                lines.append(line if forwards else line[::-1])
                line = []
                if len(lines) >= most:
                    return lines
        elif len(line) < 40:
            line.append(text)
    if line:
        lines.append(line if forwards else line[::-1])
    return lines


def _runs(start: Element, *, forwards: bool) -> Iterator[str | None]:
    """Runs of text after or before an element in (reversed) reading order; `None` where a line ends."""
    node: Any = start
    entering = False
    for _ in range(3000):
        tag = node.tag
        if entering and isinstance(tag, str) and tag not in _TEXT_OUT and not _is_about_others(node):
            if tag in BLOCKS or tag == "br":
                yield None
            child = next(node.iterchildren(reversed=not forwards), None)
            if forwards and node.text and (text := squash(node.text)):
                yield text
            if child is not None:
                if not forwards and child.tail and (text := squash(child.tail)):
                    yield text
                node = child
                continue
            if not forwards and node.text and (text := squash(node.text)):
                yield text
        if tag in BLOCKS:
            yield None
        if forwards and node.tail and (text := squash(node.tail)):
            yield text
        following = node.getnext() if forwards else node.getprevious()
        if following is None:
            parent = node.getparent()
            if parent is None or parent.tag in ("body", "html"):
                return
            if not forwards and parent.text and (text := squash(parent.text)):
                yield text
            node, entering = parent, False
            continue
        if not forwards and following.tail and (text := squash(following.tail)):
            yield text
        node, entering = following, True
