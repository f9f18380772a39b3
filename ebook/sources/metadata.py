"""What a page says of itself: JSON-LD, Open Graph, Dublin Core, other meta elements, its own markup."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ebook import bylines, dates
from ebook.languages import standard_tag
from ebook.markup import Element, squash, text_of, tokens
from ebook.model import Metadata

ARTICLE_TYPES = frozenset(
    "article newsarticle blogposting reportagenewsarticle opinionnewsarticle analysisnewsarticle techarticle "
    "scholarlyarticle socialmediaposting liveblogposting report review recipe webpage discussionforumposting "
    "backgroundnewsarticle advertisercontentarticle howto qapage".split()
)
"""schema.org types whose properties describe the page's article."""

_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "title", "sailthru.title")
_AUTHOR_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
    "byl",
    "twitter:creator:name",
    "og:article:author",
)
_SITE_NAMES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "publisher",
    "apple-mobile-web-app-title",
)
_DATE_NAMES = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "publishdate",
    "pubdate",
    "date",
    "og:published_time",
    "article.published",
    "displaydate",
    "cxenseparse:recs:publishtime",
    "originalpublicationdate",
)
_MODIFIED_NAMES = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified")
_SEPARATOR = re.compile(r"\s+(?:[|\u2013\u2014\u00b7\u2022\u00bb\u203a:]|-|::|//|<|>)\s+|\s*\|\s*")


def page_metadata(page: Element, url: str = "") -> Metadata:
    """The metadata of a parsed page (its `html` element); `url` is the address it was saved from, if known."""
    meta = _meta_elements(page)
    linked = _linked_data(page)
    site = _first(meta, _SITE_NAMES) or _text(linked.get("publisher"))
    title = _title(page, meta, linked, site)
    return Metadata(
        title=title,
        section=_text(linked.get("articleSection")) or meta.get("article:section", ""),
        authors=_authors(page, meta, linked, site),
        publisher=site,
        published=_published(page, meta, linked),
        modified=dates.parse(_text(linked.get("dateModified")) or _first(meta, _MODIFIED_NAMES)),
        language=_language(page, meta),
        url=url or _canonical(page, meta),
        licence=_licence(page, linked),
        description=_first(meta, ("og:description", "description", "dc.description", "twitter:description")),
    )


def _meta_elements(page: Element) -> dict[str, str]:
    """Name, property or itemprop of every `meta` to its first content; authors are joined."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        content = squash(element.get("content", ""))
        for name in (element.get("property"), element.get("name"), element.get("itemprop")):
            key = (name or "").lower()
            if key and content:
                if key in found and key in ("author", "citation_author", "article:author", "dc.creator"):
                    found[key] += f"; {content}"
                else:
                    found.setdefault(key, content)
    return found


def _linked_data(page: Element) -> dict[str, Any]:
    """The JSON-LD object that describes the article, or an empty one."""
    best: dict[str, Any] = {}
    for script in page.iter("script"):
        if "ld+json" not in script.get("type", "").lower():
            continue
        for item in _objects(_json(script.text or "")):
            kinds = item.get("@type")
            names = {str(k).rsplit("/", 1)[-1].lower() for k in (kinds if isinstance(kinds, list) else [kinds])}
            if names & ARTICLE_TYPES and ("headline" in item or "articleBody" in item or not best):
                if not best.get("headline"):
                    best = {**best, **item}
    return best


def _json(text: str) -> Any:
    text = re.sub(r"^\s*(?://)?\s*<!(?:--|\[CDATA\[)|(?://)?\s*(?:--|\]\])>\s*;?\s*$", "", text.strip())
    try:
        return json.loads(text, strict=False)
    except (json.JSONDecodeError, RecursionError):
        return None


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """All objects of a JSON value that may describe the page, outermost first; iterative."""
    queue = [value]
    while queue:
        item = queue.pop(0)
        if isinstance(item, list):
            queue.extend(item[:50])
        elif isinstance(item, dict):
            yield item
            queue.extend(item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item)


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name") or value.get("@value") or ""
    return squash(_plain(str(value))) if isinstance(value, str | int) else ""


def _plain(text: str) -> str:
    from html import unescape

    return re.sub(r"<[^<>]+>", "", unescape(text))


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _title(page: Element, meta: dict[str, str], linked: dict[str, Any], site: str) -> str:
    """The headline: the `h1` where the page's other titles confirm it, without the site's name."""
    tag = next((text_of(t) for t in page.iter("title") if not any(True for _ in t.iterancestors("svg"))), "")
    stated = [t for t in (_text(linked.get("headline")), _first(meta, _TITLE_NAMES), tag) if t]
    mains = [text for h in page.iter("h1") if 2 <= len(text := text_of(h)) <= 300]
    folded = " ".join(stated).casefold()
    for text in sorted(mains, key=len, reverse=True):
        if text.casefold() in folded and text.casefold() != site.casefold():
            return text
    if stated:
        return without_site(stated[0], site)
    return mains[0] if len(mains) == 1 else without_site(tag, site)


def without_site(title: str, site: str) -> str:
    """A title without the site's name behind or before it ("Headline | Site")."""
    parts = [p for p in _SEPARATOR.split(title) if p.strip()]
    if len(parts) < 2:
        return title
    if site:
        kept = [p for p in parts if not _same_name(p, site)]
        if kept and len(kept) < len(parts):
            start = title.index(kept[0])
            end = title.rindex(kept[-1]) + len(kept[-1])
            return title[start:end].strip()
    match = list(_SEPARATOR.finditer(title))[-1]
    head, last = title[: match.start()].strip(), title[match.end() :].strip()
    separator = match[0].strip()
    if separator in "|–—-·•»›" and len(last.split()) <= 5 and len(head.split()) >= 2 * len(last.split()):
        return head
    return title


