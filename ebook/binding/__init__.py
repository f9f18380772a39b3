"""Bind: chapters to a book. Order, names, links between articles, glossary, contents, metadata."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from ebook.binding import descriptions, glossary, package, pages
from ebook.binding.cover import draw_cover
from ebook.binding.formulas import say_formulas
from ebook.binding.links import resolve, targets
from ebook.binding.pictures import place_images, refer_to_captions
from ebook.binding.printed_pages import page_list, page_source
from ebook.claims import Approval, Claim, Making, claims, stated
from ebook.evidence import gather
from ebook.languages import direction_of
from ebook.markup import Element, document, elements, language_of, parse_document, set_language
from ebook.model import Book, Chapter, Document, Edition, NavPoint, Resource, Theme
from ebook.opened import Opened, opened_book
from ebook.options import Options
from ebook.outline import Heading, headings
from ebook.rules import Finding, Severity
from ebook.statement import Statement, known_from, statement
from ebook.words import say, spoken

STYLE = "style.css"
HEAD = f'<link rel="stylesheet" type="text/css" href="{STYLE}"/>\n'
NAV = "nav.xhtml"
MOST_NAMED = 6
"""People that the description of a cover names; the title page names them all."""
STATEMENT = "accessibility.xhtml"
Examine: TypeAlias = Callable[[Opened], Iterable[Finding]]
"""Looks at a finished book before it is written: the rules of `checks`, handed in by `works`."""
_FAILURES = frozenset((Severity.FATAL, Severity.ERROR, Severity.WARNING))


def bind(
    chapters: Sequence[Chapter],
    edition: Edition,
    options: Options,
    theme: Theme,
    *,
    font: bytes,
    approval: Approval | None = None,
    examine: Examine | None = None,
) -> Book:
    """The book of these chapters in this order.

    `font` draws the cover; a person's `approval` lets the book state its conformance, where `examine` finds no
    failure in it.
    """
    language = edition.language or main_language(chapters)
    edition = replace(
        edition,
        title=edition.title or chapters[0].metadata.title,
        subtitle=edition.subtitle
        or (chapters[0].metadata.subtitle if len(chapters) == 1 and not edition.title else ""),
    )
    names = [f"chapter-{n:0{max(2, len(str(len(chapters))))}}.xhtml" for n in range(1, len(chapters) + 1)]
    trees = [parse_document(chapter.xhtml) for chapter in chapters]
    resources: dict[str, Resource] = {}
    findings = _join(chapters, names, trees, resources)
    described = descriptions.take_out(trees, names, chapters)
    entries = glossary.make(
        trees,
        names,
        [c.metadata.title for c in chapters],
        language,
        options,
        sources=[(c.source, *c.more) for c in chapters],
    )
    formulas = tuple(
        formula
        for tree, chapter in zip(trees, chapters, strict=True)
        for formula in say_formulas(tree, chapter, shown=options.spoken_maths)
    )
    printed = page_list(trees, names, chapters, language)
    documents = [
        _chapter_document(c, n, t, title)
        for c, n, t, title in zip(chapters, names, trees, _titles(chapters), strict=True)
    ]

    people = pages.joined([p.name for p in package.people(edition, chapters)[0]], language)
    cover = draw_cover(edition.title, edition.subtitle, people, language, font)
    parts = _parts(edition, len(chapters))
    points = _contents(parts, chapters, names, trees, options.contents_depth)
    front, back = _own_pages(
        edition, chapters, names, described, entries, cover, people, language, mapped=options.search_key_map
    )
    has_statement = options.accessibility_page or bool(edition.contact)
    about = (NavPoint(title=say("claims-page", language), href=STATEMENT),) if has_statement else ()
    contents = (*(_point(d) for d in front), *points, *(_point(d) for d in back), *about)
    landmarks = _landmarks(front, names[0], trees, names, back, language)
    nav = Document(
        name=NAV,
        title=say("contents", language),
        language=language,
        properties=("nav",),
        xhtml=_page(
            pages.nav_body(contents, landmarks, printed, language), say("contents", language), edition.title, language
        ),
    )
    spine = [*front, nav, *_with_parts(documents, parts, language, edition.title), *back]
    style = Resource(
        name=STYLE, media_type="text/css", data="\n".join(t for t in (theme.css, options.css) if t).encode()
    )
    held = (cover, style, *theme.fonts, *resources.values())
    if entries and options.search_key_map:
        held = (*held, glossary.search_key_map(entries, language))
    ids = [name.removesuffix(".xhtml") for name in names]
    guessed = sum(f.rule == "table.headers-guessed" for c in chapters for f in c.findings)
    book = Book(
        identifier=package.identifier(edition, chapters),
        title=edition.title,
        language=language,
        direction=direction_of(language),
        modified=options.modified or package.modified(edition, chapters),
        documents=tuple(spine),
        resources=held,
        contents=contents,
        landmarks=landmarks,
        formulas=formulas,
        pages=printed,
        findings=tuple(findings),
        glossary=tuple(m for e in entries for m in e.meanings),
        glossary_names=glossary_names(entries),
        meta=(*package.statements(edition, chapters, ids, language), *page_source(trees, chapters)),
    )
    making = Making(articles=len(chapters), guessed_tables=guessed)
    return _with_claims(book, making, approval, examine, edition.contact if has_statement else None)


def glossary_names(entries: Sequence[glossary.Entry]) -> tuple[str, ...]:
    """Every spelling by which these entries are known."""
    return tuple(sorted({name for entry in entries for name in (entry.term, *entry.forms)}))


def _with_claims(
    book: Book, making: Making, approval: Approval | None, examine: Examine | None, contact: str | None
) -> Book:
    """The book with everything in its package that its documents and files prove, and with a page that says so.

    With an `approval` the rules of `examine` are asked whether anything speaks against conformance. The page comes
    last and adds nothing that is counted; without a `contact`, not even an empty one, there is none.
    """
    opened = opened_book(book)
    evidence = gather(opened)

    def finished(failing: Sequence[str]) -> Book:
        found = claims(evidence, making=making, approval=approval, failing=failing)
        whole = _stating(book, found)
        return (
            whole if contact is None else _with_statement(whole, statement(evidence, found, known_from(found)), contact)
        )

    made = finished(())
    if approval and examine:
        found = examine(opened_book(made, opened.documents))
        failing = tuple(dict.fromkeys(f.rule for f in found if f.severity in _FAILURES))
        return finished(failing) if failing else made
    return made


def _with_statement(book: Book, made: Statement, contact: str) -> Book:
    """The book with the page about its accessibility at the end."""
    title, language = say("claims-page", book.language), book.language
    body = pages.statement_body(made, title, contact, language)
    page = Document(name=STATEMENT, title=title, language=language, xhtml=_page(body, title, book.title, language))
    return replace(book, documents=(*book.documents, page))


def _stating(book: Book, found: Sequence[Claim]) -> Book:
    """The book with the claims that hold, none twice."""
    there = {(m.property, m.value) for m in book.meta if not m.refines}
    return replace(book, meta=(*book.meta, *(m for m in stated(found) if (m.property, m.value) not in there)))


def main_language(chapters: Sequence[Chapter]) -> str:
    """The language most articles are in; the first of them decides between equals."""
    return Counter(c.metadata.language for c in chapters).most_common(1)[0][0]


def _join(
    chapters: Sequence[Chapter], names: Sequence[str], trees: Sequence[Element], resources: dict[str, Resource]
) -> list[Finding]:
    """Resolve links and pictures of all chapters."""
    known = targets(chapters, names)
    ids = {
        name: frozenset(e.get("id", "") for e in tree.iter() if e.get("id"))
        for name, tree in zip(names, trees, strict=True)
    }
    found: list[Finding] = []
    for chapter, tree in zip(chapters, trees, strict=True):
        found.extend(resolve(tree, chapter, known, ids))
        found.extend(place_images(tree, chapter, resources))
        refer_to_captions(tree)
    return found


def _titles(chapters: Sequence[Chapter]) -> list[str]:
    """The titles of the documents: each article's own, those that are alike numbered (WCAG 2.4.2)."""
    often = Counter(chapter.metadata.title for chapter in chapters)
    seen: Counter[str] = Counter()
    titles = []
    for title in (chapter.metadata.title for chapter in chapters):
        seen[title] += 1
        titles.append(f"{title} ({seen[title]})" if often[title] > 1 else title)
    return titles


