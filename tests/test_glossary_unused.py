"""What an editor says of the glossary and reaches nothing is said, and nothing else."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest

from ebook.glossary_file import Entry, Listed, unused

TEXT = "<html><body><h1>IT</h1><p>The <b>S</b>DU met. It dug the Old&#160;Weir.</p><p>mRNA, many SDRs &amp; Co</p></body></html>"


def lost(*entries: Entry, names: tuple[str, ...] = (), there: tuple[str, ...] = (), text: str = TEXT) -> list[str]:
    """What is said of these entries, without their place."""
    found = unused(
        Path("glossary.toml"),
        Listed(entries=entries),
        names=names,
        texts={"a.html": text, "more/b.html": "<p>A quay.</p>"},
        is_there=there.__contains__,
    )
    assert all(line.startswith("glossary.toml: “") for line in found)
    return [line.removeprefix("glossary.toml: ") for line in found]


def forbidden(term: str, *, kind: str = "", article: str = "", also: tuple[str, ...] = ()) -> Entry:
    return Entry(term=term, state="forbidden", kind=kind, article=article, also=also)


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
    assert lost(forbidden("weirs", also=("Old Weir",))) == []
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


def test_many_entries_that_reach_all_are_compared_with_nothing(monkeypatch: pytest.MonkeyPatch):
    compared: list[str] = []

    def matches(word: str, _: list[str], **__: object) -> list[str]:
        compared.append(word)
        return []

    monkeypatch.setattr(difflib, "get_close_matches", matches)
    entries = [Entry(term=f"weir {n}", meaning="A dam.", see=(f"weir {n + 1}",)) for n in range(50)]
    assert lost(*entries, forbidden("SDU"), names=tuple(f"weir {n}" for n in range(51))) == []
    assert compared == []


def test_of_many_that_reach_nothing_all_are_said_and_the_first_ask_what_was_meant(monkeypatch: pytest.MonkeyPatch):
    compared: list[int] = []

    def matches(_: str, candidates: list[str], **__: object) -> list[str]:
        compared.append(len(candidates))
        return []

    monkeypatch.setattr(difflib, "get_close_matches", matches)
    found = lost(*(forbidden(f"sluice {n}") for n in range(300)), names=tuple(f"weir {n}" for n in range(5000)))
    assert len(found) == 300
    assert found[-1] == (
        "“sluice 299” is forbidden, but stands in none of these articles. Correct the term, or take the entry out"
    )
    assert len(compared) == 20
    assert max(compared) <= 100


def test_the_nearest_of_very_many_names_is_asked_about():
    names = (*(f"weir {n}" for n in range(2000)), "sediment transport")
    assert "Did you mean sediment transport?" in lost(forbidden("sedimnet transport"), names=names)[0]


@pytest.mark.parametrize(
    ("text", "here", "not_here"),
    [
        (
            "<p>河流流量增加，所以<b>水</b>位上升。采用GPS测量</p>",
            ("流量", "水位", "GPS", "GPS测量"),
            ("流位", "GP", "PS"),
        ),
        (
            "<p>この川の流量はダムで調整されるため、PCB濃度も下がる。</p>",
            ("流量", "ダム", "PCB", "PCB濃度"),
            ("堰", "CB"),
        ),
        ("<p>ปริมาณน้ำในแม่น้ำเพิ่มขึ้นเพราะฝนตก</p>", ("แม่น้ำ", "ฝน"), ("เขื่อน",)),
        ("<p>하천의 유량이 늘어 수위가 WHO의 기준을 넘었다.</p>", ("유량", "수위", "WHO"), ("댐", "HO")),
    ],
    ids=["zh", "ja", "th", "ko"],
)
def test_words_of_scripts_without_spaces_are_found_inside_the_text(
    text: str, here: tuple[str, ...], not_here: tuple[str, ...]
):
    assert lost(*map(forbidden, here), text=text) == []
    assert lost(*(Entry(term=t, meaning="x", state="corrected") for t in here), text=text) == []
    assert len(lost(*map(forbidden, not_here), text=text)) == len(not_here)
