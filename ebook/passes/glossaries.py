"""Keep in mind what a page calls its glossary.

    <section role="doc-glossary"><dl>…</dl></section>   ->
    <section role="doc-glossary"><dl class="glossary">…</dl></section>

The book has one glossary with that role; the article's own stays where it is, and its entries are taken over.
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.markup import EPUB_TYPE, Element, elements
from ebook.model import Article
from ebook.rules import Finding

CLASS = "glossary"
_ROLES = frozenset({"doc-glossary", "glossary"})
_STATING = ("role", EPUB_TYPE, "epub:type", "data-epub-type", "class", "data-type")
_HOLDERS = ("dl", "ul", "ol", "table")


def glossaries(tree: Element, article: Article) -> Iterator[Finding]:
    for element in elements(tree, "section", "div", "aside", "article", *_HOLDERS):
        if _says_glossary(element):
            for holder in elements(element, *_HOLDERS):
                holder.set("class", CLASS)
    yield from ()


def _says_glossary(element: Element) -> bool:
    return any(_ROLES & set(str(element.get(name, "")).lower().split()) for name in _STATING)
