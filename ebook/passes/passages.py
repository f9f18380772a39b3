"""Mark passages that are surely in another language than the article.

    <p>He wrote:</p><blockquote><p>Il faut cultiver notre jardin.</p></blockquote>   ->
    <p>He wrote:</p><blockquote lang="fr" xml:lang="fr"><p>Il faut cultiver notre jardin.</p></blockquote>

A synthesiser that reads French with English sounds cannot be understood (WCAG 3.1.2). What the author marked stays,
unless the words plainly contradict it. Names, titles and loan words are not passages: in doubt nothing is marked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.languages import standard_tag
from ebook.markup import (
    BLOCKS,
    XML_LANG,
    Element,
    elements,
    inside,
    language_of,
    mark_language,
    new,
    place,
    raw_text,
    replace_text,
    snippet,
    squash,
    text_nodes,
    text_of,
)
from ebook.model import Article
from ebook.recognition import SAMPLE, belongs, passage_language, prefers, script_language
from ebook.rules import Finding, rule

_WHOLES = ("blockquote", "ul", "ol", "dl", "table")
"""Read as one where nothing in them is in the language around."""
_LEAVES = frozenset("p li dt dd h2 h3 h4 h5 h6 td th figcaption caption blockquote summary".split())
_PHRASES = ("q", "em", "i", "cite")
_MACHINE = ("code", "pre", "kbd", "samp", "var", "math", "svg")
"""What they hold is no language."""
_NAMED = ("header",)
"""The article's own names and dates stand there."""
DEEP = 3
"""Lists in lists below which a whole is not read again."""
PLAIN = 8
"""Words from which a stated language can be contradicted."""
_QUOTE = re.compile(r"[“«„‹]")
_QUOTED = re.compile(r"[“«„‹][^“”«»„‹›]{12,400}[”»“›]")
_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(
    r"[\u0370-\u1cff\u1f00-\u1fff\u2c80-\u2dff\u3040-\ud7ff\uf900-\ufaff]"
    r"[\u0300-\u1cff\u1f00-\u1fff\u200c\u200d\u2c80-\u2dff\u3001-\ud7ff\uf900-\ufaff]*"
    r"(?:[ \u00a0,'’·-]{1,2}[\u0370-\u1cff\u1f00-\u1fff\u2c80-\u2dff\u3001-\ud7ff\uf900-\ufaff]"
    r"[\u0300-\u1cff\u1f00-\u1fff\u200c\u200d\u2c80-\u2dff\u3001-\ud7ff\uf900-\ufaff]*)*"
)
"""Words in letters beyond Latin."""


def passages(tree: Element, article: Article) -> Iterator[Finding]:
    home = language_of(tree)
    if not home:
        return
    yield from _contradicted(tree, article)
    judged: set[Element] = set()
    leaves = _leaves(tree)
    for whole in elements(tree, *_WHOLES):
        if whole in judged or _is_settled(whole) or sum(1 for _ in whole.iterancestors(*_WHOLES)) > DEEP:
            continue
        if found := _whole_language(whole, [e for e in whole.iter(*_LEAVES) if e in leaves]):
            judged.update(whole.iter())
            yield _marked(whole, found, article)
    for leaf in elements(tree, *_LEAVES):
        if leaf in judged or leaf not in leaves or _is_settled(leaf):
            continue
        text = _own_text(leaf)
        around = language_of(leaf)
        if belongs(text[:SAMPLE], around):
            continue
        if found := passage_language(text, around):
            judged.update(leaf.iter())
            yield _marked(leaf, found, article)
    yield from _phrases(tree, judged, article)
    text = raw_text(tree)
    if _QUOTE.search(text):
        yield from _quoted(tree, judged, article)
    if _RUN.search(text):
        yield from _runs(tree, article)


def _leaves(tree: Element) -> set[Element]:
    """The blocks that hold no blocks."""
    holders: set[Element] = set()
    leaves = elements(tree, *_LEAVES)
    for block in elements(tree, *BLOCKS):
        for above in block.iterancestors():
            if above in holders:
                break
            holders.add(above)
    return set(leaves) - holders


def _contradicted(tree: Element, article: Article) -> Iterator[Finding]:
    """Passages whose stated language is plainly not theirs: word processors put their own on everything."""
    for element in elements(tree):
        stated = standard_tag(element.get("lang", "")) if "lang" in element.keys() else ""  # noqa: SIM118 - no dict
        if not stated or element is tree or element.tag in _MACHINE or inside(element, *_MACHINE):
            continue
        text = _own_text(element)
        if len(_WORD.findall(text[:SAMPLE])) < PLAIN or belongs(text[:SAMPLE], stated):
            continue
        found = passage_language(text, stated)
        if not found:
            continue
        for name in ("lang", XML_LANG, "dir"):
            element.attrib.pop(name, None)
        mark_language(element, found, language_of(element))
        where = place(article.source, element)
        yield rule("language.part-wrong").at(where, stated=stated, language=found, text=snippet(element))


