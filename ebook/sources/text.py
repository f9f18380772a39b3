"""Reads plain text, scraped or typed: its lines to paragraphs, and to what their shape says they are.

Tables, code, verse and quoted lines are only seen while the lines stand as they were; what the words say (headings,
notes, call-outs, whose they are) is for the passes to find out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ebook.errors import UnreadableInput
from ebook.furniture_words import is_likely, is_section, is_sure, opens_related
from ebook.markup import INDENT, LINE, Element, append_text, new, serialise, squash, xml_legal
from ebook.model import Article, Kind
from ebook.rules import Finding, Place, rule
from ebook.sources import shapes
from ebook.sources.characters import visible
from ebook.sources.hyphens import Hyphens
from ebook.sources.print_pages import without_page_furniture
from ebook.sources.wrapping import ITEM, Line, is_loose, paragraphs, wrap_width

DEEPEST = 4
"""Levels of quoted lines that are told apart."""
SAMPLE = 2000
"""Blocks from which the width of lines is known."""
INDENTED = 2
"""Spaces before every line of a passage that is quoted by its indentation."""
MOST_INDENTED = 0.3
"""Share of the passages; where more are indented, that is how the text is set."""
PROSE = 100
"""Characters of a block after which short lines are verse and no longer the head of a page."""


def read_text(text: str, source: str) -> Article:
    """The article of a plain text; raises `UnreadableInput` where there is none."""
    if not any(c.isalnum() for c in text):
        raise UnreadableInput(f"{source} has no readable text", hint="Give a file with an article in it")
    reader = _Reader(source)
    return Article(source=source, kind=Kind.TEXT, body=serialise(reader.body(text)), findings=tuple(reader.findings))


class _Reader:
    """Reads one text; keeps what it found."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.findings: list[Finding] = []

    def body(self, text: str) -> Element:
        text, odd = visible(text)
        if odd:
            self._found("text.characters", 1, "", count=odd)
        lines, removed, columns = without_page_furniture(_legal(text))
        for number in columns:
            self._found("text.structure-guessed", number, "", what="columns, one after the other,")
        for line in removed:
            self._found("removed.furniture", line.number, squash(line.text), text=squash(line.text)[:80])
        blocks = list(_blocks(_flush_left(lines)))
        self.width = wrap_width(blocks[:SAMPLE])
        self.hyphens = Hyphens(line.text for line in lines) if self.width else Hyphens(())
        self.apart = _parted_by_blank_lines(blocks, self.width)
        self.indented = sum(_is_indented(b) for b in blocks) <= MOST_INDENTED * len(blocks)
        self.quotes = sum(shapes.quoted(line.text) is not None for line in lines) > 1
        self.code: dict[Element, list[str]] = {}
        body = new("body")
        self._fill(body, blocks, 0)
        for element, parts in self.code.items():
            element.text = "\n\n".join(parts)
        return body

    def _fill(self, parent: Element, blocks: Sequence[Sequence[Line]], depth: int) -> None:
        """Append what the blocks are to an element."""
        prose = False
        for block in blocks:
            for part in self._parts(block):
                self._append(parent, part, depth, prose)
            prose = prose or sum(len(line.text) for line in block) >= PROSE

    def _parts(self, block: Sequence[Line]) -> Iterator[Sequence[Line]]:
        """A block cut where quoted lines begin or end, and around rules that belong to no table."""
        start = 0
        for index in range(1, len(block) + 1):
            if index == len(block) or self._kind(block[index].text) != self._kind(block[index - 1].text):
                yield block[start:index]
                start = index

    def _kind(self, text: str) -> bool:
        return self.quotes and shapes.quoted(text) is not None

    def _append(self, parent: Element, block: Sequence[Line], depth: int, prose: bool) -> None:
        line = str(block[0].number)
        if self._kind(block[0].text) and depth < DEEPEST:
            quote = new("blockquote", **{LINE: line})
            inner = [
                Line(b.number, q[1] if q[0] == 1 else ">" * (q[0] - 1) + q[1])
                for b in block
                if (q := shapes.quoted(b.text))
            ]
            self._fill(quote, list(_blocks(inner)), depth + 1)
            if len(quote):
                parent.append(quote)
            return
        if len(block) == 1 and shapes.is_rule(block[0].text):
            parent.append(new("hr"))
            return
        if (
            self.indented
            and len(block) > 1
            and self.width
            and _is_indented(block)
            and not ITEM.match(block[0].text)
            and not (len(parent) and _belongs(block[0], parent[-1]))
            and not is_loose(block, self.width - 2)
        ):
            quote = new("blockquote", **{LINE: line})
            parent.append(quote)
            parent = quote
        made = self._shaped(parent, block, prose)
        if made is not None:
            if made.getparent() is None:
                made.set(LINE, line)
                parent.append(made)
            return
        starts = {b.number: b for b in block}
        for number, text, words in paragraphs(block, self.width, self.hyphens):
            if any(c.isalnum() for c in text) or not shapes.is_rule(text):
                made = new("p", text, **{LINE: str(number)})
                if starts[number].indent and (
                    ITEM.match(text) or (len(parent) and _belongs(starts[number], parent[-1]))
                ):
                    made.set(INDENT, str(starts[number].indent))
                parent.append(made)
            for word in words:
                self._found("text.hyphen", number, text[:120], word=word)

    def _shaped(self, parent: Element, block: Sequence[Line], prose: bool) -> Element | None:
        """A table, code, a drawing or verse, by the shape of the lines; nothing for paragraphs."""
        if len(block) < 2 or (self.width and not is_loose(block, self.width)):
            return None
        if shapes.is_code(block):
            return self._preformatted(parent, block)
        rows = None if all(ITEM.match(line.text) for line in block) else shapes.cells(block)
        if rows and not any(_is_site_row(line.text) for line in block):
            self._found("text.structure-guessed", block[0].number, squash(block[0].text), what="a table")
            return _table(rows, header=shapes.has_header(block))
        if shapes.is_drawing(block):
            return self._preformatted(parent, block)
        if self.apart and prose and shapes.is_verse(block) and not any(_is_site(line.text) for line in block):
            verse = new("p", squash(block[0].text))
            for line in block[1:]:
                verse.append(new("br"))
                append_text(verse, squash(line.text))
            return verse
        return None

    def _preformatted(self, parent: Element, block: Sequence[Line]) -> Element:
        """The lines as they are; code that a blank line parts is one."""
        text = "\n".join(line.text.rstrip() for line in block)
        last = next(parent.iterchildren(reversed=True), None)
        if last is not None and last.tag == "pre":
            self.code[last].append(text)
            return last
        self._found("text.structure-guessed", block[0].number, squash(block[0].text), what="code or a drawing")
        made = new("pre")
        self.code[made] = [text]
        return made

    def _found(self, name: str, number: int, snippet: str, **facts: object) -> None:
        self.findings.append(rule(name).at(Place(file=self.source, line=number, snippet=snippet[:120]), **facts))