def _same_name(part: str, site: str) -> bool:
    a, b = (re.sub(r"\W|^the\s|\.(?:com|org|net|co\.uk)$", "", x.casefold()) for x in (part, site))
    return bool(a) and bool(b) and (a == b or (len(a) > 3 and len(b) > 3 and (a in b or b in a)))


def _authors(page: Element, meta: dict[str, str], linked: dict[str, Any], site: str) -> tuple[str, ...]:
    stated = linked.get("author") or linked.get("creator")
    found: list[str] = []
    for person in stated if isinstance(stated, list) else [stated]:
        found.extend(bylines.names(_text(person)) if person else ())
    if not found:
        value = _first(meta, _AUTHOR_NAMES)
        if value and "://" not in value:
            found.extend(bylines.names(value))
    if not found:
        found.extend(_byline_in_markup(page))
    return tuple(dict.fromkeys(n for n in found if not _same_name(n, site or "\0")))


def _byline_in_markup(page: Element) -> tuple[str, ...]:
    for element in page.iter("a", "span", "p", "div", "address", "li"):
        words = tokens(element, "rel", "itemprop", "class")
        marked = words & {
            "author",
            "byline",
            "p-author",
            "author-name",
            "article-author",
            "post-author",
            "entry-author",
            "byline-name",
            "byline__name",
            "c-byline",
            "article__byline",
            "authorname",
        }
        if marked and not any(True for _ in element.iterancestors("footer", "aside", "nav")):
            text = text_of(element)
            if 2 < len(text) < 100:
                found = bylines.names(text)
                if found:
                    return found
    return ()


def _published(page: Element, meta: dict[str, str], linked: dict[str, Any]) -> str:
    for value in (
        _text(linked.get("datePublished")),
        *(meta.get(n, "") for n in _DATE_NAMES),
        _text(linked.get("dateCreated")),
    ):
        date = dates.parse(value)
        if date:
            return date
    for element in page.iter("time"):
        date = dates.parse(element.get("datetime", "")) or dates.parse(text_of(element))
        if date and not any(True for _ in element.iterancestors("aside", "footer", "nav")):
            return date
    for element in page.iter("span", "p", "div", "abbr"):
        words = " ".join(tokens(element, "class", "itemprop", "id"))
        if ("date" in words or "published" in words or "posted" in words) and len(element) < 4:
            date = dates.parse(text_of(element)[:120]) or dates.parse(element.get("title", ""))
            if date:
                return date
    return ""


def _language(page: Element, meta: dict[str, str]) -> str:
    root = page if page.tag == "html" else next(page.iter("html"), page)
    stated = (
        root.get("lang"),
        root.get("xml:lang"),
        meta.get("content-language"),
        meta.get("og:locale"),
        meta.get("dc.language"),
        meta.get("inlanguage"),
    )
    return next((tag for value in stated if value and (tag := standard_tag(value.split(",")[0]))), "")


def _canonical(page: Element, meta: dict[str, str]) -> str:
    for link in page.iter("link"):
        if "canonical" in link.get("rel", "").lower().split() and link.get("href", "").startswith("http"):
            return link.get("href", "").strip()
    url = meta.get("og:url", "")
    return url if url.startswith("http") else ""


def _licence(page: Element, linked: dict[str, Any]) -> str:
    stated = linked.get("license")
    if isinstance(stated, str) and stated:
        return stated
    for element in page.iter("a", "link"):
        if "license" in element.get("rel", "").lower().split():
            return text_of(element) or element.get("href", "")
    return ""
