"""What the text points at by colour or place alone: who cannot see it does not know what is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ebook.checks.naming import body_of
from ebook.colour_words import BY_COLOUR, PLACES
from ebook.markup import BLOCKS, Element, inside, language_of, text_of
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule

_SEEN = ("table", "img", "svg", "figure", "form", "input", "ul", "ol", "dl")
"""Where none of these is, nothing can be pointed at."""
_LEAVES = ("p", "li", "dd", "td", "th", "figcaption", "caption", "blockquote", "div", "label")


_PLACES: Mapping[str, re.Pattern[str]] = {language: re.compile(text, re.I) for language, text in PLACES.items()}


def check_colours(book: Opened) -> Iterator[Finding]:
    """Colour and place as the only sign (WCAG 1.4.1, 1.3.3)."""
    for path, tree in book.chapters():
        body = body_of(tree)
        if next(body.iter(*_SEEN), None) is None:
            continue
        for block in body.iter(*_LEAVES):
            if any(e.tag in BLOCKS for e in block.iterdescendants("*")) or inside(block, "pre", "nav"):
                continue
            yield from _block(path, block)


def _block(path: str, block: Element) -> Iterator[Finding]:
    language = language_of(block).split("-")[0].lower()
    text = text_of(block)
    for rule_id, patterns in (("book.colour-alone", BY_COLOUR), ("book.place-alone", _PLACES)):
        match = patterns[language].search(text) if language in patterns else None
        if match is not None:
            yield rule(rule_id).at(place_in(path, block), text=match[0])
