"""The words of an element as a reader takes them in: apart where lines and blocks are, without readings and notes."""

from __future__ import annotations

from lxml import etree

from ebook.markup import BLOCKS, Element, squash, text_of

READINGS = ("rt", "rp")
"""What ruby sets over a word says it a second time."""


def is_aside(element: Element) -> bool:
    """Whether an element is no word of the running text: a reading, or the number of a note."""
    return element.tag in READINGS or element.get("role") == "doc-noteref"


def wording(element: Element) -> str:
    """The text of an element, a space wherever a line or a block begins or ends."""
    if not len(element):
        return text_of(element)
    pieces: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, each in walk:
        apart = " " if each.tag == "br" or each.tag in BLOCKS else ""
        if event == "start":
            pieces.append(apart)
            if is_aside(each) and each is not element:
                walk.skip_subtree()
            else:
                pieces.append(each.text or "")
        else:
            pieces += [apart, (each.tail or "") if each is not element else ""]
    return squash("".join(pieces))
