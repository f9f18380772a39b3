"""The pages of one article become one chapter: one title, one set of notes, nothing twice, nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ebook import pipeline
from ebook.joining import join
from ebook.options import Options
from tests.books import ebook
from tests.tools import chapter_of, chapter_tree, words_of

XHTML = "{http://www.w3.org/1999/xhtml}"
SITE = "https://courier.example/flood"
BYLINE = "<p class=byline>By Ines Halloran</p>"


def text_of_page(n: int) -> str:
    return "".join(
        f"<p>On page {n} the river stood {d} hands above the quay, and the people of house {d} had left it.</p>"
        for d in ("two", "three", "four", "five", "six")
    )


def page(n: int, more: str = "", *, title: str = "The flood", end: str = "") -> str:
    mark = f" – Page {n}" if n > 1 else ""
    address = SITE + (f"?page={n}" if n > 1 else "")
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{title}{mark}</title><link rel=canonical href='{address}'>"
        f"<meta name=author content='Ines Halloran'></head><body><nav><a href=/>Home</a></nav>"
        f"<article><h1>{title}</h1>{BYLINE}{text_of_page(n)}{more}{end}</article><footer>Rights</footer></body></html>"
    )


NOTE = (
    "<p>It was so before.<sup><a href='#fn1' id='r1'>1</a></sup></p>"
    "<section class=footnotes><ol><li id=fn1>Note of page {n}. <a href='#r1'>↩</a></li></ol></section>"
)


def save(folder: Path, pages: dict[str, str]) -> list[str]:
    for name, text in pages.items():
        (folder / name).write_text(text)
    return [str(folder / name) for name in pages]


def joined(*texts: str) -> str:
    return join([chapter_of(text, source=f"{n}.html") for n, text in enumerate(texts, 1)]).xhtml


def test_text_of_all_pages_stands_in_order_under_one_title() -> None:
    xhtml = joined(page(1), page(2), page(3))
    assert xhtml.count("<h1") == 1
    assert xhtml.count("Ines Halloran") == 1
    words = words_of(chapter_tree(join([chapter_of(page(n), source=f"{n}.html") for n in (1, 2, 3)])))
    places = [words.index(f"On page {n} the river stood two") for n in (1, 2, 3)]
    assert places == sorted(places)
    assert all(words.count(f"On page {n} the river stood {d} ") == 1 for n in (1, 2, 3) for d in ("two", "six"))


def test_notes_of_all_pages_are_numbered_on_and_keep_their_links() -> None:
    chapter = join([chapter_of(page(n, NOTE.format(n=n)), source=f"{n}.html") for n in (1, 2)])
    tree = chapter_tree(chapter)
    references = [a for a in tree.iter(f"{XHTML}a") if a.get("role") == "doc-noteref"]
    assert ["".join(map(str, a.itertext())) for a in references] == ["1", "2"]
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    named = {e.get("id"): e for e in tree.iter() if e.get("id")}
    notes = [named[a.get("href", "")[1:]] for a in references]
    assert [words_of(n).startswith(f"Note of page {k}.") for k, n in enumerate(notes, 1)] == [True, True]
    assert sum(s.get("role") == "doc-endnotes" for s in tree.iter(f"{XHTML}section")) == 1
    back = [a.get("href", "")[1:] for a in tree.iter(f"{XHTML}a") if a.get("role") == "doc-backlink"]
    assert all(target in named for target in back)


def test_notes_of_a_later_page_alone_stand_at_the_end() -> None:
    chapter = join([chapter_of(t, source="a.html") for t in (page(1), page(2, NOTE.format(n=2)), page(3))])
    content = next(s for s in chapter_tree(chapter).iter(f"{XHTML}section") if s.get("role") == "doc-chapter")
    assert list(content)[-1].get("role") == "doc-endnotes"


def test_title_with_words_of_its_own_is_not_lost() -> None:
    xhtml = joined(page(1), page(2).replace("<h1>The flood</h1>", "<h1>The flood 2: after the water</h1>"))
    assert "after the water</h2>" in xhtml


def test_heading_of_a_page_stays() -> None:
    xhtml = joined(page(1), page(2).replace("<h1>The flood</h1>", "<h1>After the water</h1>"))
    assert "After the water</h2>" in xhtml


def test_what_every_page_repeats_at_its_end_stands_once() -> None:
    line = "<p>The marks of older floods can be seen in the hall by the quay, as they always could.</p>"
    xhtml = joined(*(page(n, end=line) for n in (1, 2, 3)))
    assert xhtml.count("as they always could") == 1
    assert xhtml.index("as they always could") > xhtml.index("On page 3")


def test_joining_is_reported() -> None:
    chapter = join([chapter_of(page(n), source=f"{n}.html") for n in (1, 2)])
    found = [f for f in chapter.findings if f.rule == "article.joined"]
    assert len(found) == 1
    assert "1.html, 2.html" in found[0].message


def test_pages_in_two_languages_say_so() -> None:
    french = page(2).replace("lang=en", "lang=fr")
    assert joined(page(1), french).count('<p lang="fr"') in (0, 5)


@pytest.mark.parametrize("as_folder", [True, False])
def test_inputs_of_one_article_become_one_chapter(tmp_path: Path, as_folder: bool) -> None:
    names = save(tmp_path, {"flood.html": page(1), "flood-2.html": page(2), "dry.html": page(1, title="The drought")})
    inputs = [str(tmp_path)] if as_folder else names
    results = pipeline.normalise_inputs(*inputs, options=Options())
    assert sorted(c.metadata.title for _, c, _ in results if c) == ["The drought", "The flood"]
    assert all(not error for _, _, error in results)


def test_book_has_one_chapter_and_its_parts_still_fit(tmp_path: Path) -> None:
    save(tmp_path, {"a.html": page(1), "b.html": page(2), "c.html": page(1, title="The drought")})
    (tmp_path / "book.toml").write_text(
        'title = "Rivers"\n[[section]]\ntitle = "Wet"\narticles = ["a.html", "b.html"]\n'
        '[[section]]\ntitle = "Dry"\narticles = ["c.html"]\n'
    )
    result = pipeline.build(str(tmp_path), output=tmp_path / "out.epub", options={"check": False})
    assert [a.title for a in result.articles] == ["The flood", "The drought"]
    assert [(p.title, len(p.children)) for p in result.book.contents if p.title in ("Wet", "Dry")] == [
        ("Wet", 1),
        ("Dry", 1),
    ]


def test_pages_in_different_parts_of_a_book_are_not_joined(tmp_path: Path) -> None:
    save(tmp_path, {"a.html": page(1), "b.html": page(2)})
    (tmp_path / "book.toml").write_text(
        'title = "Rivers"\n[[section]]\ntitle = "One"\narticles = ["a.html"]\n'
        '[[section]]\ntitle = "Two"\narticles = ["b.html"]\n'
    )
    result = pipeline.build(str(tmp_path), output=tmp_path / "out.epub", options={"check": False})
    assert len(result.articles) == 2


def test_page_that_cannot_be_read_does_not_cost_the_others(tmp_path: Path) -> None:
    names = save(tmp_path, {"a.html": page(1), "b.html": page(2) + " " * 10_000})
    results = pipeline.normalise_inputs(*names, options=Options(max_bytes=5_000))
    assert [bool(chapter) for _, chapter, _ in results] == [True, False]


def test_command_writes_one_file_for_the_first_page(tmp_path: Path) -> None:
    save(tmp_path, {"flood.html": page(1), "flood-2.html": page(2)})
    assert ebook("normalise", "flood-2.html", "flood.html", "-o", "out", folder=tmp_path).returncode == 0
    assert [p.name for p in (tmp_path / "out").glob("*.xhtml")] == ["flood.xhtml"]


def test_list_keeps_an_output_for_every_line(tmp_path: Path) -> None:
    save(tmp_path, {"flood.html": page(1), "flood-2.html": page(2)})
    (tmp_path / "list").write_text("flood.html\tout1.xhtml\t\nflood-2.html\tout2.xhtml\t\n")
    assert ebook("normalise", "--list", "list", folder=tmp_path).returncode == 0
    assert (tmp_path / "out1.xhtml").exists()
    assert (tmp_path / "out2.xhtml").exists()


def test_same_bytes_with_one_process_and_with_many(tmp_path: Path) -> None:
    names = save(tmp_path, {f"{n}.html": page(n) for n in range(1, 4)} | {"d.html": page(1, title="The drought")})
    one, two = (pipeline.normalise_inputs(*names, options=Options(jobs=jobs)) for jobs in (1, 2))
    assert [c.xhtml for _, c, _ in one if c] == [c.xhtml for _, c, _ in two if c]
    assert json.dumps([s for s, _, _ in one]) == json.dumps([s for s, _, _ in two])
