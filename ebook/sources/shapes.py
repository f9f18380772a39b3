"""What the shape of lines says without any markup: tables, code and drawings, quotations, verse, rules.

Every function judges the lines between two blank ones and is careful: what is not clear stays a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ebook.sources.wrapping import Line, begins_anew

FEWEST_ROWS = 3
LONGEST_CELL = 40
"""Characters of a cell, on average, where spaces alone part the columns: more is text in two columns."""
LONGEST_VERSE = 60
_RULE = re.compile(r"\s*(?:[-=_~*#•·–—⁂❦✻+]\s?){3,}\s*|\s*[⁂❦❧✻]\s*")
_TABLE_RULE = re.compile(r"\s*[|+]?[-=+|: ]*[-=]{2,}[-=+|: ]*\s*")
_QUOTED = re.compile(r"\s{0,3}((?:>\s?)+)(.*)")
_CODE_END = re.compile(r"[{};,\\(\[]\s*$|\)\s*:?\s*$|:\s*$")
_CODE_LINE = re.compile(
    r"\s*(?:#include|#!|//|/\*|\*/|<[!/a-z][^>]*>|\$\s|>>>|\.\.\.\s|@\w+|(?:def|class|function|import|from|return|if|for|while|else|elif|try|"
    r"var|let|const|public|private|static|int|void|print|echo|SELECT|INSERT|UPDATE|sudo|git|pip|npm|cd)\b.*[(){}=:;\[\].\"'/-])|"
    r"\s*[\w.\[\]\"']+\s*(?:[-+*/|&]?=|:=|=>|->)\s*\S|\s*[}\])]+[;,)]*\s*$|\s*[\w.]+\([^)]*\)\s*;?\s*$"
)
_DRAWN = re.compile(r"[|_/\\+*#=<>^~─-╿▀-▟-]")


def is_rule(line: str) -> bool:
    """Whether a line is nothing but marks that part sections ("* * *")."""
    return len(line) <= 200 and bool(_RULE.fullmatch(line))


def quoted(line: str) -> tuple[int, str] | None:
    """Depth and text of a line quoted as in letters (`> `), or nothing."""
    match = _QUOTED.fullmatch(line)
    if not match or not line.lstrip().startswith(">"):
        return None
    return match[1].count(">"), match[2]


def cells(block: Sequence[Line]) -> list[list[str]] | None:
    """The rows of a table drawn with bars, tabs or spaces, its header first; nothing where it is none."""
    rows = [line.text for line in block]
    ruled = [bool(_TABLE_RULE.fullmatch(row)) for row in rows]
    drawn = [row for row, rule in zip(rows, ruled, strict=True) if not rule]
    if len(drawn) < 2:
        return None
    barred = all(row.count("|") >= 1 for row in drawn)
    if barred and (any(ruled) or len(drawn) >= FEWEST_ROWS):
        found = [[cell.strip() for cell in row.strip().strip("|").split("|")] for row in drawn]
        return _even(found)
    if all("\t" in row.strip() for row in drawn) and (
        len(drawn) >= FEWEST_ROWS or all(row.strip().count("\t") >= 2 for row in drawn)
    ):
        return _even([re.split(r"\t+", row.strip(" \n")) for row in drawn])
    if len(drawn) >= FEWEST_ROWS or (any(ruled) and len(drawn) >= 2):
        return _spaced(drawn)
    return None


def has_header(block: Sequence[Line]) -> bool:
    """Whether a line of dashes parts the first row of a table from the others."""
    texts = [line.text for line in block if line.text.strip()]
    rules = [bool(_TABLE_RULE.fullmatch(text)) for text in texts]
    first = 1 if rules and rules[0] else 0
    return len(rules) > first + 2 and not rules[first] and rules[first + 1]


def is_code(block: Sequence[Line]) -> bool:
    """Whether the lines between two blank ones are code: most look so, and some are indented or end as code does."""
    if len(block) < 2:
        return False
    looks = sum(bool(_CODE_LINE.match(line.text)) for line in block)
    ends = sum(bool(_CODE_END.search(line.text)) for line in block)
    deep = any(line.indent >= 2 or line.text.startswith("\t") for line in block)
    return max(looks, ends) >= 0.5 * len(block) and looks >= 1 and (deep or looks >= 0.75 * len(block))


def is_drawing(block: Sequence[Line]) -> bool:
    """Whether lines draw something with characters: more marks than letters, in three lines or more."""
    text = "".join(line.text for line in block)
    marks = len(_DRAWN.findall(text))
    letters = sum(c.isalnum() for c in text)
    return len(block) >= FEWEST_ROWS and marks >= 10 and marks > letters


def is_verse(block: Sequence[Line]) -> bool:
    """Whether short lines were broken by their author: verse, an address. They are no items, and no speech."""
    return len(block) >= FEWEST_ROWS and all(
        len(line.text.strip()) <= LONGEST_VERSE and not begins_anew(line.text) for line in block
    )


def _even(rows: list[list[str]]) -> list[list[str]] | None:
    width = len(rows[0])
    if width < 2 or any(len(row) != width for row in rows):
        return None
    return [[cell.strip() for cell in row] for row in rows]


def _spaced(rows: Sequence[str]) -> list[list[str]] | None:
    """Rows whose columns are parted by two spaces or more at the same places all the way down."""
    rows = [row.expandtabs(8).replace("\u00a0", " ").rstrip() for row in rows]
    width = max(map(len, rows))
    if width > 200 or not all(re.search(r"\S {2,}\S", row) for row in rows):
        return None
    free = [all(len(row) <= at or row[at] == " " for row in rows) for at in range(width)]
    cuts = [
        (m.start(), m.end())
        for m in re.finditer(r"1{2,}", "".join("1" if f else "0" for f in free))
        if m.start() > min(len(row) - len(row.lstrip()) for row in rows)
    ]
    if not cuts:
        return None
    edges = [0, *(end for _, end in cuts), width]
    found = [[row[a:b].strip() for a, b in pairwise(edges)] for row in rows]
    found = [row if row[-1:] != [""] or any(r[-1] for r in found) else row[:-1] for row in found]
    filled = sum(bool(cell) for row in found for cell in row)
    long = sum(len(cell) for row in found for cell in row) / max(filled, 1)
    size = sum(map(len, found))
    return found if len(found[0]) >= 2 and filled >= 0.7 * size and long <= LONGEST_CELL else None
