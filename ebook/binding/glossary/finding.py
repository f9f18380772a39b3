"""Finds the uses of terms in running text: whole words, short forms letter by letter, plurals too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ebook.binding.glossary.entries import Entry

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Letters of scripts without spaces between words, and Hangul, whose particles stand on the word."""
_TOKEN = re.compile(rf"[^\W{_UNSPACED}]+")
_JOINS_BEFORE = re.compile(rf"[^\W{_UNSPACED}]|-")
_BEHIND = re.compile(rf"(?:e?s)?(?![^\W{_UNSPACED}]|-)")
_BEHIND_FOREIGN = re.compile(rf"(?![^\W{_UNSPACED}]|-)")
_BEHIND_SHORT = re.compile(rf"(?:[’']?s)?(?![^\W{_UNSPACED}]|-\d)")
"""Words made with a short form use it ("EU-wide"); with a number it is another ("COVID-19")."""
_ENDS_UNSPACED = re.compile(rf"[{_UNSPACED}]$")
_ENDINGS = ("", "s", "es")
_WORD = re.compile(r"\w+")
SHORT = 2
"""Letters of a short form that may as well stand for something else."""
_LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class _Form:
    """A spelling that is looked for."""

    text: str
    lead: int
    """Characters before its first word."""
    entry: Entry
    exact: bool
    behind: re.Pattern[str]


class Finder:
    """Looks for the terms of some entries in texts: word by word, so that many terms cost no more than a few."""

    def __init__(self, entries: Sequence[Entry], words: str) -> None:
        """`words` are all words of the chapter in small letters: most entries are not in it and cost nothing more."""
        there = set(_TOKEN.findall(words))
        self._whole: dict[str, Entry] = {}
        self._by_first: dict[str, list[_Form]] = {}
        unspaced: dict[str, Entry] = {}
        for entry in entries:
            for text in sorted(entry.forms | {entry.term}):
                first = _TOKEN.search(text)
                if first is None or _ENDS_UNSPACED.search(text):
                    if text.casefold() in words:
                        unspaced.setdefault(text, entry)
                        self._whole.setdefault(text, entry)
                elif any(first[0].casefold() + ending in there for ending in _ENDINGS):
                    form = _form(text, first.start(), entry)
                    self._by_first.setdefault(first[0].casefold(), []).append(form)
                    self._whole.setdefault(text if form.exact else text.casefold(), entry)
        for forms in self._by_first.values():
            forms.sort(key=lambda f: (-len(f.text), not f.exact, f.text))
        self._unspaced = unspaced
        ordered = sorted(unspaced, key=lambda f: (-len(f), f))
        self._pattern = re.compile("|".join(map(re.escape, ordered))) if ordered else None

    @property
    def entries(self) -> list[Entry]:
        """The entries that may be used in the chapter."""
        return list({id(e): e for e in self._whole.values()}.values())

    def uses(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """(start, end, entry) of every use, in order; where two overlap, the one that starts first."""
        found = list(self._words_in(text))
        if self._pattern is not None:
            found += [(m.start(), m.end(), self._unspaced[m[0]]) for m in self._pattern.finditer(text)]
            found.sort(key=lambda f: (f[0], -f[1]))
        last = 0
        for start, end, entry in found:
            if start >= last:
                last = end
                yield start, end, entry

    def _words_in(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        for token in _TOKEN.finditer(text):
            word = token[0].casefold()
            for ending in _ENDINGS:
                forms = self._by_first.get(word.removesuffix(ending), ()) if word.endswith(ending) else ()
                use = next((u for f in forms if (u := _at(text, token.start() - f.lead, f))), None)
                if use is not None:
                    yield use
                    break

    def entry_of(self, text: str) -> Entry | None:
        """The entry of a whole text, such as that of a marked term."""
        return self._whole.get(text) or self._whole.get(text.casefold())


def _form(text: str, lead: int, entry: Entry) -> _Form:
    exact = entry.kind == "abbreviation" and not (" " in text and text.islower())
    if exact:
        behind = _BEHIND_SHORT if text[-1:] not in "sS" else _BEHIND_FOREIGN
    else:
        behind = _BEHIND if text.isascii() else _BEHIND_FOREIGN
    return _Form(text, lead, entry, exact, behind)


def _at(text: str, start: int, form: _Form) -> tuple[int, int, Entry] | None:
    """The use of a form at a place of a text, with its plural."""
    if start < 0 or (start and _JOINS_BEFORE.match(text[start - 1])):
        return None
    end = start + len(form.text)
    here = text[start:end]
    if here != form.text and (form.exact or here.casefold() != form.text.casefold()):
        return None
    behind = form.behind.match(text, end)
    return (start, behind.end(), form.entry) if behind else None


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
