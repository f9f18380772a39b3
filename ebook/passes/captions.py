"""Bring every caption to its picture, and tell the credit in it from the rest.

    <div><img src="map.png"/><p class="wp-caption-text">The delta. Photo: Ann Lee</p></div>
    ->   <figure><img src="map.png"/><figcaption>The delta. <small class="credit">Photo: Ann Lee</small></figcaption>

A caption that is just another paragraph is read as part of the story (WCAG 1.3.1). What only looks like a
caption, a line in italics below a picture, stays a paragraph, but in the figure of its picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from ebook.markup import (
    BLOCKS,
    HEADINGS,
    Element,
    closest,
    drop,
    elements,
    insert_text_before,
    is_blank,
    move_children,
    new,
    place,
    replace_text,
    squash,
    text_nodes,
    text_of,
    tokens,
    unwrap,
)
from ebook.model import Article
from ebook.rules import Finding, rule

LONGEST = 400
"""Characters of a line below a picture that may be its caption."""
BESIDES = 120
"""Characters that a box of a picture and its caption may hold besides."""
LONGEST_CREDIT = 120
FIGURE_BOXES = ("div", "figure", "dl", "span", "section", "li", "center", "a")

_CAPTION = re.compile(
    r"(?:^|[-_])(?:caption|captions|figcaption|imagecaption|photocaption|cutline|legende|bildunterschrift)(?:$|[-_])|"
    r"^(?:wp-)?caption-?text$|[a-z]caption(?:$|[-_])",
    re.I,
)
_CAPTION_WORDS = ("caption", "cutline", "legende", "bildunterschrift")
"""One of them is in every name that `_CAPTION` takes; looking for them is quick."""
_NOT_A_CAPTION = re.compile(r"(?:^|[-_])(?:no|has|with|toggle|button|btn|video)[-_]?caption|captioned", re.I)
_CREDIT = re.compile(
    r"(?:^|[-_])(?:(?:photo|image|picture|media|img|caption|fig(?:ure)?)[-_]?)?(?:credits?|copyright|photographer|"
    r"attribution|rights|source|bildquelle|fotocredit|cr[eé]dito?s?|agency)(?:$|[-_])|"
    r"(?:photo|image|media|caption|picture)[-_]?by(?:line)?(?:$|[-_])|[a-z]credit(?:$|[-_])",
    re.I,
)
_WHO = (
    r"(?:photos?(?:graphs?)?|pictures?|images?|illustrations?|graphics?|credits?|source|courtesy|fotos?|bild(?:er)?|"
    r"bildquelle|quelle|bildnachweis|grafik|cr[ée]dits?|cr[ée]ditos?|illustration|foto(?:graf[íi]as?)?|imagen|imagem|"
    r"fuente|fonte|immagine|kredit|kilde|bron|beeld|kuva|zdj[ęe]cie|źr[óo]dło|фото|источник|写真|摄影|攝影|图片来源|사진)"
)
_CREDIT_TEXT = re.compile(
    rf"(?:(?<=[.!?…)\]»”\"’|/–—\s])|^)\s*([(\[]?(?:{_WHO}(?:[ /-](?:{_WHO}|by|via|of|photo))?\s?"
    r"(?:[:：|/©]|by\b|par\b|von\b|por\b|di\b|courtesy of\b)|©|\(c\)|&copy;|via\s+(?=[A-Z])).{1,110})$",
    re.I,
)
_AGENCY = re.compile(
    r"([(\[][^()\[\]]{2,90}(?:/|\bvia\s)\s?[^()\[\]]{2,60}[)\]]|[(\[]?(?:[^\s()\[\]]+ ){0,4}[^\s()\[\]]*/"
    r"(?:AP|AFP|Reuters|Getty Images?|EPA|dpa|ANSA|EFE|Alamy|Shutterstock|iStock|PA|TASS|Xinhua)[)\]]?)\.?$"
)


def captions(tree: Element, article: Article) -> Iterator[Finding]:
    if next(tree.iter("img", "figure", "figcaption"), None) is None:
        return
    captioned = {closest(c, "figure") for c in tree.iter("figcaption")}
    _adopt(tree, captioned)
    _make_captions(tree, captioned)
    _from_tables(tree)
    yield from _lines_below(tree, article)
    _from_attributes(tree, captioned)
    for figure in elements(tree, "figure"):
        _credits_beside(figure)
    for caption in elements(tree, "figcaption"):
        _mark_credits(caption)


def _adopt(tree: Element, captioned: set[Element | None]) -> None:
    """A `figcaption` beside its figure goes into it."""
    for caption in elements(tree, "figcaption"):
        if closest(caption, "figure") is not None or caption.getparent() is None:
            continue
        before, after = caption.getprevious(), caption.getnext()
        if before is not None and before.tag == "figure" and not (before.tail or "").strip():
            if before not in captioned:
                _move(caption, before)
                captioned.add(before)
        elif before is not None and _holds_one_image(before) and not (before.tail or "").strip():
            _around(before, caption)
        elif after is not None and after.tag == "figure" and not (caption.tail or "").strip():
            if after not in captioned:
                _move(caption, after)
                captioned.add(after)
        else:
            _in_box(caption)


def _move(caption: Element, figure: Element) -> None:
    tail, caption.tail = caption.tail, None
    figure.append(caption)
    figure.tail = (figure.tail or "") + (tail or "")


def _holds_one_image(element: Element) -> bool:
    """Whether an element is a picture and nothing else."""
    if element.tag == "img":
        return True
    if element.tag not in ("p", "div", "a", "picture", "span", "center", "figure"):
        return False
    return len(list(islice(element.iter("img"), 2))) == 1 and not text_of(element)


def _around(before: Element, caption: Element) -> Element:
    """A figure around a picture and the caption after it."""
    figure = new("figure")
    before.addprevious(figure)
    figure.append(before)
    figure.tail, caption.tail, before.tail = caption.tail, None, None
    figure.append(caption)
    caption.tag = "figcaption"
    if before.tag in ("p", "div", "center", "figure"):
        for name in ("id", "lang", "dir"):
            if before.get(name) and not figure.get(name):
                figure.set(name, before.get(name, ""))
        unwrap(before)
    return figure


def _in_box(caption: Element) -> bool:
    """The nearest box that holds the caption, one image and little else is their figure."""
    own = len(text_of(caption))
    if next(caption.iter("img"), None) is not None:
        return False
    for box in islice(caption.iterancestors(*FIGURE_BOXES), 3):
        if _length(box, own + BESIDES) > own + BESIDES:
            return False
        images = list(islice(box.iter("img"), 2))
        if len(images) > 1 or (images and closest(box, "figure") is not None):
            return False
        if images:
            caption.tag = "figcaption"
            if box.tag in ("li", "a"):
                box = _within(box)
            box.tag = "figure"
            for between in [a for a in caption.iterancestors() if a is not box and box in a.iterancestors()]:
                unwrap(between)
            return True
    return False


def _within(item: Element) -> Element:
    """A new box around all that an element holds."""
    box = new("div")
    move_children(item, box)
    item.append(box)
    return box


def _length(element: Element, enough: int) -> int:
    """Characters of an element, counted as far as needed."""
    count = 0
    for text in element.itertext():
        count += len(str(text).strip())
        if count > enough:
            break
    return count


def _make_captions(tree: Element, captioned: set[Element | None]) -> None:
    """Captions that are paragraphs or boxes, by class or because their image refers to them."""
    described = {i.get("aria-describedby", "") for i in tree.iter("img")} - {""}
    for element in elements(tree, "p", "div", "span", "dd", "em", "small"):
        if not is_caption(element) and element.get("id", "") not in described:
            continue
        if element.getparent() is None or closest(element, "figcaption", "header") is not None:
            continue
        if next(element.iter("img", "table", "figure", "video", "iframe"), None) is not None or is_blank(element):
            continue
        before = element.getprevious()
        figure = closest(element, "figure")
        said = text_of(element)
        if any(_is_credit(e) and text_of(e) == said for e in islice(element.iter("p", "span", "small", "div"), 4)):
            if figure is None and not _in_box(element):
                continue
            element.tag = "p"
            element.attrib.clear()
            element.set("class", "credit")
        elif figure is not None:
            if figure not in captioned:
                _lift(element, figure)
                captioned.add(figure)
        elif not _in_box(element) and before is not None and not (before.tail or "").strip():
            if before.tag == "figure" and before not in captioned and _holds_one_image(before):
                element.tag = "figcaption"
                _move(element, before)
                captioned.add(before)
            elif _holds_one_image(before):
                _around(before, element)


def is_caption(element: Element) -> bool:
    """Whether an element says of itself that it is a caption, by tag or class."""
    if element.tag == "figcaption":
        return True
    names = element.get("class")
    if not names or not _names_caption(names):
        return False
    return element.tag not in ("img", "figure", "body", "table", "caption")


@lru_cache(maxsize=4096)
def _names_caption(names: str) -> bool:
    names = names.lower()
    return any(word in names for word in _CAPTION_WORDS) and any(
        _CAPTION.search(name) and not _NOT_A_CAPTION.search(name) for name in names.split()
    )


def _is_credit(element: Element) -> bool:
    return any(_CREDIT.search(t) for t in tokens(element, "class", "itemprop"))


def _lift(element: Element, figure: Element) -> None:
    element.tag = "figcaption"
    for between in [a for a in element.iterancestors() if figure in a.iterancestors()]:
        unwrap(between)


def _from_tables(tree: Element) -> None:
    """A table of one column with one picture and a line is a picture with a caption."""
    for table in elements(tree, "table"):
        if table.getparent() is None or len(list(islice(table.iter("img"), 2))) != 1:
            continue
        cells = list(islice(table.iter("td", "th"), 4))
        filled = [c for c in cells if not is_blank(c)]
        if len(cells) > 3 or len(filled) != 2 or next(filled[0].iter("img"), None) is None:
            continue
        if len(list(islice(table.iter("tr"), 4))) < 2 or next(table.iter("ul", "ol", "p", *HEADINGS), None) is not None:
            continue
        if text_of(filled[0]) or not 0 < len(text_of(filled[1])) <= LONGEST:
            continue
        figure, caption = new("figure"), new("figcaption")
        move_children(filled[0], figure)
        move_children(filled[1], caption)
        figure.append(caption)
        table.addprevious(figure)
        drop(table)


def _lines_below(tree: Element, article: Article) -> Iterator[Finding]:
    """A short line all in italics or small print right below a picture is its caption."""
    for line in elements(tree, "em", "i", "small"):
        host = line.getparent()
        if host is None or host.tag not in ("p", "div") or line.getnext() is not None:
            continue
        text = text_of(line)
        if not 3 <= len(text) <= LONGEST or _length(host, len(text)) > len(text):
            continue
        if closest(line, "figure", "figcaption", "table", "li", "header", "blockquote") is not None:
            continue
        where = place(article.source, line)
        picture = _before_line(line) if line.getprevious() is not None else _above(host)
        if picture is None:
            continue
        yield rule("caption.guessed").at(where, text=text[:60])
        _set_below(picture, line, host)


def _before_line(line: Element) -> Element | None:
    """The picture that comes first in the paragraph of a line, with line breaks between them."""
    before = line.getprevious()
    while before is not None and before.tag == "br":
        before = before.getprevious()
    return before if before is not None and before.getprevious() is None and _holds_one_image(before) else None


def _above(host: Element) -> Element | None:
    """The picture that stands alone right before a paragraph."""
    above = host.getprevious()
    if above is None or (above.tail or "").strip() or not _holds_one_image(above):
        return None
    return None if above.find(".//figcaption") is not None else above


def _set_below(picture: Element, line: Element, host: Element) -> None:
    """The line as a paragraph of the picture's figure."""
    figure = picture if picture.tag == "figure" else new("figure")
    if figure is not picture:
        (host if picture.getparent() is host else picture).addprevious(figure)
    if picture.getparent() is host:
        for line_break in [child for child in host if child.tag == "br"]:
            drop(line_break)
        figure.append(picture)
        picture.tail = None
    elif figure is not picture:
        figure.append(picture)
        figure.tail, picture.tail = None, None
        if picture.tag in ("p", "div", "center"):
            unwrap(picture)
    host.tag = "p"
    host.attrib.pop("class", None)
    tail, host.tail = host.tail, None
    figure.append(host)
    figure.tail = tail


