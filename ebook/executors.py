"""Where work runs: here, or in several processes. Results come in the order of the items, whichever it is."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing.connection import wait
from threading import Thread
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
                with _undisturbed():
                    results = pool.map(partial(_each, function), chunks)
                yield from results
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
                    with _undisturbed():
                        waiting = pool.submit(function, item)
                    result = waiting.result()
                    done += 1
                    yield result
            except BrokenProcessPool:
                done += 1
                yield lost(items[done - 1])


def _each(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [function(item) for item in items]


@contextmanager
def _pool(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """A pool whose processes end with it, at once where the work is broken off."""
    others = multiprocessing.active_children()
    pool = ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("spawn"), initializer=_end_with_parent)
    try:
        yield pool
    except BaseException:
        for process in multiprocessing.active_children():
            if process not in others:
                process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Start processes that Ctrl-C, which goes to all of a terminal, does not reach: the first one ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, killed perhaps: nobody else would."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def finish() -> None:
    """End the process with which Python keeps account of what processes share, where one was started.

    It would end by itself, but only when it notices that this one has: a process left over for whoever looks at once.
    For the end of a command alone: a program that goes on may share things of its own.
    """
    tracker = sys.modules.get("multiprocessing.resource_tracker")
    if tracker is not None:
        gc.collect()  # what pools shared is given back before the account is closed
        getattr(tracker._resource_tracker, "_stop", lambda: None)()


def choose(jobs: int, count: int) -> Executor:
    """The executor for a number of jobs (0: as many as pay) and items."""
    if jobs == 0:
        jobs = min(os.cpu_count() or 1, count // (ENOUGH // 2)) if count >= ENOUGH else 1
    return Processes(min(jobs, count)) if jobs > 1 and count > 1 else Serial()
