"""Dates as people write them."""

from __future__ import annotations

import pytest

from ebook.dates import day_number, in_address, is_date_line, parse, shown, without_date


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-14",
        "2026-03-14T06:30:00Z",
        "2026-3-14",
        "20260314",
        "20260314T0630",
        "14 March 2026",
        "March 14, 2026",
        "Mar. 14th, 2026",
        "14th of March 2026",
        "14. März 2026",
        "14 mars 2026",
        "14 de marzo de 2026",
        "14 marzo 2026",
        "14 maart 2026",
        "14. marts 2026",
        "14 марта 2026",
        "14 marca 2026",
        "14 مارس 2026",
        "2026年3月14日",
        "2026년 3월 14일",
        "14.03.2026",
        "14.3.2026",
        "14/03/2026",
        "03/14/2026",
        "2026/03/14",
        "Saturday, 14 March 2026",
        "Published on 14 March 2026 at 10:30",
        "Posted: Mar 14, 2026",
    ],
)
def test_date_is_read(text):
    assert parse(text) == "2026-03-14"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "03/04/2026",
        "2026",
        "March 2026",
        "14 March",
        "2026-02-30",
        "2026-13-01",
        "31.02.2026",
        "0001-01-01",
        "9999-01-01",
        "1.2.3",
        "version 20.26.2026",
        "chapter 12 Verse 2026",
        "call 555-2026-03-14-99"[:8],
        "120260314",
        "٢٠٢٦",
    ],
)
def test_what_is_no_certain_date_is_none(text):
    assert parse(text) == ""


def test_equal_numbers_are_not_ambiguous():
    assert parse("04/04/2026") == "2026-04-04"


def test_first_date_counts():
    assert parse("From 14 March 2026 to 15 March 2026") == "2026-03-14"


@pytest.mark.parametrize(
    "text",
    [
        "14 March 2026",
        "March 14, 2026",
        "Published 14 March 2026",
        "Updated: 2026-03-14",
        "Saturday, 14 March 2026",
        "14 March 2026, 10:30",
        "March 14, 2026 at 10:30 a.m. GMT",
        "2026-03-14T10:30:00+01:00",
        "Veröffentlicht am 14. März 2026",
        "Publié le 14 mars 2026 à 10h30",
        "2026年3月14日",
        "14.03.2026",
    ],
)
def test_line_of_a_date_is_known(text):
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "On 14 March 2026 the river rose",
        "14 March 2026 was a Saturday.",
        "By Ines Halloran, 14 March 2026",
        "12 people 2026",
        "March",
        "10:30",
        "14 March 2026 " + "x" * 80,
    ],
)
def test_line_with_other_words_is_not_a_date(text):
    assert not is_date_line(text)


@pytest.mark.parametrize(
    ("iso", "language", "words"),
    [
        ("2026-03-14", "en", "March 14, 2026"),
        ("2026-03-14", "en-GB", "14 March 2026"),
        ("2026-03-14", "de", "14. März 2026"),
        ("2026-03-14", "ja", "2026年3月14日"),
        ("2026", "en", "2026"),
        ("2026-03", "en", "2026-03"),
        ("", "en", ""),
        ("2026-03-14", "xx-klingon", "March 14, 2026"),
        ("2026-03-14", "", "March 14, 2026"),
        ("2026-03-14", "tlh", "March 14, 2026"),
        ("2026-03-14", "zh-Hant-TW", "2026年3月14日"),
        ("2026-03-14", "i-default", "March 14, 2026"),
    ],
)
def test_date_is_shown_in_the_words_of_a_language(iso, language, words):
    assert shown(iso, language) == words


@pytest.mark.parametrize(
    ("text", "language", "iso"),
    [
        ("03/04/2026", "fr", "2026-04-03"),
        ("03/04/2026", "en-GB", "2026-04-03"),
        ("03/04/2026", "en-US", "2026-03-04"),
        ("03-04-2026", "en", "2026-03-04"),
        ("2026. március 14.", "hu", "2026-03-14"),
        ("14 березня 2026", "uk", "2026-03-14"),
        ("14 Μαρτίου 2026", "el", "2026-03-14"),
        ("14 tháng 3, 2026", "vi", "2026-03-14"),
        ("14. 3. 2026", "cs", "2026-03-14"),
        ("14-Mar-2026", "", "2026-03-14"),
        ("14 de marzo de 2026", "", "2026-03-14"),
        ("14 d’abril 2026", "ca", "2026-04-14"),
        ("14 March 2026", "no-such-language", "2026-03-14"),
    ],
)
def test_language_of_the_text_settles_how_a_date_is_read(text, language, iso):
    assert parse(text, language) == iso


@pytest.mark.parametrize(
    ("text", "iso"), [("14.03.26", "2026-03-14"), ("14.03.99", "1999-03-14"), ("14/3/26", "2026-03-14")]
)
def test_short_years_are_read_only_where_a_date_is_expected(text, iso):
    assert parse(text, short=True) == iso
    assert parse(text) == ""


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://example.org/2026/03/14/river", "2026-03-14"),
        ("https://example.org/news/2026-03-14-river.html", "2026-03-14"),
        ("https://example.org/river-20260314", "2026-03-14"),
        ("https://web.archive.org/web/20300101000000/http://example.org/2026/03/14/river", "2026-03-14"),
        ("https://example.org/2026/13/45/river", ""),
        ("https://example.org/article-1234567890", ""),
        ("https://example.org/?date=2026-03-14", ""),
        ("", ""),
    ],
)
def test_date_of_an_address(url, iso):
    assert in_address(url) == iso


def test_line_without_its_date_leaves_the_rest():
    assert without_date("Ines Halloran, 14 March 2026 10:30").replace("|", "").strip(" ,") == "Ines Halloran"
    assert without_date("The river rose") == "The river rose"


def test_days_are_counted():
    assert day_number("2026-03-15") - day_number("2026-03-14") == 1
    assert day_number("soon") == 0
