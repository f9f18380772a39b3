"""The first lines of a plain text: what is title, byline and date, and what is the text already."""

from __future__ import annotations

import pytest

from ebook.markup import parse, text_of
from ebook.passes.headline_of_text import headline_of_text

LONG = "The river rose in the night and stood at the second step of the quay when the bakers came to work, as it had in 1953."
MORE = "Nobody had slept that night, for the bells had been ringing since two and the pumps ran until the morning."


def read(*lines: str):
    tree = parse("<body>" + "".join(f"<p>{line}</p>" for line in lines) + "</body>")
    head = headline_of_text(tree)
    title = text_of(head.title) if head.title is not None else ""
    return (head.kicker, title, head.people, head.date), [text_of(p) for p in tree]


@pytest.mark.parametrize("lines", [(LONG, MORE), (LONG,), ("- a lamp", "- bread", LONG)])
def test_text_without_a_head_stays_whole(lines: tuple[str, ...]) -> None:
    assert read(*lines) == (("", "", (), ""), list(lines))


def test_head_in_full() -> None:
    head, left = read("News", "River to crest at dawn", "By Ines Halloran", "14 March 2026", LONG)
    assert head == ("News", "River to crest at dawn", ("Ines Halloran",), "2026-03-14")
    assert left == [LONG]


@pytest.mark.parametrize("makers", [("Ines Halloran", "14 March 2026"), ("14 March 2026", "Ines Halloran")])
def test_name_beside_the_date_is_the_author(makers: tuple[str, str]) -> None:
    head, left = read("River to crest at dawn", *makers, LONG, MORE)
    assert head[2:] == (("Ines Halloran",), "2026-03-14")
    assert left == [LONG, MORE]


def test_name_alone_stays_in_the_text() -> None:
    assert read("River to crest at dawn", "The Great Flood", LONG, MORE)[1] == ["The Great Flood", LONG, MORE]


def test_byline_under_a_teaser_is_found() -> None:
    head, left = read("River to crest at dawn", LONG, "By Ines Halloran", "14 March 2026", MORE)
    assert head[2:] == (("Ines Halloran",), "2026-03-14")
    assert left == [LONG, MORE]


def test_title_under_its_byline_is_found() -> None:
    assert read("By Ines Halloran", "River to crest at dawn", LONG, MORE)[0][1:3] == (
        "River to crest at dawn",
        ("Ines Halloran",),
    )


def test_headline_with_a_full_stop_is_one() -> None:
    assert (
        read("Can the gauge lie? The keeper says yes.", LONG, MORE)[0][1] == "Can the gauge lie? The keeper says yes."
    )
