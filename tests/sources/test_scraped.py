"""Texts as scrapers leave them: the site's lines go in four languages, and every word of the author's stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ebook.markup import Element, parse_document, text_of
from ebook.model import Chapter
from tests.promises import broken
from tests.tools import chapter_of

FOLDER = Path(__file__).parent.parent / "data" / "scraped"
NAMES = sorted(path.name for path in FOLDER.glob("*.txt"))


def chapter(name: str) -> Chapter:
    return chapter_of((FOLDER / name).read_text(encoding="utf-8"), source=name)


def body(name: str) -> Element:
    return next(parse_document(chapter(name).xhtml).iter("body"))


def blocks(name: str) -> list[str]:
    """The text of every block of a chapter but the book's own words."""
    tags = ("h1", "h2", "h3", "p", "li", "figcaption")
    return [text_of(e) for e in body(name).iter(*tags) if e.get("class") != "unavailable"]


@pytest.mark.parametrize("name", NAMES)
def test_every_promise_is_kept(name: str) -> None:
    """Single letters and figures may go: the marks of items, the hour of a date."""
    faults = [re.sub(r"(?<=lost:)(?: \w)+$", "", fault) for fault in broken((FOLDER / name).read_bytes(), name)]
    assert [fault for fault in faults if not fault.endswith("lost:")] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_line_that_is_not_in_the_chapter_was_reported(name: str) -> None:
    made = chapter(name)
    said = re.sub(r"\W+", " ", " ".join(f.message + f.place.snippet for f in made.findings)).casefold()
    kept = re.sub(r"\W+", " ", text_of(body(name))).casefold()
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        words = re.sub(r"\W+", " ", line).strip().casefold()
        words = re.sub(r"^(?:\d|[a-c]|by|par|von|image caption) |(?<=\d{4}) at .*", "", words)
        assert words[:60] in kept or words[:60] in said or "14 march 2026" in words, line


def test_english_news() -> None:
    kept = blocks("news-en.txt")
    assert kept[0] == "River to crest at dawn, gauge reader warns"
    assert "Bakers on the second step of the quay Image source, Harbour Post" in kept
    assert "What happens next" in kept
    assert kept[-1].startswith("This article was amended on 15 March 2026")
    gone = (
        "partners",
        "Decline",
        "Tidewatch",
        "weekly letter",
        "ADVERTISEMENT",
        "Read more",
        "Sandbags run",
        "comments",
    )
    assert not [word for word in gone if any(word in block for block in kept)]


def test_german_blog() -> None:
    kept = blocks("blog-de.txt")
    assert "Von Ida Brandt | 3. Mai 2025" in kept
    assert "Bild: Der Pegel an der alten Brücke im Februar" in kept
    assert [b for b in kept if "Bleistift" in b] == [
        "Einen Bleistiftkeinen Kugelschreiberkeinen Füller",
        "Einen Bleistift",
    ]
    assert kept[-1].startswith("Der Umwelt- und Klimaschutz")
    gone = (
        "Cookies",
        "Lesezeit",
        "Kommentare",
        "teilen",
        "WhatsApp",
        "Otter",
        "WordPress",
        "Schlagwörter",
        "veröffentlicht",
    )
    assert not [word for word in gone if any(word in block for block in kept)]


def test_french_news() -> None:
    kept = blocks("journal-fr.txt")
    assert "La nuit où la rivière est montée" in kept
    assert "Des sacs de sable attendent sur le quai, le 3 mai. © Lucie Marchand" in kept
    gone = ("cookies", "abonnés", "62%", "Lire aussi", "publicité", "Réutiliser", "loutres", "météo", "Mentions")
    assert not [word for word in gone if any(word in block for block in kept)]


def test_spanish_news() -> None:
    kept = blocks("noticias-es.txt")
    assert kept[0] == "El río crece de noche y llega al segundo escalón"
    assert "En la imagen: el muelle antes de la crecida" in kept
    assert kept[-1].startswith("Los libros se guardan en el molino")
    gone = ("cookies", "Suscríbete", "Copiar", "newsletter", "suscripción", "Archivado", "Comentarios", "gato", "legal")
    assert not [word for word in gone if any(word in block for block in kept)]


def test_printed_paper_without_form_feeds() -> None:
    kept = blocks("paper-en.txt")
    assert len([block for block in kept if len(block) > 80]) == 6
    assert not [block for block in kept if "Page" in block or "River Studies" in block]
    assert sum(f.rule == "removed.furniture" for f in chapter("paper-en.txt").findings) == 12
