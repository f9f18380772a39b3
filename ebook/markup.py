"""The vocabulary for working on XHTML trees: parse, serialise, drop, unwrap, measure.

The working tree has no namespaces: a paragraph is `p`, a formula is `math`. `parse` takes the namespace
declarations of `html`, `body`, `math` and `svg` away and `serialise` puts them back, so text between
stages is ordinary XHTML and passes can write `heading.tag = "h2"`. `epub:type` and `xml:lang` keep
their namespaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import TypeAlias

from lxml import etree

from ebook.languages import direction_of
from ebook.rules import Place

Element: TypeAlias = etree._Element

XHTML = "http://www.w3.org/1999/xhtml"
MATHML = "http://www.w3.org/1998/Math/MathML"
SVG = "http://www.w3.org/2000/svg"
EPUB = "http://www.idpf.org/2007/ops"
XML = "http://www.w3.org/XML/1998/namespace"

EPUB_TYPE = f"{{{EPUB}}}type"
XML_LANG = f"{{{XML}}}lang"
etree.register_namespace("epub", EPUB)
LINE = "data-source-line"
"""Attribute that carries an element's line in the original until the last pass; `data-line` is what listings use."""
INDENT = "data-indent"
"""Spaces before a typed item, and before what belongs to one, in a plain text."""
JUDGED = "data-judged"
"""Attribute of a body that only the article is left of."""

DECIDED = "data-decided"
"""Attribute of an image about which a person decided: `accepted`, `described` or `decorative`."""

STATED = "data-stated-alt"
"""Attribute of an image that keeps the name of its file, which the page gave as its text alternative."""
MEANING, SCORE = "data-meaning", "data-score"
"""On a `dfn` that we found: what its term means, and how sure that is; our own memory between the stages."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre "
    "search section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that stand on lines of their own; everything else runs along in the text."""
EMPTY = frozenset("area base br col embed hr img input link meta param source track wbr".split())

_TAKEN = "taken-away"
"""A name for elements that are about to be taken away; none is ever written."""
_DECLARED = re.compile(rf' xmlns="(?:{re.escape(XHTML)}|{re.escape(MATHML)}|{re.escape(SVG)})"')
_DECLARING = ("<html", "<body", "<math", "<svg")
"""What may stand before a declaration; the pattern itself begins with plain letters and is found quickly."""
_ROOTS = tuple((f"<{tag}", re.compile(rf"<({tag})(?=[\s>/])")) for tag in ("html", "math", "svg"))
_NAMESPACE = {"html": XHTML, "body": XHTML, "math": MATHML, "svg": SVG}
_EPUB_DECLARED = re.compile(rf' xmlns:epub="{re.escape(EPUB)}"')
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\r")
_LAST = ("\ufffe".encode(), "\uffff".encode())
_NOT_XML_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|([0-9]+));?")
_HOLLOW = re.compile(
    r"<(?!(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|none|m(?!ain|ark|enu)[a-z]+)(?:\s|$))"
    r"([a-z][\w-]*)(?:\s|$)"
)
"""The tag of an element that is empty but not void: browsers that read it as HTML need its end tag."""
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    remove_comments=True,
    remove_pis=True,
    huge_tree=True,
)


def parse(text: str) -> Element:
    """The tree of well-formed XHTML text without namespaces; raises `etree.XMLSyntaxError`."""
    if ' xmlns="' in text:
        text = _DECLARED.sub(_undeclared, text)
    if f'xmlns:epub="{EPUB}"' not in text:
        text = re.sub(r"<(\w+)", rf'<\1 xmlns:epub="{EPUB}"', text, count=1)
    return etree.fromstring(text.encode("utf-8"), _PARSER)


def _undeclared(match: re.Match[str]) -> str:
    return "" if match.string.endswith(_DECLARING, 0, match.start()) else match[0]


def serialise(tree: Element) -> str:
    """Well-formed XHTML text of a tree: namespaces declared, no characters that XML forbids."""
    etree.cleanup_namespaces(tree, keep_ns_prefixes=["epub"])
    data = etree.tostring(tree, encoding="utf-8", xml_declaration=False, with_tail=False)
    text = data.decode()
    if b"&#" in data or not _are_legal(data):
        text = xml_legal(text)
    for start, root in _ROOTS:
        if start in text:
            text = root.sub(lambda m: f'<{m[1]} xmlns="{_NAMESPACE[m[1]]}"', text)
    return _with_end_tags(text)


