"""Make links lead somewhere, and say where.

    <a href="javascript:void(0)">Text</a> <a href="#gone">More</a>   ->   Text More

A link that does nothing wastes the time of everyone who has to try it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from ebook.addresses import clean_address
from ebook.linktexts import is_address, says_nothing
from ebook.markup import (
    Element,
    append_text,
    drop,
    drop_hollow,
    elements,
    language_of,
    move_children,
    place,
    text_of,
    trim,
    unwrap,
)
from ebook.model import Article
from ebook.passes.structure import structure
from ebook.pictures import is_picture_file
from ebook.rules import Finding, rule
from ebook.words import say

_STOPS = re.compile(r"[.,;:!?…'\"’”)\]]{1,3}")


def links(tree: Element, article: Article) -> Iterator[Finding]:
    for link in elements(tree, "a"):
        _take_in_next(link)
    for link in elements(tree, "a"):
        name = link.attrib.pop("name", "")
        if name and not link.get("id"):
            link.set("id", name)
    ids = {e.get("id") for e in tree.iter() if e.get("id")}
    undescribed = say("undescribed-image", language_of(tree) or article.metadata.language)
    own = article.metadata.url.partition("#")[0]
    found = elements(tree, "a")
    for link in found:
        href = link.get("href")
        if href is None or not _has_content(link) or _shows_its_picture(link, href) or _is_a_stop(link):
            _dissolve(link)
            continue
        if _is_nameless(link, undescribed):
            yield rule("link.wordless").at(place(article.source, link), target=href[:80])
            _dissolve(link)
            continue
        if own and href.partition("#")[0] == own and href.partition("#")[2] in ids:
            href = "#" + href.partition("#")[2]
        if href.startswith("#"):
            if href[1:] not in ids and unquote(href[1:]) not in ids:
                if href not in ("#", "#top"):
                    yield rule("link.dead").at(place(article.source, link), target=href[:80])
                _dissolve(link)
                continue
            link.set("href", href)
            continue
        clean = clean_address(href)
        if not clean:
            yield rule("link.unsafe").at(place(article.source, link), target=href[:80])
            _dissolve(link)
            continue
        link.set("href", clean)
        if says_nothing(text_of(link)) or is_address(text_of(link)):
            yield rule("link.vague").at(place(article.source, link), text=text_of(link)[:60])
    if any(link.tag != "a" or link.getparent() is None for link in found):
        yield from structure(tree, article)  # what stood around a link may be hollow or end differently now


def _take_in_next(link: Element) -> None:
    """One link that editors' programs cut into several in a row is read as several: it becomes one again."""
    if not link.get("href") or link.getparent() is None:
        return
    for following in link.itersiblings():
        if following.tag != "a" or (link.tail or "").strip() or dict(following.attrib) != dict(link.attrib):
            return
        if _is_a_stop(following):
            return
        append_text(link, link.tail or "")
        link.tail, following.tail = following.tail, None
        move_children(following, link)
        drop(following)


def _has_content(link: Element) -> bool:
    return bool(text_of(link)) or any(i.get("alt") for i in link.iter("img")) or any(True for _ in link.iter("math"))


def _is_a_stop(link: Element) -> bool:
    """Whether a link holds nothing but a stop or a comma, which an editor's slip left outside of the link before."""
    return not len(link) and bool(_STOPS.fullmatch(text_of(link)))


def _shows_its_picture(link: Element, href: str) -> bool:
    """Whether a link without words leads to the file of the picture in it: the book holds that picture already."""
    image = next(link.iter("img"), None)
    return image is not None and is_picture_file(href) and not text_of(link)


def _is_nameless(link: Element, undescribed: str) -> bool:
    """Whether a link holds nothing but pictures without a description: it would be read as an address."""
    images = list(link.iter("img"))
    if not images or text_of(link) or link.get("aria-label") or link.get("title"):
        return False
    return all(image.get("alt", "") in ("", undescribed) for image in images)


def _dissolve(link: Element) -> None:
    """A link that leads nowhere becomes plain text; its anchor stays."""
    name, parent = link.get("id"), link.getparent()
    if not name:
        unwrap(link)
        trim(parent)
        drop_hollow(parent)
        return
    link.attrib.clear()
    link.set("id", name)
    link.tag = "span"
    bare = not text_of(link) and not len(link) and not link.tail
    first = bare and link.getprevious() is None and link.getnext() is not None
    if parent is not None and first and not (parent.text or "").strip() and not parent.get("id"):
        parent.set("id", name)
        drop(link)