def _whole_language(whole: Element, leaves: list[Element]) -> str:
    """The language of a quotation, list or table if most of it is sure and no part rather reads as that around it."""
    around = language_of(whole)
    text = _own_text(whole)
    if belongs(text[:SAMPLE], around):
        return ""
    found = passage_language(text, around)
    if not found or any(e.get("lang") for e in whole.iterdescendants()):
        return ""
    parts = [part for e in leaves if (part := _own_text(e))]
    sure = sum(bool(passage_language(part, around)) for part in parts)
    enough = whole.tag == "blockquote" or 2 * sure >= len(parts)
    strange = any(prefers(part, around, found) or passage_language(part, found) for part in parts)
    return found if enough and not strange else ""


def _is_settled(element: Element) -> bool:
    """Whether somebody has said the language already, or no language is there."""
    return bool(element.get("lang")) or inside(element, *_MACHINE, *_NAMED) or element.get("class") == "byline"


def _own_text(element: Element) -> str:
    """The text of an element without machine text and without what is marked as another language."""
    parts: list[str] = []

    def gather(node: Element) -> None:
        parts.append(node.text or "")
        for child in node:
            if isinstance(child.tag, str) and child.tag not in _MACHINE and not child.get("lang"):
                if child.tag in BLOCKS or child.tag == "br":
                    parts.append("\n")
                gather(child)
            parts.append(" " + (child.tail or "") if child.tag in BLOCKS else child.tail or "")

    gather(element)
    return squash("".join(parts))


def _phrases(tree: Element, judged: set[Element], article: Article) -> Iterator[Finding]:
    """Emphasised words inside a text of another language."""
    for phrase in elements(tree, *_PHRASES):
        if phrase in judged or _is_settled(phrase) or len(phrase):
            continue
        found = passage_language(text_of(phrase), language_of(phrase))
        if found:
            judged.add(phrase)
            yield _marked(phrase, found, article)


def _quoted(tree: Element, judged: set[Element], article: Article) -> Iterator[Finding]:
    """Words between quotation marks inside a text of another language."""
    for node, is_tail, text in text_nodes(tree, skip=(*_MACHINE, *_NAMED)):
        holder = node.getparent() if is_tail else node
        if holder is None or holder in judged or not _QUOTED.search(text):
            continue
        around = language_of(holder)
        pieces: list[str | Element] = []
        start = 0
        for match in _QUOTED.finditer(text):
            found = passage_language(match[0][1:-1], around)
            if found:
                pieces += [text[start : match.start() + 1], _span(match[0][1:-1], found, around)]
                start = match.end() - 1
                yield _found(found, match[0][1:-1], article, holder)
        if pieces:
            replace_text(node, is_tail, [*pieces, text[start:]])


def _runs(tree: Element, article: Article) -> Iterator[Finding]:
    """Words in a script that only one language has, in a text of another script."""
    for node, is_tail, text in text_nodes(tree, skip=(*_MACHINE, *_NAMED)):
        holder = node.getparent() if is_tail else node
        if holder is None or not _RUN.search(text):
            continue
        around = language_of(holder)
        if not is_tail and not len(node) and node.tag not in BLOCKS and _RUN.fullmatch(text.strip()):
            if found := script_language(text, around):
                yield _marked(node, found, article)
            continue
        pieces: list[str | Element] = []
        start = 0
        for match in _RUN.finditer(text):
            found = script_language(match[0], around)
            if not found or found.split("-")[0] == around.split("-")[0]:
                continue
            pieces += [text[start : match.start()], _span(match[0], found, around)]
            start = match.end()
            yield _found(found, match[0], article, holder)
        if pieces:
            replace_text(node, is_tail, [*pieces, text[start:]])


def _span(text: str, language: str, around: str) -> Element:
    span = new("span", text)
    mark_language(span, language, around)
    return span


def _marked(element: Element, language: str, article: Article) -> Finding:
    mark_language(element, language, language_of(element))
    return _found(language, text_of(element), article, element)


def _found(language: str, text: str, article: Article, element: Element) -> Finding:
    text = text if len(text) <= 80 else text[:79] + "…"
    return rule("language.part-found").at(place(article.source, element), language=language, text=text)
