"""What holds for every chapter, on markup at the edges of HTML's grammar.

`data/markup_seeds.jsonl` walks through the states of the tokenizer and the insertion modes of the tree builder (HTML
§13.2.5 and §13.2.6). The cases of html5lib-tests come with no package that can be installed, only with the source
archive of html5lib: where `EBOOK_HTML5LIB_TESTS` names its folder `html5lib/tests/testdata`, they are run too.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
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


def html5lib_cases() -> Iterator[str]:
    """The inputs of html5lib-tests: JSON for the tokenizer, sections for the tree construction."""
    for path in sorted(Path(HTML5LIB).glob("tokenizer/*.test")):
        tests = json.loads(path.read_text("utf-8"))
        for test in tests.get("tests", tests.get("xmlViolationTests", [])):
            text = test["input"]
            if test.get("doubleEscaped"):
                text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
            yield text
    for path in sorted(Path(HTML5LIB).rglob("*.dat")):
        if path.parent.name != "encoding":
            for part in path.read_text("utf-8", errors="replace").split("#data\n")[1:]:
                yield part.split("\n#errors")[0]


@pytest.mark.skipif(
    not HTML5LIB, reason="EBOOK_HTML5LIB_TESTS does not name the test data of html5lib's source archive"
)
def test_cases_of_html5lib_keep_every_promise() -> None:
    faults = {}
    for case in html5lib_cases():
        for text in (case, in_article(case)):
            if found := broken(text.encode("utf-8", "replace")):
                faults[text] = found
    assert faults == {}
