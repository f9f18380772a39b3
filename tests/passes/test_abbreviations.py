"""Abbreviations are marked where the text explains them, once."""

from __future__ import annotations

import pytest

from ebook.model import Kind
from ebook.passes.abbreviations import abbreviations
from ebook.terms import find_abbreviations
from tests.tools import check_noop, check_transformed

LISTED = '<dfn><abbr title="World Health Organization">WHO</abbr></dfn>'
SCORE = find_abbreviations("the World Health Organization (WHO)")[0].score
WHO = LISTED.replace("<dfn>", f'<dfn data-score="{SCORE:g}">')


@pytest.mark.parametrize(
    "body",
    [
        "<p>The river rose (slowly) at dawn.</p>",
        "<p>WHO staff arrived at dawn.</p>",
        "<h1>World Health Organization (WHO)</h1>",
        "<pre>World Health Organization (WHO)</pre>",
        "<p><code>World Health Organization (WHO)</code></p>",
        '<p><a href="who.html">World Health Organization (WHO)</a></p>',
        '<p>the World Health Organization (<abbr title="World Health Organization">WHO</abbr>)</p>',
    ],
)
def test_text_without_an_explanation_to_mark_stays(body: str) -> None:
    check_noop(abbreviations, body)


def test_term_the_author_marked_is_not_marked_again() -> None:
    check_noop(abbreviations, "<p><dfn>WHO</dfn> is short.</p><p>the World Health Organization (WHO)</p>")


def test_explained_abbreviation_is_marked_with_its_expansion() -> None:
    check_transformed(
        abbreviations,
        "<p>the World Health Organization (WHO) said</p>",
        f"<p>the World Health Organization ({WHO}) said</p>",
    )


def test_only_the_first_explanation_is_marked() -> None:
    check_transformed(
        abbreviations,
        "<p>the World Health Organization (WHO)</p><p>The WHO, or World Health Organization (WHO)</p>",
        f"<p>the World Health Organization ({WHO})</p><p>The WHO, or World Health Organization (WHO)</p>",
    )


@pytest.mark.parametrize("tag", ["p", "li", "dd", "td", "figcaption", "blockquote", "h2"])
def test_explanations_are_marked_in_every_kind_of_block(tag: str) -> None:
    check_transformed(
        abbreviations,
        f"<{tag}>the World Health Organization (WHO)</{tag}>",
        f"<{tag}>the World Health Organization ({WHO})</{tag}>",
    )


def test_expansion_may_run_through_inline_markup() -> None:
    check_transformed(
        abbreviations,
        "<p>the <em>World Health</em> Organization (<b>WHO</b>)</p>",
        f"<p>the <em>World Health</em> Organization (<b>{WHO}</b>)</p>",
    )


def test_list_of_abbreviations_leaves_the_text_and_marks_the_first_use() -> None:
    listed = '<p class="abbreviations" hidden="hidden"><abbr title="World Health Organization">WHO</abbr></p>'
    check_transformed(
        abbreviations,
        f"<p>WHO staff met WHO guests.</p>{listed}",
        f"<p>{LISTED} staff met WHO guests.</p>",
        kind=Kind.MARKDOWN,
    )


def test_short_form_inside_a_longer_word_is_not_marked() -> None:
    listed = '<p class="abbreviations"><abbr title="World Health Organization">WHO</abbr></p>'
    check_transformed(abbreviations, f"<p>A WHO-led WHOLE</p>{listed}", "<p>A WHO-led WHOLE</p>", kind=Kind.MARKDOWN)
