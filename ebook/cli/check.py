"""`ebook check`: any EPUB, ours or not."""

from __future__ import annotations

from pathlib import Path

import click

from ebook.checks import INVALID, NOT_CHECKED, VALID, Report, check_books
from ebook.checks.ace import is_available
from ebook.cli.explain import explained, show_told, told_json
from ebook.cli.output import FAIL_ON, as_json, exit_code, say, show_findings
from ebook.cli.reports import check_targets, report_options, write_reports
from ebook.errors import ENVIRONMENT, FINE, INVALID_BOOK, NOTHING_BUILT, UnreadableInput, UsageProblem
from ebook.report import Checked


@click.command()
@click.argument("books", nargs=-1, metavar="BOOK.epub...")
@click.option("--ace/--no-ace", default=True, show_default=True, help="Run Ace as well, where it is installed.")
@click.option("--epubcheck/--no-epubcheck", default=True, show_default=True, help="Run EPUBCheck.")
@click.option("--fail-on", type=FAIL_ON, help="End with 1 where a finding is at least this severe.")
@click.option("--explain", is_flag=True, help="For each accessibility claim print the evidence or what is missing.")
@click.option("--statement", is_flag=True, help="Print an accessibility statement in plain words, and ONIX codes.")
@click.option("--json", "json_", is_flag=True, help="Print the findings for machines.")
@report_options
def check(
    books: tuple[str, ...],
    ace: bool,
    epubcheck: bool,
    fail_on: str | None,
    explain: bool,
    statement: bool,
    json_: bool,
    **targets: str | None,
) -> None:
    """Check books with our own rules, EPUBCheck, and Ace where it is installed."""
    if not books:
        raise UsageProblem("there is nothing to check", hint="Name a book: ebook check book.epub")
    check_targets(targets, books, json_)
    reports = check_books([(Path(name), Path(name).name) for name in books], epubcheck=epubcheck, ace=ace)
    if ace and epubcheck and not is_available() and any(report.readable for report in reports):
        click.echo("ebook: Ace is not installed, so it was not run; see ebook doctor", err=True)
    checked = [Checked(path=name, report=report) for name, report in zip(books, reports, strict=True)]
    wanted = [b for b in checked if b.report.readable] if explain or statement else []
    told = {b.path: explained(Path(b.path), b.report.findings) for b in wanted}
    if json_:
        as_json(
            {
                "books": [
                    b.as_json() | told_json(told.get(b.path), explain=explain, statement=statement) for b in checked
                ]
            }
        )
    for book in checked:
        _show(book, quiet=json_ or "-" in targets.values())
        if not json_:
            show_told(told.get(book.path), explain=explain, statement=statement)
    write_reports(targets, checked)
    codes = {_code(report, fail_on, epubcheck) for report in reports}
    raise SystemExit(INVALID_BOOK if INVALID_BOOK in codes else max(codes))


_REMARKS = ("1 remark for information; --json shows it", "{count} remarks for information; --json lists them")


def _show(book: Checked, *, quiet: bool) -> None:
    report = book.report
    if not report.readable:
        line = UnreadableInput(f"{book.path} {report.reason}", hint="Give an EPUB file").line()
        click.echo(f"ebook: {line}", err=True)
        return
    if report.unfinished:
        say(f"ebook: {book.path}: {UnreadableInput(report.unfinished).line()}", err=True)
    if not quiet:
        show_findings(report.findings, rest=_REMARKS)
        reason = f" ({report.reason})" if report.reason else ""
        say(f"{book.path}: {report.verdict.replace('-', ' ')}{reason}")


def _code(report: Report, fail_on: str | None, asked: bool) -> int:
    if not report.readable:
        return NOTHING_BUILT
    if report.verdict == INVALID:
        return INVALID_BOOK
    if report.unfinished or (report.verdict == NOT_CHECKED and asked):
        return ENVIRONMENT
    assert report.verdict in (VALID, NOT_CHECKED)
    return exit_code(report.findings, fail_on, False) or FINE
