r"""Set every formula as MathML with its TeX source kept.

    \(a_1\), <script type="math/tex">a_1</script>, KaTeX, MathJax   ->   <math><semantics>…<annotation>a_1</annotation>

MathML is what screen readers speak and braille displays show; TeX in a paragraph is noise to both.
No `alttext`: it would be read as well (DAISY knowledge base, MathML).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping

from lxml import etree

from ebook.markup import (
    Element,
    closest,
    drop,
    elements,
    inside,
    new,
    parse,
    place,
    raw_text,
    replace,
    replace_text,
    text_nodes,
    text_of,
    tokens,
    unwrap,
)
from ebook.model import Article
from ebook.passes.math_drawn import drawn_formula
from ebook.passes.math_sources import attribute_source, bare, box_source, image_source, is_alone, with_source
from ebook.rules import Finding, Place, rule

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
_UNREAD = frozenset("annotation-xml script style svg".split())

_RENDERED = re.compile(r"katex|mathjax|mjx-chtml|mwe-math|math-container", re.I)
"""Class names of what scripts draw; lxml's XPath takes ten times as long to find them."""
_WRAPPERS = frozenset(
    "katex katex-display mathjax mathjax_display mathjax_preview mjx-chtml mjx-container mwe-math-element mathjax_svg "
    "mathjax_svg_display mathjax_chtml math-container mathjaxcontainer".split()
)
_DISPLAYED = frozenset("katex-display mathjax_display mathjax_svg_display mjxc-display math-display".split())
_RAW_TAGS = frozenset(("math-renderer", "d-math", "tex-math"))
_RAW_CLASSES = frozenset(
    "math math-inline math-display math-block mathtex language-math js-render-math tex2jax_process".split()
)
_RAW_NAMES = re.compile(r"math|tex", re.I)
"""Boxes of renderers that have not run: their text is TeX, with or without delimiters."""
_DELIMITED = re.compile(
    r"\\\((?P<round>.{1,5000}?)\\\)|\\\[(?P<square>.{1,5000}?)\\\]|(?<!\\)\$\$(?P<double>[^$]{1,5000}?)\$\$"
    r"|(?P<named>\\begin\{(?P<kind>equation|displaymath|math|align|gather|multline|eqnarray|alignat)\*?\}.{1,5000}?"
    r"\\end\{(?P=kind)\*?\})|(?<![\\$\w])\$(?P<single>(?=\S)[^$]{1,300}?(?<=[^\s\\]))\$(?![\w$])",
    re.S,
)
_KINDS = ("round", "square", "double", "named", "single")
_IS_TEX = re.compile(r"[\\^_{}]|^[a-zA-Z]$|^[a-zA-Z0-9()+\-*/|,. ]*[=<>][a-zA-Z0-9()+\-*/|,. ]*$")
_ALIGNED = re.compile(
    r"\\(begin|end)\{(?:aligned|align|gather|gathered|split|eqnarray|alignat|multline)\*?\}(?:\{\d+\})?"
)
"""Environments that the converter sets wrongly; as a matrix their lines and columns stay."""
_PLAIN_ENVIRONMENT = re.compile(
    r"\\(?:begin|end)\{(?:equation|displaymath|math)\*?\}|\\(?:label|nonumber|notag)\b(?:\{[^{}]*\})?"
)
"""What says where a formula stands and not what it is."""
_SKIPPED = ("pre", "code", "math", "script", "svg", "kbd", "samp", "textarea")


def mathematics(tree: Element, article: Article) -> Iterator[Finding]:
    yield from _of_scripts(tree, article)
    yield from _read_renderings(tree, article)
    for element in elements(tree, "math"):
        yield from _clean(element, article)
    for element in with_source(tree):
        if element.tag != "img" and element.getparent() is not None and next(element.iter("math"), None) is None:
            yield from _set(element, attribute_source(element), _is_displayed(element), article)
    for image in elements(tree, "img"):
        source = image_source(image)
        if source:
            yield from _set(image, source, _is_displayed(image), article)
    yield from _set_raw(tree, article)
    text = raw_text(tree)
    if "$" in text or "\\" in text:
        _join_lines(tree)
        yield from _set_delimited(tree, article)


