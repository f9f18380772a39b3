"""Train the judge of main content, and say how well it does on sites it has not seen.

    pip install lightgbm numpy
    python benchmarks/train_judge.py ../shared/eval/data             cross-validation by site, nothing written
    python benchmarks/train_judge.py ../shared/eval/data --write     trains on all pages, writes the judge's forest.json
    python benchmarks/train_judge.py ../shared/eval/data --forests DIR
                                 writes DIR/N.json, trained without the sites of fold N, and DIR/folds.tsv

The data is a folder of corpora, each with `truth.json.gz` and `html/<id>.html.gz`: `aeb` and `wcx` give the text of the
article, `rdb` its markup, `tfe` phrases that are and are not in it. What is learnt is which shares, counts and
distances of a block (`ebook.judge.features.NAMES`) go with being article: no name of a site, no class name, no word.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lightgbm
import lxml.html
import numpy

from ebook.judge.features import NAMES, Page, facts
from ebook.markup import parse
from ebook.sources.decode import decode
from ebook.sources.page import read_page

FOLDS = 5
TREES = 100
SEEDS = (1, 2, 3)
"""Forests whose predictions are averaged in cross-validation, to see the method rather than one draw."""
SETTINGS: dict[str, Any] = {
    "objective": "binary", "learning_rate": 0.1, "num_leaves": 8, "min_data_in_leaf": 40, "feature_fraction": 0.5,
    "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 5, "verbose": -1, "num_threads": 1, "deterministic": True,
}  # fmt: skip
CORPUS_WEIGHTS = {"aeb": 1.0, "wcx": 1.0, "tfe": 0.5, "rdb": 0.5}
"""Truths made by hand weigh more than snapshots of another tool and loose phrases."""
RUN = 4
_WORD = re.compile(r"\w+")


@dataclass(slots=True, kw_only=True)
class Sample:
    """One page: facts of its blocks, and which of them are article (1), are not (0), or are unknown (None)."""

    corpus: str
    name: str
    site: str
    truth: str
    texts: list[str]
    rows: list[list[float]]
    labels: list[float | None] = field(default_factory=list)
    captions: list[bool] = field(default_factory=list)


def samples(data: Path) -> list[Sample]:
    found = []
    for corpus in CORPUS_WEIGHTS:
        truths = json.loads(unzipped(data / corpus / "truth.json.gz"))
        for name, truth in sorted(truths.items()):
            found.append(sample(corpus, name, truth, unzipped(data / corpus / "html" / f"{name}.html.gz")))
    return [s for s in found if s.rows]


def unzipped(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


def sample(corpus: str, name: str, truth: dict[str, Any], raw: bytes) -> Sample:
    article = read_page(decode(raw, name).text, name, url=truth.get("url") or "")
    page = Page(parse(article.body), title=article.metadata.title, summary=article.metadata.description)
    host = urlsplit(truth.get("url") or "").netloc.removeprefix("www.")
    text = truth.get("text") or _text_of_markup(truth.get("expected_html", ""))
    result = Sample(
        corpus=corpus,
        name=name,
        site=host if host and host != "fakehost" else name,
        truth=text,
        texts=[b.text for b in page.blocks],
        rows=facts(page),
        captions=[any(x.tag in ("figcaption", "caption") for x in b.box.around()) for b in page.blocks],
    )
    if text:
        result.labels = list(shares(result.texts, text))
    else:
        result.labels = [_by_phrases(t, truth.get("with", []), truth.get("without", [])) for t in result.texts]
    return result


def _text_of_markup(markup: str) -> str:
    if not markup:
        return ""
    blocks = Page(lxml.html.fromstring(f"<body>{markup}</body>"), title="", summary="").blocks
    return "\n".join(b.text for b in blocks)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _by_phrases(text: str, wanted: list[str], unwanted: list[str]) -> float | None:
    own = f" {_key(text)} "
    if any(_key(p) and f" {_key(p)} " in own for p in wanted):
        return 1.0
    return 0.0 if any(_key(p) and f" {_key(p)} " in own for p in unwanted) else None


def shares(texts: list[str], truth: str) -> list[float]:
    """For each block the share of its words that the truth holds; copies beyond those of the truth count as none."""
    known = runs(_key(truth).split())
    lines = Counter(_key(line) for line in truth.split("\n"))
    whole = f" {_key(truth)} "
    keys = [_key(t) for t in texts]
    labels = [0.0] * len(keys)
    for n, key in enumerate(keys):
        words = key.split()
        if len(words) >= 6:
            own = runs(words)
            labels[n] = sum((own & known).values()) / sum(own.values())
    places: dict[str, list[int]] = {}
    for n, key in enumerate(keys):
        if key:
            places.setdefault(key, []).append(n)
    sure = [n for n, key in enumerate(keys) if labels[n] >= 0.5 and len(places[key]) == 1]
    for key, found in places.items():
        times = _times(key, lines, whole, labels[found[0]])
        near = set(sorted(found, key=lambda n: min((abs(n - s) for s in sure), default=0))[:times])
        for n in found:
            labels[n] = max(labels[n], 1.0 if len(key.split()) < 6 else 0.0) if n in near else 0.0
    return labels


def _times(key: str, lines: Counter[str], whole: str, share: float) -> int:
    """How often the truth holds a block's text."""
    words = len(key.split())
    if words < 6:
        return lines[key] or (whole.count(f" {key} ") if words >= 3 else 0)
    return max(1, whole.count(f" {key} ")) if share >= 0.5 else 0


