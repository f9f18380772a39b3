"""Our own look at a finished book: what a reader needs and EPUBCheck does not see, and the basics without Java.

Works on any EPUB 3. Judges the bytes that were written, never what was in memory before.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from lxml import etree

from ebook.rules import Finding, Place, rule

OPF = "{http://www.idpf.org/2007/opf}"
XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CONTAINER = "META-INF/container.xml"
REQUIRED = (
    "schema:accessMode",
    "schema:accessModeSufficient",
    "schema:accessibilityFeature",
    "schema:accessibilityHazard",
    "schema:accessibilitySummary",
)
"""EPUB Accessibility 1.1 §2.2, and accessModeSufficient, which 1.2 asks for."""
LARGEST = 512 * 1024 * 1024
"""Bytes that a book may unpack to before we refuse to look."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
_ACTIVE = frozenset(f"{XHTML}{name}" for name in ("script", "iframe", "object", "embed", "form", "base"))
_LOADING = {
    f"{XHTML}img": "src",
    f"{XHTML}link": "href",
    f"{XHTML}audio": "src",
    f"{XHTML}video": "src",
    f"{XHTML}source": "src",
}


def check_structure(data: bytes, name: str) -> list[Finding]:
    """What is wrong with the bytes of an EPUB file; `name` is used in messages."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                return [rule("book.container").at(Place(file=name), reason="it unpacks to more than 512 MB")]
            files = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
            findings = list(_container(archive, name))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        return [rule("book.container").at(Place(file=name), reason=error)]
    trees: dict[str, etree._Element] = {}
    for path, content in files.items():
        if path.endswith((".xhtml", ".html", ".htm", ".opf", ".ncx", ".xml", ".svg")):
            try:
                trees[path] = etree.fromstring(content, _PARSER)
            except etree.XMLSyntaxError as error:
                findings.append(
                    rule("book.malformed").at(Place(file=path, line=error.lineno or 0), file=path, reason=error.msg)
                )
    root = _package_path(trees)
    if root not in trees:
        return [*findings, rule("book.container").at(Place(file=CONTAINER), reason="it names no package document")]
    findings += _package(root, trees, files)
    return findings


def _container(archive: zipfile.ZipFile, name: str) -> Iterator[Finding]:
    first = archive.infolist()[0] if archive.infolist() else None
    if (
        first is None
        or first.filename != "mimetype"
        or first.compress_type != zipfile.ZIP_STORED
        or archive.read(first) != b"application/epub+zip"
    ):
        yield rule("book.container").at(Place(file=name), reason="mimetype is not first, stored and right")
    if len({n.lower() for n in archive.namelist()}) != len(archive.namelist()):
        yield rule("book.container").at(Place(file=name), reason="two files have the same name")


def _package_path(trees: Mapping[str, etree._Element]) -> str:
    container = trees.get(CONTAINER)
    if container is None:
        return ""
    return next((e.get("full-path", "") for e in container.iter("{*}rootfile")), "")


def _package(root: str, trees: Mapping[str, etree._Element], files: Mapping[str, bytes]) -> Iterator[Finding]:
    package, folder = trees[root], posixpath.dirname(root)
    items = {_join(folder, i.get("href", "")): i for i in package.iter(f"{OPF}item")}
    for path in items:
        if path not in files and "://" not in path:
            yield rule("book.missing-file").at(Place(file=root), file=path)
    for path in files:
        if path not in items and path not in ("mimetype", root) and not path.startswith("META-INF/"):
            yield rule("book.unlisted").at(Place(file=path), file=path)
    properties = {e.get("property") for e in package.iter(f"{OPF}meta")}
    for name in REQUIRED:
        if name not in properties:
            yield rule("book.no-accessibility-metadata").at(Place(file=root), property=name)
    documents = {p: trees[p] for p, i in items.items() if i.get("media-type") == "application/xhtml+xml" and p in trees}
    ids = {p: _ids(tree) for p, tree in documents.items()}
    for path, tree in trees.items():
        if path.endswith(".svg"):
            yield from _drawing(path, tree)
    for path, tree in documents.items():
        yield from _document(path, tree, ids, files)
    yield from _navigation(package, items, documents, folder)


def _document(
    path: str, tree: etree._Element, ids: Mapping[str, list[str]], files: Mapping[str, bytes]
) -> Iterator[Finding]:
    place = Place(file=path)
    if not (tree.get("lang") and tree.get(XML_LANG)):
        yield rule("book.no-language").at(place)
    title = tree.find(f"{XHTML}head/{XHTML}title")
    if title is None or not (title.text or "").strip():
        yield rule("book.no-title").at(place)
    for name in (
        sorted({n for n in ids[path] if ids[path].count(n) > 1}) if len(set(ids[path])) != len(ids[path]) else ()
    ):
        yield rule("book.duplicate-id").at(place, id=name)
    yield from _headings(path, tree)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        where = Place(file=path, line=element.sourceline or 0, snippet=_snippet(element))
        if element.tag in _ACTIVE or any(str(a).lower().startswith("on") for a in element.attrib):
            yield rule("book.active").at(where, what=element.tag.rpartition("}")[2])
        address = element.get(_LOADING[element.tag], "") if element.tag in _LOADING else ""
        if address.startswith(("http:", "https:", "//", "data:")):
            yield rule("book.remote").at(where, target=address[:80])
        elif address and _join(posixpath.dirname(path), address) not in files:
            yield rule("book.dead-link").at(where, target=address)
        if element.tag == f"{XHTML}img" and element.get("alt") is None:
            yield rule("book.image-without-alt").at(where)
        if element.tag == f"{XHTML}table" and element.find(f".//{XHTML}th") is None:
            yield rule("book.table-without-headers").at(where)
        if element.get("href", "").strip().lower().startswith(("javascript:", "vbscript:", "data:")):
            yield rule("book.active").at(where, what=element.get("href", "")[:40])
        if element.tag == f"{XHTML}a":
            yield from _link(path, element.get("href", ""), ids, where)
        if element.get("role") == "doc-endnotes" or "endnotes" in element.get(TYPE, "").split():
            for item in element.iter(f"{XHTML}li"):
                if item.get("id", "").startswith("note-") and not any(
                    a.get("role") == "doc-backlink" for a in item.iter(f"{XHTML}a")
                ):
                    yield rule("book.note-without-way-back").at(
                        Place(file=path, line=item.sourceline or 0, snippet=_snippet(item))
                    )


def _drawing(path: str, tree: etree._Element) -> Iterator[Finding]:
    """Active content of a drawing: scripts, handlers, foreign elements, links that run."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2]
        links = [str(v).strip().lower() for k, v in element.attrib.items() if str(k).rpartition("}")[2] == "href"]
        handlers = any(str(k).lower().startswith("on") for k in element.attrib)
        if name in ("script", "foreignObject") or handlers or any(v.startswith("javascript:") for v in links):
            yield rule("book.active").at(Place(file=path, line=element.sourceline or 0), what=name)


