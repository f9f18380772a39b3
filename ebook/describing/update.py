"""Brings the entries of `alt.toml` up to date with the articles; nothing that a person wrote is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ebook.describing.sidecar import SUGGESTED, Entry, is_decided, settle
from ebook.inventory import DECORATIVE, DESCRIBED, OPEN, POOR, Picture, judged

ARTICLE = "article"
"""Who suggests words that an author gave to the same picture elsewhere."""
EARLIER = "earlier picture"
"""Who suggests words that were written for the picture that stood in its place before."""


def update(
    entries: Sequence[Entry],
    pictures: Sequence[Picture],
    *,
    name_of: Callable[[str], str],
    file_of: Callable[[Picture], str],
    is_elsewhere: Callable[[str], bool],
) -> tuple[Entry, ...]:
    """The entries of the pictures in reading order, then those of pictures that are not there any more.

    `name_of` names an article as the file does, `file_of` the small copy of a picture. `is_elsewhere` tells whether
    an article was left out of this run, so that nothing can be said about its pictures.
    """
    known = {entry.hash: entry for entry in entries}
    places: dict[str, list[Picture]] = {}
    for picture in pictures:
        places.setdefault(picture.hash, []).append(picture)
    rest = [entry for entry in entries if entry.hash not in places]
    left = [entry if is_elsewhere(entry.article) else replace(entry, gone=True) for entry in rest]
    found = []
    for hash_, same in places.items():
        fresh = _fresh(same, name_of, file_of)
        entry = _kept(known[hash_], fresh) if hash_ in known else fresh
        found.append(_with_suggestion(entry, same, left, name_of))
    return (*found, *left)


def merge(entries: Sequence[Entry], saved: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries with the decisions of another file, for example one that the page of `ebook alt --html` saved."""
    newer = {entry.hash: entry for entry in saved}
    found = [_taken_over(entry, newer.pop(entry.hash)) if entry.hash in newer else entry for entry in entries]
    return (*found, *(replace(entry, gone=True) for entry in newer.values()))


def suggest(entry: Entry, words: str, by: str) -> Entry:
    """The entry with a suggestion; it waits until a person accepts it."""
    return replace(entry, suggestion=words, by=by, state=SUGGESTED)


def wants_suggestion(entry: Entry) -> bool:
    """Whether nobody has said anything about a picture yet."""
    return entry.state in OPEN and not (entry.suggestion or entry.gone or is_decided(entry))


def _fresh(same: Sequence[Picture], name_of: Callable[[str], str], file_of: Callable[[Picture], str]) -> Entry:
    """What the articles say of a picture; of several places the first that is open speaks for all."""
    picture = next((p for p in same if p.state in OPEN), same[0])
    return Entry(
        hash=picture.hash,
        file=file_of(picture),
        reference=picture.reference,
        article=name_of(picture.source),
        places=len(same),
        caption=picture.caption,
        context=picture.context,
        language=picture.language,
        state=picture.state,
        reason=picture.reason,
        alt=picture.alt if picture.state in (DESCRIBED, POOR) else "",
        found=picture.state,
        found_alt=picture.alt,
    )


def _kept(old: Entry, fresh: Entry) -> Entry:
    """The fresh entry with what was written into the old one."""
    old = settle(old)
    entry = replace(
        fresh,
        suggestion=old.suggestion,
        by=old.by,
        description=old.description,
        author=old.author,
        date=old.date,
    )
    if old.state == SUGGESTED:
        # A program may write its words where the book's stand: as long as they wait they are no more than a suggestion.
        return replace(entry, state=SUGGESTED, alt=old.alt) if fresh.state in OPEN else entry
    if not is_decided(old):
        return replace(entry, state=SUGGESTED) if entry.suggestion and fresh.state in OPEN else entry
    return _judged(replace(entry, state=old.state, alt=old.alt, reason=""))


def _judged(entry: Entry) -> Entry:
    """A person's words are judged as well, unless they were accepted as they are."""
    if entry.state != DESCRIBED:
        return entry
    state, reason = judged(
        entry.alt, file=entry.reference, caption=entry.caption, title="", language=entry.language, context=""
    )
    return replace(entry, state=state, reason=reason)


def _with_suggestion(
    entry: Entry, same: Sequence[Picture], left: Sequence[Entry], name_of: Callable[[str], str]
) -> Entry:
    """An open entry with words for the same picture elsewhere, or for what stood in its place before."""
    if not wants_suggestion(entry):
        return entry
    described = next((p for p in same if p.state == DESCRIBED), None)
    if described:
        return suggest(entry, described.alt, f"{ARTICLE}: {name_of(described.source)}")
    for old in map(settle, left):
        if old.gone and (old.article, old.reference) == (entry.article, entry.reference):
            if old.state not in (*OPEN, SUGGESTED, DECORATIVE) and old.alt:
                return replace(suggest(entry, old.alt, EARLIER), description=entry.description or old.description)
    return entry


def _taken_over(entry: Entry, saved: Entry) -> Entry:
    saved = settle(saved)
    if is_decided(saved):
        entry = replace(entry, state=saved.state, alt=saved.alt, author=saved.author, date=saved.date)
        entry = _judged(replace(entry, reason=""))
    if saved.description and saved.description != entry.description:
        entry = replace(entry, description=saved.description, author=saved.author, date=saved.date)
    return entry
