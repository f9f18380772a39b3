"""What the words of an image repeat of that which is read anyway: caption, title, the words right beside it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ebook.alternatives.credits import uncredited
from ebook.alternatives.decoration import LOGO
from ebook.alternatives.files import is_named_after
from ebook.alternatives.judgement import READ, Reason
from ebook.alternatives.titles import is_title
from ebook.alternatives.wording import contains, unlabelled, words_of

_LINE_ENDS = r"(?=\W*$|\W*(?-i:[A-ZÀ-ÞΑ-ΩА-Я])|\s*[|·–—(/©])"


def beside(words: str, *, file: str, caption: str, title: str, context: str) -> Reason | None:
    """What a text repeats of that which is read anyway."""
    if file and is_named_after(words, file, title):
        return Reason.FILE_NAME
    if caption and repeats(words, caption[:READ]):
        return Reason.CAPTION
    if title and not LOGO.search(file) and is_title(words, title):
        return Reason.TITLE
    return Reason.BESIDE if context and _is_beside(words, context[:READ]) else None


def _is_beside(words: str, context: str) -> bool:
    """Whether the text around has the same words: as a line of their own, or so many that it is no chance."""
    around = words_of(context)
    if "".join(words_of(words)) == "".join(around):
        return len(around) >= 4
    own = words_of(uncredited(words))
    if len(own) < 4 or not contains(around, own):
        return False
    return len(own) >= 8 or len(around) - len(own) <= 2 or bool(_line_of(own).match(context))


def _line_of(own: list[str]) -> re.Pattern[str]:
    """Words at the start of a text, before a mark, a capital or the end."""
    return re.compile(r"\W*" + r"\W+".join(map(re.escape, own)) + _LINE_ENDS, re.I)


def repeats(words: str, caption: str) -> bool:
    """Whether a caption says all that a text says, and little more, or the text little more than the caption."""
    pairs = ((words, caption), (uncredited(words), uncredited(caption)))
    return any(_is_nearly(words_of(unlabelled(one)), words_of(unlabelled(other))) for one, other in pairs)


def _is_nearly(own: list[str], other: list[str]) -> bool:
    if not own or not other:
        return False
    if "".join(own) == "".join(other):
        return True
    more = len(other) - len(own)
    if more > 0 and contains(other, own):
        return more <= min(2, len(own) - 1) or (len(own) >= 8) or 4 * more <= len(own)
    if more < 0 and len(other) >= 4 and contains(own, other):
        return -8 * more <= len(other)
    return min(len(own), len(other)) >= 6 and SequenceMatcher(None, own[:80], other[:80]).ratio() >= 0.9
