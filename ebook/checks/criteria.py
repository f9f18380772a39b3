"""The criteria of WCAG 2.2 A and AA, and what checks can say of each for a book.

A machine may say *fail*. It says *pass* only of what rules can settle alone; what somebody must judge (whether a
description describes) *needs a person*, however clean the checks are. A criterion about things that the book does not
hold is *not applicable*, never passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ebook.checks.outcomes import held, is_incomplete
from ebook.opened import Opened
from ebook.rules import RULES, Finding, Outcome, Severity


class Covered(StrEnum):
    """How far rules can settle a criterion."""

    FULLY = "fully"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One criterion as it stands in the table."""

    number: str
    slug: str
    """Its place in https://www.w3.org/TR/WCAG22/."""
    title: str
    level: str
    subjects: tuple[str, ...]
    """It applies where the book holds one of these (see `outcomes.SUBJECTS`)."""
    covered: Covered
    needs: str = ""
    """The checker without which rules do not settle it."""
    unless: tuple[str, ...] = ()
    """What a book may hold, of which a person must judge."""
    only: str = ""
    """What a book must hold, or rules have nothing to go by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What can be said of a criterion for one book."""

    number: str
    title: str
    level: str
    address: str
    outcome: Outcome
    covered: Covered
    reason: str
    rules: tuple[str, ...] = ()
    """The rules that were found, whoever found them."""


_F, _P, _N = Covered.FULLY, Covered.PARTLY, Covered.NOT
_TEXT, _MEDIA, _ACTIVE, _FORMS = ("documents",), ("audio and video", "overlays"), ("scripts", "forms"), ("forms",)
_PICTURED = ("images", "background pictures", "drawn text", "audio and video")
_MOVING = ("audio and video", "scripts", "moving pictures")


def _known(
    number: str,
    level: str,
    title: str,
    subjects: tuple[str, ...],
    covered: Covered,
    *,
    needs: str = "",
    unless: tuple[str, ...] = (),
    only: str = "",
) -> Known:
    return Known(
        number=number,
        slug="".join(c if c.isalnum() else "-" for c in title.lower() if c not in "(),"),
        title=title,
        level=level,
        subjects=subjects,
        covered=covered,
        needs=needs,
        unless=unless,
        only=only,
    )


