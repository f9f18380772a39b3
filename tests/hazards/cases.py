"""Pages with one hazard each and clean look-alikes: read from `cases/`, built into books, held against what is expected.

`outcome` gives what is wrong with a case, in words; an empty list means that it came out as it should.
"""

from __future__ import annotations

import io
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unittest import mock

from lxml import etree
from PIL import Image as Pillow

from ebook import pipeline
from ebook.binding.cover import draw_cover
from ebook.checks.ours import check_ours
from ebook.markup import Element, squash
from ebook.opened import Opened, open_epub
from ebook.rules import Finding, Severity

FOLDER = Path(__file__).parent / "cases"
NAMES = ("one.html", "two.html")
START = "<p>The river rose in the night, and by the morning it stood at the second step of the quay, where nobody had seen it for forty years.</p>"
END = "<p>At noon the water began to fall, and the bakers went back to work with wet feet and dry flour, as they had always done.</p>"
TITLES = ("The night of the flood", "The day after the flood")
_cover = cache(draw_cover)
"""Most books here have one title: three quarters of the time went into their covers."""
FREE = frozenset(("book.no-creator", "book.claim-missing"))
"""What is found in every book of such pages: they name no author, and nobody looked at them."""
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><path d="M0 180L60 150L120 60L300 160"/><circle cx="60" cy="150" r="4"/></svg>'


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One page, or two, and what must become of them."""

    hazard: str
    name: str
    planted: bool
    pages: tuple[str, ...]
    pictures: tuple[str, ...] = ()
    css: str = ""
    holds: tuple[str, ...] = ()
    """XPath expressions that must be true of the first chapter, its elements without namespaces."""
    second: tuple[str, ...] = ()
    """The same for the second chapter."""
    shows: int | None = None
    """How many pictures the book holds besides its cover."""
    types: tuple[str, ...] = ()
    """Media types that its pictures may have."""
    found: tuple[str, ...] = ()
    """Rules that must be found, in an article or in the book; `a|b`: one of them."""
    at: str = ""
    """What stands in the line or the snippet of each such finding."""
    allowed: tuple[str, ...] = ()
    """Rules that may be found in a clean page."""
    left_out: tuple[str, ...] = ()
    """Words of the page that are no part of the article."""

    @property
    def id(self) -> str:
        return f"{self.hazard}: {self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What became of a case."""

    book: Opened
    findings: tuple[Finding, ...]


def cases() -> list[Case]:
    """Every case, hazard by hazard."""
    return [case for path in sorted(FOLDER.glob("*.toml")) for case in _cases(tomllib.loads(path.read_text("utf-8")))]


def _cases(table: dict[str, object]) -> Iterator[Case]:
    for kind in ("planted", "clean"):
        entries = table.get(kind, [])
        assert isinstance(entries, list)
        for entry in entries:
            facts = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()}
            pages = _pages(facts)
            yield Case(hazard=str(table["hazard"]), planted=kind == "planted", pages=pages, **facts)  # type: ignore[arg-type]


def _pages(facts: dict[str, object]) -> tuple[str, ...]:
    """The pages of a case; what they are written from is taken out of the facts."""
    language = str(facts.pop("language", "en"))
    heads = facts.pop("heads", (facts.pop("head", ""), ""))
    bodies = facts.pop("bodies", (facts.pop("body", ""),))
    whole = facts.pop("page", "")
    if whole:
        return (str(whole),)
    assert isinstance(bodies, tuple) and isinstance(heads, tuple)
    return tuple(page(b, t, head=h, language=language) for b, h, t in zip(bodies, heads, TITLES, strict=False))


def page(body: str, title: str, *, head: str = "", language: str = "en") -> str:
    """A saved page with a title; in English with a beginning and an end as articles have them."""
    start, end = (START, END) if language == "en" else ("", "")
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head><meta charset="utf-8"><title>{title}</title>{head}</head>\n<body>'
        f"<article>\n<h1>{title}</h1>\n{start}\n{body}\n{end}\n</article></body>\n</html>\n"
    )


def write_pages(case: Case, folder: Path) -> list[Path]:
    """Put the pages of a case with their pictures into a folder."""
    for picture in case.pictures:
        name, _, kind = picture.partition(" | ")
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(picture_data(name, kind))
    paths = [folder / name for name, _ in zip(NAMES, case.pages, strict=False)]
    for path, text in zip(paths, case.pages, strict=True):
        path.write_text(text, "utf-8")
    return paths


