"""The page of `ebook alt --html`: the pictures beside fields for their words, in one file that needs no network."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template

from ebook.describing.sidecar import ACCEPTED, KEYS, SUGGESTED, TABLE, WAITING, Entry
from ebook.describing.written import ALWAYS, HEADER
from ebook.inventory import DECORATIVE, DESCRIBED, MISSING, POOR
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
_CHOICES = (
    ("open", "Leave it open"),
    (DESCRIBED, "The text below describes it"),
    (DECORATIVE, "Decoration: there is nothing to miss"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture as the page shows it."""

    entry: Entry
    title: str
    """The title of its article."""
    copy: tuple[str, bytes]
    """Media type and bytes of what is shown."""


def render(shown: Sequence[Shown], *, kept: Sequence[Entry], path: str, title: str) -> str:
    """The page; `kept` are entries that it does not show but saves, `path` names the file that it saves."""
    pictures = "".join(
        f"<h2{_in(some[0][1].entry.language)}>{escape(some[0][1].title or name)}</h2>\n"
        + "".join(_picture(number, picture) for number, picture in some)
        for name, some in _by_article(shown)
    )
    still_open = sum(s.entry.state in WAITING for s in shown)
    data = {
        "header": HEADER,
        "table": TABLE,
        "keys": list(KEYS),
        "always": sorted(ALWAYS),
        "waiting": sorted(WAITING),
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
        count=f"{still_open} of {len(shown)} still open",
        pictures=pictures or "<p>There are no pictures.</p>\n",
        data=_embedded(data),
    )


def _by_article(shown: Sequence[Shown]) -> list[tuple[str, list[tuple[int, Shown]]]]:
    numbered = enumerate(shown, 1)
    return [(name, list(group)) for name, group in groupby(numbered, key=lambda pair: pair[1].entry.article)]


def _picture(number: int, shown: Shown) -> str:
    entry = shown.entry
    media_type, data = shown.copy
    language = _in(entry.language)
    return _template("picture.html").substitute(
        number=number,
        source=f"data:{media_type};base64,{base64.b64encode(data).decode()}",
        state=escape(_STATES[entry.state] + (f": {entry.reason}" if entry.reason else "")),
        facts=_facts(entry),
        choices=_choices(number, entry),
        language=language,
        alt=_text(entry.alt),
        suggestion=_suggestion(number, entry),
        description=_text(entry.description),
    )


def _facts(entry: Entry) -> str:
    """What is known of a picture, as pairs of terms and descriptions."""
    language = _in(entry.language)
    facts = (
        ("Caption", entry.caption, language),
        ("In the text", entry.context, language),
        ("File", entry.reference, ""),
        ("Stands in", f"{entry.places} places" if entry.places > 1 else "", ""),
    )
    return "".join(f"<dt>{name}</dt><dd{how}>{escape(value)}</dd>\n" for name, value, how in facts if value)


def _choices(number: int, entry: Entry) -> str:
    chosen = "open" if entry.state in WAITING else DECORATIVE if entry.state == DECORATIVE else DESCRIBED
    return "".join(
        f'<label class="choice"><input type="radio" name="state-{number}" value="{value}"'
        f"{' checked' if value == chosen else ''}> {label}</label>\n"
        for value, label in _CHOICES
    )


def _suggestion(number: int, entry: Entry) -> str:
    if not entry.suggestion or entry.state == ACCEPTED:
        return ""
    return _template("suggestion.html").substitute(
        number=number,
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
    return {key: getattr(entry, key.replace("-", "_")) for key in KEYS}


def _embedded(value: object) -> str:
    """JSON that cannot end the script that it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def _template(name: str) -> Template:
    return Template(_file(name))


def _file(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
