"""What a chapter costs: CPU time per page in one warm process, by stage and by pass, beside another extractor.

    python benchmarks/speed.py FOLDER [--every 6] [--rounds 3] [--passes 12]

FOLDER holds saved pages (`.html`, `.htm`, `.html.gz`), at any depth. A page's time is that of the process alone
(`time.process_time`), from the bytes on disk to the finished text of the chapter with its metadata: the least of
the rounds, so that what else the machine does weighs little. Where trafilatura is installed it extracts the same
pages in the same rounds; the ratio holds on other machines, the milliseconds do not.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import platform
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import lxml.etree

from ebook import pipeline, sources, works
from ebook.errors import EbookError
from ebook.markup import Element
from ebook.model import Article
from ebook.options import Options
from ebook.passes import PASSES, Pass
from ebook.rules import Finding
from ebook.sources import Reference

STAGE = importlib.import_module("ebook.normalise")
"""The module, whose name the package gives to its function."""
WARM_UP = 5
"""Pages read before the clock starts: tables, patterns and the judge are made then."""

Times = dict[str, list[float]]
"""What took how many seconds: one number a page."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="saved pages")
    parser.add_argument("--every", type=int, default=1, help="take every Nth page (default 1)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds; the least counts (default 3)")
    parser.add_argument("--passes", type=int, default=12, help="passes to list (default 12)")
    given = parser.parse_args()
    pages = sorted(p for p in given.folder.rglob("*") if p.name.endswith((".html", ".htm", ".html.gz")))
    if not pages:
        raise SystemExit(f"{given.folder} holds no pages; give a folder with .html, .htm or .html.gz files")
    with tempfile.TemporaryDirectory() as folder:
        files = [_plain(page, Path(folder), n) for n, page in enumerate(pages[:: given.every])]
        wholes = measured(files, given.rounds)
        parts = [measured_parts(file) for file in files]
    report(wholes, parts, len(files), given)


def _plain(page: Path, folder: Path, number: int) -> Path:
    """The page as a file that is not packed."""
    data = page.read_bytes()
    target = folder / f"{number}.html"
    target.write_bytes(gzip.decompress(data) if page.suffix == ".gz" else data)
    return target


def measured(files: list[Path], rounds: int) -> Times:
    """The least time of each page, ours and the peer's, in rounds that take turns."""
    tasks: dict[str, Callable[[Path], object]] = {"ebook": chapter}
    tasks.update(peers())
    for task in tasks.values():
        for file in files[:WARM_UP]:
            task(file)
    times: dict[str, list[list[float]]] = {name: [[] for _ in files] for name in tasks}
    for _ in range(rounds):
        for number, file in enumerate(files):
            for name, task in tasks.items():
                start = time.process_time()
                task(file)
                times[name][number].append(time.process_time() - start)
    return {name: [min(page) for page in pages] for name, pages in times.items()}


def peers() -> dict[str, Callable[[Path], object]]:
    """Other extractors that are installed here."""
    try:
        trafilatura = importlib.import_module("trafilatura")
    except ImportError:
        return {}
    return {f"trafilatura {trafilatura.__version__}": lambda file: trafilatura.extract(file.read_bytes())}


def chapter(file: Path) -> str:
    """A page as the text of its chapter, as `ebook normalise` writes it."""
    made = works.try_chapter(Options(), Reference(source=str(file)))
    return pipeline.standalone(made.chapter).xhtml if made.chapter else made.error


def measured_parts(file: Path) -> dict[str, float]:
    """One page again with a clock around each stage and each pass."""
    spent: dict[str, float] = defaultdict(float)
    timed = tuple(_timed(repair, spent) for repair in PASSES)
    options = Options()
    with _passes(timed):
        start = time.process_time()
        article = sources.read(Reference(source=str(file)), max_bytes=options.max_bytes, max_pixels=options.max_pixels)
        spent["read"] = time.process_time() - start
        try:
            start = time.process_time()
            made = STAGE.normalise(article, options)
            spent["normalise"] = time.process_time() - start
            start = time.process_time()
            pipeline.standalone(made)
            spent["standalone"] = time.process_time() - start
        except EbookError:
            pass
    return dict(spent)


def _timed(repair: Pass, spent: dict[str, float]) -> Pass:
    def timed(tree: Element, article: Article) -> Iterator[Finding]:
        start = time.process_time()
        found = list(repair(tree, article))
        spent[f"pass {repair.__name__}"] += time.process_time() - start
        return iter(found)

    return timed


@contextmanager
def _passes(passes: tuple[Pass, ...]) -> Iterator[None]:
    kept = STAGE.PASSES
    STAGE.PASSES = passes
    try:
        yield
    finally:
        STAGE.PASSES = kept


def report(wholes: Times, parts: list[dict[str, float]], count: int, given: argparse.Namespace) -> None:
    """Print the tables."""
    print(f"Python {platform.python_version()}, lxml {lxml.etree.__version__}, {platform.machine()} {sys.platform}")
    print(f"{count} pages, {given.rounds} rounds; CPU ms a page\n")
    print(f"{'':24}{'median':>8}{'mean':>8}{'p95':>8}")
    for name, times in wholes.items():
        print(_row(name, times))
    ours = wholes["ebook"]
    for name, times in wholes.items():
        if name != "ebook":
            print(f"{'ratio to ' + name:24}{statistics.median(ours) / statistics.median(times):8.2f}", end="")
            print(f"{statistics.mean(ours) / statistics.mean(times):8.2f}")
    print("\nstages and passes, one round with a clock around each")
    stages = ("read", "normalise", "standalone")
    collected = {name: [p.get(name, 0.0) for p in parts] for p in parts for name in p}
    passes = sorted((n for n in collected if n not in stages), key=lambda n: -sum(collected[n]))
    for name in (*stages, *passes[: given.passes]):
        if name in collected:
            print(_row(name, collected[name]))


def _row(name: str, times: list[float]) -> str:
    ordered = sorted(times)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    figures = (statistics.median(times), statistics.mean(times), p95)
    return f"{name:24}" + "".join(f"{1000 * figure:8.1f}" for figure in figures)


if __name__ == "__main__":
    main()
