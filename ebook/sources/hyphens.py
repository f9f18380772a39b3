"""Words divided at the end of a line: which were one word, and which have a hyphen of their own.

    infor-\\nmation   ->   information          well-\\nknown   ->   well-known

The text itself is the first witness: the word it uses elsewhere is right. Then rules that hold in several languages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

_END = re.compile(r"([^\W\d_]+(?:[-‐'’][^\W\d_]+)*)[-‐\u00ad]$")
_START = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
FIRST_PARTS = frozenset(
    "self well half all cross non anti semi quasi ill high low long short full old new off ever "
    "two three four five seven eight nine twenty thirty forty fifty sixty seventy eighty ninety "
    "anglo franco afro euro sino vice best better hard much free double next single once open real "
    "celui celle ceux celles lui elle soi nous vous eux peut c'est n'est demi sous avant après quelques "
    "arrière grand petit dit donne sud nord".split()
)
"""First parts after which a hyphen at the end of a line was most likely written."""
PAIRS: Mapping[str, frozenset[str]] = {
    first: frozenset(seconds.split())
    for first, seconds in {
        "ex": "president minister wife husband chief soldier officer boss partner girlfriend boyfriend king mayor "
        "chancellor employee prisoner leader ministre mari femme président presidente ministro marido mujer",
        "pro": "life choice government war democracy business independence western russian",
        "co": "founder founders author authors worker workers chair owner owners director host pilot star wrote "
        "founded creator producer defendant auteur fondateur",
        "so": "called",
        "mid": "century sized size range level term season career afternoon morning week year air",
        "part": "time",
        "mi": "temps chemin janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "ten": "year day minute hour page",
        "six": "year month day week minute hour page",
        "moi": "même",
        "toi": "même",
        "est": "ce il elle",
    }.items()
}
"""First parts that begin many other words too, and what they have a hyphen before."""
LAST_PARTS = frozenset(
    "based free year years old term time minded known made style like wide led looking speaking language class level "
    "scale size sized rate right left hand century week month hour minute mile foot "
    "making driven related friendly powered generated drawn efficient leading voting winning called paid funded "
    "oriented intensive specific solving shaped hungry tested abiding only resistant conscious aware dependent ended "
    "coupled eyed haired armed hearted checked checking "
    "même mêmes ci là il elle ils elles je tu on vous nous moi toi le la les lui leur y en t-il t-elle "
    "se lo la me te lhe lhes os as no na nos nas vos".split()
)
"""Last parts before which one was: English compounds, French and Portuguese pronouns."""
SOLID_FIRST = frozenset(
    "any every some for fore out over under up with in inter into on be to back down through there where when who what "
    "how here never not mis dis un re con com per pro ex so mi an at as sun mon tues wednes thurs fri satur birth holi "
    "yester be al mid part after before life world nation copy super after hence".split()
)
"""First parts that make words without a hyphen, though both parts may be words of their own."""
SOLID_LAST = re.compile(
    r"(?:ings?|ers?|ors?|ed|es|en|ens|est|al|ally|ly|y|ments?|ships?|ful|fully|less|ness|able|ible|ages?|wards?|where|things?|"
    r"one|body|how|what|ever|days?|stand\w*|grounds?|sides?|work\w*|houses?|man|men|lands?|life|ways?|books?|bases?|hood|"
    r"dom|mates?|stamps?|pieces?|weights?|owners?|light\w*|comers?|comings?|ware|cover\w*|lance\w*|teen|ty|th|some|ion|ions|"
    r"ies|ens|i[sz]\w{0,6}|it[yi]\w*|heit|keit|ung|ungen|lich|isch|schaft|tion|tionen)"
)
"""Last parts that are endings, or that words are joined to without a hyphen."""
_WITH_ANOTHER = frozenset("und oder sowie bzw and or et ou of och og eller".split())
"""Words after which a second compound follows, whose last part is the first one's too ("Umwelt- und Klimaschutz")."""
_SMALL = frozenset("and of in to the than by for at la le de à en on und a".split())
"""Words in the middle of compounds of three ("point-and-click")."""
_SHORTEST = 3
"""Letters of a part that can be a word of a compound."""


class Hyphens:
    """The words of a text, asked where a line ends in a hyphen."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.words: Counter[str] = Counter()
        divided = False
        for line in lines:
            body = line.strip()
            if divided and (rest := _START.match(body)):
                body = body[rest.end() :]  # no word of the text
            last = _END.search(body[-80:])
            divided = last is not None
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
        if second in _WITH_ANOTHER and after[len(second) :][:1] == " " and before[-1] != "\u00ad":
            if not self.words[(first + second).casefold()]:
                return f"{before} {after}", f"{first}{before[-1]} {second}"
        if before[-1] != "\u00ad" and self._goes_on(first, second, after):
            return before + after, f"{first}{before[-1]}{second}"
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
        if len(first) == 1 or b in PAIRS.get(a, ()) or (first.isupper() and second.islower()):
            return False
        if a in SOLID_FIRST or SOLID_LAST.fullmatch(b):
            return True
        if a in FIRST_PARTS or b in LAST_PARTS:
            return False
        both = min(len(a), len(b)) >= _SHORTEST and self.words[a] and self.words[b]
        return not both

    def _goes_on(self, first: str, second: str, after: str) -> bool:
        """Whether another hyphen follows: a compound of three parts has both ("point-and-click")."""
        rest = after[len(second) :][:2]
        return (
            rest[:1] in ("-", "‐") and rest[1:].isalpha() and (second in _SMALL or bool(self.words[first.casefold()]))
        )
