r"""Set every formula as MathML with its TeX source kept.

    \(a_1\), <script type="math/tex">a_1</script>, KaTeX, MathJax   ->   <math><semantics>…<annotation>a_1</annotation>

MathML is what screen readers speak and braille displays show; TeX in a paragraph is noise to both.
No `alttext`: it would be read as well (DAISY knowledge base, MathML).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from ebook.markup import (
    Element,
    drop,
    elements,
    new,
    place,
    replace,
    replace_text,
    text_nodes,
    text_of,
    tokens,
)
from ebook.model import Article
from ebook.rules import Finding, rule

ELEMENTS = frozenset(
    "math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom mfenced "
    "menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr "
    "mlabeledtr mtd maction".split()
)
"""Presentation MathML 3 (§3) and the TeX annotation."""
_TRUTH, _LENGTH = r"true|false", r"-?\d*\.?\d+(?:em|ex|px|in|cm|mm|pt|pc|%)?|thin|medium|thick"
_SIDES, _ROWS = r"(?:left|center|right)(?: (?:left|center|right))*", r"(?:top|bottom|center|baseline|axis)(?: \w+)*"
_LINES, _LENGTHS = r"(?:none|solid|dashed)(?: (?:none|solid|dashed))*", rf"(?:{_LENGTH})(?: (?:{_LENGTH}))*"
_VARIANT = (
    "normal|bold|italic|bold-italic|double-struck|bold-fraktur|script|bold-script|fraktur|sans-serif|"
    "bold-sans-serif|sans-serif-italic|sans-serif-bold-italic|monospace"
)
_OPERATOR = {
    **dict.fromkeys("stretchy fence separator largeop symmetric movablelimits accent".split(), _TRUTH),
    **dict.fromkeys("lspace rspace minsize maxsize".split(), _LENGTH),
    "form": "prefix|infix|postfix",
}
_CELL = {"rowspan": r"\d+", "columnspan": r"\d+", "columnalign": _SIDES, "rowalign": _ROWS}
_TABLE = {
    "columnalign": _SIDES,
    "rowalign": _ROWS,
    "columnlines": _LINES,
    "rowlines": _LINES,
    "frame": "none|solid|dashed",
    "columnspacing": _LENGTHS,
    "rowspacing": _LENGTHS,
    "displaystyle": _TRUTH,
}
ATTRIBUTES: Mapping[str, Mapping[str, str]] = {
    "math": {"display": "block|inline", "dir": "ltr|rtl"},
    **{name: {"mathvariant": _VARIANT} for name in ("mi", "mn", "mtext", "ms")},
    "mo": {"mathvariant": _VARIANT, **_OPERATOR},
    "mstyle": {"mathvariant": _VARIANT, "displaystyle": _TRUTH, "scriptlevel": r"[+-]?\d+"},
    "mspace": dict.fromkeys(("width", "height", "depth"), _LENGTH),
    "mpadded": dict.fromkeys(("width", "height", "depth", "lspace", "voffset"), _LENGTH),
    "mfrac": {"linethickness": _LENGTH, "bevelled": _TRUTH, **dict.fromkeys(("numalign", "denomalign"), _SIDES)},
    "mfenced": dict.fromkeys(("open", "close", "separators"), r".{0,8}"),
    "menclose": {"notation": r"[a-z ]+"},
    "munder": {"accentunder": _TRUTH},
    "mover": {"accent": _TRUTH},
    "munderover": {"accent": _TRUTH, "accentunder": _TRUTH},
    "mtable": _TABLE,
    "mtr": {"columnalign": _SIDES, "rowalign": _ROWS},
    "mtd": _CELL,
    "annotation": {"encoding": r".+"},
}
"""Attributes by element with their values (MathML 3 §3); no colours and sizes: those are the reader's."""
CHILDREN = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "msubsup": 3, "munder": 2, "mover": 2, "munderover": 3}
"""How many children an element must have (MathML 3 §3.1.3.2)."""
TEX = "application/x-tex"

_WRAPPERS = frozenset(
    "katex katex-display mathjax mathjax_display mjx-chtml mjx-container mwe-math-element mathjax_svg "
    "mathjax_chtml math-container".split()
)
_PREVIEWS = frozenset("mathjax_preview katex-html mathjax mathjax_display mjx-chtml mathjax_svg mathjax_chtml".split())
_TEX_IMAGE = frozenset(
    "mwe-math-fallback-image-inline mwe-math-fallback-image-display tex latex mathimage texrender math-inline".split()
)
_DELIMITED = re.compile(
    r"\\\((?P<round>.+?)\\\)|\\\[(?P<square>.+?)\\\]|(?<!\\)\$\$(?P<double>[^$]+?)\$\$"
    r"|(?<![\\$\w])\$(?P<single>(?=\S)[^$\n]{1,300}?(?<=\S))\$(?![\w$])",
    re.S,
)
_IS_TEX = re.compile(r"[\\^_{}]|^[a-zA-Z]$|^[a-zA-Z0-9()+\-*/|,. ]*[=<>][a-zA-Z0-9()+\-*/|,. ]*$")
_ALIGNED = re.compile(
    r"\\(begin|end)\{(?:aligned|align|gather|gathered|split|eqnarray|alignat|multline)\*?\}(?:\{\d+\})?"
)
"""Environments that the converter sets wrongly; as a matrix their lines and columns stay."""
_SKIPPED = ("pre", "code", "math", "script", "svg", "kbd", "samp", "textarea")


