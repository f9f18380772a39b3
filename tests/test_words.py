"""The book's own words in every language."""

from __future__ import annotations

import string

import pytest

from ebook.languages import standard_tag
from ebook.words import ENGLISH, WORDS, say, spoken


def braces(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", WORDS)
def test_every_language_has_every_word_and_the_same_facts(language):
    table = WORDS[language]
    assert set(table) == set(ENGLISH)
    assert {key: braces(text) for key, text in table.items()} == {key: braces(text) for key, text in ENGLISH.items()}


@pytest.mark.parametrize("language", WORDS)
def test_words_are_clean(language):
    assert standard_tag(language) == language
    assert all(text and text == text.strip() and "  " not in text for text in WORDS[language].values())


@pytest.mark.parametrize("language", WORDS)
def test_undescribed_image_is_said_in_a_way_of_its_own(language):
    assert language == "en" or WORDS[language]["undescribed-image"] != ENGLISH["undescribed-image"]


@pytest.mark.parametrize(
    ("tag", "language"),
    [("fr", "fr"), ("fr-CA", "fr"), ("FR", "fr"), ("fr_CH", "fr"), (" fr ", "fr"), ("tlh", "en"), ("", "en")],
)
def test_language_that_is_not_spoken_gets_english(tag, language):
    assert spoken(tag) == language
    assert say("notes", tag) == WORDS[language]["notes"]


def test_facts_are_filled_in_and_braces_in_them_are_text():
    assert say("cover-alt-by", "en", title="{x} & <b>", names="A") == "Cover: {x} & <b>, A"


def test_unknown_word_and_missing_fact_are_mistakes():
    with pytest.raises(KeyError):
        say("no-such-word", "en")
    with pytest.raises(KeyError):
        say("cover-alt", "en")
