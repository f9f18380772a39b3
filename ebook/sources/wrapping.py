"""Lines that a program or a hand wrapped, joined into paragraphs again.

A line is full when the first word of the next would not have fitted on it. Where most lines are full, the line ends
mean nothing; a line that is not full and ends a sentence ends its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ebook.markup import squash
from ebook.sources.hyphens import Hyphens

NARROWEST, WIDEST = 30, 200
"""Characters of a line in text that is wrapped."""
VERSE = 50
"""Narrower lines may be verse: there most must go on in lower case."""
LOOSE = 0.85
"""How full a full line is at least; hands wrap less evenly than programs."""
SHORT = 0.75
"""A line that is less full ends a paragraph, where it ends a sentence."""

ITEM = re.compile(
    r"\s*(?:[-*+•‣◦▪●○■·–—]|\(?\d{1,3}[.)]|[a-z]\.|[ivx]{1,5}[.)]|\(?[a-zA-Z]\)|\([ivx]{1,5}\)|\[\d{1,3}\])\s+(?=\S)"
)
_SPEAKER = re.compile(r"\s*(?:[QAF]|Frage|Antwort|Question|Réponse|Pregunta|Respuesta|Domanda|Risposta)\s?[:.]\s+\S")
_ENDS = re.compile(r"[.!?:…。！？؟।][”\"'’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text with its number."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" \u00a0\u3000"))


def wrap_width(blocks: Sequence[Sequence[Line]]) -> int:
    """The width a text was wrapped at, or 0 where its line ends mean something."""
    pairs = [
        (len(a.text.rstrip()), a.text, b.text)
        for block in blocks
        for a, b in pairwise(block)
        if not begins_anew(b.text)
    ]
    if not pairs:
        return 0
    lengths = sorted(length for length, _, _ in pairs)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    if not NARROWEST <= width <= WIDEST:
        return 0
    total = sum(lengths)
    full = sum(length for length, _, b in pairs if length + 1 + _first_word(b) > LOOSE * width)
    ended = sum(length for length, a, b in pairs if _ends(a) and not _goes_on(b))
    low = sum(length for length, _, b in pairs if _goes_on(b))
    if full < 0.6 * total or ended > 0.5 * total or (len(pairs) < 2 and not low):
        return 0
    if width >= VERSE:
        return width
    cased = any(b.lstrip()[:1].lower() != b.lstrip()[:1].upper() for _, _, b in pairs[:50])
    return width if (low >= 0.4 * total if cased else full >= 0.8 * total) else 0


def begins_anew(line: str) -> bool:
    """Whether a line begins a paragraph whatever came before it: an item, a question, an answer."""
    return bool(ITEM.match(line) or _SPEAKER.match(line))


def paragraphs(block: Sequence[Line], width: int, hyphens: Hyphens) -> Iterator[tuple[int, str, list[str]]]:
    """Number, text and mended words of each paragraph in the lines between two blank ones."""
    current, start, words, head = "", 0, list[str](), Line(0, "")
    for index, line in enumerate(block):
        text = squash(line.text)
        if current and (_continues(block[index - 1], line, width) if width else _hangs(head, line)):
            divided = hyphens.join(current, text)
            if divided:
                current, word = divided
                words.append(word)
            else:
                current = joined(current, text)
            continue
        if current:
            yield start, current, words
        current, start, words, head = text, line.number, [], line
    if current:
        yield start, current, words


def is_loose(block: Sequence[Line], width: int) -> bool:
    """Whether the lines of a block end where their author wanted: few are full."""
    if len(block) < 2:
        return False
    full = sum(_is_full(a, b, width, LOOSE) for a, b in pairwise(block))
    return not width or full < 0.4 * (len(block) - 1)


def joined(before: str, after: str) -> str:
    """Two lines of one paragraph; scripts without spaces between words get none."""
    if _has_no_spaces(before[-1:]) and _has_no_spaces(after[:1]):
        return before + after
    if before.endswith("—") and not before.endswith(" —") and after[:1].isalnum():
        return before + after
    return f"{before} {after}"


def _has_no_spaces(character: str) -> bool:
    """Whether a character is Chinese, Japanese, Thai, Lao, Burmese or Khmer."""
    return (
        "\u2e7f" < character < "\uac00"
        or "\uff00" < character < "\uffa0"
        or "\u0e00" <= character < "\u0f00"
        or "\u1000" <= character < "\u10a0"
        or "\u1780" <= character < "\u1800"
    )


def _continues(before: Line, line: Line, width: int) -> bool:
    text, last = line.text.strip(), before.text.rstrip()
    if begins_anew(line.text):
        return _is_no_item(before, line, width)
    if line.indent >= 2 and line.indent > before.indent and not ITEM.match(before.text) and _ends(last):
        return False
    if last[-1:] in "-‐\u00ad" or _goes_on(text):
        return True
    if _is_full(before, line, width, SHORT):
        return True
    return not _ends(last) and last[-1:] in ",;–—"


def _hangs(head: Line, line: Line) -> bool:
    """Whether a line goes on with the item above it, by its indentation alone, where line ends else mean something."""
    mark = ITEM.match(head.text)
    return mark is not None and line.indent >= max(mark.end(), head.indent + 2) and not begins_anew(line.text)


def _is_no_item(before: Line, line: Line, width: int) -> bool:
    """Whether a line only looks like an item: a dash or a number that came to stand at its beginning."""
    if _ends(before.text) or begins_anew(before.text) or not _is_full(before, line, width, LOOSE):
        return False
    number = re.match(r"\s*(\d{1,3})\.\s", line.text)
    return number[1] != "1" if number else bool(re.match(r"\s*(?:[-–—+]|\(?[b-zB-Z]\)|[b-z]\.)\s", line.text))


def _is_full(before: Line, line: Line, width: int, share: float) -> bool:
    return len(before.text.rstrip()) + 1 + _first_word(line.text) > share * width


def _first_word(line: str) -> int:
    text = line.strip()
    word = text.split(None, 1)[0] if text else ""
    return 1 if word and _has_no_spaces(word[0]) else len(word)


def _ends(line: str) -> bool:
    return bool(_ENDS.search(line.rstrip()[-12:]))


def _goes_on(line: str) -> bool:
    """Whether a line begins in the middle of a sentence, by its first letter."""
    return line.lstrip(" \u00a0“\"'(«„")[:1].islower()
