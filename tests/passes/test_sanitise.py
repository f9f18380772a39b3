"""What a book may hold stays; the rest goes, its text kept."""

from __future__ import annotations

import time

import pytest

from ebook.passes.sanitise import sanitise
from tests.tools import check_finds, check_noop, check_transformed, run_pass


@pytest.mark.parametrize(
    "body",
    [
        '<p id="a" lang="fr" dir="ltr">x<br/><em>y</em></p>',
        '<table><tr><th scope="col" colspan="2">x</th><td rowspan="2">y</td></tr></table>',
        '<ol start="3" reversed="reversed" type="a"><li value="3">x</li></ol>',
        '<p><img src="a.png" alt="" role="presentation"/></p>',
        '<p><a href="#note-1" id="noteref-1" role="doc-noteref" epub:type="noteref">1</a></p>',
        '<pre><code class="language-python">x = 1</code></pre>',
        '<p><time datetime="2026-03-14">14 March</time> <abbr title="World Health Organization">WHO</abbr></p>',
        '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <bdo dir="rtl">x</bdo></p>',
        '<p><math xmlns="http://www.w3.org/1998/Math/MathML" display="inline"><mi mathvariant="bold">x</mi></math></p>',
        '<div role="region" tabindex="0" aria-label="Table 1" class="scroller"><p>x</p></div>',
    ],
)
def test_vocabulary_of_a_book_stays(body: str) -> None:
    check_noop(sanitise, body)


@pytest.mark.parametrize(
    "tag", ["font", "nobr", "blink", "marquee", "custom-card", "form", "ins", "big", "fieldset", "label"]
)
def test_text_of_every_element_stays(tag: str) -> None:
    result, _ = run_pass(sanitise, f"<div>one<{tag}>two</{tag}>three</div>")
    for word in ("one", "two", "three"):
        assert word in result


@pytest.mark.parametrize(
    "attribute",
    [
        'onclick="x()"',
        'style="color:red"',
        'class="hero"',
        'data-id="1"',
        'align="left"',
        'role="button"',
        'tabindex="0"',
        'contenteditable="true"',
        'hidden="hidden"',
    ],
)
def test_attribute_a_book_has_no_use_for_goes(attribute: str) -> None:
    check_transformed(sanitise, f"<p {attribute}>x</p>", "<p>x</p>")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p><tt>x</tt></p>", "<p><code>x</code></p>"),
        ("<p><strike>x</strike></p>", "<p><s>x</s></p>"),
        ('<p><acronym title="y z">x</acronym></p>', '<p><abbr title="y z">x</abbr></p>'),
        ('<p><abbr title=" ">x</abbr></p>', "<p><abbr>x</abbr></p>"),
        ("<p><font>x</font> <span>y</span></p>", "<p>x y</p>"),
        ('<ol start="three" type="fancy"><li>x</li></ol>', "<ol><li>x</li></ol>"),
        ('<ul><li value="2">x</li></ul>', "<ul><li>x</li></ul>"),
        ('<p><time datetime="tomorrow">x</time></p>', "<p>x</p>"),
        ('<p dir="RTL">x</p>', '<p dir="rtl">x</p>'),
        ('<p dir="sideways">x</p>', "<p>x</p>"),
        ("<p><bdo>x</bdo></p>", "<p>x</p>"),
        ('<p class="byline hero">x</p>', '<p class="byline">x</p>'),
    ],
)
def test_outdated_markup_becomes_what_it_means(before: str, after: str) -> None:
    check_transformed(sanitise, before, after)


@pytest.mark.parametrize(
    "element",
    [
        "<script>x</script>",
        "<style>x</style>",
        "<select><option>x</option></select>",
        "<select><option>x</option></select>",
        "<svg><text>x</text></svg>",
    ],
)
def test_active_and_foreign_content_goes_and_is_reported(element: str) -> None:
    found = check_transformed(sanitise, f"<div>one{element}two</div>", "<div>onetwo</div>")
    assert {f.rule for f in found} == {"removed.element"}
    assert element[1:].split(">")[0] in found[-1].message


def test_removed_elements_are_counted_by_kind() -> None:
    found = check_finds(sanitise, "<p>a<textarea></textarea><textarea></textarea></p>", "removed.element")
    assert "(2×)" in found[0].message


def test_mathml_outside_a_formula_is_only_text() -> None:
    check_transformed(sanitise, "<p><mi>x</mi> and <mtext>y</mtext></p>", "<p>x and y</p>")


def test_fallback_words_of_what_cannot_be_shown_stay() -> None:
    check_transformed(sanitise, "<p>a <canvas>the river in figures</canvas></p>", "<p>a the river in figures</p>")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<div role="heading" aria-level="3">Rain</div>', "<h3>Rain</h3>"),
        ('<div role="heading">Rain</div>', "<h2>Rain</h2>"),
        ('<div role="heading" aria-level="9">Rain</div>', "<h6>Rain</h6>"),
        ('<div role="heading"><p>Rain</p></div>', "<div><p>Rain</p></div>"),
        (
            '<p>a <small class="credit">Photo: Ann Lee</small></p>',
            '<p>a <small class="credit">Photo: Ann Lee</small></p>',
        ),
        ("<p>a<font>b<style>c</style>d<nobr>e</nobr>f</font>g</p>", "<p>abdefg</p>"),
    ],
)
def test_what_an_element_says_to_be_it_is(before: str, after: str) -> None:
    check_transformed(sanitise, before, after)


@pytest.mark.parametrize("piece", ["<span>x</span> ", "<font><b>x</b></font> ", "x <style>y</style>"])
def test_thousands_of_elements_go_in_linear_time(piece: str) -> None:
    started = time.process_time()
    run_pass(sanitise, f"<p>{piece * 20_000}</p>")
    assert time.process_time() - started < 4


def test_form_keeps_the_edges_of_its_text() -> None:
    check_transformed(sanitise, "<p>a</p><form>b</form>c", "<p>a</p><div>b</div>c")


def test_words_of_a_button_are_reported() -> None:
    check_finds(sanitise, "<p>a <button>Enlarge</button></p>", "removed.furniture")


def test_role_of_a_note_reference_gives_its_type_back() -> None:
    result, _ = run_pass(sanitise, '<p><a href="#n" role="doc-noteref">1</a></p>')
    assert 'type="noteref"' in result
