"""The outline has one main heading and no gaps."""

from __future__ import annotations

import pytest

from ebook.model import Kind
from ebook.passes.headings import headings
from tests.tools import check_finds, check_noop, check_transformed, run_pass

HEADER = "<header><h1>Title</h1></header>"
LONG = "The gauge at the bridge has been read by hand every morning since 1871, and the books are kept in the mill."


@pytest.mark.parametrize(
    "body",
    [
        "<h2>A</h2><p>t</p><h3>B</h3><p>t</p><h2>C</h2>",
        "<h2>A</h2><h3>B</h3><h4>C</h4><h5>D</h5><h6>E</h6><h2>F</h2>",
        '<h2><img src="a.png" alt="Part one"/></h2>',
        "<aside><h2>Box</h2></aside>",
    ],
)
def test_sound_outline_stays(body: str) -> None:
    check_noop(headings, HEADER + body, kind=Kind.MARKDOWN)


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>The river rose.</b></p><p>text</p>",
        "<p><b>Ann Lee</b> said so</p><p>text</p>",
        "<p><b>One</b> and <b>two</b></p><p>text</p>",
        "<p><b>Last line</b></p>",
        "<ul><li><p><b>Item</b></p><p>text</p></li></ul>",
        "<blockquote><p><b>Quoted</b></p><p>text</p></blockquote>",
        '<p class="byline"><b>Ann Lee</b></p><p>text</p>',
    ],
)
def test_bold_text_that_heads_nothing_stays(body: str) -> None:
    check_noop(headings, HEADER + body)


@pytest.mark.parametrize("line", ["The river rose.", "He said “no”", "rain at last", "Level: 7"])
def test_short_paragraph_of_a_text_stays(line: str) -> None:
    check_noop(headings, f"<p>{LONG}</p><p>{line}</p><p>{LONG}</p>", kind=Kind.TEXT)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<h3>B</h3><h3>C</h3><h1>D</h1>", "<h2>B</h2><h2>C</h2><h2>D</h2>"),
        ("<h2>A</h2><h4>B</h4><h5>C</h5><h4>D</h4>", "<h2>A</h2><h3>B</h3><h4>C</h4><h3>D</h3>"),
        ("<h1>A</h1><h2>B</h2><h1>C</h1><h2>D</h2>", "<h2>A</h2><h3>B</h3><h2>C</h2><h3>D</h3>"),
        ("<h5>A</h5><h3>B</h3><h2>C</h2>", "<h2>A</h2><h2>B</h2><h2>C</h2>"),
    ],
)
def test_gaps_close_and_siblings_stay_siblings(before: str, after: str) -> None:
    check_transformed(headings, HEADER + before, HEADER + after)


def test_heading_of_a_box_is_below_the_heading_it_stands_under() -> None:
    check_transformed(
        headings,
        HEADER + "<h2>A</h2><aside><h2>Box</h2></aside><h3>B</h3>",
        HEADER + "<h2>A</h2><aside><h3>Box</h3></aside><h3>B</h3>",
    )


def test_bold_line_that_heads_text_becomes_a_heading() -> None:
    found = check_transformed(
        headings,
        HEADER + "<h2>A</h2><p><b>Rain</b></p><p>text</p><p><strong>Wind</strong></p><p>text</p>",
        HEADER + "<h2>A</h2><h3>Rain</h3><p>text</p><h3>Wind</h3><p>text</p>",
    )
    assert [f.rule for f in found] == ["heading.from-bold", "heading.from-bold"]


def test_bare_line_between_paragraphs_of_a_text_becomes_a_heading() -> None:
    check_transformed(
        headings,
        f"{HEADER}<p>{LONG}</p><p>A winter of rain</p><p>{LONG}</p>",
        f"{HEADER}<p>{LONG}</p><h2>A winter of rain</h2><p>{LONG}</p>",
        kind=Kind.TEXT,
    )


def test_questions_of_an_interview_become_headings() -> None:
    check_transformed(
        headings,
        HEADER + "<p><b>Who are you?</b></p><p>Ann.</p><p><b>Why here?</b></p><p>The river.</p>",
        HEADER + "<h2>Who are you?</h2><p>Ann.</p><h2>Why here?</h2><p>The river.</p>",
    )


def test_empty_heading_goes_and_the_text_after_it_stays() -> None:
    found = check_transformed(headings, HEADER + "<div><h2> </h2>text</div>", HEADER + "<div>text</div>")
    assert [f.rule for f in found] == ["heading.empty"]


def test_gaps_and_second_main_headings_are_reported() -> None:
    check_finds(headings, HEADER + "<h2>A</h2><h4>B</h4><h1>C</h1>", "heading.skipped", "heading.second-h1")


def test_bold_line_loses_its_line_breaks_when_it_becomes_a_heading() -> None:
    check_transformed(headings, "<p><b>One<br/>two</b></p><p>three</p>", "<h2>One two</h2><p>three</p>")


@pytest.mark.parametrize("line", ["Tip", "Note:", "Achtung"])
def test_word_for_the_kind_of_a_remark_is_no_heading(line: str) -> None:
    check_noop(headings, HEADER + f"<p><b>{line}</b></p><ul><li>Bring boots.</li></ul>")


def test_bold_line_that_leads_over_is_no_heading_among_questions() -> None:
    check_transformed(
        headings,
        HEADER + "<p><b>Who?</b></p><p>Ann.</p><p><b>Where?</b></p><p>Here.</p><p><b>Bring:</b></p><p>boots</p>",
        HEADER + "<h2>Who?</h2><p>Ann.</p><h2>Where?</h2><p>Here.</p><p><b>Bring:</b></p><p>boots</p>",
    )


def test_quotation_set_as_a_heading_is_a_paragraph() -> None:
    check_transformed(
        headings,
        HEADER + "<p>One</p><blockquote><h4>Rivers <em>talk</em>.</h4></blockquote><h2>Rain</h2>",
        HEADER + "<p>One</p><blockquote><p>Rivers <em>talk</em>.</p></blockquote><h2>Rain</h2>",
    )


def test_heading_within_a_longer_quotation_stays_one() -> None:
    check_noop(headings, HEADER + "<blockquote><h2>Rain</h2><p>Rivers talk.</p></blockquote>", kind=Kind.MARKDOWN)


@pytest.mark.parametrize("signs", ["______", "* * *", "—"])
def test_row_of_signs_heads_nothing(signs: str) -> None:
    result, found = run_pass(
        headings, f"<header><h1>a</h1></header><p>b</p><h2>{signs}</h2><p><b>{signs}</b></p><p>c</p>"
    )
    assert f"{signs}</h" not in result
    assert result.count(signs) == 2
    assert found == []
