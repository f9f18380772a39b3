"""Tell the captions of a plain text from its paragraphs, though their pictures are gone.

    <p>… ended.</p><p>Figure 2. The gauge at the bridge. Photo: Ann Lee</p>   ->
    <figure><figcaption>Figure 2. The gauge at the bridge.
      <small class="credit">Photo: Ann Lee</small></figcaption></figure>

Read among the paragraphs, a caption interrupts the story and speaks of something that is not there; `absent_pictures`
says so in the figure. A line that only names the maker of
a picture is the site's, and `furniture` takes it, unless it stands beside a caption.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ebook.furniture_words import is_agency, is_credit, is_names
from ebook.markup import Element, append_text, drop, new, place, text_of
from ebook.model import Article, Kind
from ebook.passes.repeats import folded
from ebook.rules import Finding, rule

LONGEST = 400
"""Characters of a caption; a longer paragraph is text, whatever it begins or ends with."""
LONGEST_BARE = 250
"""Characters where only the name of an agency in square brackets says that it is one."""
LONGEST_BELOW_LABEL = 200
"""Characters of the line under "Image caption": a longer one is the text, and the caption was lost."""
FEWEST_WORDS = 4
"""Words before a credit; fewer are a name or a title."""
PROSE = 60
"""Characters of a paragraph; a text without one is nothing that captions interrupt."""

_LABEL = re.compile(
    r"(?:(?:image|photo|picture|media)\s+caption|(?:photo\s+)?caption|bildunterschrift|bildtext|bildlegende|"
    r"légende(?:\s+(?:image|photo|de\s+la\s+photo|de\s+l['’]image))?|pie\s+de\s+(?:foto|imagen)|leyenda\s+de\s+la\s+foto|"
    r"didascalia|legenda\s+da\s+(?:foto|imagem)|(?:foto)?bijschrift)\s*(?:[,:：]\s*|$)",
    re.I,
)
"""What a site writes before a caption, for those who do not see where it stands."""
_PICTURED = re.compile(
    r"(?:(?:file|archive|stock|handout)\s+(?:photo|picture|image)|photo(?:graph)?|picture|image|pictured(?:\s+(?:above|below|"
    r"here|left|right))?|(?:archiv|symbol)?(?:bild|foto)|im\s+bild|photo\s+d['’](?:archives?|illustration)|sur\s+(?:la|cette)"
    r"\s+photo|(?:foto|imagen)(?:\s+de\s+archivo)?|en\s+la\s+(?:imagen|foto)|nella\s+foto|foto\s+d['’]archivio|"
    r"(?:foto|imagem)\s+de\s+arquivo|imagem|op\s+de\s+foto)\s*[:：]\s+(?=\S)",
    re.I,
)
_NUMBERED = re.compile(
    r"(?:fig(?:ure|\.)?|abb(?:ildung|\.)?|figura|illustration|ilustraci[óo]n|photo|foto|bild|image|imagen|imagem|afbeelding|"
    r"diagram|chart|graphique|gr[áa]fico|grafik)\s*(?:\d{1,3}[a-z]?(?:\.\d{1,2})?|[IVX]{1,4})\s*[.:|–—-]\s*(?=\W{0,2}[^\W\d_])",
    re.I,
)
_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,90})[)\]]\.?")
_END = re.compile(r"(?<=[.!?…”\"’»)\]])\s+")
_PREFIX = re.compile(r"(?:file|archive?|archiv|archives|archivo|handout|via)\s*[:/]\s*", re.I)
_QUOTES = re.compile(r"[“”\"„«»]")
_SOURCE = re.compile(
    r"(?:(?:image|photo)\s+source|bildquelle|source\s+de\s+l['’]image|fuente\s+de\s+la\s+imagen|crédit\s+photo|"
    r"crédito\s*,?\s*(?:getty|reuters|afp)?)\s*[,:]\s*(?P<who>.{2,70})",
    re.I,
)
_FIELD = re.compile(r"[^\W\d_][^.!?:]{0,30}:\s")


@dataclass(frozen=True, slots=True)
class _Caption:
    """What a line says of a picture."""

    words: str
    credit: str = ""
    label: str = ""


def text_captions(tree: Element, article: Article) -> Iterator[Finding]:
    if article.kind is not Kind.TEXT:
        return
    lines = [child for child in tree if child.tag == "p" and not child.get("class") and child.find("br") is None]
    texts = [text_of(line) for line in lines]
    found = _captions(lines, texts)
    if sum(len(text) >= PROSE for index, text in enumerate(texts) if index not in found) == 0:
        return
    seen: set[str] = set()
    for index, caption in found.items():
        line = lines[index]
        if line.getparent() is None:
            continue
        where = place(article.source, line)
        if caption.label:
            yield rule("removed.furniture").at(where, text=caption.label)
        if not caption.words:
            drop(line)
        elif folded(caption.words) in seen:
            yield rule("removed.repeat").at(where, text=texts[index][:80])
            drop(line)
        else:
            seen.add(folded(caption.words))
            yield rule("caption.without-picture").at(where, text=caption.words[:80])
            _set(line, caption)


def _captions(lines: list[Element], texts: list[str]) -> dict[int, _Caption]:
    """The captions among the lines by their positions; without words for a label that has none."""
    found: dict[int, _Caption] = {}
    for index, text in enumerate(texts):
        if index in found or not text:
            continue
        label = _LABEL.match(text)
        if label and label.end() == len(text):
            found[index] = _Caption("", label=text)
            if index + 1 < len(texts) and lines[index].getnext() is lines[index + 1]:
                below = texts[index + 1]
                if len(below) <= LONGEST_BELOW_LABEL and not is_credit(below):
                    found[index + 1] = _split(below) or _Caption(below)
        elif label and len(text) <= LONGEST + label.end():
            rest = text[label.end() :]
            parts = _split(rest) or _Caption(rest)
            found[index] = _Caption(parts.words, parts.credit, text[: label.end()].strip())
        elif index and _is_caption(texts, index):
            found[index] = _split(text) or _Caption(text)
    return found


def _is_caption(texts: list[str], index: int) -> bool:
    """Whether a line is a caption by how it begins or ends."""
    text = texts[index]
    beside = [texts[i] for i in (index - 1, index + 1) if i < len(texts)]
    if len(text) > LONGEST or is_credit(text):
        return False
    if _NUMBERED.match(text):
        return not any(_NUMBERED.match(other) for other in beside)  # else a list of the figures
    if _PICTURED.match(text) and text[:1].isupper():
        return len(text.split()) > FEWEST_WORDS and not any(_FIELD.match(other) for other in beside)
    parts = _split(text)
    if parts is None:
        return False
    if is_agency(parts.credit.strip("[](). ")):
        return len(text) <= LONGEST_BARE and not _QUOTES.search(parts.words) and any(map(_is_prose, texts[index + 1 :]))
    return True


def _is_prose(text: str) -> bool:
    return len(text) >= PROSE


def _split(text: str) -> _Caption | None:
    """The words of a caption and the credit behind them; nothing where no credit ends the line for certain."""
    bracket = next((m for m in reversed(list(_BRACKET.finditer(text))) if m.end() == len(text)), None)
    if bracket is not None and _is_bracketed_credit(bracket[1], square=text[bracket.start()] == "["):
        words, credit = text[: bracket.start()].rstrip(), text[bracket.start() :]
        return _Caption(words, credit) if len(words.split()) >= FEWEST_WORDS else None
    for end in reversed(list(_END.finditer(text))):
        words, credit = text[: end.start()], text[end.end() :]
        if len(credit) > 100:
            break
        if _is_credit(credit) and not is_agency(credit.strip(".")) and len(words.split()) >= FEWEST_WORDS:
            return _Caption(words, credit)
    return None


def _is_credit(text: str) -> bool:
    text = text.rstrip(".")
    return is_credit(text) or (text[:1] == "©" and is_names(text[1:]))


def _is_bracketed_credit(text: str, *, square: bool) -> bool:
    """Whether brackets at the end hold a credit; an agency alone in round ones may have written the text."""
    inner = _PREFIX.sub("", text, count=1)
    if _is_credit(text) or (inner != text and is_agency(inner)):
        return True
    who = inner.split("/")
    return square and (is_agency(inner) or (len(who) == 2 and all(map(is_names, who))))


def _set(line: Element, caption: _Caption) -> None:
    """The figure of a caption; the drawing before it is its picture, and the credits beside it are its own."""
    words = new("figcaption", caption.words)
    credits = [caption.credit] if caption.credit else []
    figure = new("figure")
    line.addprevious(figure)
    above, below = figure.getprevious(), line.getnext()
    for beside in (above, below):
        if beside is not None and beside.tag == "p" and (credit := _credit_of(text_of(beside))):
            credits.append(credit)
            drop(beside)
    above = figure.getprevious()
    if above is not None and above.tag == "pre" and _NUMBERED.match(caption.words):
        above.tail = None
        figure.append(above)
    for credit in credits:
        append_text(words, " ")
        words.append(new("small", credit, class_="credit"))
    figure.append(words)
    drop(line)


def _credit_of(text: str) -> str:
    """The text of a line that names the maker of a picture and says nothing else; else nothing."""
    source = _SOURCE.fullmatch(text)
    return text if is_credit(text) or (source and is_names(source["who"])) else ""