CRITERIA: tuple[Known, ...] = (
    _known("1.1.1", "A", "Non-text Content", ("images", "drawings", "mathematics", "audio and video"), _P),
    _known("1.2.1", "A", "Audio-only and Video-only (Prerecorded)", _MEDIA, _N),
    _known("1.2.2", "A", "Captions (Prerecorded)", _MEDIA, _N),
    _known("1.2.3", "A", "Audio Description or Media Alternative (Prerecorded)", _MEDIA, _N),
    _known("1.2.4", "AA", "Captions (Live)", (), _N),
    _known("1.2.5", "AA", "Audio Description (Prerecorded)", _MEDIA, _N),
    _known("1.3.1", "A", "Info and Relationships", _TEXT, _P),
    _known("1.3.2", "A", "Meaningful Sequence", _TEXT, _P),
    _known("1.3.3", "A", "Sensory Characteristics", _TEXT, _N),
    _known("1.3.4", "AA", "Orientation", ("orientation",), _N),
    _known("1.3.5", "AA", "Identify Input Purpose", _FORMS, _N),
    _known("1.4.1", "A", "Use of Color", ("styles", "images"), _P),
    _known("1.4.2", "A", "Audio Control", ("audio and video",), _N),
    _known("1.4.3", "AA", "Contrast (Minimum)", _TEXT, _F, needs="ace", unless=_PICTURED),
    _known("1.4.4", "AA", "Resize Text", _TEXT, _P),
    _known("1.4.5", "AA", "Images of Text", ("images",), _N),
    _known("1.4.10", "AA", "Reflow", _TEXT, _P),
    _known("1.4.11", "AA", "Non-text Contrast", ("images", "forms"), _N),
    _known("1.4.12", "AA", "Text Spacing", _TEXT, _P),
    _known("1.4.13", "AA", "Content on Hover or Focus", ("scripts",), _N),
    _known("2.1.1", "A", "Keyboard", _TEXT, _F, unless=("audio and video", "scripts", "forms")),
    _known("2.1.2", "A", "No Keyboard Trap", (*_ACTIVE, "audio and video"), _N),
    _known("2.1.4", "A", "Character Key Shortcuts", ("scripts",), _N),
    _known("2.2.1", "A", "Timing Adjustable", ("scripts",), _N),
    _known("2.2.2", "A", "Pause, Stop, Hide", _MOVING, _N),
    _known("2.3.1", "A", "Three Flashes or Below Threshold", _MOVING, _N),
    _known("2.4.1", "A", "Bypass Blocks", (), _N),
    _known("2.4.2", "A", "Page Titled", _TEXT, _P),
    _known("2.4.3", "A", "Focus Order", ("links", "forms"), _P),
    _known("2.4.4", "A", "Link Purpose (In Context)", ("links",), _P),
    _known("2.4.5", "AA", "Multiple Ways", ("navigation",), _F, only="contents"),
    _known("2.4.6", "AA", "Headings and Labels", _TEXT, _P),
    _known("2.4.7", "AA", "Focus Visible", ("links", "forms"), _N),
    _known("2.4.11", "AA", "Focus Not Obscured (Minimum)", ("links", "forms"), _N),
    _known("2.5.1", "A", "Pointer Gestures", ("scripts",), _N),
    _known("2.5.2", "A", "Pointer Cancellation", ("scripts",), _N),
    _known("2.5.3", "A", "Label in Name", ("names", "forms"), _P),
    _known("2.5.4", "A", "Motion Actuation", ("scripts",), _N),
    _known("2.5.7", "AA", "Dragging Movements", ("scripts",), _N),
    _known("2.5.8", "AA", "Target Size (Minimum)", ("links", "forms"), _N),
    _known("3.1.1", "A", "Language of Page", _TEXT, _P),
    _known("3.1.2", "AA", "Language of Parts", _TEXT, _P),
    _known("3.2.1", "A", "On Focus", _ACTIVE, _N),
    _known("3.2.2", "A", "On Input", _ACTIVE, _N),
    _known("3.2.3", "AA", "Consistent Navigation", _TEXT, _N),
    _known("3.2.4", "AA", "Consistent Identification", _TEXT, _N),
    _known("3.2.6", "A", "Consistent Help", _TEXT, _N),
    _known("3.3.1", "A", "Error Identification", _FORMS, _N),
    _known("3.3.2", "A", "Labels or Instructions", _FORMS, _N),
    _known("3.3.3", "AA", "Error Suggestion", _FORMS, _N),
    _known("3.3.4", "AA", "Error Prevention (Legal, Financial, Data)", _FORMS, _N),
    _known("3.3.7", "A", "Redundant Entry", _FORMS, _N),
    _known("3.3.8", "AA", "Accessible Authentication (Minimum)", _FORMS, _N),
    _known("4.1.2", "A", "Name, Role, Value", ("roles", *_ACTIVE), _P),
    _known("4.1.3", "AA", "Status Messages", ("scripts",), _N),
)
"""WCAG 2.2 (5 October 2023); 4.1.1 is obsolete. Which can apply to a book: the EPUB Accessibility explainer. Keyboard
counts as settled for a book without active content: it leaves the keyboard to the reading app.
Bypass Blocks and live captions are about web sites and broadcasts."""

