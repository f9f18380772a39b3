"""Gather notes at the end of the chapter, linked there and back.

    text<sup><a href="#fn1">1</a></sup> … <li id="fn1">A note.</li>   ->
    text<a epub:type="noteref" role="doc-noteref" id="noteref-1" href="#note-1">1</a> …
    <section epub:type="endnotes" role="doc-endnotes"><h2>Notes</h2>
    <ol><li id="note-1">A note. <a role="doc-backlink" …>↩</a></li></ol></section>

No `aside epub:type="footnote"`: Apple Books and Thorium hide those from the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from ebook.markup import (
    EPUB_TYPE,
    HEADINGS,
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
    replace_text,
    text_nodes,
    text_of,
    tokens,
    unwrap,
)
from ebook.model import Article
from ebook.rules import Finding, rule
from ebook.words import say

LONGEST = 6000
"""Characters of a note; what is longer is a part of the text."""

_LABEL = re.compile(r"\[?\(?\s*(?:(?:note|fn|n|ref)\.?\s*)?(?:\d{1,3}|[ivxl]{1,5}|[a-z]|[*†‡§¶]{1,3})\s*\)?\]?", re.I)
_REFERENCE = frozenset(
    "noteref doc-noteref footnote-ref footnote footnoteref fn-ref footnote-anchor footnote-link fnref "
    "reference ref note-ref easy-footnote".split()
)
_BACK = re.compile(r"^[\s↩︎↑^⏎←⇧▲\u200b\u21a9\ufe0e\[\]()]{0,12}$|^(?:back|return|jump up|zurück|retour).{0,30}$", re.I)
_BACK_CLASS = frozenset(
    "footnote-backref footnote-back footnote-return reversefootnote doc-backlink mw-cite-backlink "
    "footnote-backlink backref footnotebackref".split()
)
_HOLDERS = ("li", "p", "dd", "aside", "div", "td", "section", "blockquote")
_LABEL_START = re.compile(r"^\s*(?:\[(\w{1,3}|[*†‡]+)\]|\((\d{1,3})\)|(\d{1,3})(?:[.):]|\s)|([*†‡§]{1,3}))\s*")
_TITLES = re.compile(
    r"^(?:(?:foot|end)?notes?|references?|fußnoten|anmerkungen|notas?|note|noter|voetnoten|ملاحظات|الهوامش|注釈?|注释|脚注|Sources?)\s*:?$",
    re.I,
)


@dataclass(slots=True)
class _Note:
    """One note with the references that point to it, in reading order."""

    content: Element
    references: list[Element] = field(default_factory=list)


def notes(tree: Element, article: Article) -> Iterator[Finding]:
    if next((h for h in tree.iter("h2") if h.get("id") == "notes-title"), None) is not None:
        return  # gathered already
    for holder in elements(tree, "section", "aside", "div"):
        if holder.get("role") == "doc-endnotes":  # the page's own (Pandoc, kramdown): its notes are gathered like any
            del holder.attrib["role"]
    _unlinked(tree)
    yield from _without_note(tree, article)
    found = _linked_notes(tree)
    if not found:
        return
    language = language_of(tree) or article.metadata.language
    title = _gathered_title(tree, found)
    holders = (closest(note.content, "ol", "ul") for note in found if note.content.tag == "li")
    lists = [holder for holder in dict.fromkeys(holders) if holder is not None]  # in order: sets of elements have none
    rows: list[Element] = []
    for number, note in enumerate(found, 1):
        rows.append(_row(note, number, language))
    for extra in [li for holder in lists for li in holder if li.tag == "li" and text_of(li)]:
        yield rule("note.unreferenced").at(place(article.source, extra), text=text_of(extra)[:60])
        row = new("li")
        move_children(extra, row)
        rows.append(row)
        drop(extra)
    _clear(tree, lists)
    heading = new("h2", title or say("notes", language), id="notes-title")
    tree.append(
        new(
            "section",
            heading,
            new("ol", *rows),
            epub_type="endnotes",
            role="doc-endnotes",
            aria_labelledby="notes-title",
        )
    )


def _without_note(tree: Element, article: Article) -> Iterator[Finding]:
    """References to notes that are not there; they lose their link, so that nobody follows it into nothing."""
    names = {e.get(name) for e in tree.iter() for name in ("id", "name") if e.get(name)}
    for link in elements(tree, "a"):
        href = link.get("href", "")
        if href.startswith("#") and len(href) > 1 and _is_reference(link) and not {href[1:], unquote(href[1:])} & names:
            yield rule("note.missing").at(place(article.source, link), label=text_of(link))
            del link.attrib["href"]


def _linked_notes(tree: Element) -> list[_Note]:
    """The notes that references point to, in order of their first reference."""
    by_id: dict[str, Element] = {}
    order: dict[Element, int] = {}
    for position, element in enumerate(tree.iter()):
        order[element] = position
        for name in ("id", "name"):
            if element.get(name):
                by_id.setdefault(element.get(name, ""), element)
    _divide_shared(tree, by_id)
    order = {element: position for position, element in enumerate(tree.iter())}
    found: dict[Element, _Note] = {}
    contents: set[Element] = set()
    for link in elements(tree, "a"):
        target = by_id.get(_fragment(link))
        if target is None or not _is_reference(link):
            continue
        content = _holder(target, link)
        if content is None or (order[content] <= order[link] and not _is_marked(target, link)):
            continue
        if any(a in contents for a in link.iterancestors()) or content in link.iterancestors():
            continue
        found.setdefault(content, _Note(content)).references.append(link)
        contents.add(content)
    return [n for n in found.values() if not any(a in contents for a in n.content.iterancestors())]


def _divide_shared(tree: Element, by_id: dict[str, Element]) -> None:
    """A paragraph that holds several notes, each begun by an anchor, becomes several paragraphs."""
    wanted = {_fragment(link) for link in elements(tree, "a") if _is_reference(link)}
    anchors = {by_id[n] for n in wanted if n in by_id and by_id[n].tag in ("a", "span") and not text_of(by_id[n])}
    for paragraph in elements(tree, "p"):
        starts = [child for child in paragraph if child in anchors]
        for start in reversed(starts[1:]):
            part = new("p")
            for node in [start, *start.itersiblings()]:
                part.append(node)
            part.tail, paragraph.tail = paragraph.tail, None
            paragraph.addnext(part)


def _fragment(link: Element) -> str:
    """The id an in-page link names; pages saved from the web often write their whole address before it."""
    return link.get("href", "").partition("#")[2]


def _is_reference(link: Element) -> bool:
    text = text_of(link)
    host = closest(link, "sup", "span")
    names = tokens(link, "class", "role", "rel", "data-epub-type") | (
        tokens(host, "class") if host is not None else set()
    )
    if link.get("role") == "doc-backlink" or tokens(link, "class") & _BACK_CLASS or text.startswith(("↩", "↑", "^")):
        return False
    raised = closest(link, "sup") is not None or next(link.iter("sup"), None) is not None
    if not _LABEL.fullmatch(text):
        return bool(names & _REFERENCE) and len(text) <= 12
    return raised or bool(names & _REFERENCE) or text.startswith(("[", "*", "†"))


def _holder(target: Element, link: Element) -> Element | None:
    """The element that holds the whole note a target belongs to."""
    if target.tag in HEADINGS or target.tag in ("body", "table", "ol", "ul"):
        return None
    node: Element | None = target if target.tag in _HOLDERS else closest(target, *_HOLDERS)
    if node is not None and node.tag in ("p", "div") and closest(node, "li") is not None:
        item = closest(node, "li")
        holder = closest(item, "ol", "ul") if item is not None else None
        if holder is not None and holder not in link.iterancestors():
            node = item
    if node is None or node is link or node in link.iterancestors() or len(text_of(node)) > LONGEST:
        return None
    if next(node.iter(*HEADINGS), None) is not None:
        return None  # a whole section: the link is a cross-reference
    return node if text_of(node) else None


def _is_marked(target: Element, link: Element) -> bool:
    return "footnote" in " ".join(tokens(target)) or "note" in " ".join(tokens(link))


def _unlinked(tree: Element) -> None:
    """Hand-made notes: `<sup>1</sup>` in the text and a block at the end that starts with 1."""
    marks = [
        s
        for s in elements(tree, "sup")
        if next(s.iter("a"), None) is None
        and closest(s, "a") is None
        and re.fullmatch(r"\[?(\d{1,2}|[*†‡]{1,3})\]?", text_of(s))
    ]
    if not marks:
        return
    blocks = [b for b in elements(tree, "p", "li") if closest(b, "table") is None]
    tails: dict[str, Element] = {}
    for block in reversed(blocks):
        first = next(iter(block), None)
        raised = first is not None and first.tag == "sup" and not (block.text or "").strip()
        match = _LABEL_START.match(text_of(block))
        label = next((g for g in match.groups() if g), "") if match else ""
        if raised and first is not None:
            label = text_of(first).strip("[]")
        if label and (raised or block.tag == "p"):
            tails.setdefault(label, block)
        elif block.tag == "p":
            break
    if "1" not in tails and not any(label in "*†‡" for label in tails):
        return  # notes count from one; a lone 2 is an exponent
    for mark in marks:
        label = text_of(mark).strip("[]")
        note = tails.get(label)
        if note is None or note in mark.iterancestors() or note.getparent() is None:
            continue
        note.set("id", note.get("id") or f"hand-note-{label}")
        link = new("a", label, href="#" + note.get("id", ""))
        mark.text = None
        for child in list(mark):
            mark.remove(child)
        mark.append(link)


def _gathered_title(tree: Element, found: list[_Note]) -> str:
    """The author's heading over the notes, if there is one; it leaves the text."""
    contents = {n.content for n in found}
    first = next(e for e in tree.iter() if e in contents)
    node: Element | None = closest(first, "ol", "ul", "section", "aside", "div") if first.tag == "li" else first
    while node is not None and node is not tree:
        previous = node.getprevious()
        while previous is not None and (previous.tag == "hr" or is_blank(previous)):
            previous = previous.getprevious()
        if previous is not None and not (previous.tail or "").strip():
            if (previous.tag in HEADINGS or previous.tag == "p") and _TITLES.match(text_of(previous)):
                title = text_of(previous)
                drop(previous)
                return title
        inner = next((h for h in node.iter(*HEADINGS) if _TITLES.match(text_of(h))), None)
        if inner is not None:
            title = text_of(inner)
            drop(inner)
            return title
        if previous is not None:
            return ""
        node = node.getparent()
    return ""


