"""Small questions about English words and phrases that all forms of definition ask."""

from __future__ import annotations

import re

from ebook.terms.definition_words import DEICTIC, FUNCTION, GENERA, LEAD_INS

CLEAN = re.compile(r"[^\W_](?:[\w’'./&+-]*[\w’'+])?")
QUOTES = "\"'“”‘’«»*_"
LEAD_IN = re.compile(r"[\"“‘']?([A-Za-z]+)[^,;:]{0,120},\s+")
LINK = re.compile(
    r"\s*\([^()]{0,30}\[link\][^()]{0,30}\)|\s*\[link\]\w?|\s*[\[(](?:see\b[^\])]*|\d+(?:,\s?\d+)*|Figure[^\])]*|Fig\.[^\])]*|Table[^\])]*)[\])]"
    r"|\s\([A-Z][^()]{1,80},\s\d{4}[a-z]?\)"
)


WORD = re.compile(r"[^\s]+")


def without_links(text: str) -> str:
    return LINK.sub("", text) if "[" in text or "(" in text else text


def is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(
        ("ss", "us", "is", "ics", "species", "ous", "series", "bias", "gas", "lens", "chaos")
    )


def leads_in(word: str) -> bool:
    return word.lower() in LEAD_INS or word.endswith("ly")


_HOLLOW = FUNCTION | GENERA | DEICTIC


def content_words(words: list[str]) -> list[str]:
    """The words that say more than "a part", "the second kind" or "this process"."""
    return [w for w in words if w.lower() not in _HOLLOW]


NOMINAL = ("tion", "sion", "ment", "ance", "ence", "ness", "ity", "sis", "age", "ure", "ism", "tions", "ments")
"""Ends of nouns made from verbs and adjectives, which name kinds of things."""
