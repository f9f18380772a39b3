"""Words by which a list is known for a glossary, or for something else: headings, header cells, labels of facts."""

from __future__ import annotations

import re

GLOSSARY_HEADING = re.compile(
    r"(?:the\s+|a\s+|our\s+|short\s+|mini[- ]?|le\s+|la\s+|les\s+|petit\s+|kleines\s+|pequeño\s+|piccolo\s+|"
    r"lille\s+|"
    r"kleine\s+|pequeno\s+)*"
    r"(?:glossary|glossaries|glossaire|lexique|glossar|worterbuch|wortverzeichnis|begriffserklarung(?:en)?|"
    r"begriffe|"
    r"glosario|lexico|glossario|woordenlijst|verklarende\s+woordenlijst|begrippenlijst|ordliste|"
    r"ordforklaring(?:er)?|"
    r"ordlista|ordforklaringar|sanasto|orðalisti|słowniczek|slowniczek|slovnicek|szojegyzek|glosar|γλωσσαρι|"
    r"глоссарии|"
    r"словарь(?:\s+терминов)?|用語集|用語解説|术语表|術語表|용어집|용어\s*설명|(?:key|important|some|basic|technical)\s+terms?|"
    r"terms\s+(?:and\s+definitions|used|explained)|definitions(?:\s+of\s+terms)?|terminology|terminologie|"
    r"terminologia|"
    r"(?:list|table)\s+of\s+(?:abbreviations|acronyms|symbols\s+and\s+abbreviations|terms)|"
    r"abbreviations(?:\s+used)?|acronyms|abbreviations\s+and\s+acronyms|acronyms\s+and\s+abbreviations|"
    r"(?:liste\s+des\s+)?(?:abreviations|sigles)(?:\s+et\s+(?:acronymes|sigles|abreviations))?|acronymes|"
    r"(?:abkurzungs|akronym)verzeichnis|abkurzungen|(?:lista\s+de\s+)?(?:abreviaturas|"
    r"siglas)(?:\s+[ye]\s+(?:acronimos|siglas|abreviaturas))?|"
    r"acronimos|(?:elenco\s+delle\s+)?(?:abbreviazioni|sigle)(?:\s+e\s+(?:acronimi|sigle))?|acronimi|"
    r"(?:lijst\s+(?:van|met)\s+)?afkortingen|forkortelser|forkortningar|wykaz\s+skrotow|список\s+сокращении|"
    r"сокращения|"
    r"略語(?:一覧|表)?|缩略语(?:表)?|약어)"
    r"(?:\s+(?:of|for|to|der|des|du|de|van|zu|zum|zur|til|over|per)\s+.{1,60}|\s+und\s+.{1,30}|\s+et\s+.{1,30}|"
    r"\s+and\s+.{1,30})?[.:]?",
    re.I,
)
"""A heading that calls what follows a glossary; compared without accents."""
_SHORT = (
    "abbreviation abbreviations acronym acronyms abbr abbreviature abreviation abreviations acronyme sigle sigles "
    "abkurzung akronym kurzel kurzform abreviatura abreviaturas sigla siglas acronimo abbreviazione acronimi "
    "afkorting "
    "afkortingen acroniem forkortelse forkortelser forkortning akronym skrot сокращение 略語 缩写 약어"
)
_TERMS = (
    "term terms word words concept terme termes mot begriff begriffe ausdruck fachbegriff wort termino terminos "
    "concepto "
    "palabra termine termini parola concetto woord begrip begreb udtryk ord begrepp termo termos conceito "
    "palavra pojem "
    "termin термин понятие 用語 术语 용어"
)
TERM_CELLS = frozenset((_SHORT + " " + _TERMS).split())
"""Header cells over the terms of a table."""
MEANING_CELLS = frozenset(
    "meaning meanings definition definitions expansion explanation description stands full long signification sens "
    "explication developpe bedeutung erklarung definition langform beschreibung bezeichnung significado definicion "
    "explicacion descripcion desarrollo significato definizione spiegazione betekenis definitie uitleg "
    "omschrijving "
    "betydning forklaring beskrivelse betydelse forklaring significado definicao explicacao znaczenie objasnienie "
    "значение определение расшифровка 意味 説明 含义 定义 의미 설명".split()
)
"""Header cells over what they mean."""
FACTS = frozenset(
    "address adresse anschrift direccion indirizzo endereco phone telephone tel telefon telefono telefone fax "
    "email "
    "e-mail mail website web internet url hours opening horaires offnungszeiten horario orari openingstijden "
    "price prices "
    "prix preis precio prezzo preco prijs pris cost admission entry eintritt entrada tarif tarifs tickets when "
    "where who "
    "what why how wann wo wer was ou quand qui cuando donde quien quando dove date datum fecha data time zeit "
    "heure hora "
    "ora tijd tid location lieu ort lugar luogo plaats sted venue place director directed regie realisation "
    "direccion "
    "regia cast starring darsteller besetzung interpretes reparto writer screenplay drehbuch scenario guion "
    "producer "
    "produced music musik genre rating runtime duration dauer duree duracion durata duur length release "
    "released country "
    "pays land pais paese year annee jahr ano anno jaar language langue sprache idioma lingua taal author autor "
    "auteur "
    "autore forfatter published publication updated publisher editeur verlag editorial editore uitgeverij isbn "
    "pages "
    "seiten format category categories kategorie categorie categoria tags tag keywords terms source quelle "
    "fonte fuente "
    "credit photo foto bild note notes hinweis nota tip tips tipp example beispiel exemple ejemplo warning caution "
    "ingredients zutaten ingredientes serves portions yield monday tuesday wednesday thursday friday saturday "
    "sunday "
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi "
    "dimanche "
    "lunes martes miercoles jueves viernes sabado domingo born died geboren gestorben naissance age alter "
    "occupation "
    "beruf position club team height weight capital population area currency size colour color material model "
    "brand "
    "status version license licence requirements download contact kontakt kontakt pros cons advantages "
    "disadvantages "
    "name first last username password birthday birthdate question answer frage antwort pregunta respuesta "
    "installation synopsis stand titel title interpret autor/in author/s".split()
)
"""First words of labels before facts; nobody looks them up."""
DOES = frozenset(
    "returns sets stops creates specifies shows gets checks runs adds removes defines enables disables performs "
    "prints "
    "lists converts determines calls reads writes sorts copies updates deletes inserts outputs displays "
    "prepends appends "
    "learn perform run list show set use add create specify connect ask authenticate limit confirm do does".split()
)
"""Verbs with which the manual of a machine says what a command does."""
SPOKEN = frozenset(
    "i we you my your our me us i'm i'll i've we're you're je nous vous mon ma mes notre votre tu ich wir sie "
    "du mein "
    "dein unser euch yo nosotros usted mi io noi mio ik wij jij jullie jeg vi jag eu nos meu".split()
)
"""Words of somebody who speaks; a definition speaks of no one."""
