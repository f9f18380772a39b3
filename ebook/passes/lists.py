"""Make lists lists: only items inside, and typed bullets become items.

    <p>• one</p><p>• two</p>   ->   <ul><li>one</li><li>two</li></ul>

"List, two items" tells a listener what comes; a bullet character is read as "bullet" or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import Element, closest, drop, elements, is_blank, move_children, new, place, text_of, unwrap, wrap
from ebook.model import Article
from ebook.rules import Finding, rule

_BULLET = re.compile(r"^\s*([•‣◦▪●○■·∙⁃*–—-]|\u2022)\s+(?=\S)")
_NUMBER = re.compile(r"^\s*\(?(\d{1,3})[.)]\s+(?=\S)")


def lists(tree: Element, article: Article) -> Iterator[Finding]:
    for holder in elements(tree, "ul", "ol", "menu", "dir"):
        if holder.tag in ("menu", "dir"):
            holder.tag = "ul"
        _only_items(holder)
    for holder in elements(tree, "dl"):
        _only_pairs(holder)
    for item in elements(tree, "li"):
        parent = item.getparent()
        if parent is not None and parent.tag not in ("ul", "ol"):
            _adopt(item)
    yield from _broken_lines(tree, article)
    yield from _typed(tree, article)


def _only_items(holder: Element) -> None:
    """What stands between the items belongs to the item before it."""
    if (holder.text or "").strip():
        item = new("li", holder.text or "")
        holder.insert(0, item)
    holder.text = None
    last: Element | None = None
    for child in list(holder):
        if child.tag == "li":
            last = child
        elif last is not None and child.tag in ("ul", "ol", "dl"):
            last.append(child)
        elif is_blank(child):
            drop(child)
            continue
        else:
            last = wrap(child, new("li"))
        if child.tail and child.tail.strip() and last is not None and child.getparent() is holder:
            tail, child.tail = child.tail, None
            last.append(new("span", tail))
    for item in list(holder):
        if item.tag == "li" and is_blank(item) and not item.get("id"):
            drop(item)
        item.tail = None
    if len(holder) == 0:
        drop(holder)


def _only_pairs(holder: Element) -> None:
    """`dt` and `dd` alone, terms first; a list without one of the two is plain text."""
    for child in elements(holder, "div", "p", "span"):
        if child.getparent() is holder and any(True for _ in child.iter("dt", "dd")):
            unwrap(child)
    kinds = {c.tag for c in holder}
    if not {"dt", "dd"} <= kinds:
        for child in list(holder):
            if child.tag in ("dt", "dd"):
                child.tag = "p" if child.tag == "dt" else "div"
        holder.tag = "div"
        return
    holder.text = None
    for child in list(holder):
        tail = (child.tail or "").strip()
        child.tail = None
        if child.tag not in ("dt", "dd"):
            wrap(child, new("dd")) if not is_blank(child) else drop(child)
        if tail:
            child.addnext(new("dd", tail))
    first = holder[0] if len(holder) else None
    while first is not None and first.tag == "dd":
        before = new("div")
        move_children(first, before)
        holder.addprevious(before)
        drop(first)
        first = holder[0] if len(holder) else None
    if len(holder) and holder[-1].tag == "dt":
        holder.append(new("dd", "—"))


def _adopt(item: Element) -> None:
    """Items without a list get one, together with the items that follow."""
    holder = new("ul")
    item.addprevious(holder)
    node: Element | None = item
    while node is not None and node.tag == "li":
        following = node.getnext()
        stop = bool((node.tail or "").strip())
        if stop:
            break
        node.tail = None
        holder.append(node)
        node = following
    if len(holder) == 0:
        tail, item.tail = item.tail, None
        holder.append(item)
        holder.tail = tail


def _broken_lines(tree: Element, article: Article) -> Iterator[Finding]:
    """`<p>• one<br/>• two</p>`: bullets and line breaks."""
    for paragraph in elements(tree, "p", "div"):
        breaks = [b for b in paragraph if b.tag == "br"]
        if not breaks or any(c.tag in ("p", "ul", "ol", "div", "table") for c in paragraph):
            continue
        lines = _lines(paragraph)
        marks = [bool(_BULLET.match(text_of(line))) for line in lines]
        start = next((i for i, m in enumerate(marks) if m), len(lines))
        if len(lines) - start >= 2 and all(marks[start:]):
            holder = new("ul")
            for line in lines[start:]:
                line.tag = "li"
                _strip(line, _BULLET)
                holder.append(line)
            yield rule("list.made").at(place(article.source, paragraph), count=len(holder))
            for child in list(paragraph):
                paragraph.remove(child)
            paragraph.text = None
            paragraph.addnext(holder)
            holder.tail, paragraph.tail = paragraph.tail, None
            for line in lines[:start]:
                move_children(line, paragraph)
            if is_blank(paragraph):
                drop(paragraph)


def _lines(paragraph: Element) -> list[Element]:
    """The content of a paragraph cut at its line breaks, as elements; the paragraph itself is not touched."""
    from copy import deepcopy

    lines = [new("p", paragraph.text or "")]
    for child in paragraph:
        if child.tag == "br":
            lines.append(new("p", child.tail or ""))
        else:
            lines[-1].append(deepcopy(child))
    return [line for line in lines if text_of(line)]


def _typed(tree: Element, article: Article) -> Iterator[Finding]:
    """Runs of paragraphs that begin with bullets, or with 1, 2, 3."""
    for paragraph in elements(tree, "p"):
        if paragraph.getparent() is None or closest(paragraph, "li", "td", "th", "figure", "dl", "header") is not None:
            continue
        for pattern, tag in ((_BULLET, "ul"), (_NUMBER, "ol")):
            run = _run(paragraph, pattern)
            if len(run) >= 2 and (tag == "ul" or _counts(run)):
                yield rule("list.made").at(place(article.source, paragraph), count=len(run))
                holder = new(tag)
                first = _NUMBER.match(text_of(run[0]))
                if tag == "ol" and first and first[1] != "1":
                    holder.set("start", first[1])
                run[0].addprevious(holder)
                for line in run:
                    line.tag, line.tail = "li", None
                    _strip(line, pattern)
                    holder.append(line)
                break


def _run(paragraph: Element, pattern: re.Pattern[str]) -> list[Element]:
    run: list[Element] = []
    node: Element | None = paragraph
    kind = ""
    while node is not None and node.tag == "p":
        match = pattern.match(text_of(node))
        if not match or (kind and pattern is _BULLET and match[1] != kind):
            break
        kind = match[1]
        run.append(node)
        if (node.tail or "").strip():
            break
        node = node.getnext()
    if pattern is _BULLET and kind in "–—-" and len(run) < 3:
        return []  # dashes also open speech
    return run


def _counts(run: list[Element]) -> bool:
    numbers = [int(m[1]) for line in run if (m := _NUMBER.match(text_of(line)))]
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 2


def _strip(line: Element, pattern: re.Pattern[str]) -> None:
    """Take the typed mark away, wherever the first text of the line stands."""
    for node in line.iter():
        if (node.text or "").strip():
            node.text = pattern.sub("", (node.text or "").lstrip(), count=1)
            if not node.text and node.tail is not None:
                node.tail = node.tail.lstrip()
            return
        if node is not line and (node.tail or "").strip():
            node.tail = pattern.sub("", (node.tail or "").lstrip(), count=1)
            return
