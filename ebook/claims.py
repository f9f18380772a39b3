"""From what was counted in a book to what may be said of it: one pure function, for building and for checking.

EPUB Accessibility 1.1 §2.2 and §2.3; values from the schema.org accessibility properties vocabulary of the W3C.
A claim *holds* where the evidence proves it and is *refuted* where the evidence speaks against it; in between
nothing is proven, and nothing is stated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ebook.evidence import Evidence, Places
from ebook.model import Meta
from ebook.words import say, spoken

MODE = "schema:accessMode"
SUFFICIENT = "schema:accessModeSufficient"
FEATURE = "schema:accessibilityFeature"
HAZARD = "schema:accessibilityHazard"
SUMMARY = "schema:accessibilitySummary"
CONFORMS = "dcterms:conformsTo"
STANDARD = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
"""The form of EPUB Accessibility 1.1 §2.3.2; checkers know no later one (docs/decisions/0015)."""
ENHANCED = 7.0
"""Contrast of WCAG 1.4.6."""
DEPRECATED = frozenset("annotations bookmarks captions printPageNumbers ChemML taggedPDF".split())
"""Features that the vocabulary has given up, or that no EPUB can have."""
NOTHING = frozenset(("none", "unknown"))
"""Values that stand alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement that could be made of a book, with its proof or what is missing."""

    property: str
    value: str
    holds: bool
    """Whether the evidence proves it."""
    proof: str
    """What was counted, as a sentence."""
    lacking: Places = ()
    """Where something is missing that would be needed."""
    refuted: bool = False
    """Whether the evidence speaks against it: who states it says something false."""
    id: str = ""
    refines: str = ""
    language: str = ""
    """Where its words are not in the language of the book."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How a book of ours was made; what its documents cannot tell."""

    articles: int = 1
    guessed_tables: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A person's word that the review sheet was gone through."""

    certifier: str
    date: str
    """ISO 8601, `YYYY-MM-DD`."""
    credential: str = ""
    report: str = ""
    """Address of the report: in the book or on the web."""


def claims(
    evidence: Evidence,
    *,
    making: Making | None = None,
    approval: Approval | None = None,
    failing: Sequence[str] = (),
) -> tuple[Claim, ...]:
    """Every claim of the vocabulary with its proof, in the order in which a package states them.

    `making` gives the summary of a book of ours; without it there is none. Conformance is claimed only with an
    `approval` and where no machine-checkable rule is `failing` (their ids).
    """
    return (
        *_modes(evidence),
        *_sufficient(evidence),
        *_features(evidence),
        *_hazards(evidence),
        *_summary(evidence, making, approval),
        *_pages(evidence, making),
        *_conformance(approval, failing),
    )


def stated(found: Sequence[Claim]) -> tuple[Meta, ...]:
    """The statements of the package that the proven claims make."""
    return tuple(
        Meta(property=c.property, value=c.value, id=c.id, refines=c.refines, language=c.language)
        for c in found
        if c.holds
    )