def _chapter_document(chapter: Chapter, name: str, tree: Element, title: str) -> Document:
    body = tree.find("body")
    assert body is not None
    properties = ("mathml",) if next(body.iter("math"), None) is not None else ()
    metadata = chapter.metadata
    xhtml = document(
        body, title=title, language=metadata.language, direction=direction_of(metadata.language), head=HEAD
    )
    return Document(name=name, title=title, xhtml=xhtml, language=metadata.language, properties=properties)


def _page(body: Element, title: str, book: str, language: str) -> str:
    """One of the book's own pages; where it speaks English in a book that is not, it says so."""
    if spoken(language) != language.split("-")[0].lower():
        for element in elements(body, "nav", "section"):
            if language_of(element) == "" and element.get("class") not in ("title-page", "cover"):
                set_language(element, spoken(language))
    whole = title if title == book else f"{title} – {book}"
    return document(body, title=whole, language=language, direction=direction_of(language), head=HEAD)


def _own_pages(
    edition: Edition,
    chapters: Sequence[Chapter],
    names: Sequence[str],
    described: Sequence[descriptions.Description],
    entries: list[glossary.Entry],
    cover: Resource,
    people: str,
    language: str,
    *,
    mapped: bool = False,
) -> tuple[list[Document], list[Document]]:
    """The pages before and after the chapters; `mapped`: a search key map leads into the glossary."""
    alt = (
        say("cover-alt-by", language, title=edition.title, names=people)
        if people and len(package.people(edition, chapters)[0]) <= MOST_NAMED
        else say("cover-alt", language, title=edition.title)
    )
    role = "edited-by" if edition.creators and all(p.role == "edt" for p in edition.creators) else "by"
    byline = say(role, language, names=people) if people else ""

    def made(name: str, title: str, body: Element) -> Document:
        properties = ("mathml",) if next(body.iter("math"), None) is not None else ()
        if name == glossary.PAGE and mapped:
            properties = (*properties, "glossary")
        xhtml = _page(body, title, edition.title, language)
        return Document(name=name, title=title, language=language, properties=properties, xhtml=xhtml)

    front = [
        made("cover.xhtml", say("cover", language), pages.cover_body(cover.name, alt)),
        made("title.xhtml", say("title-page", language), pages.title_body(edition, byline, len(chapters), language)),
    ]
    back = []
    if described:
        body = descriptions.descriptions_body(described, language)
        back.append(made(descriptions.PAGE, say("descriptions", language), body))
    if entries:
        back.append(made(glossary.PAGE, say("glossary", language), glossary.glossary_body(entries, language)))
    back.append(made("sources.xhtml", say("sources", language), pages.sources_body(chapters, names, language)))
    return front, back


