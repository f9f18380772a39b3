"""What the words of an image repeat of that which is read anyway: caption, title, the words right beside it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ebook.alternatives.credits import uncredited
from ebook.alternatives.decoration import LOGO
from ebook.alternatives.files import is_named_after
from ebook.alternatives.judgement import READ, Reason
from ebook.alternatives.tables import GENERIC, NAME_JOINS, QUALIFIERS
from ebook.alternatives.titles import is_heading, is_title
from ebook.alternatives.wording import contains, unlabelled, words_of

_LINE_ENDS = r"(?=\W*$|\W*(?-i:[A-ZÀ-ÞΑ-ΩА-Я])|\s*[|·–—(/©])"


def beside(words: str, *, file: str, caption: str, title: str, heading: str, context: str) -> Reason | None:
    """What a text repeats of that which is read anyway."""
    if file and is_named_after(words, file, title):
        return Reason.FILE_NAME
    if caption and _says_caption(words, caption[:READ]):
        return Reason.CAPTION
    if title and not LOGO.search(file) and is_title(words, title):
        return Reason.TITLE
    if heading and is_heading(words, heading):
        return Reason.HEADING
    return Reason.BESIDE if context and _is_beside(words, context[:READ]) else None


def _is_beside(words: str, context: str) -> bool:
    """Whether the text around has the same words: as a line of their own, or so many that it is no chance."""
    around = words_of(context)
    if "".join(words_of(words)) == "".join(around):
        return len(around) >= 4
    own = words_of(uncredited(words))
    if len(own) == 3 and words[-1] in ".!?":
        return context.startswith(words)
    if len(own) < 4:
        return False
    if not contains(around, own):
        return len(own) >= 6 and contains(words_of(_unglued(context)), words_of(_unglued(words)))
    return len(own) >= 8 or len(around) - len(own) <= 2 or bool(_line_of(own).match(context))


def _unglued(text: str) -> str:
    """A text with a space where the words of two elements met: "performanceAnn Lee"."""
    return _GLUED.sub(" ", text)


_GLUED = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])")


def _line_of(own: list[str]) -> re.Pattern[str]:
    """Words at the start of a text, before a mark, a capital or the end."""
    return re.compile(r"\W*" + r"\W+".join(map(re.escape, own)) + _LINE_ENDS, re.I)


def _says_caption(words: str, caption: str) -> bool:
    """Whether the caption says the same, whoever is credited with what and however the words are labelled."""
    return repeats(words, caption) or repeats(uncredited(words), caption)


def repeats(words: str, caption: str) -> bool:
    """Whether a caption says all that a text says, in the same words, and the text is no mere name out of it.

    Nothing is lost where the text gives way to the caption: a word that the caption lacks must be one that tells
    nothing, or the caption's word in another spelling.
    """
    own = words_of(unlabelled(words))
    forms = (caption, uncredited(caption), _unglued(caption))
    return any(_is_said_by(own, words_of(unlabelled(form))) for form in forms)


def _is_said_by(own: list[str], other: list[str]) -> bool:
    if not own or not other:
        return False
    if "".join(own) == "".join(other):
        return True
    if contains(other, own):
        more = len(other) - len(own)
        return more <= min(2, len(own) - 1) or len(own) >= min(8, _MOST * len(other))
    matcher = SequenceMatcher(None, own[:_COMPARED], other[:_COMPARED], autojunk=False)
    if min(len(own), len(other)) < 4 or matcher.ratio() < _NEARLY:
        return False
    new = ((own[a:b], other[c:d]) for kind, a, b, c, d in matcher.get_opcodes() if kind in ("replace", "delete"))
    return all(_tells_nothing(words, instead) for words, instead in new)


_MOST = 0.6
"""Share of a caption's words from which words that are a part of it repeat it."""
_NEARLY = 0.85
"""Likeness of texts that may differ in words which tell nothing."""
_COMPARED = 80
"""Words of a text that are compared one by one."""


def _tells_nothing(new: list[str], instead: list[str]) -> bool:
    """Whether words are small, words for images, or spelt almost like those in their place; a number always tells."""
    if "".join(new) == "".join(instead):
        return True
    left = [word for word in new if word not in GENERIC and word not in QUALIFIERS and word not in NAME_JOINS]
    return not left or (len(left) == len(instead) and all(map(_is_same_word, left, instead)))


def _is_same_word(one: str, other: str) -> bool:
    whole = min(len(one), len(other)) >= 4 and (one + other).isalpha()
    return one == other or (whole and SequenceMatcher(None, one, other).ratio() >= _NEARLY)
