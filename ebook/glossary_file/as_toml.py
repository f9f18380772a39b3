"""Reads and writes `glossary.toml`: one `[[term]]` table for each entry. What people wrote, comments too, stays."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

import tomlkit
from tomlkit.items import AoT, Array, InlineTable, Item, Table

from ebook.errors import UsageProblem
from ebook.glossary_file.entries import (
    ALPHABET,
    DATE,
    FILE,
    KEYS,
    LIST,
    NUMBER,
    ORDERS,
    TEXT,
    Entry,
    Listed,
    field_of,
    identity,
    mistake_in,
    nearest,
)
from ebook.work_files import GLOSSARY_SIGN

TABLE, ORDER = "term", "order"
HEADER = """\
# The glossary: written by `ebook glossary --edit`, completed by people, read by `ebook build`.
#
# Correct `term` and `meaning` where they are wrong; set `state`:
#   "kept"        it is right as it stands, whatever the articles say later
#   "corrected"   it says what you wrote (what was "found" gets this state by itself when you change its words)
#   "forbidden"   it must not be in the book
#   "found"       nobody has looked yet: the book follows the articles
# Yours as well: kind ("abbreviation", "definition"), also = ["other forms"], see = ["other terms"], language,
# pronunciation (IPA), respelling, by, date, note. A table of your own needs a term and what you say of it: a meaning,
# state = "forbidden", or what else holds of the meaning that articles give; article = "one.html" says that it is so in
# that article alone. Write order = "file" above the first table to keep the order of this file.
#
# `score`, `sentence`, `found-term` and `found-meaning` are what the articles say; leave them. `score` tells how sure
# it is that the article explains the term so, 0 to 1: what is "found" and less sure than `glossary-threshold` (0.75
# unless book.toml or the command says otherwise) is not in the book until you keep it. Run the command again after
# changes: what you wrote stays. mark = "new": it was not there before; "gone": no article explains it any more;
# "changed": you decided when the article said what stands in `found-before`. Decide, or take the mark out.
"""
assert HEADER.encode().startswith(GLOSSARY_SIGN)
_ORDERING = f'{ORDER} = "{FILE}" keeps the order of the tables, "{ALPHABET}" sorts them'
ALWAYS = frozenset("term kind meaning state article score sentence found-term found-meaning".split())
"""Keys that are written for an entry that an article explains even when they are empty."""
_TYPES: Mapping[str, tuple[type, ...]] = {
    TEXT: (str,),
    LIST: (list,),
    NUMBER: (int, float),
    DATE: (str, datetime.date),
}

_GAP = re.compile(r"(?:[\s,\[\]]|#[^\n]*)*")
"""What stands between the items of an array."""
_COMMENT = re.compile(r"#[^\n]*[^\s]")


def text_of(data: bytes, name: str) -> str:
    """The text of a file; raises `UsageProblem`."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UsageProblem(f"{name}, line {line}: it is not UTF-8", hint="Save it as UTF-8") from error


def parse(text: str, name: str) -> Listed:
    """What a `glossary.toml` says; raises `UsageProblem` with the place of what is wrong."""
    try:
        raw = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageProblem(
            f"{name}, line {_line_in(error, text)}: it is no valid TOML: {error}", hint="Correct it"
        ) from error
    reader = _Reader(name=name, text=text)
    for key in raw:
        if key not in (TABLE, ORDER):
            hint = f"Every entry is a table: [[{TABLE}]]; above them only {ORDER} may stand"
            reader.wrong(key, f"unknown key “{key}”", hint)
    order = raw.get(ORDER, "")
    if ORDER in raw and order not in ORDERS:
        hint = nearest(order, ORDERS) if isinstance(order, str) else _ORDERING
        reader.wrong(ORDER, f"“{order}” is no order", hint)
    tables = raw.get(TABLE, [])
    if not isinstance(tables, list) or any(not isinstance(table, dict) for table in tables):
        reader.wrong(TABLE, f"“{TABLE}” must hold tables", f"Every entry is a table: [[{TABLE}]]")
    entries = tuple(reader.entry(number, table) for number, table in enumerate(tables))
    seen: set[tuple[str, ...]] = set()
    for number, entry in enumerate(entries):
        if identity(entry) in seen:
            reader.wrong(TABLE, f"a second table for the same entry (“{entry.term}”)", "Keep one of them", number)
        seen.add(identity(entry))
    return Listed(entries=entries, order=order, lines=reader.lines(len(entries)))


