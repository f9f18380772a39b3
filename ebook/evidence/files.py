"""Files beside the documents: style sheets, moving pictures, media overlays, encryption."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from ebook.evidence.notes import Notes
from ebook.motion import STILL, drawing_may_move, motion
from ebook.rules import Place
from ebook.styling import Style, style_of


def note_files(notes: Notes) -> None:
    """Style sheets, pictures that move, braille, lexicons of pronunciation."""
    book = notes.book
    for path, item in book.items.items():
        data = book.files.get(path, b"")
        if item.media_type == "text/css":
            note_style(notes, path, _style_of(data.decode("utf-8", "replace")))
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
        elif item.media_type == "image/svg+xml" and drawing_may_move(data):
            notes.at("unproven_motion", Place(file=path))
        notes.numbers["braille"] += path.endswith((".brf", ".pef"))
        notes.numbers["speech_hints"] += item.media_type == "application/pls+xml"


_style_of = lru_cache(maxsize=16)(style_of)


def note_style(notes: Notes, path: str, style: Style) -> None:
    """What a style sheet sets."""
    for name, limits in (("style_limits", style.limits), ("unproven_motion", style.moving)):
        for limit in limits:
            notes.at(name, Place(file=path, line=limit.line, snippet=limit.text[:120]))
    notes.contrasts.extend(style.contrasts)
    notes.numbers["half_pairs"] += style.half_pairs
    notes.numbers["vertical"] += style.vertical


def note_package(notes: Notes) -> None:
    """Media overlays, encryption, and a layout that readers cannot change."""
    book = notes.book
    for statement in book.statements:
        if statement.property == "rendition:layout" and statement.value == "pre-paginated":
            notes.at("style_limits", Place(file=book.package_path, line=statement.line, snippet="pre-paginated"))
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
