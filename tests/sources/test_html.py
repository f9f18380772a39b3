"""The door of the HTML parser: lines, drawings nobody closed."""

from __future__ import annotations

import pytest

from ebook.sources.html import body_text, parse_page
from tests.tools import chapter_of


def read(fragment: str) -> str:
    return body_text(parse_page(f"<body>{fragment}")).replace(' data-source-line="1"', "")


def test_drawing_keeps_what_is_part_of_it() -> None:
    assert "<p>a</p></foreignobject></svg>" in read("<svg><foreignObject><p>a</p></foreignObject></svg>").lower()


@pytest.mark.parametrize("tag", ["svg", "math"])
def test_text_after_a_drawing_that_nobody_closed_is_kept(tag: str) -> None:
    body = read(f"<{tag}><g>1<p>a</p>b</g>c</{tag}>d")
    assert body.endswith(f"</{tag}><p>a</p>bcd</body>")


def test_page_cannot_state_its_own_lines() -> None:
    page = "<html><body><h1>High water</h1><div data-line='x' data-source-line='y' data-judged=''><p></div>A line.</body></html>"
    assert "A line." in chapter_of(page).xhtml
    assert "data-source-line" not in read("<span data-source-line='x'>a</span>")


def test_void_elements_hold_nothing() -> None:
    picture = '<picture><source srcset="a.avif"/><source srcset="a.webp"/><img src="a.jpg" alt="Boats"/> b</picture> c'
    page = picture.replace('"/><source', '"><source').replace('"/><img', '"><img')
    assert read(page) == f"<body>{picture}</body>"
    assert (
        read("<p>high<wbr>water<wbr><i>mark</i> and</p> on")
        == "<body><p>high<wbr/>water<wbr/><i>mark</i> and</p> on</body>"
    )


def test_image_after_a_source_is_in_the_chapter() -> None:
    page = '<html><body><h1>High water</h1><p>A line.</p><picture><source srcset="a.avif"><img src="a.jpg" alt="Boats"></picture>'
    assert 'alt="Boats"' in chapter_of(page).xhtml
