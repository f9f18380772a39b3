"""Reduce a page to the parts of it that are kept, and say what went.

body > header + div > ("Share" p* p*)   ->   body > div > (p* p*), with findings for the header and for "Share"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from itertools import takewhile

from ebook.markup import BLOCKS, Element, drop, elements, move_children, place, squash, text_of, tokens
from ebook.model import Article
from ebook.rules import Finding, rule

WHOLE = frozenset("figure table pre math dl blockquote svg picture".split())
"""Where these are kept, all that is in them is."""
CARD_LINKS = 3
"""Links beside a picture within a line from which they are a box of the site's."""
_WRAPPERS = frozenset("div article section main center body".split())


def excerpt(tree: Element, kept: Set[Element], article: Article) -> Iterator[Finding]:
    """Take out of a tree whatever is neither kept, nor in something kept as a whole, nor around something kept.

    The loose words of an element stay only where the element itself is kept.
    """
    whole = {inner for element in kept if element.tag in WHOLE for inner in element.iter()}
    around = {outer for element in kept for outer in element.iterancestors()}
    pending = [(tree, tree in kept)]
    while pending:
        element, loose = pending.pop()
        if element in whole:
            continue
        inline: list[Element] = []
        for child in list(element):
            if child in around or child in kept:
                pending.append((child, child in kept or (loose and child.tag not in BLOCKS)))
            elif not loose or child.tag in BLOCKS:
                yield from _take_out(child, article)
            elif _holds_block(child):
                inline.append(child)
        for child in inline:
            for block in _outer_blocks(child):
                yield from _take_out(block, article)
        if not loose and element.tag in BLOCKS:
            yield from _take_out_loose(element, article)
    for card in _cards(tree, kept):
        yield from _take_out(card, article)
    _unwrap_only_child(tree)


def _cards(tree: Element, kept: Set[Element]) -> list[Element]:
    """The boxes that pop up beside a word and are made of inline elements alone: a portrait and a list of links."""
    found: dict[Element, None] = {}
    links: Counter[Element] = Counter()
    for image in elements(tree, "img"):
        inside = _inline_around(image)
        if len(inside) < 2 or inside[-1].getparent() not in kept:
            continue
        if not links:
            links = _links_in(tree)
        card = next((node for node in inside if links[node] >= CARD_LINKS), None)
        if card is not None and not _loose_words(card):
            found[card] = None
    return list(found)


def _inline_around(element: Element) -> list[Element]:
    """The elements around an element up to the block it stands in."""
    return list(takewhile(lambda node: node.tag not in BLOCKS, element.iterancestors()))


def _links_in(tree: Element) -> Counter[Element]:
    """How many links stand in each inline element; no more are counted than matter."""
    counts: Counter[Element] = Counter()
    for link in tree.iter("a"):
        for node in _inline_around(link):
            if counts[node] >= CARD_LINKS:
                break
            counts[node] += 1
    return counts


def _loose_words(element: Element) -> bool:
    """Whether an element has words that are no link."""
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return len(text_of(element).replace(" ", "")) > linked


def removed(element: Element, article: Article, text: str) -> Finding:
    """That something of the site went."""
    names = " ".join(sorted(tokens(element, "class", "id")))[:60]
    what = f"{element.tag!s} “{names}”" if names else str(element.tag)
    return rule("removed.boilerplate").at(place(article.source, element), what=what, words=len(text.split()))


def _take_out(element: Element, article: Article) -> Iterator[Finding]:
    text = text_of(element)
    if text or next(element.iter("img", "video", "audio", "iframe"), None) is not None:
        yield removed(element, article, text)
    drop(element)


def _take_out_loose(element: Element, article: Article) -> Iterator[Finding]:
    """Take out the words that stand in an element itself, between the elements that stay."""
    words = squash(" ".join(filter(None, (element.text, *(child.tail for child in element)))))
    if words:
        yield removed(element, article, words)
    element.text = None
    for child in element:
        child.tail = None


def _outer_blocks(inline: Element) -> list[Element]:
    """The blocks in an inline element that stand in no other block of it: boxes that pop up beside a word."""
    found, pending = [], list(inline)
    while pending:
        element = pending.pop()
        if element.tag in BLOCKS:
            found.append(element)
        else:
            pending.extend(element)
    return found


def _holds_block(element: Element) -> bool:
    return any(e.tag in BLOCKS for e in element.iter() if isinstance(e.tag, str))


def _unwrap_only_child(tree: Element) -> None:
    """Make the body hold the article itself; its language and direction may be stated on a box around it."""
    while len(tree) == 1 and tree[0].tag in _WRAPPERS and not (tree.text or "").strip():
        box = tree[0]
        for name in ("lang", "dir"):
            if box.get(name):
                tree.set(name, box.get(name, ""))
        if (box.tail or "").strip():
            return
        tree.remove(box)
        tree.text = None
        move_children(box, tree)


def without_site_tags(tree: Element, article: Article) -> Iterator[Finding]:
    """Take out what tags alone call furniture, and what stands beside the page's one `article` or `main`."""
    for element in elements(tree, "nav", "footer", "form", "button", "select", "dialog"):
        if text_of(element):
            yield removed(element, article, text_of(element))
        drop(element)
    for name in ("article", "main"):
        found = elements(tree, name)
        if len(found) == 1 and text_of(found[0]):
            yield from excerpt(tree, {found[0], *found[0].iter()}, article)
            return
