"""References in a plain text and the notes at its end find each other."""

from __future__ import annotations

import pytest

from ebook.model import Kind
from ebook.passes.text_notes import text_notes
from tests.tools import chapter_of, check_noop, check_transformed

LONG = "The river rose in the night and stood at the second step of the quay when the bakers came to work, as it had in 1953."


@pytest.mark.parametrize(
    "body",
    [
        "<p>The dam held [1].</p><p>It rose.</p>",
        "<p>The dam held.</p><p>[1] The Gazette.</p>",
        "<p>The dam held [3].</p><p>[1] The Gazette.</p>",
        "<p>The dam [1] held.</p><p>1. A lamp</p><p>2. Bread</p>",
        "<p>x² and [1]</p><p>The end.</p>",
        "<pre>a[1]</pre><p>[1] The Gazette.</p>",
    ],
)
def test_brackets_without_notes_and_notes_without_brackets_stay(body: str) -> None:
    check_noop(text_notes, body, kind=Kind.TEXT)


@pytest.mark.parametrize("kind", [Kind.PAGE, Kind.MARKDOWN])
def test_other_kinds_are_left_to_their_markup(kind: Kind) -> None:
    check_noop(text_notes, "<p>The dam held [1].</p><p>[1] The Gazette.</p>", kind=kind)


def test_reference_leads_to_its_note() -> None:
    check_transformed(
        text_notes,
        "<p>The dam held [1], they said.[2]</p><p>Notes</p><p>[1] The Gazette.</p><p>[2] A letter.</p>",
        '<p>The dam held <sup><a href="#text-note-1">[1]</a></sup>, they said.<sup><a href="#text-note-2">[2]</a></sup></p>'
        '<p>Notes</p><p id="text-note-1">[1] The Gazette.</p><p id="text-note-2">[2] A letter.</p>',
        kind=Kind.TEXT,
    )


@pytest.mark.parametrize(
    ("reference", "note"),
    [("held.¹", "¹ The Gazette."), ("held [1].", "1. The Gazette."), ("held¹.", "[1] The Gazette.")],
)
def test_marks_in_their_forms(reference: str, note: str) -> None:
    chapter = chapter_of(f"The Dam\n\n{LONG} {LONG} The dam {reference}\n\nNotes\n\n{note}\n", source="a.txt")
    assert 'role="doc-noteref"' in chapter.xhtml
    assert "<p>The Gazette. <a" in chapter.xhtml


def test_number_that_begins_the_note_itself_stays() -> None:
    chapter = chapter_of(
        f"The Dam\n\n{LONG} It held [1].\n\nNotes\n\n[1] 1 February 1953, the Gazette.\n", source="a.txt"
    )
    assert "<p>1 February 1953, the Gazette." in chapter.xhtml


def test_notes_of_a_german_text_keep_their_title() -> None:
    chapter = chapter_of(f"Der Damm\n\n{LONG} Er hielt [1].\n\nAnmerkungen\n\n[1] Der Bote.\n", source="a.txt")
    assert ">Anmerkungen</h2>" in chapter.xhtml
