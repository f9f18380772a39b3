"""What a page says of itself in JSON-LD: the article, its people and its site, with references followed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from ebook.markup import squash

ARTICLE_TYPES = frozenset(
    "article newsarticle blogposting reportagenewsarticle opinionnewsarticle analysisnewsarticle techarticle "
    "scholarlyarticle socialmediaposting liveblogposting report review recipe discussionforumposting "
    "backgroundnewsarticle reviewnewsarticle advertisercontentarticle satiricalarticle "
    "medicalscholarlyarticle howto qapage question "
    "creativework book chapter podcastepisode videoobject learningresource".split()
)
"""schema.org types whose properties describe the page's article."""
PAGE_TYPES = frozenset("webpage itempage aboutpage medicalwebpage profilepage faqpage collectionpage".split())
"""schema.org types of the page around it; they count where no article is described."""
SITE_TYPES = frozenset({"website", "blog"})
_WEAK = frozenset("creativework book chapter podcastepisode videoobject learningresource question".split())
"""Types that are often only something on the page: they count where nothing better is there."""

MOST_OBJECTS = 2000
"""Objects looked at; a page with more of them describes a catalogue."""
_WRAPPERS = ("<![CDATA[", "<!--", "//<![CDATA[", "/*<![CDATA[*/", "//", "]]>", "-->", "//]]>", "/*]]>*/", ";")
_TRAILING = re.compile(r",(\s*[}\]])")
_NESTED = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "subjectOf")
_PAIR = re.compile(
    r'"(headline|datePublished|dateModified|dateCreated|inLanguage|articleSection)"\s*:\s*"((?:[^"\\]|\\.)*)"'
)
_AUTHOR = re.compile(r'"author"\s*:\s*[\[{\s]*(?:"[^"]*"\s*:\s*"[^"]*"\s*,\s*){0,4}"name"\s*:\s*"((?:[^"\\]|\\.)*)"')


