"""The body says its language and direction, from what is stated or what is sure."""

from __future__ import annotations

import pytest

from ebook.markup import XML_LANG, parse
from ebook.model import Article, Kind, Metadata
from ebook.passes.language import language

ENGLISH = "The river is at the bridge and it was as high as it has ever been in the memory of the town, for that is how it is with us. "
FRENCH = "La rivière est dans la ville et les gens qui sont sur le pont ne sont pas plus de dix avec une barque pour les autres. "
RUSSIAN = "Река вышла из берегов на рассвете, и город проснулся под водой. "
ARABIC = "ارتفع منسوب النهر عند الفجر واستيقظت المدينة تحت الماء. "


def declare(text: str, *, stated: str = "", body: str = "") -> tuple[dict[str, str], list[str]]:
    """The attributes of the body and the rules found."""
    article = Article(
        source="a.html",
        kind=Kind.PAGE,
        body=f'<body lang="{body}" dir="ltr"><p>{text}</p></body>',
        metadata=Metadata(language=stated),
    )
    tree = parse(article.body)
    found = [f.rule for f in language(tree, article)]
    return {str(k): str(v) for k, v in tree.attrib.items()}, found


@pytest.mark.parametrize(
    ("stated", "text"),
    [("en", ENGLISH), ("fr", FRENCH), ("uk", RUSSIAN), ("en", "Рассвет, a Russian word"), ("cy", "Afon")],
)
def test_stated_language_is_believed(stated: str, text: str) -> None:
    attributes, found = declare(text, stated=stated)
    assert attributes == {"lang": stated, XML_LANG: stated}
    assert found == []


def test_metadata_goes_before_the_page() -> None:
    assert declare(ENGLISH, stated="en-GB", body="fr")[0]["lang"] == "en-GB"


def test_language_of_the_page_is_believed_where_metadata_has_none() -> None:
    assert declare(ENGLISH, body="en_us") == ({"lang": "en-US", XML_LANG: "en-US"}, [])


def test_tag_is_set_in_its_standard_form() -> None:
    assert declare(ENGLISH, stated="EN_gb")[0]["lang"] == "en-GB"


@pytest.mark.parametrize(("text", "expected"), [(ENGLISH, "en"), (FRENCH, "fr"), (RUSSIAN, "ru"), (ARABIC, "ar")])
def test_undeclared_language_is_guessed_and_reported(text: str, expected: str) -> None:
    attributes, found = declare(text)
    assert attributes["lang"] == expected
    assert found == ["language.guessed"]


def test_uncertain_language_is_assumed_and_reported() -> None:
    attributes, found = declare("Xqz 123")
    assert attributes["lang"] == "en"
    assert found == ["language.unknown"]


def test_template_that_declares_english_over_another_script_is_not_believed() -> None:
    attributes, found = declare(RUSSIAN * 5, stated="en")
    assert attributes["lang"] == "ru"
    assert found == ["language.contradicted"]


def test_text_that_is_plainly_in_another_language_is_believed() -> None:
    attributes, found = declare(FRENCH * 5, stated="en")
    assert attributes["lang"] == "fr"
    assert found == ["language.contradicted"]


def test_half_of_the_text_in_another_language_contradicts_nothing() -> None:
    attributes, found = declare(FRENCH * 5 + ENGLISH * 5, stated="en")
    assert attributes["lang"] == "en"
    assert found == []


@pytest.mark.parametrize("stated", ["ar", "he", "fa-IR", "ur"])
def test_right_to_left_language_sets_the_direction(stated: str) -> None:
    assert declare(ARABIC, stated=stated)[0]["dir"] == "rtl"