def _headings(path: str, tree: etree._Element) -> Iterator[Finding]:
    body = tree.find(f"{XHTML}body")
    if body is None:
        return
    levels = []
    for element in body.iter(*(f"{XHTML}h{n}" for n in range(1, 7))):
        if (
            next(element.iterancestors(f"{XHTML}aside", f"{XHTML}blockquote", f"{XHTML}nav"), None) is None
            or element.tag == f"{XHTML}h1"
        ):
            levels.append(int(str(element.tag)[-1]))
    mains = levels.count(1)
    is_cover = any("cover" in e.get(TYPE, "").split() for e in body.iter())
    if mains != 1 and not is_cover:
        yield rule("book.not-one-h1").at(Place(file=path), count=mains)
    for before, after in zip([0, *levels], levels, strict=False):
        if after > before + 1:
            yield rule("book.heading-gap").at(Place(file=path), found=after, after=before)


def _link(path: str, href: str, ids: Mapping[str, list[str]], where: Place) -> Iterator[Finding]:
    if not href or urlsplit(href).scheme:
        return
    address, _, fragment = href.partition("#")
    target = _join(posixpath.dirname(path), address) if address else path
    if target in ids and (not fragment or unquote(fragment) in ids[target]):
        return
    yield rule("book.dead-link").at(where, target=href)


def _navigation(
    package: etree._Element, items: Mapping[str, etree._Element], documents: Mapping[str, etree._Element], folder: str
) -> Iterator[Finding]:
    path = next((p for p, i in items.items() if "nav" in i.get("properties", "").split()), "")
    nav = documents.get(path)
    if nav is None:
        yield rule("book.container").at(Place(file=folder), reason="it has no navigation document")
        return
    here = posixpath.dirname(path)
    linked = {
        _join(here, a.get("href", "").partition("#")[0])
        for n in nav.iter(f"{XHTML}nav")
        if "toc" in n.get(TYPE, "").split()
        for a in n.iter(f"{XHTML}a")
    }
    names = {i.get("id"): p for p, i in items.items()}
    for reference in package.iter(f"{OPF}itemref"):
        document = names.get(reference.get("idref"), "")
        if reference.get("linear") != "no" and document not in linked and document != path:
            yield rule("book.not-in-contents").at(Place(file=path), file=document)
    if not any("landmarks" in n.get(TYPE, "").split() for n in nav.iter(f"{XHTML}nav")):
        yield rule("book.no-landmarks").at(Place(file=path))


def _ids(tree: etree._Element) -> list[str]:
    return [e.get("id", "") for e in tree.iter() if isinstance(e.tag, str) and e.get("id")]


def _join(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0]))) if href else folder


def _snippet(element: etree._Element) -> str:
    text = " ".join("".join(map(str, element.itertext())).split())
    return (text or f"<{str(element.tag).rpartition('}')[2]}>")[:120]
