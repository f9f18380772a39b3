"""The small words of a language, as an expansion sees them: those that join its words, and those that end it.

`LINKS` stand inside a name ("World Health Organization *of the* Americas") and give no letter to its short form as
a rule. A `BREAK` seldom stands inside one: verbs, pronouns, relative words. Written down by hand from grammars.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ebook.smallwords import SMALL_WORDS

LINKS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "a an the of and for in on to at by with from or as into over under upon between against within & per "
        "without among during through its",
        "fr": "le la les l un une des du de d et en pour sur au aux à a dans par avec ou sous contre entre chez "
        "vers sans "
        "son sa ses leur leurs",
        "es": "el la los las un una unos unas de del y e en para por con al a sobre contra entre o u sin su sus desde "
        "hacia ante",
        "pt": "o a os as um uma de do da dos das e em no na nos nas para por com ao à aos às pelo pela pelos "
        "pelas sobre "
        "contra entre ou sem seu sua",
        "it": "il lo la i gli le l un una uno di del dello della dei degli delle dell d e ed in nel nella nei "
        "nelle per con "
        "a al alla ai alle dal dalla da su sul sulla sulle o tra fra contro senza",
        "ca": "el la els les l un una uns unes de del dels d i en per al als a amb sobre contra entre o sense",
        "gl": "o a os as un unha de do da dos das e en no na nos nas para por con ao á aos ás sobre contra "
        "entre ou sen",
        "ro": "un o de din la în și pentru cu pe al a ai ale despre contra între sau fără",
        "de": "der die das den dem des ein eine einer eines einem einen und für von vom zu zur zum in im an am "
        "auf aus bei "
        "mit nach über unter gegen oder zwischen als ohne",
        "nl": "de het een der des den van en voor in op aan met bij uit naar over tegen of ter ten tot tussen te door "
        "zonder",
        "da": "den det de en et og for i af til på med om over under mod ved fra eller mellem som samt uden",
        "nb": "den det de en et ei og for i av til på med om over under mot ved fra eller mellom som samt uten",
        "sv": "den det de en ett och för i av till på med om över under mot vid från eller mellan som samt utan",
        "pl": "i w we z ze na do dla od o po przy oraz lub nad pod przed za bez",
        "cs": "a v ve z ze na do pro od o po při nebo nad pod před za s se k ke bez",
        "ru": "и в во с со на по для от до о об из к ко при или над под за без",
        "uk": "і й та в у з зі на по для від до про із к при або над під за без",
        "el": "ο η το οι τα του της των τον την και για σε στο στη στην στον στα με από κατά",
        "tr": "ve ile için veya",
        "fi": "ja tai sekä",
        "hu": "a az és vagy",
        "vi": "và của cho các những",
        "fa": "و از به در با برای",
    }.items()
}
_EVERY: frozenset[str] = frozenset().union(*(LINKS[tag] for tag in ("en", "fr", "es", "de", "it", "pt")))
ARTICLES = frozenset(
    "the a an le la les l un une des el los las una unos unas der die das den dem des ein eine einer eines einem einen "
    "il lo i gli uno o os as um uma de het den det en et ett els uns unes ο η το οι τα του της των τον την az".split()
)
"""Articles of all these languages: an expansion does not begin with one, nor ends."""
HEADS_FIRST = frozenset({"fr", "es", "it", "pt", "ca", "gl", "ro"})
"""Languages whose nouns stand before their adjectives: a name is not begun at its adjective."""


@cache
def links(language: str) -> frozenset[str]:
    """The words of a language that join the words of a name; of the commonest ones where it has no table."""
    return LINKS.get(language.split("-")[0].lower(), _EVERY)


@cache
def breaks(language: str) -> frozenset[str]:
    """The words of a language that seldom stand within a name."""
    primary = language.split("-")[0].lower()
    return SMALL_WORDS.get(primary, frozenset()) - links(primary)
