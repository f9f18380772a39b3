"""When a page was published and when it was changed: what it states, what stands beside its headline, its address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook import dates
from ebook.markup import Element, squash
from ebook.sources.marks import DATE, MODIFIED, Line, Mark, Marks, in_furniture, segments

PUBLISHED = (
    ("article:published_time", "open graph"),
    ("og:article:published_time", "open graph"),
    ("article:published", "open graph"),
    ("article.published", "meta"),
    ("og:published_time", "open graph"),
    ("datepublished", "microdata"),
    ("dc.date.issued", "dublin core"),
    ("dcterms.issued", "dublin core"),
    ("dcterms.date", "dublin core"),
    ("dc.date", "dublin core"),
    ("dc.date.created", "dublin core"),
    ("dcterms.created", "dublin core"),
    ("citation_publication_date", "meta"),
    ("citation_online_date", "meta"),
    ("citation_date", "meta"),
    ("parsely-pub-date", "meta"),
    ("sailthru.date", "meta"),
    ("publish-date", "meta"),
    ("publishdate", "meta"),
    ("publish_date", "meta"),
    ("publication_date", "meta"),
    ("publication-date", "meta"),
    ("published_time", "meta"),
    ("article_date_original", "meta"),
    ("pubdate", "meta"),
    ("date", "meta"),
    ("displaydate", "meta"),
    ("cxenseparse:recs:publishtime", "meta"),
    ("cxenseparse:publishtime", "meta"),
    ("originalpublicationdate", "meta"),
    ("shareaholic:article_published_time", "meta"),
    ("vr:published_time", "meta"),
    ("rnews:datepublished", "rdfa"),
    ("dcsext.articlefirstpublished", "meta"),
)
CREATED = (("datecreated", "microdata"), ("created", "meta"), ("creation_date", "meta"))
CHANGED = (
    ("article:modified_time", "open graph"),
    ("og:updated_time", "open graph"),
    ("datemodified", "microdata"),
    ("dcterms.modified", "dublin core"),
    ("dc.date.modified", "dublin core"),
    ("last-modified", "meta"),
    ("lastmod", "meta"),
    ("revised", "meta"),
    ("shareaholic:article_modified_time", "meta"),
)

LONGEST = 160
"""Characters of a line that may hold a date; a longer one is prose."""
_UPDATED = re.compile(
    r"\b(?:updated?|modified|revised|edited|aktualisiert|geändert|bearbeitet|mis à jour|modifié|actualizado|modificado|aggiornato|"
    r"bijgewerkt|gewijzigd|opdateret|uppdaterad|oppdatert|zaktualizowano|atualizado|обновлено|更新)\b|更新",
    re.I,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)", re.I)
Found = tuple[str, str]
"""Where a date comes from, and the date."""


def published(marks: Marks, near: list[Line], url: str, language: str, at: int) -> tuple[Found, list[Found]]:
    """The day of publication with its origin, and all that was said of it, the surest first."""
    said: list[Found] = []
    stated = next(_stated(marks, language), None)
    if stated:
        said.append(stated)
    shown = next(_shown(marks, near, language, at), None)
    if shown:
        said.append(shown)
    address = dates.in_address(url)
    if address:
        said.append(("address", address))
    if not said:
        said.extend(_anywhere(marks, language))
    if not said:
        return ("", ""), said
    return _as_readers_saw_it(said), said


def _as_readers_saw_it(said: list[Found]) -> Found:
    """The stated day, or the one on the page where they are a night apart: a time in another zone changes the day."""
    first = said[0]
    for other in said[1:]:
        if abs(dates.day_number(first[1]) - dates.day_number(other[1])) == 1:
            return other
    return first


def modified(marks: Marks, language: str) -> Found:
    """The day of the last change, with its origin."""
    value = dates.parse(marks.linked.text("dateModified"), language)
    if value:
        return "json-ld", value
    for name, origin in CHANGED:
        for text in marks.meta.get(name, ()):
            value = dates.parse(text, language)
            if value:
                return origin, value
    for mark in marks.dates:
        if mark.kind & MODIFIED and mark.strong and (value := _of(mark.element, language)):
            return "microdata", value
    return "", ""


def _stated(marks: Marks, language: str) -> Iterator[Found]:
    value = dates.parse(marks.linked.text("datePublished"), language)
    if value:
        yield "json-ld", value
    for name, origin in PUBLISHED:
        for text in marks.meta.get(name, ()):
            value = dates.parse(text, language)
            if value:
                yield origin, value
    for mark in marks.dates:
        if mark.strong and mark.kind & DATE and not in_furniture(mark.element) and (value := _of(mark.element, language)):
            yield "microdata", value
    value = dates.parse(marks.linked.text("dateCreated", "uploadDate"), language)
    if value:
        yield "json-ld", value
    for name, origin in CREATED:
        value = dates.parse(marks.first(name), language)
        if value:
            yield origin, value


def _shown(marks: Marks, near: list[Line], language: str, at: int) -> Iterator[Found]:
    """Dates that readers see beside the headline; a day of change counts only where no other stands there."""
    changed = ""
    for line in near:
        value, is_change = _in_line(line, language)
        if value and not is_change:
            yield "text", value
        changed = changed or value
    for mark in _marked(marks, at):
        value = _of(mark.element, language)
        if value and not mark.kind & MODIFIED and not _UPDATED.search(" ".join(segments(mark.element))[:LONGEST]):
            yield "markup", value
        changed = changed or value
    if changed:
        yield "text", changed


def _in_line(line: Line, language: str) -> tuple[str, bool]:
    """The first date of a line that is short enough to be about the article, and whether it is one of change."""
    if sum(map(len, line)) > LONGEST:
        return "", False
    text = " ".join(line)
    value = dates.parse(text, language, short=True)
    if not value or len(dates.without_date(text, language).split()) > 16 or _COPYRIGHT.search(text):
        return "", False
    label = _UPDATED.search(text)
    if not label:
        return value, False
    before = dates.parse(text[: label.start()], language, short=True)
    return (before, False) if before else (value, True)


def _marked(marks: Marks, at: int) -> list[Mark]:
    """Elements that are marked as dates, outside furniture, those near and after the headline first."""
    marked = sorted(
        (m for m in (*marks.times, *marks.dates) if m.element.tag not in ("body", "html", "main", "article")),
        key=lambda m: (m.position < at - 60, m.position),
    )
    return [m for m in marked[:60] if not in_furniture(m.element)][:20]


def _of(element: Element, language: str) -> str:
    """The date of an element: in its attributes, else in its text."""
    for name in ("datetime", "content"):
        value = dates.parse(element.get(name, ""), language)
        if value:
            return value
    text = " ".join(segments(element, 8))[: LONGEST + 1]
    found = dates.parse(text, language, short=True) if len(text) <= LONGEST else ""
    return found or dates.parse(element.get("title", "")[:80], language)


def _anywhere(marks: Marks, language: str) -> Iterator[Found]:
    """The last choices: what is marked as a date in the page's furniture but the first of its kind, the copyright line."""
    for text in marks.meta.get("dc.rights", []) + marks.meta.get("copyright", []):
        value = dates.parse(squash(text), language)
        if value:
            yield "copyright line", value
            return
