"""The statements of the package document: Dublin Core, people, collection, where the articles come from."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence

from ebook.model import Chapter, Edition, Meta, Person

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://www.w3.org/TR/epub-33/")
"""Namespace of the name-based identifiers (RFC 9562 §5.5)."""
FALLBACK_MODIFIED = "2000-01-01T00:00:00Z"
"""Where neither the articles nor the editor give a date: the same every time, since a clock never is."""

_PARTICLES = frozenset("von van de der den del della di da le la du dos das bin ibn al el ten ter zu af av".split())


def identifier(edition: Edition, chapters: Sequence[Chapter]) -> str:
    """The editor's identifier, or a UUID from title and sources that stays the same between builds."""
    if edition.identifier:
        return edition.identifier
    names = [c.metadata.url or c.metadata.title for c in chapters]
    return f"urn:uuid:{uuid.uuid5(NAMESPACE, chr(10).join([edition.title, *names]))}"


def modified(edition: Edition, chapters: Sequence[Chapter]) -> str:
    """`dcterms:modified` from the newest date that the sources state."""
    dates = [d for c in chapters for d in (c.metadata.published, c.metadata.modified)] + [edition.date]
    newest = max((d for d in dates if re.fullmatch(r"\d{4}-\d\d-\d\d", d)), default="")
    return f"{newest}T00:00:00Z" if newest else FALLBACK_MODIFIED


def file_as(name: str) -> str:
    """A name as it is sorted: "Halloran, Ines"; names that are not in Latin letters stay as they are."""
    words = name.split()
    if len(words) < 2 or "," in name or not all(ord(c) < 0x250 for c in name):
        return name
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return f"{' '.join(words[start:])}, {' '.join(words[:start])}"


def people(edition: Edition, chapters: Sequence[Chapter]) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Creators and contributors: the editor's people first, then the authors of the articles."""
    authors = tuple(Person(name=n) for n in dict.fromkeys(a for c in chapters for a in c.metadata.authors))
    if edition.creators:
        named = {p.name for p in edition.creators}
        return edition.creators, tuple(a for a in authors if a.name not in named)
    return authors, ()


def statements(edition: Edition, chapters: Sequence[Chapter], ids: Sequence[str], language: str) -> tuple[Meta, ...]:
    """Everything the package says but identifier, modification date and accessibility; `ids` are the chapters' "
    "manifest ids."""
    title = f"{edition.title}: {edition.subtitle}" if edition.subtitle else edition.title
    found = [Meta(property="dc:title", value=title, id="book-title")]
    others = dict.fromkeys(c.metadata.language for c in chapters)
    found += [Meta(property="dc:language", value=tag) for tag in dict.fromkeys([language, *others])]
    creators, contributors = people(edition, chapters)
    for kind, group in (("creator", creators), ("contributor", contributors)):
        for number, person in enumerate(group, 1):
            name = f"{kind}-{number}"
            found.append(Meta(property=f"dc:{kind}", value=person.name, id=name))
            found.append(Meta(property="role", value=person.role, refines=name, scheme="marc:relators"))
            found.append(Meta(property="file-as", value=person.file_as or file_as(person.name), refines=name))
    single = chapters[0].metadata if len(chapters) == 1 else None
    simple = (
        ("dc:publisher", edition.publisher or (single.publisher if single else "")),
        ("dc:date", edition.date or (single.published if single else "")),
        ("dc:description", edition.description or (single.description if single else "")),
        ("dc:rights", edition.rights or (single.licence if single else "")),
    )
    found += [Meta(property=key, value=value) for key, value in simple if value]
    found += [Meta(property="dc:source", value=url) for url in dict.fromkeys(c.metadata.url for c in chapters) if url]
    if edition.collection:
        found.append(Meta(property="belongs-to-collection", value=edition.collection, id="collection"))
        found.append(Meta(property="collection-type", value=edition.collection_type, refines="collection"))
        if edition.collection_position:
            found.append(Meta(property="group-position", value=edition.collection_position, refines="collection"))
    for chapter, name in zip(chapters, ids, strict=True):
        found += _of_article(chapter, name)
    return tuple(found)


def _of_article(chapter: Chapter, name: str) -> list[Meta]:
    """Title, people, date, publisher, licence and source of one article, refining its document."""
    metadata = chapter.metadata
    facts = [
        ("dcterms:title", metadata.title),
        *(("dcterms:creator", a) for a in metadata.authors),
        ("dcterms:publisher", metadata.publisher),
        ("dcterms:issued", metadata.published),
        ("dcterms:license", metadata.licence),
        ("dcterms:source", metadata.url),
    ]
    return [Meta(property=key, value=value, refines=name) for key, value in facts if value]
