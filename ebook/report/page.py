"""The report for people: one HTML page without scripts or other files, itself WCAG 2.2 AA.

It sets no colours, so that every reader's own are kept; severities are words; every table has header cells and a name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from ebook.checks.criteria import Criterion
from ebook.languages import direction_of
from ebook.markup import language_of, xml_legal
from ebook.opened import Opened
from ebook.outline import headings
from ebook.report.kinds import NAMES, Checked, rule_of
from ebook.report.thumbnails import thumbnail
from ebook.rules import Finding, Outcome, Severity

MOST_PLACES = 50
"""Places of one rule that are listed; the rest is counted."""
MOST_IMAGES = 300
_SEVERITIES: Mapping[Severity, str] = {
    Severity.FATAL: "Fatal errors",
    Severity.ERROR: "Errors",
    Severity.WARNING: "Warnings",
    Severity.REVIEW: "For a person to look at",
    Severity.INFO: "For information",
}
_VERDICTS: Mapping[str, str] = {
    "valid": "Valid: EPUBCheck ran to its end and found no error.",
    "invalid": "Invalid: there are errors that keep readers from opening parts of the book.",
    "not-checked": "Not checked",
}
_STYLE = """
:root { color-scheme: light dark; }
body { font-family: system-ui, sans-serif; line-height: 1.5; max-width: 60rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; }
caption { text-align: start; font-weight: bold; padding-block: 0.5rem; }
th, td { border: 1px solid currentColor; padding: 0.3rem 0.6rem; text-align: start; vertical-align: top; }
td, dd, li, code { overflow-wrap: anywhere; }
img { max-width: 10rem; height: auto; }
section section { margin-block-start: 1.5rem; }
dt { font-weight: bold; }
"""


def as_page(books: Sequence[Checked]) -> str:
    """One page about all books."""
    heading = "Accessibility report" if len(books) == 1 else f"Accessibility report of {len(books)} books"
    title = f"{heading}: {books[0].path}" if len(books) == 1 else heading
    return "\n".join(
        [
            '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8"/>',
            '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
            f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>",
            f"<h1>{_text(heading)}</h1>",
            *(_contents(books) if len(books) > 1 else ()),
            *(line for number, book in enumerate(books, 1) for line in _book(book, f"b{number}")),
            "</main>\n</body>\n</html>\n",
        ]
    )


def _text(text: str) -> str:
    """Text that is safe in the page, whatever a book holds."""
    return escape(xml_legal(text))


def _contents(books: Sequence[Checked]) -> Iterator[str]:
    yield '<nav aria-label="Books"><ul>'
    for number, book in enumerate(books, 1):
        yield f'<li><a href="#b{number}">{_text(book.path)}</a>: {_text(_verdict(book))}</li>'
    yield "</ul></nav>"


def _verdict(book: Checked) -> str:
    report = book.report
    said = _VERDICTS[report.verdict]
    return f"{said}: {report.reason}" if report.reason and report.verdict == "not-checked" else said


def _book(book: Checked, id: str) -> Iterator[str]:
    opened = book.opened()
    title = next(iter(opened.values("dc:title")), "") if opened else ""
    language = opened.main_language() if opened else ""
    yield f'<section aria-labelledby="{id}">'
    heading = f"{_in_language(title, language)} ({_text(book.path)})" if title else _text(book.path)
    yield f'<h2 id="{id}">{heading}</h2>'
    yield from _score(book, opened)
    yield from _findings(book)
    yield from _criteria(book.report.criteria)
    if opened is not None:
        yield from _images(opened)
        yield from _outline(opened)
        yield from _metadata(opened)
    yield from _rules(book)
    yield "</section>"


def _in_language(text: str, language: str) -> str:
    if not language:
        return _text(text)
    return f'<span lang="{_text(language)}" dir="{direction_of(language)}">{_text(text)}</span>'


def _table(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table; cells are markup, the first of a row is its header. Long words break, so that no table is too wide."""
    columns = "".join(f'<th scope="col">{_text(head)}</th>' for head in heads)
    yield f"<table><caption>{_text(name)}</caption><thead><tr>{columns}</tr></thead><tbody>"
    for first, *others in rows:
        cells = "".join(f"<td>{cell}</td>" for cell in others)
        yield f'<tr><th scope="row">{first}</th>{cells}</tr>'
    yield "</tbody></table>"


def _score(book: Checked, opened: Opened | None) -> Iterator[str]:
    report = book.report
    counts = Counter(finding.severity for finding in report.findings)
    criteria = Counter(criterion.outcome for criterion in report.criteria)
    rows = [("Verdict", _text(_verdict(book)))]
    if report.unfinished:
        rows.append(("Not finished", _text(report.unfinished)))
    rows += [(name, str(counts[severity])) for severity, name in _SEVERITIES.items()]
    if report.criteria:
        said = ", ".join(f"{criteria[outcome]} {outcome}" for outcome in Outcome)
        rows.append(("WCAG 2.2 criteria of levels A and AA", _text(said)))
    if opened is not None:
        rows.append(("Images", _text(_image_counts(opened))))
    rows += [(f"Version of {NAMES[name]}", _text(version)) for name, version in report.versions.items()]
    yield from _table("Score card", ("What", "Result"), rows)


def _image_counts(book: Opened) -> str:
    states = Counter(_alt(image.get("alt"))[0] for _, tree in book.chapters() for image in tree.iter("img"))
    return ", ".join(f"{count} {state}" for state, count in states.items()) or "none"


def _alt(alt: str | None) -> tuple[str, str]:
    """In a word how an image is described, and the words themselves."""
    if alt is None:
        return "without text alternative", ""
    return ("with text alternative", alt) if alt.strip() else ("marked as decoration", "")


