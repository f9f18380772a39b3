"""When a page was published and when it was changed: what it states, what stands beside its headline, its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ebook import dates
from ebook.markup import HEADINGS, Element, squash
from ebook.sources.marks import DATE, MODIFIED, Line, Marks, in_furniture, segments

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

DAY_OF_CHANGE = "day of change"
"""Where a date comes from that is the last change's, because the page does not say when it was published."""
NEAREST = 14
"""Lines around the headline that may hold the date of the text."""
LONGEST = 160
"""Characters of a line that may hold a date; a longer one is prose."""
_UPDATED = re.compile(
    r"\b(?:updated?|modified|revised|edited|aktualisiert|geändert|bearbeitet|mis à jour|modifié|actualizado|"
    r"modificado|aggiornato|"
    r"bijgewerkt|gewijzigd|opdateret|uppdaterad|oppdatert|zaktualizowano|atualizado|обновлено|更新)\b|更新",
    re.I,
)
_OPENING = re.compile(r"\W*((?:[^\W\d_]{2,12}\.?,\s+)?\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4})\s*[-–—:|]\s")
_LABEL = re.compile(
    r"\W*(?:(?:first |originally )?(?:published|posted)|post(?:ed)? (?:time|date)|publication date|"
    r"release date|date|datum|veröffentlicht|"
    r"erschienen|erstellt|online seit|fecha|publicado|publié|date de publication|pubblicato|data|geplaatst|"
    r"gepubliceerd|udgivet|publicerad|"
    r"publisert|opublikowano|дата|opublikowan|日期|发布|發佈|公開日)\b",
    re.I,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)", re.I)
Found = tuple[str, str]
"""Where a date comes from, and the date."""


def published(marks: Marks, near: list[Line], url: str, language: str, at: int) -> tuple[Found, list[Found]]:
    """The day of publication with its origin, and all that was said of it, the surest first."""
    said: list[Found] = []
    beside = next(_beside(near, language), None)
    stated = next(_stated(marks, language), None)
    if stated:
        said.append(stated)
    if beside:
        said.append(beside)
    if not said:
        said.extend(next(([found] for found in _marked(marks, at, language)), []))
    address = dates.in_address(url)
    if address:
        said.append(("address", address))
    if not said:
        said.extend(next(([found] for found in _anywhere(marks, language)), []))
    if not said:
        return ("", ""), said
    return _as_readers_saw_it(said), said


def _as_readers_saw_it(said: list[Found]) -> Found:
    """The stated day, unless readers see another one beside the headline.

    A time in another zone changes the day by one; and what the machine was told is often the day a file was made.
    """
    first = said[0]
    if any(value == first[1] for _, value in said[1:]):
        return first
    for other in said[1:]:
        apart = abs(dates.day_number(first[1]) - dates.day_number(other[1]))
        if apart == 1 or (other[0] == "text" and not _is_swapped(first[1], other[1])):
            return other
    return first


def _is_swapped(one: str, other: str) -> bool:
    """Whether two dates are the same numbers with day and month read the other way round."""
    return one[:4] == other[:4] and one[5:7] == other[8:10] and one[8:10] == other[5:7]


def modified(marks: Marks, language: str) -> Found:
    """The day of the last change, with its origin."""
    value = dates.parse(marks.linked.text("dateModified"), language)
    if value:
        return "json-ld", value
    for found in _in_meta(marks, CHANGED, language):
        return found
    for mark in marks.dates:
        if mark.kind & MODIFIED and mark.strong and (value := _of(mark.element, language)):
            return "microdata", value
    return "", ""


def _in_meta(marks: Marks, names: Iterable[tuple[str, str]], language: str) -> Iterator[Found]:
    """The dates that `meta` elements of these names give, each with its origin."""
    for name, origin in names:
        for text in marks.meta.get(name, ()):
            value = dates.parse(text, language)
            if value:
                yield origin, value


def _stated(marks: Marks, language: str) -> Iterator[Found]:
    value = dates.parse(marks.linked.text("datePublished"), language)
    if value:
        yield "json-ld", value
    yield from _in_meta(marks, PUBLISHED, language)
    for mark in marks.dates:
        if (
            mark.strong
            and mark.kind & DATE
            and not in_furniture(mark.element)
            and (value := _of(mark.element, language))
        ):
            yield "microdata", value
    value = dates.parse(marks.linked.text("dateCreated", "uploadDate"), language)
    if value:
        yield "json-ld", value
    for name, origin in CREATED:
        value = dates.parse(marks.first(name), language)
        if value:
            yield origin, value


