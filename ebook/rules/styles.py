"""What can be found in style sheets."""

from __future__ import annotations

from ebook.rules.kinds import Rule, Severity, made

F, E, W, R, I = Severity  # noqa: E741 - the table below reads better with one letter each

STYLES: tuple[Rule, ...] = (
    made("css.syntax", E, "The style sheet cannot be read here: {reason}", "Correct the style sheet."),
    made("css.forbidden", E, "{what} must not stand in a book's style sheet", "Remove it.", "EPUB 3.3 §6.3"),
    made("css.important", W, "!important takes a choice away from the reader", "Remove it.", "WCAG 1.4.12"),
    made(
        "css.fixed-size",
        W,
        "{property}: {value} does not grow with the reader's text size",
        "Use em, rem or per cent.",
        "WCAG 1.4.4",
    ),
    made(
        "css.reader-choice",
        W,
        "{property} on body text overrides what the reader has set",
        "Leave it to the reader.",
        "WCAG 1.4.12",
    ),
    made(
        "css.contrast",
        E,
        "Contrast {ratio}:1 between {color} and {background}; 4.5:1 is needed",
        "Choose colours further apart.",
        "WCAG 1.4.3",
    ),
    made(
        "css.colour-alone",
        W,
        "A text colour without a background, or the other way round",
        "Set both or neither: night mode changes the other one.",
        "WCAG 1.4.3",
    ),
)
