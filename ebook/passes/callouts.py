"""Set call-outs and info boxes as asides with their label.

    <p>Why this matters</p><p>A slow flood …</p>   ->
    <aside aria-labelledby="…"><h2>Why this matters</h2><p>A slow flood …</p></aside>

An aside can be skipped by those who listen; set among the paragraphs it breaks the author's sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import HEADINGS, Element, closest, drop, elements, new, place, text_of, tokens
from ebook.model import Article, Kind
from ebook.passes.repeats import folded
from ebook.rules import Finding, rule

LABELS = re.compile(
    r"(?:why (?:we wrote this|this matters|it matters|it's important)|(?:the )?(?:key|main) (?:takeaways?|points?"
    r"|facts?|findings?)|(?:the )?(?:quick|fast) (?:take|facts?)|"
    r"in (?:brief|short|a nutshell|numbers)|at a glance|the (?:bottom line|big picture|upshot|gist|takeaway)"
    r"|what (?:we know|to know|you need to know|you should know|it means|this means)|"
    r"(?:article |story )?highlights|tl;?dr|need to know|fact box|background|did you know\??|by the numbers"
    r"|editor['’]s note|about this (?:story|series)|correction|"
    r"points clés|en bref|l['’]essentiel|das wichtigste(?: in kürze)?|auf einen blick|en resumen|claves|in breve"
    r"|kort (?:sagt|nyt)|samenvatting)[:.]?",
    re.I,
)
"""Labels that editors put over a box, as whole lines."""
_BOXES = frozenset(
    "callout call-out infobox info-box factbox fact-box admonition note tip warning caution important pullout "
    "key-takeaways "
    "takeaways highlight-box box inset alert notice aside sidebar-box summary-box key-points hint "
    "attention danger".split()
)
_QUOTES = frozenset("pullquote pull-quote pull_quote pq quote-pull wp-block-pullquote pullquote__text".split())


def callouts(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is Kind.TEXT:
        yield from _of_text(tree, article)
    else:
        yield from _pull_quotes(tree, article)
        yield from _of_page(tree, article)


def _of_text(tree: Element, article: Article) -> Iterator[Finding]:
    paragraphs = [p for p in tree if p.tag == "p"]
    for first, length in _runs(paragraphs):
        run = paragraphs[first : first + length]
        label = text_of(run[0])
        yield rule("callout.found").at(place(article.source, run[0]), label=label)
        aside = new("aside", new("h2", label))
        run[0].addprevious(aside)
        for paragraph in run:
            paragraph.tail = None
            aside.append(paragraph) if paragraph is not run[0] else drop(paragraph)
        key = [folded(text_of(p)) for p in run]
        yield from _drop_copies([p for p in tree if p.tag == "p"], key, [label, *map(text_of, run)], article)


def _runs(paragraphs: list[Element]) -> list[tuple[int, int]]:
    """(first, length) of each call-out: a known label and what follows, or a labelled run that comes again."""
    texts = [folded(text_of(p)) for p in paragraphs]
    copies: dict[str, list[int]] = {}
    for position, key in enumerate(texts):
        copies.setdefault(key, []).append(position)
    found: list[tuple[int, int]] = []
    index = 0
    while index < len(paragraphs) - 1:
        label = text_of(paragraphs[index])
        length = 0
        if _is_label(label) and texts[index]:
            copy = next((j for j in copies[texts[index]] if j > index), None)
            if copy is not None:
                while (
                    copy + length < len(texts)
                    and index + length < copy
                    and texts[index + length] == texts[copy + length]
                ):
                    length += 1
            if length < 2 and LABELS.fullmatch(label):
                length = 2
                while index + length < len(paragraphs) and _is_label(text_of(paragraphs[index + length - 1])):
                    length += 1
        is_box = length >= 2 and len(text_of(paragraphs[min(index + length, len(paragraphs)) - 1])) > 40
        known = any(texts[index] == texts[first] for first, _ in found)
        if is_box and not known:
            found.append((index, length))
        index += length if is_box else 1
    return found


def _is_label(text: str) -> bool:
    return 2 <= len(text) <= 60 and len(text.split()) <= 8 and text[-1:] not in ".!…,;”\"'" and text[:1].isupper()


def _drop_copies(paragraphs: list[Element], key: list[str], texts: list[str], article: Article) -> Iterator[Finding]:
    index = 0
    while index + len(key) <= len(paragraphs):
        window = paragraphs[index : index + len(key)]
        if [folded(text_of(p)) for p in window] == key:
            yield rule("removed.repeat").at(place(article.source, window[0]), text=" ".join(texts)[:80])
            for paragraph in window:
                drop(paragraph)
            index += len(key)
        else:
            index += 1


def _pull_quotes(tree: Element, article: Article) -> Iterator[Finding]:
    """A pull quote that repeats the text goes; one that does not is a quotation."""
    whole = "\n".join(folded(text_of(p)) for p in tree.iter("p", "li"))
    for element in elements(tree, "blockquote", "aside", "div", "p", "figure"):
        if element.getparent() is None or not tokens(element, "class") & _QUOTES:
            continue
        key = folded(text_of(element))
        own = sum(folded(text_of(p)).count(key) for p in element.iter("p", "li")) if key else 0
        if key and whole.count(key) > own:
            yield rule("removed.repeat").at(place(article.source, element), text=text_of(element)[:80])
            drop(element)
        elif element.tag in ("aside", "div", "p"):
            element.tag = "blockquote"


def _of_page(tree: Element, article: Article) -> Iterator[Finding]:
    for element in elements(tree, "aside", "div", "section"):
        if element.getparent() is None or closest(element, "aside") is not None:
            continue
        boxed = element.tag == "aside" or tokens(element, "class") & _BOXES or element.get("role") == "note"
        if not boxed or not text_of(element) or len(text_of(element)) > 4000:
            continue
        element.tag = "aside"
        _name(element)
        label = next((text_of(h) for h in element.iter(*HEADINGS)), "")
        yield rule("callout.found").at(place(article.source, element), label=label or text_of(element)[:40])


def _name(aside: Element) -> None:
    """The label of a box is its heading; a paragraph that acts as one becomes one."""
    if next(aside.iter(*HEADINGS), None) is not None:
        return
    for first in aside.iter("p", "div", "strong"):
        if first is aside or first.tag == "strong":
            continue
        if (
            tokens(first, "class") & {"admonition-title", "callout-title", "title", "box-title", "label"}
            and len(text_of(first)) < 80
        ):
            first.tag = "h2"
        return
