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
