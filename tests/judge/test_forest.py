"""The judge's sums: the forest as one expression, and words and signs counted the quick way."""

from __future__ import annotations

import math
import random
import re

import pytest

from ebook.judge import forest
from ebook.judge.blocks import word_count
from ebook.judge.signs import BIT, Signs
from ebook.markup import new


def _walked(row: list[float]) -> float:
    total = 0.0
    for node in forest.trees():
        while isinstance(node, tuple):
            node = node[2] if row[node[0]] <= node[1] else node[3]
        total += node
    return 1.0 / (1.0 + math.exp(-total))


def test_chances_are_those_of_walking_through_the_trees() -> None:
    draw = random.Random(7)
    rows = [[draw.random() * draw.choice((1, 10, 100)) for _ in forest.NAMES] for _ in range(200)]
    assert forest.chances(rows) == [_walked(row) for row in rows]


@pytest.mark.parametrize("text", ["", "one", "It's a co-op, 3.5 km", "snake_case x", "a\u00a0b é", "…"])
def test_words_are_counted_as_the_pattern_counts_them(text: str) -> None:
    assert word_count(text) == len(re.findall(r"\w+", text))


def test_signs_of_all_names_of_an_element_count() -> None:
    element = new("div", class_="wide postComments", id="sidebar", role="complementary")
    assert Signs().of(element) & (BIT["comments"] | BIT["side"]) == BIT["comments"] | BIT["side"]
    assert Signs().of(new("div")) == 0
