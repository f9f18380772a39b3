"""Find the headings of a plain text, where only their look and their place tell them from paragraphs.

    <p>…ended.</p><p>2. What the gauge said</p><p>The gauge had been read …</p>
    ->   <p>…ended.</p><h2>2. What the gauge said</h2><p>The gauge had been read …</p>

EPUB Accessibility 1.1 follows WCAG 1.3.1: the outline is how many readers move about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.dates import is_date_line
from ebook.markup import INDENT, LINE, Element, place, text_of
from ebook.model import Article, Kind
from ebook.rules import Finding, rule

LONGEST = 80
MOST_WORDS = 10
BEFORE = 80
"""Characters of a paragraph that is no heading itself, whatever it ends in."""
AFTER = 100
"""Characters of the paragraph under a bare heading; under one that says more of itself (a number, a date) less."""
AFTER_MARKED = 40
DENSE = 2
"""A Chinese or Japanese character says about as much as two letters."""
ENOUGH = 2
"""Numbers and dates make headings when they come in company."""

_NUMBERED = re.compile(
    r"(?:(?:chapter|part|section|kapitel|teil|abschnitt|chapitre|partie|capítulo|parte|capitolo|hoofdstuk|deel)\s+)?"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}(?=[.)]))[.):]?\s+(?P<title>[^\W\d_].*)",
    re.I,
)
_SOLID = ("ul", "ol", "dl", "table", "pre", "blockquote")
_ITEM = re.compile(r"(?:[-*•‣◦▪●○■·–]|\(?\d{1,3}[.)])\s+\S")
_SUBITEM = re.compile(r"(?:[-*•‣◦▪●○■·–+]|\(?[a-z]\)|[a-z]\.|\([ivx]+\))\s+\S")
_END = re.compile(r"[.,;:!…。，、；：！”\"'’»)\]]$")
_SENTENCE = re.compile(r"[.!?…。！？؟।][”\"'’»)\]]*$")
_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]+(?: (?:de|da|di|van|von|der))? [^\W\d_a-z][\w'’-]+")
_NOTES = re.compile(
    r"(?:notes?|footnotes?|endnotes?|references?|fußnoten|anmerkungen|notas?|note|noten|voetnoten)", re.I
)


def text_headings(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.TEXT:
        return
    lines = [child for child in tree if child.tag == "p" and not child.get("class") and child.find("br") is None]
    candidates = [line for line in lines if _may_be(line)]
    levels = {**_bare(candidates), **_dates(candidates), **_numbered(candidates)}
    for line in candidates:
        if line in levels:
            yield rule("heading.from-bold").at(place(article.source, line))
            line.tag = f"h{levels[line]}"


def _may_be(line: Element) -> bool:
    text = text_of(line)
    return (
        2 <= len(text) <= LONGEST
        and len(text.split()) <= MOST_WORDS
        and "://" not in text
        and line.getprevious() is not None
        and line.getnext() is not None
    )


def _numbered(lines: list[Element]) -> dict[Element, int]:
    """Lines that count up and have text under them; the depth of the number is the level."""
    found = [
        (line, match["number"])
        for line in lines
        if (match := _NUMBERED.fullmatch(text_of(line)))
        and match["title"][0].isupper()
        and _has_text(line, AFTER_MARKED)
        and not _is_in_list(line)
    ]
    steps = [(line, n) for line, n in found if n[0].isdigit()]
    rising = [b for a, b in zip([(None, "0"), *steps], steps, strict=False) if _parts(b[1]) > _parts(a[1])]
    roman = [(line, n) for line, n in found if not n[0].isdigit()]
    levels = {line: min(1 + len(_parts(n)), 6) for line, n in rising} if len(rising) >= ENOUGH else {}
    return {**levels, **({line: 2 for line, _ in roman} if len(roman) >= ENOUGH else {})}


def _is_in_list(line: Element) -> bool:
    """Whether a numbered line stands right beside another, or right above items that are its own: it is an item too."""
    below = line.getnext()
    if below is not None and below.tag == "p" and _SUBITEM.match(text_of(below)):
        lines = [int(e.get(LINE, "0")) for e in (line, below)]
        if int(below.get(INDENT, "0")) > int(line.get(INDENT, "0")) or lines[1] == lines[0] + 1 > 1:
            return True
    beside = (line.getprevious(), below)
    return any(e is not None and e.tag == "p" and _NUMBERED.fullmatch(text_of(e)) for e in beside)


def _parts(number: str) -> list[int]:
    return [int(n) for n in number.split(".")]


def _dates(lines: list[Element]) -> dict[Element, int]:
    """The days of a diary."""
    found = [line for line in lines if _is_date(text_of(line)) and _has_text(line, AFTER_MARKED)]
    return dict.fromkeys(found, 2) if len(found) >= ENOUGH else {}


def _is_date(text: str) -> bool:
    return (
        len(text) >= 5
        and any(c.isdigit() for c in text)
        and not text.isdigit()
        and (is_date_line(text) or is_date_line(f"{text} 2000"))
    )


def _bare(lines: list[Element]) -> dict[Element, int]:
    """Short lines that are no sentences between a text that has ended and one that begins."""
    found = [line for line in lines if _is_bare(line)]
    capitals = [line for line in found if text_of(line).isupper()]
    below = 3 if 0 < len(capitals) < len(found) else 2
    return {line: 2 if line in capitals else below for line in found}


def _is_bare(line: Element) -> bool:
    text = text_of(line)
    capitals = text.isupper() and sum(c.isalpha() for c in text) >= 4
    if _END.search(text) or ":" in text or "/" in text or text[:1].islower() or not text[:1].isalnum():
        return False
    if text[0].isdigit() or (len(text) > 60 and not capitals) or _NOTES.fullmatch(text):
        return False
    return _has_text(line, AFTER_MARKED if capitals else AFTER) and _follows_an_end(line)


def _has_text(line: Element, least: int) -> bool:
    """Whether prose follows; a figure between is no part of it."""
    below = line.getnext()
    while below is not None and below.tag == "figure":
        below = below.getnext()
    if below is None:
        return False
    text = text_of(below)
    if below.tag != "p" or _ITEM.match(text):
        after = below.getnext()
        return below.tag in _SOLID or (after is not None and bool(_ITEM.match(text) and _ITEM.match(text_of(after))))
    weight = len(text) + (DENSE - 1) * sum("\u2e7f" < c < "\ud7a4" for c in text[:AFTER])
    return weight >= least and (least == AFTER or bool(_SENTENCE.search(text)) or len(text) >= AFTER)


def _follows_an_end(line: Element) -> bool:
    """Whether what stands before is no line like this one."""
    before = line.getprevious()
    if before is None:
        return False
    if before.tag == "header" and _NAME.fullmatch(text_of(line)):
        return False  # who wrote it
    text = text_of(before)
    return (
        before.tag in (*_SOLID, "aside", "hr", "header", "figure")
        or bool(before.get("class"))
        or len(text) * (DENSE if text[:1] > "\u2e7f" else 1) >= BEFORE
        or (before.tag == "p" and bool(_SENTENCE.search(text) or _ITEM.match(text)))
    )
