"""How languages sort their letters, where that is not how the alphabet of all does (CLDR 48, collation/*.xml).

`a < b` sets `b` behind `a` as a letter of its own, `a = b` counts both as one letter as long as something else differs.
"""

from __future__ import annotations

from collections.abc import Mapping

_NORDIC = "z < æ = ä < ø = ö = ő < å = aa; y = ü"
_CROATIAN = "c < č < ć; d < dž < đ; l < lj; n < nj; s < š; z < ž"
_TURKISH = "c < ç; g < ğ; h < ı; o < ö; s < ş; u < ü"
TAILORED: Mapping[str, str] = {
    "az": "c < ç; e < ə; g < ğ; h < x < ı; k < q; o < ö; s < ş; u < ü",
    "be": "е < ё; у < ў",
    "bs": _CROATIAN,
    "cs": "c < č; h < ch; r < ř; s < š; z < ž",
    "cy": "c < ch; d < dd; f < ff; g < ng; l < ll; p < ph; r < rh; t < th",
    "da": _NORDIC,
    "eo": "c < ĉ; g < ĝ; h < ĥ; j < ĵ; s < ŝ; u < ŭ",
    "es": "n < ñ",
    "et": "s < š < z < ž; w < õ < ä < ö < ü < x",
    "fi": "z < å < ä = æ < ö = ø; y = ü",
    "fo": "a < á; d < ð; i < í; o < ó; u < ú; y < ý; z < æ = ä < ø = ö < å = aa",
    "hr": _CROATIAN,
    "hu": "c < cs; d < dz < dzs; g < gy; l < ly; n < ny; o < ö = ő; s < sz; t < ty; u < ü = ű; z < zs",
    "is": "a < á; d < ð; e < é; i < í; o < ó; u < ú; y < ý; z < þ < æ = ä < ö = ø < å",
    "lt": "a = ą; c < č; e = ę = ė; i = į = y; s < š; u = ų = ū; z < ž",
    "lv": "a < ā; c < č; e < ē; g < ģ; i = y < ī; k < ķ; l < ļ; n < ņ; o < ō; r < ŗ; s < š; u < ū; z < ž",
    "mk": "д < ѓ; т < ќ",
    "nb": _NORDIC,
    "nn": _NORDIC,
    "no": _NORDIC,
    "pl": "a < ą; c < ć; e < ę; l < ł; n < ń; o < ó; s < ś; z < ź < ż",
    "ro": "a < ă < â; i < î; s < ș = ş; t < ț = ţ",
    "sk": "a < ä; c < č; h < ch; o < ô; r < ř; s < š; z < ž",
    "sl": "c < č < ć; d < đ; s < š; z < ž",
    "sq": "c < ç; d < dh; e < ë; g < gj; l < ll; n < nj; r < rr; s < sh; t < th; x < xh; z < zh",
    "sv": "z < å < ä = æ < ö = ø; y = ü",
    "tr": _TURKISH,
    "uk": "г < ґ; и < і < ї < й",
    "vi": "a < ă < â; d < đ; e < ê; o < ô < ơ; u < ư",
}
ROOT = (
    "e < ə; i < ı; n < ŋ; t < ŧ; z < ʒ < þ; а < ә; г < ғ; д < ђ; е < є; ж < җ; з < ѕ; и < і = ї < й < ј; к < қ; л < љ; "
    "н < ң < њ; о < ө; т < ћ; у < ү < ұ; х < һ; ч < џ"
)
"""What every language sorts as letters of their own, although a base letter is in most of them."""
SPELT = {"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ς": "σ", "ĳ": "ij"}
"""Letters that Unicode does not take apart and that sort as others do."""
ACCENTS = "\u0313\u0314\u0301\u0300\u0306\u0302\u030c\u030a\u0342\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304"
"""Combining marks in the order of the root collation; others come after them."""
CAPITALS_FIRST = frozenset({"da", "mt"})
SIGNS = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$"
"""Signs in the order of the root collation; all stand before digits, and digits before letters."""
QUOTES = {"‘": "'", "’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "‐": "-", "‑": "-", "–": "-", "—": "-"}

SCRIPTS: tuple[tuple[str, int, int], ...] = (
    ("Latn", 0x41, 0x24F),
    ("Latn", 0x1E00, 0x1EFF),
    ("Grek", 0x370, 0x3FF),
    ("Grek", 0x1F00, 0x1FFF),
    ("Cyrl", 0x400, 0x52F),
    ("Geor", 0x10A0, 0x10FF),
    ("Armn", 0x530, 0x58F),
    ("Hebr", 0x590, 0x5FF),
    ("Arab", 0x600, 0x6FF),
    ("Deva", 0x900, 0x97F),
    ("Hang", 0xAC00, 0xD7A3),
    ("Kana", 0x3040, 0x30FF),
    ("Hani", 0x3400, 0x9FFF),
    ("Hani", 0x20000, 0x323AF),
)
"""The letters of scripts, in the order of the root collation."""
OWN_SCRIPT: Mapping[str, str] = {
    **dict.fromkeys("ru uk be bg mk sr kk ky mn tg tt".split(), "Cyrl"),
    **dict.fromkeys("ar fa ur ps".split(), "Arab"),
    **dict.fromkeys("he yi".split(), "Hebr"),
    **dict.fromkeys("hi mr ne sa".split(), "Deva"),
    "el": "Grek",
    "ka": "Geor",
    "hy": "Armn",
    "ko": "Hang",
    "zh": "Hani",
}
"""The script that a language sorts before all others (`[reorder …]` in CLDR); Japanese has Latin letters first."""
HAN_ORDER: Mapping[str, str] = {"zh": "gb2312", "zh-tw": "big5", "zh-hk": "big5", "zh-hant": "big5", "ja": "euc_jp"}
"""Character sets whose common characters stand in the order of their language: by pinyin, by strokes, by reading."""
PINYIN = "啊a 芭b 擦c 搭d 蛾e 发f 噶g 哈h 击j 喀k 垃l 妈m 拿n 哦o 啪p 期q 然r 撒s 塌t 挖w 昔x 压y 匝z".split()
"""The first common character of each initial letter, as GB 2312 holds them."""
