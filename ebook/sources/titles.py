"""Which of a page's titles is the headline, without the site's name."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

from ebook.markup import Element, squash, text_of
from ebook.sources.marks import Mark, Marks, in_furniture

STATED = (
    ("og:title", "open graph"),
    ("citation_title", "meta"),
    ("dc.title", "dublin core"),
    ("dcterms.title", "dublin core"),
    ("twitter:title", "meta"),
    ("headline", "microdata"),
    ("title", "meta"),
    ("sailthru.title", "meta"),
)
"""`meta` elements that hold the headline, with their kind."""

LONGEST = 300
MOST_HEADINGS = 150
"""Headings that may be the headline; reference works have thousands."""
LONGEST_NAME = 6
"""Words of a site's name."""
SHARED = 0.5
"""Share of a heading's words that other titles must have too, where the heading is the only `h1`."""

_SEPARATOR = re.compile(
    r"\s+(?:[|\u2013\u2014\u00b7\u2022\u00bb\u203a\u00ab\u2039:~]|-{1,3}|::|//|<|>|\u2212)\s+|\s*\|\s*|\s+\[(?=[^\[\]]*\]$)"
)
_TITLE_CLASS = re.compile(r"(?:^|[\W_])(?:title|headline|heading-title|hed)(?:$|[\W_])", re.I)
GENERIC = frozenset(
    "blog home start index news startseite homepage home page untitled document accueil inicio artikel article".split()
)
"""Titles that say only what kind of page it is."""
SITE_WORDS = frozenset("blog weblog homepage website webseite site journal notebook magazine zine".split())
"""Words of short titles that name a site and no article."""
_BRAND_CLASS = re.compile(r"site-?(?:title|name|logo)|logo|brand|masthead|blog-?(?:title|name)|wordmark", re.I)
_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset(
    "the a an of to in and or for on with is are der die das und von zu in le la les de des du et el los".split()
)


def headline(marks: Marks, site: str, url: str) -> tuple[str, str, Element | None]:
    """The headline, where it comes from, and the heading that holds it if there is one."""
    stated = _stated(marks)
    tag = marks.title
    names = site_names(marks, site, url)
    for heading in marks.headings[:MOST_HEADINGS]:
        heading.text = _text(heading)
    candidates = [h for h in marks.headings[:MOST_HEADINGS] if 2 <= len(h.text) <= LONGEST]
    brands = {h.position for h in candidates if _is_brand(h, names)}
    candidates = [h for h in candidates if h.position not in brands]
    mains = [h for h in candidates if h.strong]
    confirmed = _confirmed(mains, stated)
    lower = _confirmed([h for h in candidates if not h.strong], stated)
    if confirmed and lower and _is_last_part(confirmed.text, tag) and _is_first_part(lower.text, tag):
        confirmed = lower  # "Article - Site": the `h1` holds the site's name, a lower heading the article's
    if not confirmed:
        confirmed = _only_main(mains, stated) or (lower if lower and _is_part(lower.text, stated) else None)
    if confirmed:
        return confirmed.text, "heading", confirmed.element
    for origin, text in stated:
        title = without_site(text, site, names)
        if title and not _is_only_name(title, names) and title.lower() not in GENERIC:
            return title, origin, None
    rest = [h for h in candidates if not in_furniture(h.element)]
    if rest:
        first = next((h for h in rest if _says_title(h.element)), rest[0])
        return first.text, "heading", first.element
    return (stated[0][1], stated[0][0], None) if stated else ("", "", None)


def _stated(marks: Marks) -> list[tuple[str, str]]:
    found = [("json-ld", marks.linked.text("headline"))]
    found += [(origin, marks.first(name)) for name, origin in STATED]
    found.append(("title element", marks.title))
    return [(origin, text) for origin, text in found if text]


def _text(mark: Mark) -> str:
    return clean(text_of(mark.element)) or clean(
        next((image.get("alt", "") for image in mark.element.iter("img") if image.get("alt")), "")
    )


