"""An EPUB that was opened: its package, documents and files, as checks, claims and statements look at them.

`open_epub` reads the bytes of any EPUB 2 or 3. Documents are trees without namespaces, as in `markup`: a paragraph
is `p`, a formula is `math`; `epub:type` and `xml:lang` keep theirs.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from lxml import etree

from ebook.markup import MATHML, SVG, XHTML, XML_LANG, Element, parse_document, snippet
from ebook.model import Book, Document, Resource
from ebook.rules import Finding, Place, rule

CONTAINER = "META-INF/container.xml"
LARGEST = 512 * 1024 * 1024
"""Bytes that a book may unpack to before we refuse to look."""
XHTML_TYPES = frozenset({"application/xhtml+xml", "text/x-oeb1-document"})
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_NCX_TYPE = "application/x-dtbncx+xml"
_KNOWN = tuple(f"{{{uri}}}" for uri in (XHTML, MATHML, SVG))
_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One file that the manifest lists (EPUB 3.3 §5.6.2)."""

    path: str
    """Full path in the container."""
    id: str
    media_type: str
    properties: frozenset[str] = frozenset()
    fallback: str = ""
    overlay: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of the package metadata: a `dc:` element or a `meta`."""

    property: str
    """`dc:title`, `schema:accessMode`, `dcterms:modified`…"""
    value: str
    id: str = ""
    refines: str = ""
    """Id of what it refines, without `#`."""
    scheme: str = ""
    language: str = ""
    old: bool = False
    """Written in the form of EPUB 2 (`name` and `content`)."""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A `link` of the package metadata (EPUB 3.3 §5.5.7)."""

    rel: str
    href: str
    refines: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SpineItem:
    """A place in the reading order."""

    path: str
    linear: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A book as it lies in its container."""

    name: str
    version: str
    """`2.0` or `3.0`."""
    package_path: str
    language: str = ""
    """`xml:lang` of the package; the language of the book is the first `dc:language`."""
    direction: str = ""
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    items: Mapping[str, Item] = field(default_factory=dict)
    """By path."""
    spine: tuple[SpineItem, ...] = ()
    documents: Mapping[str, Element] = field(default_factory=dict)
    """`html` elements by path, those of the spine first and in its order."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    nav: str = ""
    """Path of the navigation document; empty in EPUB 2."""
    ncx: str = ""

    def values(self, name: str) -> list[str]:
        """All values that the package states of a property, in the form of EPUB 3 and about the whole book."""
        return [s.value for s in self.statements if s.property == name and not s.refines and not s.old]

    def main_language(self) -> str:
        """The language of the book: the first that it states."""
        return next(iter(self.values("dc:language")), "") or self.language

    def chapters(self) -> Iterator[tuple[str, Element]]:
        """Every document but the navigation, in reading order."""
        return ((path, tree) for path, tree in self.documents.items() if path != self.nav)

    def target(self, path: str, href: str) -> tuple[str, str]:
        """(path in the container, fragment) that an address in the document at `path` leads to."""
        address, _, fragment = href.partition("#")
        return (resolved(path, address) if address else path), unquote(fragment)


