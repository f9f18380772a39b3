"""Give every note the one form that can be gathered: a link to an element that has an id.

    text<span data-definition="n1"><a href="#">*</a></span> … <aside id="n1">A note.</aside>   ->
    text<span><a href="#n1" role="doc-noteref">*</a></span> … <aside id="n1">A note.</aside>

Pages put notes into the margin, into boxes that a script shows, into attributes; Word and texinfo write no ids.
"""

from __future__ import annotations

from ebook.markup import (
    HEADINGS,
    Element,
    closest,
    drop,
    elements,
    is_blank,
    move_children,
    new,
    squash,
    text_of,
    unwrap,
)
from ebook.passes.note_inline import is_note_in_text, notes_in_attributes, notes_in_text
from ebook.passes.note_links import (
    LABEL,
    fragment_of,
    is_linked,
    is_reference,
    label_of,
    new_reference,
    target_of,
)

_POINTERS = (
    "for",
    "aria-describedby",
    "aria-controls",
    "data-definition",
    "data-fn",
    "data-footnote-id",
    "data-footnote",
    "data-target",
    "data-note",
    "data-note-id",
    "popovertarget",
)
"""Attributes that name the note where `href` does not."""
_POINTING = frozenset(_POINTERS)


def settle_forms(tree: Element, names: dict[str, Element]) -> None:
    """Bring notes in the text, behind attributes and without ids into the one form; new ids are put into `names`."""
    _pointing(tree, names)
    notes_in_text(tree, names)
    notes_in_attributes(tree, names)
    _under_headings(tree, names)
    _without_ids(tree, names)
    _divide_shared(tree, names)


def _pointing(tree: Element, names: dict[str, Element]) -> None:
    """A label that names its note in an attribute: `<span data-definition="n1"><a href="#">*</a></span>`."""
    for element, wanted, target in _pairs(tree, names):
        label = label_of(element)
        link = element if element.tag == "a" else closest(element, "a")
        if link is not None:
            link.set("href", f"#{wanted}")
            link.set("role", "doc-noteref")
        else:
            for child in list(element):
                element.remove(child)
            element.text = None
            link = new_reference(wanted, label)
            element.append(link)
        if element.tag == "label":
            following = element.getnext()
            if following is not None and following.tag == "input" and following.get("id") == wanted:
                drop(following)
        if element.tag in ("label", "button"):
            unwrap(element)
        _set_apart(target, wanted, link, names)


def _set_apart(target: Element, name: str, link: Element, names: dict[str, Element]) -> None:
    """A note that stands in the paragraph it is called from goes behind it."""
    block = closest(link, "p", "li", "dd", "td", "blockquote", "figcaption", *HEADINGS)
    if block is None or target.tag not in ("span", "small") or block not in target.iterancestors():
        return
    if is_note_in_text(target):
        return  # these are taken out by their name, with the marks beside them
    note = names[name] = new("aside", id=name, role="doc-footnote")
    move_children(target, note)
    drop(target)
    block.addnext(note)
    note.tail, block.tail = block.tail, None


def pointed_at(tree: Element, names: dict[str, Element]) -> set[Element]:
    """The notes that labels name in an attribute; nothing is changed."""
    return {target for _, _, target in _pairs(tree, names)}


def _pairs(tree: Element, names: dict[str, Element]) -> list[tuple[Element, str, Element]]:
    """(label, id, note) of every label that names a note in an attribute and does not link to it."""
    pointing = [e for e in tree.iter("*") if not _POINTING.isdisjoint(e.keys())] if names else []
    found: list[tuple[Element, str, Element]] = []
    for element in pointing:
        if element.tag == "input" or not label_of(element) or is_linked(element, names) or _leads_away(element):
            continue
        wanted = next((name for n in _POINTERS if (name := element.get(n, "").lstrip("#")) in names), "")
        target = names.get(wanted)
        if target is None or target.tag in HEADINGS or target is element or target in element.iterancestors():
            continue
        if text_of(target) or is_reference(target):
            found.append((element, wanted, target))
    return found


def _leads_away(element: Element) -> bool:
    """Whether a label is a link to another page, or stands in one."""
    link = element if element.tag == "a" else closest(element, "a")
    return link is not None and not link.get("href", "#").startswith(("#", "javascript:"))


