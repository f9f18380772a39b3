"""Reads a saved page: the whole body and what the page says of itself; which part is article is decided later."""

from __future__ import annotations

from ebook.errors import UnreadableInput
from ebook.markup import raw_text
from ebook.model import Article, Kind
from ebook.sources.base import base_of, resolve_links
from ebook.sources.hidden import reveal
from ebook.sources.html import body_text, parse_page
from ebook.sources.metadata import contradictions, read_metadata


def read_page(text: str, source: str, *, url: str = "") -> Article:
    """The article of a page; raises `UnreadableInput` where it has no text at all."""
    page = parse_page(text)
    reading = read_metadata(page, url)
    revealed = reveal(page, source)
    address = reading.metadata.url
    base = base_of(page, address)
    if base:
        resolve_links(page, base, address)
    body = body_text(page)
    if "<img" not in body and not raw_text(page).strip():
        raise UnreadableInput(f"{source} has no readable text", hint="Save the page as it shows in a browser")
    return Article(
        source=source,
        kind=Kind.PAGE,
        body=body,
        base=base,
        metadata=reading.metadata,
        findings=(*contradictions(reading, source), *revealed),
    )
