"""Extended descriptions: charts and maps have one, and it is where it can be read at leisure."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.checks.images import CHART
from ebook.checks.naming import DECORATION, Ids, ids_of, is_hidden
from ebook.markup import BLOCKS, Element, closest, raw_text, text_of
from ebook.opened import Opened, is_outside, place_in
from ebook.rules import Finding, rule

DESCRIBED = 40
"""Words of an alternative that tells what a chart shows."""
FLAT = 40
"""Words that may be read in one go."""


def check_descriptions(book: Opened) -> Iterator[Finding]:
    """Long descriptions of pictures (WCAG 1.1.1)."""
    for path, tree in book.documents.items():
        ids = ids_of(tree)
        for image in tree.iter("img", "svg"):
            if is_hidden(image) or image.get("role") in DECORATION:
                continue
            yield from _described(path, image, ids)
            yield from _chart(path, image)


def _described(path: str, image: Element, ids: Ids) -> Iterator[Finding]:
    where = place_in(path, image)
    texts = [ids[i] for i in image.get("aria-describedby", "").split() if i in ids]
    long = sum(len(raw_text(t).split()) for t in texts) > FLAT
    built = any(e.tag in BLOCKS and e.tag != "p" for t in texts for e in t.iterdescendants("*"))
    if long or built:
        yield rule("book.description-flattened").at(where)
    if image.get("longdesc"):
        yield rule("book.description-old").at(where, what="longdesc")
    figure = closest(image, "figure")
    if figure is not None and next(figure.iter("details"), None) is not None:
        yield rule("book.description-old").at(where, what="details")


def _chart(path: str, image: Element) -> Iterator[Finding]:
    words = image.get("alt", "") or image.get("aria-label", "")
    words = words or next((text_of(t) for t in image.iterchildren("title")), "")
    figure = closest(image, "figure")
    caption = " ".join(text_of(c) for c in figure.iter("figcaption")) if figure is not None else ""
    if not words.strip() or not (CHART.search(words) or CHART.search(caption)) or len(words.split()) >= DESCRIBED:
        return
    if any(image.get(name) for name in ("aria-details", "aria-describedby", "longdesc")) or _has_data(image, figure):
        return
    yield rule("book.chart-undescribed").at(place_in(path, image), alt=words[:80])


def _has_data(image: Element, figure: Element | None) -> bool:
    """Whether a table, a list or a link to a description stands with the picture."""
    holder = figure if figure is not None else closest(image, "p", "div")
    if holder is None:
        return False
    near = [holder, *(e for e in (holder.getprevious(), holder.getnext()) if e is not None)]
    if any(next(e.iter("table", "details"), None) is not None for e in near):
        return True
    if figure is not None and next(figure.iter("ul", "ol", "dl", "p"), None) is not None:
        return True
    inner = [
        a for e in near[:1] + near[-1:] for a in e.iter("a") if not is_outside(a.get("href", "")) and a.get("href")
    ]
    return any(a.get("role") != "doc-noteref" for a in inner)
