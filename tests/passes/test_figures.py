"""Images keep or find their source, their description and their caption."""

from __future__ import annotations

from dataclasses import replace

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


@pytest.mark.parametrize(
    "image",
    [
        '<img src="dot.gif" data-src="map.png" alt="A map"/>',
        '<img src="data:image/gif;base64,R0" data-lazy-src="map.png" alt="A map"/>',
        '<img srcset="small.png 300w, map.png 900w" alt="A map"/>',
        '<picture><source srcset="map.png"/><img alt="A map"/></picture>',
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


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<p>a <a href="map-large.png"><img src="map.png" alt="A map"/></a></p>',
            '<p>a <img src="map.png" alt="A map"/></p>',
        ),
        (
            '<p>b <a href="atlas.html"><img src="map.png" alt="A map"/></a></p>',
            '<p>b <a href="atlas.html"><img src="map.png" alt="A map"/></a></p>',
        ),
    ],
)
def test_link_to_a_larger_version_goes_and_a_real_link_stays(before: str, after: str) -> None:
    check_transformed(figures, before, after)


def test_larger_version_that_came_along_is_taken() -> None:
    held = tuple(Image(reference=name, data=b"", media_type="image/png") for name in ("map.png", "map-large.png"))
    check_transformed(
        figures,
        '<p>a <a href="map-large.png"><img src="map.png" alt="A map"/></a></p>',
        '<p>a <img src="map-large.png" alt="A map"/></p>',
        images=held,
    )


@pytest.mark.parametrize(
    ("attributes", "alt", "rules"),
    [
        ('alt="" aria-label="A map"', "A map", []),
        ('data-alt="A map"', "A map", []),
        ('title="A map"', "A map", ["alt.inferred"]),
        ('title="IMG_2041.jpg"', "Undescribed image", ["alt.missing"]),
        ('alt="12-IMG_3886.jpg"', "12-IMG_3886.jpg", ["alt.poor"]),
        ('alt="map.png"', "Undescribed image", ["alt.poor"]),
    ],
)
def test_words_for_an_image_are_looked_for_and_the_authors_stay(attributes: str, alt: str, rules: list[str]) -> None:
    result, found = run_pass(figures, f'<p>a <img src="map.png" {attributes}/></p>')
    assert f'alt="{alt}"' in result
    assert [f.rule for f in found] == rules


def test_label_of_a_figure_describes_its_one_image() -> None:
    result, _ = run_pass(figures, '<figure aria-label="A map"><img src="map.png"/></figure>')
    assert 'alt="A map"' in result


def test_emoji_is_its_own_sign() -> None:
    check_transformed(figures, '<p>Well <img class="emoji" src="1.png" alt="🙂"/>!</p>', "<p>Well 🙂!</p>")


@pytest.mark.parametrize(
    "image",
    [
        '<img class="avatar" src="ann.png" alt="Ann" width="80" height="80"/>',
        '<img src="https://secure.gravatar.com/avatar/1?s=96" width="96" alt=""/>',
        '<img src="https://stats.example/g.gif?v=1&amp;x=2&amp;rand=3"/>',
        '<img src="https://stats.example/g.gif?v=1&amp;x=2&amp;rand=3" alt=":)"/>',
        '<img class="icon" src="arrow.png"/>',
    ],
)
def test_faces_and_icons_of_the_site_are_removed_and_reported(image: str) -> None:
    check_finds(figures, f"<p>a {image}</p>", "removed.decoration")


def test_face_in_a_figure_stays() -> None:
    check_noop(figures, '<figure><img src="https://secure.gravatar.com/avatar/1" alt="Ann Lee at work"/></figure>')


def test_picture_at_the_head_that_the_text_shows_again_stands_once() -> None:
    text = "<p>The river rose in the night, and by noon it stood at the window of the mill above the old bridge.</p>"
    lead = '<figure><img src="https://a.example/flood42-1200x800.jpg" alt="Water"/></figure>'
    again = '<figure><img src="https://a.example/flood42.jpg" alt="Water"/><figcaption>Noon</figcaption></figure>'
    findings = check_transformed(
        figures, lead + text + again, lead.replace("</figure>", "<figcaption>Noon</figcaption></figure>") + text
    )
    assert [f.rule for f in findings] == ["removed.repeat"]
    check_noop(figures, text + lead + text + lead)


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


def test_image_in_a_line_that_names_no_file_and_says_nothing_goes_and_is_reported() -> None:
    found = check_transformed(
        figures,
        '<p><a href="a.html"><span><img/></span>River office</a></p>',
        '<p><a href="a.html">River office</a></p>',
    )
    assert [f.rule for f in found] == ["image.missing"]


