"""A book claims that it conforms only when a person has approved everything and no check fails."""

from __future__ import annotations

import datetime
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from ebook import pipeline
from ebook.checks import NOT_CHECKED, VALID, Report
from ebook.errors import UsageProblem
from ebook.review.sheets import sheet_rows, written
from ebook.rules import Finding, Place, Severity
from tests.review.folder import ALT, BODY, PLAN, write_folder

CLAIM = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
DAY = "2026-03-14"


def approve(folder: Path, *, but: int = 0) -> None:
    """Approve every decision, the first ones left out."""
    found = pipeline.review(folder / "book.toml")
    rows = list(sheet_rows(found.items, {}))[but:]
    filled = [type(r)(**{n: getattr(r, n) for n in r.__slots__} | {"approved": "yes"}) for r in rows]
    sheet = folder / "filled.csv"
    sheet.write_bytes(written(filled))
    pipeline.take_sheet(found, sheet, today=DAY, by="Ana")


def package(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("EPUB/content.opf").decode()


@pytest.fixture(scope="module")
def approved(tmp_path_factory) -> Path:
    folder = write_folder(tmp_path_factory.mktemp("approved"))
    approve(folder)
    return folder


@pytest.fixture
def folder(approved, tmp_path) -> Path:
    return Path(shutil.copytree(approved, tmp_path / "book"))


class Checker:
    """Stands in for the checkers: says what it is told to, and remembers whether Ace was asked for."""

    def __init__(self, *findings: Finding, second: tuple[Finding, ...] = (), **report: object) -> None:
        self.answers = [findings, (*findings, *second)]
        self.report = {"verdict": VALID, "versions": {"ace": "1.4.6"}, **report}
        self.asked: list[bool] = []

    def __call__(self, path: Path, *, name: str, epubcheck: bool, ace: bool, strict: bool, brief: bool) -> Report:
        self.asked.append(ace)
        findings = self.answers[min(len(self.asked), 2) - 1]
        report = {
            **self.report,
            **({} if epubcheck else {"verdict": NOT_CHECKED, "reason": "EPUBCheck was not asked for"}),
        }
        return Report(findings=findings, **report)


@pytest.fixture
def build(monkeypatch):
    def run(folder: Path, checker: Checker | None = None, **how: object) -> pipeline.BuildResult:
        monkeypatch.setattr(pipeline, "check_book", checker or Checker())
        return pipeline.build(folder / "book.toml", output=folder / "x.epub", **how)

    return run


def finding(severity: Severity, source: str) -> Finding:
    return Finding(rule="some.rule", severity=severity, message="m", remedy="r", place=Place(file="x"), source=source)


def test_book_with_everything_approved_states_who_vouches_for_it(build, folder):
    result = build(folder)
    said = package(folder / "x.epub")
    assert (result.is_certified, result.uncertified) == (True, "")
    assert f'<meta property="dcterms:conformsTo" id="conformance">{CLAIM}</meta>' in said
    assert '<meta property="a11y:certifiedBy" id="certifier" refines="#conformance">Books for All</meta>' in said
    assert f'<meta property="dcterms:date" refines="#certifier">{DAY}</meta>' in said
    assert "https://example.org/credential" in said and "Books for All" in said.split("accessibilitySummary")[1]


def test_what_is_written_has_been_checked_with_ace(build, folder):
    checker = Checker()
    build(folder, checker)
    assert checker.asked == [False, True]


def test_same_approvals_give_the_same_bytes(build, folder):
    build(folder)
    first = (folder / "x.epub").read_bytes()
    build(folder)
    assert (folder / "x.epub").read_bytes() == first


def test_stated_day_and_report_stand_in_the_package(build, folder):
    (folder / "book.toml").write_text(PLAN + 'date = "2026-04-01"\nreport = "https://example.org/report"\n')
    build(folder)
    said = package(folder / "x.epub")
    assert '<meta property="dcterms:date" refines="#certifier">2026-04-01</meta>' in said
    assert re.search(r'<link rel="a11y:certifierReport" href="https://example.org/report" refines="#certifier"', said)


def no_claim(result: pipeline.BuildResult, path: Path, says: str) -> None:
    said = package(path)
    assert not result.is_certified and says in result.uncertified, result.uncertified
    assert "conformsTo" not in said and "a11y:cert" not in said


def test_changed_alt_text_loses_the_claim(build, folder):
    write_folder(folder, alt="The delta seen from the south")
    no_claim(build(folder), folder / "x.epub", "1 of 7 decisions is not approved: ebook review ")


def test_claim_comes_back_with_the_old_alt_text(build, folder):
    write_folder(folder, alt="The delta seen from the south")
    approve(folder, but=1)
    write_folder(folder, alt=ALT)
    assert build(folder).is_certified


def test_undescribed_picture_stands_in_the_way_whatever_is_approved(build, folder):
    write_folder(folder, body=BODY.replace(' alt="{alt}"', ""))
    approve(folder)
    no_claim(build(folder), folder / "x.epub", "1 of 7 decisions is not approved")


def test_unapproved_book_claims_nothing(build, tmp_path):
    folder = write_folder(tmp_path)
    no_claim(build(folder), folder / "x.epub", "7 of 7 decisions are not approved")


def test_approvals_without_a_certifier_claim_nothing(build, folder):
    write_folder(folder, plan=PLAN.partition("[certification]")[0])
    no_claim(build(folder), folder / "x.epub", "no certifier is named")


def test_book_that_nobody_reviews_says_nothing_about_it(build, tmp_path):
    folder = write_folder(tmp_path, plan=PLAN.partition("[certification]")[0])
    assert build(folder).uncertified == ""


@pytest.mark.parametrize(
    "checker",
    [
        Checker(finding(Severity.ERROR, "ebook")),
        Checker(finding(Severity.WARNING, "ebook")),
        Checker(finding(Severity.WARNING, "ace")),
        Checker(second=(finding(Severity.WARNING, "ace"),)),
    ],
)
def test_failing_rule_stands_in_the_way(build, folder, checker):
    checker.asked.clear()
    no_claim(build(folder, checker), folder / "x.epub", "1 rule fails: some.rule")


@pytest.mark.parametrize(
    ("checker", "options", "says"),
    [
        (Checker(verdict=NOT_CHECKED, reason="Java is missing"), {}, "Java is missing"),
        (Checker(unfinished="Ace gave no report"), {}, "Ace gave no report"),
        (Checker(), {"check": False}, "--no-check"),
        (Checker(versions={}), {}, "Ace, which judges contrast as it is shown, was not run"),
    ],
)
def test_checker_that_did_not_speak_stands_in_the_way(build, folder, checker, options, says):
    no_claim(build(folder, checker, options=options), folder / "x.epub", says)


def test_hints_and_epubcheck_warnings_do_not_stand_in_the_way(build, folder):
    checker = Checker(finding(Severity.WARNING, "epubcheck"), finding(Severity.INFO, "ebook"))
    assert build(folder, checker).is_certified


def test_damaged_approvals_stand_in_the_way_and_are_not_touched(build, folder):
    path = folder / "approvals.csv"
    damaged = path.read_bytes().replace(b'"yes"', b'"perhaps"', 1)
    path.write_bytes(damaged)
    no_claim(build(folder), folder / "x.epub", "line 2: “perhaps” is no answer")
    assert path.read_bytes() == damaged


def test_certifier_may_be_named_by_the_caller(build, folder):
    write_folder(folder, plan=PLAN.partition("[certification]")[0])
    build(folder, edition={"certification": {"certifier": "Somebody Else", "date": DAY}})
    assert ">Somebody Else</meta>" in package(folder / "x.epub")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('certifer = "x"', "line 8: unknown key “certifer” in [certification]"),
        ('date = "March"', "line 8: “March” is no day of a review"),
        ('date = "2026"', "line 8: “2026” is no day of a review"),
        ('report = "javascript:x"', "line 8: “javascript:x” is no address of a report"),
        ('report = "../other.json"', "no address of a report"),
    ],
)
def test_mistake_in_book_toml_is_named_with_its_line(build, tmp_path, line, says):
    folder = write_folder(tmp_path, plan=PLAN + "\n\n" + line + "\n")
    with pytest.raises(UsageProblem) as caught:
        build(folder)
    assert says in str(caught.value)


