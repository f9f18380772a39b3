"""`ebook alt`: the pictures and wide tables of articles in a file in which people say what they show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import click

from ebook import alt as work
from ebook.cli.build import HINT, NOTHING
from ebook.cli.output import as_json, language_tag, progress_bar, say, show_findings
from ebook.describing.sidecar import IMAGE, KEYS_OF, STATES, TABLE, Entry
from ebook.errors import FINDINGS, FINE, UsageProblem


@click.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    metavar="ALT.toml",
    help="The list; by default alt.toml beside the first input, where ebook build finds it.",
)
@click.option(
    "--html",
    "page",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help="Make a page as well, with pictures and tables beside fields for their words; by default beside the list.",
)
@click.option(
    "--import",
    "imported",
    metavar="ALT.toml",
    help="Take over what another list says of the same, for example one that the page saved.",
)
@click.option(
    "--alt-command",
    "command",
    default="",
    metavar="'PROG {image}'",
    help="A program that suggests words for pictures without any; they wait until a person accepts them.",
)
@click.option(
    "--alt-seconds",
    "seconds",
    type=click.FloatRange(0, min_open=True),
    default=work.SECONDS,
    show_default=True,
    help="How long that program may take for a picture.",
)
@click.option(
    "--language", default="", callback=language_tag, metavar="TAG", help="Language of articles that declare none."
)
@click.option(
    "--jobs", type=click.IntRange(0), default=0, help="Processes to use; 0 means as many as pay.  [default: 0]"
)
@click.option("--json", "json_", is_flag=True, help="Print the list for machines.")
def alt(inputs: tuple[str, ...], json_: bool, **given: Any) -> None:
    """List pictures and wide tables of articles, with what each still needs, in a file that a person fills in."""
    if not inputs and given["page"]:  # `ebook alt --html articles/`
        inputs, given["page"] = (given["page"],), ""
    if not inputs:
        raise UsageProblem(NOTHING, hint=HINT.replace("build", "alt").replace(" -o article.epub", ""))
    with progress_bar(json_) as progress:
        result = work.alt(*inputs, progress=progress, **given)
    for error in result.failed:
        say(f"ebook: left out: {error}", err=True)
    if result.left_out:
        count = f"{result.left_out} {'entry' if result.left_out == 1 else 'entries'}"
        say(f"ebook: left out {count} of {given['imported']} about other pictures and tables", err=True)
    if json_:
        as_json(report(result))
    else:
        show_findings(result.findings)
        say(summary(result))
        if result.page:
            say(str(result.page))
    raise SystemExit(FINDINGS if result.failed or result.findings else FINE)


def summary(result: work.AltResult) -> str:
    """What the list holds, in a line."""
    if not result.entries:
        return f"There are no pictures and no wide tables; {result.path} was not written"
    need = len(result.open)
    wait = f", {need or 'none'} need{'s' if need <= 1 else ''} a person"
    pictures = _counted(result.pictures, IMAGE, "picture", wait)
    may = f", {len(result.offered) or 'none'} may be described"
    tables = f"; {_counted(result.tables, TABLE, 'wide table', may)}" if result.tables else ""
    return f"{result.path}: {pictures}{tables}"


def _counted(entries: Sequence[Entry], kind: str, name: str, wait: str) -> str:
    """How many there are, what waits, and how many of each state."""
    states = Counter("gone" if e.gone else e.state for e in entries)
    here = sum(states.values()) - states["gone"]
    counted = ", ".join(f"{states[state]} {state}" for state in STATES[kind] if states[state])
    gone = f"; {states['gone']} gone" if states["gone"] else ""
    return f"{here} {name}{'s' if here != 1 else ''}{wait}{f' ({counted})' if counted else ''}{gone}"


def report(result: work.AltResult) -> dict[str, Any]:
    """The shape of `ebook alt --json`."""
    return {
        "list": str(result.path),
        "page": str(result.page) if result.page else "",
        "open": len(result.open),
        "offered": len(result.offered),
        "images": [_entry(e) for e in result.pictures],
        "tables": [_entry(e) for e in result.tables],
        "left-out": result.left_out,
        "failed": list(result.failed),
        "findings": [f.as_json() for f in result.findings],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {key: getattr(entry, key.replace("-", "_")) for key in KEYS_OF[entry.kind]}
