"""Accessibility metadata: only what the finished book proves."""

from __future__ import annotations

import pytest

from ebook import themes
from ebook.binding import STATEMENT, bind
from ebook.checks.claims import check_claims
from ebook.checks.ours import CHECKS
from ebook.claims import CONFORMS, Approval
from ebook.epub import write
from ebook.evidence import gather
from ebook.model import Book, Edition
from ebook.opened import opened_book
from ebook.options import Options
from tests.books import (
    OPF,
    book_of,
    bound,
    chapter_of_file,
    chapters_of,
    files_of,
    find,
    font,
    moving,
    page,
    picture,
    stated,
    tree_of,
)
from tests.claimed import opened


def with_picture(folder, attributes: str, data: bytes | None = None, name: str = "map.png"):
    (folder / name).write_bytes(data or picture())
    (folder / "article.html").write_text(page(f'<p><img src="{name}" {attributes}></p>'))
    return bound(chapter_of_file(folder / "article.html"))


def test_book_with_an_undescribed_picture_does_not_claim_descriptions(tmp_path):
    meta = with_picture(tmp_path, "").meta
    assert "alternativeText" not in stated(meta, "schema:accessibilityFeature")
    assert "textual" not in stated(meta, "schema:accessModeSufficient")
    assert "1 of 1" in stated(meta, "schema:accessibilitySummary")[0]


@pytest.mark.parametrize("attributes", ['alt="IMG_2041.jpg"', 'alt="image"', 'alt="Photo 3"'])
def test_poor_description_is_no_description(tmp_path, attributes):
    assert "alternativeText" not in stated(with_picture(tmp_path, attributes).meta, "schema:accessibilityFeature")


def test_book_with_a_described_picture_claims_it(tmp_path):
    meta = with_picture(tmp_path, 'alt="The bridge at night, with water up to the railing"').meta
    assert "alternativeText" in stated(meta, "schema:accessibilityFeature")
    assert stated(meta, "schema:accessModeSufficient") == ["textual"]


def test_decoration_and_cover_are_no_information(tmp_path):
    meta = with_picture(tmp_path, 'alt=""').meta
    assert stated(meta, "schema:accessMode") == ["textual"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (moving("GIF"), "a.gif"),
        (moving("WEBP"), "a.webp"),
        (moving("PNG"), "a.png"),
        (moving("WEBP", icc_profile=b"x" * 3000), "b.webp"),
    ],
)
def test_moving_picture_gets_a_word_on_each_hazard(tmp_path, data, name):
    meta = with_picture(tmp_path, 'alt="Water that rises and falls"', data, name).meta
    hazards = stated(meta, "schema:accessibilityHazard")
    assert len(hazards) == 3 and "none" not in hazards


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG", "JPEG"])
def test_still_picture_is_no_hazard(tmp_path, form):
    assert stated(
        with_picture(tmp_path, 'alt="Water that stands still"', picture(form)).meta, "schema:accessibilityHazard"
    ) == ["none"]


def test_formula_is_claimed_and_marked_in_the_manifest():
    book = book_of("# Flow\n\nThe volume is $Q = v A$ per second.\n")
    assert "MathML" in stated(book.meta, "schema:accessibilityFeature")
    assert next(d.properties for d in book.documents if d.name == "chapter-01.xhtml") == ("mathml",)


def test_missing_picture_is_counted_in_the_summary():
    (summary,) = stated(
        book_of(page("<p><img src='gone.png' alt='The bridge at night'></p>"), edition=Edition(language="en")).meta,
        "schema:accessibilitySummary",
    )
    assert "not included: 1" in summary


def test_style_of_the_user_that_limits_readers_takes_the_claim():
    book = book_of(page("<p>x</p>"), css="p { font-size: 12px; }")
    assert "displayTransformability" not in stated(book.meta, "schema:accessibilityFeature")


def test_theme_with_colours_claims_high_contrast():
    features = stated(book_of(page("<p>x</p>"), theme="high-contrast").meta, "schema:accessibilityFeature")
    assert "highContrastDisplay" in features and "displayTransformability" in features


RICH = page(
    "<h2>Water</h2><p>The volume is <math><mi>v</mi></math>. The Emergency Water Committee (EWC) met.</p>"
    "<p><img src='gone.png' alt='The bridge'></p><table><tr><th>A</th></tr><tr><td>1</td></tr></table>"
)


