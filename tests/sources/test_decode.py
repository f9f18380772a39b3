"""Bytes to text."""

from __future__ import annotations

import codecs

import pytest

from ebook.errors import UnreadableInput
from ebook.sources.decode import SIGNATURES, decode

RUSSIAN = "Река поднялась ночью, и к утру вода стояла у второй ступени набережной. Жители вынесли книги на верхний этаж библиотеки."
JAPANESE = "夜のうちに川の水が増えて、朝には岸の二段目まで来ていました。町の人たちは図書館の本を二階に運びました。"
CHINESE = "夜里河水上涨，到了早晨已经漫到码头的第二级台阶。镇上的居民把图书馆的书搬到了楼上，等待洪水退去。"
KOREAN = "밤사이 강물이 불어나 아침에는 부두의 둘째 계단까지 차올랐다. 마을 사람들은 도서관의 책을 위층으로 옮겼다."
FRENCH = (
    "La rivière est montée pendant la nuit ; à l’aube, elle léchait déjà la deuxième marche du quai, près de l’école."
)


def page(text: str, charset: str) -> str:
    return f'<html><head><meta charset="{charset}"></head><body><p>{text}</p></body></html>'


def rules(decoded) -> list[str]:
    return [f.rule for f in decoded.findings]


def test_plain_utf8_is_read_as_it_is():
    decoded = decode(f"{JAPANESE}\n{RUSSIAN}\n".encode(), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.findings) == (f"{JAPANESE}\n{RUSSIAN}\n", "utf-8", ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_decides_and_is_not_text(mark, encoding):
    decoded = decode(mark + page(JAPANESE, "windows-1252").encode(encoding), "a.html")
    assert decoded.text == page(JAPANESE, "windows-1252")
    assert decoded.encoding == encoding


@pytest.mark.parametrize("declared", ["shift_jis", "windows-1251", "gb2312"])
def test_valid_utf8_wins_over_a_wrong_declaration_and_it_is_reported(declared):
    decoded = decode(page(JAPANESE, declared).encode(), "a.html")
    assert JAPANESE in decoded.text
    assert rules(decoded) == ["encoding.declared-wrong"]


def test_utf8_declared_as_utf8_is_not_worth_a_word():
    assert decode(page(FRENCH, "UTF-8").encode(), "a.html").findings == ()


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (CHINESE, "gb18030"),
        (CHINESE, "gb2312"),
        (KOREAN, "euc-kr"),
        (FRENCH, "windows-1252"),
    ],
)
def test_declared_encoding_is_believed(text, charset):
    decoded = decode(page(text, charset).encode(charset), "a.html")
    assert text in decoded.text
    assert rules(decoded) == []


def test_declaration_of_xml_is_believed():
    text = f'<?xml version="1.0" encoding="windows-1251"?><html><body><p>{RUSSIAN}</p></body></html>'
    assert RUSSIAN in decode(text.encode("windows-1251"), "a.xhtml").text


def test_latin1_is_read_as_browsers_read_it():
    assert "“naïve”" in decode(page("“naïve”", "iso-8859-1").encode("windows-1252"), "a.html").text


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (RUSSIAN, "windows-1251"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "euc-kr"),
        (FRENCH, "windows-1252"),
    ],
)
def test_undeclared_encoding_is_found_out(text, charset):
    assert decode(f"{text}\n{text}\n".encode(charset), "a.txt").text == f"{text}\n{text}\n"


def test_windows_1252_declared_as_utf8_is_read_and_reported():
    decoded = decode(page(FRENCH, "utf-8").encode("windows-1252"), "a.html")
    assert FRENCH in decoded.text
    assert rules(decoded) == ["encoding.declared-wrong"]


def test_unknown_declared_encoding_does_not_stop_the_reading():
    assert FRENCH in decode(page(FRENCH, "klingon-1").encode("windows-1252"), "a.html").text


@pytest.mark.parametrize("declared", ["utf-7", "unicode_escape", "rot13", "hex", "punycode", "utf-16"])
def test_encodings_that_browsers_refuse_are_not_used(declared):
    assert (
        "caf\\u00e9 +AOk- grün" in decode(page("caf\\u00e9 +AOk- grün", declared).encode("windows-1252"), "a.html").text
    )


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding):
    assert decode(page(FRENCH, "utf-16").encode(encoding), "a.html").text == page(FRENCH, "utf-16")


def test_a_few_broken_bytes_are_replaced_and_counted():
    data = f"{RUSSIAN} ".encode() + b"\xff" + f" {JAPANESE}".encode() + b"\xfe"
    decoded = decode(data, "a.txt")
    assert RUSSIAN in decoded.text and JAPANESE in decoded.text
    assert rules(decoded) == ["encoding.replaced"]
    assert decoded.findings[0].message.startswith("2 bytes")


def test_line_ends_of_every_system_become_one():
    assert decode(b"one\r\ntwo\rthree\n", "a.txt").text == "one\ntwo\nthree\n"


@pytest.mark.parametrize(("signature", "name"), SIGNATURES)
def test_what_begins_like_no_text_is_refused_by_name(signature, name):
    with pytest.raises(UnreadableInput, match=r"input\.html is") as caught:
        decode(signature + bytes(range(256)) * 8, "input.html")
    assert name in str(caught.value)


def test_binary_data_without_a_signature_is_refused():
    with pytest.raises(UnreadableInput, match="binary"):
        decode(bytes((n * 73 + 11) % 256 for n in range(5000)), "blob.txt")


@pytest.mark.parametrize(
    "text",
    [
        "ID3 tags hold the title of a song.\n",
        "GIF89a is the version of the format that moves.\n",
        "BZhang wrote this letter to the town.\n",
    ],
)
def test_text_whose_first_word_looks_like_a_signature_is_read(text):
    assert decode(text.encode(), "a.txt").text == text
