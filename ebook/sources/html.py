"""The one door of the HTML parser: any markup to a tree that XML can hold, scripts gone.

libxml2 silently drops what is nested deeper than its limit, so very deep input is flattened first.
"""

from __future__ import annotations

import re

from lxml import etree

from ebook.markup import JUDGED, LINE, Element, drop, serialise, xml_legal
from ebook.pictures import DESCRIPTION

_OURS = frozenset({LINE, JUDGED, DESCRIPTION})
"""Our own marks: only this project sets them, whatever a page claims."""
DEEPEST = 200
"""Elements nested deeper than this are flattened; libxml2 loses text below depth 256."""

MOST_ATTRIBUTES = 1000
"""Attributes of one element; with more it keeps none."""
BIG = 5000
"""Characters from which a tag may have so many."""

_BIG_TAG = re.compile(rf"<([a-zA-Z][\w:-]*+)\s[^<>]{{{BIG},}}+>")
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TEX_SCRIPT = re.compile(r"^math/(?:tex|asciimath|mml)", re.I)
_TAG = re.compile(r"<(/?[a-zA-Z][\w:-]*+)[^<>]*+(?<!/)>")
"""A start or end tag that does not close itself; gives its name, with the slash of an end tag."""
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td tr th dt dd option".split()
)
_UNKNOWN_VOID = ("source", "track", "embed", "wbr", "keygen", "bgsound", "command")
"""Void elements (HTML §13.1.2) that libxml2 takes for open ones: what follows them seems to stand in them."""
_GONE = ("script", "style", "template", "link", "meta", "base")
_FOREIGN = ("svg", "math")
_CASED = {
    name.lower(): name
    for name in (
        "linearGradient radialGradient clipPath textPath feBlend feColorMatrix feComposite feFlood feGaussianBlur "
        "feMerge feMergeNode feOffset viewBox preserveAspectRatio gradientUnits gradientTransform "
        "patternUnits patternTransform patternContentUnits markerWidth markerHeight markerUnits refX refY "
        "pathLength stdDeviation textLength lengthAdjust spreadMethod clipPathUnits maskUnits "
        "maskContentUnits primitiveUnits definitionURL baseFrequency numOctaves startOffset"
    ).split()
}
"""SVG and MathML names that HTML parsers lower-case (HTML §13.2.6.1)."""
_LINED = frozenset(  # of these, the line is kept for messages
    "h1 h2 h3 h4 h5 h6 p li img table figure a iframe video audio pre blockquote aside ul ol dl sup "
    "math svg form section dt td div nav header footer main article center button".split()
)


_BREAKING_OUT = tuple(
    "blockquote body center dd div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre table ul article section aside figure".split()
)
"""Elements that end a drawing or formula they stand in: nobody closed it (HTML §13.2.6.5; libxml2 does not know)."""
_HOLDING_HTML = frozenset("foreignobject foreignObject desc title annotation-xml annotation".split())
"""What may hold them; a formula in a book holds no paragraph anywhere else."""


