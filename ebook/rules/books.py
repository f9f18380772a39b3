"""What can be found in a finished book, ours or anybody's."""

from __future__ import annotations

from ebook.rules.kinds import Rule, Severity, made

F, E, W, R, I = Severity  # noqa: E741 - the table below reads better with one letter each

BOOKS: tuple[Rule, ...] = (
    made(
        "book.container",
        E,
        "The container is damaged: {reason}",
        "Build the book again; if ebook made it, please report this.",
        "EPUB 3.3 §4",
    ),
    made(
        "book.malformed",
        F,
        "{file} is not well-formed XML: {reason}",
        "Build the book again; if ebook made it, please report this.",
        "EPUB 3.3 §6.1",
    ),
    made("book.dead-link", E, "A link leads nowhere: {target}", "Correct the link.", "EPUB 3.3 §6"),
    made("book.duplicate-id", E, "The id “{id}” stands twice", "Make ids unique.", "HTML"),
    made("book.no-language", E, "The document has no language", "Add lang and xml:lang.", "WCAG 3.1.1"),
    made("book.no-title", E, "The document has no title", "Add a title element.", "WCAG 2.4.2"),
    made(
        "book.not-one-h1",
        E,
        "The document has {count} main headings (h1) instead of one",
        "Give every document one h1.",
        "WCAG 1.3.1",
    ),
    made(
        "book.heading-gap",
        E,
        "Heading level {found} follows level {after}",
        "Do not skip heading levels.",
        "WCAG 1.3.1",
    ),
    made("book.image-without-alt", E, "An image has no alt attribute", "Describe it.", "WCAG 1.1.1"),
    made("book.table-without-headers", W, "A table has no header cells", "Mark its header cells.", "WCAG 1.3.1"),
    made(
        "book.not-in-contents", E, "{file} is not in the table of contents", "Add it to the nav document.", "WCAG 2.4.5"
    ),
    made("book.unlisted", E, "{file} is not in the manifest", "List it in the package document.", "EPUB 3.3 §5.6"),
    made("book.missing-file", E, "{file} is in the manifest, but not in the book", "Add the file.", "EPUB 3.3 §5.6"),
    made(
        "book.remote",
        E,
        "The document loads something from the web: {target}",
        "Put it into the book.",
        "EPUB 3.3 §3.6",
    ),
    made("book.active", E, "Active content in the book: {what}", "Remove it.", "EPUB 3.3 §6.3.4"),
    made(
        "book.no-accessibility-metadata",
        E,
        "The package does not state {property}",
        "Add the property.",
        "EPUB Accessibility 1.1 §2.2",
    ),
    made(
        "book.note-without-way-back",
        W,
        "A note has no link back to the text",
        "Add a backlink.",
        "DPUB-ARIA 1.1 doc-backlink",
    ),
    made("book.no-landmarks", W, "The navigation document has no landmarks", "Add landmarks.", "EPUB 3.3 §7.4.4"),
)
