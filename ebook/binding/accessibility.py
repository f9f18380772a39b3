"""Accessibility metadata by evidence: from the finished documents to the claims they prove, and no others.

EPUB Accessibility 1.1 §2.2; values from the W3C accessibility discoverability vocabulary. No conformance is
claimed: that needs a person (§2.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ebook.markup import closest, parse_document
from ebook.model import Document, Meta, Resource
from ebook.outline import describes, headings
from ebook.words import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What was counted in the finished book."""

    informative: int = 0
    """Images that carry information; the cover does not count (W3C metadata guide)."""
    undescribed: int = 0
    doubtful: int = 0
    """Images whose text alternative only repeats the caption."""
    left_out: int = 0
    linked_media: int = 0
    formulas: int = 0
    ruby: int = 0
    gaps: int = 0
    """Places where heading levels are skipped."""
    animated: int = 0
    unreached: int = 0
    """Documents that the contents do not reach."""


def gather(documents: Sequence[Document], resources: Sequence[Resource], reached: frozenset[str]) -> Evidence:
    """Count what claims depend on; `reached` holds the documents that the contents link to."""
    counts = dict.fromkeys(
        ("informative", "undescribed", "doubtful", "left_out", "linked_media", "formulas", "ruby", "gaps"), 0
    )
    for document in documents:
        tree = parse_document(document.xhtml)
        for image in tree.iter("img"):
            if image.get("role") in ("presentation", "doc-cover"):
                continue
            counts["informative"] += 1
            alt = image.get("alt", "")
            figure = closest(image, "figure")
            caption = (
                next(("".join(map(str, c.itertext())).strip() for c in figure.iter("figcaption")), "")
                if figure is not None
                else ""
            )
            if not describes(alt):
                counts["undescribed"] += 1
            elif alt.casefold() == caption.casefold():
                counts["doubtful"] += 1
        for element in tree.iter("p", "span"):
            names = element.get("class", "").split()
            counts["left_out"] += "unavailable" in names
            counts["linked_media"] += "linked-media" in names
        counts["formulas"] += sum(1 for _ in tree.iter("math"))
        counts["ruby"] += sum(1 for _ in tree.iter("ruby"))
        levels = [h.level for h in headings(tree)]
        counts["gaps"] += sum(b > a + 1 for a, b in zip([0, *levels], levels, strict=False))
    return Evidence(
        **counts,
        animated=sum(_is_animated(r) for r in resources),
        unreached=sum(d.name not in reached and "nav" not in d.properties for d in documents),
    )


def claims(
    evidence: Evidence, *, language: str, articles: int, guessed_tables: int, restyled: bool
) -> tuple[Meta, ...]:
    """The schema.org properties that the evidence proves; `restyled` says that a style sheet of the user's limits "
    "readers."""
    described = evidence.undescribed == 0 and evidence.doubtful == 0
    complete = described and evidence.left_out == 0
    modes = ["textual"] + (["visual"] if evidence.informative else [])
    features = [
        name
        for name, proven in (
            ("tableOfContents", evidence.unreached == 0),
            ("readingOrder", True),
            ("structuralNavigation", evidence.gaps == 0),
            ("displayTransformability", not restyled),
            ("ARIA", True),
            ("alternativeText", described and evidence.informative > 0),
            ("MathML", evidence.formulas > 0),
            ("rubyAnnotations", evidence.ruby > 0),
        )
        if proven
    ]
    hazards = (
        ["none"] if not evidence.animated else ["unknownFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"]
    )
    found = [Meta(property="schema:accessMode", value=m) for m in modes]
    if complete or (described and not evidence.informative):
        found.append(Meta(property="schema:accessModeSufficient", value="textual"))
    if evidence.informative and not complete:
        found.append(Meta(property="schema:accessModeSufficient", value="textual,visual"))
    found += [Meta(property="schema:accessibilityFeature", value=f) for f in features]
    found += [Meta(property="schema:accessibilityHazard", value=h) for h in hazards]
    found.append(
        Meta(property="schema:accessibilitySummary", value=summary(evidence, language, articles, guessed_tables))
    )
    return tuple(found)


def summary(evidence: Evidence, language: str, articles: int, guessed_tables: int) -> str:
    """What the other properties cannot say, in the language of the book."""
    automatic = (
        say("summary-automatic-one", language) if articles == 1 else say("summary-automatic", language, count=articles)
    )
    sentences = [automatic]
    for key, count in (("summary-undescribed", evidence.undescribed), ("summary-poor", evidence.doubtful)):
        if count:
            sentences.append(say(key, language, count=count, total=evidence.informative))
    for key, count in (
        ("summary-left-out", evidence.left_out),
        ("summary-tables", guessed_tables),
        ("summary-media", evidence.linked_media),
    ):
        if count:
            sentences.append(say(key, language, count=count))
    return " ".join(sentences)


def _is_animated(resource: Resource) -> bool:
    """GIF with several frames, WebP with an animation chunk."""
    if resource.media_type == "image/gif":
        return resource.data.count(b"\x00\x21\xf9\x04") > 1
    if resource.media_type == "image/png":
        return b"acTL" in resource.data[: resource.data.find(b"IDAT")]
    return resource.media_type == "image/webp" and b"ANIM" in resource.data
