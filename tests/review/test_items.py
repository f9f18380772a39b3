"""Every decision has a line, and a key that lasts as long as the decision does."""

from __future__ import annotations

import pytest

from ebook import pipeline
from ebook.review.items import key_of
from tests.books import page
from tests.review.folder import ALT, BODY, of_kind, reviewed, write_folder


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> pipeline.Review:
    return reviewed(tmp_path_factory.mktemp("items"))


def keys(found: pipeline.Review) -> dict[str, set[str]]:
    return {kind: {i.key for i in of_kind(found, kind)} for kind in {i.kind for i in found.items}}


def test_every_kind_of_decision_is_listed(found):
    kinds = [i.kind for i in found.items]
    assert kinds == ["alt", "decorative", "table", "passage", "term", "term", "article"]
    assert {i.article.rsplit("/", 1)[-1] for i in found.items} == {"a.html"}


def test_alt_text_stands_with_its_picture(found):
    (alt,) = of_kind(found, "alt")
    assert (alt.decision, alt.language) == (ALT, "en")
    assert alt.picture in found.opened.files


def test_table_shows_its_first_rows_and_which_cells_became_headers(found):
    (table,) = of_kind(found, "table")
    assert table.decision == "2 column headers: Gauge, Level; 2 row headers: Bridge, Mill"
    assert table.rows[1] == (("Bridge", True), ("7.1", False))


def test_passage_names_its_words_and_language(found):
    (passage,) = of_kind(found, "passage")
    assert (passage.decision, passage.what[:12]) == ("fr", "Il faut cult")


def test_glossary_entry_names_term_meaning_and_article(found):
    assert [(i.what, i.decision) for i in of_kind(found, "term")] == [
        ("Crest", "=The highest stage of a flood."),
        ("EWC", "Emergency Water Committee"),
    ]


def test_every_meaning_has_a_line_with_its_own_articles(tmp_path):
    pages = {
        "one.html": "<p>The Emergency Water Committee (EWC) met. The IT slept.</p>",
        "two.html": "<p>The Early Warning Centre (EWC) rang.</p>",
        "three.html": "<p>The EWC rose with the IT of the town, and all of it with the tide.</p>",
    }
    for name, body in pages.items():
        (tmp_path / name).write_text(page(body, title=f"The tide, {name}"), encoding="utf-8")
    (tmp_path / "glossary.toml").write_text(
        '[[term]]\nterm = "IT"\nmeaning = "information technology"\narticle = "three.html"\n'
        '[[term]]\nterm = "ide"\nmeaning = "A fish."\n',
        encoding="utf-8",
    )
    found = pipeline.review(*(tmp_path / name for name in pages))
    assert [(i.what, i.decision, i.article.replace(f"{tmp_path}/", "")) for i in of_kind(found, "term")] == [
        ("EWC", "Emergency Water Committee", "one.html"),
        ("EWC", "Early Warning Centre", "two.html"),
        ("ide", "A fish.", "EPUB/glossary.xhtml"),
        ("IT", "information technology", "three.html"),
    ]


WITH_SENTENCE = "<p>On the Lower Severn the Emergency Water Committee (EWC) met at two in the night.</p>"


def terms_with(folder, glossary: str, body: str = WITH_SENTENCE):
    """The lines of the glossary of one page, with this word of its editor."""
    (folder / "one.html").write_text(page(body), encoding="utf-8")
    (folder / "glossary.toml").write_text(glossary, encoding="utf-8")
    return of_kind(pipeline.review(folder / "one.html"), "term")


def test_entry_shows_its_sentence_and_who_says_so(tmp_path):
    marked = '<p>The <abbr title="Gauge Board">GB2</abbr> came.</p>'
    listed = (
        "<h2>Glossary</h2><dl><dt>weir</dt><dd>A low dam across a river.</dd><dt>sill</dt><dd>A step in it.</dd></dl>"
    )
    own = '[[term]]\nterm = "quay"\nmeaning = "Where boats land."\n'
    lines = {i.what: i for i in terms_with(tmp_path, own, WITH_SENTENCE + marked + listed)}
    assert {what: i.said_by for what, i in lines.items()} == {
        "EWC": "Found in the text",
        "GB2": "Marked by the author",
        "weir": "Listed in a glossary of the article",
        "sill": "Listed in a glossary of the article",
        "quay": "The editor’s word",
    }
    sentence = "On the Lower Severn the Emergency Water Committee (EWC) met at two in the night."
    assert (lines["EWC"].sentence, lines["EWC"].place) == (sentence, "EPUB/chapter-01.xhtml")
    assert lines["EWC"].told == f"Emergency Water Committee\nFound in the text: “{sentence}”"
    assert lines["quay"].told == "Where boats land.\nThe editor’s word"
    assert lines["quay"].place == "EPUB/chapter-01.xhtml"  # which only uses it
    (unused,) = terms_with(tmp_path, own.replace("quay", "staithe"), "<p>All quiet.</p>")
    assert unused.place.startswith("EPUB/glossary.xhtml, line ")


