"""The facts about each block that the judge weighs.

All are shares, counts and distances: none names a site, a language or a word of the text.
"""

from __future__ import annotations

import re
from collections import Counter

from ebook.judge.blocks import Block, Box, blocks_of
from ebook.judge.headline import headline
from ebook.judge.signs import BIT
from ebook.markup import HEADINGS, Element

TAGS = (
    "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "div", "td", "th", "blockquote", "pre", "figcaption", "dd", "dt",
    "section", "article", "caption", "summary",
)  # fmt: skip
_TAG_NUMBER = {tag: number for number, tag in enumerate(TAGS)}
_SIGNED = ("signup", "media", "body", "article", "side", "comments", "related", "head")
"""Kinds of boxes whose distance from the block counts."""
_SIGNED_EACH = tuple(BIT[kind] for kind in _SIGNED)
_SIGNED_BITS = sum(_SIGNED_EACH)
_FAR = 30
_NOWHERE = -1
"""The level of a box that is not there."""
_ASCII, _UPPER, _DIGITS = bytes(range(128)), b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"0123456789"
"""Bytes to be counted all at once; a question to each character took a third of all facts' time."""
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
            if not box.blocks:
                continue
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


class _Place:
    """What is true of a box because of the boxes around it; follows from what is true of its parent."""

    __slots__ = ("away", "branch", "in_article", "in_core", "in_wide", "meeting", "near", "shared", "signs")

    away: int
    branch: Box | None
    in_article: bool
    in_core: bool
    in_wide: bool
    meeting: Box
    near: tuple[int, ...]
    """The level of the innermost box of each kind that counts."""
    shared: int
    """Boxes around both this one and the headline."""
    signs: int

    def __init__(self, box: Box, outer: _Place, page: Page, core_chain: set[int]) -> None:
        self.in_core = outer.in_core or box is page.core
        self.in_wide = outer.in_wide or box is page.wide
        self.in_article = outer.in_article or box is page.article
        self.shared = outer.shared + (id(box) in page.headline_boxes)
        if id(box) in core_chain:
            self.away, self.meeting, self.signs = 0, box, 0
            self.branch = None
        else:
            self.away, self.meeting, self.signs = outer.away + 1, outer.meeting, outer.signs | box.signs
            self.branch = outer.branch or box
        self.near = outer.near
        if box.signs & _SIGNED_BITS:
            bits = zip(_SIGNED_EACH, outer.near, strict=True)
            self.near = tuple([box.level if box.signs & bit else level for bit, level in bits])


class _Outside(_Place):
    """What is true where there is no box at all."""

    __slots__ = ()

    def __init__(self, root: Box) -> None:
        self.in_core = self.in_wide = self.in_article = False
        self.shared = self.away = self.signs = 0
        self.meeting = root
        self.branch = None
        self.near = (_NOWHERE,) * len(_SIGNED)


class _Facts:
    """What is the same for all blocks of a page, counted once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        blocks = page.blocks
        self.total = max(1, sum(b.words for b in blocks))
        self.copies = Counter(b.key for b in blocks)
        self.places = _places(page)
        self.trails = [_trail(block.box) for block in blocks]
        self.alike: dict[tuple[object, ...], list[float]] = {}
        for block, trail in zip(blocks, self.trails, strict=True):
            group = self.alike.setdefault(trail, [0, 0, 0.0])
            group[0] += 1
            group[1] += block.words
            group[2] += block.linked
        self.box_facts: dict[int, list[float]] = {}
        self.outer: dict[int, list[float]] = {}
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
            if block.box.tag in HEADINGS:
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
                around = self.box_facts[key] = self._box_facts(block.box, self.trails[n])
            row += around
            read += block.words
            prose_read += prose[n]
            rows.append(row)
        return rows

    def _around(self, box: Box) -> list[float]:
        """Prose, words and links of the four boxes around a box: those of the next, and three of the next's own."""
        found = self.outer.get(id(box))
        if found is None:
            outer = box.parent or box
            shares = [outer.prose / self.page.prose, outer.words, outer.linked / max(1, outer.words)]
            found = self.outer[id(box)] = shares * 4 if outer is box else shares + self._around(outer)[:9]
        return found

    def _box_facts(self, box: Box, trail: tuple[object, ...]) -> list[float]:
        """What is true of a block because of the boxes it stands in."""
        page, place = self.page, self.places[id(box)]
        core, level = page.core, box.level
        row: list[float] = [
            place.in_core,
            level - core.level + 1 if place.in_core else -1,
            place.in_wide,
            level - page.wide.level + 1 if place.in_wide else -1,
            place.away,
        ]
        branch = place.branch
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
            core.level - place.meeting.level,
            place.meeting.prose / page.prose,
            box.factor,
            -1 if page.article is None else place.in_article,
            place.shared - len(page.headline_boxes),
        )
        row += self._around(box)
        count, size, linked = self.alike[trail]
        row += (count, size / self.total, linked / count, size / count)
        row += (len(page.blocks), self.total, page.prose / self.total, core.words / self.total)
        row.append(bool(place.signs & BIT["media"]))
        row += [_FAR if other == _NOWHERE else level - other for other in place.near]
        return row


def _places(page: Page) -> dict[int, _Place]:
    """The place of every box that holds text, by its `id`; boxes come after those around them."""
    core_chain = {id(box) for box in page.core.around()}
    outside = _Outside(page.boxes[0])
    places: dict[int, _Place] = {}
    for box in page.boxes:
        if not box.blocks:
            continue  # nobody asks about what holds no text
        outer = outside if box.parent is None else places[id(box.parent)]
        places[id(box)] = _Place(box, outer, page, core_chain)
    return places


def _text_facts(block: Block) -> list[float]:
    text, chars = block.text, block.chars
    starts = [part[0] for part in text.split()]
    other = "" if text.isascii() else text.encode().translate(None, _ASCII).decode()
    plain = text.encode("ascii", "ignore")
    return [
        _TAG_NUMBER.get(block.box.tag, len(TAGS)),
        block.words,
        block.linked,
        (len(plain) - len(plain.translate(None, _UPPER)) + sum(map(str.isupper, other))) / chars,
        sum(map(str.isupper, starts)) / len(starts),
        (len(plain) - len(plain.translate(None, _DIGITS)) + sum(map(str.isdigit, other))) / chars,
        _END.search(text[-4:]) is not None,
        chars / max(1, block.words),
    ]


def _trail(box: Box) -> tuple[object, ...]:
    """Tag and class of a block's box and the two around it: what repeats in lists of teasers and of comments."""
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
