"""The codes that shops read: ONIX for Books, code lists 196 (accessibility) and 143 (hazards), from the same evidence.

https://ns.editeur.org/onix/en/196 and /143; features go into `ProductFormFeatureType` 09, hazards into 12.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ebook.claims import FEATURE, HAZARD, SUFFICIENT, Claim
from ebook.evidence import Evidence
from ebook.statement import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One `ProductFormFeature`."""

    type: str
    """`09` accessibility (list 196), `12` hazard (list 143)."""
    value: str
    meaning: str
    description: str = ""

    def as_json(self) -> dict[str, Any]:
        """The shape of `ebook check --statement --json`."""
        codes = {"type": self.type, "value": self.value, "meaning": self.meaning}
        return codes | ({"description": self.description} if self.description else {})


OF_CLAIMS: tuple[tuple[str, str, str, str], ...] = (
    (FEATURE, "displayTransformability", "36", "All textual content can be modified"),
    (FEATURE, "tableOfContents", "11", "Table of contents navigation"),
    (FEATURE, "index", "12", "Index navigation"),
    (FEATURE, "readingOrder", "13", "Single logical reading order"),
    (FEATURE, "alternativeText", "14", "Short alternative textual descriptions"),
    (FEATURE, "longDescription", "15", "Full alternative textual descriptions"),
    (FEATURE, "MathML", "17", "Accessible maths content as MathML"),
    (FEATURE, "latex", "35", "Accessible maths content as LaTeX"),
    (FEATURE, "describedMath", "53", "Textual descriptions of maths content"),
    (FEATURE, "MathML-chemistry", "34", "Accessible chemistry content as MathML"),
    (FEATURE, "pageNavigation", "41", "Page list navigation"),
    (FEATURE, "synchronizedAudioText", "20", "Synchronised pre-recorded audio"),
    (FEATURE, "structuralNavigation", "29", "Next / previous structural navigation"),
    (FEATURE, "ARIA", "30", "ARIA roles provided"),
    (FEATURE, "highContrastDisplay", "37", "Use of ultra-high contrast between text and background"),
    (SUFFICIENT, "textual", "52", "All non-decorative content supports reading without sight"),
    (SUFFICIENT, "auditory", "51", "All non-decorative content supports reading via pre-recorded audio"),
)
"""Property and value of a claim that holds, code of list 196, its meaning."""

OF_HAZARDS: dict[str, tuple[tuple[str, str], ...]] = {
    "none": (("00", "No known hazards or warnings"),),
    "flashing": (("13", "Warning: flashing hazard"),),
    "noFlashingHazard": (("14", "No flashing hazard warning necessary"),),
    "sound": (("15", "Warning: sound hazard"),),
    "noSoundHazard": (("16", "No sound hazard warning necessary"),),
    "motionSimulation": (("17", "Warning: motion simulation hazard"),),
    "noMotionSimulationHazard": (("18", "No motion simulation hazard warning necessary"),),
    "unknownFlashingHazard": (("24", "Flashing hazard unknown"),),
    "unknownSoundHazard": (("25", "Sound hazard unknown"),),
    "unknown": (
        ("24", "Flashing hazard unknown"),
        ("25", "Sound hazard unknown"),
        ("26", "Motion simulation hazard unknown"),
    ),
}
"""Hazards of the package to codes of list 143."""

OF_EVIDENCE: tuple[tuple[Callable[[Evidence], bool], str, str], ...] = (
    (lambda e: bool(e.page_marks) and e.page_source not in ("", "none"), "19", "Print-equivalent page numbering"),
    (lambda e: e.documents > 0 and not e.without_language, "22", "Language tagging provided"),
    (
        lambda e: bool(e.contrasts) and e.contrasts[0] >= 4.5 and not e.half_pairs,
        "26",
        "Use of high contrast between text and background",
    ),
    (lambda e: e.landmarks > 0, "32", "Landmark navigation"),
    (lambda e: e.glossary > 0 and not e.abbreviations_bare, "38", "Glossary or explanations of abbreviations"),
)
"""What the evidence alone proves."""

LEVELS = (("EPUB Accessibility 1.1", "04"), ("WCAG 2.0", "80"), ("WCAG 2.1", "81"), ("WCAG 2.2", "82"))
GRADES = (("Level AAA", "86"), ("Level AA", "85"), ("Level A", "84"))
EXEMPTIONS = {
    "eaa-microenterprise": ("75", "EAA exception 1: micro-enterprises"),
    "eaa-disproportionate-burden": ("76", "EAA exception 2: disproportionate burden"),
    "eaa-fundamental-alteration": ("77", "EAA exception 3: fundamental modification"),
}


def onix(evidence: Evidence, found: Sequence[Claim], known: Known) -> tuple[Code, ...]:
    """The codes that hold for a book, those of list 196 before those of list 143."""
    features = sorted((*_features(evidence, found), *_known(known)), key=lambda code: code.value)
    hazards = [
        Code(type="12", value=value, meaning=meaning)
        for claim in found
        if claim.property == HAZARD and claim.holds
        for value, meaning in OF_HAZARDS[claim.value]
    ]
    return (*features, *hazards)


def _features(evidence: Evidence, found: Sequence[Claim]) -> Iterator[Code]:
    held = {(c.property, c.value) for c in found if c.holds}
    for property_, value, code, meaning in OF_CLAIMS:
        if (property_, value) in held:
            yield Code(type="09", value=code, meaning=meaning)
    for holds, code, meaning in OF_EVIDENCE:
        if holds(evidence):
            yield Code(type="09", value=code, meaning=meaning)


def _known(known: Known) -> Iterator[Code]:
    if known.summary:
        yield Code(type="09", value="00", meaning="Accessibility summary", description=known.summary)
    if known.standard:
        grade = next(((code, text) for text, code in GRADES if known.standard.endswith(text)), None)
        for text, code in LEVELS:
            if text in known.standard:
                yield Code(type="09", value=code, meaning=text)
        if grade is not None:
            yield Code(type="09", value=grade[0], meaning=f"WCAG {grade[1].lower()}")
    for value, meaning, text in (
        ("90", "Compliance certification by", known.certifier),
        ("91", "Latest accessibility assessment date", known.date.replace("-", "")),
        (
            "96",
            "Publisher's web page for detailed accessibility information",
            known.report if "://" in known.report else "",
        ),
        ("99", "Publisher contact for further accessibility information", known.contact),
    ):
        if text and (known.standard or value == "99"):
            yield Code(type="09", value=value, meaning=meaning, description=text)
    for name in known.exemptions:
        if name in EXEMPTIONS:
            yield Code(type="09", value=EXEMPTIONS[name][0], meaning=EXEMPTIONS[name][1])
