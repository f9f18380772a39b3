"""What an editor says of the glossary and reaches nothing is said, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from ebook.glossary_file import Entry, Listed, unused

TEXT = "<html><body><h1>IT</h1><p>The <b>S</b>DU met. It dug the Old&#160;Weir.</p><p>mRNA, many SDRs &amp; Co</p></body></html>"


def lost(*entries: Entry, names: tuple[str, ...] = (), there: tuple[str, ...] = ()) -> list[str]:
    """What is said of these entries, without their place."""
    found = unused(
        Path("glossary.toml"),
        Listed(entries=entries),
        names=names,
        texts={"a.html": TEXT, "more/b.html": "<p>A quay.</p>"},
        is_there=there.__contains__,
    )
    assert all(line.startswith("glossary.toml: “") for line in found)
    return [line.removeprefix("glossary.toml: ") for line in found]


def forbidden(term: str, **more: str) -> Entry:
    return Entry(term=term, state="forbidden", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("term", ["SDU", "Old Weir", "old weir", "Old\u00a0Weir", "mRNA", "SDR", "& Co", "quay", "IT"])
def test_a_term_that_stands_in_an_article_reaches_it(term: str):
    assert lost(forbidden(term)) == []


@pytest.mark.parametrize("term", ["Sdu", "sdu", "weirs", "MRNA", "MET"])
def test_a_term_that_stands_in_none_reaches_nothing(term: str):
    (line,) = lost(forbidden(term))
    assert (
        line == f"“{term}” is forbidden, but stands in none of these articles. Correct the term, or take the entry out"
    )


def test_other_forms_count_and_the_case_of_a_definition_does_not():
    assert lost(forbidden("weirs", also="Old Weir".split("|"))) == []  # type: ignore[arg-type]
    assert lost(forbidden("MET", kind="definition")) == []


def test_what_is_for_one_article_is_looked_for_there():
    assert lost(forbidden("SDU", article="./a.html")) == []
    assert "forbidden" in lost(forbidden("SDU", article="more/b.html"))[0]


def test_an_article_of_another_book_is_left_alone():
    entry = Entry(term="weir", meaning="A dam.", article="more/c.html")
    assert lost(entry, there=("more/c.html",)) == []
    assert lost(entry) == ["“weir” is for more/c.html, which is not there. Did you mean more/b.html?"]
    assert lost(Entry(term="weir", meaning="A dam.", article="-")) == []


def test_what_nobody_decided_is_no_word_of_the_editor():
    found = Entry(term="EWC", meaning="x y", state="found", article="a.html", found_term="EWC", found_meaning="x y")
    assert lost(found) == []


def test_pointers_to_what_is_in_the_file_for_another_book_are_left_alone():
    entries = (
        Entry(term="weir", meaning="A dam.", see=("Sluice", "sluices", "quay")),
        Entry(term="sluice", meaning="A gate.", article="other.html", also=("sluices",)),
    )
    assert lost(*entries, names=("weir", "Quay"), there=("other.html",)) == []
    assert lost(entries[0], names=("weir", "Quay")) == [
        "“weir” points to “Sluice”, which is in no entry. Correct it, or write an entry for it",
        "“weir” points to “sluices”, which is in no entry. Correct it, or write an entry for it",
    ]


def test_a_sound_for_a_term_that_is_explained_reaches_it():
    entry = Entry(term="Weir", respelling="weer")
    assert lost(entry, names=("weir",)) == []
    assert lost(entry, names=("weirs",)) == ["“Weir” has no meaning, and no article explains it. Did you mean weirs?"]
