"""Characters nobody sees leave a plain text; those that scripts need stay."""

from __future__ import annotations

import pytest

from ebook.sources.characters import visible


@pytest.mark.parametrize(
    "text",
    [
        "The river rose.",
        "می\u200cخواهم",  # Persian parts the verb with a joiner that is no letter
        "क्\u200dष",
        "👩\u200d🚒",
        "น้ำ\u200bขึ้น",
        "\u200fשלום\u200f",
        "infor\u00ad\nmation",
    ],
)
def test_what_a_script_or_a_line_end_needs_stays(text: str) -> None:
    assert visible(text) == (text, 0)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("co\u00adoperate", "cooperate"),
        ("a\u200bb\ufeffc\u2060d", "abcd"),
        ("the\u200d river", "the river"),
        ("left\u200e to right\u202c", "left to right"),
        ("ﬁnd the eﬄuent", "find the effluent"),
    ],
)
def test_invisible_characters_and_ligatures_are_counted_and_go(before: str, after: str) -> None:
    text, count = visible(before)
    assert text == after
    assert count > 0


def test_every_kind_of_line_end_is_one() -> None:
    assert visible("a\vb\x85c\u2028d\re\r\nf\u2029g")[0] == "a\nb\nc\nd\ne\nf\n\ng"
