"""JUnit's XML, as build servers read it: a suite for each book, a case for each rule.

A rule that does not apply, or that needs a person, is a skipped case that says so; build servers have no third answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from ebook.markup import Element, xml_legal
from ebook.report.kinds import NAMES, Checked, printable
from ebook.rules import Finding, Outcome, Severity

MOST = 50
"""Findings that a case lists; the rest is counted."""


def as_junit(books: Sequence[Checked]) -> str:
    """One document for all books."""
    root = etree.Element("testsuites", name="ebook check")
    for book in books:
        _suite(root, book)
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    etree.indent(root)
    text = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(root: Element, book: Checked) -> None:
    suite = etree.SubElement(root, "testsuite", name=printable(book.path))
    properties = etree.SubElement(suite, "properties")
    for name, version in book.report.versions.items():
        etree.SubElement(properties, "property", name=f"version of {NAMES[name]}", value=version)
    etree.SubElement(properties, "property", name="verdict", value=book.report.verdict)
    reason = book.report.reason or book.report.unfinished
    verdict = etree.SubElement(suite, "testcase", classname="book", name="verdict")
    if book.report.verdict == "invalid":
        etree.SubElement(verdict, "failure", message="the book is invalid", type="invalid")
    elif reason:
        etree.SubElement(verdict, "error", message=xml_legal(reason), type="not-checked")
    found: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in book.report.findings:
        found[finding.source, finding.rule].append(finding)
    for (source, rule), outcome in _cases(book.report.outcomes, found).items():
        _case(suite, source, rule, outcome, found.get((source, rule), []))
    cases = suite.findall("testcase")
    for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(name, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("tests", str(len(cases)))


def _cases(
    outcomes: Mapping[str, Outcome], found: Mapping[tuple[str, str], Sequence[Finding]]
) -> dict[tuple[str, str], Outcome]:
    """The outcome of each rule: ours all, those of other checkers where they were found."""
    cases = {("ebook", rule): outcome for rule, outcome in outcomes.items()}
    for (source, rule), findings in found.items():
        cases.setdefault((source, rule), _outcome(findings))
    return cases


def _outcome(findings: Iterable[Finding]) -> Outcome:
    worst = max(finding.severity.rank for finding in findings)
    if worst >= Severity.WARNING.rank:
        return Outcome.FAILED
    return Outcome.PERSON if worst == Severity.REVIEW.rank else Outcome.PASSED


def _case(suite: Element, source: str, rule: str, outcome: Outcome, findings: Sequence[Finding]) -> None:
    case = etree.SubElement(suite, "testcase", classname=source, name=rule)
    text = xml_legal("\n".join(_line(finding) for finding in findings[:MOST]))
    if len(findings) > MOST:
        text += f"\n… and {len(findings) - MOST} more"
    if outcome is Outcome.FAILED:
        worst = max((finding.severity for finding in findings), key=lambda severity: severity.rank)
        message = xml_legal(f"{findings[0].message} ({len(findings)}×)")
        etree.SubElement(case, "failure", message=message, type=str(worst)).text = text
    elif outcome in (Outcome.PERSON, Outcome.ABSENT):
        etree.SubElement(case, "skipped", message=str(outcome))
    if outcome is not Outcome.FAILED and text:
        etree.SubElement(case, "system-out").text = text


def _line(finding: Finding) -> str:
    also = f" (also {', '.join(finding.also)})" if finding.also else ""
    return f"{finding.severity}: {finding.message}{also}\n  {finding.place}\n  {finding.remedy}"
