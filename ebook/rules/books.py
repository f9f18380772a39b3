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
    made(
        "book.claim-false",
        E,
        "The book claims “{value}”, but: {reason}",
        "Take the claim out of the package, or add what it promises.",
        "EPUB Accessibility 1.1 §2.2",
        why="Readers choose a book by what it claims, and find out too late that they cannot read it.",
        subject="claims",
    ),
    made(
        "book.claim-deprecated",
        W,
        "The book claims “{value}”: {reason}",
        "Use the value that took its place: pageBreakMarkers for printPageNumbers, closedCaptions or openCaptions for "
        "captions; leave the others out.",
        "EPUB Accessibility 1.1 §2.2",
        why="Shops and libraries no longer look for this value, so readers do not find the book by it.",
        subject="claims",
    ),
    made(
        "book.claim-contradiction",
        E,
        "The book claims “{value}”, but {reason}",
        "Decide for one of the two.",
        "EPUB Accessibility 1.1 §2.2",
        why="Nobody can tell which of the two statements is true.",
        subject="claims",
    ),
    made(
        "book.hazard-missing",
        E,
        "The package says nothing about the hazard: {hazard}",
        "State all three hazards (flashing, motion, sound), or none alone.",
        "EPUB Accessibility 1.1 §2.2",
        why="Somebody whom flashes, motion or sounds can harm must know before opening the book.",
        subject="claims",
    ),
    made(
        "book.conformance-form",
        E,
        "“{value}” is no conformance statement",
        "Write it exactly so: EPUB Accessibility 1.1 - WCAG 2.2 Level AA.",
        "EPUB Accessibility 1.1 §2.3.2",
        why="Shops and libraries read the statement by machine; in another form it is not seen.",
        subject="claims",
    ),
    made(
        "book.conformance-nobody",
        E,
        "The book claims conformance, but does not say who evaluated it",
        "Add a11y:certifiedBy with the name of who did, or take the claim out.",
        "EPUB Accessibility 1.1 §2.3.3",
        why="A claim that nobody answers for cannot be relied on, or complained about.",
        subject="claims",
    ),
    made(
        "book.claim-missing",
        R,
        "The book could claim “{value}” and does not ({reason})",
        "Look whether it is so, and state it.",
        "EPUB Accessibility 1.1 §2.2",
        why="Readers who need this do not find the book.",
        subject="claims",
    ),
)
