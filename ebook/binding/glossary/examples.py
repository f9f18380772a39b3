"""The sentence of an article that is quoted in the glossary, beside what a term means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.binding.glossary.turns import TURNS
from ebook.model import Term
from ebook.smallwords import SMALL_WORDS

LONGEST = 240
"""Characters of a quotation."""
SHORTEST = 40
"""Characters of a cut one; less shows nothing."""
SAID = 0.6
"""Share of a sentence that the definition may take up; a sentence that says little more is not said twice."""
_ENDED = re.compile(r"[.!?…。！？][”’\"'»)\]」』]*$")
"""How a sentence ends; lines of lists and titles are none."""
_WORD = re.compile(r"\w+")
_CLAUSE_END = re.compile(r"[,;:](?=\s)|\s[–—-](?=\s)|[、，；：]|—(?=\w)")
"""Signs between clauses."""
_PAIRS = {"(": ")", "[": "]", "“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "（": "）", "‹": "›"}
"""Signs that open something with those that close it; German also sets »so«."""


def example(meaning: Term) -> str:
    """A sentence that shows a term in use, cut to what stands around it; nothing where it would say the same again."""
    sentence = meaning.sentence
    if not _ENDED.search(sentence):
        return ""
    shown = sentence if len(sentence) <= LONGEST else _cut(sentence, meaning)
    words = _WORD.findall(shown.casefold())
    told = _WORD.findall(f"{meaning.term} {meaning.meaning}".casefold())
    return "" if len(words) < 4 or sum(w in told for w in words) > SAID * len(words) else shown


def _cut(sentence: str, meaning: Term) -> str:
    """As much of a long sentence as is bearable, with the term and, where it says them, the words of its meaning.

    It is cut between clauses, else behind a word, never inside brackets or quotation marks. What would take a "not" or
    an "unless" off is not quoted at all: the rest would say something else.
    """
    first, last = _kernel(sentence, meaning)
    if first < 0:
        return ""
    start, end = next(_stretches(sentence, first, last, meaning.language), (0, 0))
    if not end or _turns(f"{sentence[:start]} {sentence[end:]}", meaning.language):
        return ""
    return ("… " if start else "") + sentence[start:end].strip() + (" …" if end < len(sentence) else "")


def _stretches(sentence: str, first: int, last: int, language: str) -> Iterator[tuple[int, int]]:
    """Where a quotation of what stands between two places may begin and end, the best first."""
    inside = _enclosed(sentence)
    clauses = [m for m in _CLAUSE_END.finditer(sentence) if not inside[m.start()]]
    starts = [s for s in (0, *(m.end() for m in clauses if m.end() <= first)) if last - s <= LONGEST]
    for start in starts:
        ends = [m.start() for m in clauses if last <= m.start() <= start + LONGEST]
        end = len(sentence) if len(sentence) - start <= LONGEST else max(ends, default=0)
        if end - start >= SHORTEST:
            yield start, end
    for start in starts:
        yield from ((start, end) for end in _word_ends(sentence, last, start + LONGEST, inside, language))


def _kernel(sentence: str, meaning: Term) -> tuple[int, int]:
    """Where what must be quoted begins and ends; -1 where the term is not in the sentence."""
    at = sentence.find(meaning.term)
    at = sentence.casefold().find(meaning.term.casefold()) if at < 0 else at
    if at < 0:
        return -1, -1
    first, last = at, at + len(meaning.term)
    said = sentence.casefold().find(meaning.meaning.casefold().rstrip(" ."))
    if meaning.meaning and said >= 0:
        first, last = min(first, said), max(last, said + len(meaning.meaning.rstrip(" .")))
    inside = _enclosed(sentence)
    while first > 0 and inside[first]:
        first -= 1
    while last < len(sentence) and inside[last - 1]:
        last += 1
    return first, last


def _enclosed(sentence: str) -> list[bool]:
    """For every character whether it stands in brackets or quotation marks, those themselves too, but the last."""
    found: list[bool] = []
    open_: list[str] = []
    for place, sign in enumerate(sentence):
        if open_ and sign in open_[-1]:
            open_.pop()
        elif sign in _PAIRS and any(close in sentence[place + 1 :] for close in _PAIRS[sign]):
            open_.append(_PAIRS[sign])
        elif sign == '"' and sign in sentence[place + 1 :]:
            open_.append('"')
        found.append(bool(open_))
    return found


def _word_ends(sentence: str, last: int, longest: int, inside: list[bool], language: str) -> Iterator[int]:
    """Where a sentence may be cut behind a word, the longest first: outside brackets, not behind "of the"."""
    small = SMALL_WORDS.get(language.split("-")[0], frozenset())
    for end in range(min(longest, len(sentence) - 1), last - 1, -1):
        if sentence[end] == " " and not inside[end]:
            word = _WORD.findall(sentence[last:end].casefold())[-1:]
            if not word or word[0] not in small:
                yield end


def _turns(text: str, language: str) -> bool:
    """Whether what is left out would turn what is quoted into something else."""
    turns = TURNS.get(language.split("-")[0])
    return turns is None or not turns.isdisjoint(_WORD.findall(text.casefold()))
