"""Every article opens with one header: label, title, byline, date."""

from __future__ import annotations

import pytest

from ebook.model import Kind
from ebook.passes.headline import headline
from tests.tools import check_finds, check_noop, check_transformed, run_pass

LONG = (
    "The gauge at the bridge has been read by hand every morning since 1871, and the books that hold the readings are "
    "kept in the mill, where the damp has begun to eat them, page after page, as the readers grow old and move away."
)


def test_article_with_a_header_stays() -> None:
    check_noop(headline, f"<header><h1>River</h1></header><p>{LONG}</p>")


@pytest.mark.parametrize("kind", [Kind.PAGE, Kind.MARKDOWN])
def test_paragraphs_below_the_title_stay(kind: Kind) -> None:
    check_transformed(
        headline,
        f"<h1>River</h1><p>A standfirst of its own.</p><p>{LONG}</p><h2>Rain</h2><p>River</p>",
        f"<header><h1>River</h1></header><p>A standfirst of its own.</p><p>{LONG}</p><h2>Rain</h2><p>River</p>",
        kind=kind,
    )


def test_name_of_the_author_in_the_text_stays() -> None:
    result, _ = run_pass(headline, f"<h1>River</h1><p>{LONG}</p><p>Ines Halloran</p>", authors=("Ines Halloran",))
    assert result.endswith(f"<p>{LONG}</p><p>Ines Halloran</p>")


def test_markup_of_the_title_stays_without_its_link() -> None:
    check_transformed(
        headline,
        f'<h1><a href="/river">The <em>Heron</em></a></h1><p>{LONG}</p>',
        f"<header><h1><span>The <em>Heron</em></span></h1></header><p>{LONG}</p>",
    )


def test_what_the_page_declares_becomes_the_header() -> None:
    check_transformed(
        headline,
        f"<h1>River to crest</h1><p>{LONG}</p>",
        '<header><p class="kicker">News</p><h1>River to crest</h1>'
        '<p class="subtitle" role="doc-subtitle">A slow flood</p>'
        '<p class="byline">By <span class="author">Ines Halloran</span> and <span class="author">Ann Lee</span></p>'
        f'<p class="date"><time datetime="2026-03-14">March 14, 2026</time></p></header><p>{LONG}</p>',
        title="River to crest",
        section="News",
        subtitle="A slow flood",
        authors=("Ines Halloran", "Ann Lee"),
        published="2026-03-14",
    )


@pytest.mark.parametrize(
    "double",
    [
        "<p>By Ines Halloran</p>",
        "<div>Ines Halloran, 14 March 2026</div>",
        "<p>Published 14 March 2026</p>",
        "<p>River</p>",
    ],
)
def test_line_above_the_text_that_repeats_the_header_goes(double: str) -> None:
    result, _ = run_pass(
        headline, f"<h1>River</h1>{double}<p>{LONG}</p>", authors=("Ines Halloran",), published="2026-03-14"
    )
    assert result.endswith(f"</header><p>{LONG}</p>")


def test_first_lines_of_a_text_become_the_header() -> None:
    check_transformed(
        headline,
        f"<p>News</p><p>River to crest at dawn</p><p>By Ines Halloran</p><p>14 March 2026</p><p>{LONG}</p>",
        '<header><p class="kicker">News</p><h1>River to crest at dawn</h1>'
        '<p class="byline">By <span class="author">Ines Halloran</span></p>'
        f'<p class="date"><time datetime="2026-03-14">March 14, 2026</time></p></header><p>{LONG}</p>',
        kind=Kind.TEXT,
    )


@pytest.mark.parametrize("line", ["By and by the river rose", "In March 2026 it rained", "By the river"])
def test_first_line_that_is_no_byline_and_no_date_stays_in_the_text(line: str) -> None:
    result, _ = run_pass(headline, f"<p>River to crest at dawn</p><p>{line}</p><p>{LONG}</p>", kind=Kind.TEXT)
    assert f"</header><p>{line}</p>" in result


def test_title_comes_from_the_page_where_the_text_has_none() -> None:
    check_transformed(headline, f"<p>{LONG}</p>", f"<header><h1>River</h1></header><p>{LONG}</p>", title="River")


