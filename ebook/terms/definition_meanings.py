"""What of an English sentence explains a term, and what speaks for and against it as an explanation."""

from __future__ import annotations

import re

from ebook.terms.definition_phrases import (
    CLEAN,
    LEAD_IN,
    NOMINAL,
    QUOTES,
    content_words,
    is_plural,
    leads_in,
    without_links,
)
from ebook.terms.definition_words import (
    COMPARING,
    ENTITY,
    FUNCTION,
    GENERA,
    JUDGING,
    MASSES,
    PEOPLE,
    PERSONAL,
    RELATIVE,
    TELLING,
)


def standing_alone(sentence: str) -> str:
    """A sentence without what ties it to the ones before, where it can be understood by itself."""
    lead = LEAD_IN.match(sentence)
    if lead and len(lead[0].split()) < 4 and leads_in(lead[1]):
        sentence = sentence[lead.end() :]
    words = sentence.split()
    if (
        not 6 <= len(words) <= 35
        or words[0].lower() in _POINTING
        or words[0].lower() in PERSONAL
        or sentence[-1] in "?:"
    ):
        return ""
    return meaning_from(sentence, 0)


_POINTING = frozenset("this that these those it they he she we you i there here such and but or so which who".split())


_CUTS = tuple(
    re.compile(pattern)
    for pattern in (
        r";\s|[.!?]?\s(?=For\s(?:example|instance)\b)",
        r",\s+(?:but|so|although|though|because|while|whereas|however|yet)\s",
        r",\s+which\s+means?\s",
        r",\s+and\s+(?:it|they|this|these|he|she|we|you|its)\s|\s\(see\b|\s+and\s+[a-z]+\s+(?:represents?|refers?\s+to|denotes?|means)\s",
    )
)
"""Where a sentence has explained enough."""
_TOO_FEW = 5
"""Words that explain nothing without the clause behind them."""


def meaning_from(sentence: str, start: int) -> str:
    """What stands from a place to the end of its sentence, cut to what explains."""
    text = without_links(sentence[start:]).strip(" ,")
    text = re.sub(r"\s\((?:e\.g|i\.e|for\sexample|such\sas)\b[^()]*\)", "", text)
    text = _without_stop(text)
    for cut in _CUTS:
        match = cut.search(text)
        if match and (len(text[: match.start()].split()) > _TOO_FEW or match[0][0] != "," or "which" in match[0]):
            text = text[: match.start()]
    return text.strip().strip(",")


def _without_stop(text: str) -> str:
    """A text without the stop at its end, and without a closing mark behind it that nothing in the text opens."""
    body = text.rstrip('"”’)]')
    bare = body.rstrip(".!?…")
    if bare == body:
        return text
    closing = text[len(body) :]
    return bare + closing if _is_open(bare, closing) else bare


def _is_open(text: str, closing: str) -> bool:
    """Whether a closing quotation mark belongs to an opening one in the text."""
    return closing in ("”", '"') and (text.count("“") > text.count("”") or text.count('"') % 2 == 1)


def first_part(meaning: str, kind: str) -> str:
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


def tail_of(sentence: str, end: int) -> str:
    """The clause behind a name that says more: ", in which …", "that …", ", meaning that …"."""
    match = re.compile(
        r"[\"”’]?\s*(?:\(\w[^()]{0,40}\)|\[link\])?,?\s+(?=(?:in\s+which|which|that|where|whereby|who|when|used\s+to|meaning\s+that|to\s+\w+\s)\s?)"
    ).match(without_links(sentence) if "[link]" in sentence[:end] else sentence, end)
    if not match:
        return ""
    return meaning_from(sentence, match.end())


def clause_before(sentence: str, end: int) -> str:
    """The clause that ends at a place, where it can stand alone."""
    start = 0
    lead = LEAD_IN.match(sentence, 0, end)
    if lead and len(lead[0].split()) == 1:
        start = lead.end()
    piece = without_links(re.split(r";\s|:\s|\.\s", sentence[start:end].strip(" ,;"))[-1])
    words = piece.split()
    if not 5 <= len(words) <= 30 or words[0].lower() in PERSONAL or words[0].lower() in _POINTING:
        return ""
    return piece


