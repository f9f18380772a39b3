"""What was counted in a finished book, each thing with its places: the ground that every claim stands on.

`gather` looks at the documents and files of an opened book, ours or anybody's; it judges nothing. `claims`,
`statement` and `onix` read what it found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from lxml import etree

from ebook.markup import EPUB, EPUB_TYPE, HEADINGS, XML_LANG, Element, closest, inside, text_of, tokens
from ebook.motion import STILL, motion
from ebook.opened import Opened, is_outside, place_in, resolved
from ebook.outline import UNDESCRIBED, describes, headings
from ebook.pictures import is_poor
from ebook.rules import Place
from ebook.styling import Style, inline_limits, style_of

Places = tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Facts of one book. Places where something can be lacking, numbers where only the count matters."""

    language: str = ""
    words: bool = True
    """Whether there is text at all."""
    documents: int = 1
    """Documents that are read one after the other, without the navigation."""

    described: Places = ()
    decorative: Places = ()
    undescribed: Places = ()
    """Images that carry information and say nothing, those without `alt` among them."""
    poor: Places = ()
    """Images whose text alternative is a file name or a word such as "image"."""
    repeating: Places = ()
    """Images whose text alternative only repeats the caption."""
    without_alt: Places = ()
    left_out: Places = ()
    """Pictures of the originals that are not in the book."""
    linked_media: Places = ()
    """Recordings and embedded pages that are a link."""

    audio: Places = ()
    video: Places = ()
    without_transcript: Places = ()
    without_captions: Places = ()
    audio_described: int = 0
    overlaid: int = 0
    """Documents that are read out by a media overlay."""

    formulas: Places = ()
    """MathML."""
    formulas_in_words: int = 0
    """Formulas in MathML with a text of their own."""
    chemistry: int = 0
    tex: Places = ()
    """TeX that stands in the text as it is."""
    formula_images: Places = ()
    formula_images_bare: Places = ()

    tables: Places = ()
    tables_bare: Places = ()
    """Data tables without header cells."""
    ruby: int = 0
    with_ruby: int = 0
    """Ideographs that ruby stands over."""
    without_ruby: int = 0
    """Ideographs that no ruby stands over."""

    headings: int = 0
    heading_gaps: Places = ()
    without_heading: Places = ()
    """Documents without any heading; covers and pages of images alone do not count."""
    contents: int = 0
    """Lines of the table of contents."""
    unreached: Places = ()
    """Documents that the contents do not lead to."""
    chapters_unreached: Places = ()
    """Those of them that open with a heading of their own."""
    out_of_order: Places = ()
    """Lines of the contents that lead back in the reading order."""
    moved_focus: Places = ()
    """Elements with a positive `tabindex`: the order of the keyboard is not that of the text."""
    landmarks: int = 0

    page_marks: Places = ()
    page_marks_mute: Places = ()
    """Page marks without role or label: reading systems cannot tell them."""
    page_list: int = 0
    pages_unlisted: Places = ()
    page_source: str = ""
    """What the page numbers are of, as the package states it."""

    index: int = 0
    """Links of the index."""
    glossary: int = 0
    """Entries of the glossary."""
    abbreviations: int = 0
    abbreviations_bare: Places = ()
    extended: Places = ()
    """Extended descriptions that are linked and there."""
    extended_broken: Places = ()
    roles: int = 0
    languages: tuple[str, ...] = ()
    """Languages that documents and passages are in, the most frequent first."""
    without_language: Places = ()

    animated: Places = ()
    flashing: Places = ()
    unproven_motion: Places = ()
    """What moves and cannot be judged: films, scripts, animations of style sheets and drawings."""
    flashes: int = 0
    """Flashes in the worst second of any picture."""
    scripts: Places = ()

    style_limits: Places = ()
    """What takes the display of the text from the reader."""
    contrasts: tuple[float, ...] = ()
    half_pairs: int = 0
    vertical: bool = False
    spaced: bool | None = None
    """Whether words of a script without spaces are set apart; nothing where the book is in no such script."""
    right_to_left: bool = False

    braille: int = 0
    speech_hints: int = 0
    encrypted: Places = ()

    @property
    def informative(self) -> int:
        """Images that carry information."""
        return len(self.described) + self.lacking_images

    @property
    def lacking_images(self) -> int:
        """Informative images without a description that says something."""
        return len(self.undescribed) + len(self.poor) + len(self.repeating)

    @property
    def recordings(self) -> int:
        """Recordings in the book."""
        return len(self.audio) + len(self.video)


