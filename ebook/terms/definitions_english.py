"""Places in an English sentence where a term may be defined.

Each form ("X is a …", "X refers to …", "… is called X") has a function of its own. None of them parses: tables of
words say where a name of a thing can start and end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from ebook.terms.definition_guess import Guess
from ebook.terms.definition_words import (
    DEICTIC,
    DETERMINERS,
    DOING,
    EMPTY,
    ENTITY,
    FUNCTION,
    GENERA,
    JUDGING,
    LEAD_INS,
    MASSES,
    OPINIONS,
    PEOPLE,
    PERSONAL,
    PLACES,
    RELATIVE,
    STEERING,
    TELLING,
    VERBS,
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
_WORD = re.compile(r"[^\s]+")
_CLEAN = re.compile(r"[^\W_](?:[\w’'./&+-]*[\w’'+])?")
_CLAIMS = frozenset("theory hypothesis law principle model doctrine theorem paradox perspective approach rule".split())
"""Names of things that say something: a theory "states that …"."""
_QUOTES = "\"'“”‘’«»*_"
_LONGEST_TERM = 5
MOST_CUES = 40
"""Places looked at in one sentence."""
_LEAD_IN = re.compile(r"[\"“‘']?([A-Za-z]+)[^,;:]{0,120},\s+")
_LINK = re.compile(
    r"\s*\([^()]{0,30}\[link\][^()]{0,30}\)|\s*\[link\]\w?|\s*[\[(](?:see\b[^\])]*|\d+(?:,\s?\d+)*|Figure[^\])]*|Fig\.[^\])]*|Table[^\])]*)[\])]"
)


def _without_links(text: str) -> str:
    return _LINK.sub("", text) if "[" in text or "(" in text else text


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
    term = _term_after(sentence, this.end()) if this else None
    if term and this:
        meaning = _standing_alone(previous)
        if meaning:
            yield from _guess(sentence, *term, meaning, ["called", "clause", *_text_signs(meaning)])


_THIS = re.compile(
    r"(?:This|These|Such(?:\s+an?)?)(?:\s+[a-z]+){0,3}?\s+(?:is|are)(?:\s+(?:often|commonly|generally|usually))?\s+(?:called|known\s+as|termed|referred\s+to\s+as)\s"
)


def _standing_alone(sentence: str) -> str:
    """A sentence without what ties it to the ones before, where it can be understood by itself."""
    lead = _LEAD_IN.match(sentence)
    if lead and len(lead[0].split()) < 4 and _leads_in(lead[1]):
        sentence = sentence[lead.end() :]
    words = sentence.split()
    if (
        not 6 <= len(words) <= 35
        or words[0].lower() in _POINTING
        or words[0].lower() in PERSONAL
        or sentence[-1] in "?:"
    ):
        return ""
    return _meaning(sentence, 0)


# ------------------------------------------------------------------ X is a …


def _is(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """X is a …; also X is defined as … and X is characterised by …"""
    subject = _subject(sentence, cue.start())
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
        r"\s+(?:defined\s+(?:to\s+be|as)|(?:thought\s+of|described)\s+as|(?:when|how|where)\b(?=\s)|the\s+(?:\w+\s+)?(?:term|name|word)\s+(?:used\s+)?(?:for|to\s+(?:describe|refer\s+to))|"
        r"(?:a|the)\s+term\s+(?:that\s+)?(?:used\s+)?(?:to\s+)?(?:describes?|refers?\s+to|for)|used\s+to\s+(?:refer\s+to|describe|denote|mean)|short\s+for|"
        r"(?:formed|created|produced|caused)\s+(?=when\b)|characterized\s+by|characterised\s+by|made\s+up\s+of|composed\s+of)\s+"
    ).match(sentence, at)
    if stated:
        meaning = _meaning(sentence, stated.end())
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
        yield from _guess(sentence, start, end, meaning, [form, *signs, *_text_signs(meaning)])
        return
    meaning = _meaning(sentence, at)
    described = _described(meaning)
    if described is not None:
        several = sentence[start:end].split(" of ")[0].split()[-1].lower()
        if cue[0] == "is" and _is_plural(several) and not several.endswith("es"):
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
        term = _term_before(sentence, which.start())
        signs = ["which is"] if term else []
        if not term:
            return
        start, end = term
    else:
        subject = _subject(sentence, cue.start())
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
    meaning = _meaning(sentence, cue.end() + (lead.end() if lead else 0))
    if len(meaning.split()) < 3:
        return
    yield from _guess(sentence, start, end, meaning, ["verb" if strong else "weak verb", *signs, *_text_signs(meaning)])


def _doing(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """A/An X converts …: what a kind of thing does by its nature."""
    subject = _subject(sentence, cue.start())
    if not subject or "the term" in subject[2] or not _fits(sentence[subject[0] : subject[1]], cue[0]):
        return
    meaning = _meaning(sentence, cue.start())
    if len(meaning.split()) > 4:
        yield from _guess(sentence, subject[0], subject[1], meaning, ["doing", *subject[2], *_text_signs(meaning)])


def _fits(term: str, verb: str) -> bool:
    """Whether term and verb agree in number."""
    return _is_plural(term.split(" of ")[0].split()[-1].lower()) != verb.endswith("s")


# ------------------------------------------------------------------ … is called X


def _called(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """… is called X; a … called X that …"""
    before = sentence[: cue.start()].rstrip()
    if re.search(
        r"\b(?:also|better|best|formerly|previously|once|so|otherwise|was|were|been|he|she|they|I|we|has|have|had|sometimes)$",
        before,
    ):
        return
    term = _term_after(sentence, cue.end())
    if not term:
        return
    start, end = term

    if sentence[end : end + 5].lstrip(_QUOTES).startswith(" of "):
        return
    passive = re.search(
        r"(?:,?\s+(?P<rel>which|that)\s+)?\b(?:is|are|(?:has|have)\s+(?:been|become)|became|can\s+be|may\s+be)(?:\s+(?:now|often|commonly|sometimes|usually|generally|what\s+is|what\s+are))*$",
        before,
    )
    tail = _tail(sentence, end)
    if re.search(r"\bwhat(?:\s+\w+){1,4}$", before):
        return
    if passive and not passive["rel"]:
        meaning = _subject_text(sentence, passive.start())
        if meaning:
            yield from _guess(sentence, start, end, meaning, ["called", *_text_signs(meaning)])
        return
    limit = (
        passive.start()
        if passive
        else len(re.sub(r"(?:\s+(?:commonly|often|sometimes|usually|generally))?,?\s*[(\[]?$", "", before))
    )
    comma = not passive and before.endswith(",")
    described = _phrase_before(sentence, limit)
    full = [w for w in described.split() if w.lower() not in FUNCTION]
    if comma and len(full) < 3 and re.match(r"[.,;]|$", sentence[end:].lstrip(_QUOTES)) and not tail:
        meaning = _clause_before(sentence, limit)
        if meaning:
            yield from _guess(sentence, start, end, meaning, ["called", "clause", *_text_signs(meaning)])
            return
    if not described:
        return
    content = _content(described.split())
    meaning = described + (" " + tail if tail else "")
    if not content and not tail:
        return
    signs = ["named", *_text_signs(meaning)]
    if tail and not comma:
        signs.append("relative")
    head = _head(described.split()[1:] if described.split()[0].lower() in DETERMINERS else described.split())
    if head in GENERA:
        signs.append("genus")
    if head in ENTITY or head.endswith(PEOPLE):
        signs.append("entity")
    yield from _guess(sentence, start, end, meaning, signs)


# ------------------------------------------------------------------ X, a …; X: a …; X (a …); X, which is …


def _mark(sentence: str, cue: re.Match[str]) -> Iterator[Guess]:
    """A term before a comma, colon, dash or bracket, explained behind it."""
    kind = str(cue.lastgroup)
    term = _term_before(sentence, cue.start())
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
                and sentence[start:end].endswith(_NOMINAL)
            ):
                meaning = _first_part(_meaning(sentence, at), "comma")
                yield from _guess(
                    sentence, start, end, meaning, ["or", *_term_signs(sentence, start, end), *_text_signs(meaning)]
                )
                return
            named = sentence[start:end].endswith(_NOMINAL)
            if not (re.match(r"(?:an?|the)\s", sentence[at:]) or named) or "," in sentence[max(0, start - 40) : start]:
                return
    elif re.match(r"\s*which\b", sentence[at:]):
        return
    meaning = _meaning(sentence, at)
    if kind in ("comma", "bracket"):
        meaning = _first_part(meaning, kind)
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
        and "the term" in _term_signs(sentence, start, end)
        and len(meaning.split()) > 5
    ):
        yield from _guess(
            sentence, start, end, meaning, ["verb", *_term_signs(sentence, start, end), *_text_signs(meaning)]
        )
        return
    described = _described(meaning, apposed=True)
    if described is None:
        return
    if form != "which is" and "genus" not in described and ("relative" not in described or meaning.startswith("the ")):
        return
    words = [*meaning.split()[:2], ""]
    if words[0] == "the" and (", and " in meaning or words[1][0].isupper()):  # a list goes on; a name
        return
    if words[0].lower() == sentence[start:end].split()[0].lower():
        return
    if _is_clause(meaning):
        return
    if form == "apposition" and not {"relative", "participle"} & {*described} and not _OF.match(meaning):
        return
    signs = _term_signs(sentence, start, end)
    if not _agree(sentence[start:end], meaning):
        signs.append("disagreeing")
    yield from _guess(sentence, start, end, meaning, [form, *signs, *described])


_OF = re.compile(r"(?:[\w’'-]+\s+){1,5}?(?:of|for|whose|between|from|with)\s")


_ADJECTIVAL = ("ive", "al", "ous", "ful", "less", "able", "ible", "ing", "ed", "ary", "ish")


def _is_apposable(sentence: str, start: int, end: int, kind: str) -> bool:
    """Whether the words before a mark can name a thing: no label of a list, no adjective, no place."""
    words = sentence[start:end].lower().split()
    head = words[-1]
    if (kind == "colon" and head in EMPTY - _NAMED_BY_OF) or head in PLACES:
        return False
    return len(words) > 1 or not head.endswith(_ADJECTIVAL) or "bare term" not in _term_signs(sentence, start, end)


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
    head = _head(words[1:] if words[0].lower() in ("a", "an", "the", "any", "one") else words)
    several = _is_plural(term.split()[-1].lower()) if " of " not in term else _is_plural(term.split(" of ")[0].lower())
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
    return several == (_is_plural(head) or head == "people")


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "ics", "species", "ous", "series"))


_HOLLOW = FUNCTION | GENERA | DEICTIC


def _leads_in(word: str) -> bool:
    return word.lower() in LEAD_INS or word.endswith("ly")


def _content(words: list[str]) -> list[str]:
    """The words that say more than "a part", "the second kind" or "this process"."""
    return [w for w in words if w.lower() not in _HOLLOW]


def _is_lead_in(sentence: str, start: int, comma: int) -> bool:
    """Whether a comma only ends the phrase that leads into a clause: "In a recession, the …"."""
    clause = re.split(r"[;:,—]\s*(?:and\s+|but\s+)?|\band\s+|\bbut\s+|\bthat\s+", sentence[:comma])[-1].split()
    return bool(clause) and (_leads_in(clause[0].strip(_QUOTES)))


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
    inner = _term_after(sentence, cue.start() + match.start(group))
    if not inner or inner[1] < cue.start() + match.end(group) - 1:
        return
    meaning = _meaning(sentence, cue.start() + match.end())
    if len(meaning.split()) < 3:
        return
    yield from _guess(sentence, *inner, meaning, ["stated", *_text_signs(meaning)])


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


# ------------------------------------------------------------------ the term


def _subject(sentence: str, end: int) -> tuple[int, int, list[str]] | None:
    """Where the term is that a sentence has as its subject, and what speaks for it."""
    signs: list[str] = []
    start = 0
    lead = _LEAD_IN.match(sentence, 0, end)
    while lead and _leads_in(lead[1]):
        start = lead.end()
        if "led in" not in signs:
            signs.append("led in")
        lead = _LEAD_IN.match(sentence, start, end)
    piece = sentence[start:end]
    clause = max(
        piece.rfind("; "),
        piece.rfind(", and "),
        piece.rfind(", but "),
        piece.rfind(", while "),
        piece.rfind(", whereas "),
    )
    if clause > 15 and sentence[end : end + 2] != "ar":
        start += clause + piece[clause:].index(" ") + 1
        start += len(re.match(r"(?:(?:and|but|while|whereas)\s+)?", sentence[start:])[0])  # type: ignore[index]
        piece = sentence[start:end]
        signs = ["led in"]
    simple = _without_links(piece).rstrip()
    inserted = re.search(r"\s*[,(—]", piece)
    if inserted and simple.rstrip("—")[-1:] in (",", ")") + (("—",) if simple.endswith("—") else ()):
        stop = start + inserted.start()
        inside = piece[inserted.start() :]
        if len(inside.split()) > 16 or re.match(r",\s+(?:and|but|he|she|it|they|we|I|you)\b", inside):
            return None
        signs.append("interrupted")
    elif inserted and simple != piece.rstrip():
        stop = start + piece.index(simple.split()[-1]) + len(simple.split()[-1])
    elif inserted:
        return None
    else:
        stop = start + len(piece.rstrip())
    found = _named(sentence, start, stop)
    if not found:
        return None
    term_start, term_end = found
    return term_start, term_end, [*signs, *_term_signs(sentence, term_start, term_end)]


def _named(sentence: str, start: int, stop: int) -> tuple[int, int] | None:
    """The place of a term that fills a stretch of a sentence but for its article, if nothing else stands there."""
    words = [(m[0].strip(_QUOTES), m.start(), m.end()) for m in _WORD.finditer(sentence, start, stop)]
    if words and words[0][0].lower() in ("the", "a", "an"):
        if len(words) > 2 and words[1][0].lower() in ("term", "word", "phrase") and words[0][0].lower() == "the":
            words = words[1:]
        words = words[1:]
    elif words and words[0][0].lower() == "as" and len(words) > 2:
        return None
    if not 1 <= len(words) <= _LONGEST_TERM + 2 or not _is_term([w for w, _, _ in words]):
        return None
    first, last = words[0], words[-1]
    return first[1] + sentence[first[1] : first[2]].index(first[0]), last[1] + sentence[last[1] : last[2]].index(
        last[0]
    ) + len(last[0])


_NAMED_BY_OF = frozenset(
    "law rule rate system process method structure cost price area state condition value element property theory "
    "effect".split()
)
"""Heads that make a name with what follows "of", as in "law of demand"."""


def _is_term(words: list[str], adverbs: bool = False) -> bool:
    lowered = [w.lower() for w in words]
    if lowered[0] in OPINIONS or any(w.endswith(("’s", "'s")) and w.islower() for w in words):
        return False
    if lowered[0] in DEICTIC or lowered[-1] in ("of", "in") or lowered[0] in ("of", "in"):
        return False
    for index, (word, low) in enumerate(zip(words, lowered, strict=True)):
        if low in DETERMINERS and index and lowered[index - 1] == "of":
            continue
        if (
            low == "to"
            and index == len(words) - 2
            and index
            and (_is_plural(lowered[index - 1]) or lowered[index - 1].endswith(_NOMINAL))
        ):  # barriers to entry
            continue
        if not _CLEAN.fullmatch(word):
            return False
        if low in FUNCTION and low not in ("of", "in") and not (word.isupper() and len(word) > 1):
            return False
        if low in VERBS or (
            not adverbs
            and low.endswith("ly")
            and low not in ("family", "anomaly", "assembly", "monopoly", "supply", "reply", "ally", "fly", "butterfly")
        ):
            return False
        if ("’" in word and low.endswith(("’re", "’ve", "’ll", "n’t", "’m"))) or low.endswith(
            ("'re", "'ve", "'ll", "n't", "'m")
        ):
            return False
    if all(not any(c.isalpha() for c in w) for w in words) or len("".join(words)) < 2:
        return False
    head = lowered[lowered.index("of") - 1] if "of" in lowered else lowered[-1]
    if head.isdigit():
        return False
    return not (head in EMPTY and (len(words) == 1 or ("of" in lowered and head not in _NAMED_BY_OF)))


def _term_signs(sentence: str, start: int, end: int) -> list[str]:
    """What a term's article and length say."""
    before = sentence[:start].rstrip(_QUOTES + " ").split()[-1:]
    article = before[0].lower() if before else ""
    words = sentence[start:end].split()
    signs = []
    if article in ("a", "an"):
        signs.append("a term")
    elif article == "the":
        signs.append("the term")
        if len(words) == 1:
            signs.append("the word")
    else:
        signs.append("bare term")
    if len(words) > 3:
        signs.append("long term")
    if "of" in words:
        signs.append("of")
    return signs


