"""Where sentences end, as far as evidence needs it."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+|(?<=[。！？])[”’」』]*|\n\s*\n")
_ABBREVIATED = re.compile(r"(?:\b[^\W\d_]|\b(?:Dr|Mr|Mrs|Ms|Prof|St|No|Nr|vs|cf|etc|bzw|ca|M|Mme))\.$")
"""A full stop behind one of these ends no sentence."""
LONGEST = 600


def sentence_at(text: str, position: int) -> str:
    """The sentence of a text in which a position lies, blanks made single."""
    start = 0
    for end in _END.finditer(text):
        if _ABBREVIATED.search(text, max(0, end.start() - 8), end.start()):
            continue
        if end.end() > position:
            return " ".join(text[start : end.end()].split())[:LONGEST]
        start = end.end()
    return " ".join(text[start:].split())[:LONGEST]
