"""Places in an English sentence where a term may be defined.

Each form ("X is a …", "X refers to …", "… is called X") has a function of its own. None of them parses: tables of
words say where a name of a thing can start and end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from ebook.terms.definition_guess import Guess
from ebook.terms.definition_meanings import (
    clause_before,
    described_as,
    first_part,
    head_of,
    meaning_from,
    phrase_before,
    signs_of_text,
    standing_alone,
    subject_text,
    tail_of,
)
from ebook.terms.definition_phrases import NOMINAL, QUOTES, content_words, is_plural, leads_in
from ebook.terms.definition_terms import NAMED_BY_OF, signs_of_term, subject_of, term_after, term_before
from ebook.terms.definition_words import (
    DETERMINERS,
    DOING,
    EMPTY,
    ENTITY,
    FUNCTION,
    GENERA,
    PEOPLE,
    PLACES,
    PRAISING,
    STEERING,
)

_CUE = re.compile(
    r"\b(?P<is>is|are|(?:can|may)\s+be(?=\s+(?:defined|described|thought\s+of)\s+as\b))\b|\b(?P<verb>means?|refers?(?=\s+to\b)|denotes?|describes?|consists?(?=\s+of\b)|comprises?|involves?|"
    r"(?:occurs?|happens?|takes?\s+place|arises?)(?=\s+(?:when|if|as|whenever)\b)|examines?|represents?|states?|"
    r"(?:hold|suggest|propose|predict|claim|argue|maintain|assert|posit)s?|says)\b|"
    rf"\b(?P<doing>{'|'.join(DOING)})\b|"
    r"(?<![\w-])(?P<called>called|known\s+as|termed|referred\s+to\s+as|said\s+to\s+be|dubbed)\b|"
    r"(?P<colon>:)\s|(?P<dash>[—–]\s?|(?<=\s)--?\s)|(?P<comma>,)[”\"’]?\s(?=(?:or\s)?(?:an?|the|any|one|which)\s|or\s[a-z]+\s\w|(?:\w+\s){0,2}\w+s\s(?:that|who|which|of|to\s+whom|in\s+which|with)\s)|"
    r"(?P<bracket>\()(?=(?:an?|the|any|or)\s|[a-z][\w-]*(?:\s[\w-]+){2,24}\))|\b(?P<define>defined?|uses?|used|using)\b"
)
_START = re.compile(r"[a-z]+|[:,(—–-]")
_STARTS = frozenset(
    "is are can may mean means refer refers denote denotes describe describes consist consists comprise comprises "
    "involve involves occur occurs happen happens take takes arise arises examine examines represent represents state "
    "states hold holds suggest suggests propose proposes predict predicts claim claims argue argues maintain maintains "
    "says assert asserts posit posits called known termed referred said dubbed define defines defined use uses used "
    "using : , ( — – -".split()
) | set(DOING)
"""The first words of all cues: to look them up takes a fifth of the time that trying the pattern everywhere takes."""
_CLAIMS = frozenset("theory hypothesis law principle model doctrine theorem paradox perspective approach rule".split())
"""Names of things that say something: a theory "states that …"."""
_LABEL = re.compile(
    r"(?:listing|figure|fig|table|step|chapter|example|option|part|section|appendix|phase|day|week|tip|lesson|unit|no)\b"
    r"\.?\s*(?:\d|[ivx]+\b)|.*[:=]",
    re.I,
)
"""A number or a sign of a list, which names no thing."""
_EMPTY_MEANING = re.compile(
    r"(?:something|anything|what)\s+(?:that|which|of|in|where|who|we|you|they)\b|one\s+(?:few|of)\b|an?\s+must|https?:|"
    r"(?:the|a)\s+(?:selling\s+point|reason|problem|trick|secret|answer|goal|aim|point|catch|downside|upside|benefit|"
    r"advantage|disadvantage|challenge|difference|question|truth|fact|absence|opposite\s+of\s+what|kind\s+of\s+thing)\b",
    re.I,
)
"""What such words begin says something of a thing and does not explain it."""
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
    this = _THIS.match(sentence) if previous else None
    term = term_after(sentence, this.end()) if this else None
    if term and this:
        meaning = standing_alone(previous)
        if meaning:
            yield from _guess(sentence, *term, meaning, ["called", "clause", *signs_of_text(meaning)])


_THIS = re.compile(
    r"(?:This|These|Such(?:\s+an?)?)(?:\s+[a-z]+){0,3}?\s+(?:is|are)(?:\s+(?:often|commonly|generally|usually))?\s+(?:called|known\s+as|termed|referred\s+to\s+as)\s"
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
        r"\s+(?:defined\s+(?:to\s+be|as)|(?:thought\s+of|described)\s+as|when\b(?=\s)|the\s+(?:\w+\s+)?(?:term|name|word)\s+(?:used\s+)?(?:for|to\s+(?:describe|refer\s+to))|"
        r"(?:a|the)\s+term\s+(?:that\s+)?(?:used\s+)?(?:to\s+)?(?:describes?|refers?\s+to|for)|used\s+to\s+(?:refer\s+to|describe|denote|mean)|short\s+for|"
        r"(?:formed|created|produced|caused)\s+(?=when\b)|characterized\s+by|characterised\s+by|made\s+up\s+of|composed\s+of)\s+"
    ).match(sentence, at)
    if stated:
        if stated[0].split()[0] == "when" and (cue[0] == "are" or sentence[start - 4 : start].lower() == "the "):
            return  # "The slow days are when a town rests" tells
        meaning = meaning_from(sentence, stated.end())
        form = (
            "verb"
            if stated[0].split()[0]
            in (
                "characterized",
                "characterised",
                "made",
                "composed",
                "when",
                "how",
                "where",
                "described",
                "thought",
                "formed",
                "created",
                "produced",
                "caused",
            )
            else "stated"
        )
        yield from _guess(sentence, start, end, meaning, [form, *signs, *signs_of_text(meaning)])
        return
    meaning = meaning_from(sentence, at)
    described = described_as(meaning)
    if described is not None:
        several = sentence[start:end].split(" of ")[0].split()[-1].lower()
        if cue[0] == "is" and is_plural(several) and not several.endswith("es"):
            described.append("several")
        yield from _guess(sentence, start, end, meaning, ["is", *signs, *described])


def _verb(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """X refers to …, X means …, X occurs when …"""
    verb = cue[0].split()[0]
    rest = sentence[cue.end() :]
    which = re.search(r",\s+which(?:\s+\w+ly)?\s+$", sentence[: cue.start()])
    if which:
        if re.match(r"\s+that\b", sentence[cue.end() :]) and verb in ("means", "mean"):  # a consequence
            return
        term = term_before(sentence, which.start())
        signs = ["which is"] if term else []
        if not term:
            return
        start, end = term
    else:
        subject = subject_of(sentence, cue.start())
        if not subject:
            return
        start, end, signs = subject
    if (
        verb in ("represents", "represent", "involves", "involve", "comprises", "comprise", "examines", "examine")
        and "the term" in signs
    ):
        return
    if verb in ("mean", "means") and re.match(r"\s+[“\"‘]", rest):
        return
    strong = verb in (
        "refers",
        "refer",
        "means",
        "mean",
        "denotes",
        "denote",
        "occurs",
        "happens",
        "takes",
        "describes",
        "consists",
    )
    lead = (
        re.match(r"\s+(?:to|that,?|of)\s+", rest)
        if verb not in ("occurs", "occur", "happens", "happen", "takes", "take")
        else None
    )
    if verb in ("mean", "means") and re.match(
        r"\s+(?:we|you|I|it|they|there|he|she|nothing|business|a\s+lot|more|less|little)\b", rest
    ):
        return
    if verb in (
        "states",
        "state",
        "holds",
        "hold",
        "suggests",
        "suggest",
        "proposes",
        "propose",
        "predicts",
        "predict",
        "says",
        "asserts",
        "assert",
        "claims",
        "claim",
        "argues",
        "argue",
        "maintains",
        "maintain",
        "posits",
        "posit",
    ):
        head = sentence[start:end].lower().split(" of ")[0].split()[-1]
        if head not in _CLAIMS:
            return
        strong = True
    meaning = meaning_from(sentence, cue.end() + (lead.end() if lead else 0))
    if len(meaning.split()) < 3:
        return
    yield from _guess(
        sentence, start, end, meaning, ["verb" if strong else "weak verb", *signs, *signs_of_text(meaning)]
    )


def _doing(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """A/An X converts …: what a kind of thing does by its nature."""
    subject = subject_of(sentence, cue.start())
    if (
        not subject
        or "the term" in subject[2]
        or sentence[subject[0] : subject[1]].endswith(_PERSONS)
        or not _fits(sentence[subject[0] : subject[1]], cue[0])
    ):
        return
    meaning = meaning_from(sentence, cue.start())
    if len(meaning.split()) > 4:
        yield from _guess(sentence, subject[0], subject[1], meaning, ["doing", *subject[2], *signs_of_text(meaning)])


_PERSONS = ("ists", "ers", "ors", "ians", "men", "people", "ist", "ian", "man")


def _fits(term: str, verb: str) -> bool:
    """Whether term and verb agree in number."""
    return is_plural(term.split(" of ")[0].split()[-1].lower()) != verb.endswith("s")


def _called(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
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
            yield from _guess(sentence, start, end, meaning, ["called", *signs_of_text(meaning)])
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
            yield from _guess(sentence, start, end, meaning, ["called", "clause", *signs_of_text(meaning)])
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
    yield from _guess(sentence, start, end, meaning, signs)


def _mark(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
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
                yield from _guess(
                    sentence, start, end, meaning, ["or", *signs_of_term(sentence, start, end), *signs_of_text(meaning)]
                )
                return
            named = sentence[start:end].endswith(NOMINAL)
            if not (re.match(r"(?:an?|the)\s", sentence[at:]) or named) or "," in sentence[max(0, start - 40) : start]:
                return
    elif re.match(r"\s*which\b", sentence[at:]):
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
        and head in _CLAIMS
        and "the term" in signs_of_term(sentence, start, end)
        and len(meaning.split()) > 5
    ):
        yield from _guess(
            sentence, start, end, meaning, ["verb", *signs_of_term(sentence, start, end), *signs_of_text(meaning)]
        )
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
    if _is_clause(meaning):
        return
    if form == "apposition" and not {"relative", "participle"} & {*described} and not _OF.match(meaning):
        return
    signs = signs_of_term(sentence, start, end)
    if not _agree(sentence[start:end], meaning):
        signs.append("disagreeing")
    yield from _guess(sentence, start, end, meaning, [form, *signs, *described])


_OF = re.compile(r"(?:[\w’'-]+\s+){1,5}?(?:of|for|whose|between|from|with)\s")


_ADJECTIVAL = ("ive", "al", "ous", "ful", "less", "able", "ible", "ing", "ed", "ary", "ish")


def _is_apposable(sentence: str, start: int, end: int, kind: str) -> bool:
    """Whether the words before a mark can name a thing: no label of a list, no adjective, no place."""
    words = sentence[start:end].lower().split()
    head = words[-1]
    if (kind == "colon" and head in EMPTY - NAMED_BY_OF) or head in PLACES:
        return False
    return len(words) > 1 or not head.endswith(_ADJECTIVAL) or "bare term" not in signs_of_term(sentence, start, end)


def _is_clause(meaning: str) -> bool:
    """Whether what follows a comma is a sentence of its own: a verb comes before any relative pronoun."""
    for word in meaning.split()[:14]:
        low = word.lower().strip(",")
        if low in ("it", "you", "we", "they", "he", "she", "i") or (
            "’" in low[-4:]
            and low.endswith(("’s", "’re", "’ll", "’ve", "’m"))
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


def _define(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """We define X as …; use the term X to refer to …"""
    rest = sentence[cue.start() :]
    match = re.match(
        r"(?:define[sd]?\s+(?P<a>[^,.;:]{3,50}?)\s+as|us(?:es?|ed|ing)\s+the\s+(?:term|word|phrase)\s+(?P<b>[^,.;:]{3,50}?)\s+to\s+(?:refer\s+to|describe|mean|denote))\s+",
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
    yield from _guess(sentence, *inner, meaning, ["stated", *signs_of_text(meaning)])


_FORMS: Mapping[str, Callable[[str, re.Match[str]], Iterator[Guess]]] = {
    "is": _is,
    "verb": _verb,
    "doing": _doing,
    "called": _called,
    "colon": _mark,
    "dash": _mark,
    "comma": _mark,
    "bracket": _mark,
    "define": _define,
}


def _guess(sentence: str, start: int, end: int, meaning: str, signs: list[str]) -> Iterator[Guess]:
    """A guess, if its term and its meaning can be printed."""
    term = sentence[start:end]
    meaning = meaning.strip()
    if (
        any(q in term for q in '“”"')
        or meaning.count("“") != meaning.count("”")
        or meaning.count("(") != meaning.count(")")
    ):
        return
    if not 3 <= len(meaning.split()) <= 60 or len(term) > 60 or term.casefold() == meaning.casefold():
        return
    if _LABEL.match(term) or _EMPTY_MEANING.match(meaning):
        return
    if meaning.startswith(("one ", "ones ")) and ("apposition" in signs or "dash" in signs):
        return
    if term.split()[0].lower() in PRAISING:
        signs = [*signs, "praising"]
    opens = not sentence[:start].strip(QUOTES + " ")
    yield Guess(term=term, meaning=meaning, start=start, end=end, signs=tuple(signs), opens=opens)
