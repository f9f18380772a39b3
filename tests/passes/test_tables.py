"""Data tables have header cells and captions; tables that only lay out are text."""

from __future__ import annotations

import time

import pytest

from ebook.markup import parse
from ebook.passes.tables import tables
from tests.tools import check_finds, check_noop, check_transformed, run_pass

ROWS = "<tr><td>Bridge</td><td>7.1</td></tr><tr><td>Mill</td><td>6.4</td></tr>"
SOUND = (
    '<table><caption>Levels</caption><thead><tr><th scope="col">Gauge</th><th scope="col">Level</th></tr></thead>'
    f"<tbody>{ROWS}</tbody></table>"
)


@pytest.mark.parametrize(
    "body",
    [
        SOUND,
        f"<figure>{SOUND}<figcaption>Read by hand</figcaption></figure>",
        '<table><tbody><tr><th scope="row">Bridge</th><td>7.1</td></tr><tr><th scope="row">Mill</th><td>6.4</td></tr></tbody></table>',
        f"<p>The table shows levels.</p>{SOUND}",
    ],
)
def test_sound_table_stays(body: str) -> None:
    check_noop(tables, body)


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr>one<td>two</td><td>three</td></tr><tr><td>four</td><td>five</td></tr></table>",
        "<table><tr><td>one</td>two<td>three</td></tr><tr><td>four</td><td>five</td></tr></table>",
        "<table><tr><td>one</td><td>two</td></tr>three<tr><td>four</td><td>five</td></tr></table>",
        "<table>one<tr><td>two</td><td>three</td></tr><tr><td>four</td><td>five</td></tr></table>",
        "<table><tr><td>one</td><b>two</b><td>three</td></tr><tr><td>four</td><td>five</td></tr></table>",
        "<table><caption>one</caption><tr><td>two</td></tr><caption>three</caption><tr><td>four</td></tr></table>five",
        "<table><caption>one</caption> <tr><th>two</th><td>three</td></tr><caption>four</caption>five</table>",
        "<table><tr><td>one</td><td><table><tr><td>two</td><td>three</td></tr></table></td></tr></table>four<p>five</p>",
        "<table><tr><td><h2>one</h2><p>two</p></td><td><p>three</p><p>four</p></td></tr></table>five",
        "<figure><figcaption>one</figcaption><table><tr><th>two</th><td>three</td></tr></table>four</figure>five",
    ],
)
def test_every_word_in_and_around_a_table_stays(body: str) -> None:
    result, _ = run_pass(tables, body)
    for word in ("one", "two", "three", "four", "five"):
        assert result.count(word) == 1, word
    for element in parse(f"<body>{result}</body>").iter("table", "thead", "tbody", "tr"):
        assert not "".join([element.text or "", *(child.tail or "" for child in element)]).strip()


@pytest.mark.parametrize(
    "head",
    [
        "<tr><td><b>Gauge</b></td><td><b>Level</b></td></tr>",
        "<thead><tr><td>Gauge</td><td>Level</td></tr></thead>",
    ],
)
def test_cells_that_look_like_headers_become_headers_and_are_reported(head: str) -> None:
    result, found = run_pass(tables, f"<table>{head}<tbody>{ROWS}</tbody></table>")
    plain = result.replace("<b>", "").replace("</b>", "")
    assert '<thead><tr><th scope="col">Gauge</th><th scope="col">Level</th></tr></thead>' in plain
    assert [f.rule for f in found] == ["table.headers-guessed"]


def test_names_before_numbers_are_row_headers() -> None:
    result, _ = run_pass(tables, f"<table><tr><td>Gauge</td><td>Level</td></tr>{ROWS}</table>")
    assert '<th scope="row">Bridge</th><td>7.1</td>' in result


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"<p>Table 1: Levels</p>{SOUND.replace('<caption>Levels</caption>', '')}",
            SOUND.replace("Levels", "Table 1: Levels"),
        ),
        (f"<figure>{SOUND.replace('<caption>Levels</caption>', '')}<figcaption>Levels</figcaption></figure>", SOUND),
    ],
)
def test_caption_beside_a_table_becomes_its_caption(before: str, after: str) -> None:
    check_transformed(tables, before, after)


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><p>a</p></td></tr></table>",
        '<table role="presentation"><tr><td><p>a</p></td></tr></table>',
        "<table><tr><td><p>a</p></td></tr><tr><td></td></tr></table>",
    ],
)
def test_table_that_only_lays_out_becomes_text(table: str) -> None:
    result, found = run_pass(tables, f"{table}after")
    assert "table" not in result and "<p>a</p>" in result and result.endswith("after")
    assert [f.rule for f in found] == ["table.layout"]


