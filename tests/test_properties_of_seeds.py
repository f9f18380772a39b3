"""What holds for every chapter, on markup at the edges of HTML's grammar.

`data/markup_seeds.jsonl` walks through the states of the tokenizer and the insertion modes of the tree builder (HTML
§13.2.5 and §13.2.6). The cases of html5lib-tests come with the source archive of html5lib alone: `make tools` puts them
into `.tools/`, and `EBOOK_HTML5LIB_TESTS` may name another folder of them. A long file gives a fixed sample, unless
`EBOOK_ALL_CASES=1`.
"""

from __future__ import annotations

import json
import os
import re
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.messy import PROSE
from tests.promises import broken

SEEDS = [json.loads(line) for line in (Path(__file__).parent / "data" / "markup_seeds.jsonl").read_text().splitlines()]
STATES = {state: [case for _, case in group] for state, group in groupby(SEEDS, key=lambda seed: seed[0])}
HTML5LIB = os.environ.get("EBOOK_HTML5LIB_TESTS", "")
MOST = 40
"""Cases of one file that are run."""


def in_article(case: str) -> str:
    return f"<html lang=en><body><article><h1>High water</h1><p>{PROSE}</p>{case}<p>{PROSE}</p></article></body></html>"


@pytest.mark.parametrize("state", STATES)
def test_markup_at_the_edge_of_the_grammar_keeps_every_promise(state: str) -> None:
    faults = {}
    for case in STATES[state]:
        for text in (case, in_article(case)):
            if found := broken(text.encode()):
                faults[text] = found
    assert faults == {}


@settings(max_examples=40, deadline=None, derandomize=True, database=None)
@given(st.lists(st.sampled_from([case for _, case in SEEDS]), min_size=2, max_size=8))
def test_seeds_that_meet_keep_every_promise(cases: list[str]) -> None:
    assert broken(in_article("".join(cases)).encode()) == []


def html5lib_files() -> list[Path]:
    """The files of html5lib-tests: for the tokenizer and for the tree construction."""
    folder = Path(HTML5LIB)
    return sorted([*folder.glob("tokenizer/*.test"), *folder.glob("tree-construction/**/*.dat")]) if HTML5LIB else []


def cases_of(path: Path) -> list[str]:
    """The inputs of a file: JSON for the tokenizer, sections for the tree construction."""
    if path.suffix == ".dat":
        parts = path.read_text("utf-8", errors="replace").split("#data\n")[1:]
        return [part.split("\n#errors")[0] for part in parts]
    tests = json.loads(path.read_text("utf-8"))
    return [_input(test) for test in tests.get("tests", tests.get("xmlViolationTests", []))]


def _input(test: dict[str, str]) -> str:
    if not test.get("doubleEscaped"):
        return test["input"]
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), test["input"])


def some(cases: list[str]) -> list[str]:
    """At most so many cases, spread over the file: most of those of long files differ by a name or a number alone."""
    return cases if os.environ.get("EBOOK_ALL_CASES") else cases[:: -(-len(cases) // MOST) or 1]


@pytest.mark.html5lib
def test_cases_of_html5lib_are_there() -> None:
    names = {path.name for path in html5lib_files()}
    assert {"test1.test", "namedEntities.test", "tests1.dat", "tables01.dat"} <= names


@pytest.mark.html5lib
@pytest.mark.parametrize("path", html5lib_files(), ids=lambda path: path.stem)
def test_cases_of_html5lib_keep_every_promise(path: Path) -> None:
    faults = {}
    for case in some(cases_of(path)):
        for text in (case, in_article(case)):
            if found := broken(text.encode("utf-8", "replace")):
                faults[text] = found
    assert faults == {}