def _row(note: _Note, number: int, language: str) -> Element:
    """The list item of a note with a named link back to each of its references."""
    _strip_back_links(note)
    _strip_label(note.content, text_of(note.references[0]).strip("[]() "))
    row = new("li", id=f"note-{number}")
    if note.content.get("lang"):
        row.set("lang", note.content.get("lang", ""))
    if note.content.tag == "p":
        paragraph = new("p")
        move_children(note.content, paragraph)
        row.append(paragraph)
    else:
        move_children(note.content, row)
    backs = []
    for count, reference in enumerate(note.references, 1):
        anchor = f"noteref-{number}" + (f"-{count}" if count > 1 else "")
        _set_reference(reference, number, anchor)
        label = str(number) if len(note.references) == 1 else f"{number} ({count})"
        backs.append(
            new(
                "a",
                "↩",
                href=f"#{anchor}",
                role="doc-backlink",
                epub_type="backlink",
                aria_label=say("note-back", language, label=label),
            )
        )
    last = [e for e in row if e.tag in ("p", "div")]
    home = last[-1] if last and not (last[-1].tail or "").strip() and row[-1] is last[-1] else row
    for back in backs:
        append_text(home, " ")
        home.append(back)
    content = note.content
    drop(content)
    return row


def _set_reference(link: Element, number: int, anchor: str) -> None:
    raised = closest(link, "sup")
    reference = new("a", str(number), href=f"#note-{number}", id=anchor, role="doc-noteref", epub_type="noteref")
    outer = link
    if raised is not None and _LABEL.fullmatch(text_of(raised).strip("[]") or "x") and len(elements(raised, "a")) == 1:
        outer = raised
    replace(outer, reference)
    host = closest(reference, "sup")
    if host is not None and len(text_of(host)) <= 12:
        unwrap(host)
    previous = reference.getprevious()
    if previous is not None and previous.get(EPUB_TYPE) == "noteref" and not previous.tail:
        insert_text_before(reference, " ")


