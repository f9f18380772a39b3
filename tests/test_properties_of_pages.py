"""What holds for every chapter, on real pages: a fixed sample of each corpus, other than those looked at most."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.promises import broken
from tests.tools import ROOT, SHARED

CORPORA = SHARED / "eval" / "data"
EVERY = int(os.environ.get("EBOOK_EVERY_PAGE", "12"))
"""One page in so many; 1 is all of them."""
PAGES = [page for corpus in sorted(CORPORA.glob("*/html")) for page in sorted(corpus.glob("*.html.gz"))[5::EVERY]]
if EVERY == 1:
    PAGES = sorted(CORPORA.glob("*/html/*.html.gz"))

_HASHES = """
import gzip, hashlib, sys
from tests.promises import chapter, read
for name in sys.argv[1:]:
    article = read(gzip.open(name).read(), name)
    made = chapter(article) if article else None
    print(hashlib.sha256(repr(made).encode()).hexdigest())
"""


@pytest.mark.shared
@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.parent.name}-{page.name[:24]}")
def test_real_page_keeps_every_promise(page: Path) -> None:
    assert broken(gzip.decompress(page.read_bytes())) == []


@pytest.mark.shared
def test_real_pages_give_the_same_chapters_in_every_process() -> None:
    """The order of a set changes with the seed of the process; no chapter may."""
    names = [str(page) for page in PAGES[::4]]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", _HASHES, *names],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "4711")
    }
    assert len(outputs) == 1
