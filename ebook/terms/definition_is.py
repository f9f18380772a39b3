"""Definitions by "is": "X is a …", "X is defined as …", "X is characterised by …", "X is designed to …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.terms.definition_guess import Guess, made
from ebook.terms.definition_meanings import described_as, meaning_from, signs_of_text
from ebook.terms.definition_phrases import is_plural
from ebook.terms.definition_terms import subject_of
from ebook.terms.definition_words import STEERING

_STATED = re.compile(
    r"\s+(?:"
    r"(?P<term>defined\s+(?:to\s+be|as)|"
    r"the\s+(?:\w+\s+)?(?:term|name|word)\s+(?:used\s+)?(?:for|to\s+(?:describe|refer\s+to))|"
    r"(?:a|the)\s+term\s+(?:that\s+)?(?:used\s+)?(?:to\s+)?(?:describes?|refers?\s+to|for)|"
    r"used\s+to\s+(?:refer\s+to|describe|denote|mean)|short\s+for)|"
    r"(?P<seen>(?:understood|viewed|regarded|seen)\s+as|(?:considered|understood)\s+to\s+be|considered(?=\s+(?:an?|the)\s))|"
    r"(?P<when>where|how|when)|"
    r"(?P<made>(?:thought\s+of|described|conceptuali[sz]ed)\s+as|(?:formed|created|produced|caused)\s+(?=when\b)|"
    r"characteri[sz]ed\s+by|made\s+up\s+of|composed\s+of)"
    r")\s+"
)
"""What may stand behind "is": that it is what a word means, how it is seen, when it is, or what it is made of."""
_DOING = re.compile(r"(?!being\b|becoming\b|getting\b|going\b|making\b)[a-z]{2,}ing\s")
_AIMED = re.compile(r"(?:aimed\s+at|(?:intended|designed|meant)\s+to|concerned\s+with|focused\s+on)\s")
"""What a thing is for."""


def by_is(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """X is a …; also X is defined as … and X is characterised by …"""
    subject = subject_of(sentence, cue.start())
    words = sentence[cue.end() : cue.end() + 60].split()
    if not subject or not words:
        return
    at = cue.end()
    if words[0] in STEERING:
        at += sentence[at:].index(words[0]) + len(words[0])
    past = cue[0] in ("was", "were")
    stated = _STATED.match(sentence, at)
    if stated:
        if not past:
            yield from _stated(sentence, subject, stated, cue[0] == "are")
        return
    start, end, signs = subject
    meaning = meaning_from(sentence, at)
    if _AIMED.match(meaning):
        if not past:
            yield from made(sentence, start, end, meaning, ["aim", *signs, *signs_of_text(meaning)])
        return
    described = described_as(meaning)
    if described is None and not past and _DOING.match(meaning) and _is_of_doing(sentence[start:end]):
        described = ["gerund", *signs_of_text(meaning)]
    if described is None:
        return
    if past:
        if "genus" not in described or not {"relative", "participle", "the meaning"} & {*described}:
            return
        if "the word" in signs and meaning.startswith("the "):  # the bell was the signal that …
            return
        described.append("was")
    several = sentence[start:end].split(" of ")[0].split()[-1].lower()
    if cue[0] == "is" and is_plural(several) and not several.endswith(("es", "os")):
        described.append("several")
    yield from made(sentence, start, end, meaning, ["is", *signs, *described])


def _is_of_doing(term: str) -> bool:
    """Whether a term names a way of doing something."""
    words = term.split()
    return len(words) > 1 and words[-1] in ("approach", "strategy", "method", "technique", "practice")


def _stated(
    sentence: str, subject: tuple[int, int, list[str]], stated: re.Match[str], several: bool
) -> Iterator[Guess]:
    """A subject with what the words behind "is" say that it means."""
    start, end, signs = subject
    how = str(stated.lastgroup)
    if how == "when" and (several or sentence[start - 4 : start].lower() == "the "):
        return  # "The slow days are when a town rests" tells
    meaning = meaning_from(sentence, stated.start("when") if stated["when"] == "when" else stated.end())
    if how == "seen" and described_as(meaning) is None:
        return
    form = "stated" if how == "term" else "verb"
    if stated["when"] == "where" or (how == "seen" and "led in" in signs):
        form = "weak verb"
    yield from made(sentence, start, end, meaning, [form, *signs, *signs_of_text(meaning)])
