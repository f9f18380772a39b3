"""Bytes to text: byte order mark, valid UTF-8, declaration, detection, in that order."""

from __future__ import annotations

import codecs
import logging
import re
from dataclasses import dataclass

from ebook.errors import UnreadableInput
from ebook.rules import Finding, Place, rule
from ebook.sources.mojibake import mended

BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive (perhaps a Word file or a book)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio file"),
    (b"{\\rtf", "an RTF document"),
)
"""What a file that is no text begins with (IANA, Library of Congress format descriptions)."""

_DECLARATION = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)""", re.I
)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_HTML_NAMES = {
    "iso-8859-1": "windows-1252",
    "latin1": "windows-1252",
    "latin-1": "windows-1252",
    "us-ascii": "windows-1252",
    "ascii": "windows-1252",
    "iso-8859-9": "windows-1254",
    "tis-620": "windows-874",
    "iso-8859-11": "windows-874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "x-sjis": "shift_jis",
    "ks_c_5601-1987": "euc-kr",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "x-user-defined": "windows-1252",
    "windows-874": "cp874",
    "big5": "big5hkscs",
}
"""What browsers read under a declared name (Encoding Standard §4.2)."""
_NEVER = frozenset("utf-7 idna punycode unicode-escape raw-unicode-escape".split())
"""Codecs that read text as something else; by the names that `codecs.lookup` gives."""
MOST_REPLACEMENTS = 0.3
"""Above this share of undecodable characters an input is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text, the encoding it was read with, and what was odd about it."""

    text: str
    encoding: str
    findings: tuple[Finding, ...] = ()


def decode(data: bytes, source: str) -> Decoded:
    """The text of an input; raises `UnreadableInput` for what is no text."""
    _refuse_binary(data, source)
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _finish(data[len(mark) :].decode(encoding, "replace"), encoding, source)
    wide = _wide_encoding(data)
    if wide:
        return _finish(data.decode(wide, "replace"), wide, source)
    if b"\x00" in data[:4096] and data[:4096].count(0) > 0.02 * len(data[:4096]):
        raise UnreadableInput(f"{source} is no text (it looks like binary data)", hint="Give text, HTML or Markdown")
    try:
        return _finish(data.decode("utf-8"), "utf-8", source, declared=_declared(data))
    except UnicodeDecodeError:
        pass  # not UTF-8: the next steps find out what it is
    declared = _declared(data)
    if declared:
        try:
            return _finish(data.decode(declared), declared, source)
        except UnicodeDecodeError:
            pass  # declared wrongly: detect
    return _detect(data, source, declared)


def _detect(data: bytes, source: str, declared: str) -> Decoded:
    """What charset detection makes of bytes that are neither UTF-8 nor what they say."""
    from bs4.dammit import EncodingDetector, UnicodeDammit

    mostly_utf8 = data.decode("utf-8", "replace")
    if mostly_utf8.count("\ufffd") <= max(2, 0.002 * len(mostly_utf8)) and len(mostly_utf8) < len(data):
        return _finish(mostly_utf8, "utf-8", source)
    logging.getLogger("bs4.dammit").setLevel(logging.ERROR)
    guess = UnicodeDammit(data, is_html=True, exclude_encodings=[*_NEVER, "ascii"])
    encoding = guess.original_encoding or declared or next(iter(EncodingDetector(data).encodings), "utf-8")
    encoding = _known(encoding) or "windows-1252"
    if encoding in ("big5", "big5hkscs", "johab", "gb18030") and _reads_as_korean(data):
        encoding = "cp949"
    return _finish(data.decode(encoding, "replace"), encoding, source, declared=declared)


def _reads_as_korean(data: bytes) -> bool:
    """Whether bytes make Korean syllables throughout: short Korean texts are often taken for Chinese."""
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        return False
    foreign = [c for c in text if not c.isascii()]
    return bool(foreign) and sum("\uac00" <= c <= "\ud7a3" for c in foreign) > 0.8 * len(foreign)


def _declared(data: bytes) -> str:
    match = _DECLARATION.search(data[:4096])
    return _known((match[1] or match[2]).decode("ascii")) if match else ""


def _known(name: str) -> str:
    """The codec for a declared name, or nothing."""
    name = name.lower().strip()
    name = _HTML_NAMES.get(name, name)
    try:
        found = codecs.lookup(name).name
        b"a".decode(found)
    except (LookupError, UnicodeError):
        return ""  # unknown, or no encoding of text
    if found in _NEVER or found.startswith(("utf-16", "utf-32", "iso2022")):
        return ""
    return _HTML_NAMES.get(found, found)


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = data[:2000]
    if len(sample) < 8:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _refuse_binary(data: bytes, source: str) -> None:
    for signature, name in SIGNATURES:
        if data.startswith(signature) and not _is_ascii_text(data):
            raise UnreadableInput(f"{source} is {name}, not an article", hint="Give text, HTML or Markdown")


def _is_ascii_text(data: bytes) -> bool:
    """Whether the beginning is plain text, whatever word it starts with; PDF and RTF are text as well."""
    return not data.startswith((b"%PDF-", b"{\\rtf")) and all(32 <= b < 127 or b in b"\t\n\r" for b in data[:200])


def _finish(text: str, encoding: str, source: str, *, declared: str = "") -> Decoded:
    """Judge decoded text: refuse what is none, report replacements and wrong declarations."""
    findings: list[Finding] = []
    place = Place(file=source)
    replaced = text.count("\ufffd")
    odd = len(_CONTROLS.findall(text[:20_000]))
    if replaced > MOST_REPLACEMENTS * len(text) or odd > 0.05 * min(len(text), 20_000) > 0:
        raise UnreadableInput(f"{source} is no text (it looks like binary data)", hint="Give text, HTML or Markdown")
    if replaced:
        findings.append(rule("encoding.replaced").at(place, count=replaced, used=encoding))
    if declared and declared not in (encoding, "ascii", "windows-1252") and not text.isascii():
        findings.append(rule("encoding.declared-wrong").at(place, declared=declared, used=encoding))
    right = mended(text)
    if right.count:
        findings.append(rule("encoding.repaired").at(place, count=right.count, before=right.before, after=right.after))
    if right.suspect:
        findings.append(rule("encoding.suspect").at(place, text=right.suspect))
    text = right.text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text=text, encoding=encoding, findings=tuple(findings))
