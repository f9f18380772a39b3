"""Where the headline of the article stands on its page."""

from __future__ import annotations

import re

from ebook.judge.blocks import Block
from ebook.judge.signs import BIT

LONGEST = 40
"""Words from which a block is no headline."""
ENOUGH = 0.49
"""Score above which a block is taken for the headline: that of an `h1` alone."""
CLEARLY = 0.05
"""A later candidate must score better by this much."""
_WORD = re.compile(r"\w+")
_LEVELS = {"h1": 0.5, "h2": 0.2, "h3": 0.2}
_ASIDE = BIT["related"] | BIT["side"]


def headline(blocks: list[Block], title: str) -> int | None:
    """The number of the block that is the article's headline, judged by tag, class and the page's title."""
    wanted = set(_WORD.findall(title.lower()))
    best, found = ENOUGH, None
    for number, block in enumerate(blocks):
        if block.words > LONGEST:
            continue
        box = block.box
        level = _LEVELS.get(box.tag) or (_LEVELS.get(box.parent.tag, 0.0) if box.parent else 0.0)
        if not level and not box.signs & BIT["head"] and len(block.key) > len(title):
            continue
        words = set(_WORD.findall(block.key))
        score = level + (len(words & wanted) / len(words | wanted) if wanted and words else 0.0)
        if box.signs & BIT["head"]:
            score += 0.15
        if box.signs & _ASIDE:
            score -= 0.2
        if score > best + (CLEARLY if found is not None else 0.0):
            best, found = score, number
    return found
