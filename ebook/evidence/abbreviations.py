"""Abbreviations that are marked, and those of them that the book explains nowhere (WCAG 3.1.4)."""

from __future__ import annotations

import re

from ebook.evidence.notes import Notes, Seen
from ebook.markup import EPUB_TYPE, closest, text_of

_PLURAL = re.compile(r"(?<=[A-Z0-9])['’]?s$")


def note_abbreviations(notes: Notes, seen: Seen) -> None:
    """Count them; one is bare where neither a title nor an entry of the glossary says what it stands for."""
    for short in seen.tags("abbr"):
        notes.numbers["abbreviations"] += 1
        if not short.get("title") and not notes.explained.intersection(_forms(text_of(short))):
            link = closest(short, "a")
            if link is None or link.get("role") != "doc-glossref":
                notes.add("abbreviations_bare", seen.path, short)


def explained(notes: Notes) -> frozenset[str]:
    """The short forms that have a title somewhere, or an entry in a glossary: one explanation serves all uses."""
    found: set[str] = set()
    for seen in notes.seen.values():
        found.update(text_of(e) for e in seen.tags("abbr") if e.get("title"))
        for section in seen.having("role", EPUB_TYPE):
            if section.get("role") == "doc-glossary" or "glossary" in section.get(EPUB_TYPE, "").split():
                for term in section.iter("dt"):
                    found.update(text_of(d) for d in (term, *term.iter("dfn")))
    return frozenset(form for text in found for form in _forms(text))


def _forms(text: str) -> tuple[str, ...]:
    bare = re.sub(r"[.\s]", "", text)
    return (bare, _PLURAL.sub("", bare))