@dataclass(slots=True)
class _Notes:
    """What is gathered on the way."""

    places: dict[str, list[Place]] = field(default_factory=dict)
    numbers: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    contrasts: list[float] = field(default_factory=list)
    last_level: int = 0

    def add(self, name: str, path: str, element: Element) -> None:
        self.places.setdefault(name, []).append(place_in(path, element))

    def at(self, name: str, place: Place) -> None:
        self.places.setdefault(name, []).append(place)


_IMAGES = ("img", "svg", "input")
_TYPED = etree.XPath("//*[@role or @epub:type]", namespaces={"epub": EPUB})
_STYLED = etree.XPath("//*[@style]")
_TAGGED = etree.XPath("//*[@lang or @xml:lang]")
_TABBED = etree.XPath("//*[@tabindex > 0]")
_DETAILED = etree.XPath("//*[@aria-details or @aria-describedby or @longdesc]")
_NAMED_IMAGES = etree.XPath("//*[@role='img' and not(self::img) and not(self::svg)]")
_CLASSED = etree.XPath("//*[contains(@class, 'unavailable') or contains(@class, 'linked-media')]")
_SPOKEN = etree.XPath("//@*[namespace-uri()='http://www.w3.org/2001/10/synthesis']")
_MATHS_NAME = re.compile(r"^(?:math|maths|tex|latex|equation|formula)(?:$|[-_])|^mwe-math", re.I)
_TEX = re.compile(
    r"\\[(\[].{1,2000}?\\[)\]]|\$\$.{1,2000}?\$\$|\\(?:frac|sqrt|sum|int|alpha|beta|cdot|times|begin)\b", re.S
)
_TEX_NODES = etree.XPath(r"//text()[contains(., '\') or contains(., '$$')]")
_IDEOGRAPH = re.compile("[\u3400-\u4dbf\u4e00-\u9fff々]")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
_SPACED = re.compile("(?<=[\u3040-\u30ff\u3400-\u9fff])[ \u3000\u200b](?=[\u3040-\u30ff\u3400-\u9fff])")
_SET_APART = 0.05
"""Spaces for each character of a script without spaces from which on its words are set apart."""
_BRAILLE = re.compile("[\u2801-\u28ff]")
_FRONT = frozenset("cover titlepage halftitlepage copyright-page toc landmarks frontispiece".split())
_DECORATION = frozenset(("presentation", "none"))


def gather(book: Opened) -> Evidence:
    """Count what claims depend on."""
    notes = _Notes()
    covers = {p for p, i in book.items.items() if "cover-image" in i.properties}
    for path, tree in book.chapters():
        _images(notes, book, path, tree, covers)
        _figures_left(notes, path, tree)
        _recordings(notes, path, tree)
        _formulas(notes, path, tree)
        _tables(notes, path, tree)
        _headings(notes, path, tree)
        _roles(notes, book, path, tree)
        _attributes(notes, book, path, tree)
        _language(notes, path, tree)
        _script(notes, tree)
    _navigation(notes, book)
    _files(notes, book)
    _package(notes, book)
    return _evidence(notes, book)


_COUNTED = (
    "headings contents landmarks page_list index glossary abbreviations roles ruby with_ruby without_ruby overlaid "
    "formulas_in_words chemistry audio_described flashes half_pairs braille speech_hints"
).split()
"""Fields of `Evidence` that are numbers."""


def _evidence(notes: _Notes, book: Opened) -> Evidence:
    numbers, characters = notes.numbers, notes.numbers["unspaced"]
    source = next(iter(book.values("pageBreakSource")), "") or next(
        (s.value for s in book.statements if s.property in ("source-of", "a11y:pageBreakSource") and s.value), ""
    )
    kept: dict[str, Any] = {name: tuple(found) for name, found in notes.places.items()}
    kept.update({name: numbers[name] for name in _COUNTED})
    return Evidence(
        **kept,
        language=book.main_language(),
        words=bool(numbers["words"]),
        documents=len({s.path for s in book.spine if s.path in book.documents and s.path != book.nav}),
        page_source=source,
        languages=tuple(name for name, _ in notes.languages.most_common()),
        contrasts=tuple(sorted(notes.contrasts)),
        vertical=bool(numbers["vertical"]),
        spaced=numbers["spaces"] > _SET_APART * characters if characters > 20 and _is_unspaced(book) else None,
        right_to_left=book.direction == "rtl",
    )


