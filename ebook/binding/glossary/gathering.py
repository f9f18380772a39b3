"""Reads from a chapter the terms that it explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from ebook.binding.glossary.listed import explains, listed
from ebook.binding.glossary.marks import PLACED, is_ours, score_of
from ebook.binding.glossary.merging import MARKED
from ebook.binding.glossary.sentences import Sentences
from ebook.binding.glossary.sounds import sounds
from ebook.binding.glossary.wording import wording
from ebook.markup import MEANING, Element, closest, inside, language_of, squash, text_of
from ebook.model import Term
from ebook.terms import meaning_of

LONGEST_TERM = 60
LONGEST_MEANING = 600
_LONGEST_TITLE = 3
_LETTERS_OF_COMPOUND = 3
"""Letters of a single word for each letter that is short for it: "GWS" of "Grundwasserspiegel"."""
_IS_EXPLAINING = re.compile(
    r"(?:an?|the|une?|le|la|les|ein|eine|der|die|das|un|una|el|il|lo|o|um|uma|en|et|een|het|de)\s|.*[.。]$", re.I
)
"""What begins like the explanation of a term, or is a sentence."""
EXPLAINED = "explained-"
"""How the ids of places begin where a term is explained."""


def terms_in(tree: Element, *, name: str = "") -> list[Term]:
    """The terms a chapter explains: `dfn`, `abbr` with a title, and glossaries of its own, in order.

    With the `name` of its document every place gets an id and every term says where it is explained.
    """
    found = [
        (element, term)
        for element, term in (*_marked(tree), *_listed(tree))
        if term.term
        and term.meaning
        and len(term.term) <= LONGEST_TERM
        and term.term.casefold() != term.meaning.casefold().strip(" .")
    ]
    if not name:
        return [term for _, term in found]
    taken = {e.get("id", "") for e in tree.iter() if e.get("id")}
    free = (f"{EXPLAINED}{n}" for n in count(1) if f"{EXPLAINED}{n}" not in taken)
    return [_placed(element, term, name, free) for element, term in found]


def _marked(tree: Element) -> Iterator[tuple[Element, Term]]:
    """What the author or an earlier stage marked."""
    sentences = Sentences()
    for element in tree.iter("abbr", "dfn"):
        if inside(element, "dt"):
            continue
        if element.tag == "abbr" and element.get("title"):
            term = _term("abbreviation", element, element.get("title", ""))
            source = "found" if is_ours(element) else MARKED
            yield element, replace(term, sentence=sentences.around(element), source=source)
        elif element.tag == "dfn" and next(element.iter("abbr"), None) is None:
            found = _defined(element, sentences.around(element))
            if found is not None:
                yield element, found


def _defined(element: Element, sentence: str) -> Term | None:
    """The term of a `dfn` with what its sentence says of it, or what its title does.

    A title of few words is the term in full (HTML, section 4.5.8); a longer one is the meaning, as many take it.
    """
    stated, title = element.get(MEANING), squash(element.get("title", ""))
    label = title if title and len(title.split()) <= _LONGEST_TITLE and not _IS_EXPLAINING.match(title) else ""
    said = stated or ("" if label else title) or meaning_of(wording(element), sentence, language_of(element))
    meaning = said or sentence
    if not meaning or not explains(label or wording(element), meaning):
        return None
    term = _term("definition", element, meaning, label=label)
    return replace(term, sentence=sentence, source="found" if stated else MARKED)


def _listed(tree: Element) -> Iterator[tuple[Element, Term]]:
    """What a glossary of the page says."""
    for pair in listed(tree):
        kind = "abbreviation" if is_short_for(pair.label, pair.meaning) else "definition"
        yield pair.term, replace(_term(kind, pair.term, pair.meaning, label=pair.label), source="listed")


def is_short_for(term: str, meaning: str) -> bool:
    """Whether a list gives the words that a term is short for: they begin alike, and its letters stand in them."""
    letters = [c for c in term.casefold() if c.isalnum()]
    if " " in term.strip() or sum(c.isupper() for c in term) < 2 or not 1 <= len(meaning.split()) <= len(letters) + 4:
        return False
    if " " not in meaning and len(meaning) < _LETTERS_OF_COMPOUND * len(letters):
        return False
    rest = iter(meaning.casefold())
    return (
        meaning[:1].casefold() == letters[0] and all(letter in rest for letter in letters) and "." not in meaning[:-1]
    )


def _term(kind: str, element: Element, meaning: str, *, label: str = "") -> Term:
    spelt, said = sounds(element)
    reading = " ".join(text_of(r) for r in element.iter("rt"))
    return Term(
        kind=kind,
        term=squash(label) or wording(element),
        meaning=_shortened(squash(meaning)),
        score=score_of(element),
        language=language_of(element),
        pronunciation=spelt,
        respelling=reading or said,
    )


def _shortened(meaning: str) -> str:
    """A meaning of bearable length, cut between words and with a sign where it was cut."""
    if len(meaning) <= LONGEST_MEANING:
        return meaning
    cut = meaning[:LONGEST_MEANING]
    return cut[: cut.rfind(" ")] + " …" if " " in cut else cut + "…"


def _placed(element: Element, term: Term, name: str, free: Iterator[str]) -> Term:
    """The term with the place where it is explained, which has an id."""
    around = closest(element, "dfn")
    place = element if around is None else around
    if not place.get("id"):
        place.set("id", next(free))
        place.set(PLACED, "")
    return replace(term, place=f"{name}#{place.get('id', '')}", articles=(name,))
