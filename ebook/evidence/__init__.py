"""What was counted in a finished book, each thing with its places: the ground that every claim stands on.

`gather` looks at the documents and files of an opened book, ours or anybody's; it judges nothing. `claims`,
`statement` and `onix` read what it found. Every file here counts one subject.
"""

from __future__ import annotations

from typing import Any

from ebook.evidence.abbreviations import explained, note_abbreviations
from ebook.evidence.content import has_transcript, note_formulas, note_recordings, note_tables
from ebook.evidence.facts import Evidence, Places
from ebook.evidence.files import note_files, note_package
from ebook.evidence.images import note_images
from ebook.evidence.navigation import note_navigation
from ebook.evidence.notes import Notes, Seen
from ebook.evidence.structure import note_attributes, note_headings, note_languages, note_roles, note_text
from ebook.opened import Opened

__all__ = ["Evidence", "Places", "gather", "has_transcript"]

_SUBJECTS = (
    note_images,
    note_recordings,
    note_formulas,
    note_tables,
    note_headings,
    note_roles,
    note_attributes,
    note_abbreviations,
    note_languages,
    note_text,
)
"""What is counted in each document."""


def gather(book: Opened) -> Evidence:
    """Count what claims depend on."""
    covers = frozenset(path for path, item in book.items.items() if "cover-image" in item.properties)
    notes = Notes(book=book, covers=covers)
    notes.seen = {path: Seen(path, tree) for path, tree in book.documents.items()}
    notes.explained = explained(notes)
    for path, seen in notes.seen.items():
        if path != book.nav:
            for note in _SUBJECTS:
                note(notes, seen)
    note_navigation(notes)
    note_files(notes)
    note_package(notes)
    return _evidence(notes, book)


_COUNTED = (
    "covers headings contents landmarks page_list index glossary abbreviations roles ruby with_ruby without_ruby "
    "overlaid formulas_in_words chemistry audio_described flashes half_pairs braille speech_hints"
).split()
"""Fields of `Evidence` that are numbers."""


def _evidence(notes: Notes, book: Opened) -> Evidence:
    numbers, characters = notes.numbers, notes.numbers["unspaced"]
    kept: dict[str, Any] = {name: tuple(found) for name, found in notes.places.items()}
    kept.update({name: numbers[name] for name in _COUNTED})
    return Evidence(
        **kept,
        language=book.main_language(),
        words=bool(numbers["words"]),
        documents=len({s.path for s in book.spine if s.path in book.documents and s.path != book.nav}),
        page_source=_page_source(book),
        languages=tuple(name for name, _ in notes.languages.most_common()),
        contrasts=tuple(sorted(notes.contrasts)),
        vertical=bool(numbers["vertical"]),
        spaced=numbers["spaces"] > _SET_APART * characters if characters > 20 and _is_unspaced(book) else None,
        right_to_left=book.direction == "rtl",
    )


def _page_source(book: Opened) -> str:
    """What the page numbers are of: `pageBreakSource`, or the older `source-of` that refines a `dc:source`."""
    refined = {s.refines for s in book.statements if s.property == "source-of" and s.value == "pagination"}
    stated = [*book.values("pageBreakSource"), *(s.value for s in book.statements if s.id and s.id in refined)]
    return next(iter(stated), "")


_SET_APART = 0.05
"""Spaces for each character of a script without spaces from which on its words are set apart."""


def _is_unspaced(book: Opened) -> bool:
    return book.main_language().split("-")[0].lower() in ("ja", "zh")
