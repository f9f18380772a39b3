"""Names out of bylines."""

from __future__ import annotations

import pytest

from ebook.bylines import alone, credit, is_agency, is_byline, is_person, labelled, names, stated


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("By Ines Halloran", ("Ines Halloran",)),
        ("by Ines Halloran and Tobias Renn", ("Ines Halloran", "Tobias Renn")),
        ("By Ines Halloran, Tobias Renn & Bo Ek", ("Ines Halloran", "Tobias Renn", "Bo Ek")),
        ("Written by: Ines Halloran", ("Ines Halloran",)),
        ("Von Ines Halloran und Tobias Renn", ("Ines Halloran", "Tobias Renn")),
        ("Par Colette Marchais et Luc Petit", ("Colette Marchais", "Luc Petit")),
        ("Por Ana García y Luis Peña", ("Ana García", "Luis Peña")),
        ("By Ines Halloran, Staff Writer", ("Ines Halloran",)),
        ("By Ines Halloran | 14 March 2026", ("Ines Halloran",)),
        ("By Martin King, Jr.", ("Martin King, Jr",)),
        ("By Jean-Luc O’Neil", ("Jean-Luc O’Neil",)),
        ("By J. R. R. Tolkien", ("J. R. R. Tolkien",)),
        ("作者：水城はるか", ("水城はるか",)),
        ("بقلم سلمى قنديل", ("سلمى قنديل",)),
        ("By Ines Halloran for The Weirside Courier", ("Ines Halloran",)),
        ("By By Ines Halloran", ("Ines Halloran",)),
        ("Ines Halloran", ("Ines Halloran",)),
        ("By Ludwig van Beethoven", ("Ludwig van Beethoven",)),
        ("By Andy Anderson", ("Andy Anderson",)),
        ("By Jacob de la Cruz", ("Jacob de la Cruz",)),
        ("By Ines Halloran, Ines Halloran", ("Ines Halloran",)),
        ("", ()),
        ("By", ()),
        ("https://example.org/ines", ()),
        ("By 12345", ()),
    ],
)
def test_names_are_found(line, found):
    assert names(line) == found


@pytest.mark.parametrize(
    "line",
    [
        "By Ines Halloran",
        "Von Ines Halloran und Tobias Renn",
        "By Ines Halloran and Tobias Renn, Staff Writers",
        "作者：水城はるか",
        "بقلم سلمى قنديل",
        "Par Colette Marchais",
    ],
)
def test_byline_is_known(line):
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By the river",
        "By noon the water had fallen.",
        "Von hier an wird es still",
        "Par exemple",
        "Por la noche subió el río",
        "By foot, by boat and by bicycle",
        "Ines Halloran",
        "",
        "By " + "Ines Halloran, " * 20,
        "Text",
        "Di notte il fiume sale",
    ],
)
def test_line_that_only_begins_like_a_byline_is_none(line):
    assert not is_byline(line)


@pytest.mark.parametrize(
    "name",
    [
        "Ines Halloran",
        "J. R. Stone",
        "Ludwig van Beethoven",
        "Jean-Luc O’Neil",
        "ANN LEE",
        "Paramita (Guha) Ghosh",
        "April Smith",
    ],
)
def test_full_names_are_people(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Ines",
        "admin",
        "Courier Editorial Team",
        "Log In",
        "Alle Beiträge",
        "Deutsche Presse",
        "the river",
        "3 Comments",
        "A: B",
        "https://x.org",
        "人氣(",
        "Ann Lee (Weirside",
    ],
)
def test_what_is_no_full_name_is_no_person(name):
    assert not is_person(name)


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("Ines Halloran", ("Ines Halloran",)),
        ("By Ines Halloran", ("Ines Halloran",)),
        ("Ines Halloran, Bo Ek", ("Ines Halloran", "Bo Ek")),
        ("Ines Halloran @ihalloran", ("Ines Halloran",)),
        ("Ines Halloran - Courier Team", ("Ines Halloran",)),
        ("Weirside e.V.", ("Weirside e.V",)),
        ("wehr7", ("wehr7",)),
        ("Author Name", ("Author Name",)),
        ("Paramita (Guha) Ghosh", ("Paramita (Guha) Ghosh",)),
        ("水城はるか", ("水城はるか",)),
        ("admin", ()),
        ("https://example.org/ines", ()),
        ("{{ author }}", ()),
        ("", ()),
    ],
)
def test_stated_authors_are_believed(value, found):
    assert stated(value) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("By Ines Halloran, food editor", ("Ines Halloran",)),
        ("Von Ines Halloran und Bo Ek (Redaktion)", ("Ines Halloran", "Bo Ek")),
        ("Ein Beitrag von Ines Halloran", ("Ines Halloran",)),
        ("By Angela Holliday, MD", ("Angela Holliday, MD",)),
        ("By Ines Halloran, AP", ("Ines Halloran",)),
        ("Interview: Ines Halloran", ("Ines Halloran",)),
        ("Interview with a beekeeper", ()),
        ("Author Day at the mill", ()),
        ("By the river", ()),
    ],
)
def test_line_that_credits_somebody(line, found):
    assert credit(line) == found


def test_label_may_stand_in_the_middle_of_a_line():
    assert labelled("14.03.2026 - Redaktion: Ines Halloran (Sprecherin)") == ("Ines Halloran",)
    assert labelled("14.03.2026 - Ines Halloran") == ()


def test_line_of_names_alone():
    assert alone("Ines Halloran and Bo Ek") == ("Ines Halloran", "Bo Ek")
    assert alone("Ines Halloran keeps bees") == ()


def test_agencies_are_known():
    assert is_agency("The Associated Press")
    assert not is_agency("The Weirside Courier")
