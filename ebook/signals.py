"""What the command does when it is told to stop (Ctrl-C, SIGTERM): one line and an exit code, whenever it comes.

While modules load, nothing has been written: the process says its line and ends. While it works, the signal is raised
as `Stopped`, so that temporary files go and other processes end. When the work is done, signals are too late.

A process that imports `ebook` as a library keeps its own handling. Everything that this module imports loads unguarded,
so it imports next to nothing.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType

INTERRUPTED = 130
TERMINATED = 143

ENDINGS: dict[int, tuple[int, str]] = {
    signal.SIGINT: (INTERRUPTED, "interrupted"),
    signal.SIGTERM: (TERMINATED, "terminated"),
}
"""The exit code of each signal and the word for it."""

SOON = 0.02
"""Seconds after which a stop that was swallowed is tried again."""


class Stopped(BaseException):
    """A signal asked the command to stop. Not an `Exception`, so that no handler of errors takes it for one."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code, word = ENDINGS[number]
        self.line = f"ebook: {word}; no file was left half written"


def watch() -> None:
    """End at once with a line on a signal: for the time in which modules load."""
    for number in ENDINGS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _end)


def listen() -> None:
    """From here on raise `Stopped` on the first signal and ignore those after it."""
    for number in ENDINGS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def is_listening() -> bool:
    """Whether a signal would be raised as `Stopped`."""
    return any(signal.getsignal(number) is _stop for number in ENDINGS)


def ignore() -> None:
    """Let no signal disturb the end."""
    for number in ENDINGS:
        signal.signal(number, signal.SIG_IGN)


def _end(number: int, frame: FrameType | None) -> None:
    stopped = Stopped(number)
    os.write(2, f"{stopped.line}\n".encode())
    os._exit(stopped.exit_code)


def _stop(number: int, frame: FrameType | None) -> None:
    ignore()
    sys.unraisablehook = _again
    raise Stopped(number)


def _again(swallowed: sys.UnraisableHookArgs) -> None:
    """Python swallows what is raised in a destructor or a callback of C; a stop must come through: raise it later."""
    if not isinstance(swallowed.exc_value, Stopped) or not hasattr(signal, "setitimer"):
        sys.__unraisablehook__(swallowed)
        return
    number = swallowed.exc_value.args[0]
    signal.signal(signal.SIGALRM, lambda *_: _stop(number, None))
    signal.setitimer(signal.ITIMER_REAL, SOON)


def _is_command() -> bool:
    """Whether this process is `ebook` or `python -m ebook` itself: no library's user, no process of a pool."""
    name, given = next(iter(sys.argv), ""), sys.orig_argv
    if "--multiprocessing-fork" in given:  # has taken over the name of the process that started it
        return False
    if name == "-m":  # while `python -m` looks for the module
        return given[given.index("-m") + 1 :][:1] == ["ebook"] if "-m" in given else False
    return os.path.splitext(os.path.basename(name))[0] == "ebook"


# Only the first import of the package can guard those after it, and `ebook/__init__.py` runs before any entry point.
if _is_command():
    watch()
