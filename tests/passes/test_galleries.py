"""Small pictures that turn a gallery go; pictures of which the gallery is made stay."""

from __future__ import annotations

import pytest

from ebook.passes.galleries import galleries
from tests.tools import check_noop, check_transformed

STRIP = '<ul><li><a href="#"><img src="s1.jpg"/></a></li><li><a href="#"><img src="s2.jpg"/></a> +6</li></ul>'


@pytest.mark.parametrize(
    "body",
    [
        STRIP,
        f"<div><p>The photographs were taken by the keeper of the mill.</p>{STRIP}</div>",
        f'<div><p>{"The river rose in the night. " * 20}</p><p><img src="mill.jpg"/></p>{STRIP}</div>',
        '<div><img src="a.jpg"/><ul><li><a href="#"><img src="s1.jpg" alt="The weir"/></a></li></ul></div>',
        '<div><img src="a.jpg"/><ul><li><a href="b.jpg"><img src="b-s.jpg"/></a></li>'
        '<li><a href="c.jpg"><img src="c-s.jpg"/></a></li></ul></div>',
        '<div><img src="a.jpg"/><ul><li>First <a href="#n1">1</a></li><li>Second</li></ul></div>',
    ],
)
def test_pictures_that_are_all_there_is_stay(body: str) -> None:
    check_noop(galleries, body)


@pytest.mark.parametrize("target", ["#", "#slide-2", "javascript:;"])
def test_strip_beside_the_picture_it_turns_goes_and_is_reported(target: str) -> None:
    stage = '<a href="#"><img src="large.jpg"/></a>'
    findings = check_transformed(
        galleries, f"<div>{stage}{STRIP.replace('#', target)}</div><p>Text</p>", f"<div>{stage}</div><p>Text</p>"
    )
    assert [f.rule for f in findings] == ["removed.boilerplate"]