def test_certification_needs_a_certifier(build, tmp_path):
    folder = write_folder(tmp_path, plan=PLAN.replace('certifier = "Books for All"\n', ""))
    with pytest.raises(UsageProblem, match=r"line 3: \[certification\] without a certifier"):
        build(folder)


# Evidence


def test_evidence_lies_beside_the_book_and_knows_no_clock(build, folder):
    result = build(folder, options={"evidence": True})
    first = (folder / "x.evidence.json").read_bytes()
    build(folder, options={"evidence": True})
    assert result.evidence == folder / "x.evidence.json"
    assert (folder / "x.evidence.json").read_bytes() == first
    assert str(folder).encode() not in first and str(datetime.date.today()).encode() not in first


def test_evidence_tells_of_the_review(build, folder):
    build(folder, options={"evidence": True})
    graph = json.loads((folder / "x.evidence.json").read_bytes())["@graph"]
    (review,) = [p for p in graph if p.get("earl:mode") == {"@id": "earl:manual"}]
    assert review["earl:result"]["earl:outcome"] == {"@id": "earl:passed"} and review["dct:date"] == DAY
    assert next(p for p in graph if p["@type"] == "earl:TestSubject")["dct:title"] == "Floods"


def test_evidence_names_the_reviewers_of_the_approvals(build, folder):
    build(folder, options={"evidence": True})
    graph = json.loads((folder / "x.evidence.json").read_bytes())["@graph"]
    assert next(p for p in graph if p["@id"] == "_:reviewers")["dct:title"] == "Ana"


