"""Glossaries that a page itself holds: what it calls one, and definition lists that are one.

A `dl` also sets facts ("Opening hours"), dialogue, questions and the options of commands. Without the page's word for
it a list is judged by all its pairs; one that is none gives no entry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from ebook.binding.glossary.list_words import (
    DOES,
    FACTS,
    GLOSSARY_HEADING,
    MEANING_CELLS,
    SPOKEN,
    TERM_CELLS,
)
from ebook.binding.glossary.wording import wording
from ebook.markup import HEADINGS, Element, closest, elements, inside, language_of, level_of, text_of, tokens
from ebook.smallwords import SMALL_WORDS

LONGEST_TERM, MOST_WORDS = 60, 8
FEWEST_WORDS = 3
"""Words of a definition in a list that nobody calls a glossary."""
ENOUGH = 0.75
"""Pairs of a list that must read like definitions, for any of them to count."""
_TYPED = re.compile(r"\s*(?P<term>[^:=–—]{1,60}?)\s*(?::|=|\s[–—-])\s+(?P<meaning>\S.*)", re.S)
"""A line "term: meaning" of a typed glossary."""
_FIGURES = re.compile(r"\d|[€$£¥%@]|https?:|www\.")
_MONEY = re.compile(r"[€$£¥]|\b(?:EUR|USD|GBP|CHF|kr)\b")
_MACHINE = re.compile(r"^[-<.$#@]|[_=<>{}\[\]|\\]|\(\)|\w\.\w+\.\w|^\d")
_ASKED = re.compile(r"[?？]\s*$")
_SPEECH = re.compile(r"^[“\"«„‚‘–—-]|^\[")
_POINTING = re.compile(
    r"(?:see|vgl|siehe|s\.|voir|cf|véase|ver|vedi|zie|se|see also|for|pour|für|para|per|voor|for)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A term of a list with what the list says of it."""

    term: Element
    meaning: str
    label: str
    """The term as it is to be shown."""


def listed(tree: Element) -> Iterator[Pair]:
    """The entries of every glossary in a chapter, in order."""
    called = set(_called_glossary(tree))
    for holder in elements(tree, "dl", "ul", "ol", "table", "p"):
        if inside(holder, "aside", "li", "dd", "td", "table") and holder.tag != "dl":
            continue
        stated = holder in called or "glossary" in tokens(holder, "class")
        if holder.tag == "dl":
            if not inside(holder, "aside"):
                yield from _of_dl(holder, stated)
        elif holder.tag == "table":
            yield from _of_table(holder, stated)
        elif stated:
            yield from _of_lines(holder)


def _called_glossary(tree: Element) -> Iterator[Element]:
    """Everything under a heading that calls it a glossary."""
    level = 0
    for element in tree.iter(*HEADINGS, "dl", "ul", "ol", "table", "p"):
        if element.tag in HEADINGS:
            here = level_of(element)
            if level and here <= level:
                level = 0
            if not level and element.tag != "h1" and GLOSSARY_HEADING.fullmatch(_plain(text_of(element))):
                level = here
        elif level:
            yield element


def _of_dl(holder: Element, stated: bool) -> Iterator[Pair]:
    pairs = [Pair(t, m, _label(t)) for t, m in _pairs(holder)]
    if stated:
        yield from (p for p in pairs if explains(p.label, p.meaning))
        return
    language = language_of(holder)
    good = [p for p in pairs if _reads_like_definition(p, language)]
    labels = [p.label.casefold() for p in pairs]
    if not pairs or len(good) < ENOUGH * len(pairs) or len(set(labels)) < len(labels):
        return
    if any(_is_fact(p.label) or _ASKED.search(p.label) for p in pairs) or _are_names(pairs, language):
        return
    yield from good


def _pairs(holder: Element) -> Iterator[tuple[Element, str]]:
    """Terms and definitions of a `dl`; several terms may share a definition."""
    waiting: list[Element] = []
    meanings: list[str] = []
    for child in [*holder, None]:
        if child is None or (child.tag == "dt" and meanings):
            yield from ((term, " ".join(meanings)) for term in waiting)
            waiting, meanings = [], []
        if child is not None and child.tag == "dt":
            waiting.append(child)
        elif child is not None and child.tag == "dd":
            meanings.append(wording(child))


