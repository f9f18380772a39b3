"""Shows findings and progress on standard error, results on standard output."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from ebook.errors import FINDINGS, FINE, UsageProblem, shortened
from ebook.rules import Finding, Severity

if TYPE_CHECKING:
    from ebook.works import Progress

MOST_LINES = 20
"""Findings of one rule that are shown; the rest is counted."""
_UNSEEN = re.compile("[\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]")
"""What turns the direction of a line, ends it or steers a terminal; JSON leaves it raw (Unicode TR 36, 3.1)."""
FAIL_ON = click.Choice([str(s) for s in Severity])


def language_tag(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """The value of `--language` in its standard form; raises `UsageProblem` for what is no tag."""
    if not value:
        return value
    from ebook.languages import standard_tag  # with the names of all languages: too much for every start

    tag = standard_tag(value)
    if not tag:
        raise UsageProblem(f"“{value}” is no language tag", hint="Use a BCP 47 tag, for example en or pt-BR")
    return tag


def share(context: click.Context, option: click.Parameter, value: str | None) -> float | None:
    """The value of a threshold; raises `UsageProblem` for what is no number from 0 to 1."""
    if value is None:
        return None
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise UsageProblem(f"“{value}” is no number from 0 to 1", hint=f"For example {option.opts[0]} 0.75")
    return number


def as_json(value: Any) -> None:
    """Print a value as JSON on standard output; what would steer a terminal is escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo(_UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def say(text: str, *, err: bool = False) -> None:
    """Print a line in which names and words of the input may stand."""
    click.echo(plain(text), err=err)


def say_lines(lines: Sequence[str]) -> None:
    """Print what a person should know, a line each, on standard error; of very many the first."""
    for line in lines[:MOST_LINES]:
        say(f"ebook: {line}", err=True)
    if len(lines) > MOST_LINES:
        say(f"ebook: … and {len(lines) - MOST_LINES} more", err=True)


def show_findings(
    findings: Sequence[Finding],
    *,
    least: Severity = Severity.REVIEW,
    rest: tuple[str, str] = (
        "1 repair or removal was made; --json lists it",
        "{count} repairs and removals were made; --json lists them",
    ),
) -> None:
    """The findings that need somebody, worst first; the quieter ones are counted: `rest` says one of them, and many."""
    loud = sorted((f for f in findings if f.severity.rank >= least.rank), key=lambda f: -f.severity.rank)
    shown: Counter[str] = Counter()
    for finding in loud:
        shown[finding.rule] += 1
        if shown[finding.rule] <= MOST_LINES:
            click.echo(
                f"{finding.severity}: {plain(shortened(finding.message))} [{', '.join((finding.rule, *finding.also))}]",
                err=True,
            )
            click.echo(f"    {plain(str(finding.place))}\n    {finding.remedy}", err=True)
    for name, count in shown.items():
        if count > MOST_LINES:
            click.echo(f"… and {count - MOST_LINES} more of {name}", err=True)
    quiet = len(findings) - len(loud)
    if quiet:
        click.echo(rest[quiet > 1].format(count=quiet), err=True)


def plain(text: str) -> str:
    """Text without control characters, so that no input can write to the terminal."""
    return "".join(c if c.isprintable() or c == " " else " " for c in text)


def exit_code(findings: Sequence[Finding], fail_on: str | None, failed: bool) -> int:
    """1 where articles failed or something at or above the threshold was found."""
    limit = Severity(fail_on).rank if fail_on else None
    return FINDINGS if failed or (limit is not None and any(f.severity.rank >= limit for f in findings)) else FINE


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Progress | None]:
    """A bar on a terminal; nothing in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=1, label="Articles", file=sys.stderr) as bar:

        def advance(done: int, total: int, source: str) -> None:
            bar.length = total
            bar.update(1)

        yield advance
