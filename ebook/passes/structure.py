"""Give every element a place that HTML's content model allows, and dissolve boxes that mean nothing.

    <div>One<br/><br/>two <em>and<ul><li>three</li></ul></em></div>
    ->   <p>One</p><p>two <em>and</em></p><ul><li>three</li></ul>

Flow and phrasing content: HTML §3.2.5.2. Paragraphs by line breaks are no paragraphs to a screen reader.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ebook.markup import (
    BLOCKS,
    EMPTY,
    HEADINGS,
    LINE,
    Element,
    closest,
    drop,
    elements,
    is_blank,
    new,
    text_of,
    trim,
    unwrap,
    wrap,
)
from ebook.model import Article
from ebook.passes.figures import stand_alone
from ebook.passes.inline_runs import (
    BREAK,
    KEPT_BLOCKS,
    PHRASING,
    STRICT,
    Item,
    content_of,
    is_inline,
    paragraphs,
    put,
    runs,
    trimmed,
)
from ebook.rules import Finding

BOXES = frozenset("div article main section header footer nav address details summary hgroup center form".split())
"""Containers that say nothing of their own here; `header` and `section` that passes made are kept."""

HOLLOW_INLINE = tuple("em strong b i a span sup sub u s small mark cite q code".split())
HOLLOW = (*"p li dd figcaption".split(), *HEADINGS, *HOLLOW_INLINE)
"""Elements that say nothing without content."""
GROUPS = ("ul", "ol", "figure", "aside", "dl", "blockquote")
"""Elements that say nothing without something that shows."""


def structure(tree: Element, article: Article) -> Iterator[Finding]:
    for link in elements(tree, "a"):
        if closest(link, "a") is not None:
            unwrap(link)
    for term in elements(tree, "dfn", "abbr", "time"):
        if closest(term, str(term.tag)) is not None:
            unwrap(term)
    _adopt_orphans(tree)
    for element in reversed(elements(tree, *HOLLOW_INLINE)):  # before runs are cut at what stands between them
        _drop_if_hollow(element)
    _flow(tree)
    for element in reversed(elements(tree, *HOLLOW, *GROUPS)):  # what is in an element goes first
        if element.tag == "p":
            trim(element)
        _drop_if_blank(element) if element.tag in GROUPS else _drop_if_hollow(element)
    for line_break in elements(tree, "br"):
        _drop_if_beside_blocks(line_break)
    for span in elements(tree, "span"):  # a second piece of one that was cut; the first has its id
        if not set(span.attrib) - {LINE}:
            unwrap(span)
    for ruby in elements(tree, "ruby"):
        if ruby.find("rt") is None:
            for mark in elements(ruby, "rp"):
                unwrap(mark)
            unwrap(ruby)
    for image in elements(tree, "img"):
        stand_alone(image)
    yield from ()


_PARENTS = {
    "td": ("tr",),
    "th": ("tr",),
    "tr": ("table", "thead", "tbody", "tfoot"),
    "thead": ("table",),
    "tbody": ("table",),
    "tfoot": ("table",),
    "caption": ("table",),
    "dt": ("dl",),
    "dd": ("dl",),
    "li": ("ul", "ol"),
    "figcaption": ("figure",),
    "rt": ("ruby",),
    "rp": ("ruby",),
}
"""Elements that have a meaning in one parent alone (HTML §4.4, §4.5, §4.9)."""


def _adopt_orphans(tree: Element) -> None:
    """Parts of tables, lists and figures that stand outside of one become plain boxes."""
    for element in elements(tree, *_PARENTS):
        parent = element.getparent()
        if parent is not None and parent.tag not in _PARENTS[str(element.tag)]:
            element.tag = "span" if element.tag in ("rt", "rp") else "div"
            for name in ("colspan", "rowspan", "scope", "value"):
                element.attrib.pop(name, None)
    for row in elements(tree, "tr"):
        for child in list(row):
            if child.tag not in ("td", "th"):
                wrap(child, new("td"))
    for listing in elements(tree, "pre"):
        if any(inner.tag in KEPT_BLOCKS or inner.tag in BOXES for inner in listing.iterdescendants()):
            listing.tag = "div"


def _drop_if_beside_blocks(line_break: Element) -> None:
    """A line break whose words became a block of their own, or went, breaks no line."""
    before, after = line_break.getprevious(), line_break.getnext()
    parent = line_break.getparent()
    if parent is None or (line_break.tail or "").strip():
        return
    loose = before.tail if before is not None else parent.text
    if not (loose or "").strip() and any(e is not None and e.tag in BLOCKS for e in (before, after)):
        drop(line_break)


def _drop_if_blank(group: Element) -> None:
    if is_blank(group) or (len(group) == 0 and group.tag != "blockquote"):
        drop(group)


def _drop_if_hollow(element: Element) -> None:
    if element.getparent() is None or len(element) or (element.text or "").strip():
        return
    parent = element.getparent()
    if element.tag in ("li", "dd") and parent is not None and len(parent) == 1:
        return
    if element.get("id") and element.tag in ("span", "a"):
        return
    if element.tag in ("li", "dd", "dt") and closest(element, "dl") is not None:
        return
    unwrap(element) if element.text and element.tag in HOLLOW_INLINE else drop(element)


def _is_box(element: Element) -> bool:
    """Whether a container is to be dissolved."""
    if element.tag == "header":
        parent = element.getparent()
        return element.find("h1") is None or parent is None or parent.tag != "body" or element.getprevious() is not None
    if element.tag == "section":
        return not element.get("role")
    return element.tag in BOXES and element.get("role") not in ("region", "doc-pagebreak")


def _flow(element: Element) -> None:
    """Rebuild the content of a block from runs of text and blocks."""
    items = list(_lift(element))
    blocks = any(not isinstance(item, str) and item.tag in KEPT_BLOCKS and not is_inline(item) for item in items)
    for child in list(element):
        element.remove(child)
    element.text = None
    strict = element.tag in STRICT or element.tag == "div"
    breaks = sum(item == BREAK for item in items if isinstance(item, str))
    if element.tag == "figure" or (
        not strict and not blocks and (breaks < 2 or element.tag in ("td", "th", "figcaption", "caption"))
    ):
        put(element, trimmed(i if i != BREAK else " " for i in items if not isinstance(i, str) or i))
        if element.tag == "figure":
            _figure_text(element)
        return
    for run in runs(items):
        if isinstance(run, list):
            for paragraph in paragraphs(run):
                element.append(paragraph)
        else:
            element.append(run)


def _lift(element: Element) -> Iterator[Item]:
    """The content of an element in order: text, inline elements, finished blocks; boxes are dissolved."""
    if element.text:
        yield element.text
    for child in list(element):
        tail, child.tail = child.tail, None
        if not isinstance(child.tag, str):
            pass
        elif _is_box(child):
            yield BREAK
            yield from _inherit(child, list(_lift(child)))
            yield BREAK
        elif child.tag in KEPT_BLOCKS and not is_inline(child):
            yield from _block(child)
        elif child.tag not in EMPTY and child.tag != "math" and len(child) and _holds_block(child):
            yield from _split(child)
        else:
            yield child
        if tail:
            yield tail


def _holds_block(inline: Element) -> bool:
    return any((e.tag in KEPT_BLOCKS or e.tag in BOXES) and e.tag != "math" for e in inline.iterdescendants("*"))


def _inherit(box: Element, items: list[Item]) -> list[Item]:
    """What a dissolved box said of its content (id, language, direction) passes to that content."""
    blocks = [i for i in items if not isinstance(i, str) and i.tag in KEPT_BLOCKS and not is_inline(i)]
    known = set(blocks)
    loose = any((i.strip() and i != BREAK) if isinstance(i, str) else i not in known for i in items)
    said = {str(k): str(v) for k, v in box.attrib.items() if str(k) in ("lang", "dir")}
    if said and loose:
        items = [p for run in runs(items) for p in (paragraphs(run) if isinstance(run, list) else [run])]
        blocks = [i for i in items if not isinstance(i, str)]
    for block in blocks:
        for name, value in said.items():
            if block.get(name) is None:
                block.set(name, value)
    anchor = box.get("id")
    if anchor and items:
        first = next((i for i in items if not isinstance(i, str)), None)
        if first is not None and first.get("id") is None and not loose:
            first.set("id", anchor)
        else:
            items.insert(0, new("span", id=anchor))
    return items


def _block(element: Element) -> list[Element]:
    """A finished block, or the several that it had to be cut into."""
    if element.tag == "p":
        return _paragraph(element)
    if element.tag in PHRASING:
        _flatten(element)
        return [element]
    if element.tag in ("ul", "ol"):
        for item in list(element):
            _flow(item)
    elif element.tag == "dl":
        for item in list(element):
            _flatten(item) if item.tag == "dt" else _flow(item)
    elif element.tag == "table":
        for cell in elements(element, "td", "th", "caption"):
            if closest(cell, "table") is element:
                _flow(cell)
                if cell.tag != "td":
                    for heading in elements(cell, *HEADINGS):
                        heading.tag = "strong"
    elif element.tag not in ("pre", "hr", "math"):
        _flow(element)
    return [element]


def _paragraph(element: Element) -> list[Element]:
    items = list(_lift(element))
    attributes = dict(element.attrib.items())
    result: list[Element] = []
    for run in runs(items):
        if isinstance(run, list):
            result.extend(paragraphs(run))
        else:
            result.append(run)
    for index, part in enumerate(p for p in result if p.tag == "p"):
        for name, value in attributes.items():
            if (index == 0 or name != "id") and (part.get(name) is None or name == LINE):
                part.set(name, value)
    if not result and attributes.get("id"):
        return [new("p", new("span", id=str(attributes["id"])))]
    return result


def _flatten(element: Element) -> None:
    """Make headings and terms hold text and inline elements alone: blocks in them become words in a row."""
    for child in elements(element):
        if child is element or child.getparent() is None:
            continue
        if child.tag in ("table", "ul", "ol", "dl", "pre", "figure") or (
            child.tag in KEPT_BLOCKS | BOXES and child.tag != "math"
        ):
            if child.getprevious() is not None or text_of(element):
                child.text = " " + (child.text or "")
                child.tail = " " + (child.tail or "")
            unwrap(child)
    for line in elements(element, "hr"):
        drop(line)
    for line in elements(element, "br"):
        line.tail = " " + (line.tail or "")
        drop(line)


def _split(inline: Element) -> Iterator[Item]:
    """An inline element around blocks is cut at them and goes on inside those that hold text."""
    run: list[Item] = []
    for item in _lift(inline):
        if (isinstance(item, str) and item != BREAK) or (
            not isinstance(item, str) and (item.tag not in KEPT_BLOCKS or is_inline(item))
        ):
            run.append(item)
            continue
        if any((i.strip() if isinstance(i, str) else True) for i in run):
            yield _clone(inline, run)
        run = []
        if isinstance(item, str):
            yield item
            continue
        if item.tag in PHRASING and text_of(item) and inline.tag != "q":
            inner: list[Item] = [item.text or "", *content_of(item)]
            item.text = None
            for child in list(item):
                item.remove(child)
            item.append(_clone(inline, inner))
        yield item
    if any((i.strip() if isinstance(i, str) else True) for i in run):
        yield _clone(inline, run)


def _clone(inline: Element, content: Iterable[Item]) -> Element:
    copy = new(str(inline.tag))
    for name, value in inline.attrib.items():
        copy.set(name, value)
    inline.attrib.pop("id", None)
    put(copy, content)
    if copy.tag == "a":
        for link in elements(copy, "a"):
            if link is not copy:
                unwrap(link)
    return copy


def _figure_text(figure: Element) -> None:
    """Loose text in a figure becomes its paragraph; white space alone goes."""
    items: list[Item] = [figure.text or "", *content_of(figure)]
    figure.text = None
    for child in list(figure):
        figure.remove(child)
    for item in items:
        if isinstance(item, str):
            if item.strip():
                figure.append(new("p", item.strip()))
        elif item.tag not in BLOCKS and text_of(item) and not _shows(item):
            item.tail = None
            paragraph = new("p", item)
            if item.get(LINE):
                paragraph.set(LINE, item.get(LINE, ""))
            figure.append(paragraph)
        else:
            figure.append(item)


def _shows(inline: Element) -> bool:
    """Whether an inline element of a figure holds what the figure shows."""
    return inline.tag in ("img", "math", "svg") or next(inline.iter("img", "math", "svg"), None) is not None
