"""The sentence of an article in which a term is explained."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from lxml import etree

from ebook.binding.glossary.wording import is_aside, wording
from ebook.markup import BLOCKS, Element, closest, squash

LONGEST = 2000
"""Characters of a sentence; what runs on for longer without an end is a list or a table set as text."""

_MORE_SIGNS = 5
"""Characters that a sentence without spaces has besides its term."""
_BLOCKS = ("p", "li", "dd", "td", "blockquote", "figcaption")
_WHITE = re.compile(r"[ \n\t\r\f]+")
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


class Sentences:
    """The sentences that elements stand in; a block is read once, however many of them it has.

    Its text must not change meanwhile.
    """

    def __init__(self) -> None:
        self._blocks: dict[Element, _Block] = {}

    def around(self, element: Element) -> str:
        """The sentence that an element stands in; nothing where it stands alone."""
        block = closest(element, *_BLOCKS)
        if block is None:
            return ""
        if block not in self._blocks:
            self._blocks[block] = _Block(block)
        return self._blocks[block].sentence_around(element)


class _Block:
    """The text of a block, squashed, with the places of its sentences and elements."""

    def __init__(self, block: Element) -> None:
        self._places: dict[Element, int] = {}
        self._pieces: list[str] = []
        self._length = 0
        self._read(block)
        whole = squash("".join(self._pieces))
        self._sentences = sentences(whole)
        self._ends: list[int] = []
        at = 0
        for sentence in self._sentences:
            at = whole.index(sentence, at) + len(sentence)
            self._ends.append(at)

    def sentence_around(self, element: Element) -> str:
        own, place = wording(element), self._places.get(element)
        if place is None or not self._sentences:
            return ""
        number = min(bisect_right(self._ends, place), len(self._ends) - 1)
        sentence = self._sentences[number]
        if len(sentence) > LONGEST:
            return ""
        longer = len(sentence.split()) > len(own.split()) + 2 or (
            " " not in sentence and len(sentence) > len(own) + _MORE_SIGNS
        )
        return sentence if own in sentence and longer else ""

    def _read(self, block: Element) -> None:
        """Take the text in, a space where a line or a block begins; numbers of notes are no words of it."""
        walk = etree.iterwalk(block, events=("start", "end"))
        for event, element in walk:
            is_note = is_aside(element) and element is not block
            apart = element.tag == "br" or element.tag in BLOCKS
            if event == "start":
                self._append(" " if apart else "")
                self._places[element] = self._length
                if is_note:
                    walk.skip_subtree()
                else:
                    self._append(element.text or "")
            else:
                self._append(" " if apart and not is_note else "")
                self._append((element.tail or "") if element is not block else "")

    def _append(self, text: str) -> None:
        text = _WHITE.sub(" ", text)
        if not self._pieces:
            text = text.lstrip(" \u00a0")
        elif self._pieces[-1].endswith(" "):
            text = text.lstrip(" ")
        if text:
            self._pieces.append(text)
            self._length += len(text)
