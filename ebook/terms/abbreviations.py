"""Finds abbreviations with their expansions in running text.

Schwartz and Hearst (PSB 2003) for "long form (SHORT)" and the other way round, and the phrases that introduce
a short form ("known as", "abbreviated")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ebook.smallwords import SMALL_WORDS

SHORTEST, LONGEST = 2, 12
"""Characters of a short form."""

_BRACKET = re.compile(r"\(([^()]{2,120})\)|\[([^\[\]]{2,60})\]|（([^（）]{2,60})）")
_INTRODUCED = re.compile(
    r"(?:,|\s[–—-])?(?<!\s)\s+(?:(?:which\s+is\s+|is\s+|are\s+)?(?:also\s+|commonly\s+|better\s+|usually\s+|generally\s+|otherwise\s+|often\s+)?(?:known|referred\s+to)\s+as|"
    r"(?:often\s+|commonly\s+|usually\s+)?abbreviated(?:\s+(?:as|to))?|or\s+simply|hereafter|"
    r"connue?s?\s+sous\s+le\s+nom\s+de|abrégée?\s+en|kurz|abgekürzt|genannt|conocid[oa]s?\s+como|kendt\s+som|forkortet)\s+(?:the\s+|as\s+|[‘“\"'«])?"
    r"([^\W\d_][\w&./-]{1,11})\b"
)
_INTRODUCING = tuple(
    "known referred abbreviated simply hereafter connu abrégé kurz abgekürzt genannt conocid kendt forkortet".split()
)
"""One of these stands in every such phrase; to look for them takes a tenth of the pattern's time."""
_EXPLAINING = ("(", "[", "（", *_INTRODUCING)
_OR = re.compile(r",\s+or\s+([A-Z][\w&.-]{1,11})\b(?=[,.;)])")
_SHORT = re.compile(r"[^\W_][\w&./'’+-]*(?:\s[\w&./-]+)?")
_WORD = re.compile(r"[^\s()\[\]]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An abbreviation in a text with its expansion and where the short form stands."""

    term: str
    meaning: str
    start: int
    end: int
    score: float


def find_abbreviations(text: str, language: str = "en") -> list[Found]:
    """The abbreviations a text explains, in order, each short form once; `language` is a BCP 47 tag."""
    found: dict[str, Found] = {}
    for candidate in sorted(_candidates(text, language), key=lambda f: f.start):
        found.setdefault(candidate.term, candidate)
    return list(found.values())


def may_explain(text: str) -> bool:
    """Whether a text has anything that explains an abbreviation; nearly all paragraphs have not."""
    return any(sign in text for sign in _EXPLAINING) or bool(_OR.search(text))


def _candidates(text: str, language: str) -> Iterator[Found]:
    for match in _BRACKET.finditer(text):
        inside = next(g for g in match.groups() if g)
        start = match.start() + 1
        head = re.split(r"[;,]\s|\s(?:or|ou|oder|o)\s", inside)[0].strip(" \"'“”‘’«»")
        if _is_short(head):
            long = _long_before(text[: match.start()], head, language)
            if long:
                at = text.index(head, start)
                yield Found(term=head, meaning=long, start=at, end=at + len(head), score=0.9)
                continue
        before = _WORD.findall(text[max(0, match.start() - 40) : match.start()])
        if before and _is_short(before[-1].strip("“”\"'‘’«»")):
            short = before[-1].strip("“”\"'‘’«»")
            long = _whole_matches(re.split(r"[;:]\s", inside)[0], short)
            if long:
                at = text.rindex(short, 0, match.start())
                yield Found(term=short, meaning=long, start=at, end=at + len(short), score=0.85)
    for pattern in (_INTRODUCED, _OR) if any(word in text for word in _INTRODUCING) else (_OR,):
        for match in pattern.finditer(text):
            short = match[1].rstrip(".,'’-/")
            if _is_short(short) and sum(c.isupper() for c in short) >= 2:
                long = _long_before(text[: match.start()], short, language)
                if long:
                    yield Found(
                        term=short, meaning=long, start=match.start(1), end=match.start(1) + len(short), score=0.8
                    )


def _is_short(text: str) -> bool:
    """Whether a text may be a short form: few characters, letters, a capital, at most two words."""
    if not SHORTEST <= len(text) <= LONGEST or not _SHORT.fullmatch(text):
        return False
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    if len(letters) < 2 or not capitals:
        return False
    if capitals == 1 and not (len(text) <= 4 and any(c.isdigit() for c in text)):
        return False
    return not re.fullmatch(r"[IVXLCDM]+|\d+[a-z]*", text)


def _long_before(before: str, short: str, language: str) -> str:
    """The words right before a short form that its letters stand for, or nothing."""
    before = before.rstrip(" \"'“”‘’«»,")
    letters = [c for c in short.lower() if c.isalnum()]
    words = list(_WORD.finditer(before[-400:]))[-min(len(letters) + 5, len(letters) * 2) :]
    if not words:
        return ""
    window = before[-400:][words[0].start() :]
    for cut in reversed(list(re.finditer(r"[.;:!?]\s|[“”(),]\s", window))):
        window = window[cut.end() :]
        break
    start = _match_backwards(window, letters)
    if start < 0:
        return ""
    long = window[start:].strip(" ,\"'“”‘’«»")
    return long if _plausible(long, short, language) else ""


def _match_backwards(long: str, letters: list[str]) -> int:
    """Where the long form begins: every letter found from the right, the first at the start of a word."""
    lower = long.lower()
    position = len(lower) - 1
    for index in range(len(letters) - 1, -1, -1):
        letter = letters[index]
        while position >= 0 and (
            lower[position] != letter or (index == 0 and position > 0 and lower[position - 1].isalnum())
        ):
            position -= 1
        if position < 0:
            return -1
        position -= 1
    return position + 1


def _whole_matches(long: str, short: str) -> str:
    """A bracket after a short form is its expansion where all its letters fit from the first word on."""
    long = long.strip(" \"'“”‘’«»")
    letters = [c for c in short.lower() if c.isalnum()]
    if len(long.split()) < 2 or len(long.split()) > len(letters) + 4 or not long.lower().startswith(letters[0]):
        return ""
    return long if _match_backwards(long, letters) == 0 and _plausible(long, short, "") else ""


def _plausible(long: str, short: str, language: str) -> bool:
    """Whether an expansion could be printed: longer than the short form, several words, no clause."""
    words = long.split()
    if len(long) <= len(short) or short in words or not 2 <= len(words) <= 12:
        return False
    initials = sum(
        w[:1].lower() in short.lower()
        for w in words
        if w.lower() not in SMALL_WORDS.get(language.split("-")[0], frozenset())
    )
    return initials >= max(1, 0.5 * sum(c.isalpha() for c in short) - 1)
