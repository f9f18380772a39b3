"""A page as its runs of text, each with the boxes around it.

A *block* is a run of text that no block element interrupts; a *box* is a block element with what stands in it.
"""

from __future__ import annotations

import re

from ebook.judge.signs import Signs
from ebook.markup import BLOCKS, Element

SKIPPED = frozenset(
    "script style template head svg iframe object embed applet select textarea input audio video canvas annotation "
    "annotation-xml noscript dialog".split()
)
"""Elements whose text is never read as part of the page."""

_WORD = re.compile(r"\w+")
_WORDS_ALONE = bytes(b if chr(b).isalnum() or b == ord("_") else ord(" ") for b in range(128)) + bytes(range(128, 256))
"""What `_WORD` leaves of ASCII."""
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Thai, kana, Han, hangul: scripts whose words the pattern above cannot count."""
PROSE_WORDS = 8
"""Words from which a run of text is a sentence rather than a label."""
PROSE_LINKED = 0.35
"""Share of linked characters up to which it is one."""


class Box:
    """A block element of the page: what it says of itself, and sums over the blocks in it."""

    __slots__ = ("blocks", "element", "factor", "level", "linked", "parent", "prose", "signs", "tag", "trail", "words")

    def __init__(self, element: Element, parent: Box | None, signs: int) -> None:
        self.element = element
        self.tag = str(element.tag)
        self.parent = parent
        self.signs = signs
        self.level: int = 0 if parent is None else parent.level + 1
        self.trail = (self.tag, element.get("class", "")[:40])
        self.words = 0
        self.linked = 0.0
        """Words that are links."""
        self.blocks = 0
        self.prose = 0.0
        """Words of prose, weighted by how much their surroundings look like an article."""
        self.factor = 1.0

    def around(self) -> list[Box]:
        """The box and those around it, from the inside out."""
        boxes, box = [self], self.parent
        while box is not None:
            boxes.append(box)
            box = box.parent
        return boxes


class Block:
    """A run of text."""

    __slots__ = ("box", "chars", "key", "linked", "prose", "text", "words")

    def __init__(self, box: Box, text: str, linked: int) -> None:
        self.box = box
        self.text = text
        self.key = text.lower()
        self.chars = len(text)
        self.linked = min(1.0, linked / self.chars)
        """Share of its characters that are links."""
        self.words = word_count(text)
        self.prose = self.words >= PROSE_WORDS and self.linked < PROSE_LINKED


def word_count(text: str) -> int:
    """Words of a text; in scripts without spaces two characters count as a word."""
    if text.isascii():  # a fifth of the pattern's time
        return len(text.encode().translate(_WORDS_ALONE).split())
    count = len(_WORD.findall(text))
    unspaced = len(_UNSPACED.findall(text))
    if unspaced > 5:
        count += unspaced // 2
    return count


class _Walk:
    """One walk over the page that collects its blocks and boxes."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.boxes: list[Box] = []
        self._signs = Signs()
        self._parts: list[str] = []
        self._linked = 0
        self._breaks = 0

    def box(self, element: Element, parent: Box | None) -> None:
        box = Box(element, parent, self._signs.of(element))
        self.boxes.append(box)
        self._inside(element, box, False)
        self._end(box)

    def _inside(self, element: Element, box: Box, linked: bool) -> None:
        if text := element.text:
            self._add(text, linked)
        for child in element:
            tag = child.tag
            if tag in BLOCKS:
                self._end(box)
                self.box(child, box)
            elif tag == "br":
                self._breaks += 1
                if self._breaks > 1 and box.tag != "pre":
                    self._end(box)
                self._parts.append("\n")
            elif tag not in SKIPPED and isinstance(tag, str):
                self._inside(child, box, linked or tag == "a")
            if tail := child.tail:
                self._add(tail, linked)

    def _add(self, text: str, linked: bool) -> None:
        self._parts.append(text)
        if text.isspace():
            return
        self._breaks = 0
        if linked:
            self._linked += len(text.strip())

    def _end(self, box: Box) -> None:
        if self._parts:
            text = " ".join("".join(self._parts).split())
            if text:
                self.blocks.append(Block(box, text, self._linked))
            self._parts.clear()
        self._linked = self._breaks = 0


def blocks_of(tree: Element) -> tuple[list[Block], list[Box]]:
    """The blocks of a body and its boxes, each in the order of reading; sums of boxes are filled in."""
    walk = _Walk()
    walk.box(tree, None)
    for block in walk.blocks:
        block.box.words += block.words
        block.box.linked += block.words * block.linked
        block.box.blocks += 1
    for box in reversed(walk.boxes):
        if box.parent is not None:
            box.parent.words += box.words
            box.parent.linked += box.linked
            box.parent.blocks += box.blocks
    return walk.blocks, walk.boxes
