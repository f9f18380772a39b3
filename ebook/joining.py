"""Joins the chapters of the pages that one article was split over: one title, one set of notes, no furniture twice.

The pages are normalised one by one, so each lost its own menus; what is put together is finished text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ebook.markup import (
    Element,
    drop,
    elements,
    language_of,
    mark_language,
    new,
    parse_document,
    place,
    replace_body,
    text_of,
)
from ebook.model import Chapter, Image, Metadata
from ebook.outline import chapter_header, main_heading
from ebook.rules import Finding, Place, rule

SHORT = 60
"""Characters below which a block is a line of furniture when only its numbers differ."""

_REFERENCES = ("aria-labelledby", "aria-describedby", "aria-details", "headers")
_PAGE_WORDS = frozenset(
    "page pages of seite von pagina página de di pàgina sida av side af strona z stránka strana oldal sayfa sivu sur "
    "страница из стр صفحة من 页 第 頁 ページ".split()
)
"""What a title may add on a later page, beside numbers."""
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class _Page:
    """The content of one page, taken apart."""

    content: Element
    """The chapter's section."""
    header: Element | None
    notes: Element | None
    """The list of its notes."""
    section: Element | None
    """The section of its notes."""
    language: str


def join(chapters: Sequence[Chapter]) -> Chapter:
    """One chapter of the chapters of several pages, in their order; it has the metadata of the first."""
    roots = [parse_document(chapter.xhtml) for chapter in chapters]
    images = _images(chapters, roots)
    pages = [_page(root) for root in roots]
    first = pages[0]
    findings: list[Finding] = []
    for number, page in enumerate(pages[1:], 2):
        _keep_ids_apart(page.content, f"page-{number}-")
        findings += _without_header(page, first, chapters[number - 1].source)
        findings += _without_repeats(page, first, chapters[number - 1].source)
    findings += _without_endings(pages, chapters)
    for page in pages[1:]:
        _move_notes(page, first)
        for child in list(page.content):
            if not child.get("lang"):
                mark_language(child, page.language, first.language)
            _before_notes(first, child)
    body = roots[0].find("body")
    assert body is not None
    names = ", ".join(chapter.source for chapter in chapters)
    joined = rule("article.joined").at(Place(file=chapters[0].source), count=len(chapters), names=names)
    return replace(
        chapters[0],
        metadata=_metadata(chapters),
        xhtml=replace_body(chapters[0].xhtml, body),
        images=images,
        more=tuple(chapter.source for chapter in chapters[1:]),
        findings=(joined, *(f for chapter in chapters for f in chapter.findings), *findings),
    )


def _page(root: Element) -> _Page:
    content = next((s for s in root.iter("section") if s.get("role") == "doc-chapter"), root)
    section = next((s for s in content.iter("section") if s.get("role") == "doc-endnotes"), None)
    return _Page(
        content=content,
        header=chapter_header(content),
        notes=next(section.iter("ol"), None) if section is not None else None,
        section=section,
        language=language_of(content),
    )


def _images(chapters: Sequence[Chapter], roots: Sequence[Element]) -> tuple[Image, ...]:
    """All pictures; where two pages call different ones by one name, the later gets another."""
    taken: dict[str, Image] = {}
    for number, (chapter, root) in enumerate(zip(chapters, roots, strict=True), 1):
        for image in chapter.images:
            name = image.reference
            if name in taken and taken[name].data != image.data:
                name = f"page-{number}/{name}"
                for element in root.iter("img"):
                    if element.get("src") == image.reference:
                        element.set("src", name)
            taken[name] = replace(image, reference=name)
    return tuple(taken.values())


def _metadata(chapters: Sequence[Chapter]) -> Metadata:
    """That of the first page, completed by what only later ones say."""
    known = chapters[0].metadata
    for chapter in chapters[1:]:
        more = {
            name: getattr(chapter.metadata, name)
            for name in ("authors", "publisher", "published", "modified", "licence", "description")
            if not getattr(known, name)
        }
        known = replace(known, **more)
    return known


def _keep_ids_apart(content: Element, prefix: str) -> None:
    for element in content.iter():
        if element.get("id"):
            element.set("id", prefix + element.get("id", ""))
        if element.get("href", "").startswith("#"):
            element.set("href", f"#{prefix}{element.get('href', '')[1:]}")
        for name in _REFERENCES:
            if element.get(name):
                element.set(name, " ".join(prefix + word for word in element.get(name, "").split()))
    content.attrib.pop("aria-labelledby", None)


