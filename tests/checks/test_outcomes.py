"""What rules and WCAG criteria say of a whole book: never "pass" for what is not there, or for a person to judge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ebook.checks.criteria import CRITERIA, OTHERS, Covered, Criterion, about_criteria, criteria
from ebook.checks.outcomes import SUBJECTS, held, outcomes
from ebook.epub import write
from ebook.markup import parse_document
from ebook.opened import Item, Opened, open_epub
from ebook.rules import RULES, Finding, Outcome, Place, Severity
from ebook.rules.kinds import made
from tests.books import book_of, changed, page

RULE = made("book.probe", Severity.WARNING, "Found", "Mend it.", "WCAG 1.3.1", subject="tables")
TABLE = "<table><tr><th>Hour</th><th>Stage</th></tr><tr><td>6</td><td>2.1</td></tr></table>"


def opened(body: str = "<p>The water rose.</p>", **changes: bytes) -> Opened:
    data = write(book_of(page(body)))
    book, _ = open_epub(changed(data, dict(changes)), "book.epub")
    assert book is not None
    return book


def found(name: str, severity: Severity, **how: object) -> Finding:
    return Finding(rule=name, severity=severity, message="x", remedy="y", place=Place(file="a"), **how)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def plain() -> Opened:
    return opened()


@pytest.fixture(scope="module")
def tabled() -> Opened:
    return opened(TABLE)


def test_a_rule_about_what_is_not_there_does_not_apply(plain, tabled):
    assert outcomes(plain, [], [RULE]) == {"book.probe": Outcome.ABSENT}
    assert outcomes(tabled, [], [RULE]) == {"book.probe": Outcome.PASSED}


@pytest.mark.parametrize(
    ("severities", "outcome"),
    [
        ([Severity.WARNING], Outcome.FAILED),
        ([Severity.REVIEW], Outcome.PERSON),
        ([Severity.REVIEW, Severity.ERROR], Outcome.FAILED),
        ([Severity.INFO], Outcome.PASSED),
    ],
)
def test_the_worst_finding_of_a_rule_counts(tabled, severities, outcome):
    assert outcomes(tabled, [found("book.probe", s) for s in severities], [RULE])["book.probe"] is outcome


def test_nothing_is_passed_of_a_book_that_could_not_be_opened():
    said = outcomes(None, [found("book.container", Severity.ERROR)])
    assert said["book.container"] is Outcome.FAILED
    assert Outcome.PASSED not in said.values() and Outcome.ABSENT not in said.values()


def test_rules_of_other_checkers_are_not_ours(plain):
    assert "RSC-005" not in outcomes(plain, [found("RSC-005", Severity.ERROR, source="epubcheck")])


def test_every_rule_has_an_outcome_and_a_known_subject(plain):
    assert {r.subject for r in RULES if r.subject} <= SUBJECTS
    assert {r.id for r in RULES if r.id.startswith("book.")} <= set(outcomes(plain, []))


@pytest.mark.parametrize(
    ("body", "subject"),
    [
        ('<p><a href="https://example.org/">River board</a></p>', "links"),
        (TABLE, "tables"),
        ("<p>The <abbr>EWC</abbr> met.</p>", "abbreviations"),
        ('<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi></math>', "mathematics"),
    ],
)
def test_subjects_are_seen(body, subject):
    book = opened(body)
    assert subject in held(book)


def said_of(book: Opened | None, findings: list[Finding], ran: tuple[str, ...] = ()) -> dict[str, Criterion]:
    return {c.number: c for c in criteria(book, findings, ran)}


def test_the_criteria_are_those_of_levels_a_and_aa():
    assert (sum(c.level == "A" for c in CRITERIA), sum(c.level == "AA" for c in CRITERIA)) == (31, 24)
    assert len({c.number for c in CRITERIA}) == len({c.slug for c in CRITERIA}) == 55
    assert "4.1.1" not in {c.number for c in CRITERIA}
    assert {s for c in CRITERIA for s in (*c.subjects, *c.unless)} <= SUBJECTS
    assert set(OTHERS.values()) <= {c.number for c in CRITERIA}


def test_criteria_have_their_address_in_the_recommendation(plain):
    said = said_of(plain, [])
    assert said["1.1.1"].address == "https://www.w3.org/TR/WCAG22/#non-text-content"
    assert said["2.2.2"].address.endswith("#pause-stop-hide")
    assert said["3.3.4"].address.endswith("#error-prevention-legal-financial-data")


def test_a_clean_book_passes_only_what_rules_can_settle(plain):
    said = said_of(plain, [], ("ebook", "ace"))
    assert {n for n, c in said.items() if c.outcome is Outcome.PASSED} <= {
        c.number for c in CRITERIA if c.covered is Covered.FULLY
    }
    assert said["2.4.5"].outcome is Outcome.PASSED
    assert said["1.3.3"].outcome is Outcome.PERSON
    assert said["1.2.2"].outcome is said["3.3.1"].outcome is Outcome.ABSENT


def with_element(tag: str) -> Opened:
    """A book that has this element in a chapter, and no cover."""
    book = opened()
    body = book.documents["EPUB/chapter-01.xhtml"].find("body")
    assert body is not None
    body.append(body.makeelement(tag))
    return book


def without_pictures() -> Opened:
    book = opened()
    for tree in book.documents.values():
        for image in list(tree.iter("img", "image")):
            image.tag = "span"
    return book


def test_contrast_needs_ace_and_no_pictures_of_text(plain):
    assert said_of(without_pictures(), [], ("ebook",))["1.4.3"].outcome is Outcome.PERSON
    assert said_of(without_pictures(), [], ("ebook", "ace"))["1.4.3"].outcome is Outcome.PASSED
    assert said_of(plain, [], ("ebook", "ace"))["1.4.3"].outcome is Outcome.PERSON


@pytest.mark.parametrize("tag", ["script", "input", "video"])
def test_active_content_is_never_a_passed_keyboard(plain, tag):
    assert said_of(plain, [])["2.1.1"].outcome is Outcome.PASSED
    assert said_of(with_element(tag), [])["2.1.1"].outcome is Outcome.PERSON


def altered(change: str, chapter: str = "", files: dict[str, tuple[str, bytes]] | None = None, css: str = "") -> Opened:
    """A book without pictures, with something in its chapter, attributes on its body, files and a style sheet."""
    book = without_pictures()
    body = book.documents["EPUB/chapter-01.xhtml"].find("body")
    assert body is not None
    for name, value in dict(pair.split("=", 1) for pair in change.split("|") if pair).items():
        body.set(name, value)
    if chapter:
        body.append(parse_document(f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{chapter}</body></html>')[-1][0])
    added = {f"EPUB/{name}": data for name, (_, data) in (files or {}).items()}
    kinds = {f"EPUB/{name}": kind for name, (kind, _) in (files or {}).items()}
    if css:
        added, kinds = {**added, "EPUB/x.css": css.encode()}, {**kinds, "EPUB/x.css": "text/css"}
    items = {path: Item(path=path, id=path, media_type=kind) for path, kind in kinds.items()}
    return replace(book, items={**book.items, **items}, files={**book.files, **added})


SVG = '<svg xmlns="http://www.w3.org/2000/svg">'
MOVING = (
    {"css": ".x { animation: pulse 1s infinite }"},
    {"css": "a { transition: color 9s }"},
    {"change": "style=animation-name: pulse"},
    {"files": {"d.svg": ("image/svg+xml", f'{SVG}<animate attributeName="x"/></svg>'.encode())}},
    {"files": {"d.svg": ("image/svg+xml", f"{SVG}<style>g {{ animation: pulse 1s }}</style></svg>".encode())}},
    {"files": {"d.png": ("image/png", b"\x89PNG acTL IDAT")}},
    {"chapter": "<div><svg><animateTransform/></svg></div>"},
)


@pytest.mark.parametrize("what", MOVING)
def test_what_moves_is_never_called_not_applicable(what):
    said = said_of(altered(**{"change": "", **what}), [])
    assert {said[n].outcome for n in ("2.2.2", "2.3.1")} == {Outcome.PERSON}


def test_what_moves_nothing_leaves_moving_content_out():
    still = altered("style=color: #222", css="a { transition: none; animation: none } p { color: black }")
    assert {said_of(still, [])[n].outcome for n in ("2.2.2", "2.3.1", "2.5.1")} == {Outcome.ABSENT}


@pytest.mark.parametrize(
    "what",
    [
        {"change": "onclick=turn()"},
        {"files": {"d.svg": ("image/svg+xml", f"{SVG}<script>x()</script></svg>".encode())}},
        {"files": {"d.svg": ("image/svg+xml", f'{SVG}<g onload="x()"/></svg>'.encode())}},
        {"chapter": '<p><a href="javascript:x()">Next</a></p>'},
    ],
)
def test_scripts_in_attributes_and_drawings_are_scripts(what):
    said = said_of(altered(**{"change": "", **what}), [])
    assert {said[n].outcome for n in ("2.1.1", "2.1.4", "4.1.2")} == {Outcome.PERSON}


@pytest.mark.parametrize(
    "what",
    [
        {"css": "body { background: url(paper.png) }"},
        {"css": "h1 { background-image: linear-gradient(red, blue) }"},
        {"change": "style=background-image: url(paper.png)"},
        {"chapter": "<div><svg><text>Low water</text></svg></div>"},
    ],
)
def test_contrast_over_pictures_and_in_drawings_needs_a_person(what):
    said = said_of(altered(**{"change": "", **what}), [], ("ebook", "ace"))
    assert said["1.4.3"].outcome is Outcome.PERSON


def test_without_contents_nobody_says_that_there_are_many_ways(plain):
    assert said_of(replace(plain, nav=""), [])["2.4.5"].outcome is Outcome.PERSON


@pytest.mark.parametrize(
    "finding",
    [
        found("book.heading-gap", Severity.ERROR),
        found("heading-order", Severity.WARNING, source="ace"),
        found("book.probe-of-others", Severity.WARNING, also=("ace heading-order",)),
    ],
)
def test_findings_fail_their_criterion_whoever_made_them(plain, finding):
    assert "1.3.1" in about_criteria(finding)
    said = said_of(plain, [finding])["1.3.1"]
    assert (said.outcome, said.rules) == (Outcome.FAILED, (finding.rule,))


def test_a_doubt_is_for_a_person_and_information_is_nothing(plain):
    said = said_of(plain, [found("book.not-in-contents", Severity.REVIEW)])["2.4.5"]
    assert said.outcome is Outcome.PERSON
    assert said_of(plain, [found("book.not-in-contents", Severity.INFO)])["2.4.5"].outcome is Outcome.PASSED


def test_without_a_book_every_criterion_needs_a_person():
    assert {c.outcome for c in criteria(None, [], ())} == {Outcome.PERSON}
