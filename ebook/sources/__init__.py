"""Read: from a reference (a file, a folder, standard input, a `book.toml`) to articles."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from ebook.errors import UnreadableInput, UsageProblem
from ebook.model import Article, Edition, Kind
from ebook.review.signs import is_sheet
from ebook.sources import collection
from ebook.sources.decode import decode
from ebook.sources.images import take_images, with_images
from ebook.sources.markdown import read_markdown
from ebook.sources.page import Taking, read_page
from ebook.sources.sniff import kind_of
from ebook.sources.text import read_text
from ebook.work_files import PICTURES, is_work_file, owner

STANDARD_INPUT = "-"
NOT_ARTICLES = frozenset(
    ".css .js .json .toml .yaml .yml .xml .csv .tsv .png .jpg .jpeg .gif .svg .webp .avif .bmp .ico .tif .tiff "
    ".woff .woff2 .ttf "
    ".otf .mp3 .mp4 .webm .ogg .epub .pdf .zip .py .sh .map .log .docx .odt".split()
)
"""Files of a folder that are never articles; a single input is judged by its content alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One article to be read."""

    source: str
    """Path as the user named it, or `-`."""
    url: str = ""
    """Address it was saved from, where that is known."""
    root: str = ""
    """Folder that its pictures must lie in; by default the article's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What the inputs of a run come to."""

    references: tuple[Reference, ...]
    plan: collection.Plan | None = None
    edition: Edition = field(default_factory=Edition)


def expand(inputs: tuple[str, ...]) -> Inputs:
    """The articles that the inputs name, folders opened, in order; raises `UnreadableInput`, `UsageProblem`."""
    if not inputs:
        raise UsageProblem("there is nothing to read", hint="Name files, a folder, a book.toml or -")
    references: list[Reference] = []
    articles = [name for name in inputs if not is_work_file(Path(name))]  # `articles/*` names them as well
    if not articles:
        command = owner(Path(inputs[0]))
        raise UsageProblem(
            f"{inputs[0]} is no article: it belongs to ebook {command}", hint="Name the articles themselves"
        )
    for name in articles:
        path = Path(name)
        if name.startswith(("http://", "https://")):
            raise UsageProblem(
                f"{name} is an address on the web", hint="Save the page with its pictures and give the file"
            )
        if name == STANDARD_INPUT:
            references.append(Reference(source=name))
        elif path.is_dir():
            if (path / collection.NAME).is_file():
                path = path / collection.NAME
            else:
                references.extend(_in_folder(path))
                continue
        if path.name.lower().endswith(".toml") and path.is_file():
            if len(articles) > 1:
                raise UsageProblem(f"{name} is a whole collection", hint="Give it alone; it names its articles itself")
            plan = collection.read_plan(path)
            listed = tuple(Reference(source=a, root=str(path.parent)) for a in plan.articles)
            return Inputs(references=listed, plan=plan, edition=plan.edition)
        if name != STANDARD_INPUT and not is_sheet(path):  # `ebook build *` names them too
            references.append(Reference(source=name))
    if not references:
        raise UnreadableInput(f"{inputs[0]} is a review sheet and no article", hint="Name the articles")
    return Inputs(references=tuple(dict.fromkeys(references)))


def _in_folder(folder: Path) -> list[Reference]:
    """The articles of a folder and the folders below it, sorted by name; links that lead out of it are not followed."""
    found: list[str] = []
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(
            f for f in folders if not f.startswith(".") and not f.endswith(("_files", "_Dateien")) and f != PICTURES
        )
        found.extend(
            str(Path(parent) / name)
            for name in files
            if not name.startswith(".")
            and Path(name).suffix.lower() not in NOT_ARTICLES
            and (Path(parent) / name).resolve().is_relative_to(folder.resolve())
            and not is_work_file(Path(parent) / name)
            and not is_sheet(Path(parent) / name)
        )
    if not found:
        raise UnreadableInput(f"{folder} holds no articles", hint="Put text, HTML or Markdown files into it")
    return [Reference(source=name, root=str(folder)) for name in sorted(found)]


def read(reference: Reference, *, max_bytes: int, max_pixels: int) -> Article:
    """The article a reference names, with its local pictures; raises `UnreadableInput`."""
    source = reference.source
    decoded = decode(_bytes_of(source, max_bytes), source)
    folder = Path(source).parent if source != STANDARD_INPUT else None
    root = Path(reference.root) if reference.root and folder is not None else folder
    take = partial(take_images, folder=folder, root=root, max_pixels=max_pixels)
    article = from_text(decoded.text, source, url=reference.url, take=take)
    article = replace(article, findings=(*decoded.findings, *article.findings))
    if article.kind is Kind.PAGE:  # its pictures are there already
        return article
    return with_images(article, folder, root, max_pixels=max_pixels)


def from_text(text: str, source: str, *, url: str = "", take: Taking | None = None) -> Article:
    """The article in a decoded text, whatever kind it is; raises `UnreadableInput`.

    A page takes its pictures along by `take`; the others are read without.
    """
    if not text.strip("\ufeff \t\n\r\f\v\u00a0"):
        raise UnreadableInput(f"{source} is empty", hint="Give a file with an article in it")
    kind = kind_of(text)
    if kind is Kind.PAGE:
        return read_page(text, source, url=url, take=take)
    if kind is Kind.MARKDOWN:
        return read_markdown(text, source)
    return read_text(text, source)


def _bytes_of(source: str, max_bytes: int) -> bytes:
    if source == STANDARD_INPUT:
        data = sys.stdin.buffer.read(max_bytes + 1)
    else:
        try:
            mode = os.stat(source).st_mode
            if not stat.S_ISREG(mode):
                kind = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
                raise UnreadableInput(f"{source} is {kind}", hint="Give a file, a folder or - for standard input")
            with open(source, "rb") as file:
                data = file.read(max_bytes + 1)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise UnreadableInput(f"{source} cannot be read: {reason}", hint="Check its name and its rights") from error
    if len(data) > max_bytes:
        raise UnreadableInput(f"{source} is larger than {max_bytes // 2**20} MB", hint="Split it into several articles")
    return data
