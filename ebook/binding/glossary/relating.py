"""Finds which entries of a glossary belong together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ebook.binding.glossary.entries import WHOLE, Entry
from ebook.binding.glossary.spelling import words_key

MOST = 5
"""Entries that one entry points to; more would say nothing."""
_ENOUGH = 2 * MOST
"""Entries of the same words that are looked at: the first ones, some of which may be pointed to already."""
_WORD = re.compile(r"[^\W_](?:[\w’'.-]*[\w])?")


def relate(entries: Sequence[Entry]) -> None:
    """Set what every entry is related to, in the order of the glossary.

    An expansion that is itself defined leads to that definition. Otherwise an entry points to those whose terms stand
    in its own words, and to other short forms of the same words. What an editor points to comes first, or
    stands with the meaning that it was said of.
    """
    defined = {_key(e): e for e in entries if e.kind == "definition"}
    same: dict[str, list[Entry]] = {}
    for entry in entries:
        for meaning in entry.meanings:
            if meaning.kind == "abbreviation":
                same.setdefault(words_key(meaning.meaning), []).append(entry)
    finder = _Finder(entries)
    named = {form.casefold(): e for e in reversed(entries) for form in (*e.forms, e.term)}
    order = {e.id: n for n, e in enumerate(entries)}
    for entry in entries:
        found: dict[str, Entry] = {}
        for number, meaning in enumerate(entry.meanings):
            key = words_key(meaning.meaning)
            if meaning.kind == "abbreviation":
                if (whole := defined.get(key)) is not None and whole is not entry:
                    entry.expanded[number] = whole
                found.update({e.id: e for e in same[key][:_ENOUGH]})
            else:
                found.update({e.id: e for e in same.get(_key(entry), ())[:_ENOUGH]})
            found.update({e.id: e for e in finder.named_in(meaning.meaning)})
        expanded = {e.id for e in entry.expanded.values()}
        others = [e for e in found.values() if e is not entry and e.id not in expanded]
        pointed = {n: _others(entry, [named.get(t.casefold()) for t in terms]) for n, terms in entry.see.items()}
        first = pointed.pop(WHOLE, [])
        entry.pointed = {number: own for number, own in pointed.items() if own}
        said = {e.id for own in entry.pointed.values() for e in own}
        nearest = sorted((e for e in others if e.id not in said), key=lambda e: order[e.id])[:MOST]
        entry.related = _others(entry, [*first, *nearest])


def _others(entry: Entry, named: Sequence[Entry | None]) -> list[Entry]:
    """Entries that are there and not this one, each once."""
    return list({e.id: e for e in named if e is not None and e is not entry}.values())


def _key(entry: Entry) -> str:
    return words_key(entry.term)


class _Finder:
    """Finds the terms of entries in a text, the longest at each place: looked up, never tried one after the other."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._lengths: dict[str, list[int]] = {}
        self._exact: dict[tuple[str, ...], Entry] = {}
        self._alike: dict[tuple[str, ...], Entry] = {}
        for entry in entries:
            for form in sorted(entry.forms or {entry.term}):
                words = _WORD.findall(form)
                if words and entry.kind == "abbreviation":
                    self._exact.setdefault(tuple(words), entry)
                elif words and len(form) > 3:
                    self._alike.setdefault(tuple(map(_stem, words)), entry)
        for key in (*self._exact, *self._alike):
            lengths = self._lengths.setdefault(_stem(key[0]), [])
            if len(key) not in lengths:
                lengths.append(len(key))
                lengths.sort(reverse=True)

    def named_in(self, text: str) -> list[Entry]:
        words = _WORD.findall(text)
        stems = [_stem(w) for w in words]
        found: list[Entry] = []
        at = 0
        while at < len(words):
            step = 1
            for length in self._lengths.get(stems[at], ()):
                alike = self._alike.get(tuple(stems[at : at + length]))
                entry = self._exact.get(tuple(words[at : at + length]), alike)
                if entry is not None:
                    found.append(entry)
                    step = length
                    break
            at += step
        return found


def _stem(word: str) -> str:
    word = word.casefold()
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word
