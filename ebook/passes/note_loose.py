"""Link notes that only look like notes: a raised number in the text and a block at the end that begins with it.

text<sup>1</sup> … <p><sup>1</sup> A note.</p>   ->   text<sup><a href="#hand-note-1">1</a></sup> …
"""

from __future__ import annotations

import re
from collections import Counter
from copy import deepcopy
from typing import TypeAlias

from ebook.markup import (
    HEADINGS,
    LINE,
    Element,
    append_text,
    closest,
    drop,
    elements,
    inside,
    new,
    raw_text,
    replace_text,
    squash,
    text_of,
    tokens,
)
from ebook.passes.note_links import target_of

TITLES = re.compile(
    r"^(?:\d{1,2}[.)]?\s*)?(?:(?:foot|end|side)?[-\s]?notes?|references?(?: (?:and|&) (?:foot)?notes)?"
    r"|notes (?:and|&) references|references? cited|citations|works cited|sources?|fu(?:ß|ss)noten|anmerkungen"
    r"|einzelnachweise|quellen|endnoten|notes de (?:bas de page|fin)|notes et références|références"
    r"|notas?(?: (?:al|a) pie| de rodapé| finais)?|referencias|referências|fuentes|citas|note(?: a piè di pagina)?"
    r"|riferimenti|fonti|noter?|noten|voetnoten|eindnoten|bronnen|referenties|fotnoter|fodnoter|referenser"
    r"|referencer|källor|kilder|viitteet|alaviitteet|lähteet|przypisy|bibliografia|poznámky|примечания|сноски"
    r"|источники|литература|ملاحظات|الهوامش|المراجع|هوامش|הערות(?: שוליים)?|注釈?|注释|脚注|脚註"
    r"|参考文献|註釋|각주|참고 문헌)\s*:?$",
    re.I,
)
"""Headings over notes."""
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3})[\])]?")
_WRITTEN = re.compile(
    r"\[(\d{1,3}|[*†‡]{1,3})\]"
    r"|(?<=[\w.,;:!?’”\"')])([⁰¹²³⁴-⁹]{1,3})(?![⁰¹²³⁴-⁹\w])"
)
"""Marks typed in the text: `[1]`, `¹`. A typed asterisk and its line stand together and are left so."""
_SIGNS = re.compile("[\\[*†‡⁰¹²³⁴-⁹]")
_BRACKETED, _RAISED_SIGN = re.compile(r"\[[*†‡\d]{1,3}\]"), re.compile("[⁰¹²³⁴-⁹]")
"""What a text holds that has any such mark; two patterns are looked for more quickly than one with a choice."""
_SILENT = ("a", "pre", "code", "math", "sup")
"""Elements in which nothing typed is a mark."""
_START = re.compile(
    r"^\s*(?:\[(?P<square>\d{1,3}|[*†‡]{1,3})\]|\((?P<round>\d{1,3})\)|(?P<high>[⁰¹²³⁴-⁹]{1,3})"
    r"|(?P<plain>\d{1,3})(?:[.):]|\s)|(?P<sign>[*†‡§¶]{1,3}))\s*"
)
_UNIT = re.compile(r"(?:^|[\s\d(/·×])(?:[kcdmµnf]?m|ft|in|yd|mi|s|[a-zA-Z])$")
"""Words before a raised 2 or 3 that make it an exponent."""
_BLOCKS = ("p", "li", "div", "dd", "aside")


_Written: TypeAlias = tuple[Element, bool, str]
"""(element, whether the text is its tail, label) of a mark typed in the text."""


def link_loose(tree: Element, names: dict[str, Element]) -> None:
    """Give hand-made marks a link to the block that begins with the same sign."""
    marks, written = _raised_marks(tree), _written_marks(tree)
    if not marks and not written:
        return
    if _divide_lines(tree, marks, written):
        marks, written = _raised_marks(tree), _written_marks(tree)
    order = {element: position for position, element in enumerate(tree.iter())}
    notes = _definitions(tree, order, marks, written, names)
    if notes:
        _link_raised(marks, notes, order)
        _link_written(written, notes, order)


def _divide_lines(tree: Element, marks: list[Element], written: list[_Written]) -> bool:
    """Make paragraphs of the notes that stand line by line in one: `<p><sup>1</sup> A<br/><sup>2</sup> B</p>`."""
    holders = [(mark, _sign(text_of(mark))) for mark in marks] + [(node, label) for node, _, label in written]
    divided = False
    for paragraph in elements(tree, "p"):
        if next(paragraph.iterchildren("br"), None) is None or not _label(paragraph)[0]:
            continue
        inner = set(paragraph.iter())
        called = {label for node, label in holders if node not in inner}
        lines = _note_lines(paragraph, called, typed=not marks)
        if len(lines) > 1:
            for line in lines:
                paragraph.addprevious(line)
            drop(paragraph)
            divided = True
    return divided


