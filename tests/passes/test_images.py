"""Every picture of a page becomes an `img`, however the page hides it."""

from __future__ import annotations

import pytest

from ebook.passes.images import images
from tests.tools import check_noop, check_transformed, run_pass


@pytest.mark.parametrize(
    "body",
    [
        '<p><img src="map.png" alt="A map"/></p>',
        '<figure><img src="one1.png" alt="One"/><img src="two2.png" alt="Two"/></figure>',
        '<figure><img src="/a/photo-11.jpg" alt="Dawn"/><img src="/b/photo-11.jpg" alt="Dusk"/></figure>',
        '<div style="background-image:url(paper.png)"><p>Words</p></div>',
        '<div style="background-image:url(paper.png)"></div>',
        '<object data="film.mp4"><p>A film</p></object>',
        '<picture><source srcset="map.png"/><img alt="A map"/></picture>',
    ],
)
def test_what_is_plain_stays(body: str) -> None:
    check_noop(images, body)


@pytest.mark.parametrize(
    "noscript",
    [
        '<noscript><img src="map.png" alt="A map"/></noscript>',
        '<noscript>&lt;img src="map.png" alt="A map"&gt;</noscript>',
    ],
)
@pytest.mark.parametrize(
    "waiting", ['<img src="data:image/gif;base64,R0"/>', "<img/>", '<img src="/blank.gif" alt=""/>']
)
def test_picture_of_a_noscript_goes_to_the_image_that_waits(waiting: str, noscript: str) -> None:
    result, _ = run_pass(images, f"<p>{waiting}{noscript}</p>")
    assert result.count("<img") == 1
    assert 'data-src="map.png"' in result and 'alt="A map"' in result
    assert "noscript" not in result


def test_noscript_before_its_image_serves_as_well() -> None:
    result, _ = run_pass(images, '<p><noscript><img src="map.png" alt="A map"/></noscript><img class="lazy"/></p>')
    assert result.count("<img") == 1 and "map.png" in result


def test_noscript_without_an_image_that_waits_gives_its_own() -> None:
    check_transformed(
        images,
        '<p><noscript><img src="map.png" alt="A map"/></noscript></p>',
        '<p><img src="map.png" alt="A map"/></p>',
    )


def test_tracker_in_noscript_is_nothing() -> None:
    body = '<p>a<img src="flood.jpg" alt="Water"/></p>'
    check_transformed(images, body + '<noscript><img width="1" height="1" src="//t.example/x"/></noscript>', body)


def test_words_of_a_noscript_stay_unless_they_are_about_scripts() -> None:
    check_transformed(images, "<noscript><p>The tide table</p></noscript>", "<p>The tide table</p>")
    check_transformed(images, "<p>a</p><noscript>Please enable JavaScript</noscript>", "<p>a</p>")


def test_blurred_preview_empty_place_and_picture_are_one() -> None:
    result, _ = run_pass(
        images,
        '<figure><div><img src="/max/60/river7.png?q=20"/></div><img width="900" height="400"/>'
        '<noscript><img src="/max/1800/river7.png" alt="The river"/></noscript></figure>',
    )
    assert result.count("<img") == 1
    assert "/max/1800/river7.png" in result and 'alt="The river"' in result


def test_copy_for_another_width_goes_and_its_words_stay() -> None:
    result, _ = run_pass(
        images, '<figure><img src="flood42-300x200.jpg"/><img src="flood42-1200x800.jpg" alt="High water"/></figure>'
    )
    assert result == '<figure><img src="flood42-1200x800.jpg" alt="High water"/></figure>'


def test_copies_side_by_side_in_other_shapes_are_one() -> None:
    copies = "".join(f'<img src="dot.gif" data-src="/ar/{shape}/flood2021.jpg"/>' for shape in ("16-9", "4-3", "1-1"))
    result, _ = run_pass(images, f"<div>{copies}</div>")
    assert result == '<div><img src="dot.gif" data-src="/ar/16-9/flood2021.jpg"/></div>'


@pytest.mark.parametrize(
    "body",
    [
        '<p><img src="star2021.png"/><img src="star2021.png"/><img src="star2021.png"/></p>',
        '<p><img src="/a/flood2021.jpg" alt="In the morning"/><img src="/b/flood2021.jpg" alt="At noon"/></p>',
        '<p><img src="/a/flood2021.jpg"/> and <img src="/b/flood2021.jpg"/></p>',
        '<p><img src="flood2021.jpg"/><img src="flood2022.jpg"/></p>',
    ],
)
def test_pictures_that_are_meant_twice_stay(body: str) -> None:
    check_noop(images, body)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<p><img src="t.gif" style="background-image:url(\'a.png\')" alt="A"/></p>',
            '<p><img src="t.gif" alt="A" data-src="a.png"/></p>',
        ),
        ('<p><amp-img src="a.png" alt="A"></amp-img></p>', '<p><img src="a.png" alt="A"/></p>'),
        (
            '<p><amp-img src="a.png"><noscript><img src="a.png" alt="A"/></noscript></amp-img>tail</p>',
            '<p><img src="a.png" alt="A"/>tail</p>',
        ),
        ('<p><object data="a.png">A map</object></p>', '<p><img src="a.png" alt="A map"/></p>'),
        (
            '<p><object data="x" type="image/svg+xml"><img src="a.png" alt="A"/></object></p>',
            '<p><img src="x" alt="A"/></p>',
        ),
        ('<p><embed src="a.svg"/> b</p>', '<p><img src="a.svg"/> b</p>'),
        (
            '<div role="img" aria-label="A map" style="width:1px;background-image: url(\'a.png\')"></div>',
            '<div><img src="a.png" alt="A map"/></div>',
        ),
        (
            '<figure><div style="background:url(a.png)"></div></figure>',
            '<figure><div><img src="a.png"/></div></figure>',
        ),
        ('<div class="lazy-image" data-src="a.png"></div>', '<div class="lazy-image"><img src="a.png"/></div>'),
        (
            '<picture><source srcset="a.png"/></picture>',
            '<picture><source srcset="a.png"/><img alt=""/></picture>',
        ),
    ],
)
def test_picture_in_other_clothes_becomes_an_image(before: str, after: str) -> None:
    check_transformed(images, before, after)
