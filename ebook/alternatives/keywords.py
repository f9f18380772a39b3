"""Rows of keywords, written for search engines."""

from __future__ import annotations

import re

from ebook.languages import script_of
from ebook.recognition import weigh


def is_stuffed(words: str) -> bool:
    """Many short items in a row, most of one word, or the same word again and again; not the names of a group."""
    if re.fullmatch(r"[^\s,]+(?:,[^\s,]+){4,}", words):
        return True
    if words.islower() and len(words.split()) >= 8 and not re.search(r"[.,;:!?]", words):
        return script_of(words) == "LATIN" and not weigh(words).small
    items = [item.split() for item in re.split(r"[,;|#]", words) if item.strip()]
    if len(items) < 5 or any(len(item) > 6 for item in items) or _joins(items[-1]):
        return False
    single = sum(len(item) == 1 for item in items)
    if len(items) >= 6 and single >= 0.6 * len(items):
        return True
    common = [word.casefold() for item in items for word in set(item)]
    return any(common.count(word) >= max(3, 0.5 * len(items)) for word in set(common) if len(word) > 3)


def _joins(item: list[str]) -> bool:
    """Whether the last item of a list is joined to it as in a sentence."""
    return any(w in ("and", "or", "und", "oder", "et", "ou", "y", "e", "o", "en", "och", "og", "i", "и") for w in item)
