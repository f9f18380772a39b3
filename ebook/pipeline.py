"""Read, normalise, bind, write, check: joins the stages. The only module that knows all of them."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import Any

from ebook import executors, sources, storage, themes
from ebook.binding import bind, glossary
from ebook.binding.links import make_absolute
from ebook.binding.pictures import file_name
from ebook.checks import NOT_CHECKED, VALID, Report, check_book
from ebook.checks.css import check_css
from ebook.epub import write
from ebook.errors import EbookError, InvalidBook, NothingBuilt, UnreadableInput, UsageProblem
from ebook.joining import join
from ebook.markup import new, parse_document, replace_body, serialise, xml_legal
from ebook.model import Book, Chapter, Edition, Term
from ebook.normalise import normalise
from ebook.options import Options
from ebook.rules import Finding, Place, Severity, rule
from ebook.sources.series import series
from ebook.terms import find_abbreviations

COVER_FONT = "AtkinsonHyperlegible-Bold.ttf"
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
    protected: Sequence[str] = (),
    progress: Progress | None = None,
) -> BuildResult:
    """Make one validated EPUB 3 of articles and put it at `output` (by default named after the title).

    `inputs` are files, folders, `-`, or one `book.toml`; `edition` and `options` hold fields of `Edition` and
    `Options` that win over `book.toml`; `protected` names more files that the book must not replace.
    Raises `EbookError`; then no file has changed.
    """
    names = tuple(map(str, inputs))
    found = sources.expand(names)
    chosen, edition_ = settle(found, edition or {}, options or {})
    theme = themes.load(chosen.theme)
    css_findings = _own_style(chosen)
    protected = (*names, *(r.source for r in found.references), *protected)
    if output is not None:
        storage.check_target(Path(output), inputs=protected)
    groups, parts = _articles(found.references, edition_.parts)
    grouped = _make_chapters(groups, chosen, progress)
    made = [m for some in grouped for m in some]
    chapters = [m.chapter for m in made if m.chapter]
    if not chapters:
        raise NothingBuilt(
            made[0].error if len(made) == 1 else f"none of {len(made)} inputs could be read; the first: {made[0].error}"
        )
    edition_ = replace(edition_, parts=_parts_left(parts, grouped))
    book = bind(
        chapters,
        edition_,
        chosen,
        theme,
        font=(themes.folder() / "fonts" / COVER_FONT).read_bytes(),
    )
    path = Path(output) if output is not None else Path(f"{slug(book.title)}.epub")
    storage.check_target(path, inputs=protected)
    data = write(book)
    report = _checked(data, path, chosen)
    storage.write_whole(path, data)
    return BuildResult(
        path=path,
        book=book,
        articles=tuple(map(_result, made)),
        verdict=report.verdict,
        reason=report.reason,
        findings=(*css_findings, *book.findings, *report.findings),
    )


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
    return Options(**{**stated, **options}), _clean_edition(replace(found.edition, **edition))


def _clean_edition(edition: Edition) -> Edition:
    """The edition without characters that XML cannot hold."""
    values: dict[str, Any] = {f.name: getattr(edition, f.name) for f in fields(edition)}
    texts: dict[str, Any] = {name: xml_legal(v).strip() for name, v in values.items() if isinstance(v, str)}
    named = (replace(p, name=xml_legal(p.name).strip(), file_as=xml_legal(p.file_as)) for p in edition.creators)
    people = tuple(person for person in named if person.name)
    return replace(edition, **texts, creators=people)


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


def _checked(data: bytes, path: Path, options: Options) -> Report:
    """Check the book before it is put in place; raises `InvalidBook`."""
    with tempfile.TemporaryDirectory(prefix=storage.PREFIX) as folder:
        candidate = Path(folder) / "book.epub"
        candidate.write_bytes(data)
        report = check_book(candidate, name=path.name, epubcheck=options.check, built=True)
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
        for some in _make_chapters(_articles(found.references)[0], options, None)
        for m in some
    ]


def standalone(chapter: Chapter) -> Chapter:
    """The chapter as a file of its own: links lead to the web, the head says what is known of the article."""
    root = parse_document(chapter.xhtml)
    body = root.find("body")
    assert body is not None
    make_absolute(body, chapter.metadata.url)
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
    made = [m for some in _make_chapters(_articles(found.references)[0], options, None) for m in some]
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
