"""Drawings (SVG) made safe: an allow-list of elements and attributes, nothing from outside, no entities."""

from __future__ import annotations

import re

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
ELEMENTS = frozenset(
    "svg g defs title desc symbol use path rect circle ellipse line polyline polygon text tspan textPath marker "
    "linearGradient radialGradient stop pattern clipPath mask image switch style filter feBlend feColorMatrix "
    "feComposite feFlood feGaussianBlur feMerge feMergeNode feOffset".split()
)
"""What a drawing may hold; everything else goes (SVG 1.1 without scripts, links, animation, foreign content)."""
LARGEST = 5 * 1024 * 1024
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, recover=False
)
_LENGTH = re.compile(r"^\s*(\d+(?:\.\d+)?|\.\d+)\s*(px|pt|mm|cm|in|r?em|ex)?\s*$")
_UNITS = {"px": 1.0, "pt": 4 / 3, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "em": 16.0, "rem": 16.0, "ex": 8.0}
"""Pixels of a unit; the last three at the size of text that browsers begin with."""
_STYLED = re.compile(r"(?:^|;)\s{0,9}(width|height)\s{0,9}:\s{0,9}([\w.]{1,20})")
_BAD_STYLE = re.compile(
    r"@import|url\((?!\s*['\"]?\s*#)|image-set|src\(|expression|javascript:|behavio|-moz-binding|\\", re.I
)


SMALLEST = 48
"""Pixels of the longer side from which a drawing in a page is more than an icon."""
_ICON_NAME = re.compile(r"(?:^|[-_\s])(?:icons?|fa|svg-inline--fa|octicon|glyphicon|emoji)(?:$|[-_\s])", re.I)
"""Classes of drawings that stand for a sign; such ones are drawn on a large grid and shown as high as a line."""
SHAPES = frozenset("path rect circle ellipse line polyline polygon text image".split())
FEW_SHAPES = 8
CONTROLS = ("a", "button", "nav", "label", "summary")
"""What an icon stands in; a drawing with a name of its own is a picture even there."""


def is_picture(drawing: etree._Element) -> bool:
    """Whether an `svg` in a page is a picture: it says so, or it is large and holds much; the rest are icons."""
    if drawing.get("aria-hidden") == "true" or drawing.get("role") in ("presentation", "none"):
        return False
    if not any(str(e.tag) in SHAPES for e in drawing.iterdescendants()):
        return False  # it only refers to a collection of icons
    sides = [side for side in _shown_size(drawing) if side]
    unsized = drawing.get("width") is None and drawing.get("height") is None and not drawing.get("style")
    small = (bool(sides) and max(sides) < SMALLEST) or (unsized and bool(_ICON_NAME.search(drawing.get("class", ""))))
    if any(True for _ in drawing.iterancestors(*CONTROLS)):
        return not small and bool(described(drawing)) and any(True for _ in drawing.iterancestors("figure"))
    if any(True for _ in drawing.iterancestors("figure")):
        return not small
    if described(drawing) or drawing.get("role") == "img":
        return not small
    if any(True for _ in drawing.iter("text")):
        return not small
    return bool(sides) and not small and sum(str(e.tag) in SHAPES for e in drawing.iterdescendants()) >= FEW_SHAPES


def described(drawing: etree._Element) -> str:
    """What a drawing says of itself: its label, its title and its description."""
    label = drawing.get("aria-label", "")
    parts = [label] if label.strip() else []
    for name in ("title", "desc"):
        found = next((e for e in drawing if e.tag == name), None)
        if found is not None and not (name == "title" and parts):
            parts.append("".join(map(str, found.itertext())))
    return ". ".join(" ".join(part.split()).rstrip(".") for part in parts if part.strip())


def drawing_text(drawing: etree._Element) -> bytes:
    """An `svg` of a page, which has no namespace there, as a document of its own."""
    return etree.tostring(drawing, encoding="utf-8", with_tail=False)


