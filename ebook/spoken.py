"""Says a formula in words, for reports and for reading systems that cannot speak MathML.

    <math><msqrt><mi>x</mi></msqrt><mo>=</mo><mn>2</mn></math>   ->   the square root of x equals 2

The words are those of a person reading aloud, with an end said where it would not be heard. English, French, German,
Spanish, Danish, Dutch, Italian and Portuguese; every other language gets English. Formulas of other kinds than
presentation MathML are read as the text they hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from ebook.markup import Element, squash, text_of
from ebook.spoken_words import CONSTRUCTS, FUNCTIONS, GREEK, LANGUAGES, OPERATORS, SAME, SYMBOLS

APPLY, TIMES, SEPARATOR, PLUS = "\u2061", "\u2062", "\u2063", "\u2064"
"""Invisible operators (MathML 3 §3.2.5.5)."""
_SILENT = frozenset((APPLY, TIMES, PLUS, "", "\u200b"))
_CLOSING: Mapping[str, str] = {
    "(": ")", "[": "]", "{": "}", "⟨": "⟩", "|": "|", "‖": "‖", "⌊": "⌋", "⌈": "⌉",
}  # fmt: skip
_ROWS = frozenset("mrow mstyle mpadded merror math semantics maction menclose".split())
_FIRST_ONLY = frozenset(("semantics", "maction"))
_UNHEARD = frozenset("mspace annotation annotation-xml mphantom none mprescripts".split())
_LARGE = frozenset("∑∏∫∬∭∮⋃⋂")
_ENDS_ARGUMENT = frozenset(OPERATORS) - frozenset("([{⟨∞∅∂∇!%×⋅/÷")
"""Signs before which the argument of a function without parentheses ends."""
_ACCENTS: Mapping[str, str] = {
    "^": "hat", "ˆ": "hat", "\u0302": "hat", "¯": "bar", "‾": "bar", "_": "bar", "―": "bar", "\u0305": "bar",
    "\u0304": "bar", "→": "vector", "⃗": "vector", "⟶": "vector", "~": "tilde", "˜": "tilde", "∼": "tilde",
    "\u0303": "tilde", "˙": "dot", ".": "dot", "\u0307": "dot", "¨": "double-dot", "..": "double-dot",
    "\u0308": "double-dot",
}  # fmt: skip
_MARKS: Mapping[str, str] = {
    "′": "prime", "'": "prime", "’": "prime", "″": "double-prime", "′′": "double-prime", "''": "double-prime",
    "∗": "star", "⊤": "transposed", "∘": "degrees", "°": "degrees",
}  # fmt: skip
"""What stands raised and is no power."""
_LETTERS = frozenset("fghFGHP")
"""Letters that before a bracket are functions."""
_DOUBLE_STRUCK = {"N": "ℕ", "Z": "ℤ", "Q": "ℚ", "R": "ℝ", "C": "ℂ"}
_CONTRACTIONS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "fr": (("de le", "du"), ("de les", "des"), ("à le", "au"), ("à les", "aux")),
    "de": tuple((f"von die {n}", f"der {n}") for n in "natürlichen ganzen rationalen reellen komplexen".split()),
    "es": (("de el", "del"), ("a el", "al")),
    "it": (("di il", "del"), ("di la", "della"), ("a il", "al"), ("a i numeri", "ai numeri")),
    "pt": (("de o", "do"), ("de os", "dos"), ("a os", "aos")),
}
"""Articles that grow together with the word before them. Before a variable of one letter they do not."""
_BEFORE_APOSTROPHE = {"it": ("di l’", "dell’")}
_DIFFERENTIALS = frozenset(("d", "∂", "∇", "Δ", "δ", "D"))
"""Signs that belong to what follows them, and multiply nothing."""
_WIDE = re.compile(r"\s*(?:0?\.[6-9]\d*|[1-9]\d*(?:\.\d+)?)\s*em|\s*[12]\d(?:\.\d+)?\s*p[xt]")
"""Widths of spaces between formulas (`\\quad` and wider)."""
Items = Sequence[Element]


def speak(formula: Element, language: str) -> str:
    """A formula in the words of a language (any BCP 47 tag; else in English)."""
    return _Speaker(voice(language)).whole(formula)


def voice(language: str) -> str:
    """The language in which formulas of a language are said."""
    primary = language.split("-")[0].lower()
    return primary if primary in LANGUAGES else "en"


class _Speaker:
    """Says the parts of one formula in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.column = LANGUAGES.index(language)

    def whole(self, formula: Element) -> str:
        text = re.sub(r"\s+([,;:.])", r"\1", squash(self.row([formula])))
        text = re.sub(r",+(?=[,;:.])", "", text).rstrip(",")
        for pair in _CONTRACTIONS.get(self.language, ()):
            text = re.sub(rf"\b{pair[0]}(?= \w)", pair[1], text)
        before, after = _BEFORE_APOSTROPHE.get(self.language, ("\x00", ""))
        return text.replace(before, after)

    def say(self, key: str, a: str = "", b: str = "", c: str = "", **more: object) -> str:
        return CONSTRUCTS[key][self.column].format(a=a, b=b, c=c, **more)

    def with_end(self, key: str, end: str, plain: bool, a: str = "", b: str = "") -> str:
        """A construct, and where it ends if that is not plain to hear."""
        return self.say(key, a, b) + ("" if plain else f", {self.say(end)},")

    # Rows

    def row(self, items: Items) -> str:
        """Elements in a row, brackets matched and functions applied."""
        flat = _flat(items)
        said: list[str] = []
        position, left = 0, ""
        while position < len(flat):
            right = self.factor(flat, position)
            if left and right and _is_product(left, right) and not _is_apart(flat[position]):
                said.append(OPERATORS["×"][self.column])
            left = left if _sign(flat[position]) == TIMES else right
            phrase, position, joined = self.next(flat, position, said)
            if joined and said:
                said[-1] = phrase
            elif phrase:
                said.append(phrase)
        return " ".join(said).strip()

    def factor(self, flat: Items, position: int) -> str:
        """What kind of factor something is that stands beside others without a sign: nothing where it is none."""
        item = flat[position]
        base = _base(item)
        if _sign(item) == "(":
            return "bracket" if _end_of(flat, position, "(") else ""
        if self.is_function(item):
            return "function" if self.argument(flat, position) else "letter" * (_name(base) in _LETTERS)
        if base.tag == "mfrac":
            content = _flat([base[0]]) if len(base) else []
            if content and _name(_base(content[0])) in _DIFFERENTIALS:
                return ""  # d over d x is said of what follows, and multiplies nothing
            return "number-fraction" if base is item and _is_of_numbers(base) else "fraction"
        if base.tag in ("msqrt", "mroot"):
            return "root"
        if base.tag == "mn":
            return "number"
        known = _name(base) in _DIFFERENTIALS or _name(base) in FUNCTIONS or _sign(base) not in ("", "\x00")
        return "letter" if base.tag == "mi" and text_of(base) and not known else ""

    def next(self, flat: Items, position: int, said: Sequence[str]) -> tuple[str, int, bool]:
        """(what is said, where the next thing stands, whether it takes the place of what was said last)."""
        item = flat[position]
        sign = _sign(item)
        if sign == ":" and position + 1 < len(flat) and _sign(flat[position + 1]) == "=":
            return OPERATORS[":="][self.column], position + 2, False
        if sign in _CLOSING:
            end = _end_of(flat, position, sign)
            if end:
                return self.bracketed(sign, flat[position + 1 : end], flat[end]), end + 1, False
            if sign == "{" and position + 1 < len(flat) and flat[position + 1].tag == "mtable":
                return self.cases(flat[position + 1]), position + 2, False
        if sign == "→" and any(_sign(e) == ":" for e in flat[:position]):
            return OPERATORS["↦"][self.column], position + 1, False  # a function and its sets
        if sign == "!" and said:
            return self.say("factorial", said[-1]), position + 1, True
        if sign in ("°", "′", "″") and said:
            return self.say(_MARKS[sign], said[-1]), position + 1, True
        if self.is_function(item) and (end := self.argument(flat, position)):
            return self.applied(flat, position, end), end, False
        return self.one(item), position + 1, False

    def bracketed(self, sign: str, inside: Items, close: Element) -> str:
        """What stands in brackets, with what is set at the closing one."""
        phrase = self.inside(sign, inside)
        if close.tag in ("msup", "msub", "msubsup"):
            phrase = self.scripts(phrase, close)
        return phrase

    def inside(self, sign: str, inside: Items) -> str:
        content = _flat(inside)
        alone = content[0] if len(content) == 1 else None
        plain = self.is_plain(content)
        if alone is not None and alone.tag == "mtable" and sign in "([|‖{":
            return self.matrix(alone, "determinant" if sign in "|‖" else "matrix")
        if alone is not None and sign == "(" and _is_choice(alone):
            return self.one(alone)
        if sign == "{":
            return self.say("set", self.parted(content, "such-that"))
        if sign == "|":
            return self.with_end("absolute", "end-absolute", plain, self.row(content))
        if sign == "‖":
            return self.with_end("norm", "end-norm", plain, self.row(content))
        if sign in "⌊⌈":
            return self.say("floor" if sign == "⌊" else "ceiling", self.row(content))
        words = self.parted(content, "given") if sign == "(" else self.row(content)
        return f"{OPERATORS[sign][self.column]} {words} {OPERATORS[_CLOSING[sign]][self.column]}"

    def parted(self, content: Items, word: str) -> str:
        """A row with a bar that stands alone in it, said as a word."""
        bars = [n for n, e in enumerate(content) if _sign(e) in ("|", ":")]
        bars = bars if word == "such-that" else [n for n in bars if _sign(content[n]) == "|"]
        if len(bars) != 1 or not 0 < bars[0] < len(content) - 1:
            return self.row(content)
        return f"{self.row(content[: bars[0]])} {self.say(word)} {self.row(content[bars[0] + 1 :])}"

    # Functions

    def is_function(self, item: Element) -> bool:
        """Whether something is applied to what follows: a named function, or a letter that is used as one."""
        base = _base(item)
        return base.tag in ("mi", "mo", "mtext") and (
            _name(base) in FUNCTIONS or (base.tag == "mi" and _name(base) in _LETTERS)
        )

    def argument(self, flat: Items, position: int) -> int:
        """Where the argument of the function at a position ends, or 0 where it has none."""
        start = position + 1
        applied = start < len(flat) and _sign(flat[start]) == APPLY
        start += applied
        if start >= len(flat):
            return 0
        if _sign(flat[start]) == "(" and (end := _end_of(flat, start, "(")):
            return end + 1
        named = _name(_base(flat[position])) in FUNCTIONS
        if not named and not applied:
            return 0
        end = start
        while end < len(flat) and (_sign(flat[end]) not in _ENDS_ARGUMENT and _sign(flat[end]) not in (",", ";", "|")):
            if end > start and (self.is_function(flat[end]) or _is_differential(flat, end)):
                break
            if _sign(flat[end]) in _CLOSING and (close := _end_of(flat, end, _sign(flat[end]))):
                end = close
            end += 1
        if end == start and start + 1 < len(flat) and _sign(flat[start]) == "−":
            end = start + 2
        return end if end > start else 0

    def applied(self, flat: Items, position: int, end: int) -> str:
        start = position + 1 + (_sign(flat[position + 1]) == APPLY)
        content = list(flat[start:end])
        if _sign(content[0]) == "(" and _sign(content[-1]) == ")":
            inner = _flat(content[1:-1])
            listed = all(self.is_plain([e]) or _sign(e) == "," for e in inner)
            if self.is_plain(inner) or listed:
                content = inner
        words = self.row(content)
        item = flat[position]
        name = _name(_base(item))
        if item.tag in ("munder", "msub") and name in FUNCTIONS:
            low = self.row([item[1]])
            if name == "lim":
                return f"{self.say('limit', b=low)} {words}"
            if name in ("log", "ln"):
                return self.say("apply", self.say("base", self.one(item[0]), low), words)
            return f"{self.say('at', self.one(item[0]), low)} {words}"
        return self.say("apply", self.one(item), words)

    # Single elements

    def one(self, item: Element) -> str:
        """One element that stands by itself."""
        tag = str(item.tag)
        if tag in _UNHEARD:
            return ""
        if tag in ("mi", "mn", "mtext", "ms", "mo"):
            return self.token(item)
        if tag in _ROWS or len(item) == 0:
            return self.row([item]) if len(item) else text_of(item)
        handler = {
            "mfrac": self.fraction, "msqrt": self.root, "mroot": self.root, "mtable": self.lines,
            "mfenced": self.fenced, "mmultiscripts": self.multiscripts,
        }.get(tag)  # fmt: skip
        if handler is not None:
            return handler(item)
        if tag in ("msub", "msup", "msubsup", "munder", "mover", "munderover"):
            return self.scripted(item)
        return self.row(list(item))

    def token(self, item: Element) -> str:
        text = _name(item)
        if item.tag in ("mn", "ms"):
            return text
        if item.tag == "mtext":
            return squash(text_of(item))
        if item.get("mathvariant") == "double-struck":
            text = _DOUBLE_STRUCK.get(text, text)
        if text in _SILENT:
            return ""
        if text in _LARGE and item.tag == "mo":
            return self.say("whole", OPERATORS[text][self.column])
        for table in (SYMBOLS, FUNCTIONS, OPERATORS, GREEK):
            if text in table:
                return table[text][self.column]
        if len(text) == 1 and text.lower() != text:
            return self.say("capital", self.letter(text.lower()) if text.lower() in GREEK else text)
        return {SEPARATOR: ",", "|": self.say("given"), ":": ","}.get(text, text)

    def letter(self, text: str) -> str:
        return GREEK[text][self.column]

    def fraction(self, item: Element) -> str:
        above, below = (self.row([part]) for part in list(item)[:2])
        if _is_choice(item):
            return self.say("choose", above, below)
        plain = self.is_plain([item[0]]) and self.is_plain([item[1]])
        return self.say("fraction", above, below) if plain else self.say("long-fraction", above, below) + ","

    def root(self, item: Element) -> str:
        content = list(item) if item.tag == "msqrt" else [item[0]]
        order = "" if item.tag == "msqrt" else self.row([item[1]])
        key = "root" if order in ("", "2") else "cube-root" if order == "3" else "nth-root"
        return self.with_end(key, "end-root", self.is_plain(content), self.row(content), order)

    def scripted(self, item: Element) -> str:
        base = item[0]
        sign = _sign(_base(item))
        if sign in _LARGE:
            return self.large(item, OPERATORS[sign][self.column])
        if _name(base) == "lim" and item.tag in ("munder", "msub"):
            return self.say("limit", b=self.row([item[1]]))
        if _name(base) in ("log", "ln") and item.tag == "msub":
            return self.say("base", self.one(base), self.row([item[1]]))
        if item.tag in ("munder", "mover", "munderover"):
            return self.stacked(item)
        return self.scripts(self.one(base), item)

    def large(self, item: Element, name: str) -> str:
        if len(item) > 2:
            return self.say("range", name, self.row([item[1]]), self.row([item[2]]))
        if item.tag in ("msup", "mover"):
            return f"{name} {self.row([item[1]])}"
        return self.say("over", name, self.row([item[1]]))

    def stacked(self, item: Element) -> str:
        said = self.one(item[0])
        for key, part in zip(
            {"munder": ("below",), "mover": ("above",)}.get(str(item.tag), ("below", "above")), item[1:], strict=False
        ):
            sign = text_of(part)
            accent = _ACCENTS.get(sign, "") if key == "above" or sign in "_¯‾" else ""
            if accent:
                said = self.say(accent, said)
            elif sign not in ("⏞", "⏟", "︷", "︸"):
                said = self.say(key, said, self.row([part]))
        return said

    def scripts(self, base: str, item: Element) -> str:
        """What was said with what is set below and above the line behind it."""
        low = item[1] if item.tag in ("msub", "msubsup") else None
        high = item[-1] if item.tag in ("msup", "msubsup") else None
        said = base
        if low is not None:
            said = self.index(said, low)
        return self.power(said, high) if high is not None else said

    def index(self, base: str, low: Element) -> str:
        listed = all(e.tag in ("mi", "mn", "mtext") or _sign(e) in (",", SEPARATOR, *_SILENT) for e in _flat([low]))
        return self.with_end("index", "end-index", listed or self.is_plain([low]), base, self.row([low]))

    def power(self, base: str, high: Element) -> str:
        content = _flat([high])
        sign = "".join(_name(e) for e in content)
        if sign in _MARKS and all(e.tag == "mo" or e.tag == "mi" for e in content):
            return self.say(_MARKS[sign], base)
        if len(content) == 1 and content[0].tag == "mo":
            return f"{base} {self.one(content[0])}"
        if sign in ("2", "3") and content[0].tag == "mn":
            return self.say("square" if sign == "2" else "cube", base)
        return self.with_end("power", "end-power", self.is_plain([high]), base, self.row([high]))

    def multiscripts(self, item: Element) -> str:
        said, scripts = self.one(item[0]), [e for e in item[1:] if e.tag != "mprescripts"]
        for low, high in zip(scripts[::2], scripts[1::2], strict=False):
            said = self.index(said, low) if low.tag != "none" and text_of(low) else said
            said = self.power(said, high) if high.tag != "none" and text_of(high) else said
        return said

    def fenced(self, item: Element) -> str:
        sign = _same(item.get("open", "("))
        separator = item.get("separators", ",")[:1] or ","
        words = f"{separator} ".join(self.row([child]) for child in item)
        if sign in _CLOSING and len(item) == 1:
            return self.inside(sign, list(item))
        close = OPERATORS.get(_same(item.get("close", ")")), ("",) * len(LANGUAGES))[self.column]
        return f"{OPERATORS.get(sign, ('',) * len(LANGUAGES))[self.column]} {words} {close}"

    # Tables

    def cells(self, row: Element) -> list[str]:
        return [self.row([cell]) for cell in row if cell.tag == "mtd" and text_of(cell)]

    def rows(self, table: Element) -> list[Element]:
        return [row for row in table if row.tag in ("mtr", "mlabeledtr")]

    def matrix(self, table: Element, key: str) -> str:
        rows = self.rows(table)
        columns = max((len(row) for row in rows), default=0)
        said = [self.say("row", ", ".join(self.cells(row)), n=n) for n, row in enumerate(rows, 1)]
        return self.say(key, "; ".join(said), r=len(rows), c=str(columns)) + ","

    def cases(self, table: Element) -> str:
        rows = self.rows(table)
        said = [self.say("case", _listed(self.cells(row)), n=n) for n, row in enumerate(rows, 1)]
        return self.say("cases", "; ".join(said), n=len(rows)) + ","

    def lines(self, table: Element) -> str:
        """Lines of a formula that are set below each other."""
        rows = [" ".join(self.cells(row)) for row in self.rows(table)]
        rows = [row for row in rows if row]
        if len(rows) == 1:
            return rows[0]
        return "; ".join(self.say("line", row, n=n) for n, row in enumerate(rows, 1))

    def is_plain(self, items: Items) -> bool:
        """Whether nobody can mishear where something ends: one letter or number, with a sign before it or an index."""
        content = [e for e in _flat(items) if _sign(e) not in _SILENT or e.tag != "mo"]
        if len(content) == 2 and (_sign(content[0]) in ("−", "+", "∂", "∇") or _name(content[0]) in ("d", "Δ")):
            content = content[1:]
        if len(content) != 1:
            return False
        only = content[0]
        if only.tag in ("msub", "msup"):
            return all(e.tag in ("mi", "mn", "mtext") for e in only)
        if only.tag == "mover":
            return only[0].tag == "mi"
        return only.tag in ("mi", "mn", "mtext") or (only.tag == "mo" and _sign(only) in ("∞", "∅"))


