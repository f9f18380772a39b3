"""Documents of one book can be told apart, and nothing empty stands where a decoration is missing."""

from __future__ import annotations

import pytest

from ebook.model import Edition, Person
from tests.books import book_of, find, page, tree_of


def test_articles_of_one_title_get_numbered_titles_and_keep_their_headings() -> None:
    book = book_of(page("<p>a</p>"), page("<p>b</p>"))
    trees = [tree_of(book, f"chapter-0{n}.xhtml") for n in (1, 2)]
    assert [find(t, "//h:title")[0].text for t in trees] == ["The night of the flood (1)", "The night of the flood (2)"]
    assert [find(t, "//h:h1")[0].text for t in trees] == ["The night of the flood"] * 2


def test_title_that_stands_once_stays_as_it_is() -> None:
    assert find(tree_of(book_of(page("<p>a</p>")), "chapter-01.xhtml"), "//h:title")[0].text == "The night of the flood"


def test_missing_decoration_leaves_no_empty_paragraph() -> None:
    book = book_of(page('<p><img src="https://example.org/wave.png" alt="" width="300" height="40"></p><p>b</p>'))
    assert find(tree_of(book, "chapter-01.xhtml"), "//h:p[not(node())]") == []


@pytest.mark.parametrize(("count", "named"), [(6, True), (7, False)])
def test_cover_of_many_people_is_described_without_their_names(count: int, named: bool) -> None:
    people = tuple(Person(name=f"Ines Halloran {n}") for n in range(count))
    cover = tree_of(book_of(page("<p>a</p>"), edition=Edition(creators=people)), "cover.xhtml")
    assert ("Halloran" in find(cover, "//h:img")[0].get("alt", "")) == named


def test_source_in_another_language_is_marked_so() -> None:
    german = page(
        "<p>Der Fluss stieg in der Nacht, und am Morgen stand er an der zweiten Stufe der Treppe.</p>",
        title="Die Nacht der Flut",
        language="de",
        head='<link rel="canonical" href="https://example.org/nacht"><meta property="og:site_name" content="Müllers Blatt">',
    )
    sources = tree_of(book_of(page("<p>a</p>"), page("<p>b</p>", title="The day after"), german), "sources.xhtml")
    link = find(sources, "//h:dd//h:a[@href='https://example.org/nacht']")[0]
    assert link.get("lang") == "de"
