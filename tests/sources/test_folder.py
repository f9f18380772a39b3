"""From what the user names to the articles."""

from __future__ import annotations

import os

import pytest

from ebook import sources
from ebook.errors import EbookError, UnreadableInput
from tests.books import LIMITS


def names(*inputs) -> list[str]:
    return [r.source for r in sources.expand(tuple(map(str, inputs))).references]


def touch(folder, *paths):
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text("Text of an article.")


def test_files_come_in_the_order_they_are_named(tmp_path):
    assert names(tmp_path / "b.html", tmp_path / "a.html") == [str(tmp_path / "b.html"), str(tmp_path / "a.html")]


def test_file_named_twice_is_one_article(tmp_path):
    assert names("a.html", "a.html") == ["a.html"]


def test_folder_gives_its_articles_sorted_with_those_below(tmp_path):
    touch(tmp_path, "b.txt", "a.html", "deep/c.md", "deep/deeper/d.htm")
    assert names(tmp_path) == [str(tmp_path / n) for n in ("a.html", "b.txt", "deep/c.md", "deep/deeper/d.htm")]


def test_what_is_no_article_stays_out_of_a_folder(tmp_path):
    touch(
        tmp_path,
        "a.html",
        "a_files/frame.html",
        ".hidden.html",
        ".git/x.html",
        "style.css",
        "map.PNG",
        "old.epub",
        "data.json",
    )
    assert names(tmp_path) == [str(tmp_path / "a.html")]


def test_pictures_of_a_folder_may_lie_anywhere_in_it(tmp_path):
    touch(tmp_path, "deep/a.html")
    assert sources.expand((str(tmp_path),)).references[0].root == str(tmp_path)


def test_folder_with_a_book_description_is_that_book(tmp_path):
    touch(tmp_path, "a.html", "b.html")
    (tmp_path / "book.toml").write_text('title = "B"\narticles = ["b.html"]\n')
    found = sources.expand((str(tmp_path),))
    assert [r.source for r in found.references] == [str(tmp_path / "b.html")]
    assert found.edition.title == "B"


def test_book_description_beside_other_inputs_is_refused(tmp_path):
    (tmp_path / "book.toml").write_text('articles = ["b.html"]\n')
    with pytest.raises(EbookError, match="whole collection"):
        names(tmp_path / "book.toml", "a.html")


def test_empty_folder_is_refused(tmp_path):
    with pytest.raises(UnreadableInput, match="holds no articles"):
        names(tmp_path)


def test_loop_of_links_ends(tmp_path):
    touch(tmp_path, "deep/a.html")
    (tmp_path / "deep" / "up").symlink_to(tmp_path)
    assert names(tmp_path) == [str(tmp_path / "deep" / "a.html")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\xef\xbb\xbf\n", "is empty"),
        (b"<html><body></body></html>", "no readable text"),
    ],
)
def test_file_without_text_is_refused_by_name(tmp_path, data, said):
    path = tmp_path / "a.html"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput, match=said) as caught:
        sources.read(sources.Reference(source=str(path)), **LIMITS)
    assert str(path) in str(caught.value)


def test_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "a.html")
    with pytest.raises(UnreadableInput, match="no ordinary file"):
        sources.read(sources.Reference(source=str(tmp_path / "a.html")), **LIMITS)


def test_file_above_the_limit_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("word " * 1000)
    with pytest.raises(UnreadableInput, match="larger than"):
        sources.read(sources.Reference(source=str(tmp_path / "a.txt")), max_bytes=1000, max_pixels=10)


@pytest.mark.parametrize("name", ["", "gone.html", "a\x00b", "x" * 300, "gone/"])
def test_impossible_name_is_refused(name):
    with pytest.raises(UnreadableInput):
        sources.read(sources.Reference(source=name), **LIMITS)
