"""The page of the glossary.

Markup as DAISY and DPUB-ARIA ask: a `section` with `doc-glossary`, plain `dl`s in it. A long one has a heading for
every letter, and links to the letters at its start, unless an editor chose another order.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from ebook.binding.glossary.entries import Entry
from ebook.binding.glossary.lines import PAGE, lines
from ebook.binding.glossary.sorting import letter_of
from ebook.markup import Element, new
from ebook.words import say

__all__ = ["LONG", "PAGE", "glossary_body"]
LONG = 20
"""Entries from which on there is a heading for every letter."""


def glossary_body(entries: Sequence[Entry], language: str) -> Element:
    """The body of the glossary page."""
    section = new(
        "section",
        new("h1", say("glossary", language), id="title"),
        epub_type="glossary",
        role="doc-glossary",
        aria_labelledby="title",
    )
    groups = [(k, list(g)) for k, g in groupby(entries, key=lambda e: letter_of(e.term, language))]
    is_by_letter = len({letter for letter, _ in groups}) == len(groups)
    if len(entries) < LONG or not is_by_letter:
        section.append(_list(entries, language))
        return new("body", "\n", new("main", section))
    headings: dict[str, str] = {}
    for letter, group in groups:
        identifier = f"letter-{len(headings) + 1}"
        name = letter or say("signs-and-numbers", language)
        headings[identifier] = name
        part = new("section", "\n", new("h2", name, id=identifier), "\n", _list(group, language))
        part.tail = "\n"
        section.append(part)
    section.insert(1, _letters(headings, language))
    return new("body", "\n", new("main", section))


def _list(entries: Sequence[Entry], language: str) -> Element:
    holder = new("dl")
    for entry in entries:
        for line in lines(entry, language):
            line.tail = "\n"
            holder.append(line)
    return holder


def _letters(headings: dict[str, str], language: str) -> Element:
    """Links to the letters, as a list in a landmark of its own: it can be passed over in one step."""
    index = new("ul", "\n", class_="letters")
    for identifier, name in headings.items():
        item = new("li", new("a", name, href=f"#{identifier}"))
        item.tail = "\n"
        index.append(item)
    whole = new("nav", index, aria_label=say("by-letter", language))
    whole.tail = "\n"
    return whole
