"""The words and marks at which a sentence may define something, by the form of definition that they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ebook.terms.definition_words import DOING

_WORDS: tuple[tuple[str, str, str, str], ...] = (
    ("is", "is are was were", "", ""),
    ("is", "can may", r"\s+be", r"\s+(?:defined|described|thought\s+of|understood|viewed|seen)\s+as\b"),
    ("verb", "mean means denote denotes describe describes comprise comprises involve involves entail entails", "", ""),
    ("verb", "indicate indicates examine examines represent represents state states", "", ""),
    ("verb", "hold holds suggest suggests propose proposes predict predicts claim claims argue argues", "", ""),
    ("verb", "maintain maintains assert asserts posit posits says sees views assumes", "", ""),
    ("verb", "refer refers", "", r"\s+to\b"),
    ("verb", "consist consists", "", r"\s+of\b"),
    ("verb", "note notes stating", "", r"\s+that\b"),
    ("verb", "looks", "", r"\s+at\b"),
    ("verb", "focuses", "", r"\s+on\b"),
    ("verb", "occur occurs happen happens arise arises exist exists", "", r"\s+(?:when|if|as|whenever|where)\b"),
    ("verb", "take takes", r"\s+place", r"\s+(?:when|if|as|whenever|where)\b"),
    ("doing", " ".join(DOING), "", ""),
    ("called", "called termed dubbed", "", ""),
    ("called", "known", r"\s+as", ""),
    ("called", "referred", r"\s+to\s+as", ""),
    ("called", "said", r"\s+to\s+be", ""),
    ("define", "define defined use uses used using", "", ""),
)
"""A form, the words that begin it, what belongs to them, and what has to follow."""
_ARTICLE = r"(?:an?|the|any|one)"
_BEHIND_COMMA = (
    rf"(?:or\s)?(?:{_ARTICLE}|which|in\swhich|whereby)\s",
    r"that\sis,\s",
    r"i\.e\.",
    r"(?:meaning|stating)\s",
    r"when\s(?:an?\s|some|people)",
    r"where\s(?!he\b|she\b|they\b|we\b|I\b|it\b)",
    r"or\s[a-z]+\s\w",
    r"(?:\w+\s){0,2}(?:\w+s|people)\s(?:that|who|which|of|to\s+whom|in\s+which|with|where)\s",
)
_MARKS: tuple[tuple[str, str], ...] = (
    ("colon", r":\s"),
    ("dash", r"[—–]\s?|(?<=\s)--?\s"),
    ("alias", r",\sor\s(?=[a-z][\w-]*(?:\s[a-z][\w-]*)?[,.;)])"),
    ("comma", rf",[”\"’]?\s(?={'|'.join(_BEHIND_COMMA)})"),
    ("gloss", r"\((?=[a-z][\w’-]*(?:\s[\w’-]+){0,2}\))"),
    ("bracket", r"\((?=(?:an?|the|any|or|meaning)\s|i\.e\.|that\sis,|[a-z][\w-]*(?:\s[\w’'-]+){2,24}\))"),
)
"""Forms that begin with a mark; the first that fits counts."""


def _pattern() -> str:
    by_form: dict[str, list[str]] = {}
    for form, words, more, ahead in _WORDS:
        by_form.setdefault(form, []).append(
            rf"(?:{'|'.join(words.split())}){more}\b" + (f"(?={ahead})" if ahead else "")
        )
    of_words = [rf"(?P<{form}>(?<![\w-])(?:{'|'.join(patterns)}))" for form, patterns in by_form.items()]
    return "|".join([*of_words, *(f"(?P<{form}>{pattern})" for form, pattern in _MARKS)])


_CUE = re.compile(_pattern())
_START = re.compile(r"[a-z]+|[:,(—–-]")
_STARTS = frozenset(word for _, words, _, _ in _WORDS for word in words.split()) | set(":,(—–-")
"""What all cues begin with: to look that up takes a fifth of the time that trying the pattern everywhere takes."""


def cues(sentence: str) -> Iterator[re.Match[str]]:
    """The places where a form of definition may begin, in order; the last group of each match names the form."""
    for start in _START.finditer(sentence):
        match = _CUE.match(sentence, start.start()) if start[0] in _STARTS else None
        if match:
            yield match
