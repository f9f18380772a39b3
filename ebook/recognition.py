"""Which language a text is written in: by its script, its small words, its letters; nothing where that is not clear.

A wrong language makes a speech synthesiser unintelligible, so every doubt decides for saying nothing. The judge knows
the facts of `smallwords` and no statistics; the same text gets the same answer everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ebook.languages import SCRIPT_LANGUAGES, script_of
from ebook.smallwords import ENDINGS, LETTERS, SMALL_WORDS

SHORTEST = 4
"""Words below which a passage in a shared script is not judged."""
SAMPLE = 600
"""Characters from which one sees quickly that a passage is in the language around it."""
READ = 8_000
"""Characters of a text that are looked at."""

_MARKS = "\u0300-\u036f\u05b0-\u05c7\u064b-\u0652\u0900-\u0903\u093a-\u093c\u093e-\u094f\u200c"
_WORD = re.compile(rf"[^\W\d_]+(?:[{_MARKS}]+[^\W\d_]*)*")
_MACHINE = re.compile(r"(?<!\S)\S*(?:://|@|www\.|[\w-]\.[a-z]{2,4}\b/?)\S*|#\w+", re.I)
"""Addresses, handles and tags: no words of any language. Looked for where words start: Chinese may have no spaces."""
_MAYBE_MACHINE = re.compile(r"#|@|://|w\.|W\.|\.\w")
"""What every such address holds; most texts have none, and this is asked in a tenth of the time."""
_STARTS = re.compile(r"(?:^|[.!?:…]\s+|[«“„\"¿¡(—–-]\s*)([^\W\d_]+)")
_PLACEHOLDER = re.compile(
    r"\b(?:lorem ipsum|dolor sit amet|consectetur adipis|eiusmod tempor|tempor incididunt|labore et dolore|"
    r"minim veniam|ullamco laboris|aliquip ex ea|irure dolor|cillum dolore|occaecat cupidatat|"
    r"culpa qui officia|deserunt mollit|perspiciatis unde omnis)\b",
    re.I,
)
"""Printers' filler is no Latin."""
_BEYOND_LATIN = re.compile(
    "[\u0370-\u1dbf\u1f00-\u1fff\u2c80-\u2dff\u3040-\ua71f\ua800-\uab2f\uab70-\ufaff\ufb13-\ufdff\ufe70-\ufefc"
    "\uff66-\uffdc\U00010000-\U0001efff\U00020000-\U0003ffff]"
)

_KIN: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "da nb nn no",
        "hr sr bs sh",
        "id ms",
        "gl pt",
        "cs sk",
        "nl af fy",
        "ca oc",
        "hi mr ne sa",
        "bg mk",
        "ru uk be",
        "fa ar ur ps ckb ug sd",
        "is fo",
        "ga gd",
        "tr az uz",
        "zh yue ja",
        "el grc",
        "he yi",
        "en sco",
        "de lb gsw nds",
    )
)
"""Languages so near to each other that it takes more to tell them apart."""
_SAME: Mapping[str, str] = {
    "no": "nb",
    "bs": "hr",
    "sh": "hr",
    "fil": "tl",
    "cmn": "zh",
    "iw": "he",
    "in": "id",
    "mo": "ro",
}
"""Tags that the tables know under another name (ISO 639 macrolanguages and old codes)."""

