"""Lets the editor's word win: decisions change what was found, before it is linked and printed.

An entry that an editor wrote is always in the glossary; one that was found once and decided on stays as long as an
article uses the term. One for all articles holds where no author marked up or listed other words. What is corrected is
so in the text as well, where a short form says its expansion; what is forbidden loses our marks there, and keeps those
of its author.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ebook.binding.glossary.entries import WHOLE, Entry, common_language
from ebook.binding.glossary.finding import Finder
from ebook.binding.glossary.marks import PLACED, is_ours
from ebook.binding.glossary.merging import EDITOR, MARKED, merge
from ebook.binding.glossary.spelling import kind_of, says, words_key
from ebook.markup import MEANING, SCORE, Element, language_of, squash, text_nodes, text_of, unwrap_all
from ebook.model import Decision, Term
from ebook.options import Options
from ebook.terms.matching import FORBIDDEN, STATED, by_pair, is_authors_own, is_same_term, own_words, term_key

FILE = "file"
"""The order in which entries stand as the editor's file has them."""


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
    named: Mapping[str, Sequence[str]] | None = None,
) -> list[Entry]:
    """The entries as the editor wants them, in the editor's order if asked for.

    `trees` are the chapters by the names of their documents; their abbreviations get the expansions that were decided.
    `named` leads from the inputs, by which an editor names articles, to the documents.
    """
    known = named or {}
    decisions = [replace(d, article=name) for d in options.decisions for name in known.get(d.article, (d.article,))]
    if not decisions:
        return list(entries)
    own = _own(decisions)
    found = [part for entry in entries for m in entry.meanings for part in _parts(replace(m, term=entry.term), own)]
    changes = list(_changes(found, decisions, language))
    spellings = {entry.term: entry.forms | {m.term for m in entry.meanings} for entry in entries}
    _correct(trees, changes, spellings)
    used = {c.by for c in changes}
    left = [(n, d) for n, d in enumerate(decisions) if d.state == STATED and n not in used]
    facts = _facts(decisions)
    added = [_added(decisions[n], spoken, facts) for n, spoken in _belonging(left, trees, language).items()]
    decided = merge([*(c.now for c in changes if c.now is not None), *added], language)
    _name_forms(decided, decisions, changes, spellings)
    return _in_order(decided, decisions) if options.glossary_order == FILE else decided


def _own(decisions: Sequence[Decision]) -> dict[str, list[tuple[str, str]]]:
    """(form, article) of what an editor says of one article alone, by the form."""
    found: dict[str, list[tuple[str, str]]] = {}
    for decision in decisions:
        if decision.state and decision.article and not decision.found_meaning:
            for form in (decision.term, *decision.also):
                found.setdefault(term_key(form, ""), []).append((form, decision.article))
    return found


def _parts(term: Term, own: Mapping[str, Sequence[tuple[str, str]]]) -> Iterator[Term]:
    """A meaning, for each article that an editor speaks of alone, and for all others together."""
    spoken_of = {article for form, article in own.get(term_key(term.term, ""), ()) if is_same_term(form, term)}
    alone = [a for a in term.articles if a in spoken_of]
    rest = tuple(a for a in term.articles if a not in spoken_of)
    if not alone or (len(alone) == 1 and not rest):
        yield term
        return
    place = term.place.partition("#")[0]
    for articles in (*((a,) for a in alone), *((rest,) if rest else ())):
        is_here = not place or place in articles
        yield replace(
            term, articles=articles, sentence=term.sentence if is_here else "", place=term.place if is_here else ""
        )


def _correct(
    trees: Sequence[tuple[str, Element]], changes: Sequence[_Change], spellings: Mapping[str, set[str]]
) -> None:
    """Let the marks of every chapter say what was decided about them."""
    of_article: dict[str, list[_Change]] = {}
    for change in changes:
        for article in change.was.articles if change.now != change.was else ():
            of_article.setdefault(article, []).append(change)
    for name, tree in trees:
        _mark(tree, of_article.get(name, ()), spellings)


