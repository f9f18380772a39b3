"""Places in an English sentence where a term may be defined.

Each form ("X is a …", "X refers to …", "… is called X") has a function of its own. None of them parses: tables of
words say where a name of a thing can start and end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from ebook.terms.definition_doing import by_doing, by_rules, inside, of_a_kind
from ebook.terms.definition_guess import Guess, made
from ebook.terms.definition_marks import by_mark
from ebook.terms.definition_meanings import described_as, meaning_from, signs_of_text, standing_alone
from ebook.terms.definition_names import by_bracket, by_name, by_or, named_this, reversed_is
from ebook.terms.definition_phrases import is_plural
from ebook.terms.definition_terms import signs_of_term, subject_of, term_after
from ebook.terms.definition_verbs import by_verb
from ebook.terms.definition_words import DOING, STEERING

_CUE = re.compile(
    r"\b(?P<is>is|are|was|were|(?:can|may)\s+be(?=\s+(?:defined|described|thought\s+of|understood|viewed|seen)\s+as\b))\b|\b(?P<verb>means?|refers?(?=\s+to\b)|denotes?|describes?|consists?(?=\s+of\b)|comprises?|involves?|indicates?|notes?(?=\s+that\b)|stating(?=\s+that\b)|"
    r"(?:occurs?|happens?|takes?\s+place|arises?|exists?)(?=\s+(?:when|if|as|whenever|where)\b)|examines?|represents?|states?|"
    r"(?:hold|suggest|propose|predict|claim|argue|maintain|assert|posit)s?|says|sees|views|assumes|looks(?=\s+at\b)|focuses(?=\s+on\b))\b|"
    rf"\b(?P<doing>{'|'.join(DOING)})\b|"
    r"(?<![\w-])(?P<called>called|known\s+as|termed|referred\s+to\s+as|said\s+to\s+be|dubbed)\b|"
    r"(?P<colon>:)\s|(?P<dash>[—–]\s?|(?<=\s)--?\s)|(?P<alias>,)\sor\s(?=[a-z][\w-]*(?:\s[a-z][\w-]*)?[,.;)])|(?P<comma>,)[”\"’]?\s(?=(?:or\s)?(?:an?|the|any|one|which|in\swhich|whereby)\s|that\sis,\s|when\s(?:an?\s|some|people)|i\.e\.|meaning\s|stating\s|or\s[a-z]+\s\w|(?:\w+\s){0,2}(?:\w+s|people)\s(?:that|who|which|of|to\s+whom|in\s+which|with|where)\s)|"
    r"(?P<gloss>\()(?=[a-z][\w’-]*(?:\s[\w’-]+){0,2}\))|"
    r"(?P<bracket>\()(?=(?:an?|the|any|or)\s|i\.e\.|that\sis,|meaning\s|[a-z][\w-]*(?:\s[\w’'-]+){2,24}\))|\b(?P<define>defined?|uses?|used|using)\b"
)
_START = re.compile(r"[a-z]+|[:,(—–-]")
_STARTS = frozenset(
    "is are was were can may mean means refer refers denote denotes describe describes consist consists comprise "
    "comprises "
    "involve involves occur occurs happen happens take takes arise arises examine examines represent represents state "
    "states hold holds suggest suggests propose proposes predict predicts claim claims argue argues maintain maintains "
    "exist exists sees views assumes looks focuses says assert asserts posit posits called known termed referred "
    "said dubbed define defines defined use uses used "
    "indicate indicates note notes stating "
    "using : , ( — – -".split()
) | set(DOING)
"""The first words of all cues: to look them up takes a fifth of the time that trying the pattern everywhere takes."""
MOST_CUES = 40
"""Places looked at in one sentence."""


def english(sentence: str, previous: str = "") -> Iterator[Guess]:
    """Every place where a term may be defined; `previous` is the sentence before."""
    if sentence[-1:] == "?":
        return
    cues = 0
    for start in _START.finditer(sentence):
        match = _CUE.match(sentence, start.start()) if start[0] in _STARTS else None
        if match:
            yield from _FORMS[str(match.lastgroup)](sentence, match)
            cues += 1
            if cues > MOST_CUES:
                return
    for form in _OPENINGS:
        yield from form(sentence)
    this = _THIS.match(sentence) if previous else None
    term = term_after(sentence, this.end()) if this else None
    if term and this:
        meaning = standing_alone(previous)
        if meaning:
            yield from made(sentence, *term, meaning, ["called", "clause", *signs_of_text(meaning)])
    yield from named_this(sentence, previous)


_THIS = re.compile(
    r"(?:This|These|Such(?:\s+an?)?)(?:\s+[a-z]+){0,3}?\s+(?:is|are)(?:\s+(?:often|commonly|generally|usually))?\s+(?:called|known\s+as|termed|referred\s+to\s+as)\s"
)


_JUDGED = frozenset("considered understood viewed regarded seen".split())
_AIMED = re.compile(r"(?:aimed\s+at|(?:intended|designed|meant)\s+to|concerned\s+with)\s")
"""What a thing is for."""
_AIM_OF = re.compile(
    r"(?:The\s)?(?:main\s|primary\s)?(?:goal|aim|purpose|objective|point|idea|function)\s(?:of|behind)\s(?:an?\s|the\s)?"
    r"(?P<term>[a-z][\w’-]*(?:\s[\w’-]+){0,4}?)\s(?:is|was)\s(?=to\s|that\s)"
)


def aim_of(sentence: str) -> Iterator[Guess]:
    """The goal of X is to …"""
    match = _AIM_OF.match(sentence)
    term = term_after(sentence, match.start("term")) if match else None
    if not match or not term or term[1] != match.end("term"):
        return
    meaning = meaning_from(sentence, match.end())
    yield from made(sentence, *term, meaning, ["aim", *signs_of_term(sentence, *term), *signs_of_text(meaning)])


_WEAKLY_STATED = frozenset(
    "characterized characterised made composed when how where described thought formed created produced caused "
    "conceptualized conceptualised understood viewed regarded seen considered".split()
)


def _is(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """X is a …; also X is defined as … and X is characterised by …"""
    subject = subject_of(sentence, cue.start())
    if not subject:
        return
    start, end, signs = subject
    at = cue.end()
    words = sentence[at : at + 60].split()
    if not words:
        return
    if words[0] in STEERING:
        at += sentence[at:].index(words[0]) + len(words[0])
        words = words[1:]
    stated = re.compile(
        r"\s+(?:defined\s+(?:to\s+be|as)|(?:where|how)\b(?=\s)|(?:thought\s+of|described|conceptuali[sz]ed|understood|viewed|regarded|seen)\s+as|(?:considered|understood)\s+to\s+be|when\b(?=\s)|the\s+(?:\w+\s+)?(?:term|name|word)\s+(?:used\s+)?(?:for|to\s+(?:describe|refer\s+to))|"
        r"(?:a|the)\s+term\s+(?:that\s+)?(?:used\s+)?(?:to\s+)?(?:describes?|refers?\s+to|for)|used\s+to\s+(?:refer\s+to|describe|denote|mean)|short\s+for|"
        r"(?:formed|created|produced|caused)\s+(?=when\b)|characterized\s+by|characterised\s+by|made\s+up\s+of|composed\s+of)\s+"
    ).match(sentence, at)
    if stated and cue[0] in ("was", "were"):
        return
    if stated:
        if stated[0].split()[0] in ("when", "where", "how") and (
            cue[0] == "are" or sentence[start - 4 : start].lower() == "the "
        ):
            return  # "The slow days are when a town rests" tells
        meaning = meaning_from(sentence, stated.end())
        if stated[0].split()[0] in _JUDGED and described_as(meaning) is None:
            return
        form = "verb" if stated[0].split()[0] in _WEAKLY_STATED else "stated"
        if stated[0].split()[0] == "where" or (stated[0].split()[0] in _JUDGED and "led in" in signs):
            form = "weak verb"
        yield from made(sentence, start, end, meaning, [form, *signs, *signs_of_text(meaning)])
        return
    meaning = meaning_from(sentence, at)
    if _AIMED.match(meaning):
        if cue[0] in ("is", "are"):
            yield from made(sentence, start, end, meaning, ["aim", *signs, *signs_of_text(meaning)])
        return
    described = described_as(meaning)
    if described is not None:
        if cue[0] in ("was", "were"):
            if "genus" not in described or not {"relative", "participle", "the meaning"} & {*described}:
                return
            described.append("was")
            if "the word" in signs and meaning.startswith("the "):  # the bell was the signal that …
                return
        several = sentence[start:end].split(" of ")[0].split()[-1].lower()
        if cue[0] == "is" and is_plural(several) and not several.endswith(("es", "os")):
            described.append("several")
        yield from made(sentence, start, end, meaning, ["is", *signs, *described])


def _define(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """We define X as …; use the term X to refer to …"""
    rest = sentence[cue.start() :]
    match = re.match(
        r"(?:define[sd]?\s+(?P<a>[^,.;:]{3,50}?)\s+as|us(?:es?|ed|ing)\s+the\s+(?:term|word|phrase)\s+(?P<b>[^,.;:]{3,50}?)\s+to\s+(?:refer\s+to|describe|mean|denote|indicate|express|identify))\s+",
        rest,
    )
    if not match:
        return
    group = "a" if match["a"] else "b"
    inner = term_after(sentence, cue.start() + match.start(group))
    if not inner or inner[1] < cue.start() + match.end(group) - 1:
        return
    meaning = meaning_from(sentence, cue.start() + match.end())
    if len(meaning.split()) < 3:
        return
    yield from made(sentence, *inner, meaning, ["stated", *signs_of_text(meaning)])


_OPENINGS: tuple[Callable[[str], Iterator[Guess]], ...] = (aim_of, of_a_kind, by_rules, inside, reversed_is)
_FORMS: Mapping[str, Callable[[str, re.Match[str]], Iterator[Guess]]] = {
    "is": _is,
    "verb": by_verb,
    "doing": by_doing,
    "called": by_name,
    "colon": by_mark,
    "dash": by_mark,
    "comma": by_mark,
    "bracket": by_mark,
    "gloss": by_bracket,
    "alias": by_or,
    "define": _define,
}
