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


ARTICLE = f"<h1>High water</h1><p>{FIRST}</p><p>{SECOND}</p>{{}}<p>{THIRD}</p><p>{LAST}</p>"


def kept(body: str) -> str:
    return run_pass(main_content, body)[0]


def test_words_beside_a_picture_in_a_line_stay() -> None:
    line = f'<p>{THIRD} <a href="/mill"><span><img src="a.png" alt="A mill"/><b>The mill</b></span></a></p>'
    assert line in kept(page(ARTICLE.format(line)))


@pytest.mark.parametrize(
    "card",
    [
        '<span><img src="a.png" alt=""/><a href="/1">The ferry</a><a href="/2">The mill</a><a href="/3">More</a></span>',
        '<span><div class="related"><ul><li><a href="/1">The ferry</a></li><li><a href="/2">The mill</a></li></ul></div></span>',
    ],
    ids=["made of lines", "made of blocks"],
)
def test_box_that_pops_up_beside_a_word_goes_and_the_word_stays(card: str) -> None:
    line = f'<p>{THIRD} <span><a href="/ann">Ann Lee</a>{card}</span> was there.</p>'
    result = kept(page(ARTICLE.format(line)))
    assert '<a href="/ann">Ann Lee</a>' in result
    assert "was there." in result
    assert "The ferry" not in result


def test_notes_stay_though_they_stand_outside_the_box_of_the_text() -> None:
    line = f'<p>{THIRD}<a class="footnote" id="r1" href="#n1"><sup>1</sup></a></p>'
    notes = '<div class="last"><h4>Footnotes</h4><h5><a id="n1" href="#r1">(1)</a></h5><p>Mill book, p. 4.</p></div>'
    text = f"<div><div><h1>High water</h1><p>{FIRST}</p><p>{SECOND}</p>{line}<p>{LAST}</p></div></div>"
    assert "Mill book, p. 4." in kept(f"{NAV}{text}{notes}{FOOTER}")


def test_formula_in_a_table_for_its_number_stays() -> None:
    formula = '<table class="disp-formula"><tbody><tr><td><mjx-container>x</mjx-container></td></tr></tbody></table>'
    assert "mjx-container" in kept(page(ARTICLE.format(formula)))


@pytest.mark.parametrize("box", ["div class='callout'", "details"])
def test_title_of_a_box_stays_with_its_text(box: str) -> None:
    tag = box.split()[0]
    title = '<div class="callout-title"><div class="callout-title-inner">Mind the step</div></div>'
    if tag == "details":
        title = "<summary>Mind the step</summary>"
    assert "Mind the step" in kept(page(ARTICLE.format(f"<{box}>{title}<div><p>{LAST}</p></div></{tag}>")))


def test_cells_of_a_table_stay_or_go_together() -> None:
    rows = "".join(f"<tr><td>{day}</td><td>{level}</td></tr>" for day, level in zip("MTWTF", range(5), strict=True))
    table = f"<table><tbody>{rows}</tbody></table>"
    assert table in kept(page(ARTICLE.format(table)))


def test_heading_over_what_goes_goes_too() -> None:
    more = (
        '<h2>More from the river</h2><ul><li><a href="/1">Ten bridges</a></li><li><a href="/2">Ten mills</a></li></ul>'
    )
    assert "More from the river" not in kept(page(ARTICLE.format("") + more))


def test_post_embedded_in_the_text_stays() -> None:
    post = '<blockquote class="twitter-tweet"><p>The gauge is wrong.</p>— Ann (@ann) <a href="https://t.example/1">May 1</a></blockquote>'
    assert "The gauge is wrong." in kept(page(ARTICLE.format(post)))


def test_loose_words_of_a_box_go_with_a_finding() -> None:
    body = f'<div id="content"><div>Share <article>{ARTICLE.format("")}</article></div>{SIDE}</div>'
    result, findings = run_pass(main_content, f"{NAV}{body}{FOOTER}")
    assert "Share" not in result
    assert any(f.rule == "removed.boilerplate" and "1 words" in f.message for f in findings)


def test_notes_and_listings_in_comments_go() -> None:
    comments = "<section class='comments'><h2>Comments</h2><div class='comment'><pre>x = 1</pre></div></section>"
    assert "x = 1" not in kept(page(ARTICLE.format("")) + comments)


@pytest.mark.parametrize(
    "line",
    [
        "Write to Ann Lee at ann@mill.example or follow her on Mastodon.",
        "Schreiben Sie Ann Lee: ann@mill.example",
        "ann@mill.example",
    ],
)
def test_line_that_says_how_to_reach_the_writer_goes_from_the_end(line: str) -> None:
    assert line not in kept(page(ARTICLE.format("") + f"<p>{line}</p>"))


def test_address_within_the_text_stays() -> None:
    line = "<p>Follow the river on Facebook or write to the mill at mill@river.example.</p>"
    assert line in kept(page(ARTICLE.format(line)))


def kept_by(author: str, body: str) -> str:
    """What stays of an article with this byline."""
    return run_pass(main_content, page(body), authors=(author,))[0]


