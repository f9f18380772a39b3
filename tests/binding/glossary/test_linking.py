"""Uses in the text: linked where it helps, marked wherever they stand, said once to those who listen."""

from __future__ import annotations

import pytest

from ebook.model import Edition
from tests.books import book_of, find, page, tree_of

EWC = "<p>The Emergency Water Committee (EWC) met at two.</p>"
OTHER = "<p>The Early Warning Centre (EWC) rang at six.</p>"
STAGE = "<dl><dt>Stage</dt><dd>The height of the water above zero.</dd></dl>"


def words(element) -> str:
    return "".join(element.itertext())


def links(book, number: int = 1) -> list[str]:
    return [words(a) for a in find(tree_of(book, f"chapter-0{number}.xhtml"), "//h:a[@role='doc-glossref']")]


def shorts(book, number: int = 1) -> list[tuple[str, str | None]]:
    return [(words(a), a.get("title")) for a in find(tree_of(book, f"chapter-0{number}.xhtml"), "//h:abbr")]


@pytest.mark.parametrize(
    "body",
    [
        "<h2>EWC at work</h2><p>x</p>",
        "<p><code>EWC</code> <kbd>EWC</kbd></p><pre>EWC</pre>",
        '<p><a href="https://example.org/">the EWC</a></p>',
        "<p>As they wrote in <cite>The EWC at work</cite>.</p>",
        "<figure><img src='gone.png' alt='x y z'><figcaption>EWC</figcaption></figure>",
    ],
)
@pytest.mark.parametrize("which", ["first", "every"])
def test_no_link_in_headings_links_code_captions_and_titles(body: str, which: str) -> None:
    assert links(book_of(page(EWC), page(body), glossary_links=which), 2) == []


def test_first_use_of_each_chapter_is_linked_and_every_use_on_demand() -> None:
    body = EWC + "<p>The EWC met again. The EWC’s boat sank, and the EWCs of the valley slept.</p>"
    assert links(book_of(page(body), page("<p>The EWC and the EWC.</p>")), 1) == ["EWC"]
    book = book_of(page(body), page("<p>The EWC and the EWC.</p>"), glossary_links="every")
    assert links(book, 1) == ["EWC", "EWC", "EWC’s", "EWCs"]
    assert links(book, 2) == ["EWC", "EWC"]
    tree = tree_of(book, "chapter-01.xhtml")
    assert len({a.get("id") for a in find(tree, "//h:a[@role='doc-glossref'][@id]")}) == 1


def test_first_use_is_the_first_in_the_text_not_where_it_is_explained() -> None:
    book = book_of(page("<p>The EWC slept.</p>" + EWC))
    (link,) = find(tree_of(book, "chapter-01.xhtml"), "//h:a[@role='doc-glossref']")
    assert words(link.getparent()) == "The EWC slept."


def test_other_uses_are_marked_as_short_forms_and_the_expansion_is_given_once_an_article() -> None:
    book = book_of(page(EWC + "<p>The EWC slept.</p>"), page("<p>The EWC rose, and the EWC fell.</p>"))
    assert shorts(book, 1) == [("EWC", None), ("EWC", None)], "the words stand beside it"
    assert shorts(book, 2) == [("EWC", "Emergency Water Committee"), ("EWC", None)]


def test_title_of_the_author_is_kept_where_the_words_are_not_beside_it() -> None:
    body = '<p>The <abbr title="Emergency Water Committee">EWC</abbr> slept.</p>'
    assert shorts(book_of(page(body))) == [("EWC", "Emergency Water Committee")]


def test_use_leads_to_the_expansion_of_its_own_article() -> None:
    book = book_of(page(EWC), page(OTHER), page("<p>The EWC slept.</p>"))
    hrefs = [
        find(tree_of(book, f"chapter-0{n}.xhtml"), "//h:a[@role='doc-glossref']")[0].get("href") for n in (1, 2, 3)
    ]
    assert hrefs == ["glossary.xhtml#term-ewc-1", "glossary.xhtml#term-ewc-2", "glossary.xhtml#term-ewc"]
    glossary = tree_of(book, "glossary.xhtml")
    assert words(find(glossary, "//h:dd[@id='term-ewc-2']/h:p[1]")[0]) == "Early Warning Centre"
    assert shorts(book, 3) == [("EWC", None)], "nobody says which it is"


def test_two_letters_are_linked_elsewhere_only_where_the_article_speaks_of_it() -> None:
    terms = "<p>The Public Address (PA) fell silent.</p>"
    book = book_of(page(terms), page("<p>Weirside, PA, is far.</p>"), page("<p>The PA called an address.</p>"))
    assert (links(book, 2), links(book, 3)) == ([], ["PA"])


def test_compound_uses_its_short_form_and_a_number_makes_another() -> None:
    book = book_of(page(EWC), page("<p>An EWC-wide night; EWC-19 is not it.</p>"))
    assert links(book, 2) == ["EWC"]
    assert len(shorts(book, 2)) == 1


