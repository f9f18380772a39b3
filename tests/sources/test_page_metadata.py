"""What a page says of itself."""

from __future__ import annotations

import json
import time

import pytest

from ebook.model import Metadata
from ebook.sources.html import parse_page
from ebook.sources.metadata import contradictions, page_metadata, read_metadata, without_site


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


SITE = '<meta property="og:site_name" content="The Weirside Courier">'


def test_site_is_its_own_author_only_where_nobody_else_is_named():
    said = f'<meta name="author" content="The Weirside Courier">{SITE}'
    assert read(said).authors == ("The Weirside Courier",)
    assert read(said, "<h1>The river rose</h1><p>By Ines Halloran</p><p>Text.</p>").authors == ("Ines Halloran",)


@pytest.mark.parametrize("account", ["admin", "Administrator", "webmaster"])
def test_account_that_says_nothing_is_no_author(account):
    assert read(f'<meta name="author" content="{account}">').authors == ()


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ines Halloran">',
        '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ines Halloran">',
        linked(
            {
                "@graph": [
                    {"@type": "Article", "headline": "River", "author": {"@id": "#ines"}},
                    {"@type": "Person", "@id": "#ines", "name": "Ines Halloran"},
                ]
            }
        ),
        linked({"@type": "BlogPosting", "author": {"givenName": "Ines", "familyName": "Halloran"}}),
        linked({"@type": "Article", "author": {"name": "Ines Halloran - Courier Editorial Team"}}),
        linked({"@type": "Article", "author": "Ines Halloran @ihalloran"}),
        '<script type="application/ld+json">{"@type": "Article", "author": {"name": "Ines Halloran"},}</script>',
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ines Halloran"}, '
        '"description": "she said "no" twice"}</script>',
        '<script type="application/ld+json"><!-- {"@type": "Article", "author": "Ines Halloran"} --></script>',
    ],
)
def test_author_is_found_in_what_the_page_states(head):
    assert read(head).authors == ("Ines Halloran",)


@pytest.mark.parametrize(
    "byline",
    [
        '<span itemprop="author" itemscope><span itemprop="name">Ines Halloran</span></span>',
        '<span itemprop="author"><meta itemprop="name" content="Ines Halloran"></span>',
        '<a rel="author" href="/x">Ines Halloran</a>',
        '<span class="author vcard">Von <a class="url fn n" href="/author/ines/">Ines Halloran</a></span>',
        '<p class="p-author h-card">Ines Halloran</p>',
        '<div class="ArticleByline_name__x1"><span>By</span><a href="/staff/ines">Ines Halloran</a><span>Staff Writer</span></div>',
        '<div class="post-meta"><a href="/authors/ines-halloran">Ines Halloran</a></div>',
        '<div class="byline">By <a rel="author">Ines Halloran</a><time>14 March 2026</time></div>',
        "<p>By Ines Halloran, food editor</p>",
        "<p>Von <strong>Ines Halloran</strong> | 14.03.2026</p>",
        "<p>Ein Artikel von <b>Ines Halloran</b></p>",
        "<p>Par Ines Halloran, publié le 14 mars 2026</p>",
        "<p>Autorin: Ines Halloran</p>",
        "<div>14.03.2026 | 12:40 Uhr | Ines Halloran</div>",
        "<p>14.03.2026 - Ines Halloran</p>",
        "<h4>Author</h4><p>Ines Halloran</p>",
        "<p>Text.</p><p><strong>Text:</strong> Ines Halloran</p>",
    ],
)
def test_author_is_found_beside_the_headline(byline):
    assert read("<title>The river rose</title>", f"<h1>The river rose</h1>{byline}<p>Text.</p>").authors == (
        "Ines Halloran",
    )


def test_author_is_found_in_a_credit_far_from_the_headline():
    body = f"<p>By <strong>Ines&nbsp;Halloran</strong></p><ul>{'<li>Archive</li>' * 40}</ul><h1>River</h1><p>Text.</p>"
    assert read("<title>River</title>", body).authors == ("Ines Halloran",)
    assert read("<title>River</title>", body.replace("By", "See")).authors == ()


def test_rest_of_a_label_before_a_figure_is_no_author():
    body = '<h1>River</h1><p>Text of the river.</p><p class="author-profile">人氣(<span id="hits">12</span>)</p>'
    assert read('<meta name="author" content="courier">', body, url="https://courier.example.org/a").authors == (
        "courier",
    )


def test_pen_name_is_found_where_the_byline_says_so():
    assert read("", '<h1>River</h1><p class="byline">von <a rel="author">wehrhahn7</a></p>').authors == ("wehrhahn7",)
    assert read("", "<h1>River</h1><p>Posted by wehrhahn on March 14, 2026</p>").authors == ("wehrhahn",)


def test_person_beside_the_headline_goes_before_a_login():
    found = read(
        '<meta name="author" content="ihalloran">', '<h1>River</h1><a href="/author/ih/">Ines Halloran</a><p>Text.</p>'
    )
    assert found.authors == ("Ines Halloran",)


