"""Formulas in words, in eight languages."""

from __future__ import annotations

import html

import pytest

from ebook.markup import Element, parse
from ebook.passes.mathematics import mathematics
from ebook.spoken import speak, voice
from ebook.spoken_words import CONSTRUCTS, FUNCTIONS, GREEK, LANGUAGES, OPERATORS, SYMBOLS
from tests.books import book_of, find, page, tree_of
from tests.tools import make_article, words_of

ENGLISH = [
    (r"x^2", "x squared"),
    (r"x^3+y^n", "x cubed plus y to the power of n"),
    (r"\frac{a}{b}", "a over b"),
    (r"\frac{a+b}{c}", "the fraction a plus b over c, end of fraction"),
    (r"\sqrt{x}", "the square root of x"),
    (r"\sqrt{x+1}", "the square root of x plus 1, end of root"),
    (r"\sqrt[3]{x}", "the cube root of x"),
    (r"\sqrt[n]{x}", "the root of order n of x"),
    (r"x_i", "x sub i"),
    (r"x_{i+1}^2", "x sub i plus 1, end of subscript, squared"),
    (r"\sum_{i=1}^{n} i^2", "the sum from i equals 1 to n of i squared"),
    (r"\prod_{k=1}^n k = n!", "the product from k equals 1 to n of k equals n factorial"),
    (r"\int_0^\infty e^{-x} dx", "the integral from 0 to infinity of e to the power of minus x d x"),
    (
        r"\lim_{x \to 0} \frac{\sin x}{x} = 1",
        "the limit as x approaches 0 of the fraction the sine of x over x, end of fraction, equals 1",
    ),
    (r"\alpha + \beta \leq \Gamma", "alpha plus beta is less than or equal to capital gamma"),
    (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "the 2 by 2 matrix: row 1: a, b; row 2: c, d, end of matrix"),
    (r"\begin{vmatrix} a & b \\ c & d \end{vmatrix}", "the determinant: row 1: a, b; row 2: c, d, end of determinant"),
    (
        r"f(x) = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}",
        "f of x equals 2 cases: case 1: 1, x is greater than 0; case 2: 0, x is less than or equal to 0, end of cases",
    ),
    (
        r"\hat{x} + \bar{y} + \vec{v} + \dot{q} + \ddot{q}+\tilde{z}",
        "x hat plus y bar plus vector v plus q dot plus q double dot plus z tilde",
    ),
    (r"A \cup B \subseteq C", "capital A union capital B is a subset of or equal to capital C"),
    (
        r"\{x \in \mathbb{R} \mid x > 0\}",
        "the set of x is an element of the real numbers such that x is greater than 0, end of set",
    ),
    (r"|x - y|", "the absolute value of x minus y, end of absolute value"),
    (r"\|v\|", "the norm of v"),
    (r"\log_2 8 = 3", "the logarithm to the base 2 of 8 equals 3"),
    (r"\sin^2 x + \cos^2 x = 1", "the sine squared of x plus the cosine squared of x equals 1"),
    (r"f'(x)", "f prime of x"),
    (r"\binom{n}{k}", "n choose k"),
    (
        r"P(A|B) = \frac{P(A \cap B)}{P(B)}",
        "capital P of open parenthesis capital A given capital B close parenthesis equals the fraction capital P of open parenthesis capital A intersection capital B close parenthesis over capital P of capital B, end of fraction",
    ),
    (r"a \neq b", "a is not equal to b"),
    (r"E = mc^2", "capital E equals m c squared"),
    (r"(a+b)^2", "open parenthesis a plus b close parenthesis squared"),
    (r"\lfloor x \rfloor", "the floor of x"),
    (r"\forall x \exists y : x < y", "for all x there exists y, x is less than y"),
    (r"\frac{dy}{dx}", "d y over d x"),
    (r"\frac{\partial f}{\partial x}", "partial f over partial x"),
    (r"\nabla \cdot F = 0", "nabla times capital F equals 0"),
    (r"A^{-1}", "capital A to the power of minus 1"),
    (r"A^\top", "capital A transposed"),
    (r"x \in \emptyset", "x is an element of the empty set"),
    (r"\max_{x} f(x)", "the maximum over x of f of x"),
    (r"a_{ij}", "a sub i j"),
    (r"f \colon A \to B", "f, capital A approaches capital B"),
    (r"\iint_D f", "the double integral over capital D of f"),
    (r"1, 2, \dots, n", "1, 2, and so on, n"),
    (r"f(x, y) = x + y", "f of x, y equals x plus y"),
    (r"f(x+1)", "f of open parenthesis x plus 1 close parenthesis"),
    (r"\overline{AB}", "capital A capital B bar"),
    (r"\underbrace{a+b}_{n}", "a plus b with n below"),
    (r"90^\circ", "90 degrees"),
    (r"\hbar \omega", "h bar omega"),
    # What stands side by side is multiplied; it is said where it would not be heard.
    (r"\frac{a}{b} c", "a over b times c"),
    (r"\frac{a}{b} \frac{c}{d}", "a over b times c over d"),
    (r"x \frac{a}{b}", "x times a over b"),
    (r"\frac{1}{2} m v^2", "1 over 2 times m v squared"),
    (r"2\frac{1}{2}", "2 1 over 2"),
    (r"2 \sqrt{x}", "2 times the square root of x"),
    (r"\sqrt{x} y", "the square root of x times y"),
    (r"2(a+b)", "2 times open parenthesis a plus b close parenthesis"),
    (
        r"(a+b)(c+d)",
        "open parenthesis a plus b close parenthesis times open parenthesis c plus d close parenthesis",
    ),
    (r"\binom{n}{k} p^k", "n choose k times p to the power of k"),
    (r"f(x) g(x)", "f of x times g of x"),
    (r"2 \sin x \cos x", "2 times the sine of x times the cosine of x"),
    (r"\frac{d}{dx} f(x)", "d over d x f of x"),
    (r"\int \frac{a}{x} dx", "the integral of a over x d x"),
    (r"2ab", "2 a b"),
    (r"y(t)", "y open parenthesis t close parenthesis"),
    (r"x = \frac{a}{b} \quad y = 2", "x equals a over b y equals 2"),
    (r"\frac{a}{b} + c", "a over b plus c"),
]
OTHERS = [
    ("fr", r"\frac{a+b}{\sqrt{x}}", "la fraction a plus b sur la racine carrée de x, fin de fraction"),
    ("de", r"\frac{a+b}{\sqrt{x}}", "der Bruch a plus b durch die Wurzel aus x, Ende des Bruchs"),
    ("es", r"\frac{a+b}{\sqrt{x}}", "la fracción a más b sobre la raíz cuadrada de x, fin de la fracción"),
    ("da", r"\frac{a+b}{\sqrt{x}}", "brøken a plus b over kvadratroden af x, brøk slut"),
    ("nl", r"\frac{a+b}{\sqrt{x}}", "de breuk a plus b gedeeld door de wortel uit x, einde breuk"),
    ("it", r"\frac{a+b}{\sqrt{x}}", "la frazione a più b fratto la radice quadrata di x, fine frazione"),
    ("pt", r"\frac{a+b}{\sqrt{x}}", "a fração a mais b sobre a raiz quadrada de x, fim da fração"),
    ("pl", r"\frac{a+b}{\sqrt{x}}", "the fraction a plus b over the square root of x, end of fraction"),
    ("fr", r"\sum_{i=1}^n x_i^2", "la somme de i égale 1 à n de x indice i au carré"),
    ("de", r"\sum_{i=1}^n x_i^2", "die Summe von i gleich 1 bis n von: x Index i zum Quadrat"),
    ("es", r"\sum_{i=1}^n x_i^2", "la suma desde i igual a 1 hasta n de x sub i al cuadrado"),
    ("da", r"\sum_{i=1}^n x_i^2", "summen fra i er lig med 1 til n af x indeks i i anden"),
    ("nl", r"\sum_{i=1}^n x_i^2", "de som van i is gelijk aan 1 tot n van x index i kwadraat"),
    ("it", r"\sum_{i=1}^n x_i^2", "la somma da i uguale 1 a n di x pedice i al quadrato"),
    ("pt", r"\sum_{i=1}^n x_i^2", "a soma de i igual a 1 até n de x índice i ao quadrado"),
    ("fr", r"\frac{a}{b} c", "a sur b fois c"),
    ("de", r"\frac{a}{b} c", "a durch b mal c"),
    ("nl", r"\frac{a}{b} c", "a gedeeld door b maal c"),
    ("pl", r"\sum_{i=1}^n x_i^2", "the sum from i equals 1 to n of x sub i squared"),
    ("fr", r"\int_0^1 \sin x \, dx \geq \alpha", "l’intégrale de 0 à 1 du sinus de x d x supérieur ou égal à alpha"),
    (
        "de",
        r"\int_0^1 \sin x \, dx \geq \alpha",
        "das Integral von 0 bis 1 von: der Sinus von x d x größer oder gleich Alpha",
    ),
    (
        "es",
        r"\int_0^1 \sin x \, dx \geq \alpha",
        "la integral desde 0 hasta 1 del seno de x d x mayor o igual que alfa",
    ),
    (
        "da",
        r"\int_0^1 \sin x \, dx \geq \alpha",
        "integralet fra 0 til 1 af sinus af x d x er større end eller lig med alfa",
    ),
    (
        "nl",
        r"\int_0^1 \sin x \, dx \geq \alpha",
        "de integraal van 0 tot 1 van de sinus van x d x is groter dan of gelijk aan alfa",
    ),
    ("it", r"\int_0^1 \sin x \, dx \geq \alpha", "l’integrale da 0 a 1 del seno di x d x maggiore o uguale a alfa"),
    ("pt", r"\int_0^1 \sin x \, dx \geq \alpha", "a integral de 0 até 1 do seno de x d x maior ou igual a alfa"),
    (
        "pl",
        r"\int_0^1 \sin x \, dx \geq \alpha",
        "the integral from 0 to 1 of the sine of x d x is greater than or equal to alpha",
    ),
]
MATHML = [
    ("<mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow>", "x plus 1"),
    ("<mfenced><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow></mfenced>", "open parenthesis x plus 1 close parenthesis"),
    ("<mfenced open='|' close='|'><mi>x</mi></mfenced>", "the absolute value of x"),
    ("<mfenced open='[' close=']'><mi>a</mi><mi>b</mi></mfenced>", "open bracket a, b close bracket"),
    ("<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>", "the sine of x"),
    ("<mi>a</mi><mo>&#x2062;</mo><mi>b</mi>", "a b"),
    ("<msub><mi>x</mi><mrow><mn>1</mn><mo>&#x2063;</mo><mn>2</mn></mrow></msub>", "x sub 1, 2"),
    (
        "<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>",
        "capital C sub 6 to the power of 14",
    ),
    (
        "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mo>=</mo><mn>1</mn></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>",
        "line 1: a equals 1; line 2: b",
    ),
    ("<mn>5</mn><mtext> km</mtext>", "5 km"),
    ("<semantics><mi>x</mi><annotation encoding='application/x-tex'>x</annotation></semantics>", "x"),
    ("<mi mathvariant='double-struck'>R</mi>", "the real numbers"),
    ("<mi>𝑥</mi><mo>∈</mo><mi>ℤ</mi>", "x is an element of the integers"),
    ("<mi>x</mi><mspace width='1em'/><mphantom><mi>y</mi></mphantom>", "x"),
    ("<mo>(</mo><mi>a</mi>", "open parenthesis a"),
    ("", ""),
    ("<mrow/>", ""),
    ("<mfrac><mrow/><mi>x</mi></mfrac>", "the fraction over x, end of fraction"),
]


