"""EPUBCheck for several books in one Java, in a program of its own that may be killed at any time.

The price of EPUBCheck is the start: 24 books in one Java cost what one costs on the command line. Where the Java
hangs, breaks or is not to be had, the answer is None, and the plain command takes over.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from ebook.checks import tools

PROGRAM = Path(__file__).with_name("jvm.py")
START_SECONDS = 60
BOOK_SECONDS = 180
FEWEST = 2
"""Books for which a warm Java is quicker than the plain command; for one they are equal, and that one is simpler."""


@dataclass(slots=True, kw_only=True)
class Warm:
    """A Java that is started when the first book comes, and again after it had to be killed."""

    command: Sequence[str]
    seconds: float = BOOK_SECONDS
    """What one book may take."""
    _talk: tools.Talk | None = field(default=None, init=False)

    def check(self, path: Path) -> dict[str, Any] | None:
        """`{"code", "report"}` as the plain command gives them, or None where there is no such answer."""
        talk = self._talk or self._start()
        if talk is None:
            return None
        said = talk.answer(str(path.absolute()), seconds=self.seconds)
        if said is None or "report" not in said:
            self.end()
            return None
        return said

    def _start(self) -> tools.Talk | None:
        try:
            self._talk = tools.Talk(self.command)
        except OSError:
            return None
        if self._talk.answer(seconds=START_SECONDS) is None:
            self.end()
        return self._talk

    def end(self) -> None:
        """End the Java; the next book starts a new one."""
        if self._talk is not None:
            self._talk.end()
            self._talk = None


def warm_java(java: str, jar: str, flags: Sequence[str]) -> Warm | None:
    """A Java to keep warm; None where JPype1 or the library of that Java is missing."""
    library = tools.jvm_library(java)
    if not library or find_spec("jpype") is None:
        return None
    return Warm(command=[sys.executable, "-P", str(PROGRAM), library, jar, *flags])