def clean(text: str) -> str:
    """A title without invisible characters and the mark of a heading's own link (¶, #)."""
    text = re.sub("[\u200b\u200c\u200d\u00ad\ufeff]", "", text)
    return squash(re.sub(r"(?:\s*[¶§]|\s+#)$", "", squash(text)))


def fold(text: str) -> str:
    """A title reduced to its letters and figures, for comparing."""
    return "".join(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def _confirmed(headings: list[Mark], stated: list[tuple[str, str]]) -> Mark | None:
    """The longest heading whose text another title of the page repeats; headings of furniture only as a last choice."""
    found = [
        (h, key)
        for h in headings
        if len(key := fold(h.text)) >= 2
        and (
            _is_repeated(key, stated)
            or (h.strong and _says_title(h.element) and any(key in fold(t) for _, t in stated))
        )
    ]
    if not found:
        return None
    ends = {fold(stated[-1][1])[-40:]}  # the site's name stands at the end of the `title` element
    return max(
        found,
        key=lambda pair: (
            not in_furniture(pair[0].element),
            not any(end.endswith(pair[1]) and end != pair[1] for end in ends),
            len(pair[1]),
            -pair[0].position,
        ),
    )[0]


def _is_repeated(key: str, stated: list[tuple[str, str]]) -> bool:
    """Whether a title holds this text: as a part of its own, or as most of it."""
    for _, title in stated:
        other = fold(title)
        if key in other and (2 * len(key) >= len(other) or key in _parts(title)):
            return True
        if other in key and 2 * len(other) >= len(key) and len(other) > 12:
            return True
    return False


def _only_main(mains: list[Mark], stated: list[tuple[str, str]]) -> Mark | None:
    """The `h1` that says in other words what the page's titles say.

    It must say of itself that it is the title, or the page's titles must differ among themselves; else they count.
    """
    outside = [h for h in mains if not in_furniture(h.element)]
    texts = {fold(h.text): h for h in reversed(outside)}
    if not stated:
        return next(iter(texts.values())) if len(texts) == 1 else None
    others = {w for _, text in stated for w in _words(text)}
    differ = _differ(stated)
    scored = [
        (len(words & others) / len(words), -h.position, h)
        for h in texts.values()
        if (words := _words(h.text)) and (differ or _says_title(h.element))
    ]
    best = max(scored, default=None, key=lambda s: s[:2])
    if best and best[0] >= SHARED:
        return best[2]
    only = next(iter(texts.values())) if len(texts) == 1 else None
    if only and [origin for origin, _ in stated] == ["title element"] and len(others) <= 4 and others & SITE_WORDS:
        return only  # the `title` element alone, and it names the site ("My blog")
    return None


def _differ(stated: list[tuple[str, str]]) -> bool:
    keys = [fold(text) for _, text in stated]
    return any(a not in b and b not in a for a in keys for b in keys)


def _says_title(element: Element) -> bool:
    """Whether a heading is marked as the headline (class or `itemprop`)."""
    return "headline" in element.get("itemprop", "") or bool(_TITLE_CLASS.search(element.get("class", "")))


def _words(text: str) -> set[str]:
    return {w for w in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()) if w not in _SMALL}


def _parts(title: str) -> list[str]:
    return [fold(p) for p in _SEPARATOR.split(title) if fold(p)]


def _is_part(text: str, stated: list[tuple[str, str]]) -> bool:
    """Whether a text is a whole title, or one whole part of one ("Article - Site")."""
    key = fold(text)
    return any(key == fold(title) or key in _parts(title) or fold(title).startswith(key) for _, title in stated)


def _is_first_part(text: str, tag: str) -> bool:
    return bool(tag) and fold(tag).startswith(fold(text))


def _is_last_part(text: str, tag: str) -> bool:
    return bool(tag) and fold(tag) != fold(text) and fold(tag).endswith(fold(text))