def _is_unspaced(book: Opened) -> bool:
    return book.main_language().split("-")[0].lower() in ("ja", "zh")


# Images


def _images(notes: _Notes, book: Opened, path: str, tree: Element, covers: set[str]) -> None:
    for image in (*tree.iter(*_IMAGES), *_NAMED_IMAGES(tree)):
        nested = image.tag == "svg" and inside(image, "svg")
        button = image.tag == "input" and image.get("type") != "image"
        if not nested and not button and not _is_cover(image, path, covers):
            _image(notes, path, image)


def _is_cover(image: Element, path: str, covers: set[str]) -> bool:
    """Whether an image is the cover, which needs no reading (W3C metadata guide)."""
    if image.get("role") == "doc-cover":
        return True
    shown = image.get("src", "") or next(
        (v for e in image.iter("image") for v in (e.get("href"), e.get("{http://www.w3.org/1999/xlink}href")) if v), ""
    )
    return bool(covers) and bool(shown) and not is_outside(shown) and resolved(path, shown) in covers


def _image(notes: _Notes, path: str, image: Element) -> None:
    state = state_of(image)
    if _is_formula(image):
        notes.add("formula_images", path, image)
        if state != "described":
            notes.add("formula_images_bare", path, image)
    if image.tag == "img" and image.get("alt") is None and state != "decorative":
        notes.add("without_alt", path, image)
    notes.add(state, path, image)


def state_of(image: Element) -> str:
    """`described`, `decorative`, `undescribed`, `poor` or `repeating`: what an image says in words."""
    words = (image.get("alt", "") if image.tag in ("img", "input") else "") or _name(image)
    if image.get("aria-hidden") == "true" or (image.get("role") in _DECORATION and not words):
        return "decorative"
    if not words.strip():
        is_plain = image.get("alt") is not None and image.tag == "img" and not _must_speak(image)
        return "decorative" if is_plain else "undescribed"
    if not describes(words):
        return "undescribed" if words.strip() in UNDESCRIBED else "poor" if is_poor(words) else "undescribed"
    return "repeating" if words.strip().casefold() == _caption(image).casefold() else "described"


def _name(image: Element) -> str:
    """The name of an image other than `alt`: a label, what labels it, the title of a drawing."""
    if image.get("aria-label"):
        return image.get("aria-label", "")
    identifiers = image.get("aria-labelledby", "").split()
    if identifiers:
        root = image.getroottree().getroot()
        found = (
            [e for i in identifiers for e in root.iterfind(f".//*[@id='{i}']")]
            if "'" not in "".join(identifiers)
            else []
        )
        return " ".join(text_of(e) for e in found)
    if image.tag == "svg":
        stated = next((text_of(t) for t in image.iterchildren("title")), "")
        return stated or " ".join("".join(map(str, t.itertext())).strip() for t in image.iter("text"))
    return image.get("title", "") if image.tag != "img" else ""


def _must_speak(image: Element) -> bool:
    """Whether an empty `alt` cannot be true: the image has a caption or a description, or is all that a link holds."""
    if any(image.get(n) for n in ("aria-details", "aria-describedby", "longdesc")):
        return True
    if image.get("role") in _DECORATION:
        return False
    link = closest(image, "a")
    if link is not None and not text_of(link) and not link.get("aria-label") and not link.get("title"):
        return all(i is image or not i.get("alt") for i in link.iter("img"))
    figure = closest(image, "figure")
    return bool(figure is not None and _caption(image) and len(list(figure.iter("img"))) == 1)


def _caption(image: Element) -> str:
    figure = closest(image, "figure")
    return next((text_of(c) for c in figure.iter("figcaption")), "") if figure is not None else ""


def _is_formula(image: Element) -> bool:
    return image.get("role") == "math" or any(_MATHS_NAME.match(name) for name in image.get("class", "").split())


def _figures_left(notes: _Notes, path: str, tree: Element) -> None:
    for element in _CLASSED(tree):
        for name, fact in (("unavailable", "left_out"), ("linked-media", "linked_media")):
            if name in tokens(element, "class") and element.tag in ("p", "span"):
                notes.add(fact, path, element)


