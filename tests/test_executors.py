"""One process or many: the same results in the same order."""

from __future__ import annotations

import os

import pytest

from ebook import executors, pipeline
from ebook.executors import Processes, Serial, choose
from tests.books import page
from tests.pool_work import dies_on_three, dies_once, lost, no_result, square


@pytest.mark.parametrize("executor", [Serial(), Processes(2)])
def test_results_come_in_the_order_of_the_items(executor):
    assert list(executor.map(square, range(20), no_result)) == [n * n for n in range(20)]


@pytest.mark.parametrize("count", [4, 5, 8, 40])
def test_item_that_ends_its_process_is_lost_and_no_other(tmp_path, count):
    log = tmp_path / "log"
    results = list(Processes(2).map(dies_on_three, [(n, str(log)) for n in range(count)], lost))
    assert [n for n, _ in results] == [-3 if n == 3 else n for n in range(count)]


def test_item_that_ends_its_process_is_tried_once_more_and_alone(tmp_path):
    log = tmp_path / "log"
    results = list(Processes(2).map(dies_on_three, [(n, str(log)) for n in range(8)], lost))
    assert log.read_text().count("died") == 2
    assert os.getpid() not in {process for _, process in results}


def test_every_item_that_ends_its_process_is_lost_alone(tmp_path):
    items = [(3 if n in (1, 5) else 10 + n, str(tmp_path / "log")) for n in range(8)]
    assert [n for n, _ in Processes(2).map(dies_on_three, items, lost)] == [10, -3, 12, 13, 14, -3, 16, 17]


def test_item_whose_process_died_once_is_not_lost(tmp_path):
    items = [(n, str(tmp_path / "log")) for n in range(8)]
    assert list(Processes(2).map(dies_once, items, no_result)) == list(range(8))


@pytest.mark.parametrize("executor", [Serial(), Processes(2)])
def test_nothing_gives_nothing(executor):
    assert list(executor.map(square, [], no_result)) == []


def test_few_items_need_no_processes():
    assert isinstance(choose(0, 3), Serial)
    assert isinstance(choose(1, 300), Serial)
    assert isinstance(choose(4, 1), Serial)
    assert isinstance(choose(4, 300), Processes)


def test_article_that_ends_its_process_is_named_and_counted_as_failed(tmp_path, monkeypatch):
    class Dying:
        def map(self, function, items, lost):
            for number, item in enumerate(items):
                yield lost(item) if number == 0 else function(item)

    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(page("<p>One.</p>", title=f"Night {name}"))
    monkeypatch.setattr(executors, "choose", lambda jobs, count: Dying())
    result = pipeline.build(
        tmp_path / "a.html", tmp_path / "b.html", output=tmp_path / "x.epub", options={"check": False}
    )
    assert [a.status for a in result.articles] == ["failed", "built"]
    assert "a.html" in result.articles[0].error and "process" in result.articles[0].error
    assert [f.rule for f in result.articles[0].findings] == ["article.failed"]
