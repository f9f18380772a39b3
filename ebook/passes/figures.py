"""Give every image its real source, its text alternative and its caption.

    <p><img src="dot.gif" data-src="map.png"></p><p class="caption">The delta</p>
    ->   <figure><img src="map.png" alt="Undescribed image"/><figcaption>The delta</figcaption></figure>

An image nobody described says so in the language of the text and is reported; it is never passed off as
decoration (WCAG 1.1.1). Decoration is what the page proves to be decoration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ebook.addresses import join
from ebook.markup import (
    HEADINGS,
    LINE,
    XML_LANG,
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
    set_language,
    squash,
    text_of,
    tokens,
    unwrap,
    wrap,
)
from ebook.model import Article, Kind
from ebook.passes.icons import is_button, is_nothing, words_of
from ebook.pictures import (
    candidates,
    is_picture_file,
    is_placeholder,
    is_poor,
    larger_version,
    names_itself,
    picture_key,
)
from ebook.rules import Finding, Place, rule
from ebook.words import say, spoken

_KEPT = ("id", LINE, "role", "title", "aria-label", "aria-hidden", "data-alt", "alt", "lang", XML_LANG, "dir")
"""What stays of an image besides its address, in the order in which it is written."""
LONG = 80
"""Characters of a paragraph with which the text has begun: a picture before it is the one at the head."""
FEW = 3
"""Words from which a description can be a part of the caption."""
_MADE_BY = frozenset(
    "photo photos photograph photographer photography picture image images credit courtesy source by via getty reuters "
    "ap afp epa foto fotos bild quelle fotograf crédit crédits photographie cortesía fuente imagen crédito fonte "
    "immagine beeld bron kuva фото источник صورة תצלום צילום 写真 撮影 图 图片 来源 사진".split()
)
"""Words after which a caption names who made the picture."""
_SIGNS = re.compile(r"[^\w\s]+|_+")
_WORDLESS = re.compile(r"[^\w\s]{1,12}|[:;][\w-]{0,3}[)(DPp]")
"""What stands for a feeling: an emoji's own sign."""


def figures(tree: Element, article: Article) -> Iterator[Finding]:
    for heading in elements(tree, *HEADINGS):
        if is_picture_file(name := text_of(heading)) and " " not in name:
            yield rule("removed.furniture").at(place(article.source, heading), text=name[:80])
            drop(heading)
    held = {image.reference for image in article.images}
    captions = _captions(tree)
    language = language_of(tree) or article.metadata.language
    for image in elements(tree, "img"):
        if image.getparent() is None:
            continue
        where = place(article.source, image)
        if article.kind is Kind.MARKDOWN and not image.get("alt", "").strip():
            image.attrib.pop("alt", None)  # Markdown cannot say that a picture is decoration
        if _is_sign(image):
            insert_text_before(image, image.get("alt", "").strip())
            drop(image)
            continue
        if article.kind is Kind.PAGE and is_button(image):
            yield rule("removed.furniture").at(where, text=_said_by_button(image)[:80])
            _drop_with_wrappers(image)
            continue
        if is_nothing(image):
            yield rule("removed.decoration").at(where)
            _drop_with_wrappers(image)
            continue
        address = _source(image, held)
        if not address:
            yield rule("image.missing").at(where, image=image.get("src") or "without an address")
            if _says_nothing(image):
                _drop_with_wrappers(image)
                continue
            address = "missing:"
        _set_source(image, address, held, article.metadata.url)
        yield from _judge_alt(image, captions.get(closest(image, "figure"), ""), language, where)
        _out_of_link(image)
    for picture in elements(tree, "picture", "source"):
        unwrap(picture) if picture.tag == "picture" else drop(picture)
    for figure in elements(tree, "figure"):
        _tidy(figure)
    for image in elements(tree, "img"):
        stand_alone(image)
    for gallery in elements(tree, "ul", "ol"):
        _hang(gallery)
    yield from _shown_twice(tree, article)


