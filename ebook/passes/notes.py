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
from itertools import islice

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
from ebook.passes.note_forms import settle_forms
from ebook.passes.note_links import (
    BACK,
    BACK_CLASS,
    LABEL,
    holder_of,
    is_marked,
    is_pair,
    is_reference,
    names_of,
    target_of,
)
from ebook.passes.note_loose import RAISED, TITLES, link_loose
from ebook.rules import Finding, rule
from ebook.words import say

_CONTINUING = ("p", "ul", "ol", "blockquote", "pre", "dl", "table", "figure")
"""Blocks that may carry a note on."""
_TITLE_BOXES = ("p", "div", "header", "summary")
"""What holds the title of the notes where it is no heading, or has one in it."""
_LABEL_START = re.compile(
    r"^\s*(?:\[(\w{1,3}|[*†‡]+)\]:?|\((\d{1,3})\)|(\d{1,3})(?:[.):]|\s)|([⁰¹²³⁴-⁹]{1,3})|([*†‡§]{1,3}))\s*"
)
_REMAINS = re.compile(r"^[\s.):\]\[(|\u00a0]+")
"""What is left of `[1]` or `1.` when its number has gone."""


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
    names = names_of(tree)
    settle_forms(tree, names)
    link_loose(tree, names)
    names = names_of(tree)
    yield from _without_note(tree, names, article)
    found = _linked_notes(tree, names)
    if not found:
        return
    _take_continuations(tree, found)
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


def _without_note(tree: Element, names: dict[str, Element], article: Article) -> Iterator[Finding]:
    """References to notes that are not there; they lose their link, so that nobody follows it into nothing."""
    for link in elements(tree, "a"):
        href = link.get("href", "")
        if href.startswith("#") and len(href) > 1 and is_reference(link) and target_of(link, names) is None:
            yield rule("note.missing").at(place(article.source, link), label=text_of(link))
            del link.attrib["href"]


def _linked_notes(tree: Element, names: dict[str, Element]) -> list[_Note]:
    """The notes that references point to, in order of their first reference."""
    order = {element: position for position, element in enumerate(tree.iter())}
    found: dict[Element, _Note] = {}
    for link in elements(tree, "a"):
        target = target_of(link, names)
        if target is None or not (is_reference(link) or is_pair(link, target)):
            continue
        if any(above in found for above in link.iterancestors()):
            continue
        content = holder_of(target, link)
        if content is None or (order[content] <= order[link] and not is_marked(target, link)):
            continue
        if content not in link.iterancestors():
            found.setdefault(content, _Note(content)).references.append(link)
    return [n for n in found.values() if not any(a in found for a in n.content.iterancestors())]


def _take_continuations(tree: Element, found: list[_Note]) -> None:
    """Blocks between one note and the next belong to the first, where all references stand before both."""
    order = {element: position for position, element in enumerate(tree.iter())}
    notes_at = {note.content: note for note in found}
    for note in found:
        if note.content.tag not in ("p", "div"):
            continue
        between: list[Element] = []
        node = note.content.getnext()
        while node is not None and node not in notes_at and node.tag in _CONTINUING:
            between.append(node)
            node = node.getnext()
        following = notes_at.get(node) if node is not None else None
        if not between or following is None or order[following.references[0]] > order[note.content]:
            continue
        box = new("div")
        note.content.addprevious(box)
        for block in (note.content, *between):
            box.append(block)
        note.content = box


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
            if previous.tag in (*HEADINGS, *_TITLE_BOXES) and TITLES.match(text_of(previous)):
                title = text_of(previous)
                drop(previous)
                return title
        inner = next((h for h in node.iter(*HEADINGS) if TITLES.match(text_of(h))), None)
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
    _trim(home)
    for back in backs:
        append_text(home, " ")
        home.append(back)
    term = note.content.getprevious()
    if note.content.tag == "dd" and term is not None and term.tag == "dt" and LABEL.fullmatch(text_of(term) or "1"):
        drop(term)
    _drop_content(note.content)
    return row


def _drop_content(content: Element) -> None:
    """Take out what held a note, and the table row where no more than its number is left in it (docutils)."""
    line = content.getparent() if content.tag == "td" else None
    drop(content)
    if line is None or (text_of(line) and not LABEL.fullmatch(text_of(line))):
        return
    table = closest(line, "table")
    drop(line)
    if table is not None and not text_of(table):
        drop(table)


