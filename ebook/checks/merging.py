"""One finding for one fault, however many checkers see it.

Two findings are about the same fault when a table says that their rules mean the same, they come from different
checkers, and they name the same place: the same element or a line beside it, or the same document where the rule is
about a whole document. The first is kept (ours before EPUBCheck's before Ace's: ours has the better remedy), names
the others in `also`, and is as severe as the worst of them. Two faults in one line stay two.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ebook.checks.same import SAME, Same, groups_of
from ebook.rules import Finding

_ORDER = ("ebook", "epubcheck", "ace")
_NEAR = 1
"""Lines that two checkers may differ by about one place: one names where a tag begins, the other where it ends."""
_QUOTED = re.compile(r"[“\"'‘]([^“”\"'‘’]{1,200})[”\"'’]")
_FILE = re.compile(r"(?:[\w%~+-]+/)*[\w%~+.-]+\.[A-Za-z]\w{1,5}(?![\w.])")
_TAG = re.compile(r"<([\w:]+)[^<>]*[>…]?$")


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without doubles, in their order."""
    ordered = sorted(findings, key=lambda finding: _ORDER.index(finding.source))
    kept: list[Finding] = []
    for source, theirs in groupby(ordered, key=lambda finding: finding.source):
        if source == "ebook":
            kept.extend(theirs)
            continue
        others = _Others(kept, source)
        new: list[Finding] = []
        for finding in theirs:
            index = others.match(finding)
            if index < 0:
                new.append(finding)
            else:
                others.join(index, finding)
        kept = [*others.kept, *new]
    return tuple(kept)


class _Others:
    """What the checkers before have found, in drawers: a search opens those that a finding may be in, and no more."""

    def __init__(self, kept: Sequence[Finding], source: str) -> None:
        self.kept = list(kept)
        self._drawers: dict[_Key, _ByLine] = {}
        self._standing = [tuple(_drawers(finding)) for finding in self.kept]
        for index, (finding, keys) in enumerate(zip(self.kept, self._standing, strict=True)):
            for key in _broad(keys) if _is_said(finding, source) else keys:
                self._drawers.setdefault(key, _ByLine()).add(finding.place.line, index)

    def match(self, finding: Finding) -> int:
        """The index of the finding about the same fault, the nearest where there are several; -1 for none."""
        line = finding.place.line
        best = min(
            (
                (abs(line - found[0]), found[1])
                for key, lines in _sought(finding)
                if key in self._drawers and (found := self._drawers[key].nearest(line, lines)) is not None
            ),
            default=(0, -1),
        )
        return best[1]

    def join(self, index: int, finding: Finding) -> None:
        """Let a finding become part of one of these; in close drawers each is found by a checker once."""
        before = self.kept[index]
        after = self.kept[index] = _joined(before, finding)
        broad = _broad(self._standing[index])
        for key in self._standing[index]:
            drawer = self._drawers.setdefault(key, _ByLine())
            drawer.remove(before.place.line, index)
            if key in broad:
                drawer.add(after.place.line, index)


class _ByLine:
    """Indexes of findings by their lines."""

    def __init__(self) -> None:
        self._at: dict[int, list[int]] = {}
        self._lines: list[int] = []

    def add(self, line: int, index: int) -> None:
        """One more."""
        if line not in self._at:
            insort(self._lines, line)
        insort(self._at.setdefault(line, []), index)

    def remove(self, line: int, index: int) -> None:
        """One less, if it is here."""
        at = self._at.get(line, [])
        position = bisect_left(at, index)
        if at[position : position + 1] != [index]:
            return
        del at[position]
        if not at:
            del self._at[line]
            del self._lines[bisect_left(self._lines, line)]

    def nearest(self, line: int, within: tuple[int, ...]) -> tuple[int, int] | None:
        """The line and the index of the nearest, the first of several; `within` says which lines count."""
        position = bisect_left(self._lines, line)
        lines = [n for n in within if n in self._at] if within else self._lines[max(0, position - 1) : position + 1]
        return min(((n, self._at[n][0]) for n in lines), key=lambda at: (abs(line - at[0]), at[1]), default=None)