def _note_lines(paragraph: Element, called: set[str], *, typed: bool) -> list[Element]:
    """The notes in a paragraph, each as a copy of its lines; nothing where they do not count on from the first."""
    lines: list[Element] = [new("p", paragraph.text or "", **_attributes(paragraph))]
    labels = [_label(paragraph)[0]]
    parts: list[Element] = [new("p")]
    for child in paragraph:
        if child.tag == "br":
            parts.append(new("p", (child.tail or "").lstrip()))
        else:
            parts[-1].append(deepcopy(child))
    for number, part in enumerate(parts):
        label, sure = _label(part)
        if number and label in called and (sure or not typed) and _counts_on(labels[-1], label):
            lines.append(part)
            labels.append(label)
        else:
            if number:
                append_text(lines[-1], " ") if not text_of(part) else lines[-1].append(new("br"))
                append_text(lines[-1], part.text or "")
            for child in list(part):
                lines[-1].append(child)
    return lines if labels[0] in called else []


def _attributes(paragraph: Element) -> dict[str, str]:
    return {name: paragraph.get(name, "") for name in ("id", LINE) if paragraph.get(name)}


def _counts_on(before: str, label: str) -> bool:
    if before.isdigit() and label.isdigit():
        return int(label) == int(before) + 1
    return before != label and not before.isdigit() and not label.isdigit()


def loose_notes(tree: Element, names: dict[str, Element]) -> set[Element]:
    """The blocks that hand-made marks lead to; nothing is changed."""
    marks, written = _raised_marks(tree), _written_marks(tree)
    if not marks and not written:
        return set()
    order = {element: position for position, element in enumerate(tree.iter())}
    notes = _definitions(tree, order, marks, written, names)
    labels = {_sign(text_of(mark)) for mark in marks} | {label for _, _, label in written}
    return {block for label, block in notes.items() if label in labels}


def _raised_marks(tree: Element) -> list[Element]:
    """Raised labels without a link, and boxes that call themselves references."""
    return [
        mark
        for mark in elements(tree, "sup")
        if next(mark.iter("a"), None) is None
        and closest(mark, "a", "math", "code", "pre") is None
        and _MARK.fullmatch(text_of(mark))
    ]


def _written_marks(tree: Element) -> list[_Written]:
    """The marks typed in the text."""
    found: list[_Written] = []
    everything = raw_text(tree)
    if not _BRACKETED.search(everything) and not _RAISED_SIGN.search(everything):
        return found
    for element in tree.iter():
        for text, is_tail in ((element.text, False), (element.tail, True)):
            silent = not is_tail and element.tag in _SILENT
            if text and not silent and _SIGNS.search(text) and not inside(element, *_SILENT):
                found += ((element, is_tail, _written_label(match)) for match in _WRITTEN.finditer(text))
    return found


def _written_label(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group).translate(RAISED)


def _definitions(
    tree: Element,
    order: dict[Element, int],
    marks: list[Element],
    written: list[_Written],
    names: dict[str, Element],
) -> dict[str, Element]:
    """The blocks that are notes, by label: a list under a title of notes, or the last run that counts from one."""
    first_mark = min([order[m] for m in marks] + [order[n] for n, _, _ in written])
    typed = not marks
    listed = _listed(tree, order, first_mark, names)
    if listed:
        return listed
    found = _beginnings(tree, order, first_mark, typed=typed)
    starts = [i for i, (label, _) in enumerate(found) if label == "1"]
    notes: dict[str, Element] = {}
    if starts:
        for label, block in found[starts[-1] :]:
            if label == str(len(notes) + 1):
                notes[label] = block
    signs = Counter(label for label, _ in found if not label.isdigit())
    for label, block in found:
        if not label.isdigit() and signs[label] == 1:  # more are the bullets of a list
            notes[label] = block
    return notes


def _listed(tree: Element, order: dict[Element, int], first_mark: int, names: dict[str, Element]) -> dict[str, Element]:
    """The items of a list that a title or a name says are notes, where no link leads to them."""
    linked = {target_of(a, names) for a in tree.iter("a") if a.get("href", "").startswith("#")}
    for holder in reversed(elements(tree, "ol")):
        if order[holder] < first_mark:
            return {}
        items = [item for item in holder if item.tag == "li" and text_of(item)]
        if not items or not _is_notes_list(holder) or any(e in linked for item in items for e in item.iter()):
            continue
        start = holder.get("start", "1")
        first = int(start) if start.isdigit() and len(start) < 4 else 1
        return {str(first + i): item for i, item in enumerate(items)}
    return {}


