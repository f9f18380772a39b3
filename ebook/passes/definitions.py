"""Mark the term of a sentence that defines it.

    <p>A tide gauge is a device that …</p>   ->
    <p>A <dfn data-meaning="a device that …" data-score="0.93">tide gauge</dfn> is a device that …</p>

The glossary is gathered from these marks (WCAG 3.1.3). `data-meaning` and `data-score` are our own memory between the
stages; binding takes them away, with every mark that is less likely right than the edition asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ebook.markup import MEANING, SCORE, Element, elements, inside, language_of, new, replace_text, squash, text_of
from ebook.model import Article
from ebook.rules import Finding
from ebook.terms import Definition, find_definitions

_SKIPPED = frozenset("code pre math kbd samp script style svg".split())
"""What is no prose; this stands for it, and a meaning that would lose it is none."""
_HOLE = "\ufffc"
_CLOSED = frozenset("a abbr dfn q cite".split())
"""Inside these nothing is marked."""
_APART = ("blockquote", "figure", "figcaption", "table", "pre", "aside", "nav", "header", "footer", "dl")
_SET_OFF = frozenset("em i strong b".split())
_LONGEST_SET_OFF = 60
_SPACES = re.compile(r"\s")


def definitions(tree: Element, article: Article) -> Iterator[Finding]:
    known = {squash(text_of(e)).casefold() for e in elements(tree, "dfn", "dt", "abbr")}
    by_language: dict[str, _Text] = {}
    for block in elements(tree, "p", "li"):
        if inside(block, *_APART) or block.find(".//p") is not None or block.find(".//li") is not None:
            continue
        language = language_of(block) or article.metadata.language or "en"
        by_language.setdefault(language, _Text()).add(block)
    for language, text in by_language.items():
        found = find_definitions("".join(text.pieces), language, text.set_off)
        wanted = [d for d in found if d.term.casefold() not in known and _HOLE not in d.meaning]
        text.mark(wanted)
        known |= {d.term.casefold() for d in wanted}
    yield from ()


@dataclass(slots=True)
class _Run:
    """A run of text of the tree and where it starts in the joined text."""

    start: int
    node: Element
    is_tail: bool
    text: str
    open: bool
    """Whether a term in it may be marked."""

    @property
    def host(self) -> Element | None:
        return self.node.getparent() if self.is_tail else self.node


@dataclass(slots=True)
class _Text:
    """The blocks of a language as one text, character for character as in the tree but for line breaks."""

    pieces: list[str] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    set_off: list[tuple[int, int]] = field(default_factory=list)
    length: int = 0

    def add(self, block: Element) -> None:
        self._walk(block, block, True)
        self._append("\n\n")

    def _append(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _walk(self, node: Element, block: Element, is_open: bool) -> None:
        """Take the text of an element in; a list of what is left to do, for pages nest deeper than Python may."""
        todo: list[tuple[Element, bool, int]] = [(node, is_open, -1)]
        while todo:
            element, is_open, began = todo.pop()
            if began >= 0:
                self._leave(element, block, is_open, began)
                continue
            skipped = not isinstance(element.tag, str) or element.tag in _SKIPPED
            inner = is_open and element.tag not in _CLOSED
            todo.append((element, is_open, self.length))
            if skipped or element.tag == "sup":  # the mark of a note
                self._append(" " if element.tag == "sup" else _HOLE if isinstance(element.tag, str) else "")
                continue
            if element.tag == "br":
                self._append(" ")
            if element.text:
                self._run(element, False, element.text, inner)
            todo.extend((child, inner, -1) for child in reversed(element))

    def _leave(self, element: Element, block: Element, is_open: bool, began: int) -> None:
        if element is block:
            return
        if element.tag in _SET_OFF and 0 < self.length - began <= _LONGEST_SET_OFF:
            self.set_off.append((began, self.length))
        if element.tail:
            self._run(element, True, element.tail, is_open)

    def _run(self, node: Element, is_tail: bool, text: str, is_open: bool) -> None:
        self.runs.append(_Run(self.length, node, is_tail, text, is_open))
        self._append(_SPACES.sub(" ", text))

    def mark(self, wanted: list[Definition]) -> None:
        """Wrap the terms, from the last to the first, so that places before them stay."""
        position = len(self.runs) - 1
        for definition in sorted(wanted, key=lambda d: -d.start):
            while position > 0 and self.runs[position].start > definition.start:
                position -= 1
            run = self.runs[position]
            at, end = definition.start - run.start, definition.end - run.start
            if run.open and at >= 0 and end <= len(run.text):
                dfn = new("dfn", run.text[at:end])
                dfn.set(MEANING, squash(definition.meaning))
                dfn.set(SCORE, f"{definition.score:g}")
                replace_text(run.node, run.is_tail, [run.text[:at], dfn, run.text[end:]])
                run.text = run.text[:at]
