"""Reads from a chapter the terms that it explains, and how they sound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from ebook.markup import (
    Element,
    closest,
    inside,
    language_of,
    squash,
    text_nodes,
    text_of,
)
from ebook.model import Term
from ebook.passes.pronunciations import VARIANT
from ebook.terms.sentences import sentence_at

LONGEST_TERM = 60
LONGEST_MEANING = 600
_PIECES, _NEAR, _WITHIN = 12, 30, 160
"""Runs of text behind a term that are looked at, characters up to its phonetic writing, and up to its respelling."""
_RESPELT = re.compile(
    r"^[^.(]{0,60}\([^)]{0,80}?(?:pronounced|prononcée?|se prononce|gesprochen|ausgesprochen|pronunciad[oa]|"
    r"se pronuncia|"
    r"udtales|uttalas|uitgesproken(?: als)?|si pronuncia|pronunciat[oa]|pronuncia-se|wymawiane|произносится)"
    r"\s*:?\s+(?:(?:as|like|wie|comme|como|come|som)\s+)?([^;,.)(/]{2,40})|"
    r"^[\s,]{0,3}(?:pronounced|prononcé|gesprochen|pronunciado|udtales|uitgesproken)\s+([“\"'«‘][^”\"'»’]{2,40}[”\"'»’])"
)
"""How an author says in ordinary letters how a word sounds."""
_CAPITALS = re.compile(r"/[;,]?\s+((?:[a-z]+-)*[A-Z]{2,}(?:-[A-Za-z]+)+|(?:[a-z]+-)+[A-Z]{2,})\b")
"""A respelling behind phonetic writing, its stressed syllable in capitals."""
_SENTENCE = re.compile(r"(?<=[.!?…。！？])[”’\"')\]]*\s+")


def gathered(trees: Sequence[tuple[str, Element]]) -> list[Term]:
    """The terms of all chapters, which are given with the inputs they are made of; each names its input."""
    return [replace(term, inputs=(source,)) for source, tree in trees for term in terms_in(tree)]


def terms_in(tree: Element) -> list[Term]:
    """The terms a chapter explains: `dfn`, `abbr` with a title, and definition lists, in order."""
    found: list[Term] = []
    for element in tree.iter("abbr", "dfn", "dl"):
        if element.tag == "abbr" and element.get("title"):
            found.append(_term("abbreviation", _without_readings(element), element.get("title", ""), element))
        elif element.tag == "dfn" and next(element.iter("abbr"), None) is None:
            meaning = element.get("title") or _sentence_of(element)
            if meaning:
                found.append(_term("definition", _without_readings(element), meaning, element))
        elif element.tag == "dl" and not inside(element, "aside"):
            found.extend(_pairs(element))
    return [
        t
        for t in found
        if t.term and t.meaning and len(t.term) <= LONGEST_TERM and t.term.casefold() != t.meaning.casefold()
    ]


def _term(kind: str, term: str, meaning: str, element: Element) -> Term:
    spelt, said = sounds(element)
    reading = " ".join(text_of(r) for r in element.iter("rt"))
    return Term(
        kind=kind,
        term=squash(term),
        meaning=squash(meaning)[:LONGEST_MEANING],
        language=language_of(element),
        pronunciation=spelt,
        respelling=reading or said,
        sentence=_evidence(element),
    )


def _evidence(element: Element) -> str:
    """The sentence of an article in which a term is explained; the definition itself where it is listed."""
    block = closest(element, "p", "li", "dd", "td", "blockquote")
    if block is None:
        return ""
    text, term = text_of(block), text_of(element)
    return sentence_at(text, max(text.find(term), 0))


def _without_readings(element: Element) -> str:
    """The text of a term without what ruby sets over it."""
    if next(element.iter("rt"), None) is None:
        return text_of(element)
    return squash("".join(str(t) for t in element.xpath(".//text()[not(ancestor::rt or ancestor::rp)]")))


def sounds(element: Element) -> tuple[str, str]:
    """(phonetic writing, respelling) that stand right behind a term in its own text."""
    outer = closest(element, "dfn")
    outer = element if outer is None else outer
    block = outer if outer.tag == "dt" else closest(outer, "p", "li", "dd", "td", "blockquote", "dt")
    if block is None:
        return "", ""
    pieces: list[str] = []
    spelt, passed = "", ""
    for node, holder in islice(_texts(outer) if outer is block else _texts_behind(outer, block), _PIECES):
        phonetic_here = language_of(holder).endswith(VARIANT)
        if phonetic_here and not spelt and (outer is block or len(passed) <= _NEAR):
            spelt = node.strip("/[] ")
        pieces.append(f"/{node}/" if phonetic_here else node)
        passed += node
    match = _RESPELT.search(squash("".join(pieces))[:_WITHIN]) or _CAPITALS.search(squash("".join(pieces))[:_WITHIN])
    said = next((g for g in match.groups() if g), "").strip(" “”\"'’«»‘") if match else ""
    return spelt, "" if "/" in said or said == spelt else said


def _texts(element: Element) -> Iterator[tuple[str, Element]]:
    """Every run of text in an element with the element that it stands in."""
    for node, is_tail, text in text_nodes(element):
        holder = node.getparent() if is_tail else node
        yield text, holder if holder is not None else element


def _texts_behind(element: Element, block: Element) -> Iterator[tuple[str, Element]]:
    """The same for what stands behind an element in a block."""
    node = element
    while node is not block:
        around = node.getparent()
        assert around is not None
        if node.tail:
            yield node.tail, around
        for sibling in node.itersiblings():
            yield from _texts(sibling)
            if sibling.tail:
                yield sibling.tail, around
        node = around


def _sentence_of(element: Element) -> str:
    """The sentence in which a term is defined; nothing where the term stands alone."""
    block = closest(element, "p", "li", "dd", "td", "blockquote")
    if block is None:
        return ""
    term = text_of(element)
    for sentence in _SENTENCE.split(text_of(block)):
        if term in sentence and len(sentence.split()) > len(term.split()) + 3:
            return sentence
    return ""


def _pairs(holder: Element) -> Iterable[Term]:
    """Terms and definitions of a `dl`; several terms may share a definition."""
    waiting: list[Element] = []
    definitions: list[str] = []
    for child in [*holder, None]:
        if child is None or (child.tag == "dt" and definitions):
            for term in waiting:
                if sum(len(d.split()) for d in definitions) >= 3 and next(term.iter("math", "code"), None) is None:
                    yield _term("definition", _without_readings(term), " ".join(definitions), term)
            waiting, definitions = [], []
        if child is not None and child.tag == "dt":
            waiting.append(child)
        elif child is not None and child.tag == "dd":
            definitions.append(text_of(child))
