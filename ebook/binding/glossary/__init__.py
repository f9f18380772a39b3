"""The glossary of a book: gathered from the chapters, merged and sorted, linked to and from the text, set as a page."""

from __future__ import annotations

from ebook.binding.glossary.decisions import decide
from ebook.binding.glossary.entries import Entry, merge
from ebook.binding.glossary.gathering import gathered, terms_in
from ebook.binding.glossary.linking import link_uses
from ebook.binding.glossary.page import PAGE, glossary_body
from ebook.binding.glossary.sorting import sort_key

__all__ = ["PAGE", "Entry", "decide", "gathered", "glossary_body", "link_uses", "merge", "sort_key", "terms_in"]
