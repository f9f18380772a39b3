"""Which pictures of a page say nothing: spacers, trackers, faces, icons and buttons.

    is_nothing(<img src="/icons/tag.gif">)   ->   True

The size, the name or the class proves it, never a missing description alone. This is no pass: `figures` asks.
"""

from __future__ import annotations

import re

from ebook.markup import BLOCKS, Element, closest, squash, text_of, tokens
from ebook.passes.furniture import is_furniture
from ebook.pictures import candidates, is_picture_file, is_placeholder

_TRACKER = re.compile(
    r"pixel|tracking|beacon|/stats?[./]|doubleclick|scorecardresearch|spacer|1x1|clear\.gif|blank\.gif|\.gif\?[^#]*=[^#]*&|"
    r"/adserver/|/delivery/(?:avw|lg|ai|afr)\.php",  # the last: OpenX and Revive, whose banners scripts fill
    re.I,
)
_SIZELESS = re.compile(r"(?:^|[;\s])(?:width|height)\s{0,4}:\s{0,4}[01](?:px)?\s{0,4}(?:!|;|$)", re.I)
"""A style by which a picture takes up no room."""
_ICON = frozenset("icon emoji wp-smiley smiley logo".split())
_ICON_FILE = re.compile(
    r"/icons?/[^/]+$|(?:^|[-_/])(?:ico|icons?|bullet|arrow|chevron|caret|btn|button|label|toggle|hamburger|share)"
    r"(?:[-_.\d][^/]*)?\.\w+$",
    re.I,
)
"""Addresses of what is drawn beside a line or on a button."""
_PERSON = frozenset("avatar gravatar author-avatar author-photo author-image byline-image headshot user-avatar".split())
_LARGEST_AVATAR = 200
_SMALLEST = 2
LARGEST_ICON = 32
LARGEST_BUTTON = 50
"""Pixels of the longer side."""


def is_nothing(image: Element) -> bool:
    """Spacers, trackers, faces and icons of the site: by size, name or class, never by a missing description."""
    sides = _sides(image)
    if any(side <= _SMALLEST for side in sides) or _SIZELESS.search(image.get("style", "")):
        return True
    names = tokens(image, "class")
    if names & _ICON and not image.get("alt"):
        return True
    addresses = candidates(image)
    if closest(image, "figure") is None and all(side <= _LARGEST_AVATAR for side in sides):
        if names & _PERSON or (sides and any("gravatar.com/avatar/" in a for a in addresses)):
            return True
    if not addresses or any(c.isalpha() for c in image.get("alt", "")):
        return False
    waits = image.get("alt") is not None and all(map(is_placeholder, addresses))  # it never had to say anything
    return waits or all(_TRACKER.search(a) for a in addresses) or _is_icon(image, sides, addresses)


def is_button(image: Element) -> bool:
    """Whether an image is there to be pressed: to share a page, to go home, to open a box that is open here."""
    if closest(image, "figure", "td", "th") is not None:
        return False
    words, sides = words_of(image), _sides(image)
    small = len(sides) == 2 and max(sides) <= LARGEST_BUTTON
    link = closest(image, "a")
    if words:
        drawn = small and _is_icon_file(candidates(image))
        turns = drawn and any("toggle" in name for name in tokens(image, "class"))
        return turns or (is_furniture(words) and (drawn or (link is not None and not text_of(link))))
    if link is None or not _is_alone(link) or not (target := link.get("href", "").strip()) or is_picture_file(target):
        return False
    return small or (not sides and _is_icon_file(candidates(image)))


def words_of(image: Element) -> str:
    """What a page says of an image itself."""
    return squash(image.get("alt") or image.get("title") or image.get("aria-label") or "")


def _sides(image: Element) -> list[int]:
    """What an image says of its width and height, in pixels."""
    return [int(s) for n in ("width", "height") if (s := image.get(n, "").strip().removesuffix("px")).isdecimal()]


def _is_icon(image: Element, sides: list[int], addresses: list[str]) -> bool:
    """Whether an image without words is drawn before a line: by its name, and by its size or place.

    In a sentence it shows what to press; a cell may hold nothing but a tick, which says something.
    """
    if closest(image, "figure", "td", "th") is not None or not _is_icon_file(addresses) or _in_sentence(image):
        return False
    return not words_of(image) and (max(sides) <= LARGEST_ICON if sides else _opens_line(image))


def _is_icon_file(addresses: list[str]) -> bool:
    return bool(addresses) and all(_ICON_FILE.search(re.split(r"[?#]", a, maxsplit=1)[0]) for a in addresses)


def _in_sentence(image: Element) -> bool:
    """Whether words stand before an image in its line."""
    node = image
    while (parent := node.getparent()) is not None:
        before = node.getprevious()
        words = parent.text if before is None else (before.tail or text_of(before))
        if (words or "").strip() and (before is None or before.tag not in BLOCKS):
            return True
        if parent.tag in BLOCKS:
            return False
        node = parent
    return False


def _opens_line(image: Element) -> bool:
    """Whether words or a link follow an image in its line."""
    beside = image.getnext()
    return bool((image.tail or "").strip()) or (beside is not None and beside.tag in ("a", "span", "strong", "b"))


def _is_alone(link: Element) -> bool:
    """Whether a link is all that its block holds, and holds no words."""
    parent = link.getparent()
    return parent is not None and parent.tag in ("p", "div", "center") and len(parent) == 1 and not text_of(parent)
