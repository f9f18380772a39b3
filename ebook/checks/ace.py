"""Ace by DAISY: the accessibility checker, run in a headless Chromium where both are installed."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ebook.checks import tools
from ebook.errors import EnvironmentProblem
from ebook.rules import Finding, Place, Severity

SECONDS = 600
_SEVERITIES = {
    "critical": Severity.ERROR,
    "serious": Severity.ERROR,
    "moderate": Severity.WARNING,
    "minor": Severity.WARNING,
}


def is_available() -> bool:
    """Whether Ace and a Chromium are here."""
    return bool(tools.ace() and tools.browser())


def check_with_ace(path: Path) -> list[Finding]:
    """What Ace finds in a file; raises `EnvironmentProblem` where it cannot run or gives no report."""
    if not is_available():
        raise EnvironmentProblem("Ace is missing", hint="Install it: npm install @daisy/ace-cli, and Chromium")
    with tempfile.TemporaryDirectory(prefix="ebook-") as folder:
        done = tools.run(
            [tools.ace(), "-s", "-f", "-o", folder, str(path.absolute())],
            seconds=SECONDS,
            environment={"PUPPETEER_EXECUTABLE_PATH": tools.browser()},
        )
        report = Path(folder) / "report.json"
        if done.problem or not report.exists():
            raise EnvironmentProblem(
                f"Ace gave no report: {done.problem or done.output.strip()[-300:]}", hint="See ebook doctor"
            )
        return list(_findings(json.loads(report.read_text("utf-8"))))


def _findings(report: dict[str, Any]) -> Iterator[Finding]:
    for document in report.get("assertions", []):
        file = str(document.get("earl:testSubject", {}).get("url", ""))
        for assertion in document.get("assertions", []):
            test = assertion.get("earl:test", {})
            result = assertion.get("earl:result", {})
            if result.get("earl:outcome") != "fail":
                continue
            yield Finding(
                rule=str(test.get("dct:title", "")),
                severity=_SEVERITIES.get(str(test.get("earl:impact")), Severity.WARNING),
                message=str(result.get("dct:description", "")).split("\n")[0].strip()
                or str(test.get("help", {}).get("dct:title", "")),
                remedy=str(test.get("help", {}).get("dct:description") or test.get("help", {}).get("url") or ""),
                place=Place(file=file, snippet=str(result.get("html", ""))[:120]),
                source="ace",
            )