def _of(count: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def _modes(evidence: Evidence) -> Iterator[Claim]:
    """Which senses the content needs as it is (W3C package metadata guide)."""
    images, sounds, films = evidence.informative, evidence.recordings, len(evidence.video)
    drawn = len(evidence.formula_images)
    shown = images + films + evidence.covers + len(evidence.decorative)
    for value, holds, refuted, proof in (
        ("textual", evidence.words, not evidence.words, "The book has text" if evidence.words else "There is no text"),
        (
            "visual",
            images + films > 0,
            shown == 0,  # a cover or decoration needs no eyes, but who states it says nothing false
            f"{_of(images, 'informative image')} beside the cover, {_of(films, 'film')}",
        ),
        (
            "auditory",
            sounds > 0,
            not sounds and not evidence.overlaid,
            f"{_of(sounds, 'recording')} in the book, {_of(evidence.overlaid, 'document')} read out",
        ),
        ("mathOnVisual", drawn > 0, shown == 0, f"{_of(drawn, 'image of a formula', 'images of formulas')}"),
    ):
        yield Claim(property=MODE, value=value, holds=holds, refuted=refuted, proof=proof)
    yield Claim(property=MODE, value="tactile", holds=False, refuted=not evidence.braille, proof=_braille(evidence))


def _braille(evidence: Evidence) -> str:
    return f"{_of(evidence.braille, 'file in braille', 'files in braille')}"


def _sufficient(evidence: Evidence) -> Iterator[Claim]:
    """The least set of senses with which nothing is lost."""
    bare = (*evidence.undescribed, *evidence.poor, *evidence.repeating)
    silent = evidence.without_transcript
    said = (
        f"{len(evidence.described)} of {_of(evidence.informative, 'informative image')} described, "
        f"{evidence.recordings - len(silent)} of {_of(evidence.recordings, 'recording')} with a transcript"
    )
    reads = evidence.words and not bare and not silent
    yield Claim(property=SUFFICIENT, value="textual", holds=reads, refuted=not reads, proof=said, lacking=bare + silent)
    heard = evidence.recordings + evidence.overlaid
    yield Claim(property=SUFFICIENT, value="auditory", holds=False, refuted=not heard, proof=said)
    films = [p for p in silent if p in evidence.video]
    needed = ["textual"] * evidence.words + ["visual"] * bool(bare or films) + ["auditory"] * bool(silent)
    both = ",".join(needed)
    if both != "textual" and needed:
        yield Claim(property=SUFFICIENT, value=both, holds=True, proof=f"{said}; the rest must be seen or heard")


def _features(evidence: Evidence) -> Iterator[Claim]:
    for value, (holds, refuted, proof, lacking) in _earned(evidence).items():
        yield Claim(property=FEATURE, value=value, holds=holds, refuted=refuted, proof=proof, lacking=lacking)


Answer = tuple[bool, bool, str, Places]
"""Whether a feature is proven, whether it is refuted, the proof, what is lacking."""


def _present(count: int, one: str, many: str = "", *, lacking: Places = (), complete: bool = True) -> Answer:
    """A feature that is there or is not; with `lacking` it is there in part, which refutes only if nothing is there."""
    missing = f", {len(lacking)} lacking" if lacking else ""
    return count > 0 and complete and not lacking, count == 0, f"{_of(count, one, many)}{missing}", lacking


def _absent(there: bool, what: str) -> Answer:
    """A feature that no machine can prove: false where the thing it needs is not there."""
    return False, not there, f"There is {'some' if there else 'no'} {what} in the book", ()


def _earned(evidence: Evidence) -> dict[str, Answer]:
    """Every feature of the vocabulary."""
    return {**_of_structure(evidence), **_of_content(evidence), **_of_recordings(evidence), **_of_display(evidence)}


def _of_structure(evidence: Evidence) -> dict[str, Answer]:
    gaps = (*evidence.heading_gaps, *evidence.without_heading)
    pages, mute = len(evidence.page_marks), evidence.page_marks_mute
    disorder = (*evidence.out_of_order, *evidence.moved_focus)
    unreached = len(evidence.unreached)
    listed = evidence.page_list
    return {
        "tableOfContents": (
            evidence.contents > 0 and not unreached,
            not evidence.contents or bool(evidence.chapters_unreached),
            f"The contents have {_of(evidence.contents, 'line')} and lead to all but {unreached} of "
            f"{_of(evidence.documents, 'document')}",
            evidence.unreached,
        ),
        "readingOrder": (
            evidence.contents > 0 and not disorder,
            bool(disorder),
            f"{_of(evidence.documents, 'document')} in one order; {_of(len(disorder), 'place')} where contents or "
            "keyboard go another way",
            disorder,
        ),
        "structuralNavigation": (
            evidence.headings > 0 and not gaps,
            bool(gaps) or not evidence.headings,
            f"{_of(evidence.headings, 'heading')}; {_of(len(evidence.heading_gaps), 'place')} where a level is "
            f"skipped, {_of(len(evidence.without_heading), 'document')} without any",
            gaps,
        ),
        "index": _present(evidence.index, "link of an index", "links of an index"),
        "pageBreakMarkers": _present(pages, "page mark", lacking=mute),
        "pageNavigation": (
            listed > 0 and not evidence.pages_unlisted,
            listed == 0,
            f"The page list has {_of(listed, 'page')}; {_of(len(evidence.pages_unlisted), 'page mark')} not in it",
            evidence.pages_unlisted,
        ),
        "ARIA": _present(evidence.roles, "role"),
    }


def _of_content(evidence: Evidence) -> dict[str, Answer]:
    bare = (*evidence.undescribed, *evidence.poor, *evidence.repeating)
    formulas, drawn = len(evidence.formulas), len(evidence.formula_images)
    worded = evidence.formulas_in_words + drawn - len(evidence.formula_images_bare)
    ruby_complete = evidence.with_ruby > 0 and not evidence.without_ruby
    return {
        "alternativeText": (
            bool(evidence.described) and not bare,
            bool(bare) or not evidence.informative,
            f"{len(evidence.described)} of {_of(evidence.informative, 'informative image')} with a text alternative, "
            f"{len(evidence.without_alt)} without alt; {len(evidence.decorative)} decorative",
            bare,
        ),
        "longDescription": _present(len(evidence.extended), "extended description", lacking=evidence.extended_broken),
        "MathML": _present(formulas, "formula in MathML", "formulas in MathML"),
        "MathML-chemistry": _present(evidence.chemistry, "chemical formula in MathML", "chemical formulas in MathML"),
        "latex": _present(len(evidence.tex), "passage of TeX", "passages of TeX"),
        "describedMath": (
            0 < worded == formulas + drawn,
            worded == 0,
            f"{worded} of {_of(formulas + drawn, 'formula')} with a text of its own",
            evidence.formula_images_bare,
        ),
        "rubyAnnotations": _present(evidence.ruby, "word with ruby", "words with ruby", complete=not ruby_complete),
        "fullRubyAnnotations": (
            evidence.ruby > 0 and ruby_complete,
            not evidence.ruby or not ruby_complete,
            f"{evidence.with_ruby} ideographs with ruby, {evidence.without_ruby} without",
            (),
        ),
        "braille": _present(evidence.braille, "file in braille", "files in braille", complete=False),
        "tactileGraphic": _absent(False, "tactile graphic"),
        "tactileObject": _absent(False, "tactile object"),
        "ttsMarkup": _present(evidence.speech_hints, "hint for speech", "hints for speech", complete=False),
    }


def _of_recordings(evidence: Evidence) -> dict[str, Answer]:
    films, all_ = len(evidence.video), evidence.recordings
    read_out = evidence.overlaid
    return {
        "transcript": (
            all_ > 0 and not evidence.without_transcript,
            all_ == len(evidence.without_transcript),
            f"{all_ - len(evidence.without_transcript)} of {_of(all_, 'recording')} with a transcript",
            evidence.without_transcript,
        ),
        "closedCaptions": (
            films > 0 and not evidence.without_captions,
            films == len(evidence.without_captions),
            f"{films - len(evidence.without_captions)} of {_of(films, 'film')} with captions",
            evidence.without_captions,
        ),
        "audioDescription": (
            0 < films == evidence.audio_described,
            not evidence.audio_described,
            f"{evidence.audio_described} of {_of(films, 'film')} with an audio description",
            (),
        ),
        "synchronizedAudioText": (
            0 < read_out >= evidence.documents,
            not read_out,
            f"{read_out} of {_of(evidence.documents, 'document')} read out by a media overlay",
            (),
        ),
        "openCaptions": _absent(films > 0, "film"),
        "signLanguage": _absent(films > 0, "film"),
        "highContrastAudio": _absent(all_ > 0 or read_out > 0, "recording"),
        "timingControl": _absent(all_ > 0 or bool(evidence.scripts), "recording or script"),
    }


def _of_display(evidence: Evidence) -> dict[str, Answer]:
    limits, pairs = evidence.style_limits, evidence.contrasts
    least = f"{pairs[0]:.1f}:1" if pairs else "none set"
    unspaced = evidence.spaced is not None
    upright = evidence.language.split("-")[0].lower() in ("ja", "zh", "ko", "mn")
    return {
        "displayTransformability": (
            not limits,
            bool(limits),
            f"{_of(len(limits), 'place')} where sizes are fixed, text is clipped, or the reader's choice is overruled",
            limits,
        ),
        "highContrastDisplay": (
            bool(pairs) and pairs[0] >= ENHANCED and not evidence.half_pairs,
            bool(pairs) and pairs[0] < ENHANCED,
            f"{_of(len(pairs), 'pair')} of text colour and ground, the least contrast {least}; "
            f"{_of(evidence.half_pairs, 'rule')} with one of the two or a colour that is not known",
            (),
        ),
        "horizontalWriting": (
            upright and not evidence.vertical,
            evidence.vertical,
            f"The style sheets set {'vertical' if evidence.vertical else 'horizontal'} lines",
            (),
        ),
        "verticalWriting": (
            evidence.vertical,
            not evidence.vertical,
            f"The style sheets set {'vertical' if evidence.vertical else 'horizontal'} lines",
            (),
        ),
        "withAdditionalWordSegmentation": (
            evidence.spaced is True,
            evidence.spaced is False,
            "Words of a script without spaces are set apart" if evidence.spaced else "No words are set apart",
            (),
        ),
        "withoutAdditionalWordSegmentation": (
            unspaced and not evidence.spaced,
            evidence.spaced is True,
            "Words of a script without spaces run on" if unspaced else "No text in a script without spaces",
            (),
        ),
        "unlocked": (
            False,
            bool(evidence.encrypted),
            f"{_of(len(evidence.encrypted), 'encrypted file')}; whether a shop adds a lock is not known here",
            evidence.encrypted,
        ),
    }


def _hazards(evidence: Evidence) -> Iterator[Claim]:
    """`none`, or all three; `unknown` stands for all where something moves that cannot be judged.

    Never `unknownMotionSimulationHazard`: Ace 1.4.6 misspells it in its list and calls the right value wrong.
    """
    unproven, sounds, flashing = evidence.unproven_motion, evidence.recordings, evidence.flashing
    moving = len(evidence.animated)
    flashes = (
        f"{_of(moving, 'moving picture')}, {_of(evidence.flashes, 'flash', 'flashes')} in the worst second (three are "
        f"allowed); {_of(len(unproven), 'film, script or animation', 'films, scripts or animations')} not judged"
    )
    motion = (
        f"{_of(moving, 'moving picture')}, standing in the text and following no movement; {len(unproven)} not judged"
    )
    sound = f"{_of(sounds, 'recording')}"
    pictures = all(p.file in {a.file for a in evidence.animated} for p in unproven)
    if flashing:
        chosen = ["flashing", "noMotionSimulationHazard" if pictures else "motionSimulation"]
        # a film beside a flashing picture: motion is not proven, and a warning too many is safer than one too few
        chosen.append("unknownSoundHazard" if sounds else "noSoundHazard")
    elif unproven and not pictures:
        chosen = ["unknown"]
    elif unproven or sounds:
        chosen = ["unknownFlashingHazard" if unproven else "noFlashingHazard", "noMotionSimulationHazard"]
        chosen.append("unknownSoundHazard" if sounds else "noSoundHazard")
    elif moving:
        chosen = ["noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"]
    else:
        chosen = ["none"]
    quiet = not unproven and not sounds and not flashing
    for value, false, proof, places in (
        ("none", bool(flashing), f"{flashes}; {sound}", flashing or unproven),
        ("flashing", not unproven and not flashing, flashes, ()),
        ("noFlashingHazard", bool(flashing), flashes, flashing),
        ("unknownFlashingHazard", False, flashes, unproven),
        ("motionSimulation", not moving and not unproven, motion, ()),
        ("noMotionSimulationHazard", False, motion, unproven),
        ("unknownMotionSimulationHazard", False, motion, unproven),
        ("sound", not sounds and not evidence.scripts and not evidence.overlaid, sound, ()),
        ("noSoundHazard", False, sound, ()),
        ("unknownSoundHazard", False, sound, ()),
        ("unknown", False, "Not known where nothing was judged" if quiet else flashes, ()),
    ):
        yield Claim(
            property=HAZARD, value=value, holds=value in chosen, refuted=false, proof=proof, lacking=tuple(places)
        )


def _summary(evidence: Evidence, making: Making | None, approval: Approval | None) -> Iterator[Claim]:
    if making is None:
        return
    own = spoken(evidence.language)
    yield Claim(
        property=SUMMARY,
        value=summary(evidence, making, approval),
        holds=True,
        proof="What the other statements cannot say",
        language=own if own != evidence.language.split("-")[0].lower() else "",
    )


def summary(evidence: Evidence, making: Making, approval: Approval | None = None) -> str:
    """What the other properties cannot say, in the language of the book."""
    language, count = evidence.language, making.articles
    one = "-one" if count == 1 else ""
    if approval is None:
        sentences = [say(f"summary-automatic{one}", language, count=count)]
    else:
        sentences = [say(f"claims-reviewed{one}", language, count=count, name=approval.certifier)]
    for key, number, total in (
        ("summary-undescribed", len(evidence.undescribed) + len(evidence.poor), evidence.informative),
        ("summary-poor", len(evidence.repeating), evidence.informative),
        ("summary-left-out", len(evidence.left_out), 0),
        ("summary-tables", 0 if approval else making.guessed_tables, 0),
        ("summary-media", len(evidence.linked_media), 0),
        ("claims-without-transcript", len(evidence.without_transcript), evidence.recordings),
    ):
        if number:
            sentences.append(say(key, language, count=number, total=total))
    return " ".join(sentences)


def _pages(evidence: Evidence, making: Making | None) -> Iterator[Claim]:
    """Where page numbers come from; needed with a page list (EPUB 3.4, pageBreakSource).

    The marks of our own books are of the digital edition unless somebody says otherwise; of others it is not known.
    """
    if evidence.page_marks or evidence.page_list:
        source = evidence.page_source or "none"
        marks = _of(len(evidence.page_marks), "page mark")
        yield Claim(
            property="pageBreakSource",
            value=source,
            holds=bool(evidence.page_source) or making is not None,
            proof=f"{marks}; source: {evidence.page_source or 'not stated'}",
        )


def _conformance(approval: Approval | None, failing: Sequence[str]) -> Iterator[Claim]:
    """Conformance needs a person's word and rules without failure (EPUB Accessibility 1.1 §2.3)."""
    if approval is None:
        proof = "Nobody has approved the review sheet" + (f"; failing: {', '.join(failing)}" if failing else "")
        yield Claim(property=CONFORMS, value=STANDARD, holds=False, proof=proof)
        return
    holds = not failing
    proof = f"Approved by {approval.certifier} on {approval.date}; " + (
        f"failing: {', '.join(failing)}" if failing else "no machine-checkable rule fails"
    )
    for property_, value, id_, refines in (
        (CONFORMS, STANDARD, "conformance", ""),
        ("a11y:certifiedBy", approval.certifier, "certifier", "conformance"),
        ("dcterms:date", approval.date, "", "certifier"),
        ("a11y:certifierCredential", approval.credential, "", "certifier"),
        ("a11y:certifierReport", approval.report, "", "certifier"),
    ):
        if value:
            yield Claim(property=property_, value=value, holds=holds, proof=proof, id=id_, refines=refines)
