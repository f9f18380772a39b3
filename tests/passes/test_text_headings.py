"""Headings of a plain text, by look and place; sentences, items and lines of verse are none."""

from __future__ import annotations

import pytest

from ebook.markup import parse
from ebook.model import Kind
from ebook.passes.text_headings import text_headings
from tests.tools import check_noop, run_pass

LONG = "The river rose in the night and stood at the second step of the quay when the bakers came to work, as it had in 1953."


def text(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def headings(*lines: str) -> list[tuple[str, str]]:
    result, found = run_pass(text_headings, text(*lines), kind=Kind.TEXT)
    made = [(str(e.tag), e.text or "") for e in parse(f"<body>{result}</body>") if e.tag != "p"]
    assert [f.rule for f in found] == ["heading.from-bold"] * len(made)
    return made


@pytest.mark.parametrize(
    "line",
    [
        "The dam held.",
        "Who, then,",
        "“Nobody slept”",
        "Height: 5.10",
        "https://example.org/gauge",
        "and more",
        "14 March 2026",
        "1. A lamp",
        "– Nobody",
        "Notes",
        "Nobody who lived beside the river in those years would have believed the gauge at all",
    ],
)
def test_line_between_paragraphs_that_is_no_heading_stays(line: str) -> None:
    check_noop(text_headings, text(LONG, line, LONG), kind=Kind.TEXT)


@pytest.mark.parametrize(
    "lines",
    [
        ("The Gauge", LONG),
        (LONG, "The Gauge"),
        (LONG, "The river sings", "Of towns it took", LONG),
        (LONG, "1. a lamp", "2. bread", LONG),
        (LONG, "1. A lamp, and oil for two nights", "2. Bread for the house", "3. The book", LONG),
        ("The Gauge", "Nobody Read It", LONG),
    ],
)
def test_first_last_and_neighbouring_short_lines_stay(lines: tuple[str, ...]) -> None:
    check_noop(text_headings, text(*lines), kind=Kind.TEXT)


@pytest.mark.parametrize("kind", [Kind.PAGE, Kind.MARKDOWN])
def test_other_kinds_say_it_themselves(kind: Kind) -> None:
    check_noop(text_headings, text(LONG, "The gauge", LONG), kind=kind)


@pytest.mark.parametrize(
    "line", ["The gauge", "THE GAUGE", "Who read it?", "Über den Pegel", "О реке", "النهر", "堤防が守られた夜"]
)
def test_short_line_between_text_is_a_heading(line: str) -> None:
    assert headings(LONG, line, LONG) == [("h2", line)]


def test_heading_may_stand_over_a_list() -> None:
    assert headings(LONG, "Ingredients", "- two eggs", "- a lamp", LONG) == [("h2", "Ingredients")]


def test_heading_may_stand_between_two_lists() -> None:
    lines = (LONG, "Ingredients", "- two eggs", "- a lamp", "Method", "1. Break the eggs.", "2. Light the lamp.", LONG)
    assert [t for _, t in headings(*lines)] == ["Ingredients", "Method"]


def test_numbers_give_the_levels() -> None:
    lines = (LONG, "1. The river", LONG, "1.1 The gauge", LONG, "1.2 The keeper", LONG, "2. The town", LONG)
    assert [tag for tag, _ in headings(*lines)] == ["h2", "h3", "h3", "h2"]


def test_one_number_alone_is_no_heading() -> None:
    check_noop(text_headings, text(LONG, "1. The river", LONG), kind=Kind.TEXT)


def test_numbers_of_chapters_in_words_or_roman() -> None:
    assert headings(LONG, "Chapter 1: The river", LONG, "Chapter 2: The town", LONG) != []
    assert [tag for tag, _ in headings(LONG, "I. The river", LONG, "II. The town", LONG)] == ["h2", "h2"]


def test_days_of_a_diary_are_headings() -> None:
    short = "Rain all day; the river stands at four metres."
    assert headings(LONG, "3 March 1953", short, "4 March 1953", short) == [
        ("h2", "3 March 1953"),
        ("h2", "4 March 1953"),
    ]
    assert [t for _, t in headings(LONG, "3. März", short, "4. März", short)] == ["3. März", "4. März"]


def test_capitals_stand_above_other_headings() -> None:
    assert headings(LONG, "THE RIVER", LONG, "The gauge", LONG, "THE TOWN", LONG) == [
        ("h2", "THE RIVER"),
        ("h3", "The gauge"),
        ("h2", "THE TOWN"),
    ]