def runs(words: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[i : i + RUN]) for i in range(max(1, len(words) - RUN + 1)))


@dataclass(frozen=True, slots=True)
class Table:
    """All blocks of all pages as arrays."""

    rows: Any
    labels: Any
    weights: Any
    folds: Any


def table(pages: list[Sample]) -> Table:
    labels, weights, folds = [], [], []
    for page in pages:
        known = sum(r[1] for r, label in zip(page.rows, page.labels, strict=True) if label is not None) or 1.0
        fold = fold_of(page)
        for row, label, caption in zip(page.rows, page.labels, page.captions, strict=True):
            used = label is not None and not (caption and page.corpus == "aeb")  # that truth leaves captions out
            labels.append(int((label or 0.0) >= 0.5))
            weights.append(CORPUS_WEIGHTS[page.corpus] * (min(row[1], 60) + 2) / known**0.5 if used else 0.0)
            folds.append(fold)
    rows = numpy.array([row for page in pages for row in page.rows], dtype=float)
    return Table(rows, numpy.array(labels), numpy.array(weights), numpy.array(folds))


def fold_of(page: Sample) -> int:
    """All pages of a site are in the same fold."""
    return int(hashlib.sha256(page.site.encode()).hexdigest(), 16) % FOLDS


def train(data: Table, chosen: Any, seed: int) -> Any:
    used = chosen & (data.weights > 0)
    weights = data.weights[used] / data.weights[used].mean()
    return lightgbm.train(
        {**SETTINGS, "seed": seed}, lightgbm.Dataset(data.rows[used], data.labels[used], weight=weights), TREES
    )


def cross_validated(data: Table) -> Any:
    chances = numpy.zeros(len(data.labels))
    for fold in range(FOLDS):
        test = data.folds == fold
        for seed in SEEDS:
            chances[test] += train(data, ~test, seed).predict(data.rows[test]) / len(SEEDS)
    return chances


def report(pages: list[Sample], chances: Any, threshold: float) -> None:
    for corpus in ("aeb", "wcx"):
        precisions, recalls, start = [], [], 0
        for page in pages:
            own = chances[start : start + len(page.texts)]
            start += len(page.texts)
            if page.corpus != corpus:
                continue
            kept = [
                t for t, c, cap in zip(page.texts, own, page.captions, strict=True)
                if c >= threshold and not (cap and corpus == "aeb")
            ]  # fmt: skip
            truth, got = runs(_WORD.findall(page.truth)), runs(_WORD.findall("\n".join(kept)))
            both = sum((truth & got).values())
            precisions.append(both / max(1, sum(got.values())))
            recalls.append(both / max(1, sum(truth.values())))
        p, r = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
        print(
            f"{corpus} threshold {threshold}: F1 {2 * p * r / (p + r):.4f}  P {p:.4f}  R {r:.4f}  {len(recalls)} pages"
        )


def as_data(model: Any) -> dict[str, Any]:
    """The forest as lists: a leaf is its weight, a node [feature, threshold, low, high]."""

    def node(tree: dict[str, Any]) -> Any:
        if "leaf_value" in tree:
            return round(tree["leaf_value"], 4)
        threshold = float(f"{tree['threshold']:.6g}")
        return [tree["split_feature"], threshold, node(tree["left_child"]), node(tree["right_child"])]

    return {
        "features": list(NAMES),
        "trees": [node(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]],
    }


def write_folds(pages: list[Sample], data: Table, folder: Path) -> None:
    """Forests that have not seen their fold, so that whole chapters can be measured on unseen sites."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [f"{fold_of(page)}\t{page.corpus}\t{page.name}\n" for page in pages]
    (folder / "folds.tsv").write_text("".join(lines), encoding="utf-8")
    for fold in range(FOLDS):
        model = train(data, data.folds != fold, SEEDS[0])
        (folder / f"{fold}.json").write_text(json.dumps(as_data(model), separators=(",", ":")), encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="train on all pages and write the forest")
    parser.add_argument("--forests", type=Path, metavar="DIR", help="write one forest for each fold, and the folds")
    arguments = parser.parse_args()
    pages = samples(arguments.data)
    data = table(pages)
    print(f"{len(pages)} pages, {len(data.labels)} blocks, {len(NAMES)} features")
    if arguments.forests:
        write_folds(pages, data, arguments.forests)
        return
    if not arguments.write:
        chances = cross_validated(data)
        for threshold in (0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
            report(pages, chances, threshold)
        return
    model = train(data, numpy.ones(len(data.labels), dtype=bool), SEEDS[0])
    target = Path(__file__).parent.parent / "ebook" / "judge" / "forest.json"
    target.write_text(json.dumps(as_data(model), separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"wrote {target}")


if __name__ == "__main__":
    main()