def _term_before(sentence: str, end: int) -> tuple[int, int] | None:
    """The name of a thing that ends at a place: words back to an article or to one that cannot belong to it."""
    piece = sentence[max(0, end - 90) : end]
    if "[" in piece or "(" in piece:
        piece = _LINK.sub(lambda m: " " * len(m[0]), piece)
    offset = max(0, end - 90)
    words = [(m[0], m.start() + offset, m.end() + offset) for m in _WORD.finditer(piece)]
    if not words:
        return None
    if words[-1][0].endswith(")"):  # the earned income tax credit (EITC)
        if not re.fullmatch(r"\([A-Z][\w.-]{1,9}\)", words[-1][0]):
            return None
        words.pop()
    chosen: list[tuple[str, int, int]] = []
    for word, start, _ in reversed(words):
        bare = word.strip(_QUOTES)
        low = bare.lower()
        if low in DETERMINERS:
            break
        if chosen and (word[-1] in ",.;:)]" or (_is_plural(low) and low not in ("sales", "news") and word.islower())):
            break
        if low in FUNCTION or low in VERBS or low in DEICTIC or not _CLEAN.fullmatch(bare) or low.endswith("ly"):
            break
        if low.endswith("ed") and len(low) > 4 and (not chosen or not _follows_article(sentence, start)):
            return None
        chosen.insert(0, (bare, start + word.index(bare), start + word.index(bare) + len(bare)))
        if len(chosen) > 4:
            return None
    before = words[-len(chosen) - 1][0].lower() if len(words) > len(chosen) else ""
    if len(chosen) > 1 and (
        (chosen[0][0].endswith("ing") and before in ("of", "by", "for", "in", "to"))  # of protecting common goods
        or before in ("to", "can", "may", "might", "will", "would", "could", "should", "must", "not", "cannot")
    ):
        chosen.pop(0)
    if not chosen or not _is_term([w for w, _, _ in chosen]):
        return None
    return chosen[0][1], chosen[-1][2]


