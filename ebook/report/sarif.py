"""SARIF 2.1.0: findings for code hosts and editors (docs.oasis-open.org/sarif/sarif/v2.1.0).

One run; our rules belong to the driver, those of EPUBCheck and Ace to extensions. Files of a book are artifacts inside
the artifact of the book. What a person must look at has the kind `review`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from ebook.checks.criteria import about_criteria
from ebook.report.kinds import NAMES, Checked, printable, rule_of
from ebook.rules import Finding, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_HOW: Mapping[Severity, tuple[str, str]] = {
    Severity.FATAL: ("fail", "error"),
    Severity.ERROR: ("fail", "error"),
    Severity.WARNING: ("fail", "warning"),
    Severity.REVIEW: ("review", "none"),
    Severity.INFO: ("informational", "none"),
}
"""Kind and level by severity; SARIF has a level for failures alone (§3.27.9, §3.27.10)."""
_TOOLS = ("ebook", "epubcheck", "ace")


def as_sarif(books: Sequence[Checked]) -> str:
    """The findings of all books as one SARIF log."""
    rules = _rules(books)
    artifacts = _Artifacts()
    results = [_result(f, artifacts, printable(book.path), rules) for book in books for f in book.report.findings]
    components = {name: _component(name, books, rules[name]) for name in _TOOLS}
    run = {
        "tool": {
            "driver": components["ebook"],
            "extensions": [components[name] for name in _TOOLS[1:] if components[name]["rules"]],
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": artifacts.listed,
        "results": results,
        "invocations": [
            {
                "executionSuccessful": all(book.report.readable for book in books),
                "toolExecutionNotifications": list(_notes(books)),
            }
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rules(books: Sequence[Checked]) -> dict[str, dict[str, Finding]]:
    """By checker: an example of each rule that was found."""
    found: dict[str, dict[str, Finding]] = {name: {} for name in _TOOLS}
    for book in books:
        for finding in book.report.findings:
            found[finding.source].setdefault(finding.rule, finding)
    return found


def _component(name: str, books: Sequence[Checked], rules: Mapping[str, Finding]) -> dict[str, Any]:
    version = next((v for book in books if (v := book.report.versions.get(name))), "")
    component: dict[str, Any] = {"name": NAMES[name], "rules": [_descriptor(f) for f in rules.values()]}
    return component | ({"version": version} if version else {})


def _descriptor(finding: Finding) -> dict[str, Any]:
    known = rule_of(finding)
    why = {"fullDescription": {"text": known.why}} if known and known.why else {}
    return {
        "id": finding.rule,
        "shortDescription": {"text": known.title if known else finding.message},
        **why,
        "help": {"text": known.help if known else finding.remedy or finding.message},
        "properties": {"tags": [f"WCAG {number}" for number in sorted(about_criteria(finding))]},
    }


class _Artifacts:
    """Books and their files, each listed once."""

    def __init__(self) -> None:
        self.listed: list[dict[str, Any]] = []
        self._index: dict[tuple[str, str], int] = {}

    def location(self, book: str, file: str) -> dict[str, Any]:
        """The location of a file in a book, or of the book where `file` is no file in it."""
        index = self._of(book, "")
        uri = quote(book)
        if file and file != book.replace("\\", "/").rpartition("/")[2]:
            index, uri = self._of(book, file), quote(file)
        return {"uri": uri, "index": index}

    def _of(self, book: str, file: str) -> int:
        if (book, file) not in self._index:
            parent = {"parentIndex": self._of(book, "")} if file else {}
            self._index[book, file] = len(self.listed)
            self.listed.append({"location": {"uri": quote(file or book)}, **parent})
        return self._index[book, file]


def _result(
    finding: Finding, artifacts: _Artifacts, book: str, rules: Mapping[str, Mapping[str, Finding]]
) -> dict[str, Any]:
    kind, level = _HOW[finding.severity]
    place: dict[str, Any] = {"artifactLocation": artifacts.location(book, finding.place.file)}
    snippet = {"snippet": {"text": finding.place.snippet}} if finding.place.snippet else {}
    if finding.place.line:
        place["region"] = {"startLine": finding.place.line} | snippet
    index = list(rules[finding.source]).index(finding.rule)
    shown = [name for name in _TOOLS[1:] if rules[name]]
    component = {} if finding.source == "ebook" else {"toolComponent": {"index": shown.index(finding.source)}}
    return {
        "ruleId": finding.rule,
        "rule": {"id": finding.rule, "index": index, **component},
        "kind": kind,
        "level": level,
        "message": {"text": f"{finding.message}. {finding.remedy}".replace("..", ".")},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"ebook/v1": _fingerprint(finding, book)},
        "properties": {"severity": str(finding.severity), "source": finding.source, "also": list(finding.also)},
    }


def _fingerprint(finding: Finding, book: str) -> str:
    """What stays the same when lines move."""
    facts = (book, finding.rule, finding.place.file, finding.place.snippet, finding.message)
    return hashlib.sha256("\0".join(facts).encode()).hexdigest()[:32]


def _notes(books: Sequence[Checked]) -> Iterator[dict[str, Any]]:
    """What was not checked, and why."""
    for book in books:
        reason = book.report.reason or book.report.unfinished
        if reason:
            level = "warning" if book.report.readable else "error"
            yield {"level": level, "message": {"text": f"{printable(book.path)}: {reason}"}}