def _with_end_tags(text: str) -> str:
    """Serialised text with the end tags of hollow elements; `>` stands in tags alone, for lxml escapes it elsewhere."""
    *pieces, rest = text.split("/>")
    found: list[str] = []
    for piece in pieces:
        hollow = _HOLLOW.match(piece, piece.rfind("<"))
        found.append(f"{piece}></{hollow[1]}>" if hollow else f"{piece}/>")
    return "".join(found) + rest


def document(body: Element, *, title: str, language: str, direction: str, head: str = "") -> str:
    """A complete XHTML document around a `body`; `head` is more of its head, as text."""
    root = f'<html xmlns="{XHTML}" xmlns:epub="{EPUB}" lang="{escape(language)}" xml:lang="{escape(language)}"'
    if direction == "rtl":
        root += ' dir="rtl"'
    content = _EPUB_DECLARED.sub("", serialise(body))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n{root}>\n<head>\n'
        f'<meta charset="UTF-8"/>\n<title>{escape(xml_legal(title), quote=False)}</title>\n{head}</head>\n'
        f"{content}\n</html>\n"
    )


def parse_document(xhtml: str) -> Element:
    """The `html` element of a document that `document` made."""
    return parse(xhtml[xhtml.index("<html") :])


def replace_body(xhtml: str, body: Element, head: str | None = None) -> str:
    """The document with another body and, where given, the end of its head replaced."""
    start = xhtml.index("<body")
    before = xhtml[:start]
    if head is not None:
        before = before.replace("</head>", head + "</head>", 1)
    return f"{before}{_EPUB_DECLARED.sub('', serialise(body))}\n</html>\n"


def xml_legal(text: str) -> str:
    """The text without the characters and character references that XML 1.0 §2.2 forbids."""
    if "&#" in text and not all(map(_is_legal_reference, set(_NOT_XML_REFERENCE.findall(text)))):
        text = _NOT_XML_REFERENCE.sub(lambda m: m[0] if _is_legal_reference((m[1], m[2])) else "", text)
    return text if _is_legal(text) else _NOT_XML.sub("", text)


def _is_legal(text: str) -> bool:
    """Whether no character of a text is forbidden."""
    try:
        return _are_legal(text.encode())
    except UnicodeEncodeError:
        return False  # half a pair of surrogates


def _are_legal(data: bytes) -> bool:
    """Whether no character of encoded text is forbidden; counting bytes takes a third of the time of a pattern."""
    return len(data) == len(data.translate(None, _CONTROLS)) and not any(last in data for last in _LAST)


def _is_legal_reference(digits: tuple[str | None, str | None]) -> bool:
    """Whether the hexadecimal or the decimal digits of a reference are those of a character that XML allows."""
    hexadecimal, decimal = digits
    if len(hexadecimal or decimal or "") > 9:
        return False
    code = int(hexadecimal, 16) if hexadecimal else int(decimal or "0")
    return code <= 0x10FFFF and not _NOT_XML.match(chr(code))


def new(tag: str, *content: str | Element, **attributes: str) -> Element:
    """An element with text and children; `class_` becomes `class`, `epub_type` becomes `epub:type`."""
    element = etree.Element(tag)
    for name, value in attributes.items():
        key = EPUB_TYPE if name == "epub_type" else name.rstrip("_").replace("_", "-")
        element.set(key, xml_legal(value))
    for part in content:
        if isinstance(part, str):
            append_text(element, xml_legal(part))
        else:
            element.append(part)
    return element


def append_text(element: Element, text: str) -> None:
    """Add text at the end of an element's content."""
    if not text:
        return
    last = next(element.iterchildren(reversed=True), None)  # `len` and `[-1]` count all children each time
    if last is not None:
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text


def insert_text_before(element: Element, text: str) -> None:
    """Add text directly before an element."""
    if not text:
        return
    previous = element.getprevious()
    parent = element.getparent()
    if previous is not None:
        previous.tail = (previous.tail or "") + text
    elif parent is not None:
        parent.text = (parent.text or "") + text