def _line_in(error: Exception, text: str) -> int:
    """The line that an error of `tomllib` names in its words; else it is the end that is wrong."""
    match = re.search(r"at line (\d+)", str(error))
    return int(match[1]) if match else text.rstrip("\n").count("\n") + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """The text of a file, for saying where a mistake is."""

    name: str
    text: str

    def entry(self, number: int, table: Mapping[str, Any]) -> Entry:
        for key, value in table.items():
            self._check(number, table, key, value)
        entry = Entry(**{field_of(key): _plain(value) for key, value in table.items()})
        problem = mistake_in(entry)
        if problem:
            self.wrong(*problem, number=number)
        return entry

    def _check(self, number: int, table: Mapping[str, Any], key: str, value: object) -> None:
        if key == ORDER:
            term = table.get("term", "")
            what = f"“{ORDER}” is about the whole file, but below a table it belongs to that alone (“{term}”)"
            self.wrong(key, what, f"Move the line above the first [[{TABLE}]]. {_ORDERING}", number)
        if key not in KEYS:
            self.wrong(key, f"unknown key “{key}”", nearest(key, tuple(KEYS)), number)
        if not _holds(KEYS[key], value):
            hint = f'Write {key} = ["…"]' if KEYS[key] == LIST else "Correct the value"
            self.wrong(key, f"“{key}” must be {KEYS[key]}", hint, number)

    def wrong(self, key: str, what: str, hint: str, number: int | None = None) -> NoReturn:
        """Raise `UsageProblem` with the line of a key in a table, or of the table itself."""
        start, end = self._span(number)
        named = rf"[\"']?{re.escape(key)}[\"']?"
        pattern = rf"(?m)(?:(?:^|[{{,])[ \t]*{named}\s*=|^\s*\[+\s*{named}\s*[\].])"
        match = re.compile(pattern).search(self.text, start, end) if key else None
        position = match.end() if match else start
        raise UsageProblem(f"{self.name}, line {self.text.count(chr(10), 0, position) + 1}: {what}", hint=hint)

    def _span(self, number: int | None) -> tuple[int, int]:
        """Where a table begins and ends; the whole text for what stands in none."""
        heads = self._heads()
        if number is None or number >= len(heads):
            return 0, len(self.text)
        return heads[number], heads[number + 1] if number + 1 < len(heads) else len(self.text)

    def lines(self, count: int) -> tuple[int, ...]:
        """The lines on which this many tables begin; none where they stand in another form."""
        heads = self._heads()
        return tuple(self.text.count("\n", 0, head) + 1 for head in heads) if len(heads) == count else ()

    def _heads(self) -> list[int]:
        return [m.end() for m in re.finditer(rf"(?m)^\s*\[\[\s*[\"']?{TABLE}[\"']?\s*\]\]", self.text)]


def _holds(kind: str, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, _TYPES[kind]):
        return False
    if isinstance(value, list):
        return all(isinstance(text, str) and text.strip() for text in value)
    return not isinstance(value, int | float) or 0 <= value <= 1


def _plain(value: object) -> Any:
    """A value of the file as a field of an entry holds it."""
    if isinstance(value, list):
        return tuple(str(text) for text in value)
    return str(value) if isinstance(value, datetime.date) else value


