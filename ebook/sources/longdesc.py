"""Brings along the description of a picture that `longdesc` names in a file beside the page, or holds itself.

<img src="rain.png" longdesc="rain.html">   ->   <img src="rain.png" data-extended-description="<body>…</body>">
"""

from __future__ import annotations

import base64
import binascii
import re
from html import escape
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from ebook.errors import UnreadableInput
from ebook.markup import Element, drop, text_of
from ebook.pictures import DESCRIPTION
from ebook.sources.decode import decode
from ebook.sources.html import body_text, parse_page

LARGEST = 200_000
"""Bytes; what is longer describes more than a picture."""
_DATA = re.compile(r"data:(text/(?:html|plain))?((?:;[\w=.-]+)*),(.*)", re.S | re.I)
_TEXT_FILES = (".html", ".htm", ".xhtml", ".txt")
_AROUND = ("nav", "header", "footer", "form", "aside")
"""What a page has beside what it says."""


def take_description(image: Element, folder: Path | None, root: Path | None) -> bool:
    """Put the text that an image's `longdesc` leads to on the image; says whether anything was there."""
    address = image.get("longdesc", "").strip()
    if not address or address.startswith("#"):
        return False
    text, fragment = _from_data(address), ""
    if not text and folder is not None and root is not None:
        text, fragment = _from_file(address, folder, root), unquote(address.partition("#")[2])
    found = _body(text, fragment) if text else ""
    if found:
        image.set(DESCRIPTION, found)
    return bool(found)


def _from_data(address: str) -> str:
    match = _DATA.fullmatch(address) if len(address) <= LARGEST else None
    if match is None:
        return ""
    try:
        data = base64.b64decode(unquote(match[3])) if ";base64" in match[2].lower() else unquote_to_bytes(match[3])
        text = decode(data, "longdesc").text
    except (binascii.Error, ValueError, UnreadableInput):
        return ""
    return text if (match[1] or "").lower() == "text/html" else _paragraphs(text)


def _from_file(address: str, folder: Path, root: Path) -> str:
    split = urlsplit(address)
    name = unquote(split.path)
    if split.scheme or split.netloc or name.startswith(("/", "\\")) or not name.lower().endswith(_TEXT_FILES):
        return ""
    try:
        real = (folder / name).resolve(strict=True)
        if not real.is_relative_to(root.resolve()) or not real.is_file() or real.stat().st_size > LARGEST:
            return ""
        text = decode(real.read_bytes(), name).text
    except (OSError, ValueError, RuntimeError, UnreadableInput):
        return ""
    return _paragraphs(text) if name.lower().endswith(".txt") else text


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def _body(text: str, fragment: str) -> str:
    """The body of a description as well-formed text, of the named part of it where there is one."""
    page = parse_page(text)
    part = next((e for e in page.iter("*") if fragment and e.get("id") == fragment), None)
    if part is not None and part.tag not in ("html", "body"):
        body = next(page.iter("body"))
        body[:] = [part]
        body.text = part.tail = None
    for element in list(page.iter(*_AROUND)):
        drop(element)
    return body_text(page) if text_of(page) else ""