_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
ALPHABETS: Mapping[str, frozenset[str]] = {
    "ru": frozenset(_CYRILLIC + "ё"),
    "uk": frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "be": frozenset("абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
    "bg": frozenset("абвгдежзийклмнопрстуфхцчшщъьюяѝ"),
    "mk": frozenset("абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ"),
    "sr": frozenset("абвгдђежзијклљмнњопрстћуфхцчџш"),
    "kk": frozenset(_CYRILLIC + "ёәғқңөұүһі"),
    "mn": frozenset(_CYRILLIC + "ёөү"),
    "ar": frozenset("ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"),
    "fa": frozenset("ءآأؤئابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"),
    "ur": frozenset("ءآأؤئابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھیےۂۓ"),
    "ps": frozenset("ءآأئابپتټثجځچڅحخدډذرړزژږسشښصضطظعغفقکګگلمنڼوهیېيۍىؤ"),
    "ckb": frozenset("ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەھیێ"),
    **{language: frozenset("abcdefghijklmnopqrstuvwxyz'" + more) for language, more in LETTERS.items()},
}
"""The letters of each language; a word with others is foreign to it."""
_NAMELIKE = frozenset(
    "a al am an at au aus aux da das de degli dei del della delle den der des di die do dos du e el en et for "
    "fra für het i il im in la las le les lo los na nas no of og och op pour sur te the til u und v van von y z "
    "zu zum zur à å ve và d l".split()
)
"""Small words that stand in the names of people, places and bodies."""
_ZH = frozenset("的了们們这這说說没沒吗嗎么麼您她它")
_GREEK_WORD = re.compile("(?=[Α-ω]*[άέήίόύώϊϋΐΰ\u1f00-\u1fff])[\u0370-\u03ff\u1f00-\u1fff]{3}")
"""Three letters, one of them with an accent: no formula."""
_ALSO_JAPANESE = frozenset("的了沒没她它")
_YUE = frozenset("嘅咗唔喺嚟哋")
_HANS = frozenset("们这说么个时为对还过动经发无见书东车马门问间长风语读亲爱习听欢")
_HANT = frozenset("們這說沒麼個國學會時為來對還過動經發無見書東車馬門問間長風語讀親愛習聽歡")


_SEVERAL_SCRIPTS = frozenset("az uz ms".split())
"""Languages that are written in other letters as well, whatever the tag says."""
_SCRIPTED = frozenset(tag.split("-")[0] for tag in SCRIPT_LANGUAGES.values()) | {"yue"}


def _index() -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Each small word with its languages; a word that many languages share says little of one."""
    languages: dict[str, list[str]] = {}
    for language, words in SMALL_WORDS.items():
        for word in words:
            languages.setdefault(word, []).append(language)
    return {word: tuple((one, len(found) ** -0.5) for one in found) for word, found in languages.items()}


def _ending_index() -> Mapping[str, tuple[tuple[str, float], ...]]:
    languages: dict[str, list[str]] = {}
    for language, endings in ENDINGS.items():
        for ending in endings:
            languages.setdefault(ending, []).append(language)
    return {e: tuple((one, 0.35 / len(found)) for one in found) for e, found in languages.items() if len(e) > 1}


_LANGUAGES_OF = _index()
_TELLING: Mapping[str, frozenset[str]] = {
    language: frozenset(word for word in words if len(_LANGUAGES_OF[word]) <= 2)
    for language, words in SMALL_WORDS.items()
}
"""The small words of a language that at most one other has."""
_LANGUAGES_OF_ENDING = _ending_index()
_LETTER_LANGUAGES: Mapping[str, tuple[str, ...]] = {
    letter: known
    for letter in sorted(set("".join("".join(sorted(alphabet)) for alphabet in ALPHABETS.values())))
    if letter > "z"
    and len(known := tuple(one for one, alphabet in ALPHABETS.items() if letter in alphabet))
    <= (4 if letter > "\u0370" else 99)
}
"""Letters that speak for the languages which have them; of Cyrillic and Arabic ones those that few share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for each language in a text of one script."""

    words: int
    """Words in all."""
    common: int
    """Words that are no names: written small, or beginning a sentence."""
    scores: Mapping[str, float]
    support: Mapping[str, float]
    """How many words speak for each language: small words whole, endings and letters half."""
    small: Mapping[str, frozenset[str]]
    """The different small words of each language that were found."""

    def ranked(self) -> list[tuple[float, str]]:
        """Scores, the best first; equal ones by tag."""
        return sorted(((score, one) for one, score in self.scores.items()), key=lambda pair: (-pair[0], pair[1]))


def weigh(text: str) -> Evidence:
    """The evidence in a text, by its small words, endings and letters."""
    text = text[:READ]
    if _MAYBE_MACHINE.search(text):
        text = _MACHINE.sub(" ", text)
    text = unicodedata.normalize("NFC", text).replace("’", "'")
    if text.isupper():
        text = text.lower()
    starts = {match.start(1) for match in _STARTS.finditer(text)}
    words = [(m[0], m.start() in starts) for m in _WORD.finditer(text)]
    plain = Counter(word.lower() for word, first in words if first or not word[0].isupper())
    scores: dict[str, float] = {}
    support: dict[str, float] = {}
    small: dict[str, set[str]] = {}
    for word, count in plain.items():
        for language, weight in _LANGUAGES_OF.get(word, ()):
            scores[language] = scores.get(language, 0.0) + weight * count
            support[language] = support.get(language, 0.0) + count
            small.setdefault(language, set()).add(word)
    for word, count in plain.items():
        if word not in _LANGUAGES_OF and len(word) > 3:
            for language, weight in _weigh_form(word, scores).items():
                scores[language] += weight * count
                support[language] += 0.5 * count if weight > 0 else 0.0
    return Evidence(
        words=len(words),
        common=plain.total(),
        scores={one: score for one, score in scores.items() if score > 0},
        support=support,
        small={one: frozenset(found) for one, found in small.items()},
    )


def _weigh_form(word: str, named: Iterable[str]) -> dict[str, float]:
    """What the letters and the ending of a word say of the languages that some small word has named."""
    weights: dict[str, float] = {}
    for length in (2, 3, 4, 5, 6):
        if len(word) > length + 1:
            weights.update(_LANGUAGES_OF_ENDING.get(word[-length:], ()))
    if word[:2] == "ال":
        weights["ar"] = 0.5
    foreign = {letter for letter in word if letter > "z"}
    if foreign:
        for letter in foreign:
            known = _LETTER_LANGUAGES.get(letter, ())
            for language in known:
                weights[language] = weights.get(language, 0.0) + 0.5 / len(known) ** 0.5
        for language, alphabet in ALPHABETS.items():
            if not alphabet.issuperset(foreign):
                weights[language] = -0.8
    return {language: weight for language, weight in weights.items() if language in named}


def guess(text: str) -> str:
    """The language of a whole article, or nothing where it is not clear."""
    text = text[:READ]
    script = script_of(text)
    by_script = _of_script(text, script)
    if by_script is not None:
        return by_script or SCRIPT_LANGUAGES.get(script, "")
    evidence = weigh(text)
    ranked = evidence.ranked()
    if evidence.words < 8 or not ranked or _PLACEHOLDER.search(text):
        return ""
    best, language = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    sure = best >= 0.12 * evidence.words and best >= 1.15 * second and len(evidence.small[language]) >= 3
    if sure:
        return language
    return SCRIPT_LANGUAGES.get(script, "") if script in ("CYRILLIC", "ARABIC", "DEVANAGARI") else ""


def passage_language(text: str, around: str) -> str:
    """The language of a passage where it is surely another than that of the text around it; else nothing."""
    text = text[:READ]
    beyond = bool(_BEYOND_LATIN.search(text))
    if not beyond and sum(text.count(gap) for gap in " '’") < SHORTEST - 1:
        return ""
    script = script_of(text) if beyond else "LATIN"
    home = _known(around)
    found = _of_script(text, script, home) if beyond else None
    if found is None:
        found = _by_words(text, home)
    if not found or not home or _primary(found) == home or _PLACEHOLDER.search(text):
        return ""
    if home == "ja" and _primary(found) == "zh" and len(set(text) & (_ZH | _HANS) - _ALSO_JAPANESE) < 2:
        return ""
    return found


def contradicts(text: str, stated: str) -> str:
    """The language a whole text is plainly written in where that is not the stated one; else nothing."""
    home = _known(stated)
    if belongs(text[: 5 * SAMPLE], stated):
        return ""
    found = guess(text)
    if not found or not home or _primary(found) == home or _kin(_primary(found), home):
        return ""
    script = script_of(text)
    if len(text) > 200 and _script_differs(script, home) and "latn" not in stated.lower():
        return found
    evidence = weigh(text)
    best, own = evidence.scores.get(found, 0.0), evidence.scores.get(home, 0.0)
    judged = home in SMALL_WORDS or _is_scripted(home)
    sure = judged and evidence.words >= 60 and best >= 0.2 * evidence.words and own <= 0.5 * best
    return found if sure else ""


def belongs(text: str, language: str) -> bool:
    """Whether a text is plainly in a language: words that hardly any other language has. Quick; no is no answer."""
    telling = _TELLING.get(_known(language))
    if not telling:
        return False
    words = _WORD.findall(text.lower())
    found = sum(map(telling.__contains__, words))
    return found >= 2 and found >= 0.1 * len(words)


def prefers(text: str, one: str, other: str) -> bool:
    """Whether more in a text speaks for one language than for another."""
    scores = weigh(text).scores
    return scores.get(_known(one), 0.0) > scores.get(_known(other), 0.0)


def script_language(text: str, around: str) -> str:
    """The language of a few words that only one language writes so, in a text of Latin letters; else nothing."""
    script = script_of(text)
    if script == "LATIN" or _primary(around) in _SCRIPTED:
        return ""
    if sum(c.isalpha() for c in text) < 2:
        return ""
    found = _of_script(text, script)
    return passage_language(text, around) if found is None else found


def _known(tag: str) -> str:
    primary = _primary(tag)
    return _SAME.get(primary, primary)


def _primary(tag: str) -> str:
    return tag.split("-")[0].lower()


def _kin(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _KIN)


def _is_scripted(language: str) -> bool:
    return language in _SCRIPTED


def _script_differs(script: str, home: str) -> bool:
    """Whether a language that is written in Latin letters is stated for a text in others."""
    return script in SCRIPT_LANGUAGES and home in LETTERS and home not in _SEVERAL_SCRIPTS


def _of_script(text: str, script: str, home: str = "") -> str | None:
    """The language that a script alone or a few letters tell; empty where unclear, None where words must decide."""
    if script in ("CJK", "HIRAGANA", "KATAKANA"):
        return _east_asian(text, home)
    if script == "HEBREW":
        yiddish = len(weigh(text).small.get("yi", ())) >= 2
        return "yi" if yiddish else "he"
    if script == "GREEK":
        return _greek(text)
    if script == "BENGALI":
        return "as" if "\u09f0" in text or "\u09f1" in text else "bn"
    if script == "ETHIOPIC":
        return "ti" if "እዩ" in text else "am"
    if script in ("CYRILLIC", "ARABIC", "DEVANAGARI"):
        return None
    return SCRIPT_LANGUAGES.get(script)


def _east_asian(text: str, home: str) -> str:
    letters = [c for c in text[:4000] if c.isalpha()]
    kana = sum("\u3041" <= c <= "\u30ff" or "\uff66" <= c <= "\uff9d" for c in letters)
    if kana >= 2 and kana >= (0.25 if home in ("zh", "yue", "ko") else 0.1) * len(letters):
        return "ja"
    if kana or len(letters) < SHORTEST:
        return ""
    found = set(letters)
    if len(found & _YUE) >= 2:
        return "yue"
    if not found & _ZH and not found & _HANS:
        return ""
    simple, full = len(found & _HANS), len(found & _HANT)
    if simple > full:
        return "zh-Hans"
    return "zh-Hant" if full > simple else "zh"


def _greek(text: str) -> str:
    """Modern Greek, ancient where its small words say so; breathings without such words, or mere symbols: unclear."""
    if not _GREEK_WORD.search(text):
        return ""
    small = weigh(text).small
    if any("\u1f00" <= c <= "\u1fff" for c in text):
        return "grc" if len(small.get("grc", ())) > len(small.get("el", ())) else ""
    return "el"


def _by_words(text: str, home: str) -> str:
    """The language whose small words carry a passage, if it is far ahead of all others and of that around it."""
    evidence = weigh(text)
    ranked = evidence.ranked()
    if evidence.words < SHORTEST or not ranked or (home not in SMALL_WORDS and not _is_scripted(home)):
        return ""
    best, language = ranked[0]
    second = ranked[1][0] if len(ranked) > 1 else 0.0
    own = evidence.scores.get(home, 0.0)
    small = evidence.small[language]
    few = evidence.words < 8
    clear = (
        best >= (1.5 if few or len(small) < 3 else 1.2) * second
        and evidence.support[language] >= max(2.0, (0.45 if few else 0.28) * evidence.words)
        and own <= 0.3 * best
    )
    return language if clear and _is_prose(evidence, language, small) and _is_apart(evidence, language, home) else ""


def _is_prose(evidence: Evidence, language: str, small: frozenset[str]) -> bool:
    """Whether a passage is more than a name: real small words, and words written small that no name has."""
    if language not in LETTERS:
        return len(small) >= (1 if evidence.words < 6 else 2)
    real = [word for word in small if len(word) > 1]
    if len(real) < (3 if evidence.words == SHORTEST else 2):
        return False
    common = evidence.common / evidence.words
    if small <= _NAMELIKE:
        return language != "de" and common >= 0.8 and evidence.common >= len(small) + 3
    return common >= (0.4 if language in ("de", "lb") else 0.6)


def _is_apart(evidence: Evidence, language: str, home: str) -> bool:
    """Whether a near relative of the language around is told apart by more than a few words."""
    if not _kin(language, home):
        return True
    ahead = evidence.scores[language] - evidence.scores.get(home, 0.0)
    return len(evidence.small[language]) >= 5 and ahead >= 2.5
