"""What the book says to machines that read to people: `epub:type` and role agree, and what can be skipped is named."""

from __future__ import annotations

import pytest

from ebook.alternatives import repeats
from ebook.epub import write
from ebook.model import Edition
from ebook.opened import open_epub
from tests.books import bound, chapter_of_file, page, picture
from tests.tools import words_of

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
ROLES = {
    "abstract": "doc-abstract",
    "acknowledgments": "doc-acknowledgments",
    "afterword": "doc-afterword",
    "appendix": "doc-appendix",
    "backlink": "doc-backlink",
    "bibliography": "doc-bibliography",
    "biblioref": "doc-biblioref",
    "chapter": "doc-chapter",
    "conclusion": "doc-conclusion",
    "endnotes": "doc-endnotes",
    "epigraph": "doc-epigraph",
    "footnote": "doc-footnote",
    "glossary": "doc-glossary",
    "glossref": "doc-glossref",
    "index": "doc-index",
    "introduction": "doc-introduction",
    "noteref": "doc-noteref",
    "notice": "doc-notice",
    "page-list": "doc-pagelist",
    "pagebreak": "doc-pagebreak",
    "part": "doc-part",
    "prologue": "doc-prologue",
    "pullquote": "doc-pullquote",
    "subtitle": "doc-subtitle",
    "tip": "doc-tip",
    "toc": "doc-toc",
}
"""EPUB Type to ARIA Role Authoring Guide 1.1, table 1; types that are not in it have no role."""
NO_ROLE = {"cover", "titlepage", "landmarks", "glossterm", "glossdef"}
BODY = """
<p>The <dfn>levee</dfn> (/ˈlɛvi/) is a long wall of earth beside a river. The World Water Office (WWO) built it.<a href="#n1"><sup>1</sup></a></p>
<div class="callout"><p class="title">Key points</p><p>The wall held, and the town stayed dry for the rest of the long winter.</p></div>
<span class="pagenum"><a id="Page_4">[4]</a></span><h2>Walls</h2><p>The WWO built the levee in the spring, when the water was low.</p>
<figure><img src="map.png" alt="The delta" longdesc="#d"><figcaption>The delta</figcaption></figure>
<div id="d" hidden><p>Three arms.</p><p>All of them are dry in summer.</p></div>
<table><tr><th>Month</th><th>mm</th></tr><tr><td>May</td><td>3</td></tr></table>
<p>Water: \\(a^2\\) and</p><p>\\[a = \\frac{b}{c}\\]</p>
<ol class="footnotes"><li id="n1">A note about the wall.</li></ol>
"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("roles")
    (folder / "map.png").write_bytes(picture())
    for name in ("a", "b"):
        (folder / f"{name}.html").write_text(page(BODY, title=f"Water {name}"))
    edition = Edition(title="Water", subtitle="And walls", parts=(("One", 1), ("Two", 1)))
    made = bound(*(chapter_of_file(folder / f"{n}.html", folder) for n in "ab"), edition=edition)
    opened, _ = open_epub(write(made), "book.epub")
    assert opened is not None
    return opened


def all_elements(book):
    return [(path, e) for path, tree in book.documents.items() for e in tree.iter("*")]


def test_every_type_has_its_role_and_every_role_its_type(book):
    for path, element in all_elements(book):
        types, role = element.get(EPUB_TYPE, "").split(), element.get("role", "")
        if next((n for n in element.iterancestors("nav") if "landmarks" in n.get(EPUB_TYPE, "")), None) is not None:
            continue  # the types of landmarks are those of what they lead to
        for name in types:
            assert name in ROLES or name in NO_ROLE, (path, name)
            assert role == ROLES.get(name, ""), (path, name, role)
        if role in ROLES.values() and role != "doc-subtitle":  # the subtitle's type would say it once more
            assert types, (path, role)
    assert not [p for p, e in all_elements(book) if e.tag == "body" and (e.get("role") or e.get(EPUB_TYPE))]


def test_the_book_has_all_that_is_talked_about(book):
    found = {name for _, e in all_elements(book) for name in e.get(EPUB_TYPE, "").split()}
    assert found >= {
        "backlink", "chapter", "cover", "endnotes", "glossary", "glossdef", "glossref", "glossterm", "landmarks",
        "noteref", "page-list", "pagebreak", "part", "titlepage", "toc",
    }  # fmt: skip
    assert any(e.tag == "aside" for _, e in all_elements(book))


def test_what_can_be_skipped_is_named_and_leads_back(book):
    for path, element in all_elements(book):
        role = element.get("role", "")
        if role in ("doc-noteref", "doc-glossref", "doc-backlink"):
            file, fragment = book.target(path, element.get("href"))
            assert book.documents[file].find(f".//*[@id='{fragment}']") is not None
            assert element.get("aria-label") or words_of(element)
        if role == "doc-pagebreak":
            assert element.get("aria-label") and element.get("id") and not words_of(element)
        if role in ("doc-endnotes", "doc-glossary", "doc-chapter", "doc-part"):
            assert element.get("aria-labelledby")
    back = [e.get("aria-label") or words_of(e) for _, e in all_elements(book) if e.get("role") == "doc-backlink"]
    assert len(back) == len({(p, e.get("href")) for p, e in all_elements(book) if e.get("role") == "doc-backlink"})


def test_nothing_is_read_twice(book):
    for path, element in all_elements(book):
        assert not set(element.attrib) & {"longdesc", "aria-describedby", "aria-description", "alttext"}, path
        assert element.tag not in ("details", "summary") and not (element.tag == "math" and element.get("role"))
        name = element.get("aria-label", "") or element.get("title", "")
        assert not name or name != words_of(element), path
        if element.tag == "figure":
            caption = " ".join(words_of(c) for c in element.iter("figcaption"))
            assert not any(repeats(i.get("alt", ""), caption) for i in element.iter("img"))
        if element.tag == "a" and next(element.iter("img"), None) is not None:
            assert not any(repeats(i.get("alt", ""), words_of(element)) for i in element.iter("img"))
    hidden = {a for _, e in all_elements(book) if e.get("hidden") for a in e.iter("a")}
    links = [(p, e) for p, e in all_elements(book) if e.tag == "a" and e.get("href") and e not in hidden]
    names = [(p, e.get("href"), words_of(e)) for p, e in links]
    assert len(names) == len(set(names))
