"""`ebook review`: sheets out, answers in, and nothing of anybody's lost or taken for an article."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.books import ebook, refused
from tests.review.folder import write_folder


@pytest.fixture
def folder(tmp_path) -> Path:
    return write_folder(tmp_path / "flood")


def answered(sheet: Path, **cells: str) -> Path:
    """The sheet with the same answer in every line, as a spreadsheet saves it."""
    rows = list(csv.DictReader(io.StringIO(sheet.read_bytes().decode("utf-8-sig"))))
    target = sheet.with_name("filled.csv")
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows({**row, **cells} for row in rows)
    return target


def test_sheet_goes_out_and_comes_back(folder):
    done = ebook("review", "book.toml", folder=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == [
        "review.html: 7 decisions, 0 approved",
        "review.csv: 7 decisions, 0 approved",
    ]
    filled = answered(folder / "review.csv", approved="yes")
    done = ebook("review", "book.toml", "--take", filled.name, "--by", "Ana", folder=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().splitlines() == ["approvals.csv: 7 answers taken", "7 of 7 decisions are approved"]
    status = ebook("review", "book.toml", "--status", folder=folder)
    assert (status.returncode, status.stdout) == (0, b"7 of 7 decisions are approved\n")


def test_status_names_what_is_open_and_ends_with_1(folder):
    done = ebook("review", "book.toml", "--status", folder=folder)
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "0 of 7 decisions are approved, 7 open" and len(lines) == 8
    assert not list(folder.glob("review.*")) and not (folder / "approvals.csv").exists()


def test_each_line_that_cannot_be_taken_is_named(folder):
    ebook("review", "book.toml", "--csv", "s.csv", folder=folder)
    done = ebook("review", "book.toml", "--take", answered(folder / "s.csv", approved="perhaps").name, folder=folder)
    said = done.stderr.decode().splitlines()
    assert (done.returncode, len(said)) == (1, 7)
    assert all(line.startswith("ebook: filled.csv, line ") for line in said)


def test_json_has_its_shape(folder):
    said = json.loads(ebook("review", "book.toml", "--json", folder=folder).stdout)
    assert (said["total"], said["approved"], said["open"], said["complete"]) == (7, 0, 7, False)
    assert set(said["decisions"][0]) == set("key kind article place what decision approved by date comment".split())


def test_only_the_files_that_were_named_are_written(folder):
    ebook("review", "book.toml", "--html", "out/sheet.html", folder=folder)
    assert [p.name for p in (folder / "out").iterdir()] == ["sheet.html"] and not list(folder.glob("review.*"))


def test_filled_in_sheet_is_not_written_over_before_it_was_taken(folder):
    ebook("review", "book.toml", "-o", "s", folder=folder)
    filled = answered(folder / "s" / "review.csv", approved="yes", by="Ana")
    filled.replace(folder / "s" / "review.csv")
    before = (folder / "s" / "review.csv").read_bytes()
    line = refused(ebook("review", "book.toml", "-o", "s", folder=folder), 2)
    assert "7 answers that nobody has taken" in line
    assert (folder / "s" / "review.csv").read_bytes() == before
    ebook("review", "book.toml", "--take", "s/review.csv", folder=folder)
    assert ebook("review", "book.toml", "-o", "s", folder=folder).returncode == 0


@pytest.mark.parametrize("target", ["a.html", "approvals.csv", "book.toml"])
def test_sheet_never_replaces_inputs_approvals_or_other_files(folder, target):
    (folder / "approvals.csv").write_text('"key","kind","article","approved"\n')
    before = (folder / target).read_bytes()
    option = "--html" if target.endswith("html") else "--csv"
    refused(ebook("review", "book.toml", option, target, folder=folder), 2)
    assert (folder / target).read_bytes() == before


def test_damaged_approvals_are_named_and_never_written_over(folder):
    ebook("review", "book.toml", "--csv", "s.csv", folder=folder)
    (folder / "approvals.csv").write_text("key,approved\nnonsense,yes\n")
    filled = answered(folder / "s.csv", approved="yes", by="Ana")
    line = refused(ebook("review", "book.toml", "--take", filled.name, folder=folder), 2)
    assert "approvals.csv, line 2: “nonsense” is no key" in line
    assert "nonsense" in (folder / "approvals.csv").read_text()


@pytest.mark.parametrize("inputs", [["."], ["a.html", "approvals.csv", "review.html", "review.csv"]])
def test_sheets_and_approvals_are_never_articles(folder, inputs):
    (folder / "book.toml").unlink()
    ebook("review", "a.html", folder=folder)
    ebook(
        "review", "a.html", "--take", answered(folder / "review.csv", approved="yes").name, "--by", "A", folder=folder
    )
    (folder / "filled.csv").unlink()
    done = ebook("build", *inputs, "--no-check", "--json", "-o", "x.epub", folder=folder)
    assert len(json.loads(done.stdout)["articles"]) == 1


def test_sheet_alone_is_no_input(folder):
    ebook("review", "book.toml", folder=folder)
    assert "no article" in refused(ebook("build", "review.html", folder=folder), 3)


def test_book_is_not_put_where_approvals_are_kept(folder):
    refused(ebook("build", "a.html", "--no-check", "-o", "approvals.csv", folder=folder), 2)
    assert not (folder / "approvals.csv").exists()
    (folder / "approvals.csv").write_text("key,approved\n")
    line = refused(ebook("build", "a.html", "--no-check", "-o", "approvals.csv", folder=folder), 2)
    assert "approvals.csv" in line and (folder / "approvals.csv").read_text() == "key,approved\n"


def test_build_says_in_one_line_what_is_missing(folder):
    done = ebook("build", "book.toml", "--no-check", "-o", "x.epub", "-q", folder=folder)
    lines = [line for line in done.stderr.decode().splitlines() if "conformance" in line]
    assert lines == [
        "ebook: no conformance is claimed: EPUBCheck must have found the book valid, and --no-check was given"
    ]


def test_certifier_of_the_command_line_is_checked(folder):
    done = ebook("build", "a.html", "--certifier", "Ana", "--review-date", "soon", folder=folder)
    assert "“soon” is no day of a review" in refused(done, 2)


def test_approvals_of_standard_input_have_no_place(folder):
    ebook("review", "a.html", "--csv", "s.csv", folder=folder)
    done = ebook("review", "-", "--take", "s.csv", folder=folder, given=(folder / "a.html").read_bytes())
    assert "kept beside the input" in refused(done, 2)


def test_article_that_cannot_be_read_is_named(folder):
    done = ebook("review", "a.html", "gone.html", "--csv", "s.csv", folder=folder)
    assert (done.returncode, done.stderr.decode().startswith("ebook: left out: gone.html")) == (1, True)
    assert (folder / "s.csv").exists()
