"""Work for the processes of a pool. It loads next to nothing, because each of these processes loads it anew."""

from __future__ import annotations

import os


def square(number: int) -> int:
    return number * number


def dies_on_three(given: tuple[int, str]) -> tuple[int, int]:
    """The number and the process it was worked on in; three ends its process, and leaves a line each time."""
    number, log = given
    if number == 3:
        with open(log, "a") as file:
            file.write("died\n")
        os._exit(9)
    return number, os.getpid()


def dies_once(given: tuple[int, str]) -> int:
    """Ends the process at three, unless it has done so before."""
    number, log = given
    if number == 3 and not os.path.exists(log):
        open(log, "w").close()
        os._exit(9)
    return number


def no_result(item: object) -> object:
    return f"lost {item}"


def lost(given: tuple[int, str]) -> tuple[int, int]:
    return -given[0], -1
