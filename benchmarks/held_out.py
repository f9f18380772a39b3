"""Make chapters with judges that have not seen the page's site, for scores that hold on other pages.

    python benchmarks/train_judge.py ../shared/eval/data --forests build/forests
    python benchmarks/held_out.py ../shared/eval/data build/forests build/held-out aeb wcx
    python ../shared/eval/score.py build/held-out --corpus aeb,wcx

Pages that no fold holds are judged by the forest of the package.
"""

from __future__ import annotations

import argparse
import gzip
import json
import tempfile
from pathlib import Path
from unittest import mock

from ebook import pipeline, works
from ebook.judge import forest
from ebook.options import Options
from ebook.sources import Reference


def folds_of(folder: Path) -> dict[tuple[str, str], Path]:
    """The forest for every page, by corpus and name."""
    lines = (folder / "folds.tsv").read_text(encoding="utf-8").splitlines()
    return {(corpus, name): folder / f"{fold}.json" for fold, corpus, name in (line.split("\t") for line in lines)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("forests", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("corpora", nargs="+")
    arguments = parser.parse_args()
    folds = folds_of(arguments.forests)
    own = forest.trees()
    known = {path: forest.read_trees(path.read_text(encoding="utf-8")) for path in set(folds.values())}
    for corpus in arguments.corpora:
        truths = json.loads(gzip.decompress((arguments.data / corpus / "truth.json.gz").read_bytes()))
        (arguments.output / corpus).mkdir(parents=True, exist_ok=True)
        for name, truth in truths.items():
            path = folds.get((corpus, name))
            page = gzip.decompress((arguments.data / corpus / "html" / f"{name}.html.gz").read_bytes())
            with mock.patch.object(forest, "trees", return_value=known[path] if path else own):
                xhtml = chapter(page, truth.get("url") or "")
            if xhtml:
                (arguments.output / corpus / f"{name}.xhtml").write_text(xhtml, encoding="utf-8")


def chapter(page: bytes, url: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_bytes(page)
        made = works.try_chapter(Options(), Reference(source=str(path), url=url))
    return pipeline.standalone(made.chapter).xhtml if made.chapter else ""


if __name__ == "__main__":
    main()
