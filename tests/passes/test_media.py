"""Recordings and frames become links; what the site embeds for itself goes."""

from __future__ import annotations

import pytest

from ebook.passes.media import media
from tests.tools import check_noop, check_transformed, run_pass


@pytest.mark.parametrize(
    "body", ["<p>Text</p>", '<figure><img src="a.png" alt="A map"/></figure>', '<p><a href="a.mp4">Film</a></p>']
)
def test_other_content_stays(body: str) -> None:
    check_noop(media, body)


@pytest.mark.parametrize(
    ("element", "link"),
    [
        (
            '<iframe src="https://video.example/embed/1" title="The flood"></iframe>',
            '<a href="https://video.example/embed/1">Video: The flood</a>',
        ),
        (
            '<iframe data-src="//www.youtube.com/embed/1"></iframe>',
            '<a href="https://www.youtube.com/embed/1">Video: youtube.com</a>',
        ),
        (
            '<video><source src="https://example.org/a.mp4"/></video>',
            '<a href="https://example.org/a.mp4">Video: example.org</a>',
        ),
        (
            '<audio src="https://example.org/a.mp3" title="Rain"></audio>',
            '<a href="https://example.org/a.mp3">Audio: Rain</a>',
        ),
        (
            '<iframe src="https://example.org/page" title="Levels"></iframe>',
            '<a href="https://example.org/page">Embedded page: Levels</a>',
        ),
    ],
)
def test_recording_becomes_a_link_that_says_what_it_is(element: str, link: str) -> None:
    found = check_transformed(
        media, f"<p>a</p>{element}<p>b</p>", f'<p>a</p><p class="linked-media">{link}</p><p>b</p>'
    )
    assert [f.rule for f in found] == ["media.linked"]


def test_caption_names_a_recording_without_title() -> None:
    result, _ = run_pass(
        media,
        '<figure><iframe src="https://www.youtube.com/embed/x"></iframe><figcaption>The dam breaks</figcaption></figure>',
    )
    assert "Video: The dam breaks</a>" in result
    assert "<figcaption>The dam breaks</figcaption>" in result


def test_link_speaks_the_language_of_the_text() -> None:
    result, _ = run_pass(media, '<p>Voir</p><iframe src="https://vimeo.com/1" title="La crue"></iframe>', language="fr")
    assert "La crue" in result


def test_address_is_completed_with_that_of_the_page() -> None:
    result, _ = run_pass(media, '<video src="a.mp4" title="Rain"></video>', url="https://example.org/news/river")
    assert 'href="https://example.org/news/a.mp4"' in result


def test_recording_in_a_sentence_leaves_the_sentence_whole() -> None:
    result, _ = run_pass(media, '<p>One <video src="a.mp4" title="Rain"></video> two</p>')
    assert result.startswith("<p>One ") and result.endswith(" two</p>")


def test_transcript_inside_a_recording_stays() -> None:
    result, _ = run_pass(media, '<video src="a.mp4"><p>Transcript: the river rose.</p></video><p>b</p>')
    assert "<p>Transcript: the river rose.</p><p>b</p>" in result


@pytest.mark.parametrize(
    "element",
    [
        '<iframe src="https://www.googletagmanager.com/ns.html"></iframe>',
        '<iframe src="about:blank"></iframe>',
        '<iframe src="https://example.org/video" width="1" height="1"></iframe>',
        "<iframe></iframe>",
    ],
)
def test_frame_of_the_site_goes_and_is_reported(element: str) -> None:
    found = check_transformed(media, f"<div>a{element}b</div>", "<div>ab</div>")
    assert [f.rule for f in found] == ["removed.element"]


def test_fallback_of_an_object_stays() -> None:
    check_transformed(
        media, '<object data="x.swf"><param name="a"/><p>The level was 7 m.</p></object>', "<p>The level was 7 m.</p>"
    )
