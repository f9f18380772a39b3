"""The order of words in many languages: what ICU 78 gives for the same words."""

from __future__ import annotations

import pytest

from ebook.binding.glossary.sorting import letter_of, sort_key


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ".NET|3D|apple|Apple|co-op|coop|naïve|œuvre|zebra"),
        ("de", "Apfel|Äpfel|Ofen|öffnen|Strasse|Straße|Zug"),
        ("fr", "cote|coté|côte|côté|coter|élan|œuf"),
        ("fr-CA", "cote|côte|coté|côté"),
        ("es", "chico|cielo|dado|nube|ñandú|oca"),
        ("da", "abe|zone|ænder|øje|åben|Aalborg"),
        ("nb", "abe|zone|ænder|øye|ål"),
        ("sv", "vatten|webb|zon|ånga|ärta|öga"),
        ("fi", "vesi|zoo|åbo|äiti|öljy"),
        ("et", "saun|šokk|zoo|žanr|tee|veri|õlu|äike|öö|üks"),
        ("cs", "cena|čas|den|had|chata|jaro"),
        ("sk", "cena|čas|hora|chata|ja"),
        ("hu", "cukor|csak|gáz|gyár|oka|öl|őz|szó|zab|zseb"),
        ("hr", "cesta|čas|ćup|dan|džep|đak|lak|ljeto|nos|njuh"),
        ("pl", "lampa|łódź|mama|zebra|źródło|żaba"),
        ("tr", "cam|çam|gaz|ğ|Irak|ısı|iz|İzmir|oda|öda"),
        ("cy", "car|cyd|chwarae|da|ddoe|lan|llan"),
        ("is", "að|af|ár|dagur|ðað|þak|æra|öl"),
        ("uk", "гора|ґава|єва|жаба|иж|іва|їжа|йод"),
        ("ru", "азот|ёлка|ель|йод|яма|API"),
        ("el", "άλφα|αμφορέας|όλος|ώρα"),
        ("ja", "API|あめ|カワ|かわら|みず"),
        ("ko", "가람|나무|물"),
        ("zh", "爱|北京|水|中国"),
        ("he", "אור|מים|API"),
        ("ar", "بيت|ماء|API"),
    ],
)
def test_words_stand_in_the_order_of_their_language(language: str, words: str) -> None:
    wanted = words.split("|")
    assert sorted(wanted, key=lambda w: sort_key(w, language)) == wanted


def test_capitals_come_first_in_danish_alone() -> None:
    assert sorted(["a", "A"], key=lambda w: sort_key(w, "da")) == ["A", "a"]
    assert sorted(["A", "a"], key=lambda w: sort_key(w, "en")) == ["a", "A"]


@pytest.mark.parametrize(
    ("language", "word", "letter"),
    [
        ("en", "élan", "E"),
        ("en", "“Stage”", "S"),
        ("en", "3D", ""),
        ("en", ".NET", "N"),
        ("en", "C++", "C"),
        ("da", "Århus", "Å"),
        ("da", "Aalborg", "Å"),
        ("sv", "ärta", "Ä"),
        ("de", "Ärger", "A"),
        ("cs", "chata", "Ch"),
        ("es", "ñandú", "Ñ"),
        ("tr", "ilk", "İ"),
        ("tr", "Irak", "I"),
        ("ru", "ёлка", "Е"),
        ("ja", "がらす", "か"),
        ("ko", "나무", "나"),
        ("zh", "水位", "S"),
        ("zh-TW", "水位", "水"),
    ],
)
def test_word_is_listed_under_its_letter(language: str, word: str, letter: str) -> None:
    assert letter_of(word, language) == letter
