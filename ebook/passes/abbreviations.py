"""Mark where an abbreviation is explained.

    the World Health Organization (WHO)   ->
    the World Health Organization (<dfn><abbr title="World Health Organization">WHO</abbr></dfn>)

The glossary is gathered from these marks (WCAG 3.1.4). Nothing is explained that the text does not explain. How sure
that is stands on the `dfn` as `data-score`, our own memory between the stages; what the author lists is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ebook.markup import (
    SCORE,
    Element,
    closest,
    drop,
    elements,
    inside,
    language_of,
    new,
    replace_text,
    text_nodes,
    text_of,
)
from ebook.model import Article, Kind
from ebook.rules import Finding
from ebook.terms import find_abbreviations, may_explain

_BLOCKS = ("p", "li", "dd", "td", "th", "figcaption", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "caption")
_START = re.compile(r"\w+|\W")
_WORD = re.compile(r"(?<![\w-])(?:\w+|[^\w\s])")
_INSIDE = re.compile(r"[\w-]")
_SKIPPED = ("abbr", "dfn", "code", "pre", "a", "math", "kbd", "samp")


def abbreviations(tree: Element, article: Article) -> Iterator[Finding]:
    known = {text_of(d) for d in tree.iter("dfn")}
    listed = _listed(tree) if article.kind is Kind.MARKDOWN else {}
    known |= _mark(tree, {short: (long, 1.0) for short, long in listed.items() if short not in known})
    for block in elements(tree, *_BLOCKS):
        if (any(True for _ in block.iter("p", "li")) and block.tag not in ("p", "li")) or inside(block, "pre"):
            continue
        wanted: dict[str, tuple[str, float]] = {}
        text = text_of(block)
        for found in find_abbreviations(text, language_of(block)) if may_explain(text) else ():
            if found.term not in known:
                wanted.setdefault(found.term, (found.meaning, found.score))
        if wanted:
            known |= _mark(block, wanted)
    yield from ()


def _listed(tree: Element) -> dict[str, str]:
    """Abbreviations of a Markdown list (`*[HTML]: …`), which leaves the text."""
    holder = next((p for p in tree.iter("p") if p.get("class") == "abbreviations"), None)
    if holder is None:
        return {}
    found = {text_of(a): a.get("title", "") for a in holder.iter("abbr")}
    drop(holder)
    return found


def _mark(block: Element, wanted: Mapping[str, tuple[str, float]]) -> set[str]:
    """Wrap the first use of each short form in a block; not inside headings, links or code. Gives those it found."""
    by_start: dict[str, list[str]] = {}
    for short in sorted(wanted, key=len, reverse=True):
        by_start.setdefault(_START.findall(short)[0], []).append(short)
    marked: set[str] = set()
    for node, is_tail, text in text_nodes(block, skip=_SKIPPED):
        if len(marked) == len(wanted):
            break
        host = node.getparent() if is_tail else node
        if host is None or host.tag in ("h1",) or closest(host, "h1", "a", "abbr", "dfn") is not None:
            continue
        parts: list[str | Element] = []
        end = 0
        for at, short in _uses(text, by_start):
            if short not in marked and at >= end:
                long, score = wanted[short]
                sure = {SCORE: f"{score:g}"} if score < 1 else {}
                parts += [text[end:at], new("dfn", new("abbr", short, title=long), **sure)]
                end = at + len(short)
                marked.add(short)
        if parts:
            replace_text(node, is_tail, [*parts, text[end:]])
    return marked


def _uses(text: str, by_start: dict[str, list[str]]) -> Iterator[tuple[int, str]]:
    """Where short forms stand in a text, each as a word of its own."""
    for match in _WORD.finditer(text):
        for short in by_start.get(match[0], ()):
            end = match.start() + len(short)
            if text.startswith(short, match.start()) and not _INSIDE.match(text, end):
                yield match.start(), short
                break
