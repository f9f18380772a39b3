"""Where the pictures of a page hide: every address an image element offers, best first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import Element, closest

SOURCE_ATTRIBUTES = (
    "data-src",
    "data-original",
    "data-lazy-src",
    "data-lazy",
    "data-original-src",
    "data-hi-res-src",
    "data-full-src",
    "data-large-file",
    "data-orig-file",
    "data-image",
    "data-url",
    "data-img-src",
    "src",
)
"""Attributes in which pages keep an image's address; lazy loaders put a placeholder into `src`."""
SET_ATTRIBUTES = ("data-srcset", "data-lazy-srcset", "srcset")

_CANDIDATE = re.compile(r"\s*([^\s,]\S*[^\s,])(?:\s+(\d+(?:\.\d+)?|\.\d+)[wx])?\s*(?:,|$)")
_PLACEHOLDER = re.compile(
    r"^data:image/(?:gif|svg\+xml)|/(?:blank|spacer|placeholder|pixel|transparent|1x1|loading)\.\w+(?:$|\?)", re.I
)
_PICTURE_NAME = re.compile(r"\.(?:avif|bmp|gif|jpe?g|png|svg|tiff?|webp)(?:$|[?#])|^data:image/|^https?://|/", re.I)


def candidates(image: Element) -> list[str]:
    """The addresses of an `img`, best first, without doubles: lazy attributes, `srcset`, `picture`, `src`."""
    found = [image.get(name, "").strip() for name in SOURCE_ATTRIBUTES]
    for name in SET_ATTRIBUTES:
        found.extend(_from_set(image.get(name, "")))
    picture = closest(image, "picture")
    if picture is not None:
        for source in picture.iter("source"):
            found.extend(_from_set(source.get("srcset") or source.get("data-srcset") or ""))
    real = [a for a in found if a and _PICTURE_NAME.search(a) and not _PLACEHOLDER.search(a)]
    rest = [a for a in found if a and a not in real and not a.startswith("[")]
    return list(dict.fromkeys(real + rest))


def is_placeholder(address: str) -> bool:
    """Whether an address is one that lazy loaders show until the real picture comes."""
    return bool(_PLACEHOLDER.search(address))


def _from_set(value: str) -> Iterator[str]:
    """The addresses of a `srcset`, largest first."""
    sized = [(float(m[2] or 1), m[1]) for m in _CANDIDATE.finditer(" ".join(value.split()))]
    yield from (address for _, address in sorted(sized, key=lambda pair: -pair[0]))


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
    words = re.findall(r"[^\W\d_]+", alt.lower())
    return bool(_FILE_NAME.match(alt.strip())) or (len(words) <= 2 and bool(words) and all(w in GENERIC for w in words))
