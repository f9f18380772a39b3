"""The marks that earlier stages leave on a term: what it means, and how sure we are. The book has none of them."""

from __future__ import annotations

from collections.abc import Container

from ebook.markup import MEANING, SCORE, Element, closest, elements, text_of, unwrap_all

PLACED = "data-placed"
"""On an element that has its id from us."""


def settle(tree: Element, threshold: float) -> None:
    """Take off the marks that we are not sure enough of; the words stay."""
    unsure: list[Element] = []
    for element in elements(tree, "dfn", "abbr"):
        if score_of(element) < threshold:
            unsure += [element, *element.iter("abbr")]
    unwrap_all(tree, unsure)


def is_ours(element: Element) -> bool:
    """Whether a mark is ours; an author's own stays as the author wrote it."""
    around = closest(element, "dfn")
    return element.get(SCORE) is not None or (around is not None and around.get(SCORE) is not None)


def spelt_out(tree: Element) -> dict[str, set[str]]:
    """The short forms that a chapter writes out beside them, with the words, whether we are sure of them or not."""
    found: dict[str, set[str]] = {}
    for short in tree.iter("abbr"):
        if short.get("title") and is_ours(short):
            found.setdefault(text_of(short), set()).add(short.get("title", ""))
    return found


def forget(tree: Element, led_to: Container[str] = ()) -> None:
    """Take our own attributes off; the terms stay marked. Of the ids that we gave those stay that links lead to."""
    for element in tree.iter():
        if PLACED in element.attrib and element.get("id", "") not in led_to:
            del element.attrib["id"]
        for name in (MEANING, SCORE, PLACED):
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
