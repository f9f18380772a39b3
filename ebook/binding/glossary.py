"""Gathers the glossary from the chapters, links first uses to it and it back to them, and sets its page.

Markup as DAISY and DPUB-ARIA ask: a `section` with `doc-glossary`, a plain `dl` in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from ebook.markup import (
    Element,
    append_text,
    closest,
    elements,
    inside,
    language_of,
    mark_language,
    move_children,
    new,
    replace_text,
    set_language,
    squash,
    text_nodes,
    text_of,
    wrap,
)
from ebook.model import Term
from ebook.passes.pronunciations import VARIANT, phonetic
from ebook.words import say

PAGE = "glossary.xhtml"
LONGEST_TERM = 60
LONGEST_MEANING = 600
_SKIPPED = (
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "code",
    "pre",
    "math",
    "header",
    "figcaption",
    "caption",
    "ruby",
    "abbr",
    "kbd",
    "samp",
    "dt",
)
_LAST_LETTERS = {
    "da": "æøå",
    "nb": "æøå",
    "nn": "æøå",
    "no": "æøå",
    "sv": "åäö",
    "fi": "åäö",
    "et": "õäöü",
    "is": "þæö",
    "pl": "ąćęłńóśźż",
    "cs": "čřšž",
    "es": "ñ",
    "tr": "çğıöşü",
    "hu": "öőüű",
}
"""Letters that a language sorts as letters of their own (CLDR collation), after their base letter or the alphabet."""
_BASES = {"ł": "l", "ı": "i"}
"""Letters that Unicode does not decompose."""
_AFTER_BASE = frozenset({"es", "pl", "cs", "tr", "hu"})
_PIECES, _NEAR, _WITHIN = 12, 30, 160
"""Runs of text behind a term that are looked at, characters up to its phonetic writing, and up to its respelling."""
_RESPELT = re.compile(
    r"^[^.(]{0,60}\([^)]{0,80}?(?:pronounced|prononcée?|se prononce|gesprochen|ausgesprochen|pronunciad[oa]|"
    r"se pronuncia|"
    r"udtales|uttalas|uitgesproken(?: als)?|si pronuncia|pronunciat[oa]|pronuncia-se|wymawiane|произносится)"
    r"\s*:?\s+(?:(?:as|like|wie|comme|como|come|som)\s+)?([^;,.)(/]{2,40})|"
    r"^[\s,]{0,3}(?:pronounced|prononcé|gesprochen|pronunciado|udtales|uitgesproken)\s+([“\"'«‘][^”\"'»’]{2,40}[”\"'»’])"
)
"""How an author says in ordinary letters how a word sounds."""
_CAPITALS = re.compile(r"/[;,]?\s+((?:[a-z]+-)*[A-Z]{2,}(?:-[A-Za-z]+)+|(?:[a-z]+-)+[A-Z]{2,})\b")
"""A respelling behind phonetic writing, its stressed syllable in capitals."""
_SENTENCE = re.compile(r"(?<=[.!?…。！？])[”’\"')\]]*\s+")


@dataclass(slots=True)
class Entry:
    """One line of the glossary while the book is bound."""

    term: str
    kind: str
    meanings: list[Term] = field(default_factory=list)
    id: str = ""
    uses: list[tuple[str, str, str, str]] = field(default_factory=list)
    """(href, term as used, title of the chapter, language of the chapter)."""


def terms_in(tree: Element) -> list[Term]:
    """The terms a chapter explains: `dfn`, `abbr` with a title, and definition lists, in order."""
    found: list[Term] = []
    for element in tree.iter("abbr", "dfn", "dl"):
        if element.tag == "abbr" and element.get("title"):
            found.append(_term("abbreviation", _without_readings(element), element.get("title", ""), element))
        elif element.tag == "dfn" and next(element.iter("abbr"), None) is None:
            meaning = element.get("title") or _sentence_of(element)
            if meaning:
                found.append(_term("definition", _without_readings(element), meaning, element))
        elif element.tag == "dl" and not inside(element, "aside"):
            found.extend(_pairs(element))
    return [
        t
        for t in found
        if t.term and t.meaning and len(t.term) <= LONGEST_TERM and t.term.casefold() != t.meaning.casefold()
    ]


def _term(kind: str, term: str, meaning: str, element: Element) -> Term:
    spelt, said = sounds(element)
    reading = " ".join(text_of(r) for r in element.iter("rt"))
    return Term(
        kind=kind,
        term=squash(term),
        meaning=squash(meaning)[:LONGEST_MEANING],
        language=language_of(element),
        pronunciation=spelt,
        respelling=reading or said,
    )


def _without_readings(element: Element) -> str:
    """The text of a term without what ruby sets over it."""
    if next(element.iter("rt"), None) is None:
        return text_of(element)
    return squash("".join(str(t) for t in element.xpath(".//text()[not(ancestor::rt or ancestor::rp)]")))


def sounds(element: Element) -> tuple[str, str]:
    """(phonetic writing, respelling) that stand right behind a term in its own text."""
    outer = closest(element, "dfn")
    outer = element if outer is None else outer
    block = outer if outer.tag == "dt" else closest(outer, "p", "li", "dd", "td", "blockquote", "dt")
    if block is None:
        return "", ""
    pieces: list[str] = []
    spelt, passed = "", ""
    for node, holder in islice(_texts(outer) if outer is block else _texts_behind(outer, block), _PIECES):
        phonetic_here = language_of(holder).endswith(VARIANT)
        if phonetic_here and not spelt and (outer is block or len(passed) <= _NEAR):
            spelt = node.strip("/[] ")
        pieces.append(f"/{node}/" if phonetic_here else node)
        passed += node
    match = _RESPELT.search(squash("".join(pieces))[:_WITHIN]) or _CAPITALS.search(squash("".join(pieces))[:_WITHIN])
    said = next((g for g in match.groups() if g), "").strip(" “”\"'’«»‘") if match else ""
    return spelt, "" if "/" in said or said == spelt else said


def _texts(element: Element) -> Iterator[tuple[str, Element]]:
    """Every run of text in an element with the element that it stands in."""
    for node, is_tail, text in text_nodes(element):
        holder = node.getparent() if is_tail else node
        yield text, holder if holder is not None else element


def _texts_behind(element: Element, block: Element) -> Iterator[tuple[str, Element]]:
    """The same for what stands behind an element in a block."""
    node = element
    while node is not block:
        around = node.getparent()
        assert around is not None
        if node.tail:
            yield node.tail, around
        for sibling in node.itersiblings():
            yield from _texts(sibling)
            if sibling.tail:
                yield sibling.tail, around
        node = around


def _sentence_of(element: Element) -> str:
    """The sentence in which a term is defined; nothing where the term stands alone."""
    block = closest(element, "p", "li", "dd", "td", "blockquote")
    if block is None:
        return ""
    term = text_of(element)
    for sentence in _SENTENCE.split(text_of(block)):
        if term in sentence and len(sentence.split()) > len(term.split()) + 3:
            return sentence
    return ""


def _pairs(holder: Element) -> Iterable[Term]:
    """Terms and definitions of a `dl`; several terms may share a definition."""
    waiting: list[Element] = []
    definitions: list[str] = []
    for child in [*holder, None]:
        if child is None or (child.tag == "dt" and definitions):
            for term in waiting:
                if sum(len(d.split()) for d in definitions) >= 3 and next(term.iter("math", "code"), None) is None:
                    yield _term("definition", _without_readings(term), " ".join(definitions), term)
            waiting, definitions = [], []
        if child is not None and child.tag == "dt":
            waiting.append(child)
        elif child is not None and child.tag == "dd":
            definitions.append(text_of(child))


def merge(found: Sequence[Term], language: str) -> list[Entry]:
    """Entries from the terms of all chapters, equal ones merged, sorted for the language of the book."""
    entries: dict[str, Entry] = {}
    for term in found:
        key = term.term if term.kind == "abbreviation" else term.term.casefold()
        entry = entries.setdefault(key, Entry(term=term.term, kind=term.kind))
        known = [m.meaning.casefold().rstrip(".") for m in entry.meanings]
        meaning = squash(term.meaning).casefold().rstrip(".")
        if meaning not in known:
            entry.meanings.append(term)
        elif term.pronunciation or term.respelling:
            same = entry.meanings[known.index(meaning)]
            entry.meanings[known.index(meaning)] = replace(
                same,
                pronunciation=same.pronunciation or term.pronunciation,
                respelling=same.respelling or term.respelling,
            )
    ordered = sorted(entries.values(), key=lambda e: (sort_key(e.term, language), e.term))
    taken: set[str] = set()
    for entry in ordered:
        slug = re.sub(
            r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", entry.term.lower()).encode("ascii", "ignore").decode()
        ).strip("-")
        name = f"term-{slug}" if slug else f"term-{len(taken) + 1}"
        while name in taken:
            name += "-2"
        taken.add(name)
        entry.id = name
    return ordered


def sort_key(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """A key that sorts words as the language does: accents and case count last, letters of its own after their "
    "place."""
    primary = language.split("-")[0]
    own = _LAST_LETTERS.get(primary, "")
    key: list[tuple[int, int]] = []
    for letter in text.casefold():
        if letter in own:
            base = _BASES.get(letter, unicodedata.normalize("NFD", letter)[0]) if primary in _AFTER_BASE else "z"
            key.append((ord(base), own.index(letter) + 1))
            continue
        plain = unicodedata.normalize("NFKD", letter)
        key.extend((ord(c), 0) for c in plain if not unicodedata.combining(c) and (c.isalnum() or c == " "))
    return tuple(key)


