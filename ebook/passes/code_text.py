"""The text of a listing, line by line, without what a page draws round it.

Pages set a line as an element, a `br`, a table row or a newline, and number lines in columns, spans or styles.
"""

from __future__ import annotations

import re

from ebook.markup import BLOCKS, Element, drop, elements, raw_text, text_of, tokens

GUTTER = frozenset(
    "lineno linenos gutter line-number line-numbers linenumber hljs-ln-numbers blob-num rouge-gutter line-numbers-rows "
    "code-line-number lnt ln-num line-num linenumbers react-syntax-highlighter-line-number codemirror-linenumber "
    "codemirror-gutter-wrapper cm-gutters ace_gutter crayon-num crayon-nums gl diff-line-num code-block-line-number "
    "linenodiv hljs-ln-n lnum num-line line-no line-numbers-wrapper ltx_tag_listingline".split()
)
_EXTRA = frozenset(
    "copy copy-button btn-copy copybtn copy-btn copy-code-button code-copy clipboard clipboard-copy btn-clipboard "
    "copy-to-clipboard hover-info tooltip twoslash-popup-container twoslash-popup-info twoslash-popup-code sr- "
    "only visually-hidden screen-reader-text hljs-copy-button crayon-toolbar crayon-plain-wrap code-toolbar-item "
    "toolbar ltx_listing_data".split()
)
"""What can be copied with, or shows when a pointer rests on a word."""
_PERHAPS_NUMBER = frozenset({"ln"})
"""Names of line numbers that others give to lines."""
_MACHINERY = ("button", "style", "svg", "input", "textarea")
_HEADS = frozenset("header head title lang language label filename toolbar caption copy button buttons".split())
_LINE = frozenset(
    "line code-line codeline view-line cm-line ace_line crayon-line token-line codemirror-line ec-line lineitem "
    "hljs-ln-line react-code-text ltx_listingline".split()
)
_CODE_CELLS = frozenset(
    "blob-code blob-code-inner js-file-line hljs-ln-code rouge-code lntd crayon-code line-content code-line "
    "highlight-code diff-line-code code-cell codecell".split()
)
_UNSELECTABLE = re.compile(r"user-select:\s*none")
_ROW = re.compile(r"display:\s*(?:block|flex|grid|table-row)")
_INVISIBLE = str.maketrans({"\u00a0": " ", "\u200b": None, "\ufeff": None, "\u2028": "\n"})


def is_extra(element: Element) -> bool:
    """Whether an element is there for copying and working with a listing, by its name."""
    return bool(tokens(element, "class") & _EXTRA)


def strip_extras(listing: Element) -> list[str]:
    """Take line numbers, buttons and heads out of a listing; gives the words of the heads."""
    heads: list[str] = []
    for element in elements(listing):
        if element is listing or element.getparent() is None:
            continue
        names = tokens(element, "class", "role")
        gutter = names & (GUTTER | _EXTRA) or element.tag in _MACHINERY
        perhaps = names & _PERHAPS_NUMBER or _UNSELECTABLE.search(element.get("style", ""))
        if gutter or (perhaps and _is_number(element)):
            drop(element)
        elif element.tag in ("div", "figcaption", "header", "p") and _is_head(element, names):
            heads.append(text_of(element))
            drop(element)
    _strip_running_numbers(listing)
    return [head for head in heads if head]


def _is_head(element: Element, names: set[str]) -> bool:
    """A bar over the code, with its language or file name and a button."""
    if element.tag in ("figcaption", "header"):
        return True
    parts = {part for name in names for part in re.split(r"[-_]+", name)}
    return bool(parts & _HEADS) and not names & _LINE and len(text_of(element)) < 80


def _is_number(element: Element) -> bool:
    text = raw_text(element).strip()
    return not text or (len(text) < 7 and text.isdigit())


