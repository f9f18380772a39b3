"""The whole way on real input: the sample collection, a scraped article, real pages; same bytes every time."""

from __future__ import annotations

import gzip
import re
import shutil
import time
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

import ebook
from ebook.checks import check_book
from ebook.rules import Severity
from tests.books import ebook as run
from tests.books import ebook_process
from tests.tools import SAMPLES, SHARED, XHTML, read_epub, words_of

SCRAPED = SHARED / "samples" / "scraped-news-article.txt"
PAGES = SHARED / "eval" / "data" / "aeb" / "html"
TYPE = "{http://www.idpf.org/2007/ops}type"


def trees_of(path: Path) -> dict[str, etree._Element]:
    return {n: etree.fromstring(d) for n, d in read_epub(path.read_bytes()).items() if n.endswith((".xhtml", ".opf"))}


def test_sample_collection_has_every_article_in_its_part(sample_book: Path) -> None:
    nav = trees_of(sample_book)["EPUB/nav.xhtml"]
    toc = next(n for n in nav.iter(f"{XHTML}nav") if n.get(TYPE) == "toc")
    top = [words_of(li[0]) for li in toc.find(f"{XHTML}ol")]
    assert top[2:6] == ["News", "Numbers", "Voices", "Along the quay"]
    assert top[-2:] == ["Glossary", "About the sources"]
    assert len([a for a in toc.iter(f"{XHTML}a") if re.fullmatch(r"chapter-\d+\.xhtml", a.get("href", ""))]) == 9


def test_sample_collection_speaks_each_language(sample_book: Path) -> None:
    trees = trees_of(sample_book)
    assert [trees[f"EPUB/chapter-0{n}.xhtml"].get("lang") for n in (6, 7, 8)] == ["en", "ar", "ja"]
    assert trees["EPUB/chapter-07.xhtml"].get("dir") == "rtl"
    quotation = next(trees["EPUB/chapter-06.xhtml"].iter(f"{XHTML}blockquote"))
    assert quotation.get("lang") == "fr"


def test_sample_collection_links_articles_notes_and_glossary(sample_book: Path) -> None:
    trees = trees_of(sample_book)
    chapter = trees["EPUB/chapter-03.xhtml"]
    assert any(a.get("href") == "chapter-04.xhtml" for a in chapter.iter(f"{XHTML}a"))
    references = [a for a in chapter.iter(f"{XHTML}a") if a.get("role") == "doc-noteref"]
    assert [a.text for a in references] == ["1", "2", "3", "3"]
    backs = [a.get("aria-label") for a in chapter.iter(f"{XHTML}a") if a.get("role") == "doc-backlink"]
    assert len(backs) == len(set(backs)) == 4
    glossary = words_of(trees["EPUB/glossary.xhtml"])
    assert "RFFS Regional Flood Forecasting Service" in glossary
    assert "EWC Emergency Water Committee" in glossary


def test_image_that_nobody_described_says_so_and_costs_its_claims(sample_book: Path) -> None:
    trees = trees_of(sample_book)
    chapter = trees["EPUB/chapter-09.xhtml"]
    assert [i.get("alt") for i in chapter.iter(f"{XHTML}img")] == ["Undescribed image", "Undescribed image"]
    assert len(list(chapter.iter(f"{XHTML}hr"))) == 1  # the drawn divider is a break
    package = etree.tostring(trees["EPUB/content.opf"], encoding="unicode")
    assert "alternativeText" not in package
    assert '>textual</meta>\n    <meta property="schema:accessibilityFeature"' not in package
    assert "Images without a description: 2 of 11." in package


def test_no_chapter_holds_what_the_sites_put_around_it(sample_book: Path) -> None:
    book = " ".join(words_of(t) for n, t in trees_of(sample_book).items() if "chapter" in n)
    for noise in (
        "Previous Article",
        "Share this article",
        "Advertisement",
        "cookies",
        "You may also like",
        "Newsletter",
    ):
        assert noise not in book


@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
@pytest.mark.ace
def test_sample_collection_passes_epubcheck_and_ace(sample_book: Path) -> None:
    report = check_book(sample_book, name="river.epub", ace=True)
    assert report.verdict == "valid"
    assert [f for f in report.findings if f.severity.rank > Severity.REVIEW.rank] == []
    assert {f.rule for f in report.findings if f.rule.startswith("book.alt")} == {"book.alt-undescribed"}


@pytest.mark.shared
def test_scraped_article_becomes_a_chapter(tmp_path: Path) -> None:
    ebook.build(SCRAPED, output=tmp_path / "news.epub", options={"check": False})
    trees = trees_of(tmp_path / "news.epub")
    chapter = trees["EPUB/chapter-01.xhtml"]
    text = words_of(chapter.find(f"{XHTML}body"))
    lines = [line.strip(" \u00a0") for line in SCRAPED.read_text("utf-8").splitlines()]
    title = next(line for line in lines if line.endswith("?") or "Kyiv wants" in line)
    assert [words_of(h) for h in chapter.iter(f"{XHTML}h1")] == [title]
    assert chapter.get("lang") == "en"
    paragraphs = Counter(line for line in lines if len(line) > 60 and line != title)
    for paragraph in paragraphs:
        assert text.count(" ".join(paragraph.split())) == 1, paragraph[:60]
    assides = list(chapter.iter(f"{XHTML}aside"))
    assert [words_of(a.find(f"{XHTML}h2")) for a in assides] == ["Why We Wrote This"]
    assert text.count("Why We Wrote This") == 1
    assert "Previous Article" not in text and "Next Article" not in text
    assert "\u00a0" not in text
    assert not [p for p in chapter.iter(f"{XHTML}p") if p.get("class") == "byline"]
    linked = [a for a in chapter.iter(f"{XHTML}a") if a.get("role") == "doc-glossref"]
    assert [words_of(a) for a in linked] == ["ATACMS"]
    assert "ATACMS Army Tactical Missile System" in words_of(trees["EPUB/glossary.xhtml"])


