"""Numbers of printed pages: silent marks in the text, a list in the navigation document."""

from __future__ import annotations

import pytest

from ebook.checks import check_book
from ebook.epub import write
from ebook.passes.page_marks import lifted_marks, page_marks
from ebook.rules import Severity
from tests.books import book_of, find, page, stated, tree_of
from tests.tools import chapter_of, check_noop, check_transformed, words_of

EPUB = ' xmlns:epub="http://www.idpf.org/2007/ops"'


def mark(label: str, name: str, tag: str = "span") -> str:
    return f'<{tag} role="doc-pagebreak" id="{name}" aria-label="{label}" epub:type="pagebreak"></{tag}>'


@pytest.mark.parametrize(
    "body",
    [
        '<p>See <a id="page_1"></a>one anchor.</p>',
        '<p><a class="page-numbers" href="/2">2</a></p>',
        '<p>A number <span class="num">[12]</span> of things.</p>',
        '<p><span class="pagenum">Chapter the first</span></p>',
        '<p><a id="page_3"></a>a <a id="page_2"></a>b <a id="page_1"></a>c</p>',
        '<p>He came <span class="pagenum"><a href="#x">12</a></span> home.</p>',
    ],
)
def test_what_is_no_page_number_stays(body):
    check_noop(page_marks, body)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<p>rose in <span class="pagenum"><a id="Page_12">[12]</a></span>the night</p>',
            f"<p>rose in {mark('12', 'Page_12')}the night</p>",
        ),
        (
            '<p>rose in <span class="pagenum ws-pagenum" id="xii" title="Page:A.djvu/8">[xii]</span>the</p>',
            f"<p>rose in {mark('xii', 'xii')}the</p>",
        ),
        ('<p>rose <span class="pageno">Pg 4</span> on</p>', f"<p>rose {mark('4', 'page-4')} on</p>"),
        ('<p>rose <span role="doc-pagebreak" id="p7" aria-label="7"></span>on</p>', f"<p>rose {mark('7', 'p7')}on</p>"),
        (
            '<p>rose <span data-epub-type="pagebreak" id="p7" title="7"></span>on</p>',
            f"<p>rose {mark('7', 'p7')}on</p>",
        ),
        ('<p>in the ni<span class="pagenum" id="p_9">9</span>ght it</p>', f"<p>in the {mark('9', 'p_9')}night it</p>"),
        ('<span class="pagenum" id="Page_2">[2]</span><p>One</p>', f"<p>{mark('2', 'Page_2')}One</p>"),
        (
            '<p>A</p><p><span class="pagenum" id="Page_2">[2]</span></p><h2>B</h2>',
            f"<p>A</p><h2>{mark('2', 'Page_2')}B</h2>",
        ),
        (
            '<p><a name="page_1"></a>a</p><p>b <a name="page_2"></a>c</p><p><a name="page_3"></a>d</p>',
            f"<p>{mark('1', 'page_1')}a</p><p>b {mark('2', 'page_2')}c</p><p>{mark('3', 'page_3')}d</p>",
        ),
    ],
)
def test_page_number_becomes_a_mark(before, after):
    findings = check_transformed(page_marks, before, after)
    assert [f.rule for f in findings] == ["pages.kept"]


PICTURE = '<img src="weir.png" alt="The weir"/>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"<p>A</p>{{}}<figure>{PICTURE}<figcaption>B</figcaption></figure>",
            f"<p>A</p>{{}}<figure>{PICTURE}<figcaption>B</figcaption></figure>",
        ),
        (f"<p>A</p><p>{{}}</p><figure>{PICTURE}</figure><p>B</p>", f"<p>A</p>{{}}<figure>{PICTURE}</figure><p>B</p>"),
        (f"<p>A</p>{{}}<p>{PICTURE}</p><p>B</p>", f"<p>A</p>{{}}<p>{PICTURE}</p><p>B</p>"),
        (f"<p>A</p>{{}}<div>{PICTURE}<p>B</p></div>", f"<p>A</p>{{}}<div>{PICTURE}<p>B</p></div>"),
    ],
)
def test_mark_before_a_picture_stands_before_it_and_not_in_its_caption(before, after):
    printed = '<span class="pagenum" id="a">[2]</span>'
    check_transformed(page_marks, before.format(printed), after.format(mark("2", "a", "div")))


