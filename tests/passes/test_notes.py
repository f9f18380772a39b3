"""Notes stand at the end with links there and back; other links and raised figures stay."""

from __future__ import annotations

import pytest

from ebook.markup import EPUB_TYPE, parse, text_of
from ebook.passes.notes import notes
from tests.tools import check_finds, check_noop, check_transformed, run_pass


def noted(body: str, **article: object) -> tuple[str, list[str], list[str]]:
    """The text before the notes, the text of each note without its way back, and the labels of the references."""
    result, _ = run_pass(notes, body, **article)
    tree = parse(f"<body>{result}</body>")
    section = next(s for s in tree.iter("section") if s.get("role") == "doc-endnotes")
    rows = ["".join(map(str, row.itertext())).replace("↩", "") for row in section.iter("li")]
    references = [text_of(a) for a in tree.iter("a") if a.get(EPUB_TYPE) == "noteref"]
    tree.remove(section)
    return text_of(tree), [" ".join(row.split()) for row in rows], references


@pytest.mark.parametrize(
    "body",
    [
        '<p>See <a href="#rain">Section 2</a>.</p><h2 id="rain">Rain</h2><p>x</p>',
        '<p><a href="#a">A</a> <a href="#b">B</a></p><dl><dt id="a">A</dt><dd>x</dd><dt id="b">B</dt><dd>y</dd></dl>',
        "<p>The 1<sup>st</sup> of May.</p><p>1. May was wet.</p>",
        "<p>Over 7 km<sup>2</sup> of land.</p><p>It rained.</p><p>2 boats sank.</p>",
        '<p>Text<sup><a href="https://example.org/#n1">1</a></sup></p>',
    ],
)
def test_what_is_no_note_stays(body: str) -> None:
    check_noop(notes, body)


@pytest.mark.parametrize(
    "target",
    [
        '<a href="https://example.org/report#p4">Report</a>',
        '<a href="#rain">Rain</a>',
        '<a href="page.html#x">here</a>',
    ],
)
def test_links_in_the_words_of_a_note_stay(target: str) -> None:
    _, rows, _ = noted(
        f'<h2 id="rain">Rain</h2><p>Text<sup><a href="#n1">1</a></sup></p><ol><li id="n1">See {target} for more.</li></ol>'
    )
    word = target.split(">")[1].split("<")[0]
    assert rows == [f"See {word} for more."]


def test_note_and_reference_lead_to_each_other() -> None:
    check_transformed(
        notes,
        '<p>Text<sup><a href="#fn1">1</a></sup> on</p><hr/><ol><li id="fn1">A note.</li></ol>',
        '<p>Text<a href="#note-1" id="noteref-1" role="doc-noteref" epub:type="noteref">1</a> on</p>'
        '<section epub:type="endnotes" role="doc-endnotes" aria-labelledby="notes-title"><h2 id="notes-title">Notes</h2>'
        '<ol><li id="note-1">A note. <a href="#noteref-1" role="doc-backlink" epub:type="backlink" '
        'aria-label="Back to note 1 in the text">↩</a></li></ol></section>',
    )


@pytest.mark.parametrize(
    "body",
    [
        '<p>Text<sup class="reference" id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup></p><ol><li id="cite_note-1">'
        '<span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span> <span>A note.</span></li></ol>',
        '<p>Text<a class="footnote-ref" href="#fn1" id="r1"><sup>1</sup></a></p>'
        '<section class="footnotes"><hr/><ol><li id="fn1"><p>A note. <a href="#r1" class="footnote-back">↩︎</a></p></li></ol></section>',
        '<p>Text<a href="#n1">[1]</a></p><p><a name="n1"></a>[1] A note.</p>',
        '<p>Text<a href="https://example.org/river#n1"><sup>1</sup></a></p><p id="n1">1. A note.</p>',
        "<p>Text<sup>1</sup></p><p>1. A note.</p>",
        "<p>Text<sup>*</sup></p><p>* A note.</p>",
        '<p>Text<sup><a href="#a">a</a></sup></p><table><tr><td id="a">A note.</td></tr></table>',
    ],
)
def test_notes_are_found_in_the_habits_of_the_web(body: str) -> None:
    text, rows, references = noted(body)
    assert rows == ["A note."]
    assert references == ["1"]
    assert text == "Text1"


def test_notes_stand_in_the_order_of_their_references() -> None:
    _, rows, references = noted(
        '<p>T<sup><a href="#b">2</a></sup> U<sup><a href="#a">1</a></sup></p><ol><li id="a">A</li><li id="b">B</li></ol>'
    )
    assert rows == ["B", "A"]
    assert references == ["1", "2"]


def test_note_with_two_references_has_two_named_ways_back() -> None:
    result, _ = run_pass(
        notes, '<p>a<sup><a href="#n1">1</a></sup> b<sup><a href="#n1">1</a></sup></p><p id="n1">1. One.</p>'
    )
    assert 'aria-label="Back to note 1 (1) in the text"' in result
    assert 'href="#noteref-1-2"' in result and 'id="noteref-1-2"' in result


def test_notes_that_share_a_paragraph_keep_their_numbers() -> None:
    _, rows, references = noted(
        '<p>T<sup><a href="#n1">1</a></sup> U<sup><a href="#n2">2</a></sup></p><p><a id="n1"></a>1. One.<br/><a id="n2"></a>2. Two.</p>'
    )
    assert references == ["1", "2"]
    assert rows == ["One.", "Two."]


def test_title_of_the_author_stands_over_the_notes() -> None:
    result, _ = run_pass(
        notes, '<p>T<sup><a href="#n1">1</a></sup></p><h3>References</h3><ol><li id="n1">One.</li></ol>'
    )
    assert result.count("References") == 1
    assert '<h2 id="notes-title">References</h2>' in result


def test_text_after_the_notes_stays_in_the_text() -> None:
    text, rows, _ = noted(
        '<p>T<sup><a href="#n1">1</a></sup></p><ol><li id="n1">One.</li></ol><p>About the author.</p>'
    )
    assert text.endswith("About the author.")
    assert rows == ["One."]


def test_note_that_nothing_refers_to_is_kept_and_reported() -> None:
    body = '<p>T<sup><a href="#n1">1</a></sup></p><ol><li id="n1">One.</li><li>Two, never cited.</li></ol>'
    check_finds(notes, body, "note.unreferenced")
    assert noted(body)[1] == ["One.", "Two, never cited."]
