"""What the package claims about accessibility, held against what is in the book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ebook.claims import CONFORMS, DEPRECATED, FEATURE, HAZARD, MODE, NOTHING, SUFFICIENT, Claim, claims
from ebook.evidence import gather
from ebook.opened import Opened, Statement
from ebook.rules import Finding, Place, rule

SEARCHED_FOR = frozenset(
    "visual auditory tableOfContents structuralNavigation alternativeText longDescription MathML index "
    "pageNavigation transcript closedCaptions audioDescription synchronizedAudioText rubyAnnotations".split()
)
"""Modes and features that readers choose books by: where they are earned and not stated, somebody should know."""
HAZARDS = {
    "flashing": ("flashing", "noFlashingHazard", "unknownFlashingHazard"),
    "motion": ("motionSimulation", "noMotionSimulationHazard", "unknownMotionSimulationHazard"),
    "sound": ("sound", "noSoundHazard", "unknownSoundHazard"),
}
"""The three hazards with what can be said of each (schema.org accessibilityHazard)."""
MODES = frozenset(("auditory", "tactile", "textual", "visual"))
_FORM = re.compile(
    r"EPUB Accessibility 1\.[12] - WCAG 2\.[012] Level A{1,3}"
    r"|https?://www\.idpf\.org/epub/a11y/accessibility-20170105\.html#wcag-(?:a|aa|aaa)|none"
)
"""EPUB Accessibility 1.1 §2.3.2 and 1.2, the addresses of 1.0, and `none`."""
_ABOUT_ACCESS = re.compile(r"epub accessibility|wcag|a11y", re.I)


def check_claims(book: Opened) -> Iterator[Finding]:
    """Claims that are false, contradict each other or are missing; the evidence is counted once."""
    found = claims(gather(book))
    said = [s for s in book.statements if not s.old and not s.refines]
    yield from _false(book, said, found)
    yield from _features(book, said)
    yield from _hazards(book, said)
    yield from _conformance(book)
    yield from _missing(book, said, found)


def _at(book: Opened, statement: Statement) -> Place:
    return Place(file=book.package_path, line=statement.line, snippet=f"{statement.property}: {statement.value}"[:120])


def _false(book: Opened, said: Sequence[Statement], found: Sequence[Claim]) -> Iterator[Finding]:
    known = {(c.property, c.value): c for c in found}
    for statement in said:
        name, value = statement.property, statement.value
        if name == SUFFICIENT:
            value = ",".join(sorted(part.strip() for part in value.split(",") if part.strip()))
            wrong = [part for part in value.split(",") if part not in MODES]
            if wrong:
                reason = f"“{wrong[0]}” is no way of reading"
                yield rule("book.claim-false").at(_at(book, statement), value=statement.value, reason=reason)
        claim = known.get((name, value))
        if claim is not None and claim.refuted:
            lacking = f" (first: {claim.lacking[0]})" if claim.lacking else ""
            yield rule("book.claim-false").at(_at(book, statement), value=value, reason=f"{claim.proof}{lacking}")


def _features(book: Opened, said: Sequence[Statement]) -> Iterator[Finding]:
    stated = [s for s in said if s.property == FEATURE]
    for statement in stated:
        if statement.value in DEPRECATED:
            reason = "the vocabulary has given this value up"
            yield rule("book.claim-deprecated").at(_at(book, statement), value=statement.value, reason=reason)
        elif statement.value in NOTHING and len(stated) > 1:
            reason = "it cannot stand beside other features"
            yield rule("book.claim-contradiction").at(_at(book, statement), value=statement.value, reason=reason)
    for pair in _EXCLUSIVE:
        both = [s for s in stated if s.value in pair]
        if len({s.value for s in both}) > 1:
            reason = f"{' and '.join(pair)} exclude each other"
            yield rule("book.claim-contradiction").at(_at(book, both[1]), value=both[1].value, reason=reason)


_EXCLUSIVE = (
    ("withAdditionalWordSegmentation", "withoutAdditionalWordSegmentation"),
    ("rubyAnnotations", "fullRubyAnnotations"),
)
"""Features of which a book has one at most."""


def _hazards(book: Opened, said: Sequence[Statement]) -> Iterator[Finding]:
    """`none` and `unknown` stand alone; else one statement for each of the three."""
    stated = [s for s in said if s.property == HAZARD]
    values = [s.value for s in stated]
    for statement in stated:
        if statement.value in NOTHING and len(set(values)) > 1:
            reason = "it cannot stand beside other hazards"
            yield rule("book.claim-contradiction").at(_at(book, statement), value=statement.value, reason=reason)
    if not stated or set(values) & NOTHING:
        return
    for hazard, answers in HAZARDS.items():
        given = [v for v in answers if v in values]
        if not given:
            yield rule("book.hazard-missing").at(_at(book, stated[0]), hazard=hazard)
        elif len(given) > 1:
            reason = f"{' and '.join(given)} exclude each other"
            yield rule("book.claim-contradiction").at(_at(book, stated[0]), value=given[0], reason=reason)


def _conformance(book: Opened) -> Iterator[Finding]:
    """The form of the claim, and who evaluated the book."""
    certified = any(s.property == "a11y:certifiedBy" and s.value for s in book.statements)
    for statement in book.statements:
        if statement.property != CONFORMS or not _ABOUT_ACCESS.search(statement.value):
            continue
        if not _FORM.fullmatch(statement.value):
            yield rule("book.conformance-form").at(_at(book, statement), value=statement.value)
        if not certified:
            yield rule("book.conformance-nobody").at(_at(book, statement))


def _missing(book: Opened, said: Sequence[Statement], found: Sequence[Claim]) -> Iterator[Finding]:
    """What could be said and is not; a book that says nothing at all has a finding of its own for that."""
    stated = {(s.property, part.strip()) for s in said for part in s.value.split(",")}
    for name in (MODE, FEATURE):
        if not any(p == name for p, _ in stated):
            continue
        for claim in found:
            kept = claim.property == name and claim.holds and claim.value in SEARCHED_FOR
            if kept and (name, claim.value) not in stated:
                place = Place(file=book.package_path)
                yield rule("book.claim-missing").at(place, value=claim.value, reason=claim.proof)
