"""The sentence of an article in which a term is explained."""

from __future__ import annotations

import re
from itertools import pairwise

from ebook.markup import BLOCKS, Element, closest, raw_text, squash

_BLOCKS = ("p", "li", "dd", "td", "blockquote", "figcaption")
_END = re.compile(
    r"(?<![.!?…])[.!?…]+(?:\s?»|[”’\"'»)\]])*\s+(?=(?:[“‘\"'«(\[¿¡]\s?)*[^\Wa-zß-öø-ÿ])|[。！？]+[”’」』)]*\s*"
)
"""The end of a sentence, and what begins like one behind it."""
_NO_END = re.compile(
    r"(?:(?<!\d)\d{1,2}|(?<![^\W\d_])[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nr|vs|Inc|Ltd|Co|Corp|Jr|Sr|Fig|Vol|art|cf|al|etc|approx|ca|"
    r"bzw|Abs|Art|M|Mme|Sra?|Dra?|núm|pág|p|pp|Gen|Gov|Sen|Rep|Lt|Col|Capt|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec))\.$"
)
"""What a full stop behind does not end: one letter, a day ("am 27. März"), and what is commonly shortened."""


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    cuts = [0]
    for match in _END.finditer(text):
        if not _NO_END.search(text[max(0, match.start() - 12) : match.start() + 1]):
            cuts.append(match.end())
    cuts.append(len(text))
    return [s for s in (text[a:b].strip() for a, b in pairwise(cuts)) if s]


def sentence_around(element: Element) -> str:
    """The sentence that an element stands in; nothing where it stands alone."""
    block = closest(element, *_BLOCKS)
    if block is None:
        return ""
    before, own = _before(element, block), squash(raw_text(element))
    whole = squash(_lines(block))
    position = min(len(squash(before)), max(0, len(whole) - 1))
    at = 0
    for sentence in sentences(whole):
        start = whole.index(sentence, at)
        at = start + len(sentence)
        if position < at:
            return sentence if own in sentence and len(sentence.split()) > len(own.split()) + 2 else ""
    return ""


def _lines(element: Element) -> str:
    """The text of an element, a space where a line or a block begins; numbers of notes are no words of it."""
    if element.get("role") == "doc-noteref":
        return ""
    apart = " " if element.tag == "br" or element.tag in BLOCKS else ""
    inner = "".join(_lines(child) + (child.tail or "") for child in element if isinstance(child.tag, str))
    return f"{apart}{element.text or ''}{inner}{apart}"


def _before(element: Element, block: Element) -> str:
    """The text of a block up to an element."""
    parts: list[str] = []
    node = element
    while node is not block:
        around = node.getparent()
        assert around is not None
        pieces = [around.text or ""]
        for sibling in around:
            if sibling is node:
                break
            pieces.append(_lines(sibling) + (sibling.tail or ""))
        parts.append("".join(pieces))
        node = around
    return "".join(reversed(parts))
