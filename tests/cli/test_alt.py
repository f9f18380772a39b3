"""`ebook alt` and what `ebook build` says of pictures on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.books import ebook, page, picture, refused, wide_table

BODY = '<p>One.</p><p><img src="{}.png"></p><p>Two.</p><p><img src="b.png" alt="A boat"></p><p>Three.</p>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A page with two pictures, one of them described."""
    (tmp_path / "a.png").write_bytes(picture())
    (tmp_path / "b.png").write_bytes(picture(colour="navy"))
    (tmp_path / "gate.html").write_text(page(BODY.format("a")), encoding="utf-8")
    return tmp_path


def test_the_list_and_the_page_are_named_and_what_is_open_is_counted(folder: Path) -> None:
    done = ebook("alt", "gate.html", "--html", folder=folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout.decode().splitlines() == [
        "alt.toml: 2 pictures, 1 needs a person (1 described, 1 missing)",
        "alt.html",
    ]
    assert done.stderr == b""
    built = ebook("build", "gate.html", "--no-check", "-o", "x.epub", folder=folder)
    assert b"1 of 2 pictures still needs a person: 1 without a description, 0 with a poor one" in built.stderr
    report = json.loads(ebook("build", "gate.html", "--no-check", "-o", "x.epub", "--json", folder=folder).stdout)
    assert report["pictures"] == {"described": 1, "decorative": 0, "missing": 1, "poor": 0, "suggested": 0}


def test_wide_tables_and_what_was_not_imported_are_counted(folder: Path) -> None:
    (folder / "other.html").write_text(page(wide_table()), encoding="utf-8")
    done = ebook("alt", "gate.html", "other.html", "-o", "all.toml", folder=folder)
    assert done.stdout.decode().splitlines() == [
        "all.toml: 2 pictures, 1 needs a person (1 described, 1 missing); 1 wide table, 1 may be described (1 offered)"
    ]
    done = ebook("alt", "other.html", "--import", "all.toml", folder=folder)
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == [
        "ebook: left out 2 entries of all.toml about other pictures and tables"
    ]
    built = ebook("build", "other.html", "--no-check", "-o", "x.epub", folder=folder)
    assert "ebook: 1 table is too wide for a small page and may be described: ebook alt" in built.stderr.decode()


def test_words_of_a_page_neither_fill_nor_steer_the_terminal(folder: Path) -> None:
    huge = "IMG_1\u202e.jpg " * 3000
    (folder / "gate.html").write_text(page(f'<p><img src="a.png" alt="{huge}"></p>'), encoding="utf-8")
    (folder / "bad\u202e.html").write_text("", encoding="utf-8")
    done = ebook("build", "gate.html", "bad\u202e.html", "--no-check", "-o", "x\u202e.epub", folder=folder)
    said = (done.stderr + done.stdout).decode()
    assert "[alt.poor]" in said
    assert max(map(len, said.splitlines())) < 600
    assert "\u202e" not in said
    report = ebook("alt", "gate.html", "--json", folder=folder).stdout.decode()
    assert "\u202e" not in report and "\\u202e" in report
    assert json.loads(report)["images"][0]["alt"].startswith("IMG_1\u202e.jpg")


def test_an_input_after_html_is_the_input(folder: Path) -> None:
    done = ebook("alt", "--html", "gate.html", folder=folder)
    assert done.stdout.decode().splitlines()[1:] == ["alt.html"]


def test_json_holds_every_picture_and_nothing_else_is_printed(folder: Path) -> None:
    done = ebook("alt", "gate.html", "-o", "words.toml", "--json", folder=folder)
    found = json.loads(done.stdout)
    assert (found["list"], found["open"]) == ("words.toml", 1)
    assert [(i["reference"], i["state"]) for i in found["images"]] == [("a.png", "missing"), ("b.png", "described")]
    assert not (folder / "alt.toml").exists()
    built = ebook("build", "gate.html", "--no-check", "--alt", "words.toml", "-o", "x.epub", folder=folder)
    assert built.returncode == 0


def test_a_program_that_fails_ends_with_one(folder: Path) -> None:
    done = ebook("alt", "gate.html", "--alt-command", "false {image}", folder=folder)
    assert done.returncode == 1
    assert b"[alt.command-failed]" in done.stderr
    assert (folder / "alt.toml").is_file()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["alt"], "there is nothing to build"),
        (["alt", "-"], "-o alt.toml"),
        (["alt", "--html", "gate.html", "gate.html"], "is one of the inputs"),
        (["alt", "gate.html", "--html", "gate.html"], "is one of the inputs"),
        (["alt", "gate.html", "--html", "book.toml"], "--html=alt.html"),
        (["alt", "gate.html", "--import", "none.toml"], "none.toml is not there"),
        (["alt", "gate.html", "--alt-command", "look"], "{image}"),
        (["build", "gate.html", "--alt", "none.toml"], "none.toml is not there"),
        (["build", "gate.html", "--alt", "."], ". is a folder. Name the file in it: alt.toml"),
        (["build", "alt.toml"], "belongs to ebook alt"),
    ],
)
def test_wrong_use_is_one_line_and_changes_nothing(folder: Path, arguments: list[str], said: str) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert said in refused(ebook(*arguments, folder=folder), 2)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
