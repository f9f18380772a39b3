"""Where work runs: here, or in several processes. Results come in the order of the items, whichever it is."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 12
"""Items from which starting processes (about half a second each) pays."""


class Executor(Protocol):
    """Anything that applies a function to items and gives the results in order."""

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]: ...


class Serial:
    """One item after the other, in this process."""

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        yield from map(function, items)


class Processes:
    """Several processes; when one dies, what it left undone is done again one item at a time."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        done = 0
        context = multiprocessing.get_context("spawn")
        try:
            with ProcessPoolExecutor(self.jobs, mp_context=context) as pool:
                for result in pool.map(function, items, chunksize=max(1, min(8, len(items) // (4 * self.jobs)))):
                    yield result
                    done += 1
        except BrokenProcessPool:
            yield from map(function, items[done:])


def choose(jobs: int, count: int) -> Executor:
    """The executor for a number of jobs (0: as many as pay) and items."""
    if jobs == 0:
        jobs = min(os.cpu_count() or 1, count // (ENOUGH // 2)) if count >= ENOUGH else 1
    return Processes(min(jobs, count)) if jobs > 1 and count > 1 else Serial()
