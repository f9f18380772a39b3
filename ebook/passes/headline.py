"""Set title, section label, byline and date as the header of the article.

    <p>News</p><p>River to crest at dawn</p><p>By Ines Halloran</p><p>14 March 2026</p>   ->
    <header><p class="kicker">News</p><h1>River to crest at dawn</h1><p class="byline">By <span class="author">…

Every article opens the same way, so that readers know where they are (WCAG 3.2.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook import bylines, dates
from ebook.markup import (
    HEADINGS,
    Element,
    closest,
    drop,
    elements,
    language_of,
    move_children,
    new,
    place,
    replace,
    squash,
    text_of,
)
from ebook.model import Article, Kind
from ebook.passes.headline_of_text import headline_of_text
from ebook.passes.repeats import folded
from ebook.rules import Finding, rule
from ebook.words import say

LONGEST_TITLE = 250
PROSE = 200
"""Characters from which a paragraph is text and no headline matter."""
SENTENCE = 6
"""Words from which a line that ends in a full stop is the text itself."""
_AROUND = frozenset(word for lead in bylines.LEADS for word in lead.split()) | frozenset(
    "and und et y e og och en i published updated posted on at last am pm gmt est edt utc cet cest et min "
    "read minutes reporter correspondent "
    "staff writer editor veröffentlicht publié le publicado el pubblicato il gepubliceerd op udgivet den "
    "publicerad publisert um uhr à las "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun montag dienstag "
    "mittwoch donnerstag freitag samstag "
    "sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes "
    "sábado domingo date datum fecha".split()
)
"""Words that stand around names and dates in a byline."""
_HEAD_LINES = (*HEADINGS, *"p div span time address li a header ul".split())
"""What pages set title, byline and date in, above the text."""


def headline(tree: Element, article: Article) -> Iterator[Finding]:
    if len(tree) and _is_done(tree[0], article):
        return
    header = new("header")
    if article.kind is Kind.TEXT:
        head = headline_of_text(tree)
        kicker, title, people, date = head.kicker, head.title, head.people, head.date
    else:
        kicker, title, people, date = _from_markup(tree, article)
        yield from _drop_repeats(tree, title, article)
    if title is None:
        title = new("h1", _made_up(tree))
        yield rule("metadata.title-missing").at(place(article.source, tree), title=text_of(title))
    metadata = article.metadata
    title.tag = "h1"
    kicker = metadata.section or kicker
    if kicker and folded(kicker) != folded(text_of(title)):
        header.append(new("p", kicker, class_="kicker"))
    header.append(title)
    if metadata.subtitle:
        header.append(new("p", metadata.subtitle, class_="subtitle", role="doc-subtitle"))
    people = metadata.authors or people
    if people:
        header.append(_byline(people, language_of(tree)))
    date = metadata.published or date
    if date:
        header.append(new("p", new("time", dates.shown(date, language_of(tree)), datetime=date), class_="date"))
    for element in header:
        element.tail = None
    pictures = _pictures_out(title)
    tree.insert(0, header)
    for offset, picture in enumerate(pictures, start=1):
        tree.insert(offset, new("p", picture))
    if tree.text and tree.text.strip():
        header.tail = tree.text
    tree.text = None
    if header.tail is None and (below := header.getnext()) is not None and below.tag == "hr":
        drop(below)  # the header ends by itself


def _is_done(first: Element, article: Article) -> bool:
    """Whether the first element is the header that this pass makes, with all that is known in it."""
    if first.tag != "header" or first.find("h1") is None:
        return False
    classes = {child.get("class") for child in first if child.tag != "h1"}
    metadata = article.metadata
    return (
        classes <= {"kicker", "subtitle", "byline", "date"}
        and (not metadata.authors or "byline" in classes)
        and (not metadata.published or "date" in classes)
    )


def _byline(people: tuple[str, ...], language: str) -> Element:
    before, after = say("by", language, names="\0").split("\0")
    byline = new("p", before, class_="byline")
    for number, name in enumerate(people):
        if number:
            last = number == len(people) - 1
            byline[-1].tail = f" {say('and', language)} " if last else ", "
        byline.append(new("span", name, class_="author"))
    byline[-1].tail = after
    return byline


def _from_markup(tree: Element, article: Article) -> tuple[str, Element | None, tuple[str, ...], str]:
    """Title from the article's metadata or its first `h1`; what repeats it above the text goes."""
    stated = article.metadata.title
    mains = elements(tree, "h1")
    title: Element | None = None
    for heading in mains or (elements(tree, *HEADINGS)[:1] if not stated else []):
        text = _shown(heading)
        if text and (not stated or _alike(text, stated)):
            title = _taken(heading)
            break
    if title is None and stated:
        title = new("h1", stated)
    return "", title, (), ""


