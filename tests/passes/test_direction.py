"""What a page leaves to the browser's judgement is said plainly."""

from __future__ import annotations

import pytest

from ebook.passes.direction import direction
from tests.tools import chapter_of, check_noop, check_transformed


@pytest.mark.parametrize("body", ["<p>Plain</p>", '<p dir="rtl">נהר</p>', '<bdo dir="rtl">abc</bdo>'])
def test_stated_direction_stays(body: str) -> None:
    check_noop(direction, body)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<p dir="auto">نهر and bridge</p>', '<p dir="rtl">نهر and bridge</p>'),
        ('<p dir="auto">(1) Bridge نهر</p>', "<p>(1) Bridge نهر</p>"),
        (
            '<div dir="rtl"><p dir="auto">(1) Bridge نهر</p></div>',
            '<div dir="rtl"><p dir="ltr">(1) Bridge نهر</p></div>',
        ),
        ('<p dir="auto">123</p>', "<p>123</p>"),
        ('<p dir="RTL">נהר</p>', '<p dir="rtl">נהר</p>'),
        ('<p dir="sideways">x</p>', "<p>x</p>"),
        ("<p><bdi>נהר</bdi>: 3 votes</p>", '<p><bdi dir="rtl">נהר</bdi>: 3 votes</p>'),
        ("<p><bdi>Ines</bdi>: 3</p>", '<p><bdi dir="ltr">Ines</bdi>: 3</p>'),
    ],
)
def test_direction_left_open_is_settled_by_the_first_letter(before: str, after: str) -> None:
    check_transformed(direction, before, after)


def test_isolated_name_stays_isolated_in_the_chapter() -> None:
    page = (
        "<html lang=en><body><h1>Votes</h1><p>The bridge vote of <bdi dir=auto>نهر 4</bdi>: 3 of 5.</p></body></html>"
    )
    assert '<bdi dir="rtl">نهر 4</bdi>' in chapter_of(page).xhtml