def link_uses(tree: Element, entries: Sequence[Entry], name: str, title: str) -> None:
    """Link the first use of every entry in a chapter, outside headings, links, code and captions."""
    language = language_of(tree)
    marked: dict[str, Element] = {}
    for element in elements(tree, "dfn", "abbr"):
        whole = closest(element, "dfn")
        linked = next((whole if whole is not None else element).iter("a"), None) is not None
        if not linked and not inside(element, "a", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "header"):
            marked.setdefault(text_of(element), element)
    words = text_of(tree).casefold()
    taken = {e.get("id") for e in tree.iter() if e.get("id")}
    for entry in entries:
        if entry.term.casefold() not in words:
            continue
        if not any(
            m.kind == "abbreviation" or m.language.split("-")[0] == language.split("-")[0] for m in entry.meanings
        ):
            continue
        link = _link_first(tree, entry, marked.get(entry.term))
        if link is None:
            link = _link_definition(tree, entry)
        if link is not None:
            while link.get("id", "") in taken:
                link.set("id", f"{link.get('id')}-2")
            entry.uses.append((f"{name}#{link.get('id', '')}", text_of(link), title, language))


def _link_first(tree: Element, entry: Entry, marked: Element | None) -> Element | None:
    attributes = _attributes(entry)
    if marked is not None:
        outer = closest(marked, "dfn")
        return wrap(outer if outer is not None else marked, new("a", **attributes))
    flags = 0 if entry.kind == "abbreviation" else re.I
    plural = "(?:s|es)?" if entry.kind == "definition" and entry.term.isascii() else ""
    pattern = re.compile(
        rf"(?<![\w-]){re.escape(entry.term)}{plural}(?![\w-])" if entry.term[:1].isascii() else re.escape(entry.term),
        flags,
    )
    for node, is_tail, text in text_nodes(tree, skip=_SKIPPED):
        match = pattern.search(text)
        host = node.getparent() if is_tail else node
        if (
            match
            and host is not None
            and closest(host, *_SKIPPED) is None
            and host.tag not in _SKIPPED
            and not _defines(host, entry)
            and closest(host, "section", "main") is not None
        ):
            word = new("abbr", match[0]) if entry.kind == "abbreviation" else match[0]
            link = new("a", word, **attributes)
            replace_text(node, is_tail, [text[: match.start()], link, text[match.end() :]])
            return link
    return None


