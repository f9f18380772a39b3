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
