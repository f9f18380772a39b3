"""What a book offers its readers, in plain words: the W3C Accessibility Metadata Display Guide 2.0.

Everything is said by the evidence. Who evaluated the book and which exemptions are claimed no evidence can tell:
that is taken from the package.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ebook.claims import CONFORMS, FEATURE, HAZARD, STANDARD, SUFFICIENT, SUMMARY, Claim
from ebook.evidence import Evidence
from ebook.languages import name_of
from ebook.opened import Opened
from ebook.statement_words import sentence, spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What only the package, or whoever builds the book, can say."""

    standard: str = ""
    certifier: str = ""
    date: str = ""
    credential: str = ""
    report: str = ""
    exemptions: tuple[str, ...] = ()
    summary: str = ""
    summary_language: str = ""
    """Where it is not that of the book."""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of a statement."""

    key: str
    text: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One heading of the guide with its sentences."""

    key: str
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An accessibility statement."""

    language: str
    """The language it is written in; `asked` where there are words for it, else English."""
    asked: str
    sections: tuple[Section, ...]


def known_of(book: Opened) -> Known:
    """What the package says of evaluation and exemption; conformance counts with the name of who evaluated."""
    conformance = next((s for s in book.statements if s.property == CONFORMS and "WCAG" in s.value), None)
    first = {s.property: s.value for s in reversed(book.statements) if s.property.startswith("a11y:")}
    about = {s.id for s in book.statements if s.property in (CONFORMS, "a11y:certifiedBy") and s.id}
    certifier = first.get("a11y:certifiedBy", "")
    return Known(
        standard=conformance.value if conformance is not None and certifier else "",
        certifier=certifier,
        date=next((s.value for s in book.statements if s.property == "dcterms:date" and s.refines in about), ""),
        credential=first.get("a11y:certifierCredential", ""),
        report=next((link.href for link in book.links if link.rel == "a11y:certifierReport"), ""),
        exemptions=tuple(s.value for s in book.statements if s.property == "a11y:exemption"),
        summary=next(iter(book.values(SUMMARY)), ""),
        contact=first.get("a11y:contactEmail", ""),
    )


def known_from(found: Sequence[Claim], contact: str = "") -> Known:
    """The same of a book that is being built: the claims that hold."""
    held = {c.property: c.value for c in found if c.holds}
    return Known(
        standard=held.get(CONFORMS, ""),
        certifier=held.get("a11y:certifiedBy", ""),
        date=held.get("dcterms:date", ""),
        credential=held.get("a11y:certifierCredential", ""),
        report=held.get("a11y:certifierReport", ""),
        summary=held.get(SUMMARY, ""),
        summary_language=next((c.language for c in found if c.property == SUMMARY), ""),
        contact=contact,
    )


Said = Iterator[tuple[str, dict[str, object]]]
"""Keys of sentences with the facts that fill them."""


def statement(evidence: Evidence, found: Sequence[Claim], known: Known, language: str = "") -> Statement:
    """The statement of a book in its language, or in another that is asked for."""
    asked = language or evidence.language or "en"
    held = frozenset((c.property, c.value) for c in found if c.holds)
    sections = (
        ("ways", _ways(evidence, held)),
        ("conformance", _conformance(known)),
        ("navigation", _navigation(evidence, held)),
        ("rich", _rich(evidence, held)),
        ("hazards", _hazards(held)),
        ("legal", _legal(known)),
        ("additional", _additional(evidence, held, asked)),
    )
    made = [
        Section(
            key=key,
            title=sentence(key, asked),
            lines=tuple(
                Line(key=name, text=sentence(name, asked, **facts), language=spoken(asked)) for name, facts in said
            ),
        )
        for key, said in sections
    ]
    if known.summary:
        last = made[-1]
        line = Line(key="summary", text=known.summary, language=known.summary_language or evidence.language)
        made[-1] = Section(key=last.key, title=last.title, lines=(line, *last.lines))
    return Statement(language=spoken(asked), asked=asked, sections=tuple(s for s in made if s.lines))


Held = frozenset[tuple[str, str]]


def _ways(evidence: Evidence, held: Held) -> Said:
    if (FEATURE, "displayTransformability") in held:
        yield "modifiable", {}
    else:
        yield "not-modifiable", {"count": len(evidence.style_limits)}
    if (SUFFICIENT, "textual") in held:
        yield "readable", {}
    else:
        yield "partly-readable", {"count": evidence.lacking_images + len(evidence.without_transcript)}
    if evidence.informative:
        yield "alternatives", {"count": len(evidence.described), "total": evidence.informative}
    if (FEATURE, "synchronizedAudioText") in held:
        yield "synchronised", {}
    if evidence.recordings:
        yield "audio", {"count": evidence.recordings}


def _conformance(known: Known) -> Said:
    if not known.standard:
        yield "no-conformance", {}
        return
    yield "conforms", {"standard": known.standard or STANDARD}
    yield ("certified-on" if known.date else "certified"), {"name": known.certifier, "date": known.date}
    if known.credential:
        yield "credential", {"credential": known.credential}
    if known.report:
        yield "report", {"report": known.report}


def _navigation(evidence: Evidence, held: Held) -> Said:
    said = False
    for value, key in (
        ("tableOfContents", "contents"),
        ("index", "index"),
        ("structuralNavigation", "headings"),
        ("pageNavigation", "digital-pages" if evidence.page_source in ("", "none") else "pages"),
    ):
        if (FEATURE, value) in held:
            said = True
            yield key, {}
    if evidence.glossary:
        said = True
        yield "glossary", {"count": evidence.glossary}
    if not said:
        yield "no-navigation", {}


_RICH = (
    ("MathML", "maths", "formulas"),
    ("latex", "latex", "tex"),
    ("MathML-chemistry", "chemistry", ""),
    ("describedMath", "described-maths", ""),
    ("longDescription", "long-descriptions", "extended"),
    ("closedCaptions", "captions", ""),
    ("audioDescription", "audio-description", ""),
    ("transcript", "transcript", ""),
)
"""Feature, sentence, and the field of the evidence that is counted in it."""


def _rich(evidence: Evidence, held: Held) -> Said:
    said = False
    for value, key, counted in _RICH:
        if (FEATURE, value) in held:
            said = True
            number = len(getattr(evidence, counted)) if counted else evidence.chemistry
            yield key, {"count": number}
    if not said:
        yield "no-rich", {}


_HAZARDS = {
    "none": "no-hazards",
    "unknown": "unknown-hazards",
    "flashing": "flashing",
    "noFlashingHazard": "no-flashing",
    "unknownFlashingHazard": "unknown-flashing",
    "motionSimulation": "motion",
    "noMotionSimulationHazard": "no-motion",
    "sound": "sound",
    "noSoundHazard": "no-sound",
    "unknownSoundHazard": "unknown-sound",
}


def _hazards(held: Held) -> Said:
    for value, key in _HAZARDS.items():
        if (HAZARD, value) in held:
            yield key, {}


def _legal(known: Known) -> Said:
    yield ("exempt" if known.exemptions else "no-legal"), {}


def _names(languages: Sequence[str], asked: str) -> str:
    return ", ".join(dict.fromkeys(name_of(tag, spoken(asked)) for tag in languages))


def _additional(evidence: Evidence, held: Held, asked: str) -> Said:
    if (FEATURE, "ARIA") in held:
        yield "aria", {}
    if (FEATURE, "highContrastDisplay") in held:
        yield "high-contrast", {"ratio": f"{evidence.contrasts[0]:.1f}"}
    if evidence.ruby:
        yield "ruby", {"count": evidence.ruby}
    if evidence.vertical:
        yield "vertical", {}
    if evidence.languages and not evidence.without_language:
        yield "languages", {"names": _names(evidence.languages, asked)}