def _said_by_button(image: Element) -> str:
    link = closest(image, "a")
    return words_of(image) or (link.get("href", "").strip() if link is not None else "")


def _says_nothing(image: Element) -> bool:
    """Whether an image in a line of text names no file and has no words: no reader of the page ever saw it."""
    silent = not any(image.get(name, "").strip() for name in ("alt", "title", "aria-label", "data-alt"))
    return silent and not candidates(image) and closest(image, "figure") is None


def _is_sign(image: Element) -> bool:
    """An emoji as a picture: its text alternative is the sign itself."""
    return bool(tokens(image, "class") & {"emoji", "wp-smiley", "smiley"}) and bool(
        _WORDLESS.fullmatch(image.get("alt", "").strip())
    )


def _source(image: Element, held: set[str]) -> str:
    """The best address: one that came along, else one on the web, else the first there is."""
    offered = candidates(image)
    larger = larger_version(image)
    for address in (larger, *offered):
        if address in held:
            return address
    real = [a for a in offered if not is_placeholder(a) and not a.startswith(("data:", "blob:", "javascript:"))]
    return real[0] if real else larger


def _set_source(image: Element, address: str, held: set[str], base: str) -> None:
    kept = {name: value for name in _KEPT if (value := image.get(name)) is not None}
    image.attrib.clear()
    if address in held or not base or address == "missing:":
        image.set("src", address)
        if base and address != "missing:" and not address.startswith("inline-"):
            image.set("data-original-src", join(base, address))
    else:
        image.set("src", join(base, address))
    for name, value in kept.items():
        image.set(name, value)


def _shown_twice(tree: Element, article: Article) -> Iterator[Finding]:
    """A picture at the head of the article that the text shows again stands once."""
    lead: dict[str, Element] = {}
    begun = False
    for element in elements(tree, "p", "img"):
        if element.tag == "p":
            begun = begun or len(text_of(element)) >= LONG
            continue
        figure = closest(element, "figure")
        if figure is None or element.get("src") == "missing:" or not _is_single(element, figure):
            continue
        address = element.get("data-original-src") or element.get("src") or ""
        key = picture_key(address) or address
        if not begun:
            lead[key] = element
            continue
        first = lead.pop(key, None)
        if first is not None and _says_the_same(first, element):
            yield rule("removed.repeat").at(place(article.source, element), text=(element.get("alt") or "")[:80])
            _give_caption(figure, closest(first, "figure"))
            drop(figure)


def _says_the_same(first: Element, second: Element) -> bool:
    one, other = (squash(i.get("alt", "")) for i in (first, second))
    return one == other or (first.get("src") == second.get("src") and not is_described(second))


def _give_caption(source: Element, target: Element | None) -> None:
    """What stands beside a repeated picture goes to the one that stays."""
    if target is None:
        return
    said = text_of(target)
    for part in [c for c in source if c.tag in ("figcaption", "p") and text_of(c)]:
        if text_of(part) not in said:
            part.tail = None
            if part.tag == "figcaption" and target.find("figcaption") is not None:
                part.tag = "p"
            target.append(part)


def _judge_alt(image: Element, caption: str, language: str, where: Place) -> Iterator[Finding]:
    """The author's words stay, however poor; where there are none, other words for the image serve, or it says so.

    The name of the file that the image shows is a machine's word, not the author's.
    """
    alt = squash(image.get("alt") or "")
    hidden = image.attrib.pop("aria-hidden", "") == "true"
    stated = image.attrib.pop("role", "") in ("presentation", "none") or hidden
    other = _other_words(image, caption)
    if not alt and other:
        alt = other[0]
        if other[1]:
            yield rule("alt.inferred").at(where, alt=alt, origin=other[1])
    opens = bool(larger_version(image))  # what a reader may look at in full size is more than decoration
    if not alt and (stated or (image.get("alt") is not None and not caption and not opens)):
        image.set("alt", "")
        image.set("role", "presentation")
        return
    if alt and not names_itself(image, alt):
        image.set("alt", alt)
        if is_poor(alt):
            yield rule("alt.poor").at(where, alt=alt)
        elif caption and _repeats(alt, caption):
            yield rule("alt.caption-repeated").at(where)
        return
    yield rule("alt.poor").at(where, alt=alt) if alt else rule("alt.missing").at(where, image=image.get("src", "")[:80])
    image.set("alt", say("undescribed-image", language))
    if language and spoken(language) != language.split("-")[0].lower():
        set_language(image, spoken(language))