@pytest.mark.parametrize(
    "other",
    [
        '<div class="comment"><span class="author vcard">Ann Lee</span></div>',
        '<figure><figcaption><span class="author">Ann Lee</span></figcaption></figure>',
        '<section class="related-posts"><p class="byline">By Ann Lee</p></section>',
        '<p class="byline">Reviewed by Ann Lee</p>',
        '<div class="byline">Reviewed by <a class="author-link" href="/about/ann-lee">Ann Lee</a></div>',
        "<p>Photo: Ann Lee</p>",
        '<div class="author-box"><a class="author-link" href="/login">Log In</a></div>',
        '<p class="author">3 comments</p>',
        "<p>Climate Change</p><p>14 March 2026</p>",
    ],
)
def test_names_of_others_and_of_buttons_are_no_authors(other):
    assert read("<title>River</title>", f"<h1>River</h1><p>Text of the river.</p>{other}").authors == ()


def test_several_marked_authors_are_several():
    body = '<h1>River</h1><div class="byline">By <a rel="author">Ines Halloran</a> and <a rel="author">Bo Ek</a></div>'
    assert read("", body).authors == ("Ines Halloran", "Bo Ek")


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


@pytest.mark.parametrize(
    "line",
    [
        "<div>31.10.23</div>",
        "<div>Kultur, 31.10.2023</div>",
        "<p><span>Published</span> <span>Oct 31, 2023</span> <span>5 min read</span></p>",
        "<p>October <!-- -->31, 2023</p>",
        "<p>31.10.2023 - The text begins in the same line and goes on for as long as the river runs down to the sea, "
        "past the mill and the quay and the books that hold the readings, and the readers who grow old there.</p>",
    ],
)
def test_date_beside_the_headline_is_read_without_any_mark(line):
    assert read("", f"<h1>River</h1>{line}<p>Text.</p>").published == "2023-10-31"


@pytest.mark.parametrize(
    "label",
    [
        "<div>Post time: 14-03-2026</div>",
        "<aside><h3>Published</h3><p>14 March 2026</p></aside>",
        "<p>Datum: 14.03.26</p>",
    ],
)
def test_date_with_a_label_is_found_anywhere_on_the_page(label):
    text = "<p>The text of the river goes on and on.</p>" * 20
    assert read("", f"<h1>River</h1>{text}{label}", lang="en").published == "2026-03-14"


def test_numbers_are_read_in_the_order_of_the_language():
    line = "<h1>River</h1><p>04/03/2026</p>"
    assert read("", line, lang="en-GB").published == read("", line, lang="fr").published == "2026-03-04"
    assert read("", line, lang="en-US").published == "2026-04-03"


def test_date_in_the_address_is_taken_where_the_page_says_nothing():
    assert read(url="https://courier.example.org/2026/03/14/river").published == "2026-03-14"
    assert read(url="https://courier.example.org/news/20260314-river").published == "2026-03-14"


def test_day_that_readers_see_goes_before_a_stated_one_in_another_zone():
    head = '<meta property="article:published_time" content="2026-03-15T01:30:00Z">'
    assert read(head, "<h1>River</h1><p>March 14, 2026</p>").published == "2026-03-14"


def test_day_of_a_change_beside_the_headline_is_not_the_day_of_publication():
    head = '<meta property="article:published_time" content="2026-03-01">'
    assert read(head, "<h1>River</h1><p>Updated on March 14, 2026</p>").published == "2026-03-01"


def test_stated_day_decides_how_ambiguous_numbers_are_read():
    head = '<meta property="article:published_time" content="2026-04-03">'
    assert read(head, "<h1>River</h1><p>04.03.2026</p>").published == "2026-04-03"


def test_dated_headings_of_a_diary_are_no_day_of_publication():
    assert read("", "<h1>Diary</h1><h2>1 March 2026</h2><p>Rain.</p><h2>2 March 2026</h2><p>Rain.</p>").published == ""


def test_heading_wins_over_a_title_that_only_names_the_site():
    assert read("<title>My blog</title>", "<h1>How to bake bread</h1><p>Text.</p>").title == "How to bake bread"


def test_lower_heading_wins_where_the_main_one_is_the_name_of_the_site():
    head = "<title>The river rose - Weirside Courier</title>"
    assert read(head, "<h1>Weirside Courier</h1><h2>The river rose</h2><p>Text.</p>").title == "The river rose"


def test_logo_that_leads_home_is_not_the_headline():
    head = "<title>Courier » Archive » The river rose</title>"
    body = '<h1><a href="/">Courier</a></h1><h2>The river\u200b rose</h2><p>Text.</p>'
    assert read(head, body).title == "The river rose"


def test_headline_that_says_so_wins_over_a_title_in_other_words():
    head = '<title>River Floods: What You Need</title><meta property="og:title" content="River Floods: What You Need">'
    body = '<h1 class="entry-title">What you need when the river floods</h1><p>Text.</p>'
    assert read(head, body).title == "What you need when the river floods"


def test_name_of_the_site_is_what_the_title_adds_to_the_headline():
    found = read("<title>The river rose | Weirside Courier</title>", "<h1>The river rose</h1><p>Text.</p>")
    assert (found.publisher, dict(found.origins)["publisher"]) == ("Weirside Courier", "title element")


