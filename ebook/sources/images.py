"""Takes along the pictures that lie beside a page, as types that every EPUB reader shows."""

from __future__ import annotations

import base64
import binascii
import hashlib
import io
import re
from collections.abc import Callable
from dataclasses import replace as with_changes
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

from ebook.drawings import clean_drawing, described, drawing_text, is_picture
from ebook.markup import LINE, Element, elements, inside, new, parse, place, serialise
from ebook.model import Article, Image
from ebook.pictures import candidates, is_placeholder, larger_version
from ebook.rules import Finding, Place, rule
from ebook.sources.base import resolve_picture

CORE_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "GIF": "image/gif", "WEBP": "image/webp"}
"""Pillow's format names to EPUB 3.3's core media types (§3.2)."""
CONVERTED = ("AVIF", "BMP", "DIB", "ICO", "TIFF", "JPEG2000")
"""What else is read; it is converted to PNG or JPEG."""
OPENED = (*CORE_TYPES, *CONVERTED)
LARGEST_FILE = 64 * 1024 * 1024
LONGEST_SIDE = 4096
"""Pictures above the pixel limit are scaled to this."""
_SHAPE = re.compile(
    rb"<(?:[\w]+:)?(?:path|circle|ellipse|line|polyline|polygon|text|image|use)[\s/>]|<rect[^>]*>.*?<rect", re.S
)
_DATA = re.compile(r"^data:(image/[\w.+-]+)?((?:;[\w=.-]+)*),(.*)$", re.S | re.I)


def with_images(article: Article, folder: Path | None, root: Path | None, *, max_pixels: int) -> Article:
    """The article with its local pictures; `folder` is where its page lies, `root` what must hold them.

    Pictures that are missing, damaged or outside of `root` are findings when the body shows them.
    """
    if not any(mark in article.body for mark in ("<img", "<svg", "<amp-img")):
        return article
    tree = parse(article.body)
    found, changed = take_images(tree, article, folder, root, max_pixels=max_pixels)
    return with_changes(found, body=serialise(tree)) if changed else found


def take_images(
    tree: Element, article: Article, folder: Path | None, root: Path | None, *, max_pixels: int
) -> tuple[Article, bool]:
    """The article with the pictures and the findings of its tree, and whether the tree was changed for them."""
    images: dict[str, Image] = {}
    findings: list[Finding] = []
    changed = False

    def load(reference: str, element: Element) -> Image | None:
        if folder is None or root is None:
            return None
        return _load(reference, folder, root, element, article, findings, max_pixels)

    for drawing in elements(tree, "svg"):
        changed |= _take_drawing(drawing, images)
    for element in elements(tree, "img", "amp-img"):
        changed |= _shorten_data(element, images, findings, article, max_pixels)
        held = _take_along(element, images, load)
        if article.base and not held:
            resolve_picture(element, article.base)
            _take_along(element, images, load)
            changed = True
    found = with_changes(article, images=tuple(images.values()), findings=(*article.findings, *findings))
    return found, changed


def _take_along(element: Element, images: dict[str, Image], load: Callable[[str, Element], Image | None]) -> bool:
    """Whether one of the addresses of an image, the best first, is that of a picture that lies beside the page."""
    for reference in filter(None, (larger_version(element), *candidates(element))):
        if reference in images:
            return True
        found = load(reference, element)
        if found:
            images[reference] = found
            return True
    return False


def _load(
    reference: str,
    folder: Path,
    root: Path,
    element: Element,
    article: Article,
    findings: list[Finding],
    max_pixels: int,
) -> Image | None:
    """The picture at a relative address, or nothing."""
    path = _local(reference, folder)
    if path is None:
        return None
    where = place(article.source, element)
    try:
        real = path.resolve(strict=True)
        if not real.is_relative_to(root.resolve()):
            findings.append(rule("image.outside").at(where, image=_short(reference)))
            return None
        if not real.is_file() or real.stat().st_size > LARGEST_FILE:
            return None
        data = real.read_bytes()
    except (OSError, ValueError, RuntimeError):
        return None
    return _judged(reference, data, findings, where, max_pixels)


def _judged(reference: str, data: bytes, findings: list[Finding], where: Place, max_pixels: int) -> Image | None:
    """The picture in a form that books can hold; what is no picture is a finding."""
    try:
        image, before = as_image(reference, data, max_pixels=max_pixels)
    except ValueError as error:
        findings.append(rule("image.unreadable").at(where, image=_short(reference), reason=error))
        return None
    if before:
        findings.append(
            rule("image.converted").at(where, image=_short(reference), before=before, after=image.media_type)
        )
    return image


