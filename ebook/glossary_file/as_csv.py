"""Reads and writes `glossary.csv`, for spreadsheets: a line for each entry, the first names the columns.

UTF-8 with a byte order mark, so that spreadsheets know it, every cell in quotes. Semicolons part the texts of a list.
What cells hold in other words than the entry is in `cells.py`.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any, NoReturn

from ebook.errors import UsageProblem
from ebook.glossary_file.cells import joined, parted, read, written
from ebook.glossary_file.entries import KEYS, LIST, NUMBER, Entry, Listed, field_of, identity, mistake_in, nearest
from ebook.review.sheets import LARGEST_CELL, decoded

NEEDED = ("term", "meaning")
COMMA = ","
_ORDERING = 'To keep the order of the lines, write glossary-order = "file" under [options] in book.toml'


def parse(data: bytes, name: str) -> Listed:
    """What a `glossary.csv` says; raises `UsageProblem` with the line of what is wrong."""
    lines = _lines(data, name)
    if not lines:
        return Listed()
    head = [cell.strip().lower() for cell in lines[0][1]]
    _check_head(head, name)
    entries: list[Entry] = []
    starts: list[int] = []
    seen: set[tuple[str, ...]] = set()
    for number, cells in lines[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        if any(cell.strip() for cell, key in zip_longest(cells, head, fillvalue="") if not key):
            _wrong(name, number, "a cell below no name of a column", "Put texts with commas in quotes")
        entry = _entry(dict(zip(head, cells, strict=False)), name, number)
        if identity(entry) in seen:
            _wrong(name, number, f"a second line for the same entry (“{entry.term}”)", "Keep one of them")
        seen.add(identity(entry))
        entries.append(entry)
        starts.append(number)
    return Listed(entries=tuple(entries), lines=tuple(starts))


def _lines(data: bytes, name: str) -> list[tuple[int, list[str]]]:
    """The lines that are not blank with their numbers."""
    text = decoded(data)
    if text is None:
        _wrong(name, _line_of_bad_letter(data), "it is not UTF-8", "Save it as “CSV UTF-8”")
    if "\0" in text:
        _wrong(name, text.count("\n", 0, text.index("\0")) + 1, "it holds a character that no text has", "Take it out")
    csv.field_size_limit(LARGEST_CELL)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    lines: list[tuple[int, list[str]]] = []
    start = 1
    try:
        for cells in table:
            if any(cell.strip() for cell in cells):
                lines.append((start, cells))
            start = table.line_num + 1
    except csv.Error as error:
        _wrong(name, start, f"it is no CSV ({error})", "Look at its quotes")
    return lines


def _line_of_bad_letter(data: bytes) -> int:
    """The line of the first byte that is no UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1
    return 1


def _delimiter(text: str) -> str:
    """What parts the cells: spreadsheets write commas, semicolons or tabs."""
    return max((COMMA, ";", "\t"), key=text.lstrip("\r\n").partition("\n")[0].count)


def _check_head(head: Sequence[str], name: str) -> None:
    for column in NEEDED:
        if column not in head:
            _wrong(name, 1, f"there is no column “{column}”", f"The first line names the columns: {', '.join(KEYS)}")
    for column in head:
        if column and column not in KEYS:
            _wrong(
                name, 1, f"unknown column “{column}”", _ORDERING if column == "order" else nearest(column, tuple(KEYS))
            )
        if column and head.count(column) > 1:
            _wrong(name, 1, f"the column “{column}” stands here twice", "Keep one of them")


def _entry(cells: Mapping[str, str], name: str, line: int) -> Entry:
    values: dict[str, Any] = {}
    for key, cell in cells.items():
        text = read(cell)
        if key and text:
            values[field_of(key)] = _value(key, text, name, line)
    entry = Entry(**values)
    problem = mistake_in(entry)
    if problem:
        _wrong(name, line, problem[1], problem[2])
    return entry


def _value(key: str, text: str, name: str, line: int) -> str | float | tuple[str, ...]:
    if KEYS[key] == LIST:
        return parted(text)
    if KEYS[key] == NUMBER:
        try:
            number = float(text.strip().replace(",", "."))
        except ValueError:
            number = -1.0
        if not 0 <= number <= 1:
            _wrong(name, line, f"“{key}” must be {NUMBER}", "Correct the value")
        return number
    return text


def _wrong(name: str, line: int, what: str, hint: str) -> NoReturn:
    raise UsageProblem(f"{name}, line {line}: {what}", hint=hint)


def render(listed: Listed, before: bytes = b"") -> bytes:
    """The bytes of a `glossary.csv`; columns and the sign between cells stay as they are in what it replaces."""
    lines = _lines(before, "") if before else []
    given = [cell.strip().lower() for cell in lines[0][1]] if lines else []
    columns = [*given, *(key for key in KEYS if key not in given)]
    target = io.StringIO()
    delimiter = _delimiter(decoded(before) or "") if lines else COMMA
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n", delimiter=delimiter)
    writer.writerow(columns)
    for entry in listed.entries:
        writer.writerow([_cell(getattr(entry, field_of(key)) if key else "") for key in columns])
    return b"\xef\xbb\xbf" + target.getvalue().encode("utf-8", "replace")


def _cell(value: str | float | tuple[str, ...] | None) -> str:
    return written(joined(value) if isinstance(value, tuple) else "" if value is None else str(value))
