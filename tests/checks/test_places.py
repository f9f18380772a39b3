"""Where the findings of other checkers stand: every one with a file, a line where it can be known, and a snippet."""

from __future__ import annotations

import json

import pytest

from ebook.checks import check_book
from ebook.checks.ace import check_with_ace
from ebook.checks.epubcheck import Result
from ebook.checks.places import ace_place, with_place
from ebook.checks.remedies import BY_ACE_RULE, BY_CODE, UNKNOWN, remedy_of
from ebook.epub import write
from ebook.opened import open_epub
from ebook.rules import Finding, Place, Severity
from tests.books import book_of, changed, page

DOCUMENT = b"""<?xml version="1.0" encoding="UTF-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head><title>A</title></head>
<body>
<!-- a remark counts for nothing -->
<p id="one">One</p>
<p>Two <a href="#x">here</a> and <b>there</b></p>
<p epub:type="pagebreak"
   id="three">Three</p>
</body>
</html>"""


@pytest.fixture(scope="module")
def data():
    return changed(write(book_of(page("<p>The water rose.</p>"))), {"EPUB/chapter-01.xhtml": DOCUMENT})


@pytest.fixture(scope="module")
def book(data):
    return open_epub(data, "book.epub")[0]


def finding(file: str, line: int = 0) -> Finding:
    place = Place(file=file, line=line)
    return Finding(rule="RSC-005", severity=Severity.ERROR, message="x", remedy="y", place=place, source="epubcheck")


@pytest.mark.parametrize(
    ("line", "snippet"),
    [
        (6, '<p id="one">'),
        (7, '<p>Two <a href="#x">here</a> and <b>there</b></p>'),
        (9, '<p epub:type="pagebreak" id="three">'),
        (99, ""),
        (0, ""),
    ],
)
def test_epubcheck_gets_the_start_tag_at_its_line(book, line, snippet):
    said = with_place(finding("EPUB/chapter-01.xhtml", line), book=book, called="tmp.epub", name="book.epub")
    assert said.place.snippet == snippet


def test_the_book_is_called_what_the_user_called_it(book):
    assert with_place(finding("tmp.epub"), book=book, called="tmp.epub", name="mine.epub").place.file == "mine.epub"


def test_without_a_book_places_stay(book):
    said = finding("EPUB/chapter-01.xhtml", 6)
    assert with_place(said, book=None, called="tmp.epub", name="book.epub") == said


@pytest.mark.parametrize(
    ("cfi", "line", "snippet"),
    [
        ("/4/2[one]", 6, '<p id="one">'),
        ("/4/4/2", 7, '<a href="#x">'),
        ("/4/6[three]", 9, '<p epub:type="pagebreak" id="three">'),
        ("/4/2[three]", 9, '<p epub:type="pagebreak" id="three">'),  # ids outweigh steps
        ("/2", 3, "<head>"),
        ("/4/40", 0, "<p>said</p>"),
    ],
)
def test_ace_gets_the_line_of_its_element(book, cfi, line, snippet):
    place = ace_place(book, "chapter-01.xhtml", [cfi], "<p>said</p>")
    assert (place.file, place.line, place.snippet) == ("EPUB/chapter-01.xhtml", line, snippet)


@pytest.mark.parametrize("url", ["EPUB/content.opf", "content.opf", "/EPUB/content.opf"])
def test_ace_names_files_from_the_package_or_from_the_container(book, url):
    assert ace_place(book, url, [], "").file == "EPUB/content.opf"


REPORT = {
    "earl:assertedBy": {"doap:release": {"doap:revision": "1.4.6"}},
    "assertions": [
        {
            "earl:testSubject": {"url": "chapter-01.xhtml"},
            "assertions": [
                {
                    "earl:result": {
                        "earl:outcome": outcome,
                        "dct:description": "Links must have text\nFix any of…",
                        "earl:pointer": {"cfi": ["/4/4/2"], "css": ["a"]},
                        "html": '<a href="#x">here</a>',
                    },
                    "earl:test": {"earl:impact": "serious", "dct:title": "link-name", "help": {}},
                }
                for outcome in ("fail", "pass")
            ],
        }
    ],
}


@pytest.fixture
def ace(tmp_path, monkeypatch):
    """A program in the place of Ace that leaves this report, or none."""

    def make(report: object) -> None:
        program = tmp_path / "ace-cli"
        (tmp_path / "said.json").write_text(json.dumps(report))
        copy = f'cp {tmp_path}/said.json "$4/report.json"' if report else "echo it broke"
        program.write_text(f"#!/bin/sh\n{copy}\n")
        program.chmod(0o755)
        monkeypatch.setenv("EBOOK_ACE", str(program))
        monkeypatch.setenv("PUPPETEER_EXECUTABLE_PATH", "/bin/true")

    return make


@pytest.mark.parametrize("outcome", ["cantTell", "untested"])
def test_what_ace_could_not_tell_is_left_to_a_person(tmp_path, data, book, ace, outcome):
    ace(json.loads(json.dumps(REPORT).replace('"fail"', f'"{outcome}"')))
    (tmp_path / "b.epub").write_bytes(data)
    (found,) = check_with_ace(tmp_path / "b.epub", book).findings
    assert (found.rule, found.severity) == ("link-name", Severity.REVIEW)


def test_ace_findings_have_place_snippet_remedy_and_versions(tmp_path, data, book, ace):
    ace(REPORT)
    (tmp_path / "b.epub").write_bytes(data)
    said = check_with_ace(tmp_path / "b.epub", book)
    (found,) = said.findings
    assert (found.rule, found.severity, found.source, said.version) == ("link-name", Severity.ERROR, "ace", "1.4.6")
    assert (found.place.file, found.place.line) == ("EPUB/chapter-01.xhtml", 7)
    assert found.place.snippet == '<a href="#x">' and found.message == "Links must have text"
    assert found.remedy == BY_ACE_RULE["link-name"]


def test_an_ace_that_breaks_off_never_looks_like_nothing_found(tmp_path, data, ace, monkeypatch):
    ace(None)
    good = tmp_path / "b.epub"
    good.write_bytes(write(book_of(page("<p>The water rose.</p>"))))
    monkeypatch.setattr("ebook.checks.check_epubs", lambda paths: [Result(verdict="valid")] * len(paths))
    report = check_book(good, name="b.epub", ace=True)
    assert report.verdict == "valid" and "Ace gave no report" in report.unfinished and "ace" not in report.versions


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ('Error while parsing file: Duplicate ID "a"', "an id of its own"),
        ('Error while parsing file: element "center" not allowed here; expected…', "old element"),
        ('Error while parsing file: attribute "align" not allowed here; expected…', "style sheet"),
        ('Error while parsing file: missing required element "dc:title"', "Name the book"),
        ("Fatal Error while parsing file: must be terminated by the matching end-tag", "Close every element"),
        ('The entity "nbsp" was referenced, but not declared.', "the character itself"),
        ("Something nobody has seen", UNKNOWN),
    ],
)
def test_general_codes_get_a_remedy_by_their_words(message, words):
    assert words in remedy_of("RSC-005", message)


def test_remedies_are_sentences():
    assert all(text[0].isupper() and text.endswith((".", "…")) for text in (*BY_CODE.values(), *BY_ACE_RULE.values()))
