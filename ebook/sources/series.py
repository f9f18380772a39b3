"""Finds saved pages that are parts of one article: the same title, and links or addresses that number the pages.

    flood.html, flood-2.html (rel="prev" leads to flood.html)   ->   one article of two pages, in order

Titles alone never join: two articles may have the same. Neighbours alone never join: blogs link post to post.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TypeVar
from urllib.parse import urljoin, urlsplit

READ = 2_000_000
"""Bytes of a page that are looked at."""
MOST = 200
"""Pages of one article; with more it is an archive."""

_PAGE = re.compile(rb"<html|<!doctype html|<head|<body", re.I)
_TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,1000})", re.I)
_TAG = re.compile(r"<(link|a|meta)\b([^<>]{1,2000})>", re.I)
_NUMBERED = re.compile(r"<a\b([^<>]{1,1000})>\s*(?:<span\b[^<>]{0,200}>\s*)?(\d{1,3})\s*</", re.I)
_ATTRIBUTE = re.compile(r"""([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_WORDS = (
    r"pages?|pagina|página|pàgina|pág\.?|seite|sida|side|strona|stránka|strana|oldal|sayfa|sivu|страница|стр\.?|صفحة"
)
_OF = r"(?:\s*(?:/|of|von|de|di|av|af|sur|z|из|van)\s*\d{1,3})?"
_MARK = re.compile(
    rf"[\s|–—:,·-]*[(\[]?\s*\b(?:{_WORDS})\s*(\d{{1,3}}){_OF}\b\s*[)\]]?"
    r"|\s*[(\[]\s*(\d{1,3})\s*/\s*\d{1,3}\s*[)\]]"
    r"|[\s(（|–—-]*第?\s*(\d{1,3})\s*(?:页|頁|ページ目?)[)）]?",
    re.I,
)
"""What titles say of the page: "- Page 2", "(2/5)", "第2页"."""
_IN_ADDRESS = re.compile(
    r"[?&](?:page|paged|pg|p|pagina|seite|side|sida|strona)=(\d{1,3})(?=&|$)"
    r"|/(?:page|seite|pagina|p)[/-]?(\d{1,3})(?=/?$|\.\w{2,5}$)"
    r"|/(\d{1,2})(?=/?$)"
    r"|[-_,.](?:page|p|seite)?[-_]?(\d{1,2})(?=\.\w{2,5}$)"
    r"|[-_,](?:page|p|seite)[-_]?(\d{1,2})(?=/?$)",
    re.I,
)
"""Where addresses number the pages of an article."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What a saved page says of its place among others."""

    title: str
    """Folded, without the number of the page."""
    number: int
    """0 where neither title nor address has one."""
    addresses: frozenset[str]
    """Its own, folded; that of the file among them."""
    bases: frozenset[str]
    """Its own on the web without the number of the page."""
    links: frozenset[str]
    """Where its pagination leads."""


def series(sources: Sequence[str], addresses: Sequence[str]) -> list[tuple[int, ...]]:
    """Positions of the inputs, those of one article together in the order of its pages; most stand alone."""
    if len(sources) < 2:
        return [(n,) for n in range(len(sources))]
    signs = [_signs_of(source, url) for source, url in zip(sources, addresses, strict=True)]
    by_title: dict[str, list[int]] = {}
    for position, found in enumerate(signs):
        if found and found.title:
            by_title.setdefault(found.title, []).append(position)
    leader: dict[int, tuple[int, ...]] = {}
    members: set[int] = set()
    for positions in by_title.values():
        if 1 < len(positions) <= MOST:
            for group in _connected(positions, signs):
                leader[min(group)] = group
                members.update(group)
    return [leader.get(n, (n,)) for n in range(len(sources)) if n in leader or n not in members]


def _connected(positions: list[int], signs: Sequence[Signs | None]) -> list[tuple[int, ...]]:
    """The pages of one title that pagination or numbered addresses connect, in order."""
    groups: list[tuple[int, ...]] = []
    left = list(positions)
    while left:
        group, grown = [left.pop(0)], True
        while grown:
            near = [n for n in left if any(_belong(signs[n], signs[m]) for m in group)]
            group += near
            left = [n for n in left if n not in near]
            grown = bool(near)
        ordered = _in_order(group, [signs[n] for n in group])
        if len(ordered) > 1:
            groups.append(tuple(ordered))
    return groups


def _belong(one: Signs | None, other: Signs | None) -> bool:
    if one is None or other is None:
        return False
    linked = bool(one.links & other.addresses or other.links & one.addresses)
    numbered = (one.number or 1) != (other.number or 1) and bool(one.bases & other.bases)
    return (linked and (one.number or 1) != (other.number or 1)) or numbered


def _in_order(group: list[int], signs: Sequence[Signs | None]) -> list[int]:
    """By number, each number once: a second copy of a page is no page more."""
    numbers = {}
    for position, found in zip(group, signs, strict=True):
        number = (found.number if found else 0) or 1
        if number in numbers:
            return []
        numbers[number] = position
    return [numbers[n] for n in sorted(numbers)]


def _signs_of(source: str, address: str) -> Signs | None:
    """The signs of one file; nothing where it is no page or cannot be read (reading it says why)."""
    try:
        with open(source, "rb") as file:
            data = file.read(READ)
    except (OSError, ValueError):
        return None
    if not _PAGE.search(data[:5000]):
        return None
    return signs_in(data.decode("utf-8", "replace"), source, address)


def signs_in(text: str, source: str, address: str = "") -> Signs | None:
    """What the text of a page says; nothing where it has no title."""
    match = _TITLE.search(text)
    if match is None:
        return None
    title = unescape(match[1])
    mark = _MARK.search(title)
    own = {address} if address else set()
    links: set[str] = set()
    for tag, inside in _TAG.findall(text):
        said = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(inside)}
        relations = said.get("rel", "").lower().split()
        if tag.lower() == "meta" and said.get("property", "").lower() == "og:url":
            own.add(said.get("content", ""))
        elif tag.lower() == "link" and "canonical" in relations:
            own.add(said.get("href", ""))
        elif {"next", "prev", "previous"} & set(relations):
            links.add(said.get("href", ""))
    for inside, _ in _NUMBERED.findall(text):
        links.update(a or b or c for name, a, b, c in _ATTRIBUTE.findall(inside) if name.lower() == "href")
    web = {a for a in own if "://" in a}
    home = next(iter(sorted(web)), "")
    numbered = [n for a in (*sorted(web), Path(source).name) if (n := _number_in(a))]
    return Signs(
        title=_folded(title.replace(mark[0], " ", 1) if mark else title),
        number=int(next(g for g in mark.groups() if g)) if mark else (numbered[0] if numbered else 0),
        addresses=frozenset({_plain(a) for a in web} | {_plain(Path(source).absolute().as_posix())}),
        bases=frozenset(_plain(_IN_ADDRESS.sub("", a)) for a in web),
        links=frozenset(
            place
            for link in links
            if link and not link.startswith(("#", "javascript:"))
            for place in _places(link, source, home)
        ),
    )


def _places(link: str, source: str, home: str) -> tuple[str, ...]:
    """Where a link may lead: on the web, and to a file beside the page."""
    file = urljoin(Path(source).absolute().as_posix(), link) if "://" not in link else ""
    try:
        web = urljoin(home, link) if home else link
    except ValueError:
        web = ""
    return tuple(_plain(a) for a in (web, file) if a)


def _number_in(address: str) -> int:
    match = _IN_ADDRESS.search(address)
    return int(next(g for g in match.groups() if g)) if match else 0


def _plain(address: str) -> str:
    """An address to compare: no scheme, no `www.`, no fragment, no slash at the end."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.netloc.removeprefix('www.')}{parts.path}".rstrip("/") + query


def _folded(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold()))
