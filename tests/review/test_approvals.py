"""Taking a filled-in sheet: nothing is lost, nobody is overruled by an older word, and what cannot be taken is named."""

from __future__ import annotations

import pytest

from ebook.model import Certification
from ebook.review.approvals import Status, missing, status_of, take, unsaved
from ebook.review.items import Item
from ebook.review.sheets import Row

TODAY = "2026-03-14"
A, B, C = "a" * 20, "b" * 20, "c" * 20


def item(key: str, kind: str = "alt") -> Item:
    return Item(key=key, kind=kind, article="a.html", place="x", what="a picture", decision="words")


def yes(key: str, **more: str) -> Row:
    return Row(**{"key": key, "approved": "yes", "by": "Ana", "date": TODAY, **more})


def recorded(*rows: Row) -> dict[str, Row]:
    return {row.key: row for row in rows}


def test_answer_is_recorded_with_who_and_when():
    taken = take([Row(key=A, approved="yes")], {}, [item(A)], today=TODAY, by="Ana")
    (row,) = taken.rows
    assert (row.approved, row.by, row.date, row.decision, taken.new, taken.notes) == (
        "yes",
        "Ana",
        TODAY,
        "words",
        1,
        (),
    )


def test_line_without_an_answer_takes_nothing_away():
    before = recorded(yes(A))
    assert take([Row(key=A), Row(key=B)], before, [item(A), item(B)], today=TODAY).rows == (yes(A),)


def test_taking_twice_changes_nothing():
    first = take([yes(A)], {}, [item(A)], today=TODAY)
    again = take([yes(A)], recorded(*first.rows), [item(A)], today=TODAY)
    assert (again.rows, again.new) == (first.rows, 0)


def test_no_withdraws_an_approval():
    before = recorded(yes(A))
    taken = take([yes(A, approved="no", by="Bo")], before, [item(A)], today=TODAY)
    status = status_of([item(A)], recorded(*taken.rows))
    assert (status.approved, len(status.refused), len(status.open)) == (0, 1, 0)


def test_older_word_does_not_replace_a_newer_one():
    before = recorded(yes(A, approved="no", by="Bo"))
    taken = take([yes(A, date="2026-03-01")], before, [item(A)], today=TODAY)
    assert (taken.rows, taken.new, len(taken.notes)) == (tuple(before.values()), 0, 1)


def test_comment_alone_keeps_the_answer():
    taken = take([Row(key=A, comment="Blurred")], recorded(yes(A)), [item(A)], today=TODAY)
    assert [(r.approved, r.by, r.comment) for r in taken.rows] == [("yes", "Ana", "Blurred")]


def test_answer_about_what_has_changed_is_kept_and_named():
    taken = take([yes(B)], recorded(yes(C)), [item(A)], today=TODAY)
    assert ({r.key for r in taken.rows}, len(taken.notes)) == ({B, C}, 1)
    assert status_of([item(A)], recorded(*taken.rows)).stale == 2


@pytest.mark.parametrize(
    ("row", "kind", "says"),
    [
        (Row(key=A, approved="yes"), "alt", "nobody is named"),
        (yes(A), "undescribed", "cannot be approved"),
        (yes(A, date="2999-01-01"), "alt", "still to come"),
    ],
)
def test_answer_that_cannot_count_is_named(row, kind, says):
    taken = take([row], {}, [item(A, kind)], today=TODAY)
    assert (taken.rows, len(taken.notes)) == ((), 1) and says in taken.notes[0]


@pytest.mark.parametrize("row", [yes(A, by=""), yes(A, date="")])
def test_approval_of_nobody_or_of_no_day_does_not_count(row):
    assert status_of([item(A)], recorded(row)).approved == 0


def test_sheet_with_answers_that_nobody_took_is_known():
    assert unsaved([yes(A), Row(key=B)], {}) == 1
    assert unsaved([yes(A), Row(key=B)], recorded(yes(A))) == 0


DONE = Status(total=3, approved=3, open=(), refused=(), last=TODAY)
HALF = Status(total=41, approved=38, open=(), refused=())
NAMED = Certification(certifier="Books for All")


@pytest.mark.parametrize(
    ("status", "named", "failing", "unchecked", "says"),
    [
        (DONE, NAMED, (), "", ""),
        (HALF, NAMED, (), "", "3 of 41 decisions are not approved: ebook review book.toml"),
        (DONE, None, (), "", "no certifier is named"),
        (DONE, Certification(credential="x"), (), "", "no certifier is named"),
        (DONE, NAMED, ("book.heading-gap",), "", "1 rule fails: book.heading-gap"),
        (DONE, NAMED, (), "Java is missing", "Java is missing"),
        (Status(total=0, approved=0, open=(), refused=()), NAMED, (), "", "not approved"),
    ],
)
def test_what_is_missing_is_one_line(status, named, failing, unchecked, says):
    line = missing(status, named, failing, unchecked, "ebook review book.toml")
    assert says in line and bool(line) == bool(says) and "\n" not in line


def test_columns_that_somebody_added_are_kept_when_a_sheet_is_taken():
    before = recorded(yes(A, extra=(("Ticket", "A-12"),)), yes(B, extra=(("Ticket", "B-3"),)))
    filled = [yes(A, comment="seen again"), yes(C, extra=(("Room", "4"),))]
    taken = recorded(*take(filled, before, [item(A), item(B), item(C)], today=TODAY).rows)
    assert {key: row.extra for key, row in taken.items()} == {
        A: (("Ticket", "A-12"),),
        B: (("Ticket", "B-3"),),
        C: (("Room", "4"),),
    }
