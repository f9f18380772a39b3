"""EPUBCheck: a verdict needs its whole word; anything less is "not checked"."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ebook.checks import INVALID, NOT_CHECKED, VALID, check_book, tools
from ebook.checks.epubcheck import check_epubs
from ebook.epub import write
from ebook.rules import Severity
from tests.books import OPF, book_of, changed, page

GOOD = {"checker": {"nFatal": 0, "nError": 0, "checkerVersion": "5.3.0"}, "messages": []}
BAD = {
    "checker": {"nFatal": 0, "nError": 1, "checkerVersion": "5.3.0"},
    "messages": [
        {
            "ID": "RSC-007",
            "severity": "ERROR",
            "message": "Not found",
            "suggestion": None,
            "locations": [{"path": "EPUB/a.xhtml", "line": 7, "column": 3}],
        }
    ],
}


@pytest.fixture(scope="module")
def book() -> bytes:
    return write(book_of(page("<p>The Emergency Water Committee (EWC) met.</p>")))


@pytest.fixture
def path(tmp_path, book) -> Path:
    target = tmp_path / "book.epub"
    target.write_bytes(book)
    return target


@pytest.fixture
def java(tmp_path, monkeypatch):
    """Put a program in the place of Java that writes this report and ends with this code."""

    def make(report: object = None, code: int = 0, before: str = ""):
        program = tmp_path / "java"
        text = report if isinstance(report, str) else json.dumps(report)
        (tmp_path / "said.json").write_text(text)
        copy = "" if report is None else f'while [ "$1" != --json ]; do shift; done\ncp {tmp_path}/said.json "$2"\n'
        program.write_text(f"#!/bin/sh\n{before}{copy}echo last words\nexit {code}\n")
        program.chmod(0o755)
        monkeypatch.setenv("EBOOK_JAVA", str(program))
        monkeypatch.setattr(tools, "epubcheck_jar", lambda: "epubcheck.jar")

    return make


def test_clean_report_and_exit_code_are_a_valid_book(path, java):
    java(GOOD)
    assert check_epubs([path])[0].verdict == VALID
    assert check_book(path, name="book.epub").verdict == VALID


def test_errors_and_their_exit_code_are_an_invalid_book(path, java):
    java(BAD, 1)
    said = check_epubs([path])[0]
    assert said.verdict == INVALID
    (finding,) = said.findings
    assert (finding.rule, finding.severity, finding.place.file, finding.place.line, finding.source) == (
        "RSC-007",
        Severity.ERROR,
        "EPUB/a.xhtml",
        7,
        "epubcheck",
    )


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (None, 0),
        (None, 1),
        (GOOD, 1),
        (GOOD, 137),
        (BAD, 0),
        ("", 0),
        ("{", 0),
        ("{}", 0),
        ("[]", 0),
        ("null", 0),
        ({"messages": []}, 0),
        ({"checker": {}}, 0),
    ],
)
def test_half_a_word_is_no_verdict(path, java, report, code):
    java(report, code)
    said = check_epubs([path])[0]
    assert said.verdict == NOT_CHECKED
    assert said.reason


def test_error_in_the_messages_alone_is_no_valid_book(path, java):
    java({**BAD, "checker": GOOD["checker"]}, 0)
    assert check_epubs([path])[0].verdict != VALID


def test_checker_that_dies_is_no_verdict(path, java):
    java(None, before="kill -9 $$\n")
    assert check_epubs([path])[0].verdict == NOT_CHECKED


def test_our_own_finding_outweighs_a_clean_report(tmp_path, book, java):
    java(GOOD)
    target = tmp_path / "broken.epub"
    target.write_bytes(changed(book, {"EPUB/style.css": None}))
    assert check_book(target, name="broken.epub").verdict == INVALID


def test_without_java_nothing_is_checked_and_the_reason_is_said(path, monkeypatch):
    monkeypatch.setenv("EBOOK_JAVA", "nonexistent")
    report = check_book(path, name="book.epub")
    assert report.verdict == NOT_CHECKED
    assert "Java is missing" in report.reason


def test_without_epubcheck_nothing_is_checked(path, java, monkeypatch):
    java(GOOD)
    monkeypatch.setattr(tools, "epubcheck_jar", lambda: "")
    assert "EPUBCheck is missing" in check_epubs([path])[0].reason


@pytest.mark.epubcheck
def test_real_checker_finds_our_book_valid(path):
    said = check_epubs([path])[0]
    assert (said.verdict, [f for f in said.findings if f.severity.rank >= Severity.WARNING.rank]) == (VALID, [])
    assert said.version.startswith("5")


@pytest.mark.epubcheck
def test_real_checker_finds_a_broken_book_invalid(tmp_path, book, warm_epubcheck):
    """In a warm Java: `test_warm_java.py` compares its word on such a book with that of the plain command."""
    target = tmp_path / "broken.epub"
    target.write_bytes(
        changed(book, {OPF: lambda c: c.replace(b"<dc:title", b"<dc:titel").replace(b"</dc:title", b"</dc:titel")})
    )
    said = check_epubs([target], warm=warm_epubcheck)[0]
    assert said.verdict == INVALID
    assert all(f.source == "epubcheck" and f.rule and f.message for f in said.findings)


@pytest.mark.epubcheck
@pytest.mark.parametrize("data", [b"", b"no book at all"])
def test_real_checker_never_finds_garbage_valid(tmp_path, data):
    target = tmp_path / "garbage.epub"
    target.write_bytes(data)
    assert check_epubs([target])[0].verdict != VALID
