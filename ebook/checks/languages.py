"""Languages: stated for every document and passage, in both attributes, and true as far as one can be sure."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice

from ebook.checks.naming import body_of
from ebook.languages import direction_of, standard_tag
from ebook.markup import LINE, XML_LANG, Element, language_of, place, raw_text, set_language, snippet, text_of
from ebook.model import Article, Kind, Metadata
from ebook.opened import Opened, place_in
from ebook.passes.passages import passages
from ebook.recognition import contradicts
from ebook.rules import Finding, Place, rule

MOST_PASSAGES = 20
"""Passages of a document that are listed."""
_BLOCKS = (
    "html",
    "body",
    "section",
    "article",
    "blockquote",
    "p",
    "div",
    "li",
    "td",
    "th",
    "h1",
    "h2",
    "h3",
    "h4",
    "dd",
)


def check_languages(book: Opened) -> Iterator[Finding]:
    """Languages of the package, of each document, and of elements, as they are stated."""
    if book.version != "2.0" and not book.language:
        yield rule("book.package-language").at(Place(file=book.package_path))
    yield from _of_the_book(book)
    for path, tree in book.documents.items():
        stated = _stated(tree)
        if not stated:
            yield rule("book.no-language").at(Place(file=path))
        yield from _attributes(book, path, tree)


def check_passages(book: Opened) -> Iterator[Finding]:
    """Documents and passages that read as another language than they are said to be in: a person decides."""
    for path, tree in book.documents.items():
        if stated := _stated(tree):
            yield from _doubts(path, tree, stated)


def _stated(tree: Element) -> str:
    body = body_of(tree)
    return next((v for e in (tree, body) for v in (e.get("lang"), e.get(XML_LANG)) if v), "")


def _primary(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()


def _of_the_book(book: Opened) -> Iterator[Finding]:
    stated = [v for v in book.values("dc:language") if v]
    found = [_primary(tag) for _, tree in book.chapters() if (tag := _stated(tree))]
    known = {_primary(tag) for tag in stated}
    if stated and found and not known.intersection(found):
        statement = next(s for s in book.statements if s.property == "dc:language")
        where = Place(file=book.package_path, line=statement.line, snippet=f"dc:language: {stated[0]}")
        yield rule("book.book-language").at(where, stated=", ".join(stated), found=", ".join(dict.fromkeys(found)))


def _attributes(book: Opened, path: str, tree: Element) -> Iterator[Finding]:
    half: list[Element] = []
    for element in tree.iter("*"):
        one, other = element.get("lang"), element.get(XML_LANG)
        for tag in dict.fromkeys(v for v in (one, other) if v):
            if not standard_tag(tag) or "_" in tag:
                yield rule("book.language-invalid").at(place_in(path, element), tag=tag)
        if one is not None and other is not None and one.lower() != other.lower():
            yield rule("book.language-disagrees").at(place_in(path, element), one=one, other=other)
        if (one is None and other and book.version != "2.0") or (other is None and one and element is tree):
            half.append(element)
        yield from _direction(path, element, one or other or "")
    if half:
        attribute = "lang" if half[0].get("lang") else "xml:lang"
        yield rule("book.language-half").at(place_in(path, half[0]), count=len(half), attribute=attribute)


def _direction(path: str, element: Element, tag: str) -> Iterator[Finding]:
    """A block in a language that runs from right to left, inside one that runs the other way."""
    if not tag or element.tag not in _BLOCKS or direction_of(tag) != "rtl":
        return
    holders = (element, *element.iterancestors(), *(element.iterchildren("body") if element.tag == "html" else ()))
    if not any(e.get("dir") in ("rtl", "auto") for e in holders) and raw_text(element).strip():
        yield rule("book.direction").at(place_in(path, element), language=tag)


def _doubts(path: str, tree: Element, stated: str) -> Iterator[Finding]:
    body = body_of(tree)
    if language := contradicts(text_of(body), stated):
        yield rule("book.language-doubtful").at(place_in(path, body), stated=stated, language=language)
        return
    yield from islice(_passages(path, body, stated), MOST_PASSAGES)


def _passages(path: str, body: Element, stated: str) -> Iterator[Finding]:
    """What would be marked, or marked otherwise, if this were an article to be read; the document stays as it is."""
    copy = _copied(body, stated)
    before = {element: tag for element in copy.iter("*") if (tag := element.get("lang"))}
    deque(passages(copy, Article(source=path, kind=Kind.PAGE, body="", metadata=Metadata(language=stated))), maxlen=0)
    for element in copy.iter("*"):
        old, now = before.get(element, ""), element.get("lang", "")
        if old == now or element is copy:
            continue
        text = snippet(element)
        if old:
            language = now or language_of(element)
            found = rule("book.passage-doubtful").at(place(path, element), stated=old, language=language, text=text)
        else:
            found = rule("book.passage-unmarked").at(place(path, element), language=now, text=text)
        yield found


def _copied(body: Element, stated: str) -> Element:
    """A copy of a body that knows the lines of the original, with `lang` wherever a language is stated."""
    copy = deepcopy(body)
    for old, new in zip(body.iter("*"), copy.iter("*"), strict=True):
        new.set(LINE, str(old.sourceline or 0))
        if not new.get("lang") and new.get(XML_LANG):
            new.set("lang", new.get(XML_LANG, ""))
        if new.tag in ("nav", "header") and not new.get("lang"):
            new.set("lang", stated)  # names of chapters and people are no passages
    set_language(copy, stated)
    return copy
