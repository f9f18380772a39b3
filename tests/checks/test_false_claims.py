"""Claims of any package against its book: what is false, contradicts itself or is missing, and what is left alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ebook.checks.claims import check_claims
from ebook.opened import open_epub
from ebook.rules import RULES, Severity
from tests.claimed import PICTURE, epub, metas, moving, opened
from tests.conftest import SHARED

FEATURE, HAZARD = "schema:accessibilityFeature", "schema:accessibilityHazard"
SUFFICIENT, MODE = "schema:accessModeSufficient", "schema:accessMode"
BARE = {"body": f'<img src="{PICTURE}"/>'}
CERTIFIED = ("a11y:certifiedBy", "Towpath Press")


def found(*pairs: tuple[str, str], **book: object) -> list[str]:
    return sorted(f.rule for f in check_claims(opened(epub(metadata=metas(pairs), **book))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "pairs",
    [
        [],
        [(HAZARD, "none")],
        [(HAZARD, "unknown")],
        [(HAZARD, "noFlashingHazard"), (HAZARD, "noMotionSimulationHazard"), (HAZARD, "noSoundHazard")],
        [(SUFFICIENT, "textual")],
        [(FEATURE, "ARIA"), (FEATURE, "tableOfContents"), (FEATURE, "structuralNavigation"), (FEATURE, "unlocked")],
        [("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"), CERTIFIED],
        [("dcterms:conformsTo", "EPUB Accessibility 1.2 - WCAG 2.2 Level AAA"), CERTIFIED],
        [("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.0 Level A"), CERTIFIED],
        [("dcterms:conformsTo", "http://www.idpf.org/epub/a11y/accessibility-20170105.html#wcag-aa"), CERTIFIED],
        [("dcterms:conformsTo", "none")],
        [("dcterms:conformsTo", "https://example.org/house-style")],
        [("a11y:exemption", "eaa-microenterprise")],
        [(FEATURE, "largePrint"), (FEATURE, "ARIA"), (FEATURE, "tableOfContents"), (FEATURE, "structuralNavigation")],
    ],
)
def test_what_is_true_or_cannot_be_known_is_left_alone(pairs):
    assert found(*pairs) == []


@pytest.mark.parametrize(
    ("value", "book"),
    [
        *((name, {}) for name in "MathML latex describedMath longDescription transcript closedCaptions".split()),
        *((name, {}) for name in "openCaptions audioDescription synchronizedAudioText signLanguage braille".split()),
        *((name, {}) for name in "tactileGraphic tactileObject ttsMarkup index pageNavigation timingControl".split()),
        *((name, {}) for name in "pageBreakMarkers rubyAnnotations fullRubyAnnotations alternativeText".split()),
        *((name, {}) for name in "MathML-chemistry highContrastAudio verticalWriting".split()),
        ("alternativeText", BARE),
        ("structuralNavigation", {"body": "<h4>Deep</h4>"}),
        ("tableOfContents", {"toc": ("one.xhtml",)}),
        ("tableOfContents", {"toc": ()}),
        ("readingOrder", {"toc": ("two.xhtml", "one.xhtml")}),
        ("displayTransformability", {"css": "p { font-size: 9px; }"}),
        ("highContrastDisplay", {"css": "p { color: #777; background: #fff; }"}),
    ],
)
def test_feature_that_is_not_there_is_false(value, book):
    assert "book.claim-false" in found(
        (FEATURE, "readingOrder" if value != "readingOrder" else "ARIA"), (FEATURE, value), **book
    )


@pytest.mark.parametrize(
    ("pair", "book"),
    [
        ((SUFFICIENT, "textual"), BARE),
        ((SUFFICIENT, "textual"), {"body": '<audio src="a.mp3"></audio>', "files": {"a.mp3": b"x"}}),
        ((SUFFICIENT, "reading"), {}),
        ((SUFFICIENT, "auditory"), {}),
        ((MODE, "auditory"), {}),
        ((MODE, "visual"), {}),
        ((HAZARD, "none"), {"body": '<img src="a.gif" alt="Water"/>', "files": {"a.gif": moving(100)}}),
        ((HAZARD, "flashing"), {"body": '<img src="a.gif" alt="Water"/>', "files": {"a.gif": moving(900)}}),
    ],
)
def test_other_claims_that_are_false(pair, book):
    assert "book.claim-false" in found(pair, **book)


def test_false_claim_names_its_line_and_the_first_place_that_lacks():
    (finding,) = check_claims(opened(epub(metadata=metas([(SUFFICIENT, "textual")]), **BARE)))
    assert finding.place.file == "EPUB/content.opf" and finding.place.line > 5
    assert "0 of 1 informative image" in finding.message and "EPUB/one.xhtml" in finding.message


@pytest.mark.parametrize(
    ("pairs", "rule"),
    [
        ([(FEATURE, "printPageNumbers")], "book.claim-deprecated"),
        ([(FEATURE, "bookmarks")], "book.claim-deprecated"),
        ([(FEATURE, "alternativetext")], "book.claim-unknown"),
        ([(FEATURE, "structural-navigation")], "book.claim-unknown"),
        ([(FEATURE, "none"), (FEATURE, "ARIA")], "book.claim-contradiction"),
        ([(HAZARD, "none"), (HAZARD, "noSoundHazard")], "book.claim-contradiction"),
        ([(HAZARD, "unknown"), (HAZARD, "flashing")], "book.claim-contradiction"),
        ([(HAZARD, "noFlashingHazard"), (HAZARD, "noSoundHazard")], "book.hazard-missing"),
        ([("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 AA"), CERTIFIED], "book.conformance-form"),
        ([("dcterms:conformsTo", "epub accessibility 1.1 - wcag 2.2 level aa"), CERTIFIED], "book.conformance-form"),
        ([("dcterms:conformsTo", "WCAG 2.2 AA"), CERTIFIED], "book.conformance-form"),
        ([("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA")], "book.conformance-nobody"),
    ],
)
def test_form_of_what_is_stated(pairs, rule):
    assert rule in found(*pairs)


def test_both_answers_to_one_hazard_exclude_each_other():
    values = ("flashing", "noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard")
    assert "book.claim-contradiction" in found(*((HAZARD, v) for v in values))


def test_what_could_be_claimed_and_is_not_needs_a_person():
    body = f'<img src="{PICTURE}" alt="The river from the weir to the sea"/>'
    metadata = metas([(MODE, "textual"), (FEATURE, "tableOfContents"), (FEATURE, "structuralNavigation")])
    missing = list(check_claims(opened(epub(body, metadata=metadata))))
    assert {f.severity for f in missing} == {Severity.REVIEW}
    assert {f.message.split("”")[0].split("“")[1] for f in missing} == {"visual", "alternativeText"}


def test_cover_alone_does_not_make_visual_false():
    body = f'<img src="{PICTURE}" role="doc-cover" alt="Cover: The river"/>'
    assert found((MODE, "visual"), (MODE, "textual"), body=body) == []


def test_each_rule_says_why_and_what_to_do():
    for one in RULES:
        if one.subject == "claims":
            assert one.why and one.help and one.references, one.id


@pytest.mark.shared
@pytest.mark.parametrize("verdict", ["harmless", "good"])
def test_good_book_and_harmless_copies_have_no_finding(verdict):
    folder = SHARED / "eval" / "a11y"
    rows = csv.DictReader((folder / "probes.tsv").open(encoding="utf-8"), delimiter="\t")
    harmless = [folder / "probes" / r["file"] for r in rows if "harmless" in r["verdict"]]
    for path in harmless if verdict == "harmless" else [folder / "gold.epub"]:
        assert _of(path) == [], path.name


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("deprecated-feature-printpagenumbers", "book.claim-deprecated"),
        ("hazard-none-plus-nosoundhazard", "book.claim-contradiction"),
        ("hazards-two-of-three", "book.hazard-missing"),
        ("feature-claimed-nothing-there-mathml-transcript-braille-", "book.claim-false"),
        ("conformsto-string-malformed", "book.conformance-form"),
        ("pagebreak-claimed-none-present", "book.claim-false"),
        ("img-without-alt", "book.claim-false"),
        ("alt-is-a-file-name", "book.claim-false"),
        ("informative-img-with-empty-alt", "book.claim-false"),
        ("audio-remote-declared", "book.claim-false"),
        ("no-heading-at-all", "book.claim-false"),
    ],
)
def test_broken_copies_are_found(name, rule):
    assert rule in _of(SHARED / "eval" / "a11y" / "probes" / f"{name}.epub")


def _of(path: Path) -> list[str]:
    book, _ = open_epub(path.read_bytes(), path.name)
    return [f.rule for f in check_claims(book)] if book else []