def _parted_by_blank_lines(blocks: Sequence[Sequence[Line]], width: int) -> bool:
    """Whether blank lines part the paragraphs: then the lines between two of them belong together."""
    sizes = [(sum(len(line.text) for line in b), len(b) == 1 or not is_loose(b, width)) for b in blocks]
    return len(sizes) > 1 and sum(n for n, whole in sizes if whole) > 0.3 * sum(n for n, _ in sizes)


def _belongs(line: Line, above: Element) -> bool:
    """Whether a line is set in below an item, or below what belongs to one."""
    if above.tag != "p":
        return False
    within = bool(ITEM.match(above.text or "")) or above.get(INDENT) is not None
    return within and line.indent >= INDENTED


def _is_indented(block: Sequence[Line]) -> bool:
    return all(line.indent >= INDENTED or line.text.startswith("\t") for line in block)


def _legal(text: str) -> str:
    """The text without what XML forbids; form feeds stay, for they part pages."""
    return "\f".join(xml_legal(part) for part in text.split("\f"))


def _flush_left(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines without the margin that all of them have."""
    margin = min((line.indent for line in lines if line.text.strip()), default=0)
    return (Line(line.number, line.text[margin:] if line.text.strip() else "") for line in lines)


def _blocks(lines: Sequence[Line] | Iterator[Line]) -> Iterator[list[Line]]:
    """Runs of lines between blank ones."""
    block: list[Line] = []
    for line in lines:
        if line.text.strip(" \t\u00a0\u200b\ufeff"):
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _is_site(text: str) -> bool:
    return is_sure(text) or is_likely(text) or opens_related(text)


def _is_site_row(text: str) -> bool:
    """Whether a row of a table is a menu or a foot of the site instead."""
    return is_sure(text) or is_section(text)


def _table(rows: Sequence[Sequence[str]], *, header: bool) -> Element:
    table = new("table")
    for number, row in enumerate(rows):
        cell = "th" if header and number == 0 else "td"
        table.append(new("tr", *(new(cell, squash(text)) for text in row)))
    return table
