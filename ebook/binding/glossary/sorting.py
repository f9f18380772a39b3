"""Sorts words as a language does."""

from __future__ import annotations

import unicodedata

_LAST_LETTERS = {
    "da": "æøå",
    "nb": "æøå",
    "nn": "æøå",
    "no": "æøå",
    "sv": "åäö",
    "fi": "åäö",
    "et": "õäöü",
    "is": "þæö",
    "pl": "ąćęłńóśźż",
    "cs": "čřšž",
    "es": "ñ",
    "tr": "çğıöşü",
    "hu": "öőüű",
}
"""Letters that a language sorts as letters of their own (CLDR collation), after their base letter or the alphabet."""
_BASES = {"ł": "l", "ı": "i"}
"""Letters that Unicode does not decompose."""
_AFTER_BASE = frozenset({"es", "pl", "cs", "tr", "hu"})


def sort_key(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """A key that sorts words as the language does: accents and case count last, letters of its own after their "
    "place."""
    primary = language.split("-")[0]
    own = _LAST_LETTERS.get(primary, "")
    key: list[tuple[int, int]] = []
    for letter in text.casefold():
        if letter in own:
            base = _BASES.get(letter, unicodedata.normalize("NFD", letter)[0]) if primary in _AFTER_BASE else "z"
            key.append((ord(base), own.index(letter) + 1))
            continue
        plain = unicodedata.normalize("NFKD", letter)
        key.extend((ord(c), 0) for c in plain if not unicodedata.combining(c) and (c.isalnum() or c == " "))
    return tuple(key)
