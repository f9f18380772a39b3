"""Write: a book to the bytes of an EPUB 3 container, the same each time. The only file that imports EbookLib.

EbookLib keeps the book model and builds container, package metadata, manifest and spine. Its chapter
serialiser, navigation document and clock are replaced by overriding methods (see docs/decisions).
"""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from ebooklib import epub

from ebook.model import Book, Document, Meta, NavPoint, Resource

FOLDER = "EPUB"
PACKED = frozenset({"image/jpeg", "image/png", "image/gif", "image/webp", "font/woff", "font/woff2", "audio/mpeg"})
"""Media types that are compressed already; deflating them again costs time and gains nothing."""
EARLIEST, LATEST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)
"""The zip format knows no other times (APPNOTE 4.4.6)."""
LEVEL = 6
_OPF = "{http://www.idpf.org/2007/opf}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write(book: Book) -> bytes:
    """The EPUB file of a book. The same book gives the same bytes on the same zlib."""
    target = io.BytesIO()
    _Writer(target, book).write()
    return target.getvalue()


class _Finished(epub.EpubItem):  # type: ignore[misc]  # EbookLib 0.20 has no types
    """A document or resource whose bytes are final: EbookLib must not parse them again."""

    def __init__(self, name: str, identifier: str, media_type: str, data: bytes, properties: Sequence[str]) -> None:
        super().__init__(uid=identifier, file_name=name, media_type=media_type, content=data)
        self.properties = list(properties)


