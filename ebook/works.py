"""What a run works on: its inputs, options and edition settled, then its articles as chapters.

The first half of the way, for all that begins with reading: a book, its review, its list of pictures, its glossary.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from ebook import executors, sources, storage, themes
from ebook.binding import bind
from ebook.checks.css import check_css
from ebook.checks.ours import check_opened
from ebook.claims import Approval
from ebook.describing.sidecar import Entry, alternatives
from ebook.describing.sidecar import parse as parse_sidecar
from ebook.errors import EbookError, NothingBuilt, UsageProblem
from ebook.glossary_file import Listed, decisions_of, unused
from ebook.glossary_file import parse as parse_glossary
from ebook.glossary_file.entries import identity
from ebook.joining import join
from ebook.markup import xml_legal
from ebook.model import Book, Certification, Chapter, Edition, Theme
from ebook.normalise import normalise
from ebook.options import Options
from ebook.rules import Finding
from ebook.sources.collection import certification_problem, contact_problem
from ebook.sources.series import series
from ebook.work_files import GLOSSARIES, SIDECAR

COVER_FONT = "AtkinsonHyperlegible-Bold.ttf"
Progress = Callable[[int, int, str], None]
"""Called with (done, of how many, what is being worked on)."""
Pages = tuple[sources.Reference, ...]
"""The saved pages of one article, in order; nearly always one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One article through reading and normalising: a chapter or the reason why there is none."""

    source: str
    chapter: Chapter | None = None
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Works:
    """A run between its steps: what was asked for, and the chapters once they are read."""

    names: tuple[str, ...]
    references: tuple[sources.Reference, ...]
    options: Options
    edition: Edition
    theme: Theme
    css_findings: tuple[Finding, ...]
    sidecars: tuple[Path, ...] = ()
    """Files with descriptions of pictures."""
    listed: tuple[tuple[Path, Entry], ...] = ()
    """What they hold, each with its file."""
    glossaries: tuple[Path, ...] = ()
    """Files with what an editor says of the glossary."""
    spoken: tuple[tuple[Path, Listed], ...] = ()
    """What they say, each with its file."""
    made: tuple[Made, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the files with descriptions hold."""
        return tuple(entry for _, entry in self.listed)

    @property
    def chapters(self) -> list[Chapter]:
        """The chapters that could be made."""
        return [m.chapter for m in self.made if m.chapter]

    def bound(self, approval: Approval | None = None) -> Book:
        """The book of the chapters, with the word of a person where there is one."""
        font = (themes.folder() / "fonts" / COVER_FONT).read_bytes()
        return bind(
            self.chapters, self.edition, self.options, self.theme, font=font, approval=approval, examine=check_opened
        )


def prepared(
    names: tuple[str, ...],
    edition: Mapping[str, Any] | None,
    options: Mapping[str, Any] | None,
    alt: str | Path | None = None,
    glossary_file: str | Path | None = None,
) -> Works:
    """What a run works on; raises `EbookError` before any work is done."""
    found = sources.expand(names)
    chosen, edition_ = settle(found, edition or {}, options or {})
    sidecars = sidecars_of(names, found, alt)
    listed = tuple((path, entry) for path in sidecars for entry in read_sidecar(path))
    told = alternatives([entry for _, entry in listed])
    chosen = replace(chosen, alternatives=(*chosen.alternatives, *told))
    glossaries = glossaries_of(names, found, glossary_file)
    given = [r.source for r in found.references]
    spoken = tuple((path, with_articles(read_glossary(path), path.parent, given)) for path in glossaries)
    chosen = decided(chosen, spoken, found.references)
    return Works(
        names=names,
        references=found.references,
        options=chosen,
        edition=edition_,
        theme=themes.load(chosen.theme),
        css_findings=own_style(chosen),
        sidecars=sidecars,
        listed=listed,
        glossaries=glossaries,
        spoken=spoken,
    )