def _strip_back_links(note: _Note) -> None:
    content = note.content
    origins = {
        e.get("id") for r in note.references for e in (r, *list(r.iterancestors())[:3], *r.iter()) if e.get("id")
    }
    for link in elements(content, "a"):
        host_span = closest(link, "span")
        names = tokens(link, "class", "role") | (tokens(link if host_span is None else host_span, "class"))
        address, _, fragment = link.get("href", "").partition("#")
        if names & _BACK_CLASS or (fragment and (_BACK.match(text_of(link)) or (not address and fragment in origins))):
            host = closest(link, "sup")
            drop(link)
            if host is not None and host.getparent() is not None and not text_of(host):
                drop(host)
    for holder in elements(content, "span", "sup", "p"):
        if (holder is not content and tokens(holder, "class") & _BACK_CLASS) or (
            holder is not content and is_blank(holder)
        ):
            if not re.search(r"\w{3}", text_of(holder)):
                drop(holder)


def _strip_label(content: Element, label: str) -> None:
    """The number a note begins with is the list's now."""
    for node, is_tail, text in text_nodes(content):
        if not text.strip():
            continue
        host = node.getparent() if is_tail else node
        match = _LABEL_START.match(text + " ")
        found = next((g for g in match.groups() if g), "") if match else ""
        if match and found == label and (content.tag != "li" or host is not content):
            rest = text[match.end() :] if match.end() <= len(text) else ""
            replace_text(node, is_tail, [rest])
            if host is not None and host is not content and not rest and not is_tail and host.tail:
                host.tail = host.tail.lstrip(" .):\u00a0")
        return


def _clear(tree: Element, holders: list[Element]) -> None:
    """Lists and boxes that held the notes and are empty now go, with the rule above them."""
    for holder in holders:
        node: Element | None = holder
        while node is not None and node is not tree and is_blank(node):
            parent = node.getparent()
            previous = node.getprevious()
            if previous is not None and previous.tag == "hr" and not (previous.tail or "").strip():
                drop(previous)
            drop(node)
            node = parent
    for element in elements(tree, "section", "div", "aside", "footer"):
        if (
            element.getparent() is not None
            and "note" in " ".join(tokens(element))
            and not text_of(element)
            and is_blank(element)
        ):
            drop(element)
    last = tree[-1] if len(tree) else None
    if last is not None and last.tag == "hr" and not (last.tail or "").strip():
        drop(last)
