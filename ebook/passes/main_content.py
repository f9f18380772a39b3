"""Keep the article of a saved page and let the site's furniture go.

    <body><nav>…</nav><div><h1>A</h1><p>…</p></div><footer>…</footer></body>   ->   <body><h1>A</h1><p>…</p></body>

`ebook.judge` says which runs of text are article; what is kept is cut from the page's own tree, so figures,
tables, code and markup stay as they are. Readers who listen cannot skim a menu away.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml.etree import XPath

from ebook.judge import forest
from ebook.judge.blocks import Block, Box
from ebook.judge.features import Page, facts
from ebook.judge.signs import BIT
from ebook.markup import HEADINGS, JUDGED, Element, drop, elements
from ebook.model import Article, Kind
from ebook.passes.belonging import BARE, among, essential, heads, labels, leads_away
from ebook.passes.endings import endings
from ebook.passes.essentials import HIDDEN
from ebook.passes.excerpt import excerpt, without_site_tags
from ebook.passes.illustrations import illustrations
from ebook.rules import Finding

ENOUGH = 0.45
"""Chance from which a run of text is kept (benchmarks/train_judge.py shows what other values would do)."""
MOST = 0.9
"""The article's box is the innermost one with at least this share of the kept words."""
UNIT = 60
"""Words up to which a cell or an item is part of a table or list that stays or goes as a whole."""
SHARES = 10
"""Words up to which a box for sharing holds nothing else."""
SURE = 0.78
"""Chance from which a list of headlines is the author's."""
LIKELY = 0.2
"""Chance from which a heading right above kept text is kept."""
_UNITS = ("table", "ul", "ol", "dl")
_HIDDEN_THRICE = XPath(".//div[@hidden][@aria-hidden = 'true']")
"""Boxes hidden from eyes, ears and by style are for machines alone; one hidden but once may wait for a script.

Any element instead of `div` takes five times as long."""
_CONTAINERS = frozenset("body article main section div td center form header".split())


