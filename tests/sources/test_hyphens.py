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
