"""Take out the lines that a site, not the author, put between the paragraphs.

    <p>Advertisement</p><p>Share this article</p><p>Previous ArticleNext Article</p>   ->   (gone, and reported)

A listener cannot skip a line before hearing it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.furniture_words import LONGEST, is_button, is_sure
from ebook.markup import HEADINGS, Element, drop, elements, inside, place, text_of, tokens
from ebook.model import Article, Kind
from ebook.passes.furniture_of_text import furniture_of_text
from ebook.rules import Finding, rule

_PERMALINKS = frozenset({"¶", "#", "§", "🔗", "", "∞"})
"""What pages write into the link from a heading to itself."""
_NAMES_PERMALINK = frozenset({"headerlink", "anchorlink", "header-anchor", "permalink"})
"""Names of these links, which captions and terms have as well (Sphinx)."""
PROSE = 40
"""Characters from which a line is a sentence."""


def is_furniture(text: str) -> bool:
    """Whether a whole short line is something sites put around articles."""
    return len(text) <= LONGEST and (is_sure(text) or is_button(text))


def _has_text_below(heading: Element) -> bool:
    """Whether prose follows a heading: then it is the author's, whatever it says."""
    below = heading.getnext()
    return below is not None and below.tag == "p" and len(text_of(below)) >= PROSE


def furniture(tree: Element, article: Article) -> Iterator[Finding]:
    for link in elements(tree, "a"):
        if link.get("href", "").startswith("#") and text_of(link) in _PERMALINKS:
            if inside(link, *HEADINGS) or tokens(link, "class") & _NAMES_PERMALINK:
                drop(link)
    if article.kind is Kind.TEXT:
        yield from furniture_of_text(tree, article)
    elif article.kind is Kind.PAGE:
        yield from _of_page(tree, article)


def _of_page(tree: Element, article: Article) -> Iterator[Finding]:
    for element in elements(tree, "p", "div", "li", "h2", "h3", "h4", "h5", "h6", "span", "a"):
        if element.getparent() is None or inside(element, "blockquote", "pre", "table", "figure", "dl"):
            continue
        if element.tag in ("span", "a") and inside(element, "p", "li", "h1"):
            continue
        text = text_of(element)
        if element.tag in HEADINGS and _has_text_below(element):
            continue
        if element.tag == "li" and not is_sure(text) and not _is_list_of_site(element):
            continue
        if text and is_furniture(text) and next(element.iter("img", "math", "sup"), None) is None:
            yield rule("removed.furniture").at(place(article.source, element), text=text[:80])
            drop(element)


def _is_list_of_site(item: Element) -> bool:
    """Whether the items beside this one are the site's too; an author's list may hold "Save" or "Print"."""
    beside = [e for e in (item.getprevious(), item.getnext()) if e is not None]
    return all(is_furniture(text_of(e)) for e in beside)
