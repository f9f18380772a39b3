"""`ebook glossary`: the glossary alone, and the file in which an editor completes it."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from ebook import glossary as work
from ebook import pipeline
from ebook.cli.columns import show
from ebook.cli.output import as_json, language_tag, plain, progress_bar, say, say_lines, share
from ebook.errors import FINDINGS, FINE, UsageProblem, shortened
from ebook.glossary_file import SUFFIXES, Entry
from ebook.glossary_file.entries import FOUND, GONE, MARKS, STATES
from ebook.model import Term
from ebook.options import THRESHOLD
from ebook.terms.matching import FORBIDDEN
from ebook.work_files import is_work_file

_LINE = '{"id", "text", "lang"}'
_HINT = "Name articles, a folder, a book.toml or - for standard input: ebook glossary article.html"
_OF_FILES = {"glossary_file": "--glossary-file", "json_": "--json", "jobs": "--jobs"}
"""Options that say nothing about lines of text."""
_PLAN = re.compile(rb"(?m)^\s*(?:articles\s*=|\[\[\s*section\s*\]\])")
_LONGEST = 80


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
@click.option(
    "--glossary-threshold",
    "--threshold",
    "threshold",
    callback=share,
    metavar="0..1",
    help=f"How sure an entry must be.  [default: {THRESHOLD}; with --jsonl 0, which is all]",
)
@click.option("--json", "json_", is_flag=True, help="Print the entries for machines.")
@click.option("--jsonl", is_flag=True, help=f'Read lines of {_LINE} and write lines of {{"id", "entries"}}.')
@click.option(
    "--language",
    default="",
    callback=language_tag,
    metavar="TAG",
    help="Language of articles, or of lines, that declare none.",
)
@click.option(
    "--jobs", type=click.IntRange(0), default=0, help="Processes to use; 0 means as many as pay.  [default: 0]"
)
def glossary(inputs: tuple[str, ...], edit: str | None, json_: bool, jsonl: bool, **given: Any) -> None:
    """Find the abbreviations and terms that articles explain."""
    if jsonl:
        _refuse_beside_lines(inputs, edit)
        _lines(given["threshold"] or 0.0, given["language"] or "en")
        raise SystemExit(FINE)
    if not inputs and edit:  # `ebook glossary --edit articles/`
        inputs, edit = (_input_after_edit(edit),), ""
    if not inputs:
        raise UsageProblem("there is nothing to read", hint=_HINT)
    options = {"jobs": given["jobs"], "language": given["language"], "glossary_threshold": given["threshold"]}
    options = {key: value for key, value in options.items() if value not in (None, "")}
    named = given["glossary_file"]
    with progress_bar(json_) as progress:
        if edit is not None:
            edited = work.edit(*inputs, output=edit, glossary_file=named, options=options, progress=progress)
        else:
            result = pipeline.glossary_of(*inputs, options=options, glossary_file=named, progress=progress)
    if edit is not None:
        _show_edited(edited, json_)
        _end(edited.unused, edited.failed)
    _show(result.terms, json_)
    _end(result.unused, result.failed)


def _refuse_beside_lines(inputs: Sequence[str], edit: str | None) -> None:
    """Refuse what would do nothing with `--jsonl`; raises `UsageProblem`."""
    if inputs or edit is not None:
        raise UsageProblem("--jsonl reads standard input alone", hint="Leave out files and --edit")
    context = click.get_current_context()
    for name, option in _OF_FILES.items():
        if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
            hint = "Leave it out; --glossary-threshold and --language work with lines"
            raise UsageProblem(f"{option} says nothing about the lines of --jsonl", hint=hint)


def _input_after_edit(edit: str) -> str:
    """What stands behind `--edit` alone is the input, unless it is the name of the file that is to be written."""
    path = Path(edit)
    if path.suffix.lower() in SUFFIXES and not path.is_dir():
        is_plan = path.is_file() and path.suffix.lower() == ".toml" and not is_work_file(path)
        if not is_plan or not _PLAN.search(path.read_bytes()):
            raise UsageProblem(
                f"--edit={edit} names the file to write, and no article to read is named",
                hint=f"Name the articles as well: ebook glossary articles/ --edit={edit}",
            )
    return edit


def _end(unused: Sequence[str], failed: Sequence[str]) -> None:
    """Say what reaches nothing and what was left out, and end."""
    say_lines(unused)
    for error in failed:
        say(f"ebook: left out: {error}", err=True)
    raise SystemExit(FINDINGS if failed else FINE)


def _show(terms: Sequence[Term], json_: bool) -> None:
    """The glossary for machines, or as a table for people."""
    if json_:
        as_json([entry(term) for term in terms])
        return
    if not terms and sys.stdout.isatty():
        say("ebook: no entries", err=True)
    rows = [(plain(t.term), plain(t.meaning), plain(", ".join(t.articles)), f"{t.score:.2f}") for t in terms]
    for line in show(("TERM", "MEANING", "WHERE", "SCORE"), rows):
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


def _show_edited(result: work.EditResult, json_: bool) -> None:
    """Say what a file of an editor holds now, and what is to be done."""
    if json_:
        as_json(report(result))
        return
    click.echo(plain(summary(result)))
    say_lines(result.notes)
    say_lines([_told(entry) for entry in result.changed])


def _told(entry: Entry) -> str:
    """What an article says now, against what was decided about its words."""
    term, before, now, ours = (
        shortened(" ".join(t.split()), _LONGEST)
        for t in (entry.term, entry.found_before, entry.found_meaning, entry.meaning)
    )
    decided = "it stays forbidden" if entry.state == FORBIDDEN else f"the book goes on to say “{ours}”"
    return f"“{term}” was “{before}” in {entry.article} and is “{now}” now; {decided}. Decide, or take the mark out"


def summary(result: work.EditResult) -> str:
    """What the file holds, in a line."""
    if not result.entries:
        return f"Nothing is explained; {result.path} was not written"
    states = Counter(e.state or "own" for e in result.entries if e.mark != GONE)
    marks = Counter(e.mark for e in result.entries)
    counted = ", ".join(f"{states[state]} {state}" for state in (*STATES, "own") if states[state])
    marked = "".join(f"; {marks[mark]} {mark}" for mark in MARKS if marks[mark])
    count = len(result.entries)
    unsure = f"; {result.unsure} less sure than {result.threshold:g}: not in the book until you keep them"
    return (
        f"{result.path}: {count} entr{'y' if count == 1 else 'ies'} ({counted or 'none in these articles'}){marked}"
        f"{unsure if result.unsure else ''}"
    )


def report(result: work.EditResult) -> dict[str, Any]:
    """The shape of `ebook glossary --edit --json`."""
    return {
        "file": str(result.path),
        "open": sum(e.state == FOUND and e.mark != GONE for e in result.entries),
        "unsure": result.unsure,
        "entries": [{key.replace("_", "-"): value for key, value in asdict(e).items()} for e in result.entries],
        "notes": list(result.notes),
        "unused": list(result.unused),
        "failed": list(result.failed),
    }


def _lines(threshold: float, language: str) -> None:
    """Answer every line as soon as it is there."""
    for number, raw in enumerate(sys.stdin.buffer, 1):
        line = raw.decode("utf-8-sig" if number == 1 else "utf-8", "replace")
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            text, own = asked["text"], asked.get("lang") or language
            if not (isinstance(text, str) and isinstance(own, str)):
                raise TypeError
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise UsageProblem(f"line {number} is no {_LINE}", hint="Give one JSON object a line") from error
        try:
            found = pipeline.glossary_of_text(text, own, threshold=threshold)
        except UsageProblem as error:
            raise UsageProblem(f"line {number}: {error}", hint=error.hint) from error
        entries = [entry_of_text(term) for term in found]
        click.echo(json.dumps({"id": asked.get("id"), "entries": entries}, ensure_ascii=True))
