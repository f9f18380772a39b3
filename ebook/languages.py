"""Facts about languages: tags, direction, scripts. Which one a text is written in is judged in `recognition`."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

import langcodes
from babel import Locale, UnknownLocaleError

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
    "DEVANAGARI": "hi",
    "BENGALI": "bn",
    "ETHIOPIC": "am",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "TIBETAN": "bo",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "ORIYA": "or",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "THAANA": "dv",
    "CHEROKEE": "chr",
    "MONGOLIAN": "mn-Mong",
    "NKO": "nqo",
    "YI": "ii",
    "OL": "sat",
    "VAI": "vai",
    "OSAGE": "osa",
    "ADLAM": "ff-Adlm",
    "COPTIC": "cop",
    "GOTHIC": "got",
}
"""First word of a character's Unicode name to the language most written in it."""

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Letters of scripts without spaces between words, and Hangul, whose particles stand on the word; for a pattern."""
SPACED = rf"[^\W{UNSPACED}]"
"""A letter of all other scripts, of which the ends of words can be seen; a pattern."""
_ENDS_UNSPACED = re.compile(rf"[{UNSPACED}]$")
_HAS_SPACED = re.compile(SPACED)


def is_unspaced(word: str) -> bool:
    """Whether a word is used with nothing between it and the next: wherever its signs stand, there it is."""
    return _ENDS_UNSPACED.search(word) is not None or _HAS_SPACED.search(word) is None


def standard_tag(tag: str) -> str:
    """The BCP 47 tag in its standard form, or nothing where it is none (`en_us` gives `en-US`)."""
    tag = tag.strip().replace("_", "-")
    if not tag or not langcodes.tag_is_valid(tag):
        return ""
    return langcodes.standardize_tag(tag)


def name_of(tag: str, language: str) -> str:
    """What a language is called in another, by CLDR: "German" for `de` in `en`; the tag where there is no name."""
    primary = language.replace("_", "-").split("-", 1)[0].lower()
    try:
        names = Locale.parse(primary).languages
    except (UnknownLocaleError, ValueError):
        return tag
    return str(names.get(tag.replace("-", "_")) or names.get(tag.split("-", 1)[0].lower()) or tag)


def direction_of(language: str) -> str:
    """`rtl` or `ltr` for a language tag."""
    parsed = language.lower().split("-")
    if "latn" in parsed:
        return "ltr"
    return "rtl" if parsed[0] in RIGHT_TO_LEFT or "arab" in parsed or "hebr" in parsed else "ltr"


def script_of(text: str) -> str:
    """The script most letters belong to, as the first word of their Unicode names ("LATIN")."""
    counts: Counter[str] = Counter()
    for character, count in Counter(text[:4000]).items():
        if character.isalpha():
            counts[unicodedata.name(character, "?").split(" ", 1)[0].split("-")[0]] += count
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
