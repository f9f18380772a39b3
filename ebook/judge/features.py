"""The facts about each block that the judge weighs.

All are shares, counts and distances: none names a site, a language or a word of the text.
"""

from __future__ import annotations

import re
from collections import Counter

from ebook.judge.blocks import Block, Box, blocks_of
from ebook.judge.headline import headline
from ebook.judge.signs import BIT
from ebook.markup import Element

TAGS = (
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "td", "th", "blockquote", "pre", "figcaption", "dd", "dt",
    "section", "article", "caption", "summary",
)  # fmt: skip
_TAG_NUMBER = {tag: number for number, tag in enumerate(TAGS)}
_SIGNED = ("signup", "media", "body", "article", "side", "comments", "related", "head")
"""Kinds of boxes whose distance from the block counts."""
_FAR = 30
NAMES = (
    "tag", "words", "linked", "upper", "capitals", "digits", "ends", "mean_word", "copies", "depth", "before", "after",
    "to_prose", "part_read", "prose_read", "prose_left", "from_headline", "from_heading", "in_summary",
    "in_core", "core_depth", "in_wide_core", "wide_core_depth", "away", "away_linked", "away_prose", "away_density",
    "away_blocks", "away_words", "core_up", "meeting_prose", "factor", "in_article", "headline_depth",
    *(f"{what}_{n}" for n in (1, 2, 3, 4) for what in ("prose", "words", "linked")),
    "alike", "alike_words", "alike_linked", "alike_mean", "page_blocks", "page_words", "page_prose", "core_words",
    "away_media", *_SIGNED,
)  # fmt: skip
"""The features in the order in which `facts` gives them."""

_BAD = 0
for _kind in ("side", "related", "popup", "footer", "nav", "author", "signup", "advert", "share", "tags", "hidden"):
    _BAD |= BIT[_kind]
_OFF_TAGS = frozenset("aside footer nav form header figure".split())
_END = re.compile(r"[.!?…。！？։؟।:;][\"”’»')\]]*$")
CORE, WIDE = 0.6, 0.9
"""The core is the innermost box with at least this share of the prose."""


class Page:
    """A page as the judge sees it: blocks, boxes, headline, and the box most of the article stands in."""

    def __init__(self, tree: Element, *, title: str, summary: str) -> None:
        self.blocks, self.boxes = blocks_of(tree)
        self.summary = " ".join(summary.lower().split())
        self.headline = headline(self.blocks, title)
        at_headline = self.blocks[self.headline].box.around() if self.headline is not None else []
        self.headline_boxes = {id(box) for box in at_headline}
        self.article = next((b for b in at_headline if _is_article(b) and b.words > b.linked + 30), None)
        self._weigh()
        self.prose = self.boxes[0].prose or 1.0
        self.core = self._descend(CORE)
        self.wide = self._descend(WIDE)

    def _weigh(self) -> None:
        """Sum the prose of every box, weighted by what the boxes around it say of themselves."""
        for box in self.boxes[1:]:
            assert box.parent is not None
            box.factor = box.parent.factor * self._own_factor(box)
        outside = self.article
        for number, block in enumerate(self.blocks):
            if not block.prose:
                continue
            weight = block.words * min(3.0, block.box.factor)
            if self.headline is not None and number < self.headline:
                weight *= 0.3
            if outside is not None and outside not in block.box.around():
                weight *= 0.3
            block.box.prose += weight
        for box in reversed(self.boxes):
            if box.parent is not None:
                box.parent.prose += box.prose

    def _own_factor(self, box: Box) -> float:
        factor = 3.0 if box.element.get("itemprop") == "articleBody" else 1.0
        if id(box) in self.headline_boxes:
            return factor
        if box.signs & BIT["comments"]:
            factor *= 0.1
        elif box.signs & _BAD:
            factor *= 0.4
        if box.tag in _OFF_TAGS:
            factor *= 0.3
        return factor * 1.5 if box.signs & BIT["body"] else factor

    def _descend(self, share: float) -> Box:
        """The innermost box with at least this share of the prose."""
        inside: dict[int, Box] = {}
        for box in self.boxes[1:]:
            assert box.parent is not None
            best = inside.get(id(box.parent))
            if best is None or box.prose > best.prose:
                inside[id(box.parent)] = box
        found = self.boxes[0]
        while (best := inside.get(id(found))) is not None:
            if best.prose < share * self.prose or best.tag in ("p", "li", "pre", "blockquote"):
                break
            found = best
        return found


def _is_article(box: Box) -> bool:
    element = box.element
    if box.tag in ("article", "main") or element.get("role") in ("article", "main"):
        return True
    kind = element.get("itemtype", "").lower()
    return "article" in kind or "posting" in kind


def facts(page: Page) -> list[list[float]]:
    """One row of numbers for every block, in the order of `NAMES`."""
    if not page.blocks:
        return []
    return _Facts(page).rows()


