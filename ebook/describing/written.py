"""Writes `alt.toml`: what people wrote into it, comments too, stays as they wrote it."""

from __future__ import annotations

from collections.abc import Sequence

import tomlkit
from tomlkit.items import Item, Table

from ebook.describing.sidecar import IMAGE, KEYS_OF, KINDS, TABLE, Entry
from ebook.work_files import SIDECAR_SIGN

HEADER = """\
# What the pictures show: written by `ebook alt`, completed by people, read by `ebook build`.
#
# Look at each picture (`file`), its `caption` and `context`; write into `alt` what a reader needs to know; set `state`:
#   "described"   the book says `alt`
#   "decorative"  there is nothing to miss: the book passes over it
#   "accepted"    the `suggestion` is right (or `alt` is, whatever the program thinks of it): the book says it
# These states wait for you: "missing", "poor" (see `reason`), "suggested" (never in the book before you accept it).
#
# A [[table]] is too wide to read on a small page (`reason`). That is no mistake; write into `description` what it shows
# if that helps, or set `state` to "readable" if it needs none. "offered" says that nobody has done either.
#
# `description` is a longer one, for charts and maps. `author` and `date` are yours to fill in.
# `hash` is the picture itself: your words stay with it wherever it goes. `found` and `found-alt` are what the article
# says; leave them. What is no longer in any article is kept with gone = true. Run `ebook alt` again after changes.
"""
assert HEADER.encode().startswith(SIDECAR_SIGN)
ALWAYS = {
    IMAGE: frozenset("hash file article caption context state alt author date found found-alt".split()),
    TABLE: frozenset("hash article caption begins context state reason description author date found".split()),
}
"""Keys that are written even when they are empty: so a person sees what can be filled in."""


def render(entries: Sequence[Entry], before: str = "") -> str:
    """The text of an `alt.toml` with these entries; `before` is the text that it replaces."""
    document = tomlkit.parse(before)
    old = {(kind, table["hash"]): table for kind in KINDS for table in document.pop(kind, [])}
    start = tomlkit.dumps(document).strip("\n") or HEADER.strip("\n")
    blocks = [_block(old.get((entry.kind, entry.hash), tomlkit.table()), entry) for entry in entries]
    return "\n\n".join([start, *blocks]) + "\n"


def _block(table: Table, entry: Entry) -> str:
    """One table as text; what a person wrote beside its head stays there."""
    _fill(table, entry)
    beside = f"{table.trivia.comment_ws}{table.trivia.comment}".rstrip()
    return f"[[{entry.kind}]]{beside}\n" + table.as_string().strip("\n")


def _fill(table: Table, entry: Entry) -> None:
    for key in KEYS_OF[entry.kind]:
        value = getattr(entry, key.replace("-", "_"))
        default = Entry.__dataclass_fields__[key.replace("-", "_")].default
        if value == default and key not in ALWAYS[entry.kind]:
            table.pop(key, None)
        elif key not in table:
            table.add(key, _item(value))
        elif _plain(table[key]) != value:
            table[key] = _item(value)


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _item(value: str | int | bool) -> Item:
    """Longer texts are written as people write them: on lines of their own."""
    if isinstance(value, str) and "\n" in value and not value.startswith("\n") and "\r" not in value:
        return tomlkit.string(value, multiline=True)
    return tomlkit.item(value)
