"""Terms are marked where a sentence defines them, once; nothing else of the text changes."""

from __future__ import annotations

import pytest

from ebook.passes.definitions import definitions
from ebook.terms import find_definitions
from tests.tools import check_noop, run_pass

TEXT = "A weir is a structure that holds a river back."
MEANING = "a structure that holds a river back"


def marked(term: str, score: float, meaning: str = MEANING) -> str:
    return f'<dfn data-meaning="{meaning}" data-score="{score:g}">{term}</dfn>'


SCORE = find_definitions(TEXT)[0].score


@pytest.mark.parametrize(
    "body",
    [
        "<p>The river rose at dawn.</p>",
        f"<h2>{TEXT}</h2>",
        f"<pre>{TEXT}</pre>",
        f"<p><code>{TEXT}</code></p>",
        f"<blockquote><p>{TEXT}</p></blockquote>",
        f"<p><q>{TEXT}</q></p>",
        f"<table><tr><td><p>{TEXT}</p></td></tr></table>",
        f"<figure><figcaption><p>{TEXT}</p></figcaption></figure>",
        '<p>A <a href="weir.html">weir</a> is a structure that holds a river back.</p>',
        f"<p><dfn>Weir</dfn>: a low dam.</p><p>{TEXT}</p>",
        f"<dl><dt>weir</dt><dd>a low dam</dd></dl><p>{TEXT}</p>",
        f'<p lang="xx">{TEXT}</p>',
    ],
)
def test_what_is_no_definition_of_the_body_stays(body: str) -> None:
    check_noop(definitions, body)


@pytest.mark.parametrize("tag", ["p", "li"])
def test_term_is_marked_with_its_meaning_and_score(tag: str) -> None:
    result, found = run_pass(definitions, f"<{tag}>{TEXT}</{tag}>")
    assert result == f"<{tag}>A {marked('weir', SCORE)} is a structure that holds a river back.</{tag}>"
    assert not found


def test_term_is_marked_once_in_a_chapter() -> None:
    result, _ = run_pass(definitions, f"<p>{TEXT}</p><p>{TEXT}</p>")
    assert result.count("<dfn") == 1


def test_term_in_italics_is_marked_inside_them_and_likelier() -> None:
    result, _ = run_pass(definitions, "<p>A <em>weir</em> is a structure that holds a river back.</p>")
    score = find_definitions(TEXT, "en", [(2, 6)])[0].score
    assert score > SCORE
    assert f"<em>{marked('weir', score)}</em>" in result


def test_terms_of_one_paragraph_keep_their_places() -> None:
    body = f"<p>{TEXT} Then <em>rain</em> fell.\n  A sill is a beam that closes the bottom of a gate.</p>"
    result, _ = run_pass(definitions, body)
    assert result.index(">weir</dfn>") < result.index("<em>rain</em>") < result.index(">sill</dfn>")
    assert "fell.\n  A <dfn" in result


def test_language_of_a_paragraph_decides() -> None:
    body = '<p lang="fr">On appelle marnage la différence de hauteur entre deux marées.</p>'
    result, _ = run_pass(definitions, body)
    assert ">marnage</dfn>" in result


def test_a_meaning_that_would_lose_a_formula_or_code_is_none() -> None:
    check_noop(definitions, "<p>A weir is a structure that holds <code>n</code> cubic metres back.</p>")
