"""The review sheet as CSV: what a spreadsheet shows, and the file that keeps the approvals.

UTF-8 with a byte order mark (Excel takes it for Latin-1 otherwise), every cell in quotes, CRLF (RFC 4180). A cell
that a spreadsheet could take for a formula starts with an apostrophe, which reading takes off again.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ebook.review.items import Item

COLUMNS = ("key", "kind", "article", "place", "what", "decision", "approved", "by", "date", "comment")
YES, NO = "yes", "no"
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠']|[\t\r\n]")
"""How a formula begins (OWASP, CSV injection), and the apostrophe, so that reading knows ours."""
_KEY = re.compile(r"[0-9a-f]{20}")
_ANSWERS: Mapping[str, str] = {
    **dict.fromkeys(("yes", "y", "x", "true", "1", "ja", "oui", "sí", "si", "ok"), YES),
    **dict.fromkeys(("no", "n", "false", "0", "nein", "non"), NO),
    "": "",
}
"""What people write into `approved`."""
LARGEST_CELL = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a sheet: a decision and what somebody says of it."""

    key: str
    kind: str = ""
    article: str = ""
    place: str = ""
    what: str = ""
    decision: str = ""
    approved: str = ""
    """`YES`, `NO` or nothing."""
    by: str = ""
    date: str = ""
    comment: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    """Columns that somebody added, with what stands in them."""

    @property
    def says_something(self) -> bool:
        """Whether anybody has filled it in."""
        return bool(self.approved or self.comment)


def row_of(item: Item, said: Row | None = None) -> Row:
    """The line of a decision, with what was said of it before."""
    row = said if said is not None else Row(key=item.key)
    return replace(row, kind=item.kind, article=item.article, place=item.place, what=item.what, decision=item.told)


def written(rows: Iterable[Row]) -> bytes:
    """The CSV file of these lines."""
    rows = list(rows)
    added = tuple(dict.fromkeys(name for row in rows for name, _ in row.extra))
    target = io.StringIO()
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([*COLUMNS, *map(guarded, added)])
    for row in rows:
        extra = dict(row.extra)
        cells = [*(getattr(row, name) for name in COLUMNS), *(extra.get(name, "") for name in added)]
        writer.writerow(map(guarded, cells))
    return b"\xef\xbb\xbf" + target.getvalue().encode("utf-8", "replace")


def guarded(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    plain = "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return f"'{plain}" if _FORMULA.match(plain) else plain


def unguarded(cell: str) -> str:
    """The text of a cell without the apostrophe of `guarded`."""
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell, 1) else cell


def read(data: bytes, name: str) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """The lines of a sheet, and one sentence for each mistake in it; lines with a mistake are left out."""
    text = decoded(data)
    if text is None:
        return (), (f"{name} is not UTF-8: save it as “CSV UTF-8”",)
    first = text.partition("\n")[0]
    delimiter = max((",", ";", "\t"), key=first.count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    csv.field_size_limit(LARGEST_CELL)
    try:
        lines = [(table.line_num, cells) for cells in table]
    except csv.Error as error:
        return (), (f"{name}, line {table.line_num}: it is no CSV ({error})",)
    head = _head(lines[0][1]) if lines else []
    lacking = [column for column in ("key", "approved") if column not in head]
    if lacking:
        return (), (f"{name}, line 1: there is no column “{lacking[0]}”; the first line must name the columns",)
    rows: dict[str, Row] = {}
    mistakes: list[str] = []
    for number, cells in lines[1:]:
        if not any(cell.strip() for cell in cells):
            continue
        values = dict(zip(head, map(unguarded, cells), strict=False))
        row, mistake = _row(values)
        if row is not None and row.key in rows and rows[row.key] != row:
            mistake = f"the key {row.key} stands here twice"
        if row is None or mistake:
            mistakes.append(f"{name}, line {number}: {mistake}")
        else:
            rows[row.key] = row
    return tuple(rows.values()), tuple(mistakes)


def _head(cells: Sequence[str]) -> list[str]:
    """The names of the columns: ours in small letters, those that somebody added as they are."""
    names = [unguarded(cell).strip() or f"column {number}" for number, cell in enumerate(cells, 1)]
    return [name.lower() if name.lower() in COLUMNS else name for name in names]


def decoded(data: bytes) -> str | None:
    """The text of a file as spreadsheets save it."""
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _row(values: Mapping[str, str]) -> tuple[Row | None, str]:
    """The line of these cells, or what is wrong with it."""
    kept = {name: (values.get(name) or "").strip() for name in COLUMNS}
    if not _KEY.fullmatch(kept["key"]):
        return None, f"“{kept['key'][:40]}” is no key; leave the first column as it was"
    answer = _ANSWERS.get(kept["approved"].casefold())
    if answer is None:
        return None, f"“{kept['approved'][:40]}” is no answer; write yes, no or nothing in “approved”"
    date = _date(kept["date"])
    if date is None:
        return None, f"“{kept['date'][:40]}” is no date; write YYYY-MM-DD"
    extra = tuple((name, text) for name, text in values.items() if name not in COLUMNS and text.strip())
    row = Row(extra=extra, **{**kept, "approved": answer, "date": date})
    return row, ""


def _date(text: str) -> str | None:
    """A date in ISO form, also where a spreadsheet turned it into 14.03.2026; nothing where it is none."""
    match = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", text)
    stated = f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}" if match else text
    if not stated:
        return ""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", stated):
        return None
    try:
        datetime.date.fromisoformat(stated)
    except ValueError:
        return None
    return stated


def joined(before: Row | None, row: Row) -> Row:
    """A line with the added columns of the line before it, where it says nothing else in them."""
    return row if before is None else replace(row, extra=tuple({**dict(before.extra), **dict(row.extra)}.items()))


def sheet_rows(items: Sequence[Item], recorded: Mapping[str, Row]) -> Iterator[Row]:
    """The lines of a sheet for these decisions, filled in as far as they are recorded."""
    return (row_of(item, recorded.get(item.key)) for item in items)
