"""Reduce the tree to the elements and attributes that a book may hold.

    <div onclick="…" style="…"><font color="red">Text</font><script>…</script></div>   ->   <div>Text</div>

An allow-list: what is not known goes, its text stays. The written file is judged, so this works on the final
vocabulary of HTML and MathML, by element (EPUB 3.3 §6.1, §6.3.4).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ebook.markup import BLOCKS, EPUB_TYPE, JUDGED, LINE, XML_LANG, Element, elements, place, squash, text_of, tokens
from ebook.model import Article
from ebook.passes.mathematics import ELEMENTS as MATH_ELEMENTS
from ebook.passes.mathematics import keep_known
from ebook.rules import Finding, Place, rule

ELEMENTS = frozenset(
    "body header section aside h1 h2 h3 h4 h5 h6 p div ul ol li dl dt dd blockquote pre code figure figcaption img "
    "table caption "
    "thead tbody tfoot tr th td hr br wbr a em strong i b u s small sub sup mark abbr dfn cite q time kbd samp var "
    "span ruby rt rp "
    "bdi bdo ins del article main footer nav address details summary hgroup center".split()
)
"""What may stay; the block containers in it are dissolved by `structure`."""
RENAMED: Mapping[str, str] = {
    "tt": "code",
    "strike": "s",
    "acronym": "abbr",
    "listing": "pre",
    "xmp": "pre",
    "plaintext": "pre",
    "big": "span",
    "rb": "span",
    "legend": "p",
    "label": "span",
    "output": "span",
    "data": "span",
    "search": "div",
    "fieldset": "div",
    "picture": "span",
    "noscript": "div",
    "form": "div",
    "dialog": "div",
    "marquee": "div",
}
"""Outdated or foreign elements and what they mean (HTML §16)."""
DROPPED = frozenset(
    "script style template iframe frame embed param select option optgroup button input textarea svg map area "
    "audio video source track link meta base title head progress meter datalist".split()
)
"""Elements that go with all they hold."""
_SILENT = frozenset("link meta source track param input button".split())
"""Those of them that never held anything an author wrote."""
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "body": JUDGED,
        "a": "href",
        "img": "src alt width height data-original-src data-stated-alt aria-details",
        "ol": "start reversed type",
        "li": "value",
        "td": "colspan rowspan",
        "th": "colspan rowspan scope",
        "time": "datetime",
        "abbr": "title",
        "dfn": "title",
        "table": "aria-labelledby aria-details",
        "div": "tabindex aria-labelledby aria-label",
        "section": "aria-labelledby",
        "aside": "aria-labelledby",
        "bdo": "dir",
        "code": "",
        "ins": "datetime",
        "del": "datetime",
        "blockquote": "cite",
        "q": "cite",
    }.items()
}
"""Attributes by element; all may have id, lang and dir."""
CLASSES = frozenset(
    "kicker subtitle byline author date linked-media attribution scroller table-caption tex callout-label credit "
    "abbreviations description description-label glossary headers-guessed table-summary unavailable "
    "description-link described-here".split()
)
ROLES = frozenset(
    {
        ("section", "doc-endnotes"),
        ("a", "doc-noteref"),
        ("a", "doc-backlink"),
        ("div", "region"),
        ("p", "doc-subtitle"),
        ("img", "presentation"),
        ("span", "doc-pagebreak"),
        ("div", "doc-pagebreak"),
    }
)
"""(element, role) that earlier passes leave."""
TYPES: Mapping[str, str] = {
    "doc-endnotes": "endnotes",
    "doc-noteref": "noteref",
    "doc-backlink": "backlink",
    "doc-pagebreak": "pagebreak",
}
"""The `epub:type` that says the same as a role (EPUB Structural Semantics 1.1); what is read as HTML has lost it."""

_DATETIME = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?")
_LIMITED = frozenset("width height start value tabindex type reversed datetime dir title".split())
"""Attributes that may hold values which the schema of HTML would not take; nearly all elements have none of them."""
_INTEGER = re.compile(r"-?\d{1,6}")


def sanitise(tree: Element, article: Article) -> Iterator[Finding]:
    counts: Counter[str] = Counter()
    gone: set[Element] = set()
    dissolved: set[Element] = set()
    formulas: set[Element] = set()
    for element in elements(tree):
        parent = element.getparent()
        tag = str(element.tag)
        if parent in gone:
            gone.add(element)
        elif tag == "math" or parent in formulas:
            formulas.add(element)
            if tag in MATH_ELEMENTS:
                keep_known(element)
        elif element is not tree and tag in DROPPED:
            if tag not in _SILENT:
                counts[tag] += 1
            elif tag == "button" and text_of(element):
                said = text_of(element)[:80]
                yield rule("removed.furniture").at(place(article.source, element), text=said)
            gone.add(element)
        elif element is not tree and tag not in ELEMENTS and tag not in RENAMED:
            dissolved.add(element)
        else:
            element.tag = _heading(element) or RENAMED.get(tag, tag)
            _attributes(element)
            if element.tag in ("span", "bdi") and set(element.attrib) <= {LINE} and element is not tree:
                dissolved.add(element)
    for parent in _parents(gone | dissolved, gone, dissolved):
        _rebuild(parent, gone, dissolved)
    for tag, count in sorted(counts.items()):
        yield rule("removed.element").at(Place(file=article.source), what=tag, count=count)


def _heading(element: Element) -> str:
    """The heading that an element says to be: `role="heading"` with its level, 2 by default (ARIA 1.2)."""
    if element.get("role") != "heading" or element.tag not in ("div", "p", "span") or not text_of(element):
        return ""
    if any(child.tag in BLOCKS for child in element.iterdescendants()):
        return ""
    level = element.get("aria-level", "2").strip()
    return f"h{level}" if level in "123456" and len(level) == 1 else "h6"


def _parents(leaving: set[Element], gone: set[Element], dissolved: set[Element]) -> list[Element]:
    """The elements that stay and lose a child, at once or through one that leaves."""
    found = dict.fromkeys(parent for element in leaving if (parent := element.getparent()) is not None)
    return [parent for parent in found if parent not in gone and parent not in dissolved]


def _rebuild(parent: Element, gone: set[Element], dissolved: set[Element]) -> None:
    """Fill an element anew, in one go: taking thousands of children away one by one is quadratic."""
    pieces: list[str | Element] = [parent.text or ""]
    stack = [iter(list(parent))]
    tails: list[str] = []
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            if tails:
                pieces.append(tails.pop())
            continue
        tail = child.tail or ""
        if child in dissolved:
            pieces.append(child.text or "")
            stack.append(iter(list(child)))
            tails.append(tail)
            continue
        if child not in gone:
            pieces.append(child)
        pieces.append(tail)
    _fill(parent, pieces)


def _fill(parent: Element, pieces: list[str | Element]) -> None:
    for child in list(parent):
        child.tail = None
        parent.remove(child)
    texts: list[str] = []
    last: Element | None = None
    for piece in [*pieces, None]:
        if isinstance(piece, str):
            texts.append(piece)
            continue
        text = "".join(texts) or None
        if last is None:
            parent.text = text
        else:
            last.tail = text
        texts.clear()
        if piece is not None:
            piece.tail = None
            parent.append(piece)
            last = piece


def _attributes(element: Element) -> None:
    tag = str(element.tag)
    allowed = ATTRIBUTES.get(tag, frozenset())
    for name in list(element.attrib):
        key, value = str(name), str(element.attrib[name])
        keep = (
            key in allowed
            or key in ("id", "lang", LINE, XML_LANG)
            or (key == "dir" and value.lower() in ("ltr", "rtl", "auto"))
            or (key == "role" and (tag, value) in ROLES)
            or (key == EPUB_TYPE and value in TYPES.values())
            or (key == "aria-label" and element.get("role") in ("doc-backlink", "doc-pagebreak"))
            or (key == "name" and tag == "a")
        )
        if key == "class":
            kept = sorted(
                t for t in tokens(element, "class") if t in CLASSES or (tag == "code" and t.startswith("language-"))
            )
            if kept:
                element.set("class", " ".join(kept))
                continue
        if not keep:
            del element.attrib[name]
    if (kind := TYPES.get(element.get("role", ""))) is not None:
        element.set(EPUB_TYPE, kind)
    _values(element)


def _values(element: Element) -> None:
    """Values that the schema of HTML would not take."""
    if element.tag not in ("time", "bdo") and _LIMITED.isdisjoint(element.keys()):
        return
    for name in ("width", "height", "start", "value", "tabindex"):
        value = element.get(name)
        if value is not None and not _INTEGER.fullmatch(value.strip()):
            del element.attrib[name]
    if element.tag == "img":
        for name in ("width", "height"):
            element.attrib.pop(name, None)
    if element.tag == "ol" and element.get("type") not in (None, "1", "a", "A", "i", "I"):
        del element.attrib["type"]
    if element.tag == "ol" and element.get("reversed") is not None:
        element.set("reversed", "reversed")
    if (
        element.tag == "li"
        and element.get("value")
        and (parent := element.getparent()) is not None
        and parent.tag != "ol"
    ):
        del element.attrib["value"]
    if element.get("datetime") is not None and not _DATETIME.fullmatch(element.get("datetime", "").strip()):
        element.attrib.pop("datetime")
    if element.tag == "time" and element.get("datetime") is None and not _DATETIME.fullmatch(text_of(element)):
        element.tag = "span"
    if element.get("dir") is not None:
        element.set("dir", element.get("dir", "").lower())
    if element.tag == "bdo" and element.get("dir") not in ("ltr", "rtl"):
        element.tag = "bdi"
    if element.tag == "abbr" and not squash(element.get("title", "")):
        element.attrib.pop("title", None)
