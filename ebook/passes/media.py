"""Put a described link in the place of recordings and embedded pages.

    <iframe src="https://video.example/embed/1" title="The flood">   ->
    <p class="linked-media"><a href="https://video.example/embed/1">Video: The flood</a></p>

Books hold no frames, and a film that needs the network is no part of a book; that it was there must not be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from ebook.addresses import join
from ebook.markup import (
    Element,
    append_text,
    closest,
    drop,
    elements,
    language_of,
    new,
    place,
    squash,
    text_of,
    unwrap,
)
from ebook.model import Article
from ebook.rules import Finding, rule
from ebook.words import say

_PLAYER = re.compile(
    r"youtube|youtu\.be|vimeo|dailymotion|player|video|embed|brightcove|jwplatform|wistia|ted\.com|soundcloud|spotify|podcast|audio|map|chart|datawrapper|flourish|infogram",
    re.I,
)
_SOUND = re.compile(r"soundcloud|spotify|podcast|audio|\.(?:mp3|ogg|m4a|wav)(?:$|\?)", re.I)
_FILM = re.compile(
    r"youtube|youtu\.be|vimeo|dailymotion|video|brightcove|jwplatform|wistia|ted\.com|\.(?:mp4|webm|mov)(?:$|\?)", re.I
)
_SUPPORT = re.compile(r"support|browser|unterstütz|navigateur|navegador", re.I)
"""Words of fallbacks that only say that the reader's program is too old."""
_SITE = re.compile(
    r"googletagmanager|doubleclick|googlesyndication|facebook\.com/plugins|platform\.twitter|about:blank|disqus|recaptcha|/ads?[/.]",
    re.I,
)
_FRAMES = ("iframe", "frame", "video", "audio", "object", "embed")


def media(tree: Element, article: Article) -> Iterator[Finding]:
    for element in elements(tree, *_FRAMES):
        if element.getparent() is None or closest(element, "video", "audio", "object") is not None:
            continue
        address = join(article.metadata.url, _address(element)) if _address(element) else ""
        where = place(article.source, element)
        if not _is_content(element, address):
            yield rule("removed.element").at(where, what=f"{element.tag!s} {urlsplit(address).netloc}".strip(), count=1)
            _keep_fallback(element) if element.tag == "object" else drop(element)
            continue
        kind = _kind(element, address)
        name = _name(element, address)
        words = say(kind, language_of(tree) or article.metadata.language, title=name)
        yield rule("media.linked").at(where, what=words)
        _set_link(element, address, words)


def _address(element: Element) -> str:
    own = next((v for n in ("src", "data-src", "data-lazy-src", "data") if (v := element.get(n, "").strip())), "")
    nested = next((s.get("src", "") for s in element.iter("source", "embed") if s.get("src")), "")
    address = own or nested
    return "https:" + address if address.startswith("//") else address


def _is_content(element: Element, address: str) -> bool:
    if not address or address.startswith(("javascript:", "data:", "about:")) or _SITE.search(address):
        return False
    if element.get("width") in ("0", "1") or element.get("height") in ("0", "1"):
        return False
    return element.tag in ("video", "audio") or bool(element.get("title")) or bool(_PLAYER.search(address))


def _kind(element: Element, address: str) -> str:
    if element.tag == "audio" or (element.tag != "video" and _SOUND.search(address)):
        return "audio"
    if element.tag == "video" or _FILM.search(address):
        return "video"
    return "embedded"


def _name(element: Element, address: str) -> str:
    stated = element.get("title") or element.get("aria-label") or ""
    figure = closest(element, "figure")
    if not stated and figure is not None:
        stated = next((text_of(c) for c in figure.iter("figcaption")), "")
    linked = next((t for a in element.iter("a") if (t := text_of(a)) and len(t) < 100), "")
    return stated.strip() or linked or urlsplit(address).netloc.removeprefix("www.") or address.rsplit("/", 1)[-1]


def _set_link(element: Element, address: str, words: str) -> None:
    paragraph = new("p", new("a", words, href=address), class_="linked-media")
    for track in elements(element, "p", "a"):
        if track.tag == "p" and text_of(track) and not _SUPPORT.search(text_of(track)):
            tail, element.tail = element.tail, None
            element.addnext(track)
            track.tail = tail
    fallback = squash((element.text or "") + " ".join(child.tail or "" for child in element))
    if fallback and not _SUPPORT.search(fallback):
        append_text(paragraph, f" {fallback}")
    host = closest(element, "p", "span")
    if host is not None and host.tag == "p" and _is_alone(element, host):
        host.addprevious(paragraph)
        drop(host)
        return
    element.addprevious(paragraph if host is None else new("span", new("a", words, href=address)))
    drop(element)


def _is_alone(element: Element, host: Element) -> bool:
    """Whether a paragraph holds one recording and nothing else; its own fallback text is no other."""
    if any(e is not element and element not in e.iterancestors() for e in islice(host.iter(*_FRAMES), 3)):
        return False
    return next(host.iter("img"), None) is None and text_of(host) == text_of(element)


def _keep_fallback(element: Element) -> None:
    """What stands inside an `object` is its fallback and may be an image or text."""
    for child in elements(element, "param", "embed"):
        drop(child)
    unwrap(element)