class _Container:
    """Stands in for EbookLib's zip file: fixed times and rights, stored where packing gains nothing, no name twice."""

    def __init__(self, target: io.BytesIO, modified: str, stored: frozenset[str]) -> None:
        self._zip = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL)
        moment = datetime.datetime.strptime(modified, "%Y-%m-%dT%H:%M:%SZ")
        self._time = min(LATEST, max(EARLIEST, (*moment.timetuple()[:5], moment.second // 2 * 2)))
        self._stored = stored
        self._names: set[str] = set()

    def writestr(self, name: str | zipfile.ZipInfo, data: str | bytes, compress_type: int | None = None) -> None:
        path = name.filename if isinstance(name, zipfile.ZipInfo) else name
        if path.lower() in self._names:
            raise ValueError(f"{path} stands twice in the container")
        self._names.add(path.lower())
        entry = zipfile.ZipInfo(path, self._time)
        entry.create_system = 3
        entry.external_attr = 0o100644 << 16
        entry.compress_type = (
            zipfile.ZIP_STORED if compress_type == zipfile.ZIP_STORED or path in self._stored else zipfile.ZIP_DEFLATED
        )
        self._zip.writestr(entry, data)

    def close(self) -> None:
        self._zip.close()


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # EbookLib 0.20 has no types
    """EbookLib's writer with our documents, our navigation and a package document that says what ours needs."""

    def __init__(self, target: io.BytesIO, book: Book) -> None:
        self._ours = book
        moment = datetime.datetime.strptime(book.modified, "%Y-%m-%dT%H:%M:%SZ")
        super().__init__(
            "", _model(book), {"mtime": moment, "epub3_pages": False, "epub3_landmark": False, "raise_exceptions": True}
        )
        self._target = target

    def write(self) -> None:
        stored = frozenset(f"{FOLDER}/{r.name}" for r in self._ours.resources if r.media_type in PACKED)
        self.out = _Container(self._target, self._ours.modified, stored)
        self.out.writestr("mimetype", "application/epub+zip", compress_type=zipfile.ZIP_STORED)
        self._write_container()
        self._write_opf()
        self._write_items()
        for resource in self._ours.resources:
            if resource.linked:
                self.out.writestr(f"{FOLDER}/{resource.name}", resource.data)
        self.out.close()

    def _write_opf_file(self, root: Any) -> None:
        """EbookLib's finished package tree: add the language, put refinements beside what they refine."""
        root.set(_XML_LANG, self._ours.language)
        root.set("dir", self._ours.direction)
        root.attrib.pop("prefix", None)
        metadata = root.find("metadata")
        if metadata is None:
            metadata = root.find(f"{_OPF}metadata")
        by_id = {e.get("id"): e for e in metadata if e.get("id")}
        last: dict[str, Any] = {}
        for element in list(metadata):
            name = (element.get("refines") or "").removeprefix("#")
            if name in by_id:
                last.get(name, by_id[name]).addnext(element)
                last[name] = element
        super()._write_opf_file(root)

    def _get_ncx(self) -> bytes:
        return _ncx(self._ours).encode()


def _model(book: Book) -> Any:
    """EbookLib's model of our book, its defaults taken out."""
    model = epub.EpubBook()
    model.FOLDER_NAME = FOLDER
    model.metadata.clear()
    model.set_identifier(book.identifier)
    model.title, model.language, model.direction = book.title, book.language, book.direction
    linked = {r.name: r.media_type for r in book.resources if r.linked}
    for meta in book.meta:
        _add_meta(model, meta, linked)
    for document in book.documents:
        item = _Finished(
            document.name, _id(document), "application/xhtml+xml", document.xhtml.encode(), document.properties
        )
        model.add_item(item)
        model.spine.append(item)
    for resource in (r for r in book.resources if not r.linked):
        model.add_item(_Finished(resource.name, _id(resource), resource.media_type, resource.data, resource.properties))
    model.add_item(epub.EpubNcx(uid="ncx"))
    for kind, href, title in book.landmarks:
        if kind in _GUIDE:
            model.guide.append({"type": _GUIDE[kind], "href": href, "title": title})
    return model


_GUIDE = {"cover": "cover", "titlepage": "title-page", "toc": "toc", "bodymatter": "text", "glossary": "glossary"}
"""Landmarks that the guide of EPUB 2 knows, for old readers."""


def _id(part: Document | Resource) -> str:
    """The manifest id: the file name without what XML does not allow in one."""
    name = part.name.removesuffix(".xhtml").replace("/", "-").replace(".", "-")
    return name if name[:1].isalpha() else f"id-{name}"


_LINKED = frozenset({"a11y:certifierReport"})
"""Statements whose value is an address: a `link` in the package document (EPUB 3.3 §5.5.7)."""


def _add_meta(model: Any, meta: Meta, linked: Mapping[str, str]) -> None:
    """Add a statement; `linked` gives the media types of files that a `link` leads to (EPUB 3.3 §5.5.7)."""
    attributes: dict[str, str] = {}
    for key, value in (
        ("id", meta.id),
        ("refines", f"#{meta.refines}" if meta.refines else ""),
        ("scheme", meta.scheme),
        (_XML_LANG, meta.language),
    ):
        if value:
            attributes[key] = value
    if meta.property in _LINKED:
        link = {"rel": meta.property, "href": meta.value}
        if meta.value in linked:
            link["media-type"] = linked[meta.value]
        model.add_metadata(None, "link", "", {**link, **attributes})
    elif meta.property.startswith("dc:"):
        model.add_metadata("DC", meta.property.removeprefix("dc:"), meta.value, attributes)
    else:
        model.add_metadata(None, "meta", meta.value, {"property": meta.property, **attributes})


def _ncx(book: Book) -> str:
    """Contents and page list once more for EPUB 2 readers: unique ids, true depth (OPF 2.0.1 §2.4.1)."""
    number = 0
    orders: dict[str, int] = {}

    def label(nav: NavPoint) -> str:
        language = f' xml:lang="{escape(nav.language)}"' if nav.language not in ("", book.language) else ""
        text = f"<navLabel{language}><text>{escape(nav.title, quote=False)}</text></navLabel>"
        return f'{text}<content src="{escape(nav.href)}"/>'

    def point(nav: NavPoint) -> str:
        nonlocal number
        number += 1
        orders.setdefault(nav.href, number)
        start = f'<navPoint id="nav-{number}" playOrder="{number}">{label(nav)}'
        return start + "".join(map(point, nav.children)) + "</navPoint>\n"

    def page(count: int, nav: NavPoint) -> str:
        order = orders.setdefault(nav.href, number + count)  # one place has one order, whatever leads there
        value = f' type="normal" value="{nav.title}"' if _is_number(nav.title) else ' type="special"'
        return f'<pageTarget id="page-{count}"{value} playOrder="{order}">{label(nav)}</pageTarget>\n'

    points = "".join(map(point, book.contents))
    pages = "".join(page(count, nav) for count, nav in enumerate(book.pages, 1))
    last = max((int(nav.title) for nav in book.pages if _is_number(nav.title)), default=0)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" '
        f'xml:lang="{escape(book.language)}">\n<head>'
        f'<meta name="dtb:uid" content="{escape(book.identifier)}"/><meta name="dtb:depth" '
        f'content="{_depth(book.contents)}"/>'
        f'<meta name="dtb:totalPageCount" content="{len(book.pages)}"/>'
        f'<meta name="dtb:maxPageNumber" content="{last}"/></head>\n'
        f"<docTitle><text>{escape(book.title, quote=False)}</text></docTitle>\n<navMap>\n{points}</navMap>\n"
        + (f"<pageList>\n{pages}</pageList>\n" if pages else "")
        + "</ncx>\n"
    )


def _is_number(label: str) -> bool:
    return label.isascii() and label.isdigit()


def _depth(points: Sequence[NavPoint]) -> int:
    return max((1 + _depth(p.children) for p in points), default=0)
