"""The marks that earlier stages leave on a term: what it means, and how sure we are. The book has none of them."""

from __future__ import annotations

from ebook.markup import MEANING, SCORE, Element, closest, elements, unwrap


def settle(tree: Element, threshold: float) -> None:
    """Take off the marks that we are not sure enough of; the words stay."""
    for element in elements(tree, "dfn", "abbr"):
        if score_of(element) < threshold:
            for short in elements(element, "abbr"):
                if short is not element:
                    unwrap(short)
            unwrap(element)


def forget(tree: Element) -> None:
    """Take our own attributes off; the terms stay marked."""
    for element in tree.iter("dfn", "abbr"):
        for name in (MEANING, SCORE):
            if name in element.attrib:
                del element.attrib[name]


def score_of(element: Element) -> float:
    """How sure we are of a mark, 0 to 1; the author's own marks are certain."""
    stated = element.get(SCORE)
    if stated is None and element.tag == "abbr":
        around = closest(element, "dfn")
        stated = around.get(SCORE) if around is not None else None
    try:
        return float(stated) if stated is not None else 1.0
    except ValueError:
        return 1.0
