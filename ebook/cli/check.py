"""`ebook check`: any EPUB, ours or not."""

from __future__ import annotations

from pathlib import Path

import click

from ebook.checks import INVALID, NOT_CHECKED, VALID, Report, check_book
from ebook.checks.ace import is_available
from ebook.cli.explain import explained, show_told, told_json
from ebook.cli.output import FAIL_ON, as_json, exit_code, show_findings
from ebook.errors import ENVIRONMENT, FINE, INVALID_BOOK, UnreadableInput, UsageProblem


@click.command()
@click.argument("books", nargs=-1, metavar="BOOK.epub...")
@click.option("--ace/--no-ace", default=True, show_default=True, help="Run Ace as well, where it is installed.")
@click.option("--epubcheck/--no-epubcheck", default=True, show_default=True, help="Run EPUBCheck.")
@click.option("--fail-on", type=FAIL_ON, help="End with 1 where a finding is at least this severe.")
@click.option("--explain", is_flag=True, help="For each accessibility claim print the evidence or what is missing.")
@click.option("--statement", is_flag=True, help="Print an accessibility statement in plain words, and ONIX codes.")
@click.option("--json", "json_", is_flag=True, help="Print the findings for machines.")
def check(
    books: tuple[str, ...],
    ace: bool,
    epubcheck: bool,
    fail_on: str | None,
    explain: bool,
    statement: bool,
    json_: bool,
) -> None:
    """Check books with our own rules, EPUBCheck, and Ace where it is installed."""
    if not books:
        raise UsageProblem("there is nothing to check", hint="Name a book: ebook check book.epub")
    paths = [(name, _readable(name)) for name in books]
    if ace and epubcheck and not is_available():
        click.echo("ebook: Ace is not installed, so it was not run; see ebook doctor", err=True)
    reports = [(name, check_book(path, name=path.name, epubcheck=epubcheck, ace=ace)) for name, path in paths]
    told = {n: explained(Path(n), r.findings) for n, r in reports} if explain or statement else {}
    if json_:
        as_json(
            {
                "books": [
                    {"path": n, "verdict": r.verdict, "findings": [f.as_json() for f in r.findings]}
                    | told_json(told.get(n), explain=explain, statement=statement)
                    for n, r in reports
                ]
            }
        )
    for name, report in reports:
        if not json_:
            show_findings(report.findings)
            click.echo(f"{name}: {report.verdict.replace('-', ' ')}{f' ({report.reason})' if report.reason else ''}")
            show_told(told.get(name), explain=explain, statement=statement)
    codes = {_code(r, fail_on, epubcheck) for _, r in reports}
    raise SystemExit(INVALID_BOOK if INVALID_BOOK in codes else max(codes))


def _readable(name: str) -> Path:
    path = Path(name)
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        raise UnreadableInput(f"{name} cannot be read: {error.strerror}", hint="Give an EPUB file") from error
    return path


def _code(report: Report, fail_on: str | None, asked: bool) -> int:
    if report.verdict == INVALID:
        return INVALID_BOOK
    if report.verdict == NOT_CHECKED and asked:
        return ENVIRONMENT
    assert report.verdict in (VALID, NOT_CHECKED)
    return exit_code(report.findings, fail_on, False) or FINE
