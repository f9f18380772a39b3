"""The pictures of finished chapters with all that is known of each: words, caption, what stands around, a judgement."""

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
    headings_above,
    language_of,
    parse_document,
    squash,
    text_of,
)
from ebook.model import Chapter, Image
from ebook.pictures import digest, file_name

DESCRIBED, DECORATIVE, MISSING, POOR = "described", "decorative", "missing", "poor"
OPEN = frozenset((MISSING, POOR))
"""What still needs a person."""
REPEATED_LOGO = "the logo of a site, shown again and again"
"""Why a picture is decoration although no page says so."""
LONGEST = 240
"""Characters of a sentence of the surroundings."""
REACH = 600
"""Characters before and after a picture in which that sentence is looked for."""
_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n+")
_HOLDERS = ("a", "p", "li", "td", "th", "dd", "dt", "figure", *HEADINGS)
"""What holds an image and the words right beside it."""
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
        return f"{self.before} […] {self.after}".strip() if self.before or self.after else ""


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


def _caption(element: Element) -> str:
    figure = closest(element, "figure")
    return next((text_of(c) for c in figure.iter("figcaption")), "") if figure is not None else ""


def _surroundings(body: Element) -> dict[Element, tuple[str, str]]:
    """The sentences before and after every image; captions and the chapter's header are no part of them."""
    pieces = list(_pieces(body))
    found: dict[Element, tuple[str, str]] = {}
    said = ""
    for position, piece in enumerate(pieces):
        if isinstance(piece, str):
            said = (said + piece)[-REACH:]
            continue
        found[piece] = (_sentence(said, -1), _sentence(_next_words(pieces, position), 0))
    return found


def _pieces(body: Element) -> Iterator[str | Element]:
    """Text, ends of blocks (as line ends) and images, in reading order."""
    skipped = 0
    for event, node in etree.iterwalk(body, events=("start", "end")):
        outside = node.tag in ("figcaption", "header", "math")
        if node.tag in BLOCKS or node.tag == "br":
            yield "\n"
        if event == "start":
            skipped += outside
            if node.tag == "img":
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
    chosen = sentences[which]
    if len(chosen) <= LONGEST:
        return chosen
    return chosen[:LONGEST].rstrip() + "…" if which == 0 else "…" + chosen[-LONGEST:].lstrip()
