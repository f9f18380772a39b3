"""Whether the words of an image describe it: `judge` tells descriptions from what only stands in their place.

    judge("Two herons in the reeds")                       described
    judge("IMG_2041.jpg")                                  poor: a camera's number
    judge("The old bridge", caption="The old bridge, 1901")  poor: the caption again

A judge of words is sure of little, so it speaks only where the words prove it: a short text, a name, a single word
describe until something shows that they do not. Nothing is decoration by its words; `decoration` wants proof.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from ebook.alternative_words import (
    ABOUT_FILES,
    AFTER_CAMERAS,
    AGENCIES,
    AGENCY_WORDS,
    ARTICLES,
    CAMERAS,
    CREDITS,
    GENERIC,
    LEFT_HANGING,
    NAME_JOINS,
    PLACEHOLDERS,
    QUALIFIERS,
    SMALL_PARTS,
    STOCK,
)
from ebook.languages import script_of
from ebook.recognition import passage_language, weigh
from ebook.words import WORDS


class State(StrEnum):
    """What an image says in words."""

    DESCRIBED = "described"
    DECORATIVE = "decorative"
    MISSING = "missing"
    POOR = "poor"


class Reason(StrEnum):
    """Why a text describes nothing, or describes badly, in words that end the sentence "it is …"."""

    PLACEHOLDER = "a placeholder that a program left"
    CODE = "markup, code or an address"
    MARKS = "only digits or marks"
    CAMERA = "a number that a camera, a telephone or an agency gave"
    FILE_NAME = "the name of a file"
    GENERIC = "only a word for images"
    CREDIT = "only the credit"
    CUT_OFF = "cut off"
    TOO_LONG = "too long to be read as one piece"
    CAPTION = "the caption again"
    BESIDE = "the words beside the image again"
    TITLE = "the title of the article again"
    STUFFING = "a row of keywords"
    LANGUAGE = "in another language than the text"


class Proof(StrEnum):
    """What proves that an image is decoration."""

    MARKUP = "an empty text alternative"
    ROLE = "its role"
    SIZE = "its size"
    SEPARATOR = "a separator that stands again and again"
    LOGO = "a logo that was shown before"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a text alternative is worth, and why."""

    state: State
    reason: Reason | None = None

    @property
    def describes(self) -> bool:
        """Whether the words say what the image shows, though perhaps at too great length."""
        return self.state is State.DESCRIBED or self.reason is Reason.TOO_LONG

    @property
    def tells(self) -> bool:
        """Whether the words are worth keeping where there is nothing better: a formula's code, a credit."""
        return self.state is not State.MISSING and self.reason not in _EMPTY


_EMPTY = frozenset({Reason.PLACEHOLDER, Reason.MARKS, Reason.CAMERA, Reason.FILE_NAME, Reason.GENERIC})
UNDESCRIBED = frozenset(
    words[key] for words in WORDS.values() for key in ("undescribed-image", "description-in-caption")
)
"""What an image without a description of its own says of itself, in every language."""
LONGEST = 250
"""Characters of a description that is still heard as one piece; a wide character counts for two."""
_SEVERAL_WORDS = 24
"""Length from which words in another language are no name or sign that is shown."""
_READ = 4000
"""Characters that are compared with a caption or the text around."""
_DESCRIBED, _MISSING = Judgement(state=State.DESCRIBED), Judgement(state=State.MISSING)


def judge(
    alt: str | None, *, file: str = "", caption: str = "", title: str = "", language: str = "", context: str = ""
) -> Judgement:
    """What the words of an image are worth; the more is known of what stands around it, the more is seen.

    `file` is the name of the image's file, `title` that of the article, `language` that of the text around, `context`
    the other words right beside the image (a link's text, a line below), not the whole article.
    """
    words = _squash((alt or "")[:_READ])
    if not words or words in UNDESCRIBED:
        return _MISSING
    reason = _by_itself(words) or _beside(words, file=file, caption=caption, title=title, context=context)
    if reason is None and language and _is_foreign(words, language):
        reason = Reason.LANGUAGE
    return _DESCRIBED if reason is None else Judgement(state=State.POOR, reason=reason)


def is_poor(alt: str) -> bool:
    """Whether a text alternative, by itself, says nothing: a file name, a word such as "image", a placeholder."""
    return judge(alt).reason in _EMPTY


