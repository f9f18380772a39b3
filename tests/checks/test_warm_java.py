"""Several books in one Java: the same findings as the plain command, and a Java that hangs costs nothing but time."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from ebook.checks import NOT_CHECKED, epubcheck, tools, warm
from ebook.checks.epubcheck import check_epubs
from ebook.checks.warm import Warm
from ebook.epub import write
from tests.books import OPF, book_of, changed, page

READY = "import json, sys, time\nprint(json.dumps({'ready': '17'}), flush=True)\n"
REPORT = '{"checker": {"nFatal": 0, "nError": 0, "checkerVersion": "5"}, "messages": []}'


def worker(tmp_path: Path, text: str, **how: float) -> Warm:
    """A program in the place of the Java."""
    program = tmp_path / "worker.py"
    program.write_text(text)
    return Warm(command=[sys.executable, str(program)], **how)


@pytest.fixture
def plain(monkeypatch):
    """Count the runs of the plain command, which says that a book is valid."""
    runs: list[str] = []

    def run(command, *, seconds, environment=None):
        runs.append(command[command.index("-jar") + 2])
        Path(command[command.index("--json") + 1]).write_text(REPORT)
        return tools.Run(code=0, output="")

    monkeypatch.setattr(tools, "java", lambda: "java")
    monkeypatch.setattr(tools, "epubcheck_jar", lambda: "epubcheck.jar")
    monkeypatch.setattr(tools, "run", run)
    return runs


def test_answers_of_a_warm_java_are_believed_and_the_plain_command_rests(tmp_path, plain):
    java = worker(tmp_path, f'{READY}for line in sys.stdin: print(\'{{"code": 0, "report": {REPORT}}}\', flush=True)')
    assert [r.verdict for r in check_epubs([Path("a"), Path("b")], warm=java)] == ["valid", "valid"]
    assert plain == []


def test_java_that_is_given_stays_warm_until_its_owner_ends_it(tmp_path, plain):
    """Each answer holds how many books there were before: one program answers them all."""
    count = (
        f"print(json.dumps({{'code': 0, 'report': {{**{REPORT}, 'messages': [{{'ID': str(number)}}]}}}}), flush=True)"
    )
    java = worker(tmp_path, f"{READY}for number, line in enumerate(sys.stdin): {count}")
    said = [check_epubs([Path("a")], warm=java)[0].findings[0].rule for _ in range(3)]
    java.end()
    assert (said, plain) == (["0", "1", "2"], [])


@pytest.mark.parametrize(
    "text",
    [
        f"{READY}time.sleep(60)",  # hangs in a book
        f"{READY}sys.stdin.readline()\nsys.exit(1)",  # dies in a book
        f"{READY}for line in sys.stdin: print('no JSON', flush=True)",
        f"{READY}for line in sys.stdin: print('[]', flush=True)",
        f"{READY}for line in sys.stdin: print(json.dumps({{'problem': 'out of memory'}}), flush=True)",
        "import sys\nsys.exit('no jpype')",  # does not start
    ],
)
def test_where_the_warm_java_fails_the_plain_command_takes_over(tmp_path, plain, text):
    java = worker(tmp_path, text, seconds=0.3)
    assert [r.verdict for r in check_epubs([Path("/a"), Path("/b")], warm=java)] == ["valid", "valid"]
    assert plain == ["/a", "/b"]


def test_half_a_word_of_a_warm_java_is_no_verdict(tmp_path, plain):
    java = worker(tmp_path, f'{READY}for line in sys.stdin: print(\'{{"code": 1, "report": {REPORT}}}\', flush=True)')
    assert check_epubs([Path("a")], warm=java)[0].verdict == NOT_CHECKED


def test_one_book_needs_no_warm_java(plain, monkeypatch):
    monkeypatch.setattr(epubcheck, "warm_java", lambda *_: pytest.fail("started"))
    assert check_epubs([Path("/a")])[0].verdict == "valid"


def test_without_jpype_there_is_no_warm_java(monkeypatch):
    monkeypatch.setattr(warm, "find_spec", lambda name: None)
    monkeypatch.setattr(tools, "jvm_library", lambda java: "/lib/libjvm.so")
    assert warm.warm_java("java", "epubcheck.jar", ()) is None


def test_a_script_in_the_place_of_java_has_no_library(tmp_path):
    (tmp_path / "java").write_text("#!/bin/sh\n")
    assert tools.jvm_library(str(tmp_path / "java")) == ""


@pytest.mark.epubcheck
def test_warm_findings_are_those_of_the_plain_command(tmp_path, warm_epubcheck):
    pytest.importorskip("jpype")
    good = write(book_of(page("<p>The water rose.</p>")))
    broken = {
        "title.epub": changed(good, {OPF: lambda c: c.replace(b"dc:title", b"dc:titel")}),
        "good.epub": good,
        "garbage.epub": b"no book at all",
    }
    paths = []
    for name, data in broken.items():
        (tmp_path / name).write_bytes(data)
        paths.append(tmp_path / name)
    assert all(warm_epubcheck.check(path) is not None for path in paths)
    together = check_epubs(paths, warm=warm_epubcheck)
    assert [r.verdict for r in together] == ["invalid", "valid", "invalid"]
    assert together[0] == check_epubs([paths[0]])[0]
    assert together[0].java and together[0].version
