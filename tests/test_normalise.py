"""The normaliser as a whole: what it made once stays as it is."""

from __future__ import annotations

from tests.tools import chapter_of

PAGE = "<html lang=en><body><article><h1>High water</h1><p>One.</p><img src=a.png alt=Map><p><i>A map</i></p></article></body></html>"


def test_chapter_is_left_as_it_is() -> None:
    once = chapter_of(PAGE).xhtml
    assert chapter_of(once).xhtml == once


def test_chapter_with_something_foreign_in_it_goes_through_every_pass() -> None:
    once = chapter_of(PAGE).xhtml
    changed = chapter_of(once.replace("<p>One.</p>", "<p>One.</p><script>x</script><ul>two</ul><img src='b.png'>"))
    assert "<ul><li>two</li></ul>" in changed.xhtml
    assert "<script" not in changed.xhtml


def test_chapter_with_a_table_of_headers_alone_is_known_as_finished() -> None:
    rows = "<table><thead><tr><th>Gauge</th><th>Level</th></tr></thead><tbody></tbody></table>"
    text = f"<html lang=en><body><h1>The gauge</h1><p>By Ines Halloran</p><p>Written by Ines Halloran, who reads the gauge every morning at six.</p>{rows}</body></html>"
    first = chapter_of(text)
    assert "<thead>" in first.xhtml
    assert chapter_of(first.xhtml).xhtml == first.xhtml
