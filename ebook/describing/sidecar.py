"""Reads `alt.toml`: one `[[image]]` table for each picture. A mistake gets its line and what to do."""

from __future__ import annotations

import datetime
import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from ebook.errors import UsageProblem
from ebook.inventory import DECORATIVE, DESCRIBED, MISSING, OPEN, POOR, REPEATED_LOGO
from ebook.markup import xml_legal
from ebook.model import Alternative

TABLE = "image"
SUGGESTED, ACCEPTED = "suggested", "accepted"
STATES = (DESCRIBED, DECORATIVE, MISSING, POOR, SUGGESTED, ACCEPTED)
WAITING = OPEN | {SUGGESTED}
"""States in which a picture still needs a person."""

_TEXT, _NUMBER, _FLAG, _DATE = "text", "a whole number", "true or false", "a date"
KEYS: Mapping[str, str] = {
    "hash": _TEXT,
    "file": _TEXT,
    "reference": _TEXT,
    "article": _TEXT,
    "places": _NUMBER,
    "caption": _TEXT,
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
"""Every key of an `[[image]]` table in the order in which it is written, with what it holds."""
_TYPES: Mapping[str, tuple[type, ...]] = {
    _TEXT: (str,),
    _NUMBER: (int,),
    _FLAG: (bool,),
    _DATE: (str, datetime.date),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One picture in `alt.toml`; the fields are its keys."""

    hash: str
    file: str = ""
    """Path of the small copy, from the folder of `alt.toml`."""
    reference: str = ""
    article: str = ""
    """Path of the article where it stands first, from the folder of `alt.toml`."""
    places: int = 1
    caption: str = ""
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
        if key != TABLE:
            reader.wrong(key, f"unknown key “{key}”", f"Every picture is a table: [[{TABLE}]]")
    tables = raw.get(TABLE, [])
    if not isinstance(tables, list) or any(not isinstance(table, dict) for table in tables):
        reader.wrong(TABLE, f"“{TABLE}” must hold tables", f"Every picture is a table: [[{TABLE}]]")
    entries = tuple(reader.entry(number, table) for number, table in enumerate(tables))
    seen: set[str] = set()
    for number, entry in enumerate(entries):
        if entry.hash in seen:
            reader.wrong("hash", "a second table for the same picture", "Keep one of them", number)
        seen.add(entry.hash)
    return entries


def is_decided(entry: Entry) -> bool:
    """Whether a person (or a program on their behalf) changed what `ebook alt` wrote."""
    own_states = {entry.found, SUGGESTED} if entry.found in OPEN else {entry.found} if entry.found else WAITING
    return entry.state not in own_states or (entry.alt != _own_alt(entry) and entry.state != SUGGESTED)


def settle(entry: Entry) -> Entry:
    """The entry with a state that agrees with its words: who fills in `alt` need not think of `state`."""
    if entry.state == ACCEPTED and entry.suggestion and (not entry.alt or _is_poor_own(entry)):
        return replace(entry, alt=entry.suggestion)
    if entry.state in OPEN and entry.alt != _own_alt(entry) and entry.alt:
        return replace(entry, state=DESCRIBED)
    if entry.state == DECORATIVE and entry.alt:
        return replace(entry, alt="")
    return entry


def alternatives(entries: Sequence[Entry]) -> tuple[Alternative, ...]:
    """What a build puts into the book: decisions, never suggestions; pictures that were gone may be back."""
    found: dict[str, Alternative] = {}
    for entry in map(settle, entries):
        state = entry.state if is_decided(entry) and entry.state not in WAITING else ""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """The text of a sidecar, for saying where a mistake is."""

    name: str
    text: str

    def entry(self, number: int, table: Mapping[str, Any]) -> Entry:
        for key, value in table.items():
            self._check(number, key, value)
        if not table.get("hash"):
            self.wrong("", "a picture without its hash", "Run ebook alt, which lists every picture", number)
        values: dict[str, Any] = {
            key.replace("-", "_"): str(v) if isinstance(v, datetime.date) else v for key, v in table.items()
        }
        entry = Entry(**values)
        self._agree(number, entry)
        return entry

    def _check(self, number: int, key: str, value: object) -> None:
        if key not in KEYS:
            near = difflib.get_close_matches(key, KEYS, n=1, cutoff=0.4)
            hint = f"Did you mean “{near[0]}”?" if near else f"Known here: {', '.join(KEYS)}"
            self.wrong(key, f"unknown key “{key}”", hint, number)
        types = _TYPES[KEYS[key]]
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            self.wrong(key, f"“{key}” must be {KEYS[key]}", "Correct the value", number)
        if key in ("alt", "description") and isinstance(value, str) and xml_legal(value) != value:
            self.wrong(key, f"“{key}” holds a control character, which no book can", "Take it out", number)
        if key == "state" and value not in STATES:
            near = difflib.get_close_matches(str(value), STATES, n=1, cutoff=0.4)
            hint = f"Did you mean “{near[0]}”?" if near else f"Use one of: {', '.join(STATES)}"
            self.wrong(key, f"“{value}” is no state", hint, number)

    def _agree(self, number: int, entry: Entry) -> None:
        if entry.state == DESCRIBED and not entry.alt.strip():
            hint = 'Write what the picture shows, or state = "decorative" if there is nothing to miss'
            self.wrong("state", "a described picture with an empty alt", hint, number)
        if entry.state == ACCEPTED and not (entry.alt.strip() or entry.suggestion.strip()):
            self.wrong("state", "nothing to accept: alt and suggestion are empty", "Write the alt", number)
        if entry.state == DECORATIVE and entry.alt.strip() not in ("", entry.found_alt):
            hint = 'Take the alt out, or write state = "described"'
            self.wrong("state", "a decoration with an alt of its own", hint, number)

    def wrong(self, key: str, what: str, hint: str, number: int | None = None) -> NoReturn:
        """Raise `UsageProblem` with the line of a key in a table."""
        start = self._start(number)
        pattern = re.compile(rf"(?m)^\s*[\"']?{re.escape(key)}[\"']?\s*=" if key else r"\[\[")
        match = pattern.search(self.text, start if key else max(0, start - len(TABLE) - 4)) if start >= 0 else None
        position = match.end() if match else max(start, 0)
        raise UsageProblem(f"{self.name}, line {self.text.count(chr(10), 0, position) + 1}: {what}", hint=hint)

    def _start(self, number: int | None) -> int:
        """Where a table begins; 0 for what stands in none."""
        if number is None:
            return 0
        heads = [m.end() for m in re.finditer(rf"(?m)^\s*\[\[\s*{TABLE}\s*\]\]", self.text)]
        return heads[number] if number < len(heads) else 0
