"""Set call-outs and info boxes as asides with their label.

    <p>Why this matters</p><p>A slow flood …</p>   ->
    <aside aria-labelledby="…"><h2>Why this matters</h2><p>A slow flood …</p></aside>

An aside can be skipped by those who listen; set among the paragraphs it breaks the author's sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import (
    BLOCKS,
    HEADINGS,
    Element,
    closest,
    drop,
    elements,
    move_children,
    new,
    place,
    replace,
    squash,
    text_of,
    tokens,
)
from ebook.model import Article, Kind
from ebook.passes.note_links import note_targets
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
    "key-takeaways takeaways highlight-box box inset alert notice aside sidebar-box summary-box key-points hint "
    "attention danger markdown-alert theme-admonition starlight-aside admonitionblock custom-block notecard book-hint "
    "callout-block kg-callout-card confluence-information-macro su-note su-box notices info-panel tip-box note-box "
    "warning-box alert-box message-box callout-box callout-note callout-tip callout-warning callout-important".split()
)
"""Names of boxes in documentation and publishing systems (docutils, MkDocs, Docusaurus, Obsidian, GitHub …)."""
_QUOTED_BOXES = frozenset("callout admonition markdown-alert book-hint".split())
_TITLE_PARTS = frozenset("title titles heading header label summary caption admonitionheading".split())
_ALERT = re.compile(r"^\s*\[!(\w{2,20})\][-+]?[ \t]*([^\n]{0,80})")
"""The first line of a call-out as it is typed in Markdown: `[!NOTE] Title`."""
_QUOTES = re.compile(r"(?:^|[\s_-])(?:pull-?_?quotes?|pq|quote-pull)(?:$|[\s_-])", re.I)
_MOST_QUOTES = 100
"""Pull quotes that are looked for in the text; each is a walk through the whole of it."""


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
    candidates = elements(tree, "blockquote", "aside", "div", "p", "figure", "section")
    quotes = [e for e in candidates if e.get("class") and _QUOTES.search(e.get("class", ""))]
    if not quotes:
        return
    whole = "\n".join(folded(text_of(p)) for p in tree.iter("p", "li"))
    for element in quotes[:_MOST_QUOTES]:
        if element.getparent() is None:
            continue
        key = folded(_words_quoted(element))
        own = sum(folded(text_of(p)).count(key) for p in element.iter("p", "li")) if key else 0
        if key and whole.count(key) > own:
            yield rule("removed.repeat").at(place(article.source, element), text=text_of(element)[:80])
            drop(element)
        elif element.tag in ("aside", "div", "p", "section") and next(element.iter("blockquote"), None) is None:
            element.tag = "blockquote"
        elif element.tag == "aside":
            element.tag = "div"


def _words_quoted(element: Element) -> str:
    """The text of a quotation without who said it."""
    sources = list(element.iterdescendants("cite", "footer", "figcaption"))
    said = {part for source in sources for part in source.iter()}
    words = [str(element.text or "")]
    for node in element.iterdescendants():
        if node not in said and node.text:
            words.append(str(node.text))
        if node.tail and (node.getparent() not in said):
            words.append(str(node.tail))
    return squash("".join(words)) if sources else text_of(element)


def _of_page(tree: Element, article: Article) -> Iterator[Finding]:
    _typed_alerts(tree)
    held: set[Element] | None = None
    for element in elements(tree, "aside", "div", "section", "blockquote", "details"):
        if element.getparent() is None or not is_box(element) or closest(element, "aside") is not None:
            continue
        if not text_of(element) or len(text_of(element)) > 4000:
            continue
        if held is None:
            held = note_targets(tree)
        if element in held or any(e in held for e in element.iter()):
            continue  # notes, whatever the box is called
        element.tag = "aside"
        _flatten_table(element)
        _name(element)
        label = next((text_of(h) for h in element.iter(*HEADINGS)), "")
        yield rule("callout.found").at(place(article.source, element), label=label or text_of(element)[:40])


def is_box(element: Element) -> bool:
    """Whether a box says of itself that it is a call-out."""
    names = tokens(element, "class")
    if element.get("role") in ("doc-footnote", "doc-endnote", "doc-endnotes") or names & _NOTES:
        return False
    if element.tag == "blockquote":  # may be a quotation whatever the site calls it
        return bool(names & _QUOTED_BOXES)
    if element.tag == "aside" or names & _BOXES or element.get("data-callout"):
        return True
    if element.get("role") == "note":
        return True
    return any(name.startswith(("admonition-", "admonition_", "callout-type-", "alert-")) for name in names)


_NOTES = frozenset("footnote footnotes endnote endnotes sidenote marginnote footnote-list footnote-definition".split())


def _typed_alerts(tree: Element) -> None:
    """Quotations that begin with `[!NOTE]` are call-outs that nobody has rendered."""
    for quote in elements(tree, "blockquote"):
        first = next(quote.iter("p"), quote)
        match = _ALERT.match(first.text or "")
        if match is None:
            continue
        first.text = (first.text or "")[match.end() :].lstrip("\n")
        if not first.text and len(first) and first[0].tag == "br":
            first.text = (first[0].tail or "").lstrip("\n")
            first.remove(first[0])
        quote.tag = "aside"
        title = new("h2", match[2].strip() or match[1].capitalize())
        title.tail, quote.text = quote.text, None
        quote.insert(0, title)
        if first is not quote and not text_of(first) and len(first) == 0:
            drop(first)


def _flatten_table(box: Element) -> None:
    """AsciiDoctor lays its boxes out as a table: the title or sign in one cell, the text in the other."""
    table = next(box.iterchildren("table"), None)
    cells = elements(table, "td") if table is not None else []
    if table is None or len(cells) != 2 or not tokens(cells[0], "class") & {"icon"}:
        return
    label = text_of(cells[0]) or next((i.get("title", "") for i in cells[0].iter("i")), "")
    content = new("div")
    move_children(cells[1], content)
    replace(table, *([new("h2", label)] if label else []), content)


def _name(aside: Element) -> None:
    """The label of a box is its heading; a line that acts as one becomes one."""
    if next(aside.iter(*HEADINGS), None) is not None:
        return
    first = next((e for e in aside.iterdescendants() if e.tag in _LINES and text_of(e)), None)
    while first is not None and not is_title(first):
        if (first.text or "").strip():
            return
        first = next((e for e in first if isinstance(e.tag, str) and text_of(e)), None)
        if first is None or first.tag not in _LINES:
            return
    if first is None or len(text_of(first)) >= 80 or next(first.iter("a"), None) is not None:
        return
    if any(e.tag in BLOCKS for e in first.iterdescendants()):
        replace(first, new("h2", text_of(first)))
    else:
        first.tag = "h2"


_LINES = ("p", "div", "span", "summary", "header", "strong", "dt")


def is_title(element: Element) -> bool:
    """Whether the name of a line says that it is the title of a box."""
    if element.tag == "summary":
        return True
    names = tokens(element, "class")
    return any(part in _TITLE_PARTS for name in names for part in re.split(r"[-_]+", name))
