"""Which pictures of a page belong to its article, told from the text around them.

    illustrations(tree, kept)   ->   the images, figures and captions that go with the kept blocks

A picture belongs to the words it stands among: between kept paragraphs, under the headline, in a kept block. One
among words that went is a teaser or a portrait, and so is one that leads to another page from the article's edge.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Set
from dataclasses import dataclass, field
from functools import lru_cache

from ebook.markup import BLOCKS, HEADINGS, Element, closest, text_of
from ebook.passes.captions import is_caption
from ebook.passes.galleries import is_control, says_more
from ebook.pictures import is_picture_file

FEW = 20
"""Characters from which the words beside a picture tell whose it is; "View photo" and "1/5" do not."""
LONGEST_TITLE = 120
"""Characters in a box that holds pictures and what they are called together."""
_TITLES = frozenset(HEADINGS[1:])
_SITE = frozenset("nav footer form button dialog select menu template aside".split())
_SITE_NAMES = re.compile(
    r"(?:^|[-_\s])(?:related|recommend\w*|sidebar|widgets?|promos?|ads?|advert\w*|sponsor\w*|comments?|share|social|"
    r"author-?(?:bio|box|info|image|photo)|bio|byline|avatar|logo\w*|newsletter|subscri\w*|sign-?up|opt-?in|pop-?up|more-(?:from|stories)|trending|popular|"
    r"(?:next|prev|previous)-(?:post|article|story))(?:$|[-_\s])|(?:^|\s)related[a-z]",
    re.I,
)
_HIDDEN = re.compile(r"display:\s{0,4}none", re.I)
_BETWEEN = ("figure", "picture", "a", "p", "span")


@dataclass(slots=True)
class _Surroundings:
    """What stands where on the page; positions count elements in reading order."""

    kept: Set[Element]
    position: dict[Element, int] = field(default_factory=dict)
    words: list[int] = field(default_factory=list)
    """Positions of blocks with words of their own, in order."""
    block_at: dict[int, Element] = field(default_factory=dict)
    around_kept: set[Element] = field(default_factory=set)
    """Everything that holds a kept block."""
    around_words: set[Element] = field(default_factory=set)
    captions: list[Element] = field(default_factory=list)


def illustrations(tree: Element, kept: Set[Element]) -> set[Element]:
    """The images that go with the kept blocks, with their figures and captions; takes linear time."""
    if next(tree.iter("img"), None) is None:
        return set()
    page = _survey(tree, kept)
    headline = next((h for h in tree.iter("h1")), None)
    found: set[Element] = set()
    for image in tree.iter("img"):
        if _belongs(image, page, headline):
            found.add(image)
            found.update(a for a in image.iterancestors("figure", "picture"))
    for caption in page.captions:
        if _has_picture(caption, found, page):
            found.add(caption)
    return found


def _survey(tree: Element, kept: Set[Element]) -> _Surroundings:
    page = _Surroundings(kept)
    size: dict[Element, int] = {}
    apart: set[Element] = set()  # figures and captions: their words are about the picture
    _look(tree, None, tree, page, size, apart)
    long = {element for element, length in size.items() if length >= FEW}
    for element in sorted((long - apart) | kept, key=page.position.__getitem__):
        number = page.position[element]
        page.words.append(number)
        page.block_at[number] = element
        _climb(element, page.around_words)
        if element in kept:
            _climb(element, page.around_kept)
    return page


def _look(
    element: Element,
    parent: Element | None,
    outer: Element,
    page: _Surroundings,
    size: dict[Element, int],
    apart: set[Element],
) -> None:
    """What an element is and holds; `outer` is the block that its parent is, or stands in."""
    page.position[element] = len(page.position)
    tag = element.tag
    if not isinstance(tag, str):
        return
    block = element if tag in BLOCKS else outer
    stated = element.keys()
    caption = tag == "figcaption" or ("class" in stated and is_caption(element))
    if caption:
        page.captions.append(element)
    titled = tag in _TITLES and element not in page.kept and _names_pictures(element)
    is_apart = caption or titled or parent in apart or tag == "figure" or _is_site(element, stated)
    if is_apart:
        apart.add(element)
    if (text := element.text) and (block is element or not is_apart) and (length := len(text.strip())):
        size[block] = size.get(block, 0) + length
    for child in element:
        _look(child, element, block, page, size, apart)
        if (tail := child.tail) and (block is element or not is_apart) and isinstance(child.tag, str):
            if length := len(tail.strip()):
                size[block] = size.get(block, 0) + length


def _is_site(element: Element, stated: list[str]) -> bool:
    """Whether an element with these attributes is something the site put there, or hides."""
    tag = element.tag
    if tag in _SITE:
        return True
    if not stated:
        return False
    if "style" in stated and _HIDDEN.search(element.get("style", "")):
        return True
    return tag not in ("body", "p") and ("class" in stated or "id" in stated) and _names_site(element)


def _names_pictures(heading: Element) -> bool:
    """Whether a heading is the title of a gallery: alone with pictures in a box that leads nowhere else."""
    box = heading.getparent()
    if box is None or box.tag not in ("div", "section") or not text_of(heading) or says_more(box, LONGEST_TITLE):
        return False
    pictures = next(box.iter("img"), None) is not None
    return pictures and not any(_leads_away(link) for link in box.iter("a"))


def _names_site(element: Element) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return len(names) > 1 and _are_of_site(names)


@lru_cache(maxsize=4096)
def _are_of_site(names: str) -> bool:
    return bool(_SITE_NAMES.search(names))


def _climb(element: Element, marked: set[Element]) -> None:
    """Mark an element and what holds it."""
    node: Element | None = element
    while node is not None and node not in marked:
        marked.add(node)
        node = node.getparent()


def _belongs(image: Element, page: _Surroundings, headline: Element | None) -> bool:
    around: Element | None = None
    if _names_site(image):
        return False
    for node in image.iterancestors():
        if node in page.kept:
            return True
        if around is None and node in page.around_words:
            around = node
        if around is None and _is_site(node, node.keys()):
            return False
    if around is None or around not in page.around_kept:
        return False
    before, after = _neighbours(image, page)
    above = before is not None and _is_near(before, around, page.kept, headline)
    below = after is not None and _is_near(after, around, page.kept, headline)
    outer = before is None or not _is_inside(before, around)
    if is_control(image):
        return False
    if (link := _away(image)) is not None:
        placed = above or (outer and closest(image, "p", "figure") is not None)
        return below and placed and not text_of(link)
    if not above and below and (before is None or after is headline):
        return closest(image, "figure", "article", "main") is not None
    return above or below


def _neighbours(image: Element, page: _Surroundings) -> tuple[Element | None, Element | None]:
    """The blocks with words before and after an image."""
    index = bisect_left(page.words, page.position[image])
    before = page.block_at[page.words[index - 1]] if index else None
    after = page.block_at[page.words[index]] if index < len(page.words) else None
    return before, after


def _is_near(block: Element, around: Element, kept: Set[Element], headline: Element | None) -> bool:
    """Whether a neighbour is kept (or the headline) and stands in the same box as the image."""
    return (block in kept or block is headline) and _is_inside(block, around)


def _is_inside(block: Element, box: Element) -> bool:
    return any(node is box for node in (block, *block.iterancestors()))


def _away(image: Element) -> Element | None:
    """The link around an image that leads to another page, not to the picture in full size."""
    link = closest(image, "a")
    if link is None:
        return None
    return link if _leads_away(link) else None


def _leads_away(link: Element) -> bool:
    target = (link.get("href") or "").strip()
    return bool(target) and not target.startswith(("#", "javascript:")) and not is_picture_file(target)


def _has_picture(caption: Element, found: set[Element], page: _Surroundings) -> bool:
    """Whether the picture of a caption belongs: in the same figure, or right before it in the same box."""
    figure = closest(caption, "figure")
    if figure is not None:
        return figure in found
    for node in (caption, *caption.iterancestors(*_BETWEEN, "div", "dd", "dl")):
        before = node.getprevious()
        while before is not None and before.tag == "br" and not (before.tail or "").strip():
            before = before.getprevious()
        if before is not None:
            return before in found or any(i in found for i in before.iter("img"))
        if node in page.around_words:
            return False
    return False
