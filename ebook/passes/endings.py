"""Which of the last kept lines only say how the writer can be reached.

    <p>… and the bridge was closed.</p><p>Write to Ann Lee at ann@mill.example or follow her on Mastodon.</p>
    ->   the second line

Such a line stands under every article of its writer and belongs to none. It is known by what it holds, an address of
a person, and by what it asks for. This is no pass.
"""

from __future__ import annotations

import re
from collections.abc import Set

from ebook.furniture_words import NETWORKS
from ebook.judge.blocks import Block
from ebook.markup import Element

LINES = 5
"""Kept lines at the end that are looked at."""
LONGEST = 60
"""Words of such a line; a longer one has something to say."""
_ADDRESS = re.compile(
    rf"[\w.+-]{{1,60}}@[\w-]{{1,60}}\.[a-z]{{2,12}}|(?:^|[\s(])@\w{{3,30}}|\b(?:{NETWORKS}|mastodon|bluesky|threads)\b",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:e-?mail|contact|reach(?:ed)?|follow|tweet|write\s+to|tips?|like\s+us|subscribe|connect\s+with"
    r"|schreiben\s+sie|folgen|erreich\w+|kontakt\w*|écri\w+|suiv\w+|contact\w+|joindre|escrib\w+|sig\w+|síg\w+"
    r"|escrev\w+|scriv\w+|segui\w*|volg|mail|bereik\w+)\b",
    re.I,
)
_ONLY_ADDRESS = re.compile(
    rf"(?:[\w.+-]{{1,60}}@[\w-]{{1,60}}(?:\.[\w-]{{1,30}}){{1,3}}|@\w{{3,30}}|(?:https?://)?(?:www\.)?(?:{NETWORKS})(?:\.com)?/\S{{2,60}})",
    re.I,
)


def endings(blocks: list[Block], kept: Set[Element]) -> set[Element]:
    """The last of the kept lines as far as they say where to find the writer."""
    found: set[Element] = set()
    last = [block for block in blocks if block.box.element in kept][-LINES:]
    for block in reversed(last):
        if block.box.tag != "p" or not is_contact(block.text, block.words):
            if found or block.prose:
                break
            continue
        found.add(block.box.element)
    return found if len(last) == LINES else set()


def is_contact(text: str, words: int) -> bool:
    """Whether a line holds an address of a person and asks to use it, or is such an address."""
    if _ONLY_ADDRESS.fullmatch(text):
        return True
    return words <= LONGEST and bool(_ADDRESS.search(text)) and len(_ASKS.findall(text)) > 0
