"""Columns are read one after the other where they are certain; tables, lists and wide blanks stay as they are."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

import pytest

from ebook.markup import parse, text_of
from ebook.sources.columns import column_by_column
from ebook.sources.text import read_text
from ebook.sources.wrapping import Line

LEFT = (
    "The gauge at the bridge has been read by hand every morning since the great flood, and the books in which the "
    "readings stand are kept in the mill, where no water has ever reached them. A copy lies in the town hall, and "
    "whoever wants to see it has to ask the clerk, who keeps the key in a drawer that"
)
RIGHT = (
    "nobody else may open. What the copies showed was plain enough. The river had risen earlier every decade, and it "
    "had stayed longer, and the bridge that was built in 1931 had made the water wait. It was a slow flood, and a "
    "long one, and nobody in the town hall had seen it come until the cellar was full of water."
)


def side_by_side(left: str, right: str, *, gutter: int = 4, width: int = 36) -> str:
    rows = zip_longest(textwrap.wrap(left, width), textwrap.wrap(right, width), fillvalue="")
    return "\n".join(f"{a:<{width + gutter}}{b}".rstrip() for a, b in rows)


def paragraphs(text: str) -> list[str]:
    return [text_of(p) for p in parse(read_text(text, "a.txt").body).iter("p")]


def test_columns_are_read_one_after_the_other() -> None:
    assert paragraphs(side_by_side(LEFT, RIGHT)) == [f"{LEFT} {RIGHT}"]


def test_title_above_and_line_below_stay_where_they_are() -> None:
    text = f"The gauge that was right, and why nobody believed in its books\n\n{side_by_side(LEFT, RIGHT)}\n\nThe author reads the gauge.\n"
    assert paragraphs(text)[1:-1] == [f"{LEFT} {RIGHT}"]
    assert paragraphs(text)[-1] == "The author reads the gauge."


def test_column_that_ends_its_sentence_ends_its_paragraph() -> None:
    left = LEFT.removesuffix(" that") + "."
    assert paragraphs(side_by_side(left, RIGHT.capitalize())) == [left, RIGHT.capitalize()]


def test_every_page_is_read_to_its_end_before_the_next() -> None:
    pages = [side_by_side(f"{n} {LEFT}", RIGHT) for n in ("One", "Two")]
    whole = " ".join(paragraphs("\f".join(pages)))
    assert whole.index("seen it come") < whole.index("Two The gauge")


def test_columns_are_reported() -> None:
    found = read_text(side_by_side(LEFT, RIGHT), "a.txt").findings
    assert [f.message for f in found if f.rule == "text.structure-guessed"] == [
        "Read as columns, one after the other, by the look of its lines"
    ]


@pytest.mark.parametrize(
    "text",
    [
        LEFT,
        textwrap.fill(LEFT, 60),
        "\n".join(f"Gauge {n}     {n * 7} cm     risen" for n in range(20)),
        "\n".join(f"The mill at reach {n}       was under water" for n in range(20)),
        "\n".join(f"{n}. the books of the mill    in the cellar of it" for n in range(20)),
        "\n".join(f"  def read(gauge, {n}):      # reads the gauge" for n in range(20)),
        side_by_side(LEFT[:150], RIGHT[:150]),
        "\n\n".join(f"One paragraph  with {n} wide blanks, and that is all." for n in range(20)),
        textwrap.fill(LEFT.replace(". ", ".  "), 60),
    ],
)
def test_what_is_not_certain_stays(text: str) -> None:
    lines = [Line(n, line) for n, line in enumerate(text.split("\n"), 1)]
    assert column_by_column(lines) == (lines, 0)
