"""The editor's word on the glossary wins: in the glossary, in its order, and in the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ebook.binding.glossary import decisions
from ebook.binding.glossary.decisions import _Change, _mark
from ebook.markup import parse
from ebook.model import Book, Decision, Term
from tests.binding.test_glossary_of_book import shown
from tests.books import book_of, bound, chapters_of, find, page, tree_of

SDU = "<p>The Severn Dredging Unit (SDU) dug all night.</p><p>The SDU rested at noon.</p>"
OTHER = "<p>The Student Debate Union (SDU) met in the hall.</p><p>The SDU voted twice.</p>"
STAGE = '<p>A <dfn title="The height of the water.">stage</dfn> is read twice a day. Each stage is noted.</p>'
TWO = (page(SDU), page(OTHER, title="The debate"))
FOUND = Decision(
    term="SDU",
    kind="abbreviation",
    meaning="Severn Dredging Unit",
    article="one.html",
    found_term="SDU",
    found_meaning="Severn Dredging Unit",
)


def stated(term: str, meaning: str, **more: object) -> Decision:
    return Decision(term=term, meaning=meaning, state="stated", **more)  # type: ignore[arg-type]


def forbidden(term: str, **more: object) -> Decision:
    return Decision(term=term, state="forbidden", **more)  # type: ignore[arg-type]


def book(*texts: str, by: tuple[Decision, ...] = (), **options: object) -> Book:
    return book_of(*texts, decisions=by, **options)


def titles(made: Book, name: str = "chapter-01.xhtml") -> list[str]:
    return [e.get("title", "") for e in find(tree_of(made, name), "//h:abbr[@title]")]


def words(made: Book, name: str = "chapter-01.xhtml") -> str:
    return " ".join("".join(tree_of(made, name).itertext()).split())


def tree_text(made: Book, name: str = "chapter-01.xhtml") -> str:
    return next(d.xhtml for d in made.documents if d.name == name)


# What must not change


def test_nothing_decided_changes_nothing():
    assert book(page(SDU)) == book(page(SDU), by=(FOUND,))


def test_a_decision_about_what_is_nowhere_changes_nothing():
    gone = stated("EWC", "Emergency Water Committee", found_term="EWC", found_meaning="Emergency Water Committee")
    elsewhere = stated("SDU", "Something else", article="gone.html")
    assert book(page(SDU)) == book(page(SDU), by=(gone, elsewhere, forbidden("XYZ")))


def test_no_word_of_the_text_is_lost():
    plain = words(book(page(SDU + STAGE)))
    assert words(book(page(SDU + STAGE), by=(forbidden("SDU"), forbidden("stage")))) == plain
    assert words(book(page(SDU + STAGE), by=(stated("SDU", "Silt Disposal Unit"),))) == plain


def test_case_tells_abbreviations_apart():
    assert shown(book(page(SDU), by=(forbidden("Sdu"),))) == {"SDU": ["Severn Dredging Unit"]}


# Adding


def test_an_entry_is_added_and_its_first_use_linked():
    made = book(page("<p>The weir held until noon. A weir is a patient thing.</p>"), by=(stated("weir", "A low dam."),))
    assert shown(made) == {"weir": ["A low dam."]}
    (link,) = find(tree_of(made, "chapter-01.xhtml"), "//h:a[@role='doc-glossref']")
    assert "".join(link.itertext()) == "weir"


def test_an_added_entry_needs_no_use():
    assert shown(book(page(""), by=(stated("Weir", "A low dam."),))) == {"Weir": ["A low dam."]}


def test_an_entry_for_an_article_stays_out_of_books_without_it():
    by = (stated("weir", "A low dam.", article="two.html"),)
    assert "weir" in shown(book(*TWO, by=by))
    assert "weir" not in shown(book(TWO[0], by=by))


def test_what_was_kept_stays_as_long_as_the_term_is_used():
    kept = replace(FOUND, state="stated")
    assert shown(book(page("<p>The SDU came back.</p>"), by=(kept,))) == {"SDU": ["Severn Dredging Unit"]}
    assert "glossary.xhtml" not in [d.name for d in book(page("<p>No such unit.</p>"), by=(kept,)).documents]
    assert "glossary.xhtml" not in [d.name for d in book(page("<p>An isdu, or sdu.</p>"), by=(kept,)).documents]


@pytest.mark.parametrize(
    ("term", "kind"),
    [("SDU", "abbreviation"), ("mRNA", "abbreviation"), ("weir", "definition"), ("Old Weir", "definition")],
)
def test_what_an_entry_is_shows_in_its_term(term, kind):
    (entry,) = book(page(""), by=(stated(term, "What it means here"),)).glossary
    assert (entry.kind, entry.source, entry.score, entry.language) == (kind, "editor", 1.0, "en")


# Correcting


def test_a_correction_stands_in_the_glossary_and_in_the_text():
    made = book(page(SDU), by=(replace(FOUND, meaning="Severn Dredging Union", state="stated"),))
    assert shown(made) == {"SDU": ["Severn Dredging Union"]}
    assert set(titles(made)) == {"Severn Dredging Union"}


def test_a_definition_is_corrected_in_the_text_as_well():
    made = book(page(STAGE), by=(stated("stage", "How high the water stands.", article="one.html"),))
    assert shown(made) == {"stage": ["How high the water stands."]}
    (mark,) = find(tree_of(made, "chapter-01.xhtml"), "//h:dfn[@title]")
    assert mark.get("title") == "How high the water stands."


def examples(made: Book) -> list[str]:
    return ["".join(e.itertext()) for e in find(tree_of(made, "glossary.xhtml"), "//h:q")]


def test_a_sentence_that_says_something_else_is_no_evidence_for_a_correction():
    made = book(page(SDU), by=(replace(FOUND, meaning="Silt Digging Unit", state="stated"),))
    (entry,) = made.glossary
    assert (entry.sentence, entry.articles, examples(made)) == ("", ("chapter-01.xhtml",), [])
    assert find(tree_of(made, "glossary.xhtml"), "//h:a[starts-with(@href, 'chapter-01.xhtml#')]"), "still led back to"


@pytest.mark.parametrize(
    "meaning", ["Severn Dredging Unit", "severn dredging units", "Dredging Unit", "The Severn Dredging Unit"]
)
def test_a_sentence_that_says_the_corrected_words_is_their_evidence(meaning):
    (entry,) = book(page(SDU), by=(replace(FOUND, meaning=meaning, state="stated"),)).glossary
    assert entry.sentence == "The Severn Dredging Unit (SDU) dug all night."


def test_a_sentence_that_only_uses_a_term_goes_with_any_meaning():
    text = '<p>At dusk the <abbr title="Severn Dredging Unit">SDU</abbr> dug on without a lamp.</p>'
    made = book(page(text), by=(stated("SDU", "Silt Digging Unit", article="one.html"),))
    assert examples(made) == ["At dusk the SDU dug on without a lamp."]


def test_a_definition_that_an_editor_corrects_is_not_quoted():
    text = "<p>A weir is a low dam that is built across a river to raise its level for the mills.</p>"
    found = Term(kind="definition", term="weir", meaning="").term
    made = book(page(text), by=(stated(found, "A wall under water."),))
    assert shown(made)["weir"] == ["A wall under water."] and examples(made) == []


# What stands in the text


def abbreviations(made: Book, name: str = "chapter-01.xhtml") -> list[str | None]:
    return [e.get("title") for e in find(tree_of(made, name), "//h:abbr")]


def test_a_correction_is_not_said_beside_the_words_that_it_corrects():
    by = (replace(FOUND, meaning="Silt Digging Unit", state="stated"),)
    beside = "<p>The Severn Dredging Unit (SDU) dug all night. The SDU rested at noon.</p>"
    assert abbreviations(book(page(beside), by=by)) == [None, None]
    later = beside + "<p>The SDU dug. The SDU slept.</p><p>The SDU woke.</p>"
    assert abbreviations(book(page(later), by=by)) == [None, None, "Silt Digging Unit", None, None]
    before = "<p>The SDU dug.</p>" + beside + "<p>The SDU woke.</p>"
    assert abbreviations(book(page(before), by=by)) == ["Silt Digging Unit", None, None, None]


def test_words_that_we_are_not_sure_of_are_not_contradicted_beside_them():
    made = book(page(SDU), by=(stated("SDU", "Silt Digging Unit"),), glossary_threshold=1.0)
    assert abbreviations(made) == [None, "Silt Digging Unit"]


# One article alone

PLAIN = page("<p>The SDU came back.</p>", title="The return")


def linked(made: Book, name: str) -> list[str]:
    return [a.get("href") for a in find(tree_of(made, name), "//h:a[@role='doc-glossref']")]


def test_an_entry_for_one_article_leaves_the_others_as_they_are():
    made = book(page("<p>The SDU dug.</p>"), PLAIN, by=(stated("SDU", "Severn Dredgers", article="one.html"),))
    assert shown(made) == {"SDU": ["Severn Dredgers"]}
    assert (titles(made), linked(made, "chapter-01.xhtml")) == (["Severn Dredgers"], ["glossary.xhtml#term-sdu"])
    other = tree_of(made, "chapter-02.xhtml")
    assert not find(other, "//h:abbr | //h:a[@role='doc-glossref']")
    links = find(tree_of(made, "glossary.xhtml"), "//h:a[@role='doc-backlink']")
    assert [a.get("href").partition("#")[0] for a in links] == ["chapter-01.xhtml"]


def test_an_article_keeps_its_own_meaning_beside_an_entry_for_another():
    by = (stated("SDU", "Severn Dredgers", article="one.html"),)
    made = book(page("<p>The SDU dug.</p>"), TWO[1], PLAIN, by=by)
    assert shown(made) == {"SDU": ["Severn Dredgers", "Student Debate Union"]}
    assert (titles(made), titles(made, "chapter-02.xhtml")) == (["Severn Dredgers"], [])
    assert linked(made, "chapter-02.xhtml") == ["glossary.xhtml#term-sdu-2"]
    assert titles(made, "chapter-03.xhtml") == ["Student Debate Union"], "as if there were no entry for the first"


def test_an_entry_for_several_articles_is_in_each_of_them_alone():
    by = tuple(stated("SDU", "Severn Dredgers", article=f"{name}.html") for name in ("one", "three"))
    made = book(page("<p>The SDU dug.</p>"), PLAIN, page(SDU, title="Third"), by=by)
    assert [(t.meaning, t.articles) for t in made.glossary] == [
        ("Severn Dredgers", ("chapter-03.xhtml", "chapter-01.xhtml"))
    ]
    assert [bool(linked(made, f"chapter-0{n}.xhtml")) for n in (1, 2, 3)] == [True, False, True]


def test_entries_for_two_articles_that_say_the_same_words_are_both_heard():
    same = (page(SDU), page(SDU, title="Again"), page(SDU, title="Once more"))
    by = (stated("SDU", "Diggers", article="one.html"), stated("SDU", "Dredgers", article="two.html"))
    made = book(*same, by=by)
    assert sorted((t.meaning, t.articles) for t in made.glossary) == [
        ("Diggers", ("chapter-01.xhtml",)),
        ("Dredgers", ("chapter-02.xhtml",)),
        ("Severn Dredging Unit", ("chapter-03.xhtml",)),
    ]


def test_an_entry_for_one_article_and_one_for_all():
    by = (stated("SDU", "Small Dry Upland"), stated("SDU", "Severn Dredgers", article="one.html"))
    made = book(page("<p>The SDU dug.</p>"), PLAIN, by=by)
    assert (titles(made), titles(made, "chapter-02.xhtml")) == (["Severn Dredgers"], ["Small Dry Upland"])


def test_a_definition_for_one_article_is_linked_in_it_alone():
    text = page("<p>The weir held.</p>")
    made = book(text, text, by=(stated("weir", "A low dam.", article="two.html"),))
    assert (linked(made, "chapter-01.xhtml"), len(linked(made, "chapter-02.xhtml"))) == ([], 1)


def test_other_forms_of_an_entry_for_one_article_do_not_reach_another():
    plural = page("<p>The Severn Dredging Units (SDUs) of the county met.</p>")
    by = (stated("SDU", "Severn Dredgers", also=("SDUs",), article="two.html"),)
    made = book(plural, page("<p>The SDU dug.</p>"), by=by)
    assert {t.meaning: t.articles for t in made.glossary} == {
        "Severn Dredgers": ("chapter-02.xhtml",),
        "Severn Dredging Units": ("chapter-01.xhtml",),
    }


def test_an_entry_holds_in_every_chapter_of_its_article():
    one, two = chapters_of(page("<p>The SDU dug.</p>"), PLAIN)
    made = bound(one, replace(two, source=one.source), decisions=(stated("SDU", "Diggers", article="one.html"),))
    assert (titles(made), titles(made, "chapter-02.xhtml")) == (["Diggers"], ["Diggers"])


# How much work it is


def test_thousands_of_decisions_read_each_article_once(monkeypatch):
    read: list[str] = []
    monkeypatch.setattr(decisions, "text_nodes", lambda tree: read.append("x") or iter(()))
    by = tuple(replace(FOUND, term=f"S{n}", found_term=f"S{n}", state="stated") for n in range(50))
    book(*TWO, by=by)
    assert len(read) == 2


def test_one_of_two_expansions_is_corrected():
    made = book(*TWO, by=(replace(FOUND, meaning="Severn Dredgers", state="stated"),))
    assert shown(made) == {"SDU": ["Severn Dredgers", "Student Debate Union"]}
    assert set(titles(made)) == {"Severn Dredgers"}
    assert "Severn Dredgers" not in titles(made, "chapter-02.xhtml")


def test_an_entry_of_the_editors_own_replaces_every_expansion():
    assert shown(book(*TWO, by=(stated("SDU", "Small Dry Upland"),))) == {"SDU": ["Small Dry Upland"]}


MARKED = page(
    '<p>The <abbr title="Student Debate Union">SDU</abbr> met in the hall.</p><p>The SDU voted twice.</p>',
    title="The debate",
)


@pytest.mark.parametrize(
    "theirs",
    [
        MARKED,
        page("<h2>Abbreviations</h2><dl><dt>SDU</dt><dd>Student Debate Union</dd></dl><p>The SDU met.</p>"),
    ],
    ids=["marked", "listed"],
)
def test_an_author_who_says_another_meaning_keeps_it_beside_an_entry_for_all(theirs):
    made = book(page(SDU), theirs, PLAIN, by=(stated("SDU", "Small Dry Upland"),))
    assert shown(made) == {"SDU": ["Small Dry Upland", "Student Debate Union"]}
    assert "Small Dry Upland" not in tree_text(made, "chapter-02.xhtml")
    assert set(linked(made, "chapter-02.xhtml")) == {"glossary.xhtml#term-sdu-2"}
    assert (titles(made), titles(made, "chapter-03.xhtml")) == (["Small Dry Upland"], ["Small Dry Upland"])
    assert linked(made, "chapter-03.xhtml") == ["glossary.xhtml#term-sdu-1"]


def test_two_letters_that_an_editor_explains_for_all_are_linked_beside_an_author_who_means_something_else():
    theirs = page('<p>The <abbr title="Engineering Association">EA</abbr> met.</p>')
    made = book(theirs, page("<p>The EA wrote a letter.</p>"), by=(stated("EA", "Environment Agency (England)"),))
    assert linked(made, "chapter-02.xhtml") == ["glossary.xhtml#term-ea-1"]
    assert titles(made, "chapter-02.xhtml") == ["Environment Agency (England)"]


def test_other_forms_do_not_reach_what_an_author_marked_either():
    text = page('<p>Two <abbr title="Student Debate Unions">SDUs</abbr> met.</p>')
    made = book(text, by=(stated("SDU", "Small Dry Upland", also=("SDUs",)),))
    assert shown(made) == {"SDU": ["Small Dry Upland", "Student Debate Unions"]}
    assert "Small Dry Upland" not in tree_text(made)


def test_what_an_author_marked_is_corrected_by_an_entry_for_the_article_or_about_what_was_found():
    found = Decision(
        term="SDU",
        meaning="Students Debating",
        state="stated",
        article="two.html",
        found_term="SDU",
        found_meaning="Student Debate Union",
    )
    for by in (stated("SDU", "Students Debating", article="two.html"), found):
        made = book(PLAIN, MARKED, by=(stated("SDU", "Small Dry Upland"), by))
        assert set(titles(made, "chapter-02.xhtml")) == {"Students Debating"}
        assert titles(made) == ["Small Dry Upland"]


def test_each_article_can_have_an_expansion_of_its_own():
    by = (
        stated("SDU", "Severn Dredgers", article="one.html"),
        stated("SDU", "Students Debating", article="two.html"),
    )
    made = book(*TWO, by=by)
    assert shown(made) == {"SDU": ["Severn Dredgers", "Students Debating"]}
    assert (set(titles(made)), set(titles(made, "chapter-02.xhtml"))) == ({"Severn Dredgers"}, {"Students Debating"})
    assert [t.articles for t in made.glossary] == [("chapter-01.xhtml",), ("chapter-02.xhtml",)]


def test_a_correction_for_one_article_leaves_the_same_words_of_another():
    same = (page(SDU), page(SDU, title="Again"))
    made = book(*same, by=(stated("SDU", "Severn Dredgers", article="two.html"),))
    assert shown(made) == {"SDU": ["Severn Dredgers", "Severn Dredging Unit"]}
    assert "Severn Dredgers" not in titles(made)
    assert set(titles(made, "chapter-02.xhtml")) == {"Severn Dredgers"}


def test_a_term_can_be_spelt_otherwise():
    made = book(page(SDU), by=(replace(FOUND, term="S.D.U.", state="stated"),))
    assert shown(made) == {"S.D.U.": ["Severn Dredging Unit"]}


def test_a_decision_holds_when_the_article_changes_its_words():
    old = replace(FOUND, found_meaning="Severn Digging Unit", meaning="Severn Diggers", state="stated")
    assert shown(book(page(SDU), by=(old,))) == {"SDU": ["Severn Diggers"]}
    assert shown(book(page(SDU), by=(replace(old, article="two.html"),))) == {
        "SDU": ["Severn Diggers", "Severn Dredging Unit"]
    }


# Forbidding


def test_what_is_forbidden_is_in_neither_glossary_nor_text():
    made = book(page(SDU), by=(forbidden("SDU"),))
    assert "glossary.xhtml" not in [d.name for d in made.documents]
    assert not find(tree_of(made, "chapter-01.xhtml"), "//h:abbr | //h:dfn | //h:section//h:a")


@pytest.mark.parametrize(
    "mark",
    [
        '<abbr title="Severn Dredging Unit">SDU</abbr>',
        '<abbr title="Severn Dredging Unit" id="unit">SDU</abbr>',
        '<dfn><abbr title="Severn Dredging Unit">SDU</abbr></dfn>',
        '<dfn title="The unit that dredges the Severn.">SDU</dfn>',
        "<dfn>SDU</dfn>",
    ],
)
def test_what_an_author_marked_stays_as_it_was_when_it_is_forbidden(mark):
    text = page(
        f"<p>The {mark} is the unit that dredges the river.</p><p>The Severn Dredging Unit, or {mark}, dug.</p>"
    )
    made = book(text, by=(forbidden("SDU"),))
    bare = book(text, glossary=False)
    assert "glossary.xhtml" not in [d.name for d in made.documents]
    assert tree_text(made) == tree_text(bare)


def test_one_of_two_expansions_is_forbidden():
    made = book(*TWO, by=(replace(FOUND, state="forbidden"),))
    assert shown(made) == {"SDU": ["Student Debate Union"]}
    assert "Severn Dredging Unit" not in titles(made)


def test_a_term_is_forbidden_in_one_article():
    assert shown(book(*TWO, by=(forbidden("SDU", article="two.html"),))) == {"SDU": ["Severn Dredging Unit"]}


def test_another_expansion_is_not_forbidden_with_the_first():
    by = (replace(FOUND, found_meaning="Some Dull Upland", meaning="Some Dull Upland", state="forbidden"),)
    assert shown(book(page(SDU), by=by)) == {"SDU": ["Severn Dredging Unit"]}


def test_what_is_forbidden_stays_so_when_the_article_changes_a_letter():
    by = (replace(FOUND, found_meaning="Severn Dredging Units", meaning="Severn Dredging Units", state="forbidden"),)
    assert "glossary.xhtml" not in [d.name for d in book(page(SDU), by=by).documents]


# What is said besides


def test_sounds_and_language_are_the_editors():
    by = (
        Decision(term="SDU", pronunciation="ɛs diː juː", respelling="ess-dee-YOU"),
        Decision(term="stage", language="en-GB"),
    )
    made = book(page(SDU + STAGE), by=by)
    assert {t.term: (t.pronunciation, t.respelling, t.language, t.meaning) for t in made.glossary} == {
        "SDU": ("ɛs diː juː", "ess-dee-YOU", "en", "Severn Dredging Unit"),
        "stage": ("", "", "en-GB", "The height of the water."),
    }


GERMAN = page("<p>Die Libelle saß am Wehr. Das Wehr hielt die ganze Nacht.</p>", language="de", title="Die Nacht")
JAPANESE = page("<p>川の断面は広い。</p>", language="ja", title="川")


def languages(made: Book) -> dict[str, str]:
    return {t.term: t.language for t in made.glossary}


@pytest.mark.parametrize("article", ["two.html", ""])
def test_an_own_entry_is_in_the_language_of_its_article_or_of_all_that_use_it(article):
    by = (stated("Libelle", "Ein Insekt am Wasser.", article=article), stated("断面", "川を横に切った面。"))
    made = book(page(""), GERMAN, JAPANESE, by=by)
    assert languages(made) == {"Libelle": "de", "断面": "ja"}
    terms = find(tree_of(made, "glossary.xhtml"), "//h:dt")
    assert {"".join(t.itertext()): t.get("lang") for t in terms} == languages(made)
    assert [bool(linked(made, f"chapter-0{n}.xhtml")) for n in (1, 2, 3)] == [False, True, True]


def test_an_own_entry_that_several_languages_use_is_in_that_of_the_book():
    english = page("<p>The Libelle is what they call it, and Libellen are many.</p>")
    assert languages(book(english, GERMAN, by=(stated("Libelle", "A dragonfly."),))) == {"Libelle": "en"}
    assert languages(book(page(""), GERMAN, by=(stated("Bell", "A thing that rings."),))) == {"Bell": "en"}
    own = stated("Libelle", "Une bête.", language="fr")
    assert languages(book(english, GERMAN, by=(own,))) == {"Libelle": "fr"}


def test_other_forms_lead_to_the_entry():
    text = "<p>Two SDUs came. The weirs held.</p>"
    by = (stated("SDU", "Severn Dredging Unit", also=("SDUs",)), stated("weir", "A low dam.", also=("weirs", "dam")))
    made = book(page(text), by=by)
    links = find(tree_of(made, "chapter-01.xhtml"), "//h:a[@role='doc-glossref']")
    assert [("".join(a.itertext()), a.get("href")) for a in links] == [
        ("SDUs", "glossary.xhtml#term-sdu"),
        ("weirs", "glossary.xhtml#term-weir"),
    ]


def test_a_form_that_was_found_is_no_entry_of_its_own():
    text = SDU + "<p>The Severn Dredging Units (SDUs) of the county met.</p>"
    made = book(page(text), by=(stated("SDU", "Severn Dredging Unit", also=("SDUs",)),))
    assert shown(made) == {"SDU": ["Severn Dredging Unit"]}


def test_an_editor_points_to_other_entries():
    by = (stated("SDU", "Severn Dredging Unit", see=("Weir", "nothing here")), stated("weir", "A low dam."))
    links = find(tree_of(book(page(""), by=by), "glossary.xhtml"), "//h:p[@class='see-also']/h:a")
    assert [("".join(a.itertext()), a.get("href")) for a in links] == [("weir", "#term-weir")]


def meanings(made: Book) -> list[tuple[str, list[str]]]:
    """The lines of the glossary page: of each `dt`, its text; of each `dd`, what its paragraphs say but for ways back."""
    result = []
    for line in find(tree_of(made, "glossary.xhtml"), "//h:dl/*"):
        parts = [e for e in line if e.get("class") not in ("uses", "example")] if line.tag.endswith("}dd") else [line]
        result.append((line.tag.rpartition("}")[2], [" ".join("".join(e.itertext()).split()) for e in parts]))
    return result


DREDGERS = stated("SDU", "Severn Dredgers", article="one.html", pronunciation="ˈsɛdʒu", respelling="SEDGE-oo")
STUDENTS = stated("SDU", "Students Debating", article="two.html")


def test_a_sound_stands_with_the_meaning_that_sounds_so():
    students = replace(STUDENTS, respelling="ess-dee-YOU")
    made = book(*TWO, by=(DREDGERS, students))
    assert meanings(made) == [
        ("dt", ["SDU"]),
        ("dd", ["Severn Dredgers", "SDU /ˈsɛdʒu/ (SEDGE-oo)"]),
        ("dd", ["Students Debating", "SDU (ess-dee-YOU)"]),
    ]
    sound = find(tree_of(made, "glossary.xhtml"), "//h:dd//h:span[@class='pronunciation']")
    assert [e.get("lang") for e in sound] == ["en-fonipa"]


def test_a_sound_of_one_meaning_is_not_that_of_the_other():
    assert meanings(book(*TWO, by=(DREDGERS, STUDENTS)))[:3:2] == [("dt", ["SDU"]), ("dd", ["Students Debating"])]


def test_a_sound_of_all_meanings_stands_with_the_term():
    made = book(*TWO, by=(DREDGERS, replace(STUDENTS, pronunciation="ˈsɛdʒu", respelling="SEDGE-you")))
    assert meanings(made) == [
        ("dt", ["SDU /ˈsɛdʒu/"]),
        ("dd", ["Severn Dredgers", "SDU (SEDGE-oo)"]),
        ("dd", ["Students Debating", "SDU (SEDGE-you)"]),
    ]


def test_a_sound_without_a_meaning_is_that_of_every_meaning():
    sound = Decision(term="SDU", respelling="ess-dee-YOU")
    for by in ((sound,), (sound, STUDENTS), (sound, stated("SDU", "Small Dry Upland"))):
        assert meanings(book(*TWO, by=by))[0] == ("dt", ["SDU (ess-dee-YOU)"])
    texts = (page("<p>The SDU dug.</p>"), MARKED)
    made = meanings(book(*texts, by=(sound, stated("SDU", "Small Dry Upland"))))
    assert made == [("dt", ["SDU (ess-dee-YOU)"]), ("dd", ["Small Dry Upland"]), ("dd", ["Student Debate Union"])]


def test_see_also_stands_with_the_meaning_that_it_was_said_of():
    more = (stated("Weir", "A low dam."), stated("Hall", "A large room."), stated("Crest", "A top."))
    by = (replace(DREDGERS, respelling="", pronunciation="", see=("Weir",)), replace(STUDENTS, see=("Hall",)), *more)
    lines = meanings(book(*TWO, by=by))
    at = lines.index(("dt", ["SDU"]))
    assert lines[at + 1 : at + 3] == [
        ("dd", ["Severn Dredgers", "See also: Weir"]),
        ("dd", ["Students Debating", "See also: Hall"]),
    ]
    lines = meanings(book(*TWO, by=(*by, Decision(term="SDU", see=("Crest",)))))
    assert lines[lines.index(("dt", ["SDU"])) + 3] == ("dd", ["See also: Crest"])


def test_see_also_of_what_was_found_stands_with_it():
    by = (replace(FOUND, see=("Weir",)), stated("Weir", "A low dam."))
    lines = meanings(book(*TWO, by=by))
    assert ("dd", ["Severn Dredging Unit", "See also: Weir"]) in lines and ("dd", ["Student Debate Union"]) in lines


def test_see_also_of_a_meaning_for_another_book_is_not_said_of_this_one():
    by = (replace(STUDENTS, see=("Weir",)), stated("Weir", "A low dam."))
    assert ("dd", ["Severn Dredging Unit"]) in meanings(book(TWO[0], by=by))


def test_the_words_of_an_editor_are_printed_as_they_are():
    text = page("<p>The World Tide Organisation (WTO) met.</p>") + "<p>A World Tide Organisation.</p>"
    made = book(text, by=(stated("WTO", "the World Tide Organization"),))
    assert shown(made) == {"WTO": ["the World Tide Organization"]}


# Order and threshold


def test_entries_stand_by_the_alphabet_or_as_in_the_file():
    by = (stated("Weir", "A low dam."), stated("Crest", "The highest stage."), FOUND)
    assert list(shown(book(page(SDU + STAGE), by=by))) == ["Crest", "SDU", "stage", "Weir"]
    assert list(shown(book(page(SDU + STAGE), by=by, glossary_order="file"))) == ["Weir", "Crest", "SDU", "stage"]


def test_a_long_glossary_in_the_order_of_the_file_has_no_letters():
    by = tuple(stated(f"{letter}eir {n}", "A low dam.") for n in range(12) for letter in "WA")
    made = tree_of(book(page(""), by=by, glossary_order="file"), "glossary.xhtml")
    assert not find(made, "//h:h2") and len(find(made, "//h:dt")) == 24


def test_what_is_not_sure_enough_is_left_out_unless_an_editor_kept_it():
    (sure,) = book(page("<p>The Severn Dredging Unit (SDU) dug.</p>")).glossary
    assert shown(book(page(STAGE), by=(), glossary_threshold=1.0)) == {"stage": ["The height of the water."]}
    assert sure.score <= 1
    kept = replace(FOUND, state="stated")
    assert "SDU" in shown(book(page(SDU), by=(kept,), glossary_threshold=1.0))


def test_forbidden_term_keeps_the_place_that_links_lead_to() -> None:
    tree = parse('<p>The <dfn id="def-fo" data-score="0.9">FO</dfn> met.</p>')
    was = Term(kind="abbreviation", term="FO", meaning="Flood Office")
    _mark(tree, [_Change(was=was, now=None)], {"FO": set()})
    assert [e.get("id") for e in tree.iter("span")] == ["def-fo"]


def test_what_is_forbidden_in_an_article_that_only_uses_it_is_left_alone_there() -> None:
    uses = page("<p>The SDU of the council is a sandwich.</p>", title="Lunch")
    made = book(page(SDU), uses, by=(forbidden("SDU", article="two.html"),))
    assert shown(made) == {"SDU": ["Severn Dredging Unit"]}
    assert not find(tree_of(made, "chapter-02.xhtml"), "//h:abbr | //h:a[@role='doc-glossref']")
    assert find(tree_of(made, "chapter-01.xhtml"), "//h:a[@role='doc-glossref']")


def test_other_words_for_a_short_form_are_linked_and_are_no_short_forms() -> None:
    body = SDU + "<p>The Unit slept. Then the unit woke.</p><p>A Severn Unit is rare.</p>"
    by = (stated("SDU", "Severn Dredging Unit", also=("the Unit", "Severn Unit")),)
    made = book(page(body), by=by, glossary_links="every")
    tree = tree_of(made, "chapter-01.xhtml")
    linked = ["".join(a.itertext()) for a in find(tree, "//h:a[@role='doc-glossref']")]
    assert [word for word in linked if word != "SDU"] == ["The Unit", "the unit", "Severn Unit"]
    assert {"".join(a.itertext()) for a in find(tree, "//h:abbr")} == {"SDU"}
