"""Lets the editor's word win: decisions change what was found, before it is linked and printed.

An entry that an editor wrote is always in the glossary; one that was found once and decided on stays as long as an
article uses the term. What is forbidden or corrected is so in the text as well, where a short form says its expansion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ebook.binding.glossary.entries import Entry
from ebook.binding.glossary.merging import EDITOR, merge
from ebook.binding.glossary.spelling import words_key
from ebook.markup import MEANING, Element, squash, text_of, unwrap
from ebook.model import Decision, Term
from ebook.options import Options
from ebook.terms.matching import FORBIDDEN, STATED, by_pair, is_same_term, own_words, term_key

FILE = "file"
"""The order in which entries stand as the editor's file has them."""
_SHORT_FORM = re.compile(r"(?=(?:[^A-ZÀ-Þ]*[A-ZÀ-Þ]){2})\S{2,12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """What became of a meaning that articles give; `now` is nothing where it was forbidden."""

    was: Term
    now: Term | None
    by: int | None = None


def decide(
    entries: Sequence[Entry],
    options: Options,
    language: str,
    trees: Sequence[tuple[str, Element]] = (),
    named: Mapping[str, str] | None = None,
) -> list[Entry]:
    """The entries as the editor wants them, in the editor's order if asked for.

    `trees` are the chapters by the names of their documents; their abbreviations get the expansions that were decided.
    `named` leads from the inputs, by which an editor names articles, to the documents.
    """
    known = named or {}
    decisions = [replace(d, article=known.get(d.article, d.article)) for d in options.decisions]
    if not decisions:
        return list(entries)
    found = [replace(meaning, term=entry.term) for entry in entries for meaning in entry.meanings]
    changes = list(_changes(found, decisions, language))
    spellings = {entry.term: entry.forms | {m.term for m in entry.meanings} for entry in entries}
    for name, tree in trees:
        _mark(tree, [c for c in changes if name in c.was.articles and c.now != c.was], spellings)
    used = {c.by for c in changes}
    added = [
        _stated(decision, None, language)
        for number, decision in enumerate(decisions)
        if decision.state == STATED and number not in used and _belongs(decision, trees)
    ]
    decided = merge([*(c.now for c in changes if c.now is not None), *added], language)
    for entry in decided:
        entry.forms |= {f for c in changes if c.now and c.now.term == entry.term for f in spellings[c.was.term]}
        own = [d for d in decisions if _names(d, entry)]
        entry.forms |= {form for d in own for form in d.also}
        entry.see = tuple(dict.fromkeys(term for d in own for term in d.see))
    return _in_order(decided, decisions) if options.glossary_order == FILE else decided


def _changes(found: Sequence[Term], decisions: Sequence[Decision], language: str) -> Iterator[_Change]:
    """What becomes of each meaning; an editor's own entry goes before one that was found and not decided on."""
    pairs, own = by_pair(decisions, found), own_words(decisions, found)
    forms = {term_key(form, ""): n for n, d in enumerate(decisions) if d.state != FORBIDDEN for form in d.also}
    for position, term in enumerate(found):
        number = pairs.get(position)
        whole = forms.get(term_key(term.term, ""))
        if (number is None or not decisions[number].state) and position in own:
            number = own[position]
        elif (number is None or not decisions[number].state) and whole is not None:
            number = whole
        decision = decisions[number] if number is not None else None
        if decision is not None and decision.state and not decision.found_meaning and decision.article:
            rest = tuple(a for a in term.articles if a != decision.article)
            if rest:  # the decision is about one of the articles that say this
                yield _Change(was=replace(term, articles=rest), now=replace(term, articles=rest))
                term = replace(term, articles=(decision.article,))
        if decision is not None and decision.state == FORBIDDEN:
            yield _Change(was=term, now=None, by=number)
        elif decision is not None and decision.state == STATED:
            yield _Change(was=term, now=_stated(decision, term, language), by=number)
        else:
            now = _with_facts(term, decision, decisions)
            yield _Change(was=term, now=replace(now, term=decisions[whole].term) if whole is not None else now)


def _stated(decision: Decision, found: Term | None, language: str) -> Term:
    """The entry that a decision states, with the evidence of what it replaces."""
    kind = decision.kind or (found.kind if found else kind_of(decision.term))
    base = found or Term(kind=kind, term="", meaning="", articles=(decision.article,) if decision.article else ())
    return replace(
        base,
        kind=kind,
        term=squash(decision.term),
        meaning=squash(decision.meaning),
        score=1.0,
        source=EDITOR,
        language=decision.language or base.language or language,
        pronunciation=decision.pronunciation or base.pronunciation,
        respelling=decision.respelling or base.respelling,
    )


def kind_of(term: str) -> str:
    """What an entry is whose editor does not say: a short form has capitals and no space."""
    return "abbreviation" if _SHORT_FORM.fullmatch(term) else "definition"


def _with_facts(term: Term, decision: Decision | None, decisions: Sequence[Decision]) -> Term:
    """What articles say, with what an editor adds to it: what it is, its language, how it sounds."""
    bare = [d for d in decisions if not (d.state or d.found_meaning) and is_same_term(d.term, term)]
    for facts in (*([decision] if decision else []), *(d for d in bare if not d.article or d.article in term.articles)):
        term = replace(
            term,
            kind=facts.kind or term.kind,
            language=facts.language or term.language,
            pronunciation=facts.pronunciation or term.pronunciation,
            respelling=facts.respelling or term.respelling,
        )
    return term


def _belongs(decision: Decision, trees: Sequence[tuple[str, Element]]) -> bool:
    """Whether a decision about nothing that was found makes an entry all the same."""
    if decision.found_meaning:
        words = [w for w in (decision.term, *decision.also) if w]
        case = re.NOFLAG if (decision.kind or kind_of(decision.term)) == "abbreviation" else re.I
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", case)
        return any(pattern.search(text_of(tree)) for _, tree in trees)
    return not decision.article or decision.article in {source for source, _ in trees}


def _names(decision: Decision, entry: Entry) -> bool:
    """Whether a decision is about an entry of the glossary."""
    return decision.state != FORBIDDEN and term_key(decision.term, entry.kind) == term_key(entry.term, entry.kind)


def _in_order(entries: Sequence[Entry], decisions: Sequence[Decision]) -> list[Entry]:
    """The entries that the file names in its order, then the others as they are."""
    places: dict[str, int] = {}
    for number, decision in enumerate(decisions):
        for kind in ("abbreviation", ""):
            places.setdefault(term_key(decision.term, kind), number)
    return sorted(entries, key=lambda e: places.get(term_key(e.term, e.kind), len(decisions)))


def _mark(tree: Element, changes: Sequence[_Change], spellings: Mapping[str, set[str]]) -> None:
    """Correct or take out the marks of a chapter that the changes are about; no word of the text is lost."""
    by_term: dict[str, list[_Change]] = {}
    for change in changes:
        for spelling in {change.was.term, *spellings[change.was.term]}:
            by_term.setdefault(spelling, []).append(change)
    for element in list(tree.iter("abbr", "dfn")) if by_term else ():
        said = next((e.get("title", "") or e.get(MEANING, "") for e in element.iter("abbr", "dfn") if _says(e)), "")
        here = by_term.get(text_of(element), [])
        fitting = [c for c in here if not said or words_key(c.was.meaning) == words_key(said)]
        now = fitting[0].now if fitting else None
        if fitting and now is None and element.get("id"):
            element.tag = "span"  # links lead to it
            for name in ("title", MEANING):
                element.attrib.pop(name, None)
        elif fitting and now is None:
            unwrap(element)
        elif now is not None and element.get("title"):
            element.set("title", now.meaning)


def _says(element: Element) -> bool:
    return bool(element.get("title") or element.get(MEANING))
