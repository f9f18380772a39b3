"""One good book, broken one way at a time: which of the breakages are found, by whom, and whether at the right place.

    python benchmarks/probes.py                our rules alone: seconds
    python benchmarks/probes.py --rest         EPUBCheck and Ace too, about those that ours do not find: two minutes
    python benchmarks/probes.py --all          EPUBCheck and Ace too, about all: a quarter of an hour

The books lie in `../shared/eval/a11y`: `gold.epub`, `probes/*.epub`, and `probes.tsv` with a verdict for each. A place
is right where the file is one that was changed and the line, where one is given, stands in what was changed or names
what is missing.
"""

from __future__ import annotations

import argparse
import difflib
import sys
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from ebook.checks.ace import check_with_ace, is_available
from ebook.checks.epubcheck import check_epubs
from ebook.checks.ours import check_ours
from ebook.errors import EnvironmentProblem
from ebook.rules import Finding, Severity

FOLDER = Path(__file__).resolve().parent.parent.parent / "shared" / "eval" / "a11y"
HURTS, HARMLESS, SEEN = "silent, hurts a reader", "silent, harmless or a choice", "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """One broken book."""

    file: str
    broken: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found in one broken book and not in the good one."""

    probe: Probe
    findings: tuple[Finding, ...]
    """Above info, new against the good book."""
    placed: tuple[Finding, ...]
    """Those of them at the right place."""

    @property
    def good(self) -> bool:
        """Whether this is the answer that the verdict asks for."""
        if self.probe.verdict == HARMLESS:
            return not self.findings
        return bool(self.placed)


def probes(folder: Path = FOLDER) -> list[Probe]:
    """The probes with their verdicts."""
    rows = [line.split("\t") for line in (folder / "probes.tsv").read_text("utf-8").splitlines()[1:]]
    return [Probe(file=row[0], broken=row[1], verdict=row[-1]) for row in rows]


def changes(gold: bytes, broken: bytes) -> dict[str, set[int]]:
    """The files that differ from the good book, with the lines that do."""
    old, new = (_files(data) for data in (gold, broken))
    found: dict[str, set[int]] = {}
    for name in old.keys() | new.keys():
        before, after = (files.get(name, b"").decode("utf-8", "replace").splitlines() for files in (old, new))
        if before != after:
            codes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
            found[name] = {
                line
                for tag, _, _, start, end in codes
                if tag != "equal"
                for line in range(start, max(end, start + 1) + 1)
            }
            if any(tag != "equal" and not "".join(after[start:end]).strip() for tag, _, _, start, end in codes):
                found[name] = set()  # what is missing has no line: the file is the place
    return found


def _files(data: bytes) -> dict[str, bytes]:
    import io

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.rule, finding.message, finding.place.file


def answer(probe: Probe, found: list[Finding], gold: list[Finding], changed: dict[str, set[int]]) -> Answer:
    """What a checker says of a broken book beyond what it says of the good one."""
    known = {_key(f) for f in gold}
    new = tuple(f for f in found if f.severity.rank > Severity.INFO.rank and _key(f) not in known)
    return Answer(probe=probe, findings=new, placed=tuple(f for f in new if is_placed(f, changed)))


def is_placed(finding: Finding, changed: dict[str, set[int]]) -> bool:
    """Whether a finding stands where the book was changed, or about the file as a whole."""
    for name, lines in changed.items():
        if finding.place.file and (name == finding.place.file or name.endswith("/" + finding.place.file)):
            theirs = finding.source != "ebook"  # EPUBCheck names the end of what lacks something
            return theirs or not lines or not finding.place.line or finding.place.line in lines
    return any(Path(name).name in f"{finding.message} {finding.place.snippet}" for name in changed)


def said_by_others(path: Path) -> list[Finding]:
    """What EPUBCheck and, where it is installed, Ace say of a book."""
    found = list(check_epubs([path])[0].findings)
    if is_available():
        try:
            found.extend(check_with_ace(path).findings)
        except EnvironmentProblem:
            print(f"Ace stops at {path.name}", file=sys.stderr)
    return found


def run(*, everyone: bool = False, rest: bool = False, folder: Path = FOLDER) -> list[Answer]:
    """The answers to all probes: of ours, of everyone, or of the others where ours say nothing."""
    good = folder / "gold.epub"
    gold = check_ours(good.read_bytes(), good.name) + (said_by_others(good) if everyone or rest else [])
    if worse := [f for f in gold if f.severity.rank > Severity.INFO.rank]:
        raise SystemExit(f"The good book is blamed: {worse[0].rule}: {worse[0].message} ({worse[0].place})")
    answers = []
    for probe in probes(folder):
        path = folder / "probes" / probe.file
        changed = changes(good.read_bytes(), path.read_bytes())
        found = check_ours(path.read_bytes(), path.name)
        if everyone or (rest and not answer(probe, found, gold, changed).good):
            found += said_by_others(path)
        answers.append(answer(probe, found, gold, changed))
    return answers


def main() -> None:
    """Print a line for each probe, and the sums."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="ask EPUBCheck and Ace as well")
    parser.add_argument("--rest", action="store_true", help="ask them about those that ours do not find")
    asked = parser.parse_args()
    sums: Counter[tuple[str, bool]] = Counter()
    for one in run(everyone=asked.all, rest=asked.rest):
        sums[one.probe.verdict, one.good] += 1
        who = ", ".join(sorted({f.source for f in one.placed})) or "nobody"
        said = ", ".join(dict.fromkeys(f"{f.rule}{'' if f in one.placed else ' (elsewhere)'}" for f in one.findings))
        mark = "good" if one.good else "MISS"
        print(f"{mark}  {one.probe.verdict:30}{one.probe.file[:52]:54}{who}: {said or 'nothing'}")
    for verdict in (HURTS, SEEN, HARMLESS):
        print(f"{verdict}: {sums[verdict, True]} of {sums[verdict, True] + sums[verdict, False]}")


if __name__ == "__main__":
    main()
