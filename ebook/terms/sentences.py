"""Parts running text into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…][\"'”’)\]]*(?:\s+|(?=[A-Z][a-z]{2,}[\s,]))|\n\s*\n")
"""Where a sentence may end; also where the blank behind a full stop was lost."""
_OPENING = "\"'“‘(["
_BEFORE = re.compile(r"[\w.&]+$")
_SHORTENED = frozenset(
    "mr mrs ms dr prof st sr jr vs etc e.g i.e eg ie cf ca approx fig figs no nos vol pp p ed eds al inc ltd co corp "
    "jan feb mar apr jun jul aug sep sept oct nov dec gen col lt sgt capt rev hon gov sen rep dept est "
    "bzw z.b d.h u.a usw nr abb p.ex env av m mme mlle sig sra ud dvs f.eks bl.a ca. bijv enz o.a".split()
)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text starts and ends, white space around it left out."""
    start = 0
    for match in _END.finditer(text):
        if match[0][0] == "\n" or _ends(text, start, match):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop ends its sentence: no shortened word before it, no small letter behind it."""
    glued = not match[0][-1].isspace()
    following = text[match.end() : match.end() + 3].lstrip(_OPENING)[:1]
    if following.islower():
        return False
    if match[0][0] != ".":
        return not glued or match[0][0] in "?!"
    before = _BEFORE.search(text, max(start, match.start() - 20), match.start())
    word = before[0] if before else ""
    if glued:
        return len(word) > 2 and word.isalpha() and word.islower()
    if word.lower() in _SHORTENED or (len(word) == 1 and word.isupper()):
        return False
    return not ("." in word and len(word) <= 5 and word[0].isalpha())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    inner = piece.strip()
    if inner:
        first = start + piece.index(inner)
        yield first, first + len(inner)