def parse_page(text: str) -> Element:
    """The `html` element of a page, its names made fit for XML; never raises on odd markup."""
    text = _XML_DECLARATION.sub("", text).replace("\x00", "\ufffd").replace("\f", " ")
    text = xml_legal(text)
    if _has_big_tag(text):
        text = _BIG_TAG.sub(_without_attributes, text)
    if _too_deep(text):
        text = _flattened(text)
    try:  # plain elements: those of `lxml.html` take four times as long to walk over
        page = etree.fromstring(text.encode(), etree.HTMLParser(huge_tree=True, encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        page = None
    return page if page is not None else etree.fromstring("<html><body></body></html>", etree.HTMLParser())


def _has_big_tag(text: str) -> bool:
    """Whether the pattern for big tags may find any: a quarter of its time."""
    pieces = text.split("<")
    return max(map(len, pieces)) > BIG and any(len(piece) > BIG and piece.find(">") > BIG for piece in pieces)


def _without_attributes(match: re.Match[str]) -> str:
    """A start tag whose attributes nobody wrote by hand; libxml2 takes quadratic time for them."""
    return f"<{match[1]}>" if match[0].count("=") > MOST_ATTRIBUTES else match[0]


def body_text(page: Element) -> str:
    """The `body` of a page as well-formed text: scripts and comments gone, TeX scripts kept as spans."""
    return serialise(body_of(page))


def body_of(page: Element) -> Element:
    """The `body` of a page, taken out of it and fit for XML: scripts and comments gone, TeX scripts kept as spans."""
    body = next(page.iter("body"), None)
    if body is None:
        body = etree.Element("body")
    for void in list(body.iter(*_UNKNOWN_VOID)):  # the outermost first: each then moves but few
        _empty(void)
    _take_out_machinery(body)
    for foreign in list(body.iter("svg", "math")):
        _break_out(foreign)
    _clean_all_names(body)
    body.tail = None
    if (outer := body.getparent()) is not None:
        outer.remove(body)
    return body


def _empty(void: Element) -> None:
    """Put what seems to stand in a void element behind it: the image after the last `source` of a `picture`."""
    children, text, tail = list(void), void.text, void.tail
    if not children and not text:
        return
    void.text = void.tail = None
    for child in reversed(children):
        void.addnext(child)  # its tail moves along
    void.tail = text
    last = children[-1] if children else void
    last.tail = (last.tail or "") + (tail or "") or None


def _take_out_machinery(body: Element) -> None:
    for comment in list(body.iter(etree.Comment, etree.ProcessingInstruction, etree.Entity)):
        drop(comment)
    for script in list(body.iter("script")):
        kind = script.get("type", "")
        if _TEX_SCRIPT.match(kind) and script.text:
            _keep_formula(script, kind.lower())
        else:
            drop(script)
    for element in list(body.iter(*_GONE)):
        drop(element)


def _break_out(foreign: Element) -> None:
    """Move what is no part of a drawing or formula, and all that follows it there, behind it."""
    first = next(foreign.iter(*_BREAKING_OUT), None)
    if first is None:
        return
    around: list[Element] = []
    for node in first.iterancestors():
        if node is foreign:
            break
        if node.tag in _HOLDING_HTML:
            return
        around.append(node)
    target, tail = foreign, foreign.tail
    foreign.tail = None
    for node in (first, *around):
        moved = list(node.itersiblings())
        if node is first:
            moved.insert(0, first)
        else:
            text, node.tail = node.tail, None
            target.tail = (target.tail or "") + (text or "")
        for element in moved:
            target.addnext(element)
            target = element
    target.tail = (target.tail or "") + (tail or "")


def _keep_formula(script: Element, kind: str) -> None:
    """MathJax 2 keeps the source of a formula in a script; a span survives the sanitiser."""
    source = script.text or ""
    script.tag = "span"
    script.attrib.clear()
    script.set("class", "tex-source display" if "mode=display" in kind.replace(" ", "") else "tex-source")
    name = "data-mathml" if kind.startswith("math/mml") else "data-tex"
    script.set(name, re.sub(r"^\s*%?\s*<!\[CDATA\[|\]\]>\s*$", "", source).strip())
    script.text = None


def _clean_all_names(body: Element) -> None:
    """Make all names fit for XML; nearly all elements have only names that were seen to be so already.

    The line of each element that messages may name is written down on the same walk.
    """
    fit: set[str] = set()
    foreign: set[Element] = set()
    for element in body.iter("*"):
        tag = str(element.tag)
        keys = element.keys()
        if tag not in fit or tag in _FOREIGN or not fit.issuperset(keys) or (foreign and element in foreign):
            _clean_names(element, in_foreign=element in foreign or tag in _FOREIGN)
            if element.tag in _FOREIGN and element not in foreign:
                foreign.update(element.iter("*"))
            fit.update(key for key in (tag, *keys) if _is_fit(key))
            tag = str(element.tag)
        if tag in _LINED and (line := element.sourceline):
            element.set(LINE, str(line))


def _is_fit(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and name != "xmlns" and name not in _OURS


def _clean_names(element: Element, *, in_foreign: bool) -> None:
    """Names that XML cannot hold: `o:p` loses its prefix, `@click` goes."""
    tag = str(element.tag)
    if not _NAME.fullmatch(tag):
        local = tag.rsplit(":", 1)[-1]
        element.tag = local if _NAME.fullmatch(local) else "span"
    in_foreign = in_foreign or element.tag in _FOREIGN
    if in_foreign and str(element.tag) in _CASED:
        element.tag = _CASED[str(element.tag)]
    if any(
        str(name).startswith("{") for name in element.attrib
    ):  # `{name}` is no namespace in HTML, but lxml takes it for one
        kept = [(str(k), str(v)) for k, v in element.attrib.items() if not str(k).startswith("{")]
        element.attrib.clear()
        for key, value in kept:
            element.set(key, value)
    for name in list(element.attrib):
        key = str(name)
        if key in _OURS:
            del element.attrib[name]
            continue
        if key == "xml:lang" and not element.get("lang"):
            element.set("lang", element.attrib[name])
        if key == "epub:type":
            element.set("data-epub-type", element.attrib[name])
        if not _NAME.fullmatch(key) or key == "xmlns":
            value = element.attrib.pop(name)
            if key == "xlink:href" and not element.get("href"):
                element.set("href", value)
        elif in_foreign and key in _CASED and _CASED[key] != key:
            element.set(_CASED[key], element.attrib.pop(name))


def _too_deep(text: str) -> bool:
    """Whether open tags may pile up beyond what libxml2 keeps; counts, never parses."""
    depth = 0
    steps: dict[str, int] = {}  # of each name as it is written
    for name in _TAG.findall(text):
        step = steps.get(name)
        if step is None:
            step = steps[name] = 0 if name.lstrip("/").lower() in _VOID else -1 if name[0] == "/" else 1
        depth += step
        if depth > DEEPEST:
            return True
    return False


def _flattened(text: str) -> str:
    """The same markup with everything below the deepest level reduced to its text and blocks."""
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString, PreformattedString, Script, Stylesheet, Tag

    soup = BeautifulSoup(text, "html.parser")
    flat: list[str] = []
    stack: list[tuple[str, object]] = [("node", soup)]
    depth = 0
    while stack:
        action, value = stack.pop()
        if action == "end":
            depth -= 1
            flat.append(f"</{value}>")
        elif isinstance(value, Tag):
            shown = depth < DEEPEST // 2 and value.name != "[document]"
            if shown:
                attributes = "".join(
                    f' {k}="{" ".join(v) if isinstance(v, list) else v}"'.replace("<", "&lt;")
                    for k, v in value.attrs.items()
                )
                flat.append(f"<{value.name}{attributes}>")
                if value.name not in ("br", "img", "hr", "meta", "link", "input"):
                    depth += 1
                    stack.append(("end", value.name))
            stack.extend(("node", child) for child in reversed(value.contents))
        elif isinstance(value, Script):
            flat.append(str(value))
        elif isinstance(value, NavigableString) and not isinstance(value, PreformattedString | Stylesheet):
            flat.append(str(value).replace("&", "&amp;").replace("<", "&lt;"))
    return "".join(flat)