def mathematics(tree: Element, article: Article) -> Iterator[Finding]:
    _unwrap_renderings(tree)
    for element in elements(tree, "math"):
        yield from _clean(element, article)
    for span in [
        e for e in elements(tree, "span") if e.get("data-tex") is not None and "tex-source" in tokens(e, "class")
    ]:
        yield from _set(span, span.get("data-tex", ""), "display" in tokens(span, "class"), article)
    for image in [i for i in elements(tree, "img") if _is_formula(i)]:
        yield from _set(image, _tex_of(image.get("alt", "")), "display" in image.get("class", ""), article)
    if "$" in "".join(map(str, tree.itertext())) or "\\" in "".join(map(str, tree.itertext())):
        yield from _set_delimited(tree, article)


def _unwrap_renderings(tree: Element) -> None:
    """Of a formula that a script drew, keep the MathML or the TeX and drop the drawing."""
    sources = any("tex-source" in tokens(e, "class") for e in tree.iter("span"))
    for element in elements(tree):
        names = tokens(element, "class") | {str(element.tag)}
        if element.getparent() is None or not names & (_WRAPPERS | _PREVIEWS):
            continue
        formula = next(element.iter("math"), None)
        if formula is not None:
            block = bool(names & {"katex-display", "mathjax_display"}) or element.get("display") == "true"
            formula.set("display", "block" if block or formula.get("display") == "block" else "inline")
            formula.tail = None
            replace(element, formula)
        elif names & _PREVIEWS and (sources or "katex-html" in names):
            drop(element)


def _clean(formula: Element, article: Article) -> Iterator[Finding]:
    """Reduce MathML of a page to what the allow-list knows; what has no content becomes TeX or goes."""
    source = next((text_of(a) for a in formula.iter("annotation") if "tex" in a.get("encoding", "").lower()), "")
    source = source or formula.get("alttext", "")
    block = formula.get("display") == "block" or formula.get("mode") == "display"
    for element in elements(formula):
        if element.tag not in ELEMENTS or (
            element.tag == "annotation" and "tex" not in element.get("encoding", "").lower()
        ):
            drop(element)
            continue
        keep_known(element)
    formula.set("display", "block" if block else "inline")
    for annotation in formula.iter("annotation"):
        annotation.set("encoding", TEX)
    if not _is_sound(formula):
        yield from _set(formula, source or text_of(formula), block, article)
    elif source and next(formula.iter("annotation"), None) is None:
        _annotate(formula, source)


def keep_known(element: Element) -> None:
    """Take away the attributes that the element of a formula may not have, and values they may not take."""
    known = ATTRIBUTES.get(str(element.tag), {})
    for name, value in list(element.attrib.items()):
        if not re.fullmatch(known.get(str(name), "(?!)"), str(value).strip()):
            del element.attrib[name]


def _set(element: Element, source: str, block: bool, article: Article) -> Iterator[Finding]:
    """Put MathML in the place of an element, or its TeX as code where that fails."""
    formula = to_mathml(source, block=block)
    if formula is not None:
        replace(element, formula)
        return
    yield rule("math.unconverted").at(place(article.source, element), tex=source[:80])
    replace(element, new("code", source, class_="tex"))


def _set_delimited(tree: Element, article: Article) -> Iterator[Finding]:
    for node, is_tail, text in text_nodes(tree, skip=_SKIPPED):
        if "$" not in text and "\\" not in text:
            continue
        parts: list[str | Element] = []
        end = 0
        for match in _DELIMITED.finditer(text):
            kind = str(match.lastgroup)
            source = match[kind].strip()
            if kind == "single" and not _IS_TEX.search(source):
                continue
            formula = to_mathml(source, block=kind in ("square", "double"))
            if formula is None:
                where = place(article.source, node)
                yield rule("math.unconverted").at(where, tex=source[:80])
                formula = new("code", source, class_="tex")
            parts += [text[end : match.start()], formula]
            end = match.end()
        if end:
            replace_text(node, is_tail, [*parts, text[end:]])


def to_mathml(source: str, *, block: bool = False) -> Element | None:
    """MathML with the TeX kept as an annotation, or nothing where TeX is beyond the converter."""
    from latex2mathml.converter import convert

    if not source.strip() or len(source) > 5000:
        return None
    try:
        text = convert(_ALIGNED.sub(r"\\\1{matrix}", source), display="block" if block else "inline")
        formula = etree.fromstring(re.sub(r'\s+xmlns="[^"]*"', "", text, count=1).encode())
    except Exception:  # noqa: BLE001 - the converter raises whatever it stumbles over; the caller reports the formula
        return None
    for element in elements(formula):
        keep_known(element)
    if not _is_sound(formula) or "\\" in "".join(map(str, formula.itertext())):
        return None
    _annotate(formula, source)
    return formula


def _annotate(formula: Element, source: str) -> None:
    content = list(formula)
    semantics = next((e for e in content if e.tag == "semantics"), None)
    if semantics is None:
        row = content[0] if len(content) == 1 and content[0].tag == "mrow" else new("mrow", *content)
        semantics = new("semantics", row)
        formula.text = None
        formula.append(semantics)
    semantics.append(new("annotation", source, encoding=TEX))


def _is_sound(formula: Element) -> bool:
    for element in formula.iter():
        if element.tag not in ELEMENTS:
            return False
        if element.tag in CHILDREN and len(element) != CHILDREN[str(element.tag)]:
            return False
        if element.tag in ("mtr", "mtd", "mtable") and (element.text or "").strip():
            return False
        if element.tag == "mtable" and any(c.tag not in ("mtr", "mlabeledtr") for c in element):
            return False
    return bool(text_of(formula))


def _is_formula(image: Element) -> bool:
    return bool(tokens(image, "class") & _TEX_IMAGE) and bool(image.get("alt", "").strip())


def _tex_of(alt: str) -> str:
    alt = alt.strip().strip("$").strip()
    match = re.fullmatch(r"\{\\displaystyle\s+(.*)\}", alt, re.S)
    return match[1] if match else alt
