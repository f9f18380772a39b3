"""What is known of every picture, and how its words are judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from ebook.inventory import REPEATED_LOGO, Picture, inventory
from tests.books import chapter_of_file, page, picture


def pictures_of(folder: Path, *bodies: str, **files: bytes) -> tuple[Picture, ...]:
    """The pictures of pages with these bodies; `map_png` is the file map.png, which is always there."""
    for name, data in {"map_png": picture(), **files}.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    chapters = []
    for number, body in enumerate(bodies, 1):
        path = folder / f"{number}.html"
        path.write_text(page(body), encoding="utf-8")
        chapters.append(chapter_of_file(path))
    return inventory(chapters)


@pytest.mark.parametrize(
    ("markup", "state", "alt"),
    [
        ('<p><img src="map.png" alt="The delta from above"></p>', "described", "The delta from above"),
        ('<p>In line <img src="map.png" alt=""> here.</p>', "decorative", ""),
        ('<p><img src="map.png" role="presentation"></p>', "decorative", ""),
        ('<p><img src="map.png"></p>', "missing", ""),
        ('<figure><img src="map.png" alt=""><figcaption>The delta</figcaption></figure>', "missing", ""),
        ('<p><img src="map.png" alt="map.png"></p>', "poor", "map.png"),
        ('<p><img src="map.png" alt="DSC_0042.jpg"></p>', "poor", "DSC_0042.jpg"),
        ('<p><img src="map.png" alt="image"></p>', "poor", "image"),
        ('<figure><img src="map.png" alt="Delta"><figcaption>Delta</figcaption></figure>', "poor", "Delta"),
        ('<p><img src="map.png" alt="The night of the flood"></p>', "poor", "The night of the flood"),
    ],
)
def test_every_picture_is_judged(tmp_path: Path, markup: str, state: str, alt: str) -> None:
    (found,) = pictures_of(tmp_path, markup)
    assert (found.state, found.alt) == (state, alt)
    assert bool(found.reason) == (state == "poor")


def test_a_picture_has_its_caption_and_the_sentences_around_it(tmp_path: Path) -> None:
    (found,) = pictures_of(
        tmp_path,
        "<p>First it rained. Then the river came up.</p>"
        '<figure><img src="map.png"><figcaption>The town, 1901. Photo: A. Lee</figcaption></figure>'
        "<p>By noon it fell. People went home.</p>",
    )
    assert found.before == "Then the river came up."
    assert found.after == "By noon it fell."
    assert found.caption.startswith("The town, 1901.")
    assert found.context == "Then the river came up. […] By noon it fell."


def test_the_hash_is_that_of_the_bytes_and_not_of_the_name(tmp_path: Path) -> None:
    other = picture(colour="navy")
    found = pictures_of(
        tmp_path,
        '<p><img src="map.png"></p><p>Between.</p><p><img src="b.png"></p><p>Then.</p><p><img src="c.png"></p>',
        b_png=picture(),
        c_png=other,
    )
    hashes = [p.hash for p in found]
    assert hashes[0] == hashes[1] != hashes[2]
    assert all(len(h) == 32 for h in hashes)


def test_a_logo_again_and_again_is_decoration_but_not_once_or_with_a_caption(tmp_path: Path) -> None:
    data = picture()
    body = '<p>One.</p><p><img src="{}"></p><p>Two.</p>'
    twice = pictures_of(tmp_path, body.format("site-logo.png"), body.format("site-logo.png"), **{"site-logo_png": data})
    assert [(p.state, p.reason) for p in twice] == [("decorative", REPEATED_LOGO)] * 2
    once = pictures_of(tmp_path, body.format("site-logo.png"), **{"site-logo_png": data})
    assert [p.state for p in once] == ["missing"]
    other = pictures_of(tmp_path, body.format("map.png"), body.format("map.png"))
    assert [p.state for p in other] == ["missing", "missing"]


def test_a_spacer_is_no_picture_whatever_room_the_page_gives_it(tmp_path: Path) -> None:
    assert pictures_of(tmp_path, '<p><img src="dot.png" width="400"></p>', dot_png=picture(size=(1, 1))) == ()
    (line,) = pictures_of(tmp_path, '<p><img src="dot.png" alt="A hair, enlarged"></p>', dot_png=picture(size=(2, 90)))
    assert line.state == "described"


def test_pictures_that_did_not_come_along_are_not_listed(tmp_path: Path) -> None:
    assert pictures_of(tmp_path, '<p><img src="https://example.org/a.png"></p><p><img src="lost.png"></p>') == ()
