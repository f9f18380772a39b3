"""Read, normalise, bind, write, check: joins the stages. The only module that knows all of them."""

from __future__ import annotations

import re
import shlex
import tempfile
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from ebook import executors, sources, storage, themes
from ebook.binding import bind, glossary
from ebook.binding.links import make_absolute
from ebook.binding.pictures import file_name
from ebook.checks import NOT_CHECKED, VALID, Report, check_book
from ebook.checks.css import check_css
from ebook.checks.ours import check_ours
from ebook.claims import Approval
from ebook.describing.sidecar import ACCEPTED, SUGGESTED, Entry, alternatives
from ebook.describing.sidecar import parse as parse_sidecar
from ebook.epub import write
from ebook.errors import EbookError, InvalidBook, NothingBuilt, UnreadableInput, UsageProblem
from ebook.inventory import DECORATIVE, DESCRIBED, MISSING, OPEN, POOR, inventory
from ebook.joining import join
from ebook.markup import STATED, new, parse_document, replace_body, serialise, xml_legal
from ebook.model import EVIDENCE, Book, Certification, Chapter, Edition, Resource, Term, Theme
from ebook.normalise import normalise
from ebook.opened import Opened, open_epub
from ebook.options import Options
from ebook.report.evidence import MEDIA_TYPE, evidence
from ebook.review.approvals import NAME as APPROVALS
from ebook.review.approvals import Status, Taken, approval_of, missing, status_of, take
from ebook.review.items import Item, items_of
from ebook.review.sheets import Row, written
from ebook.review.sheets import read as read_rows
from ebook.rules import Finding, Place, Severity, rule
from ebook.sources.collection import certification_problem
from ebook.sources.series import series
from ebook.terms import find_abbreviations
from ebook.work_files import SIDECAR

COVER_FONT = "AtkinsonHyperlegible-Bold.ttf"
EVIDENCE_SUFFIX = ".evidence.json"
Progress = Callable[[int, int, str], None]
"""Called with (done, of how many, what is being worked on)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleResult:
    """What became of one input."""

    source: str
    title: str = ""
    status: str = "built"
    """`built` or `failed`."""
    findings: tuple[Finding, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What a build made."""

    path: Path
    book: Book
    articles: tuple[ArticleResult, ...]
    findings: tuple[Finding, ...]
    """Findings about the book as a whole; those of articles are with them."""
    verdict: str
    """`valid` or `not-checked`; an invalid book is an error."""
    reason: str = ""
    pictures: Mapping[str, int] = field(default_factory=dict)
    """How many pictures are `described`, `decorative`, `missing`, `poor`; of the last two how many are `suggested`."""
    is_certified: bool = False
    """Whether the book states its conformance."""
    uncertified: str = ""
    """Why it does not, where there is a certifier or an approval."""
    evidence: Path | None = None
    """The report of all checks beside the book."""

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Everything that was found, articles first."""
        return (*(f for a in self.articles for f in a.findings), *self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One article through reading and normalising: a chapter or the reason why there is none."""

    source: str
    chapter: Chapter | None = None
    error: str = ""


Pages = tuple[sources.Reference, ...]
"""The saved pages of one article, in order; nearly always one."""


