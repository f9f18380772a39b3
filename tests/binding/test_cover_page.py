"""The cover, in every script."""

from __future__ import annotations

import io

import pytest
from lxml import etree
from PIL import Image, ImageColor

from ebook.binding.cover import BAND, HEIGHT, INK, PAPER, WIDTH, draw_cover
from tests.books import font

SVG = "{http://www.w3.org/2000/svg}"


def cover(title: str, subtitle: str = "", names: str = "", language: str = "en"):
    return draw_cover(title, subtitle, names, language, font())


def pixels(resource) -> Image.Image:
    return Image.open(io.BytesIO(resource.data)).convert("RGB")


@pytest.mark.parametrize(
    ("title", "language"), [("The River and the Town", "en"), ("Über den Fluß", "de"), ("L’été à Łódź", "fr")]
)
def test_latin_title_is_a_picture(title, language):
    made = cover(title, "Nine pieces", "Agnes Tillery", language)
    assert (made.name, made.media_type, made.properties) == ("cover.png", "image/png", ("cover-image",))
    assert pixels(made).size == (WIDTH, HEIGHT)


@pytest.mark.parametrize(
    ("title", "language"),
    [("綱をたどる船", "ja"), ("河与小镇", "zh"), ("강과 마을", "ko"), ("Река и город ✿", "ru"), ("नदी और नगर", "hi")],
)
def test_title_beyond_the_font_is_a_drawing_with_its_words(title, language):
    made = cover(title, "副題 <&>", "水城はるか", language)
    assert (made.name, made.media_type) == ("cover.svg", "image/svg+xml")
    root = etree.fromstring(made.data)
    assert root.find(f"{SVG}title").text == title
    assert "".join(t.text for t in root.iter(f"{SVG}text")).replace(" ", "").startswith(title.replace(" ", ""))


def test_arabic_title_starts_at_the_right():
    root = etree.fromstring(cover("مكتبة على ضفة النهر", "", "سلمى قنديل", "ar").data)
    assert root.find(f"{SVG}g").get("direction") == "rtl"
    assert all(float(t.get("x")) > WIDTH / 2 for t in root.iter(f"{SVG}text"))


def test_same_words_give_the_same_cover():
    assert cover("The River", "Nine pieces", "A").data == cover("The River", "Nine pieces", "A").data
    assert cover("The River").data != cover("The Town").data


@pytest.mark.parametrize(
    "title",
    [
        "The River",
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
        "https://courier.example.org/2026/03/14/the-river-rose-in-the-night",
        "A very long title that goes on " * 8,
        "x" * 400,
    ],
)
def test_nothing_runs_off_the_edge_of_the_picture(title):
    image = pixels(
        cover(
            title,
            "And a subtitle that is rather long as well, as subtitles are",
            "Agnes Tillery, Ines Halloran and Tobias Renn",
        )
    )
    paper = tuple(int(PAPER[i : i + 2], 16) for i in (1, 3, 5))
    edge = image.crop((WIDTH - 40, 100, WIDTH, HEIGHT - 440))
    assert {colour for _, colour in edge.getcolors()} == {paper}


@pytest.mark.parametrize("title", ["The River", "A very long title that goes on " * 8])
def test_dark_words_do_not_run_into_the_dark_band(title):
    image = pixels(
        cover(title, "And a subtitle that is rather long as well, as subtitles are, and goes on " * 3, "Agnes Tillery")
    )
    ink = tuple(int(INK[i : i + 2], 16) for i in (1, 3, 5))
    band = image.crop((0, HEIGHT - 415, WIDTH, HEIGHT))
    assert ink not in {colour for _, colour in band.getcolors()}
    assert BAND != INK


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("夜のうちに川の水が増えて、" * 8, "ja"),
        ("مكتبة على ضفة النهر في ليلة الفيضان " * 6, "ar"),
        ("Река и город " * 15, "ru"),
    ],
)
def test_lines_of_a_drawn_cover_stay_on_the_paper(title, language):
    root = etree.fromstring(cover(title, "", "", language).data)
    assert all(float(t.get("y")) <= HEIGHT - 420 for t in root.iter(f"{SVG}text"))


def test_title_full_of_signs_stays_text():
    made = cover("<script>\"&'", "", "", "ja")
    assert made.media_type in ("image/png", "image/svg+xml")
    hostile = etree.fromstring(cover('綱 <b>&amp;</b> "x"', "", "", 'ja"').data)
    assert hostile.find(f"{SVG}title").text == '綱 <b>&amp;</b> "x"'


def test_drawn_cover_has_the_colours_it_was_drawn_in():
    made = cover("The River", "Nine pieces", "Agnes Tillery")
    with Image.open(io.BytesIO(made.data)) as picture:
        assert picture.mode == "P"
        colours = {colour for _, colour in picture.convert("RGB").getcolors()}
    assert {ImageColor.getrgb(each) for each in (PAPER, INK, BAND)} < colours
