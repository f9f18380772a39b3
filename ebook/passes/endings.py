"""Which of the last kept lines only say who the writer is and how the writer can be reached.

    <p>… and the bridge was closed.</p><p>Write to Ann Lee at ann@mill.example or follow her on Mastodon.</p>
    ->   the second line
    <p>… and the bridge was closed.</p><p>Ann Lee writes about rivers and keeps bees.</p>   ->   the second, by Ann Lee

Such lines stand under every article of their writer and belong to none. They are known by what they hold, an address of
a person and a request to use it, by the name of the byline, or by the heading over them. This is no pass.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import takewhile

from ebook.furniture_words import NETWORKS
from ebook.judge.blocks import Block
from ebook.markup import HEADINGS, Element

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


LIFE = 90
"""Words up to which a line about the writer is one."""
SIGNATURE = 6
"""Words up to which it is a signature under a letter, which stays."""
PART = 0.25
"""Share of the kept words up to which a section about the writer stands beside an article, and is not one."""
_ABOUT = re.compile(
    r"(?:about|meet)\s+(?:the|our)\s+(?:author|writer|reviewer|editor|contributor)s?"
    r"|über\s+(?:den|die|das)\s+autor\w*|zur\s+person\s+de[sr]\s+autor\w*"
    r"|[àa]\s+propos\s+d(?:e\s+l'|es\s+)auteure?s?|(?:sobre|acerca\s+del?)\s+(?:(?:el|la|los|las|os?|as?)\s+)?autor\w*"
    r"|sull?'autor\w+|sugli\s+autori|over\s+de\s+auteurs?",
    re.I,
)
"""Headings over the life of a writer."""
_NAME = re.compile(r"[^\W\d_][\w.'’,-]*(?:\s+[^\W\d_][\w.'’,-]*){1,5}")
"""A byline that may be a person's; a firm is no writer."""
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
"""What a reference to a work holds: writers cite themselves."""


def endings(blocks: list[Block], kept: Set[Element], authors: Sequence[str] = ()) -> set[Element]:
    """The last of the kept lines as far as they say who the writer is and where to be found."""
    kept_blocks = [block for block in blocks if block.box.element in kept]
    found = _about_sections(kept_blocks)
    names = [name.casefold() for name in authors if _NAME.fullmatch(name)]
    last = [block for block in kept_blocks if block.box.element not in found][-LINES:]
    if len(last) < LINES:
        return found
    closing: set[Element] = set()
    for block in reversed(last):
        if block.box.tag == "p" and (is_contact(block.text, block.words) or _is_life(block, names)):
            closing.add(block.box.element)
        elif closing and block.box.tag in HEADINGS:
            closing.add(block.box.element)  # nothing is left under it
        elif closing or block.prose:
            break
    return found | closing


def _is_life(block: Block, names: list[str]) -> bool:
    """Whether a line tells of a writer by name: "Ann Lee writes about rivers"."""
    if not names or not SIGNATURE < block.words <= LIFE or _YEAR.search(block.text):
        return False
    text = block.text.casefold()
    return any(-1 < text.find(name) < len(text) / 2 for name in names)


def _about_sections(kept: list[Block]) -> set[Element]:
    """What stands under the headings "About the author", with the headings, in the last half of an article."""
    total = sum(block.words for block in kept)
    found: set[Element] = set()
    words = 0
    for number, block in enumerate(kept):
        if (
            words * 2 >= total
            and block.box.tag in HEADINGS
            and _ABOUT.fullmatch(block.text.strip(" :").replace("’", "'"))
        ):
            section = [block, *takewhile(lambda b: b.box.tag not in HEADINGS, kept[number + 1 :])]
            if sum(b.words for b in section) <= PART * total or len(section) == 1:
                found |= {b.box.element for b in section}
        words += block.words
    return found


def is_contact(text: str, words: int) -> bool:
    """Whether a line holds an address of a person and asks to use it, or is such an address."""
    if _ONLY_ADDRESS.fullmatch(text):
        return True
    return words <= LONGEST and bool(_ADDRESS.search(text)) and len(_ASKS.findall(text)) > 0
