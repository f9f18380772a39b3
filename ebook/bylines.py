"""Who wrote it: names out of the line that names them, without "By", dates and job titles."""

from __future__ import annotations

import re

LEADS = (
    "by",
    "written by",
    "posted by",
    "published by",
    "words by",
    "text by",
    "story by",
    "article by",
    "review by",
    "interview by",
    "author",
    "authors",
    "writer",
    "par",
    "écrit par",
    "publié par",
    "rédigé par",
    "auteur",
    "auteurs",
    "autrice",
    "von",
    "verfasst von",
    "geschrieben von",
    "veröffentlicht von",
    "ein artikel von",
    "ein beitrag von",
    "ein gastbeitrag von",
    "ein interview von",
    "ein kommentar von",
    "eine reportage von",
    "autor",
    "autorin",
    "autoren",
    "text von",
    "redaktion",
    "interview",
    "por",
    "escrito por",
    "publicado por",
    "autora",
    "autores",
    "da",
    "di",
    "a cura di",
    "scritto da",
    "pubblicato da",
    "autore",
    "autrici",
    "af",
    "skrevet af",
    "av",
    "skrevet av",
    "skriven av",
    "door",
    "geschreven door",
    "text",
    "tekst",
    "texte",
    "texto",
    "testo",
    "words",
    "bởi",
    "tác giả",
    "oleh",
    "penulis",
    "przez",
    "kirjoittanut",
    "szerző",
    "írta",
    "yazan",
    "yazar",
    "автор",
    "текст",
    "συντάκτης",
    "בידי",
    "מאת",
    "بقلم",
    "كتب",
    "كتبت",
    "文",
    "文／",
    "記者",
    "作者",
    "撰文",
    "글",
)
"""Words that introduce a name, lower case."""

LABELS = frozenset(
    "author authors writer words auteur auteurs autrice autor autorin autoren redaktion interview autora "
    "autores autore "
    "autrici text tekst texte texto testo penulis szerző yazar автор текст συντάκτης 記者 作者".split()
) | {"tác giả"}
"""Leads that are things and not prepositions: they introduce a name with a colon, or stand alone above it."""

ORGANISED = re.compile(
    r"\b(?:redaktion|redaktionen|redacción|redacao|redação|redazione|redactie|rédaction|redakcja|toimitus|editors?|"
    r"editorial|staff|team|desk|newsroom|agency|agencies|agenturen?|pressestelle|newsdesk|contributors?|writers?|"
    r"verband|e\.\s?v\.|gmbh|inc|ltd|llc|blog|magazine|magazin|news|dpa\w*|afp|reuters|apa|kna|epd|ansa|efe|tass|"
    r"admin|administrator|webmaster|guest|anonymous|unknown|user\d*|department|council|committee|society|association|"
    r"foundation|university|institute|ministry|union|forum|verein|bund|partners?|group|gruppe|agentur|presse?)\b",
    re.I,
)
"""Words of names that are no person's."""

_AGENCY = re.compile(
    r"(?:the )?(?:associated press|reuters|thomson reuters|agence france-presse|afp|dpa|"
    r"deutsche presse-agentur|apa|sda|ansa|efe|tass|pti|"
    r"ap|upi|bloomberg|xinhua|belga|ritzau|tt|ntb|stt|pap|čtk|mti|epd|kna|sid)",
    re.I,
)
_NO_NAMES = re.compile(
    r"\b(?:kommentare?n?|comments?|inhalte?|log ?(?:in|out)|sign ?(?:in|up|out)|register|anmelden|abmelden|"
    r"lesen|read more|more from|view more|weiterlesen|mehr|share|teilen|follow|profil|"
    r"edit|posts?|alle|all|views?|publiziert|zuletzt|geändert|artikel|articles?|beitrag|beiträge|über|about|contact|kontakt|subscribe|"
    r"uhr|heute|today|january|february|july|september|october|november|december|januar|februar|märz|juni|juli|oktober|dezember|"
    r"minutes?|share|email|website|home|facebook|twitter|youtube|instagram|linkedin|leave)\b",
    re.I,
)
"""Words of buttons, labels and dates that stand where names stand."""
_NOBODY = frozenset("admin administrator webmaster root superuser sysadmin editor".split())
"""Names of accounts that say nothing of who wrote."""
_NO_PERSON = re.compile(r"\b(?:your|our|the|this|how|what|why|unser|ihre?|dein|notre|votre|nuestro)\b", re.I)

