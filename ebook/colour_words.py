"""Words by which texts point at something by its colour or place: facts of some languages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointing:
    """How a language points at things; each a part of a regular expression."""

    colours: str
    things: str
    """Parts of charts, tables and forms."""
    shown: str
    """What something is that is in a colour: shown, marked, printed."""
    in_: str
    after: bool = False
    """Whether colours stand after what they colour."""


POINTING: Mapping[str, Pointing] = {
    "en": Pointing(
        colours="red|green|blue|yellow|orange|purple|violet|pink|brown|gr[ae]y|black|white|turquoise|teal",
        things="rows?|columns?|cells?|lines?|curves?|bars?|dots?|segments?|slices?|bands|regions|areas|triangles?|arrows?|entries|"
        "items|dashes|crosses|markers?|shaded areas?|buttons?|labels?|highlights?|fields",
        shown="shown|marked|highlighted|printed|set|drawn|coloured|colored|displayed|indicated|shaded|written|listed|plotted|"
        "those|items|rows|values|words|names|fields|entries|ones|cells|numbers|figures",
        in_="in",
    ),
    "de": Pointing(
        colours="rote?[nrsm]?|grüne?[nrsm]?|blaue?[nrsm]?|gelbe?[nrsm]?|orange(?:ne?[nrsm]?)?|violette?[nrsm]?|graue?[nrsm]?|"
        "schwarze?[nrsm]?|weiße?[nrsm]?|braune?[nrsm]?",
        things="Zeilen?|Spalten?|Zellen?|Linien?|Kurven?|Balken|Punkte?n?|Flächen?|Felder?n?|Kästen|Kasten|Kreise?|Pfeile?|"
        "Einträge|Zahlen|Werte|Wörter|Schrift|Säulen?|Bereiche?|Markierung(?:en)?",
        shown="gezeigt|markiert\\w*|hervorgehoben\\w*|gedruckt\\w*|dargestellt\\w*|eingezeichnet\\w*|Werte|Zeilen|Wörter",
        in_="in",
    ),
    "fr": Pointing(
        colours="rouges?|verte?s?|bleue?s?|jaunes?|oranges?|violet(?:te)?s?|gris(?:es?)?|noire?s?|blan(?:c|che)s?",
        things="lignes?|colonnes?|cellules?|courbes?|barres?|points?|zones?|cases?|cadres?|cercles?|flèches?|chiffres?|mots?|champs?",
        shown="indiquée?s?|marquée?s?|surlignée?s?|imprimée?s?|affichée?s?|représentée?s?|lignes|mots|chiffres|valeurs",
        in_="en",
        after=True,
    ),
    "es": Pointing(
        colours="roj[oa]s?|verdes?|azul(?:es)?|amarill[oa]s?|naranjas?|violetas?|gris(?:es)?|negr[oa]s?|blanc[oa]s?",
        things="filas?|columnas?|celdas?|líneas?|curvas?|barras?|puntos?|zonas?|áreas?|casillas?|recuadros?|círculos?|flechas?|"
        "cifras?|palabras?|campos?",
        shown="indicad[oa]s?|marcad[oa]s?|resaltad[oa]s?|impres[oa]s?|mostrad[oa]s?|señalad[oa]s?|filas|palabras|valores",
        in_="en",
        after=True,
    ),
    "it": Pointing(
        colours="ross[oaie]|verd[ei]|blu|giall[oaie]|arancion[ei]|viola|grigi[oae]?|ner[oaie]|bianc(?:o|a|hi|he)",
        things="righ[ea]|colonn[ea]|cell[ea]|line[ea]|curv[ea]|barr[ea]|punt[oi]|aree|area|zon[ea]|caselle|riquadr[oi]|cerchi[o]?|"
        "frecc[ei]a?|numeri|parole|camp[oi]",
        shown="indicat[oaie]|evidenziat[oaie]|stampat[oaie]|mostrat[oaie]|segnat[oaie]|righe|parole|valori",
        in_="in",
        after=True,
    ),
    "pt": Pointing(
        colours="vermelh[oa]s?|verdes?|azu(?:l|is)|amarel[oa]s?|laranjas?|roxo?s?|cinza|cinzent[oa]s?|pret[oa]s?|branc[oa]s?",
        things="linhas?|colunas?|células?|curvas?|barras?|pontos?|zonas?|áreas?|caixas?|círculos?|setas?|números?|palavras?|campos?",
        shown="indicad[oa]s?|marcad[oa]s?|destacad[oa]s?|impress[oa]s?|mostrad[oa]s?|assinalad[oa]s?|linhas|palavras",
        in_="a|em",
        after=True,
    ),
    "nl": Pointing(
        colours="rode?|groene?|blauwe?|gele?|geel|oranje|paarse?|grijze?|zwarte?|witte?",
        things="rijen|rij|kolommen|kolom|cellen|lijn(?:en)?|balken|balk|punten|vlakken|vakken|vak|cirkels?|pijlen|pijl|cijfers|woorden",
        shown="getoond|gemarkeerd|weergegeven|aangegeven|gedrukt|rijen|woorden|waarden",
        in_="in het|in",
    ),
}


def _pattern(words: Pointing) -> re.Pattern[str]:
    colour, thing = f"(?:{words.colours})", f"(?:{words.things})"
    pair = f"{thing} {colour}" if words.after else f"(?:the|all|each|every|any|die|der|den|de|het) {colour} {thing}"
    shown = rf"(?:(?:{words.shown})|{thing}(?: \w+)?) (?:{words.in_}) {colour}(?!-| [^\W\d_]+(?:ink|tape)\b)"
    return re.compile(rf"\b(?:{pair}|{shown})\b", re.I)


BY_COLOUR: Mapping[str, re.Pattern[str]] = {language: _pattern(words) for language, words in POINTING.items()}
"""By language: what points at something by its colour."""

PLACES: Mapping[str, str] = {
    "en": r"\bthe (?:box|panel|column|sidebar|menu|button|table|chart|list|picture|text|form|field)s? (?:on|to|at) the "
    r"(?:left|right)\b|\bthe (?:round|square|triangular|circular|big|small|large) (?:button|icon|symbol|sign)s?\b|"
    r"\b(?:right|left)-hand (?:column|box|panel|side of the (?:page|screen))\b",
    "de": r"\b(?:Kasten|Spalte|Tabelle|Menü|Knopf|Schaltfläche|Leiste|Grafik|Feld)(?:en|er|s)? (?:rechts|links)\b|"
    r"\b(?:rechte|linke)[nrs]? (?:Spalte|Leiste|Randspalte|Seitenleiste)\b",
    "fr": r"\b(?:encadré|colonne|menu|bouton|tableau|liste|champ)s? (?:à|de|sur la) (?:droite|gauche)\b",
    "es": r"\b(?:recuadro|columna|menú|botón|tabla|lista|campo)s? (?:a|de) la (?:derecha|izquierda)\b",
}
"""Something that is named by its place or shape alone."""
