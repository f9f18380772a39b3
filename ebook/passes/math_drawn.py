"""Read a formula back from what MathJax drew of it, where neither its MathML nor its TeX is on the page.

    <mjx-msub><mjx-mi><mjx-c class="mjx-c1D465">…</mjx-mi><mjx-script>…   ->   <msub><mi>x</mi>…

MathJax names every box after the MathML element it draws (CHTML: `mjx-msub`; SVG: `data-mml-node="msub"`).
"""

from __future__ import annotations

import re
import unicodedata

from ebook.markup import Element, new, raw_text

_TOKENS = frozenset("mi mn mo mtext ms".split())
_SCHEMES = frozenset(
    "math mrow texatom mstyle mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mlabeledtr mtd "
    "mpadded mphantom merror menclose mspace mi mn mo mtext ms".split()
)
_CODE = re.compile(r"mjx-c([0-9A-F]{2,6})(?![0-9A-Z])")
_SHIFT = re.compile(r"translate\(\s*-?[\d.]+\s*,\s*(-?[\d.]+)")
_ITALIC = ((0x1D434, 0x1D467), (0x1D6E2, 0x1D71B), (0x210E, 0x210E))
"""Italic letters of Unicode's mathematical alphabets: a lone letter in `mi` is italic by itself (MathML 3 §3.2.3)."""
_INVISIBLE = re.compile("[\u2061-\u2064\u200b]")


def drawn_formula(container: Element) -> Element | None:
    """The formula that a container of MathJax draws, or nothing where its boxes say too little."""
    for node in container.iter():
        if _kind(node) == "math":
            content = _children(node)
            if not any(raw_text(part).strip() for part in content):
                return None
            return new("math", new("mrow", *content))
    return None


def _kind(node: Element) -> str:
    """The name of the MathML element that a box draws, or nothing."""
    tag = node.tag
    if not isinstance(tag, str):
        return ""
    name = node.get("data-mml-node", "").lower() or (tag[4:] if tag.startswith("mjx-") else "")
    return name if name in _SCHEMES else ""


def _children(node: Element) -> list[Element]:
    return [made for child in node for made in _convert(child)]


def _convert(node: Element) -> list[Element]:
    kind = _kind(node)
    if kind in _TOKENS:
        text = _text(node)
        return [new(kind, text)] if text or kind == "mi" else []
    if kind == "mspace":
        return []
    if kind in ("msub", "msup", "msubsup", "munder", "mover", "munderover", "mfrac", "mroot"):
        parts = _drawn_parts(node, kind) if node.get("data-mml-node") else _boxed_parts(node, kind)
        if all(part is not None for part in parts):
            return [new(kind, *(part for part in parts if part is not None))]
        return _children(node)
    if kind == "msqrt":
        box = _box(node, "mjx-box")
        return [new("msqrt", *(_children(box) if box is not None else _without_sign(_children(node))))]
    if kind in ("mtable", "mtr", "mtd"):
        return [new(kind, *_children(node))]
    if kind == "mlabeledtr":
        return [new("mtr", *_children(node)[1:])]
    if kind in ("texatom", "mrow", "mstyle", "mpadded", "merror", "menclose"):
        content = _children(node)
        return content if len(content) == 1 else [new("mrow", *content)]
    return [] if kind == "mphantom" or str(node.tag).startswith("mjx-assistive") else _children(node)


def _without_sign(parts: list[Element]) -> list[Element]:
    return [part for part in parts if not (part.tag == "mo" and part.text == "√")]


def _row(parts: list[Element]) -> Element | None:
    """Several parts as one, as the places of fractions and scripts ask for."""
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else new("mrow", *parts)


def _box(node: Element, name: str) -> Element | None:
    """The box of this name that belongs to a node and not to a formula inside it."""
    stack = list(reversed(node))
    while stack:
        child = stack.pop()
        if child.tag == name:
            return child
        if not _kind(child):
            stack.extend(reversed(child))
    return None


def _content(box: Element | None) -> Element | None:
    return _row(_children(box)) if box is not None else None


def _boxed_parts(node: Element, kind: str) -> list[Element | None]:
    """The parts of a construct in CHTML, in the order of MathML."""
    if kind == "mfrac":
        return [_content(_box(node, "mjx-num")), _content(_box(node, "mjx-den"))]
    if kind == "mroot":
        root = _box(node, "mjx-root")
        return [_content(_box(node, "mjx-box")), _content(root)]
    if kind in ("munder", "mover", "munderover"):
        inner = next((e for e in node.iter("mjx-munder") if e is not node), None) if kind == "munderover" else None
        base = _content(_box(inner if inner is not None else node, "mjx-base"))
        under = _content(_box(inner if inner is not None else node, "mjx-under"))
        over = _content(_box(node, "mjx-over"))
        return {"munder": [base, under], "mover": [base, over], "munderover": [base, under, over]}[kind]
    script = next((child for child in node if child.tag == "mjx-script"), None)
    base = _row([made for child in node if child is not script for made in _convert(child)])
    parts = _children(script) if script is not None else []
    if kind == "msubsup":  # drawn from the top
        return [base, parts[1], parts[0]] if len(parts) == 2 else [base, None, None]
    return [base, _row(parts)]


def _drawn_parts(node: Element, kind: str) -> list[Element | None]:
    """The parts of a construct in SVG, told apart by how far each is raised."""
    parts = [(child, _row(_convert(child))) for child in node if any(_kind(e) for e in child.iter())]
    made = [part for _, part in parts]
    wanted = 3 if kind in ("msubsup", "munderover") else 2
    if len(made) != wanted:
        return [None]
    if wanted == 3 and _raised(parts[1][0]) > _raised(parts[2][0]):
        return [made[0], made[2], made[1]]
    return made


def _raised(node: Element) -> float:
    match = _SHIFT.search(node.get("transform", ""))
    return float(match[1]) if match else 0.0


def _text(node: Element) -> str:
    """The characters of a token: written in the boxes, or named by their class or `data-c`."""
    found: list[str] = []
    for element in node.iter():
        written = (element.text or "").strip()
        named = element.get("data-c") or next(iter(_CODE.findall(element.get("class", ""))), "")
        if written:
            found.append(written)
        elif named and re.fullmatch(r"[0-9A-Fa-f]{2,6}", named) and int(named, 16) <= 0x10FFFF:
            found.append(chr(int(named, 16)))
            if str(element.tag).startswith("mjx-stretchy"):
                break  # the pieces it is drawn from
    return "".join(_plain(character) for character in _INVISIBLE.sub("", "".join(found)))


def _plain(character: str) -> str:
    code = ord(character)
    if any(first <= code <= last for first, last in _ITALIC):
        return unicodedata.normalize("NFKC", character)
    return "−" if character == "-" else character
