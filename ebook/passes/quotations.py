"""Set quotations as quotations, their source outside them.

    <blockquote><p>Rivers talk.</p><p>— Ann Lee</p></blockquote>   ->
    <blockquote><p>Rivers talk.</p></blockquote><p class="attribution">— Ann Lee</p>

HTML §4.4.4: the attribution of a quotation stands outside of it. Embedded posts are quotations too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.addresses import clean_address
from ebook.markup import BLOCKS, Element, drop, elements, is_blank, new, squash, text_of, tokens, unwrap
from ebook.model import Article
from ebook.rules import Finding

_ATTRIBUTION = re.compile(r"^[—–―-]{1,2}\s?\S.{1,160}$")
_DASH = re.compile(r"^\s*[—–―]")
_SOURCES = frozenset(
    "attribution source author quote-author quote-source quote-attribution quote-cite cite citation blockquote-footer "
    "quote__author quote__source quote-caption".split()
)
"""Class names of the line that says who is quoted."""
_EMBEDS = re.compile(
    r"(?:^|\s)(?:twitter-tweet|twitter-video|bluesky-embed|mastodon-embed|instagram-media|tiktok-embed|reddit-\w+|fb-post"
    r"|text-post-media|pinterest-embed|linkedin-embed|tumblr-post|threads-embed)",
    re.I,
)
"""What the scripts of social networks mark posts with."""
_ADDRESSES = (
    "cite",
    "data-instgrm-permalink",
    "data-text-post-permalink",
    "data-embed-url",
    "data-href",
    "data-post-url",
    "data-tweet-url",
)


def quotations(tree: Element, article: Article) -> Iterator[Finding]:
    for post in [e for e in elements(tree, "div", "figure", "section") if _EMBEDS.search(e.get("class", ""))]:
        if next(post.iter("blockquote"), None) is None and text_of(post) and post.tag == "div":
            post.tag = "blockquote"
    for quote in elements(tree, "blockquote"):
        if is_blank(quote):
            drop(quote)
        elif quote.getparent() is not None:
            address = _address(quote)
            loose = _loose_source(quote)
            source = loose if loose is not None else _last_source(quote)
            if source is not None:
                _put_after(quote, source)
            if address and _EMBEDS.search(quote.get("class", "")):
                _name_address(quote, source, address)
    for quote in tree.iter("q"):
        _address(quote)
    yield from ()


def _address(quote: Element) -> str:
    """The address a quotation is taken from; `cite` stays where a book can hold it."""
    address = next((a for name in _ADDRESSES if (a := clean_address(quote.get(name, "")))), "")
    if not address.startswith(("http://", "https://")):
        quote.attrib.pop("cite", None)
        return ""
    if quote.get("cite") is not None:
        quote.set("cite", address)
    return address


def _loose_source(quote: Element) -> Element | None:
    """Who posted what is quoted, written after the last paragraph: `<p>…</p>— Ann Lee (@ann) <a>May 1</a>`."""
    last_block = next((c for c in quote.iterchildren(reversed=True) if c.tag in BLOCKS), None)
    if last_block is None or not _DASH.match(last_block.tail or ""):
        return None
    source = new("p")
    source.text, last_block.tail = squash(last_block.tail or "") + " ", None
    node = last_block.getnext()
    while node is not None:
        following = node.getnext()
        source.append(node)
        node = following
    if not len(source):
        source.text = squash(source.text or "")
    return source


def _last_source(quote: Element) -> Element | None:
    """The last part of a quotation where that says who is quoted; it is taken out."""
    children = [c for c in quote if isinstance(c.tag, str)]
    last = children[-1] if children else None
    if last is None or (last.tail or "").strip() or (len(children) == 1 and not (quote.text or "").strip()):
        return None
    spoken = sum(bool(_ATTRIBUTION.match(text_of(c))) for c in children) > 1
    if not _is_source(last) and (spoken or last.tag != "p" or not _ATTRIBUTION.match(text_of(last))):
        return None
    source = new("p")
    source.text, source[:] = last.text, list(last)
    drop(last)
    if len(source) == 1 and not squash(source.text or "") and source[0].tag in ("cite", "footer"):
        unwrap(source[0])
    return source


def _is_source(element: Element) -> bool:
    if element.tag in ("footer", "cite"):
        return True
    if element.tag not in ("p", "div", "span", "small", "figcaption") or len(text_of(element)) > 160:
        return False
    if tokens(element, "class") & _SOURCES:
        return True
    return (
        len(element) == 1
        and element[0].tag == "cite"
        and not squash(element.text or "")
        and not squash(element[0].tail or "")
    )


def _put_after(quote: Element, source: Element) -> None:
    source.set("class", "attribution")
    source.tail, quote.tail = quote.tail, None
    quote.addnext(source)


def _name_address(quote: Element, source: Element | None, address: str) -> None:
    """The address of a post, where neither the post nor its source leads there."""
    following = quote.getnext()
    places = [quote] if following is None or following.get("class") != "attribution" else [quote, following]
    if any(address.partition("?")[0] in a.get("href", "") for place in places for a in place.iter("a")):
        return
    link = new("a", address.partition("://")[2].partition("?")[0].rstrip("/"), href=address)
    if source is None:
        _put_after(quote, new("p", link))
    else:
        source.append(new("span", " ", link))