def _beside(near: list[Line], language: str) -> Iterator[Found]:
    """Dates that readers see beside the headline; a day of change is none of them."""
    for line in near[:NEAREST]:
        value, is_change = _in_line(line, language)
        if value and not is_change:
            yield "text", value


def _in_line(line: Line, language: str) -> tuple[str, bool]:
    """The first date of a line that is short enough to be about the article, and whether it is one of change."""
    text = " ".join(line)
    if len(text) > LONGEST:
        opening = _OPENING.match(text[:60])  # "27.1.2022 - The text begins in the same line"
        return (dates.parse(opening[1], language, short=True), False) if opening else ("", False)
    value = dates.parse(text, language, short=True)
    if not value or len(dates.without_date(text, language).split()) > 12 or _COPYRIGHT.search(text):
        return "", False
    label = _UPDATED.search(text)
    if not label:
        return value, False
    before = dates.parse(text[: label.start()], language, short=True)
    return (before, False) if before else (value, True)


def _marked(marks: Marks, at: int, language: str) -> Iterator[Found]:
    """Elements that are marked as dates: those near the headline, then those of the text; days of change come last."""
    marked = sorted(
        (m for m in (*marks.times, *marks.dates) if m.element.tag not in ("body", "html", "main", "article")),
        key=lambda m: (m.position < at - 60, m.position),
    )
    changed = ""
    for mark in marked[:60]:
        if not (at and at - 12 <= mark.position <= at + 40) and in_furniture(mark.element):
            continue
        value = _of(mark.element, language)
        if value and not mark.kind & MODIFIED and not _UPDATED.search(" ".join(segments(mark.element, 8))[:LONGEST]):
            yield (DAY_OF_CHANGE if _UPDATED.search(_just_before(mark.element)) else "markup"), value
        changed = changed or value
    if changed:
        yield DAY_OF_CHANGE, changed


def _just_before(element: Element) -> str:
    """The last words before an element in the element around it ("Last updated on <span>14 March</span>")."""
    said: list[str] = []
    parent = element.getparent()
    for node, _ in zip(element.itersiblings(preceding=True), range(3), strict=False):
        said[:0] = [*segments(node, 4), squash(node.tail or "")]
    words = " ".join([squash(parent.text or "") if parent is not None else "", *said]).split()
    return " ".join(words[-3:])


def _of(element: Element, language: str) -> str:
    """The date of an element: in its attributes, else in its text."""
    for name in ("datetime", "content"):
        value = dates.parse(element.get(name) or "", language)  # a comment gives nothing, whatever the default
        if value:
            return value
    text = " ".join(segments(element, 8))[: LONGEST + 1]
    found = dates.parse(text, language, short=True) if len(text) <= LONGEST else ""
    return found or dates.parse((element.get("title") or "")[:80], language)


def _labelled(marks: Marks, language: str) -> Iterator[Found]:
    """Dates behind or below a label ("Post time: 14-03-2026", a heading "Published" above a date)."""
    body = next(marks.page.iter("body"), marks.page)
    for element in body.iter("p", "span", "div", "em", "i", "small", "li", "strong", "b", "td", "dt", "th", *HEADINGS):
        text = element.text
        if not text or not 3 < len(text) < LONGEST or not (label := _LABEL.match(words := squash(text))):
            continue
        if _UPDATED.search(words):
            continue
        following = element.getnext() if not words[label.end() :].strip(" :：") else None
        value = _of(following, language) if following is not None else dates.parse(words, language, short=True)
        if value:
            yield "text", value


def _anywhere(marks: Marks, language: str) -> Iterator[Found]:
    """The last choices: a date with a label somewhere on the page, the only `time`, the copyright statement."""
    yield from _labelled(marks, language)
    outside = [
        m.element for m in marks.times[:20] if not any(True for _ in m.element.iterancestors("aside", "footer", "nav"))
    ]
    values = {value for element in outside if (value := _of(element, language))}
    if len(values) == 1:
        yield "markup", values.pop()
    for statement in marks.meta.get("dc.rights", []) + marks.meta.get("copyright", []):
        value = dates.parse(statement, language)
        if value:
            yield "copyright line", value


__all__ = ["modified", "published"]
