"""What a text alternative can be worth: states, reasons, proofs, in words that reports repeat."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ebook.words import WORDS


class State(StrEnum):
    """What an image says in words."""

    DESCRIBED = "described"
    DECORATIVE = "decorative"
    MISSING = "missing"
    POOR = "poor"


class Reason(StrEnum):
    """Why a text describes nothing, or describes badly, in words that end the sentence "it is …"."""

    PLACEHOLDER = "a placeholder that a program left"
    CODE = "markup, code or an address"
    MARKS = "only digits or marks"
    CAMERA = "a number that a camera, a telephone or an agency gave"
    FILE_NAME = "the name of a file"
    GENERIC = "only a word for images"
    CREDIT = "only the credit"
    DATE = "only a date"
    SUBJECT = "only a subject, not what is seen"
    ABOUT = "about the article, not about what is seen"
    CUT_OFF = "cut off"
    TOO_LONG = "too long to be read as one piece"
    CAPTION = "the caption again"
    BESIDE = "the words beside the image again"
    TITLE = "the title of the article again"
    HEADING = "the heading above the image again"
    STUFFING = "a row of keywords"
    LANGUAGE = "in another language than the text"


class Proof(StrEnum):
    """What proves that an image is decoration."""

    MARKUP = "an empty text alternative"
    ROLE = "its role"
    SIZE = "its size"
    SEPARATOR = "a separator that stands again and again"
    LOGO = "a logo that was shown before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a text alternative is worth, and why."""

    state: State
    reason: Reason | None = None

    @property
    def describes(self) -> bool:
        """Whether the words say what the image shows, though perhaps at too great length."""
        return self.state is State.DESCRIBED or self.reason is Reason.TOO_LONG

    @property
    def tells(self) -> bool:
        """Whether the words are worth keeping where there is nothing better: a formula's code, a credit."""
        return self.state is not State.MISSING and self.reason not in EMPTY


EMPTY = frozenset({Reason.PLACEHOLDER, Reason.MARKS, Reason.CAMERA, Reason.FILE_NAME, Reason.GENERIC})
UNDESCRIBED = frozenset(
    words[key] for words in WORDS.values() for key in ("undescribed-image", "description-in-caption")
)
"""What an image without a description of its own says of itself, in every language."""
LONGEST = 250
"""Characters of a description that is still heard as one piece; a wide character counts for two."""
READ = 4000
"""Characters that are compared with a caption or the text around."""