def _shown(heading: Element) -> str:
    """The words of a heading, or those of the picture that stands for them."""
    return text_of(heading) or squash(" ".join(image.get("alt", "") for image in heading.iter("img")))


def _taken(heading: Element) -> Element:
    """The `h1` of the header, made of a heading that leaves the text."""
    title = new("h1")
    for name in ("lang", "dir", "id"):
        if heading.get(name):
            title.set(name, heading.get(name, ""))
    only_picture = not text_of(heading)
    move_children(heading, title)
    for link in elements(title, "a"):
        _dissolve(link)
    for image in elements(title, "img"):
        alt = squash(image.get("alt", ""))
        if alt and (only_picture or not re.search(r"\w\w", alt)):  # the title itself, or a sign such as an emoji in it
            replace(image, new("span", alt))
        elif not alt:
            drop(image)
    drop(heading)
    return title


def _pictures_out(title: Element) -> list[Element]:
    """Pictures that stood beside the words of the title: they go below the header."""
    found = elements(title, "img")
    for image in found:
        drop(image)
    return found


def _dissolve(link: Element) -> None:
    link.tag = "span"
    for name in list(link.attrib):
        del link.attrib[name]


def _drop_repeats(tree: Element, title: Element | None, article: Article) -> Iterator[Finding]:
    """Above the first prose, lines that only repeat title, byline or date are doubles of the header."""
    metadata = article.metadata
    key = folded(text_of(title)) if title is not None else ""
    diary = sum(dates.is_date_line(text_of(heading)) for heading in elements(tree, *HEADINGS)) > 1
    laid_out = {closest(p, "table") for p in tree.iter("p") if len(text_of(p)) > PROSE}  # the text is in their cells
    gone: Element | None = None
    for element in elements(tree, *_HEAD_LINES):
        if gone is not None and gone in element.iterancestors():
            continue
        holder = closest(element, "figure", "blockquote", "table")
        if element.getparent() is None or (holder is not None and holder not in laid_out):
            continue
        if element.tag in ("span", "time", "a") and closest(element, "p", "li", *HEADINGS) is not None:
            continue  # a part of a line; the line was looked at as a whole
        text = text_of(element)
        if element.tag == "p" and (len(text) > PROSE or (text[-1:] in '.!?…”"' and len(text.split()) > SENTENCE)):
            break
        if not text or len(text) > LONGEST_TITLE or any(True for _ in element.iter("img", "math")):
            continue
        if diary and element.tag in HEADINGS and dates.is_date_line(text):
            continue
        if folded(text) == key or _says_only(text, metadata.authors, metadata.published):
            yield rule("removed.repeat").at(place(article.source, element), text=text[:80])
            drop(element)
            gone = element


def _says_only(text: str, authors: tuple[str, ...], published: str) -> bool:
    """Whether a line says nothing but who wrote the text and when it appeared, whatever it joins them with."""
    rest = text
    for author in sorted(authors, key=len, reverse=True):
        rest = re.sub(re.escape(author), " ", rest, flags=re.I)
    named = rest != text
    date = dates.parse(text, short=True) if len(text) < 120 else ""
    if date and date == published:
        named = True
        if dates.is_date_line(squash(rest)) or dates.is_date_line(text):
            return True
        rest = dates.without_date(rest)
    words = re.findall(r"[^\W\d_]+", rest.lower())
    return named and len(words) <= 10 and all(w in _AROUND for w in words)


def _alike(a: str, b: str) -> bool:
    x, y = folded(a), folded(b)
    return bool(x) and (x == y or (min(len(x), len(y)) >= 8 and (x in y or y in x)))


def _made_up(tree: Element) -> str:
    """A title from the first words of a text that has none."""
    text = next((t for p in tree.iter("p", *HEADINGS) if (t := text_of(p))), "") or text_of(tree)
    words = text.split()
    short = " ".join(words[:8])[:80]
    return short + "…" if len(short) < len(text) else short or "—"
