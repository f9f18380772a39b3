"""Captions of a plain text become captions where their words are certain; everything else stays a paragraph."""

from __future__ import annotations

import pytest

from ebook.model import Kind
from ebook.passes.furniture import furniture
from ebook.passes.text_captions import text_captions
from tests.tools import chapter_of, check_noop, run_pass

PROSE = "The river rose in the night and stood at the second step of the quay when the bakers came to work."
MORE = "Nobody had slept that night, for the bells had been ringing since two and the pumps ran until the morning."


def body(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


@pytest.mark.parametrize(
    "line",
    [
        "Figure 2 shows how far the water came, and how fast it went away again.",
        "Figure it out: the water comes from the hills, and it has to go somewhere.",
        "Image: a word",
        "image: quay/gauge-reader of the third kind",
        "The minister said that nothing more would be done. (Reuters)",
        "The brigade was called at two in the morning. (dpa)",
        "“We saw it coming, and said so,” the miller told us. [Reuters]",
        "The law of 1953 says so [Article 4/Section 2]",
        "He had read that in three papers [12]",
        "A photo by the miller hung in the hall.",
        "Credit: Ann Lee",
        f"{MORE} {MORE} {MORE} {MORE} Photo: Ann Lee",
    ],
)
def test_what_may_be_the_text_stays(line: str) -> None:
    check_noop(text_captions, body(PROSE, line, MORE), kind=Kind.TEXT)


def test_what_has_no_text_around_it_stays() -> None:
    check_noop(text_captions, body("The quay", "Photo: the quay at dawn, 1953"), kind=Kind.TEXT)


def test_first_line_stays_for_it_may_be_the_title() -> None:
    check_noop(text_captions, body("Photo: how the quay became an archive", PROSE), kind=Kind.TEXT)


def test_list_of_the_figures_stays() -> None:
    check_noop(text_captions, body(PROSE, "Figure 1. The quay", "Figure 2. The mill", MORE), kind=Kind.TEXT)


def test_table_of_fields_stays() -> None:
    lines = ("Image: seen from the bridge, in three colours", "Format: 40 by 60 centimetres", "Price: nothing")
    check_noop(text_captions, body(PROSE, *lines, MORE), kind=Kind.TEXT)


def test_pages_have_captions_of_their_own() -> None:
    check_noop(text_captions, body(PROSE, "Figure 2. The quay", MORE))


@pytest.mark.parametrize(
    ("line", "words", "credit"),
    [
        ("Figure 2. The gauge at the bridge.", "Figure 2. The gauge at the bridge.", ""),
        ("Fig. 2a: the gauge at the bridge", "Fig. 2a: the gauge at the bridge", ""),
        ("Abb. 3: Der Pegel an der Brücke", "Abb. 3: Der Pegel an der Brücke", ""),
        ("Photo: the quay at dawn, before the water fell", "Photo: the quay at dawn, before the water fell", ""),
        ("Bild: Das Rathaus nach der Flut von 1953", "Bild: Das Rathaus nach der Flut von 1953", ""),
        ("En la imagen: el muelle antes de la crecida", "En la imagen: el muelle antes de la crecida", ""),
        ("A woman walks past the quay, 3 May. [Pia Stone/Northpress]", "A woman walks past the quay, 3 May.", "[Pia Stone/Northpress]"),
        ("A woman walks past the quay, 3 May. [Reuters]", "A woman walks past the quay, 3 May.", "[Reuters]"),
        ("A woman on the quay in May. (AP Photo/Pia Stone)", "A woman on the quay in May.", "(AP Photo/Pia Stone)"),
        ("Sandbags lie ready on the quay (Photo: Pia Stone)", "Sandbags lie ready on the quay", "(Photo: Pia Stone)"),
        ("Sandsäcke liegen am Kai bereit. Foto: Pia Stone/dpa", "Sandsäcke liegen am Kai bereit.", "Foto: Pia Stone/dpa"),
        ("Sandbags lie ready on the quay. © Pia Stone", "Sandbags lie ready on the quay.", "© Pia Stone"),
        ("Des sacs de sable sur le quai. Crédit : Pia Stone", "Des sacs de sable sur le quai.", "Crédit : Pia Stone"),
    ],
)  # fmt: skip
def test_caption_stands_in_a_figure_that_says_what_is_not_there(line: str, words: str, credit: str) -> None:
    result, found = run_pass(text_captions, body(PROSE, line, MORE), kind=Kind.TEXT)
    small = f' <small class="credit">{credit}</small>' if credit else ""
    assert result == f"<p>{PROSE}</p><figure><figcaption>{words}{small}</figcaption></figure><p>{MORE}</p>"
    assert [f.rule for f in found] == ["caption.without-picture"]


@pytest.mark.parametrize("label", ["Image caption, ", "Légende image, ", "Pie de foto, ", "Bildunterschrift: "])
def test_label_that_a_site_reads_out_goes_and_is_reported(label: str) -> None:
    result, found = run_pass(text_captions, body(PROSE, f"{label}Bakers on the quay", MORE), kind=Kind.TEXT)
    assert "<figure><figcaption>Bakers on the quay</figcaption></figure>" in result
    assert [f.rule for f in found] == ["removed.furniture", "caption.without-picture"]
    assert label.strip() in found[0].message


def test_line_under_a_bare_label_is_the_caption() -> None:
    result, _ = run_pass(text_captions, body(PROSE, "Image caption", "Bakers on the quay", MORE), kind=Kind.TEXT)
    assert result == f"<p>{PROSE}</p><figure><figcaption>Bakers on the quay</figcaption></figure><p>{MORE}</p>"


def test_label_whose_caption_was_lost_goes_alone() -> None:
    result, found = run_pass(text_captions, body(PROSE, "Image caption", f"{MORE} {MORE}"), kind=Kind.TEXT)
    assert result == body(PROSE, f"{MORE} {MORE}")
    assert [f.rule for f in found] == ["removed.furniture"]


def test_credits_beside_a_caption_are_its_own() -> None:
    lines = (PROSE, "Image source, Getty Images", "Image caption, Bakers on the quay", "Photo: Pia Stone", MORE)
    result, _ = run_pass(text_captions, body(*lines), kind=Kind.TEXT)
    credit = '<small class="credit">Image source, Getty Images</small> <small class="credit">Photo: Pia Stone</small>'
    assert f"<figcaption>Bakers on the quay {credit}</figcaption>" in result
    assert result.count("<p>") == 2


def test_credit_beside_nothing_is_left_to_furniture() -> None:
    check_noop(text_captions, body(PROSE, "Photo: Pia Stone/Getty Images", MORE), kind=Kind.TEXT)
    assert run_pass(furniture, body(PROSE, "Photo: Pia Stone/Getty Images", MORE), kind=Kind.TEXT)[0] == body(
        PROSE, MORE
    )


def test_caption_said_twice_stands_once() -> None:
    line = "Figure 2. The gauge at the bridge, 1953."
    result, found = run_pass(text_captions, body(PROSE, line, MORE, line, PROSE), kind=Kind.TEXT)
    assert result.count("<figure>") == 1
    assert [f.rule for f in found] == ["caption.without-picture", "removed.repeat"]


def test_drawing_above_a_numbered_caption_is_its_picture() -> None:
    drawing = "<pre>+--+\n|  |\n+--+</pre>"
    result, _ = run_pass(
        text_captions, f"<p>{PROSE}</p>{drawing}<p>Figure 1. The lock, seen from above</p>", kind=Kind.TEXT
    )
    assert (
        result
        == f"<p>{PROSE}</p><figure>{drawing}<figcaption>Figure 1. The lock, seen from above</figcaption></figure>"
    )


def test_book_speaks_the_language_of_the_text() -> None:
    german = (
        "Der Fluss stieg in der Nacht und stand an der zweiten Stufe des Kais, als die Bäcker zur Arbeit kamen. "
        "Niemand hatte in dieser Nacht geschlafen, denn die Glocken läuteten seit zwei Uhr und die Pumpen liefen."
    )
    xhtml = chapter_of(
        f"Hochwasser\n\n{german}\n\nAbb. 1: Der Kai am Morgen\n\nEs war nicht das erste Mal. {german}\n"
    ).xhtml
    assert '<p class="unavailable">Bild nicht enthalten' in xhtml
    assert "<figcaption>Abb. 1: Der Kai am Morgen</figcaption>" in xhtml


def test_heading_over_a_caption_stays_one() -> None:
    xhtml = chapter_of(f"High water\n\n{PROSE}\n\nWhat the gauge said\n\nFigure 1. The gauge\n\n{MORE}\n").xhtml
    assert ">What the gauge said</h2>" in xhtml
