"""Keep the page numbers of a printed original as marks that readers can jump to and listeners need not hear.

    The river rose in <span class="pagenum"><a id="Page_12">[12]</a></span>the night.
    ->   The river rose in <span role="doc-pagebreak" id="Page_12" aria-label="12" epub:type="pagebreak"/>the night.

A number in the middle of a sentence is read in the middle of the sentence; a mark is silent, and can be cited.
EPUB Accessibility 1.1 §3.2; the role is what makes it a mark to a reading system.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ebook.markup import (
    BLOCKS,
    EPUB,
    EPUB_TYPE,
    HEADINGS,
    LINE,
    Element,
    closest,
    drop,
    elements,
    new,
    text_of,
    tokens,
)
from ebook.model import Article
from ebook.rules import Finding, Place, rule

ROLE = "doc-pagebreak"
LEAST_ANCHORS = 3
"""Bare anchors named after pages, in rising order, from which they are page marks and no accident."""
_CLASSES = frozenset("pagenum pageno ws-pagenum pagebreak page-break pb pagenr pgnum".split())
"""Class names of printed page numbers (Project Gutenberg, Wikisource, TEI to HTML); lists of pages have others."""
_ROMAN = r"[ivxlcdm]{1,9}"
_SHOWN = re.compile(
    rf"[\[({{|\s]*(?:p(?:age|g|ág)?s?\.?|s(?:eite|ide|ida)?\.?|pagina|página)?\s{{0,3}}(\d{{1,5}}[a-z]?|{_ROMAN})[\])}}|\s]*",
    re.I,
)
_NAMED = re.compile(
    rf"(?:page|pg|pb|pagina|página|seite|side|sida|p)[-_. ]?(?:no|num|number)?[-_. ]?(\d{{1,5}}|{_ROMAN})", re.I
)
_ANCHOR = re.compile(rf"(?:page|pg|pagina|página|seite)[-_. ]?(\d{{1,5}}|{_ROMAN})", re.I)
_CLASS = "translate(@class, 'ABEGKMNOPRSUW', 'abegkmnoprsuw')"
_MAY_STATE = etree.XPath(
    "//*[self::span or self::a or self::div or self::p or self::hr or self::sup or self::small]"
    f"[@role = '{ROLE}' or @epub:type or @data-epub-type or contains({_CLASS}, 'pag') or contains({_CLASS}, 'pb')"
    f" or contains({_CLASS}, 'pgnum')]",
    namespaces={"epub": EPUB},
)
"""What may say that a page begins there; most pages hold nothing of the kind, and that is soon known."""
_MAY_BE_ANCHORS = etree.XPath("//*[self::a or self::span][not(*)][@id or @name]")


def page_marks(tree: Element, article: Article) -> Iterator[Finding]:
    marks = [e for e in _MAY_STATE(tree) if _is_stated(e)]
    inner = {e for mark in marks for e in mark.iter()}
    marks += [e for e in _anchors(tree) if e not in inner]
    if not marks:
        return
    taken = {e.get("id") for e in tree.iter() if e.get("id")}
    count = 0
    for element in marks:
        if element.getparent() is None or closest(element, "nav") is not None:
            continue
        label = _label(element)
        if not label:
            continue
        count += 1
        _settle(_made(element, label, taken))
    if count:
        yield rule("pages.kept").at(Place(file=article.source), count=count)


def _is_stated(element: Element) -> bool:
    """Whether an element says of itself that a page begins there."""
    if element.get("role") == ROLE or "pagebreak" in tokens(element, EPUB_TYPE, "data-epub-type"):
        return True
    if not tokens(element, "class") & _CLASSES or any(a.get("href") for a in element.iter("a")):
        return False
    return bool(_SHOWN.fullmatch(text_of(element))) if text_of(element) else bool(_name(element, _NAMED))


def _anchors(tree: Element) -> list[Element]:
    """Bare anchors named after pages, where their numbers rise."""
    found = [
        e
        for e in _MAY_BE_ANCHORS(tree)
        if not e.get("href") and not text_of(e) and _name(e, _ANCHOR) and not tokens(e, "role")
    ]
    numbers = [int(n) for e in found if (n := _name(e, _ANCHOR)).isdigit()]
    return found if len(numbers) >= LEAST_ANCHORS and numbers == sorted(set(numbers)) else []


def _name(element: Element, pattern: re.Pattern[str]) -> str:
    """The page in the id or name of an element or of an anchor in it."""
    for node in element.iter():
        match = pattern.fullmatch(node.get("id") or node.get("name") or "")
        if match:
            return match[1]
    return ""


def _label(element: Element) -> str:
    """The page's number as it was printed."""
    for said in (element.get("aria-label", ""), text_of(element), element.get("title", "")):
        match = _SHOWN.fullmatch(said.strip())
        if match:
            return match[1]
    return _name(element, _NAMED)


