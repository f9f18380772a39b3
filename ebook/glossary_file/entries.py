"""The entries of an editor's glossary: what each key holds, what may stand together, what a build takes from them."""

from __future__ import annotations

import difflib
import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ebook.languages import standard_tag
from ebook.markup import squash, xml_legal
from ebook.model import Decision
from ebook.terms.matching import FORBIDDEN, STATED, meaning_key

FOUND, KEPT, CORRECTED = "found", "kept", "corrected"
STATES = (FOUND, KEPT, CORRECTED, FORBIDDEN)
NEW, GONE, CHANGED = "new", "gone", "changed"
MARKS = (NEW, GONE, CHANGED)
"""What an update says of an entry: not there before, in no article now, decided when the article said otherwise."""
DEFINITION = "definition"
KINDS = ("abbreviation", DEFINITION)
ALPHABET, FILE = "alphabet", "file"
ORDERS = (ALPHABET, FILE)

TEXT, LIST, NUMBER, DATE = "text", "a list of texts", "a number from 0 to 1", "a date"
KEYS: Mapping[str, str] = {
    "term": TEXT,
    "kind": TEXT,
    "meaning": TEXT,
    "state": TEXT,
    "article": TEXT,
    "also": LIST,
    "see": LIST,
    "language": TEXT,
    "pronunciation": TEXT,
    "respelling": TEXT,
    "by": TEXT,
    "date": DATE,
    "note": TEXT,
    "score": NUMBER,
    "sentence": TEXT,
    "mark": TEXT,
    "found-term": TEXT,
    "found-meaning": TEXT,
    "found-before": TEXT,
    "decided": TEXT,
}
"""Every key of an entry in the order in which it is written, with what it holds."""
_NAMED = frozenset("#%&*@§¶†‡‰‱")
"""Signs that have names and may need an entry, though Unicode counts them as punctuation."""
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols in which there is nothing to see."""
_CHOICES: Mapping[str, tuple[str, ...]] = {"state": STATES, "mark": MARKS, "kind": KINDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as the file has it; the fields are its keys."""

    term: str = ""
    kind: str = ""
    meaning: str = ""
    state: str = ""
    """Empty for an entry that a person wrote without one."""
    article: str = ""
    """Path of the article that explains it, from the folder of the file; of an own entry, the one that it is for."""
    also: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    language: str = ""
    pronunciation: str = ""
    respelling: str = ""
    by: str = ""
    """Who decided."""
    date: str = ""
    note: str = ""
    score: float | None = None
    sentence: str = ""
    mark: str = ""
    found_term: str = ""
    """What the article says; by this a decision is told from what the program wrote."""
    found_meaning: str = ""
    found_before: str = ""
    """What the article said when somebody decided; empty unless it says something else now, and nobody has looked."""
    decided: str = ""
    """A sign of that decision, by which a new one is noticed."""

    @property
    def is_own(self) -> bool:
        """Whether a person added it: no article explained it."""
        return not self.found_meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a file says."""

    entries: tuple[Entry, ...] = ()
    order: str = ""
    """`alphabet` or `file`; empty where it says neither."""
    lines: tuple[int, ...] = field(default=(), compare=False)
    """The lines on which the entries begin, where the file has one for each."""


def field_of(key: str) -> str:
    """The field of `Entry` that a key of the file fills."""
    return key.replace("-", "_")


def settle(entry: Entry) -> Entry:
    """The entry with a state that agrees with its words: who changes the words need not think of the state.

    What somebody kept stays kept, in whatever words, and whatever the article says now.
    """
    if entry.is_own:
        stated = KEPT if entry.meaning.strip() and entry.state != FORBIDDEN else entry.state
        return replace(entry, term=_or(entry.term, entry.found_term), state=stated if stated != FOUND else "")
    entry = replace(entry, term=_or(entry.term, entry.found_term), state=entry.state or FOUND)
    if entry.state == FOUND and not entry.meaning.strip():
        entry = replace(entry, meaning=entry.found_meaning)
    if entry.state == FOUND and (entry.term, entry.meaning) != (entry.found_term, entry.found_meaning):
        return replace(entry, state=CORRECTED)
    return entry


def _or(text: str, other: str) -> str:
    return text if text.strip() else other


def is_decided(entry: Entry) -> bool:
    """Whether a person said what the book shall say, or shall not."""
    return settle(entry).state in (KEPT, CORRECTED, FORBIDDEN)


def sign_of(entry: Entry) -> str:
    """A short sign of what an entry decides: another one when its words or its state change."""
    said = "\0".join((entry.state, squash(entry.term), squash(entry.meaning)))
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def decision_of(entry: Entry) -> Decision:
    """What an entry means for a build; its article is named as in the file."""
    entry = settle(entry)
    states = {KEPT: STATED, CORRECTED: STATED, FORBIDDEN: FORBIDDEN}
    return Decision(
        term=squash(entry.term),
        kind=entry.kind,
        meaning=squash(entry.meaning),
        state=states.get(entry.state, ""),
        article=entry.article,
        found_term=squash(entry.found_term or entry.term) if entry.found_meaning else "",
        found_meaning=squash(entry.found_meaning),
        language=standard_tag(entry.language) if entry.language else "",
        pronunciation=entry.pronunciation.strip(" /[]"),
        respelling=squash(entry.respelling),
        also=tuple(map(squash, entry.also)),
        see=tuple(map(squash, entry.see)),
    )


def decisions_of(listed: Listed) -> tuple[Decision, ...]:
    """What a build takes from a file: decisions and additions, in its order."""
    return tuple(map(decision_of, listed.entries))


def mistake_in(entry: Entry) -> tuple[str, str, str] | None:
    """(key, what is wrong, what to do) of an entry that cannot be used; nothing where it can."""
    for key, allowed in _CHOICES.items():
        value = getattr(entry, key)
        if value and value not in allowed:
            return key, f"“{value}” is no {key}", nearest(value, allowed)
    for key, holds in KEYS.items():
        value = getattr(entry, field_of(key))
        texts = value if holds == LIST else (value,) if isinstance(value, str) else ()
        if any(xml_legal(text) != text for text in texts):
            return key, f"“{key}” holds a control character, which no book can", "Take it out"
    if entry.language and not standard_tag(entry.language):
        return "language", f"“{entry.language}” is no language tag", "Use a BCP 47 tag, for example en or pt-BR"
    return _unreadable(entry) or _contradiction(entry)


def _unreadable(entry: Entry) -> tuple[str, str, str] | None:
    """What is wrong with words of a person in which there is nothing to read; what an article says is let be."""
    said = () if entry.is_own else (entry.found_term, entry.found_meaning, entry.found_before)
    found = {squash(text) for text in said}
    words = [("term", entry.term), ("meaning", entry.meaning)]
    stated = [(key, word) for key, word in words if word.strip() and squash(word) not in found]
    for key, word in (*stated, *(("also", word) for word in entry.also)):
        if not _has_sign(word):
            return key, f"“{key}” has no letter, digit or symbol in it", "Write the word itself, or take it out"
    return None


def _has_sign(text: str) -> bool:
    """Whether a text has a letter, a digit or a symbol that can be seen by itself."""
    return any((unicodedata.category(c)[0] in "LNS" and c not in _BLANK) or c in _NAMED for c in text)


def _contradiction(entry: Entry) -> tuple[str, str, str] | None:
    if not (entry.term.strip() or entry.found_term.strip()):
        return "", "an entry without a term", 'Write term = "…"'
    if entry.state in (KEPT, CORRECTED) and not entry.meaning.strip():
        hint = f'Write what the term means, or state = "{FORBIDDEN}" if it must not be explained'
        return "state", f"a {entry.state} entry without a meaning", hint
    words = (entry.meaning.strip(), entry.found_meaning, entry.language, entry.pronunciation, entry.respelling)
    if not (any(words) or entry.also or entry.see or entry.state == FORBIDDEN):
        return "term", f"nothing is said of “{squash(entry.term)[:60]}”", 'Write its meaning = "…"'
    return None


def nearest(value: str, allowed: Sequence[str]) -> str:
    """A hint that names the right word, or all of them."""
    near = difflib.get_close_matches(value, allowed, n=1, cutoff=0.4)
    return f"Did you mean “{near[0]}”?" if near else f"Use one of: {', '.join(allowed)}"


def identity(entry: Entry) -> tuple[str, ...]:
    """What no two entries of a file share."""
    if entry.is_own:
        return "own", squash(entry.term), meaning_key(entry.meaning), entry.article
    return "found", squash(entry.found_term or entry.term), meaning_key(entry.found_meaning)
