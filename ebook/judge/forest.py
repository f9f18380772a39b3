"""The weights of the judge: a forest of small decision trees, kept as data.

`benchmarks/train_judge.py` makes `forest.json`; docs/decisions/0014 says how and why.
"""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from ebook.judge.features import NAMES

Node: TypeAlias = "float | tuple[int, float, Node, Node]"  # recursive, so quoted
"""A leaf's weight, or (number of the feature, threshold, tree where it is at most that, tree where it is more)."""


def chance(row: list[float]) -> float:
    """How likely a block with these facts is part of the article, 0 to 1."""
    total = 0.0
    for node in trees():
        while isinstance(node, tuple):
            node = node[2] if row[node[0]] <= node[1] else node[3]
        total += node
    return 1.0 / (1.0 + math.exp(-total))


@cache
def trees() -> tuple[Node, ...]:
    """The forest as it was trained; raises `ValueError` where it was trained on other features."""
    return read_trees(files("ebook.judge").joinpath("forest.json").read_text(encoding="utf-8"))


def read_trees(text: str) -> tuple[Node, ...]:
    """The forest in a JSON text; raises `ValueError` where it was trained on other features."""
    data = json.loads(text)
    if tuple(data["features"]) != NAMES:
        raise ValueError("forest.json was trained on other features; run benchmarks/train_judge.py")
    return tuple(_node(tree) for tree in data["trees"])


def _node(value: float | list[object]) -> Node:
    if isinstance(value, list):
        feature, threshold, low, high = value
        return (int(feature), float(threshold), _node(low), _node(high))  # type: ignore[call-overload,arg-type]
    return float(value)
