"""Formulas become MathML with their TeX; money and code stay as they are."""

from __future__ import annotations

import pytest

from ebook.markup import parse, text_of
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


@pytest.mark.parametrize(
    "drawn",
    [
        '<span class="math-inline" data-math="x"><span class="katex"><span class="katex-html">x</span></span></span>',
        '<span data-latex="x">x</span>',
        '<math-renderer class="js-inline-math">$x$</math-renderer>',
        '<code class="language-math math-inline">x</code>',
        r'<span class="math inline">\(x\)</span>',
        '<span class="math inline">x</span>',
        "<d-math>x</d-math>",
        '<mjx-container class="MathJax"><mjx-math data-latex="x"><mjx-mi><mjx-c class="mjx-c1D465"/></mjx-mi></mjx-math>'
        "</mjx-container>",
        '<span class="box" data-entry="x = "><math><mi>x</mi></math></span>'.replace("x = ", "{x}"),
        '<span class="MathJax_Preview">x</span><span class="MathJax" id="m">x</span><span class="tex-source" data-tex="x"/>',
    ],
)
def test_source_of_a_formula_is_found_where_renderers_keep_it(drawn: str) -> None:
    result, found = run_pass(mathematics, f"<p>so {drawn} holds</p>")
    assert result.count("<math ") == 1
    assert "<mi>x</mi>" in result and 'encoding="application/x-tex">' in result
    assert words(result) == "so x holds"
    assert found == []


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/svg.image?%5Cfrac%7Ba%7D%7Bb%7D",
        "https://example.org/chart?cht=tx&amp;chl=%5Cfrac%7Ba%7D%7Bb%7D",
        "https://example.org/latex.php?latex=%5Cfrac%7Ba%7D%7Bb%7D&amp;bg=fff",
        "https://example.org/formula/%5Cfrac%7Ba%7D%7Bb%7D",
        "https://example.org/equation?tex=%5Cfrac%7Ba%7D%7Bb%7D",
    ],
)
def test_picture_from_a_drawing_service_becomes_its_formula(address: str) -> None:
    result, _ = run_pass(mathematics, f'<p>so <img src="{address}"/> holds</p>')
    assert r'<annotation encoding="application/x-tex">\frac{a}{b}</annotation>' in result


@pytest.mark.parametrize(
    "image",
    [
        '<img src="show.php?file=C%3A%5Cpictures%5Criver.png"/>',
        '<img src="river%5Cbank.png" alt="A river"/>',
        r'<img src="a.png" alt="C:\temp\files"/>',
        '<img src="a.png" alt="Entry: $5"/>',
    ],
)
def test_pictures_of_other_things_stay(image: str) -> None:
    check_noop(mathematics, f"<p>{image}</p>")


def test_picture_whose_alternative_is_tex_becomes_a_formula_on_its_own_line() -> None:
    result, _ = run_pass(mathematics, r'<p><img src="a.png" alt="\frac{a}{b}"/></p>')
    assert 'display="block"' in result and "<mfrac>" in result


