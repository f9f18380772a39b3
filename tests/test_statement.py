"""The statement in plain words and the codes for shops: both say what the evidence says."""

from __future__ import annotations

import string

import pytest

from ebook.claims import Approval, claims
from ebook.evidence import gather
from ebook.onix import OF_HAZARDS, Code, onix
from ebook.statement import Known, Statement, known_from, known_of, statement
from ebook.statement_words import ENGLISH, SENTENCES
from tests.claimed import PICTURE, epub, metas, moving, opened

FILM = {"body": '<video src="a.mp4"></video>', "files": {"a.mp4": b"x"}}


def told(known: Known | None = None, language: str = "", **book: object) -> Statement:
    evidence = gather(opened(epub(**book)))  # type: ignore[arg-type]
    return statement(evidence, claims(evidence), known or Known(), language)


def keys(made: Statement) -> set[str]:
    return {line.key for section in made.sections for line in section.lines}


def codes(known: Known | None = None, **book: object) -> set[str]:
    evidence = gather(opened(epub(**book)))  # type: ignore[arg-type]
    return {f"{c.type}-{c.value}" for c in onix(evidence, claims(evidence), known or Known())}


@pytest.mark.parametrize("language", SENTENCES)
def test_every_language_has_every_sentence_and_the_same_facts(language):
    def braces(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert {k: braces(t) for k, t in SENTENCES[language].items()} == {k: braces(t) for k, t in ENGLISH.items()}


def test_sections_are_those_of_the_guide_in_its_order():
    assert [s.key for s in told().sections] == "ways conformance navigation rich hazards legal additional".split()


@pytest.mark.parametrize(
    ("book", "there", "not_there"),
    [
        ({}, "modifiable readable contents headings no-hazards no-rich no-conformance no-legal", "alternatives audio"),
        ({"body": f'<img src="{PICTURE}"/>'}, "partly-readable alternatives", "readable"),
        ({"css": "p { font-size: 9px; }"}, "not-modifiable", "modifiable"),
        ({"toc": ("one.xhtml",)}, "headings", "contents"),
        (FILM, "partly-readable audio unknown-hazards", "no-hazards transcript captions"),
        (
            {"body": '<img src="a.gif" alt="Water"/>', "files": {"a.gif": moving(100)}},
            "flashing no-motion no-sound",
            "no-hazards no-flashing",
        ),
    ],
)
def test_statement_says_what_is_so(book, there, not_there):
    found = keys(told(**book))
    assert set(there.split()) <= found
    assert not set(not_there.split()) & found


def test_statement_speaks_the_language_of_the_book_or_english():
    assert told(language="de").sections[0].title == "Lesarten"
    assert (told(language="da").language, told(language="da").asked) == ("en", "da")


def test_who_evaluated_and_exemptions_come_from_the_package():
    said = metas(
        [
            ("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"),
            ("a11y:certifiedBy", "Towpath Press"),
            ("a11y:exemption", "eaa-microenterprise"),
        ]
    )
    known = known_of(opened(epub(metadata=said)))
    assert {"conforms", "certified", "exempt"} <= keys(told(known))
    assert {"09-04", "09-82", "09-85", "09-90", "09-75"} <= codes(known)


def test_conformance_that_nobody_answers_for_is_not_repeated():
    said = metas([("dcterms:conformsTo", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA")])
    known = known_of(opened(epub(metadata=said)))
    assert "no-conformance" in keys(told(known))
    assert not {"09-04", "09-85"} & codes(known)


def test_approval_of_a_build_is_stated():
    found = claims(gather(opened(epub())), approval=Approval(certifier="Towpath Press", date="2026-04-01"))
    assert {"conforms", "certified-on"} <= keys(told(known_from(found)))


@pytest.mark.parametrize(
    ("book", "there", "not_there"),
    [
        ({}, "09-11 09-13 09-22 09-29 09-30 09-36 09-52 12-00", "09-14 09-17 09-37 09-41 09-85"),
        ({"body": f'<img src="{PICTURE}" alt="The river at noon"/>'}, "09-14 09-52", "09-15"),
        ({"body": f'<img src="{PICTURE}"/>'}, "09-11", "09-14 09-52"),
        ({"css": "p { color: #000; background: #fff; }"}, "09-26 09-37", ""),
        ({"css": "p { color: #666; background: #fff; }"}, "09-26", "09-37"),
        ({"css": "p { font-size: 9px; }"}, "09-11", "09-36"),
        (FILM, "12-24 12-25 12-26", "12-00 09-52"),
        ({"body": "<h4>x</h4>"}, "09-11", "09-29"),
    ],
)
def test_codes_hold_where_the_claim_holds(book, there, not_there):
    found = codes(**book)
    assert set(there.split()) <= found
    assert not set(not_there.split()) & found


def test_every_hazard_that_we_state_has_a_code():
    assert set(OF_HAZARDS) >= {"none", "unknown", "flashing", "noFlashingHazard", "unknownFlashingHazard"}
    assert all(value.isdigit() for pairs in OF_HAZARDS.values() for value, _ in pairs)


def test_contact_and_summary_are_given_as_text():
    evidence = gather(opened(epub()))
    found = onix(evidence, claims(evidence), Known(contact="access@example.org", summary="Nothing to add."))
    texts = {c.value: c.description for c in found if c.description}
    assert texts == {"00": "Nothing to add.", "99": "access@example.org"}
    assert Code(type="09", value="99", meaning="x").as_json() == {"type": "09", "value": "99", "meaning": "x"}
