"""Tags, directions and guesses."""

from __future__ import annotations

import pytest

from ebook.languages import direction_of, script_of, standard_tag, text_direction
from ebook.recognition import guess

TEXTS = {
    "en": "The river rose in the night and it was at the second step of the quay by the morning, as it had been that year.",
    "fr": "Le fleuve est monté pendant la nuit et il a atteint la deuxième marche du quai, comme dans les années qui sont passées.",
    "de": "Der Fluss ist in der Nacht gestiegen und stand am Morgen auf der zweiten Stufe, wie es auch in dem Jahr der Flut war.",
    "es": "El río subió por la noche y por la mañana estaba en el segundo escalón del muelle, como en los años que se recuerdan.",
    "it": "Il fiume è salito nella notte e la mattina era al secondo gradino della banchina, come negli anni che non sono lontani.",
    "nl": "De rivier is in de nacht gestegen en het water stond op de tweede trede van de kade, zoals dat ook in het jaar van de vloed was.",
    "sv": "Floden steg på natten och på morgonen var den på det andra steget av kajen, som det var det år då vi inte sov. Vattnet är nu borta och staden är torr, men vi har inte glömt och barnen är rädda för att det kan komma från floden till oss.",
    "ru": "Река поднялась ночью, и к утру вода стояла у второй ступени набережной.",
    "ja": "夜のうちに川の水が増えて、朝には岸の二段目まで来ていました。",
    "ko": "밤사이 강물이 불어나 아침에는 부두의 둘째 계단까지 차올랐다.",
    "zh-Hans": "夜里河水上涨，到了早晨已经漫到码头的第二级台阶。",
    "ar": "ارتفع النهر في الليل ووصل في الصباح إلى الدرجة الثانية من الرصيف.",
    "he": "הנהר עלה בלילה ובבוקר עמד במדרגה השנייה של הרציף.",
    "el": "Το ποτάμι ανέβηκε τη νύχτα και το πρωί στεκόταν στο δεύτερο σκαλί.",
}


@pytest.mark.parametrize(
    ("tag", "standard"),
    [
        ("en", "en"),
        ("EN", "en"),
        ("en_us", "en-US"),
        ("pt-br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        (" de ", "de"),
        ("sr-Latn", "sr-Latn"),
        ("iw", "he"),
        ("", ""),
        ("english!", ""),
        ("no such tongue", ""),
        ("en-US-u-ca-gregory", "en-US-u-ca-gregory"),
        ("1", ""),
        ("-", ""),
        ("x" * 500, ""),
    ],
)
def test_tag_is_put_into_standard_form_or_refused(tag, standard):
    assert standard_tag(tag) == standard


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("he", "rtl"),
        ("fa", "rtl"),
        ("ur-PK", "rtl"),
        ("yi", "rtl"),
        ("az-Arab", "rtl"),
        ("az-Arab-IR", "rtl"),
        ("pa-Arab-PK", "rtl"),
        ("en", "ltr"),
        ("ja", "ltr"),
        ("ar-Latn", "ltr"),
        ("", "ltr"),
        ("arn", "ltr"),
        ("ku", "ltr"),
    ],
)
def test_direction_follows_language_and_script(tag, direction):
    assert direction_of(tag) == direction


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_clear_text_is_recognised(language, text):
    assert guess(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12345 67890",
        "Weirside",
        "Ostrel 4.2 m",
        "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore dolore magna aliqua",
        "🌊 🌊 🌊",
    ],
)
def test_unclear_text_is_not_guessed(text):
    assert guess(text) == ""


def test_one_foreign_word_does_not_change_the_script():
    assert script_of("The word 川 means river.") == "LATIN"
    assert script_of("") == ""


@pytest.mark.parametrize(
    ("text", "direction"), [("abc", "ltr"), ("نهر", "rtl"), ("נהר abc נהר", "rtl"), ("123 !?", ""), ("", "")]
)
def test_direction_of_a_text_is_that_of_most_letters(text, direction):
    assert text_direction(text) == direction
