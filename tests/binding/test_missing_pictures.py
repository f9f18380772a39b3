"""Pictures that are not in the book: what stands in their place."""

from __future__ import annotations

from tests.books import book_of, find, page, tree_of


def paragraphs(body: str) -> list[str]:
    tree = tree_of(book_of(page(body)), "chapter-01.xhtml")
    return ["".join(map(str, p.itertext())) for p in find(tree, "//h:main//h:p")]


def test_decoration_that_is_not_there_leaves_no_empty_paragraph() -> None:
    bare = paragraphs("")
    assert paragraphs('<p><img src="https://example.org/line.png" alt=""/></p>') == bare
    assert all(text.strip() for text in bare)


def test_picture_that_says_something_leaves_its_words() -> None:
    assert any("A stone bridge" in text for text in paragraphs('<p><img src="gone.png" alt="A stone bridge"/></p>'))
