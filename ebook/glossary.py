"""Writes what articles explain into a file in which an editor completes, corrects and forbids it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ebook import sources, storage
from ebook.binding import glossary, main_language
from ebook.errors import NothingBuilt, UsageProblem
from ebook.glossary_file import SUFFIXES, Entry, Listed, changes, render, update
from ebook.glossary_file.entries import FILE, FOUND, GONE, identity
from ebook.markup import parse_document
from ebook.model import Chapter, Term
from ebook.options import THRESHOLD
from ebook.terms.matching import FORBIDDEN
from ebook.work_files import GLOSSARIES
from ebook.works import (
    Progress,
    beside_input,
    glossaries_of,
    glossary_beside,
    lost_words,
    make_chapters,
    name_from,
    read_glossary,
    settle,
    with_articles,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditResult:
    """What a run of `ebook glossary --edit` came to."""

    path: Path
    """The editor's file."""
    entries: tuple[Entry, ...]
    """All it holds now, in its order."""
    changed: tuple[Entry, ...] = ()
    """The decisions about which an article says something else since this run."""
    notes: tuple[str, ...] = ()
    """A sentence for each thing that is to be done about this file and others."""
    unused: tuple[str, ...] = ()
    """One line for each entry that reaches nothing."""
    unsure: int = 0
    """Entries that are found and less sure than the threshold: in no book until somebody keeps them."""
    threshold: float = THRESHOLD
    failed: tuple[str, ...] = ()
    """Why articles were left out."""


