"""Links the uses of a term in a chapter to its entry."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ebook.binding.glossary.entries import Entry
from ebook.binding.glossary.page import PAGE
from ebook.markup import (
    Element,
    closest,
    elements,
    inside,
    language_of,
    move_children,
    new,
    replace_text,
    text_nodes,
    text_of,
    wrap,
)

_SKIPPED = (
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "code",
    "pre",
    "math",
    "header",
    "figcaption",
    "caption",
    "ruby",
    "abbr",
    "kbd",
    "samp",
    "dt",
)


def link_uses(tree: Element, entries: Sequence[Entry], name: str, title: str) -> None:
    """Link the first use of every entry in a chapter, outside headings, links, code and captions."""
    language = language_of(tree)
    marked: dict[str, Element] = {}
    for element in elements(tree, "dfn", "abbr"):
        whole = closest(element, "dfn")
        linked = next((whole if whole is not None else element).iter("a"), None) is not None
        if not linked and not inside(element, "a", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "header"):
            marked.setdefault(text_of(element), element)
    words = text_of(tree).casefold()
    taken = {e.get("id") for e in tree.iter() if e.get("id")}
    for entry in entries:
        if not any(form.casefold() in words for form in entry.forms):
            continue
        if not any(
            m.kind == "abbreviation" or m.language.split("-")[0] == language.split("-")[0] for m in entry.meanings
        ):
            continue
        link = _link_first(tree, entry, next((marked[f] for f in (entry.term, *entry.forms) if f in marked), None))
        if link is None:
            link = _link_definition(tree, entry)
        if link is not None:
            while link.get("id", "") in taken:
                link.set("id", f"{link.get('id')}-2")
            entry.uses.append((f"{name}#{link.get('id', '')}", text_of(link), title, language))


def _link_first(tree: Element, entry: Entry, marked: Element | None) -> Element | None:
    attributes = _attributes(entry)
    if marked is not None:
        outer = closest(marked, "dfn")
        return wrap(outer if outer is not None else marked, new("a", **attributes))
    flags = 0 if entry.kind == "abbreviation" else re.I
    pattern = re.compile("|".join(_pattern(form, entry.kind) for form in entry.forms), flags)
    for node, is_tail, text in text_nodes(tree, skip=_SKIPPED):
        match = pattern.search(text)
        host = node.getparent() if is_tail else node
        if (
            match
            and host is not None
            and closest(host, *_SKIPPED) is None
            and host.tag not in _SKIPPED
            and not _defines(host, entry)
            and closest(host, "section", "main") is not None
        ):
            word = new("abbr", match[0]) if entry.kind == "abbreviation" else match[0]
            link = new("a", word, **attributes)
            replace_text(node, is_tail, [text[: match.start()], link, text[match.end() :]])
            return link
    return None


def _pattern(form: str, kind: str) -> str:
    """Where a form of a term stands as a word of its own."""
    plural = "(?:s|es)?" if kind == "definition" and form.isascii() else ""
    return rf"(?<![\w-]){re.escape(form)}{plural}(?![\w-])" if form[:1].isascii() else re.escape(form)


def _defines(element: Element, entry: Entry) -> bool:
    """Whether an element belongs to the article's own definition of a term."""
    definition = element if element.tag == "dd" else closest(element, "dd")
    if definition is None:
        return False
    terms = list(definition.itersiblings("dt", preceding=True))
    return any(text_of(t).casefold() == entry.term.casefold() for t in terms[:3])


def _link_definition(tree: Element, entry: Entry) -> Element | None:
    """The link on the article's own definition, where the term stands nowhere else in it."""
    for term in elements(tree, "dt"):
        if text_of(term).casefold() == entry.term.casefold() and next(term.iter("a"), None) is None:
            link = new("a", **_attributes(entry))
            move_children(term, link)
            term.append(link)
            return link
    return None


def _attributes(entry: Entry) -> dict[str, str]:
    return {
        "href": f"{PAGE}#{entry.id}",
        "role": "doc-glossref",
        "epub_type": "glossref",
        "id": f"glossref-{entry.id}",
    }
