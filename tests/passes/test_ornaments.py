"""Pictures that draw a line become a break; pictures of something stay."""

from __future__ import annotations

import pytest

from ebook.model import Kind
from ebook.passes.ornaments import ornaments
from tests.tools import check_noop, check_transformed

A, B = "<p>The river rose.</p>", "<p>At noon it fell.</p>"
BAR = '<img src="bar.gif" width="535" height="15"/>'


@pytest.mark.parametrize(
    "picture",
    [
        '<p><img src="bar.gif"/></p>',
        '<p><img src="mill.jpg" width="600" height="400"/></p>',
        '<p><img src="skyline.jpg" width="900" height="90"/></p>',
        '<p><img src="divider.png" alt="The wall that divides the field"/></p>',
        f"<p>Before {BAR} after</p>",
        f'<p><a href="/next">{BAR}</a></p>',
        f"<table><tr><td>{BAR}</td></tr></table>",
        f"<figure>{BAR}<figcaption>The level as a bar</figcaption></figure>",
        '<p><img src="star.gif"/><img src="star.gif"/><img src="star.gif"/></p>',
    ],
)
def test_picture_of_something_stays(picture: str) -> None:
    check_noop(ornaments, A + picture + B)


@pytest.mark.parametrize(
    "picture",
    [
        f"<p>{BAR}</p>",
        f"<center>{BAR}<br/></center>",
        BAR,
        '<div><p><img src="line.png" width="100%" height="3px" alt=""/></p></div>',
        '<p><img src="/img/divider-2.png"/></p>',
        '<figure><img src="trennlinie.svg"/></figure>',
    ],
)
def test_line_between_paragraphs_is_a_break_and_reported(picture: str) -> None:
    findings = check_transformed(ornaments, f"{A}{picture}{B}", f"{A}<hr/>{B}")
    assert [f.rule for f in findings] == ["removed.decoration"]


def test_sign_that_comes_again_and_again_between_paragraphs_is_a_break() -> None:
    sign = '<p><img src="swash.gif"/></p>'
    check_transformed(ornaments, A + sign + B + sign + A + sign + B, f"{A}<hr/>{B}<hr/>{A}<hr/>{B}")
    check_noop(ornaments, A + sign * 3 + B)


def test_line_at_an_edge_below_a_heading_or_beside_a_break_leaves_none() -> None:
    line = f"<p>{BAR}</p>"
    check_transformed(ornaments, f"{line}{A}{line}", A)
    check_transformed(ornaments, f"<h2>Noon</h2>{line}{A}", f"<h2>Noon</h2>{A}")
    check_transformed(ornaments, f"{A}<hr/>{line}{B}", f"{A}<hr/>{B}")
    check_transformed(ornaments, f"{A}{line}{line}{B}", f"{A}<hr/>{B}")
    check_transformed(ornaments, f"<div>{A}</div><center>{BAR}{B}</center>", f"<div>{A}</div><center><hr/>{B}</center>")


def test_sizes_are_no_proof_outside_of_pages() -> None:
    check_noop(ornaments, f"{A}<p>{BAR}</p>{B}", kind=Kind.MARKDOWN)
