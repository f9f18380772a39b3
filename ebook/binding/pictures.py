"""Gives every picture its place in the book, and words where a picture is not in it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from ebook.alternatives import judge, repeats
from ebook.markup import (
    STATED,
    Element,
    closest,
    drop,
    drop_hollow,
    elements,
    language_of,
    new,
    replace,
    set_language,
    snippet,
    text_of,
)
from ebook.model import Chapter, Image, Resource
from ebook.rules import Finding, Place, rule
from ebook.words import say, spoken

_NO_WORD = re.compile(r"[\W_]+")
EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp", "image/svg+xml": "svg"}


def place_images(tree: Element, chapter: Chapter, resources: dict[str, Resource]) -> Iterator[Finding]:
    """Point images to files of the book, named by their content so that different ones never meet."""
    held = {image.reference: image for image in chapter.images}
    for element in elements(tree, "img"):
        for name in ("data-original-src", STATED):
            element.attrib.pop(name, None)
        where = Place(file=chapter.source, snippet=snippet(element))
        address = element.get("src", "")
        image = held.get(address)
        if image is not None:
            resource = _resource(image)
            resources.setdefault(resource.name, resource)
            element.set("src", resource.name)
            continue
        if address.startswith(("http://", "https://", "//")):
            yield rule("image.remote").at(where, image=address[:100])
        elif address != "missing:":
            yield rule("image.missing").at(where, image=address[:100])
        _say_missing(element)


def refer_to_captions(tree: Element) -> None:
    """Let an image whose words only repeat its caption say so: everybody who listens would hear them twice.

    In a link that says the same in text, the image is silent (WCAG technique H2).
    """
    for image in elements(tree, "img"):
        link = closest(image, "a")
        if link is not None and text_of(link) and _folded(text_of(link)) == _folded(image.get("alt", "")):
            image.set("alt", "")
            image.set("role", "presentation")
            continue
        figure = closest(image, "figure")
        if figure is None or not judge(image.get("alt", "")).describes:
            continue
        caption = next((text_of(c) for c in figure.iter("figcaption")), "")
        if repeats(image.get("alt", ""), caption):
            language = language_of(image)
            image.set("alt", say("description-in-caption", language))
            if spoken(language) != language.split("-")[0].lower():
                set_language(image, spoken(language))


def _folded(text: str) -> list[str]:
    return _NO_WORD.sub(" ", text.casefold()).split()


def file_name(image: Image) -> str:
    """The name of a picture's file: its content decides, so that different ones never meet."""
    return f"images/{hashlib.sha256(image.data).hexdigest()[:16]}.{EXTENSIONS[image.media_type]}"


def _resource(image: Image) -> Resource:
    return Resource(name=file_name(image), media_type=image.media_type, data=image.data)


def _say_missing(element: Element) -> None:
    """In the place of a picture that is not in the book stand its words; a decoration leaves nothing."""
    alt = element.get("alt", "")
    if not alt:
        holder = element.getparent()
        drop(element)
        drop_hollow(holder)
        return
    language = language_of(element)
    described = judge(alt).tells
    words = say("image-not-included", language, alt=alt) if described else say("undescribed-not-included", language)
    host = closest(element, "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "figcaption")
    figure = closest(element, "figure")
    block = (figure is not None and (host is None or figure in host.iter())) or host is None
    note = new("p" if block and closest(element, "a") is None else "span", words, class_="unavailable")
    replace(element, note)
