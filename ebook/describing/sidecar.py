"""Reads `alt.toml`: an `[[image]]` for each picture, a `[[table]]` for each wide table; says where a mistake is."""

from __future__ import annotations

import datetime
import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from ebook.errors import UsageProblem, shortened
from ebook.inventory import DECORATIVE, DESCRIBED, MISSING, OFFERED, OPEN, POOR, REPEATED_LOGO
from ebook.markup import xml_legal
from ebook.model import Alternative

IMAGE, TABLE = "image", "table"
"""Kinds of entries: `[[image]]` and `[[table]]`."""
KINDS = (IMAGE, TABLE)
NAMES: Mapping[str, str] = {IMAGE: "picture", TABLE: "table"}
"""What people call the kinds."""
SUGGESTED, ACCEPTED, READABLE = "suggested", "accepted", "readable"
STATES: Mapping[str, tuple[str, ...]] = {
    IMAGE: (DESCRIBED, DECORATIVE, MISSING, POOR, SUGGESTED, ACCEPTED),
    TABLE: (DESCRIBED, READABLE, OFFERED, SUGGESTED, ACCEPTED),
}
"""The states of each kind; a `readable` table needs no description, as a person found."""
WAITING = OPEN | {SUGGESTED}
"""States in which a picture still needs a person."""
WAITING_TABLES = frozenset({OFFERED, SUGGESTED})
"""States in which a table may be described."""

