"""Take notes out of the running text: margin notes, boxes that a script shows, notes kept in attributes.

text<span class="sidenote-number"></span><span class="sidenote">A note.</span> on   ->
text<a href="#inline-note-1" role="doc-noteref">1</a> on … <aside id="inline-note-1">A note.</aside>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from ebook.markup import (
    BLOCKS,
    HEADINGS,
    Element,
    append_text,
    closest,
    drop,
    move_children,
    new,
    parse,
    replace,
    squash,
    text_of,
    tokens,
)
from ebook.passes.note_links import (
    LABEL,
    REFERENCE,
    fragment_of,
    is_linked,
    label_of,
    new_reference,
    target_of,
)

_BODIES = frozenset(
    "sidenote side-note sidenote-content sidenote__content sidenote-text marginnote margin-note footnotecontent "
    "footnote-content footnote-text footnote__text footnote-tooltip footnote_tooltip inline-footnote-content fn- "
    "content fn-text modern-footnotes-footnote__note footnote-popover footnote-body footnote__content "
    "ltx_note_content footnote-inline inline-note footnote-hover sidenotes__content note-content "
    "footnote_plugin_tooltip_text_content".split()
)
"""Class names of a note that stands in the paragraph it belongs to."""
BODY_TAGS = ("d-footnote", "footnote", "foot-note", "inline-footnote", "side-note")
_TRIGGERS = ("label", "input", "sup", "a", "button", "span", "small")
_TOOLTIPS = (
    "data-bigfoot-footnote",
    "data-footnote-content",
    "data-content",
    "data-tippy-content",
    "data-tooltip",
    "data-footnote",
    "data-note",
    "data-text",
    "title",
)
"""Attributes that hold the note itself."""
_TELLING = frozenset(_TOOLTIPS)
_TAGS = re.compile(r"<[^<>]{0,500}>")
_JUMP = re.compile(
    r"^(?:(?:jump|go|link|back|view|see|read|permalink|zur|zum|aller|voir|ir|ver)\b.{0,40}|.{0,11})$", re.I
)
"""Titles that say where a link leads."""


def notes_in_text(tree: Element, names: dict[str, Element]) -> None:
    """Notes that stand in their paragraph, beside the mark that opens them."""
    bodies = [e for e in tree.iter("span", "small", "aside", "div", *BODY_TAGS) if is_note_in_text(e)]
    inside: set[Element] = set()
    count = 0
    for body in bodies:
        if body.getparent() is None or any(a in inside for a in body.iterancestors()) or not text_of(body):
            continue
        block = _block_of(body)
        if block is None:
            continue
        mark, label = _take_marks(body)
        if mark is None and body.tag not in BODY_TAGS and not tokens(body, "class") & _ALONE:
            continue
        inside.add(body)
        count += 1
        known = target_of(mark, names) if mark is not None and fragment_of(mark) else None
        if known is not None and known is not body and _says_the_same(known, body, label):
            drop(body)  # the page repeats its note at the end
            continue
        name = body.get("id") or f"inline-note-{count}"
        link = mark if mark is not None else new_reference(name, label or str(count))
        link.set("href", f"#{name}")
        if mark is None:
            _putnew_reference(body, link)
        note = names[name] = new("aside", id=name, role="doc-footnote")
        move_children(body, note)
        drop(body)
        block.addnext(note)
        note.tail, block.tail = block.tail, None
        if label:
            _strip_start(note, label)


_NOTE_LIKE = re.compile("note|fn-", re.I)
_ALONE = frozenset("sidenote marginnote margin-note side-note ltx_note_content modern-footnotes-footnote__note".split())
"""Notes that may stand without a mark."""


def is_note_in_text(element: Element) -> bool:
    """Whether an element is a note that stands in its paragraph, by its name."""
    if element.tag in BODY_TAGS:
        return True
    names = element.get("class")
    if not names or not _names_body(names):
        return False
    if element.tag in ("div", "aside") and _block_of(element) is None:
        return False
    holder = closest(element, "li", "ol", "section", "footer")
    return holder is None or "note" not in " ".join(tokens(holder, "class", "id", "role"))


@lru_cache(maxsize=4096)
def _names_body(names: str) -> bool:
    return bool(_NOTE_LIKE.search(names)) and not _BODIES.isdisjoint(names.lower().split())


def _block_of(body: Element) -> Element | None:
    """The paragraph a note stands in; the notes at the end of a page stand in none."""
    for node in body.iterancestors():
        if node.tag in ("p", "li", "dd", "td", "blockquote", "figcaption", *HEADINGS):
            return node
        if node.tag in ("section", "body", "article", "main", "footer", "aside"):
            return None
        if node.tag == "div" and (squash(node.text or "") or any(squash(child.tail or "") for child in node)):
            return node
    return None


def _take_marks(body: Element) -> tuple[Element | None, str]:
    """The reference beside a note in the text, made of the marks before it, and its label; machinery goes."""
    wrapper = body.getparent()
    if wrapper is not None and wrapper.tag in ("span", "sup", "small", "label") and wrapper.tag not in BLOCKS:
        own = squash(wrapper.text or "")
        rest = [child for child in wrapper if child is not body]
        if len(own) <= 12 and LABEL.fullmatch(own) and not any(squash(c.tail or "") for c in wrapper):
            reference = new_reference("", own)
            wrapper.text = None
            for child in rest:
                drop(child)
            wrapper.insert(0, reference)
            return reference, own
    marks: list[Element] = []
    node = body
    if node.getprevious() is None and wrapper is not None and not squash(wrapper.text or "") and _only(wrapper, body):
        node = wrapper
    previous = node.getprevious()
    while previous is not None and not squash(previous.tail or "") and _is_mark(previous):
        marks.append(previous)
        previous = previous.getprevious()
    if not marks:
        return None, ""
    marks.reverse()
    label = next((found for mark in marks if (found := label_of(mark))), "")
    link = next((a for mark in marks for a in mark.iter("a") if fragment_of(a)), None)
    if link is None:
        link = new_reference("", label)
        marks[0].addprevious(link)
        link.tail = None
    for mark in marks:
        if link is mark or link in mark.iter():
            link.set("role", "doc-noteref")
            if not text_of(link):
                append_text(link, label or "*")
        else:
            drop(mark)
    return link, label


def _only(wrapper: Element, body: Element) -> bool:
    return wrapper.tag in ("span", "small", "sup") and len(wrapper) == 1 and not squash(body.tail or "")


def _is_mark(element: Element) -> bool:
    """A number, a sign or nothing at all that opens a note when it is pressed."""
    if element.tag not in _TRIGGERS or next(element.iter("img"), None) is not None:
        return False
    text = text_of(element)
    if element.tag in ("label", "input", "button"):
        return len(text) <= 12
    if not text:
        return element.tag != "a" and bool(tokens(element, "class"))
    named = tokens(element, "class") & REFERENCE or element.tag == "sup" or "note" in element.get("class", "")
    return bool(LABEL.fullmatch(text)) and bool(named or next(element.iter("a"), None) is not None)


def _putnew_reference(body: Element, link: Element) -> None:
    link.tail = None
    body.addprevious(link)


def _says_the_same(target: Element, body: Element, label: str) -> bool:
    """Whether the note at the end that a mark leads to has the words of the one in the text."""
    own = text_of(body)
    own = squash(own.removeprefix(label)) if label else own
    node: Element | None = target
    for _ in range(4):
        if node is None or node.tag in ("body", "article", "main"):
            return False
        said = text_of(node)
        if len(said) > len(own) + 40:
            return False
        if own in said:
            return True
        node = node.getparent()
    return False


def _strip_start(note: Element, label: str) -> None:
    """Numbers that the page draws once more at the start of a note in the text."""
    for child in list(note):
        if squash(note.text or "") or text_of(child) not in (label, f"{label}.", f"[{label}]", ""):
            return
        drop(child)


def notes_in_attributes(tree: Element, names: dict[str, Element]) -> None:
    """A mark that shows its note from an attribute: `<sup title="The whole note.">1</sup>`."""
    found = [e for e in tree.iter() if not _TELLING.isdisjoint(e.keys())]
    count = 0
    for element in found:
        if not _opens_note(element, names):
            continue
        words = next((w for n in _TOOLTIPS if (w := _words(element, n))), "")
        block = closest(element, "p", "li", "dd", "td", "blockquote", "figcaption", *HEADINGS)
        if not words or block is None:
            continue
        count += 1
        name = f"title-note-{count}"
        note = new("aside", *_content(words), id=name, role="doc-footnote")
        known = next((n for n in _names_at_end(element) if n in names and _says_the_same(names[n], note, "")), "")
        if not known:
            block.addnext(note)
            note.tail, block.tail = block.tail, None
        replace(element, new_reference(known or name, _label_in(element)))


def _label_in(element: Element) -> str:
    """The label of a mark, or the number a script gave to the button it made of one (Bigfoot)."""
    return label_of(element) or element.get("data-footnote-number", "").strip()[:4]


def _names_at_end(element: Element) -> Iterator[str]:
    """The ids that the note of a mark may have in the list at the end of its page."""
    for label in dict.fromkeys((element.get("data-footnote-identifier", ""), _label_in(element))):
        if label:
            yield from (f"fn:{label}", f"fn{label}", f"fn-{label}", f"footnote-{label}")


def _opens_note(element: Element, names: dict[str, Element]) -> bool:
    if element.tag not in ("sup", "a", "span", "button", "small") or element.getparent() is None:
        return False
    if not _label_in(element) or is_linked(element, names):
        return False
    address = element.get("href", "#")
    named = any("note" in name or name.startswith(("fn", "tooltip")) for name in tokens(element, "class"))
    return address.startswith(("#", "javascript:")) and (
        named or element.tag == "sup" or closest(element, "sup") is not None or element.get(_TOOLTIPS[0]) is not None
    )


def _words(element: Element, name: str) -> str:
    value = element.get(name, "").strip()
    return "" if not value or _JUMP.match(value) or " " not in value else value


def _content(words: str) -> list[str | Element]:
    """The note in an attribute, its markup kept where it is sound."""
    if "<" in words:
        try:
            box = parse(f"<div>{words}</div>")
        except etree.XMLSyntaxError:
            return [squash(_TAGS.sub(" ", words))]
        return [box.text or "", *box]
    return [words]
