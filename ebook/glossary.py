"""Writes what articles explain into a file in which an editor completes, corrects and forbids it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ebook import glossary_file, sources, storage
from ebook.binding import glossary, main_language
from ebook.errors import NothingBuilt, UsageProblem
from ebook.glossary_file import Entry, update
from ebook.markup import parse_document
from ebook.model import Term
from ebook.works import Progress, beside_input, glossary_beside, make_chapters, read_glossary, settle


@dataclass(frozen=True, slots=True, kw_only=True)
class EditResult:
    """What a run of `ebook glossary --edit` came to."""

    path: Path
    """The editor's file."""
    entries: tuple[Entry, ...]
    """All it holds now, in its order."""
    failed: tuple[str, ...] = ()
    """Why articles were left out."""


def edit(
    *inputs: str | Path,
    output: str | Path | None = None,
    options: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> EditResult:
    """Write or bring up to date the file with an editor's word on the glossary of the inputs.

    `output` is that file (default: the `glossary.toml` or `glossary.csv` beside the first input); `options` are fields
    of `Options`, of which `glossary_threshold` decides what is new. Raises `EbookError`; then no file has changed.
    """
    names = tuple(map(str, inputs))
    found = sources.expand(names)
    path = _target(names, found, output)
    before, listed = storage.read_bytes(path), read_glossary(path)
    chosen, edition = settle(found, {}, options or {})
    made = make_chapters(found.references, chosen, edition.parts, progress)
    chapters = [m.chapter for m in made if m.chapter]
    if not chapters:
        raise NothingBuilt(made[0].error)
    terms = [t for c in chapters for t in glossary.terms_in(parse_document(c.xhtml), name=c.source)]
    language = edition.language or main_language(chapters)
    sure = glossary.merge([t for t in terms if t.score >= chosen.glossary_threshold], language)
    unsure = glossary.merge([t for t in terms if t.score < chosen.glossary_threshold], language)
    read = {_name(c.source, path.parent) for c in chapters}
    entries = update(
        listed.entries,
        [_named(meaning, entry.term, path.parent) for entry in (*sure, *unsure) for meaning in entry.meanings],
        threshold=chosen.glossary_threshold,
        is_first=not listed.entries,
        is_elsewhere=lambda article: article not in read and (path.parent / article).is_file(),
        is_read=lambda article: article in read,
    )
    if entries:
        storage.write_changed(path, glossary_file.render(replace(listed, entries=entries), path, before))
    return EditResult(path=path, entries=entries, failed=tuple(m.error for m in made if m.error))


def _target(names: Sequence[str], found: sources.Inputs, output: str | Path | None) -> Path:
    """Where the file is or will be."""
    if output:
        path = Path(output)
    elif found.plan and found.plan.glossary_file:
        path = Path(found.plan.glossary_file)
    elif names[0] == sources.STANDARD_INPUT:
        raise UsageProblem("standard input has no folder for glossary.toml", hint="Name it: --edit=glossary.toml")
    else:
        path = glossary_beside(beside_input(names[0]))
    if path.is_dir() or path.suffix.lower() not in glossary_file.SUFFIXES:
        raise UsageProblem(f"{path} is no name for a glossary", hint="Put --edit last, or write --edit=glossary.toml")
    storage.refuse_inputs(path, (*names, *(r.source for r in found.references)))
    return path


def _named(meaning: Term, term: str, folder: Path) -> Term:
    """A meaning under the term of its entry, with the articles as the file names them."""
    return replace(meaning, term=term, articles=tuple(_name(source, folder) for source in meaning.articles))


def _name(source: str, folder: Path) -> str:
    """An article as the file names it: by its path from there, whatever the current folder is."""
    if source == sources.STANDARD_INPUT:
        return source
    return Path(os.path.relpath(source, folder)).as_posix()
