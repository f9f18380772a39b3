"""Keep the article of a saved page and let the site's furniture go.

    <body><nav>…</nav><div><h1>A</h1><p>…</p></div><footer>…</footer></body>   ->   <body><h1>A</h1><p>…</p></body>

`ebook.judge` says which runs of text are article; what is kept is cut from the page's own tree, so figures,
tables, code and markup stay as they are. Readers who listen cannot skim a menu away.
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.judge.blocks import Block, Box
from ebook.judge.features import Page, facts
from ebook.judge.forest import chance
from ebook.judge.signs import BIT, KINDS
from ebook.markup import HEADINGS, JUDGED, Element, drop, elements
from ebook.model import Article, Kind
from ebook.passes.essentials import essentials
from ebook.passes.excerpt import excerpt, without_site_tags
from ebook.passes.illustrations import illustrations
from ebook.rules import Finding

ENOUGH = 0.45
"""Chance from which a run of text is kept (benchmarks/train_judge.py shows what other values would do)."""
MOST = 0.9
"""The article's box is the innermost one with at least this share of the kept words."""
UNIT = 60
"""Words up to which a cell or an item is part of a table or list that stays or goes as a whole."""
LINKS = 0.4
"""Share of linked words from which a list or table leads elsewhere instead of saying something."""
LIKELY = 0.2
"""Chance from which a heading right above kept text is kept."""
_CONTAINERS = frozenset("body article main section div td center form header".split())
_MEDIA = frozenset("iframe video audio hr".split())
_BLOCKS = frozenset("table ul ol dl blockquote".split())
_SITE_TAGS = frozenset("nav footer form button select dialog aside".split())
_SITE = sum(
    BIT[kind] for kind in ("share", "signup", "comments", "footer", "nav", "author", "tags", "popup", "related")
)
_FIRM = sum(BIT[kind] for kind in ("signup", "comments", "footer", "author"))
"""Of these, what holds even around a listing or a formula."""
_BARE = (1 << len(KINDS)) - 1 - sum(BIT[kind] for kind in ("media", "head", "body", "article"))


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
    inner = _box(page, kept)
    outer = _with_headline(page, inner).element
    boxes = {box.element: box for box in page.boxes}
    if page.headline is not None:
        kept.add(page.blocks[page.headline].box.element)
    kept |= {
        e for found in _belonging(essentials(tree), outer, kept, boxes) for e in found.iter() if isinstance(e.tag, str)
    }
    kept |= _between(kept, inner.element, boxes)
    kept |= illustrations(tree, kept)
    yield from excerpt(tree, kept, article)


def _is_bare(page: Page) -> bool:
    """Whether a page has nothing of a site about it: no menu, no footer, no box with a telling name."""
    return not any(
        box.tag in ("nav", "footer", "aside", "header", "form") or box.signs & _BARE for box in page.boxes
    ) and not any(True for _ in page.boxes[0].element.iter("button", "iframe"))


def _drop_hidden(tree: Element) -> None:
    """What the page itself hides and never shows: templates of dialogs, machine data."""
    for element in elements(tree, "template", "dialog"):
        if element.tag == "template" or element.get("open") is None:
            drop(element)


def _judged(page: Page) -> set[Element]:
    """The elements whose own words are article."""
    chances = [chance(row) for row in facts(page)]
    _settle_units(page, chances)
    _settle_headings(page.blocks, chances)
    sums: dict[Element, list[float]] = {}
    for block, likely in zip(page.blocks, chances, strict=True):
        weight = block.words or 1
        total = sums.setdefault(block.box.element, [0.0, 0.0])
        total[0] += likely * weight
        total[1] += weight
    return {element for element, (likely, weight) in sums.items() if likely >= ENOUGH * weight}


