"""The review sheet in a Chromium: no violation of axe's, and filled in with the keyboard alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from ebook import pipeline
from ebook.checks import tools
from ebook.review.page import page
from ebook.review.sheets import read
from tests.review.folder import BODY, reviewed
from tests.tools import ROOT

pytestmark = pytest.mark.ace
SCRIPT = ROOT / "tests" / "browser" / "review_page.cjs"


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> pipeline.Review:
    body = BODY + '<p>And this: <img src="rule.png"></p><p>More is told <a href="https://example.org/x">here</a>.</p>'
    return reviewed(tmp_path_factory.mktemp("browser"), body=body)


@pytest.fixture(scope="module")
def seen(found, tmp_path_factory) -> dict:
    file = tmp_path_factory.mktemp("page") / "review.html"
    file.write_bytes(page(found.items, {}, found.opened, found.title))
    modules = next(p for p in Path(os.path.realpath(tools.ace())).parents if p.name == "node_modules")
    done = subprocess.run(
        [shutil.which("node") or "node", str(SCRIPT), str(modules), str(file)],
        capture_output=True,
        env={**os.environ, "PUPPETEER_EXECUTABLE_PATH": tools.browser()},
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def test_axe_finds_no_violation(seen):
    assert seen["violations"] == []


def test_page_asks_for_nothing(seen):
    assert seen["outside"] == []


def test_keyboard_reaches_every_box_and_every_stop_is_seen(found, seen):
    assert seen["boxes"] == sum(not i.is_blocking for i in found.items) > 5
    assert all(stop["shown"] for stop in seen["stops"]) and seen["stops"][-1]["tag"] == "BUTTON"


def test_saved_file_is_a_sheet_as_python_writes_it(found, seen):
    rows, mistakes = read(bytes.fromhex(seen["csv"]), "review.csv")
    approvable = [i for i in found.items if not i.is_blocking]
    assert mistakes == () and [r.key for r in rows] == [i.key for i in approvable]
    assert {(r.approved, r.by) for r in rows} == {("yes", "Ana Ruiz")}
    assert rows[0].comment == "=1+1" and [r.decision for r in rows] == [i.told for i in approvable]
    assert seen["said"] == f"Saved: {len(rows)} of {len(rows)} approved."
