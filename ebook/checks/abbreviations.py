"""Abbreviations: explained once, in words, in a title, or in the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.checks.naming import all_of, body_of
from ebook.markup import BLOCKS, Element, inside, language_of, raw_text, squash, text_nodes, text_of
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule
from ebook.terms import find_abbreviations

KNOWN = frozenset(
    "AM PM BC AD BCE CE OK TV PC CD DVD ID IT UK US USA EU UN DNA RNA AIDS HIV NATO NASA UNESCO UNICEF FBI CIA BBC CNN "
    "GPS PDF HTML HTTP HTTPS URL USB WWW CSS XML EPUB ISBN ISSN DOI FAQ PS VIP SOS SMS MP MPS CEO PHD MA BA MD DC "
    "NY LA CA UAE USSR UV AC PR HR AP AFP DPA GMT CET EST PDT PST AI VR QR PIN ATM SUV DJ RIP DIY GDP ETC".split()
)
"""Better known than what they stand for, or names by now."""
LISTED = 12
"""Abbreviations that a finding names."""
_CAPITALS = re.compile(r"(?<![\w.@/#&-])[^\W\d_a-zà-öø-ÿ]{2,6}(?:s|’s|'s)?(?![\w@/&!-]|\.[^\W\d_])")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WORD = re.compile(r"[^\W\d_]+")
_SHOUTED = re.compile(
    r"[^\W\d_a-z]{2,}(?:[ ,.:!]+[^\W\d_a-z]{2,})+(?![^\W\d_])|^\s*[^\W\d_a-z]{3,}(?=\s*(?:[—–(:|]|--|- ))"
)
"""Several words of capitals in a row, and the place that a news report starts with."""
_MACHINE = ("code", "pre", "kbd", "samp", "var", "math", "svg", "script", "style", "a", "head")
_LEAVES = ("p", "li", "dd", "dt", "td", "th", "figcaption", "blockquote", "caption", "h1", "h2", "h3", "h4", "h5", "h6")
_SMALL_CAPITALS = re.compile(r"small-?caps|allcaps|lead-?in|initial|drop", re.I)


def check_abbreviations(book: Opened) -> Iterator[Finding]:
    """Abbreviations that are marked as such, and words in capitals (WCAG 3.1.4)."""
    explained = _explained(book)
    for path, tree in book.documents.items():
        for short in tree.iter("abbr", "acronym"):
            text = text_of(short)
            if text and not _says_what(short) and _key(text) not in explained:
                explained.add(_key(text))  # once a book
                yield rule("book.abbreviation-unexplained").at(place_in(path, short), text=text[:40])
    plain = _plain_words(book)
    unknown: dict[str, int] = {}
    first: tuple[str, Element] | None = None
    for path, tree in book.chapters():
        for holder, word in _capitals(body_of(tree)):
            if word not in KNOWN and _key(word) not in explained and word.casefold() not in plain:
                unknown[word] = unknown.get(word, 0) + 1
                first = (path, holder) if first is None else first
    if first is not None:
        often = sorted(unknown, key=lambda word: (-unknown[word], word))
        text = ", ".join(often[:LISTED]) + (" …" if len(often) > LISTED else "")
        yield rule("book.capitals-unexplained").at(place_in(*first), count=len(often), text=text)


def _plain_words(book: Opened) -> set[str]:
    """Words that the book also writes with small letters: no abbreviations, but shouted, or names of places."""
    found: set[str] = set()
    for tree in book.documents.values():
        found.update(w.casefold() for w in _WORD.findall(raw_text(body_of(tree))) if not w.isupper())
    return found


def _says_what(short: Element) -> bool:
    holder = short.getparent()
    return bool(short.get("title") or short.get("aria-label") or (holder is not None and holder.get("title")))


def _key(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


def _explained(book: Opened) -> set[str]:
    """The short forms that the book explains anywhere."""
    found: set[str] = set()
    for path, tree in book.documents.items():
        found.update(_key(text_of(e)) for e in tree.iter("abbr", "acronym", "dfn") if _says_what(e) or e.tag == "dfn")
        for glossary in all_of(tree, "glossary"):
            found.update(_key(text_of(e)) for e in glossary.iter("dt", "dfn"))
        found.update(_key(text_of(e)) for e in tree.iter("dt"))
        if path == book.nav:
            continue
        for block in tree.iter(*_LEAVES):
            text = text_of(block)
            if ("(" in text or "（" in text or "," in text) and len(text) < 20_000:
                found.update(_key(f.term) for f in find_abbreviations(text, language_of(block) or "en"))
    return found


def _capitals(body: Element) -> Iterator[tuple[Element, str]]:
    """Words of capitals in running text that is not all in capitals."""
    for node, is_tail, text in text_nodes(body, skip=_MACHINE):
        holder = node.getparent() if is_tail else node
        if holder is None or not _CAPITALS.search(text):
            continue
        if inside(holder, *_MACHINE) or holder.tag in _MACHINE or _is_set_in_capitals(holder):
            continue
        words = squash(text).split()
        if sum(w.isupper() and len(w) > 1 for w in words) * 2 > len(words) and len(words) > 1:
            continue
        shouted = {word for run in _SHOUTED.findall(text) for word in _WORD.findall(run)}
        for match in _CAPITALS.finditer(text):
            short = re.sub(r"(?:s|’s|'s)$", "", match[0])
            if short.isupper() and short.isalpha() and short not in shouted and not _ROMAN.fullmatch(short):
                yield holder, short


def _is_set_in_capitals(holder: Element) -> bool:
    """Whether the block is all in capitals, or the element says that it only looks so."""
    if _SMALL_CAPITALS.search(holder.get("class", "")):
        return True
    block = holder if holder.tag in BLOCKS else next(holder.iterancestors(*BLOCKS), holder)
    text = text_of(block)
    return text.isupper() or len(text) < 2
