"""An article that was split over several pages is one chapter for the glossary as well."""

from __future__ import annotations

from dataclasses import replace

from ebook.checks.ours import check_ours
from ebook.epub import write
from ebook.joining import join
from ebook.model import Book, Decision
from ebook.rules import Severity
from tests.books import bound, chapters_of, find, page, tree_of

EWC = "<p>The Emergency Water Committee (EWC) met at two.</p><p>The EWC rose.</p>"


def book(*pages: str, other: str = "", **options: object) -> Book:
    """The book of one article of several pages, and of another one."""
    chapters = chapters_of(*(page(text, title="The night") for text in pages), *([page(other)] if other else []))
    split = chapters[: len(pages)]
    return bound(join(split), *chapters[len(pages) :], **options)


def links(made: Book, number: int = 1) -> list[tuple[str, str]]:
    found = find(tree_of(made, f"chapter-0{number}.xhtml"), "//h:a[@role='doc-glossref']")
    return [("".join(a.itertext()), a.get("href")) for a in found]


def is_sound(made: Book) -> bool:
    return not [f for f in check_ours(write(made), "book.epub") if f.severity.rank > Severity.REVIEW.rank]


def test_first_use_is_that_of_the_whole_article() -> None:
    made = book(EWC, "<p>The EWC met again.</p>" + EWC, other="<p>The EWC slept.</p>")
    assert links(made) == [("EWC", "glossary.xhtml#term-ewc")] == links(made, 2)
    assert len(links(book(EWC, "<p>The EWC met again.</p>", glossary_links="every"))) == 3
    assert is_sound(made)


def test_explanation_on_a_later_page_is_led_to_in_its_place() -> None:
    made = book("<p>The mill stood.</p>", '<p id="at">The Emergency Water Committee (EWC) met when the bells rang.</p>')
    tree, glossary = tree_of(made, "chapter-01.xhtml"), tree_of(made, "glossary.xhtml")
    (back,) = find(glossary, "//h:a[@role='doc-backlink']")
    (target,) = find(tree, f"//*[@id='{back.get('href').partition('#')[2]}']")
    assert back.get("href").startswith("chapter-01.xhtml#") and "".join(target.itertext()) == "EWC"
    assert "The night" in "".join(back.itertext())
    assert is_sound(made)


def test_two_pages_that_explain_the_same_give_one_entry_with_one_way_back() -> None:
    made = book(EWC, EWC)
    assert [(t.term, t.articles) for t in made.glossary] == [("EWC", ("chapter-01.xhtml",))]
    assert len(find(tree_of(made, "glossary.xhtml"), "//h:a[@role='doc-backlink']")) == 1


def test_editor_may_name_an_article_by_any_of_its_pages() -> None:
    for name in ("one.html", "two.html"):
        by = (Decision(term="EWC", meaning="Early Warning Centre", state="stated", article=name),)
        made = book("<p>The mill stood.</p>", "<p>The EWC slept.</p>", other="<p>The EWC rose.</p>", decisions=by)
        assert [(t.meaning, t.articles) for t in made.glossary] == [("Early Warning Centre", ("chapter-01.xhtml",))]
        assert (len(links(made)), links(made, 2)) == (1, [])


def test_editor_who_names_a_page_is_heard_in_a_book_of_other_articles_too() -> None:
    by = (Decision(term="EWC", meaning="Early Warning Centre", state="stated", article="two.html"),)
    one, two = chapters_of(page(EWC), page("<p>The EWC slept.</p>"))
    made = bound(one, two, decisions=by)
    assert {t.meaning: t.articles for t in made.glossary} == {
        "Emergency Water Committee": ("chapter-01.xhtml",),
        "Early Warning Centre": ("chapter-02.xhtml",),
    }
    assert not [t for t in bound(one, replace(two, source="x.html"), decisions=by).glossary if t.is_local]
