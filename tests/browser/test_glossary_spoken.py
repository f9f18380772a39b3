"""What a browser tells assistive technology of a glossary and of the links to it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from ebook.checks import tools
from ebook.epub import write
from tests.binding.glossary.test_page_of_glossary import WORDS, terms
from tests.books import book_of, page
from tests.tools import ROOT

EWC = "<p>At two the Emergency Water Committee (EWC) met in the long room over the bakery. The EWC slept.</p>"


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """File name to [role, name, depth] of everything in it."""
    node, modules = shutil.which("node"), Path(tools.ace()).absolute().parent.parent
    if not node or not (modules / "puppeteer").is_dir():
        pytest.skip("Puppeteer is missing: make tools")
    folder = tmp_path_factory.mktemp("book")
    lines = [(w, f"word number {n} of the river") for n, w in enumerate(WORDS)]
    second = page("<p>In the end the EWC rose, and the amber fell.</p>", title="The day after")
    (folder / "book.epub").write_bytes(write(book_of(page(EWC + terms(*lines)), second)))
    with zipfile.ZipFile(folder / "book.epub") as archive:
        archive.extractall(folder)
    files = [folder / "EPUB" / name for name in ("glossary.xhtml", "chapter-02.xhtml")]
    command = [node, ROOT / "tests" / "browser" / "spoken.mjs", modules, tools.browser(), *files]
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, timeout=120, env=dict(os.environ), check=False
    )
    assert done.returncode == 0, done.stderr
    return {f.name: json.loads(line) for f, line in zip(files, done.stdout.splitlines(), strict=True)}


def named(nodes, role):
    return [name for kind, name, _ in nodes if kind == role]


@pytest.mark.ace
def test_glossary_has_its_roles_and_names(spoken):
    nodes = spoken["glossary.xhtml"]
    assert named(nodes, "doc-glossary") == ["Glossary"]
    assert named(nodes, "navigation") == ["Entries by letter"]
    roles = [role for role, _, _ in nodes]
    assert roles.count("DescriptionListTerm") + roles.count("term") >= len(WORDS)
    assert roles.count("DescriptionListDetail") + roles.count("definition") >= len(WORDS)
    assert named(nodes, "heading")[:3] == ["Glossary", "A", "B"]


@pytest.mark.ace
def test_every_way_back_says_the_word_and_the_article(spoken):
    names = named(spoken["glossary.xhtml"], "doc-backlink")
    assert "EWC in “The night of the flood”" in names and "EWC in “The day after”" in names
    assert all("“" in name for name in names)
    assert len(set(names)) == len(names)


@pytest.mark.ace
def test_links_to_the_glossary_are_named_by_the_word_alone(spoken):
    assert named(spoken["chapter-02.xhtml"], "doc-glossref") == ["quay", "EWC", "amber"]
