"""Images: what each says in words, and pictures that were left out."""

from __future__ import annotations

import re

from ebook.evidence.notes import DECORATION, Notes, Seen
from ebook.markup import Element, closest, inside, text_of, tokens
from ebook.opened import is_outside, resolved
from ebook.outline import UNDESCRIBED, describes
from ebook.pictures import is_poor

_IMAGES = ("img", "svg", "input")
_LEFT = {"unavailable": "left_out", "linked-media": "linked_media"}
"""Our classes of what stands in the place of a picture, or of a recording."""
_MATHS_NAME = re.compile(r"^(?:math|maths|tex|latex|equation|formula)(?:$|[-_])|^mwe-math", re.I)


def note_images(notes: Notes, seen: Seen) -> None:
    """Images in the order of their kinds, but for the cover; then what stands in the place of one."""
    named = [e for e in seen.having("role") if e.get("role") == "img" and e.tag not in _IMAGES]
    for image in (*seen.tags(*_IMAGES), *named):
        nested = image.tag == "svg" and inside(image, "svg")
        button = image.tag == "input" and image.get("type") != "image"
        if nested or button:
            continue
        if _is_cover(image, seen.path, notes.covers):
            notes.numbers["covers"] += 1
        else:
            _note(notes, seen, image)
    for element in seen.having("class"):
        for name, fact in _LEFT.items():
            if element.tag in ("p", "span") and name in tokens(element, "class"):
                notes.add(fact, seen.path, element)


def _is_cover(image: Element, path: str, covers: frozenset[str]) -> bool:
    """Whether an image is the cover, which needs no reading (W3C metadata guide)."""
    if image.get("role") == "doc-cover":
        return True
    shown = image.get("src", "") or next(
        (v for e in image.iter("image") for v in (e.get("href"), e.get("{http://www.w3.org/1999/xlink}href")) if v), ""
    )
    return bool(covers) and bool(shown) and not is_outside(shown) and resolved(path, shown) in covers


def _note(notes: Notes, seen: Seen, image: Element) -> None:
    path = seen.path
    state = state_of(image, seen)
    if _is_formula(image):
        notes.add("formula_images", path, image)
        if state != "described":
            notes.add("formula_images_bare", path, image)
    if image.tag == "img" and image.get("alt") is None and state != "decorative":
        notes.add("without_alt", path, image)
    notes.add(state, path, image)


def state_of(image: Element, seen: Seen) -> str:
    """`described`, `decorative`, `undescribed`, `poor` or `repeating`: what an image says in words."""
    words = (image.get("alt", "") if image.tag in ("img", "input") else "") or _name(image, seen)
    if image.get("aria-hidden") == "true" or (image.get("role") in DECORATION and not words):
        return "decorative"
    if not words.strip():
        is_plain = image.get("alt") is not None and image.tag == "img" and not _must_speak(image)
        return "decorative" if is_plain else "undescribed"
    if not describes(words):
        return "undescribed" if words.strip() in UNDESCRIBED else "poor" if is_poor(words) else "undescribed"
    return "repeating" if words.strip().casefold() == _caption(image).casefold() else "described"


def _name(image: Element, seen: Seen) -> str:
    """The name of an image other than `alt`: a label, what labels it, the title of a drawing."""
    if image.get("aria-label"):
        return image.get("aria-label", "")
    labels = [e for n in image.get("aria-labelledby", "").split() if (e := seen.by_id(n)) is not None]
    if labels:
        return " ".join(map(text_of, labels))
    if image.tag == "svg":
        stated = next((text_of(t) for t in image.iterchildren("title")), "")
        return stated or " ".join("".join(map(str, t.itertext())).strip() for t in image.iter("text"))
    return image.get("title", "") if image.tag != "img" else ""


def _must_speak(image: Element) -> bool:
    """Whether an empty `alt` cannot be true: the image has a caption or a description, or is all that a link holds."""
    if any(image.get(n) for n in ("aria-details", "aria-describedby", "longdesc")):
        return True
    if image.get("role") in DECORATION:
        return False
    link = closest(image, "a")
    if link is not None and not text_of(link) and not link.get("aria-label") and not link.get("title"):
        return all(i is image or not i.get("alt") for i in link.iter("img"))
    figure = closest(image, "figure")
    return bool(figure is not None and _caption(image) and len(list(figure.iter("img"))) == 1)


def _caption(image: Element) -> str:
    figure = closest(image, "figure")
    return next((text_of(c) for c in figure.iter("figcaption")), "") if figure is not None else ""


def _is_formula(image: Element) -> bool:
    return image.get("role") == "math" or any(_MATHS_NAME.match(name) for name in image.get("class", "").split())
