"""Wrongly decoded text is put right where that is certain, and left where it may be meant."""

from __future__ import annotations

import pytest

from ebook.sources.decode import decode
from ebook.sources.mojibake import mended

FRENCH = "La rivière est montée ; à l’aube, elle léchait déjà la deuxième marche – près de l’école."


@pytest.mark.parametrize(
    "text",
    [
        "The river rose.",
        FRENCH,
        "SÃO PAULO É UMA CIDADE À BEIRA DO RIO; NÃO HÁ DÚVIDA, CORAÇÃO.",
        "Â Bucarest, à côté: “naïve” – 50 £, § 4, 30 °C.",
        "Der Pegel war „falsch“; Größe und Höhe stimmten nicht.",
        "Река поднялась ночью, и к утру вода стояла у второй ступени.",
        "夜のうちに川の水が増えて、朝には岸の二段目まで来ていました。",
        "الماء عند الدرجة الثانية من الرصيف.",
        "Nước sông dâng lên trong đêm, và sáng ra đã ngập bậc thứ hai.",
        "Năm đêm và cả ngày: Đà Nẵng, Huế, Hà Nội.",
    ],
)
def test_right_text_stays(text: str) -> None:
    result = mended(text)
    assert (result.text, result.count, result.suspect) == (text, 0, "")


@pytest.mark.parametrize(
    "text", [FRENCH, "It’s a café", "naïve “quotes” – and…", "Größe", "5 €", "100 °C", "Łódź leży nad rzeką", "😀 ok"]
)
@pytest.mark.parametrize("turns", [1, 2])
def test_utf8_read_as_windows_1252_is_put_right(text: str, turns: int) -> None:
    wrong = text
    for _ in range(turns):
        wrong = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in wrong.encode())
    assert mended(wrong).text == text


@pytest.mark.parametrize("text", ["It’s a café", "naïve “quotes” – and…", "the doctors’ offices"])
def test_utf8_read_as_latin_1_is_put_right(text: str) -> None:
    assert mended(text.encode().decode("latin-1")).text == text


@pytest.mark.parametrize(
    "text", ["Река поднялась ночью, и к утру вода стояла у второй ступени.", "Η στάθμη του ποταμού ανέβηκε."]
)
def test_utf8_read_as_windows_1251_is_put_right(text: str) -> None:
    wrong = text.encode().decode("cp1251", "replace")
    assert "\ufffd" in wrong or mended(wrong).text == text


def test_example_of_wrong_text_stays_and_is_reported() -> None:
    text = "Where “don’t” was meant, a reader saw the letters â€™ instead, because UTF-8 had been read as Windows-1252."
    decoded = decode(text.encode(), "a.txt")
    assert decoded.text == text
    assert [f.rule for f in decoded.findings] == ["encoding.suspect"]


def test_wrong_word_among_right_ones_is_put_right() -> None:
    assert mended("The café – “Itâ€™s closed” – stayed shut.").text == "The café – “It’s closed” – stayed shut."


def test_repair_is_reported_with_an_example() -> None:
    decoded = decode("Itâ€™s a cafÃ©.".encode(), "a.txt")
    assert decoded.text == "It’s a café."
    assert [f.rule for f in decoded.findings] == ["encoding.repaired"]
    assert decoded.findings[0].message.startswith("2 characters")
