"""What a sentence says of a term that its author marked as defined there.

The mark says which words are the term, so more forms are understood here than in plain text, and in more languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ebook.terms.definition_guess import Guess
from ebook.terms.definition_languages import LANGUAGES, in_language
from ebook.terms.definition_signs import probability
from ebook.terms.definitions_english import english

_MEANING = r"(?P<meaning>[^。.!?！？]{2,400}?)"
_ENDING = r"[。.]?$"
_COPULAS: Mapping[str, str] = {
    "en": "is are was were means denotes refers\\sto",
    "fr": "est sont désigne désignent signifie",
    "es": "es son designa significa",
    "pt": "é são designa significa",
    "it": "è sono designa significa",
    "ca": "és són",
    "de": "ist sind heißt bedeutet bezeichnet",
    "nl": "is zijn betekent",
    "da": "er betyder",
    "nb": "er betyr",
    "sv": "är betyder",
    "pl": "to jest oznacza",
    "cs": "je jsou znamená",
    "fi": "on ovat tarkoittaa",
    "ro": "este sunt înseamnă",
}
"""Words that join a term to what it means."""
_FORMS: Mapping[str, tuple[str, ...]] = {
    "": (
        rf"^(?:\w+['’]?\s?)?{{T}}\s?[:：]\s?{_MEANING}{_ENDING}",
        rf"^{{T}}\s[—–-]\s{_MEANING}{_ENDING}",
    ),
    "en": (
        rf"^(?:By|With)\s(?:an?\s|the\s)?[“\"]?{{T}}[”\"]?,?\s(?:we|I|they|people)\s(?:\w+\s)?means?\s{_MEANING}{_ENDING}",
    ),
    "ja": (
        rf"{{T}}[」』）)]?(?:とは|というのは|は)、?{_MEANING}"
        rf"(?:のこと(?:である|です|だ|をいう|を指す|を言う)?|を(?:いう|言う|指す|意味する)|である|です|だ){_ENDING}",
    ),
    "zh": (rf"(?:所谓)?{{T}}[”」]?，?(?:是指|指的是|就是|是){_MEANING}{_ENDING}",),
    "ko": (rf"{{T}}(?:이란|란|은|는)\s{_MEANING}(?:을|를)?\s?(?:말한다|뜻한다|가리킨다|이다|입니다|다){_ENDING}",),
    "ru": (rf"^{{T}}\s?[—–-]\s?(?:это\s)?{_MEANING}{_ENDING}",),
    "uk": (rf"^{{T}}\s?[—–-]\s?(?:це\s)?{_MEANING}{_ENDING}",),
    "ar": (rf"^{{T}}\s(?:هو|هي)\s{_MEANING}{_ENDING}",),
    "he": (rf"^{{T}}\s(?:הוא|היא)\s{_MEANING}{_ENDING}",),
}
"""Forms by language, `{T}` for the term; those of no language hold for all."""


def meaning_of(term: str, sentence: str, language: str = "en") -> str:
    """What a sentence says that a term in it means; nothing where no form of its language tells."""
    tongue = language.split("-")[0].lower() or "en"
    wanted = term.casefold()
    guesses = english(sentence) if tongue == "en" else in_language(sentence, tongue) if tongue in LANGUAGES else ()
    fitting = [guess for guess in guesses if _is_same(guess, wanted)]
    if fitting:
        return max(fitting, key=lambda guess: probability(guess.signs)).meaning
    copulas = _COPULAS.get(tongue, "").replace(" ", "|")
    joined = (rf"^(?:\w+['’]?\s?){{0,1}}{{T}}\s(?:{copulas})\s{_MEANING}{_ENDING}",) if copulas else ()
    for form in (*_FORMS.get(tongue, ()), *joined, *_FORMS[""]):
        match = re.search(form.replace("{T}", re.escape(term)), sentence, re.IGNORECASE)
        if match:
            return match["meaning"].strip(" ,、，")
    return ""


def _is_same(guess: Guess, wanted: str) -> bool:
    """Whether a form found the marked words, or all of them but the last letters of a plural."""
    found = guess.term.casefold()
    return found == wanted or (len(found) > 3 and wanted.startswith(found) and len(wanted) - len(found) <= 2)