def _closes(word: str) -> bool:
    return word[-1] in ",.;:)" or word[-2:-1] in (",", ".", ";", ":")


def _follows_article(sentence: str, start: int) -> bool:
    before = sentence[max(0, start - 8) : start].lower().split()
    return not sentence[:start].strip() or (bool(before) and before[-1] in DETERMINERS | {"of", "in", "as"})


def _term_after(sentence: str, start: int) -> tuple[int, int] | None:
    """The name of a thing that begins at a place: words up to a mark or to one that cannot belong to it."""
    chosen: list[tuple[str, int, int]] = []
    for match in _WORD.finditer(sentence, start, start + 90):
        word = match[0]
        bare = word.strip(_QUOTES + ",.;:()[]—–!?")
        low = bare.lower()
        if not chosen and (low in DETERMINERS or low in STEERING):
            continue
        if chosen and not _closes(word) and (low == "of" or (chosen[-1][0] == "of" and low in DETERMINERS)):
            chosen.append((bare, match.start(), match.end()))
            continue
        if not bare or low in FUNCTION or (chosen and (low in VERBS or word[0] in "([")):
            break
        if "—" in bare:
            bare, word = bare.split("—")[0], bare.split("—")[0] + ","
        at = match.start() + match[0].index(bare)
        chosen.append((bare, at, at + len(bare)))
        if word[-1] in ",.;:)]" or word[-2:-1] in (",", ".", ";", ":") or len(chosen) > _LONGEST_TERM:
            break
    while chosen and (chosen[-1][0] == "of" or chosen[-1][0] in DETERMINERS):
        chosen.pop()
    if not chosen or len(chosen) > _LONGEST_TERM or not _is_term([w for w, _, _ in chosen], adverbs=True):
        return None
    return chosen[0][1], chosen[-1][2]


