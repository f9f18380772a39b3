"""Formulas become MathML with their TeX; money and code stay as they are."""

from __future__ import annotations

import pytest

from ebook.passes.mathematics import mathematics
from tests.tools import check_finds, check_noop, check_transformed, run_pass

MATHML = 'xmlns="http://www.w3.org/1998/Math/MathML"'


def formula(content: str, tex: str, display: str = "inline") -> str:
    """MathML as the pass writes it."""
    return (
        f'<math {MATHML} display="{display}"><semantics><mrow>{content}</mrow>'
        f'<annotation encoding="application/x-tex">{tex}</annotation></semantics></math>'
    )


@pytest.mark.parametrize(
    "body",
    [
        "<p>It cost $5 and then $10.</p>",
        "<p>It is $5 (US$ 6), A$AP, $HOME and $PATH, “$100–$200”.</p>",
        r"<p><code>\(a_1\)</code> and <kbd>$x$</kbd></p>",
        r"<pre>$$x^2$$</pre>",
        r"<p>C:\temp\files</p>",
        '<p><img src="a.png" alt="x^2"/></p>',
        f"<p>{formula('<mi>x</mi>', 'x')}</p>",
    ],
)
def test_money_code_and_sound_formulas_stay(body: str) -> None:
    check_noop(mathematics, body)


def test_words_around_formulas_stay() -> None:
    check_transformed(
        mathematics,
        r"<p>one \(a_1\) two <b>three</b> $x$ four</p>",
        f"<p>one {formula('<msub><mi>a</mi><mn>1</mn></msub>', 'a_1')} two <b>three</b> {formula('<mi>x</mi>', 'x')} four</p>",
    )


@pytest.mark.parametrize(
    ("tex", "display"), [(r"\(x\)", "inline"), ("$x$", "inline"), (r"\[x\]", "block"), ("$$x$$", "block")]
)
def test_delimiters_say_how_a_formula_is_set(tex: str, display: str) -> None:
    check_transformed(mathematics, f"<p>{tex}</p>", f"<p>{formula('<mi>x</mi>', 'x', display)}</p>")


def test_source_kept_by_the_reader_becomes_a_formula() -> None:
    check_transformed(
        mathematics,
        '<p><span class="tex-source display" data-tex="x"></span> after</p>',
        f"<p>{formula('<mi>x</mi>', 'x', 'block')} after</p>",
    )


def test_of_a_drawn_formula_only_its_mathml_stays() -> None:
    inner = '<semantics><mrow><mi>x</mi></mrow><annotation encoding="application/x-tex">x</annotation></semantics>'
    check_transformed(
        mathematics,
        f'<p>so <span class="katex"><span class="katex-mathml"><math>{inner}</math></span>'
        '<span class="katex-html" aria-hidden="true"><span>x</span></span></span> holds</p>',
        f"<p>so {formula('<mi>x</mi>', 'x')} holds</p>",
    )


@pytest.mark.parametrize("alt", ["x", "$x$", r"{\displaystyle x}"])
def test_picture_of_a_formula_becomes_the_formula(alt: str) -> None:
    check_transformed(
        mathematics,
        f'<p><img class="mwe-math-fallback-image-inline" src="x.svg" alt="{alt}"/></p>',
        f"<p>{formula('<mi>x</mi>', 'x')}</p>",
    )


def test_mathml_loses_scripts_styles_and_alttext_and_keeps_its_tex() -> None:
    check_transformed(
        mathematics,
        '<p><math alttext="x"><mi onclick="x()" class="c">x</mi><script>x</script></math></p>',
        f"<p>{formula('<mi>x</mi>', 'x')}</p>",
    )


def test_lines_of_aligned_formulas_stay() -> None:
    result, found = run_pass(mathematics, r"<p>\[\begin{aligned} a &amp;= b \\ c &amp;= d \end{aligned}\]</p>")
    assert found == []
    assert result.count("<mtr>") == 2


def test_broken_mathml_keeps_its_content() -> None:
    result, _ = run_pass(mathematics, "<p><math><mfrac><mi>x</mi></mfrac></math></p>")
    assert "<mi>x</mi>" in result
    assert "<mfrac>" not in result


@pytest.mark.parametrize("tex", [r"\notacommand{x}", r"\frac{a}", r"\left( x"])
def test_formula_that_cannot_be_set_stays_as_tex_and_is_reported(tex: str) -> None:
    result, found = run_pass(mathematics, rf"<p>so \({tex}\) holds</p>")
    assert result == f'<p>so <code class="tex">{tex}</code> holds</p>'
    assert [f.rule for f in found] == ["math.unconverted"]
    assert tex in found[0].message


def test_formula_that_can_be_set_is_not_reported() -> None:
    check_finds(mathematics, r"<p>\(\frac{a}{b}\)</p>")
