"""Links between articles: what points to another article of the book points into the book."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from ebook.addresses import join
from ebook.markup import Element, elements, text_of, unwrap
from ebook.model import Chapter
from ebook.rules import Finding, Place, rule


def targets(chapters: Sequence[Chapter], names: Sequence[str]) -> dict[str, str]:
    """Every address an article of the book goes by to its file name in the book."""
    found: dict[str, str] = {}
    for chapter, name in zip(chapters, names, strict=True):
        found.setdefault("file:" + posixpath.normpath(chapter.source.replace("\\", "/")), name)
        if chapter.metadata.url:
            found.setdefault(_plain(chapter.metadata.url), name)
    return found


def resolve(
    tree: Element, chapter: Chapter, known: Mapping[str, str], ids: Mapping[str, frozenset[str]]
) -> Iterator[Finding]:
    """Point every link of a chapter to the book or the web; what leads nowhere becomes text."""
    for link in elements(tree, "a"):
        href = link.get("href", "")
        if not href or href.startswith("#") or re.match(r"(?:mailto|tel):", href):
            continue
        address, _, fragment = href.partition("#")
        name = known.get(_local(chapter.source, address)) or known.get(_plain(join(chapter.metadata.url, address)))
        if name:
            fragment = unquote(fragment)
            link.set("href", f"{name}#{fragment}" if fragment in ids[name] else name)
            continue
        absolute = join(chapter.metadata.url, href)
        if absolute.startswith(("http://", "https://")):
            link.set("href", absolute)
        else:
            yield rule("link.dead").at(Place(file=chapter.source, snippet=text_of(link)[:80]), target=href[:80])
            unwrap(link)


def make_absolute(tree: Element, url: str) -> None:
    """Point the relative links of a lone chapter to the web, where its address is known."""
    if url:
        for link in elements(tree, "a"):
            href = link.get("href", "")
            if href and not href.startswith("#"):
                link.set("href", join(url, href))


def _local(source: str, address: str) -> str:
    if not address or urlsplit(address).scheme or address.startswith("/"):
        return "-"
    folder = posixpath.dirname(source.replace("\\", "/"))
    return "file:" + posixpath.normpath(posixpath.join(folder, unquote(address.partition("?")[0])))


def _plain(url: str) -> str:
    """An address without scheme, fragment and closing slash, so that equal pages are equal."""
    split = urlsplit(url)
    query = f"?{split.query}" if split.query else ""
    return f"{split.netloc.lower().removeprefix('www.')}{split.path.rstrip('/')}{query}"