# ------------------------------------------------------------------ the meaning


def _meaning(sentence: str, start: int) -> str:
    """What stands from a place to the end of its sentence, cut to what explains."""
    text = _without_links(sentence[start:]).strip(" ,")
    text = re.sub(r"[.!?…]+[\"”’)\]]*$|[.!…]$", "", text)
    text = re.split(
        r";\s|,\s+(?:but|so|although|though|because|while|whereas|however|yet)\s|[.!?]?\s(?=For\s(?:example|instance)\b)",
        text,
    )[0]
    text = re.sub(r"\s\((?:e\.g|i\.e|for\sexample|such\sas)\b[^()]*\)", "", text)
    text = re.split(r",\s+which\s+means?\s", text)[0]
    text = re.split(r",\s+and\s+(?:it|they|this|these|he|she|we|you|its)\s|\s\(see\b", text)[0]
    return text.strip().strip(",")


def _first_part(meaning: str, kind: str) -> str:
    """An apposition ends at the next comma that no list goes on behind; a bracket at its end."""
    if kind == "bracket":
        return meaning.split(")")[0]
    parts = re.split(r"(,\s+)", meaning)
    kept = parts[0]
    for comma, part in zip(parts[1::2], parts[2::2], strict=False):
        if re.match(r"and\s+\w+ed\s", part):
            break
        if (
            not re.match(r"(?:and|or|such\s+as|depend\w*|in\s+which|that|which\s+(?:is|are)|\w+ing)\s", part)
            and len(kept.split()) > 3
        ):
            break
        kept += comma + part
    return kept