def test_wide_table_scrolls_in_a_region_named_by_its_caption() -> None:
    cells = "".join(f'<th scope="col">{n}</th>' for n in "abcdefgh")
    result, _ = run_pass(tables, f"<table><caption>Levels</caption><tr>{cells}</tr><tr>{'<td>1</td>' * 8}</tr></table>")
    assert result.startswith('<p id="table-1-caption" class="table-caption">Levels</p><div role="region" tabindex="0"')
    assert 'aria-labelledby="table-1-caption"' in result


@pytest.mark.parametrize(
    ("cell", "clean"),
    [
        ('<td colspan="0">x</td>', "<td>x</td>"),
        ('<td colspan="1">x</td>', "<td>x</td>"),
        ('<td colspan="99999">x</td>', '<td colspan="1000">x</td>'),
        ('<td rowspan="two" scope="col">x</td>', "<td>x</td>"),
    ],
)
def test_spans_are_what_html_allows(cell: str, clean: str) -> None:
    result, _ = run_pass(
        tables, f"<figure><table><tr><th>a</th>{cell}</tr><tr><th>b</th><td>y</td></tr></table></figure>"
    )
    assert clean in result


def test_table_without_recognisable_headers_is_reported() -> None:
    check_finds(
        tables, "<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>", "table.headers-missing"
    )


def test_bold_of_the_author_stays_in_header_cells() -> None:
    result, _ = run_pass(tables, f"<table><tr><td><b>Gauge</b></td><td><b>Level</b></td></tr>{ROWS}</table>")
    assert '<th scope="col"><b>Gauge</b></th>' in result


@pytest.mark.parametrize("tag", ["th", "td"])
def test_cell_across_the_whole_table_heads_all_its_columns(tag: str) -> None:
    result, _ = run_pass(
        tables,
        f'<table><tr><{tag} colspan="2">Levels</{tag}></tr><tr><th>Gauge</th><th>Level</th></tr>{ROWS}</table>',
    )
    assert result.startswith('<table><thead><tr><th colspan="2" scope="colgroup">Levels</th></tr>')


def test_table_with_header_cells_is_data_though_it_holds_a_table() -> None:
    inner = f"<table><tr><th>Gauge</th><th>Level</th></tr>{ROWS}</table>"
    result, found = run_pass(
        tables, f"<table><tr><th>River</th><th>Gauges</th></tr><tr><td>Lee</td><td>{inner}</td></tr></table>"
    )
    assert result.count("<table>") == 2 and found == []


def test_table_that_holds_tables_and_no_header_cells_is_layout() -> None:
    inner = f"<table><tr><th>Gauge</th><th>Level</th></tr>{ROWS}</table>"
    result, _ = run_pass(tables, f"<table><tr><td>{inner}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>")
    assert result.count("<table>") == 1 and "b" in result


def test_ten_thousand_rows_are_set_as_text_in_time() -> None:
    started = time.process_time()
    run_pass(tables, f"<table>{'<tr><td>a</td></tr>' * 10_000}</table>")
    assert time.process_time() - started < 8


def test_empty_header_cell_keeps_no_scope() -> None:
    result, _ = run_pass(
        tables,
        '<table><tr><th scope="col"/><th>b</th></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td><td>f</td></tr></table>',
    )
    assert "<td/>" in result or "<td></td>" in result


def test_empty_corner_names_columns_and_rows() -> None:
    result, found = run_pass(
        tables,
        '<table><tr><td></td><td>Draft</td><td>Review</td></tr><tr><td>Map</td><td><img src="a.png" alt="done"/></td><td>open</td></tr>'
        "<tr><td>Sound</td><td>open</td><td>open</td></tr></table>",
    )
    assert '<th scope="col">Draft</th>' in result
    assert '<th scope="row">Sound</th>' in result
    assert [f.rule for f in found] == ["table.headers-guessed"]


def test_empty_corner_above_numbers_alone_is_no_sign() -> None:
    _, found = run_pass(
        tables, "<table><tr><td></td><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td><td>5</td></tr></table>"
    )
    assert [f.rule for f in found] == ["table.headers-missing"]
