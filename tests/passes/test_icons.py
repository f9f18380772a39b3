"""Icons and buttons are told from pictures by name and size, not by missing words alone."""

from __future__ import annotations

import pytest

from ebook.markup import parse
from ebook.passes.figures import figures
from ebook.passes.icons import is_button, is_nothing
from tests.tools import check_finds, run_pass


def first(body: str):
    return next(parse(f"<body>{body}</body>").iter("img"))


@pytest.mark.parametrize(
    "body",
    [
        '<p>Press <img src="/icons/gear.png" width="16" height="16"/> and wait.</p>',
        '<p>Press the <a href="/help"><img src="gear-icon.png" width="16" height="16"/></a> and wait.</p>',
        '<table><tr><td><img src="/icons/tick.png" width="16" height="16"/></td></tr></table>',
        '<p><img src="/icons/river.png"/></p>',
        '<p><img src="/icons/river.png" alt="A river" width="16" height="16"/> Water</p>',
        '<p><img src="app-icon.png" width="512" height="512"/> Text</p>',
        '<p><img src="mill.jpg" width="30" height="20"/> Text</p>',
        '<p><img src="silicon.png"/> Text</p>',
        '<p><img src="https://a.example/delivery/mill.jpg"/></p>',
        '<p><img src="lazy-loading.gif"/></p>',
    ],
)
def test_picture_that_may_say_something_stays(body: str) -> None:
    assert not is_nothing(first(body))
    assert not is_button(first(body))


@pytest.mark.parametrize(
    "body",
    [
        '<div><img src="/images/icons/tag.gif"/> <a href="/tags/river">river</a></div>',
        '<p><img src="ico_pen.gif" width="7" height="13"/> Articles</p>',
        '<p><img src="/static/arrow.svg?v=2" width="24px" height="24px" alt=""/></p>',
        '<p><img src="https://a.example/adserver/www/delivery/avw.php?zoneid=9&amp;n=a2"/></p>',
        '<p><img src="lazy-loading.gif" alt=""/></p>',
        '<p><img src="t.gif" alt=""/></p>',
    ],
)
def test_icon_banner_and_place_to_fill_are_nothing(body: str) -> None:
    assert is_nothing(first(body))


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="https://share.example/"><img src="lg-share.gif" alt="Share" width="125" height="16"/></a></p>',
        '<h2><a href="#a">A mill<img src="share.svg" alt="share" width="16" height="16"/></a></h2>',
        '<div><img class="item-toggle" src="chevron-down.svg" alt="Open" width="24" height="24"/></div>',
        '<p><a href="/"><img src="myhome.jpg" width="50" height="21"/></a></p>',
        '<p><a href="/pin?media=a"><img src="pin-it-icon.png" alt=""/></a></p>',
    ],
)
def test_picture_to_press_is_a_button(body: str) -> None:
    assert is_button(first(body))


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="/photo/7"><img src="weir.jpg" width="600" height="400"/></a></p>',
        '<p><a href="weir.jpg"><img src="weir-s.jpg" width="48" height="48"/></a></p>',
        '<p><a href="/photo/7"><img src="weir.jpg" width="48" height="48"/></a><br/>The weir</p>',
        '<p><a href="/weir"><img src="weir.jpg" alt="The weir" width="48" height="48"/></a></p>',
        '<figure><a href="/"><img src="arrow.png" width="24" height="24"/></a><figcaption>A sign</figcaption></figure>',
    ],
)
def test_linked_picture_is_no_button(body: str) -> None:
    assert not is_button(first(body))


def test_button_goes_with_its_link_and_is_reported() -> None:
    body = '<p>Text</p><p><a href="/home"><img src="myhome.jpg" width="50" height="21"/></a></p>'
    check_finds(figures, body, "removed.furniture")
    assert run_pass(figures, body)[0] == "<p>Text</p>"
