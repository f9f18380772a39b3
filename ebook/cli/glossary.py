"""`ebook glossary`: the glossary alone, and the file in which an editor completes it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict
from typing import Any

import click

from ebook import glossary as work
from ebook import pipeline
from ebook.cli.build import HINT, NOTHING
from ebook.cli.columns import show
from ebook.cli.output import as_json, language_tag, plain, progress_bar, say, share
from ebook.errors import FINDINGS, FINE, UsageProblem
from ebook.glossary_file.entries import FOUND, GONE, MARKS, STATES
from ebook.model import Term
from ebook.options import THRESHOLD

_LINE = '{"id", "text", "lang"}'


@click.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "--edit",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help="Write what was found into a glossary.toml or glossary.csv for people to complete, or bring it up to date; "
    "by default it lies beside the first input, where ebook build finds it.",
)
@click.option(
    "--glossary-file",
    metavar="FILE",
    help="The editor's word on the glossary; by default the glossary.toml or glossary.csv beside the inputs.",
)
@click.option("--threshold", callback=share, metavar="0..1", help=f"How sure an entry must be.  [default: {THRESHOLD}]")
@click.option("--json", "json_", is_flag=True, help="Print the entries for machines.")
@click.option("--jsonl", is_flag=True, help=f'Read lines of {_LINE} and write lines of {{"id", "entries"}}.')
@click.option(
    "--language", default="", callback=language_tag, metavar="TAG", help="Language of articles that declare none."
)
@click.option(
    "--jobs", type=click.IntRange(0), default=0, help="Processes to use; 0 means as many as pay.  [default: 0]"
)
def glossary(inputs: tuple[str, ...], edit: str | None, json_: bool, jsonl: bool, **given: Any) -> None:
    """Find the abbreviations and terms that articles explain."""
    if jsonl:
        if inputs or edit is not None:
            raise UsageProblem("--jsonl reads standard input alone", hint="Leave out files and --edit")
        _lines(given["threshold"] or 0.0)
        raise SystemExit(FINE)
    if not inputs and edit:  # `ebook glossary --edit articles/`
        inputs, edit = (edit,), ""
    if not inputs:
        raise UsageProblem(NOTHING, hint=HINT.replace("build", "glossary").replace(" -o article.epub", ""))
    options = {"jobs": given["jobs"], "language": given["language"], "glossary_threshold": given["threshold"]}
    options = {key: value for key, value in options.items() if value not in (None, "")}
    with progress_bar(json_) as progress:
        if edit is not None:
            target = edit or given["glossary_file"]
            result = work.edit(*inputs, output=target, options=options, progress=progress)
        else:
            terms, failed = pipeline.glossary_of(
                *inputs, options=options, glossary_file=given["glossary_file"], progress=progress
            )
    if edit is not None:
        failed = _edited(result, json_)
    else:
        _show(terms, json_)
    for error in failed:
        say(f"ebook: left out: {error}", err=True)
    raise SystemExit(FINDINGS if failed else FINE)


def _show(terms: list[Term], json_: bool) -> None:
    """The glossary for machines, or as a table for people."""
    if json_:
        as_json([entry(term) for term in terms])
        return
    rows = [(plain(t.term), plain(t.meaning), plain(", ".join(t.articles)), f"{t.score:.2f}") for t in terms]
    for line in show(("TERM", "MEANING", "WHERE", "SCORE"), rows) if rows else ():
        click.echo(line)


def entry(term: Term) -> dict[str, Any]:
    """The shape of a glossary entry in JSON."""
    return {
        **entry_of_text(term),
        "article": term.articles[0] if term.articles else "",
        "articles": list(term.articles),
        "sentence": term.sentence,
        "language": term.language,
        "source": term.source,
    }


def entry_of_text(term: Term) -> dict[str, Any]:
    """The shape of an entry in a line of `--jsonl`."""
    key = "expansion" if term.kind == "abbreviation" else "definition"
    return {"kind": term.kind, "term": term.term, key: term.meaning, "score": term.score}


def _edited(result: work.EditResult, json_: bool) -> list[str]:
    """Say what a file of an editor holds now; gives why articles were left out."""
    if json_:
        as_json(report(result))
    else:
        click.echo(summary(result))
    return list(result.failed)


def summary(result: work.EditResult) -> str:
    """What the file holds, in a line."""
    if not result.entries:
        return f"Nothing is explained; {result.path} was not written"
    states = Counter(e.state or "own" for e in result.entries if e.mark != GONE)
    marks = Counter(e.mark for e in result.entries)
    counted = ", ".join(f"{states[state]} {state}" for state in (*STATES, "own") if states[state])
    marked = "".join(f"; {marks[mark]} {mark}" for mark in MARKS if marks[mark])
    count = len(result.entries)
    return f"{result.path}: {count} entr{'y' if count == 1 else 'ies'} ({counted or 'none in these articles'}){marked}"


def report(result: work.EditResult) -> dict[str, Any]:
    """The shape of `ebook glossary --edit --json`."""
    return {
        "file": str(result.path),
        "open": sum(e.state == FOUND and e.mark != GONE for e in result.entries),
        "entries": [{key.replace("_", "-"): value for key, value in asdict(e).items()} for e in result.entries],
        "failed": list(result.failed),
    }


def _lines(threshold: float) -> None:
    """Answer every line as soon as it is there."""
    for number, raw in enumerate(sys.stdin.buffer, 1):
        line = raw.decode("utf-8-sig" if number == 1 else "utf-8", "replace")
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            text, language = asked["text"], asked.get("lang") or "en"
            if not (isinstance(text, str) and isinstance(language, str)):
                raise TypeError
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise UsageProblem(f"line {number} is no {_LINE}", hint="Give one JSON object a line") from error
        entries = [entry_of_text(t) for t in pipeline.glossary_of_text(text, language, threshold=threshold)]
        click.echo(json.dumps({"id": asked.get("id"), "entries": entries}, ensure_ascii=True))
