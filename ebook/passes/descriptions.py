"""Keep what a page says of a chart or picture at length, and set it beside the picture.

    <img src="rain.png" alt="Rain by month" longdesc="#d"> … <div id="d" class="sr-only"><table>…</table></div>
    ->   <figure><img src="rain.png" alt="Rain by month" aria-details="description-1"/></figure>
         <aside class="description" id="description-1"><p>Extended description: …</p><table>…</table></aside>

`aria-describedby` runs a long text into one string that cannot be stopped, `details` breaks pages, and `longdesc`
is read by nobody (DAISY, extended descriptions, 2026): an element of its own keeps tables and lists as such.
Three passes: `found_descriptions` sees the page whole, `descriptions` sets what it found where the picture ended up,
`table_descriptions` what people wrote for tables, which can be known again only when they are finished.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from ebook.alternatives import is_poor
from ebook.linktexts import SAYS_DESCRIPTION
from ebook.markup import (
    BLOCKS,
    HEADINGS,
    LINE,
    Element,
    closest,
    drop,
    elements,
    is_blank,
    language_of,
    move_children,
    new,
    parse,
    place,
    squash,
    text_of,
    tokens,
)
from ebook.model import Article
from ebook.passes.description_text import elements_of
from ebook.pictures import DESCRIPTION, digest
from ebook.rules import Finding, rule
from ebook.wide_tables import fingerprint
from ebook.words import say, spoken

KIND = "description"
"""Class of the element that holds an extended description."""
LABEL = "description-label"
SHORT = 250
"""Characters up to which a text without blocks in it is no extended description but a line."""
LONGEST_NAME = 80
_INLINE = frozenset("a span em strong b i u small picture".split())
_HIDDEN = frozenset(
    "sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only screenreader u-hidden-visually "
    "hidden-visually hide-visually a11y-hidden sr-text offscreen off-screen hidden d-none hide".split()
)
"""Class names by which pages hide from sight what is meant for screen readers."""
_HIDING = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|clip(?:-path)?\s{0,3}:", re.I)
LONGEST_SUMMARY = 80
_NUMBERED = re.compile(
    r"(?:figure|fig\.?|chart|graph|map|diagram|table|exhibit|plate|schéma|carte|tableau|graphique|abbildung|abb\.?|"
    r"tabelle|tab\.?|karte|grafik|diagramm|figura|gráfico|mapa|tabla|cuadro|tabella|grafico|tabela|figuur|tabel|kaart|"
    r"grafiek|figur|tabell|diagram|rysunek|rys\.?|рисунок|рис\.?|таблица|شكل|جدول|איור|טבלה)\s{0,2}\d{1,3}(?:[.-]\d{1,3})?"
    r"[a-z]?\b|[図表图圖]\s?\d{1,3}",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.!?。！？])\s")
_REFERRING = etree.XPath(
    "//*[self::img or self::figure or self::table][@aria-details or @longdesc or @aria-describedby]"
)
_VISIBLE = etree.XPath(f"boolean(//*[@{DESCRIPTION} and @aria-details])")
_NAMED_ELEMENTS = etree.XPath("//*[@id]")


def found_descriptions(tree: Element, article: Article) -> Iterator[Finding]:
    """Take the texts that describe pictures and tables out of the page and put them on what they describe."""
    referring = [e for e in _REFERRING(tree) if e.getparent() is not None]
    ids: dict[str, Element] = {}
    for element in _NAMED_ELEMENTS(tree) if referring else ():
        ids.setdefault(element.get("id", ""), element)
    for element in referring:
        if element.getparent() is not None:
            yield from _referred(element, ids, article)
    for box in elements(tree, "details"):
        if box.getparent() is not None and _is_description(box):
            yield from _beside(box, article)


def _referred(element: Element, ids: dict[str, Element], article: Article) -> Iterator[Finding]:
    """What an element's own attributes point to."""
    named = [("aria-details", n) for n in element.attrib.pop("aria-details", "").split()]
    address = element.attrib.pop("longdesc", "").strip()
    named += [("longdesc", address[1:])] if address.startswith("#") else []
    named += [("aria-describedby", n) for n in element.attrib.pop("aria-describedby", "").split()]
    host = _host(element)
    if host is None:
        return
    if host.get(DESCRIPTION) and address and not address.startswith("#"):  # brought along from beside the page
        said = host.get("alt", "")[:80]
        yield rule("description.found").at(place(article.source, host), origin="longdesc", text=said)
    for attribute, name in named:
        target = _followed(ids.get(name), ids)
        if target is None or target.getparent() is None or not _is_apart(target, element):
            continue
        if _is_line(target) and (attribute == "aria-describedby" or _is_unseen(target)):
            if attribute == "aria-describedby" and _is_unseen(target):
                _fold(target, host)
            continue
        if host.get(DESCRIPTION) or host.get("aria-details"):
            continue
        if _is_unseen(target) or target.tag == "details" or KIND in tokens(target, "class"):
            yield rule("description.found").at(place(article.source, host), origin=attribute, text=text_of(target)[:80])
            _give(target, host)
        else:  # part of the text that everybody reads: it stays, unless it is cut off as no part of the article
            host.set("aria-details", target.get("id", ""))
            host.set(DESCRIPTION, _held(deepcopy(target)))


