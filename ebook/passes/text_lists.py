"""Make lists of the typed items of a plain text, one in another where indentation or another kind of mark says so.

    <p>1. Bring</p><p>a) a lamp</p><p>b) bread</p><p>2. Go</p>   ->
    <ol><li>Bring<ol type="a"><li>a lamp</li><li>bread</li></ol></li><li>Go</li></ol>

"List, two items" tells a listener what comes, and what belongs to what; marks alone are read as letters, or not at all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ebook.dates import is_date_line
from ebook.markup import INDENT, Element, elements, new, place, replace_text, text_nodes, text_of
from ebook.model import Article, Kind
from ebook.rules import Finding, rule

DEEPEST = 6
"""Levels of lists; who indents further means no more by it."""
SLACK = 1
"""Spaces by which items of one level may differ."""
LAST_FIRST = 2
"""Number that a list may begin with; one that begins later goes on from somewhere else, or counts nothing."""
FEWEST_DASHES = 3
"""Dashes also open speech; fewer items make no list."""
_MARKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("bullet", re.compile(r"([•‣◦▪●○■·∙⁃*+–—-])\s+(?=\S)")),
    ("1", re.compile(r"(\(?)(\d{1,3})([.)])\s+(?=\S)")),
    ("i", re.compile(r"(\(?)([ivx]{1,5})([.)])\s+(?=\S)")),
    ("a", re.compile(r"(\(?)([a-z])([.)])\s+(?=\S)")),
    ("A", re.compile(r"(\(?)([A-Z])(\))\s+(?=\S)")),
)
_ROMAN = dict(zip("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split(), range(1, 16), strict=True))
_HOLDERS = ("body", "blockquote", "aside")


@dataclass(frozen=True, slots=True)
class _Mark:
    """How an item is marked."""

    kind: tuple[str, str]
    """Family and shape: ("1", ".") or ("bullet", "-")."""
    value: int
    """What it counts; 0 for a bullet."""

    @property
    def opens(self) -> bool:
        return self.value <= LAST_FIRST

    def following(self) -> _Mark:
        return _Mark(self.kind, self.value and self.value + 1)


@dataclass(slots=True)
class _Item:
    """A line with a mark, and what belongs to it."""

    line: Element
    indent: int
    marks: tuple[_Mark, ...]
    """What the mark may be: "i." counts one, or nine."""
    below: list[Element] = field(default_factory=list)
    """Indented paragraphs that follow in the text; they may belong to an item around this one."""
    parts: list[Element | _List] = field(default_factory=list)
    """What stands in the item after its line."""

    @property
    def lists(self) -> Iterator[_List]:
        return (part for part in self.parts if isinstance(part, _List))


@dataclass(slots=True)
class _List:
    """Items of one level."""

    indent: int
    first: _Mark
    next: _Mark
    items: list[_Item] = field(default_factory=list)

    def count(self) -> int:
        return sum(1 + sum(inner.count() for inner in item.lists) for item in self.items)


def text_lists(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.TEXT:
        return
    for holder in [tree, *(e for e in elements(tree, *_HOLDERS) if e is not tree)]:
        for run in _runs(list(holder)):
            for made in _lists_of(run):
                yield from _set(made, article)


def _runs(children: Sequence[Element]) -> Iterator[list[_Item]]:
    """Items that stand one after the other, each with the indented paragraphs below it."""
    run: list[_Item] = []
    for child in children:
        item = _item(child) if child.tag == "p" and not child.get("class") else None
        if item is not None:
            run.append(item)
        elif run and child.tag == "p" and _indent(child) and not child.get("class"):
            run[-1].below.append(child)
        else:
            if run:
                yield run
            run = []
            continue
        if (child.tail or "").strip():
            yield run
            run = []
    if run:
        yield run


def _item(line: Element) -> _Item | None:
    text = text_of(line)
    marks: list[_Mark] = []
    for family, pattern in _MARKS:
        match = pattern.match(text)
        if match is None:
            continue
        if family == "bullet":
            marks.append(_Mark((family, match[1]), 0))
        elif value := _value(family, match[2]):
            marks.append(_Mark((family, match[1] + match[3]), value))
    if not marks or is_date_line(text) or is_date_line(f"{text} 2000"):
        return None
    return _Item(line, _indent(line), tuple(marks))


def _indent(line: Element) -> int:
    return int(line.get(INDENT, "0"))


def _value(family: str, text: str) -> int:
    if family == "1":
        return int(text)
    return _ROMAN.get(text, 0) if family == "i" else ord(text.lower()) - ord("a") + 1


def _lists_of(run: Sequence[_Item]) -> Iterator[_List]:
    """The outermost lists of a run of items, the others inside them; single items stay outside."""
    places: dict[tuple[_Mark, int], list[int]] = {}
    for index, item in enumerate(run):
        for mark in item.marks:
            places.setdefault((mark, item.indent), []).append(index)
    top: list[_List] = []
    stack: list[_List] = []
    for index, item in enumerate(run):
        _place(item, index, stack, top, places)
        for paragraph in item.below:
            holders = [made.items[-1] for made in stack if made.items[-1].indent < _indent(paragraph)]
            (holders[-1] if holders else item).parts.append(paragraph)
    for made in top:
        yield from _worth(made)


def _place(
    item: _Item, index: int, stack: list[_List], top: list[_List], places: Mapping[tuple[_Mark, int], list[int]]
) -> None:
    """Put an item into the list that it goes on, or that it opens."""
    while stack and stack[-1].indent > item.indent + SLACK:
        stack.pop()
    deeper = bool(stack) and item.indent > stack[-1].indent + SLACK and len(stack) < DEEPEST
    if not deeper:
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth].indent < item.indent - SLACK and len(stack) < DEEPEST:
                break
            if stack[depth].next in item.marks:
                del stack[depth + 1 :]
                stack[depth].items.append(item)
                stack[depth].next = stack[depth].next.following()
                return
    mark = next((m for m in item.marks if m.opens), None)
    inside = mark is not None and len(stack) < DEEPEST and (deeper or _is_resumed(stack, mark, index, places))
    if not inside:
        stack.clear()
    made = _List(item.indent, mark or item.marks[0], (mark or item.marks[0]).following(), [item])
    if stack:
        stack[-1].items[-1].parts.append(made)
    else:
        top.append(made)
    stack.append(made)


def _is_resumed(stack: Sequence[_List], mark: _Mark, index: int, places: Mapping[tuple[_Mark, int], list[int]]) -> bool:
    """Whether the list around goes on later, or held a list with such marks before: then a mark opens one inside it."""
    if not stack:
        return False
    around = stack[-1]
    if any(inner.first.kind == mark.kind for item in around.items[-2:] for inner in item.lists):
        return True
    later = places.get((around.next, around.indent), [])
    return bisect_right(later, index) < len(later)


def _worth(made: _List) -> Iterator[_List]:
    """The list itself, or the lists below an item that stands alone or that counts from somewhere else."""
    dashes = made.first.kind[0] == "bullet" and made.first.kind[1] in "–—-"
    if len(made.items) >= 2 and made.first.opens and (not dashes or made.count() >= FEWEST_DASHES):
        yield made
        return
    for item in made.items:
        for inner in item.lists:
            yield from _worth(inner)


def _set(made: _List, article: Article) -> Iterator[Finding]:
    first = made.items[0].line
    yield rule("list.made").at(place(article.source, first), count=made.count())
    parent = first.getparent()
    if parent is None:
        return
    at, tail = parent.index(first), _last(made).tail
    holder = _element(made)
    parent.insert(at, holder)
    holder.tail = tail


def _last(made: _List) -> Element:
    """The last paragraph of a list."""
    item = made.items[-1]
    if not item.parts:
        return item.line
    part = item.parts[-1]
    return _last(part) if isinstance(part, _List) else part


def _element(made: _List) -> Element:
    family = made.first.kind[0]
    holder = new("ul" if family == "bullet" else "ol")
    if family not in ("bullet", "1"):
        holder.set("type", family)
    if made.first.value > 1:
        holder.set("start", str(made.first.value))
    for item in made.items:
        holder.append(_li(item))
    return holder


def _li(item: _Item) -> Element:
    line = item.line
    line.tail = None
    _without_mark(line)
    if any(not isinstance(part, _List) for part in item.parts):
        made = new("li", line)
    else:
        line.tag = "li"
        made = line
    for part in item.parts:
        if not isinstance(part, _List):
            part.tail = None
        made.append(_element(part) if isinstance(part, _List) else part)
    return made


def _without_mark(line: Element) -> None:
    """Take the mark away, wherever the first text of the line stands."""
    for node, is_tail, text in text_nodes(line):
        if text.strip():
            text = text.lstrip()
            for _, pattern in _MARKS:
                match = re.match(pattern.pattern.removesuffix(r"\s+(?=\S)"), text)
                if match:
                    replace_text(node, is_tail, [text[match.end() :].lstrip()])
                    return
            return
