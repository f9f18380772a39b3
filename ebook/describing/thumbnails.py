"""Small copies of pictures, for looking at them beside the words."""

from __future__ import annotations

import io

from PIL import Image as Pillow

from ebook.model import Image
from ebook.pictures import digest
from ebook.work_files import PICTURES

SMALL, LARGE = 320, 900
"""Pixels of the longer side: in the folder beside `alt.toml`, and in the page of `ebook alt --html`."""
_ENDINGS = {
    "image/svg+xml": "svg",
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
}


def small_copy(image: Image, side: int = SMALL) -> tuple[str, bytes]:
    """The media type and the bytes of a copy; drawings are small already, and safe since they were read."""
    if image.media_type == "image/svg+xml":
        return image.media_type, image.data
    try:
        with Pillow.open(io.BytesIO(image.data)) as picture:
            clear = picture.has_transparency_data
            copy = picture.convert("RGBA" if clear else "RGB")
    except (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError):
        # damaged further in than its head, or too large to be opened: it goes as it is
        return image.media_type, image.data
    copy.thumbnail((side, side))
    target = io.BytesIO()
    if clear:
        copy.save(target, "PNG", optimize=True)
        return "image/png", target.getvalue()
    copy.save(target, "JPEG", quality=80)
    return "image/jpeg", target.getvalue()


def copy_name(image: Image, media_type: str) -> str:
    """The path of a small copy from the folder of `alt.toml`: letters and digits alone, whatever the page called it."""
    return f"{PICTURES}/{digest(image.data)}.{_ENDINGS[media_type]}"
