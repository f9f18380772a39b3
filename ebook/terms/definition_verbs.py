"""Definitions by a verb that explains: "X refers to …", "X occurs when …", "the theory states that …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.terms.definition_guess import Guess, made
from ebook.terms.definition_marks import is_clause
from ebook.terms.definition_meanings import meaning_from, signs_of_text
from ebook.terms.definition_terms import subject_of, term_before
from ebook.terms.definition_words import CLAIMS

_WHEN = frozenset("occur occurs happen happens take takes exist exists".split())
_STRONG = frozenset("refers refer means mean denotes denote occurs happens takes describes consists".split())
_WEAK_WITH_THE = frozenset(
    "represents represent involves involve comprises comprise examines examine indicate indicates entail "
    "entails".split()
)
SAYING = frozenset(
    "states state holds hold suggests suggest proposes propose predicts predict says asserts assert claims claim "
    "argues argue maintains maintain posits posit notes note stating sees views looks assumes focuses".split()
)
"""What a theory does."""
_PERSONS = ("ists", "ians", "ers", "ors", "people", "scholars", "experts")
_TALK = re.compile(
    r"\s+(?:[“\"‘']|(?:we|you|I|it|they|there|he|she|nothing|business|a\s+lot|more|less|little)\b)",
)
_LEAD = re.compile(r"\s+(?:to|that,?|of)\s+")
_WHICH = re.compile(r",\s+which(?:\s+\w+ly)?\s+$")


def by_verb(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """X refers to …, X means …, X occurs when …"""
    verb = cue[0].split()[0]
    found = _subject(sentence, cue.start())
    if not found:
        return
    start, end, signs = found
    if verb == "refer" and sentence[start:end].endswith(_PERSONS):
        return
    if verb in _WEAK_WITH_THE and "the term" in signs:
        return
    if verb in ("mean", "means") and _TALK.match(sentence, cue.end()):
        return
    if verb in SAYING and not _says_something(sentence[start:end]):
        return
    lead = None if verb in _WHEN or verb in ("sees", "views") else _LEAD.match(sentence, cue.end())
    meaning = meaning_from(sentence, lead.end() if lead else cue.end())
    if "which is" in signs and verb in ("mean", "means") and (lead or is_clause(meaning)):  # a consequence
        return
    if verb in ("sees", "views", "looks", "focuses"):
        meaning = meaning_from(sentence, cue.start())
    if len(meaning.split()) < 3:
        return
    form = "verb" if verb in _STRONG or verb in SAYING else "weak verb"
    yield from made(sentence, start, end, meaning, [form, *signs, *signs_of_text(meaning)])


def _subject(sentence: str, end: int) -> tuple[int, int, list[str]] | None:
    """The term in front of a verb, or in front of ", which" before it."""
    which = _WHICH.search(sentence, max(0, end - 40), end)
    if not which:
        return subject_of(sentence, end)
    term = term_before(sentence, which.start())
    return (*term, ["which is"]) if term else None


def _says_something(term: str) -> bool:
    head = term.lower().split(" of ")[0].split()[-1]
    return head in CLAIMS or head.endswith("ism")
