"""Addresses (URLs): made safe and well-formed, and joined, without ever raising."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_HOST = re.compile(r"[A-Za-z0-9._-]+(?::\d+)?|\[[0-9A-Fa-f:.]+\](?::\d+)?")


def clean_address(address: str) -> str:
    """An address that is safe and well-formed (RFC 3986), or nothing."""
    address = re.sub(r"[\t\r\n]", "", address.strip())
    address = re.sub(r"[\x00-\x1f\x7f\u200b\ufeff]", "", address)
    if address.startswith("//"):
        address = "https:" + address
    try:
        split = urlsplit(address)
        scheme = split.scheme.lower()
    except ValueError:
        return ""
    if scheme and scheme not in _SCHEMES:
        return ""
    if scheme in ("http", "https"):
        try:
            host = (
                split.netloc.rpartition("@")[2].encode("idna").decode("ascii")
                if not split.netloc.isascii()
                else split.netloc.rpartition("@")[2]
            )
            port = split.port
        except (UnicodeError, ValueError):
            return ""
        if not _HOST.fullmatch(host) or not all(host.rstrip(".").split(".")) or port == 0:
            return ""
        rest = address.split("://", 1)[-1].removeprefix(split.netloc)
        return f"{scheme}://{host}{_quoted(rest)}"
    if scheme in ("mailto", "tel") and not split.path:
        return ""
    return _quoted(address)


def join(base: str, address: str) -> str:
    """An address as it is meant on the page at `base`; unchanged where the two make none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _quoted(text: str) -> str:
    text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    path, sign, fragment = text.partition("#")
    return quote(path, safe="/?:@!$&'()*+,;=-._~%") + sign + quote(fragment, safe="/?:@!$&'()*+,;=-._~%")
