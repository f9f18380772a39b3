"""Says which words of an editor reach nothing: a name of an article, a term or a pointer may be mistyped."""

from __future__ import annotations

import difflib
import heapq
import os
import posixpath
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from html import unescape
from pathlib import Path

from ebook.errors import shortened
from ebook.glossary_file.entries import CORRECTED, DEFINITION, FOUND, GONE, Entry, Listed, settle
from ebook.languages import SPACED, is_unspaced
from ebook.markup import squash
from ebook.terms.matching import FORBIDDEN

UNNAMED = ("", "-")
"""What stands for no article of the disk: all of them, or standard input."""
CORRECT = "Correct the term, or take the entry out"
UPDATE = "Bring the file up to date: ebook glossary --edit"
_TAG = re.compile(r"<[^>]*>")
_CAPITALS = re.compile(r"[^A-ZÀ-Þ]*[A-ZÀ-Þ][^A-ZÀ-Þ]*[A-ZÀ-Þ]")
_END = re.compile(rf"(?:['’]?s)?(?!{SPACED})")
"""What may follow a term where it is used: the sign of the plural or of the genitive."""
_LETTER = re.compile(SPACED)
_LONGEST = 60
_ASKED = 20
"""Lines of a file that ask what was meant, as many as a terminal shows; the others say what to do alone."""
_COMPARED = 100
"""Candidates that are compared letter by letter for what somebody may have meant."""
_LONGEST_ASKED = 200
"""Letters of what is compared: nobody mistypes a whole paragraph."""


def unused(
    path: Path,
    listed: Listed,
    *,
    names: Collection[str],
    texts: Mapping[str, str],
    is_there: Callable[[str], bool],
) -> tuple[str, ...]:
    """One line for each decision or addition that reaches nothing: what, where, what to do.

    `names` are the spellings of all terms in the glossary as it came out; `texts` the XHTML of the articles of this
    run, by their names as the file has them; `is_there` tells whether an article lies on the disk, so that it may be
    in another book.
    """
    if not listed.entries:
        return ()
    stated = [word for entry in listed.entries if entry.state != FORBIDDEN for word in _words(entry)]
    reader = _Reader(
        names={_plain(name).casefold(): name for name in sorted(names)},
        known={word.casefold() for word in stated},
        texts={name: _Text(text) for name, text in texts.items()},
        is_there=is_there,
    )
    lines = listed.lines or [0] * len(listed.entries)
    lost = [
        (line, found)
        for line, entry in zip(lines, listed.entries, strict=True)
        for found in reader.lost(settle(entry), entry.state)
    ]
    return tuple(
        f"{path}{f', line {line}' if line else ''}: {found.said}. {found.remedy(asks=number < _ASKED)}"
        for number, (line, found) in enumerate(lost)
    )


def _words(entry: Entry) -> tuple[str, ...]:
    """The spellings by which an entry is known."""
    return tuple(_plain(word) for word in (entry.term, entry.found_term, *entry.also) if word.strip())


def _plain(text: str) -> str:
    """A text without what is only seen in it."""
    return squash(text.replace("\u00a0", " ").replace("\u00ad", ""))


class _Text:
    """The words of an article: tags stand between words, or in one."""

    def __init__(self, xhtml: str) -> None:
        apart, together = _TAG.sub(" ", xhtml), _TAG.sub("", xhtml)
        self._words = f"{_plain(unescape(apart))}\n{_plain(unescape(together))}"
        self._folded = self._words.casefold()

    def holds(self, word: str, kind: str) -> bool:
        """Whether a word stands there, as the book would link it or more freely; the case of a short form counts."""
        if word.casefold() not in self._folded:
            return False
        if is_unspaced(word) and word in self._words:
            return True
        if any(_is_whole(self._words, place, len(word)) for place in _places(word, self._words)):
            return True
        if kind != DEFINITION and _is_short(word):
            return False
        pattern = re.compile(rf"(?<!{SPACED})({re.escape(word)}){'' if is_unspaced(word) else _END.pattern}", re.I)
        return any(not _is_short(match[1]) for match in pattern.finditer(self._words))