def _tail(sentence: str, end: int) -> str:
    """The clause behind a name that says more: ", in which …", "that …", ", meaning that …"."""
    match = re.compile(
        r"[\"”’]?\s*(?:\(\w[^()]{0,40}\)|\[link\])?,?\s+(?=(?:in\s+which|which|that|where|whereby|who|when|used\s+to|meaning\s+that|to\s+\w+\s)\s?)"
    ).match(_without_links(sentence) if "[link]" in sentence[:end] else sentence, end)
    if not match:
        return ""
    return _meaning(sentence, match.end())


def _clause_before(sentence: str, end: int) -> str:
    """The clause that ends at a place, where it can stand alone."""
    start = 0
    lead = _LEAD_IN.match(sentence, 0, end)
    if lead and len(lead[0].split()) == 1:
        start = lead.end()
    piece = _without_links(re.split(r";\s|:\s|\.\s", sentence[start:end].strip(" ,;"))[-1])
    words = piece.split()
    if not 5 <= len(words) <= 30 or words[0].lower() in PERSONAL or words[0].lower() in _POINTING:
        return ""
    return piece


_POINTING = frozenset("this that these those it they he she we you i there here such and but or so which who".split())


def _subject_text(sentence: str, end: int) -> str:
    """The subject of "… is called X" where it says enough to explain X."""
    start = 0
    lead = _LEAD_IN.match(sentence, 0, end)
    if lead and lead[1].lower() in ("when", "if"):
        condition, _, rest = sentence[:end].strip().rpartition(", ")
        if condition and len(rest.split()) < 4 and rest.split()[0].lower() in ("it", "this", "they", "the", "these"):
            return condition
    while lead and _leads_in(lead[1]):
        start = lead.end()
        lead = _LEAD_IN.match(sentence, start, end)
    piece = sentence[start:end].strip()
    back = re.search(r"(?:;|,\s+and)\s+(?:this|it|they|these|these\s+\w+|this\s+\w+)$", piece)
    if back:
        return _clause_before(sentence, start + back.start())
    clause = max(piece.rfind("; "), piece.rfind(", and "), piece.rfind(": "))
    if clause > 0:
        piece = re.sub(r"^(?:[;:,]\s+)?(?:and\s+)?", "", piece[clause:])
    piece = _without_links(piece).strip().strip(",").strip()
    words = piece.split()
    if not 3 <= len(words) <= 40 or not _content(words):
        return ""
    first = words[0].lower()
    if first in (
        "it",
        "they",
        "he",
        "she",
        "we",
        "i",
        "you",
        "there",
        "who",
        "what",
        "which",
        "that",
        "and",
        "or",
        "but",
    ) or (first in ("this", "these", "those", "such", "his", "her", "its", "their") and len(words) < 4):
        return ""
    return piece


