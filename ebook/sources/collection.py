"""Reads `book.toml`: what the editor says about a collection. A wrong key gets its line and the nearest right one."""

from __future__ import annotations

import datetime
import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ebook.addresses import clean_address
from ebook.errors import UnreadableInput, UsageProblem
from ebook.languages import standard_tag
from ebook.model import EVIDENCE, Certification, Edition, Person

NAME = "book.toml"
_WEB = re.compile(r"https?://[^/\s]")
_MAIL = re.compile(r"[^\s@<>,;:\"()]+@(?:[^\s@<>,;:\"().]+\.)+[^\s@<>,;:\"().]{2,}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:\S|<", re.I)

_TEXT, _LIST, _TABLE, _NUMBER, _FLAG = "text", "a list", "a table", "a whole number", "true or false"
_SHARE = "a number from 0 to 1"
_TYPES: Mapping[str, tuple[type, ...]] = {
    _TEXT: (str,),
    _LIST: (list,),
    _TABLE: (dict,),
    _NUMBER: (int,),
    _FLAG: (bool,),
    _SHARE: (int, float),
}
KEYS: Mapping[str, Mapping[str, str]] = {
    "": {
        "title": _TEXT,
        "subtitle": _TEXT,
        "language": _TEXT,
        "publisher": _TEXT,
        "creators": _LIST,
        "date": _TEXT,
        "description": _TEXT,
        "rights": _TEXT,
        "contact": _TEXT,
        "identifier": _TEXT,
        "collection": _TABLE,
        "theme": _TEXT,
        "css": _TEXT,
        "alt": _TEXT,
        "glossary-file": _TEXT,
        "articles": _LIST,
        "section": _LIST,
        "options": _TABLE,
        "certification": _TABLE,
    },
    "creators": {"name": _TEXT, "role": _TEXT, "file-as": _TEXT},
    "collection": {"name": _TEXT, "position": "text or a number", "type": _TEXT},
    "section": {"title": _TEXT, "articles": _LIST},
    "options": {
        "glossary": _FLAG,
        "glossary-threshold": _SHARE,
        "glossary-order": _TEXT,
        "glossary-links": _TEXT,
        "search-key-map": _FLAG,
        "contents-depth": _NUMBER,
        "accessibility-page": _FLAG,
        "evidence": _FLAG,
        "spoken-maths": _FLAG,
        "article-language": _TEXT,
    },
    "certification": {"certifier": _TEXT, "credential": _TEXT, "report": _TEXT, "date": _TEXT},
}
"""Every key of `book.toml`, by table, with what it holds."""
_OPTIONS: Mapping[str, str] = {
    "glossary": "glossary",
    "glossary-threshold": "glossary_threshold",
    "glossary-order": "glossary_order",
    "glossary-links": "glossary_links",
    "search-key-map": "search_key_map",
    "contents-depth": "contents_depth",
    "accessibility-page": "accessibility_page",
    "evidence": "evidence",
    "spoken-maths": "spoken_maths",
    "article-language": "language",
}
"""Keys of `[options]` to the fields of `Options` they set."""
ORDERS = ("alphabet", "file")
"""In which order the glossary stands."""
ROLES = frozenset("aut edt trl com ill pht pbl ctb".split())
"""MARC relator codes that are used here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A collection as the editor wrote it down."""

    edition: Edition
    articles: tuple[str, ...]
    """Paths of the articles in order, as `book.toml` names them, joined to its folder."""
    options: Mapping[str, Any] = field(default_factory=dict)
    """Fields of `Options` that the file sets: theme, css, and those of `[options]`."""
    alt: str = ""
    """Path of the file with the descriptions of pictures, where the plan names one."""
    glossary_file: str = ""
    """Path of the editor's glossary, where the plan names one."""