def resolved(path: str, href: str) -> str:
    """The path in the container that an address in the file at `path` means; its fragment is left out."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(href.partition("#")[0])))


def ncx_points(book: Opened, part: str) -> list[tuple[Element, str, str]]:
    """The entries of a part of the NCX (`navMap`, `pageList`), each with the path and the fragment it leads to."""
    data = book.files.get(book.ncx, b"")
    try:
        tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)) if data else None
    except etree.XMLSyntaxError:
        return []
    return [
        (point, *book.target(book.ncx, content.get("src", "")))
        for whole in (tree.iter(f"{{*}}{part}") if tree is not None else ())
        for point in whole.iter("{*}navPoint", "{*}pageTarget")
        for content in point.iterchildren("{*}content")
    ]


def is_outside(href: str) -> bool:
    """Whether an address leads out of the book."""
    try:
        return bool(urlsplit(href).scheme) or href.startswith("//")
    except ValueError:
        return True


def place_in(path: str, element: Element) -> Place:
    """Where an element of a document stands."""
    return Place(file=path, line=element.sourceline or 0, snippet=snippet(element))


def open_epub(data: bytes, name: str) -> tuple[Opened | None, list[Finding]]:
    """The book in the bytes of a file, and what is wrong with its container; no book where nothing can be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                return None, [rule("book.container").at(Place(file=name), reason="it unpacks to more than 512 MB")]
            files = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
            findings = list(_container(archive, name))
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        OSError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ) as error:
        return None, [rule("book.container").at(Place(file=name), reason=f"it cannot be unpacked ({error})")]
    container = _parsed(files, CONTAINER, findings)
    path = "" if container is None else next((e.get("full-path", "") for e in container.iter("{*}rootfile")), "")
    package = _parsed(files, path, findings) if path in files else None
    if package is None:
        return None, [
            *findings,
            *([] if path in files else [rule("book.container").at(Place(file=CONTAINER), reason=_without(path))]),
        ]
    return _opened(name, path, package, files, findings), findings


def _without(path: str) -> str:
    return f"the package document {path} is not there" if path else "it names no package document"


def _container(archive: zipfile.ZipFile, name: str) -> Iterator[Finding]:
    entries = archive.infolist()
    first = entries[0] if entries else None
    if (
        first is None
        or first.filename != "mimetype"
        or first.compress_type != zipfile.ZIP_STORED
        or archive.read(first) != b"application/epub+zip"
    ):
        yield rule("book.container").at(Place(file=name), reason="mimetype is not first, stored and right")
    if len({n.lower() for n in archive.namelist()}) != len(archive.namelist()):
        yield rule("book.container").at(Place(file=name), reason="two files have the same name")


def _parsed(files: Mapping[str, bytes], path: str, findings: list[Finding]) -> Element | None:
    """The tree of a file; a finding where it is no XML."""
    try:
        return etree.fromstring(files[path], _PARSER) if path in files else None
    except etree.XMLSyntaxError as error:
        place = Place(file=path, line=error.lineno or 0)
        findings.append(rule("book.malformed").at(place, file=path, reason=error.msg))
        return None


def _opened(name: str, path: str, package: Element, files: Mapping[str, bytes], findings: list[Finding]) -> Opened:
    items = {item.path: item for item in _items(path, package)}
    by_id = {item.id: item.path for item in items.values()}
    spine = tuple(
        SpineItem(path=by_id[reference.get("idref", "")], linear=reference.get("linear") != "no")
        for reference in package.iter(f"{_OPF}itemref")
        if reference.get("idref", "") in by_id
    )
    ordered = [s.path for s in spine] + [p for p, i in items.items() if i.media_type in XHTML_TYPES]
    documents: dict[str, Element] = {}
    for document in dict.fromkeys(ordered):
        tree = _parsed(files, document, findings) if items[document].media_type in XHTML_TYPES else None
        if tree is not None:
            documents[document] = without_namespaces(tree)
    for other in files:
        if other not in items and other.endswith((".xml", ".svg", ".ncx")) and other != CONTAINER:
            _parsed(files, other, findings)
    for item in items.values():
        if item.media_type not in XHTML_TYPES and item.path.endswith((".svg", ".ncx", ".xml", ".smil")):
            _parsed(files, item.path, findings)
    return Opened(
        name=name,
        version=package.get("version", ""),
        package_path=path,
        language=package.get(XML_LANG, ""),
        direction=package.get("dir", ""),
        statements=tuple(_statements(package)),
        links=tuple(_links(package)),
        items=items,
        spine=spine,
        documents=documents,
        files=files,
        nav=next((p for p, i in items.items() if "nav" in i.properties), ""),
        ncx=next((p for p, i in items.items() if i.media_type == _NCX_TYPE), ""),
    )


