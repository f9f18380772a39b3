"""What reports are made of."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ebook.checks import Report
from ebook.markup import xml_legal
from ebook.opened import Opened, open_epub
from ebook.rules import RULES, Finding, Rule

NAMES = {"ebook": "Ebook", "epubcheck": "EPUBCheck", "java": "Java", "ace": "Ace by DAISY", "axe": "axe-core"}
"""Names of the checkers, and of what they run on."""


def printable(text: str) -> str:
    """A file's name as every report can hold it: names of files may be no text at all."""
    return xml_legal(text.encode("utf-8", "replace").decode("utf-8"))


_RULES = {rule.id: rule for rule in RULES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One book with what was found."""

    path: str
    """As the user named it."""
    report: Report

    def opened(self) -> Opened | None:
        """The book, opened again: a report of many books must not hold them all at once."""
        try:
            return open_epub(Path(self.path).read_bytes(), Path(self.path).name)[0]
        except OSError:
            return None

    def as_json(self) -> dict[str, Any]:
        """The shape of a book in `ebook check --json`."""
        report = self.report
        said: dict[str, Any] = {
            "path": self.path,
            "verdict": report.verdict,
            "findings": [finding.as_json() for finding in report.findings],
            "versions": dict(report.versions),
            "rules": {rule: str(outcome) for rule, outcome in report.outcomes.items()},
            "criteria": {criterion.number: str(criterion.outcome) for criterion in report.criteria},
        }
        reason = report.reason or report.unfinished
        return said | {"reason": reason} if reason else said


def rule_of(finding: Finding) -> Rule | None:
    """The rule of ours that was found; None for those of other checkers."""
    return _RULES.get(finding.rule) if finding.source == "ebook" else None
