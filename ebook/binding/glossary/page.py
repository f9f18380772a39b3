"""The page of the glossary.

Markup as DAISY and DPUB-ARIA ask: a `section` with `doc-glossary`, a plain `dl` in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ebook.binding.glossary.entries import Entry
from ebook.markup import (
    Element,
    append_text,
    mark_language,
    new,
    set_language,
    text_of,
)
from ebook.passes.pronunciations import phonetic
from ebook.words import say

PAGE = "glossary.xhtml"


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
