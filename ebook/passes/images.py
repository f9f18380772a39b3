"""Make every picture of a page an `img`, wherever its address hides.

    <img src="data:image/gif;…"><noscript><img src="map.png" alt="The delta"></noscript>
    ->   <img src="data:image/gif;…" data-src="map.png" alt="The delta">

Lazy loaders, accelerated pages and style sheets hide pictures from everything but a browser that runs scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import (
    Element,
    closest,
    drop,
    elements,
    is_blank,
    new,
    squash,
    text_of,
    tokens,
    unwrap,
    wrap,
)
from ebook.model import Article
from ebook.pictures import candidates, is_picture_file, is_placeholder, picture_key
from ebook.rules import Finding

_ABOUT_SCRIPTS = re.compile(r"javascript|enable|browser|cookies", re.I)
"""What `noscript` says where it stands in for nothing of the article's."""
_TAG = re.compile(r"<img\b([^<>]{1,8000})>", re.I)
_ATTRIBUTE = re.compile(r"([a-zA-Z][\w-]{0,60})\s{0,9}=\s{0,9}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_BACKGROUND = re.compile(r"background(?:-image)?\s{0,9}:[^;]{0,200}?url\(\s{0,9}['\"]?([^'\")\s]{1,2000})", re.I)
_BACKGROUND_ATTRIBUTES = ("data-bg", "data-background", "data-background-image", "data-bgset", "data-src")
_BACKGROUNDS = frozenset({"style", *_BACKGROUND_ATTRIBUTES})
_PICTURE_WORDS = frozenset("image img photo picture thumbnail figure media".split())


def images(tree: Element, article: Article) -> Iterator[Finding]:
    for element in elements(tree, "amp-img", "amp-anim"):
        _from_accelerated(element)
    for element in elements(tree, "object", "embed"):
        _from_object(element)
    for element in elements(tree, "div", "span", "i", "figure", "section"):
        if not _BACKGROUNDS.isdisjoint(element.keys()) and any(element.get(name) for name in _BACKGROUNDS):
            _from_background(element)
    for image in elements(tree, "img"):
        if "background" in image.get("style", "") and _is_waiting(image):
            _from_style(image)
    for picture in elements(tree, "picture"):
        if next(picture.iter("img"), None) is None and next(picture.iter("source"), None) is not None:
            picture.append(new("img", alt=picture.get("aria-label") or picture.get("title") or ""))
    for block in elements(tree, "noscript"):
        _from_noscript(block)
    for figure in elements(tree, "figure"):
        _once(figure)
    for run in _runs(tree):
        _once_in_run(run)
    yield from ()


def _from_accelerated(element: Element) -> None:
    """`amp-img` is an image; what stands in it is its fallback, or text after a missing end tag."""
    image = new("img")
    for name, value in element.attrib.items():
        image.set(str(name), str(value))
    element.addprevious(image)
    for inner in elements(element, "noscript", "amp-img", "img"):
        if inner is element or inner.getparent() is None:
            continue
        fallback = inner if inner.tag != "noscript" else next(inner.iter("img"), None)
        if fallback is not None and fallback.get("alt") and not image.get("alt"):
            image.set("alt", fallback.get("alt", ""))
        drop(inner)
    element.attrib.clear()
    unwrap(element)


def _from_object(element: Element) -> None:
    """An `object` or `embed` that shows a picture; its fallback describes it."""
    address = (element.get("data") or element.get("src") or "").strip()
    if element.getparent() is None or not address:
        return
    if not element.get("type", "").startswith("image/") and not is_picture_file(address):
        return
    inner = next(element.iter("img"), None)
    words = (inner.get("alt", "") if inner is not None else "") or element.get("aria-label", "") or text_of(element)
    image = new("img", src=address)
    for name in ("id", "title", "lang"):
        if element.get(name):
            image.set(name, element.get(name, ""))
    if squash(words):
        image.set("alt", squash(words))
    wrap(element, image)
    image.remove(element)


def _from_background(element: Element) -> None:
    """A box without words that shows a picture as its background, where the page says that it is a picture."""
    label = element.get("aria-label") or element.get("data-alt") or element.get("title") or ""
    if not (
        label
        or element.get("role") == "img"
        or closest(element, "figure") is not None
        or any(set(re.split(r"[-_]+", token)) & _PICTURE_WORDS for token in tokens(element, "class"))
    ):
        return
    match = _BACKGROUND.search(element.get("style", ""))
    named = [match[1]] if match else []
    named += [a for name in _BACKGROUND_ATTRIBUTES if is_picture_file(a := element.get(name, "").strip())]
    address = next((a for a in named if not is_placeholder(a) and not a.startswith("#")), "")
    if not address or not is_blank(element) or next(element.iter("img", "svg", "video", "iframe"), None) is not None:
        return
    image = new("img", src=address)
    if label:
        image.set("alt", label)
    for name in ("style", "role", "aria-label", *_BACKGROUND_ATTRIBUTES):
        element.attrib.pop(name, None)
    element.append(image)


def _from_style(image: Element) -> None:
    """An empty `img` that shows its picture as its own background."""
    match = _BACKGROUND.search(image.get("style", ""))
    if match and not is_placeholder(match[1]) and not match[1].startswith("#"):
        image.set("data-src", match[1])
        image.attrib.pop("style", None)


def _from_noscript(block: Element) -> None:
    """The real image often stands in the `noscript` beside the one that waits for scripts."""
    if block.getparent() is None:
        return
    if next(block.iter("img"), None) is None and "<img" in (block.text or ""):
        _read_escaped(block)
    real = next(block.iter("img"), None)
    if real is None:
        drop(block) if _ABOUT_SCRIPTS.search(text_of(block)) else unwrap(block)
        return
    if _is_dot(real):
        drop(block)
        return
    for lazy in _beside(block):
        if _is_waiting(lazy) or _is_same(lazy, real):
            _give(real, lazy)
            drop(real)
            break
    if is_blank(block):
        drop(block)
    else:
        unwrap(block)


def _read_escaped(block: Element) -> None:
    """A page saved from a browser holds what `noscript` contains as text."""
    found = []
    for match in _TAG.finditer(block.text or ""):
        image = new("img")
        for part in _ATTRIBUTE.finditer(match[1]):
            image.set(part[1].lower(), part[2] or part[3] or part[4] or "")
        found.append(image)
    if found:
        block.text = None
        block.extend(found)


def _beside(block: Element) -> Iterator[Element]:
    """The images that a `noscript` may stand for: the last one before it, the first one after it."""
    for neighbour in (block.getprevious(), block.getnext()):
        if neighbour is None or neighbour.tag == "noscript":
            continue
        image = neighbour if neighbour.tag == "img" else next(neighbour.iter("img"), None)
        if image is not None and not (neighbour is block.getnext() and closest(image, "noscript") is not None):
            yield image


def _is_waiting(image: Element) -> bool:
    """Whether an image has nothing to show before scripts have run."""
    offered = candidates(image)
    return all(is_placeholder(a) or a.startswith(("data:", "inline-")) for a in offered)


def _is_same(one: Element, other: Element) -> bool:
    """Whether two images show one picture: an address in common, or the name of the file."""
    first, second = candidates(one), candidates(other)
    if set(first) & set(second):
        return True
    keys = {picture_key(a) for a in first if not is_placeholder(a)} - {""}
    return not keys.isdisjoint(picture_key(a) for a in second)


def _give(real: Element, lazy: Element) -> None:
    """What the real image says goes to the one that stays in its place."""
    for name, value in real.attrib.items():
        key = "data-src" if name == "src" else "data-srcset" if name == "srcset" else str(name)
        if key in ("data-src", "data-srcset") or not lazy.get(key, "").strip():
            lazy.set(key, str(value))
    if is_placeholder(lazy.get("src", "")) or lazy.get("src", "").startswith(("data:", "inline-")):
        del lazy.attrib["src"]


def _once(figure: Element) -> None:
    """A figure's blurred preview and the picture itself, or two copies for two widths, are one image."""
    found = [i for i in figure.iter("img") if next(i.iterancestors("figure"), None) is figure]
    if len(found) < 2:
        return
    shown: dict[str, Element] = {}
    for image in found:
        offered = [a for a in candidates(image) if not is_placeholder(a)]
        names = {k for a in offered if (k := picture_key(a) or a)}
        first = next((shown[k] for k in sorted(names) if k in shown), None)
        words = image.get("alt", "").strip()
        if first is not None and words and first.get("alt", "").strip() not in ("", words):
            continue  # two descriptions are two pictures
        if first is not None:
            _merge(image, first)
        elif offered or image.get("alt"):
            shown.update(dict.fromkeys(names, image))
        else:
            drop(image)  # an empty place for a script to fill


def _runs(tree: Element) -> list[list[Element]]:
    """The images that stand right beside one another, with no words between them."""
    runs: list[list[Element]] = []
    last: Element | None = None
    for image in elements(tree, "img"):
        if last is not None and last is image.getprevious() and not (last.tail or "").strip():
            runs[-1].append(image)
        else:
            runs.append([image])
        last = image
    return [run for run in runs if len(run) > 1]


def _once_in_run(run: list[Element]) -> None:
    """Copies of one picture in other sizes or shapes are one; the same file again is meant: three stars."""
    shown: dict[str, Element] = {}
    for image in run:
        best = next((a for a in candidates(image) if not is_placeholder(a)), "")
        key, words = picture_key(best), image.get("alt", "").strip()
        first = shown.setdefault(key, image) if key else image
        if first is image or best in candidates(first):
            continue
        if words in ("", first.get("alt", "").strip()):
            _merge(image, first)


def _merge(image: Element, first: Element) -> None:
    """The wider of two copies of a picture gives its address, either of them its words."""
    if _width(image) > _width(first):
        for name in ("src", "srcset", "data-src", "data-srcset"):
            first.attrib.pop(name, None)
            if image.get(name):
                first.set(name, image.get(name, ""))
    if not first.get("alt", "").strip() and image.get("alt"):
        first.set("alt", image.get("alt", ""))
    drop(image)


def _width(image: Element) -> int:
    """How wide the file is, by the numbers in its address: a preview states the width of what it stands for."""
    best = next(iter(candidates(image)), "")
    numbers = [int(n) for n in re.findall(r"(?<![\d.])\d{2,4}(?![\d.])", best)]
    return max((n for n in numbers if n <= 6000), default=0)


def _is_dot(image: Element) -> bool:
    return any(image.get(n, "").removesuffix("px") in ("0", "1", "2") for n in ("width", "height"))