def _defines(element: Element, entry: Entry) -> bool:
    """Whether an element belongs to the article's own definition of a term."""
    definition = element if element.tag == "dd" else closest(element, "dd")
    if definition is None:
        return False
    terms = list(definition.itersiblings("dt", preceding=True))
    return any(text_of(t).casefold() == entry.term.casefold() for t in terms[:3])


def _link_definition(tree: Element, entry: Entry) -> Element | None:
    """The link on the article's own definition, where the term stands nowhere else in it."""
    for term in elements(tree, "dt"):
        if text_of(term).casefold() == entry.term.casefold() and next(term.iter("a"), None) is None:
            link = new("a", **_attributes(entry))
            move_children(term, link)
            term.append(link)
            return link
    return None


def _attributes(entry: Entry) -> dict[str, str]:
    return {
        "href": f"{PAGE}#{entry.id}",
        "role": "doc-glossref",
        "epub_type": "glossref",
        "id": f"glossref-{entry.id}",
    }


def glossary_body(entries: Sequence[Entry], language: str) -> Element:
    """The body of the glossary page."""
    holder = new("dl")
    for entry in entries:
        term = new("dt", new("dfn", entry.term), id=entry.id, epub_type="glossterm")
        if entry.kind == "definition":
            mark_language(term, entry.meanings[0].language, language)
        _say_sounds(term, entry)
        holder.append(term)
        for meaning in entry.meanings:
            definition = new("dd", new("p", meaning.meaning), epub_type="glossdef")
            mark_language(definition[0], meaning.language, language)
            holder.append(definition)
        if entry.uses:
            holder[-1].append(_back_links(entry, language))
    for child in holder:
        child.tail = "\n"
    section = new(
        "section",
        new("h1", say("glossary", language), id="title"),
        holder,
        epub_type="glossary",
        role="doc-glossary",
        aria_labelledby="title",
    )
    return new("body", "\n", new("main", section))


def _say_sounds(term: Element, entry: Entry) -> None:
    """How a term sounds, in the same element: whoever comes to the term hears it with it."""
    spelt = next((m for m in entry.meanings if m.pronunciation), None)
    said = next((m for m in entry.meanings if m.respelling), None)
    if spelt is not None:
        sound = new("span", f"/{spelt.pronunciation}/", class_="pronunciation")
        set_language(sound, phonetic(spelt.language))
        append_text(term, " ")
        term.append(sound)
    if said is not None:
        append_text(term, " (")
        term.append(new("span", said.respelling, class_="respelling"))
        append_text(term, ")")


def _back_links(entry: Entry, language: str) -> Element:
    line = new("p", say("used-in", language), class_="uses")
    for number, (href, used, title, spoken_in) in enumerate(entry.uses):
        append_text(line, ", " if number else " ")
        name = new("span", title.strip('“”„«»"「」'))
        mark_language(name, spoken_in, language)
        before, after = say("glossary-back", language, term=used, title="\0").split("\0")
        shown = name if name.attrib else text_of(name)
        link = new("a", before, shown, after, href=href, role="doc-backlink", epub_type="backlink")
        line.append(link)
    return line
