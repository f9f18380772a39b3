"""Where the name of a thing stands in an English sentence."""

from __future__ import annotations

import re

from ebook.terms.definition_phrases import (
    CLEAN,
    LEAD_IN,
    LINK,
    NOMINAL,
    QUOTES,
    WORD,
    is_plural,
    leads_in,
    without_links,
)
from ebook.terms.definition_words import CLAIMS, DEICTIC, DETERMINERS, DOING, EMPTY, FUNCTION, OPINIONS, STEERING, VERBS

_LONGEST_TERM = 5
_DOES = frozenset(DOING)
_REACH = 90
"""Characters before a place in which a term may begin."""
_SHORT_FORM = re.compile(r"\([A-Z][\w.-]{1,9}\)")
_AUXILIARY = frozenset("to can may might will would could should must not cannot".split())
_BEFORE_DOING = frozenset("of by for in to first then before without".split())
_NAMING = frozenset("called named considered".split())
_QUALITIES = ("ity", "tude", "ness", "ance", "ence")
_LEAST_CLAUSE = 15
"""Characters before an "and" that begins another clause."""
_LONGEST_INSERTION = 16
"""Words between a subject and its verb."""
_JOINT = re.compile(r"(?:and|but|while|whereas)\s+")
_INSERTED = re.compile(r"\s*[,(—]")
_NEW_CLAUSE = re.compile(r",\s+(?:and|but|he|she|it|they|we|I|you)\b")
_LAST_PIECE = re.compile(r",\s+(?=(?:the\s+)?[a-z][\w’-]*(?:\s[a-z][\w’-]*){0,4}\s*$)")
_SAID = re.compile(
    r"(?:(?:Recall|Remember|Note|Notice|Recognize|Assume|Suppose|We\s+know|This\s+means)\s+that|Since|Because|As|While|Although|Whereas)\s"
    r"(?=[a-z][^,;:]*$)"
)
"""What a clause may stand behind."""
_COUNTED = re.compile(
    r"(?:The|A|One|Another)\s(?:first|second|third|fourth|fifth|final|last|next|other|main|latter)?\s?(?:[a-z]+\s)?[a-z]+,\s(?=[^,]+,\s*$)"
)
"""What introduces a term that is next in a row: "The final bond, belief, is …"."""
_PARTICIPLE_NEXT = re.compile(r"\s\w+(?:ed|ing|al|ive)\b")
_SHORT_INSIDE = re.compile(r"\s\([A-Z][\w.-]{1,9}\)(?=\s\w)")
_LED_IN = re.compile(
    r"(?:[A-Z]\w+ed|In|At|By|On|From|For|With|During|After|Before|Under|Among|Within|Unlike|Like|As)\s"
)
"""What opens a phrase that leads into a clause and may have commas of its own."""


def subject_of(sentence: str, end: int) -> tuple[int, int, list[str]] | None:
    """Where the term is that a sentence has as its subject, and what speaks for it."""
    start, led = _clause(sentence, end)
    signs = ["led in"] if led else []
    piece = sentence[start:end]
    inner = _SHORT_INSIDE.search(piece)
    named = _counted(sentence, start, end)
    if named is None and inner and "," not in piece:  # the intracellular fluid (ICF) compartment
        without = piece[: inner.start()] + " " * len(inner[0]) + piece[inner.end() :]
        named = _named(sentence[:start] + without, start, start + len(piece.rstrip()))
    elif named is None:
        stop, interrupted = _end_of_subject(piece)
        signs += ["interrupted"] if interrupted else []
        named = _named(sentence, start, start + stop) if stop else None
    return (*named, [*signs, *signs_of_term(sentence, *named)]) if named else None


def _clause(sentence: str, end: int) -> tuple[int, bool]:
    """Where the clause begins that goes on at a place, and whether something leads into it."""
    said = _SAID.match(sentence, 0, end)
    start, led = (said.end(), True) if said else (0, False)
    lead = LEAD_IN.match(sentence, start, end)
    while lead and leads_in(lead[1]):
        start, led = lead.end(), True
        lead = LEAD_IN.match(sentence, start, end)
    piece = sentence[start:end]
    clause = max(piece.rfind(mark) for mark in ("; ", ", and ", ", but ", ", while ", ", whereas "))
    if clause > _LEAST_CLAUSE:
        start += clause + piece[clause:].index(" ") + 1
        joint = _JOINT.match(sentence, start)
        start, led = joint.end() if joint else start, True
    elif start == 0 and _LED_IN.match(piece):
        behind = _LAST_PIECE.search(piece)
        if behind and "(" not in piece[: behind.start()]:
            start, led = behind.end(), True
    return start, led


