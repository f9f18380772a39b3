"""Where work runs: here, or in several processes. Results come in the order of the items, whichever it is."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 12
"""Items from which starting processes (about half a second each) pays."""


LARGEST_CHUNK = 8
"""Items that go to a process at once."""


class Executor(Protocol):
    """Anything that applies a function to items and gives the results in order.

    `lost` gives the result of an item whose process died twice: among others, then alone.
    """

    def map(
        self, function: Callable[[Item], Result], items: Sequence[Item], lost: Callable[[Item], Result]
    ) -> Iterator[Result]: ...


class Serial:
    """One item after the other, in this process."""

    def map(
        self, function: Callable[[Item], Result], items: Sequence[Item], lost: Callable[[Item], Result]
    ) -> Iterator[Result]:
        yield from map(function, items)


class Processes:
    """Several processes, never this one: an item that ends its process must not end the whole run.

    Python does not say which item a dead process worked on. Those it may have been are done again, each alone; the
    rest goes on in fresh processes.
    """

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs

    def map(
        self, function: Callable[[Item], Result], items: Sequence[Item], lost: Callable[[Item], Result]
    ) -> Iterator[Result]:
        size = max(1, min(LARGEST_CHUNK, len(items) // (4 * self.jobs)))
        waiting = [items[start : start + size] for start in range(0, len(items), size)]
        while waiting:
            done = 0
            for results in self._together(function, waiting):
                yield from results
                done += 1
            # Chunks are handed out in order, and only so many at a time: the one that ended the process is among these.
            suspects, waiting = waiting[done : (end := done + 2 * self.jobs + 1)], waiting[end:]
            yield from _alone(function, [item for chunk in suspects for item in chunk], lost)

    def _together(self, function: Callable[[Item], Result], chunks: list[Sequence[Item]]) -> Iterator[list[Result]]:
        """The results of the chunks in order, up to the first that a dead process left undone."""
        with _pool(self.jobs) as pool:
            try:
                yield from pool.map(partial(_each, function), chunks)
            except BrokenProcessPool:
                return


def _alone(
    function: Callable[[Item], Result], items: Sequence[Item], lost: Callable[[Item], Result]
) -> Iterator[Result]:
    """The results of items that a process of its own works on one by one."""
    done = 0
    while done < len(items):
        with _pool(1) as pool:
            try:
                for item in items[done:]:
                    result = pool.submit(function, item).result()
                    done += 1
                    yield result
            except BrokenProcessPool:
                done += 1
                yield lost(items[done - 1])


def _each(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [function(item) for item in items]


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"))


def choose(jobs: int, count: int) -> Executor:
    """The executor for a number of jobs (0: as many as pay) and items."""
    if jobs == 0:
        jobs = min(os.cpu_count() or 1, count // (ENOUGH // 2)) if count >= ENOUGH else 1
    return Processes(min(jobs, count)) if jobs > 1 and count > 1 else Serial()
