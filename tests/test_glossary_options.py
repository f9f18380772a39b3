"""How much is linked, and the map for looking words up: from the command line and from book.toml."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.books import ebook, page, refused
from tests.tools import read_epub

EWC = page("<p>The Emergency Water Committee (EWC) met.</p><p>The EWC slept. The EWC woke.</p>")


def built(folder: Path, *options: str, name: str = "a.html") -> dict[str, bytes]:
    done = ebook("build", name, *options, "--no-check", "-o", "book.epub", folder=folder)
    assert done.returncode == 0, done.stderr.decode()
    return read_epub((folder / "book.epub").read_bytes())


def links(files: dict[str, bytes]) -> int:
    return files["EPUB/chapter-01.xhtml"].count(b"doc-glossref")


def test_first_uses_are_linked_unless_every_one_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(EWC, encoding="utf-8")
    assert links(built(tmp_path)) == 1
    assert links(built(tmp_path, "--glossary-links", "every")) == 3
    assert "EPUB/search-key-map.xml" in built(tmp_path, "--search-key-map")


def test_book_toml_asks_for_the_same_and_the_command_line_wins(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(EWC, encoding="utf-8")
    (tmp_path / "book.toml").write_text(
        'articles = ["a.html"]\n[options]\nglossary-links = "every"\nsearch-key-map = true\n', encoding="utf-8"
    )
    files = built(tmp_path, name="book.toml")
    assert links(files) == 3 and "EPUB/search-key-map.xml" in files
    files = built(tmp_path, "--glossary-links", "first", "--no-search-key-map", name="book.toml")
    assert links(files) == 1 and "EPUB/search-key-map.xml" not in files


def test_every_glossary_option_of_book_toml_is_heard(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(EWC, encoding="utf-8")
    (tmp_path / "words.toml").write_text(
        'order = "file"\n'
        + "".join(f'[[term]]\nterm = "{t}"\nmeaning = "What it is here"\n' for t in ("weir", "crest")),
        encoding="utf-8",
    )

    def terms(options: str) -> list[str]:
        text = f'articles = ["a.html"]\nglossary-file = "words.toml"\n[options]\n{options}'
        (tmp_path / "book.toml").write_text(text, encoding="utf-8")
        shown = built(tmp_path, name="book.toml").get("EPUB/glossary.xhtml", b"").decode()
        return re.findall(r"<dfn>(\w+)</dfn>", shown)

    assert terms("") == terms('glossary-order = "file"\n') == ["weir", "crest", "EWC"]
    assert terms('glossary-order = "alphabet"\n') == ["crest", "EWC", "weir"], "book.toml goes before the other file"
    assert terms("glossary-threshold = 1\n") == ["weir", "crest"]
    assert terms("glossary = false\n") == []


@pytest.mark.parametrize("value", ['"some"', "true"])
def test_wrong_value_is_named_with_its_line(tmp_path: Path, value: str) -> None:
    (tmp_path / "a.html").write_text(EWC, encoding="utf-8")
    (tmp_path / "book.toml").write_text(
        f'articles = ["a.html"]\n[options]\nglossary-links = {value}\n', encoding="utf-8"
    )
    done = ebook("build", "book.toml", "-o", "book.epub", folder=tmp_path)
    assert "line 3" in refused(done, 2)


def test_one_process_and_two_give_the_same_bytes(tmp_path: Path) -> None:
    for number, words in enumerate(("Emergency Water Committee", "Early Warning Centre", "emergency water committees")):
        (tmp_path / f"{number}.html").write_text(
            page(f"<p>The {words} (EWC) met.</p>", title=f"Night {number}"), encoding="utf-8"
        )
    for jobs in ("1", "2"):
        done = ebook(
            *("build", "0.html", "1.html", "2.html", "--jobs", jobs, "--no-check", "-o", f"{jobs}.epub"),
            *("--glossary-links", "every", "--search-key-map"),
            folder=tmp_path,
        )
        assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "1.epub").read_bytes() == (tmp_path / "2.epub").read_bytes()
