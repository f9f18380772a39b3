"""Every element stands where HTML allows it, and boxes that mean nothing are gone."""

from __future__ import annotations

import pytest

from ebook.passes.structure import structure
from tests.tools import check_noop, check_transformed, run_pass


@pytest.mark.parametrize(
    "body",
    [
        "<header><h1>A</h1></header><h2>B</h2><p>c <em>d</em></p>",
        "<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>",
        "<ol><li><p>a</p><p>b</p></li></ol>",
        "<table><tbody><tr><td>a</td><td></td></tr></tbody></table>",
        "<blockquote><p>a</p></blockquote><pre>  a\n  b</pre><hr/>",
        '<figure><img src="a.png" alt="b"/><figcaption>c</figcaption></figure>',
        "<dl><dt>a</dt><dd>b</dd></dl>",
        '<section role="doc-endnotes"><h2>Notes</h2><ol><li>a</li></ol></section>',
        '<div role="region" tabindex="0"><table><tbody><tr><td>a</td></tr></tbody></table></div>',
        "<aside><h2>a</h2><p>b</p></aside>",
        "<p>one<br/>two</p>",
        '<p><math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><mi>x</mi></math></p>',
    ],
)
def test_sound_structure_stays(body: str) -> None:
    check_noop(structure, body)


@pytest.mark.parametrize(
    "body",
    [
        "one<div>two<p>three</p>four</div>five",
        "<p>one<div>two</div>three<ul><li>four</li></ul>five</p>",
        "<em>one<ul><li>two<p>three</p></li></ul>four</em>five",
        "<h2>one<p>two</p><ul><li>three</li></ul>four</h2>five",
        "<table><tbody><tr><td>one<p>two</p>three</td></tr></tbody></table>four<p>five</p>",
        '<a href="#x">one<p>two</p>three<h3>four</h3></a>five',
        '<figure>one<img src="a.png" alt="b"/>two<figcaption>three<p>four</p></figcaption>five</figure>',
        "<dl><dt>one<p>two</p></dt><dd>three<div>four</div></dd></dl>five",
        "<q>one<blockquote>two</blockquote>three</q>four<center>five</center>",
        "<b><i>one<div>two</div></i>three<u><p>four</p></u></b>five",
        "<details><summary>one</summary>two</details><nav>three</nav><address>four</address><form>five</form>",
    ],
)
def test_every_word_stays_once_and_in_order(body: str) -> None:
    result, _ = run_pass(structure, body)
    places = [result.find(f"{word}") for word in ("one", "two", "three", "four", "five")]
    assert -1 not in places
    assert places == sorted(places)
    assert all(result.count(w) == 1 for w in ("one", "two", "three", "four", "five"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "<div>One<br/><br/>two <em>and<ul><li>three</li></ul></em></div>",
            "<p>One</p><p>two <em>and</em></p><ul><li>three</li></ul>",
        ),
        ("<div><div><p>a</p></div></div>", "<p>a</p>"),
        ("a <b>c</b><p>d</p>", "<p>a <b>c</b></p><p>d</p>"),
        ("<p>a<p>b</p>c</p>", "<p>a</p><p>b</p><p>c</p>"),
        ("<b><p>a</p><p>c</p></b>", "<p><b>a</b></p><p><b>c</b></p>"),
        ("<p> </p><p>a</p><p><br/></p>", "<p>a</p>"),
        ("<blockquote>a</blockquote>", "<blockquote><p>a</p></blockquote>"),
        ('<p><a href="#x">a <a href="#y">b</a></a></p>', '<p><a href="#x">a b</a></p>'),
        ("<ul><li>a<p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("<p>a</p><ul></ul><p>b</p>", "<p>a</p><p>b</p>"),
        ("<p><br/>a<br/></p>", "<p>a</p>"),
    ],
)
def test_content_finds_its_place(before: str, after: str) -> None:
    check_transformed(structure, before, after)


def test_words_of_neighbouring_boxes_do_not_run_together() -> None:
    check_transformed(structure, "<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>")


def test_blocks_in_a_heading_become_words_in_a_row() -> None:
    result, _ = run_pass(structure, "<h2><p>One</p><p>two</p><ul><li>three</li></ul></h2>")
    assert result.startswith("<h2>") and result.endswith("</h2>")
    assert result[4:-5].split() == ["One", "two", "three"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<div lang="fr"><p>a</p></div>', '<p lang="fr">a</p>'),
        ('<div lang="fr">a<p>b</p></div>', '<p lang="fr">a</p><p lang="fr">b</p>'),
        ('<div dir="rtl"><p dir="ltr">a</p><p>b</p></div>', '<p dir="ltr">a</p><p dir="rtl">b</p>'),
        ('<div id="x"><p>a</p><p>b</p></div>', '<p id="x">a</p><p>b</p>'),
        ('<div id="x"><p id="y">a</p></div>', '<p><span id="x"></span></p><p id="y">a</p>'),
    ],
)
def test_what_a_box_said_passes_to_its_content(before: str, after: str) -> None:
    check_transformed(structure, before, after)


def test_id_of_a_paragraph_cut_in_two_stands_once() -> None:
    result, _ = run_pass(structure, '<p id="x">a<ul><li>b</li></ul>c</p>')
    assert result.count('id="x"') == 1
    assert result.index('id="x"') < result.index("a</p>")


def test_target_of_a_link_stays_when_its_paragraph_is_empty() -> None:
    result, _ = run_pass(structure, '<p><a id="x"></a></p><p>a</p>')
    assert 'id="x"' in result


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>One<br/><em> </em><br/>two</p>", "<p>One</p><p>two</p>"),
        ("<ul><li><p><span/></p></li><li>one</li></ul>", "<ul><li>one</li></ul>"),
        ('<div><span id="a">one<p>two</p>three</span></div>', '<p><span id="a">one</span></p><p>two</p><p>three</p>'),
        ("<ruby>a<rp>b</rp></ruby>", "<p>ab</p>"),
        ("<pre>one<h2>two</h2></pre>", "<p>one</p><h2>two</h2>"),
        ('<a href="x" data-source-line="3"><p data-source-line="5">one</p></a>', None),
    ],
    ids=["breaks", "hollow-item", "cut-span", "ruby", "pre-with-blocks", "line"],
)
def test_what_becomes_hollow_goes_in_the_same_run(before: str, after: str | None) -> None:
    result, _ = run_pass(structure, before)
    assert after is None or result.replace("\n", "") == after


def test_line_break_goes_when_the_heading_below_it_was_hollow() -> None:
    check_transformed(structure, "<figure>baba <br/> <h2></h2></figure>", "<figure><p>baba</p></figure>")


def test_link_alone_in_a_figure_is_its_paragraph() -> None:
    check_transformed(
        structure, '<figure><a href="x">baba</a></figure>', '<figure><p><a href="x">baba</a></p></figure>'
    )
