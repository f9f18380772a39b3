"""Dates as people write them, to ISO 8601 and back. Never looks at the clock."""

from __future__ import annotations

import datetime
import re
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

LANGUAGES = (
    "en",
    "fr",
    "de",
    "es",
    "it",
    "pt",
    "nl",
    "da",
    "sv",
    "nb",
    "fi",
    "pl",
    "cs",
    "hu",
    "ro",
    "tr",
    "ru",
    "ar",
    "he",
)
"""Languages whose month names are read (CLDR, by way of Babel)."""

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T|$)")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\d)")
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_WORDS = re.compile(
    r"(?<!\w)(?:(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})"
    r"|([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4}))(?!\d)"
)
_LABEL = re.compile(
    r"^(?:(?:first\s+)?(?:published|posted|updated|last\s+(?:updated|modified)|modified|created|date|publié(?:\s+le)?|mis\s+à\s+jour(?:\s+le)?|veröffentlicht"
    r"(?:\s+am)?|stand|publicado(?:\s+el)?|actualizado(?:\s+el)?|pubblicato(?:\s+il)?|gepubliceerd(?:\s+op)?)\s*:?\s*(?:on|at|am|le|el|il)?\s*:?\s*)",
    re.I,
)
_CLOCK = re.compile(
    r"[,|·•–—-]?\s*(?:at\s+|um\s+|à\s+|kl\.?\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:uhr)?\s*\(?(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2})?\)?$",
    re.I,
)
_WEEKDAY = re.compile(r"^[^\W\d_]{2,12}\.?,\s+", re.I)


@cache
def _months() -> dict[str, int]:
    """Lower-case month names of all languages, long and short, to their numbers."""
    names: dict[str, int] = {}
    for language in LANGUAGES:
        months = Locale.parse(language).months
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in months[context][width].items():
                    names.setdefault(str(name).lower().rstrip("."), int(number))
    names["sept"] = 9
    return names


def parse(text: str) -> str:
    """The first date in a text as `YYYY-MM-DD`, or nothing; ambiguous numbers (03/04/2026) are no date."""
    for pattern in (_ISO, _COMPACT, _CJK, _YEAR_FIRST):
        match = pattern.search(text)
        if match:
            return _iso(int(match[1]), int(match[2]), int(match[3]))
    for match in _WORDS.finditer(text):
        day, month, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
        number = _months().get(month.lower())
        if number:
            return _iso(int(year), number, int(day))
    match = _NUMERIC.search(text)
    if match:
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        if first > 12 or match[2] == ".":
            return _iso(year, second, first)
        if second > 12 or first == second:
            return _iso(year, first, second)
    return ""


def is_date_line(text: str) -> bool:
    """Whether a short line is nothing but a date, perhaps with "Published" before and a time after it."""
    if len(text) > 70:
        return False
    rest = _LABEL.sub("", text.strip())
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}T[\d:.+Z-]+", rest):
        return True
    rest = _CLOCK.sub("", rest).strip()
    rest = _WEEKDAY.sub("", rest) if not _WORDS.fullmatch(rest) else rest
    return (
        any(p.fullmatch(rest) for p in (_ISO, _CJK, _NUMERIC, _YEAR_FIRST))
        or bool((m := _WORDS.fullmatch(rest)) and (m[2] or m[4]).lower() in _months())
        or bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}T[\d:.+Z-]+", rest))
    )


def shown(iso: str, language: str) -> str:
    """A date in the words of a language; what is no full date is given back as it is."""
    try:
        date = datetime.date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    return str(format_date(date, "long", locale=locale))


def _iso(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat() if 1000 <= year <= 2999 else ""
    except ValueError:
        return ""