def _places(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text as it is spelled: quicker than a pattern."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _is_whole(text: str, start: int, length: int) -> bool:
    return not (start and _LETTER.match(text, start - 1)) and _END.match(text, start + length) is not None


def _is_short(word: str) -> bool:
    """Whether a word looks like a short form, of which each letter counts."""
    return " " not in word and _CAPITALS.match(word) is not None


@dataclass(frozen=True, slots=True)
class _Lost:
    """What reaches nothing, and what to do about it."""

    said: str
    otherwise: str
    """What to do where nothing is near."""
    near: Callable[[], str] = str
    """Looks for what may have been meant, which takes long."""

    def remedy(self, *, asks: bool) -> str:
        return (self.near() if asks else "") or self.otherwise


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """What a run has, and what of an entry is not in it."""

    names: Mapping[str, str]
    known: Collection[str]
    texts: Mapping[str, _Text]
    is_there: Callable[[str], bool]

    def lost(self, entry: Entry, state: str) -> Iterator[_Lost]:
        """What reaches nothing; `state` is what the file says."""
        article = os.path.normpath(entry.article).replace(os.sep, "/") if entry.article else ""
        is_read = article in UNNAMED or article in self.texts
        if not is_read and self.is_there(entry.article):
            return  # it is in another book
        if entry.is_own and not is_read:
            said = f"“{_short(entry.term)}” is for {_short(article)}, which is not there"
            yield _Lost(said, "Correct the name, or take the entry out", partial(self._other_article, article))
            return
        if entry.mark == GONE and not entry.is_own:
            return
        texts = [self.texts[article]] if entry.is_own and article in self.texts else list(self.texts.values())
        yield from self._term(entry, state, texts)
        if any(word.casefold() in self.names for word in _words(entry)):
            yield from self._pointers(entry)

    def _other_article(self, article: str) -> str:
        """A question with the one article of that name in another folder, or with the nearest name."""
        alike = [name for name in self.texts if posixpath.basename(name) == posixpath.basename(article)]
        if len(alike) == 1:
            return f"Did you mean {alike[0]}?"
        return _near(_stem(article), {_stem(name): name for name in self.texts})

    def _term(self, entry: Entry, state: str, texts: Sequence[_Text]) -> Iterator[_Lost]:
        words = _words(entry)
        is_entry = any(word.casefold() in self.names for word in words)
        near = partial(_near, _plain(entry.term), self.names)
        if entry.is_own and not (entry.state or entry.meaning.strip()):
            if not is_entry:
                said = f"“{_short(entry.term)}” has no meaning, and no article explains it"
                yield _Lost(said, CORRECT, near)
        elif entry.state in ("", FOUND) or (entry.is_own and state not in (FORBIDDEN, CORRECTED)):
            return
        elif (entry.is_own or not is_entry) and not any(
            text.holds(word, entry.kind) for word in words for text in texts
        ):
            shown = state if state in (FORBIDDEN, CORRECTED) else entry.state
            said = f"“{_short(entry.term)}” is {shown}, but stands in none of these articles"
            yield _Lost(said, CORRECT, near) if entry.is_own else _Lost(said, UPDATE)

    def _pointers(self, entry: Entry) -> Iterator[_Lost]:
        for term in map(_plain, entry.see):
            if term.casefold() not in self.names and term.casefold() not in self.known:
                said = f"“{_short(entry.term)}” points to “{_short(term)}”, which is in no entry"
                near = partial(self._other_pointer, entry, term)
                yield _Lost(said, "Correct it, or write an entry for it", near)

    def _other_pointer(self, entry: Entry, term: str) -> str:
        own = {word.casefold() for word in _words(entry)}
        others = {key: name for key, name in self.names.items() if key not in own}
        return _near(term, others)


def _near(word: str, candidates: Mapping[str, str]) -> str:
    """A question with the nearest of what there is, by how it is compared."""
    asked = word.casefold()
    if len(asked) > _LONGEST_ASKED:
        return ""
    letters = Counter(asked)
    others = (name for name in candidates if name != asked)
    likely = heapq.nsmallest(_COMPARED, others, key=lambda name: _unlike(letters, name))
    near = difflib.get_close_matches(asked, likely, n=1, cutoff=0.65)
    return f"Did you mean {candidates[near[0]]}?" if near else ""


def _unlike(letters: Counter[str], name: str) -> int:
    """How many letters two names do not share, wherever these stand: quicker than comparing them."""
    if len(name) > _LONGEST_ASKED:
        return len(name)
    others = Counter(name)
    return (letters - others).total() + (others - letters).total()


def _stem(article: str) -> str:
    """The name of an article without what most of them end in."""
    return article.rpartition(".")[0] or article


def _short(text: str) -> str:
    return shortened(squash(text), _LONGEST)
