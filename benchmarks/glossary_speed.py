"""How fast the glossary is found in text: megabytes of UTF-8 a second in one process, beside other extractors.

    python benchmarks/glossary_speed.py FILE... [--rounds 3]

A FILE holds plain text, or JSON lines with "text" and "lang". The time is that of the process alone
(`time.process_time`), the least of the rounds. Where the packages `abbreviations`, `acronymkit` or `pyab3p` are
installed they read the same texts in the same rounds; the ratio holds on other machines, the figures do not.
"""

from __future__ import annotations

import argparse
import importlib
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from ebook.terms import find_abbreviations, find_definitions

Finder = Callable[[str, str], object]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, help="plain text, or JSON lines with text and lang")
    parser.add_argument("--rounds", type=int, default=3, help="rounds; the least counts (default 3)")
    given = parser.parse_args()
    texts = [one for file in given.files for one in texts_of(file)]
    size = sum(len(text.encode()) for text, _ in texts) / 1e6
    finders: dict[str, Finder] = {"abbreviations, ours": find_abbreviations, "definitions, ours": find_definitions}
    finders.update(peers())
    least = dict.fromkeys(finders, float("inf"))
    for _ in range(given.rounds):
        for name, finder in finders.items():
            least[name] = min(least[name], seconds(finder, texts))
    print(f"{len(texts)} texts, {size:.2f} MB\n\n| | MB a second | ours, times as fast |\n|---|---|---|")
    for name, taken in least.items():
        ratio = "" if "ours" in name else f"{taken / least['abbreviations, ours']:.2f}"
        print(f"| {name} | {size / taken:.2f} | {ratio} |")


def texts_of(file: Path) -> Iterator[tuple[str, str]]:
    """(text, language) of every document in a file."""
    content = file.read_text(encoding="utf-8")
    if file.suffix != ".jsonl":
        yield content, "en"
        return
    for line in content.splitlines():
        document = json.loads(line)
        yield document["text"], document.get("lang", "en")


def seconds(finder: Finder, texts: list[tuple[str, str]]) -> float:
    """Seconds of the process for all texts."""
    start = time.process_time()
    for text, language in texts:
        finder(text, language)
    return time.process_time() - start


def peers() -> Iterator[tuple[str, Finder]]:
    """The other extractors that are installed."""
    for module, make in (("abbreviations.schwartz_hearst", _schwartz), ("acronymkit", _kit), ("pyab3p", _ab3p)):
        try:
            found = importlib.import_module(module)
        except ImportError:
            continue
        yield module.partition(".")[0], make(found)


def _schwartz(module: Any) -> Finder:
    return lambda text, _: module.extract_abbreviation_definition_pairs(doc_text=text, first_definition=True)


def _kit(module: Any) -> Finder:
    engine = module.AcronymEngine()
    return lambda text, _: engine.extract(text)


def _ab3p(module: Any) -> Finder:
    tool = module.Ab3p()
    return lambda text, _: [tool.get_abbrs(line) for line in text.splitlines() if line.strip()]


if __name__ == "__main__":
    main()