CREDENTIALS = re.compile(
    r"(?:jr|sr|esq|ii|iii|iv|ph\.?\s?d|m\.?d|[A-Z]{2,3}|[A-Z][A-Za-z]?[A-Z]{1,3}(?:-[A-Z]+)?)\.?", 0
)
_NO_CREDENTIALS = frozenset(
    "AP AFP EFE DPA UPI SID APA ANSA TASS BBC CNN NBC ABC CBS UK US USA EU CEO CTO CFO VP".split()
)
_SUFFIX = re.compile(r"(?:jr|sr|esq|ii|iii|iv|ph\.?\s?d|m\.?d)\.?", re.I)

_IS_ROLE = re.compile(
    r"\b(?:reviewer|manager|director|officer|president|founder|engineer|designer|analyst|specialist|consultant|strategist|"
    r"correspondent|reporter|redakteur(?:in)?|korrespondent(?:in)?|journalist(?:in)?|photographer|fotograf(?:in)?|professor|chief|head|lead|"
    r"coach|expert|attorney|scientist|researcher|fellow|economist|autor(?:in)?)$",
    re.I,
)
"""How job titles end."""
_FORMS = "|".join(map(re.escape, sorted(LEADS, key=len, reverse=True)))
_LEAD = re.compile(rf"^(?:{_FORMS})(?:\s*[:：]\s*|\s+)", re.I)
_ENDS_IN_LEAD = re.compile(
    r"(?:^|\s)(?:by|von|par|por|door|av|af|przez|oleh|autor(?:in)?\s*:|author\s*:|auteur\s*:|text\s*:)\s*$", re.I
)
_COLON = re.compile(rf"^(?:{'|'.join(map(re.escape, sorted(LABELS, key=len, reverse=True)))})\s*[:：]", re.I)
_LABELLED = re.compile(rf"(?:^|[\s(|–—-])(?:{_FORMS})\s*[:：]\s*", re.I)
_SPLIT = re.compile(
    r"\s*(?:,|;|\||/|、|，|·|•|\n)\s*(?=\S)|\s+(?:and|und|et|y|e|og|och|en|i|és|ve|и|&|&amp;|\+)\s+(?=\S)|\s+و\s?(?=\S)",
    re.I,
)
_ROLE = re.compile(
    r"(?:^|[\s,(-])(?:(?:staff|correspondent|reporter|editor|writer|contributor|journalist|columnist|agency|"
    r"reuters staff|special to|for|updated|published|follow|min read|minutes|subscribe|comments?|redakteurin|redakteur|"
    r"mitarbeiterin|mitarbeiter|korrespondentin|korrespondent|pressesprecherin|pressesprecher|reviewed|edited|posted)\b|@|https?:|www\.|"
    r"(?:on|am|le|el|op|den|il|à|at|um)(?=\s*(?:\d|$))|(?:under|unter|in|dans|auf)\s).*$",
    re.I,
)
_NAME = re.compile(r"^[^\W\d_](?:[\w.'’´`-]*)(?:\s+[\w.'’´`-]+){0,5}$")
_HANDLE = re.compile(r"\s*\(?@[\w.]+\)?")
_CUT = re.compile(r"\s+[|–—•·-]\s+.*$|\s+\d.*$")
_BRACKETED = re.compile(r"\s*[\[(][^()\[\]]*[\])]\s*$")
_PARTICLES = frozenset(
    "de da di del della des du la le les van von vom zu zum zur der den ter ten te el al bin ibn ben bint y "
    "e dos das do "
    "af av und of san st d’ d' o' mc".split()
)
"""Small words inside names."""