def _findings(book: Checked) -> Iterator[str]:
    yield "<section><h3>Findings</h3>"
    if not book.report.findings:
        yield "<p>None.</p>"
    for severity, name in _SEVERITIES.items():
        groups: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
        for finding in book.report.findings:
            if finding.severity is severity:
                groups[finding.source, finding.rule].append(finding)
        if groups:
            yield f"<h4>{name} ({sum(map(len, groups.values()))})</h4>"
        for group in groups.values():
            yield from _group(group)
    yield "</section>"


def _group(findings: Sequence[Finding]) -> Iterator[str]:
    """All places of one rule."""
    first, known = findings[0], rule_of(findings[0])
    same = len({finding.message for finding in findings}) == 1
    heading = first.message if same else f"{first.rule} ({len(findings)} places)"
    yield f"<h5>{_text(heading)}</h5><dl>"
    said = dict.fromkeys(name for finding in findings for name in finding.also)
    yield f"<dt>Rule</dt><dd><code>{_text(first.rule)}</code>, found by {_text(NAMES[first.source])}"
    yield f"; also {_text(', '.join(said))}</dd>" if said else "</dd>"
    if known and known.why:
        yield f"<dt>Why it matters</dt><dd>{_text(known.why)}</dd>"
    yield f"<dt>What to do</dt><dd>{_text(first.remedy)}</dd>"
    if known and known.references:
        yield f"<dt>See</dt><dd>{_text(', '.join(known.references))}</dd>"
    yield "<dt>Where</dt><dd><ul>"
    for finding in findings[:MOST_PLACES]:
        where = f"{finding.place.file}, line {finding.place.line}" if finding.place.line else finding.place.file
        snippet = f": <code>{_text(finding.place.snippet)}</code>" if finding.place.snippet else ""
        yield f"<li>{_text(where)}{snippet}{'' if same else f'<br/>{_text(finding.message)}'}</li>"
    if len(findings) > MOST_PLACES:
        yield f"<li>… and {len(findings) - MOST_PLACES} more</li>"
    yield "</ul></dd></dl>"


def _criteria(criteria: Sequence[Criterion]) -> Iterator[str]:
    if not criteria:
        return
    yield "<section><h3>WCAG 2.2, levels A and AA</h3>"
    yield (
        "<p>“Pass” is said only where rules can settle a criterion alone. “Needs a person” is no fault: somebody who "
        "knows the book must judge. Nothing here is a claim of conformance.</p>"
    )
    rows = (
        (
            f'<a href="{criterion.address}">{criterion.number} {_text(criterion.title)}</a>',
            criterion.level,
            str(criterion.outcome),
            _text(criterion.reason)
            + (f": <code>{_text(', '.join(criterion.rules))}</code>" if criterion.rules else ""),
        )
        for criterion in sorted(criteria, key=lambda c: _RANK[c.outcome])
    )
    yield from _table("Criteria", ("Criterion", "Level", "Outcome", "Why"), rows)
    yield "</section>"


_RANK = {Outcome.FAILED: 0, Outcome.PERSON: 1, Outcome.PASSED: 2, Outcome.ABSENT: 3}


def _images(book: Opened) -> Iterator[str]:
    found = [(path, image) for path, tree in book.chapters() for image in tree.iter("img")]
    if not found:
        return
    yield "<section><h3>Images and their text alternatives</h3>"
    rows = []
    for path, image in found[:MOST_IMAGES]:
        target = book.target(path, image.get("src", ""))[0]
        small = thumbnail(book.files.get(target, b""), target)
        state, words = _alt(image.get("alt"))
        shown = f'<br/><img src="{small}" alt="Small copy of {_text(target)}"/>' if small else "<br/>(no preview)"
        said = _in_language(words, language_of(image) or book.main_language()) if words else ""
        rows.append((f"<code>{_text(target)}</code>{shown}", state, said, _text(_where(path, image.sourceline))))
    yield from _table("Images", ("Image", "State", "Text alternative", "Place"), rows)
    if len(found) > MOST_IMAGES:
        yield f"<p>… and {len(found) - MOST_IMAGES} more.</p>"
    yield "</section>"


def _where(path: str, line: object) -> str:
    return f"{path}, line {line}" if line else path


def _outline(book: Opened) -> Iterator[str]:
    yield "<section><h3>Outline</h3><ul>"
    for path, tree in book.chapters():
        yield f"<li><code>{_text(path)}</code>"
        found = list(headings(tree))
        yield "<ul>" if found else " (no headings)"
        for heading in found:
            words = _in_language(heading.text, heading.language or book.main_language()) or "(empty)"
            yield f"<li>Level {heading.level}: {words}</li>"
        yield "</ul></li>" if found else "</li>"
    yield "</ul></section>"


def _metadata(book: Opened) -> Iterator[str]:
    yield "<section><h3>Metadata</h3>"
    rows = (
        (
            _text(f"{statement.property} of {statement.refines}" if statement.refines else statement.property),
            _in_language(statement.value, statement.language or book.language)
            if statement.property.startswith("dc:")
            else _text(statement.value),
        )
        for statement in book.statements
    )
    yield from _table("What the package states", ("Property", "Value"), rows)
    yield "</section>"


def _rules(book: Checked) -> Iterator[str]:
    if not book.report.outcomes:
        return
    yield "<section><h3>Rules</h3>"
    rows = ((f"<code>{_text(rule)}</code>", str(outcome)) for rule, outcome in book.report.outcomes.items())
    yield from _table("Rules of Ebook", ("Rule", "Outcome"), rows)
    yield "</section>"
