"""Say in the figures of a plain text that their pictures are not there.

    <figure><figcaption>The quay</figcaption></figure>   ->
    <figure><p class="unavailable">Image not included; it has no description.</p>
      <figcaption>The quay</figcaption></figure>

A figure that holds a caption alone leaves a listener to search for what it belongs to; pages whose pictures cannot be
in the book say the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.markup import Element, elements, language_of, new, set_language
from ebook.model import Article, Kind
from ebook.rules import Finding
from ebook.words import say, spoken


def absent_pictures(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.TEXT:
        return
    for figure in elements(tree, "figure"):
        if [child.tag for child in figure] == ["figcaption"]:
            figure.insert(0, _absence(language_of(figure) or article.metadata.language))
    yield from ()


def _absence(language: str) -> Element:
    """The book's own words, in its language or in English."""
    note = new("p", say("undescribed-not-included", language), class_="unavailable")
    if language and spoken(language) != language.split("-")[0].lower():
        set_language(note, spoken(language))
    return note
