"""Which language a text is in, and above all when nothing may be said."""

from __future__ import annotations

import importlib.util

import pytest

from ebook.recognition import belongs, contradicts, guess, passage_language, prefers, script_language
from tests.tools import ROOT

ENGLISH = (
    "The river is at the bridge and it was as high as it has ever been in the memory of the town, as we were told. "
)
FRENCH = "La rivière est dans la ville et les gens qui sont sur le pont ne sont pas plus de dix avec une barque. "


def test_the_labelled_passages_are_judged_as_the_benchmark_says() -> None:
    path = ROOT / "benchmarks" / "languages.py"
    spec = importlib.util.spec_from_file_location("languages_benchmark", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    precision, recall, wrong = module.measure(passage_language, module.cases())
    assert precision >= 0.98
    assert recall >= 0.88, wrong


@pytest.mark.parametrize("around", ["", "xx", "ast", "zz-bogus"])
def test_nothing_is_said_inside_a_text_of_an_unknown_language(around: str) -> None:
    assert passage_language(FRENCH, around) == ""


@pytest.mark.parametrize(
    ("around", "text"), [("no", "Det er ikke noe å gjøre med det, sa han da han så at vi ikke kom.")]
)
def test_other_names_of_a_language_are_known(around: str, text: str) -> None:
    assert passage_language(text, around) == ""


@pytest.mark.parametrize(
    ("text", "stated", "found"),
    [
        (FRENCH * 6, "en", "fr"),
        (ENGLISH * 6, "fr-FR", "en"),
        ("Река вышла из берегов на рассвете, и город проснулся под водой. " * 5, "en", "ru"),
        (ENGLISH * 6, "en-GB", ""),
        (FRENCH, "en", ""),
        (FRENCH * 6 + ENGLISH * 6, "en", ""),
        (FRENCH * 6, "oc-x-own", "fr"),
        (FRENCH * 6, "ast", ""),
        ("12 345 67 " * 100, "en", ""),
        ("Det er ikke noget at gøre ved det, og jeg ved ikke hvad vi skal. " * 10, "nb", ""),
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit. " * 20, "en", ""),
    ],
)
def test_only_a_whole_text_contradicts_what_is_stated(text: str, stated: str, found: str) -> None:
    assert contradicts(text, stated) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("φιλοσοφία", "el"),
        ("αβγ", ""),
        ("שלום", "he"),
        ("東京タワー", "ja"),
        ("東京", ""),
        ("Киев", ""),
        ("สวัสดี", "th"),
        ("ქართული", "ka"),
        ("川", ""),
    ],
)
def test_script_tells_a_language_only_where_no_other_has_it(text: str, found: str) -> None:
    assert script_language(text, "en") == found


def test_han_letters_alone_are_not_taken_for_chinese_in_a_japanese_text() -> None:
    assert passage_language("東京大学文学部の", "ja") == ""
    assert passage_language("她还不知道房子已经卖掉了，我们也没说什么。", "ja") == "zh-Hans"


def test_quick_look_says_yes_only_for_telling_words() -> None:
    assert belongs(ENGLISH, "en")
    assert not belongs(FRENCH, "en")
    assert not belongs("a me no", "en")
    assert not belongs(FRENCH, "xx")


def test_texts_can_be_compared() -> None:
    assert prefers(ENGLISH, "en", "fr")
    assert not prefers(FRENCH, "en", "fr")


def test_whole_text_is_guessed_only_when_clear() -> None:
    assert guess(FRENCH) == "fr"
    assert guess("Weirside Ostrel 4.2 m") == ""
