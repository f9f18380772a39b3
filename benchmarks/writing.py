"""What writing a book costs against the floor: zipfile and lxml serialisation of the same documents.

    python benchmarks/writing.py [--chapters 100] [--rounds 7]

Both sides start from normalised chapters: ours from the finished `Book`, the floor from the parsed documents,
which it serialises and deflates with the images stored, with a token package document. Rounds are interleaved;
the ratio of the medians is the figure.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lxml import etree

from ebook import sources, themes
from ebook.binding import bind
from ebook.epub import write
from ebook.model import Book, Edition
from ebook.normalise import normalise
from ebook.options import Options

SAMPLES = Path(__file__).parent.parent / "source"


def sample_book(count: int) -> Book:
    """A book of `count` chapters made of the sample collection, again and again."""
    options = Options(glossary=False)
    plan = sources.expand((str(SAMPLES / "book.toml"),))
    chapters = [
        normalise(sources.read(r, max_bytes=options.max_bytes, max_pixels=options.max_pixels), options)
        for r in plan.references
    ]
    many = [replace(chapters[n % len(chapters)], source=f"{n}.html") for n in range(count)]
    font = (themes.folder() / "fonts" / "AtkinsonHyperlegible-Bold.ttf").read_bytes()
    return bind(many, Edition(title="Benchmark"), options, themes.load("plain"), font=font)


def floor(trees: list[tuple[str, etree._Element]], book: Book) -> bytes:
    """The least anybody can do: serialise each tree, deflate it, store the pictures."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        archive.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", "<container/>")
        archive.writestr("EPUB/content.opf", "<package/>")
        for name, tree in trees:
            archive.writestr(f"EPUB/{name}", etree.tostring(tree, encoding="utf-8", xml_declaration=True))
        for resource in book.resources:
            packed = resource.media_type in ("image/png", "image/jpeg", "image/webp", "image/gif")
            archive.writestr(f"EPUB/{resource.name}", resource.data, zipfile.ZIP_STORED if packed else None)
    return target.getvalue()


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chapters", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=9)
    asked = parser.parse_args()
    book = sample_book(asked.chapters)
    trees = [(d.name, etree.fromstring(d.xhtml.encode())) for d in book.documents]
    ours, least = [], []
    for _ in range(asked.rounds):
        least.append(timed(lambda: floor(trees, book)))
        ours.append(timed(lambda: write(book)))
    a, b = statistics.median(ours), statistics.median(least)
    print(f"{asked.chapters} chapters: ours {1000 * a:.1f} ms CPU, floor {1000 * b:.1f} ms CPU, ratio {a / b:.2f}")


if __name__ == "__main__":
    main()
