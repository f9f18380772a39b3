"""What a browser tells assistive technology of a book: no words twice in a row, no image that repeats its caption."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from itertools import pairwise
from pathlib import Path

import pytest

from ebook.checks import tools
from tests.tools import ROOT

LEAVES = ("StaticText", "image", "img", "graphics-symbol", "doc-cover")
MANY = 3
"""Words from which hearing them twice in a row is no accident of the text."""


@pytest.fixture(scope="module")
def spoken(sample_book, tmp_path_factory):
    """File name to [role, name, depth] of everything in it."""
    node, modules = shutil.which("node"), Path(tools.ace()).absolute().parent.parent
    if not node or not (modules / "puppeteer").is_dir():
        pytest.skip("Puppeteer is missing: make tools")
    folder = tmp_path_factory.mktemp("book")
    with zipfile.ZipFile(sample_book) as archive:
        archive.extractall(folder)
    files = sorted((folder / "EPUB").glob("*.xhtml"))
    command = [node, ROOT / "tests" / "browser" / "spoken.mjs", modules, tools.browser(), *files]
    done = subprocess.run(
        list(map(str, command)), capture_output=True, text=True, timeout=120, env=dict(os.environ), check=False
    )
    assert done.returncode == 0, done.stderr
    return {f.name: json.loads(line) for f, line in zip(files, done.stdout.splitlines(), strict=True)}


@pytest.mark.ace
def test_no_words_stand_twice_in_a_row(spoken):
    for name, nodes in spoken.items():
        said = [(role, " ".join(text.split())) for role, text, _ in nodes if role in LEAVES and text.strip()]
        assert said, name
        twice = [b for a, b in pairwise(said) if a[1].casefold() == b[1].casefold()]
        assert not [t for t in twice if len(t[1].split()) >= MANY], name


@pytest.mark.ace
def test_descriptions_of_controls_do_not_repeat_their_names(spoken):
    for name, nodes in spoken.items():
        for role, text, _ in nodes:
            half = len(text) // 2
            assert not (len(text.split()) >= 2 * MANY and text[:half].strip() == text[half:].strip()), (
                name,
                role,
                text,
            )