def _settle_units(page: Page, chances: list[float]) -> None:
    """Let the cells of a table and the items of a list share one chance: half a table tells nobody anything."""
    members: dict[int, list[int]] = {}
    for number, block in enumerate(page.blocks):
        unit = _unit(block)
        if unit is not None:
            members.setdefault(id(unit), []).append(number)
    for numbers in members.values():
        weights = [page.blocks[n].words or 1 for n in numbers]
        if max(weights) > UNIT:
            continue
        mean = sum(chances[n] * w for n, w in zip(numbers, weights, strict=True)) / sum(weights)
        for n in numbers:
            chances[n] = mean


def _unit(block: Block) -> Box | None:
    """The innermost table or list around a block."""
    return next((box for box in block.box.around() if box.tag in ("table", "ul", "ol", "dl")), None)


def _settle_headings(blocks: list[Block], chances: list[float]) -> None:
    """Let a heading go with what follows it, up to the next heading of its rank."""
    best: dict[str, float] = {}
    for number in range(len(blocks) - 1, -1, -1):
        tag = blocks[number].box.tag
        if tag not in HEADINGS:
            for rank in HEADINGS:
                best[rank] = max(best.get(rank, 0.0), chances[number])
            continue
        below = best.get(tag, 0.0)
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
            for box in block.box.around():
                sizes[id(box)] = sizes.get(id(box), 0) + block.words
    total = sizes[id(page.boxes[0])]
    holders = [b for b in page.boxes if b.tag in _CONTAINERS and sizes.get(id(b), 0) >= MOST * total]
    return max(holders, key=lambda box: box.level)


def _with_headline(page: Page, inner: Box) -> Box:
    """The box widened to hold the headline, or by one where there is none: notes often stand beside the text."""
    if page.headline is None:
        return inner.parent or inner
    around = {id(box) for box in page.blocks[page.headline].box.around()}
    return next(box for box in inner.around() if id(box) in around)


def _between(kept: set[Element], inner: Element, boxes: dict[Element, Box]) -> set[Element]:
    """Tables, lists, quotations and media among the kept blocks that are no links and in no box of the site's."""
    order = [e for e in inner.iter() if isinstance(e.tag, str)]
    places = [n for n, element in enumerate(order) if element in kept]
    holders = _holders(kept)
    found: set[Element] = set()
    for element in order[places[0] : places[-1]] if places else ():
        if element.tag in _MEDIA and not _is_site(element.getparent(), holders, boxes):
            found.add(element)
        elif element.tag in _BLOCKS and element not in found and _is_text(element, boxes.get(element), kept):
            if not _is_site(element if element.tag != "blockquote" else element.getparent(), holders, boxes):
                found.update(e for e in element.iter() if isinstance(e.tag, str))
    return found


def _is_text(element: Element, box: Box | None, kept: set[Element]) -> bool:
    """Whether a table, list or quotation says something itself; links alone do where the text around goes on."""
    if box is None or not box.words:
        return False
    return box.linked < LINKS * box.words or (
        _is_kept(element.getprevious(), kept) and _is_kept(element.getnext(), kept)
    )


def _is_kept(element: Element | None, kept: set[Element]) -> bool:
    return element is not None and element.tag in ("p", "ul", "ol", "h2", "h3", "h4", "h5") and element in kept


def _is_site(element: Element | None, holders: set[Element], boxes: dict[Element, Box], signs: int = _SITE) -> bool:
    """Whether something of the site's stands between an element and the nearest box that holds kept words."""
    while element is not None and element not in holders:
        box = boxes.get(element)
        if element.tag in _SITE_TAGS or (box is not None and box.signs & signs):
            return True
        element = element.getparent()
    return False


def _holders(kept: set[Element]) -> set[Element]:
    """The elements that hold something kept."""
    return {outer for element in kept for outer in element.iterancestors()} | kept


def _belonging(candidates: set[Element], outer: Element, kept: set[Element], boxes: dict[Element, Box]) -> set[Element]:
    """Those of the elements that stand in a box and there in nothing of the site's."""
    holders = _holders(kept)
    return {e for e in candidates if outer in e.iterancestors() and not _is_site(e, holders, boxes, _FIRM)}