# Recordings, mathematics, tables


def _recordings(notes: _Notes, path: str, tree: Element) -> None:
    for element in tree.iter("audio", "video"):
        notes.add(str(element.tag), path, element)
        kinds = {t.get("kind", "subtitles") for t in element.iter("track")}
        if not has_transcript(element):
            notes.add("without_transcript", path, element)
        if element.tag == "video":
            notes.add("unproven_motion", path, element)
            notes.numbers["audio_described"] += "descriptions" in kinds
            if "captions" not in kinds:
                notes.add("without_captions", path, element)
    for element in tree.iter("script"):
        if element.get("type", "text/javascript") in ("text/javascript", "module", "application/javascript", ""):
            notes.add("scripts", path, element)
            notes.add("unproven_motion", path, element)
    for element in tree.iter("animate", "animateTransform", "animateMotion", "canvas"):
        notes.add("unproven_motion", path, element)


_TRANSCRIPT = re.compile(
    r"transcri|abschrift|niederschrift|trascri|uitgeschreven|afskrift|utskrift|расшифров|文字起こし|逐字稿", re.I
)


def has_transcript(element: Element) -> bool:
    """Whether a recording names its transcript, or something of that name stands right beside it."""
    root = element.getroottree().getroot()
    for name in ("aria-details", "aria-describedby"):
        identifier = element.get(name, "")
        if identifier and "'" not in identifier and root.find(f".//*[@id='{identifier}']") is not None:
            return True
    holder = closest(element, "figure")
    block = holder if holder is not None else element
    if block.tag != "figure" and (parent := block.getparent()) is not None and parent.tag in ("p", "div", "span"):
        block = parent
    beside = [block] if block is not element else []
    following = block.getnext()
    beside += [following] if following is not None else []
    for near in beside:
        for candidate in near.iter("a", "details", "section", "aside", "summary", "h2", "h3", "h4"):
            label = candidate.get("aria-label", "") or text_of(candidate)[:80]
            if _TRANSCRIPT.search(label) or _TRANSCRIPT.search(candidate.get("class", "")):
                return True
    return False


def _formulas(notes: _Notes, path: str, tree: Element) -> None:
    for formula in tree.iter("math"):
        notes.add("formulas", path, formula)
        notes.numbers["formulas_in_words"] += bool(
            formula.get("alttext") or formula.get("aria-label") or formula.get("aria-labelledby")
        )
        notes.numbers["chemistry"] += any("\\ce{" in (a.text or "") for a in formula.iter("annotation"))
    for element in tree.iter("code", "span"):
        if "tex" in element.get("class", "").split():
            notes.add("tex", path, element)
    for node in _TEX_NODES(tree):
        holder = node.getparent()
        if node.is_tail:
            holder = holder.getparent()
        if holder is None or holder.tag in ("code", "pre", "kbd", "samp", "script", "style", "annotation", "title"):
            continue
        if _TEX.search(str(node)) and not inside(holder, "code", "pre", "math", "kbd", "samp", "head"):
            notes.add("tex", path, holder)


def _tables(notes: _Notes, path: str, tree: Element) -> None:
    for table in tree.iter("table"):
        if table.get("role") in _DECORATION:
            continue
        notes.add("tables", path, table)
        if next(table.iter("th"), None) is None:
            notes.add("tables_bare", path, table)


# Structure


def _headings(notes: _Notes, path: str, tree: Element) -> None:
    found = list(headings(tree))
    notes.numbers["headings"] += len(found)
    body = tree.find("body")
    if body is None:
        return
    previous = notes.last_level
    for heading in found:
        if heading.level > previous + 1:
            notes.at("heading_gaps", Place(file=path, snippet=f"h{heading.level} {heading.text}"[:120]))
        previous = heading.level
    notes.last_level = previous
    if not found and not _types(body) & _FRONT and text_of(body) and next(body.iter(*HEADINGS), None) is None:
        notes.at("without_heading", Place(file=path))


def _types(body: Element) -> set[str]:
    """What the sections of a document say they are."""
    found = set(body.get(EPUB_TYPE, "").split())
    for section in body.iter("section", "div"):
        found |= set(section.get(EPUB_TYPE, "").split())
    return found