def _flat(items: Items) -> list[Element]:
    """Elements in a row, those of inner rows among them, without what is not heard."""
    found: list[Element] = []
    for item in items:
        if not isinstance(item.tag, str) or item.tag in _UNHEARD:
            continue
        if item.tag == "mtd" or (item.tag in _ROWS and (len(item) or not text_of(item))):
            found.extend(_flat(list(item)[:1] if item.tag in _FIRST_ONLY else list(item)))
        else:
            found.append(item)
    return found


def _same(text: str) -> str:
    return SAME.get(text, text)


def _name(item: Element) -> str:
    """The text of a token: letters of mathematical alphabets are letters, variants of a sign that sign."""
    text = squash(text_of(item))
    if text in SYMBOLS or len(text) > 30:
        return text
    text = _same(text)
    return text if text in OPERATORS or text in _MARKS else _same(unicodedata.normalize("NFKC", text))


def _sign(item: Element) -> str:
    """The sign of an operator; nothing for what is none. A letter for a sign in `mi` counts as one."""
    if item.tag == "mo" or (
        item.tag == "mi" and (_name(item) in OPERATORS or _name(item) in _CLOSING or _name(item) in _CLOSING.values())
    ):
        return {"‖": "‖", "||": "‖", "∥": "∥"}.get(_name(item), _name(item))
    return "" if item.tag == "mo" else "\x00"