def test_terms_of_the_article_own_glossary_lead_to_that_of_the_book_and_back() -> None:
    body = f"<p>The stage rose.</p><h2>Glossary</h2>{STAGE}<table><tr><th>Sign</th><th>Meaning</th></tr></table>"
    book = book_of(page(body))
    tree = tree_of(book, "chapter-01.xhtml")
    (term,) = find(tree, "//h:dt")
    assert find(term, "h:a[@role='doc-glossref'][@href='glossary.xhtml#term-stage']")
    assert len(find(tree_of(book, "glossary.xhtml"), "//h:dt")) == 1
    assert links(book) == ["stage", "Stage"]


def test_marks_below_the_threshold_are_taken_off_and_none_is_left_in_the_book() -> None:
    from dataclasses import replace

    from ebook import themes
    from ebook.binding import bind
    from ebook.options import Options
    from tests.books import chapters_of, font

    (chapter,) = chapters_of(page("<p>A crest is the highest stage. A gauge is a good friend of ours.</p>"))
    marked = chapter.xhtml.replace(
        "A crest", 'A <dfn data-meaning="the highest stage of a flood" data-score="0.9">crest</dfn>'
    ).replace("A gauge", 'A <dfn data-meaning="a good friend" data-score="0.4">gauge</dfn>')
    for options, terms, marks in (
        (Options(), ["crest"], 1),
        (Options(glossary_threshold=0.95), [], 0),
        (Options(glossary_threshold=0.3), ["crest", "gauge"], 2),
        (Options(glossary=False), [], 1),
    ):
        book = bind([replace(chapter, xhtml=marked)], Edition(), options, themes.load("plain"), font=font())
        assert [t.term for t in book.glossary] == terms
        text = next(d.xhtml for d in book.documents if d.name == "chapter-01.xhtml")
        assert "data-meaning" not in text and "data-score" not in text
        assert text.count("<dfn") == marks
        assert "crest is the highest" in "".join(tree_of(book, "chapter-01.xhtml").itertext())


def test_japanese_and_korean_particles_do_not_hide_a_short_form() -> None:
    japanese = page("<p>洪水予報局（FFO）は昨夜開かれた。FFOは水位を見た。</p>", language="ja", title="夜")
    book = book_of(page("<p>The Flood Forecast Office (FFO) met.</p>"), japanese)
    assert links(book, 2) == ["FFO"]


@pytest.mark.parametrize("level", [2, 3, 6])
def test_expansion_is_not_said_beside_the_same_words_of_a_heading(level: int) -> None:
    body = f"<h{level}>The World Health Organization (WHO)</h{level}><p>It met at two.</p>"
    assert shorts(book_of(page(body))) == [("WHO", None)]
    said = f'<h{level}><abbr title="World Health Organization">WHO</abbr> at noon</h{level}><p>It met at two.</p>'
    assert shorts(book_of(page(said))) == [("WHO", "World Health Organization")]


def test_terms_that_begin_with_the_same_word_are_told_apart() -> None:
    terms = ("weir", "weir keeper", "weir keeper house", "Weir-gate")
    lines = "".join(f"<dt>{t}</dt><dd>What a {t} is to the people of the town.</dd>" for t in terms)
    text = page("<p>The weir keeper houses held, the weir keepers and the weir-gate too; a Weir ran.</p>")
    found = links(book_of(page(f"<dl>{lines}</dl>"), text), 2)
    assert found == ["weir keeper houses", "weir keepers", "weir-gate", "Weir"]


def test_longest_of_the_terms_of_a_script_without_spaces_is_linked() -> None:
    terms = "<dl class='glossary'><dt>水位</dt><dd>川の水の高さのことである。</dd><dt>水位計</dt><dd>水位をはかる道具のことである。</dd></dl>"
    japanese = {"language": "ja", "title": "夜"}
    book = book_of(page(terms, **japanese), page("<p>夜の水位計は川の水位を示した。</p>", **japanese))
    assert links(book, 2) == ["水位計", "水位"]


MEASURED = "<p>A measurement is a process of collecting evidence by observation.</p>"
OF_OTHERS = "<p>The measurement of torque is done at the wheel.</p>"
OF_THE_SAME = "<p>Each measurement needs evidence, and the observation of a process.</p>"


@pytest.mark.parametrize(
    ("defined", "other", "linked"),
    [
        (MEASURED, OF_OTHERS, []),
        (MEASURED, OF_THE_SAME, ["measurement"]),
        (MEASURED.replace("measurement", "stage gauge"), OF_OTHERS.replace("measurement", "stage gauge"), ["stage gauge"]),
        ("<p>A <dfn>measurement</dfn> is the process of collecting evidence.</p>", OF_OTHERS, ["measurement"]),
    ],
)  # fmt: skip
def test_a_single_word_that_a_sentence_elsewhere_defines_has_to_come_with_words_of_its_meaning(
    defined: str, other: str, linked: list[str]
) -> None:
    assert links(book_of(page(defined), page(other)), 2) == linked


def test_words_of_another_language_are_no_title() -> None:
    french = page("<p>L’EWC parle de la pluie.</p>", language="fr", title="La pluie")
    assert shorts(book_of(page(EWC), french), 2) == [("EWC", None)]
    assert shorts(book_of(page(EWC), page("<p>The EWC spoke.</p>")), 2) == [("EWC", "Emergency Water Committee")]
