"""Images keep or find their source, their description and their caption."""

from __future__ import annotations

import pytest

from ebook.markup import parse, serialise
from ebook.model import Image, Kind
from ebook.passes.figures import figures
from tests.tools import check_finds, check_noop, check_transformed, make_article, run_pass


@pytest.mark.parametrize(
    "body",
    [
        '<figure><img src="map.png" alt="The delta from above"/><figcaption>The delta</figcaption></figure>',
        '<p>Before <img src="map.png" alt="A rising arrow"/> after</p>',
        "<figure><p>A poem</p><figcaption>By hand</figcaption></figure>",
        '<p class="caption">No image near</p>',
    ],
)
def test_described_images_stay(body: str) -> None:
    check_noop(figures, body)


@pytest.mark.parametrize("attributes", ['alt=""', 'alt="" role="presentation"', 'role="none"', 'aria-hidden="true"'])
def test_decorative_image_keeps_its_empty_alt(attributes: str) -> None:
    check_transformed(
        figures,
        f'<p>One <img src="rule.png" {attributes}/> two</p>',
        '<p>One <img src="rule.png" alt="" role="presentation"/> two</p>',
    )


def test_text_after_a_caption_stays() -> None:
    body = '<figure><img src="map.png" alt="The delta"/><figcaption>Low water</figcaption>Photo: Ann Lee</figure>'
    assert "Photo: Ann Lee" in run_pass(figures, body)[0]


def test_words_of_a_second_caption_stay() -> None:
    body = '<figure><img src="map.png" alt="The delta"/><figcaption>One</figcaption>\n<figcaption>Two</figcaption></figure>'
    assert "Two" in run_pass(figures, body)[0]


def test_tracker_in_noscript_does_not_take_the_place_of_the_image_before_it() -> None:
    result, _ = run_pass(
        figures,
        '<figure><img src="flood.jpg" alt="Water on Main Street"/></figure>'
        '<noscript><img height="1" width="1" src="https://tracker.example/tr?id=1"/></noscript>',
    )
    assert 'src="flood.jpg"' in result
    assert "tracker" not in result


@pytest.mark.parametrize(
    "image",
    [
        '<img src="dot.gif" data-src="map.png" alt="A map"/>',
        '<img src="data:image/gif;base64,R0" data-lazy-src="map.png" alt="A map"/>',
        '<img srcset="small.png 300w, map.png 900w" alt="A map"/>',
        '<picture><source srcset="map.png"/><img alt="A map"/></picture>',
        '<img src="data:image/gif;base64,R0" alt="A map"/><noscript><img src="map.png"/></noscript>',
    ],
)
def test_real_source_of_a_lazy_image_is_found(image: str) -> None:
    check_transformed(figures, f"<p>{image}</p>", '<figure><img src="map.png" alt="A map"/></figure>')


def test_source_that_came_along_wins() -> None:
    held = (Image(reference="small.png", data=b"", media_type="image/png"),)
    check_transformed(
        figures,
        '<p>a <img srcset="large.png 900w, small.png 300w" alt="A map"/></p>',
        '<p>a <img src="small.png" alt="A map"/></p>',
        images=held,
    )


def test_image_alone_in_its_paragraph_is_a_figure() -> None:
    check_transformed(
        figures, '<p><img src="map.png" alt="A map"/></p>', '<figure><img src="map.png" alt="A map"/></figure>'
    )


@pytest.mark.parametrize(
    "before",
    [
        '<figure><figcaption>The delta</figcaption><img src="map.png" alt="A map"/></figure>',
    ],
)
def test_caption_belongs_to_its_image(before: str) -> None:
    check_transformed(
        figures, before, '<figure><img src="map.png" alt="A map"/><figcaption>The delta</figcaption></figure>'
    )


@pytest.mark.parametrize("name", ["caption", "wp-caption-text", "image-caption"])
def test_box_of_an_image_and_its_caption_is_a_figure(name: str) -> None:
    check_transformed(
        figures,
        f'<div><p><img src="map.png" alt="A map"/></p><p class="{name}">The delta</p></div>',
        f'<figure><p><img src="map.png" alt="A map"/></p><figcaption class="{name}">The delta</figcaption></figure>',
    )


def test_caption_paragraph_after_an_image_becomes_its_caption() -> None:
    result, _ = run_pass(figures, '<p><img src="dot.gif" data-src="map.png"/></p><p class="caption">The delta</p>')
    assert result.startswith('<figure><img src="map.png" alt="Undescribed image"/><figcaption')
    assert result.endswith(">The delta</figcaption></figure>")


def test_link_to_a_larger_version_goes_and_a_real_link_stays() -> None:
    check_transformed(
        figures,
        '<p>a <a href="map-large.png"><img src="map.png" alt="A map"/></a></p>'
        '<p>b <a href="atlas.html"><img src="map.png" alt="A map"/></a></p>',
        '<p>a <img src="map.png" alt="A map"/></p><p>b <a href="atlas.html"><img src="map.png" alt="A map"/></a></p>',
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Undescribed image"), ("fr", "Image sans description"), ("de-AT", "Bild ohne Beschreibung")],
)
def test_undescribed_image_says_so_in_the_language_of_the_text(language: str, words: str) -> None:
    article = make_article('<p>a <img src="map.png"/></p>')
    tree = parse(article.body)
    tree.set("lang", language)
    found = list(figures(tree, article))
    assert [f.rule for f in found] == ["alt.missing"]
    assert f'alt="{words}"' in serialise(tree)


@pytest.mark.parametrize("alt", ["IMG_1234.jpg", "image", "Photo", "https://example.org/a", "0123456789abcdef01"])
def test_file_names_and_empty_words_are_reported(alt: str) -> None:
    check_finds(figures, f'<p>a <img src="map.png" alt="{alt}"/></p>', "alt.poor")


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<p>a <img src="map.png"/></p>', "alt.missing"),
        ('<figure><img src="map.png" alt=""/><figcaption>The delta</figcaption></figure>', "alt.missing"),
        (
            '<figure><img src="map.png" alt="The delta"/><figcaption>The delta</figcaption></figure>',
            "alt.caption-repeated",
        ),
        ('<p>a <img alt="The delta"/></p>', "image.missing"),
        ('<p>a <img src="https://example.org/p.gif" width="1" height="1"/></p>', "removed.decoration"),
    ],
)
def test_what_an_editor_must_know_is_reported(body: str, rule: str) -> None:
    check_finds(figures, body, rule)


def test_markdown_image_without_words_is_undescribed_and_no_decoration() -> None:
    found = check_finds(figures, '<p><img src="a.png" alt=""/></p>', "alt.missing", kind=Kind.MARKDOWN)
    assert "a.png" in found[0].message
