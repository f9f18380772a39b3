"""Make chapters that hold the blocks of the truth and no others, to see how high the markup that is kept can score.

    python benchmarks/markup_bound.py ../shared/eval/data build/bound aeb wcx
    python ../shared/eval/score.py build/bound --corpus aeb,wcx
    python benchmarks/markup_bound.py ../shared/eval/data build/bare aeb wcx --bare

The first makes whole chapters, by all passes, with a judge that is right about every block. With `--bare` no pass runs:
a chapter is the page's own markup around those blocks (tables, listings and lists whole, as the judge keeps them).
What that lacks to 1 is lost by the measure itself, in which links of headings and of short lines, and emphasis outside
of longer lines, count as wrong wherever they are kept.
"""

from __future__ import annotations

import argparse
import importlib
import json
from pathlib import Path
from typing import Any
from unittest import mock

from held_out import chapter
from train_judge import shares, unzipped

from ebook.judge import forest
from ebook.judge.features import Page
from ebook.markup import Element, document, parse
from ebook.model import Kind
from ebook.passes.belonging import among, essential
from ebook.passes.excerpt import excerpt
from ebook.sources.decode import decode
from ebook.sources.page import read_page

HALF = 0.5
"""Share of its words from which a block is the truth's, as in training."""


def judged(raw: bytes, truth: dict[str, Any]) -> str:
    """The chapter of a page by all passes; the judge's answer for each block is the truth's."""

    def of_truth(page: Page) -> list[float]:
        return [float(s >= HALF) for s in shares([b.text for b in page.blocks], truth["text"])]

    judge = importlib.import_module("ebook.passes.main_content")  # the package gives this name to the function in it
    with mock.patch.object(judge, "facts", of_truth), mock.patch.object(forest, "chances", list):
        return chapter(raw, truth.get("url") or "")


def bare(raw: bytes, name: str, truth: dict[str, Any]) -> str:
    """The page's own markup around the blocks of the truth."""
    article = read_page(decode(raw, name).text, name, url=truth.get("url") or "")
    tree = parse(article.body)
    page = Page(tree, title=article.metadata.title, summary=article.metadata.description)
    own = shares([b.text for b in page.blocks], truth["text"])
    kept: set[Element] = {b.box.element for b, s in zip(page.blocks, own, strict=True) if s >= HALF}
    boxes = {box.element: box for box in page.boxes}
    kept |= essential(tree, tree, kept, boxes)
    kept |= among(kept, tree, boxes)  # tables and lists whole, as the judge keeps them
    if article.kind is Kind.PAGE:
        list(excerpt(tree, kept, article))
    return document(tree, title=article.metadata.title, language="en", direction="ltr")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("corpora", nargs="+", help="those whose truth is a text: aeb, wcx")
    parser.add_argument("--bare", action="store_true", help="the page's own markup, without our passes")
    arguments = parser.parse_args()
    for corpus in arguments.corpora:
        truths = json.loads(unzipped(arguments.data / corpus / "truth.json.gz"))
        (arguments.output / corpus).mkdir(parents=True, exist_ok=True)
        for name, truth in truths.items():
            raw = unzipped(arguments.data / corpus / "html" / f"{name}.html.gz")
            xhtml = bare(raw, name, truth) if arguments.bare else judged(raw, truth)
            if xhtml:
                (arguments.output / corpus / f"{name}.xhtml").write_text(xhtml, encoding="utf-8")


if __name__ == "__main__":
    main()
