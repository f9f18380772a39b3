"""Give every image its real source, its text alternative and its caption.

    <p><img src="dot.gif" data-src="map.png"></p><p class="caption">The delta</p>
    ->   <figure><img src="map.png" alt="Undescribed image"/><figcaption>The delta</figcaption></figure>

An image nobody described says so in the language of the text and is reported; it is never passed off as
decoration (WCAG 1.1.1). Decoration is what the page proves to be decoration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.addresses import join
from ebook.markup import (
    Element,
    append_text,
    closest,
    drop,
    elements,
    insert_text_before,
    is_blank,
    language_of,
    move_children,
    new,
    place,
    replace,
    set_language,
    squash,
    text_of,
    tokens,
    unwrap,
    wrap,
)
from ebook.model import Article, Kind
from ebook.pictures import candidates, is_placeholder, is_poor
from ebook.rules import Finding, Place, rule
from ebook.words import say, spoken

_CAPTION = re.compile(
    r"(?:^|[-_])(?:caption|captions|wp-caption-text|figcaption|imagecaption|cutline|caption-text)(?:$|[-_])", re.I
)
_TRACKER = re.compile(
    r"pixel|tracking|beacon|/stats?[./]|doubleclick|scorecardresearch|spacer|1x1|clear\.gif|blank\.gif", re.I
)
_ABOUT_SCRIPTS = re.compile(r"javascript|enable|browser|cookies", re.I)
"""What `noscript` says where it stands in for nothing of the article's."""
_ICON = frozenset("icon emoji avatar gravatar wp-smiley smiley logo".split())


def figures(tree: Element, article: Article) -> Iterator[Finding]:
    _take_from_noscript(tree)
    _make_captions(tree)
    held = {image.reference for image in article.images}
    language = language_of(tree) or article.metadata.language
    for image in elements(tree, "img"):
        if image.getparent() is None:
            continue
        where = place(article.source, image)
        if article.kind is Kind.MARKDOWN and not image.get("alt", "").strip():
            image.attrib.pop("alt", None)  # Markdown cannot say that a picture is decoration
        if _is_nothing(image):
            yield rule("removed.decoration").at(where)
            _drop_with_wrappers(image)
            continue
        address = _source(image, held)
        if not address:
            yield rule("image.missing").at(where, image=image.get("src") or "without an address")
            address = "missing:"
        _set_source(image, address, held, article.metadata.url)
        yield from _judge_alt(image, language, where)
        _out_of_link(image)
    for picture in elements(tree, "picture", "source"):
        unwrap(picture) if picture.tag == "picture" else drop(picture)
    for figure in elements(tree, "figure"):
        _tidy(figure)
    for image in elements(tree, "img"):
        stand_alone(image)


def _take_from_noscript(tree: Element) -> None:
    """A lazy image's real one often stands in the `noscript` beside it."""
    for block in elements(tree, "noscript"):
        real = next(block.iter("img"), None)
        previous = block.getprevious()
        lazy = None if previous is None else previous if previous.tag == "img" else next(previous.iter("img"), None)
        waiting = lazy is not None and all(is_placeholder(a) for a in candidates(lazy))
        if real is not None and _is_nothing(real):
            drop(block)
        elif real is not None and lazy is not None and waiting and real.get("src"):
            lazy.set("data-src", real.get("src", ""))
            if not lazy.get("alt") and real.get("alt"):
                lazy.set("alt", real.get("alt", ""))
            drop(block)
        elif real is not None or not _ABOUT_SCRIPTS.search(text_of(block)):
            unwrap(block)
        else:
            drop(block)


def _make_captions(tree: Element) -> None:
    """Captions that are paragraphs or boxes become `figcaption`; definition lists of one image become figures."""
    for element in elements(tree, "p", "div", "span", "dd", "em"):
        if element.getparent() is None or not any(_CAPTION.search(t) for t in tokens(element, "class")):
            continue
        if (
            next(element.iter("img"), None) is not None
            or not text_of(element)
            or closest(element, "figcaption") is not None
        ):
            continue
        box = _box_with_image(element)
        if box is None:
            box = _join_with_image(element)
        if box is None:
            continue
        element.tag = "figcaption"
        if box.tag != "figure":
            box.tag = "figure"
        for between in [a for a in element.iterancestors() if a in set(box.iter()) and a is not box]:
            unwrap(between)


def _box_with_image(caption: Element) -> Element | None:
    """The nearest box that holds the caption and one image, and little else."""
    for box in list(caption.iterancestors("div", "figure", "dl", "span", "section"))[:3]:
        images = elements(box, "img")
        if len(images) == 1:
            return box if len(text_of(box)) <= len(text_of(caption)) + 120 else None
        if len(images) > 1:
            return None
    return None


def _join_with_image(caption: Element) -> Element | None:
    """A figure around a caption and the paragraph before it that holds one image and no words."""
    previous = caption.getprevious()
    if previous is None or previous.tag not in ("p", "div", "img", "a") or (previous.tail or "").strip():
        return None
    if len(elements(previous, "img")) != 1 or text_of(previous):
        return None
    figure = new("figure")
    previous.addprevious(figure)
    figure.append(previous)
    figure.tail, caption.tail = caption.tail, None
    figure.append(caption)
    if previous.tag in ("p", "div"):
        unwrap(previous)
    return figure


