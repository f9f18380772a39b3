"""Words divided at the end of a line."""

from __future__ import annotations

import pytest

from ebook.sources.hyphens import Hyphens


def word(before: str, after: str, text: str = "") -> str:
    joined = Hyphens([text, before, after]).join(before, after)
    assert joined is not None
    return joined[1]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("infor-", "mation", "information"),
        ("Informa-", "tionen", "Informationen"),
        ("gouver-", "nement", "gouvernement"),
        ("infor\u00ad", "mation", "information"),
        ("hoge-", "schoolstraat", "hogeschoolstraat"),
        ("ex-", "pected", "expected"),
        ("pro-", "vided", "provided"),
        ("so-", "cial", "social"),
        ("high-", "way", "highway"),
        ("to-", "day", "today"),
        ("Mon-", "day", "Monday"),
        ("mi-", "nistre", "ministre"),
        ("gewalt-", "ig", "gewaltig"),
    ],
)
def test_divided_word_is_one_word(first: str, second: str, whole: str) -> None:
    assert word(f"all the {first}", f"{second} there was") == whole


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("well-", "known"),
        ("self-", "taught"),
        ("Anglo-", "Saxon"),
        ("state-of-the-", "art"),
        ("solar-", "based"),
        ("lui-", "même"),
        ("disse-", "lhe"),
        ("T-", "shirt"),
        ("COVID-", "Impfung"),
        ("ex-", "minister"),
        ("so-", "called"),
        ("decision-", "making"),
        ("well-", "being"),
        ("ever-", "changing"),
        ("AI-", "related"),
    ],
)
def test_compound_keeps_its_hyphen(first: str, second: str) -> None:
    assert word(f"so {first}", f"{second} it was") == first + second


def test_word_that_the_text_uses_elsewhere_decides() -> None:
    assert word("a re-", "sent letter", "They resent it.") == "resent"
    assert word("a re-", "sent letter", "It was re-sent in May.") == "re-sent"
    assert word("a coop-", "eration", "The co-operation ended; the cooperation began.") == "cooperation"
    assert word("the well-", "being of all", "Their wellbeing mattered, and wellbeing it was.") == "wellbeing"


def test_two_words_of_the_text_keep_the_hyphen_between_them() -> None:
    assert word("the river-", "bank law", "The river rose over the bank.") == "river-bank"


@pytest.mark.parametrize("before", ["the river –", "the river", "in 1953-", "-"])
def test_line_that_ends_in_no_divided_word_is_not_joined_here(before: str) -> None:
    assert Hyphens([before]).join(before, "rose at dawn") is None


def test_words_of_the_text_are_no_witness_where_they_are_endings_or_openings() -> None:
    assert word("the learn-", "ing of it", "To learn is one thing; ing is none.") == "learning"
    assert word("it has with-", "stood all", "It stood with the mill.") == "withstood"
    assert word("the river-", "side path", "The river rose on this side.") == "riverside"


def test_rest_of_a_divided_word_is_no_word_of_the_text() -> None:
    lines = [
        "they were comput-",
        "ational at heart",
        "so the rela-",
        "ational was too",
        "a comput ation-",
        "ational test",
    ]
    assert Hyphens(lines).words["ational"] == 0


def test_compound_of_three_keeps_both_hyphens() -> None:
    assert Hyphens([]).join("a point-", "and-click adventure") == ("a point-and-click adventure", "point-and")
    assert Hyphens(["The snow fell."]).join("a snow-", "duty-rated tyre") == ("a snow-duty-rated tyre", "snow-duty")


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("Der Umwelt-", "und Klimaschutz", "Der Umwelt- und Klimaschutz"),
        ("the short-", "and long-term plans", "the short- and long-term plans"),
        ("les avant-", "et arrière-cours", "les avant- et arrière-cours"),
    ],
)
def test_hyphen_before_a_second_compound_stays_with_its_space(before: str, after: str, joined: str) -> None:
    made = Hyphens([before, after]).join(before, after)
    assert made is not None
    assert made[0] == joined
