"""The sentence of an article that is quoted in the glossary, beside what a term means."""

from __future__ import annotations

import re

from ebook.model import Term

LONGEST = 240
"""Characters of a quotation."""
SAID = 0.6
"""Share of a sentence that the definition may take up; a sentence that says little more is not said twice."""
_ENDED = re.compile(r"[.!?…。！？][”’\"'»)\]」』]*$")
"""How a sentence ends; lines of lists and titles are none."""
_WORD = re.compile(r"\w+")


def example(meaning: Term) -> str:
    """A sentence that shows a term in use, cut to what stands around it; nothing where it would say the same again."""
    sentence = meaning.sentence
    words = _WORD.findall(sentence.casefold())
    told = _WORD.findall(f"{meaning.term} {meaning.meaning}".casefold())
    if len(words) < 4 or not _ENDED.search(sentence) or sum(w in told for w in words) > SAID * len(words):
        return ""
    return sentence if len(sentence) <= LONGEST else _cut(sentence, meaning.term)


def _cut(sentence: str, term: str) -> str:
    """As much of a long sentence as is bearable, the term in the middle, cut between words."""
    at = max(0, sentence.find(term))
    start = max(0, min(at - LONGEST // 2, len(sentence) - LONGEST))
    end = min(len(sentence), start + LONGEST)
    if start:
        start = sentence.find(" ", start) + 1
    if end < len(sentence):
        end = sentence.rfind(" ", start, end)
    return ("… " if start else "") + sentence[start:end].strip() + (" …" if end < len(sentence) else "")
