"""`ebook normalise`: the chapters alone, as XHTML files with their metadata."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path

import click

from ebook import pipeline, storage, works
from ebook.cli.build import HINT, NOTHING
from ebook.cli.output import as_json, language_tag, say
from ebook.errors import FINDINGS, FINE, NOTHING_BUILT, UsageProblem
from ebook.model import Chapter
from ebook.options import Options
from ebook.sources import Reference


@click.command()
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "-o",
    "--output",
    metavar="DIR",
    help="Folder for the chapters, their pictures and metadata (JSON); without it they are printed.",
)
@click.option(
    "--list",
    "list_",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Do many in one process: lines of input TAB output TAB url.",
)
@click.option(
    "--language", default="", callback=language_tag, metavar="TAG", help="Language of articles that declare none."
)
@click.option("--json", "json_", is_flag=True, help="Print metadata and findings for machines.")
def normalise(inputs: tuple[str, ...], output: str | None, list_: str | None, language: str, json_: bool) -> None:
    """Make clean XHTML chapters of articles, without a book."""
    options = Options(language=language)
    if list_:
        raise SystemExit(_from_list(Path(list_), options))
    if not inputs:
        raise UsageProblem(NOTHING, hint=HINT.replace("build", "normalise").replace("article.epub", "chapters"))
    results = pipeline.normalise_inputs(*inputs, options=options)
    names = _names([source for source, _, _ in results])
    if output:
        read = (*inputs, *(source for source, _, _ in results))
        for target in (Path(output) / f"{name}.{ending}" for name in names for ending in ("xhtml", "json")):
            storage.refuse_inputs(target, read)
            storage.refuse_others(target)
    for (_, chapter, error), name in zip(results, names, strict=True):
        if chapter is None:
            say(f"ebook: left out: {error}", err=True)
        elif output:
            _write(chapter, Path(output), name)
            if not json_:
                click.echo(str(Path(output) / f"{name}.xhtml"))
        elif not json_:
            click.echo(chapter.xhtml)
    if json_:
        as_json([{"input": s, "error": e, **(_facts(c) if c else {})} for s, c, e in results])
    failed = sum(chapter is None for _, chapter, _ in results)
    raise SystemExit(NOTHING_BUILT if failed == len(results) else FINDINGS if failed else FINE)


def _from_list(path: Path, options: Options) -> int:
    """Every line of a list; one that fails is named and does not stop the others."""
    done = failed = 0
    lines = _lines(path)
    for source, target, _ in lines:
        storage.refuse_inputs(Path(target), (source,))
        storage.refuse_others(Path(target))
    for source, target, url in lines:
        made = works.try_chapter(options, Reference(source=source, url=url))
        if made.chapter:
            storage.write_whole(Path(target), pipeline.standalone(made.chapter).xhtml.encode())
            done += 1
        else:
            failed += 1
            say(f"ebook: left out: {made.error}", err=True)
    if not done:
        raise UsageProblem(f"{path} names nothing that could be read", hint="Write lines of input TAB output TAB url")
    return FINDINGS if failed else FINE


def _lines(path: Path) -> list[tuple[str, str, str]]:
    """Input, output and address of every line that names an output."""
    found = []
    for line in os.fsdecode(path.read_bytes()).split("\n"):  # names of files may hold any byte
        source, _, rest = line.partition("\t")
        target, _, url = rest.rstrip("\r").partition("\t")
        if target:
            found.append((source, target, url.strip()))
    return found


def _names(sources: list[str]) -> list[str]:
    """A file name for each input, none twice."""
    taken: set[str] = set()
    names = []
    for source in sources:
        stem = pipeline.slug(Path(source).stem) if source != "-" else "article"
        name, count = stem, 1
        while name in taken:
            count += 1
            name = f"{stem}-{count}"
        taken.add(name)
        names.append(name)
    return names


def _write(chapter: Chapter, folder: Path, name: str) -> None:
    chapter = pipeline.beside(chapter)
    for image in chapter.images:
        storage.write_whole(folder / image.reference, image.data)
    storage.write_whole(folder / f"{name}.xhtml", chapter.xhtml.encode())
    storage.write_whole(folder / f"{name}.json", json.dumps(_facts(chapter), ensure_ascii=False, indent=2).encode())


def _facts(chapter: Chapter) -> dict[str, object]:
    return {"metadata": asdict(chapter.metadata), "findings": [f.as_json() for f in chapter.findings]}
