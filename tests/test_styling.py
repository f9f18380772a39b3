"""What style sheets take from readers."""

from __future__ import annotations

import pytest

from ebook.styling import Limit, inline_limits, style_of


@pytest.mark.parametrize(
    "css",
    [
        "p { font-size: 1.1em; line-height: 1.4; letter-spacing: 0.02em }",
        "img { width: 600px; height: 400px; overflow: hidden }",
        "table { border: 1px solid }",
        "div { max-width: 30em; min-width: 200px }",
        "h1 { margin: 20px !important }",
        ".scroller { height: 20em; overflow: auto }",
        "@media print { p { font-size: 10pt } }",
        "p { line-height: 0 }",
    ],
)
def test_what_leaves_readers_their_choice_is_no_limit(css):
    assert style_of(css).limits == ()


@pytest.mark.parametrize(
    ("css", "text"),
    [
        ("p { font-size: 12pt }", "p { font-size: 12pt }"),
        ("p { font: 12px/1.5 serif }", "p { font: 12px/1.5 serif }"),
        ("p { line-height: 18px }", "p { line-height: 18px }"),
        ("p { text-align: justify !important }", "p { text-align: justify !important }"),
        ("nav { position: fixed }", "nav { position: fixed }"),
        ("main { width: 900px }", "main { width: 900px }"),
        ("div { height: 200px; overflow: hidden }", "div { overflow: hidden }"),
        ("@media screen { p { font-size: 12px } }", "p { font-size: 12px }"),
    ],
)
def test_what_takes_a_choice_is_named(css, text):
    assert style_of(css).limits == (Limit(line=1, text=text),)


@pytest.mark.parametrize(
    ("css", "contrasts", "halves"),
    [
        ("p { margin: 0 }", (), 0),
        ("p { color: #000; background: #fff }", (21.0,), 0),
        ("p { color: black; background: url(x.png) white }", (21.0,), 0),
        ("p { color: inherit }", (), 0),
        ("p { color: red }", (), 1),
        ("p { background: none }", (), 0),
    ],
)
def test_pairs_of_colours(css, contrasts, halves):
    found = style_of(css)
    assert tuple(round(c, 1) for c in found.contrasts if c) == contrasts
    assert found.half_pairs == halves


def test_animation_and_vertical_lines_are_seen():
    assert style_of("p { animation: a 1s }").moving and not style_of("p { animation: none }").moving
    assert style_of("html { -epub-writing-mode: vertical-rl }").vertical


@pytest.mark.parametrize(
    ("style", "limits"),
    [("", False), ("margin: 1em", False), ("font-size: 9px", True), ("color: red !important", True)],
)
def test_style_in_the_text(style, limits):
    assert inline_limits(style) == limits


def test_sheet_that_is_nested_too_deep_is_not_trusted():
    assert style_of(f"p {{ color: {'a(' * 20000}{')' * 20000} }}") is not None
    assert style_of("p { color: ") is not None