@pytest.mark.parametrize(
    ("boxes", "content"),
    [
        ("<mjx-mi><mjx-c>𝑥</mjx-c></mjx-mi>", "<mi>x</mi>"),
        (
            '<mjx-msub><mjx-mi><mjx-c class="mjx-c1D465 TEX-I"/></mjx-mi><mjx-script><mjx-mn><mjx-c class="mjx-c32"/></mjx-mn>'
            "</mjx-script></mjx-msub>",
            "<msub><mi>x</mi><mn>2</mn></msub>",
        ),
        (
            "<mjx-mfrac><mjx-frac><mjx-num><mjx-nstrut/><mjx-mn><mjx-c>1</mjx-c></mjx-mn></mjx-num><mjx-dbox><mjx-dtable>"
            "<mjx-row><mjx-den><mjx-dstrut/><mjx-mi><mjx-c>n</mjx-c></mjx-mi></mjx-den></mjx-row></mjx-dtable></mjx-dbox>"
            "</mjx-frac></mjx-mfrac>",
            "<mfrac><mn>1</mn><mi>n</mi></mfrac>",
        ),
        (
            "<mjx-msqrt><mjx-sqrt><mjx-surd><mjx-mo><mjx-c>√</mjx-c></mjx-mo></mjx-surd><mjx-box><mjx-mi><mjx-c>n</mjx-c>"
            "</mjx-mi></mjx-box></mjx-sqrt></mjx-msqrt>",
            "<msqrt><mi>n</mi></msqrt>",
        ),
        (
            "<mjx-munderover><mjx-over><mjx-mi><mjx-c>n</mjx-c></mjx-mi></mjx-over><mjx-box><mjx-munder><mjx-row><mjx-base>"
            "<mjx-mo><mjx-c>∑</mjx-c></mjx-mo></mjx-base></mjx-row><mjx-row><mjx-under><mjx-mi><mjx-c>i</mjx-c></mjx-mi>"
            "</mjx-under></mjx-row></mjx-munder></mjx-box></mjx-munderover>",
            "<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>",
        ),
    ],
)
def test_formula_is_read_back_from_its_boxes(boxes: str, content: str) -> None:
    check_transformed(
        mathematics,
        f"<p>so <mjx-container><mjx-math>{boxes}</mjx-math></mjx-container> holds</p>",
        f'<p>so <math {MATHML} display="inline"><mrow>{content}</mrow></math> holds</p>',
    )


def test_formula_is_read_back_from_a_drawing_that_names_its_parts() -> None:
    check_transformed(
        mathematics,
        '<p>so <mjx-container><svg><g data-mml-node="math"><g data-mml-node="msubsup"><g data-mml-node="mi"><use data-c="1D465"/>'
        '</g><g data-mml-node="mn" transform="translate(5,400)"><use data-c="32"/></g><g data-mml-node="mi" '
        'transform="translate(5,-200)"><use data-c="1D456"/></g></g></g></svg></mjx-container> holds</p>',
        f'<p>so <math {MATHML} display="inline"><mrow><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></mrow></math> holds</p>',
    )


def test_drawing_without_anything_in_it_goes_and_the_words_stay() -> None:
    check_transformed(
        mathematics, '<p>so <mjx-container class="x"><mjx-lazy/></mjx-container> holds</p>', "<p>so  holds</p>"
    )


def test_drawing_without_a_source_keeps_its_characters_and_is_reported() -> None:
    result, found = run_pass(
        mathematics,
        '<p>so <span class="katex"><span class="katex-html" aria-hidden="true">a<b>b</b></span></span> holds</p>',
    )
    assert "<mtext>ab</mtext>" in result
    assert [f.rule for f in found] == ["math.unconverted"]


@pytest.mark.parametrize(
    "lines", ["$$<br/>x<br/>$$", r"\[<br/>x<br/>\]", r"\begin{equation}x\end{equation}", "<d-math block=''>x</d-math>"]
)
def test_formula_on_lines_of_its_own(lines: str) -> None:
    check_transformed(mathematics, f"<p>{lines}</p>", f"<p>{formula('<mi>x</mi>', 'x', 'block')}</p>")


def test_line_breaks_outside_formulas_stay() -> None:
    check_transformed(
        mathematics,
        "<p>one<br/>$$<br/>x$$<br/>two</p>",
        f"<p>one<br/>{formula('<mi>x</mi>', 'x', 'block')}<br/>two</p>",
    )


def test_words_in_a_formula_stay() -> None:
    check_transformed(
        mathematics,
        "<p><math><mtext>if <span>it</span> rains</mtext></math></p>",
        f'<p><math {MATHML} display="inline"><mtext>if it rains</mtext></math></p>',
    )


def words(markup: str) -> str:
    """The words of a paragraph as they are read, TeX left out."""
    tree = parse(f"<body>{markup}</body>")
    for annotation in list(tree.iter("annotation")):
        annotation.text = None
    return text_of(tree)
