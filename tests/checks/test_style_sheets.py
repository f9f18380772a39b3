"""Style sheets of the user's."""

from __future__ import annotations

import pytest

from ebook import themes
from ebook.checks.css import check_css, contrast
from ebook.rules import Severity


def rules(text: str) -> list[str]:
    return [f.rule for f in check_css(text, "my.css")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/* nothing */",
        "h1 { font-size: 1.5em; margin: 1em 0 }",
        ".note { color: #222; background-color: #fff }",
        "figure { border: 1px solid }",
        "aside { color: inherit }",
        "p { text-align: start; margin: 0 0 1em }",
        "@media (prefers-color-scheme: dark) { aside { color: #fff; background: #000 } }",
        "img { max-width: 100%; height: auto }",
        "h1 { font-size: 0 }",
        "table { width: 90% }",
        'q::before { content: "“" }',
        '@charset "utf-8";\nh1 { margin: 1em }',
        "a { color: currentColor; background: none }",
    ],
)
def test_good_style_sheet_is_left_alone(text):
    assert rules(text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (".a { color: #777; background-color: #888 }", "css.contrast"),
        (".a { color: yellow; background: white }", "css.contrast"),
        (".a { color: hsl(0 0% 60%); background: #fff url(#x) }", "css.contrast"),
        ("@media print { .a { color: #999; background: #fff } }", "css.contrast"),
        (".a { margin: 0 !important }", "css.important"),
        ("h1 { font-size: 18px }", "css.fixed-size"),
        ("h1 { line-height: 14pt }", "css.fixed-size"),
        ("table { width: 800px }", "css.fixed-size"),
        ("h1 { font: bold 18px/1.2 serif }", "css.fixed-size"),
        ("@media screen { h1 { FONT-SIZE: 18PX } }", "css.fixed-size"),
        ("body { font-family: Comic Sans MS }", "css.reader-choice"),
        ("p, h1 { line-height: 1.2 }", "css.reader-choice"),
        ("P:first-child { letter-spacing: 1em }", "css.reader-choice"),
        ("* { text-align: justify }", "css.reader-choice"),
        ("body { font: 1em serif }", "css.reader-choice"),
        ("main p { font-size: 0.5em }", "css.reader-choice"),
        (".a { color: #333 }", "css.colour-alone"),
        (".a { background: #eee }", "css.colour-alone"),
        ("h1 { direction: rtl }", "css.forbidden"),
        ("h1 { unicode-bidi: embed }", "css.forbidden"),
        ("@import 'x.css';", "css.forbidden"),
        ("@IMPORT url(x.css);", "css.forbidden"),
        ("h1 { background: url(https://example.org/x.png) no-repeat }", "css.forbidden"),
        ("h1 { background: url('//example.org/x.png') }", "css.forbidden"),
        ("@font-face { font-family: A; src: url(https://example.org/a.ttf) }", "css.forbidden"),
        ("h1 { position: fixed }", "css.forbidden"),
        ("h1 { position: FIXED }", "css.forbidden"),
        ("h1 { behavior: url(#x) }", "css.forbidden"),
        ("h1 { width: expression(alert(1)) }", "css.forbidden"),
        ("h1 { background: url(javascript:x) }", "css.forbidden"),
        ('h1 { background: url("https://example.org/x.png") }', "css.forbidden"),
        ('.a { list-style-image: url("data:image/png;base64,AA") }', "css.forbidden"),
        ("} h1 { margin: 0 }", "css.syntax"),
        ("h1 { margin }", "css.syntax"),
    ],
)
def test_fault_is_found(text, rule):
    assert rule in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "h1 { background: url(map.png) }",
        "@font-face { font-family: A; src: url(a.ttf) }",
        "h1 { background: url('../map.png') }",
    ],
)
def test_file_that_will_not_be_in_the_book_is_found(text):
    assert "css.forbidden" in rules(text)


def test_finding_names_file_line_and_selector():
    (finding,) = check_css("h1 { margin: 0 }\n\n.note,\n.box {\n  margin: 0 !important;\n}\n", "my.css")
    assert (finding.place.file, finding.place.line, finding.place.snippet) == ("my.css", 5, ".note,\n.box")


@pytest.mark.parametrize("name", themes.names())
def test_themes_of_the_house_hold_no_error(name):
    assert [
        f
        for f in check_css(themes.load(name).css, name)
        if f.severity in (Severity.ERROR, Severity.FATAL) and f.rule != "css.forbidden"
    ] == []


def test_plain_theme_leaves_the_reader_every_choice():
    assert [
        f.rule
        for f in check_css(themes.load("plain").css, "plain")
        if f.rule in ("css.important", "css.fixed-size", "css.reader-choice")
    ] == []


def test_contrast_is_that_of_the_standard():
    assert contrast(1.0, 0.0) == contrast(0.0, 1.0) == pytest.approx(21)
    assert contrast(0.5, 0.5) == 1


@pytest.mark.parametrize(
    "text",
    [
        "{{{{",
        "@media {",
        "a{b:c",
        "\x00\x01",
        "/* open",
        "a { b: url( }",
        "@" * 500,
        "(" * 3000,
        "h1 { color: rgb(; background: #fff }",
    ],
)
def test_garbage_never_raises(text):
    check_css(text, "my.css")
