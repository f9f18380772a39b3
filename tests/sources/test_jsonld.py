"""Linked data: the article among many objects, references followed, broken JSON mended."""

from __future__ import annotations

import json

import pytest

from ebook.sources.jsonld import linked_data, plain


def test_page_without_linked_data_describes_nothing():
    assert linked_data([]).article == {}
    assert linked_data([""]).text("headline") == ""


def test_article_goes_before_the_page_and_things_on_it():
    found = linked_data(
        [
            json.dumps({"@type": "VideoObject", "name": "A film"}),
            json.dumps(
                {"@graph": [{"@type": "WebPage", "name": "Page"}, {"@type": "NewsArticle", "headline": "River"}]}
            ),
        ]
    )
    assert found.article["headline"] == "River"
    assert found.page["name"] == "Page"


def test_references_are_followed():
    found = linked_data(
        [
            json.dumps(
                [
                    {"@type": "Article", "headline": "River", "author": [{"@id": "#a"}], "publisher": {"@id": "#o"}},
                    {"@type": "Person", "@id": "#a", "name": "Ines Halloran"},
                    {"@type": "Organization", "@id": "#o", "name": "Weirside Courier"},
                ]
            )
        ]
    )
    assert found.people() == ("Ines Halloran",)
    assert found.site_name() == "Weirside Courier"


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "Article", "headline": "River",}',
        '{"@type": "Article", "headline": "River"};',
        '<!-- {"@type": "Article", "headline": "River"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "River"}\n//]]>',
        '{"@type": "Article", "headline": "River"}{"@type": "Article"}',
        '{"@type": "Article", "headline": "River", "description": "he said "no""}',
        '{"@type": "Article", "headline": "Ri\nver"}'.replace("Ri\nver", "River\n"),
    ],
)
def test_broken_json_is_mended(text):
    assert linked_data([text]).text("headline") == "River"


@pytest.mark.parametrize(
    "text", ["{", "[" * 100_000, "null", '{"@type": "Article", "author": [[{}]], "publisher": [[]]}', ",}" * 9000]
)
def test_odd_json_never_raises(text):
    found = linked_data([text])
    assert found.people() == ()
    assert found.site_name() == ""


def test_statements_lose_tags_and_entities():
    assert plain("Bread &amp;amp; <em>water</em>") == "Bread & water"
