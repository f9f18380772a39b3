"""Notes and listings as publishing systems write them, in whole pages: every one comes out in the book's own form.

A file of `data/publishing_systems/notes` holds the first mark, the second mark and the notes, parted by `---`, or a whole
article. A file of `data/publishing_systems/code` holds one listing.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ebook.markup import EPUB_TYPE
from tests.tools import ROOT, XHTML, chapter_of, chapter_tree, words_of

SYSTEMS = ROOT / "tests" / "data" / "publishing_systems"
NOTES = sorted((SYSTEMS / "notes").glob("*.html"))
LISTINGS = sorted((SYSTEMS / "code").glob("*.html"))

FIRST, SECOND = "A letter of 1887 says so.", "The gauge was moved in 1911."
RIVER = "The river rises in the hills and falls to the sea in less than a day"
GAUGE = "The gauge at the bridge has been read every morning since the great flood"
FILL = (
    "<p>Those who live beside it know the sound of the weir, and they say that it tells them, hours before the gauge "
    "does, what the water will do in the night, which is why nobody has ever moved the old bell.</p>"
    "<p>When the engineers came they measured for two summers, wrote a report of three hundred pages and left; the "
    "report stands in the library, and the river has gone on doing what it did before they came.</p>"
)
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>The short river - The Weir</title></head><body>'
    '<header class="site-header"><a href="/">The Weir</a><nav><ul><li><a href="/">Home</a></li>'
    '<li><a href="/about">About</a></li></ul></nav></header><main><article><h1>The short river</h1>'
    '<div class="post-content entry-content">{}</div></article></main><aside class="sidebar"><h3>Recent posts</h3>'
    '<ul><li><a href="/a">Ferry</a></li></ul></aside><footer><p>© 2026 The Weir</p></footer></body></html>'
)
CODE = "def weir(level):\n    if level > 3:\n        return 'bell'\n\n    return None"
NAMELESS = frozenset(
    "wordpress shiki medium pasted-from-editor list-in-pre code-block-pro monaco codemirror-5 enlighter-built "
    "geshi-list".split()
)
"""Listings whose page does not say which language they are in, or says it in a box inside."""


def article_of(path: Path) -> str:
    """The article a file of notes stands for."""
    parts = [part.strip() for part in path.read_text(encoding="utf-8").split("\n---\n")]
    if len(parts) == 1:
        return parts[0].replace("FILL", FILL)
    one, two, notes = parts
    return f"<p>{RIVER}.{one} It is short.</p>{FILL}<p>{GAUGE}.{two} Nobody has missed a day.</p>{FILL}{notes}"


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_notes_stand_at_the_end_and_are_called_from_the_text(path: Path) -> None:
    tree = chapter_tree(chapter_of(PAGE.format(article_of(path))))
    section = next(s for s in tree.iter(f"{XHTML}section") if s.get("role") == "doc-endnotes")
    rows = [words_of(row).replace("↩", "").strip() for row in section.iter(f"{XHTML}li")]
    assert rows == [FIRST, SECOND]
    references = [a for a in tree.iter(f"{XHTML}a") if a.get(EPUB_TYPE) == "noteref"]
    assert [a.get("href") for a in references] == ["#note-1", "#note-2"]
    words = words_of(tree)
    for before, after in ((RIVER, "It is short"), (GAUGE, "Nobody")):
        assert re.search(rf"{before}\. ?\[?[12]\]? {after}", words)


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_nothing_of_the_notes_stays_behind_in_the_text(path: Path) -> None:
    tree = chapter_tree(chapter_of(PAGE.format(article_of(path))))
    words = words_of(tree)
    assert [words.count(note) for note in (FIRST, SECOND)] == [1, 1]
    end = words[words.rindex("before they came.") + len("before they came.") : words.rindex(FIRST)]
    assert re.fullmatch(r"\s*(?:notes?|footnotes|references|anmerkungen):?\s*", end, re.I)


@pytest.mark.parametrize("path", LISTINGS, ids=lambda path: path.stem)
def test_listing_is_its_lines_and_its_language(path: Path) -> None:
    listing = path.read_text(encoding="utf-8").strip()
    page = PAGE.format(f"{FILL}<p>The bell is rung by this:</p>{listing}<p>It has never failed.</p>{FILL}")
    tree = chapter_tree(chapter_of(page))
    listings = list(tree.iter(f"{XHTML}pre"))
    lines = [line.rstrip() for pre in listings for line in "".join(pre.itertext()).split("\n")]
    assert lines == CODE.split("\n")
    names = [code.get("class") for pre in listings for code in pre.iter(f"{XHTML}code")]
    if path.stem not in NAMELESS:
        assert names in (["language-python"], ["language-python3"], ["language-py"])
    words = words_of(tree)
    around = words[words.index("rung by this:") + 13 : words.index("It has never")].replace(" ".join(CODE.split()), "")
    assert around.strip() in ("", "weir.py", "Listing 1. Weir")
