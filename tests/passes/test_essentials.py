"""What a judge of the text must keep is known by structure, and nothing is changed by asking."""

from __future__ import annotations

import pytest

from ebook.markup import Element, parse, serialise, text_of
from ebook.passes.essentials import essentials, says_notes


def kept(body: str) -> str:
    """The text of the elements that stay, in the order of reading."""
    tree = parse(f"<body>{body}</body>")
    before = serialise(tree)
    found = essentials(tree)
    assert serialise(tree) == before
    outermost: list[Element] = [e for e in tree.iter() if e in found and not any(a in found for a in e.iterancestors())]
    return " | ".join(text_of(e) for e in outermost)


@pytest.mark.parametrize(
    "body",
    [
        '<p>Text<sup><a href="#n1">1</a></sup></p><p id="n1">A note.</p>',
        '<p>Text<a name="b" href="#n1"><span>1</span></a></p><p><a name="n1" href="#b"></a>A note.</p>',
        '<p>Text<sup><a href="#_ftn1">[1]</a></sup></p><p><a href="//x#_ftnref1">[1]</a>A note.</p>',
        '<p>Text<a class="footnote" id="D" href="#F"><sup>1</sup></a></p><h5><a id="F"></a>1</h5><p>A note.</p><hr/>',
        '<p>Text<span data-definition="n"><a href="#">*</a></span></p><aside id="n">A note.</aside>',
        '<p>Text<span class="sidenote">A note.</span> on.</p>',
        "<p>Text<sup>1</sup></p><p>End.</p><p><sup>1</sup>A note.</p>",
        '<section class="footnotes">A note.</section>',
        "<pre>A note.</pre>",
        '<p>So <span class="katex">A note.</span> holds.</p>',
        '<p>So <mjx-container class="MathJax">A note.</mjx-container> holds.</p>',
    ],
)
def test_notes_formulas_and_listings_are_essential(body: str) -> None:
    assert kept(f"<p>Before.</p>{body}<p>After.</p>").replace("[1]", "").replace("1", "").strip(" |") == "A note."


@pytest.mark.parametrize(
    "body",
    [
        '<p>See <a href="#rain">1</a></p><h2 id="rain">Rain</h2><p>Words.</p>',
        "<nav><a href='#a'>A</a></nav><p id='a'>Words.</p>",
    ],
)
def test_paragraphs_that_menus_lead_to_are_left_to_the_judge(body: str) -> None:
    assert kept(body) == ""


def test_picture_of_a_formula_is_essential() -> None:
    tree = parse(r'<body><p><img src="a.png" alt="\frac{a}{b}"/><img src="b.png" alt="A river"/></p></body>')
    assert [e.get("src") for e in essentials(tree)] == ["a.png"]


def test_listing_that_a_page_hides_is_left_to_the_judge() -> None:
    assert kept('<pre style="display:none">{"queryId":26}</pre><pre>x = 1</pre>') == "x = 1"


def test_box_says_that_it_holds_notes_by_its_role_or_name() -> None:
    boxes = parse(
        '<body><aside role="doc-endnotes"/><aside class="footnote-list brackets"/><footer class="Footnotes"/>'
        '<aside class="release-notes"/><footer class="site-footer"/></body>'
    )
    assert [says_notes(box) for box in boxes] == [True, True, True, False, False]


def test_lines_pasted_from_an_editor_are_essential_and_prose_is_not() -> None:
    style = "font-family: Menlo, monospace; white-space: {}"
    assert kept(f'<div style="{style.format("pre")}">x = 1</div>') == "x = 1"
    assert kept(f'<div style="{style.format("pre-wrap")}">It rained.</div>') == ""