def _under_headings(tree: Element, names: dict[str, Element]) -> None:
    """Notes whose number is a heading (texinfo): `<h5><a id="FOOT1" href="#DOCF1">(1)</a></h5><p>A note.</p>`."""
    headings = [h for h in tree.iter(*HEADINGS) if LABEL.fullmatch(text_of(h) or "none at all")]
    if not headings:
        return
    wanted = {target_of(link, names) for link in tree.iter("a") if is_reference(link)}
    for heading in headings:
        anchor = next((e for e in heading.iter() if e in wanted), None)
        if anchor is None or heading.getparent() is None:
            continue
        note = new("div", id=anchor.get("id") or anchor.get("name") or "", role="doc-footnote")
        sibling = heading.getnext()
        while sibling is not None and sibling.tag not in (*HEADINGS, "hr", "section", "nav", "footer"):
            following = sibling.getnext()
            note.append(sibling)
            sibling = following
        if not text_of(note):
            continue
        heading.addprevious(note)
        names[note.get("id", "")] = note
        drop(heading)


def _without_ids(tree: Element, names: dict[str, Element]) -> None:
    """References to ids that nothing has: the note begins with a link that says the same (Word: `_ftnref1`)."""
    for link, note, back in _lost_pairs(tree, names):
        note.set("id", fragment_of(link))
        names[fragment_of(link)] = note
        back.set("role", "doc-backlink")


def notes_without_ids(tree: Element, names: dict[str, Element]) -> set[Element]:
    """The notes that references without a target mean; nothing is changed."""
    return {note for _, note, _ in _lost_pairs(tree, names)}


def _lost_pairs(tree: Element, names: dict[str, Element]) -> list[tuple[Element, Element, Element]]:
    """(reference, note, link back) where nothing has the ids that the links name."""
    links = elements(tree, "a")
    lost = [link for link in links if fragment_of(link) and target_of(link, names) is None]
    found: dict[Element, tuple[Element, Element, Element]] = {}
    starts: dict[str, Element] = {}
    for link in lost:
        block = closest(link, "p", "li", "div", "dd")
        if block is not None and label_of(link) and _first_words(block) == text_of(link):
            starts.setdefault(text_of(link), block)
    for link in lost:
        note = starts.get(text_of(link))
        if note is None or note in link.iterancestors() or not is_reference(link):
            continue
        back = next((a for a in note.iter("a") if a in lost), None)
        if back is not None and fragment_of(back) != fragment_of(link) and not note.get("id"):
            found.setdefault(note, (link, note, back))
    return list(found.values())


def _first_words(block: Element) -> str:
    """The first run of text in a block."""
    for text in block.itertext():
        if str(text).strip():
            return squash(str(text))
    return ""


def _divide_shared(tree: Element, names: dict[str, Element]) -> None:
    """A paragraph that holds several notes, each begun by an anchor, becomes several paragraphs."""
    wanted = {target_of(link, names) for link in tree.iter("a") if is_reference(link)}
    anchors = {e for e in wanted if e is not None and e.tag in ("a", "span", "sup", "b", "strong")}
    anchors = {e for e in anchors if not text_of(e) or label_of(e)}
    for paragraph in dict.fromkeys(p for e in anchors if (p := _paragraph_of(e)) is not None):
        starts = [child for child in paragraph if child in anchors or any(e in anchors for e in child.iter())]
        for start in reversed(starts[1:]):
            part = new("p")
            for node in [start, *start.itersiblings()]:
                part.append(node)
            part.tail, paragraph.tail = paragraph.tail, None
            paragraph.addnext(part)
            _trim_end(part)
        if len(starts) > 1:
            paragraph.attrib.pop("id", None)
            _trim_end(paragraph)


def _paragraph_of(anchor: Element) -> Element | None:
    return closest(anchor, "p")


def _trim_end(paragraph: Element) -> None:
    """Line breaks that parted one note from the next."""
    last = next(paragraph.iterchildren(reversed=True), None)
    while last is not None and last.tag == "br" and not squash(last.tail or ""):
        drop(last)
        last = next(paragraph.iterchildren(reversed=True), None)
    if last is not None and is_blank(last) and last.tag == "span":
        drop(last)
