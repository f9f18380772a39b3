"""Reads plain text, scraped or typed: lines to paragraphs. What they are is for the passes to find out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.errors import UnreadableInput
from ebook.markup import LINE, new, serialise, squash, xml_legal
from ebook.model import Article, Kind

WRAPPED_AT = 90
"""Text none of whose lines is longer was wrapped by hand or by a program."""

_ITEM = re.compile(r"\s*(?:[-*•‣◦–]|\(?\d{1,3}[.)]|[a-z][.)])\s+\S")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")


def read_text(text: str, source: str) -> Article:
    """The article of a plain text, one `p` a paragraph; raises `UnreadableInput` where there is none."""
    if not any(c.isalnum() for c in text):
        raise UnreadableInput(f"{source} has no readable text", hint="Give a file with an article in it")
    body = new("body")
    for line, paragraph in _paragraphs(xml_legal(text.replace("\f", "\n\n"))):
        body.append(new("p", paragraph, **{LINE: str(line)}))
    return Article(source=source, kind=Kind.TEXT, body=serialise(body))


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Line number and text of each paragraph."""
    wrapped = _is_wrapped(text)
    for start, block in _blocks(text):
        if not wrapped:
            yield from ((start + n, tidy) for n, line in enumerate(block) if (tidy := squash(line)))
            continue
        current, first = "", start
        for number, line in enumerate(block, start):
            if current and not _ITEM.match(line):
                current = _joined(current, squash(line))
            else:
                if current:
                    yield first, current
                current, first = squash(line), number
        if current:
            yield first, current


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    """Runs of lines between blank ones with the number of their first line."""
    block: list[str] = []
    start = 1
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip(" \t\u00a0\u200b\ufeff"):
            if not block:
                start = number
            block.append(line)
        elif block:
            yield start, block
            block = []
    if block:
        yield start, block


def _is_wrapped(text: str) -> bool:
    """Whether paragraphs run over several lines."""
    blocks = [block for _, block in _blocks(text)]
    if any(len(line) > WRAPPED_AT for block in blocks for line in block):
        return False
    inner = [len(line) for block in blocks for line in block[:-1] if not _ITEM.match(line)]
    return len(inner) >= 2 and sum(n for n in inner if n > 45) >= 0.6 * sum(inner)


def _joined(before: str, after: str) -> str:
    """Two lines of one paragraph; a word that was divided at the line's end is mended."""
    if _HYPHEN.search(before):
        return before[:-1] + after if after[:1].islower() else before + after
    if before[-1:] > "\u2e7f" and after[:1] > "\u2e7f" and before[-1:] < "\uac00":
        return before + after  # Chinese and Japanese have no spaces between words
    return f"{before} {after}"