def _trim(home: Element) -> None:
    """White space and line breaks at the end of a note."""
    last = next(home.iterchildren(reversed=True), None)
    while last is not None and last.tag == "br" and not (last.tail or "").strip():
        drop(last)
        last = next(home.iterchildren(reversed=True), None)
    if last is not None:
        last.tail = (last.tail or "").rstrip() or None
    elif home.text:
        home.text = home.text.rstrip()


def _set_reference(link: Element, number: int, anchor: str) -> None:
    raised = closest(link, "sup")
    reference = new("a", str(number), href=f"#note-{number}", id=anchor, role="doc-noteref", epub_type="noteref")
    outer = link
    if raised is not None and LABEL.fullmatch(text_of(raised).strip("[]") or "x") and len(elements(raised, "a")) == 1:
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
    above = [e for r in note.references for e in (r, *islice(r.iterancestors(), 3), *r.iter())]
    origins = {e.get(name) for e in above for name in ("id", "name") if e.get(name)}
    for link in elements(content, "a"):
        host_span = closest(link, "span")
        names = tokens(link, "class", "role") | (tokens(link if host_span is None else host_span, "class"))
        address, _, fragment = link.get("href", "").partition("#")
        nowhere = link.get("href") == "#" or (link.get("href", "").startswith("javascript:"))
        ways_back = bool(BACK.match(text_of(link)))
        leads_back = fragment and (ways_back or (not address and fragment in origins))
        if (names & BACK_CLASS and len(text_of(link)) < 40) or leads_back or (nowhere and ways_back):
            host = closest(link, "sup", "span", "small")
            drop(link)
            if host is not None and host.getparent() is not None and not text_of(host).strip("[]() "):
                drop(host)
    for holder in elements(content, "span", "sup", "p", "b", "strong"):
        if holder is not content and (tokens(holder, "class") & BACK_CLASS or is_blank(holder)):
            if not re.search(r"\w{3}", text_of(holder)):
                drop(holder)


def _strip_label(content: Element, label: str) -> None:
    """The number a note begins with is the list's now."""
    first = True
    for node, is_tail, text in text_nodes(content):
        if not text.strip():
            continue
        host = node.getparent() if is_tail else node
        if first and text[0] in ".):" and not text.startswith(".."):  # `1.` whose number was a link
            replace_text(node, is_tail, [_REMAINS.sub("", text)])
            return
        if first and _REMAINS.fullmatch(text):
            replace_text(node, is_tail, [])
            continue
        match = _LABEL_START.match(text + " ")
        found = next((g for g in match.groups() if g), "") if match else ""
        if match and _same(found, label) and first and (content.tag != "li" or host is not content):
            rest = text[match.end() :] if match.end() <= len(text) else ""
            replace_text(node, is_tail, [rest])
            if rest:
                return
            first = False
            continue
        remains = _REMAINS.match(text)
        if remains and (not first or is_tail) and text[0] in ".):]":
            replace_text(node, is_tail, [text[remains.end() :]])
        elif remains and not first:
            replace_text(node, is_tail, [text.lstrip()])
        return


def _same(found: str, label: str) -> bool:
    return found.translate(RAISED) == label.translate(RAISED)


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
    for heading in elements(tree, *HEADINGS):
        if TITLES.match(text_of(heading)) and _stands_over_nothing(heading, tree):
            drop(heading)  # a second title of notes; all of them stand under the first now
    last = tree[-1] if len(tree) else None
    if last is not None and last.tag == "hr" and not (last.tail or "").strip():
        drop(last)


def _stands_over_nothing(heading: Element, tree: Element) -> bool:
    """Whether the next thing after a heading is a heading of its rank or a higher one, or the end."""
    node = heading
    while node is not tree:
        if (node.tail or "").strip():
            return False
        following = node.getnext()
        while following is not None and is_blank(following) and not (following.tail or "").strip():
            following = following.getnext()
        if following is not None:
            first = following if following.tag in HEADINGS else next(following.iter(*HEADINGS), None)
            opens = first is not None and text_of(following).startswith(text_of(first))
            return first is not None and opens and str(first.tag) <= str(heading.tag)
        parent = node.getparent()
        if parent is None:
            break
        node = parent
    return True