def drop(element: Element) -> None:
    """Take an element out with all it holds; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    insert_text_before(element, element.tail or "")
    element.tail = None
    parent.remove(element)


def unwrap(element: Element) -> None:
    """Take an element away and leave what it holds in its place."""
    parent = element.getparent()
    if parent is None:
        return
    insert_text_before(element, element.text or "")
    index = parent.index(element)
    tail = element.tail or ""
    for child in list(element):
        parent.insert(index, child)
        index += 1
    element.text = element.tail = None
    parent.remove(element)
    if index:
        before = parent[index - 1]
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail


def unwrap_all(tree: Element, elements: Iterable[Element]) -> None:
    """Take elements below a tree away and leave what they hold; of many in one line each alone would copy its text."""
    taken = list(elements)
    for element in taken:
        element.tag = _TAKEN
    if taken:
        etree.strip_tags(tree, _TAKEN)


def replace(old: Element, *new_elements: Element) -> None:
    """Put elements in the place of another; the text after it stays after them."""
    if old.getparent() is None:
        return
    for element in new_elements:  # `index` and `insert` count all children each time
        old.addprevious(element)
    drop(old)


def wrap(element: Element, wrapper: Element) -> Element:
    """Put an element inside another one, which takes its place; gives the wrapper."""
    wrapper.tail, element.tail = element.tail, None
    parent = element.getparent()
    if parent is not None:
        parent.replace(element, wrapper)
    wrapper.append(element)
    return wrapper


def move_children(source: Element, target: Element) -> None:
    """Append the text and children of one element to another."""
    append_text(target, source.text or "")
    source.text = None
    for child in list(source):
        target.append(child)


def text_of(element: Element) -> str:
    """The text of an element with white space collapsed."""
    return squash(raw_text(element))


def raw_text(element: Element) -> str:
    """The text of an element as it stands, comments left out; a tenth of the time that `itertext` takes."""
    if not len(element) and isinstance(element.tag, str):  # of most, the text is all they hold: a tenth again
        return element.text or ""
    return etree.tostring(element, encoding="unicode", method="text", with_tail=False)


def squash(text: str) -> str:
    """Text with runs of white space collapsed and none at the ends; no-break spaces are kept inside."""
    for white in "\n\t\r\f":  # two to twenty times as quick as a pattern
        if white in text:
            text = text.replace(white, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip(" \u00a0")


def is_blank(element: Element) -> bool:
    """Whether an element holds neither text nor anything that shows."""
    if next(element.iter("img", "math", "svg", "hr", "table", "video", "audio", "iframe"), None) is not None:
        return False
    return not raw_text(element).strip()


def drop_hollow(element: Element | None) -> None:
    """Take a paragraph or item out that lost all it held, and what held nothing but it."""
    while element is not None and element.tag in ("p", "li", "ul", "ol") and not len(element):
        if element.get("id") or (element.text or "").strip():
            return
        around = element.getparent()
        drop(element)
        element = around


def trim(paragraph: Element | None) -> None:
    """Take white space and line breaks off the ends of a paragraph or heading."""
    if paragraph is None or (paragraph.tag != "p" and paragraph.tag not in HEADINGS):
        return
    while len(paragraph) and paragraph[0].tag == "br" and not (paragraph.text or "").strip():
        drop(paragraph[0])
    while len(paragraph) and paragraph[-1].tag == "br" and not (paragraph[-1].tail or "").strip():
        drop(paragraph[-1])
    paragraph.text = (paragraph.text or "").lstrip(" \t\r\n") or None
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "").rstrip(" \t\r\n") or None
    else:
        paragraph.text = (paragraph.text or "").rstrip(" \t\r\n") or None


def elements(tree: Element, *tags: str) -> list[Element]:
    """All elements of these names below and including the tree, as a list that survives changes."""
    return list(tree.iter(*tags or ("*",)))


def closest(element: Element, *tags: str) -> Element | None:
    """The nearest ancestor with one of these names."""
    return next(element.iterancestors(*tags), None)


def headings_above(tree: Element) -> dict[Element, str]:
    """The words of the last heading before each image, in one walk."""
    found: dict[Element, str] = {}
    last = ""
    for element in elements(tree, *HEADINGS, "img"):
        if element.tag == "img":
            found[element] = last
        else:
            last = text_of(element)
    return found


def inside(element: Element, *tags: str) -> bool:
    """Whether the element stands inside one of these."""
    return closest(element, *tags) is not None


def tokens(element: Element, *attributes: str) -> set[str]:
    """The lower-case words of the named attributes (by default class, id and role)."""
    found: set[str] = set()
    for name in attributes or ("class", "id", "role"):
        found.update(element.get(name, "").lower().split())
    return found


def language_of(element: Element) -> str:
    """The language in force at an element, or nothing."""
    for node in (element, *element.iterancestors()):
        tag = node.get("lang") or node.get(XML_LANG)
        if tag:
            return tag
    return ""


def set_language(element: Element, language: str) -> None:
    """Set `lang` and `xml:lang`, which must agree (EPUB 3.3 §6.1)."""
    element.set("lang", language)
    element.set(XML_LANG, language)


def mark_language(element: Element, own: str, around: str) -> None:
    """Mark an element whose language differs from the one around it, and its direction where that differs too."""
    if own and own.split("-")[0] != around.split("-")[0]:
        set_language(element, own)
        if direction_of(own) != direction_of(around):
            element.set("dir", direction_of(own))


def level_of(heading: Element) -> int:
    """1 for `h1` to 6 for `h6`."""
    return int(str(heading.tag)[1])


def is_block(element: Element) -> bool:
    """Whether an element stands on lines of its own."""
    return element.tag in BLOCKS


def snippet(element: Element) -> str:
    """The start of an element for a message: its text, or its start tag where it has none."""
    text = _first_words(element)
    if not text:
        attributes = " ".join(
            f'{name}="{value}"' for name, value in element.attrib.items() if not str(name).startswith(("{", "data-"))
        )
        text = f"<{element.tag!s} {attributes}>".replace(" >", ">")
    return text if len(text) <= 120 else text[:119] + "…"


_BEHIND = frozenset(("annotation", "annotation-xml"))


def _first_words(element: Element) -> str:
    """The start of an element's text, its blocks apart from each other; what stands behind a formula is not shown."""
    parts: list[str] = []
    length = hidden = 0
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if node.tag in _BEHIND:
            hidden += 1 if event == "start" else -1
        if hidden:
            continue
        text = node.text if event == "start" else node.tail if node is not element else None
        parts.append(" " if node.tag in BLOCKS or node.tag == "br" else "")
        if text and isinstance(node.tag, str):
            parts.append(text)
            length += len(text.strip())
        if length > 150:
            break
    return squash("".join(parts))