def site_names(marks: Marks, site: str, url: str) -> tuple[str, ...]:
    """The names the site goes by, as far as the page says: stated ones and the one in its address."""
    found = [
        site,
        marks.first("og:site_name"),
        marks.first("application-name"),
        marks.first("apple-mobile-web-app-title"),
    ]
    found += [
        marks.linked.plain(marks.linked.site),
        *(a for a in marks.meta.get("author", ()) if fold(a) == fold(marks.title)),
    ]
    address = url or next(iter(marks.links.get("canonical", ())), "") or marks.first("og:url")
    host = host_name(address)
    main = fold(marks.first("og:title"))
    found = [
        n for n in found if fold(n) != main or (host and same_name(n, host))
    ]  # some pages give their title as the site's name
    return tuple(dict.fromkeys(n for n in (*found, host) if n))


def host_name(url: str) -> str:
    """The part of an address that names the site ("weirside" of https://www.weirside.example.org)."""
    if "://" in url[8:]:
        url = url[url.index("://", 8) - 5 :].lstrip("/")  # an archive's address holds the real one
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    labels = [label for label in host.split(".") if label not in ("www", "m", "blog", "web", "archive")]
    if len(labels) < 2:
        return ""
    if len(labels) > 2 and len(labels[-2]) <= 3:
        return labels[-3]
    return (
        labels[0] if labels[-2] in ("wordpress", "blogspot", "substack", "medium", "tumblr", "github") else labels[-2]
    )


def added(tag: str, headline: str) -> str:
    """What the `title` element says after the headline, if that may be a site's name ("Headline - Site")."""
    parts = [p.strip(" ]") for p in _SEPARATOR.split(clean(tag)) if fold(p)]
    key = fold(headline)
    if len(parts) < 2 or not key or key not in fold(tag):
        return ""
    last = parts[-1]
    return last if fold(last) not in key and len(last.split()) <= LONGEST_NAME and len(last) <= 60 else ""


def _is_name(text: str, names: tuple[str, ...]) -> bool:
    return any(same_name(text, name) for name in names)


def _is_only_name(title: str, names: tuple[str, ...]) -> bool:
    """Whether a whole title is no more than the site's name, short or long."""
    key = fold(title)
    return any(
        key and name and (key in name or (name in key and 5 * len(name) >= 3 * len(key))) for name in map(fold, names)
    )


def _is_brand(heading: Mark, names: tuple[str, ...]) -> bool:
    """Whether a heading is the site's name: it says so, or is the logo that leads home."""
    element, key = heading.element, fold(heading.text)
    if any(key == fold(n) for n in names):
        return True
    if _BRAND_CLASS.search(f"{element.get('class', '')} {element.get('id', '')}"):
        return True
    parent = element.getparent()
    if parent is not None and parent.tag not in ("body", "html") and not _says_title(element):
        if _BRAND_CLASS.search(f"{parent.get('class', '')} {parent.get('id', '')}"):
            return True
    link = element.find(".//a")
    return (
        link is not None
        and link.get("href", "").rstrip("/") in ("", ".", "/index.html", "index.html")
        and "href" in link.attrib
    )


def same_name(part: str, site: str) -> bool:
    """Whether two texts are the same name of a site, one perhaps shorter."""
    a, b = (re.sub(r"\W|^the\s|\.(?:com|org|net|co\.uk|de|fr|ch|at)$", "", x.casefold()) for x in (part, site))
    return bool(a) and bool(b) and (a == b or (len(a) > 3 and len(b) > 3 and (a in b or b in a)))


def without_site(title: str, site: str, names: tuple[str, ...] = ()) -> str:
    """A title without the site's name behind or before it ("Headline | Site")."""
    title = clean(title)
    parts = [p for p in _SEPARATOR.split(title) if p.strip()]
    if len(parts) < 2:
        return title
    known = tuple(n for n in (site, *names) if n)
    if known:
        kept = [p for p in parts if not _is_name(p, known)]
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
