"""Make lists lists: only items inside, and typed bullets become items.

    <p>• one</p><p>• two</p>   ->   <ul><li>one</li><li>two</li></ul>

"List, two items" tells a listener what comes; a bullet character is read as "bullet" or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import (
    Element,
    append_text,
    closest,
    drop,
    elements,
    is_blank,
    move_children,
    new,
    place,
    replace_text,
    text_nodes,
    text_of,
    unwrap,
)
from ebook.model import Article, Kind
from ebook.rules import Finding, rule

_BULLET = re.compile(r"^\s*([•‣◦▪●○■·∙⁃*–—-])\s+(?=\S)")
_KEPT = frozenset(("id", "lang", "dir", "role"))
"""Attributes of a span that say something."""
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
            drop(item) if is_blank(item) and not item.get("id") else _adopt(item)
    yield from _broken_lines(tree, article)
    if article.kind is not Kind.TEXT:  # `text_lists` has made them, and knows which are none
        yield from _typed(tree, article)


def _pieces(holder: Element) -> list[str | Element]:
    """The content of an element in order, text and elements apart; the element is empty afterwards."""
    pieces: list[str | Element] = [holder.text or ""]
    holder.text = None
    for child in list(holder):
        pieces.append(child)
        pieces.append(child.tail or "")
        child.tail = None
        holder.remove(child)
    return [p for p in pieces if not isinstance(p, str) or p.strip()]


def _only_items(holder: Element) -> None:
    """What stands between the items belongs to the item before it."""
    last: Element | None = None
    for piece in _pieces(holder):
        if not isinstance(piece, str) and piece.tag == "li":
            if is_blank(piece) and not piece.get("id"):
                continue
            holder.append(piece)
            last = piece
            continue
        if not isinstance(piece, str) and is_blank(piece) and piece.tag not in ("ul", "ol", "dl"):
            continue
        if last is None:
            last = new("li")
            holder.append(last)
        if isinstance(piece, str):
            append_text(last, f" {piece.strip()} " if text_of(last) else piece.strip())
        else:
            last.append(piece)
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
    before = new("div")
    for piece in _pieces(holder):
        if (not isinstance(piece, str) and piece.tag == "dt") or (
            not isinstance(piece, str) and (piece.tag == "dd" and len(holder))
        ):
            holder.append(piece)
        elif not isinstance(piece, str) and is_blank(piece):
            continue
        elif len(holder):
            holder.append(new("dd", piece))
        else:
            before.append(piece) if not isinstance(piece, str) else append_text(before, piece)
    for first in elements(before, "dd"):
        first.tag = "div"
    if len(before) == 1 and not before.text and before[0].tag == "div":
        before = before[0]
    if text_of(before) or len(before):
        holder.addprevious(before)
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
    """`<p>• one<br/>• two</p>`: bullets, or 1, 2, 3, and line breaks."""
    for paragraph in elements(tree, "p", "div"):
        _open_spans(paragraph)
        breaks = [b for b in paragraph if b.tag == "br"]
        if not breaks or any(c.tag in ("p", "ul", "ol", "div", "table") for c in paragraph):
            continue
        lines = _lines(paragraph)
        start, pattern, tag = _list_in(lines)
        if tag:
            holder = new(tag)
            first = _NUMBER.match(text_of(lines[start]))
            if tag == "ol" and first and first[1] != "1":
                holder.set("start", first[1])
            for line in lines[start:]:
                line.tag = "li"
                _strip(line, pattern)
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


def _open_spans(paragraph: Element) -> None:
    """Line breaks in spans that say nothing stand in the paragraph itself."""
    for span in [s for s in paragraph if s.tag in ("span", "font") and next(s.iter("br"), None) is not None]:
        for inner in [s for s in span.iter("span", "font") if not _KEPT & set(s.attrib)]:
            unwrap(inner)


def _list_in(lines: list[Element]) -> tuple[int, re.Pattern[str], str]:
    """Where the lines of a paragraph become a list, by which mark, and of which kind; the kind is empty for none."""
    for pattern, tag in ((_BULLET, "ul"), (_NUMBER, "ol")):
        marks = [pattern.match(text_of(line)) for line in lines]
        start = next((i for i, m in enumerate(marks) if m), len(lines))
        if len(lines) - start >= 2 and all(marks[start:]) and (tag == "ul" or _counts(lines[start:])):
            return start, pattern, tag
    return 0, _BULLET, ""


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
                holder.tail = run[-1].tail
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
        if not match or (run and match[1] != (kind if pattern is _BULLET else str(int(kind) + 1))):
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
    mark = re.compile(pattern.pattern.replace(r"\s+(?=\S)", r"\s*"))
    for node, is_tail, text in text_nodes(line):
        if text.strip():
            replace_text(node, is_tail, [mark.sub("", text.lstrip(), count=1)])
            return
