"""Elements of the plain text in which people write an extended description: paragraphs, lists, tables.

    Rain by month.                 <p>Rain by month.</p>
                             ->    <table><thead><tr><th scope="col">Month</th>…
    Month | mm
    --- | ---
    May | 3

That much of Markdown, and no more: what is written in a form field should come out as it looks there.
"""

from __future__ import annotations

import re

from ebook.markup import Element, new, squash

_BULLET = re.compile(r"[-*+•]\s+(?=\S)")
_NUMBER = re.compile(r"\d{1,3}[.)]\s+(?=\S)")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")


def elements_of(text: str) -> list[Element]:
    """The blocks of a description."""
    blocks = [b for b in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()) if b.strip()]
    return [element for block in blocks for element in _block([line.strip() for line in block.split("\n")])]


def _block(lines: list[str]) -> list[Element]:
    rule = next((n for n, line in enumerate(lines) if "|" in line and _RULE.fullmatch(line)), 0)
    if rule and "|" in lines[rule - 1]:
        before = [new("p", squash(" ".join(lines[: rule - 1])))] if rule > 1 else []
        return [*before, _table([_cells(line) for line in [lines[rule - 1], *lines[rule + 1 :]]])]
    for mark, tag in ((_BULLET, "ul"), (_NUMBER, "ol")):
        first = next((n for n, line in enumerate(lines) if mark.match(line)), len(lines))
        if first < len(lines) and first <= 1 and sum(bool(mark.match(line)) for line in lines) > 1:
            before = [new("p", squash(" ".join(lines[:first])))] if first else []
            return [*before, _list(tag, lines[first:], mark)]
    return [new("p", squash(" ".join(lines)))]


def _list(tag: str, lines: list[str], mark: re.Pattern[str]) -> Element:
    items: list[str] = []
    for line in lines:
        if mark.match(line):
            items.append(mark.sub("", line, count=1))
        else:
            items[-1] += f" {line}"
    return new(tag, *(new("li", squash(item)) for item in items))


def _cells(line: str) -> list[str]:
    return [squash(cell) for cell in line.strip().strip("|").split("|")]


def _table(rows: list[list[str]]) -> Element:
    head = new("thead", new("tr", *(new("th", cell, scope="col") if cell else new("td") for cell in rows[0])))
    body = new("tbody", *(new("tr", *(new("td", cell) for cell in row)) for row in rows[1:]))
    return new("table", head, body) if len(body) else new("table", new("tbody", head[0]))
