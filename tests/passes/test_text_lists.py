"""Typed items become lists, one in another where their author set them so; what only looks like an item stays."""

from __future__ import annotations

import re

import pytest

from ebook.markup import parse
from ebook.model import Kind
from ebook.passes.lists import lists
from ebook.passes.text_lists import text_lists
from ebook.sources.text import read_text
from tests.tools import chapter_of, check_noop, run_pass

PROSE = "The river rose in the night and stood at the second step of the quay when the bakers came to work."
MORE = "Nobody had slept that night, for the bells had been ringing since two and the pumps ran until the morning."


def made(*lines: str) -> str:
    """What becomes of lines between two paragraphs, without those."""
    xhtml = chapter_of("\n".join(["High water", "", PROSE, "", *lines, "", MORE]), source="a.txt").xhtml
    xhtml = xhtml[xhtml.index("<p>The river") :]
    return xhtml[xhtml.index("</p>") + 4 : xhtml.index("<p>Nobody")].replace("\n", "")


@pytest.mark.parametrize(
    "body",
    [
        "<p>• a single bullet</p>",
        "<p>1. one alone</p>",
        "<p>3. May was dry.</p>",
        "<p>1984. It was the year of the second flood.</p>",
        "<p>1. Mai</p><p>2. Mai</p>",
        "<p>1. May 2024</p><p>2. May 2024</p>",
        "<p>– Who is there?</p><p>– The river.</p>",
        "<p>1. one</p><p>3. three</p>",
        "<p>7. seven</p><p>8. eight</p>",
        "<p>• one</p><p>* two</p>",
        "<p>A. Lee</p><p>B. Stone</p>",
        "<p>3.5 metres</p><p>3.6 metres</p>",
    ],
)
def test_what_is_no_list_stays(body: str) -> None:
    check_noop(text_lists, body, kind=Kind.TEXT)
    check_noop(lists, body, kind=Kind.TEXT)


def test_pages_are_not_looked_at() -> None:
    check_noop(text_lists, "<p>• one</p><p>• two</p>")


@pytest.mark.parametrize(
    ("marks", "start", "end"),
    [
        ("• •", "<ul>", "</ul>"),
        ("+ +", "<ul>", "</ul>"),
        ("1. 2.", "<ol>", "</ol>"),
        ("(1) (2)", "<ol>", "</ol>"),
        ("2) 3)", '<ol start="2">', "</ol>"),
        ("a) b)", '<ol type="a">', "</ol>"),
        ("(a) (b)", '<ol type="a">', "</ol>"),
        ("A) B)", '<ol type="A">', "</ol>"),
        ("i. ii.", '<ol type="i">', "</ol>"),
    ],
)
def test_marks_of_every_kind_make_lists(marks: str, start: str, end: str) -> None:
    one, two = marks.split()
    result, found = run_pass(text_lists, f"<p>{one} the quay</p><p>{two} the <em>mill</em></p>", kind=Kind.TEXT)
    assert result == f"{start}<li>the quay</li><li>the <em>mill</em></li>{end}"
    assert [f.rule for f in found] == ["list.made"]


def test_indented_items_are_lists_of_their_own() -> None:
    lines = ("• Bring", "  ◦ a lamp", "  ◦ bread", "• Leave", "  ◦ the cat")
    assert made(*lines) == (
        "<ul><li><p>Bring</p><ul><li>a lamp</li><li>bread</li></ul></li><li><p>Leave</p><ul><li>the cat</li></ul></li></ul>"
    )


def test_indentation_alone_tells_levels_of_one_mark() -> None:
    lines = ("- Bring", "    - a lamp", "        - with oil", "    - bread", "- Go")
    assert made(*lines) == (
        "<ul><li><p>Bring</p><ul><li><p>a lamp</p><ul><li>with oil</li></ul></li><li>bread</li></ul></li><li>Go</li></ul>"
    )


def test_other_marks_tell_levels_without_indentation() -> None:
    lines = ("1. Bring", "a) a lamp", "- with oil", "- with wicks", "b) bread", "2. Leave", "a) the cat", "3. Go")
    assert made(*lines) == (
        '<ol><li><p>Bring</p><ol type="a"><li><p>a lamp</p><ul><li>with oil</li><li>with wicks</li></ul></li>'
        '<li>bread</li></ol></li><li><p>Leave</p><ol type="a"><li>the cat</li></ol></li><li>Go</li></ol>'
    )


def test_two_lists_in_a_row_are_two() -> None:
    assert made("- one", "- two", "- three", "1. first", "2. second") == (
        "<ul><li>one</li><li>two</li><li>three</li></ul><ol><li>first</li><li>second</li></ol>"
    )


def test_blank_lines_between_items_part_no_list() -> None:
    assert made("1. the quay", "", "2. the mill", "", "3. the bridge") == (
        "<ol><li>the quay</li><li>the mill</li><li>the bridge</li></ol>"
    )


def test_wrapped_items_are_whole() -> None:
    lines = ("1. a lamp, and oil for it, enough", "   for two nights", "2. bread")
    assert made(*lines) == "<ol><li>a lamp, and oil for it, enough for two nights</li><li>bread</li></ol>"


def test_indented_paragraph_belongs_to_its_item() -> None:
    lines = ("1. Leave", "   a) the piano", "   b) the cat", "", "   She looks after herself.", "", "2. Go")
    assert made(*lines) == (
        '<ol><li><p>Leave</p><ol type="a"><li>the piano</li><li>the cat</li></ol><p>She looks after herself.</p></li>'
        "<li>Go</li></ol>"
    )


def test_items_set_in_columns_of_blanks_are_no_table() -> None:
    assert made("1.  the quay", "2.  the mill", "3.  the bridge") == (
        "<ol><li>the quay</li><li>the mill</li><li>the bridge</li></ol>"
    )


def test_item_alone_keeps_its_mark_and_the_list_below_it() -> None:
    assert made("1. Bring", "   - a lamp", "   - bread", "   - oil") == (
        "<p>1. Bring</p><ul><li>a lamp</li><li>bread</li><li>oil</li></ul>"
    )


def test_numbered_lines_over_prose_are_headings_still() -> None:
    xhtml = chapter_of(
        f"High water\n\n{MORE}\n\n1. The quay\n\n{PROSE}\n\n2. The mill\n\n{PROSE[::-1].capitalize()}.\n",
        source="a.txt",
    ).xhtml
    assert re.findall(r"<h2[^>]*>([^<]*)", xhtml) == ["1. The quay", "2. The mill"]


def test_indentation_is_known_only_where_it_says_something() -> None:
    body = parse(read_text(f"{PROSE}\n\n    indented alone\n\n- one\n  - two\n", "a.txt").body)
    assert [p.get("data-indent") for p in body.iter("p")] == [None, None, None, "2"]


def test_a_thousand_levels_are_six() -> None:
    lines = "".join(f'<p data-indent="{2 * n}">- item {n}</p>' for n in range(1000)) + "<p>- item</p>"
    result, _ = run_pass(text_lists, lines, kind=Kind.TEXT)
    depth = most = 0
    for tag in re.findall(r"</?ul>", result):
        depth += 1 if tag == "<ul>" else -1
        most = max(most, depth)
    assert most == 6
    assert result.count("item") == 1001
