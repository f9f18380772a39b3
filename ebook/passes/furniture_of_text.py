"""Take the site's lines out of a plain text, where nothing but words and places tells whose they are.

    <p>Home</p><p>Politics</p><p>Log in</p><p>River to crest at dawn</p>   ->   <p>River to crest at dawn</p>

What only a site writes goes wherever it stands. What an author may write too ("Save", "Comments", "Science") goes
before the first prose or after the last, in the company of lines of the first kind; elsewhere it stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ebook.bylines import is_byline
from ebook.dates import is_date_line
from ebook.furniture_words import is_credit, is_likely, is_menu, is_notice, is_section, is_sure, opens_related
from ebook.markup import Element, drop, place, text_of
from ebook.model import Article
from ebook.rules import Finding, rule

PROSE = 60
"""Characters from which a line that ends as a sentence is the author's text."""
LONG = 200
"""Characters from which any line is text."""
LONGEST_TITLE = 200
MOST_TITLES = 12
"""Titles of other articles under one heading."""
HEAD = 30
"""Lines among which byline and date stand."""
MENU = 3
"""Lines that make a menu."""
TITLE_LINES = 2
LONG_MENU = 5
"""Short lines in a row that are a menu when two of them are entries for certain."""
_COUNTED = re.compile(r".{1,50}\s\(\d{1,6}\)")
_BARS = re.compile(r"\s+[|·•]\s+")
_FORM = re.compile(
    r"(?:please )?(?:enter )?(?:your )?e-?mail(?: address)?:?|(?:deine|ihre) e-?mail(?:-adresse)?:?", re.I
)
_LETTER = re.compile(
    r"\b(?:newsletter|letter|inbox|digest|briefing|weekly|daily|every (?:week|day|\w+day|morning))\b", re.I
)
_ASKS = re.compile(r"(?:sign up|subscribe|join|get|stay|never miss|newsletter)\b", re.I)
_SENTENCE_END = re.compile(r"[.!…。！؟।][”\"'’»)\]]*$")
_SITE_SUFFIX = 6
"""Words of a site's name after the title of a page."""


def furniture_of_text(tree: Element, article: Article) -> Iterator[Finding]:
    lines = [child for child in tree if isinstance(child.tag, str) and child.tag != "figure"]
    if not lines or lines[0].tag == "header":
        return  # the chapter's header is set: all this was done
    yield from _without_counts(lines[:HEAD], article)
    texts = [text_of(line) if line.tag in ("p", "h2", "h3") else "" for line in lines]
    for index in sorted(_Lines(texts).to_remove()):
        yield rule("removed.furniture").at(place(article.source, lines[index]), text=texts[index][:80])
        drop(lines[index])


def _without_counts(lines: Sequence[Element], article: Article) -> Iterator[Finding]:
    """Shares, comments and minutes out of the line that names the author and the day between bars."""
    for line in lines:
        text = text_of(line)
        if line.tag != "p" or len(line) or not _BARS.search(text):
            continue
        parts = [part.strip() for part in _BARS.split(text)]
        own = [part for part in parts if not (is_sure(part) or is_likely(part))]
        if len(own) < len(parts) and own and all(map(_names_makers, own)):
            gone = ", ".join(part for part in parts if part not in own)
            yield rule("removed.furniture").at(place(article.source, line), text=gone[:80])
            line.text = " | ".join(own)