def is_byline(text: str) -> bool:
    """Whether a short line names the author and does nothing else ("By Ines Halloran")."""
    return len(text) <= 120 and bool(_LEAD.match(text)) and bool(names(text, strict=True))


def begins(text: str) -> bool:
    """Whether a line begins as bylines do, whatever follows ("By Ann Lee, food editor")."""
    return len(text) <= 160 and bool(_LEAD.match(text)) and text.split()[1:2] != [] and text.split()[1][:1].isupper()


def names(text: str, *, strict: bool = False) -> tuple[str, ...]:
    """The people a byline names, in order; `strict` asks that every one looks like a name."""
    if "://" in text:
        return ()
    text = _without_lead(re.sub(r"\s+", " ", text).strip(" \u00a0.,|–—-"))
    found: list[str] = []
    for part in _SPLIT.split(text):
        name = _ROLE.sub("", part).strip(" \u00a0.,|–—-():*")
        if found and name != part.strip(" \u00a0.,|–—-():*"):
            continue  # "Ann Lee, transport correspondent": what is left of a job is no name
        if found and (_SUFFIX.fullmatch(name) or (CREDENTIALS.fullmatch(name) and name not in _NO_CREDENTIALS)):
            found[-1] += f", {name}"
        elif name.lower() in LEADS:
            continue
        elif name and _NAME.match(name) and len(name) <= 60 and any(c.isalpha() for c in name):
            if strict and not (name[:1].isupper() or not name[:1].islower()):
                return ()
            found.append(name)
        elif strict and name:
            return ()
    return tuple(dict.fromkeys(found))


def _without_lead(text: str) -> str:
    shorter = _LEAD.sub("", _LEAD.sub("", text))
    return shorter or text


def stated(text: str) -> tuple[str, ...]:
    """The authors of a value that holds authors and nothing else (a meta element, linked data).

    Such a value is believed: names of organisations and log-ins stay, what is no name goes.
    """
    text = re.sub(r"\s+", " ", text).strip(" \u00a0.,;|–—-")
    if not text or "://" in text or len(text) > 300 or "{" in text or text.startswith("www."):
        return ()
    if re.fullmatch(r"@\w+", text):
        return (text,)
    if text.lower() in _NOBODY:
        return ()
    bare = _HANDLE.sub("", text)
    lead = _LEAD.match(bare)
    if lead and lead[0].strip().lower() not in LABELS:
        bare = bare[lead.end() :]
    whole = _clean(bare)
    if not whole:
        return ()
    several = names(f": {bare}")
    if len(several) > 1 or (several and "," in bare):
        return several
    if several and several[0] == whole:
        return several
    return (whole,) if len(whole) <= 80 and len(whole.split()) <= 8 else several


def _clean(name: str) -> str:
    """A name without what stands behind it ("Ann Lee - Courier Team", "Ann Lee 12/03")."""
    shorter = _CUT.sub("", name).strip(" \u00a0.,;|–—-:*／/")
    return shorter if len(shorter) > 1 else name.strip(" \u00a0.,;|–—-:*")


def is_person(name: str) -> bool:
    """Whether a name looks like a person's full name: two to five words with capitals, no word of an organisation.

    Scripts without capitals are not judged.
    """
    words = [w for w in re.split(r"[\s\u00a0]+", name.partition(",")[0]) if w]
    if not words or ORGANISED.search(name) or _NO_NAMES.search(name) or _NO_PERSON.search(name):
        return False
    if any(c.isdigit() or c in "@_/<>{}=…!?:;&" for c in name):
        return False
    if not name[0].isalpha() or _is_cut(name):
        return False
    if not any(c.islower() or c.isupper() for c in name):
        return 2 <= len(name) <= 30
    capital = [w for w in words if w[:1].isupper() or w.strip("(\"'“„")[:1].isupper()]
    small = [w for w in words if w not in capital]
    return len(capital) >= 2 and len(words) <= 6 and all(w.lower().rstrip(".") in _PARTICLES for w in small)


