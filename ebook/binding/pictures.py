"""Gives every picture its place in the book, and words where a picture is not in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from ebook.markup import Element, closest, drop, drop_hollow, elements, language_of, new, replace, snippet
from ebook.model import Chapter, Image, Resource
from ebook.outline import describes
from ebook.rules import Finding, Place, rule
from ebook.words import say

EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp", "image/svg+xml": "svg"}


def place_images(tree: Element, chapter: Chapter, resources: dict[str, Resource]) -> Iterator[Finding]:
    """Point images to files of the book, named by their content so that different ones never meet."""
    held = {image.reference: image for image in chapter.images}
    for element in elements(tree, "img"):
        element.attrib.pop("data-original-src", None)
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
    described = describes(alt)
    words = say("image-not-included", language, alt=alt) if described else say("undescribed-not-included", language)
    host = closest(element, "p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "figcaption")
    figure = closest(element, "figure")
    block = (figure is not None and (host is None or figure in host.iter())) or host is None
    note = new("p" if block and closest(element, "a") is None else "span", words, class_="unavailable")
    replace(element, note)
