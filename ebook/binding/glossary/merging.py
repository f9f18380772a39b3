"""Makes entries of the terms of all chapters: what is the same stands once, in its best spelling.

Two expansions of one short form stay apart, each with the articles that give it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ebook.binding.glossary.entries import Entry, arrange
from ebook.binding.glossary.spelling import best_spelling, short_key, singular, without_article, words_key
from ebook.model import Term

EDITOR, MARKED = "editor", "marked"
_SOURCES = (EDITOR, "listed", MARKED, "found", "")
"""Whose words are taken first."""
SHORTEST_PART = 12
"""Letters of a definition that may be taken for a part of another."""


def merge(found: Sequence[Term], language: str) -> list[Entry]:
    """Entries from the terms of all chapters, equal ones merged, sorted for the language of the book."""
    groups: dict[tuple[str, ...], list[Term]] = {}
    for term in found:
        groups.setdefault(_key(term), []).append(term)
    entries = [_entry(group) for group in _joined(list(groups.values()))]
    return arrange(_one_headword(entries), language)


def _key(term: Term) -> tuple[str, ...]:
    if term.kind == "abbreviation":
        return ("abbreviation", short_key(term.term))
    return (term.kind, term.language.split("-")[0].lower(), words_key(without_article(term.term), accents=True))


def _joined(groups: list[list[Term]]) -> list[list[Term]]:
    """Short forms that differ in case alone are one if they mean the same ("PhD" and "PHD")."""
    known: dict[tuple[str, str], list[Term]] = {}
    result: list[list[Term]] = []
    for group in groups:
        if group[0].kind != "abbreviation" or len(group[0].term) < 3:
            result.append(group)
            continue
        keys = [(short_key(t.term).casefold(), words_key(t.meaning)) for t in group]
        same = next((known[k] for k in keys if k in known), None)
        if same is None:
            result.append(group)
        else:
            same.extend(group)
        for key in keys:
            known.setdefault(key, group if same is None else same)
    return result


def _entry(group: list[Term]) -> Entry:
    meanings: dict[str, list[Term]] = {}
    for term in group:
        meanings.setdefault(words_key(term.meaning), []).append(term)
    made = [_meaning(same) for same in _without_parts(meanings)]
    made.sort(key=lambda t: _SOURCES.index(t.source) if t.source in _SOURCES else len(_SOURCES))
    names = [t.term if group[0].kind == "abbreviation" else without_article(t.term) for t in group]
    own = next((t.term for t in group if t.source == EDITOR), "")
    return Entry(term=own or best_spelling(names), kind=group[0].kind, meanings=made, forms=_forms(names))


def _forms(names: Sequence[str]) -> set[str]:
    """The spellings to look for: also the singular of a short form that is explained in the plural."""
    return {*names, *(singular(n) for n in names)}


def _without_parts(meanings: dict[str, list[Term]]) -> list[list[Term]]:
    """Meanings without those whose words all stand in a longer one: the longer says more."""
    folded: set[str] = set()
    for key in sorted(meanings, key=len):
        if meanings[key][0].kind != "definition" or len(key) < SHORTEST_PART or meanings[key][0].source == EDITOR:
            continue
        whole = next((o for o in meanings if key != o and key in o), None)
        if whole is not None:
            meanings[whole].extend(meanings[key])
            folded.add(key)
    return [same for key, same in meanings.items() if key not in folded]


def _meaning(same: list[Term]) -> Term:
    """One meaning of all terms that mean the same: the best words, everything that any of them knows."""
    first = min(same, key=lambda t: _SOURCES.index(t.source) if t.source in _SOURCES else len(_SOURCES))
    longest = max(len(words_key(t.meaning)) for t in same)
    spellings = [t.meaning for t in same if len(words_key(t.meaning)) == longest]
    told = first if first.source == EDITOR and first.sentence else _telling(same)
    return replace(
        first,
        meaning=first.meaning if first.source == EDITOR else best_spelling(spellings),
        score=max(t.score for t in same),
        pronunciation=next((t.pronunciation for t in same if t.pronunciation), ""),
        respelling=next((t.respelling for t in same if t.respelling), ""),
        sentence=told.sentence if told else "",
        place=told.place if told else first.place,
        articles=tuple(dict.fromkeys(a for t in same for a in t.articles)),
        is_local=all(t.is_local for t in same),
    )


def _telling(same: Sequence[Term]) -> Term | None:
    """Whose sentence is quoted: the first that says the meaning itself, else the first that has one."""
    quoted = [t for t in same if t.sentence]
    return next((t for t in quoted if words_key(t.meaning) in words_key(t.sentence)), quoted[0] if quoted else None)


def _one_headword(entries: list[Entry]) -> list[Entry]:
    """A short form and a defined term of the same letters are one entry: first the words, then what they mean."""
    short = {e.term: e for e in entries if e.kind == "abbreviation"}
    result: list[Entry] = []
    for entry in entries:
        same = short.get(entry.term) if entry.kind == "definition" else None
        if same is None:
            result.append(entry)
        else:
            same.meanings.extend(entry.meanings)
            same.forms |= entry.forms
    return result
