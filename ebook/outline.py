"""What a finished tree declares about itself: title, headings, notes, terms, images.

Passes leave their results in the markup; this is how later stages read them back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ebook.markup import (
    HEADINGS,
    Element,
    inside,
    language_of,
    level_of,
    text_of,
)
from ebook.pictures import is_poor
from ebook.words import WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One heading of a document."""

    level: int
    text: str
    id: str
    language: str = ""


def main_heading(tree: Element) -> Element | None:
    """The first `h1`."""
    return next(tree.iter("h1"), None)


def chapter_header(tree: Element) -> Element | None:
    """The header that holds title, byline and date."""
    return next((h for h in tree.iter("header") if h.find(".//h1") is not None), None)


def headings(tree: Element) -> Iterator[Heading]:
    """The headings in reading order; those of asides and quotations are no part of the outline."""
    for element in tree.iter(*HEADINGS):
        if not inside(element, "aside", "blockquote", "figure", "td", "th", "nav"):
            yield Heading(
                level=level_of(element), text=_said(element), id=element.get("id", ""), language=language_of(element)
            )


def _said(heading: Element) -> str:
    """The words of a heading, those of its pictures where it has none of its own."""
    return text_of(heading) or " ".join(i.get("alt", "") for i in heading.iter("img")).strip()


UNDESCRIBED = frozenset(
    words[key] for words in WORDS.values() for key in ("undescribed-image", "description-in-caption")
)
"""What an image without a description of its own says of itself, in every language."""


def describes(alt: str) -> bool:
    """Whether a text alternative says anything about the image."""
    return bool(alt.strip()) and alt.strip() not in UNDESCRIBED and not is_poor(alt)