def _roles(notes: _Notes, book: Opened, path: str, tree: Element) -> None:
    for element in _TYPED(tree):
        role, types = element.get("role", ""), element.get(EPUB_TYPE, "").split()
        notes.numbers["roles"] += bool(role) and role not in _DECORATION
        if role == "doc-pagebreak" or "pagebreak" in types:
            labelled = element.get("aria-label") or element.get("title") or text_of(element)
            notes.add("page_marks", path, element)
            if role != "doc-pagebreak" or not labelled:
                notes.add("page_marks_mute", path, element)
        if role == "doc-index" or "index" in types:
            notes.numbers["index"] += sum(1 for a in element.iter("a") if a.get("href"))
        if role == "doc-glossary" or "glossary" in types:
            notes.numbers["glossary"] += sum(1 for _ in element.iter("dt"))


def _attributes(notes: _Notes, book: Opened, path: str, tree: Element) -> None:
    for element in _STYLED(tree):
        if _inline_limits(element.get("style", "")):
            notes.add("style_limits", path, element)
    for element in _TABBED(tree):
        notes.add("moved_focus", path, element)
    for element in _DETAILED(tree):
        _extended(notes, book, path, element)
    for element in tree.iter("details"):
        if inside(element, "figure"):
            notes.add("extended", path, element)
    for element in tree.iter("abbr"):
        notes.numbers["abbreviations"] += 1
        if not element.get("title"):
            notes.add("abbreviations_bare", path, element)
    for element in tree.iter("style"):
        _style(notes, path, style_of(element.text or ""))
    notes.numbers["speech_hints"] += len(_SPOKEN(tree))


_inline_limits = lru_cache(maxsize=1024)(inline_limits)


def _extended(notes: _Notes, book: Opened, path: str, element: Element) -> None:
    """An extended description: what `aria-details` names, and where it is a link what that leads to."""
    if element.tag not in ("img", "svg", "figure", "table", "math", "object"):
        return
    names = (element.get("aria-details", "") or element.get("aria-describedby", "")).split()
    target = f"#{names[0]}" if names else element.get("longdesc", "")
    found = _find(book, path, target)
    if found is not None and found.tag == "a" and found.get("href"):
        href = found.get("href", "")
        found = found if is_outside(href) else _find(book, path, href)
    notes.add("extended" if found is not None else "extended_broken", path, element)


def _find(book: Opened, path: str, href: str) -> Element | None:
    """The element that an address leads to."""
    if not href or is_outside(href):
        return None
    file, fragment = book.target(path, href)
    tree = book.documents.get(file)
    if tree is None or not fragment:
        return tree
    return None if "'" in fragment else tree.find(f".//*[@id='{fragment}']")


def _language(notes: _Notes, path: str, tree: Element) -> None:
    if not (tree.get("lang") or tree.get(XML_LANG)):
        notes.at("without_language", Place(file=path))
    for element in _TAGGED(tree):
        notes.languages[element.get("lang") or element.get(XML_LANG, "")] += 1


def _script(notes: _Notes, tree: Element) -> None:
    """Words, and how scripts without spaces are set."""
    body = tree.find("body")
    if body is None:
        return
    rubies = sum(1 for _ in body.iter("ruby"))
    text = "".join(map(str, body.itertext()))
    notes.numbers["words"] += not text.isspace() and bool(text)
    notes.numbers["ruby"] += rubies
    if text.isascii():
        return
    notes.numbers["braille"] += len(_BRAILLE.findall(text)) > 20
    characters = len(_UNSPACED.findall(text))
    if characters:
        notes.numbers["unspaced"] += characters
        notes.numbers["spaces"] += len(_SPACED.findall(text))
        under = sum(len(_IDEOGRAPH.findall(text_of(r))) for r in body.iter("ruby"))
        notes.numbers["with_ruby"] += under
        notes.numbers["without_ruby"] += max(0, len(_IDEOGRAPH.findall(text)) - under)


# Navigation and files


