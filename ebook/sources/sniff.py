"""Tells what a text is by looking at it: a page, Markdown or plain text. Names do not count."""

from __future__ import annotations

import re

from ebook.model import Kind

_PAGE_START = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
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
        r"^.+\n(?:={3,}|-{3,})[ \t]*$",
        r"^(?:```|~~~)",
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
LOOKED_AT = 20_000
"""Characters that decide: enough to know, and no pattern can take long on them."""
_STRONG = 3
"""The first patterns (headings, fences) say Markdown alone."""


def kind_of(text: str) -> Kind:
    """What a decoded text is."""
    if FRONT_MATTER.match(text):
        return Kind.MARKDOWN
    if _PAGE_START.match(text) or not _COMMENT.sub("", text[:LOOKED_AT]).strip("\ufeff \t\n"):
        return Kind.PAGE  # comments alone are a page with nothing in it
    text = text[:LOOKED_AT]
    hits = [bool(pattern.search(text)) for pattern in _MARKDOWN]
    is_markdown = any(hits[:_STRONG]) or sum(hits) >= 2
    head = text.lstrip()[:1] == "<" and bool(_PAGE_TAG.match(text.lstrip()))
    tags, ends = len(_PAGE_TAG.findall(text)), len(_END_TAG.findall(text))
    wrapped = len(_LINE_OF_TAG.findall(text))
    if head or (tags >= 2 and ends >= 2 and wrapped >= 2 and not any(hits[:_STRONG])):
        return Kind.PAGE
    return Kind.MARKDOWN if is_markdown else Kind.TEXT
