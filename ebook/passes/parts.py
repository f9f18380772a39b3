"""Mark the language and direction of passages that differ from the text around them.

    <i lang="fr_FR">bonjour</i>   ->   <i lang="fr-FR" xml:lang="fr-FR">bonjour</i>

What the author marked is kept when it is a real tag (WCAG 3.1.2); direction follows from it or from the letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.languages import direction_of, standard_tag, text_direction
from ebook.markup import XML_LANG, Element, elements, language_of, place, raw_text, set_language, text_of, unwrap
from ebook.model import Article
from ebook.rules import Finding, rule

_BLOCKS = tuple("p li blockquote h2 h3 h4 h5 h6 td th figcaption caption dd dt summary".split())
"""What gets its direction from its letters."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Letters written from right to left (Unicode blocks)."""


def parts(tree: Element, article: Article) -> Iterator[Finding]:
    for element in elements(tree):
        if element is tree:
            continue
        stated = element.get("lang") or element.get(XML_LANG)
        if stated is not None:
            yield from _language(element, stated, article)
    around = direction_of(language_of(tree))
    mixed = around == "rtl" or _RIGHT_TO_LEFT.search(raw_text(tree)) is not None
    for element in elements(tree, *_BLOCKS, "span", "i", "em", "q", "cite"):
        if (
            element.get("dir") is None
            and element.get("lang")
            and direction_of(element.get("lang", "")) != _direction(element, around)
        ):
            element.set("dir", direction_of(element.get("lang", "")))
        elif mixed and element.get("dir") is None and element.tag in _BLOCKS:
            letters = text_direction(text_of(element))
            if letters and letters != _direction(element, around):
                element.set("dir", letters)


def _language(element: Element, stated: str, article: Article) -> Iterator[Finding]:
    tag = standard_tag(stated)
    around = element.getparent()
    if tag == stated == element.get("lang") == element.get(XML_LANG) and (around is None or language_of(around) != tag):
        return
    element.attrib.pop("lang", None)
    element.attrib.pop(XML_LANG, None)
    if not tag:
        yield rule("language.invalid").at(place(article.source, element), tag=stated)
    elif tag != language_of(element):
        set_language(element, tag)
    if element.tag == "span" and not element.attrib:
        unwrap(element)


def _direction(element: Element, default: str) -> str:
    return next((d for a in element.iterancestors() if (d := a.get("dir"))), default)
