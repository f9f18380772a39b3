"""Give every image its real source, its text alternative and its caption.

    <p><img src="dot.gif" data-src="map.png"></p><p class="caption">The delta</p>
    ->   <figure><img src="map.png" alt="Undescribed image"/><figcaption>The delta</figcaption></figure>

An image nobody described says so in the language of the text and is reported; it is never passed off as
decoration (WCAG 1.1.1). Decoration is what the page proves to be decoration.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from ebook.addresses import join
from ebook.alternatives import Judgement, Proof, Reason, State, decoration, is_poor, judge
from ebook.markup import (
    DECIDED,
    HEADINGS,
    LINE,
    STATED,
    XML_LANG,
    Element,
    append_text,
    closest,
    drop,
    elements,
    headings_above,
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
from ebook.model import Article, Image, Kind
from ebook.passes.icons import is_button, is_nothing, words_of
from ebook.pictures import (
    DESCRIPTION,
    candidates,
    file_name,
    is_picture_file,
    larger_version,
    names_itself,
    picture_key,
    shown,
)
from ebook.rules import Finding, Place, rule
from ebook.words import say, spoken

_SMALLEST = 2
"""Pixels of a side at which a picture shows nothing."""
_KEPT = (
    "id",
    LINE,
    DECIDED,
    "role",
    "title",
    "aria-label",
    "aria-hidden",
    "data-alt",
    "alt",
    "lang",
    XML_LANG,
    "dir",
    STATED,
    "aria-details",
    DESCRIPTION,
)
"""What stays of an image besides its address, in the order in which it is written."""
LONG = 80
"""Characters of a paragraph with which the text has begun: a picture before it is the one at the head."""
_WORDLESS = re.compile(r"[^\w\s]{1,12}|[:;][\w-]{0,3}[)(DPp]")
"""What stands for a feeling: an emoji's own sign."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """The words around an image that it need not say again."""

    caption: str
    heading: str


def figures(tree: Element, article: Article) -> Iterator[Finding]:
    for heading in elements(tree, *HEADINGS):
        if is_picture_file(name := text_of(heading)) and " " not in name:
            yield rule("removed.furniture").at(place(article.source, heading), text=name[:80])
            drop(heading)
    held = {image.reference: image for image in article.images}
    captions, above = _captions(tree), headings_above(tree)
    times = Counter(_address(image) for image in tree.iter("img"))
    for image in elements(tree, "img"):
        if image.getparent() is None:
            continue
        where = place(article.source, image)
        decided = bool(image.get(DECIDED))
        if article.kind is Kind.MARKDOWN and not decided and not image.get("alt", "").strip():
            image.attrib.pop("alt", None)  # Markdown cannot say that a picture is decoration
        if _is_sign(image):
            insert_text_before(image, image.get("alt", "").strip())
            drop(image)
            continue
        if article.kind is Kind.PAGE and not decided and is_button(image):
            yield rule("removed.furniture").at(where, text=_said_by_button(image)[:80])
            _drop_with_wrappers(image)
            continue
        if not decided and (is_nothing(image) or _is_spacer(image, held)):
            yield rule("removed.decoration").at(where)
            _drop_with_wrappers(image)
            continue
        proof = _proof(image, captions.get(closest(image, "figure"), ""), times)
        address = shown(image, held)
        if not address:
            yield rule("image.missing").at(where, image=image.get("src") or "without an address")
            if _says_nothing(image):
                _drop_with_wrappers(image)
                continue
            address = "missing:"
        _set_source(image, address, held, article.metadata.url)
        around = _Around(caption=captions.get(closest(image, "figure"), ""), heading=above.get(image, ""))
        yield from _judge_alt(image, around, article, proof, where)
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


def _is_spacer(image: Element, held: Mapping[str, Image]) -> bool:
    """Whether the file itself is too small to show anything, whatever room the page gives it."""
    picture = held.get(shown(image, held)) if held else None
    if picture is None or any(c.isalpha() for c in image.get("alt", "")):
        return False
    return any(0 < side <= _SMALLEST for side in (picture.width, picture.height))


