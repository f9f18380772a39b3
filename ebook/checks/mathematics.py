"""Mathematics: formulas that can be read, and none left as TeX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.markup import Element, inside, text_nodes
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule

_COMMAND = (
    r"\\(?:frac|dfrac|tfrac|sqrt|sum|int|prod|lim|left|right|begin|end|alpha|beta|gamma|delta|theta|lambda|sigma|mu|pi|"
    r"cdot|times|leq?|geq?|neq?|infty|partial|mathrm|mathbf|mathbb|mathcal|text|overline|hat|vec|Delta|Omega|Sigma|"
    r"displaystyle|operatorname|approx|to|rightarrow|pm|quad)\b"
)
TEX = re.compile(
    rf"\$\$[^$]+\$\$|\\\([^()]*\S[^\n]*?\\\)|\\\[[^\n]+?\\\]|\\begin\{{\w+\*?\}}|{_COMMAND}|"
    r"(?<![\w$\\])\$(?=[^$\n]{0,80}[\\^_={}])(?!\s)[^$\n]{1,80}(?<!\s)\$(?![\w$])",
    re.S,
)
"""TeX in running text: displayed, inline with backslashes, or between dollars with a sign that prices do not have."""
_TEX_ALT = re.compile(rf"{_COMMAND}|[_^]\{{|^\$.+\$$|\{{\\\w+")
_MACHINE = ("code", "pre", "kbd", "samp", "math", "script", "style", "annotation", "svg", "head")
_SIGNS = frozenset("mi mn mo mtext ms mglyph".split())


def check_mathematics(book: Opened) -> Iterator[Finding]:
    """Formulas in each document; MathML needs no words of its own (they would be read twice)."""
    for path, tree in book.documents.items():
        for formula in tree.iter("math"):
            if not formula.get("alttext") and not formula.get("aria-label") and not _is_readable(formula):
                yield rule("book.formula-unreadable").at(place_in(path, formula))
        for image in tree.iter("img"):
            if _TEX_ALT.search(image.get("alt", "")):
                yield rule("book.alt-tex").at(place_in(path, image), alt=image.get("alt", "")[:80])
        yield from _left_as_tex(path, tree)


def _is_readable(formula: Element) -> bool:
    signs = [e for e in formula.iter("*") if e.tag in _SIGNS and not inside(e, "annotation", "annotation-xml")]
    return any((e.text or "").strip() or e.get("alt") for e in signs)


def _left_as_tex(path: str, tree: Element) -> Iterator[Finding]:
    seen: set[Element] = set()
    for node, is_tail, text in text_nodes(tree, skip=_MACHINE):
        holder = node.getparent() if is_tail else node
        if holder is None or holder in seen or ("\\" not in text and "$" not in text):
            continue
        if match := TEX.search(text):
            seen.add(holder)
            yield rule("book.tex-in-text").at(place_in(path, holder), text=match[0][:60])