def _base(item: Element) -> Element:
    """What scripts are set on."""
    while item.tag in ("msub", "msup", "msubsup", "munder", "mover", "munderover") and len(item):
        item = item[0]
    inner = _flat([item]) if item.tag in _ROWS else [item]
    return inner[0] if len(inner) == 1 else item


def _end_of(flat: Items, start: int, sign: str) -> int:
    """Where the bracket at `start` is closed, or 0."""
    wanted, depth = _CLOSING[sign], 0
    for position in range(start + 1, len(flat)):
        found = _sign(_base(flat[position]))
        if found == wanted and depth == 0:
            return position if position > start + 1 else 0
        depth += (found == sign and sign != wanted) - (found == wanted)
    return 0


def _is_differential(flat: Items, position: int) -> bool:
    """Whether the `dx` of an integral stands at a position."""
    return _name(flat[position]) == "d" and position + 1 < len(flat) and flat[position + 1].tag == "mi"


def _is_choice(item: Element) -> bool:
    return item.tag == "mfrac" and item.get("linethickness", "1") in ("0", "0pt", "0px", "0em")


def _is_product(left: str, right: str) -> bool:
    """Whether “times” is said between two factors: where a listener would take the second for a part of the first.

    Nobody says it in 2 x or m c; 2 before a fraction of numbers is a mixed number; y before a bracket may be y of that.
    """
    if left == "number":
        return right not in ("letter", "number-fraction")
    if left == "letter":
        return right not in ("letter", "number", "bracket")
    return True


def _is_of_numbers(fraction: Element) -> bool:
    return all(len(part := _flat([e])) == 1 and part[0].tag == "mn" for e in fraction)


def _is_apart(item: Element) -> bool:
    """Whether a wide space stands before something: then another formula begins."""
    node: Element | None = item
    while node is not None:
        before = node.getprevious()
        if before is None:
            node = node.getparent()
            if node is None or node.tag not in _ROWS:
                return False
            continue
        if before.tag != "mspace":
            return False
        if _WIDE.match(before.get("width", "")):
            return True
        node = before
    return False


def _listed(cells: Sequence[str]) -> str:
    """Cells of one case: the value, then when it holds."""
    return ", ".join(cell.strip(" ,") for cell in cells)