def _from_attributes(tree: Element, captioned: set[Element | None]) -> None:
    """`data-caption`, which light boxes show, where the page itself shows no caption."""
    for image in elements(tree, "img"):
        link = closest(image, "a")
        words = squash(image.get("data-caption") or (link.get("data-caption") if link is not None else "") or "")
        image.attrib.pop("data-caption", None)
        if not words or "<" in words or words.casefold() == squash(image.get("alt", "")).casefold():
            continue
        figure = closest(image, "figure")
        if figure is not None:
            if figure not in captioned and len(list(islice(figure.iter("img"), 2))) == 1:
                if words not in text_of(figure):
                    figure.append(new("figcaption", words))
            continue
        unit = link if link is not None and not text_of(link) else image
        parent = unit.getparent()
        if parent is None or (unit.tail or "").strip() or text_of(parent) or parent.tag not in ("p", "div", "section"):
            continue
        figure = new("figure")
        unit.addprevious(figure)
        figure.tail, unit.tail = unit.tail, None
        figure.append(unit)
        figure.append(new("figcaption", words))


def _mark_credits(caption: Element) -> None:
    """Who made the picture, in small print: by class, or by how such lines begin or end in many languages."""
    if any("credit" in tokens(e, "class") and e.tag == "small" for e in caption.iter()):
        return
    marked = False
    for element in elements(caption, "span", "p", "div", "small", "cite", "em", "i", "b"):
        if element.getparent() is None or not text_of(element):
            continue
        if not _is_credit(element):
            continue
        if any(_CREDIT.search(t) for a in element.iterancestors("span", "p", "div") for t in tokens(a, "class")):
            continue
        _as_credit(element)
        marked = True
    if not marked:
        _mark_text(caption)


