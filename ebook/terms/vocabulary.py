"""What the rest of a text says about a word: whether it is a name, and whether it comes again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from ebook.terms.definition_words import COMMON_ENDINGS

_ENDINGS = tuple(COMMON_ENDINGS)
LONG = 2000
"""Characters of a text that would use a term again if it were one."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")

_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][\w’-]+")

_OF_A_DISCOVERER = frozenset(
    (
        "law laws effect principle theory theorem curve radius constant equation disease syndrome cycle "
        "motion model hypothesis number diagram bridge cell cells body apparatus experiment paradox curve "
        "coefficient ratio scale temperature "
    ).split()
)


class Vocabulary:
    """The words of a text, counted when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(_WORD.findall(self._text))

    @cached_property
    def _names(self) -> frozenset[str]:
        """Words that have a capital inside sentences and never none."""
        return frozenset(w for w in _INSIDE.findall(self._text) if not w.isupper() and not self._counts[w.lower()])

    @property
    def is_long(self) -> bool:
        """Whether the text is an article rather than a passage."""
        return len(self._text) >= LONG

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word stands among the words of the text, in small letters."""
        places: dict[str, list[int]] = {}
        for place, word in enumerate(self._folded):
            places.setdefault(word, []).append(place)
        return places

    @cached_property
    def _folded(self) -> list[str]:
        return [word.lower() for word in _WORD.findall(self._text)]

    def is_used_again(self, term: str) -> bool:
        """Whether a term stands in the text twice, in the singular or in the plural."""
        words = [word.lower() for word in _WORD.findall(term)]
        last, before = words[-1], words[:-1]
        uses = 0
        for form in (last, f"{last}s", f"{last}es"):
            for place in self._places.get(form, ()):
                uses += place >= len(before) and self._folded[place - len(before) : place] == before
                if uses > 1:
                    return True
        return False

    def signs(self, term: str, opens: bool) -> Iterator[str]:
        """What speaks for and against a term as such; `opens` says that it opens its sentence."""
        words = _WORD.findall(term)
        if not words:
            return
        capitals = [w[0].isupper() and not w.isupper() for w in words if len(w) > 3 or w == words[0]]
        later = capitals[1:] if opens else capitals
        if any(later) and words[-1].lower() in _OF_A_DISCOVERER and words[-1].islower():
            yield "eponym"
        elif (
            any(later)
            or (self.is_long and words[0][1:].lower() != words[0][1:] and not words[0].isupper())
            or (self.is_long and len(words) == 1 and words[0] in self._names)
        ):
            yield "name"
        elif opens and capitals[0]:
            last = words[-1].lower()
            common = last.endswith(_ENDINGS) or last.removesuffix("s").endswith(_ENDINGS)
            plural = last.endswith("s") and not last.endswith(("ss", "us", "is"))
            if len(words) == 1 and not common and not plural and not self._counts[words[0].lower()]:
                yield "perhaps a name"
            elif common:
                yield "common ending"
        if self._counts[words[-1]] + self._counts[words[-1].lower()] * (words[-1] != words[-1].lower()) > 1:
            yield "again"
        if self.is_long and not self.is_used_again(term):
            yield "once"