def subject_text(sentence: str, end: int) -> str:
    """The subject of "… is called X" where it says enough to explain X."""
    start = 0
    lead = LEAD_IN.match(sentence, 0, end)
    if lead and lead[1].lower() in ("when", "if"):
        condition, _, rest = sentence[:end].strip().rpartition(", ")
        if condition and len(rest.split()) < 4 and rest.split()[0].lower() in ("it", "this", "they", "the", "these"):
            return condition
    while lead and leads_in(lead[1]):
        start = lead.end()
        lead = LEAD_IN.match(sentence, start, end)
    piece = sentence[start:end].strip()
    back = re.search(r"(?:;|,\s+and)\s+(?:this|it|they|these|these\s+\w+|this\s+\w+)$", piece)
    if back:
        return clause_before(sentence, start + back.start())
    clause = max(piece.rfind("; "), piece.rfind(", and "), piece.rfind(": "))
    if clause > 0:
        piece = re.sub(r"^(?:[;:,]\s+)?(?:and\s+)?", "", piece[clause:])
    piece = re.sub(r",?\sand$", "", without_links(piece).strip()).strip(",").strip()
    piece = _THIS_ACT.sub("", piece)
    words = piece.split()
    if not 3 <= len(words) <= 40 or not content_words(words):
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


_THIS_ACT = re.compile(
    r"(?:This|Such\san?)\s(?:process|practice|approach|method|technique|act|habit|state)\sof\s(?=\w+ing\s)"
)


def phrase_before(sentence: str, end: int) -> str:
    """The description that ends at a place, from its article on: "a device" of "… with a device called"."""
    piece = sentence[max(0, end - 160) : end].rstrip(" ,(—–-")
    piece = re.sub(r"\s\([^()]*\)", "", piece)
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


_ONES = re.compile(r"(?:his\sor\sher|one[’']s)\s\w", re.I)
"""Whose a quality is of which everybody has one."""
_FORMULA = re.compile(r"(?!an?\s)(?:the\s)?(?:[a-z]+\s){1,6}?(?:times|multiplied\s+by|divided\s+by|minus|plus)\s+\w")
"""What a quantity is reckoned from."""


def described_as(meaning: str) -> list[str] | None:
    """What speaks for and against a phrase as the explanation of a thing; nothing where it is none."""
    words = meaning.split()
    if len(words) < 2:
        return None
    if _FORMULA.match(meaning):
        return ["genus", "relative", *signs_of_text(meaning)]
    first = words[0].lower()
    if _ONES.match(meaning):
        words = ["the", *words[1 if first.endswith(("’s", "'s")) else 3 :]]
        first = "the"
    rest = _named_class(first, words)
    if not rest or rest[0].lower() in _NO_CLASS or (rest[0].lower() == "number" and first != "the"):
        return None
    head = head_of(rest)
    if head in ("example", "examples", "one", "ones") and first != "one":
        return None
    signs = [*_signs_of_head(head, meaning), *_signs_of_clause(words)]
    signs += _signs_of_degree(rest, meaning, "genus" in signs)
    if first in ("any", "anything", "something", "someone"):
        signs = [s for s in signs if s not in ("entity", "people")] + ["any"]
    if first == "the" and not _STRONG.search(meaning):
        signs += ["the meaning"] if "genus" in signs else ["the meaning", "plain"]
    return [*signs, *signs_of_text(meaning)]


_ANY_CLASS = frozenset("a an the any one anything something someone those".split())
"""What opens the words for a class of things."""


def _named_class(first: str, words: list[str]) -> list[str]:
    """The words that name a class of things, without their article; none where they name none."""
    if words[:3] == ["two", "or", "more"]:
        return words[3:]
    if first not in _ANY_CLASS:
        return words if _is_plural_class(words) else []
    rest = words[1:] if first in ("a", "an", "the", "any", "one") else words
    if first == "one" and rest[0].lower() not in ("who", "that", "which", "in", "where", "whose"):
        return []
    if rest[0].lower() == "one" or "else" in words[:3]:
        return []
    return ["something", *rest] if first == "one" else rest


def _signs_of_head(head: str, meaning: str) -> list[str]:
    """Whether the noun of a meaning names a kind of thing, or one thing of the world."""
    gerund = head.endswith("ing") and f" {head} of " in meaning.lower()
    if head in GENERA or gerund or (head.endswith(NOMINAL) and head not in ENTITY):
        return ["genus"]
    if head in ENTITY:
        return ["entity"]
    return ["people"] if head.endswith(PEOPLE) else []


