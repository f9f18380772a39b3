"""Words divided at the end of a line: which were one word, and which have a hyphen of their own.

    infor-\\nmation   ->   information          well-\\nknown   ->   well-known

The text itself is the first witness: the word it uses elsewhere is right. Then rules that hold in several languages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_END = re.compile(r"([^\W\d_]+(?:[-‐'’][^\W\d_]+)*)[-‐\u00ad]$")
_START = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
FIRST_PARTS = frozenset(
    "self well ex half all cross non anti pro semi quasi co ill high low long short full part mid old new off "
    "two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety "
    "anglo franco afro euro sino vice so best better hard much free fast anglo "
    "celui celle ceux celles lui elle moi toi soi nous vous eux est peut c'est n'est demi mi sous avant après quelques "
    "demi arrière grand petit dit donne sud nord".split()
)
"""First parts after which a hyphen at the end of a line was most likely written."""
LAST_PARTS = frozenset(
    "based free year years old term time minded known made style like wide led looking speaking language class level "
    "scale size sized rate right left hand fold century day week month hour minute mile foot "
    "même mêmes ci là il elle ils elles je tu on vous nous moi toi le la les lui leur y en t-il t-elle "
    "se lo la me te lhe lhes os as no na nos nas vos".split()
)
"""Last parts before which one was: English compounds, French and Portuguese pronouns."""
_SHORTEST = 3
"""Letters of a part that can be a word of a compound."""


class Hyphens:
    """The words of a text, asked where a line ends in a hyphen."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.words: Counter[str] = Counter()
        for line in lines:
            body = line.rstrip()
            last = _END.search(body[-80:])
            if last:
                body = body[: len(body) - len(last[0])]
            self.words.update(w.casefold() for w in _WORD.findall(body))

    def join(self, before: str, after: str) -> tuple[str, str] | None:
        """Two lines joined at a divided word, and that word; nothing where the first does not end in one."""
        match = _END.search(before[-80:])
        following = _START.match(after)
        if match is None or following is None:
            return None
        first, second = match[1], following[0]
        if before[-1] == "\u00ad" or self._is_one(first, second):
            return before[:-1] + after, first + second
        return before + after, f"{first}{before[-1]}{second}"

    def _is_one(self, first: str, second: str) -> bool:
        """Whether two parts are one word without a hyphen."""
        if not second[0].islower() or "-" in first or "‐" in first:
            return False
        a, b = first.casefold(), second.casefold()
        one, two = self.words[a + b], self.words[f"{a}-{b}"]
        if one != two:
            return one > two
        if a in FIRST_PARTS or b in LAST_PARTS or len(first) == 1:
            return False
        both = min(len(a), len(b)) >= _SHORTEST and self.words[a] and self.words[b]
        return not both
