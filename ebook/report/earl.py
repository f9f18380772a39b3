"""EARL 1.0 as JSON-LD (www.w3.org/TR/EARL10-Schema): who tested what against which rule, and how it ended.

An assertion for each rule of ours, for each rule of EPUBCheck and Ace that was found, and for each criterion of WCAG
2.2 A and AA. What needs a person is `earl:cantTell`; nothing is called passed that a person must judge.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from ebook.checks.criteria import Criterion
from ebook.report.kinds import NAMES, Checked, printable
from ebook.rules import RULES, Finding, Outcome, Severity

CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "ptr": "http://www.w3.org/2009/pointers#",
}
_OUTCOMES: Mapping[Outcome, str] = {
    Outcome.PASSED: "earl:passed",
    Outcome.FAILED: "earl:failed",
    Outcome.PERSON: "earl:cantTell",
    Outcome.ABSENT: "earl:inapplicable",
}
_TITLES = {rule.id: rule.title for rule in RULES}
MOST_POINTERS = 20
"""Places that an assertion lists."""


def as_earl(books: Sequence[Checked]) -> str:
    """The assertions about all books as one graph."""
    versions = {name: version for book in books for name, version in book.report.versions.items()}
    graph = [_software(name, version) for name, version in versions.items()]
    for number, book in enumerate(books, 1):
        subject = f"_:book{number}"
        graph.append(
            {
                "@id": subject,
                "@type": "earl:TestSubject",
                "dct:source": {"@id": quote(printable(book.path))},
                "dct:title": _title(book),
                "dct:description": book.report.reason or book.report.unfinished or f"verdict: {book.report.verdict}",
            }
        )
        graph.extend(_assertions(book, subject))
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2) + "\n"


def _software(name: str, version: str) -> dict[str, Any]:
    return {
        "@id": f"_:{name}",
        "@type": "earl:Software",
        "doap:name": NAMES[name],
        "doap:release": {"doap:revision": version},
    }


def _title(book: Checked) -> str:
    opened = book.opened()
    return next(iter(opened.values("dc:title")), "") if opened else ""


def _assertions(book: Checked, subject: str) -> Iterator[dict[str, Any]]:
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in book.report.findings:
        found[finding.rule].append(finding)
    for rule, outcome in book.report.outcomes.items():
        test = {"@id": f"urn:ebook:rule:{rule}", "@type": "earl:TestRequirement", "dct:title": _TITLES.get(rule, rule)}
        yield _assertion("_:ebook", subject, test, outcome, "", found.get(rule, ()))
    for rule, findings in found.items():
        source = findings[0].source
        if source != "ebook":
            worst = max(finding.severity.rank for finding in findings)
            outcome = Outcome.FAILED if worst >= Severity.WARNING.rank else Outcome.PASSED
            if worst == Severity.REVIEW.rank:
                outcome = Outcome.PERSON
            test = {"@id": f"urn:{source}:rule:{quote(rule)}", "@type": "earl:TestRequirement", "dct:title": rule}
            yield _assertion(f"_:{source}", subject, test, outcome, findings[0].message, findings)
    for criterion in book.report.criteria:
        places = [finding for rule in criterion.rules for finding in found.get(rule, ())]
        yield _assertion("_:ebook", subject, _criterion(criterion), criterion.outcome, criterion.reason, places)


def _criterion(criterion: Criterion) -> dict[str, Any]:
    return {
        "@id": criterion.address,
        "@type": "earl:TestCriterion",
        "dct:title": f"WCAG 2.2 {criterion.number} {criterion.title} (Level {criterion.level})",
    }


def _assertion(
    by: str, subject: str, test: dict[str, Any], outcome: Outcome, info: str, findings: Sequence[Finding]
) -> dict[str, Any]:
    result: dict[str, Any] = {"@type": "earl:TestResult", "earl:outcome": {"@id": _OUTCOMES[outcome]}}
    said = info or "; ".join(dict.fromkeys(finding.message for finding in findings))[:500]
    if said:
        result["earl:info"] = said
    if findings:
        result["earl:pointer"] = [_pointer(finding) for finding in findings[:MOST_POINTERS]]
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": {"@id": by},
        "earl:subject": {"@id": subject},
        "earl:test": test,
        "earl:mode": {"@id": "earl:automatic"},
        "earl:result": result,
    }


def _pointer(finding: Finding) -> dict[str, Any]:
    pointer: dict[str, Any] = {
        "@type": "ptr:LineCharPointer" if finding.place.line else "ptr:Pointer",
        "ptr:reference": {"@id": quote(finding.place.file)},
    }
    if finding.place.line:
        pointer["ptr:lineNumber"] = finding.place.line
    return pointer | ({"dct:description": finding.place.snippet} if finding.place.snippet else {})
