"""What may be a short form: "WHO", "mRNA", "PhD", "COVID-19", "G7", "N.A.S.A.", "BREF'erne"."""

from __future__ import annotations

import re

SHORTEST, LONGEST = 2, 14
"""Characters of a short form."""

_FORM = re.compile(r"[^\W_][\w&./'’+-]*(?: [\w&./-]{1,4}|\(\w{1,6}\))?")
_ROMAN = re.compile(r"[IVX]+|[ivx]+|\d+[a-z]*")
"""Numerals below forty, and numbers with a letter; "CD" and "MI" are short forms more often than numerals."""
_NO_FORMS = frozenset(
    "Mr Mrs Ms Dr Jr Sr St No Nr Nos Inc Ltd Corp Co Fig Figs Eq Eqs Tab Ref Refs Vol Ch Art Sec Ibid Id See Ed Eds "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Wed Thu Fri Sat Sun Hr Fr Sra Dña Mme Mlle Prof Rev Hon "
    "OK AM PM am pm BC AD BCE CE TBD TBA N/A n/a I II".split()
)
"""Capitals that stand in brackets and shorten nothing that stands before them."""
_STATES = frozenset(
    "Ala Alaska Ariz Ark Calif Colo Conn Del Fla Ga Hawaii Idaho Ill Ind Iowa Kan Ky Maine Mass Mich Minn Miss Mo Mont "
    "Neb Nev N.C N.D N.H N.J N.M N.Y Ohio Okla Ore R.I S.C S.D Tenn Texas Utah Va Vt W.Va Wash Wis Wyo".split()
)
"""The states of the United States as news agencies write them behind a party."""
_INFLECTED = re.compile(
    r"(?<=[A-ZÆØÅÄÖÜ0-9])(?:['’](?:s|er|en|et|erne|ernes|ers|ens|ets)|(?<=[A-ZÆØÅ]{2})-?er(?:ne)?)$"
)
"""The endings that an inflected short form takes behind its capitals, but for the plural that is part of its form."""


def is_short_form(text: str) -> bool:
    """Whether a text may be a short form: few characters, letters, a capital, at most two words."""
    if not SHORTEST <= len(text) <= LONGEST or not _FORM.fullmatch(text) or text in _NO_FORMS:
        return False
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 2 and not (len(text) <= 4 and letters and any(c.isdigit() for c in text)):
        return False
    capitals = sum(c.isupper() for c in letters)
    if " " in text:
        first, second = text.split(" ")
        if sum(c.isupper() for c in first) < 2 or not (
            second.isdigit() or _ROMAN.fullmatch(second) or second.isupper()
        ):
            return False
    if not capitals:
        return len(text) <= 6 and text.isascii() and text[0].isalpha()
    if capitals == 1 and len(letters) > 5 and text[0].isupper() and text.isalpha():
        return False
    return not _ROMAN.fullmatch(text)


def names_a_seat(text: str) -> bool:
    """Whether a text is the party and the state of a member of a parliament ("R-AL", "D-Ohio")."""
    party, _, state = text.partition("-")
    return party in ("R", "D", "I") and ((len(state) == 2 and state.isupper()) or state.strip(".") in _STATES)


def parts(text: str) -> tuple[str, str] | None:
    """A short form and a whole word that its long form ends with too ("TNF alpha", "Ang II")."""
    first, _, second = text.partition(" ")
    if not second or not 2 <= len(first) <= LONGEST or not re.fullmatch(r"[\w-]{1,12}", second):
        return None
    return (first, second) if any(c.isupper() for c in first) and _FORM.fullmatch(first) else None


def base(text: str, language: str) -> str:
    """The short form without the ending of its case or number ("BREF'erne" -> "BREF"); a plural "s" stays."""
    return text if language.startswith("en") else _INFLECTED.sub("", text) or text
