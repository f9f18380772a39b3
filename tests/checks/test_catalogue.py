"""The catalogue: every rule says why it matters and what it is about, and some test finds it."""

from __future__ import annotations

import json

from ebook.rules import RULES, Place, Severity
from tests.books import bound, ebook, page
from tests.tools import ROOT, chapter_of

SUBJECTS = frozenset(
    "structure headings language navigation links notes abbreviations images drawings tables media mathematics pages "
    "metadata styles claims".split()
)


def test_every_rule_that_somebody_must_act_on_says_why_it_matters() -> None:
    assert [r.id for r in RULES if r.severity.rank > Severity.INFO.rank and len(r.why) < 20] == []


def test_every_rule_about_books_and_styles_names_its_subject() -> None:
    assert [r.id for r in RULES if r.id.startswith(("book.", "css.")) and r.subject not in SUBJECTS] == []


def test_every_rule_that_somebody_must_act_on_names_a_standard() -> None:
    about = [r for r in RULES if r.id.startswith(("book.", "css.")) and r.severity.rank > Severity.INFO.rank]
    assert [r.id for r in about if not r.references and r.id != "css.syntax"] == []


def test_a_message_about_one_thing_does_not_speak_of_many() -> None:
    counted = [r for r in RULES if r.title.startswith("{count} ")]
    assert [r.id for r in counted if not r.single] == ["article.joined", "book.landmarks-alike", "book.titles-alike"]
    place = Place(file="a.html")
    capitals = next(r for r in RULES if r.id == "book.capitals-unexplained")
    assert capitals.at(place, count=1, text="QXR").message == "An abbreviation is never explained: QXR"
    assert capitals.at(place, count=2, text="QXR, ZPO").message == "2 abbreviations are never explained: QXR, ZPO"


def test_every_rule_is_found_by_some_test() -> None:
    tests = "".join(f.read_text("utf-8") for f in (ROOT / "tests").rglob("*.py"))
    assert [r.id for r in RULES if f'"{r.id}"' not in tests and f"'{r.id}'" not in tests] == []


def test_list_of_rules_says_why_and_about_what(tmp_path) -> None:
    listed = json.loads(ebook("rules", "--json", folder=tmp_path).stdout)
    assert {r["id"]: r["why"] for r in listed}["book.no-main"].startswith("Screen readers")
    assert {r["id"]: r["subject"] for r in listed}["book.no-main"] == "structure"
    assert "Screen readers jump to the text by this mark" in ebook("rules", folder=tmp_path).stdout.decode()


def test_picture_that_stays_on_the_web_is_told() -> None:
    chapter = chapter_of(page('<p><img src="https://example.org/a.png" alt="A bridge"/></p>'))
    assert "image.remote" in {f.rule for f in bound(chapter).findings}


def test_table_that_was_read_from_typed_columns_is_told() -> None:
    text = "Levels\n\nThe river rose in the night.\n\nYear    Peak\n1931    2.1\n1944    2.9\n2021    3.4\n"
    assert "text.structure-guessed" in {f.rule for f in chapter_of(text, source="levels.txt").findings}
