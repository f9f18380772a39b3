"""Sentences that define in French, Spanish, German, Danish, Dutch, Italian and Portuguese, by tables.

Fewer forms than in English, and only those that hardly ever tell a story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from ebook.smallwords import SMALL_WORDS
from ebook.terms.definition_guess import Guess

MOST_WORDS = 4
"""Words of a term."""
FEWEST = 4
"""Words of a meaning."""
_TERM = r"[«»„“”\"'‘’]?(?P<term>[^\W\d_][\w’'-]*(?:\s[\w’'-]+){0,5}?)[«»„“”\"'‘’]?"
_MEANING = r"(?P<meaning>[^;]{12,400}?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """What a language needs for its sentences that define."""

    articles: str
    """Articles before a term, as a pattern; a term with a definite one must name a kind of thing all the same."""
    forms: tuple[str, ...]
    """Whole sentences that say of themselves that they define: `{T}` the term with its article, `{D}` the meaning."""
    weaker: tuple[str, ...]
    """The same with verbs that people and reports do too."""
    kinds: str
    """"is a …" with a noun that names a kind and what tells it from others, as a pattern; `{T}` stands before it."""
    pointing: frozenset[str]
    """Words with which a subject points at something of this text."""


LANGUAGES: Mapping[str, Tables] = {
    "fr": Tables(
        articles=r"(?:le\s(?:terme|mot)\s|une?\s|les?\s|la\s|l[’']|des\s)",
        forms=(
            r"On appelle {T},?\s{D}",
            r"(?:Par|Sous le terme) {T},? on entend\s{D}",
            r"{T} (?:se définit comme|est définie? comme)\s{D}",
        ),
        weaker=(r"{T} (?:désigne(?:nt)?|consiste(?:nt)? (?:à|en))\s{D}",),
        kinds=r"(?:est|sont) (?P<meaning>(?:une?|des|le|la|l[’'])\s?(?:processus|procédé|méthode|technique|type|"
        r"forme|ensemble|science|étude|"
        r"branche|maladie|substance|organe|appareil|dispositif|instrument|outil|phénomène|système|groupe|partie|"
        r"unité|mesure|théorie|"
        r"principe|molécule|organisme|roche|plante|animal|matériau|mouvement|capacité|action|fait)s?\s[^;]{8,300}?)",
        pointing=frozenset(
            "ce cet cette ces son sa ses leur leurs notre votre mon ma il elle ils elles on cela ceci qui".split()
        ),
    ),
    "es": Tables(
        articles=r"(?:una?\s|el\s|la\s|los\s|las\s)",
        forms=(
            r"Se (?:llama|denomina|conoce como) {T} (?:a|al)\s{D}",
            r"(?:Por|Como) {T} se entiende\s{D}",
            r"{T} se define como\s{D}",
        ),
        weaker=(r"{T} (?:se refiere a|consiste en)\s{D}",),
        kinds=r"(?:es|son) (?P<meaning>(?:una?|el|la)\s(?:proceso|procedimiento|método|técnica|tipo|forma|"
        r"conjunto|ciencia|estudio|rama|"
        r"enfermedad|sustancia|órgano|aparato|dispositivo|instrumento|herramienta|fenómeno|sistema|grupo|parte|"
        r"unidad|medida|teoría|"
        r"principio|molécula|organismo|roca|planta|animal|material|movimiento|capacidad|acción)s?\s[^;]{8,300}?)",
        pointing=frozenset("este esta estos estas ese esa su sus nuestro él ella ellos eso esto que quien".split()),
    ),
    "de": Tables(
        articles=r"(?:(?:der begriff|das wort|ein|eine|einem|einer|einen|der|die|das|dem|den)\s)",
        forms=(
            r"(?:Unter|Als) {T} (?:versteht|bezeichnet) man\s{D}",
            r"{T} nennt man\s{D}",
        ),
        weaker=(r"{T} bezeichnet\s(?P<meaning>(?:eine?n?|den|die|das)\s(?:(?!\sals\s)[^;]){12,400}?)",),
        kinds=r"(?:ist|sind) (?P<meaning>(?:ein|eine|das|die|der)\s(?:[\w-]+e[rsn]?\s)?(?:\w*(?:[Vv]erfahren|"
        r"[Mm]ethode|[Tt]echnik|[Ff]orm|[Ll]ehre|"
        r"[Ww]issenschaft|[Kk]rankheit|[Ss]toff|[Oo]rgan|[Gg]erät|[Ww]erkzeug|[Ss]ystem|[Gg]ruppe|[Ee]inheit|"
        r"[Mm]aß|[Tt]heorie|[Pp]rozess|[Vv]organg|"
        r"[Ee]rscheinung|[Gg]estein|[Pp]flanze|[Tt]ier|[Ff]ähigkeit|[Tt]eilgebiet)),?\s[^;]{8,300}?)",
        pointing=frozenset(
            "dieser diese dieses diesem jener jene sein seine ihr ihre unser er sie es wir das was wer man".split()
        ),
    ),
    "da": Tables(
        articles=r"(?:(?:en|et|den|det|de)\s)",
        forms=(
            r"Ved {T} forstås\s{D}",
            r"{T} defineres som\s{D}",
        ),
        weaker=(r"{T} betegner\s{D}",),
        kinds=r"er (?P<meaning>(?:en|et)\s(?:[\w-]+\s)?\w*(?:proces|metode|teknik|form|type|videnskab|sygdom|"
        r"stof|organ|apparat|redskab|fænomen|"
        r"system|gruppe|enhed|teori|bjergart|plante|dyr|evne|måleenhed),?\s[^;]{8,300}?)",
        pointing=frozenset("denne dette disse hans hendes dens dets vores deres han hun vi de det der som".split()),
    ),
    "nl": Tables(
        articles=r"(?:(?:een|de|het)\s)",
        forms=(
            r"(?:Onder|Met) {T} (?:verstaat men|wordt verstaan|wordt bedoeld)\s{D}",
            r"{T} (?:is de (?:naam|term) voor|wordt gedefinieerd als)\s{D}",
        ),
        weaker=(r"{T} verwijst naar\s{D}",),
        kinds=r"(?:is|zijn) (?P<meaning>een\s(?:[\w-]+e?\s)?\w*(?:proces|methode|techniek|vorm|soort|wetenschap|"
        r"ziekte|stof|orgaan|apparaat|instrument|"
        r"verschijnsel|systeem|groep|eenheid|theorie|gesteente|plant|dier|vermogen),?\s[^;]{8,300}?)",
        pointing=frozenset("deze dit die dat zijn haar hun onze hij zij ze we wij het er".split()),
    ),
    "it": Tables(
        articles=r"(?:un[oa]?\s|un[’']|il\s|lo\s|la\s|l[’']|i\s|gli\s|le\s)",
        forms=(
            r"(?:Si chiama|Si definisce) {T},?\s{D}",
            r"(?:Per|Con) {T} si intende\s{D}",
            r"{T} si definisce come\s{D}",
        ),
        weaker=(r"{T} (?:si riferisce a|consiste nel(?:la)?)\s{D}",),
        kinds=r"(?:è|sono) (?P<meaning>(?:un[oa]?\s|un[’']|il\s|lo\s|la\s|l[’'])(?:processo|procedimento|metodo|"
        r"tecnica|tipo|forma|insieme|scienza|studio|"
        r"ramo|malattia|sostanza|organo|apparecchio|dispositivo|strumento|fenomeno|sistema|gruppo|parte|unità|"
        r"misura|teoria|principio|"
        r"molecola|organismo|roccia|pianta|animale|materiale|movimento|capacità|azione)\s[^;]{8,300}?)",
        pointing=frozenset(
            "questo questa questi queste quello quella suo sua nostro egli lei loro ciò che chi".split()
        ),
    ),
    "pt": Tables(
        articles=r"(?:uma?\s|os?\s|as?\s)",
        forms=(
            r"(?:Chama-se|Denomina-se) {T},?\s{D}",
            r"Por {T} entende-se\s{D}",
            r"{T} define-se como\s{D}",
        ),
        weaker=(r"{T} (?:refere-se a|consiste em)\s{D}",),
        kinds=r"(?:é|são) (?P<meaning>(?:uma?|o|a)\s(?:processo|procedimento|método|técnica|tipo|forma|conjunto|"
        r"ciência|estudo|ramo|doença|"
        r"substância|órgão|aparelho|dispositivo|instrumento|ferramenta|fenômeno|fenómeno|sistema|grupo|parte|"
        r"unidade|medida|teoria|princípio|"
        r"molécula|organismo|rocha|planta|animal|material|movimento|capacidade|ação)s?\s[^;]{8,300}?)",
        pointing=frozenset(
            "este esta estes estas esse essa seu sua nosso ele ela eles elas isso isto que quem".split()
        ),
    ),
}


_WITH_ARTICLE = frozenset(("fr", "es", "it", "pt"))
"""Where a kind of thing has an article as the subject of a sentence, and only a name has none."""


def in_language(sentence: str, language: str) -> Iterator[Guess]:
    """Every definition of a sentence in one of `LANGUAGES`."""
    if sentence[-1:] == "?":
        return
    tables = LANGUAGES[language]
    for pattern, sign in _patterns(language):
        match = pattern.match(sentence)
        if match and sign == "general" and language in _WITH_ARTICLE and not match["article"]:
            continue
        if match and _is_term(match["term"], match["article"] or "", tables, language):
            meaning = match["meaning"].strip(" ,")
            start, end = match.span("term")
            opens = not sentence[:start].strip()
            named = language != "de" and (
                match["term"][1:] != match["term"][1:].lower() or not (opens or match["term"][0].islower())
            )
            if len(meaning.split()) >= FEWEST and not named:
                yield Guess(term=match["term"], meaning=meaning, start=start, end=end, signs=(sign,), opens=opens)
                return


@cache
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The sentences of a language as patterns, each anchored at the start, with the sign each is."""
    tables = LANGUAGES[language]
    term = rf"(?P<article>{tables.articles})?{_TERM}"
    ending = r"\s*[.!…]?$"
    made = [(form.replace("{T}", term).replace("{D}", _MEANING), "template") for form in tables.forms]
    made += [(form.replace("{T}", term).replace("{D}", _MEANING), "weak template") for form in tables.weaker]
    made.append((rf"{term}\s{tables.kinds}", "general"))
    return tuple((re.compile(text + ending, re.IGNORECASE), sign) for text, sign in made)


def _is_term(term: str, article: str, tables: Tables, language: str) -> bool:
    """Whether a stretch of words is the name of a kind of thing: few words, none of them small, none pointing."""
    words = term.lower().split()
    if (
        not 1 <= len(words) <= MOST_WORDS
        or words[0] in tables.pointing
        or article.strip().lower() in tables.pointing - {"het", "de", "das"}
    ):
        return False
    inner = SMALL_WORDS.get(language, frozenset()) - {
        "de",
        "del",
        "di",
        "do",
        "da",
        "des",
        "du",
        "della",
        "von",
        "van",
        "af",
        "d",
        "l",
    }
    return not any(w in inner for w in words) and len(term) > 2
