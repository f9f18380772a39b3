"""Every planted hazard is repaired in the book or reported in its place; clean look-alikes stay as they are."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ebook import pipeline
from ebook.checks.ace import check_with_ace
from ebook.rules import Severity
from tests.hazards.cases import Case, build, cases, outcome, write_pages
from tests.tools import read_epub
from tests.volumes import gathered

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_hazard_is_dealt_with_and_look_alike_is_left_alone(case: Case, tmp_path: Path) -> None:
    assert outcome(case, build(case, tmp_path)) == []


def test_every_hazard_has_variants_and_look_alikes() -> None:
    planted = Counter(case.hazard for case in CASES if case.planted)
    clean = Counter(case.hazard for case in CASES if not case.planted)
    assert len(planted) == 26
    assert min(planted.values()) >= 3
    assert all(clean[hazard] >= 2 for hazard in planted)
    assert len({case.id for case in CASES}) == len(CASES)


def test_every_case_expects_something() -> None:
    assert [case.id for case in CASES if not (case.holds or case.found)] == []


@pytest.fixture(scope="module")
def book_of_all(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One book of the pages of all cases."""
    folder = tmp_path_factory.mktemp("hazards")
    pages = [page for n, case in enumerate(CASES) for page in write_pages(case, _made(folder / f"{n:03}"))]
    path = folder / "hazards.epub"
    pipeline.build(*pages, output=path, edition={"title": "Hazards", "language": "en"}, options={"check": False})
    return path


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
def test_book_of_all_hazards_is_valid(book_of_all: Path) -> None:
    from ebook.checks.epubcheck import check_epubs

    said = check_epubs([book_of_all])[0]
    assert said.verdict == "valid"
    assert [f for f in said.findings if f.severity.rank > Severity.INFO.rank] == []


@pytest.mark.ace
def test_ace_finds_nothing_in_the_book_of_all_hazards_but_what_is_planted(book_of_all: Path, tmp_path: Path) -> None:
    """The chapters are gathered in volumes; a picture without words at the end of each says that Ace read them all."""
    data, volumes = gathered(book_of_all.read_bytes(), planted='<p><img src="cover.png"/></p>')
    path = tmp_path / "volumes.epub"
    path.write_bytes(data)
    found = check_with_ace(path).findings
    assert sorted((f.rule, f"EPUB/{f.place.file}") for f in found) == [("image-alt", name) for name in volumes]
    assert [volume for volume in volumes if len(read_epub(data)[volume]) < 500] == []
