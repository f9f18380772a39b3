"""Facts about languages: tags, direction, and which one a text is written in.

A language is guessed only from its script or from its small words, and only when the answer is clear.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

import langcodes

RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he iw ks ku-arab ps sd syr ug ur yi".split())
"""Languages written from right to left (CLDR `characterOrder`)."""

SCRIPT_LANGUAGES: Mapping[str, str] = {
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "CJK": "zh",
    "ARABIC": "ar",
    "HEBREW": "he",
    "CYRILLIC": "ru",
    "GREEK": "el",
    "THAI": "th",
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "TAMIL": "ta",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
}
"""First word of a character's Unicode name to the language most written in it."""

SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the of and to in is that for it was with as on be by this are from at have not which you but his her",
        "fr": "le la les des et est une dans que pour qui sur au avec par pas plus ce sont du il elle nous vous mais",
        "de": "der die das und ist nicht mit den von zu ein eine auf für dem sich des auch es wird im als aus sie",
        "es": "el los las que y en una por con para del es se no su al lo como más pero sus este ha fue",
        "it": "il che di della e per una con non sono del le nel gli alla dei si è da anche più ha questo",
        "pt": "que não uma os do da em para com dos das por mais é como ao se foi pela são também ou seu",
        "nl": "de het een van en is dat niet op te zijn voor met aan die er maar ook als door naar bij nog",
        "da": "og det at en den til er som på de med han af for ikke der var mig sig men et har om vi jeg",
        "sv": "och att det som en på är av för med den till inte om har de ett jag men var han från så kan",
        "nb": "og det er på som en for av med til den ikke han at har var ble jeg fra men også så vi seg",
        "fi": "ja on ei että oli se hän mutta ovat kun myös joka tai niin kuin olen sen ole mukaan",
        "pl": "nie się na jest do że to jak ale za od czy tak po przez dla jego był są tym oraz",
        "cs": "se na je že to jak ale za od by tak po pro jeho byl jsou tím které který jako při",
        "hu": "és hogy nem egy az is volt csak mint ez meg már ha de van azt kell vagy még lehet",
        "ro": "și nu că este pe care cu din mai la un ca sau fost pentru sunt dar acest prin",
        "tr": "ve bir bu için ile da de çok olarak daha gibi ne ama en var kadar olan sonra",
        "vi": "là của và không một có cho được người các trong với này đã những khi từ",
        "id": "yang dan di ini dengan untuk dari dalam tidak pada adalah akan juga itu ke oleh",
    }.items()
}
"""The commonest small words of a language: twenty are enough to know it by."""

_WORD = re.compile(r"[^\W\d_]+")


def standard_tag(tag: str) -> str:
    """The BCP 47 tag in its standard form, or nothing where it is none (`en_us` gives `en-US`)."""
    tag = tag.strip().replace("_", "-")
    if not tag or not langcodes.tag_is_valid(tag):
        return ""
    return langcodes.standardize_tag(tag)


def direction_of(language: str) -> str:
    """`rtl` or `ltr` for a language tag."""
    parsed = language.lower().split("-")
    if "latn" in parsed:
        return "ltr"
    return "rtl" if parsed[0] in RIGHT_TO_LEFT or "arab" in parsed or "hebr" in parsed else "ltr"


def script_of(text: str) -> str:
    """The script most letters belong to, as the first word of their Unicode names ("LATIN")."""
    counts = Counter(unicodedata.name(c, "?").split(" ", 1)[0].split("-")[0] for c in text[:4000] if c.isalpha())
    if counts["HIRAGANA"] + counts["KATAKANA"] > 0.1 * sum(counts.values()):
        return "HIRAGANA"
    return counts.most_common(1)[0][0] if counts else ""


def text_direction(text: str) -> str:
    """`rtl`, `ltr` or nothing, by the letters of a text."""
    right = sum(unicodedata.bidirectional(c) in ("R", "AL") for c in text)
    left = sum(unicodedata.bidirectional(c) == "L" for c in text)
    if not right and not left:
        return ""
    return "rtl" if right > left else "ltr"


def guess(text: str) -> str:
    """The language of a text, or nothing where it is not clear."""
    script = script_of(text)
    if script in SCRIPT_LANGUAGES:
        return SCRIPT_LANGUAGES[script]
    words = _WORD.findall(text[:20_000].lower())
    if len(words) < 8:
        return ""
    counts = Counter(words)
    scores = sorted(
        ((sum(counts[w] for w in small), language) for language, small in SMALL_WORDS.items()), reverse=True
    )
    (best, language), (second, _) = scores[0], scores[1]
    sure = best >= 0.08 * len(words) and best >= 1.25 * second
    return language if sure else ""
