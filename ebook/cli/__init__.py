"""The command line: parse, call one function, show what came out, return an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

import click

from ebook import executors, signals
from ebook.cli.output import plain
from ebook.errors import ENVIRONMENT, EXIT_CODES, USAGE, EbookError

COMMANDS = {
    "build": "build",
    "alt": "alt",
    "normalise": "normalise",
    "glossary": "glossary",
    "review": "review",
    "check": "check",
    "rules": "listing",
    "themes": "listing",
    "passes": "listing",
    "doctor": "doctor",
    "completion": "doctor",
}
"""The module of each command."""
_CODES = "\b\nExit codes:\n" + "\n".join(f"  {code:<4}{meaning}" for code, meaning in EXIT_CODES)


def _version() -> str:
    try:
        return version("ebook-packager")
    except PackageNotFoundError:
        return "not installed"


@contextmanager
def _guarded() -> Iterator[None]:
    """Let a signal end the process at once while modules load: not everything passes on what is raised there."""
    if not signals.is_listening():
        yield
        return
    signals.watch()
    try:
        yield
    finally:
        signals.listen()


class _Commands(click.Group):
    """Commands that are loaded when they are asked for: nearly all of the package, for most of them."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        wanted = [name] if name in COMMANDS else [*COMMANDS]  # what is none of them is compared with them all
        with _guarded():
            for each in wanted:
                if each not in self.commands:
                    self.add_command(getattr(import_module(f"ebook.cli.{COMMANDS[each]}"), each))
        return super().get_command(context, name)


@click.group(
    cls=_Commands, epilog=_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(_version(), prog_name="ebook")
def cli() -> None:
    """Turn articles into accessible EPUB 3 books.

    Results go to standard output, progress and findings to standard error.
    """


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