def place(source: str, element: Element) -> Place:
    """Where an element stands in the input it came from."""
    for node in (element, *element.iterancestors()):
        line = node.get(LINE)
        if line:
            return Place(file=source, line=int(line), snippet=snippet(element))
    return Place(file=source, snippet=snippet(element))


def text_nodes(tree: Element, *, skip: Iterable[str] = ()) -> Iterator[tuple[Element, bool, str]]:
    """Every run of text in reading order as (element, is its tail, text), outside the skipped elements."""
    skipped = frozenset(skip)

    def walk(node: Element) -> Iterator[tuple[Element, bool, str]]:
        if node.tag not in skipped and isinstance(node.tag, str):
            if node.text:
                yield node, False, node.text
            for child in node:
                yield from walk(child)
        if node.tail and node is not tree:
            yield node, True, node.tail

    yield from list(walk(tree))


def replace_text(node: Element, is_tail: bool, parts: Iterable[str | Element]) -> None:
    """Put text and elements in the place of one run of text that `text_nodes` gave."""
    if is_tail:
        parent = node.getparent()
        assert parent is not None
        node.tail = None
        last: Element | None = node
    else:
        parent, last = node, None
        node.text = None
    for part in parts:
        if isinstance(part, str):
            if last is None:
                parent.text = (parent.text or "") + part
            else:
                last.tail = (last.tail or "") + part
        else:
            part.tail = None
            if last is None:
                parent.insert(0, part)
            else:  # `index` counts all children each time, and `addnext` would put the part before the tail
                text, last.tail = last.tail, None
                last.addnext(part)
                last.tail = text
            last = part
