"""The pictures and the wide tables of finished chapters, with all that is known of each.

Of a picture: words, caption, what stands around, a judgement. Of a table that is too wide to read: why it is, its
caption, what stands around, whether the article describes it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lxml import etree

from ebook.alternatives import UNDESCRIBED, judge
from ebook.markup import (
    BLOCKS,
    HEADINGS,
    STATED,
    Element,
    closest,
    elements,
    headings_above,
    language_of,
    new,
    parse_document,
    squash,
    text_of,
    tokens,
)
from ebook.model import Chapter, Image
from ebook.pictures import digest, file_name
from ebook.wide_tables import fingerprint, first_row, too_wide

DESCRIBED, DECORATIVE, MISSING, POOR = "described", "decorative", "missing", "poor"
OFFERED = "offered"
"""The state of a wide table that nobody described: no failure, for a table can be read cell by cell."""
OPEN = frozenset((MISSING, POOR))
"""What still needs a person."""
REPEATED_LOGO = "the logo of a site, shown again and again"
"""Why a picture is decoration although no page says so."""
LONGEST = 240
"""Characters of a sentence of the surroundings."""
REACH = 600
"""Characters before and after a picture in which that sentence is looked for."""
MOST_ROWS = 60
"""Rows of a table that are shown to whoever describes it."""
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n+")
_HOLDERS = ("a", "p", "li", "td", "th", "dd", "dt", "figure", *HEADINGS)
"""What holds an image and the words right beside it."""
_DESCRIPTIONS = frozenset(("description", "described-here"))
_BESIDE = _DESCRIPTIONS | {"table-caption", "table-summary", "description-link"}
"""Classes of what belongs to a table and is no part of the text around it."""
_LOGO = re.compile(r"(?:^|[^a-z])logo(?:type)?s?(?:[^a-z]|$)", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture at one place of a chapter."""

    hash: str
    """Tells its bytes from all others: see `pictures.digest`."""
    reference: str
    """The address as the article writes it."""
    source: str
    """The article, as the user named it."""
    title: str
    """The title of the article."""
    language: str
    caption: str
    before: str
    """The sentence before it."""
    after: str
    alt: str
    """The words it has now; empty where nobody described it."""
    state: str
    """`described`, `decorative`, `missing` or `poor`."""
    reason: str = ""
    """Why it is poor or, where no page says so, decorative."""
    image: Image = field(repr=False)

    @property
    def context(self) -> str:
        """What stands around it, with a sign in its place."""
        return _around(self.before, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table that is too wide to read, at one place of a chapter."""

    hash: str
    """Tells its words from those of all others: see `wide_tables.fingerprint`."""
    source: str
    """The article, as the user named it."""
    title: str
    """The title of the article."""
    language: str
    caption: str
    before: str
    """The sentence before it."""
    after: str
    begins: str
    """Its first row."""
    reason: str
    """Why it is too wide."""
    state: str
    """`described` by the article, or `offered`."""
    rows: int
    copy: str = field(repr=False)
    """Its cells as HTML, without any other markup; of a long one the first `MOST_ROWS` rows."""

    @property
    def context(self) -> str:
        """What stands around it, with a sign in its place."""
        return _around(self.before, self.after)


def wide_tables(chapters: Sequence[Chapter]) -> tuple[Table, ...]:
    """Every table that is too wide to read, in reading order, once for each place where it stands."""
    return tuple(table for chapter in chapters for table in _tables_of(chapter))


def table_hashes(chapters: Sequence[Chapter]) -> frozenset[str]:
    """The fingerprints of all tables, wide or not."""
    bodies = (parse_document(chapter.xhtml) for chapter in chapters if "<table" in chapter.xhtml)
    return frozenset(fingerprint(table) for body in bodies for table in body.iter("table"))


def inventory(chapters: Sequence[Chapter]) -> tuple[Picture, ...]:
    """Every picture of the chapters that came along, in reading order, once for each place where it stands."""
    found = [picture for chapter in chapters for picture in _of_chapter(chapter)]
    counts = Counter(picture.hash for picture in found)
    settled = {p.hash for p in found if p.state == DESCRIBED or p.caption or not _LOGO.search(p.reference)}
    return tuple(
        replace(p, state=DECORATIVE, reason=REPEATED_LOGO)
        if p.state == MISSING and counts[p.hash] > 1 and p.hash not in settled
        else p
        for p in found
    )


def judged(
    alt: str, *, file: str, caption: str, title: str, language: str, context: str, heading: str = ""
) -> tuple[str, str]:
    """The state of a text alternative and, where it is poor, the reason."""
    found = judge(
        alt,
        file=file_name(file),
        caption=caption,
        title=title,
        heading=heading,
        language=language,
        context=context,
    )
    return str(found.state), found.reason.value if found.reason else ""


def _of_chapter(chapter: Chapter) -> Iterator[Picture]:
    body = parse_document(chapter.xhtml).find("body")
    assert body is not None
    held = {image.reference: image for image in chapter.images}
    around, above = _surroundings(body), headings_above(body)
    for element in body.iter("img"):
        image = held.get(element.get("src", ""))
        if image is not None:
            yield _picture(element, image, chapter, above.get(element, ""), *around[element])


def _picture(element: Element, image: Image, chapter: Chapter, heading: str, before: str, after: str) -> Picture:
    stated = squash(element.get("alt", ""))
    alt = element.get(STATED, "") if stated in UNDESCRIBED else stated
    caption, title = _caption(element), chapter.metadata.title
    language = chapter.metadata.language if stated in UNDESCRIBED else language_of(element)
    box = closest(element, *_HOLDERS)
    context = text_of(box) if box is not None else ""
    state, reason = (
        (DECORATIVE, "")
        if not stated or element.get("role") == "presentation"
        else judged(
            alt,
            file=image.reference,
            caption=caption,
            title=title,
            heading=heading,
            language=language,
            context=context,
        )
    )
    return Picture(
        hash=digest(image.data),
        reference=image.reference,
        source=chapter.source,
        title=title,
        language=language or chapter.metadata.language,
        caption=caption,
        before=before,
        after=after,
        alt=alt,
        state=state,
        reason=reason,
        image=image,
    )


def _around(before: str, after: str) -> str:
    return f"{before} […] {after}".strip() if before or after else ""


def _tables_of(chapter: Chapter) -> Iterator[Table]:
    if "<table" not in chapter.xhtml:
        return
    body = parse_document(chapter.xhtml).find("body")
    assert body is not None
    wide = {e: why for e in elements(body, "table") if not _is_inner(e) and first_row(e) and (why := too_wide(e))}
    around = _surroundings(body, "table") if wide else {}
    for element, why in wide.items():
        before, after = around[element]
        yield Table(
            hash=fingerprint(element),
            source=chapter.source,
            title=chapter.metadata.title,
            language=language_of(element) or chapter.metadata.language,
            caption=_caption_of_table(element),
            before=before,
            after=after,
            begins=_cut(first_row(element)),
            reason=why,
            state=DESCRIBED if element.get("aria-details") else OFFERED,
            rows=len(_rows(element)),
            copy=_copy(element),
        )


def _is_inner(table: Element) -> bool:
    """Whether a table stands in another, or is itself part of a description."""
    return any(e.tag == "table" or tokens(e, "class") & _DESCRIPTIONS for e in table.iterancestors())


def _caption_of_table(table: Element) -> str:
    own = next((text_of(c) for c in table.iterchildren("caption")), "")
    if own or not table.get("aria-labelledby"):
        return own or _caption(table)
    names = table.get("aria-labelledby", "").split()
    return squash(" ".join(text_of(e) for e in table.getroottree().iter() if e.get("id") in names))


def _rows(table: Element) -> list[Element]:
    return [row for row in elements(table, "tr") if closest(row, "table") is table]


def _copy(table: Element) -> str:
    """The cells of a table and nothing else."""
    copy = new("table", new("tbody"))
    for row in _rows(table)[:MOST_ROWS]:
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        line = new("tr", *(new(str(cell.tag), text_of(cell)) for cell in cells))
        for made, cell in zip(line, cells, strict=True):
            for name in ("scope", "colspan", "rowspan"):
                if cell.get(name):
                    made.set(name, cell.get(name, ""))
        copy[0].append(line)
    return etree.tostring(copy, encoding="unicode", method="html")


def _caption(element: Element) -> str:
    figure = closest(element, "figure")
    return next((text_of(c) for c in figure.iter("figcaption")), "") if figure is not None else ""


def _surroundings(body: Element, wanted: str = "img") -> dict[Element, tuple[str, str]]:
    """The sentences before and after every image or table; captions and the chapter's header are no part of them."""
    pieces = list(_pieces(body, wanted))
    found: dict[Element, tuple[str, str]] = {}
    said = ""
    for position, piece in enumerate(pieces):
        if isinstance(piece, str):
            said = (said + piece)[-REACH:]
            continue
        found[piece] = (_sentence(said, -1), _sentence(_next_words(pieces, position), 0))
    return found


def _pieces(body: Element, wanted: str) -> Iterator[str | Element]:
    """Text, ends of blocks (as line ends) and the wanted elements, in reading order."""
    skipped = 0
    for event, node in etree.iterwalk(body, events=("start", "end")):
        outside = node.tag in ("figcaption", "header", "math")
        outside = outside or (wanted == "table" and (node.tag == "table" or bool(tokens(node, "class") & _BESIDE)))
        if node.tag in BLOCKS or node.tag == "br":
            yield "\n"
        if event == "start":
            skipped += outside
            if node.tag == wanted:
                yield node
        else:
            skipped -= outside
        text = node.text if event == "start" else node.tail
        if text and not skipped and node is not body:
            yield re.sub(r"\s+", " ", text)


def _next_words(pieces: Sequence[str | Element], position: int) -> str:
    words = ""
    for piece in pieces[position + 1 :]:
        words += piece if isinstance(piece, str) else ""
        if len(words) > REACH:
            break
    return words


def _sentence(text: str, which: int) -> str:
    """The first (0) or last (-1) sentence of a text."""
    sentences = [s for part in _SENTENCES.split(text) if (s := squash(part))]
    if not sentences:
        return ""
    return _cut(sentences[which], which)


def _cut(chosen: str, which: int = 0) -> str:
    """A text of sensible length: its beginning (0) or end (-1)."""
    if len(chosen) <= LONGEST:
        return chosen
    return chosen[:LONGEST].rstrip() + "…" if which == 0 else "…" + chosen[-LONGEST:].lstrip()
