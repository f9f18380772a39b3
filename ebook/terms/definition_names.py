"""Definitions whose term stands behind its meaning: "… is called X", "… (X)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.terms.definition_guess import Guess, made
from ebook.terms.definition_meanings import clause_before, head_of, phrase_before, signs_of_text, subject_text, tail_of
from ebook.terms.definition_phrases import QUOTES, content_words
from ebook.terms.definition_terms import term_after
from ebook.terms.definition_words import DETERMINERS, ENTITY, FUNCTION, GENERA, PEOPLE


def by_name(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """… is called X; a … called X that …"""
    before = sentence[: cue.start()].rstrip()
    if re.search(
        r"\b(?:also|better|best|formerly|previously|once|so|otherwise|was|were|been|he|she|they|I|we|has|have|had|sometimes)$",
        before,
    ):
        return
    term = term_after(sentence, cue.end())
    if not term:
        return
    start, end = term

    if sentence[end : end + 5].lstrip(QUOTES).startswith(" of "):
        return
    passive = re.search(
        r"(?:,?\s+(?P<rel>which|that)\s+)?\b(?:is|are|(?:has|have)\s+(?:been|become)|became|can\s+be|may\s+be)(?:\s+(?:now|often|commonly|sometimes|usually|generally|what\s+is|what\s+are))*$",
        before,
    )
    tail = tail_of(sentence, end)
    if re.search(r"\bwhat(?:\s+\w+){1,4}$", before):
        return
    if passive and not passive["rel"]:
        meaning = subject_text(sentence, passive.start())
        if meaning:
            yield from made(sentence, start, end, meaning, ["called", *signs_of_text(meaning)])
        return
    limit = (
        passive.start()
        if passive
        else len(re.sub(r"(?:\s+(?:commonly|often|sometimes|usually|generally))?,?\s*[(\[]?$", "", before))
    )
    comma = not passive and before.endswith(",")
    described = phrase_before(sentence, limit)
    full = [w for w in described.split() if w.lower() not in FUNCTION]
    if comma and len(full) < 3 and re.match(r"[.,;]|$", sentence[end:].lstrip(QUOTES)) and not tail:
        meaning = clause_before(sentence, limit)
        if meaning:
            yield from made(sentence, start, end, meaning, ["called", "clause", *signs_of_text(meaning)])
            return
    if not described:
        return
    content = content_words(described.split())
    meaning = described + (" " + tail if tail else "")
    if not content and not tail:
        return
    signs = ["named", *signs_of_text(meaning)]
    if tail and not comma:
        signs.append("relative")
    head = head_of(described.split()[1:] if described.split()[0].lower() in DETERMINERS else described.split())
    if head in GENERA:
        signs.append("genus")
    if head in ENTITY or head.endswith(PEOPLE):
        signs.append("entity")
    if "short" in signs and "genus" in signs:
        signs[signs.index("short")] = "brief"
    yield from made(sentence, start, end, meaning, signs)