def is_generic(alt: str) -> bool:
    """Whether words say that there is an image, and nothing else."""
    words = [stripped for word in _words(alt) if (stripped := re.sub(r"\d+", "", word))]
    telling = [word for word in words if word not in GENERIC and word not in QUALIFIERS]
    return bool(words) and len(words) <= 5 and not telling and any(word in GENERIC for word in words)


def decoration(
    *,
    alt: str | None,
    role: str = "",
    hidden: bool = False,
    sides: Sequence[int] = (),
    file: str = "",
    times: int = 1,
    captioned: bool = False,
) -> Proof | None:
    """What proves that an image is decoration, if anything: markup, a role, a size, or how often it stands there.

    `sides` are width and height in pixels as stated, `times` counts the places of the same file in the article.
    """
    if role in ("presentation", "none") or hidden:
        return Proof.ROLE
    if any(side <= _SPACER for side in sides):
        return Proof.SIZE
    if captioned:
        return None
    if alt is not None and not alt.strip():
        return Proof.MARKUP
    if times >= _OFTEN and not (alt or "").strip() and (_SEPARATOR.search(file) or _is_flat(sides)):
        return Proof.SEPARATOR
    if times > 1 and not (alt or "").strip() and _LOGO.search(file):
        return Proof.LOGO
    return None


_SPACER = 2
"""Pixels of a side that nobody sees."""
_OFTEN = 3
"""Places of one picture without words that make it a separator."""
_FLAT = 8
"""How many times wider than high a drawn line is."""
_SEPARATOR = re.compile(
    r"(?:^|[^a-z])(?:hr|rule|divider|separator|sep|spacer|ornament|flourish|fleuron|asterism|trenner|trennlinie|linie|"
    r"line|dinkus|vignette)(?:[^a-z]|$)",
    re.I,
)
_LOGO = re.compile(r"(?:^|[^a-z])logo(?:[^a-z]|$)", re.I)


def _is_flat(sides: Sequence[int]) -> bool:
    return len(sides) == 2 and sides[0] >= _FLAT * sides[1]


# What the words prove by themselves

_MARKS = " .,:;!?…*_-–—·|/()[]<>{}\"'“”„«»‘’"
_PLACEHOLDER = re.compile("|".join(PLACEHOLDERS), re.I)
_CODE = re.compile(
    r"<(?P<tag>[a-z]\w{0,9})\b[^<>]{0,300}>.*</(?P=tag)>|<[a-z]\w{0,9}\s[\w-]+=[\"']|<br\s?/?>|"
    r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|nbsp|quot|amp|lt|gt|apos|[lr][sd]quo);|"
    r"\\(?:frac|sqrt|operatorname|mathrm|mathbf|text|sum|int|begin|left|right|displaystyle)\b|[\w)}][\^_]\{|"
    r"\{\{|\}\}|\{%|\$\{|\[(?:caption|gallery|embed|image)\b[^\]]{0,300}\]|^[\[{]\s?[\"'][\w-]+[\"']\s?:|"
    r"\bfunction\s?\([^()]{0,80}\)\s?\{",
    re.I,
)
_ADDRESS = re.compile(r"https?://\S+")
_ENDING = r"\.(?:avif|bmp|gif|jfif|jpe?g|heic|png|svg|tiff?|webp|psd|eps)"
_WITH_ENDING = re.compile(rf".*\S{_ENDING}\W*", re.I)
_SERIAL = re.compile(r"[0-9a-f]{16,}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{8,}|[a-z]{0,4}[_-]?\d{7,}[a-z]?", re.I)
_CAMERA = re.compile(
    rf"(?:{CAMERAS})[ _.-]*\(?\d[\d\W_]*(?:(?:{AFTER_CAMERAS})(?![^\W\d_])[\d\W_]*)*|[plr]\d{{6,}}\W*", re.I
)
_STOCK_NAME = re.compile(rf"(?:{STOCK})[ _-]*(?:\S*\d{{5,}}\S*)", re.I)
_SLUG = re.compile(r"[^\W_]+(?:\.?[-_+]+[^\W_]+)+[-_]*")
_CREDIT = re.compile(rf"[\W_]*(?:{CREDITS})(?:\s*(?:by|par)\b|\s*[:：/©|]|\s+(?=©))\s*(?P<who>.+)", re.I)
_OWNED = re.compile(r"[\W_]*(?:©|\(c\)|copyright)\s*(?P<who>.+)", re.I)
_QUOTED = re.compile(r"[\"“”„«»‘’「『]")


