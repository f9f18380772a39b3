"""The lines of one entry: the term, and for each of its meanings the words, a sentence from the text, the ways back."""

from __future__ import annotations

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
    _say_sounds(term, entry)
    yield term
    uses = {u.document: u for u in reversed(entry.uses)}
    by_meaning: dict[int, list[Use]] = {}
    for use in entry.uses:
        by_meaning.setdefault(use.meaning, []).append(use)
    for number, meaning in enumerate(entry.meanings):
        definition = new("dd", _words(entry, number, language), epub_type="glossdef")
        if len(entry.meanings) > 1:
            definition.set("id", entry.target(number))
        mark_language(definition[0], meaning.language, language)
        own = by_meaning.get(number, [])
        quoted = _quoted(entry, meaning, uses, language)
        if quoted is not None:
            definition.append(quoted)
            own = [u for u in own if u.document != meaning.place.partition("#")[0]]
        if own:
            definition.append(_back_links(own, language))
        yield definition
    last = definition
    unclear = by_meaning.get(WHOLE, [])
    if unclear:
        last = new("dd", _back_links(unclear, language), class_="more")
        yield last
    if entry.related:
        last.append(_see_also(entry.related, language))


def _words(entry: Entry, number: int, language: str) -> Element:
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


def _back_links(uses: Sequence[Use], language: str) -> Element:
    line = new("p", say("used-in", language), class_="uses")
    for number, use in enumerate(uses):
        append_text(line, ", " if number else " ")
        line.append(_link(use, language))
    return line


def _link(use: Use, language: str) -> Element:
    """A way back whose name says the word and the article."""
    name = new("span", use.title.strip('“”„«»"「」'))
    mark_language(name, use.language, language)
    before, after = say("glossary-back", language, term=use.text, title="\0").split("\0")
    shown = name if name.attrib else text_of(name)
    return new("a", before, shown, after, href=use.href, role="doc-backlink", epub_type="backlink")
