"""The page list: where each page of the printed originals begins, and what the numbers are those of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ebook.markup import Element
from ebook.model import Chapter, Meta, NavPoint
from ebook.passes.page_marks import ROLE
from ebook.words import say

NO_SOURCE = "none"
"""`pageBreakSource` of numbers that no source is known of (EPUB 3.4 §D.5)."""


def page_list(
    trees: Sequence[Element], names: Sequence[str], chapters: Sequence[Chapter], language: str
) -> tuple[NavPoint, ...]:
    """Every page mark in reading order; equal numbers of two articles are told apart by the articles' titles."""
    found = [
        (mark.get("aria-label", ""), f"{name}#{mark.get('id')}", chapter.metadata)
        for tree, name, chapter in zip(trees, names, chapters, strict=True)
        for mark in _marks(tree)
    ]
    labels = Counter(label for label, _ in dict.fromkeys((label, m.title) for label, _, m in found))
    return tuple(
        NavPoint(title=label, href=href)
        if labels[label] == 1
        else NavPoint(
            title=say("description-page-in", language, page=label, title=metadata.title),
            href=href,
            language=metadata.language,
        )
        for label, href, metadata in found
    )


def page_source(trees: Sequence[Element], chapters: Sequence[Chapter]) -> tuple[Meta, ...]:
    """What the page numbers are those of: the addresses of the articles that have any, or that it is not known."""
    marked = [c.metadata.url for t, c in zip(trees, chapters, strict=True) if next(_marks(t), None) is not None]
    sources = list(dict.fromkeys(url for url in marked if url)) or [NO_SOURCE]
    return tuple(Meta(property="pageBreakSource", value=source) for source in sources) if marked else ()


def _marks(tree: Element) -> Iterator[Element]:
    """The page marks of a chapter; one that lost its id to another gets one."""
    taken = {e.get("id") for e in tree.iter() if e.get("id")}
    for number, mark in enumerate([e for e in tree.iter("span", "div") if e.get("role") == ROLE], 1):
        if not mark.get("id"):
            mark.set("id", next(n for k in range(len(taken) + 1) if (n := f"page-mark-{number + k}") not in taken))
            taken.add(mark.get("id"))
        yield mark
