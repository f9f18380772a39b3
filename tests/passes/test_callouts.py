"""Call-outs and boxes become asides; the author's own paragraphs stay paragraphs."""

from __future__ import annotations

import pytest

from ebook.markup import parse, text_of
from ebook.model import Kind
from ebook.passes.callouts import callouts
from tests.tools import check_finds, check_noop, check_transformed, run_pass

LONG = "A slow flood does more harm than a fast one, because nobody leaves in time."
OTHER = "The gauge at the bridge has been read by hand every morning since 1871."


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LONG}</p>",
        f"<p>Why this matters</p><p>{LONG}</p>",
        f"<blockquote><p>{LONG}</p></blockquote>",
        f'<section class="chapter"><p>{LONG}</p></section>',
        "<aside></aside>",
    ],
)
def test_ordinary_blocks_of_a_page_stay(body: str) -> None:
    check_noop(callouts, body)


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{LONG}</p><p>Why this matters</p>",
        "<p>Background</p><p>None.</p>",
        f"<p>Ines Halloran</p><p>{LONG}</p><p>Ines Halloran</p><p>{OTHER}</p>",
        f"<p>The gauge</p><p>{LONG}</p>",
    ],
)
def test_lines_of_a_text_that_introduce_no_box_stay(body: str) -> None:
    check_noop(callouts, body, kind=Kind.TEXT)


def test_labelled_box_of_a_text_becomes_an_aside() -> None:
    found = check_transformed(
        callouts,
        f"<p>{OTHER}</p><p>Why this matters</p><p>{LONG}</p><p>{OTHER}</p>",
        f"<p>{OTHER}</p><aside><h2>Why this matters</h2><p>{LONG}</p></aside><p>{OTHER}</p>",
        kind=Kind.TEXT,
    )
    assert [f.rule for f in found] == ["callout.found"]
    assert "Why this matters" in found[0].message


def test_repeated_box_stands_once() -> None:
    box = f"<p>Why we wrote this</p><p>{LONG}</p>"
    found = check_transformed(
        callouts,
        f"{box}<p>{OTHER}</p>{box}<p>The end.</p>",
        f"<aside><h2>Why we wrote this</h2><p>{LONG}</p></aside><p>{OTHER}</p><p>The end.</p>",
        kind=Kind.TEXT,
    )
    assert [f.rule for f in found] == ["callout.found", "removed.repeat"]


@pytest.mark.parametrize(
    "opening", ['<div class="callout">', '<section class="info-box">', '<div role="note">', "<aside>"]
)
def test_box_of_a_page_becomes_an_aside(opening: str) -> None:
    tag = opening[1:].split(" ")[0].rstrip(">")
    found = check_transformed(
        callouts, f"{opening}<p>{LONG}</p></{tag}>", f"<aside{opening[1 + len(tag) :]}<p>{LONG}</p></aside>"
    )
    assert [f.rule for f in found] == ["callout.found"]


def test_title_of_a_box_becomes_its_heading() -> None:
    check_transformed(
        callouts,
        f'<div class="admonition"><p class="admonition-title">Note</p><p>{LONG}</p></div>',
        f'<aside class="admonition"><h2 class="admonition-title">Note</h2><p>{LONG}</p></aside>',
    )


@pytest.mark.parametrize(
    "box",
    [
        f'<div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p><p>{LONG}</p></div>',
        f'<div class="callout" data-callout="note"><div class="callout-title"><div class="callout-title-inner">Note</div></div>'
        f"<div><p>{LONG}</p></div></div>",
        f'<div class="theme-admonition alert"><div class="admonitionHeading_x1"><span><svg/></span>Note</div><p>{LONG}</p></div>',
        f'<div class="admonitionblock"><table><tr><td class="icon"><i title="Note"/></td><td><p>{LONG}</p></td></tr></table></div>',
        f'<details class="admonition"><summary>Note</summary><p>{LONG}</p></details>',
        f"<blockquote><p>[!NOTE]<br/>{LONG}</p></blockquote>",
        f"<blockquote><p>[!tip] Note\n{LONG}</p></blockquote>",
        f'<div class="alert-box" role="note"><h4>Note</h4><p>{LONG}</p></div>',
    ],
)
def test_boxes_of_documentation_keep_their_title(box: str) -> None:
    result, _ = run_pass(callouts, box)
    aside = parse(f"<body>{result}</body>")[0]
    assert aside.tag == "aside"
    assert [text_of(h) for h in aside.iter("h2", "h4")] == ["Note"]
    assert text_of(aside).replace(" ", "") == ("Note" + LONG).replace(" ", "")


def test_box_of_notes_is_no_callout() -> None:
    check_noop(
        callouts, '<p>A<sup><a href="#n1">1</a></sup></p><div class="note"><p id="n1">1. A long enough note.</p></div>'
    )


def test_box_within_a_box_stays_a_part_of_it() -> None:
    check_finds(callouts, f'<aside><div class="note"><p>{LONG}</p></div></aside>', "callout.found")


def test_pull_quote_that_repeats_the_text_goes() -> None:
    found = check_transformed(
        callouts,
        f'<p>{LONG} {OTHER}</p><blockquote class="pullquote"><p>“{LONG}”</p></blockquote>',
        f"<p>{LONG} {OTHER}</p>",
    )
    assert [f.rule for f in found] == ["removed.repeat"]


def test_pull_quote_with_words_of_its_own_stays_as_quotation() -> None:
    check_transformed(
        callouts,
        f'<p>{OTHER}</p><aside class="pullquote"><p>{LONG}</p></aside>',
        f'<p>{OTHER}</p><blockquote class="pullquote"><p>{LONG}</p></blockquote>',
    )


@pytest.mark.parametrize("name", ["pull-quote", "article-pullquote", "wp-block-pullquote", "entry__pull_quote"])
def test_pull_quote_is_known_by_any_of_its_names(name: str) -> None:
    check_transformed(
        callouts,
        f'<p>{LONG} {OTHER}</p><figure class="{name}"><blockquote><p>{LONG}</p><cite>Ann Lee</cite></blockquote></figure>',
        f"<p>{LONG} {OTHER}</p>",
    )


def test_text_after_a_removed_pull_quote_stays() -> None:
    check_transformed(
        callouts,
        f'<div><p>{LONG}</p><div class="pullquote">{LONG}</div>and so on</div>',
        f"<div><p>{LONG}</p>and so on</div>",
    )
