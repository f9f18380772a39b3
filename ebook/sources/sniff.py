"""Tells what a text is by looking at it: a page, Markdown or plain text. Names do not count."""

from __future__ import annotations

import re

from ebook.model import Kind

_BLANK = re.compile(r"[\s\ufeff]*")
_MACHINERY = re.compile(
    r"<\?xml[^>]*>|<!--|<!\[(?:end)?if[^>]*>|<(script|style|noscript|title|template)(?:\s[^<>]*)?>|"
    r"<(?:link|meta|base)\s[^<>]*=[^<>]*>",
    re.I,
)
"""What stands before the text of a page and is never shown: with an end tag of its own, or alone."""
_WHOLE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
MOST_MACHINERY = 500
"""Elements before the text that are looked at."""
_COMMENT = re.compile(r"<!--(?:(?!-->).)*(?:-->|$)", re.S)
_PAGE_TAG = re.compile(r"<(?:html|body|article|div|section|main|table|p|h[1-6]|ul|ol)(?:\s[^<>]*)?>", re.I)
_LINE_OF_TAG = re.compile(
    r"^[ \t]*</?(?:html|body|article|div|section|main|table|p|h[1-6]|ul|ol|li)(?:\s[^<>]*)?>", re.I | re.M
)
"""A line that begins with a block's tag: prose about tags has them inside its lines."""
_END_TAG = re.compile(r"</(?:p|div|article|section|h[1-6]|ul|ol|li|table|a|body|html|em|strong|b|i)\s*>", re.I)
FRONT_MATTER = re.compile(r"^\ufeff?---[ \t]*\n(?=[\w-]+[ \t]*:)(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|$)")
_MARKDOWN: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.M)
    for pattern in (
        r"^#{1,6} \S",
        r"^.+\n={3,}[ \t]*$",
        r"^(?:```|~~~)",
        r"^.+\n-{3,}[ \t]*$",
        r"\[[^\[\]\n]+\]\([^()\s]+[^()\n]*\)",
        r"^\[\^?[^\]\n]+\]:[ \t]",
        r"^\|?[^|\n]+\|.+\n[ \t]*\|?[ \t]*:?-+:?[ \t]*\|",
        r"(?<![*\w])\*\*\S[^*\n]*\S\*\*(?!\w)",
        r"^> \S",
        r"^(?:[-*+]|\d+\.) \S.*\n(?:[-*+]|\d+\.) \S",
        r"!\[[^\[\]\n]*\]\([^()\n]+\)",
        r"(?<!`)`[^`\n]+`(?!`)",
        r"^\S.*\n:[ \t]+\S",
        r"^\$\$",
    )
)
_UNDERLINED = re.compile(r"(?:\A|\n[ \t]*\n)[ \t]*([^\n]{1,100})\n[ \t]*(-{3,})[ \t]*(?=\n|\Z)")
LOOKED_AT = 20_000
"""Characters that decide: enough to know, and no pattern can take long on them."""
_STRONG = 3
"""The first patterns (headings, fences) say Markdown alone; dashes below a line part plain text as well."""


def kind_of(text: str) -> Kind:
    """What a decoded text is."""
    if FRONT_MATTER.match(text):
        return Kind.MARKDOWN
    start, machinery = _after_machinery(text)
    if _WHOLE.match(text, start) or not _COMMENT.sub("", text[start : start + LOOKED_AT]).strip("\ufeff \t\n"):
        return Kind.PAGE  # comments alone are a page with nothing in it
    text = text[start : start + LOOKED_AT]
    hits = [bool(pattern.search(text)) for pattern in _MARKDOWN]
    is_markdown = any(hits[:_STRONG]) or sum(hits) >= 2 or _has_underlined_headings(text)
    head = text.lstrip()[:1] == "<" and bool(_PAGE_TAG.match(text.lstrip()))
    tags, ends = len(_PAGE_TAG.findall(text)), len(_END_TAG.findall(text))
    wrapped = len(_LINE_OF_TAG.findall(text))
    if machinery and not head and (any(hits[:_STRONG]) or (is_markdown and not tags + ends)):
        return Kind.MARKDOWN
    if head or machinery or (tags >= 2 and ends >= 2 and wrapped >= 2 and not any(hits[:_STRONG])):
        return Kind.PAGE
    return Kind.MARKDOWN if is_markdown else Kind.TEXT


def _has_underlined_headings(text: str) -> bool:
    """Whether lines of dashes are headings: they are as long as the lines above them, and there are several.

    A single one, or lines that end any paragraph, part the text as they do in letters.
    """
    lengths = [(len(line.strip()), len(dashes)) for line, dashes in _UNDERLINED.findall(text)]
    return sum(abs(line - dashes) <= 2 for line, dashes in lengths) >= 2


def _after_machinery(text: str) -> tuple[int, bool]:
    """Where the text begins after comments, scripts, styles and meta elements, and whether any but comments were there.

    One that is never closed is none: somebody may write about scripts.
    """
    at, found = _after_blank(text, 0), False
    for _ in range(MOST_MACHINERY):
        match = _MACHINERY.match(text, at)
        if match is None:
            break
        end = _end_of(match, text)
        if end < 0:
            break
        found = found or match[0][1] not in "!?"
        at = _BLANK.match(text, end).end()  # type: ignore[union-attr]
    return at, found


def _after_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _end_of(match: re.Match[str], text: str) -> int:
    """Where a piece of machinery ends, its content with it; -1 where it does not."""
    if match[0] == "<!--":
        end = text.find("-->", match.end())
        return end + 3 if end >= 0 else -1
    if not match[1]:
        return match.end()
    close = re.compile(rf"</{match[1]}\s*>", re.I).search(text, match.end())
    return close.end() if close else -1
