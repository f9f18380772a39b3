"""The glossary: gathered, merged, sorted, linked there and back."""

from __future__ import annotations

import pytest

from ebook.binding.glossary import merge, sort_key, terms_in
from ebook.markup import parse
from ebook.model import Edition, Term
from tests.books import book_of, find, page, tree_of

EWC = "<p>The Emergency Water Committee (EWC) met at two.</p><p>The EWC met again at four, and the EWC went home.</p>"


def abbreviation(term: str, meaning: str, language: str = "en") -> Term:
    return Term(kind="abbreviation", term=term, meaning=meaning, language=language)


def definition(term: str, meaning: str, language: str = "en") -> Term:
    return Term(kind="definition", term=term, meaning=meaning, language=language)


def found(body: str) -> list[tuple[str, str]]:
    return [(t.term, t.meaning) for t in terms_in(parse(f'<body lang="en">{body}</body>'))]


def shown(book) -> dict[str, list[str]]:
    """Terms of the glossary page with their meanings."""
    result: dict[str, list[str]] = {}
    for element in find(tree_of(book, "glossary.xhtml"), "//h:dl/*"):
        if element.tag.endswith("}dt"):
            term = "".join(element.itertext())
            result[term] = []
        else:
            result[term].append("".join(element[0].itertext()))
    return result


def test_book_without_terms_has_no_glossary():
    book = book_of(page("<p>Nothing to explain.</p>"))
    assert "glossary.xhtml" not in [d.name for d in book.documents]


def test_glossary_can_be_left_out():
    book = book_of(page(EWC), glossary=False)
    assert "glossary.xhtml" not in [d.name for d in book.documents]
    assert not find(tree_of(book, "chapter-01.xhtml"), "//h:a")


def test_terms_are_read_from_what_explains_them():
    assert found('<p><abbr title="Emergency Water Committee">EWC</abbr></p>') == [("EWC", "Emergency Water Committee")]
    assert found('<p>The <dfn title="The height of the water">stage</dfn> fell.</p>') == [
        ("stage", "The height of the water")
    ]
    assert found("<p>It rained. A <dfn>stage</dfn> is the height of the water. It fell.</p>") == [
        ("stage", "the height of the water")
    ]
    assert found('<p>A <dfn title="sluice gate">gate</dfn> is a door that holds back water.</p>') == [
        ("sluice gate", "a door that holds back water")
    ]
    assert found("<p>A <dfn>groyne</dfn> keeps sand in place.</p>") == [("groyne", "A groyne keeps sand in place.")]
    assert found("<dl><dt>Crest</dt><dt>Peak</dt><dd>The highest stage of a flood.</dd></dl>") == [
        ("Crest", "The highest stage of a flood."),
        ("Peak", "The highest stage of a flood."),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p><abbr>EWC</abbr></p>",
        "<p><abbr title='EWC'>EWC</abbr></p>",
        "<p><dfn>stage</dfn></p>",
        "<dl><dt>Price</dt><dd>5 pounds</dd></dl>",
        "<dl><dt>No definition</dt></dl>",
        "<dl><dd>No term at all here</dd></dl>",
        f"<dl><dt>{'long ' * 20}</dt><dd>A definition of it here</dd></dl>",
    ],
)
def test_what_explains_nothing_is_no_term(body):
    assert found(body) == []


def test_equal_entries_of_two_articles_are_one():
    book = book_of(page(EWC), page(EWC))
    assert shown(book) == {"EWC": ["Emergency Water Committee"]}


def test_two_meanings_of_one_abbreviation_stand_under_one_term():
    entries = merge(
        [
            abbreviation("EWC", "Emergency Water Committee"),
            abbreviation("EWC", "Early Warning Centre"),
            abbreviation("EWC", "emergency water committee."),
        ],
        "en",
    )
    assert [[m.meaning for m in e.meanings] for e in entries] == [["Emergency Water Committee", "Early Warning Centre"]]


def test_abbreviations_are_told_apart_by_case_and_terms_are_not():
    assert len(merge([abbreviation("MB", "megabyte a"), abbreviation("Mb", "megabit b")], "en")) == 2
    assert len(merge([definition("Stage", "the height"), definition("stage", "The height.")], "en")) == 1


def test_every_entry_has_an_id_of_its_own():
    entries = merge(
        [abbreviation(t, f"Meaning of {t}") for t in ("C", "C++", "C#", "c", "水位", "流量", "É", "E")], "en"
    )
    assert len({e.id for e in entries}) == 8
    assert all(e.id.isascii() and e.id[:1].isalpha() and " " not in e.id for e in entries)


def ids(*terms: str, language: str = "en") -> dict[str, str]:
    made = [abbreviation(t, f"Meaning of {t}") if t.isupper() else definition(t, f"Meaning of {t}") for t in terms]
    return {e.term: e.id for e in merge(made, language)}


def test_id_of_an_entry_does_not_change_with_its_neighbours():
    terms = ("C", "C++", "C#", "É", "E", "流量", "水位", "gauge", "cote", "côté", "Уровень", "X-2")
    together = ids(*terms)
    assert {t: ids(t)[t] for t in terms} == together
    assert len(set(together.values())) == len(terms)
    assert (together["C"], together["gauge"]) == ("term-c", "term-gauge")