def test_other_forms_and_pointers_are_approved_with_their_entry(tmp_path):
    entry = '[[term]]\nterm = "EWC"\nmeaning = "Emergency Water Committee"\n'
    (bare,) = terms_with(tmp_path, entry)
    assert bare.key == key_of("term", "EWC", "Emergency Water Committee")  # approvals from before still count
    (sounded,) = terms_with(tmp_path, entry + 'note = "x"\n')
    (also,) = terms_with(tmp_path, entry + 'also = ["EWCs", "Committee"]\n')
    (turned,) = terms_with(tmp_path, entry + 'also = ["Committee", "EWCs"]\n')
    (see,) = terms_with(tmp_path, entry + 'see = ["EWCs", "Committee"]\n')
    assert sounded.key == bare.key and also.key == turned.key and len({bare.key, also.key, see.key}) == 3
    assert (also.forms, see.forms) == ("also: Committee, EWCs", "see: Committee, EWCs")
    assert also.told.splitlines()[1] == also.forms


def test_meaning_that_no_article_states_names_those_that_use_its_term(tmp_path):
    (tmp_path / "one.html").write_text(page("<p>The EWC rose.</p>"), encoding="utf-8")
    meanings = ("Emergency Water Committee", "Early Warning Centre")
    entries = "".join(f'[[term]]\nterm = "EWC"\nmeaning = "{m}"\n' for m in meanings)
    (tmp_path / "glossary.toml").write_text(entries, encoding="utf-8")
    lines = of_kind(pipeline.review(tmp_path / "one.html"), "term")
    assert [(i.decision, i.article) for i in lines] == [(m, str(tmp_path / "one.html")) for m in meanings]


def test_header_cells_of_the_author_are_no_guess(tmp_path):
    body = "<table><tr><th>Gauge</th><th>Level</th></tr><tr><td>Bridge</td><td>7.1</td></tr></table>"
    assert not of_kind(reviewed(tmp_path, body=body), "table")


def test_passage_that_the_author_marked_is_no_guess(tmp_path):
    body = '<p>He wrote: <i lang="fr">Il faut cultiver notre jardin, et nous ne pouvons pas attendre.</i></p>'
    assert not of_kind(reviewed(tmp_path, body=body), "passage")


def test_undescribed_picture_cannot_be_approved(tmp_path):
    found = reviewed(tmp_path, body=BODY.replace(' alt="{alt}"', ""))
    (item,) = of_kind(found, "undescribed")
    assert item.is_blocking and "must be described" in item.decision


def test_language_that_nobody_stated_is_a_decision(tmp_path):
    folder = tmp_path
    found = reviewed(folder)
    (folder / "a.html").write_text(page(BODY.replace("{alt}", ALT)).replace('<html lang="en">', "<html>"))
    (item,) = of_kind(pipeline.review(folder / "book.toml"), "language")
    assert item.decision.startswith("en (") and not of_kind(found, "language")


def test_review_findings_are_listed_once(tmp_path):
    body = BODY + '<p>More is told <a href="https://example.org/flood">here</a>.</p>'
    vague = [i for i in of_kind(reviewed(tmp_path, body=body), "finding") if "here" in i.what]
    assert len(vague) == 1 and vague[0].decision.startswith("as it is")


def test_keys_are_the_same_from_another_folder_and_run(found, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert keys(reviewed(tmp_path / "elsewhere")) == keys(found)


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ('alt="{alt}"', 'alt="The delta in flood"', {"alt"}),
        ('src="delta.png"', 'src="rule.png"', {"alt"}),
        ("<td>6.4</td>", "<td>6.5</td>", {"table", "article"}),
        ("<tr><td>Gauge</td><td>Level</td></tr>", "<tr><td><b>Gauge</b></td><td><b>Level</b></td></tr>", set()),
        ("cultiver notre jardin", "cultiver son jardin", {"passage", "article"}),
        ("The highest stage of a flood", "The highest stage of a river", {"term", "article"}),
        ("met at two", "met at three", {"article"}),
    ],
)
def test_key_is_lost_with_the_decision_and_with_nothing_else(found, tmp_path, before, after, changed):
    assert before in BODY
    now, then = keys(reviewed(tmp_path, body=BODY.replace(before, after))), keys(found)
    assert {kind for kind in then if now.get(kind) != then[kind]} == changed


def test_the_same_decision_in_two_places_is_one_line(tmp_path):
    body = BODY + '<p>Again <img src="delta.png" alt="{alt}"></p>'
    (alt,) = of_kind(reviewed(tmp_path, body=body), "alt")
    assert alt.place.count("line") == 2


def test_findings_of_two_articles_of_one_name_are_two_decisions(tmp_path):
    body = '<p>More is told <a href="https://example.org/flood">here</a>.</p>'
    for name in ("north", "south"):
        write_folder(tmp_path / name, body=body + f"<p>Of the {name}.</p>")
    plan = tmp_path / "book.toml"
    plan.write_text('title = "Floods"\narticles = ["north/a.html", "south/a.html"]\n')
    found = of_kind(pipeline.review(plan), "finding")
    vague = [i for i in found if "here" in i.what]
    assert sorted(i.article.split("/")[-2] for i in vague) == ["north", "south"]
