"""Latin short forms behind names in another script: "منظمة الصحة العالمية (WHO)", "世界保健機関（WHO）".

Neither letters nor, in most of these scripts, capitals say where the name begins, and not all that stands before a
bracket is a name: people have offices in brackets behind them. What tells: quotation marks around the name; a noun of
organisations, treaties and programmes, which Arabic, Hebrew and Persian begin such names with, and Chinese, Japanese,
Korean and Hindi end them with; the change of script before it in Japanese; a particle in Korean; in Cyrillic and Greek
a capital. Everything else is left.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from ebook.terms.alignment import fold, letters_of
from ebook.terms.longforms import Long, window
from ebook.terms.translations import STEMS

WIDEST = 2
"""Words that a name may have more or fewer than its short form has letters."""
_OFFICES = frozenset("CEO CFO COO CTO CIO CMO CPO VP SVP EVP PM MP MEP MD PHD VIP POTUS FLOTUS SCOTUS".split())
"""Short forms of what people are: the words before them are names of people."""
_QUOTED = re.compile(r"[«“„\"「『《]([^«»“”„\"「」『』《》]{4,80})[»”\"」』》]\s*$")
_STOP = re.compile(r"[،,、，。।؛：:؟?!！？\n]")
_HAN = re.compile(r"[㐀-䶿一-鿿々〆ァ-ヺー・ヶ]+$")
"""Chinese characters and Katakana, which Japanese writes names with; Hiragana joins them to the sentence."""
_KANA = re.compile(r"[ぁ-ゖ]")
_ENDS = re.compile(
    r"(?:组织|組織|机构|機構|機関|协会|協會|協会|联盟|聯盟|連盟|同盟|联合国|連合|银行|銀行|基金|委员会|委員会|委員會|理事会|理事會|大学|大學|研究所|"
    r"研究院|研究|学会|財団|财团|局|省|庁|部|署|院|党|公司|集团|集團|会社|法院|裁判所|法庭|議会|议会|计划|計画|計劃|条约|條約|条約|协定|協定|協議|"
    r"系统|系統|システム|センター|中心|ネットワーク|網|网|率|指数|指數|総生産|总值|生产总值|制度|知能|智能|病|症|症候群|技術|技术|変動|变化|政策|法)$"
)
"""What names of organisations and of things that have short forms end with."""
_CHINESE_LINKS = re.compile(
    r"[的了在和与與及由是对對被向从從为為于於但将將把给給据據说說称稱]|以及|根据|作为|包括|加入|成为|表示|宣布|[昨今明]天|昨日|今日|日前|近日|去年|今年"
)
_PARTICLES = re.compile(r"[은는이가을를의에와과도로]$|에서$|으로$|부터$|까지$|라는$|하는$|인$|한$")
"""Ends of Korean words that join them to the sentence."""
_KOREAN_ENDS = re.compile(
    r"(?:기구|기금|은행|연합|연맹|동맹|협회|위원회|연구소|연구원|대학교?|재단|센터|법원|의회|본부|기관|협정|조약|제도|시스템|지수|생산|지능|질환|증후군|"
    r"[가-힣]{2}(?:당|부|처|청|원|단|국|법|률))$"
)
_HINDI_ENDS = frozenset(
    "संगठन संघ बैंक कोष आयोग परिषद समिति मंत्रालय विश्वविद्यालय संस्थान संस्था केंद्र कार्यक्रम दल पार्टी न्यायालय बोर्ड एजेंसी उत्पाद सूचकांक "
    "अधिनियम योजना प्राधिकरण निगम".split()
)
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
    if (before.isascii() and before != '"') or not 2 <= len(short) <= 10 or short.upper() in _OFFICES:
        return None
    if not _is_latin(short):
        return None
    if quoted := _QUOTED.search(text[max(0, end - 100) : end]):
        return _long(quoted[1], short) if not _latin_letter(quoted[1][0]) else None
    find = _BY_SCRIPT.get(unicodedata.name(before, "").split(" ")[0])
    if find is None or not before.isalpha():
        return None
    clause = _STOP.split(window(text, end)[1])[-1].strip(_EDGES)
    name = find(clause, len(letters_of(short)), language.split("-")[0])
    return _long(name, short, translated=True) if name else None


def _long(name: str, short: str, *, translated: bool = False) -> Long | None:
    name = name.strip(_EDGES)
    return Long(name, 0.0, len(letters_of(short)), translated) if len(name) > len(short) else None


def _is_latin(short: str) -> bool:
    return all(_latin_letter(c) and c.isupper() for c in short if c.isalpha()) and any(map(str.isalpha, short))


def _latin_letter(character: str) -> bool:
    return character.isascii() or "LATIN" in unicodedata.name(character, "")


def _characters(clause: str, letters: int, language: str) -> str:
    """Chinese and Japanese: no blanks part the words."""
    run = _HAN.search(clause)
    if run is None:
        return ""
    begun = run.start() > 0 and _KANA.match(clause[run.start() - 1]) is not None
    name = run[0] if begun else _CHINESE_LINKS.split(run[0])[-1]
    return name if 3 <= len(name) <= 4 * letters + 4 and _ENDS.search(name) else ""


def _korean(clause: str, letters: int, language: str) -> str:
    words = clause.split()
    first = len(words) - 1
    while first > 0 and not _PARTICLES.search(words[first - 1]) and len(words) - first < letters + WIDEST:
        first -= 1
    name = " ".join(words[first:])
    return name if len(name) > 3 and _KOREAN_ENDS.search(name) else ""


def _by_head(clause: str, letters: int, language: str) -> str:
    """Arabic, Hebrew, Persian: a name begins with a noun such as "organisation"."""
    heads, clitics = _HEADS.get(language, frozenset()), _CLITICS.get(language, "")
    words = clause.split()
    for first in range(len(words) - 1, -1, -1):
        many = len(words) - first
        if many > letters + WIDEST:
            break
        head = _without_clitics(words[first], heads, clitics)
        if head and many > 1 and many >= letters - WIDEST:
            return " ".join([head, *words[first + 1 :]])
    return ""


def _without_clitics(word: str, heads: frozenset[str], clitics: str) -> str:
    """The noun that a word is, its article left on and what joins it to the sentence left out; nothing for others."""
    for many in range(3):
        rest = word[many:]
        if fold(rest) in heads or fold(rest.removeprefix(_ARTICLE)) in heads:
            return rest
        if rest[:1] not in clitics:
            break
    return ""


_CAPITALISED = tuple(stem for language in ("ru", "uk", "bg", "el") for stem in STEMS.get(language, ()))


def _by_capital(clause: str, letters: int, language: str) -> str:
    """Cyrillic and Greek: a name begins with a capital, and has a noun such as "organisation"."""
    words = clause.split()
    best: tuple[int, int] | None = None
    for first, word in enumerate(words):
        many = len(words) - first
        far = abs(many - letters)
        if word[0].isupper() and many > 1 and far <= WIDEST and (best is None or far < best[0]):
            best = far, first
    if best is None or not any(fold(word).startswith(_CAPITALISED) for word in words[best[1] :]):
        return ""
    return " ".join(words[best[1] :])


def _hindi(clause: str, letters: int, language: str) -> str:
    """What stands behind the last small word of its clause, where it ends with such a noun."""
    words = clause.split()
    for first in range(len(words) - 1, -1, -1):
        if words[first] in _POSTPOSITIONS:
            words = words[first + 1 :]
            break
    return " ".join(words) if words and words[-1] in _HINDI_ENDS and 1 < len(words) <= letters + 1 else ""


_BY_SCRIPT: Mapping[str, Callable[[str, int, str], str]] = {
    "CJK": _characters,
    "KATAKANA": _characters,
    "KATAKANA-HIRAGANA": _characters,
    "HANGUL": _korean,
    "ARABIC": _by_head,
    "HEBREW": _by_head,
    "CYRILLIC": _by_capital,
    "GREEK": _by_capital,
    "DEVANAGARI": _hindi,
}
"""How a name is found in each script: from (clause, letters of the short form, language) to the name, or nothing."""
