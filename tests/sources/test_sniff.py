"""What a text is, judged by its content."""

from __future__ import annotations

import pytest

from ebook import sources
from ebook.model import Kind
from ebook.sources.sniff import kind_of
from tests.books import LIMITS

TEXTS = [
    "The river rose in the night.\n\nBy the morning it stood at the second step.\n",
    "If a < b and b > c, then nothing follows.\n\nA * B * C is a product.\n",
    "Prices\n\n1. bread\n2. milk\n",
    "She wrote:\n\n> come home\n\nand nothing else.\n",
    "#flood is what people wrote that night.\n\nThey wrote it 900 times.\n",
    "A file_name_with_lines and 5 * 3 * 2 stars.\n",
    "The river rose in the night.\n-----\nBy the morning it stood at the second step.\n-----\nThe bridge held.\n",
    "Notes of a warden\n-----------------\n\nThe river rose in the night.\n",
    "<script> is what begins a program, and nobody closes it here.\n\nThen the text goes on.\n",
]
PAGES = [
    "<!DOCTYPE html>\n<html><body><p>One</p></body></html>",
    '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>One</p></body></html>',
    "<!-- saved from url=(0014)about:internet -->\n<html><body><p>One</p></body></html>",
    "\n\n  <HTML><BODY><P>One</BODY></HTML>",
    "<p>A piece of a page.</p>\n<p>Another one.</p>",
    '<div class="post"><h1>Title</h1><p>One.</p></div>',
    "<article><p>## not a heading</p><p>**not bold**</p></article>",
    "<script>var a = 1;</script>\n<div><p>One</p></div>",
    '<script src="a.js"></script><style>\n# x { color: red }\n</style><p>One</p>',
    '\n <style type="text/css">p { margin: 0 }</style>One',
    '<link rel="stylesheet" href="a.css">\n<link rel="icon" href="b.png">\n<p>One</p>',
    '<meta charset="utf-8"><title>A title</title>\nOne<br>two',
    "<title>A title</title><p>One",
    '<noscript><img src="a.png"></noscript><p>One</p>',
    '<!-- a --><!--[if lt IE 9]><script src="a.js"></script><![endif]--><![if !IE]><html><![endif]><p>One',
    "\ufeff\n\n<!-- a -->\n<script>x</script>\n<p>One</p>",
    "<html><body><pre># a comment\n- a\n- b\n</pre><p>`x`</p></body></html>",
]
MARKDOWNS = [
    "# Title\n\nA paragraph.\n",
    "Title\n=====\n\nA paragraph.\n",
    "---\ntitle: A\n---\n\nA paragraph.\n",
    "---\ntitle: [broken\n---\n\nA paragraph.\n",
    "<!-- a remark -->\n\n# Title\n\nA paragraph.\n",
    "<style>p { margin: 0 }</style>\n\n# Title\n\nA paragraph.\n",
    "First\n-----\n\nA paragraph.\n\nSecond\n------\n\nAnother one.\n",
    "First\n---\n\nA paragraph with **bold** words.\n",
    "Text with **bold** and a [link](https://example.org/).\n",
    "```python\nprint('<p>x</p><p>y</p>')\n```\n",
    "| a | b |\n| - | - |\n| 1 | 2 |\n\n- x\n- y\n",
    "# Title\n\n<div>\n<p>raw</p>\n</div>\n\nMore text.\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_plain_text_stays_plain_text(text):
    assert kind_of(text) is Kind.TEXT


@pytest.mark.parametrize("text", PAGES)
def test_page_is_a_page(text):
    assert kind_of(text) is Kind.PAGE


@pytest.mark.parametrize("text", MARKDOWNS)
def test_markdown_is_markdown(text):
    assert kind_of(text) is Kind.MARKDOWN


def test_prose_that_speaks_about_tags_keeps_its_words():
    text = "How pages are made\n\nPut <p> before a paragraph and </p> after it. A box begins with <div> and ends with </div>.\n"
    assert kind_of(text) is Kind.TEXT


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("article.txt", PAGES[0], Kind.PAGE),
        ("article.md", PAGES[0], Kind.PAGE),
        ("article.html", MARKDOWNS[0], Kind.MARKDOWN),
        ("article.html", TEXTS[0], Kind.TEXT),
        ("article.dat", MARKDOWNS[2], Kind.MARKDOWN),
        ("article", PAGES[4], Kind.PAGE),
        ("picture.png", TEXTS[0], Kind.TEXT),
    ],
)
def test_the_name_of_a_file_decides_nothing(tmp_path, name, text, kind):
    path = tmp_path / name
    path.write_text(text)
    assert sources.read(sources.Reference(source=str(path)), **LIMITS).kind is kind
