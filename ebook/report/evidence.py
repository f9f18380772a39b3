"""The evidence that goes with a book of ours: what all checks say of it, and how far a person has reviewed it.

EARL, as `earl` writes it, with the review as one assertion more. No clock and no path of this machine: the same book,
checkers and approvals give the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from ebook.checks import Report
from ebook.opened import Opened
from ebook.report.earl import as_earl
from ebook.report.kinds import Checked
from ebook.review.approvals import Status

MEDIA_TYPE = "application/ld+json"
_NOBODY = "Nobody has reviewed the book yet"
_SHEET = {
    "@id": "urn:ebook:review-sheet",
    "@type": "earl:TestRequirement",
    "dct:title": "Every decision of the review sheet is approved by a person",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _InHand(Checked):
    """A book that lies in no file yet."""

    book: Opened

    def opened(self) -> Opened:
        """The book itself."""
        return self.book


def evidence(name: str, book: Opened, report: Report, status: Status | None = None, certifier: str = "") -> bytes:
    """The report on a book that will be called `name`; with the state of its review, where there is one.

    The reviewers are those whom the approvals name; where there is none yet, the `certifier` is named.
    """
    said: dict[str, Any] = json.loads(as_earl([_InHand(path=name, report=report, book=book)]))
    subject = next(part for part in said["@graph"] if part["@type"] == "earl:TestSubject")
    for fact, stated in (("dct:identifier", "dc:identifier"), ("dct:modified", "dcterms:modified")):
        subject[fact] = next(iter(book.values(stated)), "")
    said["@graph"] += _review(subject["@id"], status, certifier) if status else []
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _review(subject: str, status: Status, certifier: str) -> list[dict[str, Any]]:
    """What people say: passed only where every decision is approved."""
    outcome = "earl:passed" if status.is_complete else "earl:failed" if status.refused else "earl:cantTell"
    result = {"@type": "earl:TestResult", "earl:outcome": {"@id": outcome}, "earl:info": status.line()}
    return [
        {"@id": "_:reviewers", "@type": "earl:Assertor", "dct:title": ", ".join(status.by) or certifier or _NOBODY},
        {
            "@type": "earl:Assertion",
            "earl:assertedBy": {"@id": "_:reviewers"},
            "earl:subject": {"@id": subject},
            "earl:test": _SHEET,
            "earl:mode": {"@id": "earl:manual"},
            **({"dct:date": status.last} if status.last else {}),
            "earl:result": result,
        },
    ]