def _strip_running_numbers(listing: Element) -> None:
    """Lines that each begin with an element that counts them."""
    lines = _lines(_innermost(listing)) or []
    firsts = [next(iter(line), None) for line in lines]
    if len(lines) < 2 or any(f is None or (line.text or "").strip() for f, line in zip(firsts, lines, strict=True)):
        return
    numbers = [text_of(first).strip(".:| ") if first is not None else "" for first in firsts]
    if not all(n.isdigit() and len(n) < 7 for n in numbers):
        return
    if all(int(n) == int(numbers[0]) + i for i, n in enumerate(numbers)):
        for first in firsts:
            if first is not None:
                drop(first)


def listing_text(listing: Element) -> str:
    """The text of a listing, its lines ended by newlines; the first newline is markup (HTML §13.1.2.5)."""
    holder = _innermost(listing)
    lines = _lines(holder)
    text = _flat(holder) if lines is None else "\n".join(_line_text(line) for line in lines)
    text = text.translate(_INVISIBLE).replace("\r\n", "\n").rstrip()
    return text.removeprefix("\n")


def _line_text(line: Element) -> str:
    return _flat(line).removesuffix("\n")


def _innermost(listing: Element) -> Element:
    """The element whose children may be the lines: boxes with a single child are passed through."""
    node = listing
    while len(node) == 1 and not (node.text or "").strip() and not (node[0].tail or "").strip():
        child = node[0]
        if child.tag == "br" or _is_line(child) or "\n" in (node.text or "").strip(" ") + (child.tail or "").strip(" "):
            break
        node = child
    return node


def _is_line(element: Element) -> bool:
    return bool(tokens(element, "class") & _LINE) or element.get("data-line") is not None


def _lines(holder: Element) -> list[Element] | None:
    """The children of an element where each is a line by itself; nothing where newlines end the lines."""
    children = [child for child in holder if isinstance(child.tag, str)]
    if not children or (holder.text or "").strip() or any((child.tail or "").strip() for child in children):
        return None
    if all(child.tag in BLOCKS and child.tag != "pre" for child in children):
        return children
    if not all(child.tag in ("span", "code", "pre") for child in children):
        return None
    if not all(_is_line(c) or c.tag in ("code", "pre") or _ROW.search(c.get("style", "")) for c in children):
        return None
    breaks = any("\n" in (child.tail or "") for child in children)
    ended = any(raw_text(child).endswith("\n") for child in children[:-1])
    return None if breaks or ended or any(True for _ in holder.iter("br")) else children


def _flat(node: Element) -> str:
    """The text of an element; `br` and blocks end lines."""
    parts: list[str] = []

    def end_line() -> None:
        last = next((p for p in reversed(parts) if p), "\n")
        if not last.endswith("\n"):
            parts.append("\n")

    def walk(element: Element) -> None:
        block = element.tag in BLOCKS and element is not node
        if element.tag == "br":
            parts.append("\n")
        elif block:
            end_line()
        parts.append(element.text or "")
        for child in element:
            if isinstance(child.tag, str):
                walk(child)
            parts.append(child.tail or "")
        if block:
            end_line()

    walk(node)
    return "".join(parts)


def table_text(table: Element) -> str | None:
    """The text of a table that is a listing: a column of line numbers and a column of code."""
    lines: list[str] = []
    marked = False
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        said = [cell for cell in cells if not is_count(cell)]
        if len(said) > 1 or not cells:
            return None
        cell = said[0] if said else cells[-1]
        sign = _is_code_cell(cell)
        if said and len(cells) == 1 and not sign:
            return None
        marked = marked or sign
        lines.append("" if tokens(cell, "class") & GUTTER else listing_text(cell))
    return "\n".join(lines) if marked and any(lines) else None


def _is_code_cell(cell: Element) -> bool:
    if tokens(cell, "class") & _CODE_CELLS or next(cell.iter("pre"), None) is not None:
        return True
    return "code" in tokens(cell, "class") and next(cell.iter("code", "div"), None) is not None


def is_count(cell: Element) -> bool:
    """Whether a cell or box holds line numbers, of one line or of all."""
    if tokens(cell, "class") & GUTTER:
        return True
    return not re.search(r"[^\d\s\u00a0]", raw_text(cell))
