r"""Where pages keep the TeX of a formula: in attributes, in text alternatives, in addresses of drawing services.

<span data-latex="x^2">…</span>, <img alt="\frac12">, <img src="https://example.org/svg.image?%5Cfrac12">   ->   TeX
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, unquote_plus

from ebook.markup import Element, tokens

ATTRIBUTES = (
    "data-tex",
    "data-latex",
    "data-math",
    "data-katex",
    "data-equation-content",
    "data-latex-source",
    "data-tex-source",
    "data-original-tex",
    "data-mathquill",
    "data-formula",
    "data-equation",
    "data-expression",
    "data-expr",
)
"""Attributes in which renderers and editors keep a formula."""
_SURE = frozenset(ATTRIBUTES[:9])
_NAMES = frozenset(ATTRIBUTES)
_COMMAND = re.compile(r"\\[a-zA-Z]{2,}|\\[,;!{}]|[\^_]\{|^\$.+\$$|^\\[(\[]")
_PATH = re.compile(r"^[a-zA-Z]:\\|\.(?:png|jpe?g|gif|svg|webp|html?|php)$", re.I)
_FORMULA = re.compile(r"[\\^_{}=]")
_PARAMETERS = frozenset("tex latex math chl eq equation formula from".split())
_IMAGE_CLASSES = frozenset(
    "mwe-math-fallback-image-inline mwe-math-fallback-image-display tex latex mathimage texrender math-inline math "
    "equation_image latex-image mathtex ql-img-inline-formula ql-img-displayed-equation formula inline-formula".split()
)
_STYLE = re.compile(
    r"^(?:\\(?:displaystyle|textstyle|dpi\{\d+\}|large|huge|small|inline|bg_\w+|fn_\w+|fg_\w+)\s*)+", re.I
)
_SPAN = re.compile(r"\{\\(?:displaystyle|textstyle)\s+(.*)\}", re.S)
_DELIMITERS = (("$$", "$$"), ("\\[", "\\]"), ("\\(", "\\)"), ("$", "$"))


def with_source(tree: Element) -> list[Element]:
    """The elements that carry the TeX of a formula in an attribute, in reading order."""
    return [e for e in tree.iter() if not _NAMES.isdisjoint(e.keys()) and attribute_source(e)]


def attribute_source(element: Element) -> str:
    """The TeX in the attributes of an element, or nothing."""
    for name in ATTRIBUTES if not _NAMES.isdisjoint(element.keys()) else ():
        value = element.get(name, "").strip()
        if value and (name in _SURE or _COMMAND.search(value)) and not value.startswith(("<", '{"', "[{")):
            return bare(value)
    return ""


def box_source(formula: Element) -> str:
    """The TeX in any data attribute of a box that holds this formula alone."""
    node = formula
    for _ in range(3):
        parent = node.getparent()
        if parent is None or not _is_only(node):
            return ""
        for name, value in parent.attrib.items():
            text = str(value).strip()
            known = str(name) in ATTRIBUTES
            if (
                str(name).startswith("data-")
                and text
                and (known or (_FORMULA.search(text) and len(text) < 2000))
                and not text.startswith(('{"', "[", "<", "/", "http"))
            ):
                return bare(text)
        node = parent
    return ""


def image_source(image: Element) -> str:
    """The TeX that a picture was drawn from, or nothing where it is a picture of something else."""
    found = attribute_source(image)
    if found:
        return found
    alt = image.get("alt", "").strip()
    if alt and (tokens(image, "class") & _IMAGE_CLASSES or (_COMMAND.search(alt) and not _PATH.search(alt))):
        return bare(alt)
    return address_source(image.get("src", ""))


def address_source(address: str) -> str:
    """The TeX in the address of a picture that a service draws."""
    if len(address) > 8000 or address.startswith("data:") or ("%" not in address and "?" not in address):
        return ""
    path, _, query = address.partition("?")
    if query:
        for name, value in parse_qsl(query):
            if name.lower() in _PARAMETERS and _FORMULA.search(value) and not _PATH.search(value):
                return bare(value)
        whole = unquote_plus(query) if "+" in query and "%2B" in query.upper() else unquote(query)
        return bare(whole) if _COMMAND.search(whole) and not _PATH.search(whole) else ""
    for start in ("/latex/", "/tex/", "/svg/", "/png/", "/formula/", "/math/", "/"):
        _, found, rest = path.rpartition(start) if start == "/" else path.partition(start)
        last = unquote(rest) if found else ""
        if last and re.search(r"\\[a-zA-Z]{2,}", last) and not _PATH.search(last):
            return bare(last)
    return ""


def bare(source: str) -> str:
    """TeX without delimiters and without words about its size and colour."""
    source = source.strip()
    for start, end in _DELIMITERS:
        if source.startswith(start) and source.endswith(end) and len(source) > len(start) + len(end):
            source = source[len(start) : -len(end)].strip()
            break
    match = _SPAN.fullmatch(source)
    if match:
        source = match[1]
    return _STYLE.sub("", source).strip() or source


def is_alone(element: Element) -> bool:
    """Whether an element is all that its paragraph holds."""
    parent = element.getparent()
    return parent is not None and parent.tag in ("p", "div", "figure", "dd", "center") and _is_only(element)


def _is_only(element: Element) -> bool:
    """Whether nothing stands beside an element; `len` of its parent would count all children."""
    parent = element.getparent()
    if parent is None or element.getprevious() is not None or element.getnext() is not None:
        return False
    return not (parent.text or "").strip() and not (element.tail or "").strip()
