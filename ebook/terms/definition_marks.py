"""Definitions in passing: a term before a comma, a colon, a dash or a bracket, explained behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.terms.definition_doing import which_does
from ebook.terms.definition_guess import Guess, made
from ebook.terms.definition_meanings import described_as, first_part, head_of, meaning_from, signs_of_text
from ebook.terms.definition_phrases import NOMINAL, QUOTES, is_plural, leads_in
from ebook.terms.definition_terms import NAMED_BY_OF, signs_of_term, term_before
from ebook.terms.definition_words import CLAIMS, EMPTY, PLACES


def by_mark(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """A term before a comma, colon, dash or bracket, explained behind it."""
    kind = str(cue.lastgroup)
    term = term_before(sentence, cue.start())
    if not term:
        return
    start, end = term
    at = cue.end()
    if kind == "comma" and _is_lead_in(sentence, start, cue.start()):
        return
    form = {"comma": "apposition"}.get(kind, kind)
    lead = re.compile(
        r"\s*(?:which\s+(?:is|are)\s+(?:(?:simply|basically|essentially|defined\s+as|defined\s+to\s+be)\s+)?|that\s+is,\s+|or\s+)"
    ).match(sentence, at)
    if lead:
        at = lead.end()
        if lead[0].lstrip().startswith("which"):
            form = "which is"
        elif lead[0].strip() == "or":
            if (
                re.match(r"\w+ing\s", sentence[at:])
                and sentence[start:end].islower()
                and sentence[start:end].endswith(NOMINAL)
            ):
                meaning = first_part(meaning_from(sentence, at), "comma")
                yield from made(
                    sentence, start, end, meaning, ["or", *signs_of_term(sentence, start, end), *signs_of_text(meaning)]
                )
                return
            named = sentence[start:end].endswith(NOMINAL)
            if not (re.match(r"(?:an?|the)\s", sentence[at:]) or named) or "," in sentence[max(0, start - 40) : start]:
                return
    elif sentence.startswith(("in which ", "whereby "), at):
        if sentence[start:end].split()[-1].lower() in EMPTY or "the term" in signs_of_term(sentence, start, end):
            return
        meaning = first_part(meaning_from(sentence, at + (9 if sentence[at] == "i" else 8)), "comma")
        if len(meaning.split()) > 4:
            yield from made(
                sentence,
                start,
                end,
                meaning,
                ["in which", *signs_of_term(sentence, start, end), *signs_of_text(meaning)],
            )
        return
    elif sentence.startswith("which ", at):
        yield from which_does(sentence, start, end, at)
        return
    meaning = meaning_from(sentence, at)
    if kind in ("comma", "bracket"):
        meaning = first_part(meaning, kind)
    elif kind == "dash":
        meaning = re.split(r"\s?—\s?|\s[–-]-?\s", meaning)[0]
    else:
        meaning = re.split(r";", meaning)[0]
    head = sentence[start:end].split()[-1].lower()
    if not _is_apposable(sentence, start, end, kind):
        return
    if (
        kind == "colon"
        and head in CLAIMS
        and "the term" in signs_of_term(sentence, start, end)
        and len(meaning.split()) > 5
    ):
        yield from made(
            sentence, start, end, meaning, ["verb", *signs_of_term(sentence, start, end), *signs_of_text(meaning)]
        )
        return
    if kind in ("colon", "dash") and _GERUND.match(meaning) and not is_clause(meaning) and not _LIST.search(meaning):
        if "bare term" in signs_of_term(sentence, start, end) and (
            len(sentence[start:end].split()) > 1 or head.endswith((*NOMINAL, "ship", "ing"))
        ):
            signs = signs_of_term(sentence, start, end)
            yield from made(sentence, start, end, meaning, [kind, "gerund", *signs, *signs_of_text(meaning)])
        return
    if _NAMES.match(meaning):
        return
    described = described_as(meaning, apposed=True)
    if described is None:
        return
    if form != "which is" and "genus" not in described and ("relative" not in described or meaning.startswith("the ")):
        return
    words = [*meaning.split()[:2], ""]
    if form == "apposition" and "genus" not in described and words[0] not in ("a", "an", "the", "any", "one"):
        return  # mammals, claws that …: a list
    if words[0] == "the" and (", and " in meaning or words[1][0].isupper()):  # a list goes on; a name
        return
    if words[0].lower() == sentence[start:end].split()[0].lower():
        return
    if is_clause(meaning):
        return
    if form == "apposition" and not {"relative", "participle"} & {*described} and not _OF.match(meaning):
        return
    signs = signs_of_term(sentence, start, end)
    if not _agree(sentence[start:end], meaning):
        signs.append("disagreeing")
    yield from made(sentence, start, end, meaning, [form, *signs, *described])


_GERUND = re.compile(
    r"(?:literally,?\s)?(?!including|starting|making|according|something|nothing|anything|allowing|ensuring|equipping|giving|offering|letting|helping|leading|adding|proving|turning|bringing|using|during)[a-z]{2,}ing\s(?:[\w’\"-]+\s){3}"
)
_LIST = re.compile(r",\s\w+ing\b")
_NAMES = re.compile(r"an?\s[\w-]+\s(?:known\s+as|called|termed|referred\s+to)\b")
"""A name to come, whose meaning stands before."""
_OF = re.compile(r"(?:[\w’'-]+\s+){1,5}?(?:of|for|whose|between|from|with|(?<=ability\s)to)\s")


_ADJECTIVAL = ("ive", "al", "ous", "ful", "less", "able", "ible", "ing", "ed", "ary", "ish")


def _is_apposable(sentence: str, start: int, end: int, kind: str) -> bool:
    """Whether the words before a mark can name a thing: no label of a list, no adjective, no place."""
    words = sentence[start:end].lower().split()
    head = words[-1]
    if (kind == "colon" and head in EMPTY - NAMED_BY_OF) or head in PLACES:
        return False
    return len(words) > 1 or not head.endswith(_ADJECTIVAL) or "bare term" not in signs_of_term(sentence, start, end)


def is_clause(meaning: str) -> bool:
    """Whether what follows a comma is a sentence of its own: a verb comes before any relative pronoun."""
    for word in meaning.split()[:14]:
        low = word.lower().strip(",")
        if low in ("it", "you", "we", "they", "he", "she", "i") or (
            ("’" in low[-4:] or "'" in low[-4:])
            and low.replace("'", "’").endswith(("’s", "’re", "’ll", "’ve", "’m"))
            and low[:2] in ("it", "th", "yo", "we", "i’", "he")
        ):
            return True
        if low in ("that", "which", "who", "whose", "where", "when", "whereby", "whom"):
            return False
        if low in (
            "is",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "will",
            "would",
            "can",
            "could",
            "may",
            "might",
            "does",
            "did",
            "should",
            "must",
        ):
            return True
    return False


def _agree(term: str, meaning: str) -> bool:
    """Whether both are one thing or both are several, as far as their endings show."""
    words = meaning.split()
    head = head_of(words[1:] if words[0].lower() in ("a", "an", "the", "any", "one") else words)
    several = is_plural(term.split()[-1].lower()) if " of " not in term else is_plural(term.split(" of ")[0].lower())
    if words[0].lower() in ("a", "an") and head in (
        "set",
        "group",
        "collection",
        "series",
        "family",
        "class",
        "type",
        "kind",
        "number",
        "form",
    ):
        return True
    return several == (is_plural(head) or head == "people")


def _is_lead_in(sentence: str, start: int, comma: int) -> bool:
    """Whether a comma only ends the phrase that leads into a clause: "In a recession, the …"."""
    clause = re.split(r"[;:,—]\s*(?:and\s+|but\s+)?|\band\s+|\bbut\s+|\bthat\s+", sentence[:comma])[-1].split()
    return bool(clause) and (leads_in(clause[0].strip(QUOTES)))
