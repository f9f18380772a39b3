"""Gathers the extended descriptions of all chapters on one page, with a link beside each picture and a way back.

In a chapter a description stands as an `aside` after its picture. In the book it is one link away: nobody has to
listen through a table of numbers to get to the next paragraph (DAISY, extended descriptions, 2026).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ebook.markup import (
    HEADINGS,
    Element,
    append_text,
    drop,
    elements,
    language_of,
    level_of,
    mark_language,
    move_children,
    new,
    set_language,
    tokens,
)
from ebook.model import Chapter
from ebook.passes.descriptions import KIND, LABEL, name_of, set_link
from ebook.words import say, spoken

PAGE = "descriptions.xhtml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """One extended description on its way to the page that gathers them."""

    id: str
    name: str
    """What the picture or table is called."""
    href: str
    """The link beside the picture, where the way back leads."""
    title: str
    """Of the chapter."""
    language: str
    image: str
    """The picture's file in the book; nothing for a table."""
    content: Element


def take_out(trees: Sequence[Element], names: Sequence[str], chapters: Sequence[Chapter]) -> list[Description]:
    """Move every description out of the chapters, and leave a link beside what it describes."""
    found: list[Description] = []
    for tree, name, chapter in zip(trees, names, chapters, strict=True):
        described = {e.get("aria-details", ""): e for e in tree.iter("img", "table") if e.get("aria-details")}
        moved: dict[str, str] = {}
        for aside in elements(tree, "aside"):
            element = described.get(aside.get("id", ""))
            if element is None or KIND not in tokens(aside, "class"):
                continue  # its picture is not in the book: what stands there is all there is of it
            made = _moved(element, aside, name, chapter, len(found) + 1)
            moved[made.content.attrib.pop("id")] = made.id
            moved.update((e.get("id", "").removeprefix(f"{made.id}-"), e.get("id", "")) for e in made.content.iter())
            found.append(made)
        _redirect(tree, moved)
    return found


def _moved(element: Element, aside: Element, file: str, chapter: Chapter, number: int) -> Description:
    language = language_of(element) if element.tag == "table" else chapter.metadata.language
    name = name_of(element, number, language)
    link_id = f"{aside.get('id')}-link"
    link = new("a", id=link_id, href=f"{PAGE}#{KIND}-{number}")
    link.text = say("description-of", language, name=name)
    if spoken(language) != language.split("-")[0].lower():
        set_language(link, spoken(language))
    element.set("aria-details", link_id)
    line = new("p", link, class_="description-link")
    line.tail, aside.tail = aside.tail, None
    set_link(line, element)
    for label in [c for c in aside if LABEL in tokens(c, "class")]:
        drop(label)
    content = new("div")
    if aside.get("lang"):
        mark_language(content, aside.get("lang", ""), "")
    move_children(aside, content)
    parent = aside.getparent()
    assert parent is not None
    parent.remove(aside)
    identifier = f"{KIND}-{number}"
    _keep_apart(content, f"{identifier}-", file)
    _lower(content)
    content.set("id", aside.get("id", ""))
    return Description(
        id=identifier,
        name=name,
        href=f"{file}#{link_id}",
        title=chapter.metadata.title,
        language=language,
        image=element.get("src", "") if element.tag == "img" else "",
        content=content,
    )


def _keep_apart(content: Element, prefix: str, file: str) -> None:
    """Ids of one description are no other's; what it says of the chapter leads back into that."""
    own = {e.get("id") for e in content.iter() if e.get("id")}
    for element in content.iter():
        if element.get("id"):
            element.set("id", prefix + element.get("id", ""))
        for name in ("aria-labelledby", "aria-details"):
            if element.get(name) in own:
                element.set(name, prefix + element.get(name, ""))
            else:
                element.attrib.pop(name, None)
        href = element.get("href", "")
        if href.startswith("#"):
            element.set("href", f"#{prefix}{href[1:]}" if href[1:] in own else f"{file}{href}")


def _redirect(tree: Element, moved: Mapping[str, str]) -> None:
    """Links of the chapter to what has moved."""
    for link in tree.iter("a"):
        href = link.get("href", "")
        if href.startswith("#") and href[1:] in moved:
            link.set("href", f"{PAGE}#{moved[href[1:]]}")


def _lower(content: Element) -> None:
    """Headings of a description stand under its own."""
    found = elements(content, *HEADINGS)
    if found:
        step = 3 - min(map(level_of, found))
        for heading in found:
            heading.tag = f"h{min(6, level_of(heading) + step)}"


def descriptions_body(found: Sequence[Description], language: str) -> Element:
    """The body of the page."""
    page = new(
        "section", new("h1", say("descriptions", language), id="title"), aria_labelledby="title", class_="descriptions"
    )
    for made in found:
        page.append(_section(made, language))
    return new("body", "\n", new("main", page))


def _section(made: Description, language: str) -> Element:
    heading = new("h2", id=f"{made.id}-title")
    _say(heading, "description-of", language, made)
    section = new("section", heading, id=made.id)
    if made.image:
        section.append(new("p", new("img", src=made.image, alt="", role="presentation")))
    if made.language.split("-")[0] != language.split("-")[0] and not made.content.get("lang"):
        mark_language(made.content, made.language, language)
    if made.content.get("lang"):
        section.append(made.content)
    else:
        move_children(made.content, section)
    link = new("a", href=made.href, role="doc-backlink", epub_type="backlink")
    _say(link, "description-back", language, made)
    section.append(new("p", link))
    for child in section:
        child.tail = "\n"
    section.tail = "\n"
    return section


def _say(element: Element, key: str, language: str, made: Description) -> None:
    """Words of the book around names that are in the language of the chapter."""
    facts = {"name": made.name, "title": made.title.strip('“”„«»"「」')}
    marks = {"name": "\x01", "title": "\x02"}
    text = say(key, language, **marks)
    for piece in _pieces(text):
        fact = next((facts[n] for n, mark in marks.items() if piece == mark), None)
        span = new("span", fact or "")
        if fact is not None:
            mark_language(span, made.language, spoken(language))
        if span.attrib:
            element.append(span)
        else:
            append_text(element, piece if fact is None else fact)


def _pieces(text: str) -> Iterator[str]:
    start = 0
    for index, letter in enumerate(text):
        if letter in "\x01\x02":
            if index > start:
                yield text[start:index]
            yield letter
            start = index + 1
    if start < len(text):
        yield text[start:]
