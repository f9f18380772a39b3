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
"""Languages whose month names are read everywhere (CLDR, by way of Babel); a page's own language is read as well."""

MONTH_FIRST = frozenset({"en", "en-us", "en-ph", "fil", "es-us", "es-pr"})
"""Languages that write 3/4/2026 for the fourth of March (CLDR short dates)."""

EARLIEST_SHORT_YEAR = 70
"""Two figures from here on mean the last century; people wrote 99 for 1999 and write 26 for 2026."""

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T|$)")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_NUMERIC = re.compile(r"(?<![\d/.])(\d{1,2})([/.])\s?(\d{1,2})\2\s?(\d{4})(?!\d)")
_DASHED = re.compile(r"(?<![\d/.-])(\d{1,2})-(\d{1,2})-(\d{4})(?![\d-])")
_SHORT = re.compile(r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2(\d{2})(?![\d/.]\d|\d)")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})(?!\d)", re.I)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_WORDS = re.compile(
    r"(?<!\w)(?:(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+|d['’]\s?)?([^\W\d_]{3,12})\.?,?[\s-]+(?:de\s+|del\s+)?(\d{4})"
    r"|([^\W\d_]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})"
    r"|(\d{4})\.?,?\s+(?:m\.\s+)?([^\W\d_]{3,12})\.?\s+(\d{1,2}))(?!\d)"
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
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(\d\d)[/_-]?(\d\d)(?!\d)")


@cache
def _months(language: str = "") -> dict[str, int]:
    """Lower-case month names, long and short, to their numbers: all `LANGUAGES`, and one more where it is given.

    Babel takes a quarter of a second to load that many languages: ask only where a month may stand.
    """
    if language:
        return _names_of(language) | _months()
    names: dict[str, int] = {}
    for each in LANGUAGES:
        names = _names_of(each) | names
    names["sept"] = 9
    return names


@cache
def _names_of(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    try:
        months = Locale.parse(language).months
    except (UnknownLocaleError, ValueError, KeyError):
        return names
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in months[context][width].items():
                names.setdefault(str(name).lower().rstrip("."), int(number))
    return names


def parse(text: str, language: str = "", *, short: bool = False) -> str:
    """The first date in a text as `YYYY-MM-DD`, or nothing.

    Numbers that may be read in two ways (03/04/2026) are a date only where the language of the text settles them.
    `short` also reads years of two figures, for places where nothing but a date is expected.
    """
    if not any(c.isdigit() for c in text):
        return ""
    for pattern in (_ISO, _COMPACT, _CJK, _YEAR_FIRST):
        match = pattern.search(text)
        if match:
            return _iso(int(match[1]), int(match[2]), int(match[3]))
    found = _in_words(text, language)
    if found:
        return found
    match = _NUMERIC.search(text) or (_SHORT.search(text) if short else None)
    if match:
        return _in_numbers(int(match[1]), int(match[3]), _full_year(match[4]), match[2], language)
    match = _VIETNAMESE.search(text)
    if match:
        return _iso(int(match[3]), int(match[2]), int(match[1]))
    match = _DASHED.search(text)
    if match:
        return _in_numbers(int(match[1]), int(match[2]), int(match[3]), "-", language)
    return ""


def _in_words(text: str, language: str) -> str:
    for match in _WORDS.finditer(text):
        day, month, year = next((d, m, y) for d, m, y in _orders(match) if m)
        number = _months(_own(language)).get(month.lower())
        if number:
            return _iso(int(year), number, int(day))
    return ""


def _own(language: str) -> str:
    """The language of a tag without its region."""
    return language.split("-")[0].lower()


def _orders(match: re.Match[str]) -> tuple[tuple[str, str, str], ...]:
    return ((match[1], match[2], match[3]), (match[5], match[4], match[6]), (match[9], match[8], match[7]))


def _in_numbers(first: int, second: int, year: int, separator: str, language: str) -> str:
    if first > 12 or separator == ".":
        return _iso(year, second, first)
    if second > 12 or first == second:
        return _iso(year, first, second)
    if not language:
        return ""
    if language.lower() in MONTH_FIRST:
        return _iso(year, first, second)
    return _iso(year, second, first)


def _full_year(figures: str) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    return year + (1900 if year >= EARLIEST_SHORT_YEAR else 2000)


def in_address(url: str) -> str:
    """The date in the path of an address (`/2026/03/14/river`), or nothing."""
    path = url.split("://", 1)[-1].partition("/")[2]
    if path.startswith("web/") and "://" in path:
        return in_address(path.split("/", 2)[-1])  # an archive's address: its own date comes first
    for match in _IN_ADDRESS.finditer(path.partition("?")[0]):
        found = _iso(int(match[1]), int(match[2]), int(match[3]))
        if found:
            return found
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
        or bool((m := _WORDS.fullmatch(rest)) and (m[2] or m[4] or m[8]).lower() in _months())
        or bool(re.fullmatch(r"\d{4}-\d{2}-\d{2}T[\d:.+Z-]+", rest))
    )


def without_date(text: str, language: str = "") -> str:
    """A short line without the date, clock and weekday in it; the same line where it holds none."""
    rest = text
    for pattern in (_ISO, _CJK, _YEAR_FIRST, _NUMERIC, _DASHED, _SHORT):
        rest = pattern.sub(" | ", rest)
    rest = _WORDS.sub(lambda m: " | " if (m[2] or m[4] or m[8]).lower() in _months(_own(language)) else m[0], rest)
    if rest == text:
        return text
    return re.sub(r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\b\.?)?(?:\s*(?:Uhr|[A-Z]{2,4}))?", " | ", rest)


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


def day_number(iso: str) -> int:
    """The days from 1 January of year 1 to a date, for counting the days between two; 0 where it is none."""
    try:
        return datetime.date.fromisoformat(iso[:10]).toordinal()
    except ValueError:
        return 0


def _iso(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat() if 1000 <= year <= 2999 else ""
    except ValueError:
        return ""
