"""Figures without a picture say so; those that hold something stay."""

from __future__ import annotations

import pytest

from ebook.model import Kind
from ebook.passes.absent_pictures import absent_pictures
from tests.tools import check_noop, check_transformed


@pytest.mark.parametrize("body", ["<p>a</p>", "<figure><pre>+-+</pre><figcaption>The lock</figcaption></figure>"])
def test_what_holds_something_stays(body: str) -> None:
    check_noop(absent_pictures, body, kind=Kind.TEXT)


def test_pages_are_left_to_those_who_look_for_their_pictures() -> None:
    check_noop(absent_pictures, "<figure><figcaption>The lock</figcaption></figure>")


def test_figure_says_that_its_picture_is_not_there() -> None:
    found = check_transformed(
        absent_pictures,
        "<figure><figcaption>The lock</figcaption></figure>",
        '<figure><p class="unavailable">Image not included; it has no description.</p><figcaption>The lock</figcaption></figure>',
        kind=Kind.TEXT,
    )
    assert found == []
