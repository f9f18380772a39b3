"""Definitions by what a thing does: "A lock raises ships …", "The Act required …", "In a lottery, …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.terms.definition_guess import Guess, made
from ebook.terms.definition_meanings import first_part, meaning_from, signs_of_text
from ebook.terms.definition_phrases import is_plural
from ebook.terms.definition_terms import signs_of_term, subject_of, term_after
from ebook.terms.definition_words import (
    COMMON_ENDINGS,
    DEICTIC,
    ENTITY,
    FUNCTION,
    MEASURES,
    PEOPLE,
    PERSONAL,
    SETTINGS,
    TELLING,
    TELLING_VERBS,
)

_PERSONS = ("ists", "ers", "ors", "ians", "men", "people", "ist", "ian", "man")


def by_doing(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """A/An X converts …: what a kind of thing does by its nature."""
    subject = subject_of(sentence, cue.start())
    if (
        not subject
        or "the term" in subject[2]
        or sentence[subject[0] : subject[1]].isupper()
        or sentence[subject[0] : subject[1]].endswith(_PERSONS)
        or not _fits(sentence[subject[0] : subject[1]], cue[0])
    ):
        return
    meaning = meaning_from(sentence, cue.start())
    if len(meaning.split()) > 4:
        yield from made(sentence, subject[0], subject[1], meaning, ["doing", *subject[2], *signs_of_text(meaning)])


def _fits(term: str, verb: str) -> bool:
    """Whether term and verb agree in number."""
    return is_plural(term.split(" of ")[0].split()[-1].lower()) != verb.endswith("s")


_GENERIC = re.compile(
    r"(?:[A-Z][^,;:]{0,60},\s+)?[Aa]n?\s(?:[a-z][\w’-]*\s){1,4}?(?:\w+ly\s)?(?P<verb>(?!species\b|series\b)[a-z]{2,}(?<![sui])s)\s"
)


def of_a_kind(sentence: str) -> Iterator[Guess]:
    """A/An X attaches …: one of a kind stands for all, whatever the verb."""
    match = _GENERIC.match(sentence)
    if not match or match["verb"] in TELLING_VERBS | FUNCTION:
        return
    subject = subject_of(sentence, len(re.sub(r"\w+ly\s$", "", sentence[: match.start("verb")])))
    if not subject or "a term" not in subject[2]:
        return
    head = sentence[subject[0] : subject[1]].split(" of ")[0].split()[-1]
    meaning = meaning_from(sentence, match.start("verb"))
    if head in ENTITY or head in SETTINGS or head.endswith(PEOPLE) or len(meaning.split()) < 5:
        return
    yield from made(sentence, subject[0], subject[1], meaning, ["kind does", *subject[2], *signs_of_text(meaning)])


def which_does(sentence: str, start: int, end: int, at: int) -> Iterator[Guess]:
    """… X, which holds …: the clause behind a term that says what it does."""
    match = _WHICH.match(sentence, at)
    if not match:
        return
    verb, term = match["verb"], sentence[start:end]
    measure = _MEASURE.search(term)
    head = term.split(" of ")[0].split()[-1].lower()
    past = verb.endswith("ed") or verb in _PAST
    if verb in TELLING_VERBS | FUNCTION | {"means", "mean"} or (past and not measure) or head in ENTITY | SETTINGS:
        return
    if not past and is_plural(head) == (verb.endswith("s") and not verb.endswith("ss")):
        return
    meaning = first_part(meaning_from(sentence, match.start("verb")), "comma")
    if len(meaning.split()) > 3:
        form = "measure" if measure else "which does"
        yield from made(
            sentence, start, end, meaning, [form, *signs_of_term(sentence, start, end), *signs_of_text(meaning)]
        )


_WHICH = re.compile(r"\s*which\s+(?:\w+ly\s+)?(?P<verb>[a-z]+)\s")
_PAST = frozenset("gave made set led put forbade".split())
_MEASURE = re.compile(rf"\b(?:{'|'.join(MEASURES)})\b")
_RULES = re.compile(
    rf"(?P<term>(?:[A-Z\d][\w’.-]*\s(?:(?:and|of|for|the|to)\s)*){{1,6}}?(?:{'|'.join(MEASURES)})(?:\sof\s\d{{4}})?)"
    r"(?:\s\([A-Z][\w.]{1,9}\))?(?:,\s+which)?\s(?P<verb>(?:[a-z]{3,}(?:ed|s)|gave|set|made|forbade|put)\b)\s"
)


def by_rules(sentence: str) -> Iterator[Guess]:
    """The … Act required …: what a law, a treaty or a plan lays down."""
    if not _MEASURE.search(sentence):
        return
    for match in _RULES.finditer(sentence):
        verb = match["verb"]
        if verb in TELLING_VERBS | FUNCTION or verb in (
            "passed",
            "failed",
            "became",
            "used",
            "called",
            "was",
            "signed",
        ):
            continue
        start, end = match.span("term")
        first = match["term"].split()[0]
        if first in ("His", "Her", "Its", "Their", "Our", "My"):
            continue
        if first in ("The", "In", "Under", "A", "This", "Although", "While", "When", "But", "And"):
            start += len(first) + 1
            if len(match["term"].split()) < 3:
                continue
        meaning = meaning_from(sentence, match.start("verb"))
        if ", which" in match[0]:
            meaning = first_part(meaning, "comma")
        if len(meaning.split()) > 4:
            signs = [s for s in signs_of_text(meaning) if s not in ("number", "telling")]
            yield from made(sentence, start, end, meaning, ["measure", *signs])


_POINTING = frozenset("we you i it they this these that those such there which".split())
_INSIDE = re.compile(
    r"(?:However,\s|Thus,\s)?(?:In|Under|With|During|Through)\s+(?P<article>an?\s+)?(?P<term>[a-z][\w’ -]{2,40}),\s+"
)
_ENDINGS = (
    "tion",
    "sion",
    "ism",
    "osis",
    "asis",
    "esis",
    "ing",
    "ment",
    "ship",
    "archy",
    "cracy",
    "opoly",
    "theory",
    "system",
)


def inside(sentence: str) -> Iterator[Guess]:
    """In an X, …: what happens where there is an X."""
    match = _INSIDE.match(sentence)
    if not match:
        return
    term, rest = match["term"], sentence[match.end() :].split()
    words = term.split()
    named = term_after(sentence, match.start("term"))
    if not named or named[1] != match.end("term") or words[-1] in SETTINGS or words[0] in DEICTIC:
        return
    if not words[-1].endswith(_ENDINGS) and (not match["article"] or len(words) == 1):
        return
    if len(rest) < 6 or rest[0].lower() in PERSONAL | _POINTING:
        return
    if any(w.strip(",.") in TELLING or w in ("called", "known", "referred") for w in rest):
        return
    meaning = meaning_from(sentence, match.end())
    signs = ["inside", "a term" if match["article"] else "bare term", *signs_of_text(meaning)]
    if words[-1].endswith(tuple(COMMON_ENDINGS)):
        signs.append("common ending")
    yield from made(sentence, *named, meaning, signs)