def _as_credit(element: Element) -> None:
    if any(str(child.tag) in BLOCKS for child in element):
        return
    insert_text_before(element, " ")
    element.text = (element.text or "").lstrip()
    element.tag = "small"
    element.attrib.clear()
    element.set("class", "credit")


def _mark_text(caption: Element) -> None:
    last = next(((n, t, s) for n, t, s in reversed(list(text_nodes(caption))) if s.strip()), None)
    if last is None or closest(last[0], "math", "table") is not None:
        return
    node, is_tail, text = last
    match = _CREDIT_TEXT.search(text[-LONGEST:]) or _AGENCY.search(text[-LONGEST:].rstrip())
    if match is None or len(match[1]) > LONGEST_CREDIT:
        return
    start = max(0, len(text) - LONGEST) + match.start(1)
    replace_text(node, is_tail, [text[:start], new("small", text[start:].strip(), class_="credit")])


def _credits_beside(figure: Element) -> None:
    """A credit in a figure, but in no caption of it."""
    for element in elements(figure, "span", "p", "div", "small", "cite"):
        if element.getparent() is None or closest(element, "figcaption", "figure", "blockquote") is not figure:
            continue
        if not _is_credit(element):
            continue
        if next(element.iter("img", "figcaption", "table", "video"), None) is not None or is_blank(element):
            continue
        if any(str(child.tag) in BLOCKS for child in element.iterdescendants()):
            continue
        element.tag = "p"
        element.attrib.clear()
        element.set("class", "credit")