def _set_source(image: Element, address: str, held: Collection[str], base: str) -> None:
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


def _address(image: Element) -> str:
    return next(iter(candidates(image)), "")


def _proof(image: Element, caption: str, shown: Counter[str]) -> Proof | None:
    """What proves the image to be decoration, before its attributes are tidied away."""
    sides = [int(s) for n in ("width", "height") if (s := image.get(n, "").strip().removesuffix("px")).isdecimal()]
    address = _address(image)
    return decoration(
        alt=image.get("alt"),
        role=image.get("role", ""),
        hidden=image.get("aria-hidden") == "true",
        sides=sides,
        file=file_name(address),
        times=shown[address],
        captioned=bool(caption),
    )


def _judge_alt(
    image: Element, around: _Around, article: Article, proof: Proof | None, where: Place
) -> Iterator[Finding]:
    """The author's words stay, however poor; where there are none, other words for the image serve, or it says so.

    The name of the file that the image shows is a machine's word, not the author's.
    """
    if image.get(DECIDED):
        yield from _judge_decided(image, around, article, where)
        return
    alt = squash(image.get("alt") or "")
    for name in ("aria-hidden", "role"):
        image.attrib.pop(name, "")
    other = _other_words(image, around.caption)
    if not alt and other:
        alt = other[0]
        if other[1]:
            yield rule("alt.inferred").at(where, alt=alt, origin=other[1])
    opens = bool(larger_version(image))  # what a reader may look at in full size is more than decoration
    if not alt and proof is not None and not (opens and proof is Proof.MARKUP):
        if proof in (Proof.SEPARATOR, Proof.LOGO):
            yield rule("alt.decorative").at(where, proof=proof.value)
        image.set("alt", "")
        image.set("role", "presentation")
        return
    judged = _judged(image, alt, around, article)
    yield from _said_of(judged, image, alt, where)
    if alt and judged.state is not State.MISSING and not names_itself(image, alt):
        image.set("alt", alt)
        return
    language = language_of(image) or article.metadata.language
    image.set("alt", say("undescribed-image", language))
    if language and spoken(language) != language.split("-")[0].lower():
        set_language(image, spoken(language))
    if alt and judged.state is not State.MISSING:
        image.set(STATED, alt)


def _judge_decided(image: Element, around: _Around, article: Article, where: Place) -> Iterator[Finding]:
    """What a person wrote about the picture stays; only what was accepted as it is goes unjudged."""
    alt = image.get("alt", "")
    for name in ("aria-hidden", "aria-label", "data-alt", "title", "role"):
        image.attrib.pop(name, None)
    if not alt:
        image.set("role", "presentation")  # last, as for any decoration
    if image.attrib.pop(DECIDED) != "accepted" and alt:
        yield from _said_of(_judged(image, alt, around, article), image, alt, where)


def _judged(image: Element, alt: str, around: _Around, article: Article) -> Judgement:
    return judge(
        alt,
        file=file_name(image.get("data-original-src") or image.get("src") or ""),
        caption=around.caption,
        title=article.metadata.title,
        heading=around.heading,
        language=language_of(image) or article.metadata.language,
        context=_words_beside(image),
    )


def _said_of(judged: Judgement, image: Element, alt: str, where: Place) -> Iterator[Finding]:
    if judged.reason is Reason.CAPTION:
        yield rule("alt.caption-repeated").at(where)
    elif judged.reason is not None:
        yield rule("alt.poor").at(where, alt=alt, reason=judged.reason.value)
    elif judged.state is State.MISSING:
        yield rule("alt.missing").at(where, image=image.get("src", "")[:80])


_HOLDERS = ("a", "p", "li", "td", "th", "dd", "dt", "figure", *HEADINGS)


def _words_beside(image: Element) -> str:
    """The words of the link, line or box that holds the image."""
    box = closest(image, *_HOLDERS)
    return text_of(box) if box is not None else ""


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
        if judge(words, caption=caption).describes:
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
