"""`ebook review`: what a person must approve before a book may claim that it conforms."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import click

from ebook import pipeline, storage
from ebook.cli.build import HINT, NOTHING
from ebook.cli.output import as_json, language_tag, plain, progress_bar, share
from ebook.errors import FINDINGS, FINE, UsageProblem
from ebook.review.approvals import unsaved
from ebook.review.page import lines_of, page
from ebook.review.sheets import COLUMNS, read, sheet_rows, written
from ebook.review.signs import is_sign

PAGE, SHEET = "review.html", "review.csv"
MOST_LINES = 40
"""Open decisions that `--status` shows; the rest is counted."""


@click.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "-o", "--output", metavar="DIR", help=f"Folder for {PAGE} and {SHEET}.  [default: the current one]", default=""
)
@click.option("--html", metavar="FILE", default="", help="Where to put the sheet as a page; alone: no CSV.")
@click.option("--csv", metavar="FILE", default="", help="Where to put the sheet as CSV; alone: no page.")
@click.option("--take", metavar="FILE.csv", default="", help="Take the answers of a filled-in sheet.")
@click.option("--by", metavar="NAME", default="", help="Who approved, where a line of the sheet does not say.")
@click.option("--status", is_flag=True, help="Say how much is approved and what is open; write no sheet.")
@click.option("--language", default="", callback=language_tag, metavar="TAG", help="As for ebook build.")
@click.option("--glossary/--no-glossary", default=None, help="As for ebook build.  [default: glossary]")
@click.option("--glossary-file", metavar="FILE", help="As for ebook build.")
@click.option("--glossary-threshold", callback=share, metavar="0..1", help="As for ebook build.")
@click.option("--glossary-links", type=click.Choice(("first", "every")), help="As for ebook build.  [default: first]")
@click.option("--json", "json_", is_flag=True, help="Print decisions and answers for machines; write no sheet.")
def review(inputs: tuple[str, ...], take: str, by: str, status: bool, json_: bool, **given: Any) -> None:
    """List every decision of a book that a person must approve, and record what is approved.

    Approvals are kept in approvals.csv beside the first input. Ends with 1 where something is still open after
    --take or --status, or a line could not be taken.
    """
    if not inputs:
        raise UsageProblem(NOTHING, hint=HINT.partition(":")[0] + ": ebook review book.toml")
    targets = [] if take or status or json_ else _targets(given)
    options: dict[str, Any] = {
        k: given[k]
        for k in ("language", "glossary", "glossary_threshold", "glossary_links")
        if given[k] not in (None, "")
    }
    edition = {"language": given["language"]} if given["language"] else {}
    with progress_bar(json_) as progress:
        found = pipeline.review(
            *inputs, options=options, edition=edition, glossary_file=given["glossary_file"], progress=progress
        )
    notes: tuple[str, ...] = ()
    if take:
        today = datetime.date.today().isoformat()
        found, taken = pipeline.take_sheet(found, Path(take), today=today, by=by.strip())
        notes = taken.notes
        if not json_:
            click.echo(f"{found.approvals}: {taken.new} answer{'' if taken.new == 1 else 's'} taken")
    else:
        notes = found.mistakes
    for error in found.left_out:
        click.echo(f"ebook: left out: {plain(error)}", err=True)
    for note in notes:
        click.echo(f"ebook: {plain(note)}", err=True)
    if json_:
        as_json(report(found, notes))
    elif targets:
        _write(found, targets, inputs)
    else:
        _show(found)
    unfinished = (take or status) and not found.status.is_complete
    raise SystemExit(FINDINGS if notes or unfinished or found.left_out else FINE)


def _targets(given: dict[str, Any]) -> list[Path]:
    """Where the sheet goes: the files that were named, or both in one folder."""
    if given["html"] or given["csv"]:
        return [Path(given[name]) for name in ("html", "csv") if given[name]]
    folder = Path(given["output"] or ".")
    return [folder / PAGE, folder / SHEET]


def _write(found: pipeline.Review, targets: list[Path], inputs: tuple[str, ...]) -> None:
    """Put the sheet where it belongs; refuses to lose answers that nobody has taken yet."""
    kept = (*inputs, *([str(found.approvals)] if found.approvals else []))
    for target in targets:
        storage.check_sheet(target, is_sign, inputs=kept)
        if not _is_page(target) and target.exists():
            rows, _ = read(target.read_bytes(), str(target))
            count = unsaved(rows, found.recorded)
            if count:
                raise UsageProblem(
                    f"{target} holds {count} answer{'' if count == 1 else 's'} that nobody has taken",
                    hint=f"Take them (--take {target}), or name another file",
                )
    for target in targets:
        if _is_page(target):
            storage.write_whole(target, page(found.items, found.recorded, found.opened, found.title))
        else:
            storage.write_whole(target, written(sheet_rows(found.items, found.recorded)))
        count = len(found.items)
        click.echo(f"{target}: {count} decision{'' if count == 1 else 's'}, {found.status.approved} approved")


def _is_page(target: Path) -> bool:
    return target.suffix.lower() in (".html", ".htm")


def _show(found: pipeline.Review) -> None:
    """How far the review is, and what is open."""
    status = found.status
    click.echo(status.line())
    waiting = (*status.refused, *status.open)
    for line in list(lines_of(waiting))[:MOST_LINES]:
        click.echo(f"  {plain(line)}")
    if len(waiting) > MOST_LINES:
        click.echo(f"  … and {len(waiting) - MOST_LINES} more")
    if status.stale:
        answers = "1 earlier answer is" if status.stale == 1 else f"{status.stale} earlier answers are"
        click.echo(f"{answers} about what is no longer in the book, or has changed")


def report(found: pipeline.Review, notes: tuple[str, ...]) -> dict[str, Any]:
    """The shape of `ebook review --json`."""
    status = found.status
    return {
        "approvals": str(found.approvals or ""),
        "total": status.total,
        "approved": status.approved,
        "refused": len(status.refused),
        "open": len(status.open),
        "stale": status.stale,
        "complete": status.is_complete,
        "notes": list(notes),
        "decisions": [
            {name: getattr(row, name) for name in COLUMNS} for row in sheet_rows(found.items, found.recorded)
        ],
    }
