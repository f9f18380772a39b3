"""What passes between the stages: frozen values of text, numbers, bytes and tuples.

Bodies are well-formed XHTML text, never trees: text crosses processes, lxml elements do not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ebook.rules import Finding


class Kind(StrEnum):
    """What an input turned out to be, judged by its content."""

    TEXT = "text"
    PAGE = "page"
    MARKDOWN = "markdown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who made the book or an article."""

    name: str
    role: str = "aut"
    """MARC relator code: `aut` author, `edt` editor, `trl` translator, `com` compiler."""
    file_as: str = ""
    """The name as it is sorted ("Halloran, Ines"); empty where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of one article. Empty text means: not known."""

    title: str = ""
    subtitle: str = ""
    section: str = ""
    """The label above the headline ("News")."""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    """ISO 8601 date, `YYYY-MM-DD`, or its beginning."""
    modified: str = ""
    language: str = ""
    """BCP 47 tag."""
    url: str = ""
    """Canonical address of the original."""
    licence: str = ""
    description: str = ""
    origins: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """Field to where its value comes from: ("title", "json-ld"); empty where the user or an editor said it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture that came along with an article."""

    reference: str
    """The address as the article's body writes it (`images/map.png`)."""
    data: bytes = field(repr=False)
    media_type: str
    """One of EPUB 3.3's core media types for images (§3.2), or a type still to be converted."""
    width: int = 0
    """Pixels; 0 for drawings (SVG) without a size."""
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """What a person decided about a picture or a wide table, wherever it stands (from `alt.toml`)."""

    picture: str
    """The picture by its bytes: see `pictures.digest`; a table by its words: see `wide_tables.fingerprint`."""
    state: str
    """`accepted`, `described` or `decorative`; empty where only a description was written."""
    alt: str = ""
    article_alt: str = ""
    """The words that the article had when the decision was made."""
    places: int = 1
    """Where the picture stands more than once, places that an author described otherwise keep their words."""
    description: str = ""
    """The extended description."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as it was read: everything is there, nothing is repaired yet."""

    source: str
    """The input as the user named it; for messages and for links between articles."""
    kind: Kind
    body: str = field(repr=False)
    """A well-formed `body` element in the form of `markup.parse`, scripts already gone."""
    base: str = ""
    """Address that its pictures' relative ones are meant from, where the page names another than its own."""
    metadata: Metadata = field(default_factory=Metadata)
    images: tuple[Image, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    """What people decided about pictures, of this article or of others."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One article made into a clean, complete XHTML document."""

    source: str
    metadata: Metadata
    xhtml: str = field(repr=False)
    """A complete, well-formed XHTML document; images keep the address of their `Image`."""
    images: tuple[Image, ...] = ()
    """The images that the document uses."""
    findings: tuple[Finding, ...] = ()
    more: tuple[str, ...] = ()
    """The sources of the further pages of an article that was split over several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An entry found for the glossary."""

    kind: str
    """`abbreviation` or `definition`."""
    term: str
    meaning: str
    """The expansion of an abbreviation, or the definition of a term."""
    score: float = 1.0
    """How sure we are, 0 to 1."""
    language: str = ""
    pronunciation: str = ""
    """How it sounds, in the International Phonetic Alphabet, without slashes."""
    respelling: str = ""
    """How it sounds, in ordinary letters ("eye-PEE"), or the reading of its characters."""
    sentence: str = ""
    """The sentence of the article in which it is explained."""
    source: str = ""
    """Who says so: `marked` by the author, `listed` in a glossary of the page, `found` in the text, `editor`."""
    place: str = ""
    """Where in the book it is explained: `chapter-01.xhtml#explained-1`."""
    articles: tuple[str, ...] = ()
    """The documents that explain it so; outside a book the inputs."""
    is_local: bool = False
    """Whether it holds in these alone: an editor wrote it for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What an editor says of an entry of the glossary (from `glossary.toml` or `glossary.csv`)."""

    term: str
    kind: str = ""
    """`abbreviation` or `definition`; empty: what it is in the article, or looks like."""
    meaning: str = ""
    state: str = ""
    """`stated`: the book says this; `forbidden`: it must not; empty: what articles say holds, with these additions."""
    article: str = ""
    """The input that this is about, or in which it was found; empty: all of them."""
    found_term: str = ""
    found_meaning: str = ""
    """What the article said when the decision was made; empty for an entry of the editor's own."""
    language: str = ""
    pronunciation: str = ""
    respelling: str = ""
    also: tuple[str, ...] = ()
    """Other forms of the term that lead to the same entry ("SDUs")."""
    see: tuple[str, ...] = ()
    """Terms of other entries to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certification:
    """Who vouches that the book conforms, as the editor states it; nothing is claimed by this alone."""

    certifier: str = ""
    """The person or organisation that had the review sheet gone through."""
    credential: str = ""
    report: str = ""
    """Address of the report on the web, or `EVIDENCE`: the one that the build puts into the book."""
    date: str = ""
    """`YYYY-MM-DD`; empty: the day of the last approval."""


EVIDENCE = "evidence.json"
"""The file in the book that holds the report of all checks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What the editor says about the book as a whole (`book.toml`, command line)."""

    title: str = ""
    subtitle: str = ""
    language: str = ""
    publisher: str = ""
    creators: tuple[Person, ...] = ()
    date: str = ""
    description: str = ""
    rights: str = ""
    contact: str = ""
    """Where readers can write to about the book's accessibility: an e-mail or web address."""
    identifier: str = ""
    collection: str = ""
    """Name of the series or set this book belongs to."""
    collection_position: str = ""
    collection_type: str = "series"
    certification: Certification | None = None
    parts: tuple[tuple[str, int], ...] = ()
    """Parts in order, each its title and the number of articles in it; an empty title means none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One XHTML document of the book, finished."""

    name: str
    """File name in the package folder, ASCII."""
    title: str
    xhtml: str = field(repr=False)
    language: str = ""
    properties: tuple[str, ...] = ()
    """Manifest properties (EPUB 3.3 §5.6.2): `mathml`, `nav`…"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Anything in the book that is not an XHTML document."""

    name: str
    media_type: str
    data: bytes = field(repr=False)
    properties: tuple[str, ...] = ()
    linked: bool = False
    """Only the package's metadata link to it: it is in the container and not in the manifest (EPUB 3.3 §5.5.7)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NavPoint:
    """One line of the table of contents, with the lines below it."""

    title: str
    href: str
    language: str = ""
    children: tuple[NavPoint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Meta:
    """One statement of the package document, in order; see `epub` for how it is written."""

    property: str
    """`dc:title`, `schema:accessMode`, `dcterms:modified`…"""
    value: str
    id: str = ""
    refines: str = ""
    scheme: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """One formula of an article as it is said, for whoever reviews the book."""

    source: str
    """The article."""
    words: str
    language: str
    """Of the words."""
    tex: str = ""
    display: bool = False
    """Whether it stands on a line of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The whole book, ready to be written: values only, in their final order."""

    identifier: str
    title: str
    language: str
    direction: str
    """`ltr` or `rtl`: the page progression."""
    modified: str
    """`CCYY-MM-DDThh:mm:ssZ` (EPUB 3.3 §5.5.4)."""
    documents: tuple[Document, ...]
    """In spine order; the navigation document is among them."""
    resources: tuple[Resource, ...]
    contents: tuple[NavPoint, ...]
    landmarks: tuple[tuple[str, str, str], ...]
    """(epub:type, href, title)."""
    meta: tuple[Meta, ...]
    glossary: tuple[Term, ...] = ()
    glossary_names: tuple[str, ...] = ()
    """Every spelling by which an entry of the glossary is known."""
    formulas: tuple[Formula, ...] = ()
    """Every formula in words, in reading order."""
    pages: tuple[NavPoint, ...] = ()
    """The marks of printed pages, in reading order."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How the book looks: one style sheet and the fonts it names."""

    name: str
    title: str
    summary: str
    css: str = field(repr=False)
    fonts: tuple[Resource, ...] = ()
