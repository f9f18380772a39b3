"""The page of `ebook alt --html`: the pictures beside fields for their words, in one file that needs no network."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

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
        f"<h2{_in(group[0][1].entry.language)}>{escape(group[0][1].title or name)}</h2>\n"
        + "".join(_picture(number, picture) for number, picture in group)
        for name, group in _by_article(shown)
    )
    count = len(shown)
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
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
{PAGE_SIGN.decode()}
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Describe the pictures – {escape(title)}</title>
<style>
{_file("page.css")}</style>
</head>
<body>
<a class="skip" href="#pictures">Skip to the pictures</a>
<header>
<h1>Describe the pictures</h1>
<p>Of <cite>{escape(title)}</cite>. Say in a sentence or two what a reader needs to know of each picture. The caption is read anyway.
Then save: your browser stores <code>{escape(path)}</code> with its downloads. Put it in the place of the old one, or run
<code>ebook alt INPUT --import {escape(path)}</code>, and build the book again. Nothing leaves this computer.</p>
<p><label for="author">Your name, for the list (optional)</label> <input id="author" autocomplete="name"></p>
<p id="count" role="status">{still_open} of {count} still open</p>
<p><button type="button" id="next">Go to the next open picture</button></p>
</header>
<main id="pictures" tabindex="-1">
{pictures or "<p>There are no pictures.</p>"}</main>
<footer>
<h2>Save</h2>
<p><button type="button" id="save">Save {escape(path)}</button> <button type="button" id="copy">Copy its text instead</button></p>
<p id="said" role="status"></p>
<p><label for="text">Text of {escape(path)}, filled by “Copy its text instead”</label><br><textarea id="text" rows="6" readonly></textarea></p>
</footer>
<script type="application/json" id="data">{_embedded(data)}</script>
<script>
{_file("page.js")}</script>
</body>
</html>
"""


def _by_article(shown: Sequence[Shown]) -> list[tuple[str, list[tuple[int, Shown]]]]:
    numbered = enumerate(shown, 1)
    return [(name, list(group)) for name, group in groupby(numbered, key=lambda pair: pair[1].entry.article)]


def _picture(number: int, shown: Shown) -> str:
    entry = shown.entry
    media_type, data = shown.copy
    chosen = "open" if entry.state in WAITING else DECORATIVE if entry.state == DECORATIVE else DESCRIBED
    language = _in(entry.language)
    source = f"data:{media_type};base64,{base64.b64encode(data).decode()}"
    facts = [
        ("Caption", entry.caption, language),
        ("In the text", entry.context, language),
        ("File", entry.reference, ""),
        ("Stands in", f"{entry.places} places" if entry.places > 1 else "", ""),
    ]
    listed = "".join(f"<dt>{name}</dt><dd{how}>{escape(value)}</dd>\n" for name, value, how in facts if value)
    choices = "".join(
        f'<label class="choice"><input type="radio" name="state-{number}" value="{value}"'
        f"{' checked' if value == chosen else ''}> {label}</label>\n"
        for value, label in _CHOICES
    )
    state = _STATES[entry.state] + (f": {entry.reason}" if entry.reason else "")
    return f"""<section class="picture" id="picture-{number}" aria-labelledby="name-{number}">
<h3 id="name-{number}" tabindex="-1">Picture {number}</h3>
<div class="pair">
<div class="seen">
<img src="{source}" alt="Picture {number}, to be described">
<dl>
<dt>State</dt><dd class="state">{escape(state)}</dd>
{listed}</dl>
</div>
<div class="fields">
<fieldset>
<legend>Picture {number}: what the book says</legend>
{choices}</fieldset>
<label for="alt-{number}">Picture {number}: description</label>
<textarea id="alt-{number}" rows="3"{language}>{_text(entry.alt)}</textarea>
<p class="error" id="error-{number}"></p>
{_suggestion(number, entry)}<label for="description-{number}">Picture {number}: longer description, for charts and maps (optional)</label>
<textarea id="description-{number}" rows="3"{language}>{_text(entry.description)}</textarea>
</div>
</div>
</section>
"""


def _suggestion(number: int, entry: Entry) -> str:
    if not entry.suggestion or entry.state == ACCEPTED:
        return ""
    return f"""<div class="suggestion">
<p>Suggested ({escape(entry.by or "nobody says by whom")}): <q id="suggestion-{number}"{_in(entry.language)}>{escape(entry.suggestion)}</q></p>
<p><button type="button" class="accept" data-number="{number}">Use the suggestion for picture {number}</button></p>
</div>
"""


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


def _file(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