def as_image(reference: str, data: bytes, *, max_pixels: int) -> tuple[Image, str]:
    """The picture as a core media type, and what it was where it had to be converted.

    Raises `ValueError` with the reason for what is no picture or cannot be read.
    """
    head = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith((b"<svg", b"<?xml", b"<!DOCTYPE svg", b"<!--")) and b"<svg" in data[:4000]:
        drawing, width, height = clean_drawing(data)
        return Image(reference=reference, data=drawing, media_type="image/svg+xml", width=width, height=height), ""
    try:
        with Pillow.open(io.BytesIO(data), formats=OPENED) as picture:
            picture.load() if picture.width * picture.height <= max_pixels else None
            kind = str(picture.format)
            width, height = picture.size
            if kind in CORE_TYPES and width * height <= max_pixels:
                return Image(
                    reference=reference, data=data, media_type=CORE_TYPES[kind], width=width, height=height
                ), ""
            return _converted(reference, picture, max_pixels), kind
    except Exception as error:
        reason = "it is no picture" if isinstance(error, UnidentifiedImageError) else "it is damaged or too large"
        raise ValueError(reason) from error


def _converted(reference: str, picture: Pillow.Image, max_pixels: int) -> Image:
    if picture.width * picture.height > max_pixels:
        picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    upright = ImageOps.exif_transpose(picture)
    target = io.BytesIO()
    photographic = upright.mode in ("RGB", "CMYK", "YCbCr") and str(picture.format) not in ("BMP", "DIB", "ICO")
    if photographic:
        upright.convert("RGB").save(target, "JPEG", quality=88, progressive=True)
    else:
        upright.convert("RGBA" if "A" in upright.mode or "transparency" in upright.info else "RGB").save(target, "PNG")
    return Image(
        reference=reference,
        data=target.getvalue(),
        width=upright.width,
        height=upright.height,
        media_type="image/jpeg" if photographic else "image/png",
    )


def _take_drawing(drawing: Element, images: dict[str, Image]) -> bool:
    """A drawing in the page becomes a picture; icons and what cannot be made safe stay for the sanitiser."""
    parent = drawing.getparent()
    if parent is None or inside(drawing, "svg", "math") or not is_picture(drawing):
        return False
    try:
        data, width, height = clean_drawing(drawing_text(drawing))
    except ValueError:
        return False
    reference = f"inline-{hashlib.sha256(data).hexdigest()[:16]}"
    images[reference] = Image(reference=reference, data=data, media_type="image/svg+xml", width=width, height=height)
    image = new("img", src=reference)
    words = described(drawing)
    if words:
        image.set("alt", words)
    for name in ("id", LINE):
        if drawing.get(name):
            image.set(name, drawing.get(name, ""))
    image.tail, drawing.tail = drawing.tail, None
    parent.replace(drawing, image)
    return True


def _shorten_data(
    element: Element, images: dict[str, Image], findings: list[Finding], article: Article, max_pixels: int
) -> bool:
    """Turn `data:` addresses of an image into short names; placeholders of lazy loaders stay for later."""
    changed = False
    for name in ("src", "data-src"):
        address = element.get(name, "")
        if not address.startswith("data:"):
            continue
        data = b"" if _offers_another(element) else _decoded(address)
        short = f"inline-{hashlib.sha256(data).hexdigest()[:16]}"
        if len(data) > 100 and short not in images:
            found = _judged(short, data, findings, place(article.source, element), max_pixels)
            if found and (found.width > 2 or shows_something(found)):
                images[short] = found
        element.set(name, short if short in images else "")
        if not element.get(name):
            del element.attrib[name]
        changed = True
    return changed


def _offers_another(element: Element) -> bool:
    """Whether an image has an address besides: then its `data:` is a preview that waits for the picture."""
    return any(not a.startswith(("data:", "inline-")) and not is_placeholder(a) for a in candidates(element))


def shows_something(image: Image) -> bool:
    """Whether a drawing holds anything to see; lazy loaders use empty ones to keep a place."""
    return image.media_type == "image/svg+xml" and bool(_SHAPE.search(image.data))


def _decoded(address: str) -> bytes:
    match = _DATA.match(address)
    if not match:
        return b""
    try:
        return (
            base64.b64decode(re.sub(r"\s", "", unquote(match[3])))
            if "base64" in match[2].lower()
            else unquote_to_bytes(match[3])
        )
    except (binascii.Error, ValueError):
        return b""


def _local(reference: str, folder: Path) -> Path | None:
    """The file a relative address names, or nothing for addresses on the web."""
    if re.match(r"^(?:[a-z][a-z0-9+.-]*:|//|/|\\|#)", reference, re.I):
        return None
    name = unquote(urlsplit(reference).path)
    if not name or "\x00" in name:
        return None
    return folder / name


def _short(reference: str) -> str:
    return reference if len(reference) <= 80 else reference[:77] + "…"
