"""The only place that writes files: the whole new file or the old one, at every instant."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from ebook.errors import EnvironmentProblem, UsageProblem

PREFIX = ".ebook-"
"""Temporary files beside the output start with this."""

OWN_SIGN = 1_000_000
"""Bytes at the start of a file in which it shows whether Ebook made it."""
_CHAPTER = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html',
    b'epub:type="chapter" role="doc-chapter"',
)
_METADATA = (b'{\n  "metadata": {\n    "title": ', b'"origins": ')


_REPORT = b"http://www.w3.org/ns/earl#"


def check_target(path: Path, *, inputs: tuple[str, ...] = ()) -> None:
    """Refuse a target that cannot or must not be written; raises before any work is done."""
    if str(path) == "-":
        raise UsageProblem("a book cannot go to standard output", hint="Name a file, for example -o book.epub")
    if path.exists() and not path.is_dir() and not path.is_file():
        raise UsageProblem(f"{path} is no ordinary file", hint="Name a file, for example -o book.epub")
    if path.is_dir():
        raise UsageProblem(f"{path} is a folder", hint="Name a file, for example -o book.epub")
    refuse_inputs(path, inputs)
    if path.is_file() and path.suffix.lower() != ".epub" and not _is_book(path):
        raise UsageProblem(f"{path} is there and is no book", hint="Name another file with -o, or remove it first")
    parent = path.parent
    if parent.exists() and not os.access(parent, os.W_OK):
        raise EnvironmentProblem(f"{parent} cannot be written to", hint="Choose another folder with -o")


def check_report(path: Path, *, inputs: tuple[str, ...] = ()) -> None:
    """Refuse to put a report on a check where something else lies; raises `UsageProblem`."""
    _check_own(path, inputs, lambda start: _REPORT in start[:OWN_SIGN])


def remove_report(path: Path) -> bool:
    """Remove a report on a check; gives whether one was there. Anything else stays."""
    try:
        if not path.is_file() or _REPORT not in path.read_bytes()[:OWN_SIGN]:
            return False
        path.unlink()
    except OSError as error:
        raise EnvironmentProblem(f"{path} cannot be removed: {error.strerror}", hint="Remove it by hand") from error
    return True


def holds(path: Path, data: bytes) -> bool:
    """Whether a file holds just these bytes."""
    try:
        return path.read_bytes() == data
    except OSError:
        return False


def check_sheet(path: Path, sign: Callable[[bytes], bool], *, inputs: tuple[str, ...] = ()) -> None:
    """Refuse to put a review sheet where something else lies; `sign` knows the start of one."""
    _check_own(path, inputs, sign)


def check_own(path: Path, inputs: tuple[str, ...], sign: bytes) -> None:
    """Refuse to put a report where anything but an older one lies, which bears the sign; raises `UsageProblem`."""
    _check_own(path, inputs, lambda start: sign in start[:OWN_SIGN])


def _check_own(path: Path, inputs: tuple[str, ...], is_own: Callable[[bytes], bool]) -> None:
    refuse_inputs(path, inputs)
    if path.exists() and not path.is_file():
        raise UsageProblem(f"{path} is no ordinary file", hint="Name another place")
    try:
        start = path.read_bytes()[:OWN_SIGN] if path.exists() else b""
    except OSError:
        return  # writing will say what is wrong
    if start and not is_own(start):
        raise UsageProblem(f"{path} is there and was not made by ebook", hint="Name another place, or remove it first")


def refuse_inputs(path: Path, inputs: tuple[str, ...]) -> None:
    """Refuse to write over what is read; raises `UsageProblem`."""
    for source in inputs:
        if source != "-" and path.exists() and os.path.exists(source) and os.path.samefile(path, source):
            raise UsageProblem(f"{path} is one of the inputs", hint="Name another place with -o")


def refuse_others(path: Path) -> None:
    """Refuse to write a chapter or its metadata over a file that Ebook did not make; raises `UsageProblem`."""
    if path.is_dir() or (path.exists() and not _is_own(path)):
        raise UsageProblem(
            f"{path} is there and was not made by ebook", hint="Name another place with -o, or remove it first"
        )


def refuse_unsigned(path: Path, sign: bytes) -> None:
    """Refuse to write over a file that does not bear a sign in its first bytes; raises `UsageProblem`."""
    try:
        with path.open("rb") as file:
            start = file.read(OWN_SIGN)
    except FileNotFoundError:
        return
    except OSError:
        start = b"-"
    if start and sign not in start:
        raise UsageProblem(f"{path} is there and was not made by ebook", hint="Name another place, or remove it first")


def write_changed(path: Path, data: bytes) -> bool:
    """Write a file unless it holds just this; gives whether it was written. Raises `EnvironmentProblem`."""
    if holds(path, data):
        return False
    write_whole(path, data)
    return True


def is_file(path: Path) -> bool:
    """Whether a file is there; none is under a name that no disk can hold, as a person may write by mistake."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def read_text(path: Path) -> str:
    """The text of a file in UTF-8, nothing where there is none; raises `UsageProblem`."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageProblem(f"{path} is not UTF-8", hint="Save it as UTF-8") from error


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, none where there is none; raises `UsageProblem`."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise UsageProblem(f"{path} cannot be read: {error.strerror}", hint="Check its name and its rights") from error


def _is_own(path: Path) -> bool:
    """Whether a file is a chapter or the metadata of one, as `ebook normalise` writes them, or empty."""
    try:
        with path.open("rb") as file:
            start = file.read(OWN_SIGN)
    except OSError:
        return True  # writing will say what is wrong
    return not start or all(sign in start for sign in (_METADATA if start.startswith(b"{") else _CHAPTER))


def _is_book(path: Path) -> bool:
    """Whether a file that would be replaced is an EPUB (or empty): nothing else is ever overwritten."""
    try:
        with path.open("rb") as file:
            start = file.read(58)
    except OSError:
        return True  # writing will say what is wrong
    return not start or (start.startswith(b"PK\x03\x04") and start[30:] == b"mimetypeapplication/epub+zip")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that readers see the old or the whole new one; raises `EnvironmentProblem`."""
    target = path.resolve() if path.is_symlink() else path
    temporary = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=PREFIX, dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, target)
        temporary = ""
    except OSError as error:
        raise EnvironmentProblem(
            f"{path} cannot be written: {error.strerror or error}", hint="Free space or choose another folder"
        ) from error
    finally:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
