"""The weights of the judge: a forest of small decision trees, kept as data.

`benchmarks/train_judge.py` makes `forest.json`; docs/decisions/0014 says how and why.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, TypeAlias

from ebook.judge.features import NAMES

Node: TypeAlias = "float | tuple[int, float, Node, Node]"  # recursive, so quoted
"""A leaf's weight, or (number of the feature, threshold, tree where it is at most that, tree where it is more)."""


def chances(rows: Iterable[list[float]]) -> list[float]:
    """How likely the block with each of these rows of facts is part of the article, 0 to 1."""
    weigh = _compiled(trees())
    # Python compares two floats in half the time that it takes to compare a whole number, or a truth, with one.
    return [1.0 / (1.0 + math.exp(-weigh(*map(float, row)))) for row in rows]


@lru_cache(maxsize=8)
def _compiled(forest: tuple[Node, ...]) -> Callable[..., float]:
    """The sum of a forest as one expression: a quarter of the time of walking through the trees (5 of 18 µs a block).

    It is made of nothing but the numbers of the forest.
    """
    names = ", ".join(f"f{number}" for number in range(len(NAMES)))
    weigh: Callable[..., float] = eval(  # noqa: S307 - it holds numbers alone
        f"lambda {names}: 0.0 + {' + '.join(map(_expression, forest))}"
    )
    return weigh


def _expression(node: Node) -> str:
    if isinstance(node, tuple):
        feature, threshold, low, high = node
        return f"({_expression(low)} if f{feature:d} <= {threshold!r} else {_expression(high)})"
    return repr(node)


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


def _node(value: Any) -> Node:
    if isinstance(value, list):
        feature, threshold, low, high = value
        return (int(feature), float(threshold), _node(low), _node(high))
    return float(value)
