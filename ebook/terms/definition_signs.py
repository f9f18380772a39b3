"""What speaks for a definition and what against it, and how much: a logistic sum with weights set by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp

WEIGHTS: Mapping[str, float] = {
    # the form of the sentence
    "is": 0.2,
    "verb": 1.6,
    "weak verb": 0.2,
    "doing": -0.2,
    "kind does": -0.8,
    "which does": -1.5,
    "measure": 0.1,
    "inside": -0.5,
    "in which": -0.1,
    "aim": -0.2,
    "that is": 0.9,
    "gerund": 0.6,
    "reverse bracket": 0.6,
    "reverse is": 0.2,
    "reverse or": 0.0,
    "stated": 2.2,
    "called": 1.1,
    "named": 0.6,
    "apposition": -0.1,
    "colon": 0.6,
    "dash": -0.1,
    "which is": 0.7,
    "bracket": 0.2,
    "or": -0.4,
    "clause": -0.3,
    "template": 1.6,
    "weak template": 0.7,
    "general": 1.5,
    # the term
    "a term": 0.7,
    "bare term": 0.5,
    "the term": -0.3,
    "the word": -0.2,
    "name": -1.6,
    "perhaps a name": -0.6,
    "long term": -0.3,
    "of": -0.4,
    "common ending": 0.4,
    "praising": -1.4,
    "once": -1.6,
    "in passing": -1.2,
    "marked": 1.2,
    "again": 0.3,
    "was": -1.0,
    "was called": -0.3,
    "eponym": -0.4,
    "told": -1.0,
    "brief": -0.9,
    "led in": -0.2,
    "interrupted": -0.2,
    # the meaning
    "several": -1.6,
    "pointing": -1.6,
    "looking back": -0.5,
    "your": -0.8,
    "disagreeing": -2.0,
    "genus": 0.9,
    "relative": 0.9,
    "any": 1.0,
    "participle": 0.5,
    "the meaning": -0.5,
    "plain": -0.5,
    "superlative": -0.6,
    "judging": -1.8,
    "comparing": -0.7,
    "entity": -2.5,
    "people": -1.0,
    "telling": -1.2,
    "since": -1.0,
    "personal": -1.8,
    "number": -0.6,
    "short": -1.8,
    "quoted": -0.5,
    "negated": -0.8,
}


def probability(signs: Iterable[str]) -> float:
    """How likely it is that a sentence with these signs defines."""
    return 1 / (1 + exp(-sum(WEIGHTS[sign] for sign in signs)))
