"""Headings, roles, page marks, extended descriptions, languages and the way they are written."""

from __future__ import annotations

import re
from functools import lru_cache

from ebook.evidence.files import note_style
from ebook.evidence.notes import DECORATION, Notes, Seen
from ebook.linktexts import SAYS_DESCRIPTION
from ebook.markup import EPUB_TYPE, HEADINGS, XML_LANG, Element, inside, text_of
from ebook.opened import is_outside
from ebook.outline import headings
from ebook.rules import Place
from ebook.styling import inline_limits, style_of

_IDEOGRAPH = re.compile("[\u3400-\u4dbf\u4e00-\u9fff々]")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_SPACED = re.compile("(?<=[\u3040-\u30ff\u3400-\u9fff])[ \u3000\u200b](?=[\u3040-\u30ff\u3400-\u9fff])")
_BRAILLE = re.compile("[\u2801-\u28ff]")
FRONT = frozenset("cover titlepage halftitlepage copyright-page toc landmarks frontispiece".split())


def note_headings(notes: Notes, seen: Seen) -> None:
    """The outline, one over all documents."""
    path, body = seen.path, seen.body
    found = list(headings(seen.tree))
    notes.numbers["headings"] += len(found)
    if body is None:
        return
    previous = notes.last_level
    for heading in found:
        if heading.level > previous + 1:
            notes.at("heading_gaps", Place(file=path, snippet=f"h{heading.level} {heading.text}"[:120]))
        previous = heading.level
    notes.last_level = previous
    if not found and not types_of(body) & FRONT and text_of(body) and not seen.tags(*HEADINGS):
        notes.at("without_heading", Place(file=path))


def types_of(body: Element) -> set[str]:
    """What the sections of a document say they are."""
    found = set(body.get(EPUB_TYPE, "").split())
    for section in body.iter("section", "div"):
        found |= set(section.get(EPUB_TYPE, "").split())
    return found


def note_roles(notes: Notes, seen: Seen) -> None:
    """Roles, page marks, index and glossary."""
    path = seen.path
    for element in seen.having("role", EPUB_TYPE):
        role, types = element.get("role", ""), element.get(EPUB_TYPE, "").split()
        notes.numbers["roles"] += bool(role) and role not in DECORATION
        if role == "doc-pagebreak" or "pagebreak" in types:
            labelled = element.get("aria-label") or element.get("title") or text_of(element)
            notes.add("page_marks", path, element)
            if role != "doc-pagebreak" or not labelled:
                notes.add("page_marks_mute", path, element)
        if role == "doc-index" or "index" in types:
            notes.numbers["index"] += sum(1 for a in element.iter("a") if a.get("href"))
        if role == "doc-glossary" or "glossary" in types:
            notes.numbers["glossary"] += sum(1 for _ in element.iter("dt"))


def note_attributes(notes: Notes, seen: Seen) -> None:
    """Styles in the text, the order of the keyboard, extended descriptions, hints for speech."""
    for element in seen.having("style"):
        if _inline_limits(element.get("style", "")):
            notes.add("style_limits", seen.path, element)
        if _MOVES.search(element.get("style", "")):
            notes.add("unproven_motion", seen.path, element)
    for element in seen.having("tabindex"):
        if element.get("tabindex", "").strip("0 ").isdigit():
            notes.add("moved_focus", seen.path, element)
    for element in seen.having("aria-details", "aria-describedby", "longdesc"):
        if element.tag in _DESCRIBED:
            _extended(notes, seen, element)
    for element in seen.tags("details"):
        if inside(element, "figure") and SAYS_DESCRIPTION.search(text_of(element)[:80]):
            notes.add("extended", seen.path, element)
    for element in seen.tags("style"):
        note_style(notes, seen.path, style_of(element.text or ""))
    notes.numbers["speech_hints"] += seen.speech_hints


_MOVES = re.compile(r"(?:^|[;\s-])animation(?:-name)?\s*:", re.I)
_inline_limits = lru_cache(maxsize=1024)(inline_limits)
_DESCRIBED = frozenset("img svg figure table math object".split())


def _extended(notes: Notes, seen: Seen, element: Element) -> None:
    """An extended description: what `aria-details` names, and where it is a link what that leads to."""
    path = seen.path
    names = (element.get("aria-details", "") or element.get("aria-describedby", "")).split()
    target = f"#{names[0]}" if names else element.get("longdesc", "")
    found = notes.find(path, target)
    if found is not None and found.tag == "a" and found.get("href"):
        href = found.get("href", "")
        found = found if is_outside(href) else notes.find(path, href)
    if found is not None and (found.tag in ("figcaption", "caption") or inside(found, "figcaption", "caption")):
        if found.tag != "a":
            return  # the caption describes nothing that it does not say anyway
    notes.add("extended" if found is not None else "extended_broken", path, element)


def note_languages(notes: Notes, seen: Seen) -> None:
    """Which languages documents and passages are in."""
    if not (seen.tree.get("lang") or seen.tree.get(XML_LANG)):
        notes.at("without_language", Place(file=seen.path))
    for element in seen.having("lang", XML_LANG):
        notes.languages[element.get("lang", "") or element.get(XML_LANG, "")] += 1


def note_text(notes: Notes, seen: Seen) -> None:
    """Words, and how scripts without spaces are set."""
    body = seen.body
    if body is None:
        return
    text = "".join(map(str, body.itertext()))
    notes.numbers["words"] += not text.isspace() and bool(text)
    notes.numbers["ruby"] += len(seen.tags("ruby"))
    if text.isascii():
        return
    notes.numbers["braille"] += len(_BRAILLE.findall(text)) > 20
    characters = len(_UNSPACED.findall(text))
    if characters:
        notes.numbers["unspaced"] += characters
        notes.numbers["spaces"] += len(_SPACED.findall(text))
        under = sum(len(_IDEOGRAPH.findall(text_of(r))) for r in seen.tags("ruby"))
        notes.numbers["with_ruby"] += under
        notes.numbers["without_ruby"] += max(0, len(_IDEOGRAPH.findall(text)) - under)
