"""Finds abbreviations with their expansions in running text.

Candidates are told by how authors write them ("long form (SHORT)", "SHORT (long form)", "SHORT = long form", "known
as", "or SHORT,"); whether the words are the long form is weighed in `alignment`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ebook.terms.alignment import fold
from ebook.terms.equations import equations
from ebook.terms.longforms import Long, allowed, is_used_again, long_before, long_before_word, long_inside
from ebook.terms.shortforms import base, is_short_form, names_a_seat, parts

_BRACKET = re.compile(r"\(([^()]{1,160})\)|（([^（）]{2,60})）")
_NESTED = re.compile(r"\(([\w.-]{1,10}\(\w{1,6}\))(?=[),;])")
"""A short form that has a bracket of its own ("(V(T))")."""
_SQUARE = re.compile(r"\[([^\[\]]{1,80})\]")
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
_EXPLAINING = ("(", "[", "（", "=", *_INTRODUCING)
_OR = re.compile(r",\s+or\s+([A-Z][\w&.-]{1,11})\b(?=[,.;)])")
_WORD = re.compile(r"[^\s()\[\]]+")
_HEAD = re.compile(r"[;,:]\s|\s(?:or|ou|oder|o|eller|and|et|und|y|og|/)\s|\s?[/]\s?(?=[A-Z]{2})")
_TOLD = re.compile(
    r"(?:(?:also|formerly|previously|then|now|hereafter|hereinafter|henceforth|or|for|i\.e\.,?|that is,?|short for|abbreviated(?: as| to)?|"
    r"abbreviation|acronym|in English|known as|called|ci-après|sigle|en anglais|dit|por sus siglas(?: en inglés)?,?|en adelante|"
    r"siglas|kurz|abgekürzt|engl\.|auf Englisch|oder|forkortet|eller|i det følgende|the|la|le|l'|el|der|die|das|den|det)\s*[:,]?\s+)+",
    re.I,
)
_NUMBERED = re.compile(r"\s*(?:(?:nr|n[o°º]|No|Nº|Nr|num|núm)\b\.?|№)\s*[\d\[(]|\s*\d{2,}/")
"""A number behind a bracket: what is in it is part of the name of a law or a paper."""
_DASHES = ("-", "–", "—")
_CODE = re.compile(r"[={}\\]|^\s*[\"']|[\"']\s*$|\w\(|::|_\w")
"""What stands in the brackets of a program's call."""
_ELIDED = re.compile(r"^(?:[ldLD]|qu|Qu|dell|dall|all|nell|sull)['’](?=\w)")
_LAST = re.compile(r"[,;]\s+([^\W_][\w&./-]{1,9})\s*$")
"""A short form at the end of a bracket that has its long form in it ("(blood-brain barrier, BBB)")."""
CERTAIN = 0.36
_OTHERS = re.compile(r"\([A-Z][A-Z0-9]{0,5}\)")
"""Other short forms in brackets: the text explains several."""
_LAST_WORD = re.compile(r"(?<![\w-])(\w{4,})\s*$")
_QUOTES = " \t\n\"'“”‘’«»„<>*"


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
    for match in _NESTED.finditer(text):
        found = _before(text, match.start(), match[1], match.start(1), language)
        if found is not None:
            yield found
    for brackets in (_BRACKET, _SQUARE) if "[" in text else (_BRACKET,):
        for match in brackets.finditer(text):
            found = _in_bracket(text, match.start(), match.start() + 1, match[0][1:-1], language)
            if found is not None:
                yield found
    if "=" in text:
        for short, meaning, start, score in equations(text, language):
            yield Found(term=short, meaning=meaning, start=start, end=start + len(short), score=score)
    for pattern in (_INTRODUCED, _OR) if any(word in text for word in _INTRODUCING) else (_OR,):
        for match in pattern.finditer(text):
            short = match[1].rstrip(".,'’-/")
            if is_short_form(short) and sum(c.isupper() for c in short) >= 2:
                long = long_before(text, match.start(), short, language)
                if long:
                    yield _found(short, long, match.start(1), 0.1)


def _in_bracket(text: str, opened: int, start: int, inside: str, language: str) -> Found | None:
    if _NUMBERED.match(text, start + len(inside) + 1) or text[max(0, opened - 2) : opened].strip() in _DASHES:
        return None
    told = _TOLD.match(inside)
    skip = told.end() if told else 0
    rest = inside[skip:]
    cut = _HEAD.search(rest)
    heads = [head for head in (rest[: cut.start()].strip(_QUOTES),) if not head.islower()] if cut else []
    heads += [rest.strip(_QUOTES)] if cut is None or cut[0].strip() == "/" else []
    for head in heads:
        trimmed = head.rstrip(".") if head.count(".") == 1 else head
        found = _before(text, opened, trimmed, start + skip, language)
        if found is not None:
            return found
    last = _LAST.search(inside)
    if last and is_short_form(last[1]):
        long = long_inside(inside[: last.start()], last[1], language)
        if long and long.cost <= CERTAIN:
            return _found(last[1], long, start + last.start(1), 0.1)
        found = _before(text, opened, last[1], start + last.start(1), language) if last[0][0] == ";" else None
        if found is not None:
            return found
    before = _WORD.findall(text[max(0, opened - 40) : opened])
    if before:
        short = _ELIDED.sub("", before[-1].strip(_QUOTES + ",;:"))
        if is_short_form(short) and not _CODE.search(inside):
            if re.search(r"\d{4}", inside) and not re.search(r"\d", short):
                return None
            for piece in dict.fromkeys((re.split(r"[;:]\s", rest)[0], re.split(r"[,;:]\s", rest)[0])):
                long = long_inside(piece, short, language)
                if long:
                    return _found(short, long, text.rindex(short, 0, opened), 0.1)
    return None


def _before(text: str, opened: int, short: str, start: int, language: str) -> Found | None:
    """A short form in a bracket with the words before the bracket as its long form."""
    if (short.islower() and text[opened - 1 : opened].isalnum()) or names_a_seat(short):
        return None
    if is_short_form(short):
        term = base(short, language)
        long = long_before(text, opened, term, language)
        if long:
            return _found(term, long, text.index(short, start), 0.0)
    two = parts(short)
    if two:
        long = long_before_word(text, opened, *two, language)
        if long:
            return _found(short, long, text.index(short, start), 0.05)
    if len(short) == 1 and short.isalpha() and short.isupper() and short not in "AI":
        return _of_one_letter(text, opened, short, start, language)
    return None


def _of_one_letter(text: str, opened: int, short: str, start: int, language: str) -> Found | None:
    """One letter for one word with a small initial, where the text uses the letter again, or explains several."""
    word = _LAST_WORD.search(text, max(0, opened - 40), opened)
    if word is None or fold(word[1][0]) != fold(short) or not word[1].islower():
        return None
    again = is_used_again(text, short, opened) or _OTHERS.search(text[max(0, opened - 60) : opened])
    at = text.index(short, start)
    return Found(term=short, meaning=word[1], start=at, end=at + 1, score=0.76) if again else None


def _found(short: str, long: Long, start: int, less: float) -> Found:
    score = 0.8 if long.translated else 0.98 - 0.3 * long.cost / max(allowed(long.letters), 0.1) - less
    return Found(term=short, meaning=long.text, start=start, end=start + len(short), score=round(score, 3))
