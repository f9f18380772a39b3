"""Sorts words as a language does: the Unicode Collation Algorithm with the letters that the language tells apart.

See docs/decisions/0022-collation.md. Tables are compiled for a language when it is first asked for.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TypeAlias

from ebook.binding.glossary.alphabets import (
    ACCENTS,
    CAPITALS_FIRST,
    HAN_ORDER,
    OWN_SCRIPT,
    PINYIN,
    QUOTES,
    ROOT,
    SCRIPTS,
    SIGNS,
    SPELT,
    TAILORED,
)

Weight: TypeAlias = tuple[int, ...]
Key: TypeAlias = tuple[tuple[Weight, ...], tuple[Weight, ...], tuple[int, ...], str]
_SIGN, _DIGIT, _LETTER, _OTHER = range(4)
_OWN = -1
_BEHIND_OWN = 100
"""What the root collation sets behind a letter comes after all that the language itself sets there."""
_TWO_KINDS_OF_I = frozenset({"tr", "az"})
_CHOSEONG = 588
"""Syllables of Hangul that begin with the same consonant."""


def sort_key(text: str, language: str) -> Key:
    """A key that sorts as the language does: letters first, then accents, then small before capital."""
    primary: list[Weight] = []
    secondary: list[Weight] = []
    tertiary: list[int] = []
    for unit in _units(text, language):
        for weight, accent in _weights(_small(unit, language), language):
            primary.append(weight)
            secondary.append(accent)
            tertiary.append(-_case(unit) if _base(language) in CAPITALS_FIRST else _case(unit))
    if language.lower() == "fr-ca":
        secondary.reverse()  # CLDR fr_CA: the last accent decides
    return tuple(primary), tuple(secondary), tuple(tertiary), text


def letter_of(text: str, language: str) -> str:
    """The letter under which a language lists a word; nothing for signs and digits."""
    units = _units(text, language)
    first = next((u for u in units if _rank(_bare(u))[0] not in (_SIGN,)), "")
    if not first or _rank(_bare(first))[0] != _LETTER:
        return ""
    unit = _small(first, language)
    if unit in _tailored(_base(language)):
        equal = [u for u, w in _tailored(_base(language)).items() if w[0] == _tailored(_base(language))[unit][0]]
        return _capital(min(equal, key=lambda u: _tailored(_base(language))[u][1]), language)
    return _listed(_bare(unit), language)


def _listed(letter: str, language: str) -> str:
    """The heading for a letter that nothing is special about."""
    script = _script(letter)
    if script == "Hang":
        return chr(0xAC00 + (ord(letter) - 0xAC00) // _CHOSEONG * _CHOSEONG)
    if script == "Hani":
        return _initial(letter) if _base(language) == "zh" and _han_set(language) == "gb2312" else letter
    if script == "Kana":
        return _hiragana(letter)
    return _capital(letter, language)


def _initial(letter: str) -> str:
    """The first letter of the pinyin of a common Chinese character; other characters stand for themselves."""
    code = _han_code(letter, "gb2312")
    if not code or code >= 0xD8A1:
        return letter  # behind the common ones GB 2312 goes by strokes
    found = [p[1] for p in PINYIN if _han_code(p[0], "gb2312") <= code]
    return found[-1].upper() if found else letter


def _capital(letter: str, language: str) -> str:
    if _base(language) in _TWO_KINDS_OF_I and letter == "i":
        return "İ"
    return letter[:1].upper() + letter[1:]


def _small(unit: str, language: str) -> str:
    """A unit in small letters; Turkish has two kinds of i."""
    if _base(language) in _TWO_KINDS_OF_I:
        unit = unit.replace("I", "ı")
    return unit.replace("İ", "i").lower()


def _accent(mark: str) -> int:
    return ACCENTS.index(mark) + 1 if mark in ACCENTS else len(ACCENTS) + ord(mark)


def _units(text: str, language: str) -> list[str]:
    """What a language sorts as one: letters with their accents, and pairs of letters that it takes for one."""
    text = unicodedata.normalize("NFC", text)
    longest = max((len(u) for u in _tailored(_base(language))), default=1)
    found: list[str] = []
    at = 0
    while at < len(text):
        size = next(
            (n for n in range(longest, 1, -1) if text[at : at + n].lower() in _tailored(_base(language))),
            1,
        )
        unit = text[at : at + size]
        found.append(unit)
        at += size
    return found


def _weights(unit: str, language: str) -> list[tuple[Weight, Weight]]:
    """(letter, accent) of everything that a unit sorts as."""
    tailored = _tailored(_base(language))
    if unit in tailored:
        weight, order = tailored[unit]
        return [(_ordered(weight, language), (order,))]
    found: list[tuple[Weight, Weight]] = []
    for character in SPELT.get(unit, QUOTES.get(unit, unit)):
        plain = unicodedata.normalize("NFKD", character) if not 0xAC00 <= ord(character) <= 0xD7A3 else character
        for part in plain:
            if unicodedata.combining(part):
                if found:
                    found[-1] = (found[-1][0], (*found[-1][1], _accent(part)))
                continue
            weight = tailored[part][0] if part in tailored else _rank(part, language)
            found.append((_ordered(weight, language), (0,) if unit not in SPELT else (1,)))
    return found


@lru_cache(maxsize=64)
def _tailored(language: str) -> dict[str, tuple[Weight, int]]:
    """Unit to its place: (the letter it stands behind, how far behind), and its order among equals."""
    found: dict[str, tuple[Weight, int]] = {}
    for rules, first in ((ROOT, _BEHIND_OWN), (TAILORED.get(language, ""), 0)):
        found.update(_compiled(rules, first))
    return found


def _compiled(rules: str, first: int) -> dict[str, tuple[Weight, int]]:
    """The units of some rules; letters behind a base letter count up from `first`."""
    found: dict[str, tuple[Weight, int]] = {}
    for rule in rules.split(";"):
        units = rule.split()
        if not units:
            continue
        anchor, step, order = _rank(units[0]), 0, 0
        for sign, unit in zip(units[1::2], units[2::2], strict=True):
            step, order = (step + 1, 0) if sign == "<" else (step, order + 1)
            found[unit] = ((*anchor, first + step) if step else anchor, order)
    return found


def _rank(letter: str, language: str = "") -> Weight:
    """Signs, then digits, then letters by script."""
    if not letter:
        return (_SIGN, -1)
    if letter in SIGNS:
        return (_SIGN, SIGNS.index(letter))
    if letter.isdecimal():
        return (_DIGIT, unicodedata.decimal(letter))
    script = _script(letter)
    if script == "Hani":
        code = _han_code(letter, _han_set(language))
        return (_LETTER, _script_order(script), 0 if code else 1, code or ord(letter))
    if script == "Kana":
        letter = _hiragana(letter)
    if script:
        return (_LETTER, _script_order(script), ord(letter))
    return (_OTHER, ord(letter)) if letter.isalpha() else (_SIGN, len(SIGNS) + ord(letter))


def _ordered(weight: Weight, language: str) -> Weight:
    """The same with the script of the language before all others; Japanese and Chinese have two."""
    own = OWN_SCRIPT.get(_base(language), "")
    if weight[0] == _LETTER and own and weight[1] == _script_order(own):
        return (_LETTER, _OWN, *weight[2:])
    return weight


def _script(letter: str) -> str:
    code = ord(letter)
    return next((name for name, first, last in SCRIPTS if first <= code <= last and letter.isalpha()), "")


@lru_cache(maxsize=32)
def _script_order(script: str) -> int:
    return next(n for n, (name, _, _) in enumerate(SCRIPTS) if name == script)


def _hiragana(letter: str) -> str:
    """The large hiragana of a kana, so that both kinds sort together."""
    name = unicodedata.name(letter, "").replace("KATAKANA", "HIRAGANA").replace("LETTER SMALL ", "LETTER ")
    try:
        return unicodedata.lookup(name) if name.startswith("HIRAGANA LETTER") else letter
    except KeyError:
        return letter


def _han_set(language: str) -> str:
    whole = "-".join(language.lower().split("-")[:2])
    return HAN_ORDER.get(whole) or HAN_ORDER.get(_base(language), "")


def _han_code(letter: str, encoding: str) -> int:
    """Where a character stands in a national set; 0 where it does not."""
    if not encoding:
        return 0
    try:
        return int.from_bytes(letter.encode(encoding), "big")
    except UnicodeEncodeError:
        return 0


def _bare(unit: str) -> str:
    """The first letter of a unit without its accents."""
    lower = SPELT.get(unit.lower(), QUOTES.get(unit, unit.lower()))
    if not lower or 0xAC00 <= ord(lower[0]) <= 0xD7A3:
        return lower[:1]
    return unicodedata.normalize("NFKD", lower)[:1]


def _case(unit: str) -> int:
    """Small letters before capitals, hiragana before katakana."""
    if unit[:1].isupper():
        return 2 if unit.isupper() else 1
    return 1 if "KATAKANA" in unicodedata.name(unit[:1], "") else 0


def _base(language: str) -> str:
    return language.split("-")[0].lower()
