"""Saved pages that are parts of one article are found; others are left alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from ebook.sources.series import series

SITE = "https://courier.example/flood"


def page(title: str, head: str = "", body: str = "") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title>{head}</head><body><p>Text.</p>{body}</body></html>"


def link(relation: str, address: str) -> str:
    return f'<link rel="{relation}" href="{address}">'


def grouped(folder: Path, pages: dict[str, str]) -> list[tuple[str, ...]]:
    """The names of the files in the groups that were found."""
    names = list(pages)
    for name, text in pages.items():
        (folder / name).write_text(text)
    return [tuple(names[n] for n in g) for g in series([str(folder / n) for n in names], [""] * len(names))]


JOINED = {
    "next and prev": {
        "a.html": page("The flood", link("canonical", SITE) + link("next", f"{SITE}?page=2")),
        "b.html": page("The flood", link("canonical", f"{SITE}?page=2") + link("prev", SITE)),
    },
    "order of pages, not of names": {
        "z.html": page("The flood", link("canonical", SITE) + link("next", f"{SITE}/2/")),
        "a.html": page("The flood – Page 2", link("canonical", f"{SITE}/2/") + link("prev", SITE)),
    },
    "number in the title": {
        "1.html": page("The flood | Courier", link("canonical", SITE)),
        "2.html": page("The flood - Page 2 of 3 | Courier", link("canonical", SITE)),
        "3.html": page("The flood - Page 3 of 3 | Courier", link("canonical", SITE)),
    },
    "number in the address": {
        "x.html": page("The flood", link("canonical", f"{SITE}.html")),
        "y.html": page("The flood", link("canonical", f"{SITE}-2.html")),
    },
    "files that link to each other": {
        "flood.html": page("The flood", body='<a href="flood.html">1</a> <a href="flood-2.html">2</a>'),
        "flood-2.html": page("The flood (2/2)", body='<a href="flood.html">1</a> <a href="flood-2.html">2</a>'),
    },
    "other languages": {
        "1.html": page("Die Flut", link("canonical", SITE)),
        "2.html": page("Die Flut – Seite 2", link("canonical", f"{SITE}?seite=2")),
    },
}
APART = {
    "same title alone": {"a.html": page("Notes"), "b.html": page("Notes")},
    "blog neighbours": {
        "a.html": page("The flood", link("canonical", SITE) + link("next", "https://courier.example/dry")),
        "b.html": page("The drought", link("canonical", "https://courier.example/dry") + link("prev", SITE)),
    },
    "two copies": {
        "a.html": page("The flood", link("canonical", SITE)),
        "copy.html": page("The flood", link("canonical", SITE)),
    },
    "two parts of a serial": {
        "a.html": page("The flood, part 1", link("canonical", f"{SITE}-part-1")),
        "b.html": page("The flood, part 2", link("canonical", f"{SITE}-part-2")),
    },
    "copies of page two": {
        "a.html": page("The flood – Page 2", link("canonical", f"{SITE}?page=2") + link("prev", SITE)),
        "b.html": page("The flood – Page 2", link("canonical", f"{SITE}?page=2") + link("prev", SITE)),
    },
    "no title": {"a.html": page(""), "b.html": page("")},
    "no pages": {"a.txt": "The flood", "b.md": "# The flood\n\nPage 2"},
}


@pytest.mark.parametrize("pages", JOINED.values(), ids=JOINED)
def test_pages_of_one_article_belong_together(tmp_path: Path, pages: dict[str, str]) -> None:
    names = sorted(pages, reverse="z.html" in pages or "flood.html" in pages)
    found = grouped(tmp_path, pages)
    assert len(found) == 1
    assert sorted(found[0]) == sorted(names)
    assert found[0] == tuple(pages)


@pytest.mark.parametrize("pages", APART.values(), ids=APART)
def test_others_stay_apart(tmp_path: Path, pages: dict[str, str]) -> None:
    assert grouped(tmp_path, pages) == [(name,) for name in pages]


def test_article_keeps_its_place_among_others(tmp_path: Path) -> None:
    pages = {"0.html": page("First"), **JOINED["next and prev"], "c.html": page("Last")}
    assert grouped(tmp_path, pages) == [("0.html",), ("a.html", "b.html"), ("c.html",)]


def test_missing_file_and_standard_input_stand_alone() -> None:
    assert series(["-", "/nowhere/at/all.html"], ["", ""]) == [(0,), (1,)]


def test_many_pages_take_no_long_time(tmp_path: Path) -> None:
    text = page("The flood", link("canonical", SITE), "<a " * 50_000 + '<a href="x">1</a>' * 20_000)
    pages = {f"{n}.html": text for n in range(5)}
    start = time.process_time()
    assert len(grouped(tmp_path, pages)) == 5
    assert time.process_time() - start < 5