@pytest.mark.parametrize(
    "body",
    [
        f"<figure>{{}}{PICTURE}<figcaption>B</figcaption></figure>",
        f"<figure>{PICTURE}<figcaption>{{}}B</figcaption></figure>",
    ],
)
def test_mark_that_a_figure_or_its_caption_begins_with_stands_before_the_figure(body):
    begun = body.format(mark("2", "a"))
    check_transformed(lifted_marks, f"<p>A</p>{begun}", f"<p>A</p>{mark('2', 'a', 'div')}{body.format('')}")


def test_mark_in_the_middle_of_a_caption_stays():
    check_noop(lifted_marks, f"<figure>{PICTURE}<figcaption>B {mark('2', 'a')}C</figcaption></figure>")


def test_marks_before_pictures_are_in_the_book_and_in_its_list():
    printed = '<span class="pagenum" id="Page_{}">[{}]</span>'
    figure = f"<figure>{PICTURE}<figcaption>The weir</figcaption></figure>"
    body = f"<p>A {printed.format(1, 1)}b.</p>{printed.format(2, 2)}{figure}<p>C</p>{printed.format(3, 3)}<img src='x.png' alt='A'>"
    tree = tree_of(book_of(page(body)), "chapter-01.xhtml")
    marks = find(tree, "//h:*[@role='doc-pagebreak']")
    assert [m.get("aria-label") for m in marks] == ["1", "2", "3"]
    assert not find(tree, "//h:figure//h:*[@role='doc-pagebreak']")


def test_mark_of_a_heading_stands_before_it():
    check_transformed(lifted_marks, f"<h2>{mark('2', 'a')}B</h2><p>C</p>", f"{mark('2', 'a', 'div')}<h2>B</h2><p>C</p>")
    check_transformed(lifted_marks, f"<h1>{mark('2', 'a')}B</h1><p>C</p>", f"<h1>B</h1><p>{mark('2', 'a')}C</p>")


def numbered(first: int, title: str, head: str = "") -> str:
    marks = [f'<span class="pagenum"><a id="Page_{n}">[{n}]</a></span>' for n in range(first, first + 3)]
    body = f"<p>At noon {marks[0]}the water fell, and the bakers went back.</p>{marks[1]}<h2>Dry flour</h2><p>It rained ag{marks[2]}ain, see <a href='#Page_{first}'>there</a>.</p>"
    return page(body, title=title, head=head)


def test_marks_survive_all_passes_and_a_second_run():
    chapter = chapter_of(numbered(4, "Water"))
    assert chapter.xhtml.count('role="doc-pagebreak"') == 3
    assert "[4]" not in chapter.xhtml and "rained again" in chapter.xhtml.replace(mark("6", "Page_6"), "")
    assert f"{mark('5', 'Page_5', 'div')}\n<h2" in chapter.xhtml and 'href="#Page_4"' in chapter.xhtml
    assert chapter_of(chapter.xhtml).xhtml == chapter.xhtml


def test_book_lists_its_pages_and_tells_equal_numbers_apart():
    book = book_of(numbered(4, "Water"), numbered(6, "Wind"))
    (pages,) = find(tree_of(book, "nav.xhtml"), "//h:nav[@role='doc-pagelist' and @epub:type='page-list']")
    links = find(pages, ".//h:a")
    assert [words_of(a) for a in links] == ["4", "5", "6 (Water)", "6 (Wind)", "7", "8"]
    for link in links:
        name, _, fragment = link.get("href").partition("#")
        assert find(tree_of(book, name), f"//*[@id='{fragment}' and @role='doc-pagebreak']")
    assert stated(book.meta, "pageBreakSource") == ["none"]


def test_source_of_the_pages_is_the_article():
    link = '<link rel="canonical" href="https://example.org/water"/>'
    assert stated(book_of(numbered(4, "Water", link)).meta, "pageBreakSource") == ["https://example.org/water"]


def test_book_without_pages_has_no_list():
    book = book_of(page(""))
    assert not find(tree_of(book, "nav.xhtml"), "//h:nav[@role='doc-pagelist']") and not stated(
        book.meta, "pageBreakSource"
    )


@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
def test_book_with_pages_is_valid(tmp_path):
    path = tmp_path / "book.epub"
    heads = [f'<link rel="canonical" href="https://example.org/{n}"/>' for n in (1, 2)]
    path.write_bytes(write(book_of(numbered(4, "Water", heads[0]), numbered(6, "Wind", heads[1]))))
    assert [f for f in check_book(path, name="book.epub").findings if f.severity.rank > Severity.REVIEW.rank] == []