def without_namespaces(tree: Element) -> Element:
    """The same tree with the elements of XHTML, MathML and SVG under their bare names, lines kept."""
    for element in tree.iter(*(f"{uri}*" for uri in _KNOWN)):
        element.tag = str(element.tag).rpartition("}")[2]
    return tree


def _items(path: str, package: Element) -> Iterator[Item]:
    for item in package.iter(f"{_OPF}item"):
        href = item.get("href", "")
        yield Item(
            path=href if is_outside(href) else resolved(path, href),
            id=item.get("id", ""),
            media_type=item.get("media-type", ""),
            properties=frozenset(item.get("properties", "").split()),
            fallback=item.get("fallback", ""),
            overlay=item.get("media-overlay", ""),
            line=item.sourceline or 0,
        )


def _statements(package: Element) -> Iterator[Statement]:
    metadata = package.find(f"{_OPF}metadata")
    for element in metadata.iter() if metadata is not None else ():
        tag = str(element.tag)
        old = tag == f"{_OPF}meta" and not element.get("property")
        if tag.startswith(_DC):
            name = f"dc:{tag.removeprefix(_DC)}"
        elif tag == f"{_OPF}meta":
            name = element.get("property", "") or element.get("name", "")
        else:
            continue
        yield Statement(
            property=name,
            value=element.get("content", "").strip()
            if old
            else " ".join("".join(map(str, element.itertext())).split()),
            id=element.get("id", ""),
            refines=element.get("refines", "").removeprefix("#"),
            scheme=element.get("scheme", ""),
            language=element.get(XML_LANG, ""),
            old=old,
            line=element.sourceline or 0,
        )


def _links(package: Element) -> Iterator[Link]:
    for element in package.iter(f"{_OPF}link"):
        yield Link(
            rel=element.get("rel", ""),
            href=element.get("href", ""),
            refines=element.get("refines", "").removeprefix("#"),
            line=element.sourceline or 0,
        )


FOLDER = "EPUB"
"""Where our own books keep their files."""


def opened_book(book: Book, parsed: Mapping[str, Element] | None = None) -> Opened:
    """A book of ours as it would lie in its container, so that one function judges it before and after writing.

    `parsed` holds documents that need not be parsed again, by path.
    """
    trees = parsed or {}
    texts = {f"{FOLDER}/{d.name}": d.xhtml for d in book.documents}
    parts: tuple[Document | Resource, ...] = (*book.documents, *book.resources)
    listed = [part for part in parts if isinstance(part, Document) or not part.linked]
    items = {f"{FOLDER}/{part.name}": _item(part) for part in listed}
    return Opened(
        name=book.title,
        version="3.0",
        package_path=f"{FOLDER}/content.opf",
        language=book.language,
        direction=book.direction,
        statements=_statements_of(book),
        links=tuple(
            Link(rel=m.property, href=m.value, refines=m.refines)
            for m in book.meta
            if m.property == "a11y:certifierReport"
        ),
        items=items,
        spine=tuple(SpineItem(path=f"{FOLDER}/{d.name}") for d in book.documents),
        documents={path: trees[path] if path in trees else parse_document(text) for path, text in texts.items()},
        files={
            **{f"{FOLDER}/{r.name}": r.data for r in book.resources},
            **{path: text.encode() for path, text in texts.items()},
        },
        nav=next((f"{FOLDER}/{d.name}" for d in book.documents if "nav" in d.properties), ""),
    )


def _statements_of(book: Book) -> tuple[Statement, ...]:
    """What the package of a book of ours will state."""
    return (
        Statement(property="dc:identifier", value=book.identifier),
        Statement(property="dcterms:modified", value=book.modified),
        *(
            Statement(property=m.property, value=m.value, id=m.id, refines=m.refines, scheme=m.scheme)
            for m in book.meta
        ),
    )


def _item(part: Document | Resource) -> Item:
    return Item(
        path=f"{FOLDER}/{part.name}",
        id=part.name,
        media_type=part.media_type if isinstance(part, Resource) else "application/xhtml+xml",
        properties=frozenset(part.properties),
    )
