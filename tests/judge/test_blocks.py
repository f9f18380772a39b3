"""A page is taken apart into runs of text, each with the boxes around it."""

from __future__ import annotations

import pytest

from ebook.judge.blocks import blocks_of, word_count
from ebook.markup import parse


def texts(body: str) -> list[str]:
    return [block.text for block in blocks_of(parse(f"<body>{body}</body>"))[0]]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<div>Loose <p>inner</p> after</div>", ["Loose", "inner", "after"]),
        ("<p>A <a href='#'>link</a> in a line</p>", ["A link in a line"]),
        ("<p>One<br/><br/>Two</p>", ["One", "Two"]),
        ("<p>One<br/>Two</p>", ["One Two"]),
        ("<pre>a\n\n\nb</pre>", ["a b"]),
        ("<p>Seen<select><option>not</option></select></p>", ["Seen"]),
        ("<p> \n </p>", []),
    ],
)
def test_runs_of_text_end_where_blocks_do(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_share_of_links_counts_characters() -> None:
    (block,) = blocks_of(parse("<body><p>abcd<a href='#'>efgh</a></p></body>"))[0]
    assert block.linked == pytest.approx(0.5)


def test_boxes_hold_the_sums_of_what_is_in_them() -> None:
    _, boxes = blocks_of(parse("<body><div><p>one two</p><p>three</p></div><p>four</p></body>"))
    sums = {box.tag: (box.words, box.blocks) for box in boxes if box.tag in ("body", "div")}
    assert sums == {"body": (4, 3), "div": (3, 2)}


@pytest.mark.parametrize(("text", "count"), [("one two three", 3), ("今日は町の橋が開いた", 6), ("don't", 2)])
def test_words_are_counted_in_scripts_without_spaces_too(text: str, count: int) -> None:
    assert word_count(text) == count