def read_plan(path: Path) -> Plan:
    """The plan in a `book.toml`; raises `UsageProblem` with the line of what is wrong."""
    try:
        text = path.read_text("utf-8-sig")
        raw = tomllib.loads(text)
    except OSError as error:
        raise UnreadableInput(
            f"{path} cannot be read: {error.strerror}", hint="Check its name and its rights"
        ) from error
    except UnicodeDecodeError as error:
        raise UsageProblem(f"{path} is not UTF-8", hint="Save it as UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UsageProblem(f"{path} is no valid TOML: {error}", hint="Correct that line") from error
    _check(raw, "", path, text)
    edition, articles = _edition(raw, path, text)
    options: dict[str, Any] = {}
    for key in ("theme", "css"):
        if key in raw:
            options[key] = raw[key]
    if "css" in options:
        options["css"] = str(path.parent / options["css"])
    for key, name in _OPTIONS.items():
        if key in raw.get("options", {}):
            options[name] = raw["options"][key]
    stated = options.get("language", "")
    if stated and not standard_tag(stated):
        hint = "Use a BCP 47 tag, for example en or pt-BR"
        _wrong(path, text, "article-language", f"“{stated}” is no language tag", hint)
    if not 1 <= options.get("contents_depth", 2) <= 6:
        _wrong(path, text, "contents-depth", "contents-depth takes a whole number from 1 to 6", "Correct it")
    if options.get("glossary_links", "first") not in ("first", "every"):
        _wrong(path, text, "glossary-links", "glossary-links is “first” or “every”", "Correct it")
    if not 0 <= options.get("glossary_threshold", 0) <= 1:
        _wrong(path, text, "glossary-threshold", f"glossary-threshold takes {_SHARE}", "Correct it")
    if options.get("glossary_order", ORDERS[0]) not in ORDERS:
        hint = f"Use one of: {', '.join(ORDERS)}"
        _wrong(path, text, "glossary-order", f"“{options['glossary_order']}” is no order", hint)
    beside = {key: str(path.parent / raw[key]) if raw.get(key) else "" for key in ("alt", "glossary-file")}
    return Plan(
        edition=edition,
        articles=articles,
        options=options,
        alt=beside["alt"],
        glossary_file=beside["glossary-file"],
    )


def _check(table: Mapping[str, Any], where: str, path: Path, text: str, start: int = 0) -> None:
    known = KEYS[where]
    for key, value in table.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1, cutoff=0.4)
            hint = f"Did you mean “{near[0]}”?" if near else f"Known here: {', '.join(known)}"
            _wrong(path, text, key, f"unknown key “{key}”" + (f" in [{where}]" if where else ""), hint, start=start)
        expected = known[key]
        types = _TYPES.get(expected, (str, int, float))
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            _wrong(path, text, key, f"“{key}” must be {expected}", "Correct the value", start=start)
        if key in KEYS and key != "":
            heads = [m.end() for m in re.finditer(rf"(?m)^\s*\[\[?{key}\]\]?", text)]
            for number, entry in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(entry, dict):
                    _wrong(path, text, key, f"“{key}” must hold tables", "See the example in the documentation")
                _check(entry, key, path, text, heads[number] if number < len(heads) else 0)


