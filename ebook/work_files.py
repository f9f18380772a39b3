"""Tells the files that `ebook alt` keeps beside articles from articles: their names and first bytes."""

from __future__ import annotations

from pathlib import Path

SIDECAR = "alt.toml"
PICTURES = "alt-images"
SIDECAR_SIGN = b"# What the pictures show: written by `ebook alt`"
"""How every sidecar begins."""
PAGE_SIGN = b'<meta name="generator" content="ebook alt">'
"""What the page of `ebook alt --html` says of itself in its first bytes."""
FIRST_BYTES = 600


def is_work_file(path: Path) -> bool:
    """Whether a file or folder belongs to the descriptions of pictures, so that it is never an article."""
    if path.name in (SIDECAR, PICTURES):
        return True
    suffix = path.suffix.lower()
    if suffix not in (".toml", ".html", ".htm", ".xhtml"):
        return False
    try:
        with path.open("rb") as file:
            start = file.read(FIRST_BYTES)
    except (OSError, ValueError):
        return False
    return start.startswith(SIDECAR_SIGN) if suffix == ".toml" else PAGE_SIGN in start