def _phrase_before(sentence: str, end: int) -> str:
    """The description that ends at a place, from its article on: "a device" of "… with a device called"."""
    piece = sentence[max(0, end - 160) : end].rstrip(" ,(")
    piece = re.split(r"[,;:—(]\s*", piece)[-1]
    words = piece.split()
    lowered = [w.lower() for w in words]
    start = None
    for index in range(len(words) - 1, -1, -1):
        if lowered[index] in (
            "a",
            "an",
            "the",
            "any",
            "some",
            "several",
            "two",
            "three",
            "four",
            "five",
            "another",
            "this",
            "these",
        ):
            start = index
            if index == 0 or lowered[index - 1] not in ("of", "between"):
                break
        elif start is None and (
            lowered[index] in FUNCTION
            and lowered[index]
            not in ("of", "in", "to", "for", "from", "with", "and", "or", "that", "by", "on", "between", "within", "at")
        ):
            break
    if start is None:
        return ""
    if lowered[start] in ("this", "these", "another"):
        return ""
    return " ".join(words[start:])


def _described(meaning: str, apposed: bool = False) -> list[str] | None:
    """What speaks for and against a phrase as the explanation of a thing; nothing where it is none."""
    words = meaning.split()
    if len(words) < 2:
        return None
    first = words[0].lower()
    if first not in ("a", "an", "the", "any", "one", "anything", "something", "someone", "those"):
        if not _is_plural_class(words):
            return None
        rest = words
    else:
        rest = words[1:] if first in ("a", "an", "the", "any", "one") else words
    if first == "one" and rest[0].lower() not in ("who", "that", "which", "in", "where", "whose"):
        return None
    if rest[0].lower() == "one" or "else" in words[:3]:
        return None
    signs = []
    if first == "one":
        rest = ["something", *rest]
    if rest[0].lower() in ("type", "kind", "form", "sort", "set", "group", "series", "class", "term", "part", "method"):
        pass
    head = _head(rest)
    gerund = head.endswith("ing") and f" {head} of " in meaning.lower()
    if head in GENERA or gerund or (rest and head.endswith(_NOMINAL) and head not in ENTITY):
        signs.append("genus")
    elif head in ENTITY:
        signs.append("entity")
    elif head.endswith(PEOPLE):
        signs.append("people")
    if any(
        w.lower().strip(",") in JUDGING
        or (
            w.lower().endswith("est")
            and len(w) > 5
            and w.lower() not in ("interest", "forest", "request", "harvest", "guest")
        )
        for w in rest[:3]
    ):
        signs.append("superlative" if "genus" in signs and _SMALLEST.match(meaning) else "judging")
    if any(w.lower().strip(",.") in RELATIVE for w in words[1:]):
        signs.append("relative")
    elif any(w.endswith(("ing", "ed")) for w in words[2:]):
        signs.append("participle")
    elif not any(w in ("of", "for", "from", "to", "with", "in") for w in words[2:]):
        signs.append("plain")
    if first in ("any", "anything", "something", "someone"):
        signs = [s for s in signs if s not in ("entity", "people")] + ["any"]
    if first == "the" and not _STRONG.search(meaning):
        signs += ["the meaning"] if "genus" in signs else ["the meaning", "plain"]
    if rest[0].lower() in (
        "example",
        "examples",
        "result",
        "reason",
        "same",
        "case",
        "matter",
        "subject",
        "few",
        "lot",
        "bit",
        "number",
    ):
        return None
    return [*signs, *_text_signs(meaning)]


