"""The search key map: from words as readers meet them to entries (EPUB Dictionaries and Glossaries 1.0 §4.3)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from ebook.binding.glossary.entries import Entry
from ebook.binding.glossary.lines import PAGE
from ebook.markup import EPUB, squash, xml_legal
from ebook.model import Resource

NAME = "search-key-map.xml"
MEDIA_TYPE = "application/vnd.epub.search-key-map+xml"


def search_key_map(entries: Sequence[Entry], language: str) -> Resource:
    """The map of a glossary. The values are spellings that the articles use, not what a grammar would allow."""
    groups = "".join(_group(entry) for entry in entries)
    text = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<search-key-map xmlns="{EPUB}" xml:lang="{escape(language)}">\n'
        f"{groups}</search-key-map>\n"
    )
    return Resource(name=NAME, media_type=MEDIA_TYPE, data=text.encode(), properties=("search-key-map", "glossary"))


def _group(entry: Entry) -> str:
    """One entry; the schema of EPUBCheck takes no language here, only on the whole map."""
    forms = sorted((entry.forms | entry.used_forms) - {entry.term})
    values = "".join(f'    <value value="{_value(form)}"/>\n' for form in forms)
    match = f'  <match value="{_value(entry.term)}"'
    match += f">\n{values}  </match>\n" if values else "/>\n"
    return f'<search-key-group href="{PAGE}#{entry.id}">\n{match}</search-key-group>\n'


def _value(text: str) -> str:
    return escape(squash(xml_legal(text)))
