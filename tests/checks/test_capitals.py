"""Capitals that nobody explains: what a reader must know to follow the text, and no names, shouts or numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ebook.checks.abbreviations import check_abbreviations
from ebook.opened import Item
from tests.claimed import epub, opened

OFTEN = "<p>QXR paid for the pumps. Later QXR paid once more, as nobody else did.</p>"


def named(body: str, language: str = "en") -> str:
    """The message about capitals, where there is one."""
    found = check_abbreviations(opened(epub(body, language=language)))
    return next((f.message for f in found if f.rule == "book.capitals-unexplained"), "")


@pytest.mark.parametrize(
    ("body", "language"),
    [
        (OFTEN, "en"),
        ("<p>In the end the QXR paid.</p>", "en"),
        ("<p>Am Ende zahlte die QXR Gebühren.</p>", "de"),
        ("<p>Finalement l’QXR a payé.</p>", "fr"),
        ("<p>Na het onderzoek betaalde de QXR.</p>", "nl"),
        ("<p>The QXR, they said, and QXR News paid.</p>", "en"),
    ],
)
def test_what_a_reader_must_know_is_asked_for(body, language):
    assert "QXR" in named(body, language)


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("<p>They bought it from QXR last year.</p>", "en"),  # a name that is used once
        ("<p>The QXR Golf was sold, and later the QXR 500 too.</p>", "en"),
        ("<p>The DNA of the BBC in the UK and the US was on TV, said the CEO. The CEO left.</p>", "en"),
        ("<p>Die CDU und der ADAC. Die CDU und der ADAC.</p>", "de"),
        ("<p>Os EUA e a ONU. Os EUA e a ONU.</p>", "pt"),
        ("<p>Louis XIV and Henry VIII. Later the XIV and the VIII.</p>", "en"),
        ("<p>They went OUT, and then OUT again, BEFORE noon and BEFORE dusk.</p>", "en"),
        ("<h2>QXR AND ZPO</h2><p>It rained.</p><h2>QXR AND ZPO</h2>", "en"),
        (f"<p>The Quayside Xylophone Ring (QXR) met.</p>{OFTEN}", "en"),
    ],
)
def test_names_shouts_numbers_and_what_everybody_knows_are_left_alone(body, language):
    assert not named(body, language)


def test_what_one_language_knows_another_does_not():
    body = "<p>The CDU met. The CDU met again.</p>"
    assert "CDU" in named(body, "en")


GLOSSARY = '<section role="doc-glossary"><dl><dt><dfn>QXR</dfn></dt><dd>Quayside Xylophone Ring</dd></dl></section>'


def unexplained(data: bytes) -> list[str]:
    """The messages about marked abbreviations."""
    found = check_abbreviations(opened(data))
    return [f.message for f in found if f.rule == "book.abbreviation-unexplained"]


@pytest.mark.parametrize("form", ["QXRs", "QXRes", "QXR’s", "QXR's", "QXRs’"])
def test_plural_and_genitive_of_what_is_explained_are_explained(form):
    assert not unexplained(epub(f"<p>Two <abbr>{form}</abbr> met.</p>", second=GLOSSARY))
    assert not unexplained(epub(f'<p><abbr title="Quayside Xylophone Rings">{form}</abbr>, <abbr>QXR</abbr>.</p>'))
    assert unexplained(epub("<p>Two <abbr>QXRs</abbr> met.</p>"))
    assert unexplained(epub("<p>Two <abbr>QXRT</abbr> met.</p>", second=GLOSSARY))


def test_a_form_that_is_linked_to_an_entry_of_another_name_is_explained():
    link = '<a role="doc-glossref" href="two.xhtml#x"><abbr>ZPOs</abbr></a>'
    assert not unexplained(epub(f"<p>The {link} met. Then <abbr>ZPO</abbr>.</p>", second=GLOSSARY))


def test_a_form_that_the_search_key_map_names_is_explained():
    body = "<p>The <abbr>ZPO</abbr> met.</p>"
    key_map = b'<search-key-map><search-key-group href="two.xhtml#x"><match value="QXR"><value value="ZPO"/>'
    key_map += b"</match></search-key-group></search-key-map>"
    book = opened(epub(body, second=GLOSSARY))
    item = Item(path="EPUB/map.xml", id="map", media_type="application/xml", properties=frozenset(("search-key-map",)))
    mapped = replace(book, items={**book.items, item.path: item}, files={**book.files, item.path: key_map})
    assert [f.rule for f in check_abbreviations(book)] == ["book.abbreviation-unexplained"]
    assert not list(check_abbreviations(mapped))


def test_each_chapter_is_told_its_own_abbreviations():
    found = list(check_abbreviations(opened(epub(OFTEN, second=OFTEN.replace("QXR", "ZPO") + OFTEN))))
    assert [(f.place.file, "QXR" in f.message, "ZPO" in f.message) for f in found] == [
        ("EPUB/one.xhtml", True, False),
        ("EPUB/two.xhtml", False, True),
    ]
