"""Passages that are surely in another language say so; names, titles and loan words do not."""

from __future__ import annotations

import time

import pytest

from ebook.passes.parts import parts
from ebook.passes.passages import passages
from tests.tools import chapter_of, check_noop, check_transformed, run_pass

FRENCH = "Il faut cultiver notre jardin, dit-elle, car la nuit est longue."
SPANISH = "El río subió por la noche y las calles están bajo el agua."
GERMAN = "Wir haben bis zum Mittag auf die Fähre gewartet, aber sie kam nicht."


@pytest.mark.parametrize(
    "body",
    [
        "<p>The river rose in the night, and the ferry did not come.</p>",
        f'<p lang="fr" xml:lang="fr">{FRENCH}</p>',
        f'<blockquote lang="fr" xml:lang="fr"><p>{FRENCH}</p></blockquote>',
        "<p>Antoine de Saint-Exupéry</p>",
        "<ul><li>Rio de Janeiro</li><li>Santiago de los Caballeros</li></ul>",
        "<p>It has a certain <i>je ne sais quoi</i> about it.</p>",
        "<p>They played <cite>Der Ring des Nibelungen</cite> again.</p>",
        "<pre><code>le la les des et est une dans que pour qui sur</code></pre>",
        "<p>The angles α, β and γ add up.</p>",
        "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor ut labore et dolore.</p>",
        '<header><p class="byline">Por la redacción de los que no están en la casa</p></header>',
        f"<p>The sign says {FRENCH} and nobody in the town knows why it was put up there.</p>",
    ],
)
def test_what_is_not_surely_foreign_stays_as_it_is(body: str) -> None:
    check_noop(passages, body)


@pytest.mark.parametrize("tag", ["p", "h2", "figcaption"])
def test_foreign_block_is_marked_and_reported(tag: str) -> None:
    found = check_transformed(passages, f"<{tag}>{FRENCH}</{tag}>", f'<{tag} lang="fr" xml:lang="fr">{FRENCH}</{tag}>')
    assert [f.rule for f in found] == ["language.part-found"]
    assert "fr" in found[0].message


def test_quotation_is_marked_as_a_whole() -> None:
    check_transformed(
        passages,
        f"<p>She wrote to the town about it.</p><blockquote><p>{SPANISH}</p><p>¡Agua!</p></blockquote>",
        "<p>She wrote to the town about it.</p>"
        f'<blockquote lang="es" xml:lang="es"><p>{SPANISH}</p><p>¡Agua!</p></blockquote>',
    )


def test_of_a_mixed_quotation_only_the_foreign_part_is_marked() -> None:
    english = "That is what was written on the wall of the house."
    check_transformed(
        passages,
        f"<blockquote><p>{SPANISH}</p><p>{english}</p></blockquote>",
        f'<blockquote><p lang="es" xml:lang="es">{SPANISH}</p><p>{english}</p></blockquote>',
    )


def test_emphasised_and_quoted_phrases_are_marked() -> None:
    check_transformed(
        passages,
        f"<p>The poster said <em>{GERMAN}</em> and the reply was “{FRENCH}” again, as it has been for years.</p>",
        f'<p>The poster said <em lang="de" xml:lang="de">{GERMAN}</em> and the reply was '
        f'“<span lang="fr" xml:lang="fr">{FRENCH}</span>” again, as it has been for years.</p>',
    )


def test_words_in_a_script_of_one_language_are_marked() -> None:
    check_transformed(
        passages,
        "<p>The word λόγος is older than שלום in this text of ours.</p>",
        '<p>The word <span lang="el" xml:lang="el">λόγος</span> is older than '
        '<span lang="he" xml:lang="he" dir="rtl">שלום</span> in this text of ours.</p>',
    )


def test_name_in_a_script_of_many_languages_is_not_marked() -> None:
    check_noop(passages, "<p>The minister, Владимир Иванов, was at the river (川) on that day.</p>")


def test_right_to_left_passage_gets_its_direction() -> None:
    text = "لا أعرف ماذا أفعل بكل هذه الكتب التي هنا."
    check_transformed(passages, f"<p>{text}</p>", f'<p lang="ar" xml:lang="ar" dir="rtl">{text}</p>')


def test_left_to_right_passage_in_a_right_to_left_text_gets_its_direction() -> None:
    text = "The river rose in the night, and the ferry did not come."
    arabic = "لم تكن تعرف بعد أن البيت قد بيع، ولا أعرف ماذا أفعل بكل هذه الكتب التي هنا."
    page = f"<html lang=ar><body><h1>النهر</h1><p>{arabic}</p><p>{text}</p><p>{arabic}</p></body></html>"
    assert f'<p lang="en" xml:lang="en" dir="ltr">{text}</p>' in chapter_of(page).xhtml


def test_language_that_the_words_contradict_is_corrected_and_reported() -> None:
    text = "The river rose in the night, and the ferry that we were waiting for did not come."
    found = check_transformed(passages, f'<p lang="fr">{text}</p>', f"<p>{text}</p>")
    assert [f.rule for f in found] == ["language.part-wrong"]
    found = check_transformed(passages, f'<p lang="de">{SPANISH}</p>', f'<p lang="es" xml:lang="es">{SPANISH}</p>')
    assert [f.rule for f in found] == ["language.part-wrong"]


@pytest.mark.parametrize("text", ["Bonjour", "Titre", "Rue de la Paix 4", "Chez Nous Hotel"])
def test_stated_language_of_few_words_is_believed(text: str) -> None:
    check_noop(passages, f'<p lang="cy" xml:lang="cy">{text}</p>')


def test_article_in_an_unknown_language_is_left_alone() -> None:
    body = f"<p>{SPANISH}</p>"
    result, found = run_pass(passages, f'<div lang="ast">{body}</div>')
    assert body in result
    assert found == []


def test_marks_survive_into_the_chapter() -> None:
    page = (
        "<html lang=en><body><h1>The river</h1><p>The river rose in the night and she wrote this.</p>"
        f"<blockquote><p>{FRENCH}</p></blockquote></body></html>"
    )
    chapter = chapter_of(page)
    assert '<blockquote lang="fr" xml:lang="fr">' in chapter.xhtml
    assert "language.part-found" in [f.rule for f in chapter.findings]


def test_parts_after_passages_changes_nothing_that_was_marked() -> None:
    once, _ = run_pass(passages, f"<p>{FRENCH}</p>")
    check_noop(parts, once)


@pytest.mark.parametrize(
    "body",
    ["<ul><li>a" * 150 + "</li></ul>" * 150, "<p>“" + "“la " * 20_000 + "</p>", "<p>" + "α " * 20_000 + "</p>"],
)
def test_hostile_markup_takes_no_long_time(body: str) -> None:
    start = time.process_time()
    run_pass(passages, body)
    assert time.process_time() - start < 5
