"""Brings an editor's glossary up to date with the articles; nothing that a person wrote is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ebook.glossary_file.entries import (
    CHANGED,
    FOUND,
    GONE,
    NEW,
    Entry,
    decision_of,
    is_decided,
    settle,
    sign_of,
)
from ebook.markup import xml_legal
from ebook.model import Term
from ebook.terms.matching import FORBIDDEN, by_pair, meaning_key, own_words


def update(
    entries: Sequence[Entry],
    found: Sequence[Term],
    *,
    threshold: float,
    is_first: bool,
    is_elsewhere: Callable[[str], bool],
) -> tuple[Entry, ...]:
    """The entries in their order, then what is new and sure enough.

    `found` are the entries of the articles, the unsure ones too; they name their articles as the file does.
    `is_first` tells that the file is being made, so that nothing in it is marked as new; `is_elsewhere` whether an
    article was left out of this run, so that nothing can be said about its entries.
    """
    found = _apart(found)
    decisions = [decision_of(entry) for entry in entries]
    pairs, own = by_pair(decisions, found), own_words(decisions, found)
    now = {number: found[position] for position, number in pairs.items()}
    kept = [
        _kept(settle(entry), now[number]) if number in now else _left(entry, is_elsewhere)
        for number, entry in enumerate(entries)
    ]
    mark = "" if is_first else NEW
    added = [
        _fresh(term, mark)
        for position, term in enumerate(found)
        if position not in pairs and position not in own and term.score >= threshold
    ]
    return (*kept, *added)


def changes(before: Sequence[Entry], now: Sequence[Entry]) -> tuple[Entry, ...]:
    """The decisions about which an article says something else since this update: each is told once."""
    pairs = zip(before, now, strict=False)  # what is new comes behind
    return tuple(
        entry
        for old, entry in pairs
        if entry.mark == CHANGED and meaning_key(entry.found_meaning) != meaning_key(old.found_meaning)
    )


def _apart(found: Sequence[Term]) -> list[Term]:
    """The entries without those that only their kind tells apart."""
    return list({(term.term, meaning_key(term.meaning)): term for term in reversed(found)}.values())[::-1]


def _fresh(term: Term, mark: str) -> Entry:
    """What the articles say, as nobody has looked at it yet."""
    words, meaning = _plain(term.term), _plain(term.meaning)
    return Entry(
        term=words,
        kind=term.kind,
        meaning=meaning,
        state=FOUND,
        article=term.articles[0] if term.articles else "",
        score=_score(term),
        sentence=_plain(term.sentence),
        mark=mark,
        found_term=words,
        found_meaning=meaning,
    )


def _kept(entry: Entry, term: Term) -> Entry:
    """An entry with what the articles say now; where nobody decided, it follows them."""
    fresh = _fresh(term, "")
    now = replace(
        entry,
        article=entry.article if entry.article in term.articles else fresh.article,
        score=fresh.score,
        sentence=fresh.sentence,
        found_term=fresh.found_term,
        found_meaning=fresh.found_meaning,
    )
    if is_decided(entry):
        return _marked(now, _before(entry, fresh))
    return _marked(replace(now, term=fresh.term, meaning=fresh.meaning), "")


def _before(entry: Entry, fresh: Entry) -> str:
    """What the article said when somebody decided; nothing where that needs no second look."""
    is_open = entry.mark != "" and entry.found_before != "" and entry.decided in ("", sign_of(entry))
    before = entry.found_before if is_open else entry.found_meaning
    agrees = entry.state != FORBIDDEN and meaning_key(entry.meaning) == meaning_key(fresh.meaning)
    return "" if agrees or meaning_key(before) == meaning_key(fresh.meaning) else before


def _marked(entry: Entry, before: str) -> Entry:
    """An entry of which the articles of this run say something, with the mark that it still needs."""
    if before:
        return replace(entry, mark=CHANGED, found_before=before, decided=sign_of(entry))
    mark = NEW if entry.mark == NEW and not is_decided(entry) else ""
    return replace(entry, mark=mark, found_before="", decided="")


def _left(entry: Entry, is_elsewhere: Callable[[str], bool]) -> Entry:
    """An entry that no article of this run explains; one of the editor's own was never found, and is never gone."""
    if entry.is_own:
        return replace(entry, mark="") if entry.mark == GONE else entry
    if is_elsewhere(entry.article):
        return replace(entry, mark="") if entry.mark == NEW and is_decided(entry) else entry
    return replace(settle(entry), mark=GONE)


def _score(term: Term) -> float:
    return round(term.score, 2)


def _plain(text: str) -> str:
    return " ".join(xml_legal(text).split())