@pytest.mark.parametrize(
    ("body", "rule", "reason"),
    [
        ('<p>a <img src="map.png" alt="IMG_1234.jpg"/></p>', "alt.poor", "the name of a file"),
        ('<p>a <img src="map.png" alt="Foto: Ann Lee"/></p>', "alt.poor", "only the credit"),
        ('<p>a <img src="river-walk-map.png" alt="River-walk-map"/></p>', "alt.poor", "the name of a file"),
        (
            '<p><a href="/ferry"><img src="a.png" alt="Why the ferry stopped running"/> Why the ferry stopped running</a></p>',
            "alt.poor",
            "the words beside the image again",
        ),
        (
            '<figure><img src="map.png" alt="The old bridge"/><figcaption>The old bridge, 1901</figcaption></figure>',
            "alt.caption-repeated",
            "caption",
        ),
    ],
)
def test_why_words_are_poor_is_said_and_they_stay(body: str, rule: str, reason: str) -> None:
    result, found = run_pass(figures, body)
    assert [f.rule for f in found] == [rule]
    assert reason in found[0].message
    assert "Undescribed" not in result


def test_title_of_the_article_is_no_description() -> None:
    article = make_article('<p>a <img src="map.png" alt="How the river was tamed"/></p>')
    article = replace(article, metadata=replace(article.metadata, title="How the River Was Tamed"))
    found = list(figures(parse(article.body), article))
    assert [f.rule for f in found] == ["alt.poor"] and "title of the article" in found[0].message


def test_separator_that_stands_again_and_again_is_decoration_and_reported() -> None:
    line = '<p>a <img src="divider.png"/></p>'
    result, found = run_pass(figures, line * 3)
    assert [f.rule for f in found] == ["alt.decorative"] * 3
    assert result.count('alt=""') == 3
    assert [f.rule for f in run_pass(figures, line * 2)[1]] == ["alt.missing"] * 2


def test_tooltip_that_only_credits_is_no_description() -> None:
    result, found = run_pass(figures, '<p>a <img src="map.png" title="Photo: Ann Lee"/></p>')
    assert [f.rule for f in found] == ["alt.missing"]
    assert "Undescribed image" in result


def test_markdown_image_without_words_is_undescribed_and_no_decoration() -> None:
    found = check_finds(figures, '<p><img src="a.png" alt=""/></p>', "alt.missing", kind=Kind.MARKDOWN)
    assert "a.png" in found[0].message


def test_list_of_one_figure_is_the_figure() -> None:
    figure = '<figure><img src="{0}.png" alt="Picture of {0}"/><figcaption>View {0}</figcaption></figure>'
    one, two = figure.format("rain"), figure.format("wind")
    check_transformed(figures, f"<ul><li><div>{one}</div></li></ul>a", f"{one}a")
    check_noop(figures, f"<ul><li>{one}</li><li>{two}</li></ul>")
    check_noop(figures, f"<ul><li>Words {two}</li></ul>")


def test_picture_without_size_goes() -> None:
    check_transformed(
        figures, '<p>Text <img src="https://count.example/ck" style="height:0px; width:0px"/></p>', "<p>Text </p>"
    )


def test_name_of_a_file_is_no_heading() -> None:
    found = check_finds(
        figures, '<figure><h2>river-1160x768.jpg</h2><img src="a.jpg" alt="A river"/></figure>', "removed.furniture"
    )
    assert "river-1160x768.jpg" in found[0].message


def test_heading_that_speaks_of_a_file_stays() -> None:
    check_noop(figures, "<h2>How to read a.jpg</h2>")


def test_picture_that_opens_in_full_size_is_no_decoration() -> None:
    check_transformed(
        figures,
        '<p><a href="https://a.example/flood.jpg"><img src="flood-300x200.jpg" alt=""/></a></p>',
        '<figure><img src="flood-300x200.jpg" alt="Undescribed image"/></figure>',
    )
    check_finds(figures, '<p><a href="flood.jpg"><img src="flood-s.jpg" alt=""/></a></p>', "alt.missing")


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("The market square on Monday", "The market square on Monday."),
        ("the market square, on monday", "The Market Square on Monday"),
        ("The market square on Monday", "The market square on Monday (Photo: Ines Halloran)"),
    ],
)
def test_caption_as_alt_is_seen_whatever_its_signs_and_maker(alt: str, caption: str) -> None:
    _, found = run_pass(figures, f'<figure><img src="a.png" alt="{alt}"/><figcaption>{caption}</figcaption></figure>')
    assert [f.rule for f in found] == ["alt.caption-repeated"]


def test_description_that_a_caption_goes_on_from_is_one() -> None:
    _, found = run_pass(
        figures,
        '<figure><img src="a.png" alt="The market square"/><figcaption>The market square under water on Monday</figcaption></figure>',
    )
    assert found == []
