"""Options of one run: made once from defaults, `book.toml` and the command line, then handed down."""

from __future__ import annotations

from dataclasses import dataclass

from ebook.model import Alternative, Decision

THRESHOLD = 0.75
"""How sure an entry of the glossary must be, by default, to be printed: a wrong one is worse than none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to build; what to build is in `model.Edition`."""

    language: str = ""
    """Language of articles that do not declare one (BCP 47); empty: find out."""
    theme: str = "plain"
    css: str = ""
    """Text of the reader's own style sheet, added after the theme."""
    glossary: bool = True
    glossary_threshold: float = THRESHOLD
    """Entries that are less sure than this, 0 to 1, are left out; an editor's own are always sure."""
    glossary_order: str = ""
    """`file`: entries stand as the editor's file has them; empty: by the alphabet of the book's language."""
    glossary_links: str = "first"
    """Which uses of a term link to its entry: the `first` of each chapter, or `every` one."""
    search_key_map: bool = False
    """Add a search key map, by which a reading system finds the entry of a word in any of its forms."""
    contents_depth: int = 2
    """How many heading levels of each chapter the contents show: 1 is the chapter alone."""
    accessibility_page: bool = False
    """Add a page about the book's accessibility; a contact adds it as well."""
    evidence: bool = False
    """Put the report of all checks beside the book, for machines."""
    spoken_maths: bool = False
    """Set every formula that stands on a line of its own in words below it."""
    check: bool = True
    """Run EPUBCheck on the finished book."""
    modified: str = ""
    """`dcterms:modified` of the book (`CCYY-MM-DDThh:mm:ssZ`); empty: the newest date the sources state."""
    alternatives: tuple[Alternative, ...] = ()
    """What people decided about pictures (`alt.toml`)."""
    decisions: tuple[Decision, ...] = ()
    """What an editor decided about the glossary (`glossary.toml`), in the order of the file."""
    jobs: int = 1
    """Processes that read and normalise side by side."""
    max_bytes: int = 64 * 1024 * 1024
    """Larger inputs are refused."""
    max_pixels: int = 40_000_000
    """Larger images are scaled down."""