class _Facts:
    """What is the same for all blocks of a page, counted once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        blocks = page.blocks
        self.total = max(1, sum(b.words for b in blocks))
        self.copies = Counter(b.key for b in blocks)
        self.core_chain = {id(box) for box in page.core.around()}
        self.alike: dict[tuple[object, ...], list[float]] = {}
        for block in blocks:
            group = self.alike.setdefault(_trail(block), [0, 0, 0.0])
            group[0] += 1
            group[1] += block.words
            group[2] += block.linked
        self.box_facts: dict[int, list[float]] = {}
        self.to_prose = _to_prose(blocks)

    def rows(self) -> list[list[float]]:
        page, blocks = self.page, self.page.blocks
        prose = [b.words if b.prose else 0 for b in blocks]
        all_prose = max(1, sum(prose))
        read = prose_read = 0
        heading = -99
        start = page.headline if page.headline is not None else -1
        rows: list[list[float]] = []
        for n, block in enumerate(blocks):
            if block.box.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                heading = n
            row = _text_facts(block)
            row += (
                self.copies[block.key],
                block.box.level,
                blocks[n - 1].words if n else -1,
                blocks[n + 1].words if n + 1 < len(blocks) else -1,
                self.to_prose[n],
                read / self.total,
                prose_read / all_prose,
                (all_prose - prose_read - prose[n]) / all_prose,
                max(-200, min(200, n - start)) if start >= 0 else 0,
                min(50, n - heading),
                len(block.key) > 20 and bool(page.summary) and block.key[:60] in page.summary,
            )
            key = id(block.box)
            around = self.box_facts.get(key)
            if around is None:
                around = self.box_facts[key] = self._box_facts(block)
            row += around
            read += block.words
            prose_read += prose[n]
            rows.append(row)
        return rows

    def _box_facts(self, block: Block) -> list[float]:
        """What is true of a block because of the boxes it stands in."""
        page, box = self.page, block.box
        chain = box.around()
        core, wide = page.core, page.wide
        in_core = core in chain
        in_wide = wide in chain
        away, meeting, signs = 0, box, 0
        branch: Box | None = None
        for outer in chain:
            meeting = outer
            if id(outer) in self.core_chain:
                break
            signs |= outer.signs
            away += 1
            branch = outer
        row: list[float] = [
            in_core,
            box.level - core.level + 1 if in_core else -1,
            in_wide,
            box.level - wide.level + 1 if in_wide else -1,
            away,
        ]
        if branch is None:
            row += (-1, -1, -1, -1, -1)
        else:
            words = max(1, branch.words)
            row += (
                branch.linked / words,
                branch.prose / page.prose,
                branch.prose / words,
                branch.blocks,
                branch.words / self.total,
            )
        row += (
            core.level - meeting.level,
            meeting.prose / page.prose,
            box.factor,
            -1 if page.article is None else page.article in chain,
            sum(id(b) in page.headline_boxes for b in chain) - len(page.headline_boxes),
        )
        row += self._wider(chain)
        count, size, linked = self.alike[_trail(block)]
        row += (count, size / self.total, linked / count, size / count)
        row += (len(page.blocks), self.total, page.prose / self.total, core.words / self.total)
        row.append(bool(signs & BIT["media"]))
        row += (_distance(chain, BIT[kind]) for kind in _SIGNED)
        return row

    def _wider(self, chain: list[Box]) -> list[float]:
        """Prose, words and links of the four boxes around a block's own."""
        row: list[float] = []
        for n in (1, 2, 3, 4):
            box = chain[n] if n < len(chain) else chain[-1]
            row += (box.prose / self.page.prose, box.words, box.linked / max(1, box.words))
        return row


def _text_facts(block: Block) -> list[float]:
    text = block.text
    parts = text.split()
    return [
        _TAG_NUMBER.get(block.box.tag, len(TAGS)),
        block.words,
        block.linked,
        sum(map(str.isupper, text)) / block.chars,
        sum(part[0].isupper() for part in parts) / len(parts),
        sum(map(str.isdigit, text)) / block.chars,
        _END.search(text[-4:]) is not None,
        block.chars / max(1, block.words),
    ]


def _trail(block: Block) -> tuple[object, ...]:
    """Tag and class of a block's box and the two around it: what repeats in lists of teasers and of comments."""
    box = block.box
    parent = box.parent
    outer = parent.parent if parent is not None else None
    return (box.trail, parent.trail if parent else None, outer.trail if outer else None)


def _to_prose(blocks: list[Block]) -> list[int]:
    """How many blocks stand between each block and the next run of prose."""
    distances = [0] * len(blocks)
    ahead = 99
    for n in range(len(blocks) - 1, -1, -1):
        distances[n] = ahead
        ahead = 0 if blocks[n].prose else ahead + 1
    return distances


def _distance(chain: list[Box], bit: int) -> int:
    return next((n for n, box in enumerate(chain) if box.signs & bit), _FAR)
