"""`ebook check`: several books, reports in every form, exit codes."""

from __future__ import annotations

import json

import pytest
from lxml import etree

from ebook.epub import write
from tests.books import book_of, changed, ebook, page, refused

QUICK = ("--no-ace", "--no-epubcheck")


@pytest.fixture(scope="module")
def data() -> bytes:
    return write(book_of(page("<p>The water rose.</p>", head='<meta name="author" content="Ines Halloran">')))


@pytest.fixture
def folder(tmp_path, data):
    (tmp_path / "good.epub").write_bytes(data)
    broken = changed(
        data, {"EPUB/chapter-01.xhtml": lambda c: c.replace(b"</section>", b'<p><a href="#no">x</a></p></section>', 1)}
    )
    (tmp_path / "bad.epub").write_bytes(broken)
    gap = changed(data, {"EPUB/chapter-01.xhtml": lambda c: c.replace(b"</section>", b"<h5>Deep</h5></section>", 1)})
    (tmp_path / "gap.epub").write_bytes(gap)
    return tmp_path


def check(folder, *arguments, **how):
    return ebook("check", *arguments, *QUICK, folder=folder, **how)


def test_one_command_writes_every_form(folder):
    names = {"--html": "r.html", "--sarif": "r.sarif", "--junit": "r.xml", "--earl": "r.jsonld"}
    done = check(folder, "good.epub", "gap.epub", *(word for pair in names.items() for word in pair))
    assert done.returncode == 0, done.stderr
    etree.fromstring((folder / "r.html").read_text().removeprefix("<!DOCTYPE html>").encode())
    assert json.loads((folder / "r.sarif").read_text())["version"] == "2.1.0"
    assert etree.fromstring((folder / "r.xml").read_bytes()).tag == "testsuites"
    assert json.loads((folder / "r.jsonld").read_text())["@graph"]
    assert b"good.epub: not checked" in done.stdout


def test_a_report_can_go_to_standard_output_alone(folder):
    done = check(folder, "gap.epub", "--sarif", "-")
    assert json.loads(done.stdout)["runs"][0]["results"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--sarif", "-", "--json"), "same place"),
        (("--sarif", "r", "--html", "r"), "same place"),
        (("--html", "good.epub"), "no place for a report"),
        (("--html", "other.epub"), "no place for a report"),
        (("--html", "."), "no place for a report"),
    ],
)
def test_reports_never_write_over_books_or_each_other(folder, data, arguments, said):
    assert said in refused(check(folder, "good.epub", *arguments), 2)
    assert (folder / "good.epub").read_bytes() == data


def test_a_book_that_cannot_be_read_does_not_stop_the_others(folder):
    done = check(folder, "gone.epub", "good.epub", "--json")
    books = json.loads(done.stdout)["books"]
    assert done.returncode == 3
    assert [(b["path"], b["verdict"]) for b in books] == [("gone.epub", "not-checked"), ("good.epub", "not-checked")]
    assert "cannot be read" in books[0]["reason"] and b"gone.epub cannot be read" in done.stderr


@pytest.mark.parametrize(
    ("books", "options", "code"),
    [
        (("good.epub",), (), 0),
        (("gap.epub",), (), 0),
        (("gap.epub",), ("--fail-on", "error"), 1),
        (("good.epub", "gap.epub"), ("--fail-on", "warning"), 1),
        (("good.epub",), ("--fail-on", "review"), 0),
        (("bad.epub", "good.epub"), (), 4),
        (("bad.epub", "gone.epub"), (), 4),
        (("gap.epub", "gone.epub"), ("--fail-on", "error"), 3),
    ],
)
def test_exit_codes(folder, books, options, code):
    assert check(folder, *books, *options).returncode == code


def test_json_names_rules_criteria_and_versions(folder):
    (book,) = json.loads(check(folder, "gap.epub", "--json").stdout)["books"]
    assert book["rules"]["book.heading-gap"] == "fail" and book["criteria"]["1.3.1"] == "fail"
    assert set(book["versions"]) <= {"ebook"}  # nobody else was asked


@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
def test_findings_of_two_checkers_are_one_line(folder):
    done = ebook("check", "bad.epub", "--no-ace", "--json", folder=folder)
    (book,) = json.loads(done.stdout)["books"]
    dead = [f for f in book["findings"] if f["severity"] in ("fatal", "error")]
    assert [(f["rule"], f["source"], f["also"]) for f in dead] == [("book.dead-link", "ebook", ["epubcheck RSC-012"])]
    assert book["versions"]["epubcheck"] and done.returncode == 4


@pytest.mark.parametrize("form", ["html", "sarif", "junit", "earl"])
def test_report_replaces_an_older_one_and_nothing_else(folder, form):
    (folder / "mine").write_text('{"keep": 1}')
    assert "not made by ebook" in refused(check(folder, "good.epub", f"--{form}", "mine"), 2)
    assert (folder / "mine").read_text() == '{"keep": 1}'
    for _ in range(2):
        assert check(folder, "good.epub", f"--{form}", "report").returncode == 0
