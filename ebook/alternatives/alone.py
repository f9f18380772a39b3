"""What the words of an image prove by themselves, whatever image they belong to."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from ebook.alternatives.credits import is_credit, uncredited
from ebook.alternatives.files import is_file_name, is_serial
from ebook.alternatives.judgement import LONGEST, Reason
from ebook.alternatives.keywords import is_stuffed
from ebook.alternatives.placeholders import PLACEHOLDERS
from ebook.alternatives.tables import ABOUT, GENERIC, LEFT_HANGING, NUMBERED, QUALIFIERS, SUBJECTS
from ebook.alternatives.wording import length_of, words_of
from ebook.dates import is_date_line

_MARKS = " .,:;!?…*_-–—·|/()[]<>{}\"'“”„«»‘’"
_PLACEHOLDER = re.compile("|".join(PLACEHOLDERS), re.I)
_CODE = re.compile(
    r"<(?P<tag>[a-z]\w{0,9})\b[^<>]{0,300}>.*</(?P=tag)>|<[a-z]\w{0,9}\s[\w-]+=[\"']|<br\s?/?>|"
    r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|nbsp|quot|amp|lt|gt|apos|[lr][sd]quo);|"
    r"\\(?:frac|sqrt|operatorname|mathrm|mathbf|text|sum|int|begin|left|right|displaystyle)\b|[\w)}][\^_]\{|"
    r"\{\{|\}\}|\{%|\$\{|\[(?:caption|gallery|embed|image)\b[^\]]{0,300}\]|^[\[{]\s?[\"'][\w-]+[\"']\s?:|"
    r"\bfunction\s?\([^()]{0,80}\)\s?\{",
    re.I,
)
_ABOUT = re.compile("|".join(ABOUT), re.I)
_DATE = 40
"""Characters of a line that may be a date and nothing else."""
_ADDRESS = re.compile(r"https?://\S+")


@lru_cache(maxsize=1024)
def by_itself(words: str) -> Reason | None:
    """What a text is, whatever image it belongs to."""
    if not any(map(_says, words)):
        return Reason.MARKS
    if _PLACEHOLDER.fullmatch(words.strip(_MARKS)):
        return Reason.PLACEHOLDER
    if _CODE.search(words) or sum(map(len, _ADDRESS.findall(words))) >= 0.4 * len(words):
        return Reason.CODE
    if len(words) <= _DATE and is_date_line(words):
        return Reason.DATE
    if is_serial(words):
        return Reason.CAMERA
    if is_file_name(words):
        return Reason.FILE_NAME
    if is_generic(uncredited(words)):
        return Reason.GENERIC
    if _is_subject(words):
        return Reason.SUBJECT
    if _ABOUT.search(words):
        return Reason.ABOUT
    if is_credit(words):
        return Reason.CREDIT
    if _is_cut(words):
        return Reason.CUT_OFF
    if is_stuffed(words):
        return Reason.STUFFING
    return Reason.TOO_LONG if length_of(words) > LONGEST else None


def is_generic(alt: str) -> bool:
    """Whether words say that there is an image, and nothing else."""
    words = [stripped for word in words_of(alt) if (stripped := re.sub(r"\d+", "", word))]
    telling = [word for word in words if word not in GENERIC and word not in QUALIFIERS]
    return bool(words) and len(words) <= 5 and not telling and any(word in GENERIC for word in words)


def _is_subject(words: str) -> bool:
    """The name of a section, or a subject and the number of a picture in a row."""
    said = words_of(words)
    if 0 < len(said) <= 3 and all(w in SUBJECTS for w in said):
        return True
    return 3 <= len(said) <= 6 and said[-1].isdigit() and len(said[-1]) <= 2 and said[-2] in NUMBERED


def _says(character: str) -> bool:
    """Whether a character can stand for something: letters and signs, not digits and the marks between words."""
    return unicodedata.category(character)[0] in "LMS" or character in ":;%&"


def _is_cut(words: str) -> bool:
    """A sentence that lacks its beginning or its end."""
    if re.match(r"[,;)\]]\s*\w", words):
        return True
    if len(words) >= 80 and words.endswith(("…", "...", "[…]", "[...]")):
        return True
    last = words.rsplit(None, 1)[-1]
    return len(words) >= 60 and last in LEFT_HANGING and "." not in words[-3:]