def test_every_value_says_where_it_comes_from():
    found = read(
        linked({"@type": "Article", "headline": "River", "datePublished": "2026-03-14"}) + SITE,
        "<h1>River</h1><p>By Ines Halloran</p>",
        lang="en",
        url="https://courier.example.org/a",
    )
    assert dict(found.origins) == {
        "title": "heading",
        "authors": "text",
        "publisher": "open graph",
        "published": "json-ld",
        "language": "html",
        "url": "given",
    }


def findings(head: str = "", body: str = "<p>Text.</p>", *, lang: str = "") -> list[tuple[str, str]]:
    page = parse_page(f"<html{f' lang={lang}' if lang else ''}><head>{head}</head><body>{body}</body></html>")
    return [(f.rule, f.message) for f in contradictions(read_metadata(page), "a.html")]


def test_page_that_agrees_with_itself_has_no_finding():
    head = '<meta name="author" content="Ines Halloran"><meta name="date" content="2026-03-14">'
    assert findings(head, "<h1>River</h1><p>By Ines Halloran, 14 March 2026</p>", lang="en") == []


@pytest.mark.parametrize(
    ("head", "what"),
    [
        ('<meta property="article:published_time" content="2019-01-01">', "date"),
        ('<meta http-equiv="content-language" content="de">', "language"),
    ],
)
def test_contradictions_are_reported(head, what):
    found = findings(head, "<h1>River</h1><p>14 March 2026</p>", lang="en")
    assert [rule for rule, _ in found] == ["metadata.contradiction"]
    assert f"about its {what}" in found[0][1]


def test_two_authors_who_share_no_name_are_reported():
    head = linked({"@type": "Article", "author": "Ann Lee"}) + '<meta name="author" content="Ines Halloran">'
    assert findings(head) == []  # the first source is sure, and no other one is asked
    head = '<meta name="dc.creator" content="courier"><meta name="author" content="Ines Halloran">'
    assert findings(head) == []


@pytest.mark.parametrize(
    ("head", "body", "what"),
    [
        ('<meta property="article:modified_time" content="2026-03-14">', "", "date"),
        ("", "<h1>River</h1><p>14.03.2026 | Ines Halloran</p>", "author"),
    ],
)
def test_what_is_only_inferred_is_reported(head, body, what):
    found = findings(head, body)
    assert [rule for rule, _ in found] == ["metadata.inferred"]
    assert f"does not say its {what}" in found[0][1]


@pytest.mark.parametrize(
    "page",
    [
        "<p class=author>" * 3000,
        "<div class=byline><a rel=author>" + "By Ann Lee and " * 5000,
        "<h1>" + "<b>x " * 2000,
        "<h1>River</h1>" + "<p>,</p>" * 20000,
        "<time datetime=2026-03-14>" * 3000,
        "<h2>Published</h2><!-- soon --><h2>Author</h2><!-- nobody -->",
        '<meta name=author content="' + "von von von " * 5000 + '">',
    ],
)
def test_hostile_pages_take_no_longer_than_their_length(page):
    started = time.process_time()
    read("<title>River</title>", page)
    assert time.process_time() - started < 3


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


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lee, research scientist, wrote to us about the river.",
        "Weir Street, Old Town, and Low Town",
        "Ann Lee, Weirside",
    ],
)
def test_line_beside_a_date_that_is_no_list_of_people_names_nobody(line):
    assert read("<title>River</title>", f"<h1>River</h1><p>14 March 2026</p><p>{line}</p><p>Text.</p>").authors == ()


def test_names_with_their_jobs_beside_a_date_are_the_authors_and_are_reported():
    line = "Ines Halloran, Research Scientist, and Bo Ek, Senior Fellow, Weir Institute"
    page = f"<html><head><title>River</title></head><body><h1>River</h1><p>14 March 2026</p><p>{line}</p></body></html>"
    reading = read_metadata(parse_page(page))
    assert reading.metadata.authors == ("Ines Halloran", "Bo Ek")
    assert [f.rule for f in contradictions(reading, "a.html")] == ["metadata.inferred"]


def test_name_behind_a_linked_title_is_the_author():
    body = '<h1>River</h1><p>Text.</p><p>Autor: <a href="/law">Pfarrerin</a> Ines Halloran</p>'
    assert read("<title>River</title>", body).authors == ("Pfarrerin Ines Halloran",)


def test_day_of_change_in_the_markup_is_taken_as_one_and_reported():
    body = '<h1>River</h1><p class="date">Updated <span class="date">14 March 2026</span></p><p>Text.</p>'
    reading = read_metadata(parse_page(f"<html><head><title>River</title></head><body>{body}</body></html>"))
    assert reading.metadata.published == "2026-03-14"
    assert [f.rule for f in contradictions(reading, "a.html")] == ["metadata.inferred"]


def test_headline_is_the_heading_that_the_title_writes_with_other_signs():
    found = read(
        "<title>weir_level_t - Reference</title>",
        "<h1>weir::level_t</h1><p>Text.</p>",
        url="https://weir.example.org/a",
    )
    assert found.title == "weir::level_t"
