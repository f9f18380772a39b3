"""The vocabulary of the tests: make an article, run one pass or all of them, read a book back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree

from ebook import sources
from ebook.markup import Element, parse, serialise
from ebook.model import Article, Chapter, Image, Kind, Metadata
from ebook.normalise import normalise
from ebook.options import Options
from ebook.rules import Finding

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "source"
SHARED = ROOT.parent / "shared"
XHTML = "{http://www.w3.org/1999/xhtml}"

Pass = Callable[[Element, Article], Iterator[Finding]]


def make_article(
    body: str,
    *,
    kind: Kind = Kind.PAGE,
    source: str = "article.html",
    images: tuple[Image, ...] = (),
    **metadata: object,
) -> Article:
    """An article whose body is `<body lang="en">` with this content; keywords are fields of its metadata."""
    facts = {"language": "en", **metadata}
    return Article(
        source=source, kind=kind, body=f'<body lang="en">{body}</body>', metadata=Metadata(**facts), images=images
    )  # type: ignore[arg-type]


def run_pass(repair: Pass, body: str, **article: object) -> tuple[str, list[Finding]]:
    """What one pass makes of the content of a body, and what it found; a second run must change nothing."""
    made = make_article(body, **article)  # type: ignore[arg-type]
    tree = parse(made.body)
    findings = list(repair(tree, made))
    once = serialise(tree)
    again = parse(once)
    list(repair(again, made))
    assert serialise(again) == once, f"{repair.__name__} is not stable"
    return once.split(">", 1)[1].rsplit("</body>", 1)[0] if "</body>" in once else "", findings


def check_noop(repair: Pass, body: str, **article: object) -> None:
    """The pass leaves this alone and finds nothing."""
    result, findings = run_pass(repair, body, **article)
    assert result == body
    assert findings == []


def check_transformed(repair: Pass, before: str, after: str, **article: object) -> list[Finding]:
    """The pass makes `after` of `before`; gives what it found."""
    result, findings = run_pass(repair, before, **article)
    assert result == after
    return findings


def check_finds(repair: Pass, body: str, *rules: str, **article: object) -> list[Finding]:
    """The pass finds just these rules, in this order."""
    _, findings = run_pass(repair, body, **article)
    assert [f.rule for f in findings] == list(rules)
    return findings


def chapter_of(text: str, *, source: str = "article.html", **options: object) -> Chapter:
    """The chapter of a text as it would be read from a file."""
    return normalise(sources.from_text(text, source), Options(**options))  # type: ignore[arg-type]


def chapter_tree(chapter: Chapter) -> etree._Element:
    """The chapter's document, parsed strictly."""
    return etree.fromstring(chapter.xhtml.encode())


def words_of(tree: etree._Element) -> str:
    """The text of a tree in one line."""
    return " ".join("".join(map(str, tree.itertext())).split())


def read_epub(data: bytes) -> dict[str, bytes]:
    """The files of an EPUB by name, in the order of the container."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
