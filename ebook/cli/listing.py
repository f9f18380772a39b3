"""`ebook rules`, `ebook themes`, `ebook passes`: what there is, from the registries."""

from __future__ import annotations

import inspect

import click

from ebook import themes as all_themes
from ebook.cli.output import as_json
from ebook.passes import PASSES
from ebook.rules import RULES

_JSON = click.option("--json", "json_", is_flag=True, help="Print for machines.")


@click.command()
@_JSON
def rules(json_: bool) -> None:
    """List everything that can be found, and what to do about it."""
    if json_:
        as_json(
            [
                {
                    "id": r.id,
                    "severity": str(r.severity),
                    "subject": r.subject,
                    "title": r.title,
                    "why": r.why,
                    "help": r.help,
                    "references": r.references,
                }
                for r in RULES
            ]
        )
        return
    for r in RULES:
        lines = (r.title, r.why and f"Why: {r.why}", f"What to do: {r.help}", ", ".join(r.references))
        click.echo("\n    ".join((f"{r.id} ({r.severity})", *(line for line in lines if line))))


@click.command()
@_JSON
def themes(json_: bool) -> None:
    """List the themes."""
    found = [all_themes.load(name) for name in all_themes.names()]
    if json_:
        as_json(
            [
                {"name": t.name, "title": t.title, "summary": t.summary, "fonts": [f.name for f in t.fonts]}
                for t in found
            ]
        )
        return
    for theme in found:
        click.echo(f"{theme.name}\n    {theme.summary}")


@click.command()
@_JSON
def passes(json_: bool) -> None:
    """List the repairs in the order they run."""
    listed = [(p.__name__, (inspect.getdoc(inspect.getmodule(p)) or "").splitlines()[0]) for p in PASSES]
    if json_:
        as_json([{"name": name, "summary": summary} for name, summary in listed])
        return
    for number, (name, summary) in enumerate(listed, 1):
        click.echo(f"{number:>2}  {name:<15}{summary}")
