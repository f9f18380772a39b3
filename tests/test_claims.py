"""Claims: every one true and none missing, for small books with and without each property.

A case is a book and what differs from a plain book of text: features more and less, modes, ways of reading, hazards.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from ebook.checks import epubcheck
from ebook.checks.claims import check_claims
from ebook.claims import (
    CONFORMS,
    DEPRECATED,
    FEATURE,
    HAZARD,
    MODE,
    STANDARD,
    SUFFICIENT,
    SUMMARY,
    Approval,
    Making,
    claims,
    stated,
)
from ebook.evidence import gather
from tests.claimed import PICTURE, epub, metas, moving, opened, picture

PLAIN = frozenset("tableOfContents readingOrder structuralNavigation displayTransformability ARIA".split())
ALL_QUIET = frozenset(("noFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"))
MAP = f'<img src="{PICTURE}" alt="A map of the river from the weir to the sea"/>'
BARE = f'<img src="{PICTURE}"/>'
MATHS = '<math xmlns="http://www.w3.org/1998/Math/MathML"{}><mi>Q</mi><mo>=</mo><mi>v</mi></math>'
SOUND, FILM = {"a.mp3": b"x"}, {"a.mp4": b"x", "a.vtt": b"WEBVTT\n"}
TRANSCRIPT = '<p><a href="two.xhtml">Transcript of the recording</a></p>'
MARK = '<span epub:type="pagebreak" role="doc-pagebreak" id="p1" aria-label="1"></span>'
PAGE_LIST = '<nav epub:type="page-list" role="doc-pagelist"><ol><li><a href="one.xhtml#p1">1</a></li></ol></nav>'
CHART = f'<figure><img src="{PICTURE}" alt="Chart of levels, rising" aria-details="d"/><figcaption>Levels <a id="d" href="two.xhtml#x">Description</a></figcaption></figure>'
RUBY = "<p><ruby>川<rt>かわ</rt></ruby>{}</p>"
SMIL = b'<smil xmlns="http://www.w3.org/ns/SMIL" version="3.0"><body><par><text src="one.xhtml#h"/></par></body></smil>'


@dataclass(frozen=True, kw_only=True)
class Case:
    """A book and what is true of it."""

    name: str
    book: Mapping[str, Any] = field(default_factory=dict)
    more: str = ""
    less: str = ""
    modes: str = "textual"
    ways: str = "textual"
    hazards: frozenset[str] = frozenset(("none",))


def case(name: str, body: str = "", **rest: Any) -> Case:
    known = {k: rest.pop(k) for k in ("more", "less", "modes", "ways", "hazards") if k in rest}
    return Case(name=name, book={**({"body": body} if body else {}), **rest}, **known)


SEEN = {"modes": "textual visual"}
UNSEEN = {"modes": "textual visual", "ways": "textual,visual"}
CASES = (
    case("text alone"),
    # images
    case("a described image", MAP, more="alternativeText", **SEEN),
    case("an image without alt", BARE, **UNSEEN),
    case("one of two described", MAP + BARE, **UNSEEN),
    case("an undescribed image that says so", f'<img src="{PICTURE}" alt="Undescribed image"/>', **UNSEEN),
    case("the same in French", f'<img src="{PICTURE}" alt="Image sans description"/>', **UNSEEN),
    case("a file name for a description", f'<img src="{PICTURE}" alt="DSC_0042.jpg"/>', **UNSEEN),
    case("the word image for a description", f'<img src="{PICTURE}" alt="image"/>', **UNSEEN),
    case("a caption repeated", f'<figure><img src="{PICTURE}" alt="The weir"/><figcaption>The weir</figcaption></figure>', **UNSEEN),
    case("a caption that adds", f'<figure>{MAP}<figcaption>The river</figcaption></figure>', more="alternativeText", **SEEN),
    case("decoration by an empty alt", f'<p>x <img src="{PICTURE}" alt=""/></p>'),
    case("decoration by role", f'<p><img src="{PICTURE}" alt="" role="presentation"/></p>'),
    case("decoration beside a description", f'{MAP}<img src="{PICTURE}" alt=""/>', more="alternativeText", **SEEN),
    case("an empty alt with a caption", f'<figure><img src="{PICTURE}" alt=""/><figcaption>The weir</figcaption></figure>', **UNSEEN),
    case("an empty alt that a link is made of", f'<p><a href="two.xhtml"><img src="{PICTURE}" alt=""/></a></p>', **UNSEEN),
    case("an empty alt beside words of a link", f'<p><a href="two.xhtml"><img src="{PICTURE}" alt=""/> Two</a></p>'),
    case("a cover", f'<img src="{PICTURE}" role="doc-cover" alt="Cover: The river"/>'),
    case("a cover by the manifest", f'<img src="{PICTURE}" alt="Cover"/>', properties={PICTURE: "cover-image"}),
    case("a drawing with a title", '<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>A gauge at two metres</title></svg>', more="alternativeText", **SEEN),
    case("a drawing without a name", '<svg xmlns="http://www.w3.org/2000/svg" role="img"><path d="M0 0"/></svg>', **UNSEEN),
    case("a hidden drawing", '<svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true"><path d="M0 0"/></svg>'),
    case("a picture that was left out", '<p class="unavailable">Image not included: the weir at noon</p>'),
    case("a recording that is a link", '<p class="linked-media"><a href="https://example.org/v">Video: the flood</a></p>'),
    # extended descriptions
    case("an extended description", CHART, second='<section id="x"><h2>Chart</h2><p>2.1 m</p></section>', more="alternativeText longDescription", **SEEN),
    case("one that is not there", CHART, more="alternativeText", **SEEN),
    case("one that the image names", f'<img src="{PICTURE}" alt="Chart of levels, rising" aria-describedby="t"/><p id="t">2.1 m</p>', more="alternativeText longDescription", **SEEN),
    # mathematics
    case("a formula", f"<p>{MATHS.format('')}</p>", more="MathML"),
    case("a formula with words", f"<p>{MATHS.format(' alttext=' + chr(34) + 'Q equals v' + chr(34))}</p>", more="MathML describedMath"),
    case("one formula named and said, one without words", f"<p>{MATHS.format(' alttext=' + chr(34) + 'Q equals v' + chr(34))} {MATHS.format('')}</p><p class='spoken-formula'>In words: Q equals v</p>", more="MathML"),
    case("a caption is no extended description", f'<figure><img src="{PICTURE}" alt="Chart of levels, rising" aria-describedby="c"/><figcaption id="c">Levels</figcaption></figure>', more="alternativeText", modes="textual visual"),
    case("any details in a figure are no description", f'<figure>{MAP}<figcaption>The river</figcaption><details><summary>Code</summary><p>x</p></details></figure>', more="alternativeText", modes="textual visual"),
    case("motion in a style attribute", '<p style="animation: f 1s infinite">Rain.</p>', hazards=frozenset(("unknown",))),
    case("a formula with a line that says it", f"<p>{MATHS.format('')}</p><p class='spoken-formula'>The formula in words: Q equals v</p>", more="MathML describedMath"),
    case("two formulas, one with a line that says it", f"<p>{MATHS.format('')} {MATHS.format('')}</p><p class='spoken-formula'>In words: Q equals v</p>", more="MathML"),
    case("an image of a formula, described", f'<p><img class="math" src="{PICTURE}" alt="Q equals v times A"/></p>', more="alternativeText describedMath", modes="textual visual mathOnVisual"),
    case("an image of a formula, bare", f'<p><img class="math" src="{PICTURE}"/></p>', modes="textual visual mathOnVisual", ways="textual,visual"),
    case("TeX in the text", r"<p>So \(Q = v A\) holds.</p>", more="latex"),
    case("TeX in a listing", r"<pre><code>\frac{1}{2}</code></pre>"),
    case("chemistry", '<p><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mi>H</mi><annotation encoding="application/x-tex">\\ce{H2O}</annotation></semantics></math></p>', more="MathML MathML-chemistry"),
    # tables, headings, order, ways
    case("a table", "<table><tr><th>A</th></tr><tr><td>1</td></tr></table>"),
    case("a table without header cells", "<table><tr><td>1</td></tr></table>"),
    case("a skipped heading", "<h3>Deep</h3>", less="structuralNavigation"),
    case("nested headings", "<h2>Part</h2><h3>Deep</h3>"),
    case("a document without headings", whole="<p>Words and no heading</p>", less="structuralNavigation ", more=""),
    case("a cover page without headings", whole=f'<section epub:type="cover"><p><img src="{PICTURE}" role="doc-cover" alt="Cover: The river"/></p></section>'),
    case("contents that miss a chapter", toc=("one.xhtml",), less="tableOfContents"),
    case("contents in another order", toc=("two.xhtml", "one.xhtml"), less="readingOrder"),
    case("an order of the keyboard", '<p><a href="two.xhtml" tabindex="3">Two</a></p>', less="readingOrder"),
    case("an index", '<section epub:type="index" role="doc-index"><ul><li><a href="two.xhtml">Weir</a></li></ul></section>', more="index"),
    case("an index without links", '<section epub:type="index" role="doc-index"><ul><li>Weir, 3</li></ul></section>'),
    case("a glossary", '<section epub:type="glossary" role="doc-glossary"><dl><dt>Stage</dt><dd>Height</dd></dl></section>'),
    # pages
    case("page marks and a page list", f"<p>x {MARK}</p>", nav=PAGE_LIST, more="pageBreakMarkers pageNavigation"),
    case("page marks alone", f"<p>x {MARK}</p>", more="pageBreakMarkers"),
    case("page marks that nobody can tell", '<p>x <span epub:type="pagebreak" id="p1"></span></p>'),
    case("a page list that leads nowhere", nav=PAGE_LIST),
    case("a page mark that is not listed", f'<p>{MARK}<span role="doc-pagebreak" id="p2" aria-label="2"></span></p>', nav=PAGE_LIST, more="pageBreakMarkers"),
    # recordings
    case("a recording", '<audio src="a.mp3" controls="controls"></audio>', files=SOUND, modes="textual auditory", ways="textual,auditory", hazards=frozenset(("noFlashingHazard", "noMotionSimulationHazard", "unknownSoundHazard"))),
    case("a recording with a transcript", f'<audio src="a.mp3" controls="controls"></audio>{TRANSCRIPT}', files=SOUND, modes="textual auditory", more="transcript", hazards=frozenset(("noFlashingHazard", "noMotionSimulationHazard", "unknownSoundHazard"))),
    case("one of two with a transcript", f'<audio src="a.mp3"></audio>{TRANSCRIPT}<audio src="a.mp3"></audio><p>No more.</p>', files=SOUND, modes="textual auditory", ways="textual,auditory", hazards=frozenset(("noFlashingHazard", "noMotionSimulationHazard", "unknownSoundHazard"))),
    case("a film", '<video src="a.mp4" controls="controls"></video>', files=FILM, modes="textual visual auditory", ways="textual,visual,auditory", hazards=frozenset(("unknown",))),
    case("a film with captions", '<video src="a.mp4"><track kind="captions" src="a.vtt"/></video>', files=FILM, modes="textual visual auditory", ways="textual,visual,auditory", more="closedCaptions", hazards=frozenset(("unknown",))),
    case("a film with everything", f'<video src="a.mp4"><track kind="captions" src="a.vtt"/><track kind="descriptions" src="a.vtt"/></video>{TRANSCRIPT}', files=FILM, modes="textual visual auditory", more="closedCaptions audioDescription transcript", hazards=frozenset(("unknown",))),
    case("a text that is read out", files={**SOUND, "o.smil": SMIL}, overlays={"one.xhtml": "o.smil", "two.xhtml": "o.smil"}, more="synchronizedAudioText"),
    case("a text that is read out in part", files={**SOUND, "o.smil": SMIL}, overlays={"one.xhtml": "o.smil"}),
    # languages and scripts
    case("ruby over every ideograph", RUBY.format(""), second="<p>かわ</p>", language="ja", more="fullRubyAnnotations horizontalWriting"),
    case("ruby over some", RUBY.format("の水"), language="ja", more="rubyAnnotations horizontalWriting"),
    case("vertical lines", "<p>かわ</p>", second="<p>かわ</p>", language="ja", css="html { writing-mode: vertical-rl; }", more="verticalWriting"),
    case("words that run on", f"<p>{'かわがながれている' * 4}</p>", second="<p>かわ</p>", language="ja", more="horizontalWriting withoutAdditionalWordSegmentation"),
    case("words set apart", f"<p>{'かわが ながれて いる ' * 5}</p>", second="<p>かわ</p>", language="ja", more="horizontalWriting withAdditionalWordSegmentation"),
    case("a passage in another language", '<p><i lang="fr" xml:lang="fr">L’eau monte</i></p>'),
    # style sheets
    case("sizes that grow", css="p { font-size: 1.2em; line-height: 1.5; }"),
    case("a size that is fixed", css="p { font-size: 14px; }", less="displayTransformability"),
    case("a picture of a fixed size", css="img { width: 400px; }"),
    case("a box too wide", css="div { min-width: 800px; }", less="displayTransformability"),
    case("what overrules the reader", css="p { color: #000000 !important; background: #ffffff; }", less="displayTransformability", more="highContrastDisplay"),
    case("a clipped box", css="div { height: 5em; overflow: hidden; }", less="displayTransformability"),
    case("a size in the text", '<p style="font-size: 9pt">small</p>', less="displayTransformability"),
    case("high contrast", css="p { color: #000; background-color: #fff; }", more="highContrastDisplay"),
    case("enough contrast", css="p { color: #666; background-color: #fff; }"),
    case("half a pair", css="p { color: #000; background-color: #fff; } a { color: #00f; }"),
    # motion
    case("a picture that flashes", '<img src="a.gif" alt="Water that rises and falls"/>', files={"a.gif": moving(100)}, more="alternativeText", **SEEN, hazards=frozenset(("flashing", "noMotionSimulationHazard", "noSoundHazard"))),
    case("a picture that moves slowly", '<img src="a.gif" alt="Water that rises and falls"/>', files={"a.gif": moving(600)}, more="alternativeText", **SEEN, hazards=ALL_QUIET),
    case("a picture that cannot be read", '<img src="a.gif" alt="Water that rises and falls"/>', files={"a.gif": b"GIF89a"}, more="alternativeText", **SEEN, hazards=frozenset(("unknownFlashingHazard", "noMotionSimulationHazard", "noSoundHazard"))),
    case("a still GIF", '<img src="a.gif" alt="Water that stands still"/>', files={"a.gif": picture("GIF")}, more="alternativeText", **SEEN),
    case("a style sheet that moves", css="p { animation: blink 1s infinite; }", hazards=frozenset(("unknown",))),
    case("a script in an attribute", '<p onclick="turn()">Rain.</p>', hazards=frozenset(("unknown",))),
    case("a script", head="<script>var a = 1;</script>", hazards=frozenset(("unknown",))),
    # what is never claimed
    case("hints for speech", files={"a.pls": b"<lexicon/>"}),
    case("a file in braille", files={"a.brf": b",! river"}),
    case("an encrypted file", meta_inf={"encryption.xml": b'<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/><enc:CipherData><enc:CipherReference URI="EPUB/two.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>'}),
)  # fmt: skip


def proven(data: bytes, **how: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {MODE: [], SUFFICIENT: [], FEATURE: [], HAZARD: []}
    for meta in stated(claims(gather(opened(data)), **how)):
        found.setdefault(meta.property, []).append(meta.value)
    return found


def test_there_are_enough_books():
    assert len(CASES) >= 60
    assert len({c.name for c in CASES}) == len(CASES)


@pytest.mark.parametrize("one", CASES, ids=lambda c: c.name)
def test_every_claim_is_true_and_none_is_missing(one):
    found = proven(epub(**one.book))
    assert set(found[FEATURE]) == (PLAIN | set(one.more.split())) - set(one.less.split())
    assert set(found[MODE]) == set(one.modes.split())
    assert found[SUFFICIENT] == [one.ways]
    assert set(found[HAZARD]) == one.hazards
    assert all(len(v) == len(set(v)) for v in found.values())
    assert not (DEPRECATED | {"ttsMarkup", "unlocked", "none", "unknown"}) & set(found[FEATURE])
    assert "unknownMotionSimulationHazard" not in found[HAZARD]
    assert CONFORMS not in found


@pytest.mark.parametrize("one", CASES, ids=lambda c: c.name)
def test_book_that_states_what_is_proven_has_no_finding(one):
    found = proven(epub(**one.book))
    said = metas([(name, value) for name, values in found.items() for value in values])
    assert list(check_claims(opened(epub(**{**one.book, "metadata": said})))) == []


def test_every_hazard_case_states_all_three_or_one_alone():
    for one in CASES:
        values = proven(epub(**one.book))[HAZARD]
        assert len(values) == 3 or values in (["none"], ["unknown"])


def test_proof_counts_and_names_what_is_lacking():
    found = claims(gather(opened(epub(MAP + BARE))))
    (alternative,) = (c for c in found if c.value == "alternativeText")
    assert "1 of 2 informative images" in alternative.proof
    assert [p.file for p in alternative.lacking] == ["EPUB/one.xhtml"]
    assert alternative.refuted and not alternative.holds


def test_every_claim_has_a_proof_and_none_is_both_true_and_false():
    for one in CASES:
        for claim in claims(gather(opened(epub(**one.book)))):
            assert claim.proof, claim
            assert not (claim.holds and claim.refuted), claim


def test_page_marks_name_their_source():
    of_print = metas([("pageBreakSource", "urn:isbn:9780000000001")])
    assert proven(epub(f"<p>{MARK}</p>", nav=PAGE_LIST), making=Making())["pageBreakSource"] == ["none"]
    assert "pageBreakSource" not in proven(epub(f"<p>{MARK}</p>", nav=PAGE_LIST))
    assert proven(epub(f"<p>{MARK}</p>", nav=PAGE_LIST, metadata=of_print))["pageBreakSource"] == [
        "urn:isbn:9780000000001"
    ]
    assert "pageBreakSource" not in proven(epub())


def test_older_form_of_the_source_of_page_numbers_is_read():
    older = (
        '<dc:source id="s">urn:isbn:9780000000001</dc:source><meta refines="#s" property="source-of">pagination</meta>'
    )
    assert gather(opened(epub(f"<p>{MARK}</p>", nav=PAGE_LIST, metadata=older))).page_source == "urn:isbn:9780000000001"


APPROVAL = Approval(
    certifier="Towpath Press", date="2026-04-01", credential="https://example.org/badge", report="report.html"
)


def test_conformance_needs_a_person_and_rules_without_failure():
    assert CONFORMS not in proven(epub())
    assert CONFORMS not in proven(epub(), approval=APPROVAL, failing=("book.table-without-headers",))
    found = proven(epub(), approval=APPROVAL)
    assert found[CONFORMS] == [STANDARD]
    assert found["a11y:certifiedBy"] == ["Towpath Press"]
    assert found["a11y:certifierCredential"] == ["https://example.org/badge"]


def test_certifier_refines_the_claim_and_the_date_the_certifier():
    by_name = {c.property: c for c in claims(gather(opened(epub())), approval=APPROVAL)}
    assert by_name["a11y:certifiedBy"].refines == by_name[CONFORMS].id
    assert by_name["dcterms:date"].refines == by_name["a11y:certifiedBy"].id


def test_what_fails_is_named():
    found = claims(gather(opened(epub())), approval=APPROVAL, failing=("book.table-without-headers",))
    assert "book.table-without-headers" in next(c.proof for c in found if c.property == CONFORMS)


@pytest.mark.parametrize(
    ("book", "words"),
    [
        ({"body": MAP + BARE}, "without a description: 1 of 2"),
        ({"body": CASES[8].book["body"]}, "doubtful: 1 of 1"),
        ({"body": '<p class="unavailable">Image not included</p>'}, "not included: 1"),
        ({"body": '<audio src="a.mp3"></audio>', "files": SOUND}, "without a transcript: 1 of 1"),
        ({"body": '<p class="linked-media">x</p>'}, "linked instead of included: 1"),
    ],
)
def test_summary_counts_what_is_lacking(book, words):
    (text,) = proven(epub(**book), making=Making(articles=2))[SUMMARY]
    assert words in text
    assert words.split(":")[0] not in proven(epub(), making=Making(articles=2))[SUMMARY][0]


def test_summary_speaks_the_language_of_the_book_and_marks_english_elsewhere():
    assert proven(epub(language="fr"), making=Making())[SUMMARY][0].startswith("Ce livre")
    (meta,) = (m for m in stated(claims(gather(opened(epub(language="cy"))), making=Making())) if m.property == SUMMARY)
    assert meta.language == "en"


def test_summary_after_a_review_names_who_reviewed():
    (text,) = proven(epub(), making=Making(articles=2, guessed_tables=3), approval=APPROVAL)[SUMMARY]
    assert "Towpath Press" in text and "not been reviewed" not in text and "guessed" not in text


def test_book_of_nobody_knows_whom_gets_no_summary_from_us():
    assert SUMMARY not in proven(epub())


@pytest.mark.epubcheck
@pytest.mark.usefixtures("kept_java")
@pytest.mark.parametrize("name", ["text alone", "an extended description", "page marks and a page list"])
def test_books_of_these_tests_are_valid(name):
    (one,) = (c for c in CASES if c.name == name)
    found = proven(epub(**one.book))
    said = metas([(n, value) for n, values in found.items() for value in values])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.epub"
        path.write_bytes(epub(**{**one.book, "metadata": said}))
        result = epubcheck.check_epubs([path])[0]
    assert result.verdict == "valid", result.findings
