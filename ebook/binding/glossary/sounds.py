"""How a term sounds, as its own text says right behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ebook.markup import Element, closest, language_of, squash, text_nodes
from ebook.passes.pronunciations import VARIANT

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
