"""Phonetic writing: marked in the text, said with the term in the glossary."""

from __future__ import annotations

import pytest

from ebook.passes.pronunciations import phonetic, pronunciations
from tests.books import book_of, find, page, tree_of
from tests.tools import check_noop, check_transformed, words_of


@pytest.mark.parametrize(
    "body",
    [
        "<p>The file is in /usr/share/doc/ and /home/.</p>",
        "<p>He or she and/or they</p>",
        "<p>See [12] and [a note].</p>",
        "<p><code>/ˈaɪ/</code></p>",
        '<p><span lang="en-fonipa" xml:lang="en-fonipa">/ˈaɪ/</span></p>',
    ],
)
def test_what_is_no_phonetic_writing_stays(body):
    check_noop(pronunciations, body)


IPA = '<span lang="en-fonipa" xml:lang="en-fonipa">{}</span>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>IP /ˌaɪˈpiː/ is</p>", f"<p>IP {IPA.format('/ˌaɪˈpiː/')} is</p>"),
        ("<p>IP [ˌaɪˈpiː] is</p>", f"<p>IP {IPA.format('[ˌaɪˈpiː]')} is</p>"),
        (
            '<p><span class="IPA">/lwa/</span></p>',
            '<p><span class="IPA" lang="en-fonipa" xml:lang="en-fonipa">/lwa/</span></p>',
        ),
        (
            '<p><span class="IPA" lang="fr">lwaʁ</span></p>',
            '<p><span class="IPA" lang="fr-fonipa" xml:lang="fr-fonipa">lwaʁ</span></p>',
        ),
    ],
)
def test_phonetic_writing_says_what_it_is(before, after):
    check_transformed(pronunciations, before, after)


def test_tag_of_phonetic_writing():
    assert [phonetic(t) for t in ("en-GB", "", "fr-fonipa")] == ["en-GB-fonipa", "und-fonipa", "fr-fonipa"]


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("A <dfn>levee</dfn> (/ˈlɛvi/) is a long wall of earth beside a river.", "levee /ˈlɛvi/"),
        (
            'A <dfn>levee</dfn> <span class="IPA">/ˈlɛvi/</span>, LEV-ee, is a long wall of earth beside a river.',
            "levee /ˈlɛvi/ (LEV-ee)",
        ),
        ("A <dfn>levee</dfn> (pronounced “LEV-ee”) is a long wall of earth beside a river.", "levee (LEV-ee)"),
        (
            "A <dfn>levee</dfn> (/ˈlɛvi/; pronounced LEV-ee) is a long wall of earth beside a river.",
            "levee /ˈlɛvi/ (LEV-ee)",
        ),
        ("A <dfn>levee</dfn> is a long wall of earth beside a river.", "levee"),
        ("A <dfn>levee</dfn> is a long wall of earth beside a river (a <em>dune</em>, /djuːn/, is not).", "levee"),
        (
            "A <dfn><ruby>堤防<rp>(</rp><rt>ていぼう</rt><rp>)</rp></ruby></dfn> is a long wall of earth beside a river.",
            "堤防 (ていぼう)",
        ),
    ],
)
def test_glossary_says_how_a_term_sounds(text, entry):
    book = book_of(page(f"<p>{text}</p>"))
    (term,) = find(tree_of(book, "glossary.xhtml"), "//h:dt")
    assert words_of(term) == entry
    for sound in find(term, ".//h:span[@class='pronunciation']"):
        assert sound.get("lang") == "en-fonipa"
