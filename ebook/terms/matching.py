"""Tells which decision of an editor is about which term that was found, also after an article has changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from ebook.model import Decision, Term

STATED, FORBIDDEN = "stated", "forbidden"
ALIKE = 0.6
"""How much of two meanings must agree for what was forbidden of one to hold for the other."""
_OF_AUTHORS = ("marked", "listed")
"""Sources of a meaning that an author set apart, so that no sentence had to be understood."""
_Name: TypeAlias = Callable[[Decision], str]


def term_key(term: str, kind: str) -> str:
    """What two spellings of a term share; the case of an abbreviation counts."""
    plain = " ".join(term.split())
    return plain if kind == "abbreviation" else plain.casefold()


def meaning_key(meaning: str) -> str:
    """What two spellings of a meaning share."""
    return " ".join(meaning.split()).casefold().rstrip(".")


def is_same_term(term: str, found: Term) -> bool:
    """Whether a term is the one that was found."""
    return term_key(term, found.kind) == term_key(found.term, found.kind)


def by_pair(decisions: Sequence[Decision], found: Sequence[Term]) -> dict[int, int]:
    """Positions of found terms to those of the decisions that were made about them.

    Where an article has changed its words for a term since, the decision about the old ones holds for the new.
    """
    named = _by_term([d.found_term if d.found_meaning else "" for d in decisions])
    matched: dict[int, int] = {}
    for position, term in enumerate(found):
        for number in _about(named, decisions, term, lambda d: d.found_term):
            if meaning_key(decisions[number].found_meaning) == meaning_key(term.meaning):
                matched.setdefault(position, number)
    heirs: dict[int, list[int]] = {}
    claimed = set(matched.values())
    for position, term in enumerate(found):
        for number in _about(named, decisions, term, lambda d: d.found_term) if position not in matched else ():
            if number not in claimed and _follows(decisions[number], term):
                heirs.setdefault(number, []).append(position)
    for number, positions in heirs.items():
        if len(positions) == 1:
            matched.setdefault(positions[0], number)
    return matched


def own_words(decisions: Sequence[Decision], found: Sequence[Term]) -> dict[int, int]:
    """Positions of found terms to those of an editor's own entries, which replace or forbid them.

    An own entry is about every meaning that articles give, or that its one article gives; the closest counts. One for
    all articles leaves alone what an author marked up or listed in other words: it may be something else there.
    """
    named = _by_term([d.term if d.state and not d.found_meaning else "" for d in decisions])
    result: dict[int, int] = {}
    for position, term in enumerate(found):
        own = [n for n in _about(named, decisions, term, lambda d: d.term) if _reaches(decisions[n], term)]
        if own:
            result[position] = min(own, key=lambda n: _distance(decisions[n], term))
    return result


def _by_term(names: Sequence[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        if name:
            found.setdefault(term_key(name, ""), []).append(number)
    return found


def _about(named: Mapping[str, list[int]], decisions: Sequence[Decision], term: Term, name: _Name) -> list[int]:
    return [n for n in named.get(term_key(term.term, ""), ()) if is_same_term(name(decisions[n]), term)]


def _follows(decision: Decision, term: Term) -> bool:
    """Whether a term may have taken the place of what a decision was about: in the same article, in other words."""
    return decision.article in term.articles and (
        decision.state != FORBIDDEN or _is_alike(decision.found_meaning, term.meaning)
    )


def _is_alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, meaning_key(one), meaning_key(other), autojunk=False).ratio() >= ALIKE


def _reaches(decision: Decision, term: Term) -> bool:
    """Whether an own entry is about a meaning: what is forbidden with a meaning is forbidden in that one alone."""
    if decision.article and decision.article not in term.articles:
        return False
    if is_authors_own(decision, term):
        return False
    return _distance(decision, term) == 0 or not (decision.state == FORBIDDEN and decision.meaning)


def is_authors_own(decision: Decision, term: Term) -> bool:
    """Whether an author marked up or listed another meaning than an editor states for all articles."""
    return (
        decision.state == STATED
        and not (decision.article or decision.found_meaning)
        and term.source in _OF_AUTHORS
        and _distance(decision, term) > 0
    )


def _distance(decision: Decision, term: Term) -> int:
    """0 for the same meaning, 1 for an entry of the same article, 2 for one of all articles."""
    if meaning_key(decision.meaning) == meaning_key(term.meaning):
        return 0
    return 1 if decision.article else 2