def _is_notes_list(holder: Element) -> bool:
    for node in (holder, holder.getparent()):
        if node is not None and node.tag in ("ol", "section", "div", "aside", "footer"):
            if any("note" in name or name == "references" for name in tokens(node, "class", "role")):
                return True
    previous = holder.getprevious()
    return (
        previous is not None and previous.tag in (*HEADINGS, "p", "summary") and bool(TITLES.match(text_of(previous)))
    )


def _beginnings(tree: Element, order: dict[Element, int], first_mark: int, *, typed: bool) -> list[tuple[str, Element]]:
    """(label, block) of every block after the first mark that begins with a label."""
    found: list[tuple[str, Element]] = []
    gap = False
    for block in elements(tree, *_BLOCKS):
        if order[block] <= first_mark or closest(block, "table", "nav") is not None or _holds_blocks(block):
            continue
        label, sure = _label(block)
        if label and (sure or (block.tag == "p" and not gap and not (typed and label.isdigit()))):
            found.append((label, block))
            gap = False
        elif block.tag == "p" and found and not sure:
            gap = not _after_raised(found)
    return found


def _after_raised(found: list[tuple[str, Element]]) -> bool:
    return _label(found[-1][1])[1]


def _holds_blocks(block: Element) -> bool:
    return next(block.iterdescendants("p", "li", "div", "ul", "ol", "table", *HEADINGS), None) is not None


def _label(block: Element) -> tuple[str, bool]:
    """The label a block begins with, and whether it is set apart: raised, bold alone or in brackets."""
    first = next(iter(block), None)
    while (
        first is not None and not squash(block.text or "") and first.tag in ("b", "strong", "em", "i", "span", "small")
    ):
        if _MARK.fullmatch(text_of(first)) and not text_of(first).startswith("("):
            return _sign(text_of(first)), True
        if squash(first.text or "") or len(first) == 0:
            break
        block, first = first, next(iter(first), None)
    if first is not None and first.tag == "sup" and not squash(block.text or ""):
        text = text_of(first)
        return (_sign(text), True) if _MARK.fullmatch(text) else ("", False)
    if first is not None and first.tag == "a" and not squash(block.text or ""):
        return "", False
    match = _START.match(raw_text(block)[:20] + " ")
    if not match:
        return "", False
    label = next(group for group in match.groups() if group)
    return label.translate(RAISED), match["square"] is not None or match["high"] is not None


def _sign(text: str) -> str:
    return text.strip("[]() ")


def _link_raised(marks: list[Element], notes: dict[str, Element], order: dict[Element, int]) -> None:
    counts: dict[str, int] = {}
    for mark in marks:
        counts[_sign(text_of(mark))] = counts.get(_sign(text_of(mark)), 0) + 1
    for mark in marks:
        label = _sign(text_of(mark))
        note = notes.get(label)
        if note is None or note in mark.iterancestors() or order[mark] > order[note]:
            continue
        if label in "23" and counts[label] > 1 and _UNIT.search(_before(mark)):
            continue
        for child in list(mark):
            mark.remove(child)
        mark.text = None
        mark.append(_link(note, label))


def _before(mark: Element) -> str:
    """The last words before an element."""
    previous, parent = mark.getprevious(), mark.getparent()
    text = previous.tail if previous is not None else parent.text if parent is not None else ""
    return (text or "")[-12:]


def _link(note: Element, label: str) -> Element:
    note.set("id", note.get("id") or f"hand-note-{label}")
    return new("a", label, href="#" + note.get("id", ""), role="doc-noteref")


def _link_written(written: list[_Written], notes: dict[str, Element], order: dict[Element, int]) -> None:
    """Marks typed as `[1]` or `¹` become links, but those that begin the notes."""
    first = min(order[note] for note in notes.values())
    for node, is_tail in dict.fromkeys((node, is_tail) for node, is_tail, _ in written):
        if order[node] >= first:
            continue
        text = (node.tail if is_tail else node.text) or ""
        parts: list[str | Element] = []
        end = 0
        for match in _WRITTEN.finditer(text):
            label = _written_label(match)
            if label in notes:
                parts += [text[end : match.start()], _link(notes[label], label)]
                end = match.end()
        if end:
            replace_text(node, is_tail, [*parts, text[end:]])
