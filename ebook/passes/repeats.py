"""Keep each paragraph of a scraped text once.

    <p>As the river rose, …</p> … <p>As the river rose, …</p>   ->   the first of them

Scrapers copy teasers and call-outs into the text; heard twice, they are a mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.markup import Element, drop, elements, place, text_of
from ebook.model import Article, Kind
from ebook.rules import Finding, rule

SHORTEST = 40
"""Characters; a shorter line may well be said twice."""


def repeats(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.TEXT:
        return
    seen: dict[str, Element] = {}
    for element in elements(tree, "p"):
        key = folded(text_of(element))
        if len(key) < SHORTEST:
            continue
        if key in seen:
            yield rule("removed.repeat").at(place(article.source, element), text=text_of(element)[:80])
            drop(element)
        else:
            seen[key] = element


def folded(text: str) -> str:
    """A text for comparison: case, quotes, dashes and spaces do not count."""
    return "".join(c for c in text.casefold() if c.isalnum())