@dataclass(slots=True)
class LinkedData:
    """The objects of a page's JSON-LD that describe its article."""

    article: dict[str, Any] = field(default_factory=dict)
    page: dict[str, Any] = field(default_factory=dict)
    site: dict[str, Any] = field(default_factory=dict)
    nodes: dict[str, dict[str, Any]] = field(default_factory=dict)
    """Every object that has an `@id`, for references."""

    def text(self, *names: str) -> str:
        """The first of these properties that the article states, else the page around it."""
        for described in (self.article, self.page):
            for name in names:
                found = self.plain(described.get(name))
                if found:
                    return found
        return ""

    def plain(self, value: Any) -> str:
        """The text of a value: of a string, of the first of a list, the name of an object or of what it refers to."""
        if isinstance(value, list):
            value = next((v for v in value[:20] if v), "")
        if isinstance(value, dict):
            value = self.resolved(value)
            value = value.get("name") or value.get("@value") or value.get("legalName") or ""
            if isinstance(value, list):
                value = next((v for v in value if isinstance(v, str)), "")
        return plain(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else ""

    def resolved(self, value: dict[str, Any]) -> dict[str, Any]:
        """The object itself, or the one that its `@id` refers to where it holds no name."""
        identity = value.get("@id")
        if "name" not in value and isinstance(identity, str):
            return self.nodes.get(identity, value)
        return value

    def people(self) -> tuple[str, ...]:
        """The names of the authors as they are written, in order."""
        for described in (self.article, self.page):
            for key in ("author", "authors", "creator", "contributor"):
                found = [name for one in _listed(described.get(key)) if (name := self._person(one))]
                if found:
                    return tuple(dict.fromkeys(found))
        return ()

    def _person(self, value: Any) -> str:
        if isinstance(value, dict):
            resolved = self.resolved(value)
            if not resolved.get("name") and resolved.get("familyName"):
                return plain(f"{resolved.get('givenName', '')} {resolved['familyName']}")
        return self.plain(value)

    def site_name(self) -> str:
        """The name of the site: of the publisher, or of the web site the page is part of."""
        for value in (
            self.article.get("publisher"),
            self.site.get("name") and self.site,
            self.page.get("publisher"),
            self.article.get("sourceOrganization"),
            self.article.get("isPartOf"),
            self.page.get("isPartOf"),
        ):
            name = self.plain(value) if value else ""
            if name and "://" not in name:
                return name
        return ""


def linked_data(scripts: Iterable[str]) -> LinkedData:
    """What the JSON-LD scripts of a page describe; broken JSON is mended where that is easy, and never raises."""
    found = LinkedData()
    rank = 0
    for script in scripts:
        for item in _objects(_json(script)):
            identity = item.get("@id")
            if isinstance(identity, str) and ("name" in item or "headline" in item):
                found.nodes.setdefault(identity, item)
            types = _types(item)
            if types & ARTICLE_TYPES:
                own = _rank(item, types)
                if own > rank:
                    found.article, rank = {**found.article, **item}, own
                elif own:
                    found.article = {**item, **found.article} if _same(item, found.article) else found.article
            elif types & PAGE_TYPES and not found.page:
                found.page = item
            elif types & SITE_TYPES and not found.site:
                found.site = item
    return found


def _rank(item: dict[str, Any], types: set[str]) -> int:
    """How well an object describes an article; 0 for one that is only named."""
    if not any(key in item for key in ("headline", "articleBody", "author", "datePublished", "name")):
        return 0
    return 1 + 2 * (not types <= _WEAK) + ("headline" in item or "articleBody" in item)


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two objects describe the same article, as far as they say."""
    a, b = (str(x.get("headline") or "").casefold().strip() for x in (one, other))
    return bool(a) and a == b


def _types(item: dict[str, Any]) -> set[str]:
    kinds = item.get("@type")
    return {str(k).rsplit("/", 1)[-1].lower() for k in (kinds if isinstance(kinds, list) else [kinds])}


def _listed(value: Any) -> list[Any]:
    return value[:50] if isinstance(value, list) else [value] if value else []


def _json(text: str) -> Any:
    text = _unwrapped(text)
    if not text:
        return None
    for attempt in (text, _TRAILING.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except RecursionError:
            return None
        except json.JSONDecodeError as error:
            if error.msg == "Extra data":
                return _first_value(attempt)
    return _picked(text)


def _unwrapped(text: str) -> str:
    """The text without the comment and CDATA marks that hide it from other readers."""
    text = text.strip()
    for _ in range(4):
        for mark in _WRAPPERS:
            text = text.removeprefix(mark).removesuffix(mark).strip()
    return text


def _first_value(text: str) -> Any:
    try:
        return json.JSONDecoder(strict=False).raw_decode(text)[0]
    except (json.JSONDecodeError, RecursionError):
        return None


def _picked(text: str) -> Any:
    """The plain statements of JSON that is broken beyond parsing, where it is about one article."""
    if not re.search(r'"@type"\s*:\s*\[?\s*"\w*(?:Article|Posting|Report|Recipe)"', text):
        return None
    item: dict[str, Any] = {"@type": "Article"}
    for key, value in _PAIR.findall(text):
        item.setdefault(key, _unquoted(value))
    authors = [_unquoted(name) for name in _AUTHOR.findall(text)[:1]]
    return {**item, **({"author": authors} if authors else {})}


def _unquoted(text: str) -> str:
    try:
        return str(json.loads(f'"{text}"', strict=False))
    except json.JSONDecodeError:
        return text


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """All objects of a JSON value that may describe the page, outermost first; iterative."""
    queue: list[Any] = [value]
    for position in range(MOST_OBJECTS):
        if position >= len(queue):
            return
        item = queue[position]
        if isinstance(item, list):
            queue.extend(item[:50])
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in _NESTED if key in item)


def plain(text: str) -> str:
    """Text without tags and entities, which pages leave in their statements."""
    text = unescape(unescape(text)) if "&" in text else text
    if "<" in text:
        text = re.sub(r"</?[a-zA-Z][^<>]*>", "", text)
    return squash(text.replace("\u200b", "").replace("\ufeff", ""))
