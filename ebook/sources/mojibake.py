"""Text that was decoded with the wrong table, once or twice, put right where that is certain.

    Itâ€™s a cafÃ©   ->   It’s a café

UTF-8 read as Windows-1252 leaves pairs and triples of characters that hardly any language writes. They are put right
where they are (nearly) all there is beside ASCII; a text that has right characters too may be about them, so it
stays and is reported.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_CONTINUES = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(0x80, 0xC0))
_CONTROLS = "".join(map(chr, range(0x80, 0xA0)))
"""What Latin-1, unlike Windows-1252, makes of the same bytes."""
_BYTES = {c: b for b, c in enumerate(_CONTINUES, 0x80)} | {chr(b): b for b in (*range(0x80, 0xA0), *range(0xC0, 0x100))}
_CLASS = "[" + re.escape(_CONTINUES) + _CONTROLS + "]"
_SEQUENCE = re.compile(
    rf"[ÂÃ]{_CLASS}|â{_CLASS}{{2}}|ï[»¬¼½]{_CLASS}|ðŸ{_CLASS}{{2}}|[ÄÅËÎÏÐÑ×ØÙ]{_CLASS}|[ã-ïà-á]{_CLASS}{{2}}"
)
_CERTAIN = "ÂÃâðï"
"""First characters of sequences that are telling alone; the others are so in number only."""
_IN_WORD = re.compile(rf"[^\W\d_](?:[ÂÃ]{_CLASS}|â{_CLASS}{{2}})[^\W\d_]")
_ABOUT = re.compile(r"mojibake|utf-?8|unicode|charset|encoding|iso.?8859|windows.?125|latin.?1", re.I)
"""A text that says such a word may show wrongly decoded characters on purpose."""
ENOUGH = 3
"""Sequences that are no accident, where a text has other characters beside ASCII too."""
MOST_TURNS = 3
"""How often a text may have been decoded wrongly."""
_BLANKS = b" " * 128 + bytes(range(128, 256))
"""What blots ASCII out of UTF-8."""
_WHOLE = ("cp1251", "cp1250", "mac_roman", "cp437")
"""Other tables, tried on the whole text: it must be UTF-8 in them to the last character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A text, how many characters were put right in it, and one of them before and after."""

    text: str
    count: int = 0
    before: str = ""
    after: str = ""
    suspect: str = ""
    """A sequence that looks wrongly decoded, in a text where that is not certain."""


def mended(text: str) -> Mended:
    """The text with what was certainly decoded wrongly put right."""
    if text.isascii() or not _SEQUENCE.search(_beside_ascii(text)):
        return _whole(text)
    count, before, after = 0, "", ""
    for _ in range(MOST_TURNS):
        found = [m[0] for m in _SEQUENCE.finditer(text) if _right(m[0])]
        if not found:
            break
        if not _is_certain(text, found):
            return Mended(text=text, count=count, before=before, after=after, suspect="" if count else found[0])
        before, after = before or found[0], after or _right(found[0])
        count += len(found)
        text = _SEQUENCE.sub(lambda m: _right(m[0]) or m[0], text)
    return Mended(text=text, count=count, before=before, after=after)


def _beside_ascii(text: str) -> str:
    """The runs of characters that are not ASCII; to look for sequences there takes a tenth of the time."""
    found = text.encode("utf-8", "surrogatepass").translate(_BLANKS).split()
    return b" ".join(found).decode("utf-8", "surrogatepass")


def _is_certain(text: str, found: list[str]) -> bool:
    """Whether sequences are all, or most, of what a text has beside ASCII."""
    others = len(text) - len(text.encode("ascii", "ignore")) - sum(map(len, found))
    telling = sum(f[0] in _CERTAIN for f in found)
    if others <= 0:
        return telling > 0 or len(found) >= ENOUGH
    if len(found) >= ENOUGH and len(found) > others and (telling > 0 or len(found) > 4 * others):
        return True
    return telling == len(found) and not _ABOUT.search(text) and (telling >= ENOUGH or bool(_IN_WORD.search(text)))


def _right(sequence: str) -> str:
    """What a sequence was before, or nothing where it is no UTF-8 or an unlikely character."""
    try:
        right = bytes(_BYTES[c] for c in sequence).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return ""
    return right if right.isprintable() or right in "\u00a0\u00ad\u200b\ufeff\u0080" or sequence[0] in "ÂÃ" else ""


def _whole(text: str) -> Mended:
    """A text that is UTF-8 read in another table from its first character to its last."""
    sample = text[:2000]
    if len(sample) - len(sample.encode("ascii", "ignore")) < 8:
        return Mended(text=text)
    for table in _WHOLE:
        try:
            start = codecs.getincrementaldecoder("utf-8")().decode(sample.encode(table))
            right = text.encode(table).decode("utf-8") if len(start) < len(sample) else ""
        except UnicodeError:
            continue  # not this table
        if right:
            return Mended(text=right, count=len(text) - len(right), before=_first_odd(text), after=_first_odd(right))
    return Mended(text=text)


def _first_odd(text: str) -> str:
    """The first word that is not ASCII alone, for a message."""
    return next((w[:20] for w in text[:2000].split() if not w.isascii()), "")