def _host(element: Element) -> Element | None:
    """The picture or table that a description of this element describes."""
    if element.tag != "figure":
        return element
    held = list(element.iter("img", "table"))
    return held[0] if len(held) == 1 else None


def _followed(target: Element | None, ids: dict[str, Element]) -> Element | None:
    """What a link leads to, where a link is named in place of the description."""
    if target is not None and target.tag == "a" and target.get("href", "").startswith("#"):
        return ids.get(target.get("href", "")[1:])
    return target


def _is_apart(target: Element, element: Element) -> bool:
    """Whether a description is neither the caption nor around what it describes."""
    if target.tag in ("figcaption", "caption", "body", "main", "article") or any(
        "caption" in t for t in tokens(target)
    ):
        return False
    return element not in target.iter() and closest(target, "figcaption", "caption") is None


def _is_line(target: Element) -> bool:
    """Whether a description is one short run of text."""
    blocks = [e for e in target.iterdescendants() if e.tag in BLOCKS and e.tag not in ("div", "section", "summary")]
    return len(text_of(target)) <= SHORT and len(blocks) < 2 and not any(e.tag in ("table", "ul", "ol") for e in blocks)


def _is_unseen(target: Element) -> bool:
    """Whether the page shows an element to nobody who looks at it."""
    for node in (target, *target.iterancestors()):
        if node.get("hidden") is not None or node.tag in ("template", "dialog", "details"):
            return True
        if tokens(node, "class") & _HIDDEN or _HIDING.search(node.get("style", "")):
            return True
    return False


def _fold(target: Element, host: Element) -> None:
    """A sentence that only screen readers get stands in for a missing text alternative."""
    words = text_of(target)
    if host.tag == "img" and not squash(host.get("alt", "")) and len(words.split()) >= 3 and words[-1:] in ".!?。":
        host.set("data-alt", words)
        drop(target)


def _give(target: Element, host: Element) -> None:
    """Move what a target holds to the element that it describes."""
    host.set(DESCRIPTION, _held(target))
    drop(target)


def _held(target: Element) -> str:
    """What a target holds, as markup, taken out of it."""
    holder = new("body")
    for name in ("lang", "dir"):
        if target.get(name):
            holder.set(name, target.get(name, ""))
    for summary in [c for c in target if c.tag == "summary" or LABEL in tokens(c, "class")]:
        drop(summary)
    move_children(target, holder)
    if target.tag == "table":
        target.text = None
        table = new("table")
        for name, value in target.attrib.items():
            if name != "id":
                table.set(name, value)
        move_children(holder, table)
        holder.append(table)
    return etree.tostring(holder, encoding="unicode")


def _is_description(box: Element) -> bool:
    summary = box.find("summary")
    said = text_of(summary) if summary is not None else ""
    return bool(said) and len(said) <= LONGEST_SUMMARY and SAYS_DESCRIPTION.search(said) is not None


def _beside(box: Element, article: Article) -> Iterator[Finding]:
    """A `details` in a figure, or right after one, that says it describes it."""
    figure = closest(box, "figure")
    before = box.getprevious()
    holder = figure if figure is not None else before
    if holder is None or (figure is None and before is not None and (before.tail or "").strip()):
        return
    held = [
        e for e in (holder, *holder.iterdescendants()) if e.tag in ("img", "table") and box not in e.iterancestors()
    ]
    held = [e for e in held if next(e.iterancestors("details"), None) is not box]
    alone = holder.tag in ("figure", "img", "table", "picture") or not text_of(holder)
    if len(held) != 1 or not alone or held[0].get(DESCRIPTION) or held[0].get("aria-details"):
        return
    summary = box.find("summary")
    rest = text_of(box)[len(text_of(summary)) if summary is not None else 0 :]
    if not rest.strip():
        return
    yield rule("description.found").at(place(article.source, held[0]), origin="details", text=rest.strip()[:80])
    _give(box, held[0])


def descriptions(tree: Element, article: Article) -> Iterator[Finding]:
    """Set every description that was found, or that a person wrote, after what it describes."""
    written = {a.picture: a.description for a in article.alternatives if a.description.strip()}
    held = {image.reference: digest(image.data) for image in article.images} if written else {}
    language = language_of(tree) or article.metadata.language
    held_here = {e.get("id") for e in _NAMED_ELEMENTS(tree)} if _VISIBLE(tree) else set()
    for element in elements(tree, "img", "table"):
        text = element.attrib.pop(DESCRIPTION, "")
        is_here = element.get("aria-details", "") in held_here
        words = written.get(held.get(element.get("src", ""), ""), "") if element.tag == "img" else ""
        if words:  # a person's words stand in for those of the page
            _drop_old(element, tree)
            set_beside(element, new("body", *elements_of(words)), tree, language)
        elif text and not is_here:
            set_beside(element, parse(text), tree, language)
    yield from ()


