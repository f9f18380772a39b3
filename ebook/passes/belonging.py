"""What goes with the text that a judge kept, though it would not have kept it for its words.

    kept(<p>, <p>)   ->   the note, the formula, the table and the embedded film among them as well

A judge counts words. It sees nothing in a table of numbers, and little in the title of a box. This is no pass.
"""

from __future__ import annotations

from itertools import pairwise

from ebook.judge.blocks import Block, Box
from ebook.judge.signs import BIT, KINDS
from ebook.markup import HEADINGS, Element, text_of
from ebook.passes.callouts import is_box, is_title
from ebook.passes.essentials import essential_notes, essentials, says_notes

LINKS = 0.4
"""Share of linked words from which a list or table leads elsewhere instead of saying something."""
_MEDIA = frozenset("iframe video audio hr".split())
_BLOCKS = frozenset("table ul ol dl blockquote".split())
_TABLES = frozenset("table tbody thead tr td th".split())
_WRAPPERS = frozenset("div section".split())
_SITE_TAGS = frozenset("nav footer form button select dialog aside".split())
_SITE = sum(
    BIT[kind] for kind in ("share", "signup", "comments", "footer", "nav", "author", "tags", "popup", "related")
)
_BESIDE = frozenset({"aside", "footer", "button"})
"""Of these elements of the site's, what may hold notes."""
_FIRM = sum(BIT[kind] for kind in ("signup", "comments", "footer", "author"))
"""Of these, what holds even around a listing or a formula."""
BARE = (1 << len(KINDS)) - 1 - sum(BIT[kind] for kind in ("media", "head", "body", "article"))
"""What tells that a box is a site's."""
HEADLINES = 3
"""Items from which a list of linked headlines is looked at."""
MOST = 0.8
"""Share of the items that begin with one where a list is nothing else."""
_REACH = 4
"""Boxes around its title in which a call-out is looked for."""
LONGEST_LABEL = 16
"""Words of the title of a box."""


def among(kept: set[Element], inner: Element, boxes: dict[Element, Box]) -> set[Element]:
    """Tables, lists, quotations and media among the kept blocks that are no links and in no box of the site's."""
    order = [e for e in inner.iter() if isinstance(e.tag, str)]
    places = [n for n, element in enumerate(order) if element in kept]
    holders = _holders(kept)
    found: set[Element] = set()
    for element in order[places[0] : places[-1]] if places else ():
        if element.tag in _MEDIA and not _is_site(element.getparent(), holders, boxes):
            found.add(element)
        elif element.tag in _BLOCKS and element not in found and _is_text(element, boxes.get(element), kept):
            start = element if element.tag != "blockquote" else element.getparent()
            menu = element.tag not in ("table", "dl") or boxes[element].linked > 0
            if not _is_site(start, holders, boxes, _SITE if menu else _SITE - BIT["nav"]):
                found.update(_whole(element))
    return found


def essential(tree: Element, outer: Element, kept: set[Element], boxes: dict[Element, Box]) -> set[Element]:
    """Listings and formulas in a box, and notes wherever they stand, unless something there is the site's."""
    holders = _holders(kept)
    notes = essential_notes(tree)
    found = notes | (essentials(outer, frozenset()) - {outer})
    sure = {note for note in notes if _leads_back(note)}
    return {
        e
        for element in found
        if not _is_site(element, holders, boxes, _FIRM, beside=element in sure)
        for e in _whole(element)
    }


def _leads_back(note: Element) -> bool:
    """Whether a note holds a link to a place in the page: then it is the text's, even in an `aside`."""
    return any(link.get("href", "").startswith("#") and link.get("href") != "#" for link in note.iter("a"))


def labels(blocks: list[Block], kept: set[Element]) -> set[Element]:
    """The titles of call-outs whose text is kept: what a box is called belongs to what it says."""
    found: set[Element] = set()
    before: Block | None = None
    for block, following in pairwise(blocks):
        element = block.box.element
        if element not in kept and following.box.element in kept and block.words <= LONGEST_LABEL and is_title(element):
            box = next((b for b in block.box.around()[1:_REACH] if b.tag == "details" or is_box(b.element)), None)
            first = before is None or box not in before.box.around()
            if box is not None and first and box in following.box.around():
                found.add(element)
        before = block
    return found