def of_tex(tex: str) -> Element:
    article = make_article(f"<p>\\({html.escape(tex)}\\)</p>")
    tree = parse(article.body)
    list(mathematics(tree, article))
    return next(tree.iter("math"))


@pytest.mark.parametrize(("tex", "words"), ENGLISH)
def test_formula_is_said_in_english(tex, words):
    assert speak(of_tex(tex), "en-GB") == words


@pytest.mark.parametrize(("language", "tex", "words"), OTHERS)
def test_formula_is_said_in_the_language_of_the_text(language, tex, words):
    assert speak(of_tex(tex), language) == words


@pytest.mark.parametrize(("content", "words"), MATHML)
def test_mathml_of_other_makers(content, words):
    assert speak(parse(f"<math>{content}</math>"), "en") == words


@pytest.mark.parametrize("table", [CONSTRUCTS, OPERATORS, SYMBOLS, FUNCTIONS, GREEK])
def test_every_row_has_every_language(table):
    assert {key for key, row in table.items() if len(row) != len(LANGUAGES) or not all(row)} == set()


def test_language_without_words_speaks_english():
    assert (voice("pl"), voice("fr-CA")) == ("en", "fr")


MATHS = r"<p>The level is \(h\), and</p><p>\[h = \frac{a}{b}\]</p><p>as before.</p>"


def test_formulas_are_listed_and_stand_once_in_the_text():
    book = book_of(page(MATHS))
    assert [(f.words, f.language, f.tex, f.display) for f in book.formulas] == [
        ("h", "en", "h", False),
        ("h equals a over b", "en", r"h = \frac{a}{b}", True),
    ]
    tree = tree_of(book, "chapter-01.xhtml")
    assert "over" not in words_of(tree) and not tree.xpath("//@alttext") and not find(tree, "//*[@role='math']")


@pytest.mark.parametrize(
    ("language", "words", "spoken"),
    [
        ("en", "The formula in words: h equals a over b", None),
        ("fr", "La formule en mots : h égale a sur b", None),
        ("pl", "The formula in words: h equals a over b", "en"),
    ],
)
def test_words_below_displayed_formulas_where_asked_for(language, words, spoken):
    tree = tree_of(book_of(page(MATHS, language=language), spoken_maths=True, language=language), "chapter-01.xhtml")
    (line,) = find(tree, "//h:p[@class='spoken-formula']")
    assert (words_of(line), line.get("lang")) == (words, spoken)
    assert line.getprevious().xpath("descendant-or-self::*[local-name()='math']")
