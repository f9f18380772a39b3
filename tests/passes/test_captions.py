"""Captions come to their pictures, and credits are told from captions."""

from __future__ import annotations

import pytest

from ebook.passes.captions import captions
from tests.tools import check_finds, check_noop, check_transformed, run_pass

IMAGE = '<img src="map.png" alt="A map"/>'


@pytest.mark.parametrize(
    "body",
    [
        f"<figure>{IMAGE}<figcaption>The delta</figcaption></figure>",
        '<p class="caption">No image near</p>',
        f"<p>{IMAGE}</p><p>The river rose in the night.</p>",
        f"<p>{IMAGE}</p><p><em>So</em> it began.</p>",
        f"<p>{IMAGE} beside words</p><p><em>The delta</em></p>",
        f"<figure>{IMAGE}<figcaption>Photo finish at the regatta</figcaption></figure>",
        f"<figure>{IMAGE}<figcaption>The source of the river</figcaption></figure>",
        "<figure><table><tr><td>1</td></tr></table><figcaption>Levels</figcaption></figure>",
        "<figure><blockquote><p>High water</p></blockquote><figcaption>Ann Lee</figcaption></figure>",
        f'<div class="no-caption"><p>{IMAGE}</p><p class="has-caption">Words</p></div>',
        f"<table><tr><td>{IMAGE}</td><td>Gauge</td></tr><tr><td>1</td><td>2</td></tr></table>",
    ],
)
def test_what_is_no_loose_caption_stays(body: str) -> None:
    check_noop(captions, body)


@pytest.mark.parametrize(
    "name",
    ["caption", "wp-caption-text", "image-caption", "image_caption", "photoCaption", "cutline", "media__caption"],
)
def test_box_of_an_image_and_its_caption_is_a_figure(name: str) -> None:
    check_transformed(
        captions,
        f'<div><p>{IMAGE}</p><p class="{name}">The delta</p></div>',
        f'<figure><p>{IMAGE}</p><figcaption class="{name}">The delta</figcaption></figure>',
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f'<p>{IMAGE}</p><p class="caption">The delta</p>',
            f'<figure>{IMAGE}<figcaption class="caption">The delta</figcaption></figure>',
        ),
        (
            f"<figure>{IMAGE}</figure><figcaption>The delta</figcaption>",
            f"<figure>{IMAGE}<figcaption>The delta</figcaption></figure>",
        ),
        (
            f'<dl class="wp-caption"><dt>{IMAGE}</dt><dd class="wp-caption-text">The delta</dd></dl>',
            f'<figure class="wp-caption"><dt>{IMAGE}</dt><figcaption class="wp-caption-text">The delta</figcaption></figure>',
        ),
        (
            '<div><img src="a.png" alt="A" aria-describedby="c1"/><p id="c1">The delta</p></div>',
            '<figure><img src="a.png" alt="A" aria-describedby="c1"/><figcaption id="c1">The delta</figcaption></figure>',
        ),
        (
            f"<table><tr><td>{IMAGE}</td></tr><tr><td>The delta</td></tr></table>",
            f"<figure>{IMAGE}<figcaption>The delta</figcaption></figure>",
        ),
        (
            '<figure><img src="a.png" alt="A map" data-caption="The delta"/></figure>',
            '<figure><img src="a.png" alt="A map"/><figcaption>The delta</figcaption></figure>',
        ),
        (
            '<p><img src="a.png" alt="The delta" data-caption="The delta"/></p>',
            '<p><img src="a.png" alt="The delta"/></p>',
        ),
        (
            f'<ul><li>{IMAGE}<p class="wp-caption-text">The delta</p></li></ul>',
            f'<ul><li><figure>{IMAGE}<figcaption class="wp-caption-text">The delta</figcaption></figure></li></ul>',
        ),
    ],
)
def test_caption_comes_to_its_picture(before: str, after: str) -> None:
    check_transformed(captions, before, after)


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{IMAGE}</p><p><em>The delta</em></p>",
        f"<p>{IMAGE}<br/><em>The delta</em></p>",
        f"<figure>{IMAGE}</figure><p><small>The delta</small></p>",
    ],
)
def test_line_in_italics_below_a_picture_goes_into_its_figure_and_is_reported(body: str) -> None:
    check_finds(captions, body, "caption.guessed")
    result, _ = run_pass(captions, body)
    assert result.startswith("<figure><img") and result.count("<figure>") == 1
    assert "figcaption" not in result and "The delta" in result and "<br" not in result


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The delta. Photo: Ann Lee", "Photo: Ann Lee"),
        ("The delta (Photo by Ann Lee)", "(Photo by Ann Lee)"),
        ("Das Delta. Foto: Anna Lee/dpa", "Foto: Anna Lee/dpa"),
        ("Le delta. Crédit photo : Anne Lee", "Crédit photo : Anne Lee"),
        ("El delta. Fotografía: Ana Lee", "Fotografía: Ana Lee"),
        ("The delta © Ann Lee", "© Ann Lee"),
        ("The delta (Ann Lee/Getty Images)", "(Ann Lee/Getty Images)"),
        ("三角洲 写真：李", "写真：李"),
    ],
)
def test_credit_at_the_end_of_a_caption_is_told_apart(caption: str, credit: str) -> None:
    result, _ = run_pass(captions, f"<figure>{IMAGE}<figcaption>{caption}</figcaption></figure>")
    assert f'<small class="credit">{credit}</small></figcaption>' in result


@pytest.mark.parametrize(
    "name", ["credit", "photo-credit", "image-credit", "copyright", "photographer", "caption-source"]
)
def test_credit_by_class_is_told_apart(name: str) -> None:
    check_transformed(
        captions,
        f'<figure>{IMAGE}<figcaption>The delta<span class="{name}">Ann Lee</span></figcaption></figure>',
        f'<figure>{IMAGE}<figcaption>The delta <small class="credit">Ann Lee</small></figcaption></figure>',
    )


def test_credit_beside_the_caption_stays_in_the_figure() -> None:
    check_transformed(
        captions,
        f'<figure>{IMAGE}<figcaption>The delta</figcaption><span class="photo-credit">Ann Lee</span></figure>',
        f'<figure>{IMAGE}<figcaption>The delta</figcaption><p class="credit">Ann Lee</p></figure>',
    )


def test_words_after_a_caption_stay_after_its_figure() -> None:
    result, _ = run_pass(captions, f"<figure>{IMAGE}</figure><figcaption>One</figcaption>Two")
    assert result.endswith("<figcaption>One</figcaption></figure>Two")
