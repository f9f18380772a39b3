"""Small copies of a book's pictures as `data:` addresses, so that a report needs no other file."""

from __future__ import annotations

import base64
import io

from PIL import Image as Pillow

LARGEST = 160
"""Pixels of a side."""
MOST_PIXELS = 40_000_000
MOST_SVG = 200_000
"""Bytes of a drawing that is taken along as it is."""


def thumbnail(data: bytes, path: str) -> str:
    """The `data:` address of a small copy; empty where the picture cannot be shown."""
    if path.lower().endswith(".svg"):
        return _address("image/svg+xml", data) if len(data) <= MOST_SVG else ""
    try:
        with Pillow.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                return ""
            picture.thumbnail((LARGEST, LARGEST))
            small = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    except (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError):
        return ""
    target = io.BytesIO()
    form = "PNG" if small.mode == "RGBA" else "JPEG"
    small.save(target, form, quality=80)
    return _address(f"image/{form.lower()}", target.getvalue())


def _address(kind: str, data: bytes) -> str:
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"
