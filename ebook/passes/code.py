"""Set code as code: the text alone, its lines kept, its language named.

    <div class="highlight-python"><pre><span class="lineno">1</span><span>x</span> = 1</pre></div>
    ->   <pre><code class="language-python">x = 1</code></pre>

Line numbers, copy buttons and colouring spans would all be read aloud.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from itertools import islice

from ebook.markup import (
    BLOCKS,
    LINE,
    Element,
    closest,
    drop,
    elements,
    move_children,
    new,
    place,
    raw_text,
    replace,
    text_nodes,
    text_of,
    tokens,
    unwrap,
)
from ebook.model import Article
from ebook.passes.code_languages import language_of_listing, named_by
from ebook.passes.code_terminal import is_terminal, without_colours
from ebook.passes.code_text import GUTTER, is_count, is_extra, listing_text, strip_extras, table_text
from ebook.passes.essentials import is_pasted_code
from ebook.rules import Finding, rule

_EDITORS = frozenset(
    "codemirror-code cm-content view-lines ace_text-layer crayon-pre dp-highlighter enlighter ltx_lstlisting "
    "geshifilter".split()
)
"""Boxes in which editors and old highlighters draw lines without `pre`."""
_BOXES = frozenset(
    "code-block codeblock code-sample code-snippet code-listing sourcecode source-code programlisting".split()
)
_LAID_OUT = frozenset("td th tr tbody thead table code".split())
_DRAWN_LINES = frozenset({"codemirror-line", "cm-line"})
_COPY = re.compile(
    r"(?:copy(?: code| to clipboard| snippet)?|copied!?|kopieren|code kopieren|copier(?: le code)?|copiar(?: código)?"
    r"|copia|kopiëren|kopiera|复制(?:代码)?|複製|コピー|복사|копировать"
    r"|raw|view raw|wrap|expand|collapse|edit|run|download)",
    re.I,
)
_BREAKS = re.compile(r"white-space:\s*(?:pre|break-spaces)")
_PUNCTUATION = re.compile(r"[{};=<>()\[\]$#/\\|]")
_STRESS = frozenset("em strong var i b sub sup".split())
_A_WORD = re.compile(r"\w")
_LABELS = ("div", "span", "button", "figcaption", "p", "header")
_LONGEST_LABEL = 60
"""Characters of what may be a label over a listing; more is text."""


def code(tree: Element, article: Article) -> Iterator[Finding]:
    yield from _gists(tree, article)
    _joined(tree)
    _drawn_without_pre(tree)
    for pre in elements(tree, "pre"):
        if pre.getparent() is not None and not _is_column_of_numbers(pre):
            yield from _clean(pre, article)
    for element in elements(tree, "tt"):
        element.tag = "code"
    for element in elements(tree, "code"):
        if closest(element, "pre") is None:
            _plain_inline(element)


def _drawn_without_pre(tree: Element) -> None:
    """Listings that pages set as tables, as lines of an editor or as `code` of several lines become `pre`."""
    for table in elements(tree, "table"):
        if table.getparent() is None or next(table.iter("pre"), None) is not None or inside_listing(table):
            continue
        text = table_text(table)
        if text is not None:
            _set(_outermost(table), text if "\n" in text else text.strip(), table)
    for box in elements(tree, "div", "code"):
        if box.getparent() is None or inside_listing(box):
            continue
        if tokens(box, "class") & _EDITORS or _is_block_of_code(box):
            strip_extras(box)
            _set(box, listing_text(box), box)


def _gists(tree: Element, article: Article) -> Iterator[Finding]:
    """Below a listing that GitHub embeds: of "view raw, weir.py hosted with love" the name of the file stays."""
    for line in elements(tree, "div"):
        if "gist-meta" not in tokens(line, "class"):
            continue
        links = elements(line, "a")
        yield rule("removed.furniture").at(place(article.source, line), text=text_of(line)[:80])
        if len(links) > 1:
            name = new("p")
            line.addprevious(name)
            move_children(links[1], name)
        drop(line)


def inside_listing(element: Element) -> bool:
    return closest(element, "pre") is not None


def _is_block_of_code(box: Element) -> bool:
    """A `code` or box whose lines are kept by its style or its name says that it is a listing."""
    if next(box.iter("pre", "p", "table", "ul"), None) is not None:
        return False
    if box.tag == "code":
        if _BREAKS.search(box.get("style", "")) or "block" in tokens(box, "class"):
            return bool(text_of(box))
        return next(box.iterdescendants("div"), None) is not None and "\n" in listing_text(box).strip()
    if is_pasted_code(box):
        return "\n" in listing_text(box).strip()
    named = tokens(box, "class") & _BOXES or box.get("data-lang") or box.get("data-language")
    return bool(named) and "\n" in raw_text(box).strip() and not any(e.tag in BLOCKS for e in box)


def _set(old: Element, text: str, named: Element) -> None:
    """Put a `pre` with this text in the place of an element, its language kept."""
    language = language_of_listing(named, _around(named))
    fresh = _listing(text, language)
    for name in ("id", LINE):
        if old.get(name):
            fresh.set(name, old.get(name, ""))
    replace(old, fresh)


def _listing(text: str, language: str) -> Element:
    return new("pre", new("code", text, **({"class_": f"language-{language}"} if language else {})))


def _around(element: Element) -> list[Element]:
    """Up to four boxes around a listing, and the table that lays it out."""
    found: list[Element] = []
    boxes = 0
    for node in element.iterancestors():
        if boxes == 4 or node.tag == "body":
            break
        found.append(node)
        boxes += node.tag not in _LAID_OUT
    return found


def _outermost(element: Element) -> Element:
    """The element, or the `code` that was put around it."""
    outer = element
    for node in element.iterancestors("code"):
        outer = node
    return outer


def _joined(tree: Element) -> None:
    """A box that holds nothing but lines set as one `pre` each, or `code` and its output by turns: one listing."""
    parents = (element.getparent() for element in tree.iter("pre", "code"))
    for parent in dict.fromkeys(p for p in parents if p is not None and p.tag in ("div", "section", "figure")):
        children = [child for child in parent if isinstance(child.tag, str)]
        if len(children) < 2 or (parent.text or "").strip() or any((child.tail or "").strip() for child in children):
            continue
        if not all(child.tag == "pre" or (child.tag == "code" and _is_block_of_code(child)) for child in children):
            continue
        if any(child.tag == "code" or tokens(child, "class") & _DRAWN_LINES for child in children):
            for child in children:
                strip_extras(child)
            language = language_of_listing(children[0], _around(children[0]))
            text = "\n".join(listing_text(child) for child in children)
            for child in children[1:]:
                drop(child)
            replace(children[0], _listing(text, language))


def _is_column_of_numbers(pre: Element) -> bool:
    """Line numbers set as a `pre` of their own, beside the one with the code."""
    row = closest(pre, "tr")
    return row is not None and is_count(pre) and any(not is_count(other) for other in islice(row.iter("pre"), 8))


def _clean(pre: Element, article: Article) -> Iterator[Finding]:
    heads = [*_labels_inside(pre), *strip_extras(pre)]
    text = listing_text(pre)
    if not text.strip():
        drop(pre)
        return
    if any(True for _ in pre.iter("img", "table", "math")) and next(pre.iter("code"), None) is None:
        return
    around = _around(pre)
    if is_terminal(around):
        text = without_colours(text)
    language = language_of_listing(pre, around)
    target = _replaced(pre)
    for head in heads:
        language = language or named_by(head) or ""
        if named_by(head) is None and not _COPY.fullmatch(head):
            target.addprevious(new("p", head))
    for label in _labels(target):
        said = [] if is_extra(label) and next(label.iter("textarea"), None) is not None else _words(label) or []
        language = language or next((name for word in said if (name := named_by(word))), "")
        if said:
            yield rule("removed.furniture").at(place(article.source, label), text=" ".join(said))
        drop(label)
    written = _written(pre, text, language)
    clean = _listing(text, language) if written is None else written
    for name in ("id", LINE, "dir"):
        if pre.get(name):
            clean.set(name, pre.get(name, ""))
    marked = next(pre.iter("code", "span", "samp", "kbd", "div"), None) is not None
    if language or target is not pre or marked or article.kind == "markdown" or _PUNCTUATION.search(text):
        replace(target, clean)


def _written(pre: Element, text: str, language: str) -> Element | None:
    """A copy of a listing in which words stand out because its author wrote so, as placeholders do; else nothing.

    Who colours a listing marks its words by `span`; where there are few of those, `em` and `var` are the author's.
    """
    inner = Counter(str(e.tag) for e in pre.iterdescendants())
    stressed = sum(inner[tag] for tag in _STRESS)
    if inner["span"] >= stressed or inner.keys() - _STRESS - {"code", "span"}:
        return None
    if "".join(map(str, pre.itertext())).strip() != text.strip():
        return None
    content = _listing("", language)[0]
    move_children(deepcopy(pre), content)
    for nested in elements(content, "code", "span")[1:]:
        unwrap(nested)
    content.text = (content.text or "").removeprefix("\n")
    content[-1].tail = (content[-1].tail or "").rstrip()
    return new("pre", content)


def _replaced(pre: Element) -> Element:
    """The `pre`, or what only lays it out: a table with line numbers beside it, a `code` around it."""
    table = closest(pre, "table")
    if table is not None:
        said: list[Element] = []
        for cell in table.iter("td", "th"):
            if not is_count(cell):
                said.append(cell)
                if len(said) > 1:
                    break
        if len(said) == 1 and said[0] in pre.iterancestors():
            return _outermost(table)
    return _outermost(pre)


def _labels_inside(pre: Element) -> list[str]:
    """In a `pre`, around the one `code` in it: the name of its language and the word “Copy”; they are taken out."""
    codes = list(islice(pre.iter("code"), 2))
    if len(codes) != 1:
        return []
    found: list[str] = []
    node = codes[0]
    while node is not pre and (parent := node.getparent()) is not None:
        for beside in [child for child in parent if child is not node]:
            if _is_label(beside):
                found += [word for word in _words(beside) or [] if not _COPY.fullmatch(word)]
                drop(beside)
        node = parent
    return found


def _labels(listing: Element) -> list[Element]:
    """Beside a listing, in its own box: the name of its language and the word “Copy”."""
    found: list[Element] = []
    node = listing
    for _ in range(3):
        parent = node.getparent()
        if parent is None or parent.tag not in ("div", "figure", "section", "span") or len(parent) > 4:
            break
        if (parent.text or "").strip() or any((child.tail or "").strip() for child in parent):
            break
        beside = [child for child in parent if child is not node and isinstance(child.tag, str)]
        if any(not _is_label(child) for child in beside):
            break
        found += beside
        node = parent
    return found


def _is_label(element: Element) -> bool:
    """Whether an element says nothing but which language follows and that it can be copied, or counts the lines."""
    if element.tag == "div" and tokens(element, "class") & GUTTER and is_count(element):
        return True
    if is_extra(element) and not any(_A_WORD.search(said) for said in _shown(element)):
        return True  # "?" on the button of an old highlighter; a copy of the listing in a field
    if element.tag not in _LABELS or next(element.iter("img"), None) is not None:
        return False
    said = _words(element)
    if said is None or (element.tag in ("figcaption", "p") and not said):
        return False
    words = [piece for piece in said if not _COPY.fullmatch(piece)]
    return len(words) <= 1 and all(named_by(word) is not None for word in words)


def _shown(element: Element) -> Iterator[str]:
    """The runs of text of an element outside fields."""
    for node, _, text in text_nodes(element):
        if node.tag != "textarea":
            yield text


def _words(element: Element) -> list[str] | None:
    """The runs of text in an element, or nothing where they are too long for a label."""
    said: list[str] = []
    length = 0
    for part in element.itertext():
        piece = " ".join(str(part).split())
        length += len(piece)
        if length > _LONGEST_LABEL:
            return None
        if piece:
            said.append(piece)
    return said


def _plain_inline(element: Element) -> None:
    """Colouring spans inside a line of code say nothing."""
    if not any(c.tag in ("a", "em", "strong", "var", "i", "b", "img", "math", "br") for c in element.iter()):
        text = raw_text(element)
        for child in list(element):
            element.remove(child)
        element.text = text
        if element.get("class"):
            del element.attrib["class"]