def test_evidence_of_an_older_book_does_not_stay_beside_a_new_one(build, folder):
    build(folder, options={"evidence": True})
    assert build(folder).outdated is None and (folder / "x.evidence.json").exists()  # it tells of these very bytes
    write_folder(folder, alt="The delta seen from the south")
    assert build(folder).outdated == folder / "x.evidence.json"
    assert not (folder / "x.evidence.json").exists()


def test_what_is_no_evidence_stays_beside_a_new_book(build, folder):
    (folder / "x.evidence.json").write_text('{"mine": 1}')
    assert build(folder).outdated is None and (folder / "x.evidence.json").exists()


def test_book_with_evidence_in_it_does_not_depend_on_the_name_of_its_file(build, folder):
    (folder / "book.toml").write_text(PLAN + 'report = "evidence.json"\n')
    build(folder)
    for name in ("x.epub", "another.epub"):
        pipeline.build(folder / "book.toml", output=folder / name)
    assert (folder / "x.epub").read_bytes() == (folder / "another.epub").read_bytes()


@pytest.mark.parametrize("name", ["certifier", "credential", "report", "date"])
def test_an_empty_word_about_the_certifier_is_a_mistake(build, folder, name):
    with pytest.raises(UsageProblem, match="is empty"):
        build(folder, edition={"certification": {"certifier": "Somebody", name: " "}})


@pytest.mark.parametrize(
    "contact", ["", "x", "mailto:a@example.org", "javascript:x()", "https://", "a@b", "ftp://example.org"]
)
def test_a_contact_that_nobody_can_use_is_a_mistake(build, folder, contact):
    with pytest.raises(UsageProblem, match="contact"):
        build(folder, edition={"contact": contact})
    (folder / "book.toml").write_text(f'contact = "{contact}"\n{PLAN}')
    with pytest.raises(UsageProblem, match=r"line 1: .*contact"):
        build(folder)


@pytest.mark.parametrize(
    "contact",
    ["access@example.org", "https://example.org/access", "Access Desk, 12 Weir Lane, Tallow", "+44 20 7946 0000"],
)
def test_a_contact_is_an_address_on_the_web_or_by_post(build, folder, contact):
    build(folder, edition={"contact": contact})
    with zipfile.ZipFile(folder / "x.epub") as archive:
        assert contact.removeprefix("https://") in archive.read("EPUB/accessibility.xhtml").decode()


def test_evidence_never_replaces_what_ebook_did_not_make(build, folder):
    (folder / "x.evidence.json").write_text('{"mine": 1}')
    with pytest.raises(UsageProblem, match="was not made by ebook"):
        build(folder, options={"evidence": True})
    assert not (folder / "x.epub").exists()


def test_evidence_in_the_book_is_linked_and_not_in_the_manifest(build, folder):
    (folder / "book.toml").write_text(PLAN + 'report = "evidence.json"\n')
    build(folder)
    said = package(folder / "x.epub")
    assert re.search(r'<link rel="a11y:certifierReport" href="evidence.json" media-type="application/ld\+json"', said)
    assert said.count("evidence.json") == 1
    with zipfile.ZipFile(folder / "x.epub") as archive:
        assert json.loads(archive.read("EPUB/evidence.json"))["@graph"]


@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
@pytest.mark.ace
def test_certified_book_with_its_evidence_passes_every_checker(folder):
    (folder / "book.toml").write_text(PLAN + 'report = "evidence.json"\n')
    result = pipeline.build(folder / "book.toml", output=folder / "x.epub", options={"evidence": True})
    assert (result.verdict, result.is_certified, result.uncertified) == (VALID, True, "")
    assert CLAIM in package(folder / "x.epub")
    said = json.loads((folder / "x.evidence.json").read_bytes())["@graph"]
    assert {"_:ebook", "_:epubcheck", "_:ace"} <= {p.get("@id") for p in said}
    assert not [p for p in said if p.get("earl:result", {}).get("earl:outcome") == {"@id": "earl:failed"}]
