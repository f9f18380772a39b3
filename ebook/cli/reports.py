"""The options of `ebook check` that write reports: one for each form in the table of forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from ebook.errors import UsageProblem
from ebook.report import FORMATS, Checked
from ebook.storage import check_own, write_whole

_Command = TypeVar("_Command", bound=Callable[..., Any])


def report_options(command: _Command) -> _Command:
    """Add `--html FILE`, `--sarif FILE`…; `-` is standard output."""
    for name, form in reversed(list(FORMATS.items())):
        command = click.option(f"--{name}", metavar="FILE", help=form.help)(command)
    return command


def check_targets(targets: Mapping[str, str | None], books: Sequence[str], json_: bool) -> None:
    """Refuse what would write over a book, over another report or over the JSON; raises `UsageProblem`."""
    named = [target for target in targets.values() if target]
    if len(named) + json_ > len(set(named) | ({"-"} if json_ else set())):
        raise UsageProblem("two reports cannot go to the same place", hint="Name a file of its own for each")
    for name, target in targets.items():
        if target and target != "-":
            if Path(target).is_dir() or target.lower().endswith(".epub"):
                raise UsageProblem(f"{target} is no place for a report", hint="Name a file, for example report.html")
            check_own(Path(target), tuple(books), FORMATS[name].sign)


def write_reports(targets: Mapping[str, str | None], checked: Sequence[Checked]) -> None:
    """Write each report that was asked for; raises `EnvironmentProblem` where that cannot be done."""
    for name, target in targets.items():
        if not target:
            continue
        text = FORMATS[name].write(checked)
        if target == "-":
            click.echo(text, nl=False)
        else:
            write_whole(Path(target), text.encode("utf-8", "backslashreplace"))
