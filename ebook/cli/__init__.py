"""The command line: parse, call one function, show what came out, return an exit code."""

from __future__ import annotations

import io
import os
import sys
from importlib.metadata import PackageNotFoundError, version

import click

from ebook import executors, signals
from ebook.cli.alt import alt
from ebook.cli.build import build
from ebook.cli.check import check
from ebook.cli.doctor import completion, doctor
from ebook.cli.glossary import glossary
from ebook.cli.listing import passes, rules, themes
from ebook.cli.normalise import normalise
from ebook.cli.output import plain
from ebook.cli.review import review
from ebook.errors import ENVIRONMENT, EXIT_CODES, USAGE, EbookError

_CODES = "\b\nExit codes:\n" + "\n".join(f"  {code:<4}{meaning}" for code, meaning in EXIT_CODES)


def _version() -> str:
    try:
        return version("ebook-packager")
    except PackageNotFoundError:
        return "not installed"


@click.group(epilog=_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(_version(), prog_name="ebook")
def cli() -> None:
    """Turn articles into accessible EPUB 3 books.

    Results go to standard output, progress and findings to standard error.
    """


for command in (build, alt, normalise, glossary, review, check, rules, themes, passes, doctor, completion):
    cli.add_command(command)


def main() -> None:
    """Run the command line; every error is one line and has an exit code of its own."""
    try:
        signals.listen()
        try:
            _run()
        finally:
            executors.finish()
            signals.ignore()
    except signals.Stopped as stopped:
        click.echo(stopped.line, err=True)
        raise SystemExit(stopped.exit_code) from None


def _run() -> None:
    """Run the command line up to its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # names of files may hold what the terminal cannot show
            stream.reconfigure(errors="backslashreplace")
    try:
        cli.main(prog_name="ebook", standalone_mode=False)
    except EbookError as error:
        click.echo(f"ebook: {error.line()}", err=True)
        raise SystemExit(error.exit_code) from None
    except click.exceptions.Exit as end:
        raise SystemExit(end.exit_code) from None
    except click.UsageError as error:
        where = f" Try: {error.ctx.command_path} --help" if error.ctx else ""
        click.echo(f"ebook: {plain(error.format_message())}{where}", err=True)
        raise SystemExit(USAGE) from None
    except click.ClickException as error:
        click.echo(f"ebook: {plain(error.format_message())}", err=True)
        raise SystemExit(USAGE) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(ENVIRONMENT) from None
    except OSError as error:
        where = plain(str(error.filename or "the system refused"))
        click.echo(f"ebook: {error.strerror or error}: {where}. Check space and rights", err=True)
        raise SystemExit(ENVIRONMENT) from None