def clean_drawing(data: bytes) -> tuple[bytes, int, int]:
    """A safe drawing as UTF-8 with its width and height in pixels (0 where it has none).

    Raises `ValueError` for what is no drawing or declares entities.
    """
    if len(data) > LARGEST:
        raise ValueError("the drawing is too large")
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ValueError("the drawing is not well-formed") from error
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):
        raise ValueError("the drawing declares entities")
    if etree.QName(root).localname != "svg":
        raise ValueError("it is no drawing")
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or not _allowed(element):
            _take_out(element)
            continue
        _clean_attributes(element)
    width, height = _size(root)
    clean = etree.tostring(_renamespaced(root), xml_declaration=True, encoding="UTF-8")
    return clean, width, height


def _allowed(element: etree._Element) -> bool:
    name = etree.QName(element)
    if name.namespace not in (SVG, None) or name.localname not in ELEMENTS:
        return False
    if name.localname == "style":
        return not _BAD_STYLE.search("".join(map(str, element.itertext())))
    if name.localname == "image":
        return (element.get(f"{{{XLINK}}}href") or element.get("href") or "").startswith(
            ("data:image/png", "data:image/jpeg", "data:image/gif", "data:image/webp")
        )
    return True


def _take_out(element: etree._Element) -> None:
    """Remove an element; a link in a text leaves its words, and what follows stays."""
    parent = element.getparent()
    if parent is None:
        return
    words = ""
    if isinstance(element.tag, str) and etree.QName(element).localname in ("a", "tref", "altGlyph"):
        words = "".join(map(str, element.itertext()))
    rest = words + (element.tail or "")
    previous = element.getprevious()
    if previous is not None:
        previous.tail = (previous.tail or "") + rest
    else:
        parent.text = (parent.text or "") + rest
    element.tail = None
    parent.remove(element)


def _clean_attributes(element: etree._Element) -> None:
    for name in list(element.attrib):
        key, value = etree.QName(name), element.attrib[name]
        link = key.localname == "href"
        bad = (
            key.namespace not in (None, XLINK, "http://www.w3.org/XML/1998/namespace")
            or key.localname.lower().startswith("on")
            or key.localname in ("base", "externalResourcesRequired", "space")
            or (link and not value.strip().startswith("#") and etree.QName(element).localname != "image")
            or (not link and _BAD_STYLE.search(value))
        )
        if bad:
            del element.attrib[name]


def _size(root: etree._Element) -> tuple[int, int]:
    across, down = _grid(root)
    return _pixels(root.get("width", "")) or across, _pixels(root.get("height", "")) or down


def _shown_size(drawing: etree._Element) -> tuple[int, int]:
    """The size at which a page shows a drawing; where one side is stated, the other is in proportion to it."""
    styled = dict(_STYLED.findall(drawing.get("style", "")))
    width, height = (_pixels(styled.get(n, "")) or _pixels(drawing.get(n, "")) for n in ("width", "height"))
    across, down = _grid(drawing)
    if not width and not height:
        return across, down
    if across and down:
        width, height = width or round(across * height / down), height or round(down * width / across)
    return width, height


def _grid(root: etree._Element) -> tuple[int, int]:
    """The width and height of what a drawing is drawn on."""
    box = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    sides = [round(float(side)) if re.fullmatch(r"\d+(?:\.\d+)?", side) else 0 for side in box[2:4]]
    return (sides[0], sides[1]) if len(box) == 4 else (0, 0)


def _pixels(length: str) -> int:
    match = _LENGTH.match(length)
    return round(float(match[1]) * _UNITS[match[2] or "px"]) if match else 0


def _renamespaced(root: etree._Element) -> etree._Element:
    """The drawing with every element in SVG's namespace."""
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = f"{{{SVG}}}{etree.QName(element).localname}"
    new = etree.Element(f"{{{SVG}}}svg", nsmap={None: SVG, "xlink": XLINK})
    for name, value in root.attrib.items():
        new.set(name, value)
    new.text = root.text
    new.extend(list(root))
    etree.cleanup_namespaces(new)
    return new
