"""Every way in which authors explain an abbreviation is understood, in the languages that have a table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ebook.terms import find_abbreviations


def found(text: str, language: str = "en") -> dict[str, str]:
    return {f.term: f.meaning for f in find_abbreviations(text, language)}


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        # brackets: mixed case, digits, inner letters, small words, plurals
        ("It copies messenger ribonucleic acid (mRNA) first.", "mRNA", "messenger ribonucleic acid"),
        ("She holds a Doctor of Philosophy (PhD) from Lund.", "PhD", "Doctor of Philosophy"),
        ("the outbreak of coronavirus disease 2019 (COVID-19) ended", "COVID-19", "coronavirus disease 2019"),
        ("leaders of the Group of Seven (G7) met", "G7", "Group of Seven"),
        ("a three-dimensional (3D) map of the valley", "3D", "three-dimensional"),
        ("tests for adrenocorticotropic hormone (ACTH) failed", "ACTH", "adrenocorticotropic hormone"),
        ("the Office of River Management (ORM) closed", "ORM", "Office of River Management"),
        ("small water companies (SWCs) merged", "SWCs", "small water companies"),
        ("one hundred parts per billion (ppb) of lead", "ppb", "parts per billion"),
        ("The secreted 1,2-riverol (RVR) turned blue.", "RVR", "1,2-riverol"),
        ("the level of tumour factor alpha (TF alpha) rose", "TF alpha", "tumour factor alpha"),
        ("the Women, Infants and Children Fund (WICF) paid", "WICF", "Women, Infants and Children Fund"),
        ("water (odds ratio [OR] 5.7, p < 0.01)", "OR", "odds ratio"),
        ("the wall (blood-water barrier, BWB) held", "BWB", "blood-water barrier"),
        ("the National Audit Office’s (NAO) report", "NAO", "National Audit Office"),
        ("the Sea Fish Authority (also SFA) met", "SFA", "Sea Fish Authority"),
        ("the Sea Fish Authority (SFA or the Authority) met", "SFA", "Sea Fish Authority"),
        ("the tax on water (for example) and the River Trust (“RT”)", "RT", "River Trust"),
        ("by scanning (SEM) and transmission (TEM) electron microscopy", "TEM", "transmission electron microscopy"),
        ("by scanning (SEM) and transmission (TEM) electron microscopy", "SEM", "scanning electron microscopy"),
        ("by partial least squares (PLS-1 and PLS-2)", "PLS-2", "partial least squares"),
        ("the level of gamma-riverferon (RF-gamma) fell", "RF-gamma", "gamma-riverferon"),
        ("production of riverol 1,4,5-trisphosphate (RP3) rose", "RP3", "riverol 1,4,5-trisphosphate"),
        ("Its river kinase concentration ([RKC]) fell.", "RKC", "river kinase concentration"),
        ("the ribosomal river protein 12 (rrp12) gene", "rrp12", "ribosomal river protein 12"),
        ("(+/-)-3-(3-hydroxyriver)-brookine (HRB) dissolves", "HRB", "(+/-)-3-(3-hydroxyriver)-brookine"),
        # the other way round
        ("LTP (Language Technology Platform) is free.", "LTP", "Language Technology Platform"),
        ("about 5 ppb (parts per billion) of lead", "ppb", "parts per billion"),
        ("channels called UHF (for ultra high frequency)", "UHF", "ultra high frequency"),
        # words
        ("the gross domestic product, or GDP, fell", "GDP", "gross domestic product"),
        ("called blood urea nitrogen or BUN, is used", "BUN", "blood urea nitrogen"),
        ("The consumer price index, CPI, rose.", "CPI", "consumer price index"),
        ("The consumer price index – CPI – rose.", "CPI", "consumer price index"),
        ("The CPI, consumer price index, rose.", "CPI", "consumer price index"),
        ("The CPI – consumer price index – rose.", "CPI", "consumer price index"),
        ("The RWB, or River Water Board, met.", "RWB", "River Water Board"),
        ("The RWB, that is, the River Water Board, met.", "RWB", "River Water Board"),
        ("the River Water Board, often abbreviated to RWB, met", "RWB", "River Water Board"),
        # equations and lists
        ("HR = heart rate; BP = blood pressure", "BP", "blood pressure"),
        ("CPI: consumer price index", "CPI", "consumer price index"),
        ("CPI – consumer price index", "CPI", "consumer price index"),
    ],
)
def test_way_of_writing_is_understood(text: str, term: str, meaning: str) -> None:
    assert found(text).get(term) == meaning


@pytest.mark.parametrize(
    ("language", "text", "term", "meaning"),
    [
        ("fr", "à l’Organisation mondiale de la santé (WHO), à Genève", "WHO", "Organisation mondiale de la santé"),
        ("fr", "le Fonds commun pour la rivière (CRF) a payé", "CRF", "Fonds commun pour la rivière"),
        ("fr", "Total : BO = budget ordinaire; XB = fonds du fleuve; AL = agent local", "XB", "fonds du fleuve"),
        ("es", "la Agencia Central del Agua (CWA) respondió", "CWA", "Agencia Central del Agua"),
        ("es", "el producto interno bruto (PIB) creció", "PIB", "producto interno bruto"),
        ("es", "organizaciones no gubernamentales (ONG, por sus siglas)", "ONG", "organizaciones no gubernamentales"),
        ("de", "das elektronische Wasserbuch (eWB) gilt", "eWB", "elektronische Wasserbuch"),
        ("de", "Das GEG, also das Gewässer-Erhaltungs-Gesetz, gilt.", "GEG", "Gewässer-Erhaltungs-Gesetz"),
        ("fr", "une ZPR, ou zone de protection de la rivière, existe", "ZPR", "zone de protection de la rivière"),
        ("de", "die „Allgemeine Flussgesellschaft GmbH“ (AFG) baute", "AFG", "Allgemeine Flussgesellschaft GmbH"),
        ("de", "im Krankenhausinformationssystem (KIS) steht", "KIS", "Krankenhausinformationssystem"),
        ("de", "Das Amt für Gewässer, kurz AfG, zahlt.", "AfG", "Amt für Gewässer"),
        ("da", "Den Europæiske Vandfond (EVF) betaler", "EVF", "Europæiske Vandfond"),
        ("da", "de nationale vandplaner (NVP'er) gælder", "NVP", "nationale vandplaner"),
        ("nl", "het Centraal Bureau voor Water (CBW) meldt", "CBW", "Centraal Bureau voor Water"),
        ("it", "il prodotto interno lordo (PIL) cresce", "PIL", "prodotto interno lordo"),
        ("it", "l’Istituto nazionale delle acque (NWI) tace", "NWI", "Istituto nazionale delle acque"),
        ("pt", "o produto interno bruto (PIB) cresceu", "PIB", "produto interno bruto"),
        ("pt", "a Organização das Águas do Sul (SWO) disse", "SWO", "Organização das Águas do Sul"),
        ("ja", "世界保健機関（WHO）", "", ""),
        ("ru", "Всемирная организация рек (ВОР)", "ВОР", "Всемирная организация рек"),
        ("en", "the Social Water Party (SPD) won", "SPD", "Social Water Party"),
    ],
)
def test_language_is_understood(language: str, text: str, term: str, meaning: str) -> None:
    assert found(text, language).get(term, "") == meaning


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", "efter ophævelsen af forordning (EF) nr. 12/2001"),
        ("da", "skriftlig - (SK) Jeg har stemt for."),
        ("en", 'let x = Err("early ruin")'),
        ("en", "user = User (username = 'ann')"),
        ("en", "Rep. Robert Alder (R-AL) agreed with Ann Ohm (D-Ohio)."),
        ("en", "two extracts (tea and milk) were drunk"),
        ("en", "They sell fair adjustments (far) from here."),
        ("en", "She lives in Reading, Ohio (2004), and in Rome."),
        ("en", "The Senate voted on Monday (NYT)."),
        ("en", "E = mc2 and F = ma hold"),
        ("en", "pushed to the public (publishing) store"),
        ("en", "a cat (cattle) and a tun (tuna) farm"),
        ("en", "He met Ann, OBE, and left."),
        ("en", "The RWB, or the mayor of the town, met."),
        ("en", "The Union, NATO, and others met."),
        ("en", "Ann moved to New York, NY, in May."),
        ("en", "Chapter (II) and chapter (IV)"),
        ("en", "in Conference Room C (NLB)"),
        ("en", "in the River and Water Council Chamber (NLB)"),
        ("en", "(ii) Income) and outlay (ii)"),
        ("fr", "au personnel (P-3) du bureau"),
        ("en", "the third part of the RBA (RBA3-TEST)"),
    ],
)
def test_what_only_looks_like_it_is_left(language: str, text: str) -> None:
    assert found(text, language) == {}


def test_names_of_a_list_are_kept_apart() -> None:
    text = "la Organización de Estados del Mar, el Fondo de las Aguas Unidas para la Infancia (UNICEF)"
    assert found(text, "es") == {"UNICEF": "Fondo de las Aguas Unidas para la Infancia"}


def test_equations_in_a_row_need_no_letters_but_one_alone_does() -> None:
    assert found("QX = some other thing") == {}
    row = "HR = heart rate; BP = blood pressure; QX = some other thing"
    assert found(row)["QX"] == "some other thing"


def test_sure_findings_have_higher_scores() -> None:
    sure, bent, foreign = (
        find_abbreviations(text, language)[0].score
        for text, language in (
            ("the Sea Fish Authority (SFA)", "en"),
            ("the adrenocorticotropic hormone (ACTH)", "en"),
            ("à l’Organisation mondiale de la santé (WHO)", "fr"),
        )
    )
    assert 1 >= sure > bent > foreign > 0


_WORDS = st.lists(
    st.sampled_from(
        [
            "(Sea Fish Authority)",
            "\n",
            "known as",
            *"the Sea Fish Authority (SFA) SFA of , or = ; — ( ) [SFA] SFA, 1,2- é G7 (a) (A) can was.".split(),
        ]
    ),
    max_size=30,
).map(" ".join)


@given(st.one_of(_WORDS, st.text(max_size=200)), st.sampled_from(["en", "fr", "da", "xx", ""]))
def test_findings_stand_where_they_say(text: str, language: str) -> None:
    seen = set()
    for one in find_abbreviations(text, language):
        assert text[one.start : one.end] == one.term
        assert 0 < one.score <= 1
        assert one.meaning.strip() and len(one.meaning) > len(one.term) - 1
        assert one.meaning == " ".join(one.meaning.split())
        assert one.term not in seen
        seen.add(one.term)
