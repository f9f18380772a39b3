"""Where the pictures of a page hide: every address an image element offers, best first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from urllib.parse import unquote, urlsplit

from ebook.markup import Element, closest

SOURCE_ATTRIBUTES = tuple(
    "data-src data-original data-lazy-src data-lazy data-original-src data-hi-res-src data-hi-res data-hires "
    "data-full-src data-large-file data-orig-file data-large data-full data-image data-image-src data-url "
    "data-img-src data-img-url data-actualsrc data-delayed-url data-echo data-cfsrc data-ezsrc data-orig-src "
    "data-opt-src data-wpfc-original-src data-ll-src nitro-lazy-src lazy-src src".split()
)
"""Attributes in which pages keep an image's address; lazy loaders put a placeholder into `src`."""
SET_ATTRIBUTES = ("data-srcset", "data-lazy-srcset", "data-original-set", "nitro-lazy-srcset", "srcset")
WIDEST = 2400
"""Pixels that every reading device is content with; a larger picture is taken only where no other is offered."""
MOST_DATA = 20_000
"""Characters of a data attribute that are searched for addresses."""

_PLACEHOLDER = re.compile(
    r"^data:image/(?:gif|svg\+xml)|(?:^|/)(?:blank|spacer|placeholder|pixel|transparent|clear|empty|dummy|grey|gray|"
    r"1x1|loading|loader|lazy|lazy[-_]?load(?:ing|er)?|(?:image|lazy)[-_]placeholder)"
    r"(?:[-_]?\d+x?\d*)?(?:\.[0-9a-f]{8,20})?\.\w+(?:$|\?)|(?:^|/)[a-z]\.gif(?:$|\?)|"
    r"(?:^|/)(?:(?:anim|ajax|img|page)[-_])?(?:pre)?load(?:ing|er)(?:[-_](?:sm|small|lg|large|big|bar|icon))?\.(?:gif|svg)$",
    re.I,
)
_EXTENSION = r"\.(?:avif|bmp|gif|jpe?g|jfif|png|svg|tiff?|webp)"
_PICTURE_NAME = re.compile(rf"{_EXTENSION}(?:$|[?#])|^data:image/|^https?://|/", re.I)
_PICTURE_FILE = re.compile(rf"^[^\s<>\"'{{}}\[\]]+{_EXTENSION}(?:$|[?#:][^\s<>\"']*$)", re.I)
_GLUED = re.compile(r",(?=https?://)")
_MINIMUM = re.compile(r"min-width:\s*(\d+)")
_SIZE_IN_NAME = re.compile(
    r"[-_](?:\d{2,4}x\d{0,4}|scaled|\d{1,4}w|(?:small|medium|large)(?:[-_]\d{2,3})?|thumb(?:nail)?)$|@[1-3]x$", re.I
)


def candidates(image: Element) -> list[str]:
    """The addresses of an `img`, best first, without doubles: sets, lazy attributes, `picture`, `src`, data."""
    stated = {str(name): str(value) for name, value in image.items()}  # a third of the time of 28 questions to lxml
    sized = sorted(_sized(image, stated), key=lambda pair: _preference(pair[1]), reverse=True)
    best = [address for address, width in sized if width][:1]
    named = [stated[name].strip() for name in SOURCE_ATTRIBUTES if name in stated]
    last = [named.pop()] if "src" in stated else []
    lazy = [address for name in SET_ATTRIBUTES[:-1] if name in stated for address, _ in from_set(stated[name])]
    found = [*best, *named, *lazy, *last, *(address for address, _ in sized)]
    real = [a for a in found if a and _PICTURE_NAME.search(a) and not _PLACEHOLDER.search(a)]
    if not any(not a.startswith("data:") for a in real):
        real += [a for a in _from_data(image) if not _PLACEHOLDER.search(a)]
    rest = [a for a in found if a and not a.startswith("[")]
    return list(dict.fromkeys(real + rest))


def larger_version(image: Element) -> str:
    """The file that a link around an image alone leads to: the picture in full size."""
    link = closest(image, "a")
    if link is None or not is_picture_file((target := link.get("href", "").strip()).partition("?")[0]):
        return ""  # `pin?media=a.png` is a page about a picture
    alone = len(list(islice(link.iter("img"), 2))) == 1
    return target if alone and not any(str(text).strip() for text in link.itertext()) else ""


def is_placeholder(address: str) -> bool:
    """Whether an address is one that lazy loaders show until the real picture comes."""
    return bool(_PLACEHOLDER.search(address))


def is_picture_file(address: str) -> bool:
    """Whether an address names a picture by its ending."""
    return bool(_PICTURE_FILE.match(address))


