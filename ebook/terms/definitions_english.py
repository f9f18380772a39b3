"""Places in an English sentence where a term may be defined.

Each form ("X is a …", "X refers to …", "… is called X") has a function of its own. None of them parses: tables of
words say where a name of a thing can start and end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from ebook.terms.definition_cues import cues
from ebook.terms.definition_doing import by_doing, by_rules, inside, of_a_kind
from ebook.terms.definition_guess import Guess, made
from ebook.terms.definition_is import by_is
from ebook.terms.definition_marks import by_mark
from ebook.terms.definition_meanings import meaning_from, signs_of_text, standing_alone
from ebook.terms.definition_names import by_bracket, by_name, by_or, called_by_us, named_this, reversed_is
from ebook.terms.definition_terms import signs_of_term, term_after
from ebook.terms.definition_verbs import by_verb

MOST_CUES = 40
"""Places looked at in one sentence."""


def english(sentence: str, previous: str = "") -> Iterator[Guess]:
    """Every place where a term may be defined; `previous` is the sentence before."""
    if sentence[-1:] == "?":
        return
    for cue in islice(cues(sentence), MOST_CUES):
        yield from _FORMS[str(cue.lastgroup)](sentence, cue)
    for form in _OPENINGS:
        yield from form(sentence)
    this = _THIS.match(sentence) if previous else None
    term = term_after(sentence, this.end()) if this else None
    if term and this:
        meaning = standing_alone(previous)
        if meaning:
            yield from made(sentence, *term, meaning, ["called", "clause", *signs_of_text(meaning)])
    yield from named_this(sentence, previous)


_THIS = re.compile(
    r"(?:This|These|Such(?:\s+an?)?)(?:\s+[a-z]+){0,3}?\s+(?:is|are)(?:\s+(?:often|commonly|generally|usually))?\s+(?:called|known\s+as|termed|referred\s+to\s+as)\s"
)


_AIM_OF = re.compile(
    r"(?:The\s)?(?:main\s|primary\s)?(?:goal|aim|purpose|objective|point|idea|function)\s(?:of|behind)\s(?:an?\s|the\s)?"
    r"(?P<term>[a-z][\w’-]*(?:\s[\w’-]+){0,4}?)\s(?:is|was)\s(?=to\s|that\s)"
)


def aim_of(sentence: str) -> Iterator[Guess]:
    """The goal of X is to …"""
    match = _AIM_OF.match(sentence)
    term = term_after(sentence, match.start("term")) if match else None
    if not match or not term or term[1] != match.end("term"):
        return
    meaning = meaning_from(sentence, match.end())
    yield from made(sentence, *term, meaning, ["aim", *signs_of_term(sentence, *term), *signs_of_text(meaning)])


def _define(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """We define X as …; use the term X to refer to …"""
    rest = sentence[cue.start() :]
    match = re.match(
        r"(?:define[sd]?\s+(?P<a>[^,.;:]{3,50}?)\s+as|us(?:es?|ed|ing)\s+the\s+(?:term|word|phrase)\s+(?P<b>[^,.;:]{3,50}?)\s+to\s+(?:refer\s+to|describe|mean|denote|indicate|express|identify))\s+",
        rest,
    )
    if not match:
        return
    group = "a" if match["a"] else "b"
    inner = term_after(sentence, cue.start() + match.start(group))
    if not inner or inner[1] < cue.start() + match.end(group) - 1:
        return
    meaning = meaning_from(sentence, cue.start() + match.end())
    if len(meaning.split()) < 3:
        return
    yield from made(sentence, *inner, meaning, ["stated", *signs_of_text(meaning)])


_OPENINGS: tuple[Callable[[str], Iterator[Guess]], ...] = (
    aim_of,
    called_by_us,
    of_a_kind,
    by_rules,
    inside,
    reversed_is,
)
_FORMS: Mapping[str, Callable[[str, re.Match[str]], Iterator[Guess]]] = {
    "is": by_is,
    "verb": by_verb,
    "doing": by_doing,
    "called": by_name,
    "colon": by_mark,
    "dash": by_mark,
    "comma": by_mark,
    "bracket": by_mark,
    "gloss": by_bracket,
    "alias": by_or,
    "define": _define,
}
