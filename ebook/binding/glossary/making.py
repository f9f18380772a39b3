"""The glossary of all chapters of a book, from their marks to finished entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ebook.binding.glossary.decisions import decide
from ebook.binding.glossary.entries import Entry
from ebook.binding.glossary.gathering import terms_in
from ebook.binding.glossary.linking import Linker
from ebook.binding.glossary.marks import forget, settle, spelt_out
from ebook.binding.glossary.merging import merge
from ebook.binding.glossary.relating import relate
from ebook.markup import Element
from ebook.options import Options

EVERY = "every"
"""The option by which all uses of a term are linked."""


def make(
    trees: Sequence[Element],
    names: Sequence[str],
    titles: Sequence[str],
    language: str,
    options: Options,
    *,
    sources: Sequence[Sequence[str]] = (),
) -> list[Entry]:
    """The entries of a book; its chapters are linked to them, and keep none of our marks.

    `sources` are the inputs that each chapter is made of, by which an editor names it.
    """
    entries: list[Entry] = []
    if options.glossary:
        entries = entries_of(trees, names, language, options, sources=sources)
        linker = Linker(entries, every=options.glossary_links == EVERY)
        for tree, name, title in zip(trees, names, titles, strict=True):
            linker.link(tree, name, title)
        relate(entries)
    led_to = _led_to(entries)
    for tree, name in zip(trees, names, strict=True):
        settle(tree, options.glossary_threshold)
        forget(tree, led_to.get(name, ()))
    return entries


def entries_of(
    trees: Sequence[Element],
    names: Sequence[str],
    language: str,
    options: Options,
    *,
    sources: Sequence[Sequence[str]] = (),
) -> list[Entry]:
    """What chapters explain, as surely as asked for and as an editor wants it; nothing is linked yet."""
    spelt = {name: spelt_out(tree) for tree, name in zip(trees, names, strict=True)}
    for tree in trees:
        settle(tree, options.glossary_threshold)
    found = [t for tree, name in zip(trees, names, strict=True) for t in terms_in(tree, name=name)]
    named: dict[str, list[str]] = {}
    for pages, name in zip(sources, names, strict=False):
        for page in pages:
            named.setdefault(page, []).append(name)
    entries = decide(merge(found, language), options, language, list(zip(names, trees, strict=True)), named)
    _note_spelt(entries, spelt)
    return entries


def _note_spelt(entries: Sequence[Entry], spelt: Mapping[str, Mapping[str, set[str]]]) -> None:
    """Tell the entries of short forms what each document writes out for them."""
    by_form = {form: e for e in reversed(entries) if e.kind == "abbreviation" for form in (*e.forms, e.term)}
    for name, words in spelt.items():
        for short, meanings in words.items():
            if short in by_form:
                by_form[short].spelt.setdefault(name, set()).update(meanings)


def _led_to(entries: Sequence[Entry]) -> dict[str, set[str]]:
    """The ids that the glossary leads to, by document."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        for place in (*(u.href for u in entry.uses), *(m.place for m in entry.meanings)):
            document, _, identifier = place.partition("#")
            found.setdefault(document, set()).add(identifier)
    return found
