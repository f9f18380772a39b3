"""Definitions whose term stands behind its meaning: "… is called X", "… (X)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.terms.definition_guess import Guess, made
from ebook.terms.definition_marks import by_mark
from ebook.terms.definition_meanings import (
    clause_before,
    head_of,
    phrase_before,
    signs_of_text,
    standing_alone,
    subject_text,
    tail_of,
)
from ebook.terms.definition_phrases import NOMINAL, QUOTES, content_words
from ebook.terms.definition_terms import term_after, term_before
from ebook.terms.definition_words import (
    COMMON_ENDINGS,
    DETERMINERS,
    EMPTY,
    ENTITY,
    FUNCTION,
    GENERA,
    JUDGING,
    PEOPLE,
    VERBS,
)

_NOT_NAMED = re.compile(
    r"\b(?:also|better|best|formerly|previously|once|so|otherwise|been|he|she|they|I|we|has|have|had|sometimes|"
    r"what(?:\s+\w+){1,4})$"
)
"""Before "called": another name of a thing already named, or somebody's word for it."""
_PAST = re.compile(r"\s(?:was|were)$")
_PASSIVE = re.compile(
    r"(?:,?\s+(?P<rel>which|that)\s+)?\b(?:is|are|was|were|(?:has|have)\s+(?:been|become)|became|can\s+be|may\s+be)"
    r"(?:\s+(?:now|often|commonly|sometimes|usually|generally|what\s+is|what\s+are))*$"
)
_HEDGED = re.compile(r"(?:\s+(?:commonly|often|sometimes|usually|generally))?,?\s*[(\[]?$")
_MARK = re.compile(r"[,;:(]")
_AN_ARTICLE = re.compile(r"\s(?:an?|the)\s")
_CLOSED = re.compile(r"[.,;]|$")