OTHERS: Mapping[str, str] = {
    "image-alt": "1.1.1",
    "svg-img-alt": "1.1.1",
    "role-img-alt": "1.1.1",
    "object-alt": "1.1.1",
    "ACC-009": "1.1.1",
    "ACC-005": "1.3.1",
    "ACC-006": "1.3.1",
    "ACC-012": "1.3.1",
    "list": "1.3.1",
    "listitem": "1.3.1",
    "dlitem": "1.3.1",
    "definition-list": "1.3.1",
    "heading-order": "1.3.1",
    "td-headers-attr": "1.3.1",
    "th-has-data-cells": "1.3.1",
    "epub-toc-order": "1.3.2",
    "NAV-011": "1.3.2",
    "link-in-text-block": "1.4.1",
    "color-contrast": "1.4.3",
    "meta-viewport": "1.4.4",
    "avoid-inline-spacing": "1.4.12",
    "CSS-006": "1.4.10",
    "scrollable-region-focusable": "2.1.1",
    "document-title": "2.4.2",
    "epub-title": "2.4.2",
    "link-name": "2.4.4",
    "ACC-004": "2.4.4",
    "ACC-011": "2.4.4",
    "empty-heading": "2.4.6",
    "html-has-lang": "3.1.1",
    "html-lang-valid": "3.1.1",
    "html-xml-lang-mismatch": "3.1.1",
    "epub-lang": "3.1.1",
    "OPF-092": "3.1.1",
    "valid-lang": "3.1.2",
    "aria-roles": "4.1.2",
    "aria-allowed-attr": "4.1.2",
    "aria-prohibited-attr": "4.1.2",
    "aria-valid-attr": "4.1.2",
    "aria-valid-attr-value": "4.1.2",
    "aria-hidden-focus": "4.1.2",
    "frame-title": "4.1.2",
    "video-caption": "1.2.2",
}
"""The criterion that a finding of EPUBCheck, Ace or axe is about."""

_OURS: Mapping[str, frozenset[str]] = {
    rule.id: frozenset(r.removeprefix("WCAG ") for r in rule.references if r.startswith("WCAG ")) for rule in RULES
}


def criteria(book: Opened | None, findings: Iterable[Finding], ran: Iterable[str]) -> tuple[Criterion, ...]:
    """What the findings say of each criterion; `ran` names the checkers that came to an end."""
    findings = tuple(findings)
    there = held(book) if book is not None and not is_incomplete(book, findings) else None
    about: dict[str, list[Finding]] = {}
    for finding in findings:
        for number in about_criteria(finding):
            about.setdefault(number, []).append(finding)
    checkers = frozenset(ran)
    return tuple(_judged(known, there, about.get(known.number, []), checkers) for known in CRITERIA)


def about_criteria(finding: Finding) -> frozenset[str]:
    """The criteria that a finding is about, by all who found it."""
    return frozenset(_numbers(finding))


def _numbers(finding: Finding) -> Iterator[str]:
    yield from _OURS.get(finding.rule, ())
    for name in (finding.rule, *(also.partition(" ")[2] for also in finding.also)):
        if name in OTHERS:
            yield OTHERS[name]


def _judged(known: Known, there: frozenset[str] | None, found: list[Finding], checkers: frozenset[str]) -> Criterion:
    outcome, reason = _outcome(known, there, found, checkers)
    return Criterion(
        number=known.number,
        title=known.title,
        level=known.level,
        address=f"https://www.w3.org/TR/WCAG22/#{known.slug}",
        outcome=outcome,
        covered=known.covered,
        reason=reason,
        rules=tuple(dict.fromkeys(f.rule for f in found if f.severity is not Severity.INFO)),
    )


def _outcome(
    known: Known, there: frozenset[str] | None, found: list[Finding], checkers: frozenset[str]
) -> tuple[Outcome, str]:
    wrong = sum(f.severity.rank >= Severity.WARNING.rank for f in found)
    if wrong:
        return Outcome.FAILED, f"{wrong} finding{'s' if wrong > 1 else ''}"
    if there is None:
        return Outcome.PERSON, "not all of the book could be read"
    if not there.intersection(known.subjects):
        return Outcome.ABSENT, "the book holds nothing that it is about"
    doubts = sum(f.severity is Severity.REVIEW for f in found)
    if doubts:
        return Outcome.PERSON, f"{doubts} place{'s' if doubts > 1 else ''} to look at"
    if known.covered is not Covered.FULLY:
        return (
            Outcome.PERSON,
            "rules found nothing; they cover it partly" if known.covered is _P else "no rule covers it",
        )
    if theirs := sorted(there.intersection(known.unless)):
        return Outcome.PERSON, f"rules found nothing; a person must judge the {' and '.join(theirs)}"
    if known.only and known.only not in there:
        return Outcome.PERSON, f"rules found no {known.only} to go by"
    if known.needs and known.needs not in checkers:
        return Outcome.PERSON, f"{known.needs.capitalize()}, which checks it, was not run"
    return Outcome.PASSED, "rules cover it and found nothing"
