"""Whole collections of saved pages as books: what do EPUBCheck, Ace and our rules say of them?

    python benchmarks/whole_collections.py ../shared/eval/data build/collections aeb rdb

Builds one book of all pages of each corpus into the folder, or takes the one that lies there, and counts what is
found by who says so and by rule. `--json FILE` writes every finding down. The pages came without their pictures.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from ebook import pipeline
from ebook.checks.ace import check_with_ace, is_available
from ebook.checks.epubcheck import check_epubs
from ebook.checks.ours import check_ours
from ebook.rules import Finding


def build(corpus: Path, path: Path) -> list[Finding]:
    """The book of all pages of a corpus at `path`; gives what was found in its articles."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for page in sorted((corpus / "html").glob("*.html.gz")):
            names.append(Path(folder) / page.name.removesuffix(".gz"))
            names[-1].write_bytes(gzip.decompress(page.read_bytes()))
        made = pipeline.build(
            *names, output=path, edition={"title": f"Collection {corpus.name}"}, options={"check": False}
        )
        print(
            f"{corpus.name}: {len(names)} pages, {sum(a.status == 'built' for a in made.articles)} articles in the book"
        )
        return [f for a in made.articles for f in a.findings]


def checked(path: Path, *, ace: bool) -> list[Finding]:
    """What our rules, EPUBCheck and Ace say of a book."""
    said = check_epubs([path])[0]
    print(f"EPUBCheck {said.version}: {said.verdict} {said.reason}")
    found = [*check_ours(path.read_bytes(), path.name), *said.findings]
    if ace and is_available():
        some = check_with_ace(path).findings
        print(f"Ace: {len(some)} violations")
        found += some
    return found


def table(findings: Sequence[Finding]) -> str:
    """How often each rule was found, the gravest first."""
    counts = Counter((-f.severity.rank, f.source, f.rule, str(f.severity)) for f in findings)
    rows = [
        f"| {source} | {rule} | {severity} | {counts[key]} |"
        for key in sorted(counts)
        for _, source, rule, severity in [key]
    ]
    return "\n".join(("| who | rule | severity | found |", "|---|---|---|---:|", *rows))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="folder of the corpora")
    parser.add_argument("books", type=Path, help="folder for the books")
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--no-ace", action="store_true")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    if not asked.data.is_dir():
        sys.exit(f"{asked.data} is not there: the evaluation data lies beside the checkout")
    asked.books.mkdir(parents=True, exist_ok=True)
    everything: dict[str, list[dict[str, object]]] = {}
    for name in asked.corpora:
        path = asked.books / f"{name}.epub"
        articles = [] if path.exists() else build(asked.data / name, path)
        found = checked(path, ace=not asked.no_ace)
        print(f"\nThe book {name}\n{table(found)}")
        if articles:
            print(f"\nThe articles of {name}\n{table(articles)}")
        everything[name] = [f.as_json() for f in (*found, *articles)]
    if asked.json:
        asked.json.write_text(json.dumps(everything, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
