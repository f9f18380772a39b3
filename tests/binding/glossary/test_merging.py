"""What is the same stands once, in its best spelling; what is not stays apart."""

from __future__ import annotations

import pytest

from ebook.binding.glossary import merge
from ebook.model import Term


def short(term: str, meaning: str, article: str = "a", **more: str) -> Term:
    return Term(kind="abbreviation", term=term, meaning=meaning, language="en", articles=(article,), **more)  # type: ignore[arg-type]


def defined(term: str, meaning: str, language: str = "en", **more: str) -> Term:
    return Term(kind="definition", term=term, meaning=meaning, language=language, **more)  # type: ignore[arg-type]


def meanings(*terms: Term) -> list[tuple[str, list[str]]]:
    return [(e.term, [m.meaning for m in e.meanings]) for e in merge(terms, "en")]


@pytest.mark.parametrize(
    ("spellings", "best"),
    [
        (("Emergency Water Committee", "emergency water committee."), "Emergency Water Committee"),
        (("low-water mark", "low water mark", "low-water mark"), "low-water mark"),
        (("remotely operated vehicles", "remotely operated vehicle"), "remotely operated vehicle"),
        (("Societe de Sauvetage", "Société de Sauvetage"), "Société de Sauvetage"),
        (("the Flood Service", "Flood Service"), "Flood Service"),
        (("Harbour Centre", "Harbor Center", "Harbour Centre"), "Harbour Centre"),
        (("elektronischen Akte", "elektronische Akte"), "elektronische Akte"),
        (("River & Canal Trust", "River and Canal Trust", "River and Canal Trust"), "River and Canal Trust"),
    ],
)
def test_spellings_of_one_expansion_are_one(spellings: tuple[str, ...], best: str) -> None:
    assert meanings(*(short("XYZ", s) for s in spellings)) == [("XYZ", [best])]


def test_expansions_of_several_articles_stay_apart_and_know_their_articles() -> None:
    (entry,) = merge(
        [
            short("EWC", "Emergency Water Committee", "a"),
            short("EWC", "Early Warning Centre", "b"),
            short("EWC", "Early Warning Centre", "c"),
        ],
        "en",
    )
    assert [(m.meaning, m.articles) for m in entry.meanings] == [
        ("Emergency Water Committee", ("a",)),
        ("Early Warning Centre", ("b", "c")),
    ]
    assert [entry.meaning_in(a) for a in "abcd"] == [0, 1, 1, -1]
    assert entry.target(1) != entry.target(0) != entry.id


@pytest.mark.parametrize("terms", [("EWC", "E.W.C."), ("ICUs", "ICU"), ("PHD", "PhD")])
def test_spellings_of_one_short_form_are_one(terms: tuple[str, str]) -> None:
    assert len(merge([short(t, "Early Warning Centre") for t in terms], "en")) == 1


def test_short_forms_that_mean_different_things_are_told_apart_by_case() -> None:
    assert len(merge([short("MB", "megabyte drive"), short("Mb", "megabit line")], "en")) == 2


def test_accents_tell_terms_apart() -> None:
    terms = [defined(t, f"Le sens {n} de ce mot", "fr") for n, t in enumerate(("cote", "côté"), 1)]
    assert [e.term for e in merge(terms, "fr")] == ["cote", "côté"]


def test_plural_article_and_case_make_no_other_term() -> None:
    assert meanings(defined("the stage", "The height of the water."), defined("Stages", "the height of the water")) == [
        ("stage", ["The height of the water."])
    ]


def test_word_of_two_languages_has_two_entries() -> None:
    assert len(merge([defined("Stage", "the height"), defined("Stage", "die Bühne", "de")], "en")) == 2


def test_definition_that_stands_whole_in_a_longer_one_is_not_said_twice() -> None:
    assert meanings(
        defined("stage", "the height of the water"),
        defined("stage", "the height of the water above the zero of the gauge"),
    ) == [("stage", ["the height of the water above the zero of the gauge"])]


def test_short_form_that_is_also_defined_has_one_entry_with_the_words_first() -> None:
    assert meanings(defined("ROV", "a robot that dives on a cable"), short("ROV", "remotely operated vehicle")) == [
        ("ROV", ["remotely operated vehicle", "a robot that dives on a cable"])
    ]


def test_words_of_a_glossary_come_before_those_found_in_the_text() -> None:
    assert meanings(
        defined("stage", "what rises in a flood", source="found"),
        defined("stage", "height of the water", source="listed"),
    ) == [("stage", ["height of the water", "what rises in a flood"])]


def test_quoted_sentence_is_one_that_explains() -> None:
    used = Term(
        kind="abbreviation",
        term="EWC",
        meaning="Emergency Water Committee",
        sentence="The EWC did plan.",
        source="marked",
    )
    told = Term(
        kind="abbreviation",
        term="EWC",
        meaning="Emergency Water Committee",
        source="found",
        sentence="The Emergency Water Committee (EWC) met.",
    )
    (entry,) = merge([used, told], "en")
    assert entry.meanings[0].sentence == "The Emergency Water Committee (EWC) met."