_Key = tuple[str, int, str, str, str]
"""A drawer: how its places are told, the number of the entry of `SAME`, and what tells them."""
_WHOLE, _NAMED, _FILES, _LINE, _SNIPPET = "whole", "named", "files", "line", "snippet"
_CLOSE = (_LINE, _SNIPPET)
_ANY = "*"


def _broad(keys: Iterable[_Key]) -> frozenset[_Key]:
    """The drawers of faults that several findings of one checker may be about."""
    return frozenset(key for key in keys if key[0] not in _CLOSE)


def _is_said(kept: Finding, source: str) -> bool:
    """Whether that checker's word has become part of a finding."""
    return any(name.startswith(f"{source} ") for name in kept.also)


def _drawers(finding: Finding) -> Iterator[_Key]:
    """The drawers that a finding lies in; those of close places also under “any” tag and “any” file."""
    file, snippet = finding.place.file, finding.place.snippet
    tag = _tag(finding)
    files = _base_names(finding) or {""}
    for number in groups_of(finding):
        same = SAME[number]
        if not _is_close(same):
            yield from _told(number, same, finding)
            continue
        for name in sorted({*files, _ANY}):
            yield from ((_LINE, number, file, shown, name) for shown in {tag, _ANY})
            if snippet:
                yield _SNIPPET, number, file, snippet, name


def _sought(finding: Finding) -> Iterator[tuple[_Key, tuple[int, ...]]]:
    """The drawers in which a double of a finding may lie, with the lines that count; none for all of them."""
    file, line, snippet = finding.place.file, finding.place.line, finding.place.snippet
    tag = _tag(finding)
    files = _base_names(finding)
    near = tuple(n for n in range(line - _NEAR, line + _NEAR + 1) if n > 0)
    for number in groups_of(finding):
        same = SAME[number]
        if not _is_close(same):
            yield from ((key, ()) for key in _told(number, same, finding))
            continue
        for name in sorted({*files, ""} if files else {_ANY}):
            if line:
                yield from (((_LINE, number, file, shown, name), near) for shown in ({tag, ""} if tag else {_ANY}))
            if snippet:
                yield (_SNIPPET, number, file, snippet, name), ((0,) if line else ())


def _is_close(same: Same) -> bool:
    """Whether two findings must name the same element, or lines beside each other."""
    return not (same.files or same.named or same.whole)


def _told(number: int, same: Same, finding: Finding) -> Iterator[_Key]:
    """The drawers of what is told by a document, by a name in it, or by a file."""
    if same.files:
        yield from ((_FILES, number, "", name, "") for name in sorted(_files(finding)))
    elif same.named:
        yield from ((_NAMED, number, finding.place.file, name, "") for name in sorted(_names(finding)))
    else:
        yield _WHOLE, number, finding.place.file, "", ""


def _tag(finding: Finding) -> str:
    """The tag of the element that a finding shows; empty where it shows none."""
    shown = _TAG.match(finding.place.snippet)
    return shown[1] if shown else ""


def _base_names(finding: Finding) -> set[str]:
    """The names of the files that a message names: two findings of two files are about two things in a line."""
    return {name.rpartition("/")[2] for name in _files(finding)}


def _names(finding: Finding) -> set[str]:
    """What a finding names: what its message quotes."""
    return {name.strip() for name in _QUOTED.findall(finding.message)}


def _files(finding: Finding) -> set[str]:
    """The files that the message of a finding names."""
    return set(_FILE.findall(finding.message))


def _joined(kept: Finding, double: Finding) -> Finding:
    name = f"{double.source} {double.rule}"
    place = kept.place if kept.place.line or kept.place.file != double.place.file else double.place
    return replace(
        kept,
        severity=max(kept.severity, double.severity, key=lambda severity: severity.rank),
        also=kept.also if name in kept.also else (*kept.also, name),
        place=replace(place, snippet=kept.place.snippet or place.snippet),
    )
