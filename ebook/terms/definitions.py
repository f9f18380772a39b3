"""Finds sentences that define a term in running text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ebook.terms.definition_guess import Guess
from ebook.terms.definition_languages import LANGUAGES, in_language
from ebook.terms.definition_signs import probability
from ebook.terms.definitions_english import english
from ebook.terms.sentences import sentences
from ebook.terms.vocabulary import Vocabulary

LOWEST = 0.55
"""Definitions less likely than this are not worth an editor's look."""
LONGEST = 900
"""Characters of a sentence; what is longer is no prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A term with what it means, where it stands in the text, and the whole sentence that says so.

    `score` is the likelihood that the entry is right."""

    term: str
    meaning: str
    start: int
    end: int
    sentence: str
    score: float


def find_definitions(text: str, language: str = "en", marked: Iterable[tuple[int, int]] = ()) -> list[Definition]:
    """The terms a text defines, in order, each once with its likeliest definition.

    `language` is a BCP 47 tag; `marked` are the places of words that the author set apart, in italics for instance."""
    tongue = language.split("-")[0].lower() or "en"
    if tongue != "en" and tongue not in LANGUAGES:
        return []
    words = Vocabulary(text)
    apart = set(marked)
    best: dict[str, Definition] = {}
    previous = sentence = ""
    for start, end in sentences(text):
        if end - start > LONGEST:
            continue
        previous, sentence = sentence, text[start:end]
        taken: list[tuple[int, int]] = []
        guesses = english(sentence, previous) if tongue == "en" else in_language(sentence, tongue)
        judged = [_judged(g, start, words if tongue == "en" else None, apart, sentence) for g in guesses]
        for guess in sorted(judged, key=lambda d: (-d.score, d.start)):
            if guess.score < LOWEST or any(a < guess.end and guess.start < b for a, b in taken):
                continue
            taken.append((guess.start, guess.end))
            key = guess.term.casefold()
            if key not in best or best[key].score < guess.score:
                best[key] = guess
    return sorted(best.values(), key=lambda d: d.start)


_IN_ARTICLES = {
    "apposition": "in passing",
    "that is": "in passing",
    "or": "in passing",
    "the word": "told",
    "clause": "told",
    "aim": "told",
    "doing": "told",
    "was": "told",
    "kind does": "told",
    "which does": "told",
    "measure": "told",
    "inside": "told",
}
"""Signs that say less in an article, which tells, than in a passage of a textbook."""


def _judged(
    guess: Guess, offset: int, words: Vocabulary | None, marked: set[tuple[int, int]], sentence: str
) -> Definition:
    """A guess with its likelihood, which depends on the rest of the text too."""
    start, end = guess.start + offset, guess.end + offset
    signs = [*guess.signs, *(words.signs(guess.term, guess.opens) if words else ())]
    if "called" in signs and "name" in signs and not (words and words.is_long):  # said to be its name
        signs = ["perhaps a name" if s == "name" else s for s in signs]
    if "measure" in signs:  # a law has a name
        signs = [s for s in signs if s not in ("name", "perhaps a name")]
    if words and words.is_long:
        signs += [more for sign, more in _IN_ARTICLES.items() if sign in signs]
    if (start, end) in marked or (start, end + 1) in marked:  # a colon may be set in bold too
        signs.append("marked")
    return Definition(
        term=guess.term,
        meaning=guess.meaning,
        start=start,
        end=end,
        sentence=sentence,
        score=round(probability(signs), 3),
    )
