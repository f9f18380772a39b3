"""Link the notes of a plain text with the numbers that refer to them, for `notes` to gather.

    <p>The dam held [1].</p> … <p>[1] The Gazette, 1953.</p>
    ->   <p>The dam held <sup><a href="#text-note-1">[1]</a></sup>.</p> … <p id="text-note-1">[1] The Gazette, 1953.</p>

A listener who hears "one" cannot know that a note is meant, nor find it at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ebook.markup import Element, new, replace_text, squash, text_nodes, text_of
from ebook.model import Article, Kind
from ebook.rules import Finding

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile(r"(?:\[(\d{1,3})\]|\^?([⁰¹²³⁴-⁹]{1,3}))[.:]?\s*(?=\S)")
_PLAIN_NOTE = re.compile(r"\(?(\d{1,3})[.):]\)?\s+(?=\S)")
_TITLE = re.compile(
    r"(?:(?:foot|end)?notes?|references?|sources?|fußnoten|anmerkungen|quellen|einzelnachweise|notas?|referencias|"
    r"notes et références|références|note|fonti|referências|noten|voetnoten|bronnen|"
    r"注釈?|注释|脚注|参考文献|الهوامش)\s*:?",
    re.I,
)
_REFERENCE = re.compile(
    r"\[(\d{1,3})\]|(?<=[^\W\d_.,;:!?”\"'’»)\]])([⁰¹²³⁴-⁹]{1,3})|(?<=[.,;:!?”\"'’»)\]])([⁰¹²³⁴-⁹]{1,3})"
)
_PREFIX = "text-note-"


def text_notes(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.TEXT:
        return
    found = _notes_at_end(tree)
    if not found or any(note.get("id") for note in found.values()):
        return
    notes = frozenset(found.values())
    referred = set()
    for node, is_tail, text in text_nodes(tree, skip=("a", "pre", "code", "math", "h1")):
        holder = node.getparent() if is_tail else node
        if "[" not in text and not _REFERENCE.search(text):
            continue
        if any(a in notes for a in ((holder, *holder.iterancestors()) if holder is not None else ())):
            continue
        parts, labels = _linked(text, found)
        if labels:
            referred |= labels
            replace_text(node, is_tail, parts)
    for label, note in found.items():
        if label in referred:
            note.set("id", _PREFIX + label)
            note.text = f"[{label}] " + _without_label(note.text or "")
    yield from ()


def _notes_at_end(tree: Element) -> Mapping[str, Element]:
    """The notes that a text ends with, by their numbers, which count up."""
    found: dict[str, Element] = {}
    line = next((child for child in tree.iterchildren(reversed=True) if text_of(child)), None)
    while line is not None and line.tag == "p":
        match = _NOTE.match(text_of(line)) or _PLAIN_NOTE.match(text_of(line))
        if match is None:
            break
        label = _plain(match[match.lastindex or 1])
        if found and int(label) != int(next(reversed(found))) - 1:
            break
        found[label] = line
        line = line.getprevious()
    if not found:
        return {}
    titled = line is not None and bool(_TITLE.fullmatch(text_of(line)))
    marked = all(_NOTE.match(text_of(note)) for note in found.values())
    return dict(reversed(found.items())) if titled or (marked and "1" in found) else {}


def _plain(number: str) -> str:
    return str(int(number.translate(_RAISED)))


def _linked(text: str, notes: Mapping[str, Element]) -> tuple[list[str | Element], set[str]]:
    """The parts of a text with links in the place of its references, and what they refer to."""
    parts: list[str | Element] = []
    labels: set[str] = set()
    end = 0
    for match in _REFERENCE.finditer(text):
        label = _plain(match[match.lastindex or 1])
        if label not in notes:
            continue
        parts += [text[end : match.start()], new("sup", new("a", f"[{label}]", href=f"#{_PREFIX}{label}"))]
        labels.add(label)
        end = match.end()
    return [*parts, text[end:]], labels


def _without_label(text: str) -> str:
    text = squash(text)
    return (_NOTE if _NOTE.match(text) else _PLAIN_NOTE).sub("", text, count=1)
