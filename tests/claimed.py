"""Small EPUB files with one property or another, made by hand: what claims are held against."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from PIL import Image as Pillow

from ebook.opened import Opened, open_epub

PICTURE = "pictures/map.png"
_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{language}" xml:lang="{language}">
<head><title>{title}</title><link rel="stylesheet" type="text/css" href="style.css"/>{head}</head>
<body>{body}</body>
</html>
"""
_MAIN = '<main><section role="doc-chapter" epub:type="chapter" aria-labelledby="h"><h1 id="h">{title}</h1>\n{body}\n</section></main>'
_OPF = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:5f0c2d36-6a53-4c1e-9a1b-3f3b4f5a6c71</dc:identifier>
<dc:title>The river</dc:title>
<dc:language>{language}</dc:language>
<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
{metadata}
</metadata>
<manifest>
{manifest}
</manifest>
<spine>
{spine}
</spine>
</package>
"""
_TYPES = {
    "xhtml": "application/xhtml+xml",
    "css": "text/css",
    "png": "image/png",
    "gif": "image/gif",
    "svg": "image/svg+xml",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "vtt": "text/vtt",
    "smil": "application/smil+xml",
    "pls": "application/pls+xml",
    "brf": "application/x-brf",
}


def picture(form: str = "PNG") -> bytes:
    """A small picture."""
    target = io.BytesIO()
    Pillow.new("RGB", (40, 30), "teal").save(target, form)
    return target.getvalue()


def moving(
    milliseconds: int, *, form: str = "GIF", colours: Sequence[str] = ("black", "white"), part: float = 1.0
) -> bytes:
    """A picture whose upper part changes its colour every so many milliseconds."""
    frames = []
    for colour in colours:
        frame = Pillow.new("RGB", (120, 120), "grey")
        frame.paste(colour, (0, 0, 120, int(120 * part)))
        frames.append(frame)
    target = io.BytesIO()
    frames[0].save(target, form, save_all=True, append_images=frames[1:], duration=milliseconds, loop=0)
    return target.getvalue()


def epub(
    body: str = "<p>The river rose in the night.</p>",
    *,
    second: str = "<p>By the morning it fell.</p>",
    css: str = "p { margin: 1em; }",
    head: str = "",
    language: str = "en",
    whole: str = "",
    toc: Sequence[str] = ("one.xhtml", "two.xhtml"),
    nav: str = "",
    files: Mapping[str, bytes] | None = None,
    metadata: str = "",
    properties: Mapping[str, str] | None = None,
    overlays: Mapping[str, str] | None = None,
    meta_inf: Mapping[str, bytes] | None = None,
) -> bytes:
    """An EPUB of two documents; `whole` stands for the whole body of the first."""
    lines = "".join(f'<li><a href="{name}">Part {n}</a></li>' for n, name in enumerate(toc, 1))
    contents = f'<nav epub:type="toc" id="toc"><h1>Contents</h1><ol>{lines}</ol></nav>' if toc else ""

    def page(title: str, content: str) -> bytes:
        return _PAGE.format(language=language, title=title, head=head, body=content).encode()

    parts: dict[str, bytes] = {
        "nav.xhtml": page("Contents", contents + nav),
        "one.xhtml": page("One", whole or _MAIN.format(title="One", body=body)),
        "two.xhtml": page("Two", _MAIN.format(title="Two", body=second)),
        "style.css": css.encode(),
        PICTURE: picture(),
        **(files or {}),
    }
    stated = {"nav.xhtml": "nav", **(properties or {})}
    spoken = overlays or {}
    manifest = "\n".join(
        f'<item id="{_id(name)}" href="{name}" media-type="{_TYPES[name.rsplit(".", 1)[1]]}"'
        + (f' properties="{stated[name]}"' if name in stated else "")
        + (f' media-overlay="{_id(spoken[name])}"' if name in spoken else "")
        + "/>"
        for name in parts
    )
    spine = "".join(f'<itemref idref="{_id(n)}"/>' for n in parts if n.endswith(".xhtml") and n != "nav.xhtml")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr(
            "META-INF/container.xml",
            '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="EPUB/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        )
        for name, data in (meta_inf or {}).items():
            archive.writestr(f"META-INF/{name}", data)
        archive.writestr(
            "EPUB/content.opf", _OPF.format(language=language, metadata=metadata, manifest=manifest, spine=spine)
        )
        for name, data in parts.items():
            archive.writestr(f"EPUB/{name}", data)
    return target.getvalue()


def opened(data: bytes) -> Opened:
    """The book, which must be readable."""
    book, findings = open_epub(data, "book.epub")
    assert book is not None and not findings, findings
    return book


def metas(pairs: Sequence[tuple[str, str]]) -> str:
    """Statements as the package writes them."""
    return "\n".join(f'<meta property="{name}">{value}</meta>' for name, value in pairs)


def _id(name: str) -> str:
    return name.replace("/", "-").replace(".", "-")