def _counted(sentence: str, start: int, end: int) -> tuple[int, int] | None:
    """The term of "The final bond, belief, is …"."""
    counted = _COUNTED.match(sentence[start:end])
    return _named(sentence, start + counted.end(), len(sentence[:end].rstrip(" ,"))) if counted else None


def _end_of_subject(piece: str) -> tuple[int, bool]:
    """Where the subject of a clause ends, and whether something stands between it and its verb; 0 where it is none."""
    simple = without_links(piece).rstrip()
    inserted = _INSERTED.search(piece)
    if not inserted:
        return len(piece.rstrip()), False
    if simple.rstrip('—”"’')[-1:] in (",", ")") or simple.endswith("—"):
        inside = piece[inserted.start() :]
        whole = len(inside.split()) <= _LONGEST_INSERTION and not _NEW_CLAUSE.match(inside)
        return (inserted.start(), True) if whole else (0, False)
    last = next(reversed(simple.split()), "") if simple != piece.rstrip() else ""
    return (piece.index(last) + len(last), False) if last and last in piece else (0, False)


def _named(sentence: str, start: int, stop: int) -> tuple[int, int] | None:
    """The place of a term that fills a stretch of a sentence but for its article, if nothing else stands there."""
    words = [(m[0].strip(QUOTES), m.start(), m.end()) for m in WORD.finditer(sentence, start, stop)]
    if words and words[0][0].lower() in ("the", "a", "an"):
        if len(words) > 2 and words[1][0].lower() in ("term", "word", "phrase") and words[0][0].lower() == "the":
            words = words[1:]
        anybody = words[0][0].lower() in ("a", "an")
        words = words[1:]
        if (
            anybody and len(words) > 1 and words[0][0].islower() and words[0][0].endswith(("’s", "'s"))
        ):  # a person’s footprint
            words = words[1:]
    elif words and words[0][0].lower() == "as" and len(words) > 2:
        return None
    if len(words) > 3 and words[1][0] == "of" and words[2][0] in ("a", "an") and words[0][0].endswith(_QUALITIES):
        words = words[:1]  # the molarity of a solution
    if not 1 <= len(words) <= _LONGEST_TERM + 2 or not _is_term([w for w, _, _ in words]):
        return None
    first, last = words[0], words[-1]
    return first[1] + sentence[first[1] : first[2]].index(first[0]), last[1] + sentence[last[1] : last[2]].index(
        last[0]
    ) + len(last[0])


NAMED_BY_OF = frozenset(
    "law rule rate system process method structure cost price area state condition value element property theory "
    "effect".split()
)
"""Heads that make a name with what follows "of", as in "law of demand"."""


def _is_term(words: list[str], adverbs: bool = False) -> bool:
    lowered = [w.lower() for w in words]
    if (lowered[0] in OPINIONS and not adverbs) or any(w.endswith(("’s", "'s")) and w.islower() for w in words):
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
            and (index == 1 or is_plural(lowered[index - 1]) or lowered[index - 1].endswith(NOMINAL))
        ):  # barriers to entry
            continue
        if not CLEAN.fullmatch(word):
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
    return not (head in EMPTY and (len(words) == 1 or ("of" in lowered and head not in NAMED_BY_OF)))


def signs_of_term(sentence: str, start: int, end: int) -> list[str]:
    """What a term's article and length say."""
    before = sentence[:start].rstrip(QUOTES + " ").split()[-1:]
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


def term_before(sentence: str, end: int) -> tuple[int, int] | None:
    """The name of a thing that ends at a place: words back to an article or to one that cannot belong to it."""
    offset = max(0, end - _REACH)
    piece = sentence[offset:end]
    if "[" in piece or "(" in piece:
        piece = LINK.sub(lambda m: " " * len(m[0]), piece)
    words = [(m[0], m.start() + offset, m.end() + offset) for m in WORD.finditer(piece)]
    if words and words[-1][0].endswith(")"):  # the earned income tax credit (EITC)
        if not _SHORT_FORM.fullmatch(words[-1][0]):
            return None
        words.pop()
    chosen = _words_of_term(sentence, words)
    if not chosen or len(chosen) > _LONGEST_TERM - 1:
        return None
    before = words[-len(chosen) - 1][0].lower() if len(words) > len(chosen) else ""
    if len(chosen) > 1 and is_plural(before) and before.isalpha() and len(words) - len(chosen) <= 2:
        if not sentence[: words[0][1]].strip():
            chosen.pop(0)  # the states collect tolls
    if len(chosen) > 1 and (before in _AUXILIARY or (chosen[0][0].endswith("ing") and before in _BEFORE_DOING)):
        chosen.pop(0)  # of protecting common goods
    return (chosen[0][1], chosen[-1][2]) if _is_term([word for word, _, _ in chosen]) else None


