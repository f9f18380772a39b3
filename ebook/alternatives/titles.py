"""Whether words are the title of the article again."""

from __future__ import annotations

import re
from collections import Counter

from ebook.alternatives.tables import GENERIC
from ebook.alternatives.wording import contains, words_of

_BETWEEN = re.compile(r"\s[|–—·»-]\s|[:?!]\s|\s:\s")
"""What parts a title from its subtitle, and from the name of the site."""


_DATED = re.compile(r"(?:\s(?:in|for|of))?\s\(?(?:19|20)\d\d\)?$|\s\[[^\[\]]{1,60}\]$", re.I)
"""What titles of advice end with."""


def is_title(words: str, title: str) -> bool:
    """Whether a text is the title, or one of its parts; a name may be both what is shown and the title."""
    title = _DATED.sub("", title) or title
    own, whole = words_of(words), words_of(title)
    parts = [whole, *(words_of(part) for part in _BETWEEN.split(title))]
    if "".join(own) == "".join(whole):
        return len(own) >= 3 or (len(own) == 2 and title.split()[-1][0].islower())
    if len(own) >= 4 and any(contains(part, own) and len(own) >= 0.6 * len(part) for part in parts):
        return True
    if min(len(own), len(whole)) >= 6 and (Counter(own) & Counter(whole)).total() >= 0.9 * max(len(own), len(whole)):
        return True
    more = len(own) - len(whole)
    if len(whole) < 4 or more < 0 or not contains(own, whole):
        return False
    rest = own[len(whole) :] if own[: len(whole)] == whole else []
    led = len(whole) >= 5 and 0 < more <= 4 and bool(rest) and not any(word in GENERIC for word in rest)
    return led or more <= max(1, len(whole) // 4)
