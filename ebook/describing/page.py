"""The page of `ebook alt --html`: pictures and wide tables beside fields for their words, in one file of its own."""

from __future__ import annotations

import base64
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template

from ebook.describing.sidecar import (
    ACCEPTED,
    IMAGE,
    KEYS_OF,
    NAMES,
    READABLE,
    SUGGESTED,
    TABLE,
    WAITING,
    WAITING_TABLES,
    Entry,
)
from ebook.describing.written import ALWAYS, HEADER
from ebook.inventory import DECORATIVE, DESCRIBED, MISSING, MOST_ROWS, OFFERED, POOR, Table
from ebook.languages import direction_of
from ebook.work_files import PAGE_SIGN

_FOLDER = Path(__file__).parent
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_STATES = {
    DESCRIBED: "Described",
    ACCEPTED: "Described",
    DECORATIVE: "Decoration",
    MISSING: "Has no description",
    POOR: "Has a poor description",
    SUGGESTED: "A suggestion waits",
}
_STATES_OF_TABLES = {**_STATES, OFFERED: "May be described", READABLE: "Needs no description"}
_CHOICES = {
    IMAGE: (
        ("open", "Leave it open"),
        (DESCRIBED, "The text below describes it"),
        (DECORATIVE, "Decoration: there is nothing to miss"),
    ),
    TABLE: (
        ("open", "Leave it open"),
        (DESCRIBED, "The text below describes it"),
        (READABLE, "It needs no description"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture or table as the page shows it."""

    entry: Entry
    title: str
    """The title of its article."""
    copy: tuple[str, bytes] = ("", b"")
    """Media type and bytes of what is shown of a picture."""
    table: Table | None = None


def render(shown: Sequence[Shown], *, kept: Sequence[Entry], path: str, title: str) -> str:
    """The page; `kept` are entries that it does not show but saves, `path` names the file that it saves."""
    names = _names(shown)
    pictures = "".join(
        f"<h2{_in(some[0][1].entry.language)}>{escape(some[0][1].title or name)}</h2>\n"
        + "".join(_table(n, names[n], s, s.table) if s.table else _picture(n, names[n], s) for n, s in some)
        for name, some in _by_article(shown)
    )
    data = {
        "header": HEADER,
        "keys": KEYS_OF,
        "always": {kind: sorted(keys) for kind, keys in ALWAYS.items()},
        "waiting": sorted(WAITING | WAITING_TABLES),
        "name": path,
        "entries": [_as_json(s.entry) for s in shown],
        "kept": [_as_json(entry) for entry in kept],
    }
    return _template("page.html").substitute(
        sign=PAGE_SIGN.decode(),
        policy=_POLICY,
        title=escape(title),
        path=escape(path),
        css=_file("page.css"),
        js=_file("page.js"),
        count=_count(shown),
        pictures=pictures or "<p>There are no pictures and no wide tables.</p>\n",
        data=_embedded(data),
    )


def _names(shown: Sequence[Shown]) -> dict[int, str]:
    """What each is called, by its number on the page: pictures and tables are counted apart."""
    counts: Counter[str] = Counter()
    names = {}
    for number, each in enumerate(shown, 1):
        counts[each.entry.kind] += 1
        names[number] = f"{NAMES[each.entry.kind].capitalize()} {counts[each.entry.kind]}"
    return names


def _count(shown: Sequence[Shown]) -> str:
    """How much is open; the script of the page says it in the same words."""
    pictures = [s.entry for s in shown if s.entry.kind == IMAGE]
    tables = [s.entry for s in shown if s.entry.kind == TABLE]
    text = f"{sum(e.state in WAITING for e in pictures)} of {len(pictures)} still open"
    offered = sum(e.state in WAITING_TABLES for e in tables)
    return f"{text}; {offered} of {len(tables)} wide tables may be described" if tables else text


def _by_article(shown: Sequence[Shown]) -> list[tuple[str, list[tuple[int, Shown]]]]:
    numbered = enumerate(shown, 1)
    return [(name, list(group)) for name, group in groupby(numbered, key=lambda pair: pair[1].entry.article)]


def _picture(number: int, name: str, shown: Shown) -> str:
    entry = shown.entry
    media_type, data = shown.copy
    language = _in(entry.language)
    return _template("picture.html").substitute(
        number=number,
        name=name,
        source=f"data:{media_type};base64,{base64.b64encode(data).decode()}",
        state=escape(_STATES[entry.state] + (f": {entry.reason}" if entry.reason else "")),
        facts=_facts(entry),
        choices=_choices(number, entry),
        language=language,
        alt=_text(entry.alt),
        suggestion=_suggestion(number, name, entry),
        description=_text(entry.description),
    )


def _table(number: int, name: str, shown: Shown, table: Table) -> str:
    entry = shown.entry
    cut = f"the first {MOST_ROWS} of {table.rows} rows" if table.rows > MOST_ROWS else ""
    return _template("table.html").substitute(
        number=number,
        name=name,
        copy=table.copy,
        state=escape(_STATES_OF_TABLES[entry.state]),
        facts=_facts(entry, ("Too wide", entry.reason, ""), ("Shown", cut, "")),
        choices=_choices(number, entry),
        language=_in(entry.language),
        suggestion=_suggestion(number, name, entry),
        description=_text(entry.description),
    )


def _facts(entry: Entry, *more: tuple[str, str, str]) -> str:
    """What is known of a picture or table, as pairs of terms and descriptions."""
    language = _in(entry.language)
    facts = (
        *more,
        ("Caption", entry.caption, language),
        ("In the text", entry.context, language),
        ("File", entry.reference, ""),
        ("Stands in", f"{entry.places} places" if entry.places > 1 else "", ""),
    )
    return "".join(f"<dt>{name}</dt><dd{how}>{escape(value)}</dd>\n" for name, value, how in facts if value)


def _choices(number: int, entry: Entry) -> str:
    chosen = (
        "open"
        if entry.state in WAITING | WAITING_TABLES
        else entry.state
        if entry.state in (DECORATIVE, READABLE)
        else DESCRIBED
    )
    return "".join(
        f'<label class="choice"><input type="radio" name="state-{number}" value="{value}"'
        f"{' checked' if value == chosen else ''}> {label}</label>\n"
        for value, label in _CHOICES[entry.kind]
    )


def _suggestion(number: int, name: str, entry: Entry) -> str:
    if not entry.suggestion or entry.state == ACCEPTED:
        return ""
    return _template("suggestion.html").substitute(
        number=number,
        what=name[0].lower() + name[1:],
        by=escape(entry.by or "nobody says by whom"),
        language=_in(entry.language),
        words=escape(entry.suggestion),
    )


def _text(words: str) -> str:
    """Text for a field; HTML swallows a line end at its start."""
    return "\n" + escape(words, quote=False)


def _in(language: str) -> str:
    """The language of a text as attributes."""
    if not language:
        return ""
    return f' lang="{escape(language)}"' + (' dir="rtl"' if direction_of(language) == "rtl" else "")


def _as_json(entry: Entry) -> dict[str, object]:
    return {"kind": entry.kind, **{key: getattr(entry, key.replace("-", "_")) for key in KEYS_OF[entry.kind]}}


def _embedded(value: object) -> str:
    """JSON that cannot end the script that it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def _template(name: str) -> Template:
    return Template(_file(name))


def _file(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
