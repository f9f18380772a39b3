"""The glossary of a book: gathered from the chapters, merged and sorted, linked to and from the text, set as a page."""

from __future__ import annotations

from ebook.binding.glossary.entries import Entry, arrange
from ebook.binding.glossary.gathering import terms_in
from ebook.binding.glossary.making import entries_of, make
from ebook.binding.glossary.marks import forget, settle
from ebook.binding.glossary.merging import merge
from ebook.binding.glossary.page import PAGE, glossary_body
from ebook.binding.glossary.search_keys import search_key_map
from ebook.binding.glossary.sorting import sort_key

__all__ = [
    "PAGE",
    "Entry",
    "arrange",
    "entries_of",
    "forget",
    "glossary_body",
    "make",
    "merge",
    "search_key_map",
    "settle",
    "sort_key",
    "terms_in",
]
