"""The page: letters, sentences from the text, ways back, cross-references; and the map for looking words up."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lxml import etree

from ebook.binding.glossary.page import LONG
from ebook.model import Decision, Edition
from tests.books import book_of, files_of, find, page, tree_of

WORDS = "amber basin crest delta eddy ford gauge haven inlet jetty kelp lock marsh narrows oxbow pier quay reach shoal tide".split()

ENGLISH = Edition(title="Two rivers", language="en")


def terms(*lines: tuple[str, str]) -> str:
    return "<h2>Glossary</h2><dl>" + "".join(f"<dt>{t}</dt><dd>{d}</dd>" for t, d in lines) + "</dl>"


def words(element) -> str:
    return "".join(element.itertext())


def test_short_glossary_has_no_letters() -> None:
    tree = tree_of(book_of(page(terms(("Stage", "the height of the water")))), "glossary.xhtml")
    assert not find(tree, "//h:nav") and not find(tree, "//h:h2")


def test_long_glossary_has_a_heading_for_each_letter_and_links_to_them() -> None:
    lines = [(w, f"word number {n} of the river") for n, w in enumerate(WORDS)]
    tree = tree_of(
        book_of(page(terms(*lines, ("3D", "in three directions"), ("ångström", "a very small length")))),
        "glossary.xhtml",
    )
    assert len(find(tree, "//h:dt")) >= LONG
    headings = find(tree, "//h:section/h:section/h:h2")
    assert [words(h) for h in headings] == ["Signs and numbers", *(w[0].upper() for w in WORDS)]
    (index,) = find(tree, "//h:nav[@aria-label='Entries by letter']")
    assert [(words(a), a.get("href")) for a in find(index, ".//h:a")] == [
        (words(h), f"#{h.get('id')}") for h in headings
    ]
    assert [words(t) for t in find(headings[1].getparent(), ".//h:dt")] == ["amber", "ångström"]


def test_sentence_of_the_article_is_quoted_with_the_way_to_it() -> None:
    body = "<p>It rained. At two the Emergency Water Committee (EWC) met in the long room over the bakery. It fell.</p>"
    book = book_of(page(body))
    tree = tree_of(book, "glossary.xhtml")
    (line,) = find(tree, "//h:p[@class='example']")
    assert (
        words(find(line, "h:q")[0])
        == "At two the Emergency Water Committee (EWC) met in the long room over the bakery."
    )
    (link,) = find(tree, "//h:a[@role='doc-backlink']")
    file, _, place = link.get("href").partition("#")
    assert words(find(tree_of(book, file), f"//*[@id='{place}']")[0]) == "EWC"
    assert words(link) == "EWC in “The night of the flood”"


def test_sentence_that_is_the_definition_is_not_said_twice() -> None:
    tree = tree_of(book_of(page("<p>A <dfn>stage</dfn> is the height of the water at a gauge.</p>")), "glossary.xhtml")
    assert not find(tree, "//h:q")
    assert words(find(tree, "//h:dd")[0]).count("height") == 1


def test_line_that_is_no_sentence_is_no_example() -> None:
    body = "<ul><li>In focus: Emergency Water Committee (EWC) of the whole valley and its towns</li></ul>"
    assert not find(tree_of(book_of(page(body)), "glossary.xhtml"), "//h:q")


def test_lines_are_not_run_together_in_a_quotation() -> None:
    body = "<p>The Emergency Water Committee (EWC)<br>met in the long room over the bakery at two.</p>"
    assert "(EWC) met" in words(find(tree_of(book_of(page(body)), "glossary.xhtml"), "//h:q")[0])


def test_number_of_a_note_is_not_quoted() -> None:
    note = '<a href="#n1" role="doc-noteref" id="r1">7</a>'
    body = f"<p>The Emergency Water Committee (EWC) met in the long room at two{note}.</p>"
    notes = '<section role="doc-endnotes"><h2>Notes</h2><ol><li id="n1">So they say. <a href="#r1">back</a></li></ol></section>'
    assert words(find(tree_of(book_of(page(body + notes)), "glossary.xhtml"), "//h:q")[0]).endswith("at two.")


def test_entries_point_to_each_other() -> None:
    body = terms(("Stage", "the height of the water"), ("Crest", "the highest stage of a flood"))
    tree = tree_of(book_of(page(body)), "glossary.xhtml")
    (line,) = find(tree, "//h:p[@class='see-also']")
    assert words(line) == "See also: Stage"
    assert find(tree, f"//h:dt[@id='{find(line, 'h:a')[0].get('href')[1:]}']")


def test_expansion_that_is_defined_leads_to_its_definition_and_back() -> None:
    body = "<p>A remotely operated vehicle (ROV) dived.</p>" + terms(
        ("Remotely operated vehicle", "a robot that dives on a cable")
    )
    tree = tree_of(book_of(page(body)), "glossary.xhtml")
    assert find(
        tree, "//h:dt[@id='term-rov']/following-sibling::h:dd[1]/h:p[1]/h:a[@href='#term-remotely-operated-vehicle']"
    )
    assert find(tree, "//h:p[@class='see-also']/h:a[@href='#term-rov']")


def test_short_forms_of_the_same_words_point_to_each_other() -> None:
    body = "<p>The Emergency Water Committee (EWC) met. The Emergency Water Committee (EWCO) ate.</p>"
    tree = tree_of(book_of(page(f"{body}<p><abbr title='Emergency Water Committee'>EWCO</abbr></p>")), "glossary.xhtml")
    assert [words(p) for p in find(tree, "//h:p[@class='see-also']")] == ["See also: EWCO", "See also: EWC"]


def test_search_key_map_holds_the_forms_that_the_text_uses() -> None:
    body = "<p>The stages of the river.</p>" + terms(("Stage", "the height of the water"))
    assert "EPUB/search-key-map.xml" not in files_of(book_of(page(body)))
    book = book_of(page(body), search_key_map=True)
    files = files_of(book)
    tree = etree.fromstring(files["EPUB/search-key-map.xml"])
    space = {"o": "http://www.idpf.org/2007/ops"}
    assert tree.xpath("//o:search-key-group/@href", namespaces=space) == ["glossary.xhtml#term-stage"]
    assert tree.xpath("//o:match/@value", namespaces=space) == ["Stage"]
    assert tree.xpath("//o:value/@value", namespaces=space) == ["stages"]
    package = etree.fromstring(files["EPUB/content.opf"])
    stated = {i.get("href"): i.get("properties") for i in package.iter("{*}item")}
    assert set(stated["search-key-map.xml"].split()) == {"search-key-map", "glossary"}
    assert stated["glossary.xhtml"] == "glossary"


def test_map_names_its_language_once_as_its_schema_has_it() -> None:
    german = page("<p>Die Stage.</p>" + terms(("Stage", "die Bühne der Stadt")), language="de", title="Die Nacht")
    body = page("<p>The stages.</p>" + terms(("Stage", "the height of the water")))
    data = files_of(book_of(body, german, search_key_map=True))["EPUB/search-key-map.xml"]
    assert data.count(b"xml:lang") == 1 and data.count(b"search-key-group href") == 2


def test_no_property_without_a_glossary() -> None:
    files = files_of(book_of(page("<p>Nothing to explain.</p>"), search_key_map=True))
    assert "EPUB/search-key-map.xml" not in files and b'"glossary"' not in files["EPUB/content.opf"]


NATURE = "<p>Das Bundesamt für Naturschutz (BfN) prüft die Fläche. Das BfN misst nach.</p>"


def languages_of_terms(
    *decisions: Decision, bodies: tuple[str, ...] = ("",)
) -> dict[str, tuple[str | None, str | None]]:
    pages = [page(NATURE, language="de", title="Die Fläche"), *map(page, bodies)]
    tree = tree_of(book_of(*pages, decisions=decisions, edition=ENGLISH), "glossary.xhtml")
    return {
        words(t): (t.get("lang"), t.get("{http://www.w3.org/XML/1998/namespace}lang")) for t in find(tree, "//h:dt")
    }


def test_short_form_of_another_language_says_so() -> None:
    nabu = Decision(term="NABU", meaning="Naturschutzbund", state="stated", language="de")
    zps = Decision(term="ZPS", meaning="Zone de protection spéciale", state="stated", language="fr")
    committee = "<p>The Emergency Water Committee (EWC) met at two.</p>"
    assert languages_of_terms(nabu, zps, bodies=(committee,)) == {
        "BfN": ("de", "de"),
        "EWC": (None, None),
        "NABU": ("de", "de"),
        "ZPS": ("fr", "fr"),
    }


def test_link_to_a_short_form_of_another_language_says_so_too() -> None:
    own = Decision(term="Survey", meaning="A count.", state="stated", language="en", see=("BfN",))
    pages = (page(NATURE, language="de", title="Die Fläche"), page(""))
    tree = tree_of(book_of(*pages, decisions=(own,), edition=ENGLISH), "glossary.xhtml")
    assert [(words(a), a.get("lang")) for a in find(tree, "//h:p[@class='see-also']/h:a")] == [("BfN", "de")]


def test_short_form_with_meanings_of_two_languages_is_of_neither() -> None:
    body = "<p>The Bureau for Nature (BfN) is ours. The BfN met.</p>"
    assert languages_of_terms(bodies=(body,)) == {"BfN": (None, None)}


def test_every_entry_leads_back_to_an_article() -> None:
    heads = "<h2>The Emergency Water Committee (EWC)</h2><p>It met.</p>"
    tree = tree_of(book_of(page(heads + terms(("Stage", "the height of the water")))), "glossary.xhtml")
    groups = find(tree, "//h:dl/*")
    assert all(find(b, ".//h:a[@role='doc-backlink']") for a, b in pairwise(groups) if a.tag.endswith("dt"))


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("The works", "EWC in “The works”"),
        ("“The works”", "EWC in “The works”"),
        ("“Works” and days", "EWC in ““Works” and days”"),
        ("Severn & “Works”", "EWC in “Severn & “Works””"),
    ],
)
def test_ways_back_keep_the_quotation_marks_of_a_title(title: str, named: str) -> None:
    article = page("<p>The Emergency Water Committee (EWC) met.</p>", title=title.replace("&", "&amp;"))
    tree = tree_of(book_of(article), "glossary.xhtml")
    assert [words(a) for a in find(tree, "//h:a[@role='doc-backlink']")] == [named]
