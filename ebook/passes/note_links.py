"""Which links are note references, and which element holds the whole note a reference leads to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from urllib.parse import unquote

from ebook.markup import HEADINGS, Element, closest, elements, new, text_of, tokens

LONGEST = 6000
"""Characters of a note; what is longer is a part of the text."""
_MOST_ELEMENTS = 400
LABEL = re.compile(
    r"\[?\(?\s*(?:(?:note|notes|fn|nb|n|ref|anm|nota|noot)\.?\s*)?"
    r"(?:\d{1,3}|[ivxl]{1,5}|[a-z]|[*†‡§¶#]{1,3}|[⁰¹²³⁴-⁹]{1,3})\s*\.?\)?\]?",
    re.I,
)
"""What a reference says: a number, a letter or a sign, with or without brackets."""
HOLDERS = ("li", "p", "dd", "aside", "div", "td", "section", "blockquote")
REFERENCE = frozenset(
    "noteref doc-noteref footnote-ref footnote footnoteref fn-ref footnote-anchor footnote-link fnref footref fn_top "
    "reference ref note-ref easy-footnote footnote-reference citation-reference sdfootnoteanc sdendnoteanc".split()
)
BACK_CLASS = frozenset(
    "footnote-backref footnote-back footnote-return reversefootnote doc-backlink mw-cite-backlink footnotereverse "
    "footnote-backlink backref footnotebackref fn-backref data-footnote-backref footnum fn_bot footnote-back-link "
    "sdfootnotesym sdendnotesym footnote-number".split()
)
BACK = re.compile(
    r"^[\s↩↪↵⤴︎↑^⏎←⇧▲\u200b\ufe0e\ufe0f\[\]()]{0,12}$"
    r"|^(?:back|return|jump up|go back|zurück|retour|volver|voltar|torna).{0,30}$",
    re.I,
)
_NOTE_NAME = re.compile(
    r"^(?:user-content-)?_?(?:fn|ftn|ftnt|edn|cite_note|(?:foot|end|side)?-?note)(?!.{0,12}(?:ref|back|anc))[\W_]?.{0,40}\d",
    re.I,
)
"""Ids of notes, and not of the places they are called from."""
_NAMELESS = ("input", "meta", "param", "label")
_PREFIXES = ("", "user-content-")
"""GitHub puts `user-content-` before the ids it shows and not always before the links to them."""


def names_of(tree: Element) -> dict[str, Element]:
    """Every element that links can lead to, by its id or name."""
    found: dict[str, Element] = {}
    for element in [e for e in tree.iter("*") if e.get("id") or e.get("name")]:
        if element.tag not in _NAMELESS:
            for value in (element.get("id"), element.get("name")):
                if value:
                    found.setdefault(value, element)
    return found


def fragment_of(link: Element) -> str:
    """The id an in-page link names; pages saved from the web often write their whole address before it."""
    return link.get("href", "").partition("#")[2]


def target_of(link: Element, names: Mapping[str, Element]) -> Element | None:
    """The element a link leads to in its own page, or nothing."""
    fragment = fragment_of(link)
    if not fragment:
        return None
    for prefix in _PREFIXES:
        for name in (fragment, unquote(fragment)):
            if prefix + name in names:
                return names[prefix + name]
    return None


def is_reference(link: Element) -> bool:
    """Whether a link looks like a note reference: raised or named so, and no more than a label."""
    own = tokens(link, "class", "role", "rel", "data-epub-type")
    if own & BACK_CLASS and not own & (REFERENCE - {"reference", "ref", "footnote"}):
        return False
    text = text_of(link)
    if text.startswith(("↩", "↑", "^")):
        return False
    if "doc-noteref" in own:
        return True
    host = closest(link, "sup", "span")
    names = own | (tokens(host, "class", "role") if host is not None else set())
    if not LABEL.fullmatch(text):
        return bool(names & REFERENCE) and len(text) <= 12
    if names & REFERENCE or link.get("data-footnote-ref") is not None or text[0] in "[*†⁰¹²³⁴⁵⁶⁷⁸⁹":
        return True
    if closest(link, "sup") is not None or next(link.iter("sup"), None) is not None:
        return True
    return bool(_NOTE_NAME.match(fragment_of(link))) or _is_bracketed(link)


def _is_bracketed(link: Element) -> bool:
    """Whether square brackets stand around a link, or a list of links: `[<a>1</a>, <a>2</a>]`."""
    parent, previous = link.getparent(), link.getprevious()
    before = previous.tail if previous is not None else parent.text if parent is not None else ""
    left, right = (before or "").strip()[-1:], (link.tail or "").strip()[:1]
    if not left or not right or left not in "[,;–-" or right not in "],;–-":
        return False
    return "[" in left + right or "]" in left + right or closest(link, "cite") is not None


def is_pair(link: Element, target: Element) -> bool:
    """Whether a label leads to a place that leads back to it: a note and its reference, whatever they are called."""
    if not LABEL.fullmatch(text_of(link) or "no label"):
        return False
    own = {link.get("id"), link.get("name")} | {e.get("id") for e in islice(link.iterancestors("sup", "span"), 2)}
    back = target if target.tag == "a" else next(target.iter("a"), None)
    return back is not None and back is not link and fragment_of(back) in own - {None, ""}


def holder_of(target: Element, link: Element) -> Element | None:
    """The element that holds the whole note a target belongs to, or nothing where it is a part of the text."""
    if target.tag == "table" and len(elements(target, "tr")) == 1:  # docutils set each note as a table
        cells = elements(target, "td")
        return cells[-1] if cells and text_of(cells[-1]) else None
    if target.tag in HEADINGS or target.tag in ("body", "table", "ol", "ul", "main", "article"):
        return None
    if target.tag in ("tr", "th"):
        row = target if target.tag == "tr" else target.getparent()
        cells = [cell for cell in row if cell.tag == "td" and text_of(cell)] if row is not None else []
        return cells[-1] if cells else None
    node: Element | None = target if target.tag in HOLDERS else closest(target, *HOLDERS)
    if node is not None and node.tag in ("p", "div") and closest(node, "li") is not None:
        item = closest(node, "li")
        holder = closest(item, "ol", "ul") if item is not None else None
        if holder is not None and holder not in link.iterancestors():
            node = item
    if target.tag == "dt" or closest(target, "dt") is not None:
        term = target if target.tag == "dt" else closest(target, "dt")
        node = (
            next(term.itersiblings("dd"), None)
            if term is not None and LABEL.fullmatch(text_of(term) or "x1x")
            else None
        )
    if node is not None and node.tag == "td" and LABEL.fullmatch(text_of(node) or "x"):
        following = node.getnext()
        node = following if following is not None else node
    if node is None or node is link or node in link.iterancestors() or not _may_be_note(node):
        return None
    return node if text_of(node) else None


def _may_be_note(node: Element) -> bool:
    """Whether an element is short and holds no heading: a whole section is the target of a cross-reference."""
    length = 0
    for count, element in enumerate(node.iter()):
        length += len(element.text or "") + (len(element.tail or "") if element is not node else 0)
        if length > LONGEST or count > _MOST_ELEMENTS or element.tag in HEADINGS:
            return False
    return True


def is_marked(target: Element, link: Element) -> bool:
    """Whether a note before its reference says that it is one."""
    return "footnote" in " ".join(tokens(target)) or "note" in " ".join(tokens(link))


def note_targets(tree: Element, names: Mapping[str, Element] | None = None) -> set[Element]:
    """The elements that hold the notes which references in the tree lead to: a judge of the text must keep them."""
    names = names_of(tree) if names is None else names
    found: set[Element] = set()
    seen: dict[Element, Element | None] = {}
    for link in tree.iter("a"):
        target = target_of(link, names)
        if target is None or not (is_reference(link) or is_pair(link, target)):
            continue
        if target not in seen:
            seen[target] = holder_of(target, link)
        holder = seen[target]
        if holder is not None and target is not link:
            found.add(holder)
    return found


def new_reference(name: str, label: str) -> Element:
    """A link to a note."""
    return new("a", label or "*", href=f"#{name}", role="doc-noteref")


def label_of(element: Element) -> str:
    """What an element says where that is no more than the label of a note, or nothing."""
    text = text_of(element)
    return text if len(text) <= 12 and LABEL.fullmatch(text) else ""


def is_linked(element: Element, names: dict[str, Element]) -> bool:
    """Whether a label already leads to a note, or is inside a link that does."""
    links = [*element.iter("a"), *element.iterancestors("a")]
    return any(target_of(link, names) is not None for link in links)