def _of_table(holder: Element, stated: bool) -> Iterator[Pair]:
    """The rows of a table with a column of terms and one of meanings."""
    rows = [[c for c in row if c.tag in ("td", "th")] for row in holder.iter("tr")]
    if not rows or any(c.get("colspan") or c.get("rowspan") for row in rows for c in row):
        return
    caption = holder.find("caption")
    stated = stated or (caption is not None and bool(GLOSSARY_HEADING.fullmatch(_plain(text_of(caption)))))
    heads = [_plain(text_of(c)).casefold().split() for c in rows[0]]
    terms = next((n for n, h in enumerate(heads) if h and len(h) <= 3 and TERM_CELLS & set(h)), -1)
    meant = next((n for n, h in enumerate(heads) if h and n != terms and MEANING_CELLS & set(h)), -1)
    body = rows[1:]
    if terms < 0 or meant < 0:
        if not stated or len(rows[0]) != 2:
            return
        terms, meant = 0, 1
        body = rows[1:] if all(c.tag == "th" for c in rows[0]) else rows
    for row in body:
        if len(row) > max(terms, meant):
            pair = Pair(row[terms], wording(row[meant]), _label(row[terms]))
            if explains(pair.label, pair.meaning):
                yield pair


def _of_lines(holder: Element) -> Iterator[Pair]:
    """Items or paragraphs that say "term: meaning" under the heading of a glossary."""
    if holder.tag == "p" and holder.get("class"):
        return  # a caption, a credit, what stands for a missing picture
    for line in [holder] if holder.tag == "p" else [c for c in holder if c.tag == "li"]:
        first = next(iter(line), None)
        strong = first if first is not None and first.tag in ("b", "strong", "em", "i", "dfn") else None
        if strong is not None and not (line.text or "").strip():
            label = wording(strong).rstrip(" :.–—=-")
            meaning = wording(line)[len(wording(strong)) :].lstrip(" :.–—=-")
            if explains(label, meaning):
                yield Pair(strong, meaning, label)
        elif match := _TYPED.fullmatch(wording(line)):
            if explains(match["term"], match["meaning"]):
                yield Pair(line, match["meaning"], match["term"])


def explains(term: str, meaning: str) -> bool:
    """Whether a pair of a glossary says something of a term: no label, no bare pointer, no "For the term, …"."""
    words = meaning.split()
    if not term or not words or len(term) > LONGEST_TERM or len(term.split()) > MOST_WORDS:
        return False
    same = _plain(term).casefold()
    if _plain(meaning).casefold().strip(" .") == same or not any(c.isalpha() for c in meaning + term):
        return False
    begins = _plain(" ".join(words[: len(term.split()) + 3])).casefold()
    if _POINTING.match(meaning) and (same in begins or len(words) < FEWEST_WORDS + 1):
        return False
    return len(words) > 1 or len(meaning) >= len(term)


def _reads_like_definition(pair: Pair, language: str) -> bool:
    """Whether a pair of a list that nobody calls a glossary explains its term to a reader."""
    words = pair.meaning.split()
    if not explains(pair.label, pair.meaning) or len(words) < FEWEST_WORDS or len(pair.label.split()) > 5:
        return False
    if (
        pair.label.endswith(":")
        or _MACHINE.search(pair.label)
        or next(pair.term.iter("math", "code"), None) is not None
    ):
        return False
    if _SPEECH.match(pair.meaning) or _ASKED.search(pair.meaning) or words[0].casefold() in DOES:
        return False
    small = SMALL_WORDS.get(language.split("-")[0])
    plain = [w.strip(".,;:!()").casefold() for w in words]
    if small and not small.intersection(plain):
        return False  # names, addresses, amounts
    if _FIGURES.search(words[0]) or _MONEY.search(pair.meaning):
        return False
    figures = sum(bool(_FIGURES.search(w)) for w in words)
    return figures * 4 <= len(words) and not SPOKEN.intersection(plain[:12])


def _is_fact(label: str) -> bool:
    words = _plain(label).casefold().strip(" :*").split()
    return bool(words) and (words[0] in FACTS or words[-1] in FACTS)


def _are_names(pairs: list[Pair], language: str) -> bool:
    """Whether the terms are people or places rather than words: most are several words with capitals."""
    if language.split("-")[0] == "de":
        return False
    several = [p.label.split() for p in pairs if len(p.label.split()) > 1]
    named = [w for w in several if sum(x[:1].isupper() for x in w) == len(w) and not any(x.isupper() for x in w)]
    return len(named) * 2 > len(pairs)


def _label(term: Element) -> str:
    """The text of a term without what ruby sets over it, and without a link to itself."""
    text = wording(term)
    sound = closest(term, "dl")
    return re.sub(r"[¶\uf0c1#]+$", "", text).strip() if sound is not None or term.tag in ("td", "th") else text


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).strip()