def heads(blocks: list[Block], kept: set[Element], judged: set[Element]) -> set[Element]:
    """The headings right above what is kept though a judge would not have it: notes, a table, a listing."""
    return {
        block.box.element
        for block, following in pairwise(blocks)
        if block.box.tag in HEADINGS and block.box.element not in kept
        if following.box.element in kept and following.box.element not in judged and following.box.tag not in HEADINGS
        if block.box.parent in following.box.around() and block.linked < LINKS
    }


def _whole(element: Element) -> list[Element]:
    return [e for e in element.iter() if isinstance(e.tag, str)]


def _is_text(element: Element, box: Box | None, kept: set[Element]) -> bool:
    """Whether a table, list or quotation says something itself; links alone do where the text around goes on."""
    if box is None or not box.words:
        return False
    if box.linked < LINKS * box.words and not leads_away(element):
        return True
    before, after = _beside(element, forward=False), _beside(element, forward=True)
    if not _is_kept(before, kept) or not _is_kept(after, kept):
        return False
    apart = before is not element.getprevious() or after is not element.getnext()
    return _announces(before) or _stays_inside(element) or not (apart or leads_away(element))


def _stays_inside(element: Element) -> bool:
    """Whether all links of a list lead to places in the page itself: an author's own contents."""
    return all(link.get("href", "").startswith("#") for link in element.iter("a"))


def _beside(element: Element, *, forward: bool) -> Element | None:
    """What stands before or after an element, whatever boxes are around the two."""
    node: Element | None = element
    while node is not None and (beside := node.getnext() if forward else node.getprevious()) is None:
        parent = node.getparent()
        node = parent if parent is not None and parent.tag in _WRAPPERS else None
    if node is None:
        return None
    assert beside is not None
    while beside.tag in _WRAPPERS and len(beside):
        beside = beside[0] if forward else beside[-1]
    return beside


def _announces(before: Element | None) -> bool:
    """Whether what stands before a list is a heading or ends in a colon."""
    return before is not None and (before.tag in HEADINGS or text_of(before).endswith((":", "\uff1a")))


def leads_away(element: Element | None) -> bool:
    """Whether the items of a list begin with linked headlines: other articles, with or without their first words."""
    if element is None or element.tag not in ("ul", "ol"):
        return False
    items = [item for item in element if item.tag == "li"]
    return len(items) >= HEADLINES and sum(map(_opens_with_headline, items)) >= MOST * len(items)


def _opens_with_headline(item: Element) -> bool:
    link = next((link for link in item.iter("a") if text_of(link)), None)
    if link is None or link.get("href", "#").startswith("#"):
        return False
    headline = text_of(link)
    return headline.count(" ") >= 3 and text_of(item).startswith(headline)


def _is_kept(element: Element | None, kept: set[Element]) -> bool:
    return element is not None and element.tag in ("p", "ul", "ol", "h2", "h3", "h4", "h5") and element in kept


def _is_site(
    element: Element | None,
    holders: set[Element],
    boxes: dict[Element, Box],
    signs: int = _SITE,
    *,
    beside: bool = False,
) -> bool:
    """Whether something of the site's stands between an element and the nearest box that holds kept words.

    What stands `beside` the text may do so in an `aside`.
    """
    while element is not None and element not in holders:
        box = boxes.get(element)
        if signs == _FIRM and element.tag in _TABLES:
            pass  # a formula set in a table ("disp-formula") is no form
        elif (beside and element.tag == "aside") or (element.tag in _BESIDE and says_notes(element)):
            pass  # notes in a box of their own
        elif element.tag in _SITE_TAGS or (box is not None and box.signs & signs):
            return True
        element = element.getparent()
    return False


def _holders(kept: set[Element]) -> set[Element]:
    """The elements that hold something kept."""
    return {outer for element in kept for outer in element.iterancestors()} | kept