class _Lines:
    """The lines of a text, each judged once."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.sure = [bool(t) and (is_sure(t) or is_credit(t)) for t in texts]
        self.likely = [self.sure[i] or (bool(t) and (is_likely(t) or is_menu(t))) for i, t in enumerate(texts)]
        prose = [i for i, t in enumerate(texts) if not self.sure[i] and _is_prose(t)]
        self.makers = [i for i, t in enumerate(texts[:HEAD]) if t and _names_makers(t)]
        self.start = self._end_of_head(prose)
        self.own: set[int] = set()
        self.end = prose[-1] + 1 if prose else len(texts)

    def _end_of_head(self, prose: list[int]) -> int:
        """Where the text begins: at its first prose, but for a teaser that stands above byline and date."""
        if not prose:
            return 0  # verse, or a list: nothing tells a menu from the text
        after = [m for m in self.makers if len(prose) > 1 and prose[0] < m < prose[1]]
        return prose[1] if after else prose[0]

    def to_remove(self) -> set[int]:
        """The positions of the site's lines; never all there is."""
        gone = {i for i, sure in enumerate(self.sure) if sure}
        gone |= self._of_head()
        gone |= self._of_tail()
        gone |= self._menus_said_twice()
        gone |= self._of_body(gone)
        left = [t for i, t in enumerate(self.texts) if i not in gone]
        return gone if any(left) else set()

    def _of_head(self) -> set[int]:
        """Menus and labels before the first prose; one line is left for the title."""
        gone: set[int] = set()
        known = [self.likely[i] or is_section(self.texts[i]) for i in range(self.start)]
        others = [i for i in range(self.start) if not known[i] and i not in self.makers]
        self.own = self._not_of_menus(others)
        run: list[int] = []
        for index in range(self.start + 1):
            if index < self.start and (known[index] or (run and self._may_join(index, known))):
                run.append(index)
                continue
            gone.update(self._menu(run, known))
            run = []
        site = any(self.sure[: self.start]) or sum(known) >= 2
        above = [m for m in self.makers if m < self.start]
        gone.update(i for i in range(self.start) if self.likely[i] and (site or (above and i > above[0])))
        gone.update(self._repeated_titles(others))
        return gone

    def _may_join(self, index: int, known: list[bool]) -> bool:
        """Whether an unknown line is an entry of a menu: a few words between two entries that are known."""
        text = self.texts[index]
        if not (_is_short(text) and 0 < index < self.start - 1 and known[index - 1] and known[index + 1]):
            return False
        return index not in self.own or not self.likely[index + 1]

    def _menu(self, run: list[int], known: list[bool]) -> list[int]:
        """The lines of a run that make a menu; a label right before the title is not part of one."""
        entries = [i for i in run if known[i]]
        if len(entries) >= 2 and run and len(around := self._around(run, known)) >= LONG_MENU:
            return around
        if len(entries) < MENU or len(entries) * 2 < len(run):
            return [i for i in entries if is_menu(self.texts[i])]
        return run

    def _around(self, run: list[int], known: list[bool]) -> list[int]:
        """The short lines that a run of entries stands among."""
        first, last = run[0], run[-1]
        while first > 0 and self._is_entry(first - 1, known):
            first -= 1
        while last + 1 < self.start and self._is_entry(last + 1, known):
            last += 1
        return list(range(first, last + 1))

    def _is_entry(self, index: int, known: list[bool]) -> bool:
        return known[index] or (_is_short(self.texts[index]) and index not in self.own)

    def _not_of_menus(self, others: list[int]) -> set[int]:
        """The last unknown lines above byline, date or text, which may be title and byline, and what is below."""
        first = next((m for m in self.makers if m < self.start), self.start)
        return {*[i for i in others if i < first][-TITLE_LINES:], *(i for i in others if i >= first), *self.makers}

    def _menus_said_twice(self) -> set[int]:
        """Runs of short lines that stand before the text and again after it."""
        known = {
            tuple(self.texts[i : i + MENU]): i
            for i in range(self.start - MENU + 1)
            if not any(i <= m < i + MENU for m in self.makers)
        }
        gone: set[int] = set()
        for index in range(self.end, len(self.texts) - MENU + 1):
            run = tuple(self.texts[index : index + MENU])
            if run in known and len(set(run)) == MENU and all(map(_is_short, run)):
                gone.update(range(index, index + MENU))
                gone.update(range(known[run], known[run] + MENU))
        return gone

    def _repeated_titles(self, others: list[int]) -> set[int]:
        """The page's title with the site's name behind it, where the title itself stands there too."""
        keys = {self.texts[i].casefold() for i in others}
        gone = set()
        for index in others:
            for mark in (" | ", " – ", " — ", " - ", " · ", " » "):
                title, _, site = self.texts[index].rpartition(mark)
                if title.casefold() in keys and 0 < len(site.split()) <= _SITE_SUFFIX:
                    gone.add(index)
        return gone

    def _of_tail(self) -> set[int]:
        """After the last prose: lists of other articles, menus, the site's foot."""
        gone: set[int] = set()
        tail = range(self.end, len(self.texts))
        company = sum(self.likely[i] or is_section(self.texts[i]) for i in tail)
        if company < 2:
            return gone
        titles = 0
        for index in tail:
            text = self.texts[index]
            if opens_related(text):
                titles = MOST_TITLES
                gone.add(index)
            elif titles and text and is_date_line(text):
                gone.add(index)  # when the other article was published
            elif self.likely[index] or self._is_counted(index) or (company >= MENU and is_section(text)):
                gone.add(index)
                titles = 0
            elif titles and text and len(text) <= LONGEST_TITLE and not _names_makers(text):
                gone.add(index)
                titles -= 1
            else:
                titles = 0
        return gone

    def _is_counted(self, index: int) -> bool:
        """Whether a line is one of a list of subjects with numbers of articles ("Rivers (15)")."""
        return bool(_COUNTED.fullmatch(self.texts[index])) and any(
            0 <= i < len(self.texts) and _COUNTED.fullmatch(self.texts[i]) for i in (index - 1, index + 1)
        )

    def _of_body(self, gone: set[int]) -> set[int]:
        """Between the paragraphs, words that may be the site's go with the site's own beside them."""
        more: set[int] = set()
        for index in range(self.start, self.end):
            more.update(self._above_form(index))
            if not self.likely[index] or index in gone:
                continue
            if index - 1 in gone or index - 1 in more or index + 1 in gone:
                more.add(index)
        return more

    def _above_form(self, index: int) -> Iterator[int]:
        """The title of a box that asks for an address, and the line that praises what it sends."""
        if not _FORM.fullmatch(self.texts[index]) or index < self.start + 2:
            return
        title, praise = self.texts[index - 2], self.texts[index - 1]
        if len(praise) <= LONGEST_TITLE and _LETTER.search(praise) and not _is_prose(praise):
            yield index - 1
            if _ASKS.match(title) and not _is_prose(title):
                yield index - 2


def _is_short(text: str) -> bool:
    """Whether a line is as short as the entries of menus are."""
    return bool(text) and len(text) <= 30 and len(text.split()) <= 4 and text[-1].isalnum()


def _names_makers(text: str) -> bool:
    """Whether a line is a byline or a date."""
    return is_byline(text) or is_date_line(text)


def _is_prose(text: str) -> bool:
    """Whether a line is text, and no title, label or furniture."""
    if is_notice(text):
        return False
    return len(text) >= LONG or (len(text) >= PROSE and bool(_SENTENCE_END.search(text)))
