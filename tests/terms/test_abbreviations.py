"""Abbreviations are found with the words that explain them, and only with those."""

from __future__ import annotations

import pytest

from ebook.terms import find_abbreviations, may_explain


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Short forms with their expansions, in order."""
    return [(f.term, f.meaning) for f in find_abbreviations(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "WHO staff arrived at dawn.",
        "The river (in flood since May) rose.",
        "Henry (VIII) and Louis (XIV) reigned.",
        "Two people (Ann and Bo) spoke.",
        "It fell to a new low (Tuesday).",
        "The mayor of London (UK) resigned.",
        "The winner (USA) was late.",
        "He was born in the spring (1962).",
        "See the map (Fig. 2) and the list (A).",
        "She bought a car (BMW) and left.",
        "Ann Lee (R-Texas) and Bo Ek (D-Ohio) voted.",
        "The old mill, known as Bertha, burned.",
        "It cost five euros (EUR 5).",
        "He sang (LOUD) all night.",
        "It happened at six (CET).",
        "Nobody came, or Ann did.",
    ],
)
def test_look_alikes_explain_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ("The World Health Organization (WHO) said so.", "WHO", "World Health Organization"),
        ("the World Health Organization [WHO] said", "WHO", "World Health Organization"),
        ("He met the Federal Bureau of Investigation (FBI).", "FBI", "Federal Bureau of Investigation"),
        ("Deoxyribonucleic acid (DNA) is long.", "DNA", "Deoxyribonucleic acid"),
        ("a multi-layer perceptron network (MLPN)", "MLPN", "multi-layer perceptron network"),
        ("the so-called “gross domestic product” (GDP) fell", "GDP", "gross domestic product"),
        ("chronic obstructive pulmonary disease (COPD; see p. 3)", "COPD", "chronic obstructive pulmonary disease"),
        ("non-governmental organisations (NGOs)", "NGOs", "non-governmental organisations"),
        ("the Paris Agreement of the United Nations (UN)", "UN", "United Nations"),
    ],
)
def test_short_form_in_brackets_is_explained_by_the_words_before(text: str, term: str, meaning: str) -> None:
    assert found(text) == [(term, meaning)]


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        (
            "NASA (National Aeronautics and Space Administration) flew.",
            "NASA",
            "National Aeronautics and Space Administration",
        ),
        ("the WHO (World Health Organization)", "WHO", "World Health Organization"),
        ("“GDP” (gross domestic product)", "GDP", "gross domestic product"),
    ],
)
def test_expansion_in_brackets_explains_the_short_form_before(text: str, term: str, meaning: str) -> None:
    assert found(text) == [(term, meaning)]


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ("the Army Tactical Missile System, known as ATACMS, arrived", "ATACMS", "Army Tactical Missile System"),
        ("The World Health Organization, abbreviated WHO, met.", "WHO", "World Health Organization"),
        ("the European Central Bank, also known as the ECB, cut rates", "ECB", "European Central Bank"),
        ("The gross domestic product, or GDP, fell.", "GDP", "gross domestic product"),
        ("the Internal Revenue Service, commonly referred to as the IRS.", "IRS", "Internal Revenue Service"),
    ],
)
def test_short_form_is_introduced_in_words(text: str, term: str, meaning: str) -> None:
    assert found(text) == [(term, meaning)]


@pytest.mark.parametrize(
    ("language", "text", "term", "meaning"),
    [
        ("fr", "l’Organisation mondiale de la santé (OMS) a dit", "OMS", "Organisation mondiale de la santé"),
        ("de", "das Bruttoinlandsprodukt der Europäischen Union (EU)", "EU", "Europäischen Union"),
        ("es", "la Organización Mundial de la Salud (OMS)", "OMS", "Organización Mundial de la Salud"),
        ("da", "Den Europæiske Centralbank (ECB)", "ECB", "Europæiske Centralbank"),
        ("ru", "Всемирная организация здравоохранения (ВОЗ)", "ВОЗ", "Всемирная организация здравоохранения"),
        ("el", "Παγκόσμιος Οργανισμός Υγείας (ΠΟΥ)", "ΠΟΥ", "Παγκόσμιος Οργανισμός Υγείας"),
        ("fr", "le produit intérieur brut, abrégé en PIB, a baissé", "PIB", "produit intérieur brut"),
        ("de", "die Bundesanstalt für Arbeit, kurz BfA, zahlt", "BfA", "Bundesanstalt für Arbeit"),
    ],
)
def test_other_languages_are_read(language: str, text: str, term: str, meaning: str) -> None:
    assert found(text, language) == [(term, meaning)]


def test_first_explanation_counts_and_order_is_that_of_the_text() -> None:
    text = "the United Nations (UN), the World Health Organization (WHO) and the Union of Nurses (UN)"
    assert found(text) == [("UN", "United Nations"), ("WHO", "World Health Organization")]


@pytest.mark.parametrize(
    "text",
    [
        "the World Health Organization (WHO)",
        "WHO and again WHO, the World Health Organization (WHO)",
        "NASA (National Aeronautics and Space Administration)",
        "the European Central Bank, also known as the ECB",
    ],
)
def test_place_of_the_short_form_is_given(text: str) -> None:
    (only,) = find_abbreviations(text)
    assert text[only.start : only.end] == only.term
    assert text[only.end :][:1] in (")", "", " ")
    assert only.start >= text.rfind("(") - len(only.term) - 1 or "(" not in text


def test_explanation_does_not_reach_over_a_sentence() -> None:
    assert found("We were all there. Henry Ostrow (WHO) left.") == []


@pytest.mark.parametrize(
    "text",
    [
        "(" * 5000,
        "a (" * 2000,
        "-" * 5000 + "a (AB)",
        "(1," * 2000 + "-a (AB)",
        "1-" * 3000 + "abc (ABC)",
        "A" * 20_000 + " (AA)",
        "word " * 5000 + "(WHO)",
    ],
)
def test_odd_text_is_read_in_no_time(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "the River Water Board (RWB)",
        "RWB [River Water Board]",
        "（RWB）",
        "the River Water Board, also known as RWB,",
        "the River Water Board, commonly referred to as the RWB",
        "the River Water Board, often abbreviated to RWB",
        "the River Water Board, or simply RWB",
        "the River Water Board, hereafter RWB",
        "le Bureau des eaux, connu sous le nom de BDE",
        "le Bureau des eaux, abrégé en BDE",
        "das Wasseramt, kurz WA",
        "das Wasseramt, abgekürzt WA",
        "das Wasseramt, genannt WA",
        "la Junta de Aguas, conocida como JDA",
        "Vandets Råd, kendt som VR",
        "Vandets Råd, forkortet VR",
        "the River Water Board, or RWB, met",
    ],
)
def test_quick_question_misses_no_explanation(text: str) -> None:
    assert may_explain(text)
    assert not may_explain("The river rose, or so they said.")
