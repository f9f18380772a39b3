"""Title, label, people and date from the first lines of a plain text. Serves `headline`.

<p>News</p><p>River to crest at dawn</p><p>Ines Halloran</p><p>14 March 2026</p>
->   label "News", title "River to crest at dawn", written by Ines Halloran on 2026-03-14
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ebook import bylines, dates
from ebook.markup import Element, drop, text_of

LONGEST_TITLE = 250
LONGEST_AFTER_LABEL = 140
"""Characters of a headline under a section label; a longer line makes the label the headline."""
LONGEST_SENTENCES = 15
"""Words from which several sentences are prose and no headline."""
LONGEST_SENTENCE = 14
"""Words from which one sentence with its full stop is the text itself; headlines are shorter, or have none."""
PROSE = 200
"""Characters from which a paragraph is text and no headline matter."""
LOOKED_AT = 8
"""Lines in which the head of a text ends."""
_LABEL = re.compile(r"[^.!?:;,]{2,40}")
_NAME = re.compile(
    r"[^\W\d_a-zà-ÿ][\w.'’-]*(?:\s+(?:(?:de|da|di|van|von|der|den|bin|al|el|la|le|du|dos)\s+)*[^\W\d_a-zà-ÿ][\w.'’-]*){1,3}"
)


@dataclass(slots=True)
class Head:
    """What the first lines of a text say of it."""

    kicker: str = ""
    title: Element | None = None
    people: tuple[str, ...] = ()
    date: str = ""


def headline_of_text(tree: Element) -> Head:
    """What the first lines of a plain text say; the lines leave the text."""
    head = Head()
    lines = [p for p in tree if p.tag == "p"][:LOOKED_AT]
    if len(lines) < 2:
        return head
    if _is_label_over_title(lines):
        head.kicker = text_of(lines[0])
        drop(lines.pop(0))
    first = next((n for n, line in enumerate(lines[:3]) if not _names_makers(text_of(line))), 0)
    if len(lines) > first + 1 and is_title(text_of(lines[first])):
        head.title = lines.pop(first)
        drop(head.title)
    _take_makers(head, lines)
    return head


def _take_makers(head: Head, lines: list[Element]) -> None:
    """Byline and date, each once, above the text or under a teaser."""
    prose = 0
    for index, line in enumerate(lines):
        text = text_of(line)
        if _is_text(text):
            prose += 1
            if prose > 1 or index == len(lines) - 1:
                return
        elif not head.people and (bylines.is_byline(text) or _is_name_beside_date(lines, index)):
            head.people, head.date = bylines.names(text, strict=True), head.date or dates.parse(text)
            drop(line)
        elif not head.date and dates.is_date_line(text) and dates.parse(text):
            head.date = dates.parse(text)
            drop(line)
        elif prose:
            return


def _is_text(text: str) -> bool:
    sentence = text[-1:] in '.!?…”"。' and len(text.split()) > LONGEST_SENTENCE
    return len(text) > PROSE or sentence


def _is_name_beside_date(lines: list[Element], index: int) -> bool:
    """Whether a line is a name alone, right above or below the date."""
    if not _NAME.fullmatch(text_of(lines[index])) or len(text_of(lines[index])) > 40:
        return False
    beside = [lines[i] for i in (index - 1, index + 1) if 0 <= i < len(lines)]
    return any(dates.is_date_line(text_of(line)) for line in beside)


def _names_makers(text: str) -> bool:
    return bylines.is_byline(text) or dates.is_date_line(text)


def _is_label_over_title(lines: list[Element]) -> bool:
    label, title = text_of(lines[0]), text_of(lines[1])
    return (
        len(lines) > 2
        and bool(_LABEL.fullmatch(label))
        and len(label.split()) <= 4
        and not label[:1].isdigit()
        and is_title(title)
        and len(label) < len(title) <= LONGEST_AFTER_LABEL
        and not any(bylines.begins(line) for line in (label, title))
        and not dates.is_date_line(title)
    )


def is_title(text: str) -> bool:
    """Whether a line may be a headline: no item, and no text."""
    several = len(re.findall(r"[.!?…][”’\"')]*(?:\s|$)", text)) >= 2
    words = len(text.split())
    if (several and words > LONGEST_SENTENCES) or (words > LONGEST_SENTENCE and re.search(r"[.…。][”’\"')]*$", text)):
        return False
    return 3 <= len(text) <= LONGEST_TITLE and not re.match(r"[-*•–]\s", text)
