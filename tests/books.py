"""Whole books for tests: bind texts, change files inside an EPUB, run the command line."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import traceback
import zipfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from unittest.mock import patch

from lxml import etree
from PIL import Image as Pillow

from ebook import signals, sources, themes
from ebook.binding import bind
from ebook.cli import main
from ebook.epub import write
from ebook.model import Book, Chapter, Edition, Meta
from ebook.normalise import normalise
from ebook.options import Options
from tests.tools import ROOT, read_epub

OPF = "EPUB/content.opf"
LIMITS = {"max_bytes": 64 * 2**20, "max_pixels": 40_000_000}
BODY = "<p>The river rose in the night, and by the morning it stood at the second step of the quay.</p>"
END = "<p>At noon the water began to fall, and the bakers went back to work with wet feet and dry flour.</p>"


@cache
def font() -> bytes:
    """The font that draws covers."""
    return (themes.folder() / "fonts" / "AtkinsonHyperlegible-Bold.ttf").read_bytes()


def page(body: str, *, title: str = "The night of the flood", language: str = "en", head: str = "") -> str:
    """A saved page with a heading and this content."""
    start, end = (BODY, END) if language == "en" else ("", "")
    return f'<!DOCTYPE html><html lang="{language}"><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{start}{body}{end}</body></html>'


def wide_table(caption: str = "Table 1. Levels of the river", *, columns: int = 8, first: int = 1) -> str:
    """A table with a row of months and a row for each of two gauges."""
    months = "".join(f"<th>Month {n}</th>" for n in range(1, columns + 1))
    levels = "".join(f"<td>{n}</td>" for n in range(first, first + columns))
    rows = f"<tr><td></td>{months}</tr><tr><th>North</th>{levels}</tr><tr><th>South</th>{levels}</tr>"
    return f"<table>{f'<caption>{caption}</caption>' if caption else ''}{rows}</table>"


def chapters_of(*texts: str) -> list[Chapter]:
    """The chapters of texts named one.html, two.html…"""
    names = ("one.html", "two.html", "three.html", "four.html")
    return [normalise(sources.from_text(text, name), Options()) for text, name in zip(texts, names, strict=False)]


def chapter_of_file(path: Path, root: Path | None = None) -> Chapter:
    """The chapter of a file with its pictures."""
    reference = sources.Reference(source=str(path), root=str(root or ""))
    return normalise(sources.read(reference, **LIMITS), Options())


def bound(*chapters: Chapter, edition: Edition | None = None, theme: str = "plain", **options: object) -> Book:
    """The book of these chapters."""
    return bind(chapters, edition or Edition(), Options(**options), themes.load(theme), font=font())  # type: ignore[arg-type]


def book_of(*texts: str, edition: Edition | None = None, **options: object) -> Book:
    """The book of these texts."""
    return bound(*chapters_of(*texts), edition=edition, **options)


def files_of(book: Book) -> dict[str, bytes]:
    """The files of the written book."""
    return read_epub(write(book))


def tree_of(book: Book, name: str) -> etree._Element:
    """One document of a book, parsed strictly."""
    return etree.fromstring(next(d.xhtml for d in book.documents if d.name == name).encode())


def find(tree: etree._Element, path: str) -> list[etree._Element]:
    """Elements by XPath with `h:` for XHTML."""
    return tree.xpath(path, namespaces={"h": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"})  # type: ignore[return-value]


def stated(meta: tuple[Meta, ...], name: str) -> list[str]:
    """All values of one property."""
    return [m.value for m in meta if m.property == name]


def changed(data: bytes, changes: Mapping[str, Callable[[bytes], bytes] | bytes | None]) -> bytes:
    """An EPUB with files rewritten, added, or (None) taken out; names keep their order."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            change = changes.get(entry.filename, content)
            if change is None:
                continue
            new.writestr(entry, change if isinstance(change, bytes) else change(content))
        for name, change in changes.items():
            if name not in old.namelist() and isinstance(change, bytes):
                new.writestr(name, change)
    return target.getvalue()


def picture(form: str = "PNG", *, size: tuple[int, int] = (40, 30), colour: str = "teal", **how: object) -> bytes:
    """A small picture in any format that Pillow writes."""
    target = io.BytesIO()
    Pillow.new("RGB", size, colour).save(target, form, **how)  # type: ignore[arg-type]
    return target.getvalue()


def moving(form: str, **how: object) -> bytes:
    """A picture with two frames."""
    target = io.BytesIO()
    first, second = Pillow.new("RGB", (40, 30), "teal"), Pillow.new("RGB", (40, 30), "white")
    first.save(target, form, save_all=True, append_images=[second], duration=100, **how)  # type: ignore[arg-type]
    return target.getvalue()


def ebook(
    *arguments: str | bytes | Path, folder: Path, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a folder, inside this process: to start Python takes most of the time of a command.

    Where the process is the subject (how it starts, its signals, its streams, its memory): `ebook_process`.
    """
    command = ["ebook", *(os.fsdecode(a) for a in arguments)]
    streams = [io.TextIOWrapper(io.BytesIO(data), encoding="utf-8") for data in (given, b"", b"")]
    before, handlers = Path.cwd(), {number: signal.getsignal(number) for number in signals.ENDINGS}
    with ExitStack() as inside:
        for name, value in (("argv", command), *zip(("stdin", "stdout", "stderr"), streams, strict=True)):
            inside.enter_context(patch.object(sys, name, value))
        inside.enter_context(patch.dict(os.environ, environment))
        inside.callback(os.chdir, before)
        for number, handler in handlers.items():
            inside.callback(signal.signal, number, handler)
        os.chdir(folder)
        code = _exit_code()
    for stream in streams:
        stream.flush()
    _, out, err = (stream.buffer.getvalue() for stream in streams)  # type: ignore[attr-defined]
    return subprocess.CompletedProcess(command, code, out, err)


def _exit_code() -> int:
    """Run the command line as `python -m ebook` would, and say what the process would have ended with."""
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Exception:  # noqa: BLE001 - the interpreter would show whatever it is, and so does this
        traceback.print_exc()
        return 1
    return 0


def ebook_process(
    *arguments: str | bytes | Path, folder: Path, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a folder, in a process of its own."""
    command = [sys.executable, "-m", "ebook", *(a if isinstance(a, bytes) else str(a) for a in arguments)]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        command, cwd=folder, input=given, capture_output=True, env=surroundings, timeout=120, check=False
    )


def refused(done: subprocess.CompletedProcess[bytes], code: int) -> str:
    """The one line of a command that ended with this code; fails on a traceback or more lines."""
    said = done.stderr.decode()
    assert "Traceback" not in said, said
    assert done.returncode == code, said
    lines = said.splitlines()
    assert len(lines) == 1 and lines[0].startswith("ebook: "), said
    return lines[0]
