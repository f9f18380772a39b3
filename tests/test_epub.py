"""The container: what is written, and that it is the same every time."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from ebook.epub import write
from ebook.model import Book, Document, Edition, Person, Resource
from tests.books import OPF, book_of, bound, chapters_of, files_of, page

NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
PACKAGE = "{http://www.idpf.org/2007/opf}"
STRICT = etree.XMLParser(resolve_entities=False, no_network=True)


@pytest.fixture(scope="module")
def book() -> Book:
    edition = Edition(
        title="Nights <&> days",
        creators=(Person(name="Agnes Tillery", role="edt"), Person(name="Bo Ek")),
        collection="Samples",
        parts=(("First", 1), ("Second", 1)),
    )
    text = page(
        "<h2>Water &amp; bread</h2><p>The Emergency Water Committee (EWC) met.</p><h3>Deep</h3><p>x</p><h4>Deeper</h4><p>y</p>"
    )
    return bound(
        *chapters_of(text, "# Notes\n\nA claim.[^1] And $x^2$.\n\n[^1]: A note.\n"),
        edition=edition,
        contents_depth=4,
        theme="dyslexia",
    )


def entries(book: Book) -> list[zipfile.ZipInfo]:
    return zipfile.ZipFile(io.BytesIO(write(book))).infolist()


def test_mimetype_is_first_stored_and_right(book):
    data = write(book)
    first = entries(book)[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert data[30:38] == b"mimetype" and data[38:58] == b"application/epub+zip"


def test_times_and_rights_are_fixed(book):
    dated = replace(book, modified="2026-03-14T06:30:08Z")
    assert {(e.date_time, e.external_attr, e.create_system) for e in entries(dated)} == {
        ((2026, 3, 14, 6, 30, 8), 0o100644 << 16, 3)
    }


def test_date_before_the_zip_format_is_no_obstacle(book):
    old = replace(book, modified="1953-02-01T00:00:00Z")
    assert {e.date_time for e in entries(old)} == {(1980, 1, 1, 0, 0, 0)}
    assert b"1953-02-01T00:00:00Z" in files_of(old)[OPF]


def test_same_book_gives_the_same_bytes(book):
    assert write(book) == write(book)


def test_every_document_is_strict_xml(book):
    files = files_of(book)
    for name, data in files.items():
        if name.endswith((".xhtml", ".opf", ".ncx", ".xml", ".svg")):
            etree.fromstring(data, STRICT)
    assert all(
        etree.fromstring(files[f"EPUB/{d.name}"], STRICT).tag == "{http://www.w3.org/1999/xhtml}html"
        for d in book.documents
    )


def test_documents_and_resources_arrive_as_they_are(book):
    files = files_of(book)
    for part in book.documents:
        assert files[f"EPUB/{part.name}"] == part.xhtml.encode()
    for part in book.resources:
        assert files[f"EPUB/{part.name}"] == part.data


def test_manifest_lists_every_file_once_and_the_spine_keeps_the_order(book):
    root = etree.fromstring(files_of(book)[OPF])
    items = {i.get("id"): i.get("href") for i in root.iter(f"{PACKAGE}item")}
    assert len(items) == len(set(items.values()))
    assert {f"EPUB/{href}" for href in items.values()} == {n for n in files_of(book) if n.startswith("EPUB/")} - {OPF}
    assert [items[r.get("idref")] for r in root.iter(f"{PACKAGE}itemref")] == [d.name for d in book.documents]


def test_properties_of_documents_are_in_the_manifest(book):
    found = {i.get("href"): i.get("properties") for i in etree.fromstring(files_of(book)[OPF]).iter(f"{PACKAGE}item")}
    assert (found["nav.xhtml"], found["chapter-02.xhtml"], found["cover.png"], found["chapter-01.xhtml"]) == (
        "nav",
        "mathml",
        "cover-image",
        None,
    )


def test_statements_that_refine_stand_beside_what_they_refine(book):
    metadata = etree.fromstring(files_of(book)[OPF]).find(f"{PACKAGE}metadata")
    rows = [(e.get("id"), (e.get("refines") or "")[1:]) for e in metadata]
    ids = [own for own, _ in rows if own]
    for position, (_, target) in enumerate(rows):
        if target in ids:
            above = next(own or aim for own, aim in reversed(rows[:position]) if own == target or aim != target)
            assert above == target


def test_package_says_title_language_direction_and_modification_once(book):
    root = etree.fromstring(files_of(book)[OPF])
    assert (root.get("version"), root.get("dir"), root.get("{http://www.w3.org/XML/1998/namespace}lang")) == (
        "3.0",
        "ltr",
        "en",
    )
    assert [e.text for e in root.iter("{http://purl.org/dc/elements/1.1/}title")] == ["Nights <&> days"]
    assert [e.text for e in root.iter(f"{PACKAGE}meta") if e.get("property") == "dcterms:modified"] == [book.modified]
    assert [e.text for e in root.iter("{http://purl.org/dc/elements/1.1/}identifier")] == [book.identifier]


def test_contents_for_old_readers_have_true_depth_and_unique_order(book):
    root = etree.fromstring(files_of(book)["EPUB/toc.ncx"])
    points = list(root.iter(f"{NCX}navPoint"))

    def depth(element) -> int:
        return max((1 + depth(child) for child in element.findall(f"{NCX}navPoint")), default=0)

    stated = next(m.get("content") for m in root.iter(f"{NCX}meta") if m.get("name") == "dtb:depth")
    assert int(stated) == depth(root.find(f"{NCX}navMap")) == 5
    assert len({p.get("id") for p in points}) == len(points)
    assert [int(p.get("playOrder")) for p in points] == list(range(1, len(points) + 1))


def test_same_address_has_the_same_order_for_old_readers(book):
    root = etree.fromstring(files_of(book)["EPUB/toc.ncx"])
    uid = next(m.get("content") for m in root.iter(f"{NCX}meta") if m.get("name") == "dtb:uid")
    assert uid == book.identifier


@pytest.mark.parametrize(
    "name", ["chapter-01.xhtml", "CHAPTER-01.xhtml", "nav.xhtml", "content.opf", "toc.ncx", "style.css"]
)
def test_second_file_of_a_name_is_refused(book, name):
    with pytest.raises(ValueError, match="twice"):
        write(replace(book, resources=(*book.resources, Resource(name=name, media_type="text/plain", data=b"x"))))


def test_pictures_are_stored_and_text_is_packed(book):
    kinds = {e.filename: e.compress_type for e in entries(book)}
    assert kinds["EPUB/cover.png"] == zipfile.ZIP_STORED
    assert kinds["EPUB/chapter-01.xhtml"] == zipfile.ZIP_DEFLATED


def test_book_of_one_empty_looking_article_can_be_written():
    assert "EPUB/chapter-01.xhtml" in files_of(book_of("One line of text and no more.\n"))


def test_document_that_is_not_ours_is_not_parsed_again(book):
    odd = Document(
        name="odd.xhtml",
        title="Odd",
        xhtml='<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"  ><head/><body> &amp; </body></html>\n',
    )
    assert files_of(replace(book, documents=(*book.documents, odd)))["EPUB/odd.xhtml"] == odd.xhtml.encode()


def test_pages_of_the_original_are_listed_for_old_readers_too(book):
    marks = "".join(f'<p>It rained <span class="pagenum" id="P{n}">[{n}]</span>on.</p>' for n in ("iv", "7", "8"))
    root = etree.fromstring(files_of(book_of(page(marks)))["EPUB/toc.ncx"])
    pages = list(root.iter(f"{NCX}pageTarget"))
    assert [(p.get("type"), p.get("value"), p.findtext(f"{NCX}navLabel/{NCX}text")) for p in pages] == [
        ("special", None, "iv"),
        ("normal", "7", "7"),
        ("normal", "8", "8"),
    ]
    assert [p.find(f"{NCX}content").get("src") for p in pages] == [f"chapter-01.xhtml#P{n}" for n in ("iv", "7", "8")]
    orders = [e.get("playOrder") for e in root.iter(f"{NCX}navPoint", f"{NCX}pageTarget")]
    assert len(set(orders)) == len(orders)
    said = {m.get("name"): m.get("content") for m in root.iter(f"{NCX}meta")}
    assert (said["dtb:totalPageCount"], said["dtb:maxPageNumber"]) == ("3", "8")
    assert etree.fromstring(files_of(book)["EPUB/toc.ncx"]).find(f"{NCX}pageList") is None