def _name_forms(
    entries: Sequence[Entry],
    decisions: Sequence[Decision],
    changes: Sequence[_Change],
    spellings: Mapping[str, set[str]],
) -> None:
    """Give every entry the forms that articles and the editor use, the terms that the editor points to, and the meaning
    that holds where an article gives none."""
    by_term: dict[str, set[str]] = {}
    meant: dict[int, set[str]] = {n: {words_key(d.meaning)} for n, d in enumerate(decisions) if d.state == STATED}
    for change in changes:
        if change.now:
            by_term.setdefault(change.now.term, set()).update(spellings[change.was.term])
            if change.by is not None:
                meant.setdefault(change.by, set()).add(words_key(change.now.meaning))
    named: dict[str, list[int]] = {}
    for number, decision in enumerate(decisions):
        if decision.state != FORBIDDEN:
            named.setdefault(term_key(decision.term, ""), []).append(number)
    for entry in entries:
        entry.forms |= by_term.get(entry.term, set())
        own = [n for n in named.get(term_key(entry.term, ""), ()) if _names(decisions[n], entry)]
        entry.forms |= {form for n in own for form in decisions[n].also}
        said: dict[int, list[str]] = {}
        for n in own:
            for meaning in _meanings_of(decisions[n], entry, meant.get(n, set())):
                said.setdefault(meaning, []).extend(decisions[n].see)
        entry.see = {meaning: tuple(dict.fromkeys(terms)) for meaning, terms in said.items() if terms}
        entry.otherwise = _otherwise(entry, [decisions[n] for n in own])
    for decision in decisions:
        if decision.state == FORBIDDEN and decision.article and not decision.found_meaning:
            for entry in (e for e in entries if _names(decision, e)):
                entry.barred.add(decision.article)


def _meanings_of(decision: Decision, entry: Entry, meant: Collection[str]) -> list[int]:
    """The meanings of an entry that a decision is about, or `WHOLE`; `meant` are the keys of their words.

    None where it is about one that is not in this book.
    """
    is_single = len(entry.meanings) == 1
    if decision.state or decision.found_meaning:
        about = [n for n, m in enumerate(entry.meanings) if words_key(m.meaning) in meant]
    elif decision.article:
        about = [n for n, m in enumerate(entry.meanings) if decision.article in m.articles]
    else:
        about = [WHOLE]
    is_about = bool(about) or not decision.state  # a single meaning may be what has become of it
    return ([WHOLE] if is_about else []) if is_single else about


def _otherwise(entry: Entry, decisions: Sequence[Decision]) -> int:
    """The meaning that holds where an article gives none: the one that an editor states for all of them."""
    general = {words_key(d.meaning) for d in decisions if d.state == STATED and not (d.article or d.found_meaning)}
    held = [n for n, m in enumerate(entry.meanings) if m.source == EDITOR and words_key(m.meaning) in general]
    return held[0] if len(held) == 1 else WHOLE


def _facts(decisions: Sequence[Decision]) -> dict[str, list[Decision]]:
    """What an editor says of a term without a meaning, by the term."""
    return _by_term([d for d in decisions if not (d.state or d.found_meaning)])


def _by_term(decisions: Sequence[Decision]) -> dict[str, list[Decision]]:
    found: dict[str, list[Decision]] = {}
    for decision in decisions:
        found.setdefault(term_key(decision.term, ""), []).append(decision)
    return found


def _changes(found: Sequence[Term], decisions: Sequence[Decision], language: str) -> Iterator[_Change]:
    """What becomes of each meaning; an editor's own entry goes before one that was found and not decided on."""
    pairs, own = by_pair(decisions, found), own_words(decisions, found)
    forms: dict[str, list[int]] = {}
    for number, decision in enumerate(decisions):
        for form in decision.also if decision.state != FORBIDDEN else ():
            forms.setdefault(term_key(form, ""), []).append(number)
    facts = _facts(decisions)
    for position, term in enumerate(found):
        about = pairs.get(position)
        whole = next((n for n in forms.get(term_key(term.term, ""), ()) if _speaks_of(decisions[n], term)), None)
        if about is None or not decisions[about].state:
            over = whole is not None and not is_authors_own(decisions[whole], term)
            about = own.get(position, whole if over else about)
        decided = decisions[about] if about is not None else None
        if decided is not None and decided.state == FORBIDDEN:
            yield _Change(was=term, now=None, by=about)
        elif decided is not None and decided.state == STATED:
            heard = _with_facts(term, None, facts.get(term_key(term.term, ""), ()))
            yield _Change(was=term, now=_stated(decided, heard, language), by=about)
        else:
            now = _with_facts(term, decided, facts.get(term_key(term.term, ""), ()))
            name = decisions[whole].term if whole is not None else now.term
            yield _Change(was=term, now=replace(now, term=name), by=about)


def _speaks_of(decision: Decision, term: Term) -> bool:
    """Whether a decision is about the articles that a meaning was found in."""
    return not decision.article or bool(decision.found_meaning) or decision.article in term.articles


def _stated(decision: Decision, found: Term | None, language: str) -> Term:
    """The entry that a decision states, with the places of what it replaces."""
    kind = decision.kind or (found.kind if found else kind_of(decision.term))
    base = found or Term(kind=kind, term="", meaning="", articles=(decision.article,) if decision.article else ())
    meaning = squash(decision.meaning)
    return replace(
        base,
        kind=kind,
        term=squash(decision.term),
        meaning=meaning,
        score=1.0,
        source=EDITOR,
        sentence=base.sentence if _bears_out(base, meaning) else "",
        is_local=bool(decision.article) and not decision.found_meaning,
        language=decision.language or base.language or language,
        pronunciation=decision.pronunciation or base.pronunciation,
        respelling=decision.respelling or base.respelling,
    )


