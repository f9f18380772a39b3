"""Brings the entries of `alt.toml` up to date with the articles; nothing that a person wrote is lost."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace

from ebook.describing.sidecar import (
    IMAGE,
    SUGGESTED,
    TABLE,
    WAITING_TABLES,
    Entry,
    is_decided,
    settle,
)
from ebook.inventory import DECORATIVE, DESCRIBED, OFFERED, OPEN, POOR, Picture, Table, judged

ARTICLE = "article"
"""Who suggests words that an author gave to the same picture elsewhere."""
EARLIER = "earlier picture"
"""Who suggests words that were written for the picture that stood in its place before."""
EARLIER_TABLE = "earlier table"
"""Who suggests words that were written before the numbers in a table changed."""


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
    entries = [entry for entry in entries if entry.kind == IMAGE]
    known = {entry.hash: entry for entry in entries}
    places: dict[str, list[Picture]] = {}
    for picture in pictures:
        places.setdefault(picture.hash, []).append(picture)
    left = _left(entries, places, is_elsewhere)
    found = []
    for hash_, same in places.items():
        fresh = _fresh(same, name_of, file_of)
        entry = _kept(known[hash_], fresh) if hash_ in known else fresh
        found.append(_with_suggestion(entry, same, left, name_of))
    return (*found, *left)


def update_tables(
    entries: Sequence[Entry],
    tables: Sequence[Table],
    *,
    name_of: Callable[[str], str],
    is_elsewhere: Callable[[str], bool],
) -> tuple[Entry, ...]:
    """The entries of the wide tables in reading order, then those of tables that are not there any more."""
    entries = [entry for entry in entries if entry.kind == TABLE]
    known = {entry.hash: entry for entry in entries}
    places: dict[str, list[Table]] = {}
    for table in tables:
        places.setdefault(table.hash, []).append(table)
    left = _left(entries, places, is_elsewhere)
    found = []
    for hash_, same in places.items():
        fresh = _fresh_table(same, name_of)
        found.append(_with_earlier(_kept_table(known[hash_], fresh) if hash_ in known else fresh, left))
    return (*found, *left)


def _left(entries: Sequence[Entry], found: Collection[str], is_elsewhere: Callable[[str], bool]) -> list[Entry]:
    """The entries of what was not found; of articles that were not read this time they stay as they are."""
    rest = (entry for entry in entries if entry.hash not in found)
    return [entry if is_elsewhere(entry.article) else replace(entry, gone=True) for entry in rest]


def merge(entries: Sequence[Entry], saved: Iterable[Entry]) -> tuple[tuple[Entry, ...], int]:
    """The entries with the decisions of another file, for example one that the page of `ebook alt --html` saved.

    What that file says of other pictures and tables is left out; how many there are comes along.
    """
    newer = {(entry.kind, entry.hash): entry for entry in saved}
    known = [(entry.kind, entry.hash) for entry in entries]
    taken = (_taken_over(e, newer[key]) if key in newer else e for e, key in zip(entries, known, strict=True))
    return tuple(taken), len(newer.keys() - set(known))


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


def _fresh_table(same: Sequence[Table], name_of: Callable[[str], str]) -> Entry:
    """What the articles say of a table; of several places the first without a description speaks for all."""
    table = next((t for t in same if t.state == OFFERED), same[0])
    return Entry(
        kind=TABLE,
        hash=table.hash,
        article=name_of(table.source),
        places=len(same),
        caption=table.caption,
        begins=table.begins,
        context=table.context,
        language=table.language,
        state=table.state,
        reason=table.reason,
        found=table.state,
    )


def _kept_table(old: Entry, fresh: Entry) -> Entry:
    """The fresh entry with what was written into the old one."""
    old = settle(old)
    kept = {name: getattr(old, name) for name in ("suggestion", "by", "description", "author", "date")}
    if is_decided(old):
        return replace(fresh, **kept, state=old.state)
    waits = old.suggestion and fresh.state == OFFERED
    return replace(fresh, **kept, state=SUGGESTED if waits else fresh.state)


def _with_earlier(entry: Entry, left: Sequence[Entry]) -> Entry:
    """A table without a description, with the one of the table whose numbers it seems to bring up to date."""
    if entry.state != OFFERED or is_decided(entry) or entry.suggestion:
        return entry
    for old in map(settle, left):
        same = (old.caption and old.caption == entry.caption) or old.begins == entry.begins
        if old.gone and old.article == entry.article and same and old.description.strip():
            return suggest(entry, old.description, EARLIER_TABLE)
    return entry


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
    if entry.kind == TABLE:
        return _taken_over_table(entry, saved)
    if is_decided(saved):
        entry = replace(entry, state=saved.state, alt=saved.alt, author=saved.author, date=saved.date)
        entry = _judged(replace(entry, reason=""))
    if saved.description and saved.description != entry.description:
        entry = replace(entry, description=saved.description, author=saved.author, date=saved.date)
    return entry


def _taken_over_table(entry: Entry, saved: Entry) -> Entry:
    if is_decided(saved):
        kept = {name: getattr(saved, name) for name in ("state", "description", "author", "date")}
        return replace(entry, **kept)
    if saved.state == SUGGESTED and entry.state in WAITING_TABLES:
        return suggest(replace(entry, description=""), saved.suggestion, saved.by)
    return entry