def _without_header(page: _Page, first: _Page, source: str) -> Iterator[Finding]:
    """Take off title, byline and date; a title of its own becomes a heading."""
    if page.header is None:
        return
    own, title = main_heading(page.header), main_heading(first.content)
    text = text_of(own) if own is not None else ""
    known = text_of(title) if title is not None else ""
    said = {text_of(e) for e in first.header.iter()} if first.header is not None else set()
    kept: list[Element] = []
    if own is not None and text and not _is_same_title(text, known):
        heading = new("h2", id=own.get("id", ""))
        heading.text, heading[:] = own.text, list(own)
        kept.append(heading)
    for line in page.header.iter("p"):
        if text_of(line) and text_of(line) not in said:
            if line.get("class") in ("subtitle", "kicker"):
                line.attrib.pop("class")
                line.attrib.pop("role", None)
                kept.append(line)
            else:
                yield rule("removed.furniture").at(place(source, line), text=text_of(line)[:80])
    if not any(e.tag == "h2" for e in kept) and text:
        yield rule("removed.repeat").at(place(source, page.header), text=text[:80])
    for element in reversed(kept):
        page.header.addnext(element)
    drop(page.header)
    page.header = None


def _is_same_title(text: str, known: str) -> bool:
    """Whether a title is that of the first page, but for the number of the page."""
    words, others = (re.findall(r"\w+", t.casefold()) for t in (text, known))
    rest = [w for w in words if w not in others]
    return bool(words) and set(others) <= set(words) and all(w.isdigit() or w in _PAGE_WORDS for w in rest)


def _without_repeats(page: _Page, first: _Page, source: str) -> Iterator[Finding]:
    """Take off what a page repeats of the first before its own text begins: standfirst, lead picture, a menu."""
    known = {_face(block) for block in first.content}
    for block in list(page.content):
        if block is page.section or _face(block) not in known or _has_note(block):
            return
        yield rule("removed.repeat").at(place(source, block), text=text_of(block)[:80])
        drop(block)


def _without_endings(pages: list[_Page], chapters: Sequence[Chapter]) -> Iterator[Finding]:
    """Take off every page but the last what all have at their end: "Next page", a line about the author."""
    endings = {_face(block) for block in list(pages[-1].content)[-6:] if len(text_of(block)) < 400}
    for page, chapter in zip(pages[:-1], chapters, strict=False):
        for block in reversed([b for b in page.content if b is not page.section]):
            if _face(block) not in endings or block.tag == "header" or _has_note(block):
                break
            yield rule("removed.repeat").at(place(chapter.source, block), text=text_of(block)[:80])
            drop(block)


def _has_note(block: Element) -> bool:
    return any(a.get("role") == "doc-noteref" for a in block.iter("a"))


def _face(block: Element) -> str:
    """What a block shows: its words, its pictures; of a short line ("Page 2 of 3") without the numbers."""
    text = text_of(block).casefold()
    pictures = " ".join(i.get("src", "") for i in block.iter("img"))
    return f"{block.tag!s} {_DIGITS.sub('0', text) if len(text) < SHORT else text} {pictures}"


def _move_notes(page: _Page, first: _Page) -> None:
    """Put the notes of a page behind those of the pages before, numbered on."""
    if page.notes is None or page.section is None:
        return
    before = len(first.notes.findall("li")) if first.notes is not None else 0
    if before:
        for link in elements(page.content, "a"):
            if link.get("role") == "doc-noteref" and text_of(link).isdigit():
                number = str(int(text_of(link)) + before)
                holder = link
                while len(holder):
                    holder = holder[0]
                holder.text = number
            elif link.get("role") == "doc-backlink" and link.get("aria-label"):
                said = link.get("aria-label", "")
                link.set("aria-label", _DIGITS.sub(lambda m: str(int(m[0]) + before), said, count=1))
    if first.notes is None or first.section is None:
        section = page.section
        page.content.remove(section)
        section.tail = "\n"
        first.content.append(section)
        first.notes, first.section = page.notes, section
        return
    for note in page.notes.findall("li"):
        first.notes.append(note)
    drop(page.section)


def _before_notes(first: _Page, child: Element) -> None:
    child.tail = "\n"
    if first.section is not None and child is not first.section:
        first.section.addprevious(child)
    else:
        first.content.append(child)
