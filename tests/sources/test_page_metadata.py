"""What a page says of itself."""

from __future__ import annotations

import json

import pytest

from ebook.model import Metadata
from ebook.sources.html import parse_page
from ebook.sources.metadata import page_metadata, without_site


def read(head: str = "", body: str = "<p>Text.</p>", *, lang: str = "", url: str = "") -> Metadata:
    return page_metadata(
        parse_page(f"<html{f' lang={lang}' if lang else ''}><head>{head}</head><body>{body}</body></html>"), url
    )


def linked(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_page_that_says_nothing_gives_nothing():
    assert read() == Metadata()


def test_linked_data_is_read():
    found = read(
        linked(
            {
                "@context": "https://schema.org",
                "@type": "NewsArticle",
                "headline": "The river rose",
                "author": {"@type": "Person", "name": "Ines Halloran"},
                "datePublished": "2026-03-14T06:30:00+01:00",
                "dateModified": "2026-03-15",
                "publisher": {"@type": "Organization", "name": "The Weirside Courier"},
                "articleSection": "News",
                "license": "https://creativecommons.org/licenses/by/4.0/",
            }
        )
    )
    assert found == Metadata(
        title="The river rose",
        authors=("Ines Halloran",),
        published="2026-03-14",
        modified="2026-03-15",
        publisher="The Weirside Courier",
        section="News",
        licence="https://creativecommons.org/licenses/by/4.0/",
    )


def test_article_is_found_in_a_graph_and_behind_other_objects():
    graph = {
        "@graph": [
            {"@type": "Organization", "name": "Courier"},
            {"@type": "WebPage", "name": "Page"},
            {
                "@type": ["Article", "NewsArticle"],
                "headline": "The river rose",
                "author": [{"name": "Ines Halloran"}, {"name": "Tobias Renn"}],
            },
        ]
    }
    found = read(linked({"@type": "BreadcrumbList"}) + linked(graph))
    assert found.title == "The river rose"
    assert found.authors == ("Ines Halloran", "Tobias Renn")


def test_open_graph_is_read():
    found = read(
        '<meta property="og:title" content="The river rose"><meta property="og:site_name" content="The Weirside Courier">'
        '<meta property="og:description" content="A night on the quay."><meta property="article:published_time" content="2026-03-14T06:30:00Z">'
        '<meta property="og:url" content="https://courier.example.org/a"><meta property="og:locale" content="en_GB">'
    )
    assert found == Metadata(
        title="The river rose",
        publisher="The Weirside Courier",
        description="A night on the quay.",
        published="2026-03-14",
        url="https://courier.example.org/a",
        language="en-GB",
    )


@pytest.mark.parametrize(
    "json_",
    [
        "{",
        "[",
        "null",
        "5",
        '{"@type": 5}',
        '{"@type": "Article", "headline": 7, "author": {"name": null}, "datePublished": {}}',
        '{"@type": "Article", "author": [[]], "publisher": [], "articleSection": [["x"]]}',
        "[" * 100_000,
        '{"@graph": {"@graph": 3}}',
    ],
)
def test_odd_linked_data_never_stops_the_reading(json_):
    assert read(f'<title>The river rose</title><script type="application/ld+json">{json_}</script>').title in (
        "The river rose",
        "7",
    )


@pytest.mark.parametrize(
    "title",
    [
        "The river rose | The Weirside Courier",
        "The river rose - The Weirside Courier",
        "The river rose – Weirside Courier",
        "The Weirside Courier | The river rose",
        "The river rose :: The Weirside Courier",
        "The river rose",
    ],
)
def test_title_loses_the_name_of_the_site(title):
    found = read(f'<title>{title}</title><meta property="og:site_name" content="The Weirside Courier">')
    assert found.title == "The river rose"


@pytest.mark.parametrize(
    "title", ["Rain - and then more rain", "Spider-Man: the year of the flood", "A | B", "What we know: a guide"]
)
def test_title_with_a_dash_of_its_own_stays_whole(title):
    assert without_site(title, "The Weirside Courier") == title


def test_main_heading_wins_where_the_title_confirms_it():
    assert (
        read("<title>The river rose - Courier</title>", "<h1>Courier</h1><h1>The river rose</h1>").title
        == "The river rose"
    )


def test_entities_and_tags_in_a_headline_become_text():
    assert (
        read(linked({"@type": "Article", "headline": "Bread &amp; water: <em>a night</em>"})).title
        == "Bread & water: a night"
    )


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="author" content="Ines Halloran"><meta name="author" content="Tobias Renn">',
        '<meta name="author" content="By Ines Halloran and Tobias Renn">',
        '<meta name="author" content="Ines Halloran, Tobias Renn">',
        '<meta name="citation_author" content="Ines Halloran"><meta name="citation_author" content="Tobias Renn">',
        linked({"@type": "Article", "author": ["Ines Halloran", "Tobias Renn"]}),
        linked(
            {
                "@type": "Article",
                "author": [{"name": "Ines Halloran"}, {"name": "Tobias Renn"}, {"name": "Ines Halloran"}],
            }
        ),
    ],
)
def test_several_authors_are_several(head):
    assert read(head).authors == ("Ines Halloran", "Tobias Renn")


def test_author_that_is_an_address_is_left_for_the_byline():
    found = read(
        '<meta property="article:author" content="https://www.facebook.com/courier">',
        '<p class="byline">By Ines Halloran</p><p>Text.</p>',
    )
    assert found.authors == ("Ines Halloran",)


def test_site_is_not_its_own_author():
    assert (
        read(
            '<meta name="author" content="The Weirside Courier"><meta property="og:site_name" content="The Weirside Courier">'
        ).authors
        == ()
    )


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta name="date" content="2026-03-14">', ""),
        ('<meta name="DC.date.issued" content="2026/03/14">', ""),
        ("", '<time datetime="2026-03-14T10:00">today</time>'),
        ("", "<time>14 March 2026</time>"),
        ("", '<span class="post-date">March 14, 2026</span>'),
        ('<meta itemprop="datePublished" content="20260314T0630">', ""),
        ('<meta name="pubdate" content="soon"><meta name="date" content="2026-03-14">', ""),
    ],
)
def test_date_is_found_wherever_it_stands(head, body):
    assert read(head, body + "<p>Text.</p>").published == "2026-03-14"


def test_ambiguous_and_impossible_dates_are_no_dates():
    assert read('<meta name="date" content="03/04/2026">').published == ""
    assert read('<meta name="date" content="2026-02-30">').published == ""


def test_date_of_a_teaser_is_not_the_date_of_the_article():
    assert read("", "<p>Text.</p><aside><time datetime='2020-01-01'>old</time></aside>").published == ""


def test_address_given_by_the_user_wins_over_the_page():
    head = '<link rel="canonical" href="https://courier.example.org/a">'
    assert read(head).url == "https://courier.example.org/a"
    assert read(head, url="https://mirror.example.org/a").url == "https://mirror.example.org/a"


def test_relative_or_scripted_canonical_address_is_not_taken():
    assert read('<link rel="canonical" href="/a">').url == ""
    assert read('<link rel="canonical" href="javascript:x">').url == ""


@pytest.mark.parametrize(
    ("lang", "tag"), [("en", "en"), ("en_us", "en-US"), ("PT-br", "pt-BR"), ("nonsense-tag!", ""), ("", "")]
)
def test_declared_language_is_put_into_standard_form(lang, tag):
    assert read(lang=lang).language == tag


def test_licence_is_read_from_its_link():
    assert (
        read(
            "", '<p>Text.</p><a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>'
        ).licence
        == "CC BY 4.0"
    )