def by_name(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """… is called X; a … called X that …"""
    before = sentence[: cue.start()].rstrip()
    past = _PAST.search(before)
    term = term_after(sentence, cue.end())
    if not term or _NOT_NAMED.search(before) or (past and not _THAT_IS.match(sentence, 0, past.start())):
        return
    if sentence[term[1] : term[1] + 5].lstrip(QUOTES).startswith(" of "):
        return
    passive = _PASSIVE.search(before)
    if not passive or passive["rel"]:
        limit = passive.start() if passive else len(_HEDGED.sub("", before))
        yield from _described_before(sentence, term, before, limit, not passive and before.endswith(","))
        return
    meaning = subject_text(sentence, passive.start())
    if meaning:
        signs = ["called", "was called"] if past else ["called"]
        yield from made(sentence, *term, meaning, [*signs, *signs_of_text(meaning)])


def _described_before(sentence: str, term: tuple[int, int], before: str, limit: int, comma: bool) -> Iterator[Guess]:
    """A … called X that …: the term between a description and what more is said; `comma`: it stands before the name."""
    tail = tail_of(sentence, term[1])
    described = _description(sentence, term[1], before, limit, comma)
    telling = [word for word in described.split() if word.lower() not in FUNCTION]
    apart = len(described.split()) == 2 and before.endswith(f", {described}")
    ends = comma and len(telling) < 3 and not tail and _CLOSED.match(sentence[term[1] :].lstrip(QUOTES)) is not None
    if apart or ends:
        clause = clause_before(sentence, limit - len(described) - 2 if apart else limit)
        if clause:
            yield from made(sentence, *term, clause, ["called", "clause", *signs_of_text(clause)])
        if clause or apart:
            return
    if not described or described.lower().startswith("the one") or not (content_words(described.split()) or tail):
        return
    meaning = f"{described} {tail}" if tail else described
    signs = ["named", *signs_of_text(meaning)]
    if tail and not comma:
        signs.append("relative")
    words = described.split()
    head = head_of(words[1:] if words[0].lower() in DETERMINERS else words)
    if head in GENERA:
        signs.append("genus")
    if head in ENTITY or head.endswith(PEOPLE):
        signs.append("entity")
    yield from made(sentence, *term, meaning, signs)


def _description(sentence: str, end: int, before: str, limit: int, comma: bool) -> str:
    """What describes a thing right before its name."""
    if comma:
        whole = _phrase(before.rstrip(","))[0]
        if whole and sentence.startswith(whole):
            return whole
        if sentence[end : end + 1] == "," and not _MARK.search(before[:-1]) and not _AN_ARTICLE.search(before):
            return before[:-1]
    return phrase_before(sentence, limit)


_DESCRIBED = re.compile(r"\b(?:the|an?)\s(?:[\w’-]+\s){0,3}?(?P<head>[a-z]+)\s(?:that|of|to|in\swhich|when|where)\s")
_POSSESSED = re.compile(r"^(?:The|A|An)\s[\w’'-]+[’']s?\s(?P<head>[a-z]+)\s(?:to|of|for)\s")


_TOWARDS = frozenset(
    "ability tendency inability right desire attempt capacity failure willingness need urge power refusal".split()
)


def _phrase(text: str) -> tuple[str, str]:
    """A phrase that describes a kind of thing up to the end of a text, and its head."""
    clause = re.split(r"[;:(]\s*|,\s+(?:and|but)\s|\[link\]", text)[-1]
    owned = _POSSESSED.match(clause)
    for match in [owned] if owned else _DESCRIBED.finditer(clause):
        head = match["head"]
        if match[0].endswith(" to ") and head not in _TOWARDS:
            continue
        if head in GENERA or head.endswith((*NOMINAL, "ing")):
            phrase = clause[match.start() :].strip()
            return (phrase, head) if "," not in phrase else ("", "")
    return "", ""


def by_bracket(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """The ability to … (X): the name in brackets behind what it means."""
    close = sentence.index(")", cue.end())
    inner = sentence[cue.end() : close]
    phrase, _ = _phrase(sentence[: cue.start()])
    term = term_after(sentence, cue.end())
    outer = term_before(sentence, cue.start()) if _SHORT_GLOSS.fullmatch(inner) else None
    learned = sentence[slice(*outer)] if outer else ""
    if (
        outer
        and learned.isalpha()
        and learned.islower()
        and learned.endswith(_LEARNED)
        and not inner.endswith(_NO_NOUN)
    ):
        yield from made(sentence, *outer, inner, ["short gloss"])
        return
    goes_on = re.match(r"\)\s[a-z]+", sentence[close : close + 30])
    if (goes_on and goes_on[0][2:] not in FUNCTION | VERBS) or any(map(str.isdigit, inner)) or _DOING.match(inner):
        return
    if len(phrase.split()) < 4 or not term or term[1] != close or inner.endswith(("ly", "ed", *_ADJECTIVES)):
        if len(inner.split()) > 2:
            yield from by_mark(sentence, cue)
        return
    yield from made(sentence, *term, phrase, ["reverse bracket", *signs_of_text(phrase)])


_SHORT_GLOSS = re.compile(
    r"(?!(?:in|on|of|at|by|or|and|the|not|see|with|from|for|to|is|are|as|except|called|known|also|such)\s)[a-z][\w’-]*\s[a-z][\w’-]*"
)
_LEARNED = tuple(COMMON_ENDINGS)
_NO_NOUN = ("ly", "ed", "ing", "ive", "ous", "ful", "able", "ible", "only", "too", "above", "below")
_DOING = re.compile(r"[a-z]+ing\s")
_ADJECTIVES = ("ive", "al", "ous", "ful", "less", "able", "ible", "ary", "ish", "ic")
_IS_NAME = re.compile(
    r"\s(?:is|are)\s(?P<article>an?\s|the\s|its\s)?(?P<term>[a-z][\w-]*(?:\s[a-z][\w-]*){0,2})[.”\"]*$"
)
_THAT_IS = re.compile(
    r"(?:(?:The|An?)\s(?:[\w’-]+\s){0,2}?(?P<head>[\w-]+)\s(?:of|in\swhich|that|along\swhich|needed|required|between|who|at\swhich|where|when)\s"
    r"|(?P<class>(?!One\b|Those\b|Some\b|Many\b|Most\b|This\b|These\b)[A-Z][\w-]+(?:s|people|ment|tion|ity))\s(?:\w+\s)?(?:that|who|in\swhich|where)\s)"
)


def reversed_is(sentence: str) -> Iterator[Guess]:
    """The bending of light … is refraction: the term ends its sentence."""
    match = _IS_NAME.search(sentence, max(0, len(sentence) - 60))
    subject = _THAT_IS.match(sentence) if match else None
    if not match or not subject or match.start() < subject.end():
        return
    described = sentence[: match.start()]
    head = (subject["head"] or subject["class"] or "").lower()
    loose = match["article"] == "an " or match["article"] == "a "
    loose = loose and re.match(r"An?\s.*\s(?:that|which|whose|who|where)\s", described) is not None
    if not (loose or head in GENERA or head.endswith((*NOMINAL, "ing")) or subject["class"]):
        return
    last = match["term"].split()[-1]
    if re.search(r"\b(?:is|are|was|were)$|,$", described) or len(described.split()) < 5:
        return
    if (
        last.endswith((*_ADJECTIVES, "ed", "ly", "ant", "ent"))
        or (last in EMPTY | JUDGING | FUNCTION)
        or last in ENTITY
    ):
        return
    if not match["article"] and not last.endswith((*NOMINAL, "ing", "s", "ics", "ology", "y", "ion")):
        return
    term = term_after(sentence, match.start("term"))
    if not term or term[1] != match.end("term"):
        return
    yield from made(sentence, *term, described, ["reverse is", *signs_of_text(described)])


def by_or(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """Points where a string does not move, or nodes, …: the term behind what it means."""
    before = sentence[: cue.start()]
    if "," in before[-80:] or " either " in before:
        return
    term = term_after(sentence, cue.end())
    phrase = _phrase(before)[0]
    if not phrase:
        plural = re.search(r"(?:^|\s)(?P<head>\w+s)\s(?:that|where|who|in\swhich|with)\s[^.]*$", before)
        phrase = before[plural.start("head") :] if plural else ""
    if term and len(phrase.split()) > 3:
        yield from made(sentence, *term, phrase, ["reverse or", *signs_of_text(phrase)])


_BACK = (" this ", " these ", " it ", " them ")
_NAMED_THIS = re.compile(
    r"\b(?:call|calls|called|term|termed|named|labeled)\s(?:this|these|it|them)\s(?:(?P<kind>[a-z]+)\s(?:of\s[a-z]+\s)?)??(?:an?\s|the\s)?(?P<term>[“\"]?[a-z][\w-]*(?:\s[a-z][\w-]*)?)[”\",.;]"
)


def named_this(sentence: str, previous: str) -> Iterator[Guess]:
    """When …, economists call this an X: named behind its condition, or in the next sentence."""
    match = _NAMED_THIS.search(sentence) if any(word in sentence for word in _BACK) else None
    if not match:
        return
    term = term_after(sentence, match.start("term"))
    lead = re.match(r"(?:When|If)\s[^;]+?(?=,\s[\w ]{2,40}$)", sentence[: match.start()].rstrip())
    meaning = lead[0] if lead else standing_alone(previous) if len(sentence[: match.start()].split()) < 6 else ""
    if term and meaning:
        yield from made(sentence, *term, meaning, ["called", "clause", *signs_of_text(meaning)])


_CALLING = re.compile(
    r"\b(?:(?:call|calls)\s(?P<a>(?:an?|the|any|each|such\san?)\s[^,;:]{8,120}?)\s(?:an?|the)\s(?P<x>[a-z][\w-]*(?:\s[a-z][\w-]*){0,2})"
    r"|(?:refer|refers)\sto\s(?P<b>(?:an?|the|any|each|such\san?)\s[^;:]{8,120}?)\sas\s(?:an?\s|the\s)?[“\"]?(?P<y>[a-z][\w-]*(?:\s[a-z][\w-]*){0,2}))"
    r"(?=[”\".,;(]|\s\()"
)


def called_by_us(sentence: str) -> Iterator[Guess]:
    """We call … an X; economists refer to … as X."""
    match = _CALLING.search(sentence) if " call" in sentence or " refer" in sentence else None
    if not match:
        return
    meaning, group = (match["a"], "x") if match["a"] else (match["b"], "y")
    term = term_after(sentence, match.start(group))
    if term and term[1] == match.end(group):
        yield from made(sentence, *term, meaning, ["called by us", *signs_of_text(meaning)])
