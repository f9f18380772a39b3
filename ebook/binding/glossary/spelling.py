"""Spellings of one thing: which are the same words, and which of them is printed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

ARTICLES = frozenset(
    "the a an le la les l un une des der die das den dem ein eine einen el los las lo una il gli i uno de het een "
    "o os as um uma den det en et ett".split()
)
"""First words that are no part of a name."""
_JOINED = re.compile(r"[\s\-‐‑–—/]+|(?<=\w)[’'](?=\w)")
_POSSESSIVE = re.compile(r"[’']s\b|(?<=s)[’'](?=\s|$)")
_AMERICAN = (
    (re.compile(r"is(?=(?:ation|ing|ed|er|e)s?$)"), "iz"),
    (re.compile(r"our(?=s?$|ed$|ing$|al$)"), "or"),
    (re.compile(r"tre(?=s?$)"), "ter"),
    (re.compile(r"mme(?=s?$)"), "m"),
    (re.compile(r"ence(?=s?$)"), "ense"),
)
"""British endings as American ones; the result is compared, never shown."""
_ENDINGS = ("ies", "es", "s")
_SHORT_PLURAL = re.compile(r"(?<=[A-Z0-9])(?:['’]?s)$")


def short_key(term: str) -> str:
    """What the spellings of a short form have in common: no full stops, no plural; case tells them apart."""
    return re.sub(r"[.\s]", "", singular(unicodedata.normalize("NFC", term))) or term


def singular(term: str) -> str:
    """A short form without the s of its plural: "ICU" of "ICUs"."""
    return _SHORT_PLURAL.sub("", term) if len(term) > 2 else term


def words_key(text: str, *, accents: bool = False) -> str:
    """What the spellings of the same words have in common: no case, hyphens, plurals, first article; no accents either,
    unless they tell words apart ("cote", "côté")."""
    return "".join(_keys(text, accents=accents)) or text.casefold().strip()


def says(text: str, words: str) -> bool:
    """Whether a text has these words, in any of their spellings."""
    wanted = spaced_keys(words)
    return bool(wanted.strip()) and wanted in spaced_keys(text)


def spaced_keys(text: str) -> str:
    """The keys of the words of a text, a space around each."""
    return f" {' '.join(_keys(text))} "


def _keys(text: str, *, accents: bool = False) -> list[str]:
    plain = _POSSESSIVE.sub("", text).casefold().replace("&", " and ")
    plain = unicodedata.normalize("NFKC" if accents else "NFKD", plain)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = [w for w in (re.sub(r"[^\w+#]", "", w) for w in _JOINED.split(plain)) if w]
    while len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return [_stem(w) if accents else _root(_stem(w)) for w in words]


def _root(word: str) -> str:
    """A word without what cases and genders add to it in German, Dutch and the Nordic languages."""
    for ending in ("en", "em", "er", "es", "et", "e", "n"):
        if len(word) > len(ending) + 4 and word.endswith(ending):
            return word.removesuffix(ending)
    return word


def _stem(word: str) -> str:
    """A word without its plural and its British spelling; crude, since only sameness is asked for."""
    if len(word) > 5:
        for pattern, american in _AMERICAN:
            word = pattern.sub(american, word)
    if len(word) > 3 and not word.endswith(("ss", "us", "is")):
        for ending in _ENDINGS:
            if word.endswith(ending):
                return word.removesuffix(ending).removesuffix("e") + ("y" if ending == "ies" else "")
    return word.removesuffix("e") if len(word) > 3 else word


def best_spelling(spellings: Sequence[str]) -> str:
    """The spelling that is printed: without article, genitive and plural, with its accents, then the most usual one."""
    often = Counter(spellings)
    first = {s: n for n, s in reversed(list(enumerate(spellings)))}

    def rank(spelling: str) -> tuple[int, ...]:
        words = spelling.split()
        return (
            int(len(words) > 1 and words[0].casefold().strip("’'") in ARTICLES),
            int(bool(_POSSESSIVE.search(spelling))),
            int(_is_longer(spelling, often)),
            -sum(unicodedata.combining(c) > 0 for c in unicodedata.normalize("NFD", spelling)),
            -often[spelling],
            first[spelling],
        )

    return min(often, key=rank)


def _is_longer(spelling: str, others: Counter[str]) -> bool:
    """Whether the same words also stand with shorter endings: in the singular, or without a case."""
    own = _JOINED.split(spelling.casefold().rstrip(" ."))
    return any(_begins_like(own, _JOINED.split(o.casefold().rstrip(" ."))) for o in others)


def _begins_like(longer: list[str], shorter: list[str]) -> bool:
    return (
        len(longer) == len(shorter)
        and longer != shorter
        and all(a.startswith(b.removesuffix("y")) for a, b in zip(longer, shorter, strict=True))
    )


def without_article(text: str) -> str:
    """A term without the article before it."""
    first, _, rest = text.partition(" ")
    return rest if rest and first.casefold() in ARTICLES else text


_SHORT_FORM = re.compile(r"(?=(?:[^A-ZÀ-Þ]*[A-ZÀ-Þ]){2})\S{2,12}")


def kind_of(term: str) -> str:
    """What an entry is of which nobody says it: a short form has capitals and no space."""
    return "abbreviation" if _SHORT_FORM.fullmatch(term) else "definition"
