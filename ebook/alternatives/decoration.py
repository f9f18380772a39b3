"""What proves that an image is decoration: never its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ebook.alternatives.judgement import Proof

_SPACER = 2
"""Pixels of a side that nobody sees."""
_OFTEN = 3
"""Places of one picture without words that make it a separator."""
_FLAT = 8
"""How many times wider than high a drawn line is."""
_SEPARATOR = re.compile(
    r"(?:^|[^a-z])(?:hr|rule|divider|separator|sep|spacer|ornament|flourish|fleuron|asterism|trenner|trennlinie|linie|"
    r"line|dinkus|vignette)(?:[^a-z]|$)",
    re.I,
)
LOGO = re.compile(r"(?:^|[^a-z])logo(?:[^a-z]|$)", re.I)


def decoration(
    *,
    alt: str | None,
    role: str = "",
    hidden: bool = False,
    sides: Sequence[int] = (),
    file: str = "",
    times: int = 1,
    captioned: bool = False,
) -> Proof | None:
    """What proves that an image is decoration, if anything: markup, a role, a size, or how often it stands there.

    `sides` are width and height in pixels as stated, `times` counts the places of the same file in the article.
    """
    if role in ("presentation", "none") or hidden:
        return Proof.ROLE
    if any(side <= _SPACER for side in sides):
        return Proof.SIZE
    if captioned:
        return None
    if alt is not None and not alt.strip():
        return Proof.MARKUP
    if times >= _OFTEN and not (alt or "").strip() and (_SEPARATOR.search(file) or _is_flat(sides)):
        return Proof.SEPARATOR
    if times > 1 and not (alt or "").strip() and LOGO.search(file):
        return Proof.LOGO
    return None


def _is_flat(sides: Sequence[int]) -> bool:
    return len(sides) == 2 and sides[0] >= _FLAT * sides[1]