def credit(text: str) -> tuple[str, ...]:
    """The authors of a line that begins as bylines do, whatever follows ("By Ann Lee, food editor · 4 min")."""
    if not 4 <= len(text) <= 200:
        return ()
    match = _LEAD.match(text)
    if not match:
        return ()
    labelled = bool(_COLON.match(text))
    if not labelled and match[0].strip().lower() in LABELS:
        return ()
    return _people(_LEAD.sub("", text[match.end() :]) or text[match.end() :])


def labelled(text: str) -> tuple[str, ...]:
    """The authors behind a label with a colon anywhere in a line ("12.03.2026 - Autor: Ann Lee (Redaktion)")."""
    match = _LABELLED.search(text[:400]) if ":" in text or "：" in text else None
    return _people(text[match.end() : match.end() + 120]) if match else ()


def alone(text: str) -> tuple[str, ...]:
    """The people of a line that holds names and nothing else; every one must be a full name."""
    found = _people(text)
    cased = any(c.isupper() for c in text)
    return found if cased and found and all(map(is_person, found)) else ()


def is_label(text: str) -> bool:
    """Whether a line only announces an author ("Author", "Written by:")."""
    return text.strip(" :：").lower() in LEADS


def announces(text: str) -> bool:
    """Whether a run of text ends with the words that introduce a name ("Veröffentlicht am 14. März von")."""
    return bool(_ENDS_IN_LEAD.search(text[-40:]))


def pen_name(text: str) -> str:
    """The single word that a run of text is, as a name; a run of several words or with figures alone is none."""
    word = _clean_handle(text)
    return (
        word
        if re.fullmatch(r"[^\W_][\w.'’-]{1,30}", word) and any(c.isalpha() for c in word) and not is_wordy(word)
        else ""
    )


def is_agency(name: str) -> bool:
    """Whether a name is a news agency's."""
    return bool(_AGENCY.fullmatch(name.strip()))


def is_role(text: str) -> bool:
    """Whether a text is what somebody does and not who they are ("Expert Reviewer")."""
    return bool(_IS_ROLE.search(text))


def is_wordy(text: str) -> bool:
    """Whether a text holds words of buttons, labels or dates."""
    return bool(_NO_NAMES.search(text))


def _clean_handle(text: str) -> str:
    return text.strip(" \u00a0,.:|–—-/／()")


def _people(text: str) -> tuple[str, ...]:
    """Names at the start of a text, up to the first thing that is none."""
    found: list[str] = []
    text = _HANDLE.sub("", re.sub(r"\s+", " ", text)).strip(" \u00a0|–—-:")
    for part in _SPLIT.split(text)[:12]:
        name = _ROLE.sub("", part).strip(" \u00a0.,|–—:*")
        cut = name != part.strip(" \u00a0.,|–—:*")
        name = _clean(_BRACKETED.sub("", name))
        if found and CREDENTIALS.fullmatch(name) and name not in _NO_CREDENTIALS:
            found[-1] += f", {name}"
        elif is_person(name) and len(name) <= 60:
            found.append(name)
        elif not found and _is_single(name):
            found.append(name)
            break
        elif found or not cut:
            break
    return tuple(dict.fromkeys(found))


def _is_cut(text: str) -> bool:
    """Whether a bracket in a text has no other half: what it belongs to goes on elsewhere ("Hits (", then a figure)."""
    return any(text.count(a) != text.count(b) for a, b in ("()", "[]", "（）"))


def may_be_name(text: str) -> bool:
    """Whether a few words may be somebody's name: every one begins with a capital, or it is one word, or an "
    "organisation."""
    words = text.split()
    if _is_cut(text):
        return False
    if len(words) <= 1:
        return bool(text)
    capital = sum(not w[:1].islower() for w in words)
    small = [w for w in words if w[:1].islower() and w.lower().rstrip(".") not in _PARTICLES]
    return (len(words) <= 6 and capital >= 1 and not small and not _NO_PERSON.match(text)) or bool(
        ORGANISED.search(text) and len(words) <= 6
    )


def _is_single(name: str) -> bool:
    """One word that may be a first name or a pen name."""
    return bool(re.fullmatch(r"[^\W\d_][\w.'’-]{1,24}", name)) and not name.isupper()
