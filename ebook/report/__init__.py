"""Reports: what checks found, in the forms that people and programs read. A table of writers; each gives text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ebook.report.earl import as_earl
from ebook.report.junit import as_junit
from ebook.report.kinds import Checked
from ebook.report.page import as_page
from ebook.report.sarif import as_sarif

__all__ = ["FORMATS", "Checked", "Format"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One form of a report."""

    write: Callable[[Sequence[Checked]], str]
    help: str
    sign: bytes
    """What every such report holds near its start, so that only an older report is ever replaced."""


FORMATS: Mapping[str, Format] = {
    "html": Format(
        write=as_page,
        help="Write a report for people: one page that needs nothing else.",
        sign=b"<title>Accessibility report",
    ),
    "sarif": Format(
        write=as_sarif, help="Write the findings as SARIF 2.1.0, for code hosts and editors.", sign=b'"name": "Ebook"'
    ),
    "junit": Format(
        write=as_junit,
        help="Write the rules as test cases in JUnit's XML, for build servers.",
        sign=b'<testsuites name="ebook check"',
    ),
    "earl": Format(
        write=as_earl,
        help="Write rules and WCAG criteria as EARL 1.0 (JSON-LD), as evidence.",
        sign=b"http://www.w3.org/ns/earl#",
    ),
}
"""By the name of the option of `ebook check`."""
