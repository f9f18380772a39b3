"""One process or many: the same results in the same order."""

from __future__ import annotations

import os

import pytest

from ebook.executors import Processes, Serial, choose


def square(number: int) -> int:
    return number * number


def dies_elsewhere(given: tuple[int, int]) -> int:
    """Ends the process, unless it is the one that asks."""
    number, home = given
    if number == 3 and os.getpid() != home:
        os._exit(9)
    return number


@pytest.mark.parametrize("executor", [Serial(), Processes(2)])
def test_results_come_in_the_order_of_the_items(executor):
    assert list(executor.map(square, range(20))) == [n * n for n in range(20)]


def test_process_that_dies_costs_no_result():
    items = [(n, os.getpid()) for n in range(8)]
    assert list(Processes(2).map(dies_elsewhere, items)) == list(range(8))


@pytest.mark.parametrize("executor", [Serial(), Processes(2)])
def test_nothing_gives_nothing(executor):
    assert list(executor.map(square, [])) == []


def test_few_items_need_no_processes():
    assert isinstance(choose(0, 3), Serial)
    assert isinstance(choose(1, 300), Serial)
    assert isinstance(choose(4, 1), Serial)
    assert isinstance(choose(4, 300), Processes)
