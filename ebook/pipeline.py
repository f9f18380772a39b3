"""Read, normalise, bind, write, check: joins the stages. This module and `works`, its first half, know all of them."""

from __future__ import annotations

import difflib
import re
import shlex
import tempfile
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ebook import sources, storage
from ebook.binding import glossary, glossary_names, main_language
from ebook.binding.links import make_absolute
from ebook.binding.pictures import file_name
from ebook.checks import NOT_CHECKED, VALID, Report, check_book
from ebook.checks.ours import check_ours
from ebook.claims import Approval
from ebook.describing.sidecar import ACCEPTED, READABLE, SUGGESTED, TABLE, Entry, has_words
from ebook.describing.sidecar import settle as settle_entry
from ebook.epub import write
from ebook.errors import InvalidBook, UnreadableInput, UsageProblem, shortened
from ebook.inventory import (
    DECORATIVE,
    DESCRIBED,
    MISSING,
    OFFERED,
    OPEN,
    POOR,
    inventory,
    table_hashes,
    wide_tables,
)
from ebook.languages import standard_tag
from ebook.markup import STATED, new, parse_document, replace_body, serialise, squash
from ebook.model import EVIDENCE, Book, Chapter, Resource, Term
from ebook.opened import Opened, open_epub
from ebook.options import THRESHOLD, Options
from ebook.report.evidence import MEDIA_TYPE, evidence
from ebook.review.approvals import NAME as APPROVALS
from ebook.review.approvals import Status, Taken, approval_of, missing, status_of, take
from ebook.review.items import Item, items_of
from ebook.review.sheets import Row, written
from ebook.review.sheets import read as read_rows
from ebook.rules import Finding, Place, Severity, rule
from ebook.terms import find_abbreviations, find_definitions
from ebook.terms.sentences import sentences
from ebook.works import Made, Progress, Works, lost_words, make_chapters, prepared, read_all

EVIDENCE_SUFFIX = ".evidence.json"


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
    tables: Mapping[str, int] = field(default_factory=dict)
    """How many tables too wide to read are `described`, `readable` as a person found, or `offered` for description."""
    unused: tuple[str, ...] = ()
    """A sentence for each file of descriptions that says something about what is in none of these articles, and one
    for each entry of an editor's glossary that reaches nothing."""
    is_certified: bool = False
    """Whether the book states its conformance."""
    uncertified: str = ""
    """Why it does not, where there is a certifier or an approval."""
    evidence: Path | None = None
    """The report of all checks beside the book."""
    outdated: Path | None = None
    """A report that told of an older book at this place, and was removed."""

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        """Everything that was found, articles first."""
        return (*(f for a in self.articles for f in a.findings), *self.findings)


def build(
    *inputs: str | Path,
    output: str | Path | None = None,
    edition: Mapping[str, Any] | None = None,
    options: Mapping[str, Any] | None = None,
    alt: str | Path | None = None,
    glossary_file: str | Path | None = None,
    protected: Sequence[str] = (),
    progress: Progress | None = None,
) -> BuildResult:
    """Make one validated EPUB 3 of articles and put it at `output` (by default named after the title).

    `inputs` are files, folders, `-`, or one `book.toml`; `edition` and `options` hold fields of `Edition` and
    `Options` that win over `book.toml`; `alt` names the file with the descriptions of pictures, by default the
    `alt.toml` beside the inputs; `glossary_file` the one with the editor's word on the glossary, by default the
    `glossary.toml` or `glossary.csv` beside them; `protected` names more files that the book must not replace.
    Raises `EbookError`; then no file has changed.
    """
    names = tuple(map(str, inputs))
    works = prepared(names, edition, options, alt, glossary_file)
    approvals = approvals_path(names)
    kept = [str(path) for path in (*works.sidecars, *works.glossaries, approvals) if path]
    protected = (*names, *(r.source for r in works.references), *kept, *protected)
    if output is not None:
        if approvals and Path(output).absolute() == approvals.absolute():
            raise UsageProblem(f"{approvals} is kept for approvals", hint="Name another place with -o")
        storage.check_target(Path(output), inputs=protected)
    works = read_all(works, progress)
    book = works.bound()
    path = Path(output) if output is not None else Path(f"{slug(book.title)}.epub")
    storage.check_target(path, inputs=protected)
    beside = path.with_suffix(EVIDENCE_SUFFIX)
    if works.options.evidence:
        storage.check_report(beside, inputs=protected)
    final = _certified(works, book, path, approvals)
    is_new = not storage.holds(path, final.data)
    storage.write_whole(path, final.data)
    if works.options.evidence:
        storage.write_whole(beside, _evidence(works, final, path.name))
    is_outdated = is_new and not works.options.evidence and beside.absolute() not in _kept(protected)
    is_removed = is_outdated and storage.remove_report(beside)
    return BuildResult(
        path=path,
        book=final.book,
        articles=tuple(map(_result, works.made)),
        verdict=final.report.verdict,
        reason=final.report.reason,
        pictures=_counts(works.chapters, works.entries),
        tables=_tables(works.chapters, works.entries),
        unused=(*_unused(works), *_lost_words(works, final.book)),
        findings=(*works.css_findings, *final.book.findings, *_told(final.report)),
        is_certified=final.approval is not None,
        uncertified=final.missing,
        evidence=beside if works.options.evidence else None,
        outdated=beside if is_removed else None,
    )


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
    glossary_file: str | Path | None = None,
    progress: Progress | None = None,
) -> Review:
    """The decisions of the book that `build` makes of these inputs, and what is approved of them."""
    names = tuple(map(str, inputs))
    works = read_all(prepared(names, edition, options, alt, glossary_file), progress)
    book = works.bound()
    return _reviewed(works, book, write(book), approvals_path(names))


