"""A book with its chapters gathered in fewer documents, for a checker whose time goes into starting each document.

Ace loads a page, hands 1.3 MB of scripts to it and judges it: a second for each chapter, a fifth of it for judging. What
it judges is the same in a volume: every chapter stands there as it stands in the book, one after the other in the
`main` of the first, and only ids, what refers to them, and the names of its sections are made different. What belongs to a document and not to a
chapter (attributes of `html` and `body`, the head) must be equal in all chapters of a volume; each has a title.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from copy import deepcopy
from itertools import groupby

from lxml import etree

from tests.books import OPF, changed
from tests.tools import XHTML

MOST = 48
"""Chapters of a volume."""
_CHAPTER = re.compile(r"EPUB/(chapter-\d+)\.xhtml")
_REFERENCES = ("aria-labelledby", "aria-describedby", "aria-details", "aria-controls", "aria-owns", "headers", "for")
_LANDMARKS = tuple(f"{XHTML}{name}" for name in ("section", "aside", "nav", "form"))
_PACKAGE = "{http://www.idpf.org/2007/opf}"


def gathered(data: bytes, *, planted: str = "") -> tuple[bytes, list[str]]:
    """The book in volumes, and their names. `planted` is markup that is put behind the last chapter of each."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = sorted(name for name in archive.namelist() if name.endswith(".xhtml"))
        trees = {name: etree.fromstring(archive.read(name)) for name in names}
        package = etree.fromstring(archive.read(OPF))
    volumes = _volumes({name: tree for name, tree in trees.items() if _CHAPTER.fullmatch(name)})
    homes = {name: volume[0] for volume in volumes for name in volume}
    for name, tree in trees.items():
        _rename(tree, name, homes)
    for first, *others in volumes:
        main = _main(trees[first])
        for name in others:
            main.extend(list(_main(trees.pop(name))))
        if planted:
            main[-1].append(etree.fromstring(f'<div xmlns="{XHTML[1:-1]}">{planted}</div>')[0])
    _leave_out(package, {name for name, home in homes.items() if name != home})
    written = {name: etree.tostring(tree, encoding="utf-8", xml_declaration=True) for name, tree in trees.items()}
    gone = dict.fromkeys(set(names) - set(trees))
    return changed(data, {**gone, **written, OPF: etree.tostring(package, encoding="utf-8")}), [v[0] for v in volumes]


def _volumes(chapters: dict[str, etree._Element]) -> list[list[str]]:
    """The names of the chapters, those of one volume together; the order of the book stays."""
    runs = (list(names) for _, names in groupby(chapters, lambda name: _frame(chapters[name])))
    return [names[start : start + MOST] for names in runs for start in range(0, len(names), MOST)]


def _frame(tree: etree._Element) -> bytes:
    """The document without its chapter and without the words of its title."""
    frame = deepcopy(tree)
    title = frame.find(f"{XHTML}head/{XHTML}title")
    assert title.text.strip()
    title.text = ""
    assert [child.tag for child in _main(frame)] == [f"{XHTML}section"]
    del _main(frame)[:]
    return etree.tostring(frame, method="c14n")


def _main(tree: etree._Element) -> etree._Element:
    body = tree.find(f"{XHTML}body")
    assert [child.tag for child in body] == [f"{XHTML}main"]
    return body[0]


def _prefix(name: str, homes: dict[str, str]) -> str:
    """What ids of a document begin with in the book of volumes."""
    return "" if homes.get(name, name) == name else f"{_CHAPTER.fullmatch(name)[1]}-"  # type: ignore[index]


def _rename(tree: etree._Element, name: str, homes: dict[str, str]) -> None:
    """Give ids, and all that refers to ids and chapters, the names of the book of volumes."""
    prefix = _prefix(name, homes)
    labels = {e.get("aria-labelledby") for e in tree.iter(*_LANDMARKS)}
    for element in tree.iter(etree.Element):
        if prefix and element.get("id") in labels:  # two of one name are two in one chapter, then
            element.append(etree.fromstring(f'<span xmlns="{XHTML[1:-1]}"> ({prefix})</span>'))
        if element.get("id"):
            element.set("id", prefix + element.get("id"))
        for attribute in _REFERENCES:
            if element.get(attribute):
                element.set(attribute, " ".join(prefix + one for one in element.get(attribute).split()))
        if element.get("href"):
            element.set("href", _address(element.get("href"), name, homes))


def _address(address: str, name: str, homes: dict[str, str]) -> str:
    file, _, part = address.partition("#")
    target = f"EPUB/{file}" if file else name
    if target not in homes:
        return address
    here = "" if homes[target] == homes.get(name) else homes[target].removeprefix("EPUB/")
    return f"{here}#{_prefix(target, homes)}{part or 'title'}"


def _leave_out(package: etree._Element, gone: Iterable[str]) -> None:
    """Take documents out of the manifest and the spine, and what is said of them."""
    ids = {item.get("id") for item in package.iter(f"{_PACKAGE}item") if f"EPUB/{item.get('href')}" in gone}
    assert len(ids) == len(set(gone))
    for element in list(package.iter(f"{_PACKAGE}item", f"{_PACKAGE}itemref", f"{_PACKAGE}meta")):
        if {element.get("id"), element.get("idref"), (element.get("refines") or "").removeprefix("#")} & ids:
            element.getparent().remove(element)