@pytest.mark.parametrize("how", [{}, {"accessibility_page": True}, {"theme": "high-contrast"}])
def test_book_says_the_same_before_and_after_it_is_written(how):
    book = book_of(RICH, "# Two\n\nText.\n", edition=Edition(title="Both"), **how)
    before, after = gather(opened_book(book)), gather(opened(write(book)))
    for name in ("described", "undescribed", "formulas", "tables", "heading_gaps", "unreached", "left_out"):
        assert len(getattr(before, name)) == len(getattr(after, name)), name
    for name in ("documents", "contents", "landmarks", "glossary", "roles", "headings", "languages", "language"):
        assert getattr(before, name) == getattr(after, name), name
    assert list(check_claims(opened(write(book)))) == []


def test_no_page_about_accessibility_unless_asked_for():
    assert STATEMENT not in [d.name for d in book_of(page("<p>x</p>")).documents]


def test_contact_brings_the_page_with_a_link_at_the_end_of_the_contents():
    book = book_of(page("<p>x</p>"), edition=Edition(contact="access@example.org"))
    tree = tree_of(book, STATEMENT)
    assert [a.get("href") for a in find(tree, "//h:a")] == ["mailto:access@example.org"]
    assert book.documents[-1].name == book.contents[-1].href == STATEMENT
    assert find(tree_of(book, "nav.xhtml"), "//h:nav[@id='toc']//h:a")[-1].get("href") == STATEMENT
    assert "tableOfContents" in stated(book.meta, "schema:accessibilityFeature")


def test_page_that_was_asked_for_needs_no_contact():
    tree = tree_of(book_of(page("<p>x</p>"), accessibility_page=True), STATEMENT)
    assert find(tree, "//h:a") == []
    assert len(find(tree, "//h:h1")) == 1 and len(find(tree, "//h:h2")) == 7


def test_page_marks_what_it_cannot_say_in_the_language_of_the_book():
    danish = tree_of(book_of(page("<p>x</p>", language="da"), accessibility_page=True, glossary=False), STATEMENT)
    assert danish.get("lang") == "da"
    assert {h.get("lang") for h in find(danish, "//h:h2")} == {"en"}
    assert find(danish, "//h:h1")[0].get("lang") is None
    french = tree_of(book_of(page("<p>x</p>", language="fr"), accessibility_page=True), STATEMENT)
    assert {e.get("lang") for e in find(french, "//h:h1 | //h:h2 | //h:li")} == {None}


def test_page_counts_what_the_metadata_counts(tmp_path):
    (tmp_path / "map.png").write_bytes(picture())
    (tmp_path / "article.html").write_text(page('<p><img src="map.png"></p>'))
    book = bound(chapter_of_file(tmp_path / "article.html"), accessibility_page=True)
    assert "0 of 1 images are described" in " ".join(find(tree_of(book, STATEMENT), "//h:main")[0].itertext())


APPROVAL = Approval(certifier="Towpath Press", date="2026-04-01", report="https://example.org/report")


def approved(text: str, **edition: str) -> Book:
    return bind(
        chapters_of(text),
        Edition(**edition),
        Options(),
        themes.load("plain"),
        font=font(),
        approval=APPROVAL,
        examine=lambda book: (f for check in CHECKS for f in check(book)),
    )


def test_approved_book_states_conformance_who_evaluated_and_the_report():
    opf = files_of(approved(page("<p>x</p>")))[OPF].decode()
    assert (
        '<meta property="dcterms:conformsTo" id="conformance">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>' in opf
    )
    assert "Towpath Press" in opf
    assert 'rel="a11y:certifierReport"' in opf and 'href="https://example.org/report"' in opf


def test_approval_does_not_help_a_book_with_a_failing_rule():
    book = approved(page("<table><tr><td>1</td><td>2</td></tr><tr><td>x</td><td>y</td></tr></table>"))
    failing = [f for check in CHECKS for f in check(opened(write(book))) if f.severity.rank >= 2]
    assert bool(failing) != bool(stated(book.meta, CONFORMS))


def test_page_of_an_approved_book_says_who_evaluated_it():
    book = approved(page("<p>x</p>"), contact="access@example.org")
    assert stated(book.meta, CONFORMS)
    assert "Towpath Press on 2026-04-01" in " ".join(find(tree_of(book, STATEMENT), "//h:main")[0].itertext())
