"""What belongs to the article whatever a judge of its text says: notes, formulas, listings.

Judges count words. A note is a line of its own, a formula is a few letters, a listing is no sentence; all are dropped
with the menu where nobody looks at what they are. Nothing here changes the tree, and all of it is linear in its size.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from ebook.markup import HEADINGS, Element, closest, text_of
from ebook.passes.math_sources import image_source
from ebook.passes.note_forms import notes_without_ids, pointed_at
from ebook.passes.note_inline import BODY_TAGS, is_note_in_text
from ebook.passes.note_links import LABEL, is_reference, names_of, note_targets, target_of
from ebook.passes.note_loose import loose_notes

_TAGS = frozenset("pre listing math mjx-container math-renderer d-math".split())
_ATTRIBUTES = frozenset(
    "data-tex data-latex data-math data-mathml data-lang data-footnotes data-bigfoot-footnote".split()
)
_CLASSES = re.compile(
    r"katex|MathJax|mwe-math|tex-source|syntaxhighlighter|crayon-|CodeMirror-code|cm-content|blob-code|code-block"
    r"|view-lines|ace_text-layer|(?:^|\s)enlighter(?:$|\s)|ltx_lstlisting|geshifilter"
    r"|(?:^|\s)footnotes(?:$|\s)|footnote-definition|wp-block-footnotes|(?:^|\s)footdef(?:$|\s)"
)
"""Formulas, listings and notes, as renderers, highlighters and publishing systems mark them."""
_KEEPS_LINES = re.compile(r"white-space:\s*pre\s*(?:;|$)")
_MONOSPACED = re.compile(r"font-family:[^;]*\b(?:monospace|courier|consolas|menlo|monaco)\b", re.I)
HIDDEN = re.compile(r"display\s{0,4}:\s{0,4}none", re.I)
_ROLES = frozenset("doc-endnotes doc-endnote doc-footnote".split())
_EPUB_TYPES = frozenset("footnote footnotes endnote endnotes rearnotes".split())
_NOTE_BOX = re.compile(
    r"(?:^|[-_ ])(?:foot|end|side|margin)[-_]?notes?(?:$|[-_ ])|(?:^| )(?:references|reflist)(?:$| )"
)
"""Names of boxes that hold notes (Sphinx, Pandoc, themes of Jekyll), whatever element they are."""


def essential_notes(tree: Element) -> set[Element]:
    """The elements that hold notes, wherever on the page they stand."""
    names = names_of(tree)
    found = note_targets(tree, names) | loose_notes(tree, names) | pointed_at(tree, names)
    return found | _under_headings(tree, names) | notes_without_ids(tree, names)


def essentials(tree: Element, notes: Set[Element] | None = None) -> set[Element]:
    """The elements that stay with all they hold, unless they stand in the site's own boxes."""
    found = set(essential_notes(tree) if notes is None else notes)
    for element in tree.iter():
        stated = element.keys()  # once for all questions
        if (
            _is_essential(element, stated)
            or (element.tag == "img" and image_source(element))
            or (("class" in stated or element.tag in BODY_TAGS) and is_note_in_text(element))
        ):
            found.add(element)
    return found


def says_notes(element: Element) -> bool:
    """Whether a box says by its role or name that it holds notes: then even a `footer` is no part of the site."""
    return element.get("role") in _ROLES or bool(_NOTE_BOX.search(element.get("class", "").lower()))


def _is_essential(element: Element, stated: list[str]) -> bool:
    """Whether the tag, an attribute or the name of an element says that it is a listing, a formula or a note."""
    if element.tag == "pre" and HIDDEN.search(element.get("style", "")):
        return False  # data for a script
    if element.tag in _TAGS:
        return True
    if not _ATTRIBUTES.isdisjoint(stated) or ("class" in stated and _names_essential(element.get("class", ""))):
        return True
    if "role" in stated and element.get("role") in _ROLES:
        return True
    if "data-epub-type" in stated and element.get("data-epub-type") in _EPUB_TYPES:
        return True
    if element.tag == "code":
        return "white-space" in element.get("style", "")
    return "style" in stated and element.tag == "div" and is_pasted_code(element)


def is_pasted_code(element: Element) -> bool:
    """Whether the style of a box is that of lines pasted from an editor: no line is broken, all letters as wide."""
    style = element.get("style", "")
    return _KEEPS_LINES.search(style) is not None and _MONOSPACED.search(style) is not None


@lru_cache(maxsize=4096)
def _names_essential(names: str) -> bool:
    return bool(_CLASSES.search(names))


def _under_headings(tree: Element, names: dict[str, Element]) -> set[Element]:
    """Headings that notes stand under (texinfo), with what follows each."""
    found: set[Element] = set()
    for link in tree.iter("a"):
        target = target_of(link, names)
        if target is None or target in found or not is_reference(link):
            continue
        heading = target if target.tag in HEADINGS else closest(target, *HEADINGS)
        if heading is None or heading in found or not LABEL.fullmatch(text_of(heading) or "no label"):
            continue
        found.add(heading)
        node: Element | None = heading.getnext()
        while node is not None and node.tag not in (*HEADINGS, "hr", "section", "nav", "footer"):
            found.add(node)
            node = node.getnext()
    return found