@lru_cache(maxsize=1024)
def _by_itself(words: str) -> Reason | None:
    """What a text is, whatever image it belongs to."""
    if not any(map(_says, words)):
        return Reason.MARKS
    if _PLACEHOLDER.fullmatch(words.strip(_MARKS)):
        return Reason.PLACEHOLDER
    if _CODE.search(words) or sum(map(len, _ADDRESS.findall(words))) >= 0.4 * len(words):
        return Reason.CODE
    if _is_serial(words):
        return Reason.CAMERA
    if _is_file_name(words):
        return Reason.FILE_NAME
    if is_generic(_uncredited(words)):
        return Reason.GENERIC
    if _is_credit(words):
        return Reason.CREDIT
    if _is_cut(words):
        return Reason.CUT_OFF
    if _is_stuffed(words):
        return Reason.STUFFING
    return Reason.TOO_LONG if _length(words) > LONGEST else None


def _says(character: str) -> bool:
    """Whether a character can stand for something: letters and signs, not digits and the marks between words."""
    return unicodedata.category(character)[0] in "LMS" or character in ":;%&"


def _is_serial(words: str) -> bool:
    return len(words) <= 100 and any(p.fullmatch(words) for p in (_SERIAL, _CAMERA, _STOCK_NAME))


def _is_file_name(words: str) -> bool:
    """An ending, or words that are tied together as no writer ties them."""
    tokens = words.split()
    if _WITH_ENDING.fullmatch(words) and (len(tokens) <= 6 or ABOUT_FILES.isdisjoint(_words(words))):
        return True
    if len(tokens) > 1:
        return len(tokens) <= 3 and any(_is_tied(token) for token in tokens)
    parts = [part for part in re.split(r"[-_+.]+", words) if part]
    if not _SLUG.fullmatch(words) or len(parts) < 2:
        return False
    if len(parts) in (3, 4) and all(part in SMALL_PARTS for part in parts[1:-1]):
        return False  # lily-of-the-valley
    return (
        _is_tied(words)
        or len(parts) >= 4
        or (len(parts) == 3 and ((words.islower() and len(words) >= 16) or any(p.casefold() in GENERIC for p in parts)))
        or (len(parts) >= 3 and parts[-1].isdigit() and len(parts[-1]) <= 3)
    )


def _is_tied(token: str) -> bool:
    """Underscores between letters; those around a name of a programming language are the author's."""
    return bool(re.search(r"[^\W_]_+[^\W_]", token)) and not re.search(r"[()@.=\[\]#]", token)


def _is_credit(words: str) -> bool:
    """Names after a word such as "photo:", or agencies alone; a word of a sentence among them is a description."""
    inner = words.strip("()[] ")
    found = _CREDIT.fullmatch(inner) or _OWNED.fullmatch(inner)
    if found is None:
        named = _words(words)
        return len(named) > 1 and all(word in AGENCIES or word in AGENCY_WORDS for word in named)
    names = re.findall(r"[^\W\d_][\w.'’-]*", found["who"])
    if len(names) > 8 or any(n[0].islower() and n not in NAME_JOINS for n in names):
        return False
    shown = len(names) >= 3 and names[0].casefold() in ARTICLES  # "Foto: Die Alte Brücke" shows it, "Die Zeit" owns it
    return not shown and (len(names) <= 4 or _names_agency(found["who"]))


def _is_cut(words: str) -> bool:
    """A sentence that lacks its beginning or its end."""
    if re.match(r"[,;)\]]\s*\w", words):
        return True
    if len(words) >= 80 and words.endswith(("…", "...", "[…]", "[...]")):
        return True
    last = words.rsplit(None, 1)[-1]
    return len(words) >= 60 and last in LEFT_HANGING and "." not in words[-3:]


def _is_stuffed(words: str) -> bool:
    """Many short items in a row, most of one word, or the same word again and again; not the names of a group."""
    if re.fullmatch(r"[^\s,]+(?:,[^\s,]+){4,}", words):
        return True
    if words.islower() and len(words.split()) >= 8 and not re.search(r"[.,;:!?]", words):
        return script_of(words) == "LATIN" and not weigh(words).small
    items = [item.split() for item in re.split(r"[,;|#]", words) if item.strip()]
    if len(items) < 5 or any(len(item) > 6 for item in items) or _joins(items[-1]):
        return False
    single = sum(len(item) == 1 for item in items)
    if len(items) >= 6 and single >= 0.6 * len(items):
        return True
    common = [word.casefold() for item in items for word in set(item)]
    return any(common.count(word) >= max(3, 0.5 * len(items)) for word in set(common) if len(word) > 3)


