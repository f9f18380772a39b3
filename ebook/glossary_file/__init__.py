"""The editor's glossary, `glossary.toml` or `glossary.csv`: read, brought up to date with the articles, written."""

from __future__ import annotations

from pathlib import Path

from ebook.errors import UsageProblem
from ebook.glossary_file import as_csv, as_toml
from ebook.glossary_file.entries import Entry, Listed, decisions_of
from ebook.glossary_file.unused import unused
from ebook.glossary_file.update import changes, update

__all__ = ["SUFFIXES", "Entry", "Listed", "changes", "decisions_of", "parse", "render", "unused", "update"]

SUFFIXES = (".toml", ".csv")


def parse(data: bytes, path: Path) -> Listed:
    """What a file of an editor says; nothing of no bytes. Raises `UsageProblem` with the line of what is wrong."""
    return (
        as_csv.parse(data, str(path)) if _is_csv(path) else as_toml.parse(as_toml.text_of(data, str(path)), str(path))
    )


def render(listed: Listed, path: Path, before: bytes = b"") -> bytes:
    """The bytes of a file with these entries; `before` are those that it replaces, with a person's own lines."""
    if before and parse(before, path) == listed:
        return before
    if _is_csv(path):
        return as_csv.render(listed, before)
    return as_toml.render(listed, as_toml.text_of(before, str(path))).encode()


def _is_csv(path: Path) -> bool:
    if path.suffix.lower() not in SUFFIXES:
        raise UsageProblem(f"{path} is no name for a glossary", hint="Name a file: glossary.toml or glossary.csv")
    return path.suffix.lower() == ".csv"
