"""Merging many findings: what a plain comparison of each with each gives, without its time."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from ebook.checks import merging
from ebook.checks.merging import merged
from ebook.checks.same import SAME, Same
from ebook.rules import Finding, Place, Severity

OTHERS = ("RSC-005", "RSC-012", "RSC-001", "RSC-008", "image-alt", "heading-order", "document-title", "duplicate-id")
OURS = (
    "book.dead-link",
    "book.image-without-alt",
    "book.missing-file",
    "book.unlisted",
    "book.duplicate-id",
    "book.no-title",
    "book.heading-gap",
    "book.container",
)
MESSAGES = (
    "",
    "a.png is not there",
    "b/a.png and b.png are not there",
    'missing required attribute "alt"',
    'Duplicate id "one"',
    'Duplicate id "two", not "one"',
    'missing element "title"',
)
SNIPPETS = ("", '<img src="x.png">', "<a>", "words")
findings = st.builds(
    lambda source, ours, theirs, message, file, line, snippet: Finding(
        rule=ours if source == "ebook" else theirs,
        severity=Severity.WARNING,
        message=message,
        remedy="",
        place=Place(file=file, line=line, snippet=snippet),
        source=source,
    ),
    st.sampled_from(("ebook", "epubcheck", "ace")),
    st.sampled_from(OURS),
    st.sampled_from(OTHERS),
    st.sampled_from(MESSAGES),
    st.sampled_from(("a.xhtml", "b.xhtml")),
    st.integers(0, 5),
    st.sampled_from(SNIPPETS),
)


def plainly(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same, each finding held beside every other."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: ("ebook", "epubcheck", "ace").index(f.source)):
        groups = [s for s in SAME if _holds(s, finding)] if finding.source != "ebook" else []
        fitting = [
            (abs(finding.place.line - other.place.line), index)
            for index, other in enumerate(kept)
            if other.source != finding.source
            and any(_holds(same, other) and _together(same, finding, other) for same in groups)
        ]
        if fitting:
            _, index = min(fitting)
            kept[index] = merging._joined(kept[index], finding)
        else:
            kept.append(finding)
    return tuple(kept)


def _holds(same: Same, finding: Finding) -> bool:
    return any(finding.rule == name and re.search(words, finding.message, re.I) for name, words in same.rules)


def _together(same: Same, one: Finding, other: Finding) -> bool:
    if same.files:
        return bool(merging._files(one) & merging._files(other))
    if one.place.file != other.place.file:
        return False
    if same.named:
        return bool(merging._names(one) & merging._names(other))
    return same.whole or (
        not any(name.startswith(f"{one.source} ") for name in other.also)
        and _near(one.place, other.place)
        and not _contradict(one, other)
    )


def _near(one: Place, other: Place) -> bool:
    if one.line and other.line:
        return abs(one.line - other.line) <= 1
    return bool(one.snippet) and one.snippet == other.snippet


def _contradict(one: Finding, other: Finding) -> bool:
    tags = [re.match(r"<([\w:]+)[^<>]*[>…]?$", f.place.snippet) for f in (one, other)]
    if tags[0] and tags[1] and tags[0][1] != tags[1][1]:
        return True
    files = [{name.rpartition("/")[2] for name in merging._files(f)} for f in (one, other)]
    return bool(files[0] and files[1] and not files[0] & files[1])


@settings(max_examples=400, deadline=None)
@given(st.lists(findings, max_size=14))
def test_merging_gives_what_comparing_each_with_each_gives(found):
    assert merged(found) == plainly(found)


def test_many_findings_in_one_line_are_merged_in_the_time_of_few():
    """A book of one line: twice the findings may take about twice the time, not four times."""

    def seconds(count: int) -> float:
        found = [
            Finding(
                rule="book.dead-link" if source == "ebook" else "RSC-012",
                severity=Severity.ERROR,
                message=f"n{number}.xhtml is not there",
                remedy="",
                place=Place(file="a.xhtml", line=1, snippet="<a>"),
                source=source,
            )
            for source in ("ebook", "epubcheck")
            for number in random.Random(1).sample(range(count), count)
        ]
        start = time.process_time()
        assert len(merged(found)) == count
        return time.process_time() - start

    seconds(100)
    assert seconds(4000) < 10 * seconds(1000) + 0.05