def read_all(works: Works, progress: Progress | None) -> Works:
    """The run with its chapters; raises `NothingBuilt` where there is none."""
    groups, parts = pages_of(works.references, works.edition.parts)
    grouped = make_groups(groups, works.options, progress)
    made = tuple(m for some in grouped for m in some)
    if not any(m.chapter for m in made):
        raise NothingBuilt(
            made[0].error if len(made) == 1 else f"none of {len(made)} inputs could be read; the first: {made[0].error}"
        )
    return replace(works, made=made, edition=replace(works.edition, parts=_parts_left(parts, grouped)))


def settle(found: sources.Inputs, edition: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[Options, Edition]:
    """Options and edition of a run: defaults, then `book.toml`, then what the caller says."""
    stated = dict(found.plan.options) if found.plan else {}
    if stated.get("css") and "css" not in options:
        stated["css"] = read_style(Path(stated["css"]))
    for given, kind in ((options, Options), (edition, Edition)):
        known = {f.name for f in fields(kind)}
        unknown = sorted(set(given) - known)
        if unknown:
            raise UsageProblem(f"unknown option {unknown[0]}", hint=f"Known: {', '.join(sorted(known))}")
    named = dict(edition)
    if "contact" in named and (wrong := contact_problem(named["contact"])):
        raise UsageProblem(wrong[0], hint=wrong[1])
    if isinstance(said := named.get("certification"), Mapping):
        named["certification"] = _certification(found.edition.certification, said)
    return Options(**{**stated, **options}), _clean_edition(replace(found.edition, **named))


_CERTIFYING = {"report": "certifier's report", "date": "day of the review"}
"""How messages call what is said of a certifier, where that is not the name of the field."""


def _certification(stated: Certification | None, said: Mapping[str, str]) -> Certification | None:
    """What `book.toml` says of the certifier, with what the caller says instead; raises `UsageProblem`."""
    if not said:
        return stated
    empty = next((name for name, text in said.items() if not text.strip()), "")
    if empty:
        raise UsageProblem(f"the {_CERTIFYING.get(empty, empty)} is empty", hint="Give it, or leave the option out")
    certification = replace(stated or Certification(), **said)
    problem = certification_problem(certification)
    if problem:
        raise UsageProblem(problem[1], hint=problem[2])
    return certification


def _clean_edition(edition: Edition) -> Edition:
    """The edition without characters that XML cannot hold."""
    values: dict[str, Any] = {f.name: getattr(edition, f.name) for f in fields(edition)}
    texts: dict[str, Any] = {name: xml_legal(v).strip() for name, v in values.items() if isinstance(v, str)}
    named = (replace(p, name=xml_legal(p.name).strip(), file_as=xml_legal(p.file_as)) for p in edition.creators)
    people = tuple(person for person in named if person.name)
    vouched = edition.certification
    if vouched is not None:
        clean = {f.name: xml_legal(getattr(vouched, f.name)).strip() for f in fields(vouched)}
        vouched = Certification(**clean)
    return replace(edition, **texts, creators=people, certification=vouched)


def read_style(path: Path) -> str:
    """The text of a style sheet; raises `UsageProblem` where it cannot be read."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageProblem(f"the style sheet {path} cannot be read", hint="Give a CSS file in UTF-8") from error


def own_style(options: Options) -> tuple[Finding, ...]:
    findings = check_css(options.css, "style sheet") if options.css else []
    bad = next((f for f in findings if f.rule in ("css.syntax", "css.forbidden")), None)
    if bad:
        raise UsageProblem(f"{bad.place}: {bad.message}", hint=bad.remedy)
    return tuple(findings)


def sidecars_of(names: Sequence[str], found: sources.Inputs, stated: str | Path | None) -> tuple[Path, ...]:
    """The files that describe the pictures of these inputs: the stated one, that of `book.toml` or those beside."""
    named = str(stated) if stated else found.plan.alt if found.plan else ""
    if named:
        if Path(named).is_dir():
            raise UsageProblem(f"{named} is a folder", hint=f"Name the file in it: {Path(named) / SIDECAR}")
        if not Path(named).is_file():
            raise UsageProblem(f"{named} is not there", hint="Make it with ebook alt, or leave it out")
        return (Path(named),)
    folders = dict.fromkeys(beside_input(name) for name in names if name != sources.STANDARD_INPUT)
    return tuple(path for folder in folders if (path := folder / SIDECAR).is_file())


def beside_input(name: str) -> Path:
    """The folder beside an input: a folder itself, else the one that holds it."""
    path = Path(name)
    return path if path.is_dir() else path.parent


def read_sidecar(path: Path) -> tuple[Entry, ...]:
    """The entries of a file with descriptions of pictures; raises `UsageProblem`."""
    return parse_sidecar(storage.read_text(path), str(path))


def glossaries_of(names: Sequence[str], found: sources.Inputs, stated: str | Path | None) -> tuple[Path, ...]:
    """The files in which an editor speaks of the glossary of these inputs, found as `sidecars_of` finds its own."""
    named = str(stated) if stated else found.plan.glossary_file if found.plan else ""
    if named:
        if Path(named).is_dir():
            inside = next((n for n in GLOSSARIES if (Path(named) / n).is_file()), GLOSSARIES[0])
            raise UsageProblem(f"{named} is a folder", hint=f"Name the file in it: {Path(named) / inside}")
        if not Path(named).is_file():
            raise UsageProblem(f"{named} is not there", hint="Make it with ebook glossary --edit, or leave it out")
        return (Path(named),)
    folders = dict.fromkeys(beside_input(name) for name in names if name != sources.STANDARD_INPUT)
    return tuple(path for folder in folders if (path := glossary_beside(folder)).is_file())


def glossary_beside(folder: Path) -> Path:
    """Where the glossary of a folder is, or will be; raises `UsageProblem` where there are two."""
    there = [folder / name for name in GLOSSARIES if (folder / name).is_file()]
    if len(there) > 1:
        raise UsageProblem(
            f"{there[0]} and {there[1]} are both there, and may say different things",
            hint="Remove one or rename it, or name the one that counts: --glossary-file",
        )
    return there[0] if there else folder / GLOSSARIES[0]


def read_glossary(path: Path) -> Listed:
    """What an editor says in a file; raises `UsageProblem`."""
    return parse_glossary(storage.read_bytes(path), path)


def with_articles(listed: Listed, folder: Path, given: Sequence[str]) -> Listed:
    """What an editor says, with the articles named from the folder of the file.

    `given` are the inputs of the run: who copies the name of one from what is printed names it from the current folder.
    """
    named = {os.path.abspath(source): source for source in given if source != sources.STANDARD_INPUT}
    taken = {identity(entry) for entry in listed.entries}
    entries = list(listed.entries)
    for number, entry in enumerate(entries):
        source = named.get(os.path.abspath(entry.article)) if entry.article else None
        is_from_folder = os.path.abspath(folder / entry.article) in named or _is_file_in(folder, entry.article)
        if source is not None and not is_from_folder:
            moved = replace(entry, article=name_from(source, folder))
            if not entry.is_own or identity(moved) not in taken:  # else the file says the same by the other name
                taken.add(identity(moved))
                entries[number] = moved
    return replace(listed, entries=tuple(entries))


def decided(
    options: Options, spoken: Sequence[tuple[Path, Listed]], references: Sequence[sources.Reference]
) -> Options:
    """The options with what editors decided about the glossary; their articles get the names they have in this run."""
    named = {os.path.abspath(r.source): r.source for r in references if r.source != sources.STANDARD_INPUT}
    decisions, order = list(options.decisions), options.glossary_order
    for path, listed in spoken:
        order = order or listed.order  # what `book.toml` says goes before what a file beside the articles says
        for decision in decisions_of(listed):
            place = os.path.abspath(path.parent / decision.article) if decision.article else ""
            decisions.append(replace(decision, article=named.get(place, decision.article)))
    return replace(options, decisions=tuple(decisions), glossary_order=order)


def lost_words(
    spoken: Sequence[tuple[Path, Listed]], chapters: Sequence[Chapter], names: Sequence[str]
) -> tuple[str, ...]:
    """One line for all that editors say of the glossary and that reaches nothing; `names` are those of its entries."""
    return tuple(
        line
        for path, listed in spoken
        for line in unused(
            path,
            listed,
            names=names,
            texts={name_from(source, path.parent): c.xhtml for c in chapters for source in (c.source, *c.more)},
            is_there=partial(_is_file_in, path.parent),
        )
    )


def _is_file_in(folder: Path, name: str) -> bool:
    return storage.is_file(folder / name)


def name_from(source: str, folder: Path) -> str:
    """An article as a file in a folder names it: by its path from there, whatever the current folder is."""
    if source == sources.STANDARD_INPUT:
        return source
    return Path(os.path.relpath(source, folder)).as_posix()


def make_chapter(reference: sources.Reference, options: Options) -> Chapter:
    """Read and normalise one article; raises `EbookError`."""
    article = sources.read(reference, max_bytes=options.max_bytes, max_pixels=options.max_pixels)
    return normalise(article, options)


def try_chapter(options: Options, reference: sources.Reference, *more: sources.Reference) -> Made:
    """One article read and normalised, with `more` of its pages if it was split over several.

    What is wrong with it is said, and does not stop the others.
    """
    try:
        chapters = [make_chapter(page, options) for page in (reference, *more)]
        return Made(source=reference.source, chapter=join(chapters) if more else chapters[0])
    except EbookError as error:
        return Made(source=reference.source, error=error.line())
    except Exception as error:  # noqa: BLE001 - the outermost edge of one article
        # A mistake of ours: it costs this article, is named in the report and turns the exit code.
        return Made(
            source=reference.source,
            error=f"{reference.source}: {type(error).__name__}: {str(error)[:200]}. Please report this page",
        )


def make_chapters(
    references: Sequence[sources.Reference],
    options: Options,
    parts: tuple[tuple[str, int], ...] = (),
    progress: Progress | None = None,
) -> list[Made]:
    """The chapters of articles, pages of one article joined, without a book."""
    return [m for some in make_groups(pages_of(references, parts)[0], options, progress) for m in some]


def pages_of(
    references: Sequence[sources.Reference], parts: tuple[tuple[str, int], ...] = ()
) -> tuple[list[Pages], tuple[tuple[str, int], ...]]:
    """The references, pages of one article together, and the parts with the number of articles then in each."""
    groups: list[Pages] = []
    counted: list[tuple[str, int]] = []
    start = 0
    for title, count in parts or (("", len(references)),):
        some = references[start : start + count]
        found = series([r.source for r in some], [r.url for r in some])
        groups += [tuple(some[n] for n in positions) for positions in found]
        counted.append((title, len(found)))
        start += count
    return groups, tuple(counted) if parts else ()


def _try_pages(options: Options, pages: Pages) -> list[Made]:
    """The article of several pages; where they cannot be joined, each that can be read for itself."""
    made = try_chapter(options, *pages)
    if made.chapter or len(pages) == 1:
        return [made]
    return [try_chapter(options, page) for page in pages]


def _lost(pages: Pages) -> list[Made]:
    """What is said of pages that end the process which works on them."""
    return [
        Made(
            source=page.source,
            error=f"{page.source}: the process that worked on it ended without a word, twice; there may be too little "
            "memory for it. Leave it out, or report this page",
        )
        for page in pages
    ]


def make_groups(groups: Sequence[Pages], options: Options, progress: Progress | None) -> list[list[Made]]:
    made: list[list[Made]] = []
    # Standard input belongs to this process alone.
    jobs = 1 if any(r.source == sources.STANDARD_INPUT for pages in groups for r in pages) else options.jobs
    executor = executors.choose(jobs, len(groups))
    for result in executor.map(partial(_try_pages, options), groups, _lost):
        made.append(result)
        if progress:
            progress(len(made), len(groups), result[0].source)
    return made


def _parts_left(parts: tuple[tuple[str, int], ...], made: Sequence[Sequence[Made]]) -> tuple[tuple[str, int], ...]:
    """The parts with failed articles taken off."""
    left, position = [], 0
    for title, count in parts:
        left.append((title, sum(m.chapter is not None for some in made[position : position + count] for m in some)))
        position += count
    return tuple(left)