_TEXT, _NUMBER, _FLAG, _DATE = "text", "a whole number", "true or false", "a date"
KEYS: Mapping[str, str] = {
    "hash": _TEXT,
    "file": _TEXT,
    "reference": _TEXT,
    "article": _TEXT,
    "places": _NUMBER,
    "caption": _TEXT,
    "begins": _TEXT,
    "context": _TEXT,
    "language": _TEXT,
    "state": _TEXT,
    "reason": _TEXT,
    "alt": _TEXT,
    "suggestion": _TEXT,
    "by": _TEXT,
    "description": _TEXT,
    "author": _TEXT,
    "date": _DATE,
    "found": _TEXT,
    "found-alt": _TEXT,
    "gone": _FLAG,
}
"""Every key in the order in which it is written, with what it holds."""
_OF_TABLES = frozenset(
    "hash article places caption begins context language state reason suggestion by description author date found "
    "gone".split()
)
KEYS_OF: Mapping[str, tuple[str, ...]] = {
    IMAGE: tuple(key for key in KEYS if key != "begins"),
    TABLE: tuple(key for key in KEYS if key in _OF_TABLES),
}
"""The keys of each kind."""
_TYPES: Mapping[str, tuple[type, ...]] = {
    _TEXT: (str,),
    _NUMBER: (int,),
    _FLAG: (bool,),
    _DATE: (str, datetime.date),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One picture or wide table in `alt.toml`; the fields are its keys, but for its kind."""

    kind: str = IMAGE
    hash: str
    file: str = ""
    """Path of the small copy, from the folder of `alt.toml`."""
    reference: str = ""
    article: str = ""
    """Path of the article where it stands first, from the folder of `alt.toml`."""
    places: int = 1
    caption: str = ""
    begins: str = ""
    """The first row of a table."""
    context: str = ""
    language: str = ""
    state: str = MISSING
    reason: str = ""
    alt: str = ""
    """What will be in the book."""
    suggestion: str = ""
    by: str = ""
    """Who suggests."""
    description: str = ""
    author: str = ""
    date: str = ""
    found: str = ""
    """The state that the article gave it; by this a decision is told from what the program wrote."""
    found_alt: str = ""
    """The words that the article gives it."""
    gone: bool = False


def parse(text: str, name: str) -> tuple[Entry, ...]:
    """The entries of an `alt.toml`; raises `UsageProblem` with the place of what is wrong. `name` is for messages."""
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageProblem(f"{name} is no valid TOML: {error}", hint="Correct that line") from error
    reader = _Reader(name=name, text=text)
    for key in raw:
        if key not in KINDS:
            reader.wrong(key, f"unknown key “{key}”", _HEADS)
    return tuple(entry for kind in KINDS for entry in _of_kind(replace(reader, kind=kind), raw.get(kind, [])))


_HEADS = f"Every picture begins with [[{IMAGE}]], every table with [[{TABLE}]]"


def _of_kind(reader: _Reader, tables: object) -> list[Entry]:
    kind = reader.kind
    if not isinstance(tables, list) or any(not isinstance(table, dict) for table in tables):
        reader.wrong(kind, f"“{kind}” must hold tables", _HEADS)
    entries = [reader.entry(number, table) for number, table in enumerate(tables)]
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        if entry.hash in seen:
            reader.wrong("hash", f"a second table for the same {NAMES[kind]}", "Keep one of them", number)
        seen.add(entry.hash)
    return entries


def is_decided(entry: Entry) -> bool:
    """Whether a person (or a program on their behalf) changed what `ebook alt` wrote."""
    if entry.kind == TABLE:
        return bool(entry.description.strip()) or entry.state in (READABLE, ACCEPTED)
    own_states = {entry.found, SUGGESTED} if entry.found in OPEN else {entry.found} if entry.found else WAITING
    return entry.state not in own_states or (entry.alt != _own_alt(entry) and entry.state != SUGGESTED)


def settle(entry: Entry) -> Entry:
    """The entry with a state that agrees with its words: who fills in `alt` need not think of `state`."""
    if entry.kind == TABLE:
        return _settle_table(entry)
    if entry.state == ACCEPTED and entry.suggestion and (not entry.alt or _is_poor_own(entry)):
        return replace(entry, alt=entry.suggestion)
    if entry.state in OPEN and entry.alt != _own_alt(entry) and entry.alt:
        return replace(entry, state=DESCRIBED)
    if entry.state == DECORATIVE and entry.alt:
        return replace(entry, alt="")
    return entry


def _settle_table(entry: Entry) -> Entry:
    if entry.state == ACCEPTED and not entry.description.strip():
        return replace(entry, description=entry.suggestion)
    return replace(entry, state=DESCRIBED) if entry.state in WAITING_TABLES and entry.description.strip() else entry


def has_words(entry: Entry) -> bool:
    """Whether an entry says anything that is meant for a book."""
    return bool(entry.description.strip()) or is_decided(entry)


def alternatives(entries: Sequence[Entry]) -> tuple[Alternative, ...]:
    """What a build puts into the book: decisions, never suggestions; pictures that were gone may be back."""
    found: dict[str, Alternative] = {}
    for entry in map(settle, entries):
        state = entry.state if entry.kind == IMAGE and is_decided(entry) and entry.state not in WAITING else ""
        if entry.state == DECORATIVE and entry.reason == REPEATED_LOGO:
            state = DECORATIVE
        if (state or entry.description) and entry.hash not in found:
            found[entry.hash] = Alternative(
                picture=entry.hash,
                state=state,
                alt=" ".join(xml_legal(entry.alt).split()) if state else "",
                article_alt=entry.found_alt,
                places=entry.places,
                description=entry.description.strip(),
            )
    return tuple(found.values())


def _is_poor_own(entry: Entry) -> bool:
    return entry.found == POOR and entry.alt == entry.found_alt


def _own_alt(entry: Entry) -> str:
    """What `ebook alt` itself writes as `alt`: the article's words, if any."""
    return entry.found_alt if entry.found in (DESCRIBED, POOR) else ""


def _is_date(text: str) -> bool:
    """Whether a text is empty, or a day (and perhaps a time of it) as ISO 8601 writes it."""
    try:
        return not text.strip() or bool(datetime.datetime.fromisoformat(text.strip()))
    except ValueError:
        return False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """The text of a sidecar, for saying where a mistake is."""

    name: str
    text: str
    kind: str = IMAGE

    def entry(self, number: int, table: Mapping[str, Any]) -> Entry:
        for key, value in table.items():
            self._check(number, key, value)
        if not table.get("hash"):
            self.wrong("", f"a {NAMES[self.kind]} without its hash", "Run ebook alt, which lists every one", number)
        values: dict[str, Any] = {
            key.replace("-", "_"): v.isoformat() if isinstance(v, datetime.date) else v for key, v in table.items()
        }
        entry = Entry(kind=self.kind, **{"state": OFFERED if self.kind == TABLE else MISSING, **values})
        if self.kind == TABLE:
            self._agree_table(number, entry)
        else:
            self._agree(number, entry)
        return entry

    def _check(self, number: int, key: str, value: object) -> None:
        if key not in (known := KEYS_OF[self.kind]):
            near = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
            hint = f"Did you mean “{near[0]}”?" if near else f"Known here: {', '.join(known)}"
            self.wrong(key, f"unknown key “{key}”", hint, number)
        types = _TYPES[KEYS[key]]
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            self.wrong(key, f"“{key}” must be {KEYS[key]}", "Correct the value", number)
        if key in ("alt", "description") and isinstance(value, str) and xml_legal(value) != value:
            self.wrong(key, f"“{key}” holds a control character, which no book can", "Take it out", number)
        if key == "date" and isinstance(value, str) and not _is_date(value):
            self.wrong(key, f"“{shortened(value, 80)}” is no date", "Write it as YYYY-MM-DD", number)
        if key == "state" and value not in (states := STATES[self.kind]):
            near = difflib.get_close_matches(str(value), states, n=1, cutoff=0.4)
            hint = f"Did you mean “{near[0]}”?" if near else f"Use one of: {', '.join(states)}"
            self.wrong(key, f"“{shortened(str(value), 80)}” is no state of a {NAMES[self.kind]}", hint, number)

    def _agree(self, number: int, entry: Entry) -> None:
        if entry.state == DESCRIBED and not entry.alt.strip():
            hint = 'Write what the picture shows, or state = "decorative" if there is nothing to miss'
            self.wrong("state", "a described picture with an empty alt", hint, number)
        if entry.state == ACCEPTED and not (entry.alt.strip() or entry.suggestion.strip()):
            self.wrong("state", "nothing to accept: alt and suggestion are empty", "Write the alt", number)
        if entry.state == DECORATIVE and entry.alt.strip() not in ("", entry.found_alt):
            hint = 'Take the alt out, or write state = "described"'
            self.wrong("state", "a decoration with an alt of its own", hint, number)

    def _agree_table(self, number: int, entry: Entry) -> None:
        words = entry.description.strip()
        if entry.state == DESCRIBED and not words and entry.found != DESCRIBED:
            hint = 'Write the description, or state = "readable" if the table needs none'
            self.wrong("state", "a described table without a description", hint, number)
        if entry.state == ACCEPTED and not (words or entry.suggestion.strip()):
            self.wrong("state", "nothing to accept: description and suggestion are empty", "Write one", number)
        if entry.state == READABLE and words:
            hint = 'Take the description out, or write state = "described"'
            self.wrong("state", "a description for a table that needs none", hint, number)

    def wrong(self, key: str, what: str, hint: str, number: int | None = None) -> NoReturn:
        """Raise `UsageProblem` with the line of a key in a table."""
        start = self._start(number)
        pattern = re.compile(rf"(?m)^\s*[\"']?{re.escape(key)}[\"']?\s*=" if key else r"\[\[")
        match = pattern.search(self.text, start if key else max(0, start - len(self.kind) - 4)) if start >= 0 else None
        position = match.end() if match else max(start, 0)
        raise UsageProblem(f"{self.name}, line {self.text.count(chr(10), 0, position) + 1}: {what}", hint=hint)

    def _start(self, number: int | None) -> int:
        """Where a table begins; 0 for what stands in none."""
        if number is None:
            return 0
        heads = [m.end() for m in re.finditer(rf"(?m)^\s*\[\[\s*{self.kind}\s*\]\]", self.text)]
        return heads[number] if number < len(heads) else 0
