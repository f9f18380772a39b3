"""Sound, films and pictures that move: they wait for the reader, have words beside them, and do not flash."""

from __future__ import annotations

from collections.abc import Iterator

from ebook.evidence import has_transcript
from ebook.markup import Element
from ebook.motion import may_move, motion
from ebook.opened import Opened, place_in
from ebook.rules import Finding, Place, rule

_TRACKS = ("captions", "subtitles")


def check_media(book: Opened) -> Iterator[Finding]:
    """Recordings in documents, and pictures of several frames."""
    for path, tree in book.documents.items():
        for recording in tree.iter("audio", "video"):
            yield from _recording(path, recording)
    shown = _first_uses(book)
    for path, item in book.items.items():
        data = book.files.get(path, b"")
        if not item.media_type.startswith("image/") or not may_move(data, item.media_type):
            continue
        found = motion(data, item.media_type)
        where = shown.get(path, Place(file=path))
        if found.frames > 1:
            yield rule("book.image-moving").at(where, what=f"An image of {found.frames} frames")
        if found.flashing:
            yield rule("book.image-flashing").at(where, count=found.flashes)


def _recording(path: str, recording: Element) -> Iterator[Finding]:
    where = place_in(path, recording)
    what = "A video" if recording.tag == "video" else "A recording"
    if recording.get("autoplay") is not None:
        yield rule("book.media-autoplay").at(where, what=what)
    if recording.get("controls") is None:
        yield rule("book.media-without-controls").at(where, what=what)
    kinds = {track.get("kind", "subtitles") for track in recording.iter("track")}
    silent = recording.tag == "video" and recording.get("muted") is not None
    if recording.tag == "video" and not silent and not kinds.intersection(_TRACKS):
        yield rule("book.media-without-text").at(where, what=what, lacking="captions")
    elif recording.tag == "audio" and not kinds.intersection(_TRACKS) and not has_transcript(recording):
        yield rule("book.media-without-text").at(where, what=what, lacking="transcript")


def _first_uses(book: Opened) -> dict[str, Place]:
    """Where each picture is shown first."""
    found: dict[str, Place] = {}
    for path, tree in book.documents.items():
        for image in tree.iter("img"):
            target = book.target(path, image.get("src", ""))[0]
            if target not in found:
                found[target] = place_in(path, image)
    return found
