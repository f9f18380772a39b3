"""A scraped paragraph stands once; what an author says twice stays."""

from __future__ import annotations

import pytest

from ebook.model import Kind
from ebook.passes.repeats import repeats
from tests.tools import check_noop, check_transformed

LONG = "As the river rose, the town moved its pianos to the upper floors."


@pytest.mark.parametrize("kind", [Kind.PAGE, Kind.MARKDOWN])
def test_author_may_repeat_a_paragraph(kind: Kind) -> None:
    check_noop(repeats, f"<p>{LONG}</p><p>{LONG}</p>", kind=kind)


@pytest.mark.parametrize(
    "body", ["<p>Never.</p><p>Never.</p>", f"<p>{LONG}</p><p>{LONG} Again.</p>", f"<p>{LONG}</p><h2>{LONG}</h2>"]
)
def test_short_or_different_lines_stay(body: str) -> None:
    check_noop(repeats, body, kind=Kind.TEXT)


@pytest.mark.parametrize("copy", [LONG, LONG.upper(), LONG.replace(",", " –"), f"“{LONG}”", f"  {LONG}"])
def test_second_copy_of_a_paragraph_goes_and_is_reported(copy: str) -> None:
    found = check_transformed(
        repeats, f"<p>{LONG}</p><p>Between.</p><p>{copy}</p>after", f"<p>{LONG}</p><p>Between.</p>after", kind=Kind.TEXT
    )
    assert [f.rule for f in found] == ["removed.repeat"]


def test_pull_quote_of_the_text_goes() -> None:
    quote = "“Nobody believed the gauge, and nobody slept that night.”"
    whole = f"The keeper stood in the door. {quote} Then he went back to his lamp."
    found = check_transformed(repeats, f"<p>{quote}</p><p>{whole}</p>", f"<p>{whole}</p>", kind=Kind.TEXT)
    assert [f.rule for f in found] == ["removed.repeat"]


def test_teaser_that_breaks_off_goes_where_the_whole_stands() -> None:
    whole = f"{LONG} Nobody had slept that night, for the bells had been ringing since two."
    teaser = (
        "As the river rose, the town moved its pianos to the upper floors. Nobody had slept that night, for the bells…"
    )
    check_transformed(repeats, f"<p>{teaser}</p><p>{whole}</p>", f"<p>{whole}</p>", kind=Kind.TEXT)


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LONG}</p><p>{LONG} And then they waited for the morning.</p>",
        "<p>And nobody believed the gauge, nobody in all the town…</p><p>And nobody believed the gauge, nobody in all the town, for years.</p>",
        f"<blockquote><p>“{LONG}”</p></blockquote><p>He wrote: “{LONG}” Nobody answered.</p>",
    ],
)
def test_what_an_author_says_again_in_part_stays(body: str) -> None:
    check_noop(repeats, body, kind=Kind.TEXT)