def main_content(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.PAGE or tree.get(JUDGED) is not None:
        return
    _drop_hidden(tree)
    if any(s.get("role") == "doc-chapter" for s in tree.iter("section")):
        return
    page = Page(tree, title=article.metadata.title, summary=article.metadata.description)
    if _is_bare(page):
        return
    kept = _judged(page)
    tree.set(JUDGED, "")
    if not kept:
        yield from without_site_tags(tree, article)
        return
    kept -= endings(page.blocks, kept, article.metadata.authors)
    inner = _box(page, kept)
    outer = _with_headline(page, inner).element
    boxes = {box.element: box for box in page.boxes}
    if page.headline is not None:
        kept.add(page.blocks[page.headline].box.element)
    judged = set(kept)
    kept |= essential(tree, outer, kept, boxes)
    kept |= among(kept, inner.element, boxes)
    kept |= heads(page.blocks, kept, judged)
    kept |= labels(page.blocks, kept)
    kept |= illustrations(tree, kept)
    yield from excerpt(tree, kept, article)


def _is_bare(page: Page) -> bool:
    """Whether a page has nothing of a site about it: no menu, no footer, no box with a telling name."""
    return not any(
        box.tag in ("nav", "footer", "aside", "header", "form") or box.signs & BARE for box in page.boxes
    ) and not any(True for _ in page.boxes[0].element.iter("button", "iframe"))


def _drop_hidden(tree: Element) -> None:
    """What the page itself hides and never shows: templates of dialogs, machine data."""
    for element in elements(tree, "template", "dialog"):
        if element.tag == "template" or element.get("open") is None:
            drop(element)
    for element in _HIDDEN_THRICE(tree):
        if HIDDEN.search(element.get("style", "")):
            drop(element)


def _judged(page: Page) -> set[Element]:
    """The elements whose own words are article."""
    chances = forest.chances(facts(page))
    bars = {id(box) for box in page.boxes if _is_share_bar(box)}
    for number, block in enumerate(page.blocks if bars else ()):
        if any(id(box) in bars for box in islice(block.box.around(), 3)):
            chances[number] = 0.0
    _settle_units(page, chances)
    _settle_headings(page.blocks, chances)
    sums: dict[Element, list[float]] = {}
    for block, likely in zip(page.blocks, chances, strict=True):
        weight = block.words or 1
        total = sums.setdefault(block.box.element, [0.0, 0.0])
        total[0] += likely * weight
        total[1] += weight
    return {element for element, (likely, weight) in sums.items() if likely >= ENOUGH * weight}


def _is_share_bar(box: Box) -> bool:
    """Whether a small box is there for sharing: "Like this:" over a button."""
    return bool(box.signs & BIT["share"]) and box.words <= SHARES and box.tag in ("div", "section", "ul")


def _settle_units(page: Page, chances: list[float]) -> None:
    """Let the cells of a table and the items of a list share one chance: half a table tells nobody anything."""
    members: dict[int, list[int]] = {}
    units: dict[int, Box | None] = {}
    for box in page.boxes:  # those around a box come before it
        outer = units[id(box.parent)] if box.parent is not None else None
        units[id(box)] = box if box.tag in _UNITS else outer
    for number, block in enumerate(page.blocks):
        unit = units[id(block.box)]
        if unit is not None:
            members.setdefault(id(unit), []).append(number)
    for numbers in members.values():
        weights = [page.blocks[n].words or 1 for n in numbers]
        if max(weights) > UNIT:
            continue
        mean = sum(chances[n] * w for n, w in zip(numbers, weights, strict=True)) / sum(weights)
        if ENOUGH <= mean < SURE and leads_away(_list_of(page.blocks[numbers[0]])):
            mean = 0.0
        for n in numbers:
            chances[n] = mean


def _list_of(block: Block) -> Element | None:
    unit = _unit(block)
    return unit.element if unit is not None else None


def _unit(block: Block) -> Box | None:
    """The innermost table or list around a block."""
    return next((box for box in block.box.around() if box.tag in _UNITS), None)


def _settle_headings(blocks: list[Block], chances: list[float]) -> None:
    """Let a heading go with what follows it, up to the next heading of its rank."""
    best = dict.fromkeys(HEADINGS, 0.0)
    since = 0.0  # the best chance since the last heading, which counts for every rank
    for number in range(len(blocks) - 1, -1, -1):
        tag = blocks[number].box.tag
        if tag not in HEADINGS:
            since = max(since, chances[number])
            continue
        best = {rank: max(likely, since) for rank, likely in best.items()}
        since = 0.0
        below = best[tag]
        if below < ENOUGH:
            chances[number] = min(chances[number], below)
        elif number + 1 < len(blocks) and chances[number + 1] >= ENOUGH and chances[number] >= LIKELY:
            chances[number] = max(chances[number], ENOUGH)
        for rank in HEADINGS[HEADINGS.index(tag) :]:
            best[rank] = 0.0


def _box(page: Page, kept: set[Element]) -> Box:
    """The innermost container that still holds nearly all of the kept words."""
    sizes: dict[int, int] = {}
    for block in page.blocks:
        if block.box.element in kept:
            sizes[id(block.box)] = sizes.get(id(block.box), 0) + block.words
    for box in reversed(page.boxes):
        if box.parent is not None and (size := sizes.get(id(box))) is not None:
            sizes[id(box.parent)] = sizes.get(id(box.parent), 0) + size
    total = sizes[id(page.boxes[0])]
    holders = [b for b in page.boxes if b.tag in _CONTAINERS and sizes.get(id(b), 0) >= MOST * total]
    return max(holders, key=lambda box: box.level)


def _with_headline(page: Page, inner: Box) -> Box:
    """The box widened to hold the headline, or by one where there is none: notes often stand beside the text."""
    if page.headline is None:
        return inner.parent or inner
    around = {id(box) for box in page.blocks[page.headline].box.around()}
    return next(box for box in inner.around() if id(box) in around)
