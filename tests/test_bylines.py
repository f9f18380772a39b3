"""Names out of bylines."""

from __future__ import annotations

import pytest

from ebook.bylines import is_byline, names


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
