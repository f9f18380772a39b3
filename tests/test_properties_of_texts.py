"""What holds for every plain text, whatever stands in its lines: no word lost unsaid, a sound chapter, twice the same."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ebook.errors import UnreadableInput
from ebook.markup import parse_document
from tests.messy import words
from tests.promises import broken
from tests.tools import chapter_of

quick = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)

FURNITURE = [
    "Home",
    "Politics",
    "Share",
    "Advertisement",
    "4 min read",
    "Related articles",
    "Image caption",
    "Image source, Getty Images",
    "Photo: Ann Lee/Reuters",
    "Sign up",
    "Your email",
    "© 2026 The Post",
    "By Ann Lee",
    "3 May 2026",
    "1. Mai 2020",
    "Page 2 of 9",
    "2",
    "Why this matters",
    "Notes",
    "---",
    "> ",
    "- ",
]
"""Lines that a pass asks after, and marks without anything behind them."""
MARKS = ["- ", "• ", "1. ", "2. ", "3) ", "a) ", "b) ", "(i) ", "A) ", "> ", "[1] ", "Figure 2. ", "Image caption, ", "Photo: ", "– "]  # fmt: skip
ENDS = ["", "", ".", ":", "-", ",", " [1].", "? ", " (Photo: Ann Lee)", " [Ann Lee/Reuters]", ". © Ann Lee", "…"]

lines = st.one_of(
    st.sampled_from(FURNITURE),
    st.just(""),
    st.tuples(
        st.sampled_from(["", "", "", "  ", "    ", "        ", "\t"]),
        st.one_of(st.just(""), st.sampled_from(MARKS)),
        words(least=1, most=9),
        st.sampled_from(ENDS),
    ).map("".join),
    st.tuples(words(least=3, most=4), st.just("     "), words(least=3, most=4)).map("".join),
)
texts = st.lists(st.one_of(lines, words(least=12, most=16).map("{}.".format)), min_size=1, max_size=40).flatmap(
    lambda made: st.sampled_from(["\n", "\n\n", "\r\n", "\f"]).map(lambda end: end.join(made))
)


@quick
@given(texts)
def test_every_promise_is_kept_for_a_messy_text(text: str) -> None:
    """The marks of items, single letters and figures, become the lists' own."""
    faults = [re.sub(r"(?<=lost:)(?: \d*\w| i+)+$", "", fault) for fault in broken(text.encode(), "a.txt")]
    assert [fault for fault in faults if not fault.endswith("lost:") and not fault.startswith("own_output")] == []


@quick
@given(texts.filter(lambda text: any(len(line.split()) >= 12 for line in text.split("\n"))))
def test_no_word_leaves_a_text_unsaid(text: str) -> None:
    """Words that were divided are compared by their letters."""
    chapter = chapter_of(text, source="a.txt")
    said = "".join(f" {f.message} {f.place.snippet} " for f in chapter.findings)
    kept = "".join(map(str, parse_document(chapter.xhtml).itertext()))
    letters = re.sub(r"[\W_]+", "", f"{kept} {said}".casefold())
    assert [word for word in re.findall(r"[^\W\d_]{4,}", text.casefold()) if word not in letters] == []


@quick
@given(texts)
def test_lists_of_a_text_hold_items_alone(text: str) -> None:
    try:
        tree = parse_document(chapter_of(text, source="a.txt").xhtml)
    except UnreadableInput:
        return
    for holder in tree.iter("ul", "ol"):
        assert {child.tag for child in holder} == {"li"}
        assert not "".join([holder.text or "", *(child.tail or "" for child in holder)]).strip()
    for figure in tree.iter("figure"):
        assert [child.tag for child in figure] in (["p", "figcaption"], ["pre", "figcaption"])
