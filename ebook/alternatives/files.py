"""Names of files, and numbers that cameras and agencies give, where words should stand."""

from __future__ import annotations

import re

from ebook.alternatives.tables import ABOUT_FILES, AFTER_CAMERAS, CAMERAS, FORMATS, GENERIC, LAYOUT, SMALL_PARTS, STOCK
from ebook.alternatives.wording import joined, words_of

ENDING = r"\.(?:avif|bmp|gif|jfif|jpe?g|heic|png|svg|tiff?|webp|psd|eps)"
_WITH_ENDING = re.compile(rf".*\S{ENDING}\W*", re.I)
_SERIAL = re.compile(r"[0-9a-f]{16,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{8,}|[a-z]{0,4}[_-]?\d{7,}[a-z]?", re.I)
_CAMERA = re.compile(
    rf"(?:{CAMERAS})[ _.-]*\(?\d[\d\W_]*(?:(?:{AFTER_CAMERAS})(?![^\W\d_])[\d\W_]*)*|[plr]\d{{6,}}\W*", re.I
)
_STOCK_NAME = re.compile(rf"(?:{STOCK})[ _-]*(?:\S*\d{{5,}}\S*)", re.I)
_SLUG = re.compile(r"[^\W_]+(?:\.?[-_+]+[^\W_]+)+[-_]*")
_SIZED = re.compile(r"(?:[-_ ](?:\d{2,4}x\d{2,4}|scaled)|(?<=\w)\s?\(\d\)(?:_\d)?)$", re.I)
"""What is put behind a file's name for a smaller copy."""


def is_serial(words: str) -> bool:
    return len(words) <= 100 and any(p.fullmatch(words) for p in (_SERIAL, _CAMERA, _STOCK_NAME))


def is_file_name(words: str) -> bool:
    """An ending, or words that are tied together as no writer ties them."""
    tokens = words.split()
    if _WITH_ENDING.fullmatch(words) and (len(tokens) <= 6 or ABOUT_FILES.isdisjoint(words_of(words))):
        return True
    if len(tokens) > 1:
        return len(tokens) <= 3 and any(_is_tied(token) for token in tokens)
    parts = [part for part in re.split(r"[-_+.]+", words) if part]
    if not _SLUG.fullmatch(words) or len(parts) < 2:
        return False
    if len(parts) in (3, 4) and all(part in SMALL_PARTS for part in parts[1:-1]):
        return False  # lily-of-the-valley
    return (
        _is_tied(words)
        or len(parts) >= 4
        or (len(parts) == 3 and ((words.islower() and len(words) >= 16) or any(p.casefold() in GENERIC for p in parts)))
        or (len(parts) >= 3 and parts[-1].isdigit() and len(parts[-1]) <= 3)
    )


def _is_tied(token: str) -> bool:
    """Underscores between letters; those around a name of a programming language are the author's."""
    return bool(re.search(r"[^\W_]_+[^\W_]", token)) and not re.search(r"[()@.=\[\]#]", token)


def is_named_after(words: str, file: str, title: str) -> bool:
    """Whether a text was made from the file's name, by its signs: underscores, digits in words, sizes, all in a row."""
    name = file.split("?")[0].rsplit("/", 1)[-1]
    stem = _SIZED.sub("", re.sub(rf"(?:{ENDING})+\w*$", "", name, flags=re.I))
    if words == name or _is_same_name(words, stem):
        return True
    size = re.search(r"\b(\d{2,4}x\d{2,4})\b", words)
    if size is not None and size[1] in name:
        return True
    rest = words.removesuffix(title).removeprefix(title).strip(" -–—|:") if title else words
    return rest != words and bool(stem) and joined(_SIZED.sub("", rest)) == joined(stem)


def _is_same_name(words: str, stem: str) -> bool:
    """Whether a text is a file's name written as files are named, not a description that a file was named after."""
    parts = re.split(r"[-_]+", words)
    if joined(words) != joined(stem):
        return _is_keyed(parts, stem)
    if len(parts) >= 3 and words == stem and " " not in words and "." in words:
        return True
    if words_of(words)[-1] in FORMATS and len(words.split()) <= 4:
        return True
    if len(parts) == 2 and words.islower() and any(part in LAYOUT for part in parts):
        return True
    if _SLUG.fullmatch(words) and len(parts) >= 3 and not all(part in SMALL_PARTS for part in parts[1:-1]):
        return True
    if re.search(r"[^\s_]_+[^\s_]", words) or (len(words.split()) >= 3 and re.search(r"[^\W\d][-_]\d{1,3}$", words)):
        return True
    if words != stem or not words.islower() or " " in words:
        return False
    short = words.isascii() and (len(words) <= 2 or any(c.isdigit() for c in words))
    return short or (len(parts) == 2 and min(map(len, parts)) >= 5)


def _is_keyed(parts: list[str], stem: str) -> bool:
    """Words tied with hyphens over a file that is named by the same words and a long number: Mill-am-Fluss.

    Nouns that are tied are written large in German; what goes on in small letters is a line that was tied.
    """
    named = re.fullmatch(r"(?P<words>[^\W\d]+(?:[-_][^\W\d]+)+)[-_]\d{5,}", stem)
    if named is None or len(parts) < 2:
        return False
    telling = [part.casefold() for part in parts if part not in SMALL_PARTS]
    small = len(telling) < len(parts) or (parts[0][:1].isupper() and all(part.islower() for part in parts[1:]))
    return small and telling == re.split(r"[-_]", named["words"].casefold())