def _made(element: Element, label: str, taken: set[str | None]) -> Element:
    """The mark in the place of what showed the number."""
    own = next((i for node in element.iter() if (i := node.get("id") or node.get("name"))), "")
    name = own or f"page-{label}"
    while not own and name in taken:
        name += "-2"
    taken.add(name)
    mark = new("span", role=ROLE, id=name, aria_label=label, epub_type="pagebreak")
    if element.get(LINE):
        mark.set(LINE, element.get(LINE, ""))
    element.addprevious(mark)
    drop(element)
    return mark


def _settle(mark: Element) -> None:
    """Move a mark out of a word, and from between blocks into the next one."""
    parent, before = mark.getparent(), mark.getprevious()
    assert parent is not None
    text = (before.tail if before is not None else parent.text) or ""
    tail = mark.tail or ""
    if text[-1:].isalpha() and tail[:1].isalpha():
        _to_word(mark, text, parent, before)
    elif parent.tag in _HOLDERS and not text.strip() and not tail.strip() and _stands_between(mark):
        _to_block(mark)


def _to_word(mark: Element, text: str, parent: Element, before: Element | None) -> None:
    start = max(text.rfind(white) for white in " \n\t\u00a0") + 1
    mark.tail = text[start:] + (mark.tail or "")
    if before is not None:
        before.tail = text[:start]
    else:
        parent.text = text[:start]


_HOLDERS = frozenset("body div section article main blockquote center p".split())
_TARGETS = ("p", "li", "dd", "dt", "td", "th", "pre", "figcaption", *HEADINGS)
_PICTURED = ("figure", "img", "svg", "picture", "video", "audio")
_NEXT = etree.XPath(
    f"following::*[(({' or '.join(f'self::{name}' for name in _TARGETS)}) and normalize-space()"
    f" or {' or '.join(f'self::{name}' for name in _PICTURED)}) and not(ancestor::nav or ancestor::aside)][1]"
)
_NEXT_PARAGRAPH = etree.XPath("following::p[normalize-space() and not(ancestor::header)][1]")


def _stands_between(mark: Element) -> bool:
    """Whether a mark is alone in its paragraph, or stands between blocks."""
    parent = mark.getparent()
    assert parent is not None
    if parent.tag == "p":
        return len(parent) == 1
    return all(n is None or n.tag in BLOCKS or n.get("role") == ROLE for n in (mark.getprevious(), mark.getnext()))


def _to_block(mark: Element) -> None:
    parent = mark.getparent()
    lone = parent if parent is not None and parent.tag == "p" else None
    found = _NEXT(mark)
    if not found:
        return
    target = found[0]
    mark.tail = None
    if target.tag in _PICTURED or closest(target, "figure") is not None:
        _before_picture(mark, target)
        if lone is not None and lone.getparent() is not None and not len(lone):
            drop(lone)
        return
    text, target.text = target.text, None
    target.insert(_marks_at_start(target), mark)
    mark.tail = text
    if lone is not None and lone.getparent() is not None and not len(lone):
        drop(lone)


def _before_picture(mark: Element, picture: Element) -> None:
    """Set a mark as a block before a picture with all that holds the picture: in its caption it would come too late."""
    above = set(mark.iterancestors())
    whole = picture
    while (parent := whole.getparent()) is not None and parent not in above and parent.tag in _HOLDERS | _WHOLE:
        whole = parent
    mark.tag = "div"
    whole.addprevious(mark)


_WHOLE = frozenset(("figure", "a", "picture", "span"))


def _marks_at_start(target: Element) -> int:
    """How many marks an element begins with."""
    count = 0
    for child in target:
        if child.get("role") != ROLE or (child.tail or "").strip():
            break
        count += 1
    return count


def lifted_marks(tree: Element, article: Article) -> Iterator[Finding]:
    """Set a mark before its heading, whose name it would be part of; a title's goes to the first paragraph.

    A mark at the start of a figure or of its caption goes before the figure.
    """
    for mark in elements(tree, "span"):
        figure = _figure_begun(mark) if mark.get("role") == ROLE else None
        if figure is not None:
            drop(mark)
            mark.tag = "div"
            figure.addprevious(mark)
            continue
        heading = closest(mark, *HEADINGS) if mark.get("role") == ROLE else None
        if heading is None:
            continue
        drop(mark)
        following = _NEXT_PARAGRAPH(heading)
        if heading.tag != "h1":
            mark.tag = "div"
            heading.addprevious(mark)
        elif following:
            mark.tail, following[0].text = following[0].text, None
            following[0].insert(0, mark)
    yield from ()


def _figure_begun(mark: Element) -> Element | None:
    """The figure that a mark stands at the start of, or at the start of whose caption."""
    parent = mark.getparent()
    holder = parent if parent is not None and parent.tag in ("figcaption", "figure") else None
    if holder is None or (holder.text or "").strip():
        return None
    before = (n for n in mark.itersiblings(preceding=True) if n.get("role") != ROLE or (n.tail or "").strip())
    if next(before, None) is not None:
        return None
    return holder if holder.tag == "figure" else closest(holder, "figure")
