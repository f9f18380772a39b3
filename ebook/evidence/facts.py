"""The facts of one book: places where something can be lacking, numbers where only the count matters."""

from __future__ import annotations

from dataclasses import dataclass

from ebook.rules import Place

Places = tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Facts of one book. Places where something can be lacking, numbers where only the count matters."""

    language: str = ""
    words: bool = True
    """Whether there is text at all."""
    documents: int = 1
    """Documents that are read one after the other, without the navigation."""

    described: Places = ()
    decorative: Places = ()
    undescribed: Places = ()
    """Images that carry information and say nothing, those without `alt` among them."""
    poor: Places = ()
    """Images whose text alternative is a file name or a word such as "image"."""
    repeating: Places = ()
    """Images whose text alternative only repeats the caption."""
    without_alt: Places = ()
    covers: int = 0
    """Images of the cover."""
    left_out: Places = ()
    """Pictures of the originals that are not in the book."""
    linked_media: Places = ()
    """Recordings and embedded pages that are a link."""

    audio: Places = ()
    video: Places = ()
    without_transcript: Places = ()
    without_captions: Places = ()
    audio_described: int = 0
    overlaid: int = 0
    """Documents that are read out by a media overlay."""

    formulas: Places = ()
    """MathML."""
    formulas_in_words: int = 0
    """Formulas in MathML with a text of their own."""
    chemistry: int = 0
    tex: Places = ()
    """TeX that stands in the text as it is."""
    formula_images: Places = ()
    formula_images_bare: Places = ()

    tables: Places = ()
    tables_bare: Places = ()
    """Data tables without header cells."""
    ruby: int = 0
    with_ruby: int = 0
    """Ideographs that ruby stands over."""
    without_ruby: int = 0
    """Ideographs that no ruby stands over."""

    headings: int = 0
    heading_gaps: Places = ()
    without_heading: Places = ()
    """Documents without any heading; covers and pages of images alone do not count."""
    contents: int = 0
    """Lines of the table of contents."""
    unreached: Places = ()
    """Documents that the contents do not lead to."""
    chapters_unreached: Places = ()
    """Those of them that open with a heading of their own."""
    out_of_order: Places = ()
    """Lines of the contents that lead back in the reading order."""
    moved_focus: Places = ()
    """Elements with a positive `tabindex`: the order of the keyboard is not that of the text."""
    landmarks: int = 0

    page_marks: Places = ()
    page_marks_mute: Places = ()
    """Page marks without role or label: reading systems cannot tell them."""
    page_list: int = 0
    pages_unlisted: Places = ()
    page_source: str = ""
    """What the page numbers are of, as the package states it."""

    index: int = 0
    """Links of the index."""
    glossary: int = 0
    """Entries of the glossary."""
    abbreviations: int = 0
    abbreviations_bare: Places = ()
    extended: Places = ()
    """Extended descriptions that are linked and there."""
    extended_broken: Places = ()
    roles: int = 0
    languages: tuple[str, ...] = ()
    """Languages that documents and passages are in, the most frequent first."""
    without_language: Places = ()

    animated: Places = ()
    flashing: Places = ()
    unproven_motion: Places = ()
    """What moves and cannot be judged: films, scripts, animations of style sheets and drawings."""
    flashes: int = 0
    """Flashes in the worst second of any picture."""
    scripts: Places = ()

    style_limits: Places = ()
    """What takes the display of the text from the reader."""
    contrasts: tuple[float, ...] = ()
    half_pairs: int = 0
    vertical: bool = False
    spaced: bool | None = None
    """Whether words of a script without spaces are set apart; nothing where the book is in no such script."""
    right_to_left: bool = False

    braille: int = 0
    speech_hints: int = 0
    encrypted: Places = ()

    @property
    def informative(self) -> int:
        """Images that carry information."""
        return len(self.described) + self.lacking_images

    @property
    def lacking_images(self) -> int:
        """Informative images without a description that says something."""
        return len(self.undescribed) + len(self.poor) + len(self.repeating)

    @property
    def recordings(self) -> int:
        """Recordings in the book."""
        return len(self.audio) + len(self.video)
