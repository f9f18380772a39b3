"""Capitals that nobody explains: what a reader must know to follow the text, and no names, shouts or numbers."""

from __future__ import annotations

import pytest

from ebook.checks.abbreviations import check_abbreviations
from tests.claimed import epub, opened

OFTEN = "<p>QXR paid for the pumps. Later QXR paid once more, as nobody else did.</p>"


def named(body: str, language: str = "en") -> str:
    """The message about capitals, where there is one."""
    found = check_abbreviations(opened(epub(body, language=language)))
    return next((f.message for f in found if f.rule == "book.capitals-unexplained"), "")


@pytest.mark.parametrize(
    ("body", "language"),
    [
        (OFTEN, "en"),
        ("<p>In the end the QXR paid.</p>", "en"),
        ("<p>Am Ende zahlte die QXR Gebühren.</p>", "de"),
        ("<p>Finalement l’QXR a payé.</p>", "fr"),
        ("<p>Na het onderzoek betaalde de QXR.</p>", "nl"),
        ("<p>The QXR, they said, and QXR News paid.</p>", "en"),
    ],
)
def test_what_a_reader_must_know_is_asked_for(body, language):
    assert "QXR" in named(body, language)


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("<p>They bought it from QXR last year.</p>", "en"),  # a name that is used once
        ("<p>The QXR Golf was sold, and later the QXR 500 too.</p>", "en"),
        ("<p>The DNA of the BBC in the UK and the US was on TV, said the CEO. The CEO left.</p>", "en"),
        ("<p>Die CDU und der ADAC. Die CDU und der ADAC.</p>", "de"),
        ("<p>Os EUA e a ONU. Os EUA e a ONU.</p>", "pt"),
        ("<p>Louis XIV and Henry VIII. Later the XIV and the VIII.</p>", "en"),
        ("<p>They went OUT, and then OUT again, BEFORE noon and BEFORE dusk.</p>", "en"),
        ("<h2>QXR AND ZPO</h2><p>It rained.</p><h2>QXR AND ZPO</h2>", "en"),
        (f"<p>The Quayside Xylophone Ring (QXR) met.</p>{OFTEN}", "en"),
    ],
)
def test_names_shouts_numbers_and_what_everybody_knows_are_left_alone(body, language):
    assert not named(body, language)


def test_what_one_language_knows_another_does_not():
    body = "<p>The CDU met. The CDU met again.</p>"
    assert "CDU" in named(body, "en")
