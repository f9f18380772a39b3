"""Passages say their language where it is not that of the text round them."""

from __future__ import annotations

import pytest

from ebook.passes.parts import parts
from tests.tools import check_noop, check_transformed


@pytest.mark.parametrize(
    "body",
    [
        "<p>Plain</p>",
        '<p><i lang="fr" xml:lang="fr">bonjour</i></p>',
        '<p dir="rtl">مرحبا</p>',
        "<p>The word مرحبا means hello</p>",
        "<p>123 – 456</p>",
    ],
)
def test_sound_marks_stay(body: str) -> None:
    check_noop(parts, body)


def test_right_to_left_passage_that_is_marked_stays() -> None:
    check_noop(parts, '<p lang="he" xml:lang="he" dir="rtl">שלום</p>')


@pytest.mark.parametrize(("stated", "tag"), [("fr_FR", "fr-FR"), ("EN-gb", "en-GB"), ("pt_br", "pt-BR")])
def test_tag_is_set_in_its_standard_form(stated: str, tag: str) -> None:
    check_transformed(parts, f'<p><i lang="{stated}">x</i></p>', f'<p><i lang="{tag}" xml:lang="{tag}">x</i></p>')


def test_mark_that_only_repeats_the_language_goes() -> None:
    check_transformed(parts, '<p>a <span lang="en">b</span> <i lang="en">c</i></p>', "<p>a b <i>c</i></p>")


def test_xml_lang_alone_sets_both() -> None:
    check_transformed(parts, '<p><i xml:lang="fr">x</i></p>', '<p><i lang="fr" xml:lang="fr">x</i></p>')


@pytest.mark.parametrize("stated", ["not a tag", "zz_bogus_123456789"])
def test_what_is_no_tag_goes_and_is_reported(stated: str) -> None:
    found = check_transformed(parts, f'<p><i lang="{stated}">x</i></p>', "<p><i>x</i></p>")
    assert [f.rule for f in found] == ["language.invalid"]
    assert stated in found[0].message


@pytest.mark.parametrize("tag", ["p", "li", "blockquote", "h2"])
def test_direction_follows_from_the_letters(tag: str) -> None:
    check_transformed(parts, f"<{tag}>مرحبا بالعالم</{tag}>", f'<{tag} dir="rtl">مرحبا بالعالم</{tag}>')


def test_direction_follows_from_the_language() -> None:
    check_transformed(
        parts,
        '<p>They say <i lang="ar">مرحبا</i> to all</p>',
        '<p>They say <i lang="ar" xml:lang="ar" dir="rtl">مرحبا</i> to all</p>',
    )