def _bears_out(found: Term, meaning: str) -> bool:
    """Whether the sentence of an article may stand as evidence for a meaning that it was not found with.

    It says that meaning too, or it only uses the term, whose meaning stood in the author's mark-up.
    """
    if words_key(found.meaning) == words_key(meaning) or says(found.sentence, meaning):
        return True
    return found.source == MARKED and not says(found.sentence, found.meaning)


def _added(decision: Decision, language: str, facts: Mapping[str, Sequence[Decision]]) -> Term:
    """The entry that a decision about nothing that was found states, with what is said of its term besides."""
    term = _stated(decision, None, language)
    heard = _with_facts(term, None, facts.get(term_key(term.term, ""), ()))
    return replace(
        term,
        pronunciation=term.pronunciation or heard.pronunciation,
        respelling=term.respelling or heard.respelling,
    )


def _with_facts(term: Term, decision: Decision | None, said: Sequence[Decision]) -> Term:
    """What articles say, with what an editor adds to it: what it is, its language, how it sounds."""
    bare = [d for d in said if is_same_term(d.term, term)]
    for facts in (*([decision] if decision else []), *(d for d in bare if not d.article or d.article in term.articles)):
        term = replace(
            term,
            kind=facts.kind or term.kind,
            language=facts.language or term.language,
            pronunciation=facts.pronunciation or term.pronunciation,
            respelling=facts.respelling or term.respelling,
        )
    return term


def _belonging(
    decisions: Sequence[tuple[int, Decision]], trees: Sequence[tuple[str, Element]], language: str
) -> dict[int, str]:
    """The decisions about nothing that was found which make an entry all the same, each with the language it is in.

    An editor's own do in books that hold their article, others where an article uses the term. The language is that of
    the article, else of all articles that use the term where they have but one, else that of the book.
    """
    spoken = {name: language_of(tree) for name, tree in trees}
    sought = [
        (number, Entry(d.term, d.kind or kind_of(d.term), forms={f for f in d.also if f}))
        for number, d in decisions
        if d.found_meaning or not (d.article or d.language)
    ]
    numbers = {id(entry): number for number, entry in sought}
    finder, used = Finder([entry for _, entry in sought]), {number: set[str]() for number, _ in sought}
    for name, tree in trees if sought else ():
        texts = [text for _, _, text in text_nodes(tree)]
        for text in (*texts, *(text_of(e) for e in tree.iter("abbr", "dfn") if len(e))):
            for entry in finder.all_in(text):
                used[numbers[id(entry)]].add(spoken[name])
    return {
        number: spoken.get(d.article) or common_language(used.get(number, ())) or language
        for number, d in decisions
        if (used[number] if d.found_meaning else not d.article or d.article in spoken)
    }


def _names(decision: Decision, entry: Entry) -> bool:
    """Whether a decision is about an entry of the glossary."""
    return term_key(decision.term, entry.kind) == term_key(entry.term, entry.kind)


def _in_order(entries: Sequence[Entry], decisions: Sequence[Decision]) -> list[Entry]:
    """The entries that the file names in its order, then the others as they are."""
    places: dict[str, int] = {}
    for number, decision in enumerate(decisions):
        for kind in ("abbreviation", ""):
            places.setdefault(term_key(decision.term, kind), number)
    return sorted(entries, key=lambda e: places.get(term_key(e.term, e.kind), len(decisions)))


def _mark(tree: Element, changes: Sequence[_Change], spellings: Mapping[str, set[str]]) -> None:
    """Correct the marks of a chapter that the changes are about, take out ours of what is forbidden.

    No word of the text is lost, and no mark that the author set: what is forbidden is so in the glossary.
    """
    forbidden: list[Element] = []
    by_term: dict[str, list[_Change]] = {}
    for change in changes:
        for spelling in {change.was.term, *spellings[change.was.term]}:
            by_term.setdefault(spelling, []).append(change)
    for element in list(tree.iter("abbr", "dfn")) if by_term else ():
        said = next((e.get("title", "") or e.get(MEANING, "") for e in element.iter("abbr", "dfn") if _says(e)), "")
        here = by_term.get(text_of(element), [])
        fitting = [c for c in here if not said or words_key(c.was.meaning) == words_key(said)]
        now = fitting[0].now if fitting else None
        if now is not None and element.get("title"):
            element.set("title", now.meaning)
        elif fitting and now is None and is_ours(element):
            forbidden.append(element)
    links_lead_to = [e for e in forbidden if e.get("id") and PLACED not in e.attrib]
    for element in links_lead_to:
        element.tag = "span"
        for name in ("title", MEANING, SCORE):
            element.attrib.pop(name, None)
    unwrap_all(tree, [e for e in forbidden if e.tag != "span"])


def _says(element: Element) -> bool:
    return bool(element.get("title") or element.get(MEANING))
