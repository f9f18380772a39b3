"""Our own look at a finished book: every planted fault is found, and a good book is left alone."""

from __future__ import annotations

import io
import zipfile

import pytest

from ebook import opened
from ebook.checks import INVALID, NOT_CHECKED, check_book
from ebook.checks.ours import check_ours
from ebook.epub import write
from tests.books import OPF, book_of, changed, page

ONE, NAV, GLOSSARY = "EPUB/chapter-01.xhtml", "EPUB/nav.xhtml", "EPUB/glossary.xhtml"


@pytest.fixture(scope="module")
def good() -> bytes:
    body = "<h2>Water</h2><p>The Emergency Water Committee (EWC) met.<sup><a href='#fn1'>1</a></sup></p><table><caption>Levels</caption><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    author = '<meta name="author" content="Ines Halloran"/>'
    return write(
        book_of(
            page(body, head=author).replace(
                "</body>", "<ol class='footnotes'><li id='fn1'>A note of the author.</li></ol></body>"
            ),
            "# Two\n\nText.\n",
        )
    )


def rules(data: bytes) -> list[str]:
    return sorted({f.rule for f in check_ours(data, "book.epub")})


def swap(old: str, new: str):
    def change(content: bytes) -> bytes:
        assert old.encode() in content, old
        return content.replace(old.encode(), new.encode(), 1)

    return change


def test_good_book_is_left_alone(good):
    assert check_ours(good, "book.epub") == []


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        (ONE, "</section>\n</main>", '<p><a href="gone.xhtml">x</a></p></section>\n</main>', "book.dead-link"),
        (
            ONE,
            "</section>\n</main>",
            '<p><a href="chapter-02.xhtml#gone">x</a></p></section>\n</main>',
            "book.dead-link",
        ),
        (ONE, "</section>\n</main>", '<p><a href="#gone">x</a></p></section>\n</main>', "book.dead-link"),
        (ONE, "</section>\n</main>", '<p><img src="gone.png" alt="x"/></p></section>\n</main>', "book.dead-link"),
        (ONE, "</section>\n</main>", '<p id="title">x</p></section>\n</main>', "book.duplicate-id"),
        (ONE, "</section>\n</main>", '<p><img src="cover.png"/></p></section>\n</main>', "book.image-without-alt"),
        (ONE, "</section>\n</main>", "<script>x</script></section>\n</main>", "book.active"),
        (ONE, "</section>\n</main>", '<p onclick="x()">x</p></section>\n</main>', "book.active"),
        (ONE, "</section>\n</main>", '<iframe src="chapter-02.xhtml"></iframe></section>\n</main>', "book.active"),
        (ONE, "</section>\n</main>", '<form action="x"><p>x</p></form></section>\n</main>', "book.active"),
        (ONE, "</section>\n</main>", '<p><a href="javascript:alert(1)">x</a></p></section>\n</main>', "book.active"),
        (
            ONE,
            "</section>\n</main>",
            '<p><img src="https://example.org/x.png" alt="x"/></p></section>\n</main>',
            "book.remote",
        ),
        (ONE, "</section>\n</main>", '<audio src="//example.org/x.mp3"></audio></section>\n</main>', "book.remote"),
        (ONE, 'href="style.css"', 'href="https://example.org/style.css"', "book.remote"),
        (
            ONE,
            "</section>\n</main>",
            "<table><tr><td>x</td><td>y</td></tr><tr><td>1</td><td>2</td></tr></table></section>\n</main>",
            "book.table-without-headers",
        ),
        (ONE, "</section>\n</main>", "<h4>Too deep</h4></section>\n</main>", "book.heading-gap"),
        (ONE, "</section>\n</main>", "<h1>Second</h1></section>\n</main>", "book.not-one-h1"),
        (ONE, "<h1", "<h2", "book.malformed"),
        (ONE, "</main>", "", "book.malformed"),
        (ONE, "The river", "The&nbsp;river", "book.malformed"),
        (ONE, 'lang="en" xml:lang="en"', "", "book.no-language"),
        (ONE, 'lang="en" xml:lang="en"', 'lang="en"', "book.language-half"),
        (ONE, "<title>The night of the flood</title>", "<title> </title>", "book.no-title"),
        (ONE, "<title>The night of the flood</title>", "", "book.no-title"),
        (ONE, 'role="doc-backlink"', "", "book.type-without-role"),
        (ONE, 'href="#noteref-1"', 'href="chapter-02.xhtml"', "book.note-without-way-back"),
        (NAV, 'href="chapter-02.xhtml"', 'href="chapter-01.xhtml"', "book.not-in-contents"),
        (NAV, 'epub:type="landmarks"', "", "book.no-landmarks"),
        (NAV, 'href="chapter-02.xhtml"', 'href="chapter-09.xhtml"', "book.dead-link"),
        (OPF, 'property="schema:accessMode"', 'property="schema:audience"', "book.no-accessibility-metadata"),
        (OPF, "schema:accessibilitySummary", "schema:abstract", "book.no-accessibility-metadata"),
        (OPF, 'properties="nav"', "", "book.container"),
        (OPF, 'href="style.css"', 'href="style2.css"', "book.missing-file"),
        (OPF, 'href="style.css"', 'href="style2.css"', "book.unlisted"),
        (OPF, "</package>", "", "book.malformed"),
        ("META-INF/container.xml", "EPUB/content.opf", "EPUB/gone.opf", "book.container"),
    ],
)
def test_planted_fault_is_found(good, file, old, new, rule):
    assert rule in rules(changed(good, {file: swap(old, new)}))


