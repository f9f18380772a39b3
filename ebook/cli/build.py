"""`ebook build`: articles to one validated book."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from ebook import pipeline, works
from ebook.cli.output import (
    FAIL_ON,
    as_json,
    exit_code,
    language_tag,
    progress_bar,
    say,
    say_lines,
    share,
    show_findings,
)
from ebook.describing.sidecar import SUGGESTED
from ebook.errors import ENVIRONMENT, FINE, UsageProblem
from ebook.inventory import MISSING, OFFERED, POOR
from ebook.model import Person
from ebook.options import THRESHOLD
from ebook.sources.collection import is_date

NOTHING = "there is nothing to build"
LATEST = 4_102_444_800
"""Seconds since 1970 up to the year 2100; a later SOURCE_DATE_EPOCH is no date."""
HINT = "Name articles, a folder, a book.toml or - for standard input: ebook build article.html -o article.epub"


@click.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "-o", "--output", metavar="BOOK.epub", help="Where to put the book; by default it is named after its title."
)
@click.option("--title", help="Title of the book; by default that of the first article.")
@click.option("--subtitle", help="Subtitle of the book.")
@click.option(
    "--creator",
    "creators",
    multiple=True,
    metavar="NAME",
    help="Author or editor of the book as a whole; may be repeated.",
)
@click.option("--publisher", help="Publisher of the book.")
@click.option("--date", metavar="YYYY-MM-DD", help="Date of the book.")
@click.option(
    "--language",
    metavar="TAG",
    callback=language_tag,
    help="Language of the book, and of articles that declare none (en, pt-BR…).",
)
@click.option("--theme", help="How the book looks; see: ebook themes.  [default: plain]")
@click.option(
    "--css", metavar="FILE", type=click.Path(dir_okay=False), help="A style sheet of your own, added after the theme."
)
@click.option(
    "--alt",
    metavar="ALT.toml",
    help="What the pictures show, as ebook alt lists it; by default the alt.toml beside the inputs.",
)
@click.option(
    "--contents-depth", type=click.IntRange(1, 6), help="Heading levels that the contents show.  [default: 2]"
)
@click.option(
    "--glossary/--no-glossary", default=None, help="Gather a glossary from the articles.  [default: glossary]"
)
@click.option(
    "--glossary-file",
    metavar="FILE",
    help="The editor's word on the glossary; by default the glossary.toml or glossary.csv beside the inputs.",
)
@click.option(
    "--glossary-threshold",
    callback=share,
    metavar="0..1",
    help=f"How sure an entry of the glossary must be.  [default: {THRESHOLD}]",
)
@click.option(
    "--glossary-links",
    type=click.Choice(("first", "every")),
    help="Uses of a term that link to its entry: the first of each chapter, or every one.  [default: first]",
)
@click.option(
    "--search-key-map/--no-search-key-map",
    default=None,
    help="Add a search key map to the glossary, for reading systems that look words up.  [default: no-search-key-map]",
)
@click.option(
    "--accessibility-page/--no-accessibility-page",
    default=None,
    help="Add a page about the book's accessibility; with a contact it is there anyway.  [default: no page]",
)
@click.option(
    "--contact", metavar="ADDRESS", help="E-mail, web or postal address that the page about accessibility names."
)
@click.option(
    "--certifier", metavar="NAME", help="Who vouches that the book conforms, once every decision is approved."
)
@click.option("--credential", metavar="TEXT", help="Credential of the certifier, or its address.")
@click.option(
    "--certifier-report", metavar="ADDRESS", help="Report of the certifier: on the web, or evidence.json in the book."
)
@click.option("--review-date", metavar="YYYY-MM-DD", help="Day of the review.  [default: of the last approval]")
@click.option(
    "--evidence/--no-evidence",
    default=None,
    help="Put the report of all checks beside the book, as BOOK.evidence.json.  [default: no report]",
)
@click.option(
    "--spoken-maths/--no-spoken-maths",
    default=None,
    help="Set displayed formulas in words below them, for reading systems without MathML.  [default: no-spoken-maths]",
)
@click.option(
    "--check/--no-check",
    default=True,
    show_default=True,
    help="Validate the book with EPUBCheck before it is put in place.",
)
@click.option("--fail-on", type=FAIL_ON, help="End with 1 where a finding is at least this severe.")
@click.option(
    "--jobs", type=click.IntRange(0), default=0, help="Processes to use; 0 means as many as pay.  [default: 0]"
)
@click.option("--json", "json_", is_flag=True, help="Print a report for machines.")
@click.option("-q", "--quiet", is_flag=True, help="Show errors alone.")
def build(
    inputs: tuple[str, ...], output: str | None, fail_on: str | None, json_: bool, quiet: bool, **given: Any
) -> None:
    """Make one validated, accessible EPUB 3 of articles: files, folders, a book.toml, or - for standard input."""
    if not inputs:
        raise UsageProblem(NOTHING, hint=HINT)
    own = [given["css"]] if given["css"] else []
    with progress_bar(quiet or json_) as progress:
        result = pipeline.build(
            *inputs,
            output=output,
            edition=_edition(given),
            options=_options(given),
            alt=given["alt"],
            glossary_file=given["glossary_file"],
            protected=own,
            progress=progress,
        )
    failed = [a for a in result.articles if a.status == "failed"]
    if json_:
        as_json(report(result))
    elif not quiet:
        show_findings(result.all_findings)
    if not quiet:
        _say_open(result.pictures, result.tables)
        say_lines(result.unused)
    for article in failed if not json_ else ():
        say(f"ebook: left out: {article.error}", err=True)
    unchecked = result.verdict != "valid"
    reason = "--no-check" if not given["check"] else result.reason
    if unchecked:
        say(f"ebook: {result.path} was not checked: {reason}", err=True)
    if result.outdated:
        say(f"ebook: {result.outdated} told of the book before and was removed; --evidence writes a new one", err=True)
    if result.uncertified:
        say(f"ebook: no conformance is claimed: {result.uncertified}", err=True)
    if not json_:
        count = len(result.articles) - len(failed)
        state = f"{'not checked' if unchecked else 'valid'}{', conformance claimed' if result.is_certified else ''}"
        say(f"{result.path}: {count} article{'s' if count != 1 else ''}, {state}")
    code = exit_code(result.all_findings, fail_on, bool(failed))
    raise SystemExit(code if code != FINE or not (unchecked and given["check"]) else ENVIRONMENT)


def _say_open(pictures: Mapping[str, int], tables: Mapping[str, int]) -> None:
    """How many pictures still need a person, and how many wide tables are offered for description."""
    missing, poor, suggested = (pictures.get(state, 0) for state in (MISSING, POOR, SUGGESTED))
    if missing + poor:
        count = sum(pictures.values()) - suggested
        click.echo(
            f"ebook: {missing + poor} of {count} picture{'' if count == 1 else 's'} still "
            f"need{'s' if missing + poor == 1 else ''} a person: {missing} without a description, "
            f"{poor} with a poor one; {suggested} ha{'s' if suggested == 1 else 've'} a suggestion. To describe them: "
            "ebook alt",
            err=True,
        )
    if offered := tables.get(OFFERED, 0):
        wide = f"{offered} table{'s are' if offered > 1 else ' is'}"
        click.echo(f"ebook: {wide} too wide for a small page and may be described: ebook alt", err=True)


def report(result: pipeline.BuildResult) -> dict[str, Any]:
    """The shape of `ebook build --json`."""
    return {
        "book": str(result.path),
        "articles": [
            {"input": a.source, "title": a.title, "status": a.status, "findings": [f.as_json() for f in a.findings]}
            for a in result.articles
        ],
        "findings": [f.as_json() for f in result.findings],
        "pictures": dict(result.pictures),
        "tables": dict(result.tables),
        "unused": list(result.unused),
        "formulas": [asdict(formula) for formula in result.book.formulas],
        "verdict": result.verdict,
        "conformance": {"claimed": result.is_certified, "missing": result.uncertified},
        "evidence": str(result.evidence or ""),
        "outdated": str(result.outdated or ""),
    }


def _edition(given: dict[str, Any]) -> dict[str, Any]:
    edition = {k: given[k] for k in ("title", "subtitle", "publisher", "date") if given[k]}
    if given["contact"] is not None:
        edition["contact"] = given["contact"]
    if given["language"]:
        edition["language"] = given["language"]
    if given["date"] and not is_date(given["date"]):
        raise UsageProblem(f"“{given['date']}” is no date", hint="Write YYYY-MM-DD, YYYY-MM or YYYY")
    if given["creators"]:
        edition["creators"] = tuple(Person(name=name) for name in given["creators"])
    certification = {
        key: given[option].strip()
        for key, option in (
            ("certifier", "certifier"),
            ("credential", "credential"),
            ("report", "certifier_report"),
            ("date", "review_date"),
        )
        if given[option] is not None
    }
    if certification:
        edition["certification"] = certification
    return edition


_TAKEN = (
    "theme",
    "contents_depth",
    "glossary",
    "glossary_threshold",
    "glossary_links",
    "search_key_map",
    "accessibility_page",
    "evidence",
    "spoken_maths",
)
"""Options of the command line that are handed on as they are."""


def _options(given: dict[str, Any]) -> dict[str, Any]:
    options = {k: given[k] for k in _TAKEN if given[k] is not None}
    options.update(check=given["check"], jobs=given["jobs"])
    if given["css"]:
        options["css"] = works.read_style(Path(given["css"]))
    if given["language"]:
        options["language"] = given["language"]
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) <= 11 and int(epoch) < LATEST:
        options["modified"] = datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return options
