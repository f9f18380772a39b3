"""How well passages in another language are recognised, on `languages.txt`.

    python benchmarks/languages.py [--misses] [--py3langid]

Each line is judged as a passage in a text of the language after its `@` (English where none is said). Precision
counts the marks that are right, recall the passages that got one. The lists of words were mended while looking at
these lines, so the recall on other short sentences is lower. `--py3langid` judges the same lines with that library,
where it is installed, to compare; Ebook does not use it.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from ebook.recognition import passage_language

LINES = Path(__file__).with_suffix(".txt")
Case = tuple[str, str, str]
"""The language (empty: none must be found), the language around, the text."""


def cases() -> list[Case]:
    """Every labelled passage."""
    found = []
    for line in LINES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            label, _, text = line.partition(" ")
            language, _, around = label.partition("@")
            found.append(("" if language == "-" else language, around or "en", text))
    return found


def measure(judge: Callable[[str, str], str], labelled: list[Case]) -> tuple[float, float, list[tuple[Case, str]]]:
    """Precision, recall and what was missed or wrong."""
    answers = [(case, judge(case[2], case[1])) for case in labelled]
    marked = [(case, answer) for case, answer in answers if answer]
    right = sum(case[0].split("-")[0] == answer.split("-")[0] for case, answer in marked)
    wanted = sum(bool(case[0]) for case in labelled)
    wrong = [(case, answer) for case, answer in answers if case[0].split("-")[0] != answer.split("-")[0]]
    return right / max(len(marked), 1), right / wanted, wrong


def _library(margin: float) -> Callable[[str, str], str]:
    """py3langid, believed where its best answer leads the second by so much (natural logarithm)."""
    from py3langid import rank  # type: ignore[import-not-found]  # only for this comparison

    def judge(text: str, around: str) -> str:
        (language, best), (_, second) = rank(text)[:2]
        return str(language) if best - second >= margin and language != around else ""

    return judge


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--misses", action="store_true", help="list what was missed or wrong")
    options.add_argument("--py3langid", action="store_true", help="compare with py3langid")
    chosen = options.parse_args()
    labelled = cases()
    languages = {case[0] for case in labelled if case[0]}
    print(f"{len(labelled)} passages, {len(languages)} languages, {sum(not c[0] for c in labelled)} without a mark")
    judges: dict[str, Callable[[str, str], str]] = {"ebook": passage_language}
    if chosen.py3langid:
        judges.update({f"py3langid, ahead by {margin}": _library(margin) for margin in (2, 5, 10, 20, 40)})
    for name, judge in judges.items():
        start = time.process_time()
        precision, recall, wrong = measure(judge, labelled)
        spent = (time.process_time() - start) / len(labelled) * 1e6
        print(f"{name:24} precision {precision:.3f}  recall {recall:.3f}  {spent:.0f} µs a passage")
        if name == "ebook" and chosen.misses:
            by_kind: dict[str, list[str]] = defaultdict(list)
            for (language, around, text), answer in wrong:
                by_kind[f"{language or '-'}@{around} -> {answer or '-'}"].append(text)
            for kind, texts in sorted(by_kind.items()):
                print(f"  {kind}", *texts, sep="\n      ")


if __name__ == "__main__":
    main()