def _repeats(alt: str, caption: str) -> bool:
    """Whether a description is the caption, whatever its signs and capitals; the caption may name its maker as well."""
    words, said = _SIGNS.sub(" ", alt.casefold()).split(), _SIGNS.sub(" ", caption.casefold()).split()
    if words == said:
        return True
    return len(words) >= FEW and said[: len(words)] == words and said[len(words)] in _MADE_BY


def _captions(tree: Element) -> dict[Element | None, str]:
    """The words of each figure's caption."""
    found: dict[Element | None, str] = {}
    for caption in tree.iter("figcaption"):
        found.setdefault(closest(caption, "figure"), text_of(caption))
    found.pop(None, None)
    return found


def _is_single(image: Element, box: Element) -> bool:
    """Whether a box holds this image alone."""
    return list(islice(box.iter("img"), 2)) == [image]


def _other_words(image: Element, caption: str) -> tuple[str, str] | None:
    """A text alternative from elsewhere, and where it is from, unless that place is meant for it."""
    label = image.attrib.pop("aria-label", "")
    waiting = image.attrib.pop("data-alt", "")
    title = image.attrib.pop("title", "")
    figure = closest(image, "figure")
    around = figure.get("aria-label", "") if figure is not None and _is_single(image, figure) else ""
    for words, origin in ((label, ""), (waiting, ""), (around, ""), (title, "title")):
        words = squash(words)
        if words and not is_poor(words) and words.casefold() != caption.casefold():
            return words, origin
    return None


def _out_of_link(image: Element) -> None:
    """A link from an image to its own larger version says nothing and has no name of its own."""
    link = closest(image, "a")
    if link is None or (link.get("href") and (not _is_single(image, link) or text_of(link))):
        return
    target = link.get("href", "")
    if not target or is_picture_file(target):
        unwrap(link)


def is_described(image: Element) -> bool:
    alt = image.get("alt", "")
    return bool(alt) and not is_poor(alt)


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


def _hang(gallery: Element) -> None:
    """A list of one item that is a figure is what a script left of a show of slides: the figure alone."""
    items = [item for item in islice(gallery, 2) if isinstance(item.tag, str)]
    figure = _only_figure(items[0]) if len(items) == 1 else None
    if figure is None or closest(gallery, "li", "figure", "p", "td") is not None:
        return
    for name in ("id", "lang", "dir"):
        if items[0].get(name) and not figure.get(name):
            figure.set(name, items[0].get(name, ""))
    figure.tail = None
    gallery.addprevious(figure)
    drop(gallery)


def _only_figure(item: Element) -> Element | None:
    """The figure that an item of a list holds alone."""
    found = list(islice(item.iter("figure"), 2))
    if item.tag != "li" or len(found) != 1 or len(text_of(item)) != len(text_of(found[0])):
        return None
    return None if any(i not in set(found[0].iter("img")) for i in item.iter("img")) else found[0]


def stand_alone(image: Element) -> None:
    """An image that is alone in its paragraph is a figure."""
    if closest(image, "figure", "td", "th", "dt", "li", *("h1", "h2", "h3", "h4", "h5", "h6")) is not None:
        return
    if image.get("alt") == "":
        return
    host = closest(image, "p")
    if host is not None and _is_single(image, host) and not text_of(host):
        keep = next((n for n in image.iterancestors("a")), image)
        keep.tail = None
        figure = new("figure")
        for name in ("id", "lang", "dir"):
            if host.get(name):
                figure.set(name, host.get(name, ""))
        host.addprevious(figure)
        figure.append(keep)
        drop(host)
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