_SMALLEST = re.compile(r"the\s+(?:smallest|largest|lowest|highest|shortest|longest|simplest|minimum|maximum)\b")
_NOMINAL = ("tion", "sion", "ment", "ance", "ence", "ness", "ity", "sis", "age", "ure", "ism", "tions", "ments")
"""Ends of nouns made from verbs and adjectives, which name kinds of things."""
_STRONG = re.compile(r"^the(?:\s+[\w-]+){1,4}\s+(?:of|that|\w+\s+which|between|where|to)\s")


_BEHIND = frozenset(
    "that who which whose of in to with without through inside by on for from at between within where made "
    "found".split()
)


def _is_plural_class(words: list[str]) -> bool:
    """Whether a phrase without an article names a class: "goods that …", "sea captains to whom …", "storage of …"."""
    if words[:3] == ["two", "or", "more"]:
        return True
    if (words[0].endswith("ing") and words[0] not in ("spending", "reasoning", "thinking", "learning")) or (
        words[0][:1].isupper() and not (_is_plural(words[0]) and words[1].lower() in _BEHIND)
    ):
        return False
    for index, word in enumerate(words[:4]):
        low = word.lower()
        if index and (low in _BEHIND or low.endswith("ed")):
            head = words[index - 1].lower()
            return (
                _is_plural(head)
                or head in MASSES
                or ((low in ("of", "by") or low.endswith("ed")) and head.endswith(_NOMINAL))
            )
        if index and low in ("and", "or"):
            continue
        if (
            low in FUNCTION
            or not _CLEAN.fullmatch(word)
            or low in JUDGING
            or low in ("thereby", "including", "especially")
        ):
            return False
    return False


