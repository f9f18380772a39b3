"""Brings an editor's glossary up to date with the articles; nothing that a person wrote is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ebook.glossary_file.entries import CHANGED, FOUND, GONE, NEW, Entry, decision_of, is_decided, settle
from ebook.markup import xml_legal
from ebook.model import Term
from ebook.terms.matching import by_pair, meaning_key, own_words


def update(
    entries: Sequence[Entry],
    found: Sequence[Term],
    *,
    threshold: float,
    is_first: bool,
    is_elsewhere: Callable[[str], bool],
    is_read: Callable[[str], bool],
) -> tuple[Entry, ...]:
    """The entries in their order, then what is new and sure enough.

    `found` are the entries of the articles, the unsure ones too; they name their articles as the file does.
    `is_first` tells that the file is being made, so that nothing in it is marked as new; `is_elsewhere` whether an
    article was left out of this run, so that nothing can be said about its entries; `is_read` whether it was read.
    """
    found = _apart(found)
    decisions = [decision_of(entry) for entry in entries]
    pairs, own = by_pair(decisions, found), own_words(decisions, found)
    now = {number: found[position] for position, number in pairs.items()}
    kept = [
        _kept(settle(entry), now[number]) if number in now else _left(entry, is_elsewhere, is_read)
        for number, entry in enumerate(entries)
    ]
    mark = "" if is_first else NEW
    added = [
        _fresh(term, mark)
        for position, term in enumerate(found)
        if position not in pairs and position not in own and term.score >= threshold
    ]
    return (*kept, *added)


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
    is_changed = meaning_key(entry.found_meaning) != meaning_key(fresh.found_meaning)
    entry_now = replace(
        entry,
        article=entry.article if entry.article in term.articles else fresh.article,
        score=fresh.score,
        sentence=fresh.sentence,
        found_term=fresh.found_term,
        found_meaning=fresh.found_meaning,
        mark="" if entry.mark == GONE else entry.mark,
    )
    if not is_decided(entry):
        return replace(entry_now, term=fresh.term, meaning=fresh.meaning)
    return replace(entry_now, mark=CHANGED) if is_changed else entry_now


def _left(entry: Entry, is_elsewhere: Callable[[str], bool], is_read: Callable[[str], bool]) -> Entry:
    """An entry that no article of this run explains; one of the editor's own needs none."""
    if entry.is_own:
        if not entry.article or is_elsewhere(entry.article):
            return entry
        return replace(entry, mark=GONE if not is_read(entry.article) else "" if entry.mark == GONE else entry.mark)
    return entry if is_elsewhere(entry.article) else replace(settle(entry), mark=GONE)


def _score(term: Term) -> float:
    return round(term.score, 2)


def _plain(text: str) -> str:
    return " ".join(xml_legal(text).split())