def table_descriptions(tree: Element, article: Article) -> Iterator[Finding]:
    """Set the descriptions that people wrote for tables after them; a table is known by its words once they stay."""
    written = {a.picture: a.description for a in article.alternatives if a.description.strip()}
    language = language_of(tree) or article.metadata.language
    for table in elements(tree, "table") if written else ():
        words = written.get(fingerprint(table), "")
        if words and not any(KIND in tokens(a, "class") for a in table.iterancestors("aside")):
            _drop_old(table, tree)
            set_beside(table, new("body", *elements_of(words)), tree, language)
    yield from ()


def _drop_old(element: Element, tree: Element) -> None:
    """Take out the description that a chapter made before holds."""
    name = element.attrib.pop("aria-details", "")
    for aside in elements(tree, "aside"):
        if name and aside.get("id") == name and KIND in tokens(aside, "class"):
            drop(aside)


def set_beside(element: Element, content: Element, tree: Element, language: str) -> Element | None:
    """Put a description after the block that holds an element, and join the two; gives the description."""
    if is_blank(content):
        return None
    for inner in content.iter():
        inner.attrib.pop(LINE, None)
    taken = {e.get("id") for e in tree.iter() if e.get("id")}
    number = next(n for n in range(1, len(taken) + 2) if not {f"{KIND}-{n}", f"{KIND}-{n}-label"} & taken)
    label = new("p", id=f"{KIND}-{number}-label", class_=LABEL)
    label.text = say("description-of", language, name=name_of(element, number, language))
    aside = new("aside", label, class_=KIND, id=f"{KIND}-{number}", aria_labelledby=f"{KIND}-{number}-label")
    if spoken(language) != language.split("-")[0].lower():
        label.set("lang", spoken(language))
    for name in ("lang", "dir"):
        if content.get(name):
            aside.set(name, content.get(name, ""))
    if (content.text or "").strip() or any((c.tail or "").strip() or c.tag not in BLOCKS for c in content):
        _wrap_loose(content)
    move_children(content, aside)
    element.set("aria-details", f"{KIND}-{number}")
    _after(element, aside)
    return aside


def _wrap_loose(content: Element) -> None:
    """Text and inline elements between blocks become paragraphs."""
    pieces: list[Element] = []
    run = new("p", (content.text or "").lstrip())
    for child in list(content):
        tail, child.tail = child.tail, None
        if child.tag in BLOCKS:
            pieces += [run, child]
            run = new("p", (tail or "").lstrip())
        else:
            child.tail = tail
            run.append(child)
    pieces.append(run)
    content.text = None
    content[:] = [p for p in pieces if p.tag != "p" or not is_blank(p)]


def set_link(line: Element, element: Element) -> None:
    """Put the link beside the caption: behind a picture, before a table, whose end may be far from its caption."""
    if element.tag == "table":
        box = closest(element, "div")
        block = box if box is not None and box.get("role") == "region" else element
        figure = closest(block, "figure")
        captions = list(figure.iter("figcaption")) if figure is not None else []
        if not any(block in caption.itersiblings(preceding=True) for caption in captions):
            block.addprevious(line)
            return
    _after(element, line)


def _after(element: Element, aside: Element) -> None:
    """Behind the block that is the element's own: its figure, its region, its paragraph."""
    block = element
    for node in element.iterancestors():
        if node.tag in ("figure", "p", *HEADINGS) or node.get("role") == "region":
            block = node
        elif node.tag not in _INLINE:
            break
    figure = closest(block, "figure")
    block = figure if figure is not None else block
    for node in block.iterancestors("a"):  # a picture that is a link
        block = node
    aside.tail, block.tail = block.tail, None
    block.addnext(aside)


def name_of(element: Element, number: int, language: str) -> str:
    """What a picture or table is called: the number its caption gives it, else the first words there are for it."""
    figure = closest(element, "figure")
    caption = element if element.tag == "table" else figure
    said = next((text_of(c) for c in caption.iter("figcaption", "caption")), "") if caption is not None else ""
    if not said and element.get("aria-labelledby"):
        wanted = element.get("aria-labelledby")
        said = next((text_of(e) for e in element.getroottree().iter() if e.get("id") == wanted), "")
    numbered = _NUMBERED.match(said)
    if numbered:
        return numbered[0]
    alt = squash(element.get("alt", ""))
    if alt == say("undescribed-image", language) or is_poor(alt):
        alt = ""
    words = _SENTENCE.split(said or alt)[0].rstrip(" .:")
    if len(words) > LONGEST_NAME:
        words = words[:LONGEST_NAME].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return words or say("table" if element.tag == "table" else "description-image", language, number=number)
