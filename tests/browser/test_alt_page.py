"""The page of `ebook alt --html` in a real browser: the keyboard alone, axe, and the file that it saves."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from ebook import alt
from ebook.checks import tools
from tests.books import ebook as run_ebook
from tests.books import page, picture, wide_table
from tests.tools import read_epub

SCRIPT = Path(__file__).parent / "alt_page.cjs"
COLOURS = ("teal", "navy", "olive", "maroon")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An article with four pictures that nobody described and a wide table, its list and its page."""
    folder = tmp_path_factory.mktemp("gate")
    for number, colour in enumerate(COLOURS, 1):
        (folder / f"p{number}.png").write_bytes(picture(colour=colour))
    body = "".join(f'<p>Before {n}.</p><p><img src="p{n}.png"></p><p>After {n}.</p>' for n in range(1, 5))
    (folder / "gate.html").write_text(page(body + wide_table()), encoding="utf-8")
    alt.alt(folder / "gate.html")
    text = (folder / "alt.toml").read_text("utf-8")
    start, last = text.rsplit('state = "missing"', 1)
    (folder / "alt.toml").write_text(
        f'{start}state = "suggested"\nsuggestion = "A boat"\nby = "command: look"{last}', encoding="utf-8"
    )
    alt.alt(folder / "gate.html", page="")
    return folder


@pytest.fixture(scope="module")
def seen(folder: Path) -> dict[str, Any]:
    """What happened when somebody filled in the page with the keyboard."""
    ace = Path(shutil.which(os.environ.get("EBOOK_ACE", "ace-cli")) or "")
    modules = next((p for p in ace.parents if p.name == "node_modules"), Path())
    if not (modules / "puppeteer").is_dir():
        pytest.skip("puppeteer is not installed beside Ace")
    (folder / "saved").mkdir()
    done = subprocess.run(
        ["node", SCRIPT, folder / "alt.html", folder / "saved"],
        env={**os.environ, "EBOOK_NODE_MODULES": str(modules), "PUPPETEER_EXECUTABLE_PATH": tools.browser()},
        capture_output=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.mark.ace
def test_axe_finds_nothing_wrong_with_the_page(seen: dict[str, Any]) -> None:
    assert seen["violations"] == []
    assert seen["violationsWithError"] == []


@pytest.mark.ace
def test_the_page_needs_no_network_and_no_script_of_it_fails(seen: dict[str, Any]) -> None:
    assert seen["requests"] == []
    assert seen["errors"] == []


@pytest.mark.ace
def test_the_keyboard_reaches_everything_and_shows_where_it_is(seen: dict[str, Any]) -> None:
    assert seen["first"]["label"] == "Skip to the pictures"
    assert seen["skipped"]["id"] == "pictures"
    assert all(step["outline"] and step["label"] for step in seen["steps"]), seen["steps"]
    assert seen["chosen"]["value"] == "described"


@pytest.mark.ace
def test_what_is_open_is_counted_as_it_changes(seen: dict[str, Any]) -> None:
    table = "; 1 of 1 wide tables may be described"
    assert seen["before"] == f"4 of 4 still open{table}"
    assert (seen["afterOne"], seen["afterTwo"]) == (f"3 of 4 still open{table}", f"2 of 4 still open{table}")
    assert seen["end"] == f"0 of 4 still open{table}"
    assert seen["afterTable"] == "0 of 4 still open; 0 of 1 wide tables may be described"


@pytest.mark.ace
def test_the_cells_of_a_table_can_be_reached_and_scrolled(seen: dict[str, Any]) -> None:
    assert seen["cells"]["outline"]
    assert seen["cells"]["label"].startswith("Month 1")


@pytest.mark.ace
def test_described_without_words_is_not_saved_and_the_field_is_shown(seen: dict[str, Any]) -> None:
    assert "picture 4" in seen["refused"]
    assert seen["refusedAt"]["id"] == "alt-4"
    assert seen["accepted"] == "A boat"


@pytest.mark.ace
def test_the_saved_file_gives_the_right_book(folder: Path, seen: dict[str, Any]) -> None:
    saved = folder / "saved" / "alt.toml"
    entries = tomllib.loads(saved.read_text("utf-8"))["image"]
    assert [e["state"] for e in entries] == ["described", "described", "decorative", "accepted"]
    assert entries[1]["description"] == "The left one is older."
    assert all(len(e["date"]) == 10 for e in entries)
    (table,) = tomllib.loads(saved.read_text("utf-8"))["table"]
    assert (table["state"], table["description"]) == ("described", "The water falls from month to month.")
    alt.alt(folder / "gate.html", imported=saved)
    imported = tomllib.loads((folder / "alt.toml").read_text("utf-8"))
    shutil.copy(saved, folder / "alt.toml")  # in the place of the old one
    alt.alt(folder / "gate.html")
    assert tomllib.loads((folder / "alt.toml").read_text("utf-8")) == imported
    done = run_ebook("build", "gate.html", "--no-check", "-o", "gate.epub", folder=folder)
    assert done.returncode == 0, done.stderr.decode()
    chapter = read_epub((folder / "gate.epub").read_bytes())["EPUB/chapter-01.xhtml"].decode()
    assert 'alt="A wooden gate, half open, “for the cat”"' in chapter
    assert 'alt="Two herons in the reeds"' in chapter
    assert 'alt="A boat"' in chapter
    assert 'alt="" role="presentation"' in chapter
    assert "Undescribed" not in chapter