def render(listed: Listed, before: str = "") -> str:
    """The text of a `glossary.toml`; `before` is the text that it replaces, whose tables come first and in order."""
    newline = "\r\n" if "\r\n" in before else "\n"
    document = tomlkit.parse(before.replace("\r\n", "\n"))
    old, end = _old_tables(document.pop(TABLE, []))
    if listed.order and document.get(ORDER) != listed.order:
        document[ORDER] = listed.order
    start = tomlkit.dumps(document).strip("\n") or HEADER.strip("\n")
    tables = [*old, *(_Old(table=tomlkit.table()) for _ in listed.entries[len(old) :])]
    blocks = [_block(table, entry) for table, entry in zip(tables, listed.entries, strict=True)]
    blocks[len(old) : len(old)] = ["\n".join(end)] if end else []
    return ("\n\n".join([start, *blocks]) + "\n").replace("\n", newline)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Old:
    """A table as it stands in a file, with the comments around it."""

    table: Table | InlineTable
    above: tuple[str, ...] = ()
    beside: str = ""


def _old_tables(value: object) -> tuple[list[_Old], tuple[str, ...]]:
    """The tables of a file, and the comments behind the last; they may be an array: `term = [{…}, {…}]`."""
    if not isinstance(value, Array):
        tables = list(value) if isinstance(value, AoT) else []
        return [_Old(table=t, beside=f"{t.trivia.comment_ws}{t.trivia.comment}".rstrip()) for t in tables], ()
    text, position, gaps = value.as_string(), 0, [""]
    items = [item for item in value if isinstance(item, InlineTable)]
    for item in items:
        gaps.append(_first(_GAP, text, position))
        position += len(gaps[-1]) + len(item.as_string())
    gaps.append(f"{text[position:]}{value.trivia.comment}")
    # what stands on the line on which an item ends is about that item, what is below is about the next
    lines = [gap.partition("\n") for gap in gaps]
    comments = [(_COMMENT.findall(beside), _COMMENT.findall(below)) for beside, _, below in lines]
    comments[1] = ([], [*comments[1][0], *comments[1][1]]) if items else comments[1]
    old = [
        _Old(table=item, above=tuple(comments[n][1]), beside="".join(f"  {c}" for c in comments[n + 1][0]))
        for n, item in enumerate(items, 1)
    ]
    return old, tuple(comments[-1][1])


def _first(pattern: re.Pattern[str], text: str, position: int) -> str:
    match = pattern.match(text, position)
    return match[0] if match else ""


def _block(old: _Old, entry: Entry) -> str:
    """One table as text; what a person wrote above its head, or beside it, stays there."""
    table = tomlkit.table() if isinstance(old.table, InlineTable) else old.table
    body, end = table.value.body, []
    while body and body[-1][0] is None:  # comments at the end are often about the table that follows
        end.append(body.pop())
    _fill(table, entry)
    body.extend(reversed(end))
    return "\n".join([*old.above, f"[[{TABLE}]]{old.beside}", table.as_string().strip("\n")])


def _fill(table: Table, entry: Entry) -> None:
    for key in KEYS:
        value = getattr(entry, field_of(key))
        if key in table:
            if value is None or (
                value in ("", ()) and value != _plain_item(table[key]) and not _has_comment(table[key])
            ):
                table.remove(key)
            elif _plain_item(table[key]) != value:
                table[key] = _item(value)
        elif value not in ("", (), None) or (value == "" and key in ALWAYS and not entry.is_own):
            table.add(key, _item(value))


def _has_comment(item: object) -> bool:
    return isinstance(item, Item) and item.trivia.comment != ""


def _plain_item(item: object) -> Any:
    """The value of an item of tomlkit as a field holds it."""
    return _plain(item.unwrap() if isinstance(item, Item) else item)


def _item(value: str | float | tuple[str, ...]) -> Item:
    """Longer texts are written as people write them: on lines of their own."""
    if isinstance(value, str) and "\n" in value and not value.startswith("\n") and "\r" not in value:
        return tomlkit.string(value, multiline=True)
    return tomlkit.item(list(value) if isinstance(value, tuple) else value)
