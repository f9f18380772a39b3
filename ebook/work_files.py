"""Tells the files that people fill in beside articles from articles: their names and first bytes."""

from __future__ import annotations

from pathlib import Path

SIDECAR = "alt.toml"
PICTURES = "alt-images"
SIDECAR_SIGN = b"# What the pictures show: written by `ebook alt`"
"""How every sidecar begins."""
PAGE_SIGN = b'<meta name="generator" content="ebook alt">'
"""What the page of `ebook alt --html` says of itself in its first bytes."""
GLOSSARIES = ("glossary.toml", "glossary.csv")
"""The names under which a build finds what an editor says of the glossary."""
GLOSSARY_SIGN = b"# The glossary: written by `ebook glossary --edit`"
"""How a glossary in TOML begins."""
GLOSSARY_COLUMNS = b'\xef\xbb\xbf"term","kind","meaning"'
"""How one in CSV begins."""
FIRST_BYTES = 600


def is_work_file(path: Path) -> bool:
    """Whether a file or folder is one that `ebook alt` or `ebook glossary` keeps, so that it is never an article."""
    return bool(owner(path))


def owner(path: Path) -> str:
    """The command that keeps a file or folder beside articles: `alt`, `glossary`, or nothing."""
    if path.name in (SIDECAR, PICTURES):
        return "alt"
    if path.name in GLOSSARIES:
        return "glossary"
    suffix = path.suffix.lower()
    if suffix not in (".toml", ".csv", ".html", ".htm", ".xhtml"):
        return ""
    try:
        with path.open("rb") as file:
            start = file.read(FIRST_BYTES)
    except (OSError, ValueError):
        return ""
    if suffix == ".csv":
        return "glossary" if start.startswith(GLOSSARY_COLUMNS) else ""
    if suffix == ".toml":
        return "alt" if start.startswith(SIDECAR_SIGN) else "glossary" if start.startswith(GLOSSARY_SIGN) else ""
    return "alt" if PAGE_SIGN in start else ""
