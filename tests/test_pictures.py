"""Addresses of pictures are found wherever a page hides them, best first."""

from __future__ import annotations

import pytest
from lxml import etree

from ebook.pictures import candidates, from_set, is_placeholder, is_poor, larger_version, picture_key


def image(markup: str) -> etree._Element:
    return next(etree.fromstring(f"<body>{markup}</body>").iter("img"))


@pytest.mark.parametrize(
    ("markup", "best"),
    [
        ('<img src="map.png"/>', "map.png"),
        ('<img src="small.png" srcset="small.png 300w, map.png 900w"/>', "map.png"),
        ('<img src="small.png" srcset="small.png 1x, map.png 2x"/>', "map.png"),
        ('<img src="small.png" srcset="small.png 1x,map.png 2x"/>', "map.png"),
        ('<img srcset="/w_300,h_200/map.png 300w, /w_900,h_600/map.png 900w"/>', "/w_900,h_600/map.png"),
        ('<img srcset="https://a.example/s.png,https://a.example/map.png"/>', "https://a.example/s.png"),
        ('<img srcset="map.png 1200w, huge.png 6000w"/>', "map.png"),
        ('<img src="dot.gif" data-srcset="map.png"/>', "map.png"),
        ('<img src="loading.gif" data-original="map.png"/>', "map.png"),
        ('<img src="lazy_placeholder.gif" nitro-lazy-src="map.png"/>', "map.png"),
        ('<img src="t.gif" nitro-lazy-srcset="small.png 300w, map.png 900w"/>', "map.png"),
        ('<img src="placeholder.60f9b1840c.svg" data-orig-src="map.png"/>', "map.png"),
        ('<img src="/img/anim_loading_sm.gif" data-opt-src="map.png"/>', "map.png"),
        ('<img src="lazy-loading-14x9.png" data-hi-res-src="map.png"/>', "map.png"),
        ('<img src="data:image/gif;base64,R0" data-settings=\'{"a": [{"file": "map.png"}]}\'/>', "map.png"),
        ('<img src="data:image/gif;base64,R0" data-whatever="map.png?v=2"/>', "map.png?v=2"),
        ('<picture><source srcset="wide.png" media="(min-width: 900px)"/><img src="map.png"/></picture>', "wide.png"),
        (
            '<picture><source type="image/avif" srcset="m.avif 900w"/><source srcset="m.jpg 900w"/>'
            '<img src="s.jpg"/></picture>',
            "m.jpg",
        ),
    ],
)
def test_best_address_comes_first(markup: str, best: str) -> None:
    assert candidates(image(markup))[0] == best


@pytest.mark.parametrize("markup", ['<img alt="x"/>', '<img src=""/>', '<img data-settings="{broken"/>'])
def test_image_without_an_address_has_none(markup: str) -> None:
    assert candidates(image(markup)) == []


@pytest.mark.parametrize("value", ["", ",", ", ,", "a.png 1x 2x,,b.png", "a.png x", "a.png 1" + "0" * 99 + "w"])
def test_broken_sets_are_read_as_far_as_they_go(value: str) -> None:
    assert all(address in ("a.png", "b.png") for address, _ in from_set(value))


def test_link_around_an_image_alone_leads_to_its_larger_version() -> None:
    assert larger_version(image('<a href="big.jpg"><img src="a.png"/></a>')) == "big.jpg"
    assert larger_version(image('<a href="big.jpg">See <img src="a.png"/></a>')) == ""
    assert larger_version(image('<a href="page.html"><img src="a.png"/></a>')) == ""
    assert larger_version(image('<a href="/pin?media=big.jpg"><img src="a.png"/></a>')) == ""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("/2020/flood42-300x200.jpg", "/2020/flood42.jpg", True),
        ("https://cdn.example/max/60/river7.png?q=20", "https://cdn.example/max/1200/river7.png", True),
        ("/a/flood41.jpg", "/a/flood42.jpg", False),
        ("/a/original.jpg", "/b/original.jpg", False),
        ("/a/image.jpg", "/b/image.jpg", False),
    ],
)
def test_two_sizes_of_one_picture_have_a_name_in_common(one: str, other: str, same: bool) -> None:
    assert (bool(picture_key(one)) and picture_key(one) == picture_key(other)) is same


@pytest.mark.parametrize("address", ["/img/blank.gif", "spacer.png", "data:image/gif;base64,R0", "/lazy-load.png?x"])
def test_placeholders_are_known(address: str) -> None:
    assert is_placeholder(address)


@pytest.mark.parametrize("address", ["flood.jpg", "/blanket.png", "/spacesuit.gif", "/loading-dock.jpg"])
def test_pictures_are_no_placeholders(address: str) -> None:
    assert not is_placeholder(address)


def test_poor_words_are_told_from_descriptions() -> None:
    assert is_poor("IMG_2041.jpg") and is_poor("Foto")
    assert not is_poor("Foto: a mill")
