"""How the files of a review say what they are, so that none of them is taken for an article."""

from __future__ import annotations

from pathlib import Path

CSV_SIGN = b'"key","kind","article"'
"""The first columns of a sheet and of the approvals; spreadsheets leave the quotes away."""
PAGE_SIGN = b'<meta name="generator" content="ebook review"/>'
START = 400
"""Bytes at the start of a file in which its sign stands."""


def is_sheet(path: Path) -> bool:
    """Whether a file is a review sheet or holds approvals."""
    if path.suffix.lower() not in (".csv", ".html", ".htm"):
        return False
    try:
        with path.open("rb") as file:
            return is_sign(file.read(START))
    except OSError:
        return False  # reading will say what is wrong


def is_sign(start: bytes) -> bool:
    """Whether a file that starts so is a review sheet."""
    plain = start.replace(b'"', b"").removeprefix(b"\xef\xbb\xbf").replace(b";", b",")
    return PAGE_SIGN in start or plain.startswith(CSV_SIGN.replace(b'"', b""))