def _is_nothing(image: Element) -> bool:
    """Spacers, trackers and icons of the site: by size, name or class, never by a missing description."""
    sides = [image.get(n, "").removesuffix("px") for n in ("width", "height")]
    if any(s.isdigit() and int(s) <= 2 for s in sides):
        return True
    if tokens(image, "class") & _ICON and not image.get("alt"):
        return True
    addresses = candidates(image)
    return bool(addresses) and all(_TRACKER.search(a) for a in addresses) and not image.get("alt")


def _source(image: Element, held: set[str]) -> str:
    """The best address: one that came along, else one on the web, else the first there is."""
    offered = candidates(image)
    for address in offered:
        if address in held:
            return address
    real = [a for a in offered if not is_placeholder(a) and not a.startswith(("data:", "blob:", "javascript:"))]
    return real[0] if real else ""


def _set_source(image: Element, address: str, held: set[str], base: str) -> None:
    kept = {
        n: image.get(n, "")
        for n in ("alt", "id", "role", "title", "aria-label", "aria-hidden", "lang", "dir", "data-line")
        if image.get(n) is not None
    }
    image.attrib.clear()
    if address in held or not base or address == "missing:":
        image.set("src", address)
        if base and address != "missing:" and not address.startswith("inline-"):
            image.set("data-original-src", join(base, address))
    else:
        image.set("src", join(base, address))
    for name, value in kept.items():
        image.set(name, value)


def _judge_alt(image: Element, language: str, where: Place) -> Iterator[Finding]:
    alt = squash(image.get("alt") or "")
    other = squash(image.attrib.pop("aria-label", "") or image.attrib.pop("title", ""))
    hidden = image.attrib.pop("aria-hidden", "") == "true"
    stated = image.get("role") in ("presentation", "none") or hidden
    image.attrib.pop("role", None)
    figure = closest(image, "figure")
    caption = next((text_of(c) for c in figure.iter("figcaption")), "") if figure is not None else ""
    if not alt and other and not is_poor(other) and other != caption:
        alt = other
    if not alt and (stated or (image.get("alt") is not None and not caption)):
        image.set("alt", "")
        image.set("role", "presentation")
        return
    if alt and not is_poor(alt):
        image.set("alt", alt)
        if caption and alt.casefold() == caption.casefold():
            yield rule("alt.caption-repeated").at(where)
        return
    name = image.get("src", "")
    yield rule("alt.poor").at(where, alt=alt) if alt else rule("alt.missing").at(where, image=name[:80])
    image.set("alt", say("undescribed-image", language))
    if language and spoken(language) != language.split("-")[0].lower():
        set_language(image, spoken(language))


def _out_of_link(image: Element) -> None:
    """A link from an image to its own larger version says nothing and has no name of its own."""
    link = closest(image, "a")
    if link is None:
        return
    target = link.get("href", "")
    if re.search(r"\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|\?)", target, re.I) or not target or image.get("alt") == "":
        if not text_of(link) or not target:
            unwrap(link)


def _tidy(figure: Element) -> None:
    """One caption, last; no wrappers between figure and image; a figure without content is none."""
    captions = elements(figure, "figcaption")
    inner = [f for f in elements(figure, "figure") if f is not figure]
    if is_blank(figure):
        drop(figure)
        return
    if inner and not captions:
        unwrap(figure)
        return
    own = [c for c in captions if closest(c, "figure") is figure]
    for extra in own[1:]:
        append_text(own[0], " ")
        move_children(extra, own[0])
        drop(extra)
    if own:
        caption = own[0]
        if not text_of(caption):
            drop(caption)
        else:
            insert_text_before(caption, caption.tail or "")
            caption.tail = None
            figure.append(caption)


def stand_alone(image: Element) -> None:
    """An image that is alone in its paragraph is a figure."""
    if closest(image, "figure", "td", "th", "dt", "li", *("h1", "h2", "h3", "h4", "h5", "h6")) is not None:
        return
    if image.get("alt") == "":
        return
    host = closest(image, "p")
    if host is not None and not text_of(host) and len(elements(host, "img")) == 1:
        keep = next((n for n in image.iterancestors("a")), image)
        keep.tail = None
        figure = new("figure")
        for name in ("id", "lang", "dir"):
            if host.get(name):
                figure.set(name, host.get(name, ""))
        replace(host, figure)
        figure.append(keep)
    elif host is None:
        parent = image.getparent()
        before = image.getprevious()
        beside = (image.tail or "") + (
            (before.tail if before is not None else parent.text if parent is not None else "") or ""
        )
        if (
            not beside.strip()
            and parent is not None
            and parent.tag in ("body", "div", "section", "article", "blockquote", "aside", "main")
        ):
            wrap(image, new("figure"))


def _drop_with_wrappers(image: Element) -> None:
    parent = image.getparent()
    drop(image)
    while parent is not None and parent.tag in ("a", "span", "picture", "p", "figure", "div") and is_blank(parent):
        above = parent.getparent()
        if above is None:
            return
        drop(parent)
        parent = above