def _reviewed(works: Works, book: Book, data: bytes, approvals: Path | None) -> Review:
    opened, found = open_epub(data, book.title)
    assert opened is not None, found
    recorded, mistakes = read_approvals(approvals)
    return Review(
        title=book.title,
        opened=opened,
        items=items_of(
            opened,
            works.chapters,
            (*book.findings, *check_ours(data, book.title)),
            glossary=book.glossary,
            decisions=works.options.decisions,
        ),
        approvals=approvals,
        recorded=recorded,
        mistakes=mistakes,
        left_out=tuple(m.error for m in works.made if m.error),
    )


def _counts(chapters: Sequence[Chapter], entries: Sequence[Entry]) -> Mapping[str, int]:
    pictures = {p.hash: p for p in inventory(chapters)}
    accepted = {e.hash for e in entries if e.state == ACCEPTED}
    waiting = {e.hash for e in entries if e.state == SUGGESTED}
    states = [DESCRIBED if p.hash in accepted and p.state in OPEN else p.state for p in pictures.values()]
    counts = {state: states.count(state) for state in (DESCRIBED, DECORATIVE, MISSING, POOR)}
    return {**counts, SUGGESTED: sum(p.state in OPEN and p.hash in waiting for p in pictures.values())}


def _tables(chapters: Sequence[Chapter], entries: Sequence[Entry]) -> Mapping[str, int]:
    found = {t.hash: t.state for t in wide_tables(chapters)}
    readable = {e.hash for e in entries if e.kind == TABLE and e.state == READABLE}
    states = [READABLE if state == OFFERED and hash_ in readable else state for hash_, state in found.items()]
    return {state: states.count(state) for state in (DESCRIBED, READABLE, OFFERED)}


def _unused(works: Works) -> tuple[str, ...]:
    """What files of descriptions say of pictures and tables that no article of theirs holds: a hash may be mistyped."""
    if not works.listed:
        return ()
    here = {p.hash for p in inventory(works.chapters)} | table_hashes(works.chapters)
    read = {Path(c.source).absolute() for c in works.chapters}
    lost: dict[Path, list[str]] = {}
    for path, entry in works.listed:
        if entry.hash not in here and has_words(settle_entry(entry)) and not entry.gone:
            article = path.parent / entry.article
            if article.absolute() in read or not (entry.article and storage.is_file(article)):
                lost.setdefault(path, []).append(entry.hash)
    free = sorted(here - {entry.hash for _, entry in works.listed})
    return tuple(_lost(path, hashes, free) for path, hashes in lost.items())


def _lost(path: Path, hashes: Sequence[str], free: Sequence[str]) -> str:
    near = difflib.get_close_matches(hashes[0], free, n=1, cutoff=0.8)
    more = f" and {len(hashes) - 1} more" if len(hashes) > 1 else ""
    remedy = f"Did you mean {near[0]}?" if near else "Run ebook alt to see what there is"
    return f"{path} has words for {shortened(hashes[0], 40)}{more}, which is in none of these articles. {remedy}"


def _lost_words(works: Works, book: Book) -> tuple[str, ...]:
    return lost_words(works.spoken, works.chapters, book.glossary_names) if works.options.glossary else ()


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


def _certified(works: Works, book: Book, path: Path, approvals: Path | None) -> _Final:
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
        said = _evidence(works, _called(plain, path.name, EMBEDDED), EMBEDDED)
        held = Resource(name=EVIDENCE, media_type=MEDIA_TYPE, data=said, linked=True)
        stating = replace(stating, resources=(*stating.resources, held))
    data = write(stating)
    report = _checked(data, path, options, ace=True, brief=False)
    lacking = _lacking(works, status, report)
    if not lacking and "ace" not in report.versions:
        lacking = "Ace, which judges contrast as it is shown, was not run: install it (ebook doctor)"
    if lacking:
        return replace(plain, missing=lacking)
    return _Final(book=stating, data=data, report=report, approval=approval, status=status)


