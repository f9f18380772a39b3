"""What a page says of itself, each value with where it comes from, and where the page contradicts itself.

JSON-LD (`jsonld`), meta elements, microdata and class names (`marks`) and the lines around the headline are weighed;
the choice of the title, the authors and the date is made in `titles`, `credits` and `issued`.
"""

from __future__ import annotations

from dataclasses import dataclass

from ebook import bylines, dates
from ebook.languages import standard_tag
from ebook.markup import Element, squash, text_of
from ebook.model import Metadata
from ebook.rules import Finding, Place, rule
from ebook.sources import credits, issued, titles
from ebook.sources.marks import Line, Marks, gather, in_furniture, lines_around
from ebook.sources.titles import without_site

__all__ = ["contradictions", "page_metadata", "read_metadata", "without_site"]

SITE = (
    ("og:site_name", "open graph"),
    ("application-name", "meta"),
    ("dc.publisher", "dublin core"),
    ("dcterms.publisher", "dublin core"),
    ("citation_journal_title", "meta"),
    ("citation_publisher", "meta"),
    ("publisher", "meta"),
    ("apple-mobile-web-app-title", "meta"),
)
"""`meta` elements that name the site, with their kind."""
DESCRIPTION = (
    ("og:description", "open graph"),
    ("description", "meta"),
    ("dc.description", "dublin core"),
    ("dcterms.description", "dublin core"),
    ("twitter:description", "meta"),
)
LANGUAGE = (
    ("content-language", "meta"),
    ("og:locale", "open graph"),
    ("dc.language", "dublin core"),
    ("dcterms.language", "dublin core"),
    ("inlanguage", "microdata"),
    ("language", "meta"),
)
LICENCE = (
    ("dc.rights.license", "dublin core"),
    ("dcterms.license", "dublin core"),
    ("license", "meta"),
    ("licence", "meta"),
)

LINES_BEFORE, LINES_AFTER = 6, 14
"""Lines of text around the headline that may hold a byline or a date."""
NEAREST = 6
"""Lines after the headline that are nearer to it than any before it."""
PROSE = 250
"""Characters of the line where the text begins."""
FAR_APART = 2
"""Days between two dates from which they contradict each other: time zones explain the others."""

