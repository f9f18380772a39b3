"""Shows why a book may claim what it claims, and what it offers in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ebook.claims import CONFORMS, Approval, Claim, claims
from ebook.evidence import Evidence, gather
from ebook.onix import onix
from ebook.opened import Opened, open_epub
from ebook.rules import Finding, Place, Severity
from ebook.statement import Statement, known_of, statement

MOST_PLACES = 10
"""Places that are shown of one claim; the rest is counted."""


class Explained:
    """One book with its evidence, for the outputs of `ebook check`."""

    def __init__(self, book: Opened, failing: Sequence[str]) -> None:
        self.book = book
        self.evidence: Evidence = gather(book)
        self.known = known_of(book)
        approval = Approval(certifier=self.known.certifier, date=self.known.date) if self.known.standard else None
        self.claims: tuple[Claim, ...] = claims(self.evidence, approval=approval, failing=failing)

    def statement(self) -> Statement:
        """The plain-language statement."""
        return statement(self.evidence, self.claims, self.known)

    def is_stated(self, claim: Claim) -> bool:
        """Whether the package makes this claim."""
        return any(
            ",".join(sorted(p.strip() for p in v.split(","))) == ",".join(sorted(claim.value.split(",")))
            for v in self.book.values(claim.property)
        )


def explained(path: Path, findings: Sequence[Finding]) -> Explained | None:
    """The evidence of a file and what was found in it; nothing where it is no book."""
    book, _ = open_epub(path.read_bytes(), path.name)
    failing = dict.fromkeys(f.rule for f in findings if f.severity.rank >= Severity.WARNING.rank)
    return None if book is None else Explained(book, tuple(failing))


def show_told(found: Explained | None, *, explain: bool, statement: bool) -> None:
    """What `--explain` and `--statement` print of one book."""
    if found is not None and explain:
        show_explained(found)
    if found is not None and statement:
        show_statement(found)


def told_json(found: Explained | None, *, explain: bool, statement: bool) -> dict[str, Any]:
    """What `--explain` and `--statement` add to one book of `--json`."""
    if found is None:
        return {}
    return (explained_json(found) if explain else {}) | (statement_json(found) if statement else {})


def show_explained(found: Explained) -> None:
    """Every claim with its evidence or with what is missing, those that nothing in the book is about left out."""
    for claim in found.claims:
        stated = found.is_stated(claim)
        if not stated and not claim.holds and not claim.lacking and claim.property != CONFORMS:
            continue
        click.echo(f"{_mark(claim, stated)} {claim.property} {_plain(claim.value)}")
        click.echo(f"    {_plain(claim.proof)}")
        for place in claim.lacking[:MOST_PLACES]:
            click.echo(f"    lacking: {_plain(str(place))}")
        if len(claim.lacking) > MOST_PLACES:
            click.echo(f"    … and {len(claim.lacking) - MOST_PLACES} more")


def _mark(claim: Claim, stated: bool) -> str:
    """One word: what is stated against what is proven."""
    if stated:
        return "true:    " if claim.holds else "FALSE:   " if claim.refuted else "unproven:"
    return "missing: " if claim.holds else "not met: "


def show_statement(found: Explained) -> None:
    """The statement as text, then the codes for shops."""
    made = found.statement()
    if made.language != made.asked.split("-")[0].lower():
        click.echo(f"(in English; there are no sentences for “{_plain(made.asked)}” yet)")
    for section in made.sections:
        click.echo(section.title)
        for line in section.lines:
            click.echo(f"  - {_plain(line.text)}")
    codes = onix(found.evidence, found.claims, found.known)
    click.echo("ONIX")
    for code in codes:
        click.echo(f"  - {code.type} {code.value}: {code.meaning}")


def explained_json(found: Explained) -> dict[str, Any]:
    """What `--explain --json` adds to a book."""
    return {
        "explained": [
            {
                "property": c.property,
                "value": c.value,
                "stated": found.is_stated(c),
                "holds": c.holds,
                "refuted": c.refuted,
                "proof": c.proof,
                "lacking": [_place(p) for p in c.lacking],
            }
            for c in found.claims
        ]
    }


def statement_json(found: Explained) -> dict[str, Any]:
    """What `--statement --json` adds to a book."""
    made = found.statement()
    return {
        "statement": {
            "language": made.language,
            "asked": made.asked,
            "sections": [
                {
                    "key": s.key,
                    "title": s.title,
                    "lines": [{"key": line.key, "text": line.text, "language": line.language} for line in s.lines],
                }
                for s in made.sections
            ],
        },
        "onix": [code.as_json() for code in onix(found.evidence, found.claims, found.known)],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "snippet": place.snippet}


def _plain(text: str) -> str:
    """Text without control characters, so that no input can write to the terminal."""
    return "".join(c if c.isprintable() or c == " " else " " for c in text)
