"""What holds for every chapter, as functions that give what is wrong with one: nothing is a promise kept.

Each takes the bytes of an input and its name, so that made-up fragments, seeds and whole pages are held to the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy
from functools import lru_cache
from html import unescape
from unicodedata import normalize as compose

from lxml import etree

from ebook import sources
from ebook.errors import UnreadableInput
from ebook.markup import BLOCKS, LINE, MEANING, SCORE, STATED, Element, drop, elements, parse, parse_document, xml_legal
from ebook.model import Article, Chapter
from ebook.normalise import normalise
from ebook.options import Options
from ebook.passes import PASSES
from ebook.passes.main_content import main_content
from ebook.passes.sanitise import DROPPED
from ebook.rules import Finding
from ebook.sources.characters import visible
from ebook.sources.decode import decode

XHTML = "{http://www.w3.org/1999/xhtml}"
MACHINERY = frozenset(
    "script style template iframe frame frameset object embed applet form input button select textarea noscript "
    "link meta base nav footer dialog canvas svg font center marquee".split()
)
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^<>]*>")
_INLINE_TAG = re.compile(rf"</?(?!(?:{'|'.join(BLOCKS)}|br)\b)[^<>]*>", re.I)


@lru_cache(maxsize=4)  # an input is read for each promise; `fixed` says that reading it again gives the same
def read(data: bytes, name: str) -> Article | None:
    """The article of some bytes; nothing where there is none in them."""
    try:
        return sources.from_text(decode(data, name).text, name)
    except UnreadableInput:
        return None


@lru_cache(maxsize=4)
def chapter(article: Article) -> Chapter | None:
    """The chapter of an article; nothing where nothing is left to read."""
    try:
        return normalise(article, Options())
    except UnreadableInput:
        return None


def body_of(chapter: Chapter) -> Element:
    return next(parse_document(chapter.xhtml).iter("body"))


# 1: twice is once


def twice(data: bytes, name: str) -> Iterator[str]:
    article = read(data, name)
    if article is None:
        return
    yield from unstable_passes(article)


def unstable_passes(article: Article) -> Iterator[str]:
    """The passes that change something when they run again at their place."""
    tree = parse(article.body)
    for repair in PASSES:
        list(repair(tree, article))
        once = canonical(tree)
        list(repair(tree, article))
        again = canonical(tree)
        if again != once:
            yield f"{repair.__name__}: {difference(once, again)}"


def canonical(tree: Element) -> str:
    """A tree as text without what nobody sees: the order of attributes, lines of the source, white space at block edges."""
    copy = deepcopy(tree)
    for element in elements(copy):
        for ours in (LINE, MEANING, SCORE):
            element.attrib.pop(ours, None)
    for block in elements(copy, *BLOCKS - {"pre"}):
        last = next(block.iterchildren(reversed=True), None)
        if last is not None:
            last.tail = (last.tail or "").rstrip()
        block.text = (block.text or "").lstrip() if last is not None else (block.text or "").strip()
    return etree.tostring(copy, method="c14n").decode()


def difference(one: str, other: str) -> str:
    """The first place where two texts differ."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return f"{one[max(0, at - 160) : at + 160]!r} became {other[max(0, at - 60) : at + 160]!r}"


def own_output(data: bytes, name: str) -> Iterator[str]:
    """The whole normaliser on what it wrote itself."""
    article = read(data, name)
    first = chapter(article) if article else None
    if first is None:
        return
    article = read(first.xhtml.encode(), name)
    second = chapter(article) if article else None
    if second is None:
        yield "unread: the chapter cannot be read again"
        return
    one, other = canonical(body_of(first)), canonical(body_of(second))
    if one != other:
        yield f"own: {difference(one, other)}"


# 2: every word of the chosen content is in the chapter

_SAID = ("alt", "title", "alttext", "datetime", "aria-label", "href", "src", "data-original-src")
_COUNT = re.compile(r"\d+\w*|[a-z]")
_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]")


def words(data: bytes, name: str) -> Iterator[str]:
    article = read(data, name)
    if article is None:
        return
    lost = lost_words(article)
    if lost:
        yield f"lost: {' '.join(sorted(lost))[:600]}"


def lost_words(article: Article) -> set[str]:
    """Words of what was chosen that are neither in the chapter nor in a finding that says what was removed.

    Line numbers of listings and the labels of notes are counted anew, and drawn formulas become real ones.
    """
    tree = parse(article.body)
    start = PASSES.index(main_content) + 1
    for repair in PASSES[:start]:
        list(repair(tree, article))
    chosen = words_in(_without_machinery(tree))
    findings = [f for repair in PASSES[start:] for f in repair(tree, article)]
    known = {w for f in findings for w in _words(f"{f.message} {f.place.snippet}")}
    known |= {w for e in tree.iter() for n in _SAID for w in _words(e.get(n, ""))}
    known |= words_in(tree) | set(_words(" ".join(map(str, tree.itertext()))))
    counted = next(tree.iter("pre"), None) is not None or tree.find(".//section[@role='doc-endnotes']") is not None
    return {
        word
        for word in chosen
        if not _is_known(word, known) and not (counted and _COUNT.fullmatch(word)) and not _MATHEMATICAL.search(word)
    }