def picture_key(address: str) -> str:
    """What the addresses of one picture in two sizes have in common: the file's name, where it tells anything."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return ""
    stem = unquote(path).rstrip("/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    while (shorter := _SIZE_IN_NAME.sub("", stem)) != stem:
        stem = shorter
    telling = len(stem) >= 5 and (any(c.isdigit() for c in stem) or len(stem) >= 12)  # not "original"
    return stem.lower() if telling and not is_generic(stem) else ""


def _sized(image: Element, stated: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """The addresses of the image's sets and of its `picture`, with their widths where the page gives them."""
    for name in SET_ATTRIBUTES:
        if name in stated:
            yield from from_set(stated[name])
    picture = closest(image, "picture")
    if picture is None:
        return
    for source in picture.iter("source"):
        minimum = _MINIMUM.search(source.get("media", ""))
        modern = 0.5 if "avif" in source.get("type", "") else 1.0  # of two equal ones the one more readers show
        for name in SET_ATTRIBUTES:
            for address, width in from_set(source.get(name, "")):
                yield address, (width or (float(minimum[1]) if minimum else 0.0)) * modern


def _preference(width: float) -> float:
    """The larger the better, up to what devices can show."""
    return width if width <= WIDEST else 1 / width


def from_set(value: str) -> Iterator[tuple[str, float]]:
    """The addresses of a `srcset` with their widths (HTML §4.8.4.2.1); `2x` counts as 2, nothing as 0."""
    words = iter(value.split())
    for word in words:
        address = word.lstrip(",")
        ended = address.endswith(",")
        width = 0.0
        while not ended and (word := next(words, ",")):
            ended = word.endswith(",") or "," in word
            size, _, glued = word.partition(",")
            glued = glued.lstrip(",")
            width = max(width, _number(size))
            if glued:  # `a.jpg 1x,b.jpg 2x`: the next address follows without a space
                yield from ((a, width) for a in _parts(address))
                address, width, ended = glued, 0.0, glued.endswith(",")
        yield from ((a, width) for a in _parts(address.rstrip(",")))


def _parts(address: str) -> list[str]:
    return [part for part in _GLUED.split(address) if part]


def _number(descriptor: str) -> float:
    match = re.fullmatch(r"(\d{1,6}(?:\.\d{1,4})?|\.\d{1,4})[wx]", descriptor)
    return float(match[1]) if match else 0.0


def _from_data(image: Element) -> list[str]:
    """Addresses in other data attributes, also inside JSON."""
    found: list[str] = []
    for name, value in image.attrib.items():
        key, text = str(name), str(value).strip()
        if not key.startswith("data-") or key in SOURCE_ATTRIBUTES or len(text) > MOST_DATA:
            continue
        if text[:1] in "{[":
            found.extend(_from_json(text))
        elif is_picture_file(text):
            found.append(text)
    return found


def _from_json(text: str) -> Iterator[str]:
    try:
        stack = [json.loads(text)]
    except (ValueError, RecursionError):
        return
    while stack:
        value = stack.pop()
        if isinstance(value, str) and is_picture_file(value):
            yield value
        elif isinstance(value, dict):
            stack.extend(reversed(value.values()))
            stack.extend(k for k in value if is_picture_file(k))
        elif isinstance(value, list):
            stack.extend(reversed(value))


GENERIC = frozenset(
    "image img picture photo photograph pic graphic figure fig illustration logo icon thumbnail thumb banner "
    "placeholder spacer "
    "untitled alt alttext null undefined none unknown featured hero cover screenshot bild foto imagen imagem "
    "immagine afbeelding "
    "billede obraz изображение фото صورة תמונה 画像 写真 图片 图像 사진 이미지".split()
)
"""Words that say that there is an image, and nothing else."""
_FILE_NAME = re.compile(
    r"^\S*\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)$|^(?:img|dsc|dscn|dscf|pict|p|image|photo|scan|screenshot"
    r"|screen[ _-]shot|gettyimages|shutterstock|istock|unnamed|wp|pxl)"
    r"[ _-]?\d[\w .:_-]*$|^[0-9a-f]{16,}$|^[\d_\W]+$|^https?://\S+$",
    re.I,
)


def is_poor(alt: str) -> bool:
    """Whether a text alternative is a file name or a word such as "image": it describes nothing."""
    return bool(_FILE_NAME.match(alt.strip())) or is_generic(alt)


def names_itself(image: Element, alt: str) -> bool:
    """Whether a text alternative is just the name of the file that the image shows."""
    try:
        path = urlsplit(image.get("data-original-src") or image.get("src", "")).path
    except ValueError:
        return False
    name = unquote(path).rsplit("/", 1)[-1].casefold()
    return bool(name) and is_poor(alt) and alt.strip().casefold() in (name, name.rsplit(".", 1)[0])


def is_generic(alt: str) -> bool:
    """Whether words say that there is an image, and nothing else."""
    words = re.findall(r"[^\W\d_]+", alt.lower())
    return len(words) <= 2 and bool(words) and all(w in GENERIC for w in words)
