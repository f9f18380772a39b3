"""`ebook glossary`: the glossary alone."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from ebook import pipeline
from ebook.cli.build import HINT, NOTHING
from ebook.cli.output import as_json, language_tag, plain, say
from ebook.errors import FINDINGS, FINE, UsageProblem
from ebook.model import Term
from ebook.options import Options


@click.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option("--json", "json_", is_flag=True, help="Print the entries for machines.")
@click.option(
    "--jsonl",
    is_flag=True,
    help='Read lines of {"id", "text", "lang"} from standard input and write lines of {"id", "entries"}.',
)
@click.option(
    "--language", default="", callback=language_tag, metavar="TAG", help="Language of articles that declare none."
)
def glossary(inputs: tuple[str, ...], json_: bool, jsonl: bool, language: str) -> None:
    """Find the abbreviations and terms that articles explain."""
    if jsonl:
        _lines()
        raise SystemExit(FINE)
    if not inputs:
        raise UsageProblem(NOTHING, hint=HINT.replace("build", "glossary").replace(" -o article.epub", ""))
    terms, errors = pipeline.glossary_of(*inputs, options=Options(language=language))
    for error in errors:
        say(f"ebook: left out: {error}", err=True)
    if json_:
        as_json([entry(t) for t in terms])
    else:
        for term in terms:
            click.echo(f"{plain(term.term)}\t{plain(term.meaning)}")
    raise SystemExit(FINDINGS if errors else FINE)


def entry(term: Term) -> dict[str, Any]:
    """The shape of a glossary entry in JSON."""
    key = "expansion" if term.kind == "abbreviation" else "definition"
    return {"kind": term.kind, "term": term.term, key: term.meaning, "score": term.score}


def _lines() -> None:
    for number, raw in enumerate(sys.stdin.buffer, 1):
        line = raw.decode("utf-8", "replace")
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            text, language = str(asked["text"]), str(asked.get("lang") or "en")
        except (ValueError, KeyError, TypeError) as error:
            raise UsageProblem(
                f'line {number} is no {{"id", "text", "lang"}}', hint="Give one JSON object a line"
            ) from error
        entries = [entry(t) for t in pipeline.glossary_of_text(text, language)]
        click.echo(json.dumps({"id": asked.get("id"), "entries": entries}, ensure_ascii=True))