def _lacking(works: Works, status: Status, report: Report) -> str:
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


EMBEDDED = "book.epub"
"""What a report in a book calls it: its bytes do not depend on the name of the file."""


def _kept(names: Sequence[str]) -> frozenset[Path]:
    return frozenset(Path(name).absolute() for name in names)


def _called(final: _Final, name: str, other: str) -> _Final:
    """The same with another name of the file in its findings."""
    findings = (
        replace(f, place=replace(f.place, file=other)) if f.place.file == name else f for f in final.report.findings
    )
    return replace(final, report=replace(final.report, findings=tuple(findings)))


def _evidence(works: Works, final: _Final, name: str) -> bytes:
    """The report of all checks for machines."""
    opened, _ = open_epub(final.data, name)
    assert opened is not None
    certification = works.edition.certification
    certifier = certification.certifier if certification else ""
    return evidence(name, opened, final.report, final.status, certifier)


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
        errors = "1 error, in " if len(worst) == 1 else f"{len(worst)} errors, the first in "
        raise InvalidBook(
            f"{path} was not written: the book has {errors}{first}",
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


def standalone(chapter: Chapter) -> Chapter:
    """The chapter as a file of its own: links lead to the web, the head says what is known of the article."""
    root = parse_document(chapter.xhtml)
    body = root.find("body")
    assert body is not None
    make_absolute(body, chapter.metadata.url)
    for image in body.iter("img"):
        image.attrib.pop(STATED, None)  # for those who list pictures, and nobody else
    glossary.forget(body)  # how sure a term is, is for those who bind a book
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


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryResult:
    """The glossary of inputs without a book."""

    terms: tuple[Term, ...]
    failed: tuple[str, ...] = ()
    """Why articles were left out."""
    unused: tuple[str, ...] = ()
    """One line for each entry of an editor's file that reaches nothing."""


def glossary_of(
    *inputs: str | Path,
    options: Mapping[str, Any] | None = None,
    glossary_file: str | Path | None = None,
    progress: Progress | None = None,
) -> GlossaryResult:
    """The glossary that a book of these inputs has, without the book.

    `options` are fields of `Options`, `glossary_file` the one with the editor's word; raises `EbookError`.
    """
    names = tuple(map(str, inputs))
    works = prepared(names, {}, options, glossary_file=glossary_file)
    made = make_chapters(works.references, works.options, works.edition.parts, progress)
    chapters = [m.chapter for m in made if m.chapter]
    if not chapters:
        raise UnreadableInput(made[0].error)
    language = works.edition.language or main_language(chapters)
    sources_ = [c.source for c in chapters]
    trees = [parse_document(c.xhtml) for c in chapters]
    pages = [(c.source, *c.more) for c in chapters]
    entries = glossary.entries_of(trees, sources_, language, works.options, sources=pages)
    return GlossaryResult(
        terms=tuple(replace(m, term=e.term) for e in entries for m in e.meanings),
        failed=tuple(m.error for m in made if m.error),
        unused=lost_words(works.spoken, chapters, glossary_names(entries)),
    )


def glossary_of_text(text: str, language: str = "en", *, threshold: float = THRESHOLD) -> list[Term]:
    """The abbreviations that a plain text explains, then the terms that it defines, as sure as `threshold` or surer.

    >>> [term] = glossary_of_text("The Emergency Water Committee (EWC) met at two.")
    >>> term.kind, term.term, term.meaning
    ('abbreviation', 'EWC', 'Emergency Water Committee')

    Raises `UsageProblem` for what is no language tag, or no number from 0 to 1.
    """
    if not 0 <= threshold <= 1:
        raise UsageProblem(f"“{threshold}” is no number from 0 to 1", hint=f"For example threshold={THRESHOLD}")
    if not standard_tag(language):
        raise UsageProblem(f"“{language}” is no language tag", hint="Use a BCP 47 tag, for example en or pt-BR")
    language = standard_tag(language)
    short = [f for f in find_abbreviations(text, language) if f.score >= threshold]
    spans = list(sentences(text)) if short else []
    starts = [a for a, _ in spans]
    found = [
        Term(
            kind="abbreviation",
            term=f.term,
            meaning=f.meaning,
            score=f.score,
            sentence=squash(text[slice(*spans[max(bisect_right(starts, f.start) - 1, 0)])]) if spans else "",
            language=language,
            source="found",
        )
        for f in short
    ]
    defined = [
        Term(
            kind="definition",
            term=d.term,
            meaning=d.meaning,
            score=d.score,
            sentence=squash(d.sentence),
            language=language,
            source="found",
        )
        for d in find_definitions(text, language)
        if d.score >= threshold
    ]
    return [*found, *defined]


def slug(title: str) -> str:
    """A file name from a title: ASCII letters, digits and hyphens; never empty, never a path."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80] or "book"