def test_missing_title_is_made_of_the_first_words_and_reported() -> None:
    found = check_finds(headline, f"<p>{LONG}</p>", "metadata.title-missing")
    assert "The gauge at the bridge has been read" in found[0].message


def test_loose_text_before_the_first_block_stays() -> None:
    result, _ = run_pass(headline, f"Loose words<h1>River</h1><p>{LONG}</p>")
    assert result.startswith("<header><h1>River</h1></header>Loose words")


def test_picture_that_is_the_title_leaves_its_words() -> None:
    check_transformed(
        headline,
        f'<h1><a href="/x"><img src="t.png" alt="The river rose"/></a></h1><p>{LONG}</p>',
        f"<header><h1><span><span>The river rose</span></span></h1></header><p>{LONG}</p>",
        title="The river rose",
    )


def test_sign_in_a_title_stays_as_its_character() -> None:
    result, _ = run_pass(headline, f'<h1>River <img src="w.png" alt="\U0001f30a"/></h1><p>{LONG}</p>')
    assert "<h1>River <span>\U0001f30a</span></h1>" in result


def test_described_picture_beside_the_title_goes_below_the_header() -> None:
    result, _ = run_pass(headline, f'<h1><img src="m.png" alt="Map of the weir"/>River</h1><p>{LONG}</p>')
    assert result.startswith('<header><h1>River</h1></header><p><img src="m.png" alt="Map of the weir"/></p>')


def test_dated_headings_of_a_diary_stay() -> None:
    days = "<h2>1 March 2026</h2><p>Rain.</p><h2>2 March 2026</h2><p>Rain.</p>"
    result, found = run_pass(headline, f"<h1>Diary</h1>{days}", published="2026-03-01")
    assert result.endswith(days)
    assert not found


@pytest.mark.parametrize(
    "double",
    [
        "<p>Von Ines Halloran, veröffentlicht am 14. März 2026 um 10:30 Uhr</p>",
        "<p>Par Ines Halloran, publié le 14 mars 2026</p>",
        "<p>14.03.26 | Ines Halloran</p>",
        "<h3>by Ines Halloran<br/><span>Saturday, March 14, 2026</span></h3>",
    ],
)
def test_repeated_byline_goes_in_any_language_and_is_reported(double: str) -> None:
    result, found = run_pass(
        headline, f"<h1>River</h1>{double}<p>{LONG}</p>", authors=("Ines Halloran",), published="2026-03-14"
    )
    assert result.endswith(f"</header><p>{LONG}</p>")
    assert [f.rule for f in found] == ["removed.repeat"]


def test_byline_that_says_more_stays() -> None:
    line = "<p>By Ines Halloran, who keeps bees beside the weir</p>"
    result, _ = run_pass(headline, f"<h1>River</h1>{line}<p>{LONG}</p>", authors=("Ines Halloran",))
    assert line in result


def test_rule_right_under_the_title_goes() -> None:
    check_transformed(headline, f"<h1>River</h1><hr/><p>{LONG}</p>", f"<header><h1>River</h1></header><p>{LONG}</p>")
    result, _ = run_pass(headline, f"<h1>River</h1><p>{LONG}</p><hr/><p>{LONG}</p>")
    assert "<hr" in result


def test_repeated_byline_goes_from_a_page_laid_out_as_a_table() -> None:
    page = f"<table><tr><td><h1>River</h1><h3>by Ines Halloran</h3><p>{LONG}</p></td></tr></table>"
    result, _ = run_pass(headline, page, authors=("Ines Halloran",))
    assert "<h3>" not in result
    assert f"<td><p>{LONG}</p></td>" in result


def test_name_of_the_author_in_a_table_of_data_stays() -> None:
    table = "<table><tr><th>Reader</th><th>Days</th></tr><tr><td><p>Ines Halloran</p></td><td>12</td></tr></table>"
    result, _ = run_pass(headline, f"<h1>River</h1>{table}<p>{LONG}</p>", authors=("Ines Halloran",))
    assert table in result


@pytest.mark.parametrize("name", ["h3", "p"])
def test_name_within_a_line_that_says_more_stays(name: str) -> None:
    line = f'<{name}>Prepared by <a href="/halloran">Ines Halloran,</a> keeper of the mill</{name}>'
    result, _ = run_pass(headline, f"<h1>River</h1>{line}<p>{LONG}</p>", authors=("Ines Halloran",))
    assert line in result