def test_second_meaning_and_a_term_with_a_number_do_not_share_an_id():
    two = [abbreviation("EWC", "Emergency Water Committee"), abbreviation("EWC", "Early Warning Centre")]
    first, second = merge([*two, abbreviation("EWC-2", "Emergency Water Committee Two")], "en")
    assert second.id not in {first.id, *(first.target(n) for n in range(2))}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["apple", "Banana", "cherry", "éclair", "egg", "zebra"]),
        ("de", ["Apfel", "Ärger", "Ofen", "öffnen", "Zug"]),
        ("sv", ["apa", "zon", "ånga", "ärta", "öga"]),
        ("da", ["abe", "zone", "ænder", "øje", "å"]),
        ("es", ["nube", "ñandú", "oca"]),
        ("fr", ["cote", "côté", "coter"]),
        ("pl", ["lampa", "łódź", "mama"]),
        ("cs", ["cena", "čas", "den"]),
        ("en", ["flood", "flood plain", "floodgate"]),
        ("ja", ["あめ", "かわ", "みず"]),
    ],
)
def test_entries_are_sorted_as_the_language_sorts(language, words):
    entries = merge([definition(w, f"The meaning of {w}.") for w in reversed(words)], language)
    assert [e.term for e in entries] == words
    assert sorted(words, key=lambda w: sort_key(w, language)) == words


def test_first_use_links_to_the_entry_and_the_entry_back_to_each_article():
    book = book_of(page(EWC), page("<p>In the morning the EWC slept.</p>"))
    entry = find(tree_of(book, "glossary.xhtml"), "//h:dt")[0].get("id")
    for number in (1, 2):
        (link,) = find(tree_of(book, f"chapter-0{number}.xhtml"), "//h:a[@role='doc-glossref']")
        assert link.get("href") == f"glossary.xhtml#{entry}"
        assert "".join(link.itertext()) == "EWC"
        assert find(tree_of(book, "glossary.xhtml"), f"//h:a[@href='chapter-0{number}.xhtml#{link.get('id')}']")


@pytest.mark.parametrize(
    "body",
    [
        "<h2>EWC</h2><p>x</p>",
        "<p><code>EWC</code></p>",
        '<p><a href="https://example.org/">the EWC</a></p>',
        "<pre>EWC</pre>",
        "<p>The EWCX and the PEWC, e-EWC.</p>",
        "<p>As they wrote in <cite>The EWC at work</cite>.</p>",
        "<figure><img src='gone.png' alt='x y z'><figcaption>EWC</figcaption></figure>",
    ],
)
def test_term_is_not_linked_where_a_link_would_disturb(body):
    assert not find(tree_of(book_of(page(EWC), page(body)), "chapter-02.xhtml"), "//h:a[@role='doc-glossref']")


def test_definition_is_linked_in_its_own_language_alone():
    terms = "<dl><dt>Stage</dt><dd>The height of the water above zero.</dd></dl>"
    german = page(
        "<p>Die Stage der Stadt war an diesem Abend geschlossen, und das Publikum ging nach Hause.</p>",
        language="de",
        title="Die Nacht",
    )
    assert not find(tree_of(book_of(page(terms), german), "chapter-02.xhtml"), "//h:a[@role='doc-glossref']")


def test_words_keep_their_form_when_they_are_linked():
    tree = tree_of(
        book_of(
            page("<dl><dt>Stage</dt><dd>The height of the water above zero.</dd></dl>"),
            page("<p>All stages fell, then the stage rose.</p>"),
        ),
        "chapter-02.xhtml",
    )
    assert "All stages fell, then the stage rose." in "".join(tree.itertext())
    assert ["".join(a.itertext()) for a in find(tree, "//h:a[@role='doc-glossref']")] == ["stages"]


def test_explanation_in_another_language_says_so():
    french = page(
        "<p>Le Comité de gestion des eaux (CGE) siège. Le niveau des eaux est dans les mains de ce comité.</p>",
        language="fr",
        title="La nuit",
    )
    book = book_of(page("<p>x</p>"), page("<p>y</p>"), french, edition=Edition(language="en"))
    (meaning,) = find(tree_of(book, "glossary.xhtml"), "//h:dd/h:p[1]")
    assert (meaning.get("lang"), meaning.text) == ("fr", "Comité de gestion des eaux")


def test_terms_with_signs_of_patterns_in_them_are_plain_words():
    book = book_of(
        page(
            "<dl><dt>C++ (new)</dt><dd>A language for programming machines.</dd><dt>a.b*</dt><dd>A pattern that means nothing much.</dd></dl><p>We use C++ (new) and axb here.</p>"
        )
    )
    assert list(shown(book)) == ["a.b*", "C++ (new)"]
    linked = ["".join(a.itertext()) for a in find(tree_of(book, "chapter-01.xhtml"), "//h:a[@role='doc-glossref']")]
    assert "C++ (new)" in linked and "axb" not in linked
