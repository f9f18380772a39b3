"""What the package document says of the book."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from ebook.binding.package import FALLBACK_MODIFIED, file_as, identifier, modified, statements
from ebook.model import Edition, Metadata, Person
from tests.books import OPF, bound, chapters_of, files_of, page, stated

FACTS = Metadata(
    title="The night",
    language="en",
    authors=("Ines Halloran",),
    publisher="The Courier",
    published="2026-03-14",
    modified="2026-03-20",
    url="https://courier.example.org/a",
    licence="CC BY 4.0",
    description="A night on the quay.",
)


def chapter(**facts: object):
    (made,) = chapters_of(page("<p>x</p>"))
    return replace(made, metadata=replace(FACTS, **facts))  # type: ignore[arg-type]


def said(edition: Edition, *chapters) -> dict[str, list[str]]:
    meta = statements(edition, chapters, [f"chapter-{n}" for n, _ in enumerate(chapters, 1)], "en")
    return {m.property: stated(meta, m.property) for m in meta if not m.refines}


def test_one_article_gives_the_book_its_facts():
    assert said(Edition(title="The night"), chapter()) == {
        "dc:title": ["The night"],
        "dc:language": ["en"],
        "dc:creator": ["Ines Halloran"],
        "dc:publisher": ["The Courier"],
        "dc:date": ["2026-03-14"],
        "dc:description": ["A night on the quay."],
        "dc:rights": ["CC BY 4.0"],
        "dc:source": ["https://courier.example.org/a"],
    }


def test_several_articles_give_people_and_sources_but_not_their_publisher():
    found = said(
        Edition(title="Nights"),
        chapter(),
        chapter(authors=("Tobias Renn", "Ines Halloran"), url="https://other.example.org/b", language="fr"),
    )
    assert found["dc:creator"] == ["Ines Halloran", "Tobias Renn"]
    assert found["dc:source"] == ["https://courier.example.org/a", "https://other.example.org/b"]
    assert found["dc:language"] == ["en", "fr"]
    assert "dc:publisher" not in found and "dc:rights" not in found


def test_editor_comes_first_and_authors_are_contributors():
    edition = Edition(
        title="Nights", creators=(Person(name="Agnes Tillery", role="edt"),), publisher="Towpath", date="2026-04"
    )
    found = said(edition, chapter())
    assert (found["dc:creator"], found["dc:contributor"], found["dc:publisher"], found["dc:date"]) == (
        ["Agnes Tillery"],
        ["Ines Halloran"],
        ["Towpath"],
        ["2026-04"],
    )
    meta = statements(edition, [chapter()], ["chapter-1"], "en")
    assert [(m.value, m.scheme) for m in meta if m.property == "role"] == [
        ("edt", "marc:relators"),
        ("aut", "marc:relators"),
    ]


def test_every_article_says_where_it_comes_from():
    meta = statements(Edition(title="Nights"), [chapter()], ["chapter-1"], "en")
    assert {m.property: m.value for m in meta if m.refines == "chapter-1"} == {
        "dcterms:title": "The night",
        "dcterms:creator": "Ines Halloran",
        "dcterms:publisher": "The Courier",
        "dcterms:issued": "2026-03-14",
        "dcterms:license": "CC BY 4.0",
        "dcterms:source": "https://courier.example.org/a",
    }


def test_series_is_stated_with_the_position():
    meta = statements(
        Edition(title="N", collection="Samples", collection_position="2"), [chapter()], ["chapter-1"], "en"
    )
    assert [(m.property, m.value, m.refines) for m in meta if "collection" in (m.id, m.refines)] == [
        ("belongs-to-collection", "Samples", ""),
        ("collection-type", "series", "collection"),
        ("group-position", "2", "collection"),
    ]


@pytest.mark.parametrize(
    ("name", "sorted_"),
    [
        ("Ines Halloran", "Halloran, Ines"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("Halloran, Ines", "Halloran, Ines"),
        ("Voltaire", "Voltaire"),
        ("水城はるか", "水城はるか"),
        ("سلمى قنديل", "سلمى قنديل"),
        ("Ana María de la Cruz", "de la Cruz, Ana María"),
    ],
)
def test_names_are_sorted_by_the_last_one(name, sorted_):
    assert file_as(name) == sorted_


def test_identifier_is_the_editors_or_the_same_every_time():
    assert identifier(Edition(identifier="urn:isbn:9780000000002"), [chapter()]) == "urn:isbn:9780000000002"
    made = identifier(Edition(title="N"), [chapter()])
    assert made == identifier(Edition(title="N"), [chapter()])
    assert made.startswith("urn:uuid:")
    assert made != identifier(Edition(title="N"), [chapter(url="https://other.example.org/")])


def test_modification_is_the_newest_date_that_is_known():
    assert modified(Edition(), [chapter(), chapter(published="2025-01-01", modified="")]) == "2026-03-20T00:00:00Z"
    assert modified(Edition(date="2026-04-01"), [chapter()]) == "2026-04-01T00:00:00Z"
    assert modified(Edition(), [chapter(published="2026", modified="")]) == FALLBACK_MODIFIED


def test_given_modification_wins():
    assert bound(chapter(), modified="2030-01-01T00:00:00Z").modified == "2030-01-01T00:00:00Z"


def test_in_the_file_ids_are_unique_and_what_is_refined_is_there():
    edition = Edition(
        title="N", creators=(Person(name="Agnes Tillery", role="edt"),), collection="Samples", collection_position="1"
    )
    root = etree.fromstring(files_of(bound(chapter(), chapter(), edition=edition, theme="dyslexia"))[OPF])
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert {e.get("refines")[1:] for e in root.iter() if e.get("refines")} <= set(ids)