def _edition(raw: Mapping[str, Any], path: Path, text: str) -> tuple[Edition, tuple[str, ...]]:
    parts: list[tuple[str, int]] = []
    articles: list[str] = []
    for section in ({"title": "", "articles": raw.get("articles", [])}, *raw.get("section", [])):
        names = section.get("articles", [])
        if any(not isinstance(name, str) for name in names):
            _wrong(path, text, "articles", "“articles” must hold file names", "Put each name in quotes")
        if section.get("title", "") == "" and names and parts:
            _wrong(path, text, "section", "a section without a title", "Give it a title")
        if names:
            parts.append((section.get("title", ""), len(names)))
            articles.extend(str(path.parent / name) for name in names)
    if not articles:
        raise UsageProblem(f"{path} names no articles", hint='List them: articles = ["one.html"]')
    language = raw.get("language", "")
    if language and not standard_tag(language):
        _wrong(path, text, "language", f"“{language}” is no language tag", "Use a BCP 47 tag, for example en or pt-BR")
    collection = raw.get("collection", {})
    edition = Edition(
        **{
            key: raw.get(key, "")
            for key in ("title", "subtitle", "publisher", "date", "description", "rights", "contact", "identifier")
        },
        language=standard_tag(language),
        creators=tuple(_person(entry, path, text) for entry in raw.get("creators", [])),
        collection=collection.get("name", ""),
        collection_position=str(collection.get("position", "")),
        collection_type=collection.get("type", "series"),
        certification=_certification(raw, path, text),
        parts=tuple(parts),
    )
    if edition.collection_type not in ("series", "set"):
        _wrong(path, text, "type", "a collection's type is “series” or “set”", "Correct it")
    if edition.collection_position and not re.fullmatch(r"\d+(\.\d+)*", edition.collection_position):
        _wrong(path, text, "position", "a position is a number such as 1 or 98.4", "Correct it")
    if "contact" in raw and (problem := contact_problem(edition.contact)):
        _wrong(path, text, "contact", *problem)
    if edition.date and not is_date(edition.date):
        _wrong(path, text, "date", f"“{edition.date}” is no date", "Write YYYY-MM-DD, YYYY-MM or YYYY")
    return edition, tuple(articles)


def _certification(raw: Mapping[str, Any], path: Path, text: str) -> Certification | None:
    if "certification" not in raw:
        return None
    certification = Certification(**raw["certification"])
    if not certification.certifier.strip():
        _wrong(path, text, "certification", "[certification] without a certifier", 'Add certifier = "…"')
    problem = certification_problem(certification)
    if problem:
        key, what, hint = problem
        _wrong(path, text, key, what, hint, start=text.find("[certification]"))
    return certification


def certification_problem(certification: Certification) -> tuple[str, str, str] | None:
    """(key, what is wrong, what to do) of a certification that cannot be used; nothing where it can."""
    date, report = certification.date, certification.report
    if date and not (len(date) == 10 and is_date(date)):
        return "date", f"“{date}” is no day of a review", "Write YYYY-MM-DD"
    if report and report != EVIDENCE and not (_WEB.match(report) and clean_address(report) == report):
        return "report", f"“{report}” is no address of a report", f"Give an address on the web, or {EVIDENCE}"
    return None


def contact_problem(contact: str) -> tuple[str, str] | None:
    """(what is wrong, what to do) of a contact that readers cannot use; nothing where they can.

    One word is an e-mail or web address; several words are a postal address or a telephone number as it stands.
    """
    said = contact.strip()
    is_web = bool(_WEB.match(said)) and clean_address(said) == said
    is_text = len(said.split()) > 1 and not _SCHEME.match(said)
    if is_web or is_text or _MAIL.fullmatch(said):
        return None
    what = f"“{said[:60]}” is no contact" if said else "the contact is empty"
    return what, "Give an e-mail address, an address on the web (https://…), or a postal address in words"


def is_date(text: str) -> bool:
    """Whether a text is YYYY, YYYY-MM or YYYY-MM-DD and in the calendar."""
    if not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", text):
        return False
    try:
        datetime.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:
        return False
    return True


def _person(entry: Mapping[str, Any], path: Path, text: str) -> Person:
    if not entry.get("name"):
        _wrong(path, text, "creators", "a creator without a name", 'Add name = "…"')
    role = entry.get("role", "aut")
    if role not in ROLES:
        _wrong(path, text, "role", f"“{role}” is no role", f"Use one of: {', '.join(sorted(ROLES))}")
    return Person(name=entry["name"], role=role, file_as=entry.get("file-as", ""))


def _wrong(path: Path, text: str, key: str, what: str, hint: str, *, start: int = 0) -> None:
    pattern = re.compile(rf"(?m)(?:^|[\[{{,\s]){re.escape(key)}[\"']?\s*(?:=|\])")
    match = pattern.search(text, start) or pattern.search(text)
    line = text.count("\n", 0, match.end()) + 1 if match else 1
    raise UsageProblem(f"{path}, line {line}: {what}", hint=hint)
