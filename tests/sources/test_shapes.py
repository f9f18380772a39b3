"""What the shape of lines says: tables, code, verse, quotations. Prose stays prose."""

from __future__ import annotations

import pytest

from ebook.markup import parse
from ebook.sources.text import read_text

PROSE = "The river rose in the night and stood at the second step of the quay when the bakers came to work, as it had in 1953."


def body(*blocks: str):
    return parse(read_text("\n\n".join(blocks), "a.txt").body)


def tags(*blocks: str) -> list[str]:
    return [str(e.tag) for e in body(*blocks)]


@pytest.mark.parametrize(
    "block",
    [
        "Home | World | Politics\nTerms of Service | Privacy Policy | Contact Us",
        "By Ines Halloran\n14 March 2026",
        "Either | or\nthis | that",
        "It rose  and fell.\nIt fell  and rose.",
        "if you (or they) come;\nwe shall see.",
        "Q: Did it hold?\nA: It held.",
        "- a lamp\n- bread\n- the book",
    ],
)
def test_lines_that_only_look_like_something_are_paragraphs(block: str) -> None:
    assert set(tags(PROSE, block, PROSE)) == {"p"}
    assert body(PROSE, block, PROSE).find(".//br") is None


@pytest.mark.parametrize(
    "block",
    [
        "Year | Height | Deaths\n1853 | 4.20 | 12\n1953 | 5.10 | 31",
        "Year\tHeight\tDeaths\n1853\t4.20\t12\n1953\t5.10\t31",
        "Year   Height   Deaths\n1853   4.20     12\n1953   5.10     31",
        "Year   Height   Deaths\n----   ------   ------\n1853   4.20     12\n1953   5.10     31",
        "+------+--------+--------+\n| Year | Height | Deaths |\n+------+--------+--------+\n| 1853 | 4.20   | 12     |\n| 1953 | 5.10   | 31     |",
    ],
)
def test_columns_are_a_table(block: str) -> None:
    table = body(PROSE, block, PROSE)[1]
    assert table.tag == "table"
    assert [[c.text for c in row] for row in table] == [
        ["Year", "Height", "Deaths"],
        ["1853", "4.20", "12"],
        ["1953", "5.10", "31"],
    ]


def test_row_above_a_line_of_dashes_is_the_header() -> None:
    table = body(PROSE, "Year   Height\n----   ------\n1853   4.20\n1953   5.10")[1]
    assert [c.tag for c in table[0]] == ["th", "th"]


def test_empty_cell_keeps_its_place() -> None:
    table = body(PROSE, "Year | Height | Deaths\n1853 | | 12\n1953 | 5.10 | 31")[1]
    assert [c.text for c in table[1]] == ["1853", None, "12"]


@pytest.mark.parametrize(
    "block",
    [
        "def crest(height):\n    if height > 5:\n        return True\n    return False",
        "for (i = 0; i < 5; i++) {\n  read(i);\n}",
        "$ pip install gauge\n$ gauge --read\n>>> gauge.read()",
    ],
)
def test_code_keeps_its_lines(block: str) -> None:
    pre = body(PROSE, block, PROSE)[1]
    assert (pre.tag, pre.text) == ("pre", block)


def test_code_with_a_blank_line_is_one() -> None:
    blocks = "def a():\n    return 1;", "def b():\n    return 2;"
    assert body(PROSE, *blocks)[1].text == "\n\n".join(blocks)


def test_drawing_keeps_its_lines() -> None:
    drawing = "+-----+     +-----+\n| dam |---->| sea |\n+-----+     +-----+"
    assert body(PROSE, drawing, PROSE)[1].text == drawing


@pytest.mark.parametrize(
    "block",
    [
        "Ines Halloran\n12 Quay Street\nPort Anselm",
        "The river sings at night\nof towns it took away\nand bells that ring below",
    ],
)
def test_verse_and_addresses_keep_their_lines(block: str) -> None:
    verse = body(PROSE, block, PROSE)[1]
    assert [verse.text, *(b.tail for b in verse)] == block.split("\n")
    assert {b.tag for b in verse} == {"br"}


def test_short_lines_at_the_head_of_a_page_are_paragraphs() -> None:
    assert tags("NEWS\nBy Ines Halloran\n14 March 2026", PROSE) == ["p", "p", "p", "p"]


def test_share_buttons_are_no_verse() -> None:
    assert tags(PROSE, "Share\nTweet\nPrint", PROSE) == ["p"] * 5


def test_lines_quoted_as_in_letters_are_quotations() -> None:
    quote = body(PROSE, "> Who read the gauge?\n>\n>> Nobody.\n> The keeper did.", PROSE)[1]
    assert quote.tag == "blockquote"
    assert [(e.tag, "".join(e.itertext())) for e in quote] == [
        ("p", "Who read the gauge?"),
        ("blockquote", "Nobody."),
        ("p", "The keeper did."),
    ]


def test_lone_arrow_is_no_quotation() -> None:
    assert tags(PROSE, "> Read the gauge", PROSE) == ["p", "p", "p"]


def test_indented_passage_of_a_wrapped_text_is_a_quotation() -> None:
    wrapped = "The river rose in the night and stood at the second step\nof the quay when the bakers came to work, as it had been\nin the year of the great flood."
    quoted = "    The river has no memory; it has us for that, and\n    we have forgotten more than it ever knew of us."
    made = body(wrapped, quoted, wrapped, wrapped)
    assert [e.tag for e in made] == ["p", "blockquote", "p", "p"]
    assert (
        made[1][0].text
        == "The river has no memory; it has us for that, and we have forgotten more than it ever knew of us."
    )


@pytest.mark.parametrize("mark", ["* * *", "⁂", "-----", "~~~~~"])
def test_marks_that_part_sections_are_a_rule(mark: str) -> None:
    assert tags(PROSE, mark, PROSE) == ["p", "hr", "p"]


def test_margin_of_the_whole_text_means_nothing() -> None:
    assert [p.text for p in body("   One.", "   Two.", "   Three.")] == ["One.", "Two.", "Three."]
