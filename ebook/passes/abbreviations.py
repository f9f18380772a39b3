"""Mark where an abbreviation is explained.

    the World Health Organization (WHO)   ->
    the World Health Organization (<dfn><abbr title="World Health Organization">WHO</abbr></dfn>)

The glossary is gathered from these marks (WCAG 3.1.4). Nothing is explained that the text does not explain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import Element, closest, drop, elements, inside, language_of, new, replace_text, text_nodes, text_of
from ebook.model import Article, Kind
from ebook.rules import Finding
from ebook.terms import find_abbreviations

_BLOCKS = ("p", "li", "dd", "td", "th", "figcaption", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "caption")
_SKIPPED = ("abbr", "dfn", "code", "pre", "a", "math", "kbd", "samp")


def abbreviations(tree: Element, article: Article) -> Iterator[Finding]:
    known = {text_of(d) for d in tree.iter("dfn")}
    listed = _listed(tree) if article.kind is Kind.MARKDOWN else {}
    for short, long in listed.items():
        if short not in known and _mark(tree, short, long):
            known.add(short)
    for block in elements(tree, *_BLOCKS):
        if (any(True for _ in block.iter("p", "li")) and block.tag not in ("p", "li")) or inside(block, "pre"):
            continue
        text = text_of(block)
        for found in find_abbreviations(text, language_of(block)):
            if found.term not in known and _mark(block, found.term, found.meaning):
                known.add(found.term)
    yield from ()


def _listed(tree: Element) -> dict[str, str]:
    """Abbreviations of a Markdown list (`*[HTML]: …`), which leaves the text."""
    holder = next((p for p in tree.iter("p") if p.get("class") == "abbreviations"), None)
    if holder is None:
        return {}
    found = {text_of(a): a.get("title", "") for a in holder.iter("abbr")}
    drop(holder)
    return found


def _mark(block: Element, short: str, long: str) -> bool:
    """Wrap the first use of a short form in a block; not inside headings, links or code."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(short)}(?![\w-])")
    for node, is_tail, text in text_nodes(block, skip=_SKIPPED):
        host = node.getparent() if is_tail else node
        if host is None or host.tag in ("h1",) or closest(host, "h1", "a", "abbr", "dfn") is not None:
            continue
        match = pattern.search(text)
        if match:
            mark = new("abbr", short, title=long)
            replace_text(node, is_tail, [text[: match.start()], new("dfn", mark), text[match.end() :]])
            return True
    return False