def build(
    *inputs: str | Path,
    output: str | Path | None = None,
    edition: Mapping[str, Any] | None = None,
    options: Mapping[str, Any] | None = None,
    alt: str | Path | None = None,
    protected: Sequence[str] = (),
    progress: Progress | None = None,
) -> BuildResult:
    """Make one validated EPUB 3 of articles and put it at `output` (by default named after the title).

    `inputs` are files, folders, `-`, or one `book.toml`; `edition` and `options` hold fields of `Edition` and
    `Options` that win over `book.toml`; `alt` names the file with the descriptions of pictures, by default the
    `alt.toml` beside the inputs; `protected` names more files that the book must not replace.
    Raises `EbookError`; then no file has changed.
    """
    names = tuple(map(str, inputs))
    works = _prepared(names, edition, options, alt)
    approvals = approvals_path(names)
    kept = [str(path) for path in (*works.sidecars, approvals) if path]
    protected = (*names, *(r.source for r in works.references), *kept, *protected)
    if output is not None:
        if approvals and Path(output).absolute() == approvals.absolute():
            raise UsageProblem(f"{approvals} is kept for approvals", hint="Name another place with -o")
        storage.check_target(Path(output), inputs=protected)
    works = _read_all(works, progress)
    book = works.bound()
    path = Path(output) if output is not None else Path(f"{slug(book.title)}.epub")
    storage.check_target(path, inputs=protected)
    beside = path.with_suffix(EVIDENCE_SUFFIX)
    if works.options.evidence:
        storage.check_report(beside, inputs=protected)
    final = _certified(works, book, path, approvals)
    storage.write_whole(path, final.data)
    if works.options.evidence:
        storage.write_whole(beside, _evidence(final, path.name))
    return BuildResult(
        path=path,
        book=final.book,
        articles=tuple(map(_result, works.made)),
        verdict=final.report.verdict,
        reason=final.report.reason,
        pictures=_counts(works.chapters, works.entries),
        findings=(*works.css_findings, *final.book.findings, *_told(final.report)),
        is_certified=final.approval is not None,
        uncertified=final.missing,
        evidence=beside if works.options.evidence else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Works:
    """A run between its steps: what was asked for, and the chapters once they are read."""

    names: tuple[str, ...]
    references: tuple[sources.Reference, ...]
    options: Options
    edition: Edition
    theme: Theme
    css_findings: tuple[Finding, ...]
    sidecars: tuple[Path, ...] = ()
    """Files with descriptions of pictures."""
    entries: tuple[Entry, ...] = ()
    """What they hold."""
    made: tuple[Made, ...] = ()

    @property
    def chapters(self) -> list[Chapter]:
        """The chapters that could be made."""
        return [m.chapter for m in self.made if m.chapter]

    def bound(self, approval: Approval | None = None) -> Book:
        """The book of the chapters, with the word of a person where there is one."""
        font = (themes.folder() / "fonts" / COVER_FONT).read_bytes()
        return bind(self.chapters, self.edition, self.options, self.theme, font=font, approval=approval)


def _prepared(
    names: tuple[str, ...],
    edition: Mapping[str, Any] | None,
    options: Mapping[str, Any] | None,
    alt: str | Path | None = None,
) -> _Works:
    """What a run works on; raises `EbookError` before any work is done."""
    found = sources.expand(names)
    chosen, edition_ = settle(found, edition or {}, options or {})
    sidecars = sidecars_of(names, found, alt)
    entries = tuple(entry for path in sidecars for entry in read_sidecar(path))
    chosen = replace(chosen, alternatives=(*chosen.alternatives, *alternatives(entries)))
    return _Works(
        names=names,
        references=found.references,
        options=chosen,
        edition=edition_,
        theme=themes.load(chosen.theme),
        css_findings=_own_style(chosen),
        sidecars=sidecars,
        entries=entries,
    )


def _read_all(works: _Works, progress: Progress | None) -> _Works:
    """The run with its chapters; raises `NothingBuilt` where there is none."""
    groups, parts = _articles(works.references, works.edition.parts)
    grouped = _make_chapters(groups, works.options, progress)
    made = tuple(m for some in grouped for m in some)
    if not any(m.chapter for m in made):
        raise NothingBuilt(
            made[0].error if len(made) == 1 else f"none of {len(made)} inputs could be read; the first: {made[0].error}"
        )
    return replace(works, made=made, edition=replace(works.edition, parts=_parts_left(parts, grouped)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The review of a book: its decisions, and what is recorded of them."""

    title: str
    opened: Opened
    items: tuple[Item, ...]
    approvals: Path | None
    """Where approvals are kept; nowhere for standard input."""
    recorded: Mapping[str, Row]
    mistakes: tuple[str, ...]
    """One sentence for each line of the approvals that cannot be read."""
    left_out: tuple[str, ...] = ()
    """The errors of articles that could not be read: they are in no book, and in no sheet."""

    @property
    def status(self) -> Status:
        """How far the review is."""
        return status_of(self.items, self.recorded)


def review(
    *inputs: str | Path,
    edition: Mapping[str, Any] | None = None,
    options: Mapping[str, Any] | None = None,
    alt: str | Path | None = None,
    progress: Progress | None = None,
) -> Review:
    """The decisions of the book that `build` makes of these inputs, and what is approved of them."""
    names = tuple(map(str, inputs))
    works = _read_all(_prepared(names, edition, options, alt), progress)
    book = works.bound()
    return _reviewed(works, book, write(book), approvals_path(names))


def _reviewed(works: _Works, book: Book, data: bytes, approvals: Path | None) -> Review:
    opened, found = open_epub(data, book.title)
    assert opened is not None, found
    recorded, mistakes = read_approvals(approvals)
    return Review(
        title=book.title,
        opened=opened,
        items=items_of(opened, works.chapters, (*book.findings, *check_ours(data, book.title))),
        approvals=approvals,
        recorded=recorded,
        mistakes=mistakes,
        left_out=tuple(m.error for m in works.made if m.error),
    )


def sidecars_of(names: Sequence[str], found: sources.Inputs, stated: str | Path | None) -> tuple[Path, ...]:
    """The files that describe the pictures of these inputs: the stated one, that of `book.toml` or those beside."""
    named = str(stated) if stated else found.plan.alt if found.plan else ""
    if named:
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


def _counts(chapters: Sequence[Chapter], entries: Sequence[Entry]) -> Mapping[str, int]:
    pictures = {p.hash: p for p in inventory(chapters)}
    accepted = {e.hash for e in entries if e.state == ACCEPTED}
    waiting = {e.hash for e in entries if e.state == SUGGESTED}
    states = [DESCRIBED if p.hash in accepted and p.state in OPEN else p.state for p in pictures.values()]
    counts = {state: states.count(state) for state in (DESCRIBED, DECORATIVE, MISSING, POOR)}
    return {**counts, SUGGESTED: sum(p.state in OPEN and p.hash in waiting for p in pictures.values())}


def approvals_path(names: Sequence[str]) -> Path | None:
    """Where the approvals of these inputs are kept: beside the first, or in it where it is a folder."""
    first = next((name for name in names if name != sources.STANDARD_INPUT), "")
    path = Path(first)
    return (path if path.is_dir() else path.parent) / APPROVALS if first else None


def read_approvals(path: Path | None) -> tuple[dict[str, Row], tuple[str, ...]]:
    """The recorded answers by key, and one sentence for each line that cannot be read."""
    if path is None or not path.exists():
        return {}, ()
    try:
        rows, mistakes = read_rows(path.read_bytes(), str(path))
    except OSError as error:
        return {}, (f"{path} cannot be read: {error.strerror}",)
    return {row.key: row for row in rows}, mistakes


def take_sheet(found: Review, sheet: Path, *, today: str, by: str = "") -> tuple[Review, Taken]:
    """The review with the answers of a filled-in sheet, which are recorded; raises `EbookError`."""
    if found.approvals is None:
        raise UsageProblem("approvals are kept beside the input", hint="Name a file, a folder or a book.toml")
    if found.mistakes:
        raise UsageProblem(found.mistakes[0], hint="Correct that file first: nothing in it may be lost")
    try:
        filled, mistakes = read_rows(sheet.read_bytes(), str(sheet))
    except OSError as error:
        raise UnreadableInput(f"{sheet} cannot be read: {error.strerror}", hint="Give a filled-in sheet") from error
    taken = take(filled, found.recorded, found.items, today=today, by=by)
    if taken.new:
        storage.write_whole(found.approvals, written(taken.rows))
    recorded = {row.key: row for row in taken.rows}
    return replace(found, recorded=recorded), replace(taken, notes=(*mistakes, *taken.notes))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Final:
    """A book that was checked as it will be written."""

    book: Book
    data: bytes
    report: Report
    approval: Approval | None = None
    missing: str = ""
    """Why no conformance is claimed, where somebody asked for it."""
    status: Status | None = None


def _certified(works: _Works, book: Book, path: Path, approvals: Path | None) -> _Final:
    """The checked book: with a claim of conformance where a person has approved everything and no check fails.

    First the book without a claim is checked, then the one with it: what is written has been checked.
    """
    data, options, certification = write(book), works.options, works.edition.certification
    asked = certification is not None or (approvals is not None and approvals.exists())
    if not asked:
        report = _checked(data, path, options, ace=options.evidence, brief=not options.evidence)
        return _Final(book=book, data=data, report=report)
    found = _reviewed(works, book, data, approvals)
    status = found.status
    complete = certification is not None and status.is_complete and not found.mistakes and options.check
    # a report that goes into the book tells of the book without the claim, and must hold what Ace says of it
    inside = certification is not None and certification.report == EVIDENCE
    report = _checked(data, path, options, ace=inside if complete else options.evidence, brief=False)
    plain = _Final(book=book, data=data, report=report, status=status)
    lacking = found.mistakes[0] if found.mistakes else _lacking(works, status, report)
    if lacking or certification is None:
        return replace(plain, missing=lacking)
    approval = approval_of(status, certification)
    stating = works.bound(approval)
    if inside:
        held = Resource(name=EVIDENCE, media_type=MEDIA_TYPE, data=_evidence(plain, path.name), linked=True)
        stating = replace(stating, resources=(*stating.resources, held))
    data = write(stating)
    report = _checked(data, path, options, ace=True, brief=False)
    lacking = _lacking(works, status, report)
    if lacking:
        return replace(plain, missing=lacking)
    return _Final(book=stating, data=data, report=report, approval=approval, status=status)


def _lacking(works: _Works, status: Status, report: Report) -> str:
    """What stands between a checked book and its claim, in one line."""
    unchecked = ""
    if not works.options.check:
        unchecked = "EPUBCheck must have found the book valid, and --no-check was given"
    elif report.verdict != VALID or report.unfinished:
        unchecked = report.reason or report.unfinished or f"the book is {report.verdict}"
    where = f"ebook review {' '.join(map(shlex.quote, works.names))}"
    failing = failing_rules((*works.css_findings, *report.findings))
    return missing(status, works.edition.certification, failing, unchecked, where)


def failing_rules(findings: Sequence[Finding]) -> tuple[str, ...]:
    """The rules that speak against conformance: ours and Ace's from warnings up, EPUBCheck's errors."""
    least = {"epubcheck": Severity.ERROR}
    return tuple(
        dict.fromkeys(f.rule for f in findings if f.severity.rank >= least.get(f.source, Severity.WARNING).rank)
    )


def _evidence(final: _Final, name: str) -> bytes:
    """The report of all checks for machines."""
    opened, _ = open_epub(final.data, name)
    assert opened is not None
    certifier = final.approval.certifier if final.approval else ""
    return evidence(name, opened, final.report, final.status, certifier)


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
    if isinstance(said := named.get("certification"), Mapping):
        named["certification"] = _certification(found.edition.certification, said)
    return Options(**{**stated, **options}), _clean_edition(replace(found.edition, **named))


def _certification(stated: Certification | None, said: Mapping[str, str]) -> Certification | None:
    """What `book.toml` says of the certifier, with what the caller says instead; raises `UsageProblem`."""
    if not said:
        return stated
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


def _own_style(options: Options) -> tuple[Finding, ...]:
    findings = check_css(options.css, "style sheet") if options.css else []
    bad = next((f for f in findings if f.rule in ("css.syntax", "css.forbidden")), None)
    if bad:
        raise UsageProblem(f"{bad.place}: {bad.message}", hint=bad.remedy)
    return tuple(findings)


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


def _articles(
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


def _make_chapters(groups: Sequence[Pages], options: Options, progress: Progress | None) -> list[list[Made]]:
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


def _result(made: Made) -> ArticleResult:
    if made.chapter:
        return ArticleResult(source=made.source, title=made.chapter.metadata.title, findings=made.chapter.findings)
    finding = rule("article.failed").at(Place(file=made.source), reason=made.error)
    return ArticleResult(source=made.source, status="failed", findings=(finding,), error=made.error)


def _told(report: Report) -> tuple[Finding, ...]:
    """What a build says of its book: failures. The articles have told what needs a person; `ebook check` tells all."""
    return tuple(f for f in report.findings if f.severity.rank > Severity.REVIEW.rank)


def _checked(data: bytes, path: Path, options: Options, *, ace: bool = False, brief: bool = True) -> Report:
    """Check the book before it is put in place, with Ace where asked for and installed; raises `InvalidBook`."""
    with tempfile.TemporaryDirectory(prefix=storage.PREFIX) as folder:
        candidate = Path(folder) / "book.epub"
        candidate.write_bytes(data)
        report = check_book(candidate, name=path.name, epubcheck=options.check, ace=ace, strict=True, brief=brief)
    if report.verdict not in (VALID, NOT_CHECKED):
        worst = [f for f in report.findings if f.severity in (Severity.FATAL, Severity.ERROR)]
        first = f"{worst[0].place}: {worst[0].message}" if worst else "see ebook check"
        raise InvalidBook(
            f"{path} was not written: the book has {len(worst)} errors, the first in {first}",
            hint="An older book was left as it is; correct that place in the source, or report it",
        )
    return report


def normalise_inputs(*inputs: str | Path, options: Options) -> list[tuple[str, Chapter | None, str]]:
    """(source, chapter, error) of every article of the inputs; the chapters stand alone."""
    found = sources.expand(tuple(map(str, inputs)))
    return [
        (m.source, standalone(m.chapter) if m.chapter else None, m.error)
        for m in make_chapters(found.references, options)
    ]


def make_chapters(
    references: Sequence[sources.Reference],
    options: Options,
    parts: tuple[tuple[str, int], ...] = (),
    progress: Progress | None = None,
) -> list[Made]:
    """The chapters of articles, pages of one article joined, without a book."""
    return [m for some in _make_chapters(_articles(references, parts)[0], options, progress) for m in some]


def standalone(chapter: Chapter) -> Chapter:
    """The chapter as a file of its own: links lead to the web, the head says what is known of the article."""
    root = parse_document(chapter.xhtml)
    body = root.find("body")
    assert body is not None
    make_absolute(body, chapter.metadata.url)
    for image in body.iter("img"):
        image.attrib.pop(STATED, None)  # for those who list pictures, and nobody else
    return replace(chapter, xhtml=replace_body(chapter.xhtml, body, head=_meta_head(chapter)))


def beside(chapter: Chapter) -> Chapter:
    """The chapter with its pictures named as files that can lie beside it, whatever the page called them."""
    root = parse_document(chapter.xhtml)
    body = root.find("body")
    assert body is not None
    names = {image.reference: file_name(image) for image in chapter.images}
    for element in body.iter("img"):
        element.set("src", names.get(element.get("src", ""), element.get("src", "")))
    images = tuple(replace(image, reference=names[image.reference]) for image in chapter.images)
    return replace(chapter, xhtml=replace_body(chapter.xhtml, body), images=images)


def _meta_head(chapter: Chapter) -> str:
    metadata = chapter.metadata
    facts = [
        *(("author", a) for a in metadata.authors),
        ("date", metadata.published),
        ("dcterms.modified", metadata.modified),
        ("publisher", metadata.publisher),
        ("description", metadata.description),
        ("dcterms.license", metadata.licence),
    ]
    head = "".join(serialise(new("meta", name=name, content=value)) + "\n" for name, value in facts if value)
    if metadata.url:
        head += serialise(new("link", rel="canonical", href=metadata.url)) + "\n"
    return head


def glossary_of(*inputs: str | Path, options: Options) -> tuple[list[Term], list[str]]:
    """The glossary of the inputs without a book, and the errors of what could not be read."""
    found = sources.expand(tuple(map(str, inputs)))
    made = make_chapters(found.references, options)
    chapters = [m.chapter for m in made if m.chapter]
    terms = [t for c in chapters for t in glossary.terms_in(parse_document(c.xhtml))]
    language = chapters[0].metadata.language if chapters else "en"
    entries = glossary.merge(terms, language)
    if not chapters:
        raise UnreadableInput(made[0].error)
    return [m for e in entries for m in e.meanings], [m.error for m in made if m.error]


def glossary_of_text(text: str, language: str = "en") -> list[Term]:
    """The abbreviations that a plain text explains."""
    return [
        Term(kind="abbreviation", term=f.term, meaning=f.meaning, score=f.score, language=language)
        for f in find_abbreviations(text, language)
    ]


def slug(title: str) -> str:
    """A file name from a title: ASCII letters, digits and hyphens; never empty, never a path."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "book"
