"""What has been approved: `approvals.csv` beside the sources, in the columns of the review sheet.

One line for each answer that somebody gave. A line stays when its decision is gone from the book: should the
decision come back, so does the approval.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ebook.claims import Approval
from ebook.model import Certification
from ebook.review.items import Item
from ebook.review.sheets import NO, YES, Row, joined, row_of

NAME = "approvals.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """How far the review of a book is."""

    total: int
    approved: int
    open: tuple[Item, ...]
    """Decisions without an answer, those that cannot be approved among them."""
    refused: tuple[Item, ...]
    """Decisions that somebody said no to."""
    stale: int = 0
    """Answers about decisions that are not in the book, or no longer as they were."""
    last: str = ""
    """Day of the last approval of a decision that is in the book."""
    by: tuple[str, ...] = ()
    """Who approved or refused the decisions that are in the book, by name."""

    @property
    def is_complete(self) -> bool:
        """Whether a person has approved every decision; a book without any has nothing approved."""
        return self.total > 0 and self.approved == self.total

    def line(self) -> str:
        """One sentence about it."""
        said = [
            f"{self.approved} of {self.total} decision{'' if self.total == 1 else 's'} "
            f"{'is' if self.approved == 1 else 'are'} approved"
        ]
        blocking = sum(item.is_blocking for item in self.open)
        waiting = len(self.open) - blocking
        said += [f"{waiting} open"] if waiting else []
        said += [f"{len(self.refused)} refused"] if self.refused else []
        said += [f"{blocking} cannot be approved before something is done"] if blocking else []
        return ", ".join(said)


def status_of(items: Sequence[Item], recorded: Mapping[str, Row]) -> Status:
    """How many decisions of a book are approved, and which are not."""
    approved = [i for i in items if not i.is_blocking and _answer(i, recorded) == YES]
    refused = [i for i in items if not i.is_blocking and _answer(i, recorded) == NO]
    done = {i.key for i in (*approved, *refused)}
    keys = {i.key for i in items}
    return Status(
        total=len(items),
        approved=len(approved),
        open=tuple(i for i in items if i.key not in done),
        refused=tuple(refused),
        stale=sum(bool(row.approved) for key, row in recorded.items() if key not in keys),
        by=tuple(sorted({recorded[i.key].by for i in (*approved, *refused)})),
        last=max((recorded[i.key].date for i in approved), default=""),
    )


def _answer(item: Item, recorded: Mapping[str, Row]) -> str:
    """The answer of a person: one without a name and a day is none."""
    row = recorded.get(item.key)
    return row.approved if row is not None and row.by and row.date else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of a filled-in sheet."""

    rows: tuple[Row, ...]
    """Everything that is recorded now, in the order of the file."""
    new: int
    """Answers that were not recorded before."""
    notes: tuple[str, ...]
    """One sentence for every line that could not be taken, or is about nothing in the book."""


def take(
    filled: Sequence[Row], recorded: Mapping[str, Row], items: Sequence[Item], *, today: str, by: str = ""
) -> Taken:
    """Merge a filled-in sheet into what is recorded; `today` and `by` stand in where a line says neither.

    A line without an answer and without a comment says nothing, and takes nothing away. An older answer does not
    replace a newer one. Answers about what is not in the book are kept and named.
    """
    known = {item.key: item for item in items}
    merged = dict(recorded)
    notes: list[str] = []
    new = 0
    for row in filled:
        before = recorded.get(row.key)
        if not row.says_something or _is_same(row, before):
            continue
        where = f"{row.key} ({row.what[:60] or row.kind or 'no description'})"
        item = known.get(row.key)
        if row.approved and not (row.by or by):
            notes.append(f"{where}: nobody is named in “by”; it was not taken")
            continue
        if item is not None and item.is_blocking and row.approved == YES:
            notes.append(f"{where}: it cannot be approved: {item.decision}")
            continue
        said = replace(row, by=row.by or by, date=row.date or today) if row.approved else row
        if said.date > today:
            notes.append(f"{where}: {said.date} is still to come; it was not taken")
            continue
        if before is not None and before.approved and (not said.approved or before.date > said.date):
            if said.approved:
                notes.append(f"{where}: {before.by} said {before.approved} later, on {before.date}; that stays")
                continue
            said = replace(before, comment=row.comment)
        if item is None:
            notes.append(f"{where}: it is not in the book, or has changed since; it was kept for later")
        said = joined(before, replace(said, extra=row.extra))
        merged[row.key] = row_of(item, said) if item is not None else said
        new += 1
    ordered = sorted(merged.values(), key=lambda row: (row.kind, row.article, row.key))
    return Taken(rows=tuple(ordered), new=new, notes=tuple(notes))


def _is_same(row: Row, before: Row | None) -> bool:
    """Whether a line says no more than is recorded."""
    return before is not None and (
        row.approved == before.approved
        and row.comment == before.comment
        and set(row.extra) <= set(before.extra)
        and row.by in ("", before.by)
        and row.date in ("", before.date)
    )


def unsaved(rows: Sequence[Row], recorded: Mapping[str, Row]) -> int:
    """How many lines of a sheet say what is not recorded: who writes a new sheet over it would lose them."""
    return sum(row.says_something and not _is_same(row, recorded.get(row.key)) for row in rows)


def missing(
    status: Status, certification: Certification | None, failing: Sequence[str], unchecked: str, where: str
) -> str:
    """What stands between the book and its claim of conformance, in one line; empty where nothing does.

    `failing` names the rules that fail, `unchecked` says why a checker gave no verdict, `where` how to review.
    """
    if certification is None or not certification.certifier:
        return "no certifier is named: [certification] in book.toml, or --certifier"
    if unchecked:
        return unchecked
    if failing:
        return f"{len(failing)} rule{'s' if len(failing) > 1 else ''} fail{'' if len(failing) > 1 else 's'}: " + (
            ", ".join(failing[:5]) + (" …" if len(failing) > 5 else "")
        )
    if certification.date and status.last and certification.date < status.last:
        return f"the review is dated {certification.date}, before the last approval ({status.last})"
    if not status.is_complete:
        count = status.total - status.approved
        return f"{count} of {status.total} decisions {'is' if count == 1 else 'are'} not approved: {where}"
    return ""


def approval_of(status: Status, certification: Certification) -> Approval:
    """The word of a person, for a book whose every decision is approved."""
    return Approval(
        certifier=certification.certifier,
        date=certification.date or status.last,
        credential=certification.credential,
        report=certification.report,
    )