def _parts(edition: Edition, count: int) -> list[tuple[str, int]]:
    """Parts as (title, number of chapters); chapters that failed are already taken off by the caller."""
    if sum(number for _, number in edition.parts) == count and any(title for title, _ in edition.parts):
        return [(title, number) for title, number in edition.parts if number]
    return [("", count)]


def _part_names(parts: Sequence[tuple[str, int]]) -> list[str]:
    return [f"part-{n}.xhtml" if title else "" for n, (title, _) in enumerate(parts, 1)]


def _with_parts(
    documents: Sequence[Document], parts: Sequence[tuple[str, int]], language: str, book: str
) -> list[Document]:
    """The chapters in order with the page of each part before them."""
    result: list[Document] = []
    position = 0
    for (title, number), name in zip(parts, _part_names(parts), strict=True):
        if title:
            result.append(
                Document(
                    name=name,
                    title=title,
                    language=language,
                    xhtml=document(
                        pages.part_body(title),
                        title=f"{title} – {book}",
                        language=language,
                        direction=direction_of(language),
                        head=HEAD,
                    ),
                )
            )
        result.extend(documents[position : position + number])
        position += number
    return result


def _contents(
    parts: Sequence[tuple[str, int]],
    chapters: Sequence[Chapter],
    names: Sequence[str],
    trees: Sequence[Element],
    depth: int,
) -> tuple[NavPoint, ...]:
    lines = [
        NavPoint(
            title=c.metadata.title,
            href=n,
            language=c.metadata.language,
            children=_nested([h for h in headings(t) if 2 <= h.level <= depth and h.text], n),
        )
        for c, n, t in zip(chapters, names, trees, strict=True)
    ]
    points: list[NavPoint] = []
    position = 0
    for (title, number), name in zip(parts, _part_names(parts), strict=True):
        group = lines[position : position + number]
        position += number
        points.extend([NavPoint(title=title, href=name, children=tuple(group))] if title else group)
    return tuple(points)


def _nested(found: list[Heading], name: str) -> tuple[NavPoint, ...]:
    """Headings of one chapter as nested lines of the contents."""
    points: list[NavPoint] = []
    index = 0
    while index < len(found):
        end = index + 1
        while end < len(found) and found[end].level > found[index].level:
            end += 1
        heading = found[index]
        points.append(
            NavPoint(
                title=heading.text,
                href=f"{name}#{heading.id}",
                language=heading.language,
                children=_nested(found[index + 1 : end], name),
            )
        )
        index = end
    return tuple(points)


def _point(document: Document) -> NavPoint:
    return NavPoint(title=document.title, href=document.name)


def _landmarks(
    front: list[Document],
    first: str,
    trees: Sequence[Element],
    names: Sequence[str],
    back: list[Document],
    language: str,
) -> tuple[tuple[str, str, str], ...]:
    """EPUB 3.3 §7.4.4: where reading systems jump to."""
    found = [
        ("cover", front[0].name, front[0].title),
        ("titlepage", front[1].name, front[1].title),
        ("toc", f"{NAV}#toc", say("contents", language)),
        ("bodymatter", first, say("start", language)),
    ]
    noted = next(
        (
            n
            for n, t in zip(names, trees, strict=True)
            if any(s.get("role") == "doc-endnotes" for s in t.iter("section"))
        ),
        "",
    )
    if noted:
        found.append(("endnotes", f"{noted}#notes-title", say("notes", language)))
    found.extend(("glossary", page.name, page.title) for page in back if page.name == glossary.PAGE)
    found.append(("backmatter", back[-1].name, back[-1].title))
    return tuple(found)
