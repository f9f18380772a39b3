"""Latin short forms behind names in another script: "منظمة الصحة العالمية (WHO)", "世界保健機関（WHO）".

Neither letters nor, in most of these scripts, capitals say where the name begins. What does: quotation marks around it;
the change of script in Japanese; the particle that ends the word before it in Korean; a capital in Cyrillic or Greek;
the noun that such names begin with in Arabic, Hebrew and Persian. Otherwise only a name that fills its clause is taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from ebook.terms.alignment import fold, letters_of
from ebook.terms.longforms import Long, window

SURE, FAIR = False, True
"""Whether the beginning of a name is marked, or only its kind tells it."""
WIDEST = 2
"""Words that a name may have more or fewer than its short form has letters."""
_QUOTED = re.compile(r"[«“„\"「『《]([^«»“”„\"「」『』《》]{4,80})[»”\"」』》]\s*$")
_HAN = re.compile(r"[㐀-䶿一-鿿々〆ァ-ヺー・ヶ]+$")
"""Chinese characters and Katakana, which Japanese writes names with; Hiragana joins them to the sentence."""
_KANA = re.compile(r"[ぁ-ゖ]")
_CHINESE_LINKS = re.compile(
    r"[的了在和与與及由是对對被向从從为為于於但将將把给給据據说說称稱]|以及|表示|宣布|根据|作为|包括|加入|成为"
)
_PARTICLES = re.compile(r"[은는이가을를의에와과도로]$|에서$|으로$|부터$|까지$|라는$|하는$|인$|한$")
"""Ends of Korean words that join them to the sentence."""
_HEADS: Mapping[str, frozenset[str]] = {
    language: frozenset(fold(word) for word in words.split())
    for language, words in {
        "ar": "منظمة وكالة برنامج اتحاد مجلس بنك مصرف صندوق لجنة هيئة جامعة حزب مؤسسة شركة معهد مركز محكمة مكتب رابطة "
        "جمعية حركة جبهة قوة قوات شبكة اتفاقية معاهدة مجموعة لواء وزارة إدارة مفوضية نظام خطة مشروع مبادرة تحالف منتدى "
        "مؤتمر نقابة دائرة خدمة",
        "he": "ארגון סוכנות תוכנית איחוד מועצה מועצת בנק קרן ועדה ועדת רשות אוניברסיטה אוניברסיטת מפלגה מפלגת מוסד "
        "חברה חברת מכון מרכז בית משרד אגודה אגודת התאחדות תנועה תנועת חזית כוח רשת אמנה אמנת הסכם קבוצה קבוצת "
        "מערכת פרויקט יוזמה ברית פורום איגוד הסתדרות שירות",
        "fa": "سازمان آژانس برنامه اتحادیه شورا شورای بانک صندوق کمیته هیئت دانشگاه حزب بنیاد شرکت مؤسسه موسسه مرکز "
        "دادگاه دفتر انجمن جنبش جبهه نیروی نیروهای شبکه پیمان معاهده گروه وزارت اداره کمیسیون کمیساریای سیستم سیستمهای "
        "سامانه طرح پروژه ائتلاف اجلاس خدمات",
    }.items()
}
"""Nouns that the names of organisations, treaties and programmes begin with."""
_CLITICS: Mapping[str, str] = {"ar": "وفبلك", "he": "ובלמשכה", "fa": ""}
"""Letters that join a word to the sentence and are written as one with it."""
_ARTICLE = "ال"
_POSTPOSITIONS = frozenset("का की के को में से ने पर और है हैं था थे थी या तक लिए".split())
_EDGES = " \t\n\r,;:.–—-\"“”„«»'’‘"


def name_before(text: str, end: int, short: str, language: str) -> Long | None:
    """The name right before a place that capitals of the Latin script stand for; its letters are of another script."""
    before = text[max(0, end - 3) : end].rstrip()[-1:]
    if (before.isascii() and before != '"') or not 2 <= len(short) <= 10 or not _is_latin(short):
        return None
    if quoted := _QUOTED.search(text[max(0, end - 100) : end]):
        return _long(quoted[1], short, SURE) if not _latin_letter(quoted[1][0]) else None
    if not before.isalpha() or _latin_letter(before):
        return None
    _, piece = window(text, end)
    script = unicodedata.name(before, "").split(" ")[0]
    find = _BY_SCRIPT.get(script, _clause)
    found = find(re.split(r"[،,、，。؛：:]", piece)[-1].strip(_EDGES), len(letters_of(short)), language.split("-")[0])
    return _long(found[0], short, found[1]) if found else None


def _long(name: str, short: str, fair: bool) -> Long | None:
    name = name.strip(_EDGES)
    return Long(name, 0.0, len(letters_of(short)), translated=fair) if len(name) > len(short) else None


def _is_latin(short: str) -> bool:
    return all(_latin_letter(c) and c.isupper() for c in short if c.isalpha()) and any(map(str.isalpha, short))


def _latin_letter(character: str) -> bool:
    return character.isascii() or "LATIN" in unicodedata.name(character, "")


def _characters(clause: str, letters: int, language: str) -> tuple[str, bool] | None:
    """Chinese and Japanese: no blanks part the words."""
    run = _HAN.search(clause)
    if run is None:
        return None
    if run.start() and _KANA.match(clause[run.start() - 1]):
        return run[0], SURE
    name = _CHINESE_LINKS.split(run[0])[-1]
    if not 3 <= len(name) <= 4 * letters + 2:
        return None
    return name, FAIR


def _korean(clause: str, letters: int, language: str) -> tuple[str, bool] | None:
    words = clause.split()
    first = len(words) - 1
    while first > 0 and not _PARTICLES.search(words[first - 1]) and len(words) - first < letters + WIDEST:
        first -= 1
    name = " ".join(words[first:])
    return (name, SURE if first == 0 or _PARTICLES.search(words[first - 1]) else FAIR) if len(name) > 3 else None


def _by_head(clause: str, letters: int, language: str) -> tuple[str, bool] | None:
    """Arabic, Hebrew, Persian: a name begins with a noun such as "organisation"."""
    heads, clitics = _HEADS.get(language, frozenset()), _CLITICS.get(language, "")
    words = clause.split()
    for first in range(len(words) - 1, -1, -1):
        many = len(words) - first
        if many > letters + WIDEST:
            break
        head = _without_clitics(words[first], heads, clitics)
        if head and many > 1 and many >= letters - WIDEST:
            return " ".join([head, *words[first + 1 :]]), FAIR
    return _clause(clause, letters, language)


def _without_clitics(word: str, heads: frozenset[str], clitics: str) -> str:
    """The noun that a word is, its article left on and what joins it to the sentence left out; nothing for others."""
    for many in range(3):
        rest = word[many:]
        if fold(rest) in heads or fold(rest.removeprefix(_ARTICLE)) in heads:
            return rest
        if rest[:1] not in clitics:
            break
    return ""


def _by_capital(clause: str, letters: int, language: str) -> tuple[str, bool] | None:
    """Cyrillic and Greek: a name begins with a capital."""
    words = clause.split()
    best: tuple[int, int] | None = None
    for first, word in enumerate(words):
        many = len(words) - first
        far = abs(many - letters)
        if word[0].isupper() and many > 1 and far <= WIDEST and (best is None or far < best[0]):
            best = far, first
    return (" ".join(words[best[1] :]), FAIR) if best else None


def _clause(clause: str, letters: int, language: str) -> tuple[str, bool] | None:
    """A name that fills its clause, or what stands behind the last small word of it."""
    words = clause.split()
    for first in range(len(words) - 1, -1, -1):
        if words[first] in _POSTPOSITIONS:
            words = words[first + 1 :]
            break
    return (" ".join(words), FAIR) if 1 < len(words) <= letters + 1 else None


_BY_SCRIPT: Mapping[str, Callable[[str, int, str], tuple[str, bool] | None]] = {
    "CJK": _characters,
    "KATAKANA": _characters,
    "KATAKANA-HIRAGANA": _characters,
    "HANGUL": _korean,
    "ARABIC": _by_head,
    "HEBREW": _by_head,
    "CYRILLIC": _by_capital,
    "GREEK": _by_capital,
}
