"""Plain text to paragraphs."""

from __future__ import annotations

import pytest

from ebook.errors import UnreadableInput
from ebook.markup import LINE, parse
from ebook.sources.text import read_text


def paragraphs(text: str) -> list[str]:
    return [p.text or "" for p in parse(read_text(text, "a.txt").body).iter("p")]


def test_one_paragraph_a_line_stays_so():
    long = "The river rose in the night and stood at the second step of the quay when the bakers came to work, as it had in 1953."
    assert paragraphs(f"{long}\n{long}\nBy Ines Halloran\n") == [long, long, "By Ines Halloran"]


def test_short_lines_are_not_joined():
    assert paragraphs("NEWS\nBy Ines Halloran\n14 March 2026\n\nThe river rose.\n") == [
        "NEWS",
        "By Ines Halloran",
        "14 March 2026",
        "The river rose.",
    ]


def test_lines_wrapped_by_hand_are_joined():
    text = (
        "The river rose in the night and stood at the second step\nof the quay when the bakers came to work, as it had been\nin the year of the great flood.\n"
        "\nNobody had slept that night. The bells had been ringing\nsince two, and the pumps ran.\n"
    )
    assert paragraphs(text) == [
        "The river rose in the night and stood at the second step of the quay when the bakers came to work, as it had been in the year of the great flood.",
        "Nobody had slept that night. The bells had been ringing since two, and the pumps ran.",
    ]


WRAPPED = "The river rose in the night and stood at the second {}\n{} of the quay when the bakers came to their work that day,\nas it had been in the year of the great flood.\n"


def test_word_divided_at_the_end_of_a_line_is_mended():
    assert "the second evacuation of the quay" in paragraphs(WRAPPED.format("evacu-", "ation"))[0]


def test_soft_hyphen_at_the_end_of_a_line_goes():
    assert "the second evacuation of the quay" in paragraphs(WRAPPED.format("evacu\u00ad", "ation"))[0]


def test_compound_with_a_capital_keeps_its_hyphen_and_gets_no_space():
    assert "the second Anglo-Saxon of the quay" in paragraphs(WRAPPED.format("Anglo-", "Saxon"))[0]


def test_wrapped_japanese_is_joined_without_spaces():
    line = "夜のうちに川の水が増えて、朝には岸の二段目まで来ていました。町の人たちは図書館の本を二階に運び、水が"
    assert paragraphs(f"{line}\n{line}\n引くのを待ちました。\n") == [f"{line}{line}引くのを待ちました。"]


def test_items_of_a_wrapped_text_begin_anew():
    text = (
        "Bring with you, when the bells begin to ring in the night:\n- a lamp, and oil for it, enough for at least two nights,\n  better for three\n"
        "- bread\n1. and the book of the house, wrapped up well against water\n"
    )
    assert paragraphs(text)[1:] == [
        "- a lamp, and oil for it, enough for at least two nights, better for three",
        "- bread",
        "1. and the book of the house, wrapped up well against water",
    ]


def test_lines_that_only_look_empty_part_paragraphs():
    assert paragraphs("One.\n \u00a0\t\nTwo.\n\u200b\nThree.\fFour.\n") == ["One.", "Two.", "Three.", "Four."]


def test_every_paragraph_knows_its_line():
    body = parse(read_text("\n\nOne.\n\nTwo.\nThree.\n", "a.txt").body)
    assert [p.get(LINE) for p in body.iter("p")] == ["3", "5", "6"]


def test_characters_that_xml_forbids_go_and_markup_is_text():
    assert paragraphs("a\x08b <b>&amp;</b> c\n") == ["ab <b>&amp;</b> c"]


@pytest.mark.parametrize("text", ["***\n---\n", "\n\n", "…\n"])
def test_text_without_a_word_is_refused(text):
    with pytest.raises(UnreadableInput, match=r"a\.txt has no readable text"):
        read_text(text, "a.txt")
