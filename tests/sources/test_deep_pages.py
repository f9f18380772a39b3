"""Pages nested deeper than the parser follows are flattened: their words and what they say of themselves stay."""

from __future__ import annotations

from ebook import sources
from ebook.markup import parse, text_of

LINKED = '<script type="application/ld+json">{"@type": "Article", "author": {"name": "Ines Halloran"}}</script>'


def deep(body: str, *, depth: int = 3000) -> str:
    inside = "<div>" * depth + body + "</div>" * depth
    return f"<html><head><title>River notes</title>{LINKED}<style>p {{ margin: 0 }}</style></head><body>{inside}</body></html>"


def test_words_of_a_deep_page_are_kept_and_nothing_else():
    article = sources.from_text(deep("<p>The river <b>rose</b> &amp; fell.<!-- a remark --></p>"), "a.html")
    assert text_of(parse(article.body)) == "The river rose & fell."


def test_linked_data_of_a_deep_page_is_read():
    metadata = sources.from_text(deep("<p>The river rose.</p>"), "a.html").metadata
    assert (metadata.title, metadata.authors) == ("River notes", ("Ines Halloran",))


def test_ruby_of_a_deep_page_keeps_its_words():
    body = sources.from_text(deep("<p>The <ruby>川<rt>kawa</rt></ruby> rose.</p>"), "a.html").body
    assert "kawa" in body