def _navigation(notes: _Notes, book: Opened) -> None:
    reached: list[str] = []
    nav = book.documents.get(book.nav)
    pages: set[tuple[str, str]] = set()
    for part in nav.iter("nav") if nav is not None else ():
        types = part.get(EPUB_TYPE, "").split()
        links = [a for a in part.iter("a") if a.get("href")]
        notes.numbers["roles"] += part.get("role", "").startswith("doc-")
        if "toc" in types:
            reached = [book.target(book.nav, a.get("href", ""))[0] for a in links]
            _order(notes, book, reached, links)
        elif "landmarks" in types:
            notes.numbers["landmarks"] += len(links)
        elif "page-list" in types:
            pages = {book.target(book.nav, a.get("href", "")) for a in links}
            notes.numbers["page_list"] += sum(_find(book, book.nav, a.get("href", "")) is not None for a in links)
    if nav is None:
        reached = _from_ncx(book)
    notes.numbers["contents"] += len(reached)
    marks = [(path, e) for path, tree in book.chapters() for e in tree.iter("*")] if pages else []
    for path, element in marks:
        if element.get("role") == "doc-pagebreak" and (path, element.get("id", "")) not in pages:
            notes.add("pages_unlisted", path, element)
    _unreached(notes, book, frozenset(reached))


def _order(notes: _Notes, book: Opened, reached: list[str], links: list[Element]) -> None:
    positions = {s.path: n for n, s in enumerate(book.spine)}
    last = -1
    for path, link in zip(reached, links, strict=True):
        position = positions.get(path, last)
        if position < last:
            notes.add("out_of_order", book.nav, link)
        last = max(last, position)


def _from_ncx(book: Opened) -> list[str]:
    """Where the contents of an EPUB 2 lead."""
    try:
        tree = etree.fromstring(book.files[book.ncx], etree.XMLParser(resolve_entities=False, no_network=True))
    except (KeyError, etree.XMLSyntaxError):
        return []
    return [resolved(book.ncx, e.get("src", "")) for e in tree.iter("{*}content")]


def _unreached(notes: _Notes, book: Opened, reached: frozenset[str]) -> None:
    for item in book.spine:
        tree = book.documents.get(item.path)
        if not item.linear or item.path in reached or item.path == book.nav or tree is None:
            continue
        notes.at("unreached", Place(file=item.path))
        body = tree.find("body")
        if body is not None and not _types(body) & _FRONT and next(headings(tree), None) is not None:
            notes.at("chapters_unreached", Place(file=item.path))


def _files(notes: _Notes, book: Opened) -> None:
    for path, item in book.items.items():
        data = book.files.get(path, b"")
        if item.media_type == "text/css":
            _style(notes, path, _style_of(data.decode("utf-8", "replace")))
        elif item.media_type.startswith("image/") and item.media_type != "image/svg+xml":
            moves = motion(data, item.media_type)
            if moves is STILL or (moves.frames < 2 and moves.known):
                continue
            notes.at("animated", Place(file=path))
            notes.numbers["flashes"] = max(notes.numbers["flashes"], moves.flashes)
            if not moves.known:
                notes.at("unproven_motion", Place(file=path))
            elif moves.flashing:
                notes.at("flashing", Place(file=path))
        elif item.media_type == "image/svg+xml" and (b"<animate" in data or b"<script" in data):
            notes.at("unproven_motion", Place(file=path))
        notes.numbers["braille"] += path.endswith((".brf", ".pef"))
        notes.numbers["speech_hints"] += item.media_type == "application/pls+xml"


_style_of = lru_cache(maxsize=16)(style_of)


def _style(notes: _Notes, path: str, style: Style) -> None:
    for name, limits in (("style_limits", style.limits), ("unproven_motion", style.moving)):
        for limit in limits:
            notes.at(name, Place(file=path, line=limit.line, snippet=limit.text[:120]))
    notes.contrasts.extend(style.contrasts)
    notes.numbers["half_pairs"] += style.half_pairs
    notes.numbers["vertical"] += style.vertical


def _package(notes: _Notes, book: Opened) -> None:
    notes.numbers["overlaid"] += sum(
        1 for s in book.spine if s.path in book.items and book.items[s.path].overlay and s.path != book.nav
    )
    for address in _encrypted(book.files.get("META-INF/encryption.xml", b"")):
        notes.at("encrypted", Place(file=address))


def _encrypted(data: bytes) -> Iterator[str]:
    """Files that are encrypted, fonts that are only obfuscated left out (EPUB 3.3 §4.4)."""
    if not data:
        return
    try:
        tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    for entry in tree.iter("{*}EncryptedData"):
        method = next((m.get("Algorithm", "") for m in entry.iter("{*}EncryptionMethod")), "")
        if "embedding" not in method and "obfuscation" not in method.lower():
            yield next((r.get("URI", "") for r in entry.iter("{*}CipherReference")), "")
