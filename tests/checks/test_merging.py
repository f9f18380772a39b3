"""Merging: one finding for one fault, and never one for two."""

from __future__ import annotations

import pytest

from ebook.checks.merging import merged
from ebook.rules import Finding, Place, Severity, rule

FILE = "EPUB/a.xhtml"


def ours(name: str, *, file: str = FILE, line: int = 7, snippet: str = "", **facts: object) -> Finding:
    return rule(name).at(Place(file=file, line=line, snippet=snippet), **facts)


def theirs(
    id: str,
    message: str = "",
    *,
    by: str = "epubcheck",
    file: str = FILE,
    line: int = 7,
    snippet: str = "",
    severity: Severity = Severity.ERROR,
) -> Finding:
    place = Place(file=file, line=line, snippet=snippet)
    return Finding(rule=id, severity=severity, message=message, remedy="", place=place, source=by)


# What must stay apart


@pytest.mark.parametrize(
    "others",
    [
        [theirs("RSC-012", "Fragment identifier is not defined.")],  # another fault in the same line
        [theirs("image-alt", by="ace", line=9)],  # two lines further
        [theirs("image-alt", by="ace", file="EPUB/b.xhtml")],
        [theirs("image-alt", by="ace", snippet="<area>")],  # another element of the line
        [theirs("RSC-005", 'Error while parsing file: element "center" not allowed here')],
    ],
)
def test_different_faults_are_two_findings(others):
    found = merged([ours("book.image-without-alt", snippet='<img src="x.png">'), *others])
    assert [f.rule for f in found] == ["book.image-without-alt", *(f.rule for f in others)]
    assert not any(f.also for f in found)


def test_two_dead_links_of_one_line_stay_two():
    links = [ours("book.dead-link", target="#one"), ours("book.dead-link", target="#two")]
    said = [theirs("RSC-012", "Fragment identifier is not defined.")] * 2
    found = merged([*links, *said])
    assert [(f.message[-4:], f.also) for f in found] == [
        ("#one", ("epubcheck RSC-012",)),
        ("#two", ("epubcheck RSC-012",)),
    ]


def test_a_third_dead_link_that_we_did_not_see_is_kept():
    said = [theirs("RSC-012", "Fragment identifier is not defined.")] * 2
    assert [f.rule for f in merged([ours("book.dead-link", target="#one"), *said])] == ["book.dead-link", "RSC-012"]


def test_links_to_different_files_in_one_line_are_not_one():
    found = merged(
        [
            ours("book.dead-link", target="gone.xhtml"),
            theirs("RSC-007", 'Referenced resource "EPUB/lost.xhtml" could not be found in the EPUB.'),
        ]
    )
    assert len(found) == 2


def test_equal_ids_of_two_documents_are_two():
    found = merged(
        [
            ours("book.duplicate-id", line=0, id="n1"),
            theirs("RSC-005", 'Error while parsing file: Duplicate ID "n1"', file="EPUB/b.xhtml"),
            theirs("RSC-005", 'Error while parsing file: Duplicate ID "n2"'),
        ]
    )
    assert len(found) == 3


def test_findings_of_one_checker_are_never_merged():
    twice = [theirs("RSC-012", "Fragment identifier is not defined.")] * 2
    assert merged(twice) == tuple(twice)


# What must become one


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        (ours("book.dead-link", target="#x"), theirs("RSC-012", "Fragment identifier is not defined.", line=8)),
        (
            ours("book.dead-link", target="../gone.xhtml"),
            theirs("RSC-007", 'Referenced resource "EPUB/gone.xhtml" could not be found in the EPUB.'),
        ),
        (ours("book.image-without-alt"), theirs("image-alt", by="ace")),
        (ours("book.heading-gap", found=3, after=1), theirs("heading-order", by="ace")),
        (
            ours("book.no-title", line=0),
            theirs("RSC-017", 'Warning while parsing file: The "head" element should have a "title" child element.'),
        ),
        (
            ours("book.no-title", line=0),
            theirs("RSC-005", 'Error while parsing file: Element "title" must not be empty.'),
        ),
        (ours("book.no-title", line=0), theirs("document-title", by="ace", line=2)),
        (ours("book.no-language", line=0), theirs("html-has-lang", by="ace", line=2)),
        (
            ours("book.duplicate-id", line=0, id="n1"),
            theirs("RSC-005", 'Error while parsing file: Duplicate ID "n1"', line=30),
        ),
        (
            ours("book.remote", target="https://example.org/a.png"),
            theirs("RSC-006", 'Remote resource reference is not allowed; resource "https://example.org/a.png" must'),
        ),
        (
            ours("book.no-accessibility-metadata", line=0, property="schema:accessMode"),
            theirs("metadata-accessmode", by="ace", line=0),
        ),
    ],
)
def test_the_same_fault_is_one_finding_with_all_names(mine, other):
    (found,) = merged([mine, other])
    assert (found.rule, found.source, found.remedy) == (mine.rule, "ebook", mine.remedy)
    assert found.also == (f"{other.source} {other.rule}",)


def test_a_file_is_known_by_its_name_wherever_it_is_reported():
    mine = rule("book.unlisted").at(Place(file="EPUB/x.txt"), file="EPUB/x.txt")
    item = theirs("OPF-003", 'Item "EPUB/x.txt" exists in the EPUB, but is not declared.', file="b.epub", line=0)
    (found,) = merged([mine, item])
    assert found.also == ("epubcheck OPF-003",)


def test_one_missing_property_does_not_swallow_another():
    mine = ours("book.no-accessibility-metadata", line=0, property="schema:accessModeSufficient")
    assert len(merged([mine, theirs("metadata-accessmode", by="ace", line=0)])) == 2


def test_three_checkers_and_one_fault_are_one_finding():
    found = merged(
        [
            theirs("document-title", by="ace", line=3),
            theirs("RSC-005", 'Element "title" must not be empty.', line=4),
            ours("book.no-title", line=0),
        ]
    )
    assert [(f.rule, f.also) for f in found] == [("book.no-title", ("epubcheck RSC-005", "ace document-title"))]


def test_other_checkers_are_merged_without_us():
    found = merged(
        [theirs("epub-toc-order", by="ace", line=5), theirs("NAV-011", line=9, severity=Severity.WARNING)],
    )
    assert [(f.rule, f.source, f.also) for f in found] == [("NAV-011", "epubcheck", ("ace epub-toc-order",))]


def test_the_worst_severity_counts():
    mine = ours("book.table-without-headers")
    assert mine.severity is Severity.WARNING
    (found,) = merged([mine, theirs("ACC-005", severity=Severity.ERROR)])
    assert found.severity is Severity.ERROR


def test_a_line_that_only_another_checker_knows_is_taken_over():
    (found,) = merged([ours("book.no-title", line=0), theirs("document-title", by="ace", line=3, snippet="<head>")])
    assert (found.place.line, found.place.snippet) == (3, "<head>")


def test_json_names_the_others_only_where_there_are_any():
    assert "also" not in ours("book.no-title").as_json()
    (found,) = merged([ours("book.no-title"), theirs("document-title", by="ace")])
    assert found.as_json()["also"] == ["ace document-title"]
