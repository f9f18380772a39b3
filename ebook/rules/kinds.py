"""What rules and findings are: severities, outcomes, places."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a finding matters; `review` means that a person must look."""

    FATAL = "fatal"
    ERROR = "error"
    WARNING = "warning"
    REVIEW = "review"
    INFO = "info"

    @property
    def rank(self) -> int:
        """4 for fatal down to 0 for info, so that severities can be compared."""
        return len(Severity) - 1 - list(Severity).index(self)


class Outcome(StrEnum):
    """What a rule says of a whole book (the outcomes of EARL 1.0, in words)."""

    PASSED = "pass"
    FAILED = "fail"
    PERSON = "needs a person"
    ABSENT = "not applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something was found."""

    file: str
    """The input or the file in the book, as the user named it."""
    line: int = 0
    """Line in that file, from 1; 0 where it is not known."""
    snippet: str = ""
    """The first words or the start tag of what was found, at most 120 characters."""

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.snippet}" if self.snippet else where


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something about the content that a person may want to know or must decide."""

    rule: str
    severity: Severity
    message: str
    remedy: str
    place: Place
    source: str = "ebook"
    """Who says so: `ebook`, `epubcheck` or `ace`."""
    also: tuple[str, ...] = ()
    """Who else says the same of the same place, with their name for it: `epubcheck RSC-012`."""

    def as_json(self) -> dict[str, Any]:
        """The shape that every `--json` output uses for a finding; `also` only where somebody else says so too."""
        said: dict[str, Any] = {
            "rule": self.rule,
            "severity": str(self.severity),
            "message": self.message,
            "remedy": self.remedy,
            "source": self.source,
            "place": {
                "file": self.place.file,
                "line": self.place.line,
                "snippet": self.place.snippet,
            },
        }
        return said | {"also": list(self.also)} if self.also else said


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that can be found."""

    id: str
    severity: Severity
    title: str
    """A message with `{facts}` in braces, filled in by `at`."""
    single: str = ""
    """The message where the fact `count` is one, if it differs."""
    help: str
    """What to do about it, for an editor rather than a programmer."""
    references: tuple[str, ...] = field(default=())
    """WCAG 2.2 criteria and sections of specifications: `WCAG 1.1.1`, `EPUB 3.3 §6.1`."""
    why: str = ""
    """Why it matters to a reader."""
    subject: str = ""
    """What a book must hold for the rule to apply: `images`, `tables`…; empty for rules about articles."""

    @property
    def found(self) -> Outcome:
        """The outcome for a book in which it was found."""
        if self.severity is Severity.REVIEW:
            return Outcome.PERSON
        return Outcome.PASSED if self.severity is Severity.INFO else Outcome.FAILED

    def at(self, place: Place, **facts: object) -> Finding:
        """This rule found at a place; `facts` fill the braces of the title."""
        return Finding(
            rule=self.id,
            severity=self.severity,
            message=(self.single if self.single and facts.get("count") == 1 else self.title).format(**facts),
            remedy=self.help,
            place=place,
        )


def made(
    id: str,
    severity: Severity,
    title: str,
    help: str,
    *references: str,
    why: str = "",
    subject: str = "",
    single: str = "",
) -> Rule:
    """A rule in the short form of the tables."""
    return Rule(
        id=id, severity=severity, title=title, help=help, references=references, why=why, subject=subject, single=single
    )
