"""Text from printed pages: numbers and running heads go, sentences run on."""

from __future__ import annotations

from ebook.markup import parse
from ebook.sources.text import read_text

LINES = "The river rose in the night and stood at the second step of the quay\nwhen the bakers came to work, and nobody had slept for the bells that"


def page(number: int, head: str = "RIVER TOWNS", body: str = LINES) -> str:
    return f"{head}\n\n{body}\n\n{number}\n"


def read(text: str):
    article = read_text(text, "a.txt")
    return [p.text for p in parse(article.body).iter("p")], [f.rule for f in article.findings]


def test_numbers_and_running_heads_go_and_each_is_reported():
    paragraphs, found = read("\f".join(page(n, body=f"Page body {n} stands here alone.") for n in (11, 12, 13, 14)))
    assert paragraphs == [f"Page body {n} stands here alone." for n in (11, 12, 13, 14)]
    assert found == ["removed.furniture"] * 8


def test_sentence_goes_on_across_the_page():
    paragraphs, _ = read(
        f"{page(1)}\f{page(2, body='had been ringing since two in the morning and would not cease.')}\f{page(3)}"
    )
    assert paragraphs[0].endswith(
        "nobody had slept for the bells that had been ringing since two in the morning and would not cease."
    )


def test_paragraph_that_ends_with_its_page_stays_whole():
    paragraphs, _ = read("One ends here.\f Two begins here.")
    assert paragraphs == ["One ends here.", "Two begins here."]


def test_page_numbers_without_form_feeds_go_when_they_count_up():
    text = "\n".join(
        "\n".join(f"Line {n} of the text, that says this and no more." for n in range(20)) + f"\n{number}"
        for number in (7, 8, 9)
    )
    paragraphs, found = read(text)
    assert not {"7", "8", "9"} & set(paragraphs)
    assert found.count("removed.furniture") == 3


def test_numbers_that_are_the_authors_stay():
    lines = ["Three, two, one.", "3", "2", "1", "The dam held.", "1953", "1954"]
    assert read("\n\n".join(lines))[0] == lines


def test_line_that_stands_on_two_pages_is_no_running_head():
    paragraphs, _ = read("The same.\n\nOne.\n\nAnd more.\n\nEnd one.\fThe same.\n\nTwo.\n\nAnd more still.\n\nEnd two.")
    assert paragraphs.count("The same.") == 2


def test_number_that_is_not_the_pages_stays():
    pages = [page(n, body=f"Body {n} stands here alone.") for n in (11, 12, 13)] + ["1953\n\nThe year of the flood."]
    assert "1953" in read("\f".join(pages))[0]