def edit(
    *inputs: str | Path,
    output: str | Path | None = None,
    glossary_file: str | Path | None = None,
    options: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> EditResult:
    """Write or bring up to date the file with an editor's word on the glossary of the inputs.

    `output` is that file (default: `glossary_file`, or the `glossary.toml` or `glossary.csv` beside the first input).
    A new one takes over what `glossary_file` says, by default the file that a build of the inputs would read.
    `options` are fields of `Options`, of which `glossary_threshold` decides what is new. Raises `EbookError`; then no
    file has changed.
    """
    names = tuple(map(str, inputs))
    found = sources.expand(names)
    path = _target(names, found, output or glossary_file)
    given = [r.source for r in found.references]
    before, listed = storage.read_bytes(path), with_articles(read_glossary(path), path.parent, given)
    taken = _taken(names, found, path, listed, glossary_file if output else None)
    listed = _with_taken(listed, taken, path)
    chosen, edition = settle(found, {}, options or {})
    made = make_chapters(found.references, chosen, edition.parts, progress)
    chapters = [m.chapter for m in made if m.chapter]
    if not chapters:
        raise NothingBuilt(made[0].error)
    language = edition.language or main_language(chapters)
    read = {name_from(c.source, path.parent) for c in chapters}
    entries = update(
        listed.entries,
        _meanings(chapters, language, chosen.glossary_threshold, path.parent),
        threshold=chosen.glossary_threshold,
        is_first=not listed.entries,
        is_elsewhere=lambda article: article not in read and storage.is_file(path.parent / article),
    )
    failed = tuple(m.error for m in made if m.error)
    if not entries:
        return EditResult(path=path, entries=(), failed=failed)
    is_new = not path.exists()
    storage.write_changed(path, render(replace(listed, entries=entries), path, before))
    return EditResult(
        path=path,
        entries=entries,
        changed=changes(listed.entries, entries),
        notes=tuple(_notes(names, found, path, taken, is_new=is_new)),
        unused=lost_words([(path, read_glossary(path))], chapters, _names(entries)),
        threshold=chosen.glossary_threshold,
        unsure=sum(_is_unsure(entry, chosen.glossary_threshold) for entry in entries),
        failed=failed,
    )


def _is_unsure(entry: Entry, threshold: float) -> bool:
    """Whether an entry is in no book, since nobody has decided about it and it is not sure enough."""
    is_open = entry.state == FOUND and entry.mark != GONE and not entry.is_own
    return is_open and entry.score is not None and entry.score < threshold


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
    if path.is_dir() or path.suffix.lower() not in SUFFIXES:
        raise UsageProblem(f"{path} is no name for a glossary", hint="Put --edit last, or write --edit=glossary.toml")
    if not path.parent.is_dir():
        raise UsageProblem(f"the folder {path.parent} is not there", hint="Make it first, or name another place")
    storage.refuse_inputs(path, (*names, *(r.source for r in found.references)))
    return path


def _taken(
    names: Sequence[str], found: sources.Inputs, path: Path, listed: Listed, stated: str | Path | None
) -> tuple[tuple[Path, Listed], ...]:
    """The files that a new one takes over, with what they say; raises `UsageProblem` where it is not new."""
    if listed.entries:
        if stated and Path(stated).absolute() != path.absolute():
            raise UsageProblem(
                f"{path} has entries already, and takes nothing over from {stated}",
                hint="Leave out --glossary-file, or name a new file with --edit=",
            )
        return ()
    planned = found.plan.glossary_file if found.plan else ""
    if not stated and planned and not Path(planned).is_file():
        return ()  # it is the new file, or will be written later
    others = [p for p in glossaries_of(names, found, stated) if p.absolute() != path.absolute()]
    given = [r.source for r in found.references]
    return tuple((other, with_articles(read_glossary(other), other.parent, given)) for other in others)


def _with_taken(listed: Listed, taken: Sequence[tuple[Path, Listed]], path: Path) -> Listed:
    """What a new file starts with; of what several say of the same the first counts."""
    entries: dict[tuple[str, ...], Entry] = {}
    for other, said in taken:
        for entry in said.entries:
            article = entry.article
            if article not in ("", sources.STANDARD_INPUT):
                article = name_from(str(other.parent / article), path.parent)
            moved = replace(entry, article=article)
            entries.setdefault(identity(moved), moved)
    order = next((said.order for _, said in taken if said.order), listed.order)
    return replace(listed, entries=(*listed.entries, *entries.values()), order="" if _is_csv(path) else order)


def _is_csv(path: Path) -> bool:
    return path.suffix.lower() == ".csv"


def _meanings(chapters: Sequence[Chapter], language: str, threshold: float, folder: Path) -> list[Term]:
    """What the articles explain, the sure entries first, with the articles as a file in the folder names them."""
    terms = [t for c in chapters for t in glossary.terms_in(parse_document(c.xhtml), name=c.source)]
    sure = glossary.merge([t for t in terms if t.score >= threshold], language)
    unsure = glossary.merge([t for t in terms if t.score < threshold], language)
    return [_named(meaning, entry.term, folder) for entry in (*sure, *unsure) for meaning in entry.meanings]


def _named(meaning: Term, term: str, folder: Path) -> Term:
    """A meaning under the term of its entry, with the articles as the file names them."""
    return replace(meaning, term=term, articles=tuple(name_from(source, folder) for source in meaning.articles))


def _names(entries: Sequence[Entry]) -> list[str]:
    """The spellings of what has a meaning in the articles or in the file."""
    explained = [e for e in entries if e.meaning.strip() and e.state != FORBIDDEN and e.mark != GONE]
    return [name for e in explained for name in (e.term, e.found_term, *e.also) if name.strip()]


def _notes(
    names: Sequence[str], found: sources.Inputs, path: Path, taken: Sequence[tuple[Path, Listed]], *, is_new: bool
) -> Iterator[str]:
    """What is to be done so that a build reads this file, and no other."""
    planned = found.plan.glossary_file if found.plan else ""
    folders = [beside_input(name).absolute() for name in names if name != sources.STANDARD_INPUT]
    is_beside = path.name in GLOSSARIES and path.parent.absolute() in folders
    is_found = path.absolute() == Path(planned).absolute() if planned else is_beside
    here = f'glossary-file = "{path.name}" in book.toml' if planned else f"--glossary-file {path}"
    for other, said in taken:
        count = len(said.entries)
        yield f"{path} has taken over {count} entr{'y' if count == 1 else 'ies'} of {other}"
        if said.order == FILE and _is_csv(path):
            yield 'a CSV file has no place for the order: write glossary-order = "file" under [options] in book.toml'
    rivals = [path.with_name(name) for name in GLOSSARIES if name != path.name and path.with_name(name).is_file()]
    if is_beside and not planned and rivals:
        over = f"{rivals[0]}" if taken else "the one you do not need"
        yield f"{rivals[0]} is there as well, and a build stops where both are. Remove or rename {over}"
    elif not is_found and is_new:
        yield f"a build reads {path} only where it is named: {here}"
