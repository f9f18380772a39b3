"""Finds the long form of a short form: in the words before it, or in a bracket behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ebook.terms.alignment import MISS_DIGIT, NEVER, Unit, boundary, costs, fold, initials, letters_of, units_of
from ebook.terms.grammar import ARTICLES, HEADS_FIRST
from ebook.terms.initials import spelt
from ebook.terms.translations import COMPOUNDING, begins

REACH = 260
"""Characters before a short form in which its long form may begin."""
INITIALS_ONLY = 0.6
"""What the alignment of a short form without a capital may cost; more of them would be words in brackets."""
ONE_WORD = 1.06
"""What the alignment with a single word may cost: the letters of three syllables."""
INITIALS = 0.36
"""The same where it has to be nearly letter by letter."""
DOUBTFUL = 1.0
"""An alignment that costs more gives way to the name of an organisation, in languages whose nouns come first."""
NAMED_BY_NOUN = HEADS_FIRST | COMPOUNDING
_END = re.compile(r"[.!?…]['”’\")\]]*\s+(?=[\"“‘«(]?[^\W\d_a-zà-ÿ])|[;:•·|()\[\]{}]|\n\s*\n|\s[–—-]{1,2}\s|\.\.\.")
"""What a long form does not reach over: the end of a sentence, a semicolon, a bracket."""
_INITIAL = re.compile(r"(?<![^\W_])[^\W_]")
FIRST_WORDS = 24
"""Characters in which a long form in a bracket begins: after its article at most."""
_NO_LETTER = re.compile(r"[\W\d_]")
_GOES_ON = re.compile(r"[)\]](?: (?:and|or) [\w-]{3,30} \([A-Z]{2,6}\))? ([a-z][\w-]+(?: [a-z][\w-]+){0,2})")
"""The words behind the bracket of a short form, the next item of a list apart."""
_NAMED = re.compile(r"([A-Z]{2,5})-(alpha|beta|gamma|delta|kappa)")
_TWO = re.compile(r"([A-Z][a-z]+)([A-Z][a-z]*)")
"""Two beginnings of words, which the long form may have the other way round ("PhD")."""
_GRADE = re.compile(r"[A-Z]-\d+")
"""A letter with a number, which names a place in a series ("P-3") and shortens no single word."""
_SEVERAL = re.compile(r"([A-Z][A-Za-z]*)([2-6])")
MULTIPLES = {"2": ("bis", "di"), "3": ("tris", "tri"), "4": ("tetrakis", "tetra"), "5": ("penta",), "6": ("hexa",)}
"""Beginnings of words that a digit behind its letter stands for."""
_GLUED = re.compile(r"(?<=[\w'′-])\(([^()\s]*)\)")
"""Brackets inside a word, as chemical names have them."""
_LOCANTS_WITHIN = 40
_LOCANT = re.compile(r"[\d,'′]*|[A-Z]|[a-z]{1,2}|[Aa]lpha|[Bb]eta|[Gg]amma|[Dd]elta")
_BETWEEN_LOCANTS = re.compile(r"[-()\[\]+/±]")
_CLOSED = re.compile(r"\([+/±-]+\)|\[[^\]\s]*\]|\([^)\s]*\)")
_ABBREVIATED = re.compile(r"(?:^|\s)(?:[A-Z]|[a-z]|St|Mt|Dr|Mr|Ms|Mrs|vs|No|no|Inc|Co|U\.S|U\.K|U\.N|E\.U)\.\s+$")
_EDGES = " \t\n,;:.–—\"“”„'‘’«»<>*_-"


@dataclass(frozen=True, slots=True)
class Long:
    """A long form with how sure it is."""

    text: str
    cost: float
    """What its alignment with the short form costs; 0 is letter by letter."""
    letters: int
    translated: bool = False
    """Whether only the kind of name tells it, not its letters."""


def allowed(letters: int) -> float:
    """What an alignment of so many letters may cost."""
    return (0.0, 0.3, 0.72, 1.3, 1.9, 2.4, 2.8, 3.0, 3.3)[min(letters, 8)]


def window(text: str, end: int) -> tuple[int, str]:
    """Where the words before a place begin that may be its long form, and those words."""
    start = max(0, end - REACH)
    piece = text[start:end]
    if "(" in piece:
        piece = _GLUED.sub(lambda m: f"\1{m[1]}\1", piece)
    cut, last = 0, len(piece.rstrip(_EDGES + ")"))
    for match in _END.finditer(piece):
        if match.end() >= last:
            continue
        if match[0][0] == "." and _ABBREVIATED.search(piece[max(0, match.start() - 4) : match.end()]):
            continue
        cut = match.end()
    if cut == 0 and start > 0:
        cut = max(piece.find(" "), 0)
    return start + cut, text[start + cut : end]


def long_before(text: str, end: int, short: str, language: str) -> Long | None:
    """The words right before a place that a short form stands for."""
    start, piece = window(text, end)
    piece = piece.rstrip(_EDGES)
    if not piece:
        return None
    letters = letters_of(short)
    plain = _singular(short, letters)
    at = spelt(piece, plain, language)
    if at >= 0 and len(piece) - at > len(short) + 1:
        return Long(piece[at:], 0.0, len(plain))
    most = 2 * len(plain) + 6
    rest = piece.rsplit(maxsplit=most)
    skipped = len(rest[0]) if len(rest) > most else 0
    units = units_of(piece[skipped:], language, start + skipped)
    cut = bool(skipped) or len(units) > most
    units = units[-most:]
    long = _best(text, start + len(piece), units, plain, short, language, cut)
    if long is None and (named := _NAMED.fullmatch(short)):
        long = _with_letter(text, start + len(piece), units, named[1], named[2], short, language, cut)
    if long is None and (several := _SEVERAL.fullmatch(short)) and several[2] in MULTIPLES:
        long = _with_multiple(text, start + len(piece), units, several[1], several[2], short, language, cut)
    if long is None and (two := _TWO.fullmatch(short)):
        long = _best(text, start + len(piece), units, letters_of(two[2] + two[1]), short, language, cut)
    return long


def _with_letter(
    text: str, end: int, units: list[Unit], first: str, name: str, short: str, language: str, inside: bool
) -> Long | None:
    """The long form of "IFN-gamma" where its last word comes first: "gamma-interferon"."""
    for i in range(len(units) - 2, -1, -1):
        if units[i].folded == name.lower() and units[i + 1].joined:
            long = _best(text, end, units[i + 1 :], letters_of(first), short, language, inside)
            if long:
                return Long(text[units[i].start : end].strip(_EDGES), long.cost, long.letters)
    return None


def _with_multiple(
    text: str, end: int, units: list[Unit], letters: str, digit: str, short: str, language: str, inside: bool
) -> Long | None:
    """The long form of "IP3" where its last word says how many: "inositol 1,4,5-trisphosphate"."""
    last = units[-1].folded if units else ""
    prefix = next((prefix for prefix in MULTIPLES[digit] if last.startswith(prefix)), "")
    if not prefix or not last.removeprefix(prefix).startswith(letters[-1].lower()):
        return None
    bare = replace(units[-1], folded=last.removeprefix(prefix))
    return _best(text, end, [*units[:-1], bare], letters_of(letters), short, language, inside)


def _singular(short: str, letters: str) -> str:
    """The letters without the "s" of a plural."""
    plural = short[-1:] == "s" and (short[-2:-1].isupper() or short[-2:-1] in "'’") and len(letters) > 2
    return letters[:-1] if plural else letters


def _best(text: str, end: int, units: list[Unit], letters: str, short: str, language: str, inside: bool) -> Long | None:
    if not units or not letters:
        return None
    at = initials(units, letters)
    found = boundary(units, at, language, inside) if at >= 0 else NEVER
    if found > 0:
        for i, cost in enumerate(costs(units, letters)):
            if cost < NEVER:
                whole = cost + boundary(units, i, language, inside)
                if whole < found - 1e-9:
                    found, at = whole, i
    sure = found <= allowed(len(letters))
    if not sure and short.islower():
        return None
    if not sure or (found > DOUBTFUL and language.split("-")[0] in NAMED_BY_NOUN):
        name = begins(units, letters, language) if _is_acronym(short) else -1
        if name >= 0:
            at, sure = name, False
        elif not sure:
            return None
    words = units[at:]
    if sure and len(words) == 1 and found > ONE_WORD:
        at = begins(units, letters, language) if _is_acronym(short) else -1
        if at < 0:
            return None
        words, sure = units[at:], False
    if short.islower() and found > INITIALS_ONLY + MISS_DIGIT * short[-1].isdigit():
        return None
    long = text[_with_locants(text, words[0].start) : end].strip(_EDGES).removesuffix("(").rstrip()
    if long[-2:] in ("'s", "’s") and language.startswith("en"):
        long, words = long[:-2], words[:-1]
    return Long(long, found, len(letters), not sure) if plausible(long, short, words, not sure) else None


def is_used_again(text: str, short: str, after: int) -> bool:
    """Whether a short form stands in a text a second time behind a place, as a word of its own."""
    at = text.find(short, after)
    again = text.find(short, at + len(short)) if at >= 0 else -1
    while again >= 0:
        if not (text[again - 1 : again].isalnum() or text[again + len(short) : again + len(short) + 1].isalnum()):
            return True
        again = text.find(short, again + len(short))
    return False


def _with_locants(text: str, start: int) -> int:
    """Where a chemical name begins: with the numbers, signs and Greek letters before its first word.

    "1,2-diacylglycerol", "(+/-)-3-(3-hydroxyphenyl)-propylpiperidine".
    """
    at = start
    while at > 0 and start - at < _LOCANTS_WITHIN and not text[at - 1].isspace():
        at -= 1
    if at < start and text[at] in "([" and not _CLOSED.match(text, at):
        at += 1
    return at if _are_locants(text[at:start]) else start


def _are_locants(text: str) -> bool:
    """Whether what stands before the first word of a name is numbers, signs and Greek letters, or one such letter."""
    if not text or text[-1] not in "-([" or not all(map(_LOCANT.fullmatch, _BETWEEN_LOCANTS.split(text))):
        return False
    return any(map(str.isdigit, text)) or "(+" in text or "(-" in text or text.count("-") == 1


def long_before_word(text: str, end: int, short: str, word: str, language: str) -> Long | None:
    """The same for a short form with a word that is the last one of the long form as well."""
    start, piece = window(text, end)
    piece = piece.rstrip(_EDGES)
    if not re.search(rf"(?<!\w){re.escape(word)}$", piece, re.I) or len(piece) <= len(word) + 2:
        return None
    long = long_before(text, start + len(piece) - len(word), short, language)
    if long is None or long.translated:
        return None
    whole = text[text.rindex(long.text, 0, start + len(piece)) : start + len(piece)]
    return Long(whole, long.cost, long.letters)


def long_around(text: str, opened: int, end: int, short: str, language: str) -> Long | None:
    """A long form that goes on behind the bracket ("transmission (TEM) electron microscopy"), initial by initial.

    The next item of a list may stand between: "scanning (SEM) and transmission (TEM) electron microscopy".
    """
    rest = _GOES_ON.match(text, end)
    if rest is None:
        return None
    letters = _singular(short, letters_of(short))
    start, piece = window(text, opened)
    before = units_of(piece.rstrip(_EDGES), language, start)[-len(letters) :]
    behind = units_of(rest[1], language, rest.start(1))
    for many in range(1, min(len(behind), len(letters) - 1) + 1):
        if any(unit.small for unit in behind[:many]):
            return None
        for first in range(len(before) - 1, -1, -1):
            words = [*before[first:], *behind[:many]]
            if "".join(unit.folded[:1] for unit in words if not unit.small) == letters and not words[0].small:
                head = text[before[first].start : before[-1].end]
                return Long(f"{head} {text[behind[0].start : behind[many - 1].end]}", 0.0, len(letters))
    return None


def _is_acronym(short: str) -> bool:
    """Whether a short form is letters of a name, nearly all of them capitals."""
    capitals = sum(c.isupper() for c in short)
    return capitals >= 3 and capitals >= 0.7 * len(short)


def long_inside(inside: str, short: str, language: str) -> Long | None:
    """A bracket behind a short form as its long form, where all its letters fit from the first word on."""
    plain = _singular(short, letters_of(short))
    if not any(initial in plain[0] for initial in map(fold, _INITIAL.findall(inside, 0, FIRST_WORDS))):
        return None
    units = units_of(inside, language)
    while units and units[0].folded in ARTICLES and units[0].small:
        units = units[1:]
    if not units or len(units) > 2 * len(plain) + 8:
        return None
    found = costs(units, plain)[0]
    if units[0].small or units[0].breaking:
        found += 1.0
    if found > allowed(len(plain)):
        return None
    long = inside[units[0].start :].strip(_EDGES)
    return Long(long, found, len(plain)) if plausible(long, short, units) else None


def plausible(long: str, short: str, words: list[Unit], translated: bool = False) -> bool:
    """Whether an expansion could be printed: longer than the short form, words, not the short form itself."""
    if len(long) <= len(short) + 1 or len(words) > 24:
        return False
    folded = fold(short)
    plain = [w.folded for w in words]
    if folded in plain or len(_NO_LETTER.findall(long)) > 0.4 * len(long) or long.count("(") != long.count(")"):
        return False
    if long.startswith(short) and (
        long[len(short)].isdigit() or (short[-1].isdigit() and " " not in long)
    ):  # a longer code of the same kind
        return False
    content = [w for w in words if not w.small]
    if not content:
        return False
    if len(words) == 1 and not translated:
        letters = letters_of(short)
        return (
            len(letters) >= 2
            and not _GRADE.fullmatch(short)
            and len(content[0].folded) >= max(5, len(letters) + 2)
            and content[0].folded[0] == letters[0]
        )
    return True
