"""Finds the uses of terms in running text: whole words, short forms letter by letter, plurals too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from ebook.binding.glossary.entries import Entry
from ebook.languages import SPACED, is_unspaced

_TOKEN = re.compile(rf"{SPACED}+")
_JOINS_BEFORE = re.compile(rf"{SPACED}|-")
_BEHIND = re.compile(rf"(?:e?s)?(?!{SPACED}|-)")
_BEHIND_FOREIGN = re.compile(rf"(?!{SPACED}|-)")
_BEHIND_SHORT = re.compile(rf"(?:[’']?s)?(?!{SPACED}|-\d)")
"""Words made with a short form use it ("EU-wide"); with a number it is another ("COVID-19")."""
_ENDINGS = ("", "s", "es")
_WORD = re.compile(r"\w+")
SHORT = 2
"""Letters of a short form that may as well stand for something else."""
_LONG_WORD = 4
_STEM = 6
"""Letters of a word that its forms share."""


_Accepts: TypeAlias = Callable[[Entry], bool]


@dataclass(frozen=True, slots=True)
class _Form:
    """A spelling that is looked for."""

    text: str
    entry: Entry
    exact: bool
    behind: re.Pattern[str]


@dataclass(slots=True)
class _Forms:
    """The spellings that begin with one word, or with one sign of a script without spaces."""

    shapes: list[tuple[int, int]] = field(default_factory=list)
    """(length, characters before the first word) of them, the longest first."""
    by_text: dict[str, list[_Form]] = field(default_factory=dict)

    def add(self, form: _Form, lead: int) -> None:
        shape = (len(form.text), lead)
        if shape not in self.shapes:
            self.shapes = sorted({*self.shapes, shape}, key=lambda s: (-s[0], s[1]))
        self.by_text.setdefault(form.text.casefold(), []).append(form)


_NONE = _Forms()


class Finder:
    """Looks for the terms of all entries of a book in texts.

    Words are looked up, never tried one after the other: many terms cost no more than a few, however they begin.
    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._whole: dict[str, list[Entry]] = {}
        self._by_word: dict[str, _Forms] = {}
        self._by_sign: dict[str, _Forms] = {}
        for entry in entries:
            for text in sorted((entry.forms | {entry.term}) - {""}):
                first = _TOKEN.search(text)
                form = _form(text, entry)
                if first is None or is_unspaced(text):
                    self._by_sign.setdefault(text[0], _Forms()).add(form, 0)
                    self._whole.setdefault(text, []).append(entry)
                else:
                    self._by_word.setdefault(first[0].casefold(), _Forms()).add(form, first.start())
                    self._whole.setdefault(text if form.exact else text.casefold(), []).append(entry)

    def uses(self, text: str, accepts: _Accepts = lambda entry: True) -> Iterator[tuple[int, int, Entry]]:
        """(start, end, entry) of every use, in order; where two overlap, the first, then the longest."""
        found = [u for token in _TOKEN.finditer(text) if (u := next(self._at_word(text, token, accepts), None))]
        if self._by_sign:
            found += self._signs_in(text, accepts)
            found.sort(key=lambda f: (f[0], -f[1]))
        last = 0
        for start, end, entry in found:
            if start >= last:
                last = end
                yield start, end, entry

    def all_in(self, text: str) -> Iterator[Entry]:
        """Every entry whose term stands in a text, also inside that of another."""
        for token in _TOKEN.finditer(text):
            yield from (entry for _, _, entry in self._at_word(text, token, lambda entry: True))
        for start in range(len(text)) if self._by_sign else ():
            yield from (entry for _, _, entry in self._at_sign(text, start, lambda entry: True))

    def entry_of(self, text: str, accepts: _Accepts = lambda entry: True) -> Entry | None:
        """The entry of a whole text, such as that of a marked term."""
        known = (*self._whole.get(text, ()), *self._whole.get(text.casefold(), ()))
        return next((e for e in known if accepts(e)), None)

    def _at_word(self, text: str, token: re.Match[str], accepts: _Accepts) -> Iterator[tuple[int, int, Entry]]:
        word = token[0].casefold()
        for ending in _ENDINGS:
            forms = self._by_word.get(word.removesuffix(ending), _NONE) if word.endswith(ending) else _NONE
            for length, lead in forms.shapes:
                start = token.start() - lead
                if start < 0 or (start and _JOINS_BEFORE.match(text[start - 1])):
                    continue
                here = text[start : start + length]
                for form in sorted(forms.by_text.get(here.casefold(), ()), key=lambda f: not f.exact):
                    behind = form.behind.match(text, start + length)
                    if behind and (here == form.text or not form.exact) and accepts(form.entry):
                        yield start, behind.end(), form.entry

    def _signs_in(self, text: str, accepts: _Accepts) -> Iterator[tuple[int, int, Entry]]:
        at = 0
        while at < len(text):
            use = next(self._at_sign(text, at, accepts), None)
            if use is not None:
                yield use
            at = use[1] if use else at + 1

    def _at_sign(self, text: str, start: int, accepts: _Accepts) -> Iterator[tuple[int, int, Entry]]:
        forms = self._by_sign.get(text[start], _NONE)
        for length, _ in forms.shapes:
            here = text[start : start + length]
            for form in forms.by_text.get(here.casefold(), ()):
                if form.text == here and accepts(form.entry):
                    yield start, start + length, form.entry


def _form(text: str, entry: Entry) -> _Form:
    exact = entry.kind == "abbreviation" and (text == entry.term or " " not in text)
    if exact:
        behind = _BEHIND_SHORT if text[-1:] not in "sS" else _BEHIND_FOREIGN
    else:
        behind = _BEHIND if text.isascii() else _BEHIND_FOREIGN
    return _Form(text, entry, exact, behind)


def is_likely(entry: Entry, meaning: int, document: str, words: str) -> bool:
    """Whether a term means in a chapter what others say: two letters may stand for anything, one word mean much.

    A chapter that explains it is believed, and one that has a word of what a short form stands for; so is an editor who
    states a meaning for all articles. A single word that a sentence of another article defines ("measurement") has to
    come with half of the words of its meaning.
    """
    if any(document in m.articles for m in entry.meanings) or not any(m.articles for m in entry.meanings):
        return True
    if meaning >= 0 and meaning == entry.otherwise:
        return True
    asked = entry.meanings if meaning < 0 else [entry.meanings[meaning]]
    if entry.kind != "abbreviation":
        guessed = len(entry.term.split()) == 1 and all(m.source == "found" for m in asked)
        return not guessed or any(_is_spoken_of(m.meaning, words) for m in asked)
    if sum(c.isalnum() for c in entry.term) > SHORT:
        return True
    return any(w in words for m in asked for w in _WORD.findall(m.meaning.casefold()) if len(w) >= _LONG_WORD)


def _is_spoken_of(meaning: str, words: str) -> bool:
    """Whether a chapter has half of the longer words of a meaning, in any of their forms."""
    long = [w for w in _WORD.findall(meaning.casefold()) if len(w) > _LONG_WORD]
    return 2 * sum(word[:_STEM] in words for word in long) >= len(long)