Values = dict[str, tuple[str, str]]
"""Field to origin and value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read from a page: its metadata, and all that was said of its date, its authors and its language."""

    metadata: Metadata
    dates: tuple[tuple[str, str], ...] = ()
    people: tuple[credits.Found, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()


def page_metadata(page: Element, url: str = "") -> Metadata:
    """The metadata of a parsed page (its `html` element); `url` is the address it was saved from, if known."""
    return read_metadata(page, url).metadata


def read_metadata(page: Element, url: str = "") -> Reading:
    """The metadata of a page with everything that was weighed for it."""
    marks = gather(page)
    address = ("given", url) if url else _canonical(marks)
    languages = _languages(marks)
    language = languages[0] if languages else ("", "")
    site = _site(marks)
    names = titles.site_names(marks, site[1], address[1])
    title, origin, heading = titles.headline(marks, site[1], address[1])
    if not site[1]:
        site = _inferred_site(marks, title, address[1])
    at = _position(marks, heading)
    shown = heading if heading is not None else _stand_in(marks, title)
    near = _without_diary(_near(shown), marks)
    date, said_dates = issued.published(marks, near, address[1], language[1], at)
    changed = issued.modified(marks, language[1])
    if not date[1] and changed[1]:
        date = (issued.DAY_OF_CHANGE, changed[1])
    people, said_people = credits.authors(marks, names, near, at)
    values: Values = {
        "title": (origin, title),
        "subtitle": _subtitle(marks, title),
        "section": _first_of(
            marks, (("article:section", "open graph"),), ("json-ld", marks.linked.text("articleSection"))
        ),
        "authors": (people.origin, ", ".join(people.names)),
        "publisher": site,
        "published": date,
        "modified": changed,
        "language": language,
        "url": address,
        "licence": _licence(marks),
        "description": _first_of(marks, DESCRIPTION),
    }
    facts = {name: value for name, (_, value) in values.items() if name != "authors"}
    origins = tuple((name, origin) for name, (origin, value) in values.items() if value)
    return Reading(
        metadata=Metadata(**facts, authors=people.names, origins=origins),
        dates=tuple(said_dates),
        people=tuple(said_people),
        languages=languages,
    )


def _first_of(marks: Marks, names: tuple[tuple[str, str], ...], *before: tuple[str, str]) -> tuple[str, str]:
    """Origin and value of the first statement there is."""
    for origin, value in before:
        if value:
            return origin, value
    return next(((origin, value) for name, origin in names for value in marks.meta.get(name, ())), ("", ""))


def _site(marks: Marks) -> tuple[str, str]:
    """The site's name: the publisher's, unless that is only the agency the text came from."""
    publisher = marks.linked.site_name()
    stated = [] if bylines.is_agency(publisher) else [("json-ld", publisher)]
    stated += [(origin, value) for name, origin in SITE for value in marks.meta.get(name, ())]
    stated += [*_site_in_markup(marks), ("json-ld", publisher)]
    return next(
        ((o, v) for o, v in stated if v and "://" not in v and not v.startswith("@") and len(v) <= 150), ("", "")
    )


def _inferred_site(marks: Marks, title: str, url: str) -> tuple[str, str]:
    """The site's name where no statement gives it: what the `title` element adds to the headline, else the address."""
    name = titles.added(marks.title, title)
    if name:
        return "title element", name
    host = url.split("://", 1)[-1].partition("/")[0].rpartition("@")[2].removeprefix("www.") if "://" in url else ""
    return ("address", host) if "." in host else ("", "")


def _position(marks: Marks, heading: Element | None) -> int:
    return next((h.position for h in marks.headings if h.element is heading), 0)


def _stand_in(marks: Marks, title: str) -> Element | None:
    """The element that shows a headline which is no heading, else the first heading of the text."""
    key = titles.fold(title)
    body = next(marks.page.iter("body"), None)
    if len(key) > 8 and body is not None:
        for element in body.iter("div", "p", "span", "strong", "b", "a", "font", "td"):
            text = element.text
            if text and len(text) < 400 and titles.fold(text) == key:
                return element
    return next((h.element for h in marks.headings if not in_furniture(h.element)), None)


def _near(heading: Element | None) -> list[Line]:
    """The lines around the headline: those after it down to the text, then those before it."""
    if heading is None:
        return []
    before, after = lines_around(heading, before=LINES_BEFORE, after=LINES_AFTER)
    end = next((n for n, line in enumerate(after) if sum(map(len, line)) > PROSE), len(after))
    after = after[: end + 1]
    return after[:NEAREST] + before + after[NEAREST:]


def _without_diary(near: list[Line], marks: Marks) -> list[Line]:
    """The lines without the headings of a diary: several dated entries are no day of publication."""
    days = {h.text for h in marks.headings if h.text[:1].isalnum() and dates.is_date_line(h.text)}
    return near if len(days) < 2 else [line for line in near if " ".join(line) not in days]


def _subtitle(marks: Marks, title: str) -> tuple[str, str]:
    """The second headline, where a standard names it (`alternativeHeadline`, `doc-subtitle`)."""
    stated = marks.linked.text("alternativeHeadline")
    if stated and titles.fold(stated) not in titles.fold(title):
        return "json-ld", stated
    for element in marks.properties.get("alternativeheadline", ()):
        text = squash(element.get("content") or text_of(element))
        if text and len(text) <= PROSE and titles.fold(text) not in titles.fold(title):
            return "microdata", text
    text = marks.first("subtitle", "dc.title.alternative", "dcterms.alternative")
    return ("meta", text) if text and titles.fold(text) not in titles.fold(title) else ("", "")


def _site_in_markup(marks: Marks) -> list[tuple[str, str]]:
    found = []
    for element in marks.properties.get("publisher", ())[:3]:
        named = next(
            (e for e in element.iter() if "name" in (e.get("itemprop") or e.get("property") or "").split()), None
        )
        if named is not None:
            found.append(("microdata", squash(named.get("content") or text_of(named))))
    return found


def _languages(marks: Marks) -> tuple[tuple[str, str], ...]:
    """Every language the page states for itself, the surest statement first."""
    root = marks.page if marks.page.tag == "html" else next(marks.page.iter("html"), marks.page)
    stated = [("html", root.get("lang") or ""), ("html", root.get("xml:lang") or "")]
    stated += [(origin, value) for name, origin in LANGUAGE for value in marks.meta.get(name, ())[:1]]
    stated.append(("json-ld", marks.linked.text("inLanguage")))
    found = ((origin, standard_tag(value.split(",")[0])) for origin, value in stated if value)
    return tuple((origin, tag) for origin, tag in found if tag)


def _canonical(marks: Marks) -> tuple[str, str]:
    for href in marks.links.get("canonical", ()):
        if href.startswith("http"):
            return "link", href
    url = marks.first("og:url")
    return ("open graph", url) if url.startswith("http") else ("", "")


def _licence(marks: Marks) -> tuple[str, str]:
    stated = marks.linked.article.get("license") or marks.linked.page.get("license")
    if isinstance(stated, dict):
        stated = stated.get("url") or stated.get("@id") or stated.get("name")
    if isinstance(stated, str) and stated:
        return "json-ld", stated
    for element in marks.licences:
        return "link", text_of(element) or element.get("href", "")
    if marks.links.get("license", [""])[0]:
        return "link", marks.links["license"][0]
    return _first_of(marks, LICENCE)


def contradictions(reading: Reading, source: str) -> tuple[Finding, ...]:
    """Where the page's statements about its date, its authors and its language differ, and what was only inferred."""
    metadata = reading.metadata
    origins = dict(metadata.origins)
    place = Place(file=source, snippet=metadata.title[:120])
    found = []
    if origins.get("published") == issued.DAY_OF_CHANGE:
        origin = issued.DAY_OF_CHANGE
        found.append(rule("metadata.inferred").at(place, what="date", value=metadata.published, origin=origin))
    if origins.get("authors") == credits.PLACE:
        value = ", ".join(metadata.authors)
        found.append(rule("metadata.inferred").at(place, what="author", value=value, origin=credits.PLACE))
    for what, name, chosen, others in (
        ("date", "published", metadata.published, _other_dates(reading)),
        ("author", "authors", ", ".join(metadata.authors), _other_people(reading)),
        ("language", "language", metadata.language, _other_languages(reading)),
    ):
        for origin, other in others[:1]:
            found.append(
                rule("metadata.contradiction").at(
                    place, what=what, chosen=chosen, origin=origins[name], other=other, others=origin
                )
            )
    return tuple(found)


def _other_dates(reading: Reading) -> list[tuple[str, str]]:
    chosen = dates.day_number(reading.metadata.published)
    return [(o, v) for o, v in reading.dates if abs(dates.day_number(v) - chosen) >= FAR_APART]


def _other_people(reading: Reading) -> list[tuple[str, str]]:
    """People named elsewhere as the author who share no name with those that were taken."""
    words = {w for name in reading.metadata.authors for w in name.casefold().split()}
    site = reading.metadata.publisher
    return [
        (found.origin, ", ".join(found.names))
        for found in reading.people
        if found.trust == credits.STATED_TRUST
        and any(bylines.is_person(n) and not titles.same_name(n, site) for n in found.names)
        and not words & {w for name in found.names for w in name.casefold().split()}
    ]


def _other_languages(reading: Reading) -> list[tuple[str, str]]:
    chosen = reading.metadata.language.split("-")[0]
    return [(o, v) for o, v in reading.languages if v.split("-")[0] != chosen]
