"""Which lists of a page are glossaries, and which a reader would laugh at."""

from __future__ import annotations

import pytest

from ebook.binding.glossary import terms_in
from ebook.markup import parse


def found(body: str, language: str = "en") -> list[tuple[str, str, str]]:
    tree = parse(f'<body lang="{language}"><section><h1>Title</h1>{body}</section></body>')
    return [(t.kind, t.term, t.meaning) for t in terms_in(tree)]


def pairs(*lines: tuple[str, str]) -> str:
    return "<dl>" + "".join(f"<dt>{t}</dt><dd>{d}</dd>" for t, d in lines) + "</dl>"


NO_GLOSSARY = {
    "facts of a film": [("Director", "Ines Halloran"), ("Cast", "Tobias Renn and the children of the town")],
    "times": [("Opening hours", "From nine to five in the week"), ("Entry", "Free for all on the first Sunday")],
    "prices": [("Adults", "£12 at the door"), ("Children", "£6 with an adult")],
    "dialogue": [("ANNA", "Have you seen the boat at the quay?"), ("BORIS", "I have not seen it since the morning.")],
    "speakers": [("Anna", "The boat is at the quay."), ("Boris", "The boat is gone."), ("Anna", "The tide is high.")],
    "questions": [
        ("What is a stage?", "It is the height of the water."),
        ("Who reads it?", "The keeper of the gauge."),
    ],
    "options": [("--force", "run the handlers even if a task fails"), ("-q", "say nothing of the tasks")],
    "commands": [("last", "stops the processing of the current set"), ("break", "returns to the start of the loop")],
    "people": [
        ("Agnes Tillery", "The keeper of the bridge for nine years"),
        ("Priya Castellane", "A baker in the old town"),
    ],
    "addresses": [("Town office", "999 Riverside Avenue, Weirside 7"), ("Quay office", "12 Quay Street, Weirside 7")],
    "article data": [("Author:", "The staff of the paper"), ("Publish date:", "On the fourth of October")],
    "recipe": [("Flour", "500 g of strong white"), ("Water", "350 g at 20 degrees")],
    "German facts": [("Regie", "Ines Halloran und die Kinder"), ("Dauer", "Eine Stunde und die Pause")],
}


@pytest.mark.parametrize("kind", NO_GLOSSARY)
def test_list_that_is_no_glossary_gives_no_entry(kind: str) -> None:
    assert found(pairs(*NO_GLOSSARY[kind]), "de" if kind.startswith("German") else "en") == []


def test_list_that_reads_like_a_glossary_is_one() -> None:
    lines = [("Crest", "The highest stage of a flood."), ("Stage", "The height of the water above zero.")]
    assert found(pairs(*lines)) == [("definition", *line) for line in lines]


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("en", "Glossary"), ("en", "Glossary of terms"), ("en", "List of abbreviations"), ("en", "Key terms"),
        ("fr", "Glossaire"), ("fr", "Lexique"), ("fr", "Abréviations et sigles"), ("de", "Glossar"),
        ("de", "Abkürzungsverzeichnis"), ("es", "Glosario de términos"), ("it", "Glossario"), ("pt", "Glossário"),
        ("nl", "Begrippenlijst"), ("da", "Ordforklaring"), ("sv", "Ordlista"), ("ru", "Глоссарий"), ("ja", "用語集"),
    ],
)  # fmt: skip
def test_heading_calls_what_follows_a_glossary(language: str, heading: str) -> None:
    after = "<h2>Afterwards</h2><ul><li><b>No</b>: this is no term at all</li></ul>"
    body = f"<h2>{heading}</h2><ul><li><b>Abc</b>: xyz, mno</li></ul><h3>More</h3><p>Def – uvw rst</p>{after}"
    assert found(body, language) == [("definition", "Def", "uvw rst"), ("definition", "Abc", "xyz, mno")] or found(
        body, language
    ) == [("definition", "Abc", "xyz, mno"), ("definition", "Def", "uvw rst")]


def test_role_of_the_page_calls_a_list_a_glossary() -> None:
    assert found('<dl class="glossary"><dt>Adults</dt><dd>those of age</dd></dl>') == [
        ("definition", "Adults", "those of age")
    ]


@pytest.mark.parametrize("heads", [("Abbreviation", "Meaning"), ("Acronym", "Stands for"), ("Kürzel", "Bedeutung"), ("Sigle", "Signification")])  # fmt: skip
def test_table_of_abbreviations_is_known_by_its_header_cells(heads: tuple[str, str]) -> None:
    head = "".join(f"<th>{h}</th>" for h in heads)
    table = f"<table><tr>{head}</tr><tr><td>SDU</td><td>Submarine data unit</td></tr></table>"
    assert found(table) == [("abbreviation", "SDU", "Submarine data unit")]


def test_table_of_anything_else_is_no_glossary() -> None:
    assert (
        found("<table><tr><th>Town</th><th>Stage</th></tr><tr><td>Weirside</td><td>four metres high</td></tr></table>")
        == []
    )


def test_what_the_book_says_itself_is_no_entry() -> None:
    assert found('<h2>Glossary</h2><p class="unavailable">Image not included: the watch on an arm</p>') == []


@pytest.mark.parametrize(
    "line",
    [
        "plain language: For plain language, which means words that all understand, see below",
        "stage: see Crest",
        "stage: Stage.",
        "http: 80",
        "A line that is far too long to be a term in any glossary of this world: yes",
    ],
)
def test_line_that_explains_nothing_is_no_entry(line: str) -> None:
    assert found(f"<h2>Glossary</h2><p>{line}</p>") == []


@pytest.mark.parametrize(
    ("term", "meaning", "kind"),
    [
        ("FFH", "Flora-Fauna-Habitat", "abbreviation"),
        ("GWS", "Grundwasserspiegel", "abbreviation"),
        ("CPU", "Computer", "definition"),
        ("SDU", "Submarine data unit", "abbreviation"),
    ],
)
def test_short_form_of_one_long_word_is_an_abbreviation(term: str, meaning: str, kind: str) -> None:
    assert [k for k, _, _ in found(f"<h2>Glossary</h2><dl><dt>{term}</dt><dd>{meaning}</dd></dl>")] == [kind]


@pytest.mark.parametrize(
    ("meaning", "said"),
    [
        ("<p>A channel that brings water</p><ul><li>to a mill</li><li>to a mine</li></ul>", "A channel that brings water to a mill to a mine"),
        ("A gate<br/>for water.", "A gate for water."),
        ("<div>A wall across</div><div>a river.</div>", "A wall across a river."),
        ("A <em>gate</em>way for <b>w</b>ater.", "A gateway for water."),
        ("A place<a role='doc-noteref' href='#n'>1</a> of <ruby>water<rt>wo-ter</rt></ruby>.", "A place of water."),
    ],
)  # fmt: skip
def test_words_of_a_meaning_stay_apart_and_are_said_once(meaning: str, said: str) -> None:
    assert found(f"<h2>Glossary</h2><dl><dt>Leat</dt><dd>{meaning}</dd></dl>") == [("definition", "Leat", said)]