def _of_scripts(tree: Element, article: Article) -> Iterator[Finding]:
    """MathJax 2 keeps the source in a script, which the reader made a span, after one or two drawings of it."""
    for span in [e for e in tree.iter("span") if "tex-source" in e.get("class", "")]:
        before = span.getprevious()
        while before is not None and not (before.tail or "").strip() and _is_rendering(before):
            drop(before)
            before = span.getprevious()
        display = "display" in tokens(span, "class")
        if span.get("data-mathml"):
            formula = _parsed(span.get("data-mathml", ""))
            if formula is not None:
                formula.set("display", "block" if display else formula.get("display", "inline"))
                replace(span, formula)
        elif span.get("data-tex"):
            yield from _set(span, span.get("data-tex", ""), display, article)


def _is_rendering(element: Element) -> bool:
    return bool((tokens(element, "class") | {str(element.tag)}) & _WRAPPERS)


def _may_be_rendering(element: Element) -> bool:
    return bool(
        element.tag == "mjx-container" or _RENDERED.search(element.get("class", "")) or element.get("data-mathml")
    )


def _parsed(text: str) -> Element | None:
    """MathML written in an attribute."""
    try:
        formula = parse(text)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return formula if formula.tag == "math" else None


def _read_renderings(tree: Element, article: Article) -> Iterator[Finding]:
    """Of a formula that a script drew, keep the MathML or the TeX and drop the drawing."""
    for element in [e for e in tree.iter() if _may_be_rendering(e)]:
        if element.getparent() is None or not (_is_rendering(element) or element.get("data-mathml")):
            continue
        block = _is_displayed(element)
        formula = next(element.iter("math"), None)
        if formula is None and element.get("data-mathml"):
            formula = _parsed(element.get("data-mathml", ""))
        if formula is not None:
            source = attribute_source(element) or attribute_source(formula) or box_source(element)
            if source and not formula.get("alttext"):
                formula.set("alttext", source)
            formula.set("display", "block" if block or formula.get("display") == "block" else "inline")
            formula.tail = None
            replace(element, formula)
            continue
        source = next((s for e in element.iter() if (s := attribute_source(e))), "") or box_source(element)
        made = drawn_formula(element)
        if made is not None:
            made.set("display", "block" if block else "inline")
            if source:
                made.set("alttext", source)
            replace(element, made)
        elif source:
            yield from _set(element, source, block, article)
        else:
            yield from _as_text(element, block, article)


def _as_text(element: Element, block: bool, article: Article) -> Iterator[Finding]:
    """A drawing without a source: its characters are all that is known; empty ones go."""
    if "katex" in tokens(element, "class"):
        text = text_of(element)
        if text:
            yield rule("math.unconverted").at(place(article.source, element), tex=text[:80])
            replace(element, new("math", new("mrow", new("mtext", text)), display="block" if block else "inline"))
            return
    if not text_of(element):
        drop(element)


def _is_displayed(element: Element) -> bool:
    """Whether a formula stands on a line of its own."""
    for node in (element, element.getparent()):
        if node is None:
            continue
        names = tokens(node, "class")
        if names & _DISPLAYED or node.get("display") in ("true", "block") or node.get("data-math-style") == "display":
            return True
        if any(name.endswith(("-block", "-display", "--block")) or name in ("display", "block") for name in names):
            return True
    if next(element.iter("mjx-math"), element).get("display") == "true":
        return True
    return is_alone(element) and "inline" not in element.get("class", "")


