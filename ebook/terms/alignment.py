"""How well the letters of a short form stand for the words before it: a cost for every place where they may begin.

After the idea of Schwartz and Hearst (PSB 2003), that every letter stands in the long form in order, and of Ab3P
(Sohn et al. 2008), that some ways to stand there are better than others; here all ways are weighed at once, from the
last word to the first, and small words, letters from inside words and words left out each have their price.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ebook.terms.grammar import ARTICLES, HEADS_FIRST, breaks, links

_UNIT = re.compile(r"[^\s\-‐‑–/'’ʼ‘“”„‚‹›\"«»<>()\[\],;:*]+")

_STOPS = re.compile(r"[,;:.()\[\]/“”„‚‹›\"«»<>]")

MISS = 1.5
"""A letter of the short form that no word gives."""
MISS_DIGIT = 0.7
"""A digit that no word gives: "H2O", "G7"."""
SKIP = 0.6
"""A word of the long form that gives no letter."""
LOCANT = 0.05
"""The same for a number in a chemical name."""
BREAKING = 1.2
"""A word left out that seldom stands in a name, besides."""
JOINED = 0.2
"""The same for a part of a word between hyphens, and for a number."""
INSIDE = 0.35
"""A letter from inside a word whose first letter is taken."""
NEXT = 0.12
"""The same where it follows the letter before it directly."""
LATE = 0.95
"""A word that gives letters, but not its first."""
SMALL_TAKEN = 0.15
"""A small word that gives its letter."""
FIRST = 1.3
"""The first letter is not that of the first word."""
NEVER = 99.0
GREEK = frozenset("alpha beta gamma delta epsilon omega".split())
NUMERALS = {
    word: digit
    for digit, words in {
        "1": "i one first un premier premiere uno primer primero primera ein erste ersten forste",
        "2": "ii two second deux deuxieme dos segundo segunda zwei zweite zweiten to anden due secondo dois double",
        "3": "iii three third trois troisieme tres tercer tercero drei dritte dritten tre tredje terzo",
        "4": "iv four fourth quatre quatrieme cuatro cuarto vier vierte vierten fire fjerde quattro quarto",
        "5": "five fifth cinq cinquieme cinco quinto funf funfte funften fem femte cinque",
        "6": "vi six sixth sixieme seis sexto sechs sechste sechsten seks sjette sei sesto",
        "7": "vii seven seventh sept septieme siete septimo sieben siebte siebten syv syvende sette settimo sete",
        "8": "viii eight eighth huit huitieme ocho octavo acht achte achten otte ottende otto ottavo oito",
        "9": "ix nine ninth neuf neuvieme nueve noveno neun neunte neunten ni niende nove nono",
    }.items()
    for word in words.split()
}
"""Number words, folded, for the digit that a short form has in their place ("three-dimensional (3D)")."""


@dataclass(slots=True)
class Unit:
    """A word, or a part of one between hyphens, of what may be a long form. Not frozen: making many is to be quick."""

    start: int
    """Where it stands in the text."""
    end: int
    folded: str
    """Its letters in lower case without accents."""
    capital: bool
    small: bool
    """A word that joins others ("of", "the")."""
    breaking: bool
    """A word that seldom stands in a name ("which", "was")."""
    joined: bool
    """Whether a hyphen or an apostrophe binds it to the unit before."""
    before: str
    """What stands between it and the unit before."""


def fold(text: str) -> str:
    """Letters in lower case without accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ø", "o").replace("æ", "ae").replace("ł", "l"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def units_of(text: str, language: str, offset: int = 0) -> list[Unit]:
    """The words of a text in order, parted at hyphens, slashes and apostrophes."""
    joins, stops = links(language), breaks(language)
    found: list[Unit] = []
    end = 0
    for match in _UNIT.finditer(text):
        word, start = match[0], match.start()
        before = text[end:start] if found else ""
        lower = word.lower()
        folded = lower if lower.isascii() else fold(word)
        if folded[-1:] in ".…!?":
            folded = folded.strip(".…!?")
        capital = word[0].isupper()
        end = match.end()
        if before == " ":
            joined, small = False, lower in joins
        else:
            joined = bool(before) and not before[-1].isspace()
            small = lower in joins or (lower == "s" and before[-1:] in ("'", "’"))
        breaking = not (small or capital) and lower in stops
        found.append(Unit(start + offset, end + offset, folded, capital, small, breaking, joined, before))
    return found


