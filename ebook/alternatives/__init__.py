"""Whether the words of an image describe it: `judge` tells descriptions from what only stands in their place.

    judge("Two herons in the reeds")                       described
    judge("IMG_2041.jpg")                                  poor: a camera's number
    judge("The old bridge", caption="The old bridge, 1901")  poor: the caption again

A judge of words is sure of little, so it speaks only where the words prove it: a short text, a name, a single word
describe until something shows that they do not. Nothing is decoration by its words; `decoration` wants proof.
"""

from __future__ import annotations

import re

from ebook.alternatives.alone import by_itself, is_generic
from ebook.alternatives.beside import beside, repeats
from ebook.alternatives.decoration import decoration
from ebook.alternatives.judgement import EMPTY, LONGEST, READ, UNDESCRIBED, Judgement, Proof, Reason, State
from ebook.alternatives.wording import length_of, squash
from ebook.recognition import passage_language

__all__ = [
    "LONGEST",
    "UNDESCRIBED",
    "Judgement",
    "Proof",
    "Reason",
    "State",
    "decoration",
    "is_generic",
    "is_poor",
    "judge",
    "repeats",
]

_SEVERAL_WORDS = 24
"""Length from which words in another language are no name or sign that is shown."""
_DESCRIBED, _MISSING = Judgement(state=State.DESCRIBED), Judgement(state=State.MISSING)
_QUOTED = re.compile(r"[\"“”„«»‘’「『]")


def judge(
    alt: str | None,
    *,
    file: str = "",
    caption: str = "",
    title: str = "",
    heading: str = "",
    language: str = "",
    context: str = "",
) -> Judgement:
    """What the words of an image are worth; the more is known of what stands around it, the more is seen.

    `file` is the name of the image's file, `title` that of the article, `heading` the one above the image, `language`
    that of the text around, `context` the other words right beside the image (a link's text, a line below), not the
    whole article.
    """
    words = squash((alt or "")[:READ])
    if not words or words in UNDESCRIBED:
        return _MISSING
    reason = by_itself(words) or beside(
        words, file=file, caption=caption, title=title, heading=heading, context=context
    )
    if reason is None and language and _is_foreign(words, language):
        reason = Reason.LANGUAGE
    return _DESCRIBED if reason is None else Judgement(state=State.POOR, reason=reason)


def is_poor(alt: str) -> bool:
    """Whether a text alternative, by itself, says nothing: a file name, a word such as "image", a placeholder."""
    return judge(alt).reason in EMPTY


def _is_foreign(words: str, language: str) -> bool:
    """Whether a text is surely in another language; a quotation or a few words may be what the image shows."""
    return length_of(words) >= _SEVERAL_WORDS and not _QUOTED.search(words) and bool(passage_language(words, language))