@pytest.mark.shared
@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
@pytest.mark.ace
def test_thirty_five_articles_in_one_book_pass_epubcheck_and_ace(tmp_path: Path) -> None:
    names = sorted(PAGES.glob("*.gz"))[::3][:25]
    for name in names:
        (tmp_path / f"{name.name[:12]}.html").write_bytes(gzip.decompress(name.read_bytes()))
    samples = [
        SAMPLES / f for f in re.findall(r'"([\w-]+\.(?:txt|html|md))"', (SAMPLES / "book.toml").read_text("utf-8"))
    ]
    pages = sorted(tmp_path.glob("*.html"))
    result = ebook.build(
        *samples, SCRAPED, *pages, output=tmp_path / "all.epub", edition={"title": "All"}, options={"jobs": 2}
    )
    assert (result.verdict, len(result.articles)) == ("valid", 35)
    report = check_book(tmp_path / "all.epub", name="all.epub", ace=True)
    assert [f for f in report.findings if f.source != "ebook" and f.severity is not Severity.INFO] == []


def test_same_input_gives_the_same_bytes_whatever_the_surroundings(tmp_path: Path) -> None:
    """Another folder, time zone, locale, encoding, order of sets and number of processes, and a later time."""
    books = []
    surroundings = [("UTC", "C.UTF-8", "0"), ("Asia/Tokyo", "C", "4711")]
    for number, (zone, locale, seed) in enumerate(surroundings):
        folder = tmp_path / str(number) / ("deeper" * number)
        shutil.copytree(SAMPLES, folder / "source")
        done = ebook_process(
            *("build", "source/book.toml", "-o", "book.epub", "--no-check", "-q", "--jobs", str(number + 1)),
            folder=folder,
            TZ=zone,
            LANG="de_DE.UTF-8" if number else locale,
            LC_ALL=locale,
            PYTHONHASHSEED=seed,
        )
        assert done.returncode == 0, done.stderr.decode()
        books.append((folder / "book.epub").read_bytes())
        if number == 0:
            time.sleep(2.1)  # zip times have a grain of two seconds
    assert books[0] == books[1]


def test_copies_of_the_input_in_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    page = "<html lang='en'><head><title>Rain</title></head><body><article><h1>Rain</h1><p>It rained for nine days.</p></article></body></html>"
    books = []
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "rain.html").write_text(page)
        ebook.build(folder / "rain.html", output=folder / "rain.epub", options={"check": False})
        books.append((folder / "rain.epub").read_bytes())
    assert books[0] == books[1]


def test_chapters_of_normalise_can_be_built_again(tmp_path: Path) -> None:
    done = run("normalise", SAMPLES / "wide-table.html", "-o", "chapters", folder=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    ebook.build(tmp_path / "chapters" / "wide-table.xhtml", output=tmp_path / "again.epub", options={"check": False})
    chapter = trees_of(tmp_path / "again.epub")["EPUB/chapter-01.xhtml"]
    assert "What travels at this speed is the crest" in words_of(chapter)


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        (
            "How to bake bread\n\nIt takes a while to learn. My mother could do it blind, and so can I, most days.\n\nThen rest.",
            "How to bake bread",
            "It",
        ),
        (
            "News\n\nRiver to crest at dawn\n\nThe water rises, and the town waits on the quay for the night to end.",
            "River to crest at dawn",
            "The",
        ),
    ],
)
def test_plain_text_gets_its_headline_for_a_title(text: str, title: str, first: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text)
    ebook.build(tmp_path / "a.txt", output=tmp_path / "a.epub", options={"check": False})
    chapter = trees_of(tmp_path / "a.epub")["EPUB/chapter-01.xhtml"]
    assert [words_of(h) for h in chapter.iter(f"{XHTML}h1")] == [title]
    assert words_of(chapter.find(f".//{XHTML}section/{XHTML}p")).startswith(first)


@pytest.mark.parametrize(
    "kept",
    [
        "<p>- flour<br>- sugar</p>",
        "<p>Send it to:<br>Ann Lee<br>12 Main St</p>",
        '<p class="wp-caption-text">The steps</p>',
    ],
)
def test_short_lines_of_the_author_stay_in_a_page_with_a_site_around_it(kept: str) -> None:
    from tests.tools import chapter_of

    prose = "<p>" + "The river rose in the night and stood at the second step of the quay by the morning. " * 4 + "</p>"
    page = f"<html lang='en'><body><nav><a href='/'>Home</a></nav><article><h1>Flood</h1>{prose}<div><img src='a.png' alt='Steps'></div>{kept}{prose}</article></body></html>"
    text = words_of(etree.fromstring(chapter_of(page).xhtml.encode()))
    for word in re.findall(r"flour|sugar|Ann Lee|Main St|The steps", kept):
        assert word in text
