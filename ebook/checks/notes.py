"""Notes: a way there and a way back, and no text that apps hide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ebook.checks.naming import Ids, all_ids, all_of, is_a, roles, types
from ebook.markup import Element, closest, inside, text_of
from ebook.opened import Opened, is_outside, place_in
from ebook.rules import Finding, rule

_HOLDERS = ("li", "aside", "dd", "p", "div", "td", "section")
_SIGN = re.compile(r"[\[(]?(?:\d{1,3}|[*†‡§¶]{1,3})[\])]?(?:\s*,\s*\d{1,3})*")
_BEFORE_A_NOTE = re.compile(r"(?:[^\W\d_]{3,}|[.,;:!?”’\"'»)\]…])$")
"""What a reference to a note follows: a word or the end of a sentence, no number, unit or sign of a formula."""
_UNITS = re.compile(
    r"\b(?:km|cm|mm|dm|nm|ft|sq|metres?|meters?|kilomet(?:re|er)s?|miles?|feet|inch(?:es)?|mètres?|metros?|meter|metri)$",
    re.I,
)


def check_notes(book: Opened) -> Iterator[Finding]:
    """References, notes and the links back (DPUB-ARIA 1.1)."""
    ids = all_ids(book)
    yield from _ways_back(book, ids)
    for path, tree in book.documents.items():
        asides = [e for e in tree.iter("aside") if is_a(e, "footnote", "rearnote", "endnote", "note")]
        asides = [e for e in asides if "endnotes" not in types(e)]
        if asides:
            yield rule("book.note-hidden").at(place_in(path, asides[0]), count=len(asides))
        plain = [sup for sup in tree.iter("sup", "span") if _looks_like_reference(sup)]
        if plain:
            text = ", ".join(text_of(e) for e in plain[:5])
            yield rule("book.note-unlinked").at(place_in(path, plain[0]), count=len(plain), text=text)


def _ways_back(book: Opened, ids: Mapping[str, Ids]) -> Iterator[Finding]:
    """Notes that something refers to, and all others in lists of notes."""
    origins: dict[Element, set[str]] = {}
    where: dict[Element, str] = {}
    for path, tree in book.documents.items():
        for reference in all_of(tree, "noteref"):
            target, fragment = book.target(path, reference.get("href", ""))
            found = ids.get(target, {}).get(fragment)
            if found is not None and not is_outside(reference.get("href", "")):
                note = _whole(found)
                origins.setdefault(note, set()).add(path)
                where[note] = target
    for path, tree in book.documents.items():
        for holder in all_of(tree, "endnotes", "footnotes"):
            for item in holder.iter("li"):
                if item.get("id") and not any(item in n.iter("*") for n in origins if where[n] == path):
                    origins.setdefault(item, {path})
                    where[item] = path
    for note, paths in origins.items():
        if not _leads_back(book, where[note], note, paths):
            yield rule("book.note-without-way-back").at(place_in(where[note], note))


def _whole(found: Element) -> Element:
    """The note that an anchor stands in."""
    if found.tag in _HOLDERS:
        return found
    holder = closest(found, *_HOLDERS)
    return found if holder is None else holder


def _leads_back(book: Opened, path: str, note: Element, origins: set[str]) -> bool:
    for link in note.iter("a"):
        href = link.get("href", "")
        if is_a(link, "noteref") or not href or is_outside(href):
            continue
        target, fragment = book.target(path, href)
        if (is_a(link, "backlink", "referrer") or fragment) and target in origins:
            return True
    return False


def _looks_like_reference(sup: Element) -> bool:
    """Whether a raised sign looks like the reference of a note, and is no link."""
    raised = sup.tag == "sup" or any("sup" in c.lower().split("-") for c in sup.get("class", "").split())
    if not raised or not _SIGN.fullmatch(text_of(sup)) or next(sup.iter("a"), None) is not None:
        return False
    if inside(sup, "a", "math", "svg", "code", "pre") or is_a(sup, "pagebreak") or roles(sup):
        return False
    previous, parent = sup.getprevious(), sup.getparent()
    before = (previous.tail if previous is not None else parent.text if parent is not None else "") or ""
    if not before.strip() and previous is not None and before == "":
        before = text_of(previous)
    is_mark = bool(before) and not before[-1].isspace() and bool(_BEFORE_A_NOTE.search(before))
    return is_mark and not _UNITS.search(before)
