"""What happens when the command is told to stop: one line and an exit code, no traceback, no process left, at any time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.books import page
from tests.tools import ROOT

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="signals are sent to a group of processes")

SIGNALS = [(signal.SIGINT, 130, "interrupted"), (signal.SIGTERM, 143, "terminated")]
SAID = "ebook: {}; no file was left half written\n"

_START = """
import os, signal, sys
sys.argv = ["ebook", *sys.argv[1:]]
def tell(number=signal.{name}):
    os.killpg(os.getpgid(0), number)
{first}
from ebook.cli import main
{then}
main()
"""
_ON_IMPORT = """
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == {module!r}:
            tell()
sys.meta_path.insert(0, Finder())
"""
_IN_BUILD = """
from ebook import pipeline
pipeline.build = lambda *given, **how: tell() or [n for n in range(10**9)]
"""
_IN_DESTRUCTOR = """
from ebook import pipeline
class Told:
    def __del__(self):
        tell()
        for n in range(1000):
            pass
def build(*given, **how):
    Told()
    while True:
        pass
pipeline.build = build
"""
_IN_POOL = """
from ebook import executors
results = executors.Processes.map
def told(*given):
    for number, result in enumerate(results(*given)):
        if number == 1:
            tell()
        yield result
executors.Processes.map = told
"""


def command(
    folder: Path, *arguments: str, number: signal.Signals = signal.SIGINT, first: str = "", then: str = ""
) -> tuple[subprocess.Popen[bytes], str, str]:
    """Run `ebook` as the first of a group of processes, with code before it loads and before it starts."""
    code = _START.format(name=number.name, first=first, then=then)
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    out, err = process.communicate(timeout=120)
    return process, out.decode(), err.decode()


def is_alone(process: subprocess.Popen[bytes]) -> bool:
    """Whether no process of the group is left."""
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(24):
        (tmp_path / f"{number:02}.html").write_text(page("<p>One.</p>", title=f"Night {number}"))
    return tmp_path


@pytest.mark.parametrize(("number", "code", "word"), SIGNALS)
@pytest.mark.parametrize("module", ["ebook.binding", "lxml", "ebook.pipeline", "ebook.cli.doctor"])
def test_signal_while_modules_load_ends_in_one_line(tmp_path, module, number, code, word):
    done, _, said = command(tmp_path, "--help", number=number, first=_ON_IMPORT.format(module=module))
    assert (done.returncode, said) == (code, SAID.format(word))


@pytest.mark.parametrize(("number", "code", "word"), SIGNALS)
@pytest.mark.parametrize("then", [_IN_BUILD, _IN_DESTRUCTOR])
def test_signal_while_it_works_ends_in_one_line(tmp_path, then, number, code, word):
    done, _, said = command(tmp_path, "build", "x.html", number=number, then=then)
    assert (done.returncode, said) == (code, SAID.format(word))


@pytest.mark.parametrize(("number", "code", "word"), SIGNALS)
def test_signal_to_all_processes_of_a_pool_ends_in_one_line(folder, number, code, word):
    given = ("build", str(folder), "-o", "x.epub", "--no-check", "--jobs", "2", "-q")
    done, _, said = command(folder, *given, number=number, then=_IN_POOL)
    assert (done.returncode, said) == (code, SAID.format(word))
    assert is_alone(done)
    assert not (folder / "x.epub").exists()


def test_no_process_is_left_when_a_pool_is_done(folder):
    done, _, said = command(folder, "build", str(folder), "-o", "x.epub", "--no-check", "--jobs", "2", "-q")
    assert (done.returncode, said) == (0, "ebook: x.epub was not checked: --no-check\n")
    assert is_alone(done)


def test_no_process_is_left_when_the_first_is_killed(folder):
    then = _IN_POOL.replace("tell()", "os.kill(os.getpid(), signal.SIGKILL)")
    done, _, _ = command(folder, "build", str(folder), "-o", "x.epub", "--no-check", "--jobs", "2", "-q", then=then)
    while not is_alone(done):  # communicate() has seen the pipes close: the processes are at their end
        os.sched_yield()
    assert done.returncode == -signal.SIGKILL


def test_a_program_that_uses_the_package_keeps_its_own_handling(tmp_path):
    code = "import ebook, signal; print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=True
    )
    assert done.stdout == b"True\n"
