"""Finds the uses of terms in running text: whole words, short forms letter by letter, plurals too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ebook.binding.glossary.entries import Entry

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Letters of scripts without spaces between words, and Hangul, whose particles stand on the word."""
_BEFORE = rf"(?<![^\W{_UNSPACED}])(?<!-)"
_BEHIND = rf"(?![^\W{_UNSPACED}]|-)"
_BEHIND_SHORT = rf"(?![^\W{_UNSPACED}]|-\d)"
"""Words made with a short form use it ("EU-wide"); with a number it is another ("COVID-19")."""
_BEGINS_UNSPACED = re.compile(rf"[{_UNSPACED}]")
_WORD = re.compile(r"\w+")
SHORT = 2
"""Letters of a short form that may as well stand for something else."""
_LONG_WORD = 4


class Finder:
    """Looks for the terms of some entries in texts."""

    def __init__(self, entries: Sequence[Entry], words: str) -> None:
        """`words` are all words of the chapter in small letters: most entries are not in it and cost nothing more."""
        there = set(_WORD.findall(words))
        self._exact: dict[str, Entry] = {}
        self._loose: dict[str, Entry] = {}
        for entry in entries:
            for form in sorted(entry.forms | {entry.term}):
                low = form.casefold()
                if low in words and (_BEGINS_UNSPACED.match(low) or _is_there(low, there)):
                    if _is_short(entry, form):
                        self._exact.setdefault(form, entry)
                    else:
                        self._loose.setdefault(low, entry)
        self._patterns = [p for p in (_pattern(tuple(self._exact), True), _pattern(tuple(self._loose), False)) if p]

    @property
    def entries(self) -> list[Entry]:
        """The entries that may be used in the chapter."""
        return list({id(e): e for e in (*self._exact.values(), *self._loose.values())}.values())

    def uses(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """(start, end, entry) of every use, in order; where two overlap, the one that starts first."""
        found = sorted((m.start(), -m.end(), m[m.lastindex or 0]) for p in self._patterns for m in p.finditer(text))
        last = 0
        for start, end, form in found:
            if start >= last:
                last = -end
                entry = self._exact.get(form) or self._loose.get(form.casefold())
                if entry is not None:
                    yield start, last, entry

    def entry_of(self, text: str) -> Entry | None:
        """The entry of a whole text, such as that of a marked term."""
        return self._exact.get(text) or self._loose.get(text.casefold())


def _is_short(entry: Entry, form: str) -> bool:
    """Whether letters count: those of a short form, also where the entry says more than what it stands for."""
    return entry.kind == "abbreviation" and not (" " in form and form.islower())


def _is_there(form: str, there: set[str]) -> bool:
    first = _WORD.search(form)
    if first is None or first[0] in there:
        return True
    return form == first[0] and any(first[0] + ending in there for ending in ("s", "es"))


@lru_cache(maxsize=256)
def _pattern(forms: tuple[str, ...], exact: bool) -> re.Pattern[str] | None:
    if not forms:
        return None
    parts = []
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        whole = re.escape(form)
        if _BEGINS_UNSPACED.match(form):
            parts.append(f"({whole})")
            continue
        if exact:
            plural = "(?:[’']?s)?" if form[-1:].isalnum() and form[-1:] not in "sS" else ""
        else:
            plural = "(?:s|es)?" if form.isascii() and form[-1:].isalpha() else ""
        parts.append(f"{_BEFORE}({whole}){plural}{_BEHIND_SHORT if exact else _BEHIND}")
    return re.compile("|".join(parts), 0 if exact else re.I)


def is_likely(entry: Entry, meaning: int, document: str, words: str) -> bool:
    """Whether a short form means in a chapter what others say; two letters may stand for anything.

    A chapter that explains it, or that has a word of what it stands for, is believed.
    """
    if entry.kind != "abbreviation" or sum(c.isalnum() for c in entry.term) > SHORT:
        return True
    if any(document in m.articles for m in entry.meanings) or not any(m.articles for m in entry.meanings):
        return True
    asked = entry.meanings if meaning < 0 else [entry.meanings[meaning]]
    return any(w in words for m in asked for w in _WORD.findall(m.meaning.casefold()) if len(w) >= _LONG_WORD)
