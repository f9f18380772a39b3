"""Normalise: one article to one clean, semantic XHTML document. The unit of parallel work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from ebook.addresses import clean_address
from ebook.errors import UnreadableInput
from ebook.languages import direction_of
from ebook.markup import Element, document, language_of, move_children, new, parse, squash, text_of
from ebook.model import Article, Chapter, Kind, Metadata
from ebook.options import Options
from ebook.outline import chapter_header, main_heading
from ebook.passes import GUARDS, PASSES
from ebook.rules import Finding

TEXT, HEADING, PAGE, ASSUMED, FIRST_WORDS = "text", "heading", "html", "assumed", "first words"
"""Where a value comes from that the passes found."""
_ORIGINS = {
    "language.contradicted": ("language", TEXT),
    "language.guessed": ("language", TEXT),
    "language.unknown": ("language", ASSUMED),
    "metadata.title-missing": ("title", FIRST_WORDS),
}
"""Findings that say where the value of a field comes from."""
_OPEN = etree.XPath(
    "//img[not(@alt) or not(@src)] | //*[self::ul or self::ol][not(li) or *[not(self::li)]]"
    " | //table[not(tbody) or *[not(self::caption or self::thead or self::tbody or self::tfoot)]]"
    " | //*[self::thead or self::tbody or self::tfoot][not(tr) or *[not(self::tr)]]"
    " | //tr[*[not(self::td or self::th)]] | //dl[not(dt) or *[not(self::dt or self::dd)]]"
    " | //script | //iframe | //form | //video | //audio | //object"
)
"""What no chapter of ours holds; a document with any of it goes through every pass."""


def normalise(article: Article, options: Options) -> Chapter:
    """The chapter of an article, every pass run; raises `UnreadableInput` where nothing is left to read."""
    if not article.metadata.language and options.language:
        article = replace(article, metadata=replace(article.metadata, language=options.language))
    article = replace(article, metadata=_safe_addresses(article.metadata), alternatives=options.alternatives)
    tree = parse(article.body)
    findings: list[Finding] = list(article.findings)
    for repair in GUARDS if _is_finished(tree) else PASSES:
        findings.extend(repair(tree, article))
    if not _has_content(tree):
        raise UnreadableInput(f"{article.source} has no readable text", hint="Give a file with an article in it")
    metadata = _declared(tree, article, findings)
    used = {image.get("src") for image in tree.iter("img")}
    return Chapter(
        source=article.source,
        metadata=metadata,
        xhtml=document(
            _framed(tree), title=metadata.title, language=metadata.language, direction=direction_of(metadata.language)
        ),
        images=tuple(image for image in article.images if image.reference in used),
        findings=tuple(findings),
    )


def _is_finished(tree: Element) -> bool:
    """Whether the tree is a chapter made before, as `_framed` left it; if so it is taken out of its frame.

    What was guessed once is not guessed again: the normaliser leaves its own output as it is.
    """
    frame = tree.find("main/section[@role='doc-chapter']")
    if frame is None or len(tree) != 1 or len(tree[0]) != 1 or len(tree.xpath("//h1")) != 1 or _OPEN(tree):
        return False
    header = frame.find("header")
    if header is None or header.getprevious() is not None or header.find("h1") is None:
        return False
    for holder in (tree[0], frame):
        if (holder.text or "").strip() or (holder.tail or "").strip():
            return False
    tree.text = None
    tree.remove(tree[0])
    move_children(frame, tree)
    return True


def _safe_addresses(metadata: Metadata) -> Metadata:
    """The metadata without addresses that no book can hold: pages say of themselves what they like."""
    url = clean_address(metadata.url)
    licence = metadata.licence
    if "://" in licence:
        licence = clean_address(licence)
    return replace(metadata, url=url if url.startswith(("http://", "https://")) else "", licence=licence)


def _has_content(tree: Element) -> bool:
    return any(
        text_of(child) or next(child.iter("img", "math"), None) is not None for child in tree if child.tag != "header"
    ) or any(text_of(child) for child in tree if child.tag == "header" and len(text_of(child)) > 1)


def _declared(tree: Element, article: Article, findings: Sequence[Finding]) -> Metadata:
    """The metadata with what the passes found and left in the header, and where each such value comes from."""
    header = chapter_header(tree)
    title = main_heading(tree)
    found: dict[str, Any] = {"language": language_of(tree)}
    if title is not None:
        found["title"] = text_of(title)
    if header is not None:
        people = tuple(text_of(e) for e in header.iter("span") if e.get("class") == "author")
        label = next((text_of(p) for p in header.iter("p") if p.get("class") == "kicker"), "")
        date = next((t.get("datetime", "") for t in header.iter("time")), "")
        found.update({k: v for k, v in (("authors", people), ("section", label), ("published", date)) if v})
    return replace(article.metadata, **found, origins=_origins(article, found, {f.rule for f in findings}))


def _origins(article: Article, found: dict[str, Any], rules: set[str]) -> tuple[tuple[str, str], ...]:
    """Where each value comes from: what no statement gave is from the text, unless it was made up."""
    before = article.metadata
    origins = dict(before.origins)
    for name in found:
        if not getattr(before, name):
            origins[name] = TEXT
    if "title" in found and squash(found["title"]) != squash(before.title) and article.kind is not Kind.TEXT:
        origins["title"] = HEADING
    if not before.language:
        origins["language"] = PAGE
    for rule, (name, origin) in _ORIGINS.items():
        if rule in rules:
            origins[name] = origin
    return tuple(origins.items())


def _framed(tree: Element) -> Element:
    """The body as it stands in the book: `main`, and in it the chapter, named by its title."""
    title = main_heading(tree)
    chapter = new("section", epub_type="chapter", role="doc-chapter")
    if title is not None:
        chapter.set("aria-labelledby", title.get("id", ""))
    chapter.text = "\n"
    for child in list(tree):
        child.tail = "\n"
        chapter.append(child)
    chapter.tail = "\n"
    main = new("main", "\n", chapter)
    main.tail = "\n"
    return new("body", "\n", main)
