"""Sentences that define a term are found, with what explains it; sentences that tell or judge are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ebook.terms import find_definitions


def found(text: str, language: str = "en") -> list[tuple[str, str]]:
    """Terms with their meanings, in order."""
    return [(d.term, d.meaning) for d in find_definitions(text, language)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "Ann Lee is a farmer from Ohio.",
        "Ann Lee, a farmer from Ohio, said so.",
        "This is a device that measures the tide.",
        "It is a process that takes years.",
        "The problem is a lack of rain in the valley.",
        "The result was a river that left its bed.",
        "The answer is the study of the river.",
        "Her house is a building that stands on the hill.",
        "Many rivers are systems that carry water.",
        "Millford is a town that lies on the river.",
        "Acme is a company that makes pumps.",
        "The mill is a great place for a walk.",
        "What is a tide gauge?",
        "In a flood, the level of the river rises by the hour.",
        "The council met again: the mayor, the clerk and the miller spoke.",
        "They called the man a liar and left.",
        "A man called Bo came to the mill.",
        "The so-called experts of the council left.",
        "The old mill, also known as Bertha, burned down.",
        "We mean what we say about the river.",
        "A walk is good for you.",
        "The mill burned, the third fire of the year.",
        "The river is considered to be at its highest level in March.",
        "Dry dams are common examples of the trouble with old plans.",
        "This slow rise of the water is called flooding.",
        "The gauge shows the rain per square, which is a number that nobody reads.",
        "The town kept its gates (i.e., a pair of doors that shut at night).",
        "They eat fruit such as a pear, a product of the valley that sells well.",
        "The valley is a gift, a place of rest that many love.",
        "A canal is a canal that carries boats.",
        "Note: The mills of the valley are a group of houses that need repair.",
        "The plan names growth — cuts in tolls, sales of old boats and a new lock.",
        "It grew in warm (wet) places that people of the valley know.",
        "Weight is a plus in a collision of two boats.",
        "A pair is two or more.",
        "Crowds are two or more.",
        "Crowd: two or more.",
        "A boom is one in which it rises.",
        "They met in Paris, where small groups of shippers pay for all others.",
        "The fingers (except thumbs) of the miller were cold.",
        "They call the mayor a liar.",
        "Engineers refer to the weir only by the name that it had in the war.",
    ],
)
def test_people_places_stories_and_opinions_define_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "term", "meaning"),
    [
        ("A tide gauge is a device that measures the level of the sea.", "tide gauge", "a device that measures the level of the sea"),
        ("Hydrology is the study of water on land.", "Hydrology", "the study of water on land"),
        ("Oxbows are lakes that a river leaves behind.", "Oxbows", "lakes that a river leaves behind"),
        ("In hydrology, a reach is a section of a river that has one slope.", "reach", "a section of a river that has one slope"),
        ("Silt (also called mud) is a material that water carries along.", "Silt", "a material that water carries along"),
        ("Erosion refers to the removal of soil by water or wind.", "Erosion", "the removal of soil by water or wind"),
        ("A spate occurs when a river rises within hours.", "spate", "when a river rises within hours"),
        ("A lag is defined as the time between the rain and the flood.", "lag", "the time between the rain and the flood"),
        ("Engineers use the term freeboard to refer to the height between the water and the top of a dam.", "freeboard", "the height between the water and the top of a dam"),
        ("We define runoff as the part of the rain that reaches the river.", "runoff", "the part of the rain that reaches the river"),
        ("Water that stands on a field after a flood is called backwater.", "backwater", "Water that stands on a field after a flood"),
        ("When a river cuts through its own bend, it is called a cutoff.", "cutoff", "when a river cuts through its own bend"),
        ("The weir has a gap called a spillway that lets high water through.", "spillway", "a gap that lets high water through"),
        ("Storms bring on siltation, a process that fills the bed with mud.", "siltation", "a process that fills the bed with mud"),
        ("The bed holds pebbles from a moraine, which is a ridge of stones that ice has left.", "moraine", "a ridge of stones that ice has left"),
        ("The delta holds levees: banks that the river builds itself.", "levees", "banks that the river builds itself"),
        ("The gate stands behind a sill—a beam that closes the bottom.", "sill", "a beam that closes the bottom"),
        ("It feeds on detritus (particles of dead plants that sink).", "detritus", "particles of dead plants that sink"),
        ("The goal of river zoning is to keep houses away from the water.", "river zoning", "to keep houses away from the water"),
        ("A tide mill is designed to grind corn with the fall of the tide.", "tide mill", "designed to grind corn with the fall of the tide"),
        ("Siltation is understood as the filling of a river bed with mud.", "Siltation", "the filling of a river bed with mud"),
        ("Raised in the hills in the 1920s and 1930s, meander theory states that a river bends where its bank is soft.", "meander theory", "a river bends where its bank is soft"),
        ("The final kind, ghost rivers, are channels that no longer carry water.", "ghost rivers", "channels that no longer carry water"),
        ("Her work led to the slow streams theory, which argues that a broad river sheds its sand.", "slow streams theory", "a broad river sheds its sand"),
        ("The report speaks of the dry bed, that is, the part of the channel above the water.", "dry bed", "the part of the channel above the water"),
        ("The lock keeps a pound (i.e., a stretch of level water between two gates).", "pound", "a stretch of level water between two gates"),
        ("Recall that oxbows are lakes that a river leaves behind.", "oxbows", "lakes that a river leaves behind"),
        ("Since runoff is defined as the rain that reaches the river, a roof adds to it.", "runoff", "the rain that reaches the river"),
        ("The valley suffers from generalized erosion: a loss of soil on all of its slopes.", "generalized erosion", "a loss of soil on all of its slopes"),
        ("Both banks show accretion (growth of land by the deposit of mud).", "accretion", "growth of land by the deposit of mud"),
        ("The village practises warping, in which muddy water is let onto the fields.", "warping", "muddy water is let onto the fields"),
        ("Farmers speak of a drawdown, when people let the water of a pond run off.", "drawdown", "people let the water of a pond run off"),
        ("The ratio is the mean flow divided by the area.", "ratio", "the mean flow divided by the area"),
        ("A person’s water share is his or her right to a part of the canal.", "water share", "his or her right to a part of the canal"),
        ("The bending of light in water is refraction.", "refraction", "the bending of light in water"),
        ("In a water auction, each farmer bids for the flow of one day.", "water auction", "each farmer bids for the flow of one day"),
        ("A mill pond stores the water that the wheel needs by day.", "mill pond", "stores the water that the wheel needs by day"),
        ("Time to peak refers to the hours between the rain and the highest water.", "Time to peak", "the hours between the rain and the highest water"),
        ("Holms are islands that lie in a river and are “dry feet.”", "Holms", "islands that lie in a river and are “dry feet”"),
        ("The floods leave behind kolks, deep holes that the current digs in a bed.", "kolks", "deep holes that the current digs in a bed"),
        ("The mud brings polysedimentosis (thick banks).", "polysedimentosis", "thick banks"),
        ("The town suffers from tollism, where small groups of shippers pay for all others.", "tollism", "small groups of shippers pay for all others"),
        ("We call the height of a lock between its gates a lift.", "lift", "the height of a lock between its gates"),
        ("Engineers refer to the wide, quiet part of a river as a lagoon.", "lagoon", "the wide, quiet part of a river"),
        ("The salinity of a brook is the number of grains of salt in a litre.", "salinity", "the number of grains of salt in a litre"),
        ("Dredging entails the lifting of mud from the bed of a river.", "Dredging", "the lifting of mud from the bed of a river"),
        ("The wet meadow approach is letting each river flow over fields in winter.", "wet meadow approach", "letting each river flow over fields in winter"),
        ("Holm farms are focused on the care of meadows that lie under water in spring.", "Holm farms", "focused on the care of meadows that lie under water in spring"),
        ("A delta is considered a form of land that a river builds in the sea.", "delta", "a form of land that a river builds in the sea"),
        ("What is a holm?Recall that holms are islands that lie in a river.", "holms", "islands that lie in a river"),
        ("When a bank gives way under a field, hydrologists call this a slump.", "slump", "when a bank gives way under a field"),
    ],
)  # fmt: skip
def test_each_form_of_definition_is_found(text: str, term: str, meaning: str) -> None:
    assert found(text) == [(term, meaning)]


def test_a_process_without_a_name_is_explained_by_the_sentence_before() -> None:
    text = "Heavy rain washes the soil of the fields into the river. This process is called sheet erosion."
    assert found(text) == [("sheet erosion", "Heavy rain washes the soil of the fields into the river")]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        (
            "A weir is a structure that holds a river back, but it lets floods pass.",
            "a structure that holds a river back",
        ),
        ("A weir is a structure that holds a river back; ours is old.", "a structure that holds a river back"),
        ("A weir is a structure that holds a river back, and it is low.", "a structure that holds a river back"),
        ("A weir is a structure that holds a river back [3].", "a structure that holds a river back"),
    ],
)
def test_meaning_is_cut_to_what_explains(text: str, meaning: str) -> None:
    assert found(text) == [("weir", meaning)]


def test_place_sentence_and_score_are_told() -> None:
    text = "It rained. A weir is a structure that holds a river back. It was late."
    (only,) = find_definitions(text)
    assert text[only.start : only.end] == only.term == "weir"
    assert only.sentence == "A weir is a structure that holds a river back."
    assert 0.62 <= only.score < 1


def test_a_term_is_given_once_with_its_likeliest_definition() -> None:
    text = "The weir is a structure that holds water. A weir is a structure that holds a river back."
    assert found(text) == [("weir", "a structure that holds a river back")]


def test_words_that_the_author_set_apart_are_likelier_terms() -> None:
    text = "The weir is a structure that holds a river back."
    (plain,), (marked,) = find_definitions(text), find_definitions(text, "en", [(4, 8)])
    assert marked.score > plain.score


def test_a_shortened_word_does_not_end_a_sentence() -> None:
    assert found("A weir is a structure, e.g. of stone, that holds water back.")[0][0] == "weir"


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("fr", "La photosynthèse est un processus par lequel les plantes font leur sucre.", "photosynthèse"),
        ("fr", "On appelle marnage la différence de hauteur entre deux marées.", "marnage"),
        ("es", "La ósmosis es un proceso por el cual el agua atraviesa una membrana.", "ósmosis"),
        ("es", "Se llama estuario a la desembocadura ancha de un río.", "estuario"),
        ("de", "Unter Tidenhub versteht man den Unterschied zwischen Hochwasser und Niedrigwasser.", "Tidenhub"),
        ("de-CH", "Die Osmose ist ein Vorgang, bei dem Wasser durch eine Haut dringt.", "Osmose"),
        ("da", "Ved tidevand forstås havets regelmæssige stigen og falden.", "tidevand"),
        ("nl", "Fotosynthese is een proces waarbij planten suiker maken.", "Fotosynthese"),
        ("it", "Per marea si intende il moto regolare delle acque del mare.", "marea"),
        ("pt", "Chama-se maré o movimento regular das águas do mar.", "maré"),
    ],
)
def test_other_languages_define_by_their_own_forms(language: str, text: str, term: str) -> None:
    assert [t for t, _ in found(text, language)] == [term]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Cette maison est un type de ferme que l'on voit partout."),
        ("fr", "Jeanne est une forme de miracle pour son village."),
        ("es", "Este libro es un tipo de guía para todos los vecinos."),
        ("de", "Das ist ein System, mit dem wir alle leben müssen."),
        ("de", "Der Minister bezeichnet den Plan für den Fluss als Fehler."),
        ("da", "Han er en type, som alle kan lide at møde."),
        ("it", "Questo è un tipo di casa che si vede ovunque."),
        ("pt", "Este livro é um tipo de guia para todos nós."),
        ("xx", "A weir is a structure that holds a river back."),
    ],
)
def test_other_languages_define_nothing_else(language: str, text: str) -> None:
    assert found(text, language) == []


_WORDS = st.lists(
    st.sampled_from(
        [
            "A",
            "tide",
            "is",
            "a",
            "rise",
            "of the sea",
            "(a rise)",
            ", which",
            "called",
            "known as",
            "means",
            "refers to",
            ",",
            "—",
            "(",
            ")",
            "“",
            "”",
            ":",
            ";",
            ". ",
            "The term",
            "or",
            "that",
            "in",
            "are",
            "2",
            "é",
            "\n",
            "[1]",
            "(see",
        ]
    ),
    max_size=30,
).map(" ".join)


@given(
    st.one_of(_WORDS, st.text(max_size=200)), st.sampled_from(["en", "fr", "de", "es", "da", "nl", "it", "pt", "xx"])
)
def test_definitions_stand_where_they_say(text: str, language: str) -> None:
    for one in find_definitions(text, language):
        assert text[one.start : one.end] == one.term
        assert 0 < one.score <= 1
        assert one.meaning.strip()
