"""Wakes the checks for accessibility that EPUBCheck has and ships asleep (`ACC-…`), by its own way: a file for `-c`."""

from __future__ import annotations

import re

AWAKE = {
    "ACC-004": "INFO",
    "ACC-005": "INFO",
    "ACC-006": "INFO",
    "ACC-012": "INFO",
}
"""Links without words; tables without header cells, head or caption.

EPUBCheck cannot tell tables for layout, and does not see that the words of a link are the description of the picture in
it: what it says of both is for information; our own rules decide. ACC-007,
which asks for `epub:type` in every document, stays asleep: hardly any reading app makes use of it.
"""
OVERRIDES = "ID\tSEVERITY\tMESSAGE\tSUGGESTION\n" + "".join(f"{name}\t{level}\n" for name, level in AWAKE.items())
"""The text of the file."""

_OVERRIDDEN = re.compile(r"^\s*\(severity overridden from \w+\)\s*")


def as_said(message: str) -> str:
    """A message of EPUBCheck without its remark that it was woken."""
    return _OVERRIDDEN.sub("", message)