def picture_data(name: str, kind: str) -> bytes:
    """A picture of the type that its name ends in; `kind` says what is special: its size, `moving`, `avif`, `broken`."""
    if kind == "broken":
        return b"<html><body>404 Not Found</body></html>"
    if name.endswith(".svg"):
        return SVG
    size = tuple(map(int, kind.split("x"))) if kind[:1].isdigit() else (600, 400)
    colour = tuple(name.encode()[:3])  # each picture its own, so that no two are one file in the book
    form = "AVIF" if kind == "avif" else {"jpg": "JPEG"}.get(ending := name.rsplit(".", 1)[1].lower(), ending.upper())
    picture = Pillow.new("RGB", size, colour)
    more = [Pillow.new("RGB", size, colour[::-1])] if kind == "moving" else []
    target = io.BytesIO()
    picture.save(target, form, **({"save_all": True, "append_images": more, "duration": 800} if more else {}))
    return target.getvalue()


def build(case: Case, folder: Path) -> Made:
    """The book of a case and all that is found in its articles and in it; EPUBCheck is not asked."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "case.epub"
    pages = write_pages(case, folder)
    with mock.patch("ebook.binding.draw_cover", _cover):
        result = pipeline.build(*pages, output=path, options={"check": False, "css": case.css})
    data = path.read_bytes()
    book, _ = open_epub(data, path.name)
    assert book is not None
    return Made(book=book, findings=(*result.all_findings, *check_ours(data, path.name)))


def outcome(case: Case, made: Made) -> list[str]:
    """What is not as it should be, in words; nothing where the case came out right."""
    problems = [*_unmet(case.holds, made.book, "chapter-01"), *_unmet(case.second, made.book, "chapter-02")]
    said = " ".join(_said(tree) for path, tree in made.book.chapters() if "/chapter-" in path)
    pictures = [
        i for i in made.book.items.values() if i.media_type.startswith("image/") and "cover-image" not in i.properties
    ]
    if case.shows is not None and len(pictures) != case.shows:
        problems.append(f"the book holds {len(pictures)} pictures, not {case.shows}")
    if case.types:
        problems += [f"{i.path} is {i.media_type}" for i in pictures if i.media_type not in case.types]
    problems += [f"in the book: “{words}”" for words in case.left_out if words in said]
    return problems + (_unreported(case, made) if case.planted else _false_alarms(case, made))


def _unmet(expressions: Sequence[str], book: Opened, name: str) -> Iterator[str]:
    tree = next((t for path, t in book.documents.items() if path.endswith(f"{name}.xhtml")), None)
    for expression in expressions:
        if tree is None or not tree.xpath(f"boolean({expression})"):
            yield f"{name} does not hold {expression}"


def _unreported(case: Case, made: Made) -> Iterator[str] | list[str]:
    """Rules that were not found, or not in the right place."""
    problems = []
    for rule in case.found:
        some = [f for f in made.findings if f.rule in rule.split("|")]
        if not some:
            problems.append(f"{rule} was not found")
        elif not any(_is_at(f, case, made) for f in some):
            problems.append(f"{rule} was found in another place: {'; '.join(str(f.place) for f in some)}")
    return problems


def _is_at(finding: Finding, case: Case, made: Made) -> bool:
    """Whether a finding names the line, or shows the words, that the case is about."""
    if not case.at:
        return True
    line = _line(finding, case, made)
    return squash(case.at) in squash(f"{line} {finding.place.snippet}")


def _line(finding: Finding, case: Case, made: Made) -> str:
    """The line of the page, the chapter or the style sheet that a finding names."""
    file = finding.place.file
    text = next((t for n, t in zip(NAMES, case.pages, strict=False) if file.endswith(n)), "")
    if file in made.book.files:
        text = made.book.files[file].decode("utf-8")
    if file == "style sheet":
        text = case.css
    lines = text.split("\n")
    return lines[finding.place.line - 1] if 0 < finding.place.line <= len(lines) else ""


def _false_alarms(case: Case, made: Made) -> list[str]:
    """What was found in a clean page, and what of its words is lost."""
    known = FREE | set(case.allowed)
    loud = [f for f in made.findings if f.severity.rank >= Severity.REVIEW.rank and f.rule not in known]
    problems = [f"false alarm: {f.rule} ({f.message}) {f.place}" for f in loud]
    said = " ".join(_said(tree) for _, tree in made.book.chapters())
    lost = [word for text in case.pages for word in _words(text, case.left_out) if word not in said]
    return problems + ([f"lost: {' '.join(lost)}"] if lost else [])


def _said(tree: Element) -> str:
    """The words of a document, those of its pictures among them."""
    return squash(" ".join(("".join(map(str, tree.itertext())), *(i.get("alt", "") for i in tree.iter("img")))))


def _words(text: str, left_out: Sequence[str]) -> list[str]:
    """The words that stand in the body of a page; signs are set anew."""
    body = etree.HTML(text).find("body")
    said = squash(" ".join(map(str, body.itertext()))) if body is not None else ""
    for words in left_out:
        said = said.replace(words, " ")
    return [word for word in said.split() if any(map(str.isalnum, word))]