def _without_machinery(tree: Element) -> Element:
    """A copy without the elements that go with all they hold, as findings say."""
    copy = deepcopy(tree)
    for element in elements(copy, *DROPPED, "annotation", "annotation-xml"):
        drop(element)
    return copy


def words_in(tree: Element) -> set[str]:
    """The words of a tree; a block parts words, an inline element does not."""
    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        parts.append(" " if element.tag in BLOCKS or element.tag == "br" else "")
        parts.append((element.text if event == "start" else element.tail) or "")
    return set(_words("".join(parts)))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


# 3: every finding's place exists


def places(data: bytes, name: str) -> Iterator[str]:
    try:
        text = decode(data, name).text
    except UnreadableInput:
        return
    article = read(data, name)
    made = chapter(article) if article else None
    if made is not None:
        yield from lost_places(text, name, made.findings)


def lost_places(text: str, name: str, findings: Iterable[Finding]) -> Iterator[str]:
    lines = text.splitlines()
    known: set[str] | None = None
    for finding in findings:
        place = finding.place
        if place.file != name:
            yield f"file: {finding.rule} {place}"
        if place.line and not 0 < place.line <= len(lines):
            yield f"line: {finding.rule} {place}"
        if known is None:
            known = _source_words(text)
        if place.snippet.startswith("<"):
            continue  # a start tag: its attributes may be ours
        said = _words(place.snippet)
        missing = [w for w in said[:-1] if not _is_known(w, known)]
        if missing:
            yield f"snippet: {finding.rule} {place} {missing}"
        elif place.line and said:
            below = "\n".join(lines[place.line - 1 :])
            read = unescape(below)
            if not any(
                said[0][:4] in t.lower() for t in (below, read, _TAG.sub("", read), _TAG.sub("", _plain(below)))
            ):
                yield f"before: {finding.rule} {place}"


def _is_known(word: str, known: set[str]) -> bool:
    """Whether a word stands in the source, or several of its words that only tags part."""
    reached = {0}
    for end in range(1, len(word) + 1):
        if any(word[start:end] in known for start in reached):
            reached.add(end)
    return len(word) in reached


def _source_words(text: str) -> set[str]:
    read = unescape(unescape(text))
    forms = (text, read, *(tag.sub("", form) for tag in (_INLINE_TAG, _TAG) for form in (read, _plain(text))))
    return {word for form in forms for word in _words(form)}


def _plain(text: str) -> str:
    """Markup as a chapter has its words: without hidden and forbidden characters, letters of formulas as letters."""
    return compose("NFKC", visible(xml_legal(unescape(unescape(xml_legal(text)))))[0])


# 4: the chapter is sound


def sound(data: bytes, name: str) -> Iterator[str]:
    article = read(data, name)
    made = chapter(article) if article else None
    if made is not None:
        yield from faults(made)


def faults(chapter: Chapter) -> Iterator[str]:
    """What no reading system should be handed."""
    root = etree.fromstring(chapter.xhtml.encode())
    if len(list(root.iter(f"{XHTML}h1"))) != 1:
        yield f"h1: {len(list(root.iter(f'{XHTML}h1')))}"
    ids = Counter(e.get("id") for e in root.iter() if e.get("id") is not None)
    yield from (f"id: {i!r} stands {n} times" for i, n in ids.items() if n > 1)
    yield from (f"name: {i!r}" for i in ids if not re.fullmatch(r"[A-Za-z_][\w.-]*", str(i), re.A))
    for element in root.iter():
        tag = etree.QName(element).localname
        if tag in MACHINERY and not (tag in ("meta", "link") and element.getparent().tag == f"{XHTML}head"):
            yield f"machinery: {tag}"
        for key, value in element.attrib.items():
            if (
                key.startswith(("on", "data-")) and key not in ("data-original-src", STATED, MEANING, SCORE)
            ) or key in (
                "style",
                "xmlns",
            ):
                yield f"attribute: {tag} {key}"
            if key == "href" and value.startswith("#") and value[1:] not in ids:
                yield f"dead: {value}"
            if key in ("href", "src", "cite") and re.match(r"\s*(?:javascript|data|vbscript):", value, re.I):
                yield f"unsafe: {value[:40]}"
            if key in ("aria-labelledby", "aria-describedby", "headers"):
                yield from (f"named: {i}" for i in value.split() if i not in ids)
        if tag == "img" and (element.get("alt") is None or not element.get("src")):
            yield "img: without alt or address"


# 5: same input, same bytes


def fixed(data: bytes, name: str) -> Iterator[str]:
    one = chapter(a) if (a := read(data, name)) else None
    other = chapter.__wrapped__(b) if (b := read.__wrapped__(data, name)) else None  # not what is remembered
    if one != other:
        yield "bytes: two runs differ"


PROMISES = (twice, own_output, words, places, sound, fixed)


def broken(data: bytes, name: str = "a.html") -> list[str]:
    """Every promise that is not kept for an input."""
    return [f"{promise.__name__}: {fault}" for promise in PROMISES for fault in promise(data, name)]