def _set_raw(tree: Element, article: Article) -> Iterator[Finding]:
    """TeX that waits for a renderer, in an element that says so."""
    for element in [e for e in tree.iter() if e.tag in _RAW_TAGS or _RAW_NAMES.search(e.get("class", ""))]:
        tag, names = str(element.tag), tokens(element, "class")
        sure = tag in _RAW_TAGS or names & _RAW_CLASSES
        if not sure or len(element) or element.getparent() is None or tag == "math" or tag in ("body", "table"):
            continue
        text = (element.text or "").strip()
        source = bare(_within_document(text))
        code = tag == "code" or inside(element, "pre")
        if code and not names & {"language-math", "js-render-math", "math-inline", "math-display"}:
            continue
        if not source or len(source) > 2000 or (tag in ("span", "div", "p") and not _IS_TEX.search(source)):
            continue
        block = text.startswith(("$$", "\\[")) or element.get("block") is not None or _says_block(element, names)
        outer = closest(element, "pre")
        yield from _set(element if outer is None else outer, source, block, article)


def _says_block(element: Element, names: set[str]) -> bool:
    return bool(
        element.tag in ("div", "p")
        or names & {"display", "math-display", "math-block", "js-display-math"}
        or element.get("data-math-style") == "display"
        or inside(element, "pre")
    )


def _within_document(text: str) -> str:
    r"""What stands in the `document` of TeX that is one (JATS)."""
    _, found, rest = text.partition("\\begin{document}")
    return rest.partition("\\end{document}")[0] if found else text


def _join_lines(tree: Element) -> None:
    r"""Formulas whose lines a writer of HTML has parted with `br`: `$$<br/>x = 1<br/>$$`."""
    for block in dict.fromkeys(b for b in (e.getparent() for e in tree.iter("br")) if b is not None):
        if inside(block, *_SKIPPED) or block.tag in _SKIPPED:
            continue
        children = list(block)
        pieces = [block.text or "", *(("\n" if c.tag == "br" else "\0") + (c.tail or "") for c in children)]
        whole = "".join(pieces)
        spans = deque(m.span() for m in _DELIMITED.finditer(whole) if m["single"] is None and "\n" in m[0])
        if not spans or len(whole) > 100_000:
            continue
        position = 0
        for index, piece in enumerate(pieces):
            while spans and spans[0][1] <= position:
                spans.popleft()
            if index and children[index - 1].tag == "br" and spans and spans[0][0] <= position:
                line_break = children[index - 1]
                line_break.tail = "\n" + (line_break.tail or "")
                drop(line_break)
            position += len(piece)


def _clean(formula: Element, article: Article) -> Iterator[Finding]:
    """Reduce MathML of a page to what the allow-list knows; what has no content becomes TeX or goes."""
    source = next((text_of(a) for a in formula.iter("annotation") if "tex" in a.get("encoding", "").lower()), "")
    source = source or attribute_source(formula) or formula.get("alttext", "") or box_source(formula)
    block = formula.get("display") == "block" or formula.get("mode") == "display"
    for element in elements(formula):
        if element.tag in _UNREAD or (element.tag == "annotation" and "tex" not in element.get("encoding", "").lower()):
            drop(element)
            continue
        if element.tag not in ELEMENTS and element.getparent() is not None:
            unwrap(element)
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
        where: Place | None = None
        for match in _DELIMITED.finditer(text):
            kind = next(name for name in _KINDS if match[name])
            source = match[kind].strip().removeprefix("latex ")
            if kind == "single" and (not _IS_TEX.search(source) or "\n\n" in source):
                continue
            if not source:
                continue
            formula = to_mathml(source, block=kind not in ("round", "single"))
            if formula is None:
                where = where or place(article.source, node)  # once: it reads the whole paragraph
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
    source = _PLAIN_ENVIRONMENT.sub("", source).strip()
    try:
        text = convert(_ALIGNED.sub(r"\\\1{matrix}", source), display="block" if block else "inline")
        formula = etree.fromstring(re.sub(r'\s+xmlns="[^"]*"', "", text, count=1).encode())
    except Exception:  # noqa: BLE001 - the converter raises whatever it stumbles over; the caller reports the formula
        return None
    for element in elements(formula):
        keep_known(element)
    if not _is_sound(formula) or "\\" in raw_text(formula):
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
