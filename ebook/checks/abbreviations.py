"""Abbreviations: explained once, in words, in a title, or in the glossary.

A word in capitals counts as an abbreviation that a reader must know where the text comes back to it, or calls it "the"
something. Names are left alone: what is known everywhere, what only stands beside another name, what is used once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from ebook.checks.naming import body_of, is_a
from ebook.known_abbreviations import is_known
from ebook.markup import BLOCKS, Element, inside, language_of, raw_text, squash, text_nodes, text_of
from ebook.opened import Opened, place_in
from ebook.rules import Finding, rule
from ebook.smallwords import SMALL_WORDS
from ebook.terms import find_abbreviations

LISTED = 12
"""Abbreviations that a finding names."""
_CAPITALS = re.compile(r"(?<![\w.@/#&-])[^\W\d_a-zà-öø-ÿ]{2,6}(?:s|’s|'s)?(?![\w@/&!-]|\.[^\W\d_])")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WORD = re.compile(r"[^\W\d_]+")
_SHOUTED = re.compile(
    r"[^\W\d_a-z]{2,}(?:[ ,.:!]+[^\W\d_a-z]{2,})+(?![^\W\d_])|^\s*[^\W\d_a-z]{3,}(?=\s*(?:[—–(:|]|--|- ))"
)
"""Several words of capitals in a row, and the place that a news report starts with."""
_MAPPED = re.compile(r"""<(?:match|value)\s[^<>]{0,200}?\bvalue="([^"<]{1,200})\"""")
_MACHINE = ("code", "pre", "kbd", "samp", "var", "math", "svg", "script", "style", "a", "head")
_LEAVES = ("p", "li", "dd", "dt", "td", "th", "figcaption", "blockquote", "caption", "h1", "h2", "h3", "h4", "h5", "h6")
_SMALL_CAPITALS = re.compile(r"small-?caps|allcaps|lead-?in|initial|drop", re.I)


def check_abbreviations(book: Opened) -> Iterator[Finding]:
    """Abbreviations that are marked as such, and words in capitals (WCAG 3.1.4)."""
    explained = _explained(book)
    for path, tree in book.documents.items():
        for short in tree.iter("abbr", "acronym"):
            text = text_of(short)
            if text and not _says_what(short) and not _forms(text) & explained:
                explained |= _forms(text)  # once a book
                yield rule("book.abbreviation-unexplained").at(place_in(path, short), text=text[:40])
    plain = _plain_words(book)
    unknown: dict[str, list[_Use]] = {}
    for path, tree in book.chapters():
        for holder, word in _capitals(body_of(tree)):
            language = language_of(holder) or book.main_language()
            known = is_known(word, language) or word.casefold() in _small_words(language)
            if not known and not _forms(word) & explained and word.casefold() not in plain:
                unknown.setdefault(word, []).append(_use(path, holder, word, language))
    asked = {word: uses for word, uses in unknown.items() if _is_asked(uses)}
    for words in _by_chapter(asked):
        often = sorted(words, key=lambda word: (-len(asked[word]), word))
        text = ", ".join(often[:LISTED]) + (" …" if len(often) > LISTED else "")
        first = asked[words[0]][0]
        yield rule("book.capitals-unexplained").at(place_in(first.path, first.holder), count=len(often), text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """A word in capitals at one place."""

    path: str
    holder: Element
    has_article: bool
    """Whether it is called "the" something, which nobody says of most names."""
    in_name: bool
    """Whether it stands beside another word of a name, or a number."""


def _by_chapter(asked: Mapping[str, Sequence[_Use]]) -> Iterator[list[str]]:
    """The words that each chapter uses first, in the order of the book: that is where they are to be explained."""
    for _, words in groupby(asked, key=lambda word: asked[word][0].path):
        yield list(words)


def _is_asked(uses: Sequence[_Use]) -> bool:
    """Whether a reader must know what it means, and it is not only the name of something."""
    return (len(uses) > 1 or uses[0].has_article) and not all(use.in_name for use in uses)


def _use(path: str, holder: Element, word: str, language: str) -> _Use:
    primary = language.split("-")[0].lower()
    block = holder if holder.tag in BLOCKS else next(holder.iterancestors(*BLOCKS), holder)
    before, _, after = text_of(block)[:_READ].partition(word)
    follows = before.split()[-1] if before.split() else ""
    article = follows.casefold() in _ARTICLES.get(primary, frozenset()) or before.endswith(("l’", "l'"))
    named = bool(_NUMBER.match(after)) or (
        primary not in _CAPITAL_NOUNS
        and bool(_NAME_AFTER.match(after) or (_NAME_BEFORE.search(before) and not article))
    )
    return _Use(path=path, holder=holder, has_article=article, in_name=named)


_READ = 20_000
_ARTICLES: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "en": "the a an",
        "fr": "le la les un une des du au aux",
        "de": "der die das den dem des ein eine einen einem einer eines vom zum zur beim im",
        "es": "el la los las un una del al",
        "it": "il lo la i gli le un uno una del della dei degli delle al alla dal dalla nel nella",
        "pt": "o a os as um uma do da dos das no na nos nas ao à aos às pelo pela",
        "nl": "de het een",
    }.items()
}
_CAPITAL_NOUNS = frozenset(("de", "lb", "nds"))
"""Languages in which every noun has a capital: one beside an abbreviation makes no name of it."""
_NUMBER = re.compile(r"(?:’s|'s|s)?\s\d")
_NAME_AFTER = re.compile(r"\s[^\W\d_a-zà-öø-ÿ][\w’'-]*[a-zà-öø-ÿ]")
_NAME_BEFORE = re.compile(r"[\w,;)]\s+[^\W\d_a-zà-öø-ÿ][\w’'-]*[a-zà-öø-ÿ]\s+$")


def _small_words(language: str) -> frozenset[str]:
    return SMALL_WORDS.get(language.split("-")[0].lower(), frozenset())


def _plain_words(book: Opened) -> set[str]:
    """Words that the book also writes with small letters: no abbreviations, but shouted, or names of places."""
    found: set[str] = set()
    for tree in book.documents.values():
        found.update(w.casefold() for w in _WORD.findall(raw_text(body_of(tree))) if not w.isupper())
    return found


def _says_what(short: Element) -> bool:
    holder = short.getparent()
    return bool(short.get("title") or short.get("aria-label") or (holder is not None and holder.get("title")))


def _key(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()


_ENDINGS = ("’s", "'s", "s’", "s'", "s", "es")


def _forms(text: str) -> set[str]:
    """The keys of a short form and, where it ends as a plural or a genitive does, of the capitals before that."""
    stems = [text.removesuffix(end) for end in _ENDINGS if text.endswith(end)]
    return {_key(form) for form in (text, *(stem for stem in stems if not stem[-1:].islower()))} - {""}


def _explained(book: Opened) -> set[str]:
    """The short forms that the book explains anywhere: also by a link to their entry, whatever form the text has."""
    found = {form for word in _mapped(book) for form in _forms(word)}
    for path, tree in book.documents.items():
        for element in tree.iter("abbr", "acronym", "dfn", "dt", "a"):
            is_named = element.tag in ("dfn", "dt")
            if is_named or (is_a(element, "glossref") if element.tag == "a" else _says_what(element)):
                found |= _forms(text_of(element))
        if path == book.nav:
            continue
        for block in tree.iter(*_LEAVES):
            text = text_of(block)
            if ("(" in text or "（" in text or "," in text) and len(text) < 20_000:
                for short in find_abbreviations(text, language_of(block) or "en"):
                    found |= _forms(short.term)
    return found


def _mapped(book: Opened) -> Iterator[str]:
    """The words that a search key map leads to entries from."""
    for path, item in book.items.items():
        if "search-key-map" in item.properties and path in book.files:
            yield from map(unescape, _MAPPED.findall(book.files[path].decode("utf-8", "replace")))


def _capitals(body: Element) -> Iterator[tuple[Element, str]]:
    """Words of capitals in running text that is not all in capitals."""
    for node, is_tail, text in text_nodes(body, skip=_MACHINE):
        holder = node.getparent() if is_tail else node
        if holder is None or not _CAPITALS.search(text):
            continue
        if inside(holder, *_MACHINE) or holder.tag in _MACHINE or _is_set_in_capitals(holder):
            continue
        words = squash(text).split()
        if sum(w.isupper() and len(w) > 1 for w in words) * 2 > len(words) and len(words) > 1:
            continue
        shouted = {word for run in _SHOUTED.findall(text) for word in _WORD.findall(run)}
        for match in _CAPITALS.finditer(text):
            short = re.sub(r"(?:s|’s|'s)$", "", match[0])
            if short.isupper() and short.isalpha() and short not in shouted and not _ROMAN.fullmatch(short):
                yield holder, short


def _is_set_in_capitals(holder: Element) -> bool:
    """Whether the block is all in capitals, or the element says that it only looks so."""
    if _SMALL_CAPITALS.search(holder.get("class", "")):
        return True
    block = holder if holder.tag in BLOCKS else next(holder.iterancestors(*BLOCKS), holder)
    text = text_of(block)
    return text.isupper() or len(text) < 2
