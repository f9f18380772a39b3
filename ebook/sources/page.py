"""Reads a saved page: the whole body and what the page says of itself; which part is article is decided later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from ebook.errors import UnreadableInput
from ebook.markup import Element, raw_text, serialise
from ebook.model import Article, Kind
from ebook.sources.base import base_of, resolve_links
from ebook.sources.hidden import reveal
from ebook.sources.html import body_of, parse_page
from ebook.sources.metadata import contradictions, read_metadata

Taking: TypeAlias = Callable[[Element, Article], tuple[Article, bool]]
"""Gives an article the pictures that its tree shows, as `images.take_images` does."""


def read_page(text: str, source: str, *, url: str = "", take: Taking | None = None) -> Article:
    """The article of a page; raises `UnreadableInput` where it has no text at all.

    Pictures are taken while the page is still a tree: to write and parse it once more for them costs a twentieth.
    """
    page = parse_page(text)
    reading = read_metadata(page, url)
    revealed = reveal(page, source)
    address = reading.metadata.url
    base = base_of(page, address)
    if base:
        resolve_links(page, base, address)
    body = body_of(page)
    if next(body.iter("img"), None) is None and not (raw_text(body).strip() or raw_text(page).strip()):
        raise UnreadableInput(f"{source} has no readable text", hint="Save the page as it shows in a browser")
    article = Article(
        source=source,
        kind=Kind.PAGE,
        body="",
        base=base,
        metadata=reading.metadata,
        findings=(*contradictions(reading, source), *revealed),
    )
    if take is not None:
        article, _ = take(body, article)
    return replace(article, body=serialise(body))
