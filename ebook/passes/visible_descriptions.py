"""Keep the box of a description that everybody reads in the page, with a link to it and a way back.

    <figure><img src="rain.png" longdesc="#ld"/>…</figure> … <div id="ld"><p>…</p><table>…</table></div>
    ->   <figure><img src="rain.png" aria-details="ld"/>…</figure>
         <p class="description-link"><a id="ld-link" href="#ld">Extended description: Figure 1</a></p> …
         <aside id="ld" class="described-here">…<p>…</p><table>…</table><p><a href="#ld-link">Back to…</a></p></aside>

`aria-details` names one element: what stands outside it, a list or a table, is lost to whoever follows it. The box
says what it describes, and who came to it from the picture finds back (DAISY, extended descriptions, 2026).
"""

from __future__ import annotations

from collections.abc import Iterator

from ebook.markup import (
    HEADINGS,
    Element,
    closest,
    elements,
    language_of,
    level_of,
    new,
    set_language,
    text_of,
    tokens,
    wrap,
)
from ebook.model import Article
from ebook.passes.descriptions import KIND, LABEL, name_of, set_link
from ebook.rules import Finding
from ebook.words import say, spoken

VISIBLE = "described-here"
"""Class of the box of a description that stands in the text."""
LINK = "description-link"
"""Class of the line with the link to it."""
_BOXES = frozenset("div section aside article".split())
_BLOCKS = frozenset("p ul ol dl table blockquote pre figure".split())


def visible_descriptions(tree: Element, article: Article) -> Iterator[Finding]:
    described = [e for e in elements(tree, "img", "table") if e.get("aria-details")]
    if described:
        named = {e.get("id", ""): e for e in reversed(elements(tree)) if e.get("id")}
        taken = set(named)
        language = language_of(tree) or article.metadata.language
        for number, element in enumerate(described, 1):
            target = named.get(element.get("aria-details", ""))
            if target is not None and KIND not in tokens(target, "class"):
                box = _box(target, element)
                if box is not None:
                    named[box.get("id", "")] = box
                    _join(element, box, name_of(element, number, language), language, taken)
    yield from ()


def _box(target: Element, element: Element) -> Element | None:
    """The element that holds all of a description; nothing where it is part of a list, a table or a line."""
    if target.tag in _BOXES:
        box = target
        box.tag = "aside"
    elif target.tag in _BLOCKS or target.tag in HEADINGS:
        parts = _section(target, element) if target.tag in HEADINGS else [target]
        if len(parts) == 1 and target.tag in HEADINGS:
            return None
        box = wrap(target, new("aside", id=target.attrib.pop("id")))
        box.tail, target.tail = target.tail if len(parts) == 1 else parts[-1].tail, None
        for part in parts[1:]:
            box.append(part)
            part.tail = None
    else:
        return None
    for name in ("role", "aria-label", "aria-labelledby", "aria-hidden"):
        box.attrib.pop(name, None)
    box.set("class", VISIBLE)
    return box


def _section(heading: Element, element: Element) -> list[Element]:
    """A heading with what stands under it, up to what it describes."""
    parts = [heading]
    for following in heading.itersiblings("*"):
        ends = following.tag in HEADINGS and level_of(following) <= level_of(heading)
        if ends or element in following.iter() or (parts[-1].tail or "").strip():
            break
        parts.append(following)
    return parts


def _join(element: Element, box: Element, name: str, language: str, taken: set[str]) -> None:
    """Link a picture or table with the box that describes it, and the box with its picture."""
    target = box.get("id", "")
    link = _old_link(element, box)
    if link is None:
        link = new("a", href=f"#{target}")
        link.text = _said(link, "description-of", language, name)
        set_link(new("p", link, class_=LINK), element)
    if not link.get("id"):
        link.set("id", _free(f"{target}-link", taken))
    _name(box, name, language, taken)
    if not _leads_back(box, element, link):
        back = new("a", href=f"#{link.get('id')}", role="doc-backlink")
        back.text = _said(back, "description-back-here", language, name)
        box.append(new("p", back))


def _said(holder: Element, key: str, language: str, name: str) -> str:
    """Words of the book, marked where they are in another language than the article."""
    if spoken(language) != language.split("-")[0].lower():
        set_language(holder, spoken(language))
    return say(key, language, name=name)


def _name(box: Element, name: str, language: str, taken: set[str]) -> None:
    """A box is named by the heading that it begins with, or by a line that says what it describes."""
    if box.get("aria-labelledby"):
        return
    first = next((e for e in box.iterchildren("*")), None)
    if first is not None and first.tag in HEADINGS and not (box.text or "").strip():
        label = first
    else:
        label = new("p", class_=LABEL)
        label.text = _said(label, "description-of", language, name)
        label.tail, box.text = box.text, None
        box.insert(0, label)
    if not label.get("id"):
        label.set("id", _free(f"{box.get('id')}-label", taken))
    box.set("aria-labelledby", label.get("id", ""))


def _old_link(element: Element, box: Element) -> Element | None:
    """The link to a description that the page itself has beside the picture or table, and beside no other."""
    used = {a.get("href") for a in box.iter("a")}
    holder = closest(element, "figure")
    holder = element if holder is None else holder
    near = (holder, holder.getprevious(), holder.getnext(), holder.getparent())
    return next(
        (
            link
            for place in near
            if place is not None and place.tag in ("figure", "p", "table", "div", "a")
            for link in place.iter("a")
            if link.get("href") == f"#{box.get('id')}" and text_of(link) and f"#{link.get('id')}" not in used
        ),
        None,
    )


def _leads_back(box: Element, element: Element, link: Element) -> bool:
    figure = closest(element, "figure")
    places = (element, link, *([figure] if figure is not None else []))
    names = {f"#{e.get('id')}" for e in places if e.get("id")}
    return any(a.get("href") in names for a in box.iter("a"))


def _free(name: str, taken: set[str]) -> str:
    number = next(n for n in range(1, len(taken) + 2) if (name if n == 1 else f"{name}-{n}") not in taken)
    found = name if number == 1 else f"{name}-{number}"
    taken.add(found)
    return found