def letters_of(short: str) -> str:
    """The letters and digits of a short form that ask for a place in the long form."""
    return "".join(c for c in fold(short) if c.isalnum())


def costs(units: list[Unit], letters: str) -> list[float]:
    """For every unit the cost of a long form that begins there and ends with the last one."""
    n, m = len(letters), len(units)
    miss = [MISS_DIGIT if c.isdigit() else MISS for c in letters]
    after = [sum(miss[j:]) for j in range(n + 1)]
    totals = [NEVER] * m
    for i in range(m - 1, -1, -1):
        unit = units[i]
        word, small = unit.folded, unit.small
        initial, numeral = word[:1], NUMERALS.get(word)
        skip = 0.0 if small else LOCANT if unit.joined and word.isdigit() else JOINED
        if not (small or unit.joined or word.isdigit()):
            skip = SKIP
        if unit.breaking:
            skip += BREAKING
        here = [cost + skip for cost in after] if skip else after[:]
        price = SMALL_TAKEN if small else 0.0
        begin = NEVER
        for j, letter in enumerate(letters):
            if initial == letter or numeral == letter:
                best = _taken(word, letters, j + 1, 1, after, price)
                if best < here[j]:
                    here[j] = best
                if j == 0:
                    begin = best
            elif not small and after[j + 1] + LATE < here[j] and len(word) > 3:
                at = word.find(letter, 1)
                if at > 0:
                    best = _taken(word, letters, j + 1, at + 1, after, LATE)
                    if best < here[j]:
                        here[j] = best
        for j in range(n - 1, -1, -1):
            if here[j + 1] + miss[j] < here[j]:
                here[j] = here[j + 1] + miss[j]
        totals[i] = min(begin, here[0] + FIRST)
        after = here
    return totals


def _taken(word: str, letters: str, j: int, at: int, after: list[float], price: float) -> float:
    """The least cost where a word has given the letters up to `j` and may give more from `at` on."""
    best = after[j] + price
    n, length = len(letters), len(word)
    last = at - 1
    while j < n:
        found = word.find(letters[j], at)
        if found < 0 or found >= length:
            break
        price += NEXT if found == last + 1 else INSIDE
        last, at = found, found + 1
        j += 1
        if after[j] + price < best:
            best = after[j] + price
    return best


def initials(units: list[Unit], letters: str) -> int:
    """The unit where the initials of the words spell the letters, small words apart; -1 where they do not."""
    j = len(letters) - 1
    for i in range(len(units) - 1, -1, -1):
        unit = units[i]
        if unit.small and i:
            continue
        if unit.breaking or unit.folded[:1] != letters[j]:
            return -1
        if j == 0:
            return i
        j -= 1
    return -1


def boundary(units: list[Unit], i: int, language: str, inside: bool) -> float:
    """What it costs to begin a long form at a unit: nothing after a small word or a stop, much inside a name.

    `inside`: the first unit does not begin a sentence, so its capital says something.
    """
    unit = units[i]
    cost = 0.0
    if unit.small:
        cost += 2.0 if unit.folded not in ARTICLES else 3.0
    if unit.breaking:
        cost += 1.5
    if i == 0:
        return cost
    last = units[i - 1]
    if unit.joined and unit.before[-1] in "-‐‑":
        return cost + (0.0 if last.folded.isdigit() or len(last.folded) == 1 or last.folded in GREEK else 0.7)
    named = last.capital and (i > 1 or inside)
    if last.small or last.breaking or (unit.before != " " and _STOPS.search(unit.before)):
        return cost
    if language.split("-")[0] in HEADS_FIRST:
        if unit.capital:
            return cost + (1.0 if named else 0.0)
        return cost + (1.9 if last.capital else 1.1)
    if unit.capital:
        return cost + (0.8 if named else 0.0)
    return cost + (0.8 if named else 0.35)
