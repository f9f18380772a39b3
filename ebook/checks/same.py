"""Which rules of which checkers mean the same fault, and how its places are told from others: a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ebook.rules import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """Rules of several checkers that mean the same fault."""

    rules: tuple[tuple[str, str], ...]
    """(rule, words that its message must hold: a regular expression, empty for any)."""
    whole: bool = False
    """About a whole document or package: lines do not count, and several findings of one checker are one fault."""
    named: bool = False
    """The fault is told by what it names in the document (an id), at whichever of its places each checker sees it."""
    files: bool = False
    """The fault is told by the file that it names, wherever each checker sees it."""


def _same(*rules: str | tuple[str, str], **how: bool) -> Same:
    return Same(rules=tuple((rule, "") if isinstance(rule, str) else rule for rule in rules), **how)


_PARSER = ("RSC-005", "RSC-016", "RSC-017")


def _says(words: str) -> tuple[tuple[str, str], ...]:
    """The general codes of EPUBCheck with these words."""
    return tuple((code, words) for code in _PARSER)


SAME: tuple[Same, ...] = (
    # Container and package
    _same("book.container", "PKG-006", "PKG-007", "PKG-005", whole=True),
    _same("book.container", "PKG-003", "PKG-004", "PKG-008", "PKG-015", "PKG-027", whole=True),
    _same("book.container", "RSC-002", "RSC-003", "OPF-002", "PKG-020", whole=True),
    _same(("book.container", "navigation"), *_says(r'item with the "nav" property|exactly one .*nav'), whole=True),
    _same("book.malformed", "RSC-016", "HTM-011", whole=True),
    _same("book.missing-file", "RSC-001", files=True),
    _same("book.unlisted", "OPF-003", files=True),
    _same("book.unlisted", "RSC-008", files=True),
    _same(*_says(r"dc:title"), "epub-title", whole=True),
    _same("book.book-language", *_says(r"dc:language"), "OPF-092", whole=True),
    _same("book.package-language", "epub-lang", whole=True),
    *(
        _same(("book.no-accessibility-metadata", rf"schema:{name}\b"), f"metadata-{name.lower()}", whole=True)
        for name in (
            "accessMode",
            "accessModeSufficient",
            "accessibilityFeature",
            "accessibilityHazard",
            "accessibilitySummary",
        )
    ),
    _same(
        ("book.claim-contradiction", "[Hh]azard|none|unknown"),
        "book.hazard-missing",
        "metadata-accessibilityhazard-invalid",
        whole=True,
    ),
    _same(("book.claim-false", "[Pp]age"), "metadata-accessibilityFeature-printPageNumbers-nopagelist", whole=True),
    _same(("book.claim-false", "[Pp]age"), "metadata-accessibilityFeature-printPageNumbers-nopagebreaks", whole=True),
    _same("book.claim-deprecated", "metadata-accessibilityfeature-invalid", whole=True),
    _same("book.conformance-form", "metadata-conformsto-invalid", whole=True),
    _same("book.series-position", *_says("group-position")),
    # Languages and titles
    _same("book.no-language", "book.language-half", "html-has-lang", whole=True),
    _same("book.language-invalid", "html-lang-valid", "valid-lang", "OPF-092"),
    _same("book.language-disagrees", *_says(r"lang and xml:lang|xml:lang.*lang"), "html-xml-lang-mismatch"),
    _same(
        "book.no-title",
        *_says(r'"title"[^.]*(?:missing|empty|child)|missing[^.]*"title"'),
        "document-title",
        whole=True,
    ),
    # Structure
    _same("book.duplicate-id", *_says("duplicate id"), "duplicate-id", "duplicate-id-aria", named=True),
    _same("book.heading-empty", "book.heading-wordless", "empty-heading"),
    _same("book.heading-gap", "heading-order"),
    _same("book.landmarks-alike", "landmark-unique"),
    _same("book.type-without-role", "epub-type-has-matching-role"),
    _same("book.type-deprecated", "OPF-086b"),
    _same("book.label-unheard", "aria-prohibited-attr"),
    _same("book.aria-target-missing", *_says(r"aria-\w+|non-existing|does not refer"), "aria-valid-attr-value"),
    _same("aria-roles", "aria-allowed-role", *_says(r'attribute "role"')),
    _same("aria-deprecated-role", *_says("role")),
    _same("book.presentational", *_says(r'element "(?:center|font|big|strike|tt|u|acronym)" not allowed')),
    _same("dlitem", *_says('element "d[td]" not allowed')),
    _same("list", "listitem", *_says(r'element "\w+" not allowed')),
    # Links
    _same("book.dead-link", "RSC-012", "RSC-007", "RSC-007w"),
    _same("book.dead-link", "epub-pagelist-broken"),
    _same("book.link-nameless", "book.link-wordless", "ACC-004", "ACC-011", "link-name"),
    # Images, drawings, tables, formulas
    _same("book.image-without-alt", *_says('missing required attribute "alt"'), "image-alt"),
    _same("book.alt-empty", "presentation-role-conflict"),
    _same("book.drawing-nameless", "svg-img-alt", "role-img-alt"),
    _same("book.table-without-headers", "ACC-005", "ACC-006"),
    _same("book.table-without-caption", "ACC-012"),
    _same("book.table-header-empty", "empty-table-header"),
    _same("book.formula-unreadable", "ACC-009"),
    # What is active or from the web
    _same("book.remote", "RSC-006", "RSC-006b"),
    _same("book.remote", "RSC-029"),
    _same("book.active", *_says(r'element "(?:iframe|form|base|object|embed|script)"|attribute "on\w+"')),
    _same("book.active", "frame-title"),
    # Navigation and pages
    _same("book.contents-order", "NAV-011", "epub-toc-order", whole=True),
    _same("book.page-not-listed", "NAV-003", "epub-pagelist-missing-pagebreak", whole=True),
    _same("book.pages-without-source", "epub-pagesource", whole=True),
    _same("book.page-without-number", "pagebreak-label"),
    # Style sheets
    _same("css.syntax", "CSS-008"),
    _same("css.forbidden", "CSS-001"),
    _same("css.out-of-flow", "CSS-006"),
)
"""Which rules of whom mean the same. A name that one of the checkers does not have does no harm."""


def _by_rule() -> Mapping[str, tuple[tuple[int, re.Pattern[str]], ...]]:
    found: dict[str, list[tuple[int, re.Pattern[str]]]] = {}
    for number, same in enumerate(SAME):
        for rule, words in same.rules:
            found.setdefault(rule, []).append((number, re.compile(words, re.I)))
    return {rule: tuple(entries) for rule, entries in found.items()}


_BY_RULE = _by_rule()


def groups_of(finding: Finding) -> Iterator[int]:
    """The numbers of the entries of `SAME` that a finding belongs to."""
    numbers = (number for number, words in _BY_RULE.get(finding.rule, ()) if words.search(finding.message))
    yield from dict.fromkeys(numbers)