LIFE = "Ann Lee has written about rivers and their mills for twenty years and keeps bees on the roof."


def test_line_about_the_writer_goes_from_the_end() -> None:
    assert LIFE not in kept_by("Ann Lee", ARTICLE.format("") + f"<p>{LIFE}</p>")


def test_heading_goes_with_the_line_about_the_writer() -> None:
    assert "Who writes here" not in kept_by("Ann Lee", ARTICLE.format("") + f"<h2>Who writes here</h2><p>{LIFE}</p>")


@pytest.mark.parametrize(
    ("author", "line"),
    [
        ("Bo Ray", LIFE),
        ("Lee & Ray", "Lee & Ray are the mill that this town buys its flour from, and have been all along."),
        (
            "Ann Lee",
            "Lee, whose boat was the last one on the river, says that she will not row again. So says Ann Lee.",
        ),
        ("Ann Lee", "Ann Lee, On the weirs of the lower river and what they cost the towns, Millbridge 1998."),
        ("Ann Lee", "Ann Lee, Millbridge"),
    ],
    ids=["somebody else", "a firm", "named late", "a reference", "a signature"],
)
def test_last_line_that_is_not_about_the_writer_stays(author: str, line: str) -> None:
    assert line.replace("&", "&amp;") in kept_by(author, ARTICLE.format("") + f"<p>{line.replace('&', '&amp;')}</p>")


def test_line_that_names_the_writer_within_the_text_stays() -> None:
    assert LIFE in kept_by("Ann Lee", ARTICLE.format(f"<p>{LIFE}</p>"))


@pytest.mark.parametrize("heading", ["About the author", "Über die Autorin", "À propos de l’auteur:", "Sobre el autor"])
def test_section_about_the_writer_goes_from_the_end(heading: str) -> None:
    result = kept(page(ARTICLE.format("") + f"<h2>{heading}</h2><p>{LIFE}</p><h2>After the flood</h2><p>{LAST}</p>"))
    assert heading not in result
    assert LIFE not in result
    assert f"<h2>After the flood</h2><p>{LAST}</p>" in result


def test_section_about_the_writer_of_a_book_stays_where_it_is_the_text() -> None:
    result = kept(
        page(f"<h1>The miller</h1><p>{FIRST}</p><h2>About the author</h2><p>{SECOND}</p><p>{THIRD}</p><p>{LAST}</p>")
    )
    assert f"<h2>About the author</h2><p>{SECOND}</p>" in result


def test_what_is_hidden_from_eyes_and_ears_goes() -> None:
    line = "Are you a program? A plain version of this page, made for reading by programs, is kept beside it on the server."
    hidden = f'<div style="display:none;" hidden="true" aria-hidden="true">{line}</div>'
    assert "program" not in kept(page(ARTICLE.format(hidden)))
    assert "program" in kept(page(ARTICLE.format(f"<p>{line}</p>")))


HEADLINES = "".join(
    f'<li><a href="/{n}">{words}</a> and so on</li>'
    for n, words in enumerate(("Ten bridges that nobody crossed", "The mill in the winter", "How the ferry was sunk"))
)


def test_list_of_other_headlines_within_the_text_goes() -> None:
    assert "Ten bridges" not in kept(page(ARTICLE.format(f"<ul>{HEADLINES}</ul>")))


def test_list_of_headlines_that_the_text_announces_stays() -> None:
    assert "Ten bridges" in kept(page(ARTICLE.format(f"<p>{SECOND[:-1]}:</p><ul>{HEADLINES}</ul>")))


def test_box_for_sharing_within_the_text_goes() -> None:
    bar = '<div class="sharedaddy sd-like"><h3>Like this:</h3><div>Like Loading...</div></div>'
    assert "Like" not in kept(page(ARTICLE.format(bar)))


def test_list_of_links_stays_between_kept_lines_whatever_boxes_are_around_them() -> None:
    items = "".join(f'<li><p><a href="/{n}">Mend the gauge and the weir below it</a></p></li>' for n in range(4))
    text = f'<div class="p"><p>{SECOND[:-1]}:</p></div><div class="u"><ul>{items}</ul></div><div class="p"><p>{LAST}</p></div>'
    assert "Mend the gauge" in kept(page(ARTICLE.format(text)))


def test_table_without_links_is_no_menu_and_keeps_its_heading() -> None:
    rows = "".join(f"<tr><td>{day}</td><td>{level}</td></tr>" for day, level in zip("MTWTF", range(5), strict=True))
    table = f'<div class="drawer nav-drawer"><h3>Levels in May</h3><table><tbody>{rows}</tbody></table></div>'
    result = kept(page(ARTICLE.format(table)))
    assert "<td>M</td>" in result
    assert "Levels in May" in result


def test_contents_of_the_article_itself_stay_between_its_lines() -> None:
    items = "".join(f'<li><a href="#part-{n}">The gauge in part {n}</a></li>' for n in range(4))
    text = f'<p>{SECOND}</p><div class="u"><ul>{items}</ul></div><p>{LAST}</p>'
    assert "The gauge in part 3" in kept(page(ARTICLE.format(text)))