def test_file_that_nobody_lists_is_found(good):
    assert rules(changed(good, {"EPUB/extra.txt": b"x"})) == ["book.unlisted"]


@pytest.mark.parametrize("file", ["META-INF/container.xml", OPF])
def test_missing_heart_is_found(good, file):
    assert "book.container" in rules(changed(good, {file: None}))


def test_missing_chapter_is_found(good):
    assert "book.missing-file" in rules(changed(good, {"EPUB/chapter-02.xhtml": None}))


def repacked(data: bytes, *, first: str = "mimetype", method: int = zipfile.ZIP_STORED, twice: str = "") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in sorted(old.namelist(), key=lambda n: n != first):
            new.writestr(name, old.read(name), compress_type=method)
        if twice:
            new.writestr(twice, b"<x/>")
    return target.getvalue()


def test_mimetype_must_be_first_and_stored(good):
    assert rules(repacked(good)) == []
    assert rules(repacked(good, first=OPF)) == ["book.container"]
    assert rules(repacked(good, method=zipfile.ZIP_DEFLATED)) == ["book.container"]
    assert rules(changed(good, {"mimetype": b"application/zip"})) == ["book.container"]


def test_two_files_of_one_name_are_found(good):
    assert "book.container" in rules(repacked(good, twice="EPUB/Chapter-01.xhtml"))


@pytest.mark.parametrize("data", [b"", b"no book at all", b"PK\x03\x04 and no more", b"PK\x05\x06" + b"\x00" * 18])
def test_what_is_no_container_is_found_and_never_raises(data):
    assert rules(data) == ["book.container"]


def test_cut_off_book_is_found(good):
    assert rules(good[: len(good) // 2]) == ["book.container"]


def test_damaged_file_is_found(good):
    at = good.index(b"EPUB/chapter-01.xhtml") + 60
    assert "book.container" in rules(good[:at] + bytes(b ^ 0xFF for b in good[at : at + 40]) + good[at + 40 :])


def test_bomb_is_not_unpacked(good, monkeypatch):
    monkeypatch.setattr(opened, "LARGEST", 1_000_000)
    assert rules(changed(good, {"EPUB/bomb": b"\x00" * 2_000_000})) == ["book.container"]


def test_entities_of_a_book_are_not_expanded(good):
    bomb = '<!DOCTYPE html [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    data = changed(good, {ONE: swap("<!DOCTYPE html>", bomb)})
    assert all("root:" not in str(f.place) + f.message for f in check_ours(data, "book.epub"))


FOREIGN = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OPS/deep/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    "OPS/deep/book.opf": """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="i">x</dc:identifier><dc:title>T</dc:title><dc:language>en</dc:language></metadata><manifest>
<item id="n" href="../nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="text%20one.xhtml" media-type="application/xhtml+xml"/>
<item id="p" href="../images/a%C3%A9.png" media-type="image/png"/></manifest><spine><itemref idref="a"/><itemref idref="n" linear="no"/></spine></package>""",
    "OPS/nav.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en"><head><title>T</title></head><body><nav epub:type="toc"><h1>C</h1><ol><li><a href="deep/text%20one.xhtml#a%20b">One</a></li></ol></nav></body></html>',
    "OPS/deep/text one.xhtml": '<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en"><head><title>T</title></head><body><main><h1 id="a b">One</h1><p><img src="../images/a%C3%A9.png" alt="A bridge over a river"/></p></main></body></html>',
    "OPS/images/aé.png": "x",
}


def test_book_of_other_makers_with_folders_and_spaces_is_understood():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in FOREIGN.items():
            archive.writestr(name, text)
    assert rules(target.getvalue()) == [
        "book.no-accessibility-metadata",
        "book.no-creator",
        "book.no-landmarks",
        "book.package-language",
    ]


def test_verdict_without_epubcheck_is_never_valid(good, tmp_path):
    path = tmp_path / "book.epub"
    path.write_bytes(good)
    report = check_book(path, name="book.epub", epubcheck=False)
    assert (report.verdict, report.findings) == (NOT_CHECKED, ())
    assert report.reason


def test_verdict_without_epubcheck_is_invalid_where_we_see_it_ourselves(good, tmp_path):
    path = tmp_path / "book.epub"
    path.write_bytes(changed(good, {ONE: swap("</main>", "")}))
    assert check_book(path, name="book.epub", epubcheck=False).verdict == INVALID


def test_what_could_not_be_read_is_never_said_to_pass(good, tmp_path):
    path = tmp_path / "book.epub"
    path.write_bytes(changed(good, {ONE: lambda c: c.replace(b"</main>", b"", 1)}))
    report = check_book(path, name="book.epub", epubcheck=False)
    assert "pass" not in set(report.outcomes.values()) and "not applicable" not in set(report.outcomes.values())
    assert {c.outcome for c in report.criteria} <= {"fail", "needs a person"}


def test_checks_after_one_that_gives_up_on_a_deep_tree_still_run(good):
    deep = (
        b"<div>" * 1900
        + b"<p>deep</p>"
        + b"</div>" * 1900
        + b"<table><tr><td>Day</td><td>Level</td></tr><tr><td>1</td><td>2</td></tr><tr><td>2</td><td>3</td></tr></table>"
    )
    data = changed(good, {ONE: lambda c: c.replace(b"</section>\n</main>", deep + b"</section>\n</main>", 1)})
    assert "book.table-without-headers" in rules(data)
