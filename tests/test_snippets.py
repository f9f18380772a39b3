"""Snippets: the words that a reader of the page sees, and nothing that stands behind a formula."""

from __future__ import annotations

from ebook.markup import parse, snippet

FORMULA = (
    "<math><semantics><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow>"
    '<annotation encoding="application/x-tex">\\frac{x+1}{1}</annotation></semantics></math>'
)


def test_snippet_does_not_show_the_source_of_a_formula():
    assert snippet(parse(f"<p>Here {FORMULA} holds.</p>")) == "Here x+1 holds."


def test_snippet_of_an_element_without_words_is_its_start_tag():
    assert snippet(parse('<p><img src="a.png"/></p>')[0]) == '<img src="a.png">'
