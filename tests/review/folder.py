"""A small collection with every kind of decision in it, written into a folder."""

from __future__ import annotations

from pathlib import Path

from ebook import pipeline
from ebook.review.items import Item
from tests.books import page, picture

ALT = "The delta seen from the north, three arms of the river in flood"
BODY = (
    "<p>The Emergency Water Committee (EWC) met at two.</p>"
    '<p><img src="delta.png" alt="{alt}"></p>'
    "<p>He wrote in his diary, late in the evening, as he had done for years and years on end:</p>"
    "<blockquote><p>Il faut cultiver notre jardin, et nous ne pouvons pas attendre que les autres le fassent pour "
    "nous.</p></blockquote>"
    '<p>A line parts the days. <img src="rule.png" alt="" role="presentation"></p>'
    "<table><caption>Levels at noon</caption><tr><td>Gauge</td><td>Level</td></tr><tr><td>Bridge</td><td>7.1</td></tr>"
    "<tr><td>Mill</td><td>6.4</td></tr></table>"
    "<dl><dt>Crest</dt><dd>=The highest stage of a flood.</dd></dl>"
)
AUTHOR = '<meta name="author" content="Ines Halloran">'
PLAN = (
    'title = "Floods"\narticles = ["a.html"]\n[certification]\ncertifier = "Books for All"\n'
    'credential = "https://example.org/credential"\n'
)


def write_folder(folder: Path, *, alt: str = ALT, body: str = BODY, plan: str = PLAN) -> Path:
    """The folder with its article, pictures and book.toml."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.html").write_text(page(body.replace("{alt}", alt), head=AUTHOR))
    (folder / "delta.png").write_bytes(picture(size=(400, 300)))
    (folder / "rule.png").write_bytes(picture(size=(401, 30), colour="red"))
    (folder / "book.toml").write_text(plan)
    return folder


def reviewed(folder: Path, **what: str) -> pipeline.Review:
    """The review of the folder."""
    return pipeline.review(write_folder(folder, **what) / "book.toml")


def of_kind(found: pipeline.Review, kind: str) -> list[Item]:
    """The decisions of one kind."""
    return [item for item in found.items if item.kind == kind]
