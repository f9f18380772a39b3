"""Whether words are the title of the article again."""

from __future__ import annotations

import re
from collections import Counter

from ebook.alternatives.tables import GENERIC, LEAD_INS
from ebook.alternatives.wording import contains, words_of

_BETWEEN = re.compile(r"\s[|–—·»-]\s|[:?!]\s|\s:\s")
"""What parts a title from its subtitle, and from the name of the site."""


_DATED = re.compile(r"(?:\s(?:in|for|of))?\s\(?(?:19|20)\d\d\)?$|\s\[[^\[\]]{1,60}\]$", re.I)
"""What titles of advice end with."""
_LEAD_IN = re.compile(rf"^(?:{'|'.join(LEAD_INS)})\s+", re.I)


def is_title(words: str, title: str) -> bool:
    """Whether a text is the title, or one of its parts; a name may be both what is shown and the title."""
    title = _DATED.sub("", title) or title
    bare = words.split()
    while len(bare) > 3 and bare[-1].casefold() in GENERIC:  # "… image", which systems put behind a title
        bare.pop()
    return _is_whole(words, title) or _is_whole(" ".join(bare), title) or _is_subject_of(words, title)


def is_heading(words: str, heading: str) -> bool:
    """Whether a text is the heading above again; a name is both what is shown and the heading."""
    own, whole = words_of(words), words_of(_NUMBER.sub("", heading))
    if len(own) <= 4 and all(word[0].isupper() or word[0].isdigit() for word in words.split()):
        return False
    exact = len(own) >= 4 and "".join(own) == "".join(whole)
    return exact or (len(whole) >= 5 and contains(own, whole) and len(own) - len(whole) == 1)


_NUMBER = re.compile(r"^\W*\d{1,3}\s?[.):]\s+")
"""The number of a heading in a list."""


def _is_subject_of(words: str, title: str) -> bool:
    """Whether a text is what the title is about, without the words that all such titles share."""
    own = [word for word in words_of(words) if word not in GENERIC] or words_of(words)
    first = _BETWEEN.split(title)[0]
    topic = words_of(_LEAD_IN.sub("", first))
    if len(own) >= 3 and own == topic and (topic != words_of(first) or not words.istitle()):
        return True
    whole = words_of(title)
    return len(whole) >= 6 and own[:2] == whole[:2] and own[-2:] == whole[-2:] and _in_order(whole, own)


def _in_order(few: list[str], many: list[str]) -> bool:
    rest = iter(many)
    return len(few) >= 0.6 * len(many) and all(word in rest for word in few)


def _is_whole(words: str, title: str) -> bool:
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