def _head(words: list[str]) -> str:
    """The noun that a phrase is about: the last word before what tells more of it."""
    head = ""
    for word in words[:7]:
        bare = word.strip(_QUOTES + ",;:()")
        low = bare.lower()
        if head and (low in FUNCTION or low in RELATIVE or word[0] == "("):
            break
        if head in GENERA and low.endswith(("ing", "ed")):
            break
        head = low
        if word[-1] in ",;:)":
            if head not in GENERA and len(words) > 3:  # "a large, mainstream religious organization"
                continue
            break
    return head


def _text_signs(meaning: str) -> list[str]:
    """What speaks against a text as an explanation."""
    words = [w.strip(_QUOTES + ",;:()").lower() for w in meaning.split()]
    signs = []
    if any(w in PERSONAL for w in words):
        signs.append("personal")
    if any(w in ("your", "you’re", "you'll", "you’ll") for w in words):
        signs.append("your")
    if any(w in TELLING for w in words):
        signs.append("telling")
    if any(c.isdigit() for c in meaning):
        signs.append("number")
    if len(words) < 5:
        signs.append("short")
    if any(q in meaning for q in '“"'):
        signs.append("quoted")
    if any(w in ("not", "never", "no") for w in words[:5]):
        signs.append("negated")
    return signs


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
    opens = not sentence[:start].strip(_QUOTES + " ")
    yield Guess(term=term, meaning=meaning, start=start, end=end, signs=tuple(signs), opens=opens)
