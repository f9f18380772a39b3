"""The sheet as CSV: what goes out comes back, whatever a cell holds and whatever a spreadsheet makes of the file."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ebook.review.sheets import COLUMNS, Row, guarded, read, unguarded, written

KEY = "0123456789abcdef0123"
HOSTILE = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    " =cmd|' /C calc'!A0",
    "'=1",
    "''",
    "'quoted' words",
    "＝1",
    '=HYPERLINK("https://example.org","x")',
    'a "word", a; line\nand more',
    "",
    "–",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_cell_is_no_formula_and_comes_back(text):
    data = written([Row(key=KEY, what=text, comment=text.strip())])
    cells = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))[1]
    assert not cells[4].lstrip().startswith(("=", "+", "-", "@", "＝"))
    (row,), mistakes = read(data, "x.csv")
    assert (row.what, row.comment, mistakes) == (text.strip(), text.strip(), ())


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc")), max_size=40))
def test_any_cell_comes_back(text):
    assert unguarded(guarded(text)) == text


def test_file_begins_with_a_byte_order_mark_and_names_its_columns():
    assert (
        written([])
        == b'\xef\xbb\xbf"key","kind","article","place","what","decision","approved","by","date","comment"\r\n'
    )


def saved(delimiter: str = ",", encoding: str = "utf-8", **cells: str) -> bytes:
    """A line as some spreadsheet saves it."""
    target = io.StringIO()
    writer = csv.writer(target, delimiter=delimiter)
    writer.writerow(COLUMNS)
    writer.writerow(
        [{"key": KEY, "approved": "yes", "by": "Ana", "date": "2026-03-14", **cells}.get(c, "") for c in COLUMNS]
    )
    return target.getvalue().encode(encoding)


@pytest.mark.parametrize(
    "data",
    [
        saved(),
        saved(";"),
        saved("\t", "utf-16"),
        saved(encoding="utf-8-sig"),
        saved(approved="X"),
        saved(approved="YES "),
        saved(date="14.03.2026"),
        saved() + b",,,,,,,,,\r\n\r\n",
        saved().replace(b"\r\n", b"\n"),
    ],
)
def test_sheet_is_read_as_spreadsheets_save_it(data):
    (row,), mistakes = read(data, "x.csv")
    assert (row.key, row.approved, row.by, row.date, mistakes) == (KEY, "yes", "Ana", "2026-03-14", ())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (saved(key="1,23E+19"), "line 2: “1,23E+19” is no key"),
        (saved(approved="perhaps"), "line 2: “perhaps” is no answer"),
        (saved(date="yesterday"), "line 2: “yesterday” is no date"),
        (saved(date="2026-02-30"), "line 2: “2026-02-30” is no date"),
        (saved() + saved(approved="no").partition(b"\r\n")[2], "line 3: the key"),
        (b"name,answer\r\n", "line 1: there is no column “key”"),
        (b"", "line 1: there is no column “key”"),
        ("Jö".encode("latin-1"), "is not UTF-8"),
        (b"PK\x03\x04\x00\x00\xff", "is not UTF-8"),
        (b'key,approved\r\n"' + b"x" * 2_000_000, "it is no CSV"),
    ],
)
def test_mistake_is_one_line_that_says_where(data, says):
    _, (mistake,) = read(data, "x.csv")
    assert mistake.startswith("x.csv") and says in mistake and "\n" not in mistake


def test_lines_beside_a_mistake_are_read():
    good = saved(key="f" * 20).partition(b"\r\n")[2]
    rows, mistakes = read(saved(approved="perhaps") + good, "x.csv")
    assert ([r.key for r in rows], len(mistakes)) == (["f" * 20], 1)


def test_column_that_somebody_added_comes_back():
    head, line = "key,approved,Ticket,by\r\n", f"{KEY},yes,=A-12,Ana\r\n"
    (row,), mistakes = read((head + line).encode(), "x.csv")
    assert (row.extra, mistakes) == ((("Ticket", "=A-12"),), ())
    assert read(written([row, Row(key="f" * 20)]), "x.csv")[0] == (row, Row(key="f" * 20))