def _joins(item: list[str]) -> bool:
    """Whether the last item of a list is joined to it as in a sentence."""
    return any(w in ("and", "or", "und", "oder", "et", "ou", "y", "e", "o", "en", "och", "og", "i", "и") for w in item)


def _length(words: str) -> int:
    return len(words) + sum(unicodedata.east_asian_width(c) in "WF" for c in words[: LONGEST + 1])


# What stands beside the image


def _beside(words: str, *, file: str, caption: str, title: str, context: str) -> Reason | None:
    """What a text repeats of that which is read anyway."""
    if file and _is_named_after(words, file, title):
        return Reason.FILE_NAME
    if caption and _repeats(words, caption[:_READ]):
        return Reason.CAPTION
    if title and not _LOGO.search(file) and _is_title(words, title):
        return Reason.TITLE
    return Reason.BESIDE if context and _is_beside(words, context[:_READ]) else None


def _is_beside(words: str, context: str) -> bool:
    """Whether the text around has the same words: as a line of their own, or so many that it is no chance."""
    around = _words(context)
    if "".join(_words(words)) == "".join(around):
        return len(around) >= 4
    own = _words(_uncredited(words))
    if len(own) < 4 or not _contains(around, own):
        return False
    return len(own) >= 8 or len(around) - len(own) <= 2 or bool(_line_of(own).match(context))


_LINE_ENDS = r"(?=\W*$|\W*(?-i:[A-ZÀ-ÞΑ-ΩА-Я])|\s*[|·–—(/©])"


def _line_of(own: list[str]) -> re.Pattern[str]:
    """Words at the start of a text, before a mark, a capital or the end."""
    return re.compile(r"\W*" + r"\W+".join(map(re.escape, own)) + _LINE_ENDS, re.I)


def _is_named_after(words: str, file: str, title: str) -> bool:
    """Whether a text was made from the file's name, by its signs: underscores, digits in words, sizes, all in a row."""
    name = file.split("?")[0].rsplit("/", 1)[-1]
    stem = _SIZED.sub("", re.sub(rf"{_ENDING}\w*$", "", name, flags=re.I))
    if words == name or _is_same_name(words, stem):
        return True
    size = re.search(r"\b(\d{2,4}x\d{2,4})\b", words)
    if size is not None and size[1] in name:
        return True
    rest = words.removesuffix(title).removeprefix(title).strip(" -–—|:") if title else words
    return rest != words and bool(stem) and _joined(_SIZED.sub("", rest)) == _joined(stem)


_SIZED = re.compile(r"[-_ ](?:\d{2,4}x\d{2,4}|scaled)$", re.I)
"""What is put behind a file's name for a smaller copy."""


def _is_same_name(words: str, stem: str) -> bool:
    """Whether a text is a file's name written as files are named, not a description that a file was named after."""
    if _joined(words) != _joined(stem):
        return False
    parts = re.split(r"[-_]+", words)
    if _SLUG.fullmatch(words) and len(parts) >= 3 and not all(part in SMALL_PARTS for part in parts[1:-1]):
        return True
    if re.search(r"[^\s_]_+[^\s_]", words) or (len(words.split()) >= 3 and re.search(r"[^\W\d][-_]\d{1,3}$", words)):
        return True
    if words != stem or not words.islower() or " " in words:
        return False
    short = words.isascii() and (len(words) <= 2 or any(c.isdigit() for c in words))
    return short or (len(parts) == 2 and min(map(len, parts)) >= 5)


def _repeats(words: str, caption: str) -> bool:
    """Whether a caption says all that a text says, and little more, or the text little more than the caption."""
    pairs = ((words, caption), (_uncredited(words), _uncredited(caption)))
    return any(_is_nearly(_words(_unlabelled(one)), _words(_unlabelled(other))) for one, other in pairs)


