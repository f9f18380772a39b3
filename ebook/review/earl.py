"""The report of all checks for machines: EARL 1.0 as JSON-LD, one assertion for each rule, finding and criterion.

No clock: the report is of the day that the book itself states (`dcterms:modified`).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ebook.review.approvals import Status
from ebook.rules import RULES, Finding, Outcome, Severity

CONTEXT = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "WCAG22": "https://www.w3.org/TR/WCAG22/#",
}
OUTCOMES: Mapping[Outcome, str] = {
    Outcome.PASSED: "earl:passed",
    Outcome.FAILED: "earl:failed",
    Outcome.PERSON: "earl:cantTell",
    Outcome.ABSENT: "earl:inapplicable",
}
_NAMES = {"ebook": "Ebook", "epubcheck": "EPUBCheck", "ace": "Ace by DAISY"}
_CRITERION = "WCAG "


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was checked, and by what."""

    title: str
    identifier: str
    modified: str
    verdict: str
    findings: tuple[Finding, ...]
    versions: Mapping[str, str]
    """Checkers that ran, with their versions."""


def earl(checked: Checked, status: Status | None = None, certifier: str = "") -> bytes:
    """The report of these checks; with the state of the review, where there is one."""
    said: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "earl:Assertion",
        "dct:title": f"Report on the accessibility of {checked.title}",
        "dct:date": checked.modified,
        "earl:testSubject": {
            "@type": "earl:TestSubject",
            "dct:title": checked.title,
            "dct:identifier": checked.identifier,
            "dct:modified": checked.modified,
        },
        "earl:assertedBy": [
            {"@id": f"#{name}", "@type": "earl:Software", "doap:name": _NAMES[name], "doap:revision": version}
            for name, version in sorted(checked.versions.items())
            if name in _NAMES
        ],
        "validity": checked.verdict,
        "criteria": list(_criteria(checked.findings, status)),
        "assertions": [_assertion(finding) for finding in checked.findings],
    }
    if status is not None:
        said["review"] = {
            "decisions": status.total,
            "approved": status.approved,
            "date": status.last,
            **({"earl:assertedBy": {"@type": "earl:Assertor", "dct:title": certifier}} if certifier else {}),
        }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _criteria(findings: Sequence[Finding], status: Status | None) -> Iterator[dict[str, Any]]:
    """What our rules about books say of each criterion that they touch."""
    found = {f.rule: f for f in findings if f.source == "ebook"}
    rules = [r for r in RULES if r.id.startswith("book.")]
    names = sorted({n for r in rules for n in r.references if n.startswith(_CRITERION)}, key=_numbers)
    for name in names:
        about = [r for r in rules if name in r.references]
        outcomes = [r.found for r in about if r.id in found]
        if Outcome.FAILED in outcomes:
            outcome = Outcome.FAILED
        elif status is not None and status.is_complete:
            outcome = Outcome.PASSED
        else:
            # rules see what is surely wrong; that all is right takes a person
            outcome = Outcome.PERSON
        yield {
            "earl:test": name.replace(_CRITERION, "WCAG 2.2 "),
            "rules": [r.id for r in about],
            "earl:result": {"earl:outcome": OUTCOMES[outcome], "dct:description": str(outcome)},
        }


def _numbers(name: str) -> list[int]:
    return [int(part) for part in name.removeprefix(_CRITERION).split(".") if part.isdecimal()]


def _assertion(finding: Finding) -> dict[str, Any]:
    failed = finding.severity.rank >= Severity.WARNING.rank
    outcome = Outcome.FAILED if failed else Outcome.PERSON if finding.severity is Severity.REVIEW else Outcome.PASSED
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": f"#{finding.source}",
        "earl:test": finding.rule,
        "earl:result": {
            "earl:outcome": OUTCOMES[outcome],
            "dct:description": finding.message,
            "earl:pointer": {
                "file": finding.place.file,
                "line": finding.place.line,
                "snippet": finding.place.snippet,
            },
        },
    }
