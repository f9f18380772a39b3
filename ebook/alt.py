"""Lists pictures and wide tables of articles in `alt.toml`: what is known of each, what a person still has to say."""

from __future__ import annotations

import os
import shlex
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ebook import sources, storage
from ebook.checks import tools
from ebook.describing import page as pages
from ebook.describing.sidecar import IMAGE, TABLE, WAITING, WAITING_TABLES, Entry
from ebook.describing.sidecar import parse as parse_sidecar
from ebook.describing.thumbnails import LARGE, copy_name, small_copy
from ebook.describing.update import merge, suggest, update, update_tables, wants_suggestion
from ebook.describing.written import render
from ebook.errors import NothingBuilt, UsageProblem
from ebook.inventory import Picture, Table, inventory, wide_tables
from ebook.markup import squash, xml_legal
from ebook.model import Image
from ebook.outline import describes
from ebook.rules import Finding, Place, rule
from ebook.work_files import PAGE_SIGN, SIDECAR
from ebook.works import Progress, beside_input, make_chapters, read_sidecar, settle

SECONDS = 60.0
"""How long a program may look at one picture."""
LONGEST_SUGGESTION = 2000
"""Characters; what is longer is no description but a mistake of the program."""
PICTURE = "{image}"
"""Stands for the path of the picture in a command."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AltResult:
    """What a run of `ebook alt` came to."""

    path: Path
    """The sidecar."""
    entries: tuple[Entry, ...]
    """All it holds now: pictures of these articles in reading order, what is left of others; then so the tables."""
    failed: tuple[str, ...] = ()
    """Why articles were left out."""
    findings: tuple[Finding, ...] = ()
    page: Path | None = None
    left_out: int = 0
    """Entries of the imported file that are about none of these pictures and tables."""

    @property
    def open(self) -> tuple[Entry, ...]:
        """The pictures that still need a person."""
        return tuple(e for e in self.pictures if e.state in WAITING and not e.gone)

    @property
    def pictures(self) -> tuple[Entry, ...]:
        """The entries of pictures."""
        return tuple(e for e in self.entries if e.kind == IMAGE)

    @property
    def tables(self) -> tuple[Entry, ...]:
        """The entries of tables that are too wide to read."""
        return tuple(e for e in self.entries if e.kind == TABLE)

    @property
    def offered(self) -> tuple[Entry, ...]:
        """The tables that may be described; none must be."""
        return tuple(e for e in self.tables if e.state in WAITING_TABLES and not e.gone)


def alt(
    *inputs: str | Path,
    output: str | Path | None = None,
    page: str | Path | None = None,
    command: str = "",
    seconds: float = SECONDS,
    imported: str | Path | None = None,
    language: str = "",
    jobs: int = 1,
    progress: Progress | None = None,
) -> AltResult:
    """Write or bring up to date the file that describes the pictures of the inputs, and a page to fill it in.

    `output` is that file (default: `alt.toml` beside the first input); `page`, where given, the page, empty for one
    beside it. `command` is a program that suggests words. `imported` is a file whose decisions are taken over.
    Raises `EbookError`; then no file has changed.
    """
    names = tuple(map(str, inputs))
    arguments = _arguments(command)
    found = sources.expand(names)
    path = _target(names, found, output)
    protected = (*names, *(r.source for r in found.references))
    target = _page_target(page, path, protected)
    text = storage.read_text(path)
    old = parse_sidecar(text, str(path))
    saved = read_sidecar(_existing(imported)) if imported else ()
    chosen, edition = settle(found, {}, {"jobs": jobs, **({"language": language} if language else {})})
    made = make_chapters(found.references, replace(chosen, alternatives=()), edition.parts, progress)
    chapters = [m.chapter for m in made if m.chapter]
    if not chapters:
        raise NothingBuilt(made[0].error)
    pictures, tables = inventory(chapters), wide_tables(chapters)
    read = dict.fromkeys(_name(c.source, path.parent) for c in chapters)
    copies = {p.hash: small_copy(p.image) for p in pictures}
    names_of = partial(_name, folder=path.parent)

    def is_elsewhere(article: str) -> bool:
        return article not in read and storage.is_file(path.parent / article)

    entries = (
        *update(
            old,
            pictures,
            name_of=names_of,
            file_of=lambda p: copy_name(p.image, copies[p.hash][0]),
            is_elsewhere=is_elsewhere,
        ),
        *update_tables(old, tables, name_of=names_of, is_elsewhere=is_elsewhere),
    )
    entries, left_out = merge(entries, saved)
    entries, findings = _suggested(entries, pictures, arguments, seconds)
    if entries:
        for p in pictures:
            media_type, data = copies[p.hash]
            storage.write_changed(path.parent / copy_name(p.image, media_type), data)
        storage.write_changed(path, render(entries, text).encode())
    if target:
        title = edition.title or chapters[0].metadata.title
        storage.write_whole(target, _page(entries, pictures, tables, list(read), path, title).encode())
    failed = tuple(m.error for m in made if m.error)
    return AltResult(path=path, entries=entries, failed=failed, findings=findings, page=target, left_out=left_out)


def _target(names: Sequence[str], found: sources.Inputs, output: str | Path | None) -> Path:
    """Where the sidecar is or will be."""
    if output:
        path = Path(output)
    elif found.plan and found.plan.alt:
        path = Path(found.plan.alt)
    elif names[0] == sources.STANDARD_INPUT:
        raise UsageProblem("standard input has no folder for alt.toml", hint="Name the file: -o alt.toml")
    else:
        path = beside_input(names[0]) / SIDECAR
    if path.is_dir() or path.suffix.lower() != ".toml":
        raise UsageProblem(f"{path} is no name for the list of pictures", hint="Name a file: -o alt.toml")
    storage.refuse_inputs(path, (*names, *(r.source for r in found.references)))
    return path


def _page_target(page: str | Path | None, sidecar: Path, protected: tuple[str, ...]) -> Path | None:
    if page is None:
        return None
    target = Path(page) if str(page) else sidecar.with_suffix(".html")
    if target.suffix.lower() not in (".html", ".htm", ".xhtml"):
        raise UsageProblem(f"{target} is no name for a page", hint="Put --html last, or write --html=alt.html")
    storage.refuse_inputs(target, protected)
    storage.refuse_unsigned(target, PAGE_SIGN)
    return target


def _existing(path: str | Path) -> Path:
    if not Path(path).is_file():
        raise UsageProblem(f"{path} is not there", hint="Name the file that the page saved: --import alt.toml")
    return Path(path)


def _name(source: str, folder: Path) -> str:
    """An article as the sidecar names it: by its path from there, whatever the current folder is."""
    if source == sources.STANDARD_INPUT:
        return source
    return Path(os.path.relpath(source, folder)).as_posix()


def _arguments(command: str) -> list[str]:
    """The words of a command; raises `UsageProblem` for one that cannot work."""
    if not command:
        return []
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise UsageProblem(f"the command “{command}” cannot be read: {error}", hint="Look at its quotes") from error
    if not any(PICTURE in word for word in words[1:]):
        raise UsageProblem(f"the command names no {PICTURE}", hint=f"For example --alt-command 'describe {PICTURE}'")
    return words


def _suggested(
    entries: tuple[Entry, ...],
    pictures: Sequence[Picture],
    command: Sequence[str],
    seconds: float,
) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """The entries with the suggestions of a program, asked once for each picture that has no words."""
    asked = [entry for entry in entries if entry.kind == IMAGE and wants_suggestion(entry)] if command else []
    first = {p.hash: p for p in reversed(pictures)}
    by = f"command: {Path(command[0]).name}" if command else ""
    done: dict[str, Entry] = {}
    findings = []
    for entry in asked:
        picture = first.get(entry.hash)
        if picture is None:
            continue  # of an article that was not read this time
        words, problem = _ask(command, picture.image, seconds)
        if problem:
            where = Place(file=picture.source, snippet=picture.reference[:120])
            findings.append(rule("alt.command-failed").at(where, image=picture.reference[:80], reason=problem))
        else:
            done[entry.hash] = suggest(entry, words, by)
    return tuple(done.get(e.hash, e) if e.kind == IMAGE else e for e in entries), tuple(findings)


def _ask(command: Sequence[str], image: Image, seconds: float) -> tuple[str, str]:
    """What a program says of a picture, and why it says nothing of use."""
    with tempfile.TemporaryDirectory(prefix=storage.PREFIX) as folder:
        path = Path(folder) / Path(copy_name(image, image.media_type)).name
        path.write_bytes(image.data)
        ran = tools.run([word.replace(PICTURE, str(path)) for word in command], seconds=seconds)
    words = squash(" ".join(xml_legal(ran.printed).split()))
    if ran.problem:
        return "", ran.problem
    if ran.code:
        said = next((line.strip() for line in ran.output.splitlines() if line.strip()), "")
        return "", f"it ended with {ran.code}{f' ({said[:120]})' if said else ''}"
    if not words:
        return "", "it said nothing"
    if len(words) > LONGEST_SUGGESTION:
        return "", f"it said more than {LONGEST_SUGGESTION} characters"
    return (words, "") if describes(words) else ("", f"“{words[:80]}” describes nothing")


def _page(
    entries: Sequence[Entry],
    pictures: Sequence[Picture],
    tables: Sequence[Table],
    articles: Sequence[str],
    path: Path,
    title: str,
) -> str:
    """The page with the pictures and wide tables of this run beside their fields, article by article."""
    first = {(IMAGE, p.hash): p for p in reversed(pictures)}
    wide = {(TABLE, t.hash): t for t in reversed(tables)}
    shown: list[pages.Shown] = []
    kept: list[Entry] = []
    for entry in entries:
        key = (entry.kind, entry.hash)
        if key in first:
            copy = small_copy(first[key].image, LARGE)
            shown.append(pages.Shown(entry=entry, title=first[key].title, copy=copy))
        elif key in wide:
            shown.append(pages.Shown(entry=entry, title=wide[key].title, table=wide[key]))
        else:
            kept.append(entry)
    shown.sort(key=lambda s: articles.index(s.entry.article))
    return pages.render(shown, kept=kept, path=path.name, title=title)
