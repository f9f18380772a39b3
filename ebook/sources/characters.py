"""Characters that nobody sees or that only a printer needs: out of a plain text, or turned into letters.

    co\u00adoperate, a\u200b word, ﬁnd   ->   cooperate, a word, find

A voice stumbles over them, and a search does not find the word. Joiners stay where scripts need them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

LIGATURES: Mapping[str, str] = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
"""Unicode, Alphabetic Presentation Forms: kept for round trips with old printers' tables alone."""

_LINE_ENDS = re.compile("\r\n?|[\v\x85\u2028]")
_ODD = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufb00-\ufb06]")
_HIDDEN = re.compile(
    "[\u2060-\u2064\ufeff]"
    "|(?<![\u0e00-\u109f\u1780-\u17ff])\u200b|\u200b(?![\u0e00-\u109f\u1780-\u17ff])"  # parts words in Thai, Lao, Khmer
    "|(?<=[\x00-\u058f])[\u200c\u200d]+(?=[\x00-\u058f])"
    "|\u00ad(?![ \t]*(?:\n|$))"  # at the end of a line it says that the word goes on
)
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks of direction: nothing without letters that are written from right to left."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")


def visible(text: str) -> tuple[str, int]:
    """The text as it is meant to be read, and how many characters went or became letters."""
    text = _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")
    if text.isascii() or not _ODD.search(text):
        return text, 0
    text, hidden = _HIDDEN.subn("", text)
    marks = 0
    if not _RIGHT_TO_LEFT.search(text):
        text, marks = _MARKS.subn("", text)
    text, ligatures = _LIGATURE.subn(lambda m: LIGATURES[m[0]], text)
    return text, hidden + marks + ligatures
