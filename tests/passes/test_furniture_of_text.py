"""The site's lines leave a plain text; what the author may have written stays where nothing says otherwise."""

from __future__ import annotations

import pytest

from ebook.model import Kind
from ebook.passes.furniture import furniture
from tests.tools import check_noop, run_pass

PROSE = "The river rose in the night and stood at the second step of the quay when the bakers came to work."
MORE = "Nobody had slept that night, for the bells had been ringing since two and the pumps ran until the morning."


def left(*lines: str) -> list[str]:
    result, found = run_pass(furniture, "".join(f"<p>{line}</p>" for line in lines), kind=Kind.TEXT)
    assert {f.rule for f in found} <= {"removed.furniture"}
    kept = [line for line in result.removeprefix("<p>").removesuffix("</p>").split("</p><p>") if line]
    assert len(found) == len(lines) - len(kept)
    return kept


@pytest.mark.parametrize(
    "lines",
    [
        (PROSE, "Save", MORE),
        (PROSE, "Open", "Save", "Print", "Quit", MORE),
        (PROSE, "Comments", MORE),
        (PROSE, "Science", MORE, "Ines Halloran"),
        ("Search", "By Ines Halloran", PROSE),
        ("Home", PROSE),
        ("News", "River to crest at dawn", PROSE),
        (PROSE, MORE, "Ines Halloran", "Port Anselm, May 2026"),
        (PROSE, MORE, "Further reading", "The Gauge That Lied", "A History of the Quay"),
        (PROSE, "Photo: the quay at dawn", MORE),
        ("Home", "Sea", "Wind", "Science", "Art", "A house by the water"),
    ],
)
def test_what_may_be_the_authors_stays(lines: tuple[str, ...]) -> None:
    check_noop(furniture, "".join(f"<p>{line}</p>" for line in lines), kind=Kind.TEXT)


def test_menu_before_the_title_goes() -> None:
    assert left("Home", "Politics", "Gardening", "Sports", "Log in", "River to crest at dawn", PROSE, MORE) == [
        "River to crest at dawn",
        PROSE,
        MORE,
    ]


def test_short_title_and_plain_byline_under_a_menu_stay() -> None:
    lines = [
        "Home",
        "Politics",
        "Gardening",
        "Sports",
        "Arts",
        "The Flood",
        "Ines Halloran",
        "14 March 2026",
        "Share",
        PROSE,
        MORE,
    ]
    assert left(*lines) == ["The Flood", "Ines Halloran", "14 March 2026", PROSE, MORE]


def test_menu_of_bullets_goes() -> None:
    assert left("* Home", "* Politics", "* Sports", "River to crest at dawn", PROSE, MORE) == [
        "River to crest at dawn",
        PROSE,
        MORE,
    ]


def test_german_menu_goes() -> None:
    assert left("Startseite", "Politik", "Wirtschaft", "Kultur", "Der Pegel", PROSE, MORE)[0] == "Der Pegel"


def test_page_title_with_the_name_of_the_site_goes_beside_the_title() -> None:
    assert left("River to crest at dawn", "River to crest at dawn | The Gazette", PROSE, MORE) == [
        "River to crest at dawn",
        PROSE,
        MORE,
    ]


def test_share_words_go_beside_what_only_a_site_writes() -> None:
    assert left(PROSE, "Share on Facebook", "Save", "Print", MORE) == [PROSE, MORE]


def test_share_words_between_byline_and_text_go() -> None:
    assert left("River to crest at dawn", "By Ines Halloran", "Email", PROSE, MORE) == [
        "River to crest at dawn",
        "By Ines Halloran",
        PROSE,
        MORE,
    ]


def test_sign_up_box_in_the_text_goes() -> None:
    assert left(PROSE, "Stay informed", "Join more than 9,000 readers. Unsubscribe at any time.", "Sign up", MORE) == [
        PROSE,
        MORE,
    ]


def test_titles_of_other_articles_after_the_text_go() -> None:
    assert left(
        PROSE, MORE, "You may also like", "The gauge that lied", "Who pays for the dam?", "© 2026 The Gazette"
    ) == [PROSE, MORE]


def test_lines_of_the_author_under_the_text_stay_beside_the_foot_of_the_site() -> None:
    assert left(PROSE, MORE, "Ines Halloran", "Share on Facebook", "© 2026 The Gazette") == [
        PROSE,
        MORE,
        "Ines Halloran",
    ]


def test_menu_that_stands_before_and_after_the_text_goes() -> None:
    menu = ["Quays", "Bridges", "Ferries", "Locks"]
    assert left(*menu, "River to crest at dawn", "By Ines Halloran", PROSE, MORE, *menu) == [
        "River to crest at dawn",
        "By Ines Halloran",
        PROSE,
        MORE,
    ]


def test_credit_of_a_picture_that_is_not_there_goes() -> None:
    assert left(PROSE, "Photo: Ann Lee/Reuters", MORE) == [PROSE, MORE]


def test_text_of_nothing_but_furniture_is_left_alone() -> None:
    check_noop(furniture, "<p>Advertisement</p><p>Share this article</p>", kind=Kind.TEXT)


def test_author_s_list_of_commands_keeps_its_items() -> None:
    check_noop(furniture, "<ul><li>Open</li><li>Save</li><li>Print</li><li>Quit the program</li></ul>")


def test_list_of_share_buttons_goes() -> None:
    result, _ = run_pass(furniture, f"<p>{PROSE}</p><ul><li>Share</li><li>Tweet</li><li>Print</li></ul>")
    assert "Tweet" not in result
