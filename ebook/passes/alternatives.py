"""Give pictures the words that a person decided on, before anything judges them.

    <img src="map.png" alt="DSC_0042.jpg">   ->   <img src="map.png" alt="The delta, with its three arms"/>

The picture is known by its bytes, so the words stay with it when the article changes or the file moves.
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.alternatives import UNDESCRIBED
from ebook.markup import DECIDED, STATED, XML_LANG, Element, elements, squash
from ebook.model import Alternative, Article
from ebook.outline import describes
from ebook.pictures import digest, shown
from ebook.rules import Finding


def alternatives(tree: Element, article: Article) -> Iterator[Finding]:
    found = elements(tree, "img")
    for image in found:
        image.attrib.pop(DECIDED, None)  # no page decides for us
    decided = {a.picture: a for a in article.alternatives if a.state}
    if decided:
        held = {image.reference: image for image in article.images}
        for element in found:
            picture = held.get(shown(element, held))
            choice = decided.get(digest(picture.data)) if picture else None
            if choice and not _is_described_otherwise(element, choice):
                _decide(element, choice)
    yield from ()


def _is_described_otherwise(element: Element, choice: Alternative) -> bool:
    """Whether an author described this one of several places of a picture in words that nobody decided about."""
    alt = squash(element.get("alt", ""))
    return choice.places > 1 and describes(alt) and alt != choice.article_alt


def _decide(element: Element, choice: Alternative) -> None:
    if squash(element.get("alt", "")) in UNDESCRIBED:  # they may have been in another language than the article
        for name in ("lang", XML_LANG):
            element.attrib.pop(name, None)
    for name in ("role", STATED):
        element.attrib.pop(name, None)
    element.set("alt", choice.alt)
    if choice.state == "decorative":
        element.set("alt", "")
        element.set("role", "presentation")
    element.set(DECIDED, choice.state)
