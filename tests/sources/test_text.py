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


GERMAN = "Der Fluss stieg in der Nacht und stand am Morgen an der zweiten Stufe\ndes Kais, als die Bäcker zur Arbeit kamen. Niemand hatte in dieser langen\nNacht geschlafen, denn die Glocken läuteten."
ARABIC = "ارتفع النهر في الليل ووقف الماء عند الدرجة الثانية من الرصيف\nعندما جاء الخبازون إلى العمل. لم ينم أحد تلك الليلة لأن الأجراس\nكانت تدق منذ الساعة الثانية."


@pytest.mark.parametrize("text", [GERMAN, ARABIC])
def test_wrapped_lines_of_other_languages_are_joined(text):
    assert paragraphs(f"{text}\n\n{text}\n") == [text.replace("\n", " ")] * 2


def test_wrapped_thai_is_joined_without_spaces():
    text = "แม่น้ำขึ้นในตอนกลางคืนและน้ำยืนอยู่ที่ขั้นที่สอง\nของท่าเรือเมื่อคนทำขนมปังมาทำงานในตอนเช้าวันนั้น\nและไม่มีใครนอน"
    assert paragraphs(f"{text}\n\n{text}\n") == [text.replace("\n", "")] * 2


def test_paragraphs_of_a_wrapped_text_without_blank_lines_end_with_their_short_lines():
    one = "The river rose in the night and stood at the second step of\nthe quay when the bakers came to work, as it had been in the\nyear of the great flood."
    two = "Nobody had slept that night. The bells had been ringing since\ntwo, and the pumps ran until the morning came up grey."
    assert paragraphs(f"{one}\n{two}\n") == [one.replace("\n", " "), two.replace("\n", " ")]


def test_dash_and_number_that_came_to_stand_at_the_beginning_of_a_line_are_no_items():
    text = (
        "The river rose in the night and stood at the second step\n- nobody had seen it so high - of the quay when the bakers\n"
        "came to work, as the keeper of the gauge wrote on page\n12. It fell again in the morning, and the bakers went in."
    )
    assert paragraphs(text) == [text.replace("\n", " ")]


def test_one_long_line_does_not_keep_the_others_apart():
    menu = "Terms of Service for all readers of the paper | Privacy and everything about it | Cookies and how we use them | About"
    wrapped = "The river rose in the night and stood at the second step\nof the quay when the bakers came to work, as it had been\nin the year of the great flood."
    assert paragraphs(f"{wrapped}\n\n{wrapped}\n\n{menu}\n") == [wrapped.replace("\n", " ")] * 2 + [menu]


def test_speech_and_answers_begin_anew():
    text = "The keeper came to the door with his lamp and looked at us all,\nand at the water that stood behind us in the lane that night:\n— Who read the gauge, he asked, and who wrote the number in the\nbook?\n— Nobody did."
    assert paragraphs(text)[1:] == [
        "— Who read the gauge, he asked, and who wrote the number in the book?",
        "— Nobody did.",
    ]


def test_mended_words_and_invisible_characters_are_reported():
    article = read_text(WRAPPED.format("evacu-", "ation").replace("flood", "\u200bflood"), "a.txt")
    assert [(f.rule, f.place.line) for f in article.findings] == [("text.characters", 1), ("text.hyphen", 1)]
    assert "evacuation" in article.findings[1].message


def test_verbose_line_is_one_paragraph():
    line = "river " * 20_000
    assert paragraphs(line) == [line.strip()]
