"""Check: the bytes of a book to findings and a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ebook.checks.ace import check_with_ace, is_available
from ebook.checks.epubcheck import check_epub
from ebook.checks.ours import CHECKS, FAILING, check_ours
from ebook.rules import Finding, Severity

VALID, INVALID, NOT_CHECKED = "valid", "invalid", "not-checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What all checkers say of one book."""

    verdict: str
    """`valid` needs EPUBCheck's word; `invalid`: somebody found an error; else `not-checked`."""
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    """Why it was not checked."""


def check_book(path: Path, *, name: str, epubcheck: bool = True, ace: bool = False, built: bool = False) -> Report:
    """Check the file at `path`, called `name` in messages: our rules always, EPUBCheck and Ace where asked for.

    Ace runs only on books that are sound: it stops at malformed ones. `built`: it was built just now, and whoever built
    it has been told of everything in the articles that needs a person; only what has failed is new.
    """
    findings = check_ours(path.read_bytes(), name, FAILING if built else CHECKS)
    if built:
        findings = [f for f in findings if f.severity.rank > Severity.REVIEW.rank]
    fatal = any(f.severity is Severity.FATAL for f in findings)
    broken = any(f.rule in _BREAKING for f in findings)
    if not epubcheck:
        return Report(
            verdict=INVALID if broken or fatal else NOT_CHECKED,
            findings=tuple(findings),
            reason="EPUBCheck was not asked for",
        )
    said = check_epub(path)
    findings.extend(said.findings)
    if ace and is_available() and not fatal and said.verdict == VALID:
        findings.extend(check_with_ace(path))
    if said.verdict == INVALID or broken or fatal:
        return Report(verdict=INVALID, findings=tuple(findings))
    return Report(verdict=said.verdict, findings=tuple(findings), reason=said.reason)


_BREAKING = frozenset(
    {
        "book.container",
        "book.malformed",
        "book.dead-link",
        "book.duplicate-id",
        "book.missing-file",
        "book.active",
        "book.remote",
    }
)
"""Our findings that make a book invalid by themselves; the others are about accessibility."""
