"""Short forms from another language: "Organisation mondiale de la santé (WHO)", "Social Democratic Party (SPD)".

Their letters say nothing about the words. What tells the long form is that it is a name of an organisation, a treaty
or a programme: it begins with a capital, has one of the nouns that such names are made of, and about as many words as
the short form has letters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ebook.terms.alignment import Unit, fold
from ebook.terms.grammar import ARTICLES, HEADS_FIRST

NOUNS: Mapping[str, frozenset[str]] = {
    language: frozenset(fold(word) for word in words.split())
    for language, words in {
        "en": "academy act administration agency agreement alliance association assembly authority bank board bureau "
        "centre center chamber charter coalition code college command commission committee community confederation "
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
    }.items()
}

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
    nouns = NOUNS.get(primary)
    if nouns is None or len(units) < 2:
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
        noun_seen = noun_seen or unit.folded in nouns
        if not unit.capital or unit.small:
            if not heads_first and not unit.small:
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


def _begins_another(units: Sequence[Unit], i: int) -> bool:
    """Whether a noun begins the next name of a list, its article apart."""
    if i and units[i - 1].folded in ARTICLES and "," not in units[i].before:
        i -= 1
    return i > 0 and ("," in units[i].before or units[i - 1].folded in CONJUNCTIONS)
