"""Check: the bytes of a book to findings and a verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ebook.checks import tools
from ebook.checks.ace import check_with_ace, is_available
from ebook.checks.criteria import Criterion, criteria
from ebook.checks.epubcheck import Result, check_epubs
from ebook.checks.merging import merged
from ebook.checks.ours import CHECKS, FAILING, check_opened
from ebook.checks.outcomes import outcomes
from ebook.checks.places import with_place
from ebook.errors import EnvironmentProblem
from ebook.opened import Opened, open_epub
from ebook.rules import Finding, Outcome, Severity

VALID, INVALID, NOT_CHECKED = "valid", "invalid", "not-checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What all checkers say of one book."""

    verdict: str
    """`valid` needs EPUBCheck's word; `invalid`: somebody found an error; else `not-checked`."""
    findings: tuple[Finding, ...] = ()
    """Of all checkers; each fault once."""
    reason: str = ""
    """Why it was not checked."""
    readable: bool = True
    """False where the file could not be read at all."""
    unfinished: str = ""
    """Which checker was asked for and broke off, and why."""
    versions: Mapping[str, str] = field(default_factory=dict)
    """Versions of the checkers that ran: `ebook`, `epubcheck`, `java`, `ace`, `axe`."""
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    """What each rule of ours says of the whole book."""
    criteria: tuple[Criterion, ...] = ()
    """What can be said of each criterion of WCAG 2.2 A and AA."""


def check_book(
    path: Path, *, name: str, epubcheck: bool = True, ace: bool = False, strict: bool = False, brief: bool = False
) -> Report:
    """Check the file at `path`, called `name` in messages: our rules always, EPUBCheck and Ace where asked for."""
    return check_books([(path, name)], epubcheck=epubcheck, ace=ace, strict=strict, brief=brief)[0]


def check_books(
    books: Sequence[tuple[Path, str]],
    *,
    epubcheck: bool = True,
    ace: bool = False,
    strict: bool = False,
    brief: bool = False,
) -> list[Report]:
    """Check several files, EPUBCheck in one Java for all of them. One that cannot be read does not stop the others.

    `strict` is for books that we make: with anything active or remote they are invalid, even where EPUB allows it.
    `brief` asks only what can fail, in a tenth of the time; what it says of rules that need a person is not complete.
    """
    reasons = [_unreadable(path) for path, _ in books]
    readable = [path for (path, _), reason in zip(books, reasons, strict=True) if not reason]
    said = iter(check_epubs(readable) if epubcheck else [_NOT_ASKED] * len(readable))
    return [
        Report(verdict=NOT_CHECKED, reason=reason, readable=False)
        if reason
        else _report(path, name, next(said), ace=ace, strict=strict, brief=brief)
        for (path, name), reason in zip(books, reasons, strict=True)
    ]


_NOT_ASKED = Result(verdict=NOT_CHECKED, reason="EPUBCheck was not asked for")


def _unreadable(path: Path) -> str:
    """Why a file cannot be read; empty where it can."""
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return ""


def _report(path: Path, name: str, said: Result, *, ace: bool, strict: bool, brief: bool) -> Report:
    book, own = open_epub(path.read_bytes(), name)
    if book is not None:
        own += check_opened(book, FAILING if brief else CHECKS)
    theirs = [with_place(f, book=book, called=path.name, name=name) for f in said.findings]
    versions = {"ebook": tools.package_version("ebook-packager"), "epubcheck": said.version, "java": said.java}
    unfinished = ""
    if ace and book is not None and is_available() and _can_be_shown(book, [*own, *theirs]):
        try:
            seen = check_with_ace(path, book)
            theirs += seen.findings
            versions |= {"ace": seen.version, "axe": seen.axe}
        except EnvironmentProblem as error:
            unfinished = str(error) if said.verdict == VALID else ""  # Ace stops at books that are broken
    breaking = _BREAKING | _UNWANTED if strict or said.verdict != VALID else _BREAKING
    broken = any(f.rule in breaking or f.severity is Severity.FATAL for f in own)
    findings = merged([*own, *theirs])
    versions = {name: version for name, version in versions.items() if version}
    return Report(
        verdict=INVALID if broken or said.verdict == INVALID else said.verdict,
        findings=findings,
        reason="" if broken else said.reason,
        unfinished=unfinished,
        versions=versions,
        outcomes={} if brief else outcomes(book, findings),
        criteria=() if brief else criteria(book, findings, versions),
    )


def _can_be_shown(book: Opened, findings: Iterable[Finding]) -> bool:
    """Whether Ace could open every document: it takes EPUB 3 alone, and stops at malformed documents."""
    return book.version.startswith("3") and bool(book.nav) and not any(f.severity is Severity.FATAL for f in findings)


_BREAKING = frozenset({"book.container", "book.malformed", "book.dead-link", "book.duplicate-id", "book.missing-file"})
"""Our findings that make a book invalid by themselves; the others are about accessibility."""
_UNWANTED = frozenset({"book.active", "book.remote"})
"""What EPUB allows where it is declared: EPUBCheck's word outweighs ours, except for books that we make."""
