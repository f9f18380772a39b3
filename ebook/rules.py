"""The catalogue of rules: everything the tool can say about content, and what to do about it.

A *rule* is data; a *finding* is a rule at a place. Ids are promises: they do not change meaning.
"""

from __future__ import annotations

from collections.abc import Mapping
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

    def as_json(self) -> dict[str, Any]:
        """The shape that every `--json` output uses for a finding."""
        return {
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that can be found."""

    id: str
    severity: Severity
    title: str
    """A message with `{facts}` in braces, filled in by `at`."""
    help: str
    """What to do about it, for an editor rather than a programmer."""
    references: tuple[str, ...] = field(default=())

    def at(self, place: Place, **facts: object) -> Finding:
        """This rule found at a place; `facts` fill the braces of the title."""
        return Finding(
            rule=self.id,
            severity=self.severity,
            message=self.title.format(**facts),
            remedy=self.help,
            place=place,
        )


F, E, W, R, I = Severity  # noqa: E741 - the table below reads better with one letter each


def _rule(id: str, severity: Severity, title: str, help: str, *references: str) -> Rule:
    return Rule(id=id, severity=severity, title=title, help=help, references=references)


RULES: tuple[Rule, ...] = (
    # Reading
    _rule(
        "article.failed",
        E,
        "This article was left out: {reason}",
        "Mend or replace the input and build again; the other articles are in the book.",
    ),
    _rule(
        "encoding.declared-wrong",
        W,
        "The page says it is {declared}, but its bytes are {used}",
        "The bytes were believed. Check names and accents, and correct the declaration.",
    ),
    _rule(
        "encoding.replaced",
        W,
        "{count} bytes could not be decoded as {used} and show as \ufffd",
        "Save the input again as UTF-8.",
    ),
    _rule(
        "encoding.repaired",
        W,
        "{count} characters had been decoded wrongly and were put right (“{before}” is “{after}” now)",
        "Look at names and accents; save the input again as UTF-8.",
    ),
    _rule(
        "encoding.suspect",
        R,
        "“{text}” looks wrongly decoded, but the text has right characters too; it was left as it is",
        "Correct it in the source if it is no example.",
    ),
    _rule(
        "text.characters",
        I,
        "{count} characters that nobody sees were taken out, or ligatures turned into letters",
        "Nothing.",
    ),
    _rule(
        "text.hyphen",
        I,
        "A word that was divided at the end of a line was joined: “{word}”",
        "Look at it: a compound may have lost its hyphen, or a word have kept one.",
    ),
    _rule(
        "text.structure-guessed",
        I,
        "Read as {what} by the look of its lines",
        "Nothing, unless it is something else; Markdown says it without guessing.",
        "WCAG 1.3.1",
    ),
    _rule(
        "metadata.unusable",
        W,
        "The metadata could not be read: {reason}",
        "Correct the front matter, or leave it out; the article itself was built.",
    ),
    _rule(
        "metadata.contradiction",
        I,
        "The page contradicts itself about its {what}: {chosen} ({origin}) was taken, {other} ({others}) was not",
        "Look at the original if it matters; `ebook normalise` writes down where every value comes from.",
    ),
    _rule(
        "metadata.inferred",
        R,
        "The page does not say its {what}; “{value}” was taken from its {origin}",
        "Check it, and state it in the article's metadata if it is wrong.",
    ),
    _rule(
        "metadata.title-missing",
        W,
        "The article has no title; “{title}” is used",
        "Give it a heading or a title in its metadata.",
        "WCAG 2.4.2",
    ),
    _rule(
        "content.hidden",
        R,
        "The page shows its article only by script; the text was taken from {where}",
        "Compare it with the page in a browser: pictures, links or emphasis may be missing.",
    ),
    _rule(
        "article.joined",
        I,
        "{count} saved pages are parts of one article and became one chapter: {names}",
        "Nothing; to keep them apart, build them one at a time.",
    ),
    # What was removed
    _rule(
        "removed.boilerplate",
        I,
        "Not part of the article, removed: {what} ({words} words)",
        "Nothing, unless it belongs to the article: then report the page.",
    ),
    _rule("removed.furniture", I, "Page furniture removed: “{text}”", "Nothing, unless these are the author's words."),
    _rule("removed.repeat", I, "A repeat was removed: “{text}”", "Nothing; it stands once in the chapter."),
    _rule(
        "removed.element",
        I,
        "{what} cannot be used in a book and was removed ({count}×)",
        "Nothing; its text, where it had any, was kept.",
    ),
    _rule(
        "removed.decoration",
        I,
        "A picture that says nothing (spacer, tracker or icon) was removed",
        "Nothing, unless it matters: then give it a text alternative.",
    ),
    # Structure
    _rule(
        "heading.skipped",
        I,
        "Heading level {found} after level {after}; it is level {level} now",
        "Nothing; consider mending the source.",
        "WCAG 1.3.1",
        "EPUB Accessibility 1.1",
    ),
    _rule(
        "heading.second-h1",
        I,
        "A second main heading; it is level 2 now",
        "Nothing; a chapter has one main heading.",
        "WCAG 1.3.1",
    ),
    _rule("heading.empty", I, "An empty heading was removed", "Nothing.", "WCAG 2.4.6"),
    _rule(
        "heading.from-bold",
        I,
        "A bold line that acts as a heading is one now",
        "Check that it is a heading.",
        "WCAG 1.3.1",
    ),
    _rule("list.made", I, "Typed bullets became a list of {count} items", "Nothing.", "WCAG 1.3.1"),
    _rule("callout.found", I, "A call-out was set as an aside: “{label}”", "Nothing."),
    _rule(
        "table.headers-guessed",
        R,
        "A table without header cells; {guess}",
        "Look at the table and mark its header cells (th) in the source.",
        "WCAG 1.3.1",
    ),
    _rule(
        "table.headers-missing",
        W,
        "A table has no header cells and none could be recognised",
        "Mark its header cells (th) in the source.",
        "WCAG 1.3.1",
    ),
    _rule("table.layout", I, "A table used for layout became plain text in reading order", "Nothing.", "WCAG 1.3.2"),
    # Images
    _rule(
        "alt.missing",
        R,
        "An image has no text alternative: {image}",
        'Describe what it shows, or mark it as decoration (alt="") in the source.',
        "WCAG 1.1.1",
    ),
    _rule(
        "alt.poor",
        R,
        "The text alternative “{alt}” does not describe the image",
        "Describe what the image shows.",
        "WCAG 1.1.1",
    ),
    _rule(
        "alt.caption-repeated",
        R,
        "The text alternative only repeats the caption",
        "Describe what the image shows; the caption is read anyway.",
        "WCAG 1.1.1",
    ),
    _rule(
        "alt.inferred",
        R,
        "The text alternative “{alt}” was taken from the image's {origin}",
        "Check that it describes the image.",
        "WCAG 1.1.1",
    ),
    _rule(
        "caption.guessed",
        R,
        "A line below a picture was put into its figure: “{text}”",
        "If it is the caption, mark it as one (figcaption) in the source.",
        "WCAG 1.3.1",
    ),
    _rule(
        "caption.without-picture",
        R,
        "The caption of a picture that is not in the text was set as one: “{text}”",
        "Use the page with its pictures if they matter. If it is no caption, reword how the line begins or ends.",
        "WCAG 1.3.1",
    ),
    _rule(
        "image.missing",
        W,
        "The image {image} is not there, so it is not in the book",
        "Save the page with its images, or put the file where the page looks for it.",
    ),
    _rule(
        "image.remote",
        W,
        "The image {image} is on the web and is not in the book",
        "Save the page with its images.",
        "EPUB 3.3 §3.6",
    ),
    _rule(
        "image.unreadable",
        W,
        "The image {image} cannot be read ({reason}), so it is not in the book",
        "Save it again as PNG or JPEG.",
    ),
    _rule("image.converted", I, "The image {image} was converted from {before} to {after}", "Nothing."),
    _rule(
        "image.outside",
        W,
        "The image {image} lies outside the folder of its page and was not taken",
        "Copy it into the folder of the page.",
    ),
    # Media, links, notes, maths, code
    _rule(
        "media.linked",
        R,
        "{what} cannot be part of the book; a link to it stands in its place",
        "Check that the link says what it leads to; add a transcript if there is one.",
        "WCAG 1.2.1",
    ),
    _rule(
        "link.dead",
        I,
        "A link to a place that does not exist became plain text: {target}",
        "Correct the link in the source.",
    ),
    _rule(
        "link.wordless",
        I,
        "A link around a picture that nobody described; the picture stayed: {target}",
        "Describe the picture, and the link has a name.",
        "WCAG 2.4.4",
    ),
    _rule("link.unsafe", I, "A link that books cannot have became plain text: {target}", "Nothing."),
    _rule(
        "link.vague",
        R,
        "The link text “{text}” does not say where the link goes",
        "Write link texts that make sense on their own.",
        "WCAG 2.4.4",
    ),
    _rule(
        "note.unreferenced",
        I,
        "A note that nothing refers to was kept: “{text}”",
        "Check whether its reference was lost.",
    ),
    _rule("note.missing", W, "A note reference “{label}” without a note", "Add the note, or remove the reference."),
    _rule(
        "math.unconverted",
        W,
        "A formula could not be converted and stands as TeX: {tex}",
        "Simplify the formula or write it as MathML.",
        "WCAG 1.1.1",
    ),
    # Language
    _rule(
        "language.guessed",
        R,
        "The language was not declared; it reads as {language}",
        "Declare it (lang in the page, front matter, --language).",
        "WCAG 3.1.1",
    ),
    _rule(
        "language.contradicted",
        R,
        "The article is declared to be in {stated}, but it reads as {language}; the text was believed",
        "Correct the declaration (lang in the page, front matter, --language).",
        "WCAG 3.1.1",
    ),
    _rule(
        "language.unknown",
        W,
        "The language is neither declared nor certain; {language} is assumed",
        "Declare it (lang in the page, front matter, --language).",
        "WCAG 3.1.1",
    ),
    _rule(
        "language.invalid",
        I,
        "“{tag}” is no language tag and was left out",
        "Use a BCP 47 tag, for example en or pt-BR.",
        "WCAG 3.1.2",
    ),
    _rule(
        "language.part-found",
        I,
        "A passage that reads as {language} was marked so: “{text}”",
        "Check it, or mark the passage yourself (lang in the source).",
        "WCAG 3.1.2",
    ),
    _rule(
        "language.part-wrong",
        R,
        "A passage declared to be in {stated} reads as {language}; the text was believed: “{text}”",
        "Correct the lang attribute in the source.",
        "WCAG 3.1.2",
    ),
    # Style sheets
    _rule("css.syntax", E, "The style sheet cannot be read here: {reason}", "Correct the style sheet."),
    _rule("css.forbidden", E, "{what} must not stand in a book's style sheet", "Remove it.", "EPUB 3.3 §6.3"),
    _rule("css.important", W, "!important takes a choice away from the reader", "Remove it.", "WCAG 1.4.12"),
    _rule(
        "css.fixed-size",
        W,
        "{property}: {value} does not grow with the reader's text size",
        "Use em, rem or per cent.",
        "WCAG 1.4.4",
    ),
    _rule(
        "css.reader-choice",
        W,
        "{property} on body text overrides what the reader has set",
        "Leave it to the reader.",
        "WCAG 1.4.12",
    ),
    _rule(
        "css.contrast",
        E,
        "Contrast {ratio}:1 between {color} and {background}; 4.5:1 is needed",
        "Choose colours further apart.",
        "WCAG 1.4.3",
    ),
    _rule(
        "css.colour-alone",
        W,
        "A text colour without a background, or the other way round",
        "Set both or neither: night mode changes the other one.",
        "WCAG 1.4.3",
    ),
    # The finished book
    _rule(
        "book.container",
        E,
        "The container is damaged: {reason}",
        "Build the book again; if ebook made it, please report this.",
        "EPUB 3.3 §4",
    ),
    _rule(
        "book.malformed",
        F,
        "{file} is not well-formed XML: {reason}",
        "Build the book again; if ebook made it, please report this.",
        "EPUB 3.3 §6.1",
    ),
    _rule("book.dead-link", E, "A link leads nowhere: {target}", "Correct the link.", "EPUB 3.3 §6"),
    _rule("book.duplicate-id", E, "The id “{id}” stands twice", "Make ids unique.", "HTML"),
    _rule("book.no-language", E, "The document has no language", "Add lang and xml:lang.", "WCAG 3.1.1"),
    _rule("book.no-title", E, "The document has no title", "Add a title element.", "WCAG 2.4.2"),
    _rule(
        "book.not-one-h1",
        E,
        "The document has {count} main headings (h1) instead of one",
        "Give every document one h1.",
        "WCAG 1.3.1",
    ),
    _rule(
        "book.heading-gap",
        E,
        "Heading level {found} follows level {after}",
        "Do not skip heading levels.",
        "WCAG 1.3.1",
    ),
    _rule("book.image-without-alt", E, "An image has no alt attribute", "Describe it.", "WCAG 1.1.1"),
    _rule("book.table-without-headers", W, "A table has no header cells", "Mark its header cells.", "WCAG 1.3.1"),
    _rule(
        "book.not-in-contents", E, "{file} is not in the table of contents", "Add it to the nav document.", "WCAG 2.4.5"
    ),
    _rule("book.unlisted", E, "{file} is not in the manifest", "List it in the package document.", "EPUB 3.3 §5.6"),
    _rule("book.missing-file", E, "{file} is in the manifest, but not in the book", "Add the file.", "EPUB 3.3 §5.6"),
    _rule(
        "book.remote",
        E,
        "The document loads something from the web: {target}",
        "Put it into the book.",
        "EPUB 3.3 §3.6",
    ),
    _rule("book.active", E, "Active content in the book: {what}", "Remove it.", "EPUB 3.3 §6.3.4"),
    _rule(
        "book.no-accessibility-metadata",
        E,
        "The package does not state {property}",
        "Add the property.",
        "EPUB Accessibility 1.1 §2.2",
    ),
    _rule(
        "book.note-without-way-back",
        W,
        "A note has no link back to the text",
        "Add a backlink.",
        "DPUB-ARIA 1.1 doc-backlink",
    ),
    _rule("book.no-landmarks", W, "The navigation document has no landmarks", "Add landmarks.", "EPUB 3.3 §7.4.4"),
)

_BY_ID: Mapping[str, Rule] = {rule.id: rule for rule in RULES}


def rule(id: str) -> Rule:
    """The rule of that id; raises `KeyError` for an id that is not in the catalogue."""
    return _BY_ID[id]
