r"""Texts and lists of texts as cells of a spreadsheet, so that each is read as it was written.

=1+1            ->  '=1+1              no formula
a;b  and  c     ->  a\;b; c            semicolons part the texts of a list
a<CR>b          ->  '"a\rb"            what spreadsheets change or lose is written as JSON behind an apostrophe
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence

from ebook.review.sheets import guarded, unguarded

SIGN = "'\""
"""How a cell begins that holds its text as JSON."""
_PART = re.compile(r"(?:\\.|[^;\\]|\\$)+", re.S)
_ESCAPED = re.compile(r"\\([;\\])")


def written(text: str) -> str:
    """The cell of a text: as it stands wherever it will be read as it stands."""
    if not _is_coded(text):
        return guarded(text)
    return "'" + "".join(
        f"\\u{ord(c):04x}" if unicodedata.category(c) == "Cc" else c for c in json.dumps(text, ensure_ascii=False)
    )


def read(cell: str) -> str:
    """The text of a cell; nothing where it is blank. Lines end as they do in TOML, however a program ended them."""
    if cell.startswith(SIGN) and cell.endswith('"'):
        try:
            text = json.loads(cell[1:])
        except ValueError:
            text = ""
        if isinstance(text, str) and _is_coded(text):
            return text
    text = unguarded(cell).replace("\r\n", "\n").replace("\r", "\n")
    return text if text.strip() else ""


def _is_coded(text: str) -> bool:
    """Whether a text is written as JSON: it has signs that spreadsheets change, is blank, or looks like such a cell."""
    lost = any(unicodedata.category(c) == "Cc" and c not in "\n\t" for c in text)
    return lost or (text != "" and not text.strip()) or (text.startswith(SIGN) and text.endswith('"'))


def joined(texts: Sequence[str]) -> str:
    """A list as one text."""
    return "; ".join(map(_escaped, texts))


def parted(text: str) -> tuple[str, ...]:
    """The texts of a list; blanks around them do not count, unless a backslash says so."""
    return tuple(_plain(part) for part in _PART.findall(text) if part.strip())


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;")
    if text[-1:].isspace():
        text = f"{text[:-1]}\\{text[-1]}"
    return f"\\{text}" if text[:1].isspace() else text


def _plain(part: str) -> str:
    text = part.lstrip()
    end = len(text.rstrip())
    behind = len(text[:end]) - len(text[:end].rstrip("\\"))
    if behind % 2 and end < len(text):
        text = f"{text[: end - 1]}{text[end]}"
    else:
        text = text[:end]
    if text[:1] == "\\" and text[1:2].isspace():
        text = text[1:]
    return _ESCAPED.sub(r"\1", text)