def _signs_of_degree(rest: list[str], meaning: str, genus: bool) -> list[str]:
    """Whether a meaning compares or judges: "a good …", "the smallest …"."""
    words = [word.lower().strip(",") for word in rest[:3]]
    if genus and "most" not in words[:2] and any(word in COMPARING for word in words):
        return ["comparing"]
    if not any(
        word in JUDGING or (word.endswith("est") and len(word) > 5 and word not in _NO_DEGREE) for word in words
    ):
        return []
    return ["superlative" if genus and _SMALLEST.match(meaning) else "judging"]


_NO_DEGREE = frozenset("interest forest request harvest guest".split())


def _signs_of_clause(words: list[str]) -> list[str]:
    """Whether a meaning says more than its noun."""
    if any(word.lower().strip(",.") in RELATIVE for word in words[1:]):
        return ["relative"]
    if any(word.endswith(("ing", "ed")) for word in words[2:]):
        return ["participle"]
    return [] if any(word in ("of", "for", "from", "to", "with", "in") for word in words[2:]) else ["plain"]


_NO_CLASS = frozenset("example examples result reason same case matter subject few lot bit".split())
_SMALLEST = re.compile(r"the\s+(?:(?!best\b|latest\b|greatest\b|biggest\b)\w+est|minimum|maximum)\b")
_STRONG = re.compile(r"^the(?:\s+[\w-]+){1,4}\s+(?:of|that|\w+\s+which|between|where|to|around|within|inside)\s")


_BEHIND = frozenset(
    "that who which whose of in to with without through inside by on for from at between within where made "
    "found".split()
)


def _is_plural_class(words: list[str]) -> bool:
    """Whether a phrase without an article names a class: "goods that …", "sea captains to whom …", "storage of …"."""
    if (words[0].endswith("ing") and words[0] not in ("spending", "reasoning", "thinking", "learning")) or (
        words[0][:1].isupper() and not (is_plural(words[0]) and words[1].lower() in _BEHIND)
    ):
        return False
    for index, word in enumerate(words[:6]):
        low = word.lower()
        short = low in ("set", "held", "given", "kept", "paid") and words[index + 1 : index + 2] == ["by"]
        if index and (low in _BEHIND or low.endswith("ed") or short):
            head = words[index - 1].lower()
            return (
                is_plural(head)
                or head in MASSES
                or ((low in ("of", "by", "in", "for", "from", "to") or low.endswith("ed")) and head.endswith(NOMINAL))
            )
        if index and low in ("and", "or"):
            continue
        if (
            low in FUNCTION
            or not CLEAN.fullmatch(word.rstrip(","))
            or low in JUDGING
            or low in ("thereby", "including", "especially")
        ):
            return False
    return False


def head_of(words: list[str]) -> str:
    """The noun that a phrase is about: the last word before what tells more of it."""
    head = ""
    for word in words[:7]:
        bare = word.strip(QUOTES + ",;:()")
        low = bare.lower()
        if head and low in ("and", "or") and head not in GENERA and not is_plural(head):
            head = ""
            continue
        if not head and low in ("most", "more", "less", "least", "very"):
            continue
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


_SINCE = re.compile(r"\b(?:that|which|who)\s(?:has|have|had)\s(?:been|become|always|long|recently|historically)\b")
"""What came to be, which tells a story of a thing."""
_EITHER = re.compile(r"\b(?:he\s+or\s+she|she\s+or\s+he|his\s+or\s+her|her\s+or\s+his|him\s+or\s+her)\b", re.I)
"""Anybody, in the words of a textbook."""


def signs_of_text(meaning: str) -> list[str]:
    """What speaks against a text as an explanation."""
    words = [w.strip(QUOTES + ",;:()").lower() for w in _EITHER.sub("they", meaning).split()]
    signs = []
    if words[:1] in (["another"], ["this"], ["these"]):
        signs.append("pointing")
    elif any(w in ("this", "these") for w in words):
        signs.append("looking back")
    if any(w in PERSONAL for w in words):
        signs.append("personal")
    if any(w in ("we", "us", "our", "your", "you’re", "you'll", "you’ll") for w in words):
        signs.append("your")
    if any(w in TELLING for w in words):
        signs.append("telling")
    if _SINCE.search(meaning):
        signs.append("since")
    if any(c.isdigit() for c in meaning):
        signs.append("number")
    if len(words) < 5:
        signs.append("short")
    if any(q in meaning for q in '“"'):
        signs.append("quoted")
    if any(w in ("not", "never", "no") for w in words[:5]):
        signs.append("negated")
    return signs