def _is_nearly(own: list[str], other: list[str]) -> bool:
    if not own or not other:
        return False
    if "".join(own) == "".join(other):
        return True
    more = len(other) - len(own)
    if more > 0 and _contains(other, own):
        return more <= min(2, len(own) - 1) or (len(own) >= 8) or 4 * more <= len(own)
    if more < 0 and len(other) >= 4 and _contains(own, other):
        return -8 * more <= len(other)
    return min(len(own), len(other)) >= 6 and SequenceMatcher(None, own[:80], other[:80]).ratio() >= 0.9


def _contains(text: list[str], words: list[str]) -> bool:
    """Whether words stand in a row in a text, however they are spaced."""
    return bool(words) and f" {' '.join(words)} " in f" {' '.join(text)} "


_BETWEEN = re.compile(r"\s[|–—·»-]\s|[:?!]\s|\s:\s")
"""What parts a title from its subtitle, and from the name of the site."""


_DATED = re.compile(r"(?:\s(?:in|for|of))?\s\(?(?:19|20)\d\d\)?$|\s\[[^\[\]]{1,60}\]$", re.I)
"""What titles of advice end with."""


def _is_title(words: str, title: str) -> bool:
    """Whether a text is the title, or one of its parts; a name may be both what is shown and the title."""
    title = _DATED.sub("", title) or title
    own, whole = _words(words), _words(title)
    parts = [whole, *(_words(part) for part in _BETWEEN.split(title))]
    if "".join(own) == "".join(whole):
        return len(own) >= 3 or (len(own) == 2 and title.split()[-1][0].islower())
    if len(own) >= 4 and any(_contains(part, own) and len(own) >= 0.6 * len(part) for part in parts):
        return True
    if min(len(own), len(whole)) >= 6 and (Counter(own) & Counter(whole)).total() >= 0.9 * max(len(own), len(whole)):
        return True
    more = len(own) - len(whole)
    if len(whole) < 4 or more < 0 or not _contains(own, whole):
        return False
    rest = own[len(whole) :] if own[: len(whole)] == whole else []
    led = len(whole) >= 5 and 0 < more <= 4 and bool(rest) and not any(word in GENERIC for word in rest)
    return led or more <= max(1, len(whole) // 4)


def _is_foreign(words: str, language: str) -> bool:
    """Whether a text is surely in another language; a quotation or a few words may be what the image shows."""
    return _length(words) >= _SEVERAL_WORDS and not _QUOTED.search(words) and bool(passage_language(words, language))


# Words


def _squash(text: str) -> str:
    return " ".join(text.split())


def _words(text: str) -> list[str]:
    """The words of a text, without case and marks; ideographs and kana in a row are one word each run."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("’", "'")
    spaced = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in plain)
    return spaced.split()


def _joined(text: str) -> str:
    return "".join(_words(text))


_TRAILING_CREDIT = re.compile(
    rf"[\s(\[|/·,.–—-]{{1,6}}(?:{CREDITS})\s*(?:(?:by|von|par)\b|[:：/©|]|courtesy|(?=\S+/)).*$|\s*[©|].*$", re.I
)
_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]{2,120})[)\]）]\W*$")
_LABEL = re.compile(r"\W*(?:image|photo|picture|foto|bild|figure|fig|abb|abbildung|video)\b\s*\d*\s*[:.]\s*", re.I)


def _uncredited(text: str) -> str:
    """A text without the credit at its end."""
    shorter = _TRAILING_CREDIT.sub("", text)
    bracket = _BRACKETS.search(shorter)
    if bracket and (_names_agency(bracket[1]) or _is_credit(bracket[1])):
        shorter = shorter[: bracket.start()]
    named = shorter.split()
    while len(named) > 1 and _is_agency(named[-1]):
        named.pop()
    return " ".join(named) if len(named) > 1 or not shorter.strip() else shorter


def _names_agency(text: str) -> bool:
    """An agency, or names on both sides of a stroke: the studio and the person."""
    names = re.split(r"\s*[/|]\s*", text)
    pair = len(names) == 2 and all(
        name and all(w[0].isupper() or w in NAME_JOINS for w in name.split()) for name in names
    )
    return pair or any(word in AGENCIES for word in _words(text))


def _is_name(text: str) -> bool:
    return bool(text) and all(word[0].isupper() or word in NAME_JOINS for word in text.split())


def _is_agency(word: str) -> bool:
    return word.strip(",.()").casefold() in (*AGENCIES, "images", "ap")


def _unlabelled(text: str) -> str:
    """A text without a word such as "Image:" before it."""
    return _LABEL.sub("", text, count=1) if _LABEL.match(text) else text
