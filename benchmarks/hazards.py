"""How many planted hazards are repaired or reported, and how often is a clean look-alike called one?

    PYTHONPATH=. python benchmarks/hazards.py [WORDS]

Builds the pages of `tests/hazards/cases`, a book for each, and prints a line for each hazard; with WORDS only the cases
whose name holds them. What did not come out as it should stands below the table. EPUBCheck and Ace have a test of their
own.
"""

from __future__ import annotations

import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from tests.hazards.cases import Case, build, cases, outcome


def table(results: list[tuple[Case, list[str]]]) -> str:
    """A line for each hazard, with the sums below."""
    lines: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for case, problems in results:
        for name in (case.hazard, "all"):
            lines[name][0 if case.planted else 2] += 1
            lines[name][1 if case.planted else 3] += not problems if case.planted else bool(problems)
    all_of_them = lines.pop("all")
    rows = [*sorted(lines.items()), ("**all**", all_of_them)]
    head = "| hazard | planted | dealt with | clean | false alarms |\n|---|---:|---:|---:|---:|\n"
    return head + "\n".join(f"| {name} | {a} | {b} | {c} | {d} |" for name, (a, b, c, d) in rows)


def main() -> int:
    words = " ".join(sys.argv[1:])
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(c for c in cases() if words in c.id):
            results.append((case, outcome(case, build(case, Path(folder) / str(number)))))
    print(table(results))
    for case, problems in results:
        for problem in problems:
            print(f"{case.id}\n    {problem}")
    return int(any(problems for _, problems in results))


if __name__ == "__main__":
    sys.exit(main())
