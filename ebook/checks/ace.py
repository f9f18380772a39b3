"""Ace by DAISY: the accessibility checker, run in a headless Chromium where both are installed."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ebook.checks import tools
from ebook.checks.places import ace_place
from ebook.checks.remedies import BY_ACE_RULE
from ebook.errors import EnvironmentProblem
from ebook.opened import Opened
from ebook.rules import Finding, Place, Severity

SECONDS = 600
START = os.environ.get("ACE_TIMEOUT_INITIAL", "60000")
"""Milliseconds that a browser may take to start; Ace's own 5 s are too few where other work goes on."""
_SEVERITIES = {
    "critical": Severity.ERROR,
    "serious": Severity.ERROR,
    "moderate": Severity.WARNING,
    "minor": Severity.WARNING,
}
_OUTCOMES = {"fail": False, "failed": False, "canttell": True, "untested": True}
"""Outcomes of EARL that are findings, and whether they are doubts: who could not tell leaves it to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AceResult:
    """What Ace said of a book."""

    findings: tuple[Finding, ...] = ()
    version: str = ""
    axe: str = ""
    """Version of the axe it brings along."""


def is_available() -> bool:
    """Whether Ace and a Chromium are here."""
    return bool(tools.ace() and tools.browser())


def check_with_ace(path: Path, book: Opened | None = None) -> AceResult:
    """What Ace finds in a file; `book` gives its findings lines.

    Raises `EnvironmentProblem` where it cannot run or gives no report.
    """
    if not is_available():
        raise EnvironmentProblem("Ace is missing", hint="Install it: npm install @daisy/ace-cli, and Chromium")
    with tempfile.TemporaryDirectory(prefix="ebook-") as folder:
        done = tools.run(
            [tools.ace(), "-s", "-f", "-o", folder, str(path.absolute())],
            seconds=SECONDS,
            environment={"PUPPETEER_EXECUTABLE_PATH": tools.browser(), "ACE_TIMEOUT_INITIAL": START},
        )
        report = Path(folder) / "report.json"
        if done.problem or not report.exists():
            raise EnvironmentProblem(
                f"Ace gave no report: {done.problem or ' '.join(done.output.split())[-300:]}", hint="See ebook doctor"
            )
        said = json.loads(report.read_text("utf-8"))
    return AceResult(
        findings=tuple(_findings(said, book)),
        version=str(said.get("earl:assertedBy", {}).get("doap:release", {}).get("doap:revision", "")),
        axe=tools.axe_version(tools.ace()),
    )


def _findings(report: dict[str, Any], book: Opened | None) -> Iterator[Finding]:
    for document in report.get("assertions", []):
        url = str(document.get("earl:testSubject", {}).get("url", ""))
        for assertion in document.get("assertions", []):
            outcome = _OUTCOMES.get(str(assertion.get("earl:result", {}).get("earl:outcome", "")).lower())
            if outcome is not None:
                yield _finding(url, assertion, book, doubtful=outcome)


def _finding(url: str, assertion: dict[str, Any], book: Opened | None, *, doubtful: bool) -> Finding:
    test, result = assertion.get("earl:test", {}), assertion["earl:result"]
    help_ = test.get("help", {})
    name, html = str(test.get("dct:title", "")), str(result.get("html", "")).partition("<!--##-->")[0].strip()
    cfis = [str(cfi) for cfi in result.get("earl:pointer", {}).get("cfi", [])][:1]
    return Finding(
        rule=name,
        severity=Severity.REVIEW if doubtful else _SEVERITIES.get(str(test.get("earl:impact")), Severity.WARNING),
        message=str(result.get("dct:description", "")).split("\n")[0].strip()
        or str(help_.get("dct:title", ""))
        or f"Ace could not decide about {name or 'a rule'}",
        remedy=BY_ACE_RULE.get(name)
        or str(help_.get("dct:description") or help_.get("url") or "")
        or "Correct this place as the message says; kb.daisy.org has the details.",
        place=ace_place(book, url, cfis, html) if book else Place(file=url, snippet=html[:120]),
        source="ace",
    )
