"""Which tables are too wide to read, and what tells one from all others."""

from __future__ import annotations

import pytest

from ebook.inventory import wide_tables
from ebook.markup import parse
from ebook.wide_tables import fingerprint, first_row, too_wide
from tests.books import chapters_of, page, wide_table


def table(rows: str):
    return next(parse(f"<body><table>{rows}</table></body>").iter("table"))


def row(*cells: str) -> str:
    return f"<tr>{''.join(f'<td>{c}</td>' for c in cells)}</tr>"


@pytest.mark.parametrize(
    "rows",
    [
        row("Month", "Level") + row("May", "3"),
        row(*"abcdef"),
        row("a long sentence of many short words that can be set on as many lines as there are words in it", "b"),
        "<tr><td colspan='3'>Donaudampfschifffahrtsgesellschaftskapitän und Mannschaft</td></tr>" + row("a", "b", "c"),
        row("水位在夜里上涨到码头的第二级台阶并且一直停留到早晨为止才慢慢地退去", "三"),
        row(
            "x<math><semantics><mi>x</mi><annotation>\\begin{pmatrix}ooooooooooooooooooooooooo</annotation></semantics></math>",
            "b",
        ),
        "",
    ],
)
def test_a_small_page_holds_it(rows):
    assert too_wide(table(rows)) == ""


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        (row(*"abcdefg"), "7 columns"),
        ("<tr><td colspan='5'>a</td><td>b</td><td>c</td></tr>", "7 columns"),
        (row("administration", "responsibility", "classification"), "its words need 49 letters across"),
        (
            "<tr><td rowspan='2'>administration</td><td>b</td><td>c</td></tr>"
            + row("responsibility", "classification"),
            "its words need 49 letters across",
        ),
    ],
)
def test_a_small_page_cannot_hold_it(rows, why):
    assert too_wide(table(rows)) == why


@pytest.mark.parametrize(
    "rows",
    [
        "<caption>Table 4</caption>" + row("Month", "mm"),
        row("<b>Mon</b>th", " MM "),
        row("Month<sup><a role='doc-noteref' href='#n7'>7</a></sup>", "mm"),
        f"<thead>{row('Month', 'mm')}</thead>",
    ],
)
def test_what_changes_around_the_words_changes_no_fingerprint(rows):
    assert fingerprint(table(rows)) == fingerprint(table(row("Month", "mm")))


@pytest.mark.parametrize("rows", [row("Month", "cm"), row("Monthmm"), row("Month") + row("mm"), row("mm", "Month")])
def test_other_words_or_cells_are_another_table(rows):
    assert fingerprint(table(rows)) != fingerprint(table(row("Month", "mm")))


def test_first_row_with_words_is_how_people_know_it():
    assert first_row(table(row("", "") + row("Month", "mm"))) == "Month | mm"


def test_wide_tables_come_with_caption_and_context():
    (chapter,) = chapters_of(page(f"<p>It rained.</p>{wide_table()}<p>It stopped.</p>{wide_table(columns=3)}"))
    (found,) = wide_tables([chapter])
    assert found.caption == "Table 1. Levels of the river"
    assert found.context == "It rained. […] It stopped."
    assert (found.state, found.reason, found.rows) == ("offered", "9 columns", 3)
    assert found.copy.count("<tr>") == 3 and "aria" not in found.copy


def test_a_wide_table_in_a_description_is_part_of_it():
    body = f'<p><img src="a.png" alt="Chart of levels" longdesc="#d"></p><div id="d" hidden><p>In numbers:</p>{wide_table()}</div>'
    assert wide_tables(chapters_of(page(body))) == ()


def test_a_table_that_the_page_describes_is_listed_as_described():
    body = wide_table().replace("<table>", '<table aria-describedby="d">')
    body += f'<div id="d" hidden><p>{"The water falls from month to month. " * 9}</p></div>'
    (found,) = wide_tables(chapters_of(page(body)))
    assert found.state == "described"
