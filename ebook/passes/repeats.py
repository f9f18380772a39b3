"""Keep each paragraph of a scraped text once.

    <p>As the river rose, …</p> … <p>As the river rose, …</p>   ->   the first of them

Scrapers copy teasers, pull quotes and call-outs into the text; heard twice, they are a mistake.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from ebook.markup import Element, drop, elements, inside, place, text_of
from ebook.model import Article, Kind
from ebook.rules import Finding, rule

SHORTEST = 40
"""Characters; a shorter line may well be said twice."""
MOST_WORDS = 9
"""Words from which a line is no accident, however short they are."""
LONG_TEASER = 80
"""Characters of a teaser that is cut off; who breaks off earlier may do so for effect."""
LOOKED_AT = 4
"""Paragraphs that hold a sentence and are compared: a bound on hostile input."""

_SENTENCE = re.compile(r"(?<=[.!?…。！？])[”\"'’»)\]]*\s*(?=\S)")
_CUT = re.compile(r"\s*(?:\.\.\.|…|\[…\]|\[\.\.\.\])\s*$")


def repeats(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.TEXT:
        return
    seen: set[str] = set()
    kept: list[tuple[Element, str]] = []
    for element in elements(tree, "p"):
        text = text_of(element)
        key = folded(text)
        if len(key) < SHORTEST and len(text.split()) < MOST_WORDS:
            continue
        if key in seen:
            yield rule("removed.repeat").at(place(article.source, element), text=text[:80])
            drop(element)
        else:
            seen.add(key)
            kept.append((element, key))
    for element in _said_in_part(kept):
        yield rule("removed.repeat").at(place(article.source, element), text=text_of(element)[:80])
        drop(element)


def _said_in_part(kept: list[tuple[Element, str]]) -> Iterator[Element]:
    """Pull quotes that stand in another paragraph too, and teasers cut off in the middle of one."""
    holders: dict[str, list[str]] = {}
    for element, key in kept:
        sentences = _SENTENCE.split(text_of(element))
        if len(sentences) > 1:
            for sentence in sentences:
                holders.setdefault(folded(sentence), []).append(key)
    keys = sorted(key for _, key in kept)
    for element, key in kept:
        if inside(element, "blockquote") or len(key) < SHORTEST:
            continue
        text = text_of(element)
        first = folded(_SENTENCE.split(text, maxsplit=1)[0])
        quoted = text[0] in '“„«"「' and text.rstrip(".")[-1] in '”“»"」'
        if quoted and any(key in other and key != other for other in holders.get(first, ())[:LOOKED_AT]):
            yield element
        elif len(key) >= LONG_TEASER and _CUT.search(text):
            at = bisect_left(keys, key) + 1
            if at < len(keys) and keys[at].startswith(key):
                yield element


def folded(text: str) -> str:
    """A text for comparison: case, quotes, dashes and spaces do not count."""
    return "".join(c for c in text.casefold() if c.isalnum())
