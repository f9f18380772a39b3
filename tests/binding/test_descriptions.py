"""The page of extended descriptions: links there and back, nothing told twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from ebook.alternatives import repeats
from ebook.checks import check_book
from ebook.checks.ace import check_with_ace
from ebook.epub import write
from ebook.rules import Severity
from tests.books import book_of, bound, chapter_of_file, find, page, picture, stated, tree_of, wide_table
from tests.tools import read_epub, words_of

TABLE = (
    "<table><tr><th>Month</th><th>mm</th></tr><tr><td>May</td><td>3</td></tr><tr><td>June</td><td>4</td></tr></table>"
)
BODY = (
    '<figure><img src="rain.png" alt="Line chart: rain by month" longdesc="rain.html"><figcaption>Figure 1. Rain by month</figcaption></figure>'
    '<figure><img src="map.png" alt="Map of the arms" aria-describedby="d"><figcaption>The delta</figcaption></figure>'
    f'<div id="d" hidden><h2>Arms</h2><p>Three arms, see <a href="#t">the table</a>.</p><div id="t">{TABLE}</div></div>'
)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder: Path = tmp_path_factory.mktemp("described")
    (folder / "rain.png").write_bytes(picture(colour="blue"))
    (folder / "map.png").write_bytes(picture(colour="red"))
    (folder / "rain.html").write_text(
        "<html><body><nav>Home</nav><h1>Rain</h1><p>It fell in <b>June</b>.</p></body></html>"
    )
    (folder / "a.html").write_text(page(BODY, title="Water"))
    french = page(BODY.replace("rain.png", "map.png"), title="L’eau", language="fr")
    (folder / "b.html").write_text(french + "")
    return bound(chapter_of_file(folder / "a.html", folder), chapter_of_file(folder / "b.html", folder))


def test_link_beside_the_picture_leads_to_the_description_and_back(book):
    chapter, descriptions = tree_of(book, "chapter-01.xhtml"), tree_of(book, "descriptions.xhtml")
    for image in find(chapter, "//h:figure/h:img"):
        (link,) = find(chapter, f"//h:a[@id='{image.get('aria-details')}']")
        assert link.getparent().getprevious() is image.getparent()
        name, _, fragment = link.get("href").partition("#")
        (section,) = find(descriptions, f"//h:section[@id='{fragment}']")
        assert name == "descriptions.xhtml" and words_of(section[0]) == words_of(link)
        (back,) = find(section, ".//h:a[@role='doc-backlink']")
        assert back.get("href") == f"chapter-01.xhtml#{link.get('id')}"
    assert [words_of(a) for a in find(descriptions, "//h:a[@role='doc-backlink']")][:2] == [
        "Back to Figure 1 in “Water”",
        "Back to The delta in “Water”",
    ]


def test_copy_of_the_picture_is_silent_and_the_text_keeps_its_structure(book):
    sections = find(tree_of(book, "descriptions.xhtml"), "//h:section/h:section")
    assert len(sections) == 4
    for section in sections:
        (image,) = find(section, ".//h:img")
        assert (image.get("alt"), image.get("role")) == ("", "presentation")
    assert words_of(sections[0]) == "Extended description: Figure 1 Rain It fell in June. Back to Figure 1 in “Water”"
    assert [e.get("scope") for e in find(sections[1], ".//h:th")] == ["col", "col"]
    (inner,) = find(sections[1], ".//h:a[not(@role)]")
    assert find(sections[1], f".//*[@id='{inner.get('href')[1:]}']")
    assert [e.tag.rpartition("}")[2] for e in find(sections[0], ".//h:h1|.//h:h2|.//h:h3")] == ["h2", "h3"]


def test_descriptions_are_in_the_contents_and_nothing_forbidden_is_in_the_book(book):
    assert "descriptions.xhtml" in [p.href for p in book.contents]
    names = [d.name for d in book.documents]
    assert names.index("chapter-02.xhtml") < names.index("descriptions.xhtml") < names.index("sources.xhtml")
    for document in book.documents:
        for mark in ("<details", "longdesc", "aria-describedby"):
            assert mark not in document.xhtml


def test_other_language_is_marked(book):
    (section,) = find(tree_of(book, "descriptions.xhtml"), "//h:section[@id='description-3']")
    assert find(section, ".//*[@lang='fr']")
    assert "Description détaillée" in words_of(tree_of(book, "chapter-02.xhtml"))


def test_picture_that_is_not_in_the_book_keeps_its_description_in_the_text():
    book = book_of(page(BODY))
    assert "descriptions.xhtml" not in [d.name for d in book.documents]
    assert "Three arms" in words_of(tree_of(book, "chapter-01.xhtml"))


def test_book_without_descriptions_has_no_such_page():
    assert "descriptions.xhtml" not in [d.name for d in book_of(page("")).documents]


@pytest.fixture(scope="module")
def visible(tmp_path_factory):
    """A written book with a description that stands in the text, of a picture and of a wide table."""
    folder: Path = tmp_path_factory.mktemp("visible")
    (folder / "rain.png").write_bytes(picture(colour="blue"))
    wide = wide_table().replace("<table>", '<table aria-details="wd">')
    body = (
        '<figure><img src="rain.png" alt="Line chart: rain by month" longdesc="#ld"><figcaption>Figure 1. Rain by '
        f"month</figcaption></figure><p>It rained in June.</p>{wide}<p>It stopped.</p>"
        f'<div id="ld"><h2>Rain in words</h2><p>It fell in June.</p><ul><li>May: dry</li><li>June: wet</li></ul>{TABLE}</div>'
        '<div id="wd"><p>The water falls at both gauges.</p><ol><li>North</li><li>South</li></ol></div>'
    )
    (folder / "a.html").write_text(page(body, title="Water"))
    path = folder / "book.epub"
    path.write_bytes(write(bound(chapter_of_file(folder / "a.html", folder))))
    return path


def test_description_in_the_text_stays_there_and_counts_as_one(visible):
    files = read_epub(visible.read_bytes())
    assert "EPUB/descriptions.xhtml" not in files
    assert b"longDescription" in files["EPUB/content.opf"]
    chapter = files["EPUB/chapter-01.xhtml"].decode()
    assert chapter.count('class="described-here"') == chapter.count('class="description-link"') == 2
    assert 'aria-details="ld"' in chapter and 'aria-details="wd"' in chapter


@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
def test_book_with_a_description_in_the_text_is_valid(visible):
    report = check_book(visible, name="book.epub")
    assert report.verdict == "valid" and not [f for f in report.findings if f.severity.rank > Severity.REVIEW.rank]


@pytest.mark.ace
def test_ace_finds_nothing_in_a_book_with_a_description_in_the_text(visible):
    result = check_with_ace(visible)
    assert result.findings == ()


@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
def test_book_is_valid(book, tmp_path):
    path = tmp_path / "book.epub"
    path.write_bytes(write(book))
    report = check_book(path, name="book.epub")
    assert report.verdict == "valid" and not [f for f in report.findings if f.severity.rank > Severity.REVIEW.rank]


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("The delta at noon", "The delta at noon"),
        ("The delta at noon", "The delta at noon."),
        ("the delta — at noon", "Figure 3: The delta at noon"),
        ("The delta at noon", "The delta at noon. Photo: Ines"),
    ],
)
def test_alternative_that_repeats_the_caption(alt, caption):
    assert repeats(alt, caption)


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("The delta", "The delta at noon, seen from the tower of the old church"),
        ("The delta at noon, three arms of it dry", "The delta at noon"),
        ("A boat", "The delta"),
        ("", "The delta"),
        ("The delta", ""),
    ],
)
def test_alternative_with_words_of_its_own(alt, caption):
    assert not repeats(alt, caption)


def test_image_in_a_link_that_says_the_same_is_silent(tmp_path):
    (tmp_path / "map.png").write_bytes(picture())
    link = '<p>See <a href="https://example.org/"><img src="map.png" alt="{}"> The delta at noon</a> there.</p>'
    (tmp_path / "a.html").write_text(page(link.format("The delta at noon") + link.format("A map")))
    images = find(tree_of(bound(chapter_of_file(tmp_path / "a.html")), "chapter-01.xhtml"), "//h:img")
    assert [(i.get("alt"), i.get("role")) for i in images] == [("", "presentation"), ("A map", None)]


def test_image_says_that_its_caption_describes_it_and_claims_nothing(tmp_path):
    (tmp_path / "map.png").write_bytes(picture())
    figure = '<figure><img src="map.png" alt="The delta at noon"><figcaption>The delta at noon.</figcaption></figure>'
    (tmp_path / "a.html").write_text(page(figure))
    book = bound(chapter_of_file(tmp_path / "a.html"))
    (image,) = find(tree_of(book, "chapter-01.xhtml"), "//h:img")
    assert image.get("alt") == "Image described by its caption"
    assert "alternativeText" not in stated(book.meta, "schema:accessibilityFeature")
