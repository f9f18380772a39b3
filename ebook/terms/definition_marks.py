"""Definitions in passing: a term before a comma, a colon, a dash or a bracket, explained behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.terms.definition_doing import which_does
from ebook.terms.definition_guess import Guess, made
from ebook.terms.definition_meanings import described_as, first_part, head_of, meaning_from, signs_of_text
from ebook.terms.definition_phrases import LEAD_IN, NOMINAL, QUOTES, is_plural, leads_in
from ebook.terms.definition_terms import NAMED_BY_OF, signs_of_term, term_before
from ebook.terms.definition_words import CLAIMS, EMPTY, PLACES

_LEAD = re.compile(
    r"\s*(?:(?P<is>which\s+(?:is|are)\s+(?:(?:simply|basically|essentially|defined\s+as|defined\s+to\s+be)\s+)?)|"
    r"(?P<says>that\s+is,\s+|i\.e\.,?\s+|meaning\s+(?!that\b))|(?P<or>or\s+)|(?P<within>in\s+which\s+|whereby\s+|when\s+(?=an?\s|someone\s|somebody\s|people\s)|where\s+)|"
    r"(?P<does>which\s+))"
)
"""What may stand between a mark and a meaning."""


def by_mark(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """A term before a comma, colon, dash or bracket, explained behind it."""
    kind = str(cue.lastgroup)
    term = term_before(sentence, cue.start())
    if not term or _POINTS.search(sentence[: term[0]]) or (kind == "comma" and _is_lead_in(sentence, cue.start())):
        return
    lead = _LEAD.match(sentence, cue.end())
    word = str(lead.lastgroup) if lead else ""
    at = lead.end() if lead else cue.end()
    if word == "within":
        yield from _within(sentence, *term, at)
    elif word == "does":
        yield from which_does(sentence, *term, cue.end())
    elif word == "says":
        yield from _said_again(sentence, *term, _ending(sentence, at, kind))
    elif word == "or":
        yield from _or(sentence, *term, at, kind)
    elif kind != "comma" or word or not (_LISTS.search(sentence[: term[0]]) or _SAID_OF.match(sentence[: term[0]])):
        form = "which is" if word == "is" else {"comma": "apposition"}.get(kind, kind)
        yield from _explained(sentence, *term, _ending(sentence, at, kind), kind, form)


def _or(sentence: str, start: int, end: int, at: int, kind: str) -> Iterator[Guess]:
    """X, or …: the same in other words."""
    signs = signs_of_term(sentence, start, end)
    if _PREPOSED.match(sentence, at):
        return
    if _is_doing(sentence, start, end, at):
        meaning = first_part(meaning_from(sentence, at), "comma")
        yield from made(sentence, start, end, meaning, ["or", *signs, *signs_of_text(meaning)])
    elif _is_explained_by_or(sentence, start, end, at):
        glossed = _BETWEEN_COMMAS.match(sentence, at)
        if glossed is None:
            yield from _explained(sentence, start, end, _ending(sentence, at, kind), kind, "apposition")
            return
        meaning = glossed[0].rstrip(",")
        of_text = [sign for sign in signs_of_text(meaning) if sign != "short"]
        yield from made(sentence, start, end, meaning, ["or", *signs, *of_text])


def _ending(sentence: str, at: int, kind: str) -> str:
    """What stands from a place to where the mark before it ends."""
    meaning = meaning_from(sentence, at)
    if kind in ("comma", "bracket"):
        return first_part(meaning, kind)
    if kind == "dash":
        return re.split(r"\s?—\s?|\s[–-]-?\s", meaning)[0]
    return meaning.split(";")[0]


def _within(sentence: str, start: int, end: int, at: int) -> Iterator[Guess]:
    """X, in which …"""
    signs = signs_of_term(sentence, start, end)
    meaning = first_part(meaning_from(sentence, at), "comma")
    if sentence[:at].rstrip().endswith("where") and not sentence[start:end].endswith(NOMINAL):  # a place
        return
    if sentence[start:end].split()[-1].lower() in EMPTY or "the term" in signs or len(meaning.split()) < 5:
        return
    yield from made(sentence, start, end, meaning, ["in which", *signs, *signs_of_text(meaning)])


def _said_again(sentence: str, start: int, end: int, meaning: str) -> Iterator[Guess]:
    """X, that is, …"""
    if meaning[:1].isdigit() or meaning.startswith("by "):
        return
    whose = next(reversed(sentence[:start].lower().split()), "")
    if whose in ("its", "their", "his", "her"):
        return
    if meaning.startswith(("what ", "when ", "how ")) or not is_clause(meaning):
        signs = signs_of_term(sentence, start, end)
        yield from made(sentence, start, end, meaning, ["that is", *signs, *signs_of_text(meaning)])


def _is_doing(sentence: str, start: int, end: int, at: int) -> bool:
    """Whether "or" is followed by what somebody does: "navigation, or finding one’s way"."""
    term = sentence[start:end]
    return term.islower() and term.endswith(NOMINAL) and re.match(r"\w+ing\s", sentence[at:]) is not None


def _is_explained_by_or(sentence: str, start: int, end: int, at: int) -> bool:
    """Whether "or" gives another word for a thing rather than another thing."""
    named = sentence[start:end].endswith(NOMINAL) or re.match(r"(?:an?|the)\s", sentence[at:]) is not None
    lead = LEAD_IN.match(sentence, 0, start)
    named = named or (sentence[start:end].islower() and _BETWEEN_COMMAS.match(sentence, at) is not None)
    return named and "," not in sentence[lead.end() if lead else max(0, start - 40) : start]


def _explained(sentence: str, start: int, end: int, meaning: str, kind: str, form: str) -> Iterator[Guess]:
    """X, a …: what stands behind a mark, where it says what kind of thing the term is."""
    term, signs = sentence[start:end], signs_of_term(sentence, start, end)
    head = term.split()[-1].lower()
    if not _is_apposable(sentence, start, end, kind):
        return
    if kind == "colon" and head in CLAIMS and "the term" in signs and len(meaning.split()) > 5:
        yield from made(sentence, start, end, meaning, ["verb", *signs, *signs_of_text(meaning)])
        return
    if kind in ("colon", "dash") and _GERUND.match(meaning) and not is_clause(meaning) and not _LIST.search(meaning):
        if "bare term" in signs and (len(term.split()) > 1 or head.endswith((*NOMINAL, "ship", "ing"))):
            yield from made(sentence, start, end, meaning, [kind, "gerund", *signs, *signs_of_text(meaning)])
        return
    if kind == "colon" and meaning[:1].isupper():  # the next sentence
        return
    if kind == "dash" and "bare term" in signs and ", " in meaning and not _ARTICLE.match(meaning):  # a list
        return
    last = "," not in sentence[:start] and sentence[end:].rstrip(". ").endswith(meaning)
    alone = is_plural(head) and not head[0].isdigit() and (not start or last)
    described = None if _NAMES.match(meaning) else described_as(meaning)
    if described is None or _is_no_apposition(term, meaning, form, described, alone):
        return
    if not _agree(term, meaning):
        signs.append("disagreeing")
    yield from made(sentence, start, end, meaning, [form, *signs, *described])


def _is_no_apposition(term: str, meaning: str, form: str, described: list[str], alone: bool) -> bool:
    """Whether what stands behind a mark is the next thing of a list, a name or a clause."""
    words = [*meaning.split()[:2], ""]
    if form == "bracket" and (_OF.match(meaning) or _ARTICLE.match(meaning)) and meaning[0].islower():
        return is_clause(meaning)
    unsaid = "genus" not in described and (
        "relative" not in described or (words[0] == "the" and not _HOLDS.match(meaning))
    )
    if form != "which is" and unsaid:
        return True
    if form == "apposition":
        if "genus" not in described and words[0] not in ("a", "an", "the", "any", "one") and not alone:
            return True  # mammals, claws that …
        if _ANOTHER_CLAUSE.search(meaning) or words[0] in ("two", "three", "several"):
            return True
        if not {"relative", "participle"} & {*described} and not _OF.match(meaning):
            return True
    if words[0] == "the" and (", and " in meaning or words[1][0].isupper()):
        return True
    return words[0].lower() == term.split()[0].lower() or is_clause(meaning)


_GERUND = re.compile(
    r"(?:literally,?\s)?(?!including|starting|making|according|something|nothing|anything|allowing|ensuring|equipping|giving|offering|letting|helping|leading|adding|proving|turning|bringing|using|during)[a-z]{2,}ing\s(?:[\w’\"-]+\s){3}"
)
_LIST = re.compile(r",\s\w+ing\b")
_COUNTING = re.compile(r"(?:the|an?)\s(?:[a-z]+\s){1,3}of\s")
_NAMES = re.compile(r"an?\s[\w-]+\s(?:known\s+as|called|termed|referred\s+to)\b")
"""A name to come, whose meaning stands before."""
_LISTS = re.compile(r"\b(?:such\sas|including|for\sexample,|like)\s(?:[^,;.()]+,\s)*(?:an?\s|the\s)?[“\"]?$")
"""What a list of examples begins with: what stands behind its commas are more of them."""
_ARTICLE = re.compile(r"(?:an?|the|any|one)\s")
_ANOTHER_CLAUSE = re.compile(
    r",\s(?:and|or)\s(?:an?|the|\w+ing)\s|\b(?:is|are)\s(?:called|known|termed)\b|^(?:a|the)\s(?:word|term|name)\s(?:that\s|meaning|from)"
)
"""What shows that a list goes on, that another thing is named, or that a word is told and no thing."""
_PREPOSED = re.compile(r"(?:by|in|on|at|for|with|from|to|as|not|even|just|more|less)\s")
_SAID_OF = re.compile(
    r"(?:The|It|This|That|My|Our|His|Her|Its|Their)(?!\s(?:first|second|third|fourth|other|next|last|final|main|most)\b)"
    r"[^,;:]*(?:\b(?:is|was|are|were)|[’']s)\s(?:just\s|also\s)?an?\s$"
)
"""What is said of one thing; what stands behind the comma is said of it too."""
_HOLDS = re.compile(r"the\s(?:[\w-]+\s){1,3}(?:that|which|in\swhich|where)\s")
_POINTS = re.compile(r"\bper\s$")
_BETWEEN_COMMAS = re.compile(r"(?:[\w’-]+\s){2,12}[\w’-]+,")
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
    counting = _COUNTING.match(meaning) is not None
    for place, word in enumerate(meaning.split()[:14]):
        low = word.lower().strip(",")
        if counting and place > 4 and low in ("may", "might", "can", "could", "will", "would"):
            return False  # the years a person may expect to live
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


def _is_lead_in(sentence: str, comma: int) -> bool:
    """Whether a comma only ends the phrase that leads into a clause: "In a recession, the …"."""
    clause = re.split(r"[;:,—]\s*(?:and\s+|but\s+)?|\band\s+|\bbut\s+|\bthat\s+", sentence[:comma])[-1].split()
    return bool(clause) and (leads_in(clause[0].strip(QUOTES)))
