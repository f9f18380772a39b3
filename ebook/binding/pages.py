"""The book's own pages: cover, title page, parts, contents, about the sources."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from ebook import dates
from ebook.markup import Element, append_text, mark_language, new
from ebook.model import Chapter, Edition, NavPoint
from ebook.statement import Statement
from ebook.words import say, spoken


def joined(names: Sequence[str], language: str) -> str:
    """Names as a sentence has them: "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {say('and', language)} {names[-1]}"


def cover_body(image: str, alt: str) -> Element:
    """The cover page. `doc-cover` is for images alone (DPUB-ARIA 1.1)."""
    picture = new("img", src=image, alt=alt, role="doc-cover")
    return new("body", "\n", new("section", new("p", picture), class_="cover", epub_type="cover"))


def title_body(edition: Edition, people: str, count: int, language: str) -> Element:
    """The title page: title, subtitle, people, publisher, date, what the book is."""
    page = new("section", new("h1", edition.title, id="title"), class_="title-page", epub_type="titlepage")
    if edition.subtitle:
        page.append(new("p", edition.subtitle, class_="subtitle", role="doc-subtitle"))
    lines = [
        people,
        edition.publisher,
        dates.shown(edition.date, language) if edition.date else "",
        say("collection-of", language, count=count) if count > 1 else "",
        edition.description,
        edition.rights,
    ]
    for line in lines:
        if line:
            page.append(new("p", line))
    return new("body", "\n", new("main", page))


def part_body(title: str) -> Element:
    """The page that opens a part."""
    part = new("section", new("h1", title, id="title"), epub_type="part", role="doc-part", aria_labelledby="title")
    return new("body", "\n", new("main", part))


def sources_body(chapters: Sequence[Chapter], names: Sequence[str], language: str) -> Element:
    """Where every article comes from: title, people, publisher, date, licence, address."""
    page = new(
        "section",
        new("h1", say("sources", language), id="title"),
        new("p", say("sources-intro", language)),
        aria_labelledby="title",
        class_="sources",
    )
    for number, (chapter, name) in enumerate(zip(chapters, names, strict=True), 1):
        metadata = chapter.metadata
        link = new("a", metadata.title, href=name)
        mark_language(link, metadata.language, language)
        page.append(new("h2", link, id=f"source-{number}"))
        facts = new("dl")
        for key, value in _facts(chapter, language):
            facts.append(new("dt", say(key, language)))
            facts.append(new("dd", value))
        if len(facts):
            page.append(facts)
    return new("body", "\n", new("main", page))


def _facts(chapter: Chapter, language: str) -> list[tuple[str, str | Element]]:
    metadata = chapter.metadata
    facts: list[tuple[str, str | Element]] = []
    if metadata.authors:
        facts.append(("authors", _named(joined(metadata.authors, language), metadata.language, language)))
    if metadata.publisher:
        facts.append(("publisher", _named(metadata.publisher, metadata.language, language)))
    facts += [
        (key, value)
        for key, value in (
            ("published", dates.shown(metadata.published, language) if metadata.published else ""),
            (
                "updated",
                dates.shown(metadata.modified, language)
                if metadata.modified and metadata.modified != metadata.published
                else "",
            ),
        )
        if value
    ]
    if metadata.licence:
        facts.append(("licence", _link(metadata.licence)))
    if metadata.url:
        original = _link(metadata.url, str(metadata.publisher) or urlsplit(metadata.url).netloc, metadata.title)
        if isinstance(original, Element):
            mark_language(next(original.iter("a")), metadata.language, language)
        facts.append(("original", original))
    elif chapter.source != "-":
        facts.append(("file", chapter.source.replace("\\", "/").rsplit("/", 1)[-1]))
    return facts


def _named(name: str, own: str, around: str) -> Element:
    """A name, marked as in its own language; one in Latin letters is read well enough in any."""
    named = new("span", name)
    if not name.isascii():
        mark_language(named, own, around)
    return named


def _link(address: str, *names: str) -> str | Element:
    """A link whose text says where it goes; a licence that is no address stays text."""
    if not address.startswith(("http://", "https://")):
        return address
    shown = address.split("://", 1)[1].rstrip("/")
    link = new("a", ": ".join(n for n in names if n) or shown, href=address)
    if not names:
        return link
    holder = new("span", link)
    append_text(holder, f" ({shown})")
    return holder


def statement_body(made: Statement, title: str, contact: str, language: str) -> Element:
    """What the book offers its readers, in plain words, and whom to write to."""
    page = new("section", new("h1", title, id="title"), aria_labelledby="title", class_="accessibility")
    around = spoken(language)  # what the page as a whole is marked as
    for number, section in enumerate(made.sections, 1):
        heading = new("h2", section.title, id=f"statement-{number}")
        sentences = new("ul")
        mark_language(heading, made.language, around)
        for line in section.lines:
            item = new("li", line.text)
            mark_language(item, line.language, around)
            sentences.append(item)
        page.extend([heading, sentences])
    if contact:
        before, _, after = say("claims-contact", language, contact="\n").partition("\n")
        page.append(new("p", before, _address(contact), after))
    return new("body", "\n", new("main", page))


def _address(contact: str) -> str | Element:
    """A contact as a link where it is an address."""
    if contact.startswith(("http://", "https://")):
        return new("a", contact.split("://", 1)[1].rstrip("/"), href=contact)
    is_mail = "@" in contact and " " not in contact
    return new("a", contact, href=f"mailto:{contact}") if is_mail else contact


def nav_body(
    contents: Sequence[NavPoint],
    landmarks: Sequence[tuple[str, str, str]],
    printed: Sequence[NavPoint],
    language: str,
) -> Element:
    """The navigation document (EPUB 3.3 §7): contents to be read, landmarks and printed pages for reading systems."""
    toc = new(
        "nav",
        new("h1", say("contents", language), id="title"),
        _list(contents, language),
        epub_type="toc",
        role="doc-toc",
        id="toc",
        aria_labelledby="title",
    )
    marks = new("ol")
    for kind, href, title in landmarks:
        marks.append(new("li", new("a", title, href=href, epub_type=kind)))
    marked = new(
        "nav",
        new("h2", say("landmarks", language), id="landmarks-title"),
        marks,
        epub_type="landmarks",
        hidden="hidden",
        aria_labelledby="landmarks-title",
    )
    body = new("body", "\n", toc, marked)
    if printed:
        body.append(
            new(
                "nav",
                new("h2", say("description-pages", language), id="pages-title"),
                _list(printed, language),
                epub_type="page-list",
                role="doc-pagelist",
                hidden="hidden",
                aria_labelledby="pages-title",
            )
        )
    return body


def _list(points: Sequence[NavPoint], around: str) -> Element:
    """Lines of the contents; each says its own language where that is not the book's."""
    holder = new("ol")
    for point in points:
        link = new("a", point.title, href=point.href)
        mark_language(link, point.language, around)
        item = new("li", link)
        if point.children:
            item.append(_list(point.children, around))
        item.tail = "\n"
        holder.append(item)
    return holder
