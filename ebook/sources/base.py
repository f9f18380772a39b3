"""Resolves the addresses of a page that names another base than its own (`<base href>`, HTML §4.2.3)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from ebook.addresses import clean_address, join
from ebook.markup import Element, closest
from ebook.pictures import SET_ATTRIBUTES, SOURCE_ATTRIBUTES, from_set

_ADDRESSES = {
    "a": ("href",),
    "area": ("href",),
    "iframe": ("src", "data-src", "data-lazy-src"),
    "frame": ("src",),
    "embed": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "source": ("src",),
    "track": ("src",),
    "object": ("data",),
    "blockquote": ("cite",),
    "q": ("cite",),
}
"""Elements with their attributes that hold an address; pictures are looked for beside the page first."""
LONGEST = 2000
"""Characters of a base; a longer one is no address, and joining it to every other takes its time."""
_WHOLE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.I)


def base_of(page: Element, url: str) -> str:
    """The address from which the relative ones of a page are meant, or nothing where that is its own, `url`."""
    stated = next((e.get("href", "").strip() for e in page.iter("base") if e.get("href") is not None), "")
    if stated in ("", ".", "./") or len(stated) > LONGEST:  # browsers write `.` into the pages they save
        return ""
    base = clean_address(join(url, stated))
    if _WHOLE.match(base) and not base.startswith(("http://", "https://")):
        return ""
    return "" if base == url else base


def resolve_links(page: Element, base: str, url: str) -> None:
    """Point the links and frames of a page where they lead from its `base`; places in the page itself stay such."""
    ids = {value for e in page.iter("*") for name in ("id", "name") if (value := e.get(name))}
    own = {url.partition("#")[0], base if urlsplit(base).path.rpartition("/")[2] else ""} - {""}
    for element in page.iter(*_ADDRESSES):
        for name in _ADDRESSES[str(element.tag)]:
            address = (element.get(name) or "").strip()
            if not address or (address.startswith("#") and (address[1:] in ids or address in ("#", "#top"))):
                continue
            resolved = resolve(base, address)
            path, _, fragment = resolved.partition("#")
            element.set(name, f"#{fragment}" if name == "href" and path in own and fragment in ids else resolved)


def resolve_picture(image: Element, base: str) -> None:
    """Write the addresses of an `img` and of the `picture` around it as they are meant from `base`."""
    picture = closest(image, "picture")
    others = picture.iter("source") if picture is not None else ()
    for element in (image, *others):
        for name in SOURCE_ATTRIBUTES:
            if value := (element.get(name) or "").strip():
                element.set(name, resolve(base, value))
        for name in SET_ATTRIBUTES:
            if value := element.get(name):
                element.set(name, _set(base, value))


def _set(base: str, value: str) -> str:
    """A `srcset` with every address resolved, its widths kept."""
    found = [(resolve(base, address), width) for address, width in from_set(value)]
    return ", ".join(
        f"{address} {width:g}{'w' if width >= 10 else 'x'}" if width else address for address, width in found
    )


def resolve(base: str, address: str) -> str:
    """An address as it is meant from `base`; one that is whole, or no address, stays as it is."""
    if _WHOLE.match(address) or address[:1] in "[{" or address.startswith("inline-"):
        return address
    return join(base, address)
