"""Who wrote it: names out of the line that names them, without "By", dates and job titles."""

from __future__ import annotations

import re

LEADS = (
    "by",
    "written by",
    "words by",
    "text by",
    "story by",
    "author",
    "authors",
    "par",
    "von",
    "por",
    "da",
    "di",
    "af",
    "av",
    "door",
    "autor",
    "auteur",
    "text",
    "bởi",
    "oleh",
    "przez",
    "בידי",
    "מאת",
    "بقلم",
    "كتب",
    "كتبت",
    "文",
    "記者",
    "作者",
)
"""Words that introduce a name, lower case."""

_LEAD = re.compile(rf"^(?:{'|'.join(map(re.escape, sorted(LEADS, key=len, reverse=True)))})(?:\s*[:：]\s*|\s+)", re.I)
_SPLIT = re.compile(
    r"\s*(?:,|;|\||/|、|،|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bog\b|\boch\b|\ben\b|&| و)\s*(?=\S)", re.I
)
_ROLE = re.compile(
    r"(?:^|[\s,(-])(?:staff|correspondent|reporter|editor|writer|contributor|journalist|columnist|agency|reuters staff|"
    r"special to|for the|updated|published|follow|@|https?:|www\.|min read|minutes|subscribe|comments?)\b.*$",
    re.I,
)
_NAME = re.compile(r"^[^\W\d_](?:[\w.'’´`-]*)(?:\s+[\w.'’´`-]+){0,5}$")


def is_byline(text: str) -> bool:
    """Whether a short line names the author and does nothing else ("By Ines Halloran")."""
    return len(text) <= 120 and bool(_LEAD.match(text)) and bool(names(text, strict=True))


def begins(text: str) -> bool:
    """Whether a line begins as bylines do, whatever follows ("By Ann Lee, food editor")."""
    return len(text) <= 160 and bool(_LEAD.match(text)) and text.split()[1:2] != [] and text.split()[1][:1].isupper()


def names(text: str, *, strict: bool = False) -> tuple[str, ...]:
    """The people a byline names, in order; `strict` asks that every one looks like a name."""
    if "://" in text:
        return ()
    text = _LEAD.sub("", re.sub(r"\s+", " ", text).strip(" \u00a0.,|–—-"))
    text = _LEAD.sub("", text)
    found: list[str] = []
    for part in _SPLIT.split(text):
        name = _ROLE.sub("", part).strip(" \u00a0.,|–—-()")
        if found and name != part.strip(" \u00a0.,|–—-()"):
            continue  # "Ann Lee, transport correspondent": what is left of a job is no name
        if re.fullmatch(r"(?:jr|sr|ph\.?d|m\.?d|esq|ii|iii)\.?", name, re.I) and found:
            found[-1] += f", {name}"
        elif name.lower() in LEADS:
            continue
        elif name and _NAME.match(name) and len(name) <= 60 and any(c.isalpha() for c in name):
            if strict and not (name[:1].isupper() or not name[:1].islower()):
                return ()
            found.append(name)
        elif strict and name:
            return ()
    return tuple(dict.fromkeys(found))
