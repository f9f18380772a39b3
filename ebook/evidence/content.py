"""Recordings, films and scripts; mathematics; tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from lxml import etree

from ebook.evidence.notes import DECORATION, MAY_MOVE, Notes, Seen
from ebook.markup import HEADINGS, Element, closest, inside, text_of

_TEX = re.compile(
    r"\\[(\[].{1,2000}?\\[)\]]|\$\$.{1,2000}?\$\$|\\(?:frac|sqrt|sum|int|alpha|beta|cdot|times|begin)\b", re.S
)
_TEX_NODES = etree.XPath(r"descendant::text()[contains(., '\') or contains(., '$$')]")


def note_recordings(notes: Notes, seen: Seen) -> None:
    """Recordings with what stands in for them, and what else moves or runs."""
    path = seen.path
    for element in seen.tags("audio", "video"):
        notes.add(str(element.tag), path, element)
        kinds = {t.get("kind", "subtitles") for t in element.iter("track")}
        if not has_transcript(element, seen.by_id):
            notes.add("without_transcript", path, element)
        if element.tag == "video":
            notes.add("unproven_motion", path, element)
            notes.numbers["audio_described"] += "descriptions" in kinds
            if "captions" not in kinds:
                notes.add("without_captions", path, element)
    for element in seen.tags("script"):
        if element.get("type", "text/javascript") in ("text/javascript", "module", "application/javascript", ""):
            notes.add("scripts", path, element)
            notes.add("unproven_motion", path, element)
    for element in dict.fromkeys(seen.acting):
        notes.add("scripts", path, element)
        notes.add("unproven_motion", path, element)
    for element in seen.tags(*MAY_MOVE):
        notes.add("unproven_motion", path, element)


MOST_NEAR = 40
"""Links and headings beside a recording that are looked at for a transcript."""
_TRANSCRIPT = re.compile(
    r"transcri|abschrift|niederschrift|trascri|uitgeschreven|afskrift|utskrift|расшифров|文字起こし|逐字稿", re.I
)


def has_transcript(element: Element, by_id: Callable[[str], Element | None]) -> bool:
    """Whether a recording names its transcript, or something of that name stands right beside it."""
    if by_id(element.get("aria-details", "")) is not None:
        return True
    described = by_id(element.get("aria-describedby", ""))
    if described is not None and _TRANSCRIPT.search(f"{described.get('class', '')} {text_of(described)[:80]}"):
        return True
    holder = closest(element, "figure")
    block = holder if holder is not None else element
    if block.tag != "figure" and (parent := block.getparent()) is not None and parent.tag in ("p", "div", "span"):
        block = parent
    beside = [block] if block is not element else []
    following = block.getnext()
    beside += [following] if following is not None else []
    for near in beside:
        for candidate in islice(near.iter("a", "details", "section", "aside", "summary", *HEADINGS), MOST_NEAR):
            said = "" if candidate.tag in ("details", "section", "aside") else text_of(candidate)[:80]
            label = candidate.get("aria-label", "") or said
            if _TRANSCRIPT.search(label) or _TRANSCRIPT.search(candidate.get("class", "")):
                return True
    return False


def note_formulas(notes: Notes, seen: Seen) -> None:
    """MathML, and TeX that stands in the text."""
    path, body = seen.path, seen.body
    named = lines = 0
    for formula in seen.tags("math"):
        notes.add("formulas", path, formula)
        named += bool(formula.get("alttext") or formula.get("aria-label") or formula.get("aria-labelledby"))
        notes.numbers["chemistry"] += any("\\ce{" in (a.text or "") for a in formula.iter("annotation"))
    for element in seen.having("class"):
        # the line below a formula that says it in words, where the editor asked for such lines
        if element.tag == "p" and "spoken-formula" in element.get("class", "").split():
            lines += 1
        if element.tag in ("code", "span") and "tex" in element.get("class", "").split():
            notes.add("tex", path, element)
    notes.numbers["formulas_in_words"] += max(named, lines)  # a formula may have both
    for node in _TEX_NODES(body) if body is not None else ():
        holder = node.getparent()
        if node.is_tail:
            holder = holder.getparent()
        if holder is None or holder.tag in ("code", "pre", "kbd", "samp", "script", "style", "annotation", "title"):
            continue
        if _TEX.search(str(node)) and not inside(holder, "code", "pre", "math", "kbd", "samp", "head"):
            notes.add("tex", path, holder)


def note_tables(notes: Notes, seen: Seen) -> None:
    """Data tables."""
    for table in seen.tags("table"):
        if table.get("role") in DECORATION:
            continue
        notes.add("tables", seen.path, table)
        if next(table.iter("th"), None) is None:
            notes.add("tables_bare", seen.path, table)
