"""Reduce the tree to the elements and attributes that a book may hold.

    <div onclick="…" style="…"><font color="red">Text</font><script>…</script></div>   ->   <div>Text</div>

An allow-list: what is not known goes, its text stays. The written file is judged, so this works on the final
vocabulary of HTML and MathML, by element (EPUB 3.3 §6.1, §6.3.4).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from ebook.markup import EPUB_TYPE, LINE, XML_LANG, Element, closest, drop, elements, squash, text_of, tokens, unwrap
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
}
"""Outdated or foreign elements and what they mean (HTML §16)."""
DROPPED = frozenset(
    "script style template iframe frame embed param select option optgroup button input textarea svg map area "
    "audio video source track link meta base title head progress meter datalist".split()
)
"""Elements that go with all they hold."""
ATTRIBUTES: Mapping[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "a": "href",
        "img": "src alt width height data-original-src",
        "ol": "start reversed type",
        "li": "value",
        "td": "colspan rowspan",
        "th": "colspan rowspan scope",
        "time": "datetime",
        "abbr": "title",
        "dfn": "title",
        "table": "aria-labelledby",
        "div": "tabindex aria-labelledby aria-label",
        "section": "aria-labelledby",
        "aside": "aria-labelledby",
        "bdo": "dir",
        "code": "",
        "ins": "datetime",
        "del": "datetime",
    }.items()
}
"""Attributes by element; all may have id, lang and dir."""
CLASSES = frozenset(
    "kicker subtitle byline author date linked-media attribution scroller table-caption tex callout-label credit "
    "abbreviations".split()
)
ROLES = frozenset(
    {
        ("section", "doc-endnotes"),
        ("a", "doc-noteref"),
        ("a", "doc-backlink"),
        ("div", "region"),
        ("p", "doc-subtitle"),
        ("img", "presentation"),
    }
)
"""(element, role) that earlier passes leave."""

_DATETIME = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?")
_INTEGER = re.compile(r"-?\d{1,6}")


def sanitise(tree: Element, article: Article) -> Iterator[Finding]:
    gone: Counter[str] = Counter()
    for element in elements(tree):
        tag = str(element.tag)
        if element is tree or element.getparent() is None or tag == "math" or closest(element, "math") is not None:
            continue
        if tag in DROPPED:
            if tag not in ("link", "meta", "source", "track", "param", "input", "button"):
                gone[tag] += 1
            drop(element)
        elif tag in RENAMED:
            element.tag = RENAMED[tag]
        elif tag not in ELEMENTS:
            unwrap(element)
    for element in elements(tree):
        if element.tag in MATH_ELEMENTS and (element.tag == "math" or closest(element, "math") is not None):
            keep_known(element)
        else:
            _attributes(element)
    for span in elements(tree, "span", "bdi"):
        if not span.attrib or set(span.attrib) <= {LINE}:
            unwrap(span)
    for abbr in elements(tree, "abbr"):
        if not squash(abbr.get("title", "")):
            abbr.attrib.pop("title", None)
    for tag, count in sorted(gone.items()):
        yield rule("removed.element").at(Place(file=article.source), what=tag, count=count)


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
            or (key == EPUB_TYPE and value in ("endnotes", "noteref", "backlink"))
            or (key == "aria-label" and element.get("role") == "doc-backlink")
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
    _values(element)


def _values(element: Element) -> None:
    """Values that the schema of HTML would not take."""
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