def _words_of_term(sentence: str, words: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The last words of a stretch that may belong to one term, without their quotation marks."""
    chosen: list[tuple[str, int, int]] = []
    plural = 0
    for word, start, _ in reversed(words):
        bare = word.strip(QUOTES)
        low = bare.lower()
        if low in DETERMINERS:
            if chosen and chosen[-1][0] in CLAIMS:  # the minimal effects theory
                plural = 0
            break
        if chosen and word[-1] in ",.;:)]":
            break
        if chosen and not plural and is_plural(low) and low not in ("sales", "news") and (word.islower() or not start):
            plural = len(chosen)
        if _is_outside(bare, low, bool(chosen)):
            break
        if low.endswith("ed") and len(low) > 4 and not (chosen and _follows_article(sentence, start)):
            earlier = next(reversed(sentence[:start].split()), "")
            if not chosen or not _may_part(earlier, low):
                return []
            if earlier.lower() not in FUNCTION or earlier in ("is", "are") or low in _NAMING:
                break
            chosen.insert(0, (bare, start + word.index(bare), start + word.index(bare) + len(bare)))
            break  # suffers from generalized anxiety
        chosen.insert(0, (bare, start + word.index(bare), start + word.index(bare) + len(bare)))
        if len(chosen) >= _LONGEST_TERM:
            break
    if plural:
        return chosen[-plural:]
    return [*_before_of(words, chosen), *chosen] if chosen else []


def _is_outside(bare: str, low: str, has_words: bool) -> bool:
    """Whether a word cannot stand in a term."""
    return (
        low in FUNCTION
        or low in VERBS
        or (has_words and low in _DOES)
        or low in DEICTIC
        or not CLEAN.fullmatch(bare)
        or low.endswith("ly")
    )


def _may_part(earlier: str, low: str) -> bool:
    """Whether a participle stands before a term as its verb or its adjective, by the word before it."""
    if earlier.isalpha() and (earlier[0].isupper() or is_plural(earlier)):  # Ann practised thrift: …
        return True
    return earlier.lower() in FUNCTION or low in _NAMING


def _before_of(words: list[tuple[str, int, int]], chosen: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The noun before the "of" that a term follows on, where both make a name: "division of" of "division of labor"."""
    place = next(i for i, word in enumerate(words) if word[2] >= chosen[0][2])
    before = words[max(0, place - 4) : place]
    if len(before) < 2 or before[-1][0] != "of":
        return []
    noun = before[-2][0]
    if not (noun.islower() and noun.endswith(("tion", "sion")) and len(chosen) == 1):
        return []
    modifiers = [word for word in before[:-2] if word[0].islower() and word[0].endswith(("al", "ive", "ic", "ary"))]
    return [*modifiers, *before[-2:]]


def _closes(word: str) -> bool:
    return word[-1] in ",.;:)" or word[-2:-1] in (",", ".", ";", ":")


def _follows_article(sentence: str, start: int) -> bool:
    before = sentence[max(0, start - 8) : start].lower().split()
    return not sentence[:start].strip() or (
        bool(before) and before[-1] in DETERMINERS | {"of", "in", "as", "on", "by", "for", "with"}
    )


def term_after(sentence: str, start: int) -> tuple[int, int] | None:
    """The name of a thing that begins at a place: words up to a mark or to one that cannot belong to it."""
    chosen: list[tuple[str, int, int]] = []
    for match in WORD.finditer(sentence, start, start + 90):
        word = match[0]
        bare = word.strip(QUOTES + ",.;:()[]—–!?")
        low = bare.lower()
        if not chosen and (low in DETERMINERS or low in STEERING or low in ("its", "their")):
            continue
        if chosen and not _closes(word) and (low == "of" or (chosen[-1][0] == "of" and low in DETERMINERS)):
            chosen.append((bare, match.start(), match.end()))
            continue
        if chosen and low.endswith("ly") and not _PARTICIPLE_NEXT.match(sentence, match.end()):
            break
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
