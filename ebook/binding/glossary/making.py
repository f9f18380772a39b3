"""The glossary of all chapters of a book, from their marks to finished entries."""

from __future__ import annotations

from collections.abc import Sequence

from ebook.binding.glossary.decisions import decide
from ebook.binding.glossary.entries import Entry
from ebook.binding.glossary.gathering import terms_in
from ebook.binding.glossary.linking import link_uses
from ebook.binding.glossary.marks import forget, settle
from ebook.binding.glossary.merging import merge
from ebook.binding.glossary.relating import relate
from ebook.markup import Element
from ebook.options import Options


def make(
    trees: Sequence[Element],
    names: Sequence[str],
    titles: Sequence[str],
    language: str,
    options: Options,
    *,
    sources: Sequence[str] = (),
) -> list[Entry]:
    """The entries of a book; its chapters are linked to them, and keep none of our marks.

    `sources` are the inputs that the chapters are made of, by which an editor names them.
    """
    entries: list[Entry] = []
    if options.glossary:
        entries = entries_of(trees, names, language, options, sources=sources)
        for tree, name, title in zip(trees, names, titles, strict=True):
            link_uses(tree, entries, name, title, links=options.glossary_links)
        relate(entries)
    for tree in trees:
        settle(tree, options.glossary_threshold)
        forget(tree)
    return entries


def entries_of(
    trees: Sequence[Element], names: Sequence[str], language: str, options: Options, *, sources: Sequence[str] = ()
) -> list[Entry]:
    """What chapters explain, as surely as asked for and as an editor wants it; nothing is linked yet."""
    for tree in trees:
        settle(tree, options.glossary_threshold)
    found = [t for tree, name in zip(trees, names, strict=True) for t in terms_in(tree, name=name)]
    named = dict(zip(sources, names, strict=False))
    return decide(merge(found, language), options, language, list(zip(names, trees, strict=True)), named)
