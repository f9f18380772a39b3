"""The lines of one entry: the term, and for each of its meanings the words, a sentence from the text, the ways back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ebook.binding.glossary.entries import WHOLE, Entry, Use
from ebook.binding.glossary.examples import example
from ebook.markup import Element, append_text, mark_language, new, set_language, text_of
from ebook.model import Term
from ebook.passes.pronunciations import phonetic
from ebook.words import say

PAGE = "glossary.xhtml"


def lines(entry: Entry, language: str) -> Iterator[Element]:
    """The `dt` and the `dd`s of an entry."""
    term = new("dt", new("dfn", entry.term), id=entry.id, epub_type="glossterm")
    mark_language(term, entry.language, language)
    spelt, said = (_shared([m.pronunciation for m in entry.meanings]), _shared([m.respelling for m in entry.meanings]))
    _say_sounds(term, spelt, said, entry.meanings[0].language)
    yield term
    uses = {u.document: u for u in reversed(entry.uses)}
    by_meaning: dict[int, list[Use]] = {}
    for use in entry.uses:
        by_meaning.setdefault(use.meaning, []).append(use)
    for number, meaning in enumerate(entry.meanings):
        definition = new("dd", _words(entry, number), epub_type="glossdef")
        if len(entry.meanings) > 1:
            definition.set("id", entry.target(number))
        mark_language(definition[0], meaning.language, language)
        own_sounds = (meaning.pronunciation if not spelt else "", meaning.respelling if not said else "")
        if any(own_sounds):
            definition.append(_sounds_of_meaning(entry, own_sounds, meaning.language, language))
        own = by_meaning.get(number, [])
        quoted = _quoted(entry, meaning, uses, language)
        if quoted is not None:
            definition.append(quoted)
            own = [u for u in own if u.document != meaning.place.partition("#")[0]]
        if own:
            definition.append(_back_links(own, language))
        if number in entry.pointed:
            definition.append(_see_also(entry.pointed[number], language))
        yield definition
    last = definition
    unclear = by_meaning.get(WHOLE, [])
    if unclear or (entry.related and entry.pointed):
        last = new("dd", class_="more")
        yield last
    if unclear:
        last.append(_back_links(unclear, language))
    if entry.related:
        last.append(_see_also(entry.related, language))


def _words(entry: Entry, number: int) -> Element:
    """What a term means; an expansion that has an entry of its own leads there."""
    meaning = entry.meanings[number]
    whole = entry.expanded.get(number)
    if whole is None:
        return new("p", meaning.meaning)
    return new("p", new("a", meaning.meaning, href=f"#{whole.id}"))


def _quoted(entry: Entry, meaning: Term, uses: dict[str, Use], language: str) -> Element | None:
    """The sentence of the article that explains a term, with the way to it."""
    words = example(meaning)
    document = meaning.place.partition("#")[0]
    if not words or document not in uses:
        return None
    quote = new("q", words)
    mark_language(quote, meaning.language, language)
    line = new("p", quote, class_="example")
    append_text(line, " ")
    use = uses[document]
    same = use.mark == meaning.place.partition("#")[2]
    line.append(_link(use if same else Use(meaning.place, entry.term, use.title, use.language), language))
    return line


def _see_also(entries: Sequence[Entry], language: str) -> Element:
    line = new("p", say("see-also", language), class_="see-also")
    for number, entry in enumerate(entries):
        append_text(line, ", " if number else " ")
        link = new("a", entry.term, href=f"#{entry.id}")
        mark_language(link, entry.language, language)
        line.append(link)
    return line


def _shared(sounds: Sequence[str]) -> str:
    """How all meanings sound; nothing where one sounds otherwise, or says nothing."""
    return sounds[0] if len(set(sounds)) == 1 else ""


def _say_sounds(term: Element, spelt: str, said: str, language: str) -> None:
    """How a term sounds, in the same element: whoever comes to the term hears it with it."""
    if spelt:
        sound = new("span", f"/{spelt}/", class_="pronunciation")
        set_language(sound, phonetic(language))
        append_text(term, " ")
        term.append(sound)
    if said:
        append_text(term, " (")
        term.append(new("span", said, class_="respelling"))
        append_text(term, ")")


def _sounds_of_meaning(entry: Entry, sounds: tuple[str, str], spoken: str, language: str) -> Element:
    """How a term sounds in one of its meanings; it is named, for the sound is not that of the words above."""
    name = new("span", entry.term)
    mark_language(name, spoken, language)
    line = new("p", name if name.attrib else entry.term, class_="sound")
    _say_sounds(line, *sounds, spoken)
    return line


def _back_links(uses: Sequence[Use], language: str) -> Element:
    line = new("p", say("used-in", language), class_="uses")
    for number, use in enumerate(uses):
        append_text(line, ", " if number else " ")
        line.append(_link(use, language))
    return line


_QUOTED = re.compile(r"[“„«\"「]([^“”„«»\"「」]+)[”“»\"」]")
"""A title that is one quotation from end to end."""


def _link(use: Use, language: str) -> Element:
    """A way back whose name says the word and the article."""
    quoted = _QUOTED.fullmatch(use.title)  # the words of the book quote it again
    name = new("span", quoted[1] if quoted else use.title)
    mark_language(name, use.language, language)
    before, after = say("glossary-back", language, term=use.text, title="\0").split("\0")
    shown = name if name.attrib else text_of(name)
    return new("a", before, shown, after, href=use.href, role="doc-backlink", epub_type="backlink")
