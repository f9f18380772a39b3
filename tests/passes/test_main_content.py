"""Of a saved page the article stays and the site goes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ebook.markup import parse
from ebook.model import Kind
from ebook.passes.main_content import main_content
from tests.tools import check_finds, check_noop, make_article, run_pass

FIRST = "The river rose before dawn, and by the time the ferryman woke, the lower street was a canal with doors on both of its banks."
SECOND = "Nobody had read the gauge since Tuesday; the book in the mill shows a gap of three days, and then a number that nobody believed."
THIRD = "By evening the water had gone back to its bed, and the town began to carry its pianos down the stairs again, one step at a time."
LAST = "The gauge is read twice a day now, and the readings hang in the window of the bakery, where everyone must pass them in the morning."

NAV = '<nav><ul><li><a href="/">Home page</a></li><li><a href="/sport">Sport pages</a></li></ul></nav>'
FOOTER = "<footer><p>All the small print of the publisher stands here</p></footer>"
SIDE = '<div class="sidebar related"><h2>Most read stories</h2><ul><li><a href="/a">Ten bridges of note</a></li></ul></div>'


def page(article: str) -> str:
    """A saved page with an article in it."""
    return f'<header><div class="logo">The Gazette</div></header>{NAV}<div id="content"><article>{article}</article>{SIDE}</div>{FOOTER}'


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.MARKDOWN])
def test_only_pages_have_a_site_round_them(kind: Kind) -> None:
    check_noop(main_content, page(f"<p>{FIRST}</p>"), kind=kind)


def test_article_stays_whole_and_in_order() -> None:
    result, _ = run_pass(
        main_content, page(f"<h1>High water</h1><p>{FIRST}</p><h2>The gap</h2><p>{SECOND}</p><p>{THIRD}</p>")
    )
    assert result == f"<h1>High water</h1><p>{FIRST}</p><h2>The gap</h2><p>{SECOND}</p><p>{THIRD}</p>"


@pytest.mark.parametrize(
    "block",
    [
        '<figure><img src="a.png" alt="A gauge"/><figcaption>Low</figcaption></figure>',
        "<table><tr><th>Day</th><th>Level</th></tr><tr><td>Mon</td><td>7</td></tr></table>",
        "<pre><code>x = 1</code></pre>",
        "<blockquote><p>Rivers talk.</p></blockquote>",
        "<dl><dt>Gauge</dt><dd>A ruler</dd></dl>",
        "<ul><li>One boat</li><li>Two oars</li></ul>",
        '<p><img src="a.png" alt="A gauge"/></p>',
        '<iframe src="https://video.example/1" title="The flood"></iframe>',
        "<h3>Short</h3>",
        "<p>“No.”</p>",
        '<p>“No.”<sup><a href="#fn1">1</a></sup></p>',
        '<p>He refused<sup><a href="#fn1">1</a></sup></p>',
        '<p>The mayor refused <a href="/vote">the vote</a>.</p>',
    ],
)
@pytest.mark.parametrize("around", [page, str], ids=["in a site", "bare"])
def test_block_between_paragraphs_stays(block: str, around: Callable[[str], str]) -> None:
    article = f"<h1>High water</h1><p>{FIRST}</p><p>{SECOND}</p>{block}<p>{THIRD}</p><p>{LAST}</p>"
    assert block in run_pass(main_content, around(article))[0]


def test_standfirst_under_the_headline_stays() -> None:
    standfirst = "<p>A town that forgot its gauge learns to read again</p>"
    result, _ = run_pass(
        main_content, page(f"<h1>High water</h1>{standfirst}<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>")
    )
    assert standfirst in result


def test_note_after_the_last_paragraph_stays() -> None:
    result, _ = run_pass(
        main_content,
        page(
            f'<h1>High water</h1><p>{FIRST}<a href="#fn1">1</a></p><p>{SECOND}</p><p>{THIRD}</p>'
            '<ol><li id="fn1">Mill book, p. 4.</li></ol>'
        ),
    )
    assert "Mill book, p. 4." in result


@pytest.mark.parametrize(
    "words", ["Home page", "Sport pages", "The Gazette", "small print", "Most read stories", "Ten bridges"]
)
def test_furniture_of_the_site_goes(words: str) -> None:
    result, _ = run_pass(main_content, page(f"<h1>High water</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"))
    assert words not in result


def test_what_goes_is_reported_with_its_size() -> None:
    _, found = run_pass(main_content, page(f"<h1>High water</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"))
    assert {f.rule for f in found} == {"removed.boilerplate"}
    assert any("footer" in f.message and "9 words" in f.message for f in found)


def test_short_page_without_furniture_stays() -> None:
    check_finds(main_content, "<article><h1>High water</h1><p>The river rose.</p></article>")
    result, _ = run_pass(main_content, "<article><h1>High water</h1><p>The river rose.</p></article>")
    assert "High water" in result and "The river rose." in result


def test_language_of_the_article_passes_to_the_body() -> None:
    article = make_article(
        f'{NAV}<article lang="fr"><h1>La crue</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article>{FOOTER}'
    )
    tree = parse(article.body)
    list(main_content(tree, article))
    assert tree.get("lang") == "fr"
