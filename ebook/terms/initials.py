"""The commonest case, told without weighing: plain words whose initials spell the short form, small words apart."""

from __future__ import annotations

import re

from ebook.terms.alignment import fold
from ebook.terms.grammar import breaks, links

_PARTS = re.compile(r"[-‐‑'’]")


def spelt(piece: str, letters: str, language: str) -> int:
    """Where the words at the end of a text begin whose initials spell the letters; -1 where it is not so plain.

    Before them stands a small word, a comma, a word in small letters before a capital, or nothing: so nothing says
    that the name begins earlier.
    """
    joins, stops = links(language), breaks(language)
    words = piece.rsplit(maxsplit=2 * len(letters) + 2)
    at, left = len(piece), len(letters) - 1
    for i in range(len(words) - 1, -1, -1):
        word = words[i]
        lower = word.lower()
        if left < 0:
            parted = lower in joins or word[-1] in ",;:" or (piece[at].isupper() and lower.isalpha() and word == lower)
            return at if parted else -1
        at = piece.rfind(word, 0, at)
        if lower in joins:
            if i == len(words) - 1:
                return -1
            continue
        if lower in stops:
            return -1
        parts = [lower] if lower.isalpha() else _PARTS.split(lower)
        while parts:
            part = parts.pop()
            if not part.isalpha() or left < 0:
                return -1
            if parts and not parts[1:] and parts[0] in joins and left == 0 and _spells(part, letters[0]):
                return at + len(parts[0]) + 1
            if not _spells(part, letters[left]):
                return -1
            left -= 1
    return at if left < 0 and len(words) <= 2 * len(letters) + 2 else -1


def _spells(word: str, letter: str) -> bool:
    """Whether a word in small letters begins with a letter, its accent apart."""
    return (word[0] if word[0].isascii() else fold(word[0])[:1]) == letter
