"""Errors that stop the work, each with the exit code it ends in and what to do about it.

What is wrong with the *content* is never an error but a finding (see `rules`).
"""

from __future__ import annotations

from typing import ClassVar

from ebook.signals import INTERRUPTED, TERMINATED

FINE = 0
FINDINGS = 1
USAGE = 2
NOTHING_BUILT = 3
INVALID_BOOK = 4
ENVIRONMENT = 5
LONGEST = 400
"""Characters of what is said of one thing on a terminal; what a page holds may be a thousand times as long."""

EXIT_CODES: tuple[tuple[int, str], ...] = (
    (FINE, "fine"),
    (FINDINGS, "done, but some articles failed or there are findings at or above --fail-on"),
    (USAGE, "wrong use: an unknown option, value or key"),
    (NOTHING_BUILT, "nothing could be read or built"),
    (INVALID_BOOK, "the book failed validation; an older one stays in place"),
    (
        ENVIRONMENT,
        "the environment: disk, Java, a missing tool; or a checker that was asked for gave no verdict",
    ),
    (INTERRUPTED, f"interrupted ({TERMINATED} when terminated)"),
)
"""Every exit code of the command line with its meaning."""


def shortened(text: str, longest: int = LONGEST) -> str:
    """The beginning of a text that would fill the terminal."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


class EbookError(Exception):
    """Something that stops the work: what and where (`str(error)`), and what to do (`hint`)."""

    exit_code: ClassVar[int] = NOTHING_BUILT

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def line(self) -> str:
        """The error as one printable line of sensible length; control characters are shown escaped."""
        text = shortened(str(self)) + (f". {self.hint}" if self.hint else "")
        return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


class UsageProblem(EbookError):
    """A wrong option, value or key in `book.toml`."""

    exit_code = USAGE


class UnreadableInput(EbookError):
    """An input that cannot be read, or in which there is nothing to read."""

    exit_code = NOTHING_BUILT


class NothingBuilt(EbookError):
    """No article of the input could be built."""

    exit_code = NOTHING_BUILT


class InvalidBook(EbookError):
    """The finished book has errors and was not put in place."""

    exit_code = INVALID_BOOK


class EnvironmentProblem(EbookError):
    """A full disk, a folder that cannot be written to, or a tool that is missing."""

    exit_code = ENVIRONMENT
