"""Short forms from another language: "Organisation mondiale de la santé (WHO)", "Social Democratic Party (SPD)".

Their letters say nothing about the words. What tells the long form is that it is a name of an organisation, a treaty
or a programme: it begins with a capital, has one of the nouns that such names are made of, and about as many words as
the short form has letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ebook.terms.alignment import Unit, fold
from ebook.terms.grammar import ARTICLES, HEADS_FIRST, breaks

NOUNS: Mapping[str, frozenset[str]] = {
    language: frozenset(fold(word) for word in words.split())
    for language, words in {
        "en": "academy act administration agency agreement alliance association assembly authority bank board bureau "
        "centre center charter coalition code college command commission committee community confederation "
        "congress convention corporation council court department directorate division entity facility "
        "federation force forum foundation framework front fund group initiative institute institution league ministry "
        "mission movement network office operation organisation organization panel partnership party plan programme "
        "program project protocol secretariat service society strategy system team treaty tribunal trust union unit "
        "university",
        "fr": "académie accord acte administration agence alliance amendement assemblée association autorité banque "
        "bureau caisse centre chambre charte coalition code collectif comité commission communauté compagnie "
        "confédération conférence conseil convention coopérative coordination corps cour département direction "
        "directive division école équipe fédération fondation fonds force forum front groupe groupement haut "
        "haut-commissariat initiative inspection institut institution laboratoire ligue loi marché ministère mission "
        "mouvement observatoire office opération organe organisation organisme parti plan plate-forme programme projet "
        "protocole règlement régie réseau secrétariat section service société stratégie syndicat système traité "
        "tribunal union unité université zone",
        "es": "academia acuerdo administración agencia alianza asamblea asociación autoridad banco cámara "
        "campaña carta "
        "centro coalición código colegio comisión comité comunidad confederación conferencia congreso consejo "
        "consorcio "
        "convención convenio coordinadora corporación corte cuerpo defensoría departamento dirección división "
        "ejército empresa entidad escuela estrategia facultad federación fondo foro frente fuerza fundación gerencia "
        "grupo iniciativa instituto junta ley liga ministerio misión movimiento observatorio oficina operación "
        "organismo organización órgano partido plan plataforma policía programa protocolo proyecto red registro "
        "secretaría servicio sindicato sistema sociedad subsecretaría tratado tribunal unidad unión universidad zona",
        "pt": "academia acordo administração agência aliança assembleia associação autoridade banco câmara centro "
        "coalizão código comissão comitê comité comunidade confederação conferência congresso conselho convenção "
        "coordenação departamento direção empresa escritório estratégia federação fórum força frente fundação fundo "
        "gabinete grupo iniciativa instituto lei liga ministério missão movimento observatório operação organismo "
        "organização partido plano plataforma programa protocolo projeto rede secretaria serviço sindicato sistema "
        "sociedade tratado tribunal unidade união universidade",
        "it": "accademia accordo agenzia alleanza amministrazione assemblea associazione autorità banca camera centro "
        "codice comitato commissione comunità confederazione conferenza congresso consiglio convenzione corte "
        "dipartimento direzione ente federazione fondazione fondo forum forza fronte gruppo iniziativa istituto lega "
        "legge ministero missione movimento organismo organizzazione osservatorio partito piano programma progetto "
        "protocollo rete segretariato servizio sindacato sistema società strategia trattato tribunale ufficio unione "
        "unità università",
        "de": "agentur akademie allianz amt arbeitsgemeinschaft armee ausschuss bank behörde bund bundesamt "
        "bundesanstalt bündnis büro fonds forum front föderation gemeinschaft gericht gesellschaft gesetz gewerkschaft "
        "gruppe initiative institut kammer kommission komitee konferenz konföderation kongress liga ministerium "
        "mission "
        "netzwerk organisation partei plan programm projekt protokoll rat stiftung system union universität verband "
        "verbund verein vereinigung vertrag zentralbank zentrum",
        "nl": "academie agentschap alliantie autoriteit bank bond bureau centrum commissie comité conferentie "
        "federatie fonds front gemeenschap genootschap groep initiatief instituut kamer ministerie missie netwerk "
        "organisatie partij plan programma project protocol raad stichting systeem unie universiteit verbond verdrag "
        "vereniging",
        "da": "agentur aftale akademi alliance alliancen arbejderparti bank centralbank center domstol fond fonden "
        "forbund forening foreningen føderation front fællesskab gruppe gruppen initiativ initiativet institut "
        "kommission kommissionen konference konvention kontor kontoret mission ministerium netværk organisation "
        "organisationen parti partiet plan program programmet protokol råd rådet sammenslutning sammenslutningen "
        "styrelse system traktat udvalg union",
        "sv": "akademi akademien allians alliansen avtal bank banken byrå byrån central centralbank centret centrum "
        "departement domstol domstolen fond fonden front fronten förbund förbundet förening föreningen förvaltning "
        "grupp gruppen institut institutet kommission kommissionen kommitté kommittén konferens konvention "
        "konventionen ministerium myndighet myndigheten nämnd nämnden nätverk organisation organisationen parti "
        "partiet plan program programmet projekt råd rådet samfund sällskap styrelse styrelsen system union unionen "
        "verk verket",
        "nb": "akademi allianse alliansen avtale bank banken byrå byrået direktorat direktoratet domstol domstolen "
        "fond fondet forbund forbundet forening foreningen front gruppe gruppen institutt instituttet kommisjon "
        "kommisjonen komité komiteen konferanse konvensjon konvensjonen ministerium nettverk organisasjon "
        "organisasjonen parti partiet plan program programmet prosjekt råd rådet samband system tilsyn union unionen",
        "fi": "akatemia instituutti järjestö järjestön keskus komissio komitea konferenssi laitos liitto liiton "
        "ministeriö neuvosto ohjelma pankki puolue rahasto ryhmä sopimus tuomioistuin unioni verkosto virasto yhdistys",
        "tr": "ajansı akademisi bakanlığı bankası birliği derneği enstitüsü fonu ittifakı komisyonu komitesi "
        "konferansı konseyi kurulu kurumu kuruluşu mahkemesi merkezi meclisi ofisi örgütü partisi programı projesi "
        "sendikası sistemi teşkilatı üniversitesi vakfı",
    }.items()
}

STEMS: Mapping[str, tuple[str, ...]] = {
    language: tuple(fold(stem) for stem in stems.split())
    for language, stems in {
        "pl": "agencj akademi bank biur centrum fundacj fundusz grup instytut izb komisj komitet konferencj konwencj "
        "lig ministerstw organizacj parti pakt plan program projekt rad ruch sojusz stowarzyszeni towarzystw traktat "
        "trybunał uniwersytet unii unia unią związ urz zesp",
        "cs": "agentur akademi bank centrum centra fond fóra fórum hnutí institut komise komisi komis konferenc "
        "kongres ministerstv nadac organizac parlament parti plán program projekt rad smlouv soud spolk spolek "
        "společnost stran svaz unie unii univerzit úmluv úřad ústav výbor",
        "ru": "агентств академи альянс ассоциаци банк бюро департамент договор институт комисси комитет конвенци "
        "конференци корпораци лиг министерств общество общества организаци парти план программ проект совет союз суд "
        "университет управлени федераци фонд форум центр",
        "bg": "агенци академи асоциаци банк бюро договор институт комиси комитет конвенци конференци министерств "
        "организаци партия план програм проект съвет съюз съд университет федераци фонд форум център",
        "el": "ακαδημι αρχη γραφει δικαστηρι ενωση ιδρυμα ινστιτουτ κεντρο κεντρου κομμα οργανισμ οργανωση πανεπιστημι "
        "προγραμμα προγραμματ συμβασ συμβουλι συμμαχι συνδεσμ συνθηκ ταμει τραπεζ υπηρεσι υπουργει επιτροπ",
        "uk": "агентств академі альянс асоціаці банк бюро договір договор інститут комісі комітет конвенці конференці "
        "ліг міністерств організаці парті план програм проєкт проект рад союз суд університет управлінн федераці фонд "
        "форум центр",
    }.items()
}
"""What the same nouns begin with in languages that inflect them."""
COMPOUNDING = frozenset("de nl da sv nb fi".split())
"""Languages that write such a noun as one word with what says its kind: "Weltgesundheitsorganisation"."""
_STOP = re.compile(r"[,;:.()]")
LEAST_OF_COMPOUND = 4
"""Letters before the noun of such a word."""
LEADING = frozenset(
    fold(word)
    for word in "enligt ifølge laut gemäß nach volgens hos även også ook auch bei bland inom inden neben siden sedan "
    "selon según secondo segundo dagegen derimot däremot mukaan".split()
)
"""Words that open a sentence before a name and are no part of it."""
SMALL_INSIDE = frozenset("sv nb fi cs".split())
"""Languages that write only the first word of a name with a capital."""
INSIDE: Mapping[str, frozenset[str]] = {
    "en": frozenset("a an the of for on in and to against de du des la le del y et".split()),
}
"""The small words that join a name where the others part it from what stands before."""
CONJUNCTIONS = frozenset("and et y e und en og och eller or ou o oder".split())
"""Before one of the nouns they begin the next name of a list."""


FEWEST = 3
"""So many words a name has, the small ones apart, where its noun does not come first."""


def begins(units: Sequence[Unit], letters: str, language: str) -> int:
    """The unit where a name begins that a short form of so many letters may stand for; -1 where there is none."""
    primary = language.split("-")[0]
    primary = "nb" if primary in ("no", "nn") else primary
    nouns, stems = NOUNS.get(primary, _NONE), STEMS.get(primary, ())
    if not (nouns or stems):
        return -1
    if primary in COMPOUNDING and units and _is_compound(units[-1], nouns):
        return _begin_of_compound(units, len(letters), breaks(primary), primary in SMALL_INSIDE)
    if len(units) < 2:
        return -1
    heads_first = primary in HEADS_FIRST
    fewest = 2 if heads_first else FEWEST
    inside = INSIDE.get(primary)
    best, at = (3 if heads_first else 2), -1
    content, noun_seen = 0, False
    for i in range(len(units) - 1, -1, -1):
        unit = units[i]
        if unit.breaking or (unit.small and inside is not None and unit.folded not in inside):
            break
        content += not unit.small
        named = unit.folded in nouns or (bool(stems) and unit.folded.startswith(stems))
        noun_seen = noun_seen or (named and (primary != "en" or _heads(units, i)))
        if not unit.capital or unit.small:
            if not heads_first and not unit.small and primary not in SMALL_INSIDE:
                break
            continue
        if unit.folded not in nouns if heads_first else not noun_seen:
            continue
        if i and not heads_first and units[i - 1].capital and not units[i - 1].small:
            continue
        far = abs(content - len(letters))
        if content >= fewest and (far < best or (far == best and unit.folded[:1] == letters[:1])):
            best, at = far, i
        if content >= 2 and unit.folded in nouns and _begins_another(units, i):
            break
    return at


_NONE: frozenset[str] = frozenset()


def _heads(units: Sequence[Unit], i: int) -> bool:
    """Whether a word is the last one of its group, which tells the kind: no "Council" of "Council Chamber"."""
    return i + 1 == len(units) or units[i + 1].small or not units[i + 1].capital


def _is_compound(unit: Unit, nouns: frozenset[str]) -> bool:
    """Whether a word ends with one of the nouns and says more: "Weltgesundheitsorganisation"."""
    word = unit.folded
    return any(word[cut:] in nouns for cut in range(LEAST_OF_COMPOUND, len(word) - 3))


def _begin_of_compound(units: Sequence[Unit], letters: int, stops: frozenset[str], small: bool) -> int:
    """Where a name begins that ends with a compound noun: at the word itself, or at words that belong to it.

    "Europäische Weltraumorganisation", "FN's Fødevare- og Landbrugsorganisation", "det socialistiske Arbejderparti".
    """
    first = len(units) - 1
    if not units[first].capital:
        return first - 1 if small and first and units[first - 1].capital and units[first].before == " " else -1
    content = 1
    while first > 0 and content <= letters:
        before = units[first - 1]
        if _STOP.search(units[first].before):
            break
        if before.small:
            hyphen = units[first - 1].folded in CONJUNCTIONS and before.before[:1] == "-"
            genitive = before.folded == "s" and before.joined
            if not (hyphen or genitive) or first < 2:
                break
            first -= 2
        elif before.capital and before.folded not in stops and before.folded not in LEADING:
            first -= 1
        elif content == 1 and before.folded.endswith(("e", "en")) and first > 1 and units[first - 2].folded in ARTICLES:
            return first - 1
        else:
            break
        content += 1
    return first


def _begins_another(units: Sequence[Unit], i: int) -> bool:
    """Whether a noun begins the next name of a list, its article apart."""
    if i and units[i - 1].folded in ARTICLES and "," not in units[i].before:
        i -= 1
    return i > 0 and ("," in units[i].before or units[i - 1].folded in CONJUNCTIONS)
