"""Articles that a page shows only by script come to light; what shows already is not doubled."""

from __future__ import annotations

import html
import json
import time

import pytest

from ebook.sources import from_text
from tests.tools import chapter_of, chapter_tree, words_of

SENTENCES = [
    f"On day {n} the river stood {n} hands above the quay and the ferry of house {n} stayed at its post."
    for n in range(30)
]
MENU = "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>"
PLAIN = "\n\n".join(" ".join(SENTENCES[i : i + 3]) for i in range(0, 30, 3))
MARKUP = "".join(f"<p>{' '.join(SENTENCES[i : i + 3])}</p>" for i in range(0, 30, 3))


def page(body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang=en><head><title>The flood</title>{head}</head><body>{MENU}"
        f"<h1>The flood</h1>{body}<footer>All rights reserved</footer></body></html>"
    )


def linked(body: str) -> str:
    facts = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The flood", "articleBody": body}
    return f'<script type="application/ld+json">{json.dumps(facts)}</script>'


def counts(text: str) -> set[int]:
    """How often each sentence stands in the chapter that a page makes."""
    words = words_of(chapter_tree(chapter_of(text)))
    return {words.count(sentence) for sentence in SENTENCES}


def rules(text: str) -> list[str]:
    return [f.rule for f in from_text(text, "a.html").findings]


HIDDEN = {
    "json-ld plain": page("<div id=app></div>", linked(PLAIN)),
    "json-ld one line": page("<div id=app></div>", linked(" ".join(SENTENCES))),
    "json-ld markup": page("<div id=app></div>", linked(MARKUP)),
    "json-ld escaped": page("<div id=app></div>", linked(html.escape(MARKUP))),
    "state": page(
        '<div id=app></div><script type="application/json">'
        + json.dumps({"props": {"post": {"title": "The flood", "bodyHtml": MARKUP}}})
        + "</script>"
    ),
    "state assigned": page(
        "<div id=app></div><script>window.__STATE__ = " + json.dumps({"a": [{"content": PLAIN}]}) + ";</script>"
    ),
    "state in pieces": page(
        '<div id=app></div><script type="application/json">'
        + json.dumps({"body": [{"type": "paragraph", "text": s} for s in SENTENCES]})
        + "</script>"
    ),
    "hidden": page(f"<div hidden>{MARKUP}</div>"),
    "aria-hidden": page(f'<div aria-hidden="true">{MARKUP}</div>'),
    "display none": page(f'<div style="display: none">{MARKUP}</div>'),
    "hidden class": page(f'<div class="hidden">{MARKUP}</div>'),
    "body invisible": page(MARKUP).replace("<body>", '<body style="opacity:0">'),
    "template": page(f"<template>{MARKUP}</template>"),
    "noscript": page(f"<div id=app></div><noscript>{MARKUP}</noscript>"),
    "shadow root": page(f"<x-story><template shadowrootmode=open><div>{MARKUP}</div></template></x-story>"),
    "slot": page(f"<x-story><template shadowrootmode=open><div><slot></slot></div></template>{MARKUP}</x-story>"),
    "textarea": page(f"<textarea class=lazy>{html.escape(MARKUP)}</textarea>"),
}


@pytest.mark.parametrize("text", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_is_in_the_chapter_once(text: str) -> None:
    assert counts(text) == {1}


@pytest.mark.parametrize("name", ["json-ld plain", "state", "hidden", "template", "textarea"])
def test_where_it_was_found_is_said(name: str) -> None:
    assert rules(HIDDEN[name]) == ["content.hidden"]


def test_paragraphs_of_the_data_are_kept() -> None:
    assert chapter_of(HIDDEN["json-ld plain"]).xhtml.count("<p>On day") == 10


@pytest.mark.parametrize(
    "text",
    [
        page(MARKUP, linked(PLAIN)),
        page(MARKUP.replace("<p>", "<div>").replace("</p>", "</div>"), linked(" ".join(SENTENCES))),
        page(MARKUP, linked("Short.")),
        page(f"{MARKUP}<template><p>{'Menu entry of a dialog that is not shown. ' * 5}</p></template>"),
        page(f"{MARKUP}<div hidden><p>{'Cookies help us to do this and that. ' * 20}</p></div>"),
        page(MARKUP + '<script type="application/json">' + json.dumps({"body": "Another story. " * 400}) + "</script>"),
    ],
)
def test_what_shows_is_not_doubled_or_replaced(text: str) -> None:
    assert counts(text) == {1}
    assert rules(text) == []


def test_preview_is_continued_without_repeating_it() -> None:
    preview = f"<div class=story><p>{' '.join(SENTENCES[:3])}</p></div><p class=wall>Subscribe to read on.</p>"
    text = page(preview, linked(PLAIN))
    assert counts(text) == {1}
    words = words_of(chapter_tree(chapter_of(text)))
    assert [words.index(s) for s in SENTENCES] == sorted(words.index(s) for s in SENTENCES)


def test_preview_is_continued_in_a_text_without_lines() -> None:
    preview = f"<div class=story><p>{' '.join(SENTENCES[:4])}</p></div>"
    assert counts(page(preview, linked(" ".join(SENTENCES)))) == {1}


@pytest.mark.parametrize(
    "script",
    [
        '<script type="application/ld+json">{"articleBody": ' + "[" * 50_000 + "</script>",
        '<script type="application/ld+json">{"articleBody": "' + "a " * 500 + "</script>",
        '<script type="application/json">null' + " " * 600 + "</script>",
        "<script>x = {" + "a" * 1000 + "</script>",
    ],
)
def test_broken_data_is_passed_over(script: str) -> None:
    assert rules(page("<p>The river rose.</p>" + script)) == []


def test_much_hidden_markup_takes_no_long_time() -> None:
    start = time.process_time()
    from_text(page("<div hidden>" * 150 + "<p>The river rose.</p>" * 5000), "a.html")
    from_text(page("<div hidden><p>The river rose again.</p></div>" * 5000), "a.html")
    assert time.process_time() - start < 8
