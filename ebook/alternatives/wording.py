"""The words of a text without what does not count when two texts are compared."""

from __future__ import annotations

import re
import unicodedata

from ebook.alternatives.judgement import LONGEST


def squash(text: str) -> str:
    return " ".join(text.split())


def words_of(text: str) -> list[str]:
    """The words of a text, without case and marks; ideographs and kana in a row are one word each run."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    spaced = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in plain)
    return spaced.split()


def joined(text: str) -> str:
    return "".join(words_of(text))


def length_of(words: str) -> int:
    return len(words) + sum(unicodedata.east_asian_width(c) in "WF" for c in words[: LONGEST + 1])


def contains(text: list[str], words: list[str]) -> bool:
    """Whether words stand in a row in a text, however they are spaced."""
    return bool(words) and f" {' '.join(words)} " in f" {' '.join(text)} "


_LABEL = re.compile(r"\W*(?:image|photo|picture|foto|bild|figure|fig|abb|abbildung|video)\b\s*\d*\s*[:.]\s*", re.I)


def unlabelled(text: str) -> str:
    """A text without a word such as "Image:" before it."""
    return _LABEL.sub("", text, count=1) if _LABEL.match(text) else text
