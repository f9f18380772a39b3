"""Short forms of one script behind names in another, and names that are one word."""

import pytest

from ebook.terms import find_abbreviations


def found(text: str, language: str) -> dict[str, str]:
    return {one.term: one.meaning for one in find_abbreviations(text, language)}


@pytest.mark.parametrize(
    ("language", "text", "term", "meaning"),
    [
        ("ar", "أعلنت منظمة أنهار الجنوب (SRO) اليوم", "SRO", "منظمة أنهار الجنوب"),
        ("ar", "وقالت إن الوكالة الدولية للمياه والبحار (IWSA) تعمل", "IWSA", "الوكالة الدولية للمياه والبحار"),
        ("ar", "تعاون بمنظمة أنهار الجنوب (SRO)", "SRO", "منظمة أنهار الجنوب"),
        ("ar", "زار «نهر الشمال الكبير» (GNR) أمس", "GNR", "نهر الشمال الكبير"),
        ("he", "דובר ארגון הנהרות העולמי (WRO) אמר", "WRO", "ארגון הנהרות העולמי"),
        ("fa", "به گزارش سازمان جهانی رودها (WRO) امروز", "WRO", "سازمان جهانی رودها"),
        ("ja", "昨日、世界河川機関（WRO）は発表した", "WRO", "世界河川機関"),
        ("ja", "これは国際河川基金 (IRF)の計画だ", "IRF", "国際河川基金"),
        ("zh", "他说世界河流组织（WRO）宣布", "WRO", "世界河流组织"),
        ("zh", "昨天世界河流组织（WRO）发表声明。", "WRO", "世界河流组织"),
        ("ja", "国内総生産（GDP）が伸びた", "GDP", "国内総生産"),
        ("hi", "राम ने कहा। विश्व नदी संगठन (WRO) मिला", "WRO", "विश्व नदी संगठन"),
        ("ko", "정부는 세계하천기구(WRO)에 알렸다", "WRO", "세계하천기구"),
        ("ko", "이 국제 하천 기금(IRF)은", "IRF", "국제 하천 기금"),
        ("ru", "По данным Всемирной организации рек (WRO) и", "WRO", "Всемирной организации рек"),
        ("el", "Ο Παγκόσμιος Οργανισμός Ποταμών (WRO) είπε", "WRO", "Παγκόσμιος Οργανισμός Ποταμών"),
        ("hi", "भारत में विश्व नदी संगठन (WRO) ने", "WRO", "विश्व नदी संगठन"),
    ],
)
def test_name_in_another_script_is_found(language: str, text: str, term: str, meaning: str) -> None:
    assert found(text, language) == {term: meaning}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "ذهب الرجل إلى البيت الكبير ثم عاد في المساء (WHO)"),
        ("ja", "この川（OK）は"),
        ("th", "แม่น้ำสายใหญ่ไหลผ่าน (WRO)"),
        ("ru", "вода течёт медленно (WRO)"),
        ("ru", "Президент Иван Петров (KGB) сказал. Вчера Иван Петров (CNN) сообщил."),
        ("ru", "Компания Ромашка (IT) растёт."),
        ("uk", "Президент Іван Петренко (CNN) сказав."),
        ("el", "Ο Πρόεδρος Νίκος Παππάς (CNN) είπε."),
        ("ko", "한강전자 김철수 회장 (CEO)은 말했다."),
        ("ko", "한강전자 김철수 회장 (CNN)은 말했다."),
        ("ja", "田中太郎（CEO）は話した。昨日、東京で開かれた会議（WTO）で。"),
        ("zh", "他在河边（CNN）。河流公司首席执行官王明（CEO）说。"),
        ("ar", "قال الرئيس علي محمد (CNN) ذلك."),
        ("he", "אמר ראש העיר אתמול (CNN)."),
        ("fa", "رئیس شهر دیروز (CNN) گفت."),
        ("hi", "राम ने कहा। नदी का पानी (CNN)"),
    ],
)
def test_name_whose_beginning_nothing_tells_is_left(language: str, text: str) -> None:
    assert found(text, language) == {}


@pytest.mark.parametrize(
    ("language", "text", "term", "meaning"),
    [
        ("de", "sagte die Weltflussorganisation (IRO) gestern", "IRO", "Weltflussorganisation"),
        ("de", "die Europäische Flussorganisation (IRO) plant", "IRO", "Europäische Flussorganisation"),
        ("da", "ifølge Verdensvandorganisationen (IRO) er", "IRO", "Verdensvandorganisationen"),
        ("da", "siger FN's Flod- og Vandorganisation (IRB) nu", "IRB", "FN's Flod- og Vandorganisation"),
        ("nl", "volgens de Wereldwaterorganisatie (IRO) is", "IRO", "Wereldwaterorganisatie"),
        ("sv", "Enligt Världsvattenorganisationen (IRO) är", "IRO", "Världsvattenorganisationen"),
        ("sv", "Internationella vattenfonden (GRM) betalar", "GRM", "Internationella vattenfonden"),
        ("nb", "Verdens vannorganisasjon (IRO) sier", "IRO", "Verdens vannorganisasjon"),
        ("fi", "Maailman jokijärjestö (IRO) kertoi", "IRO", "Maailman jokijärjestö"),
        ("pl", "Światowa Organizacja Rzek (IRO) podała", "IRO", "Światowa Organizacja Rzek"),
        ("cs", "Světová říční organizace (IRO) uvedla", "IRO", "Světová říční organizace"),
        ("tr", "Dünya Nehir Örgütü (IRO) dedi", "IRO", "Dünya Nehir Örgütü"),
    ],
)
def test_name_of_one_word_or_of_small_letters_is_found(language: str, text: str, term: str, meaning: str) -> None:
    assert found(text, language) == {term: meaning}


def test_a_guessed_beginning_is_less_sure_than_a_marked_one() -> None:
    guessed = find_abbreviations("دعت منظمة أنهار الجنوب (SRO) أمس", "ar")[0]
    marked = find_abbreviations("دعت «أنهار الجنوب الكبيرة» (SRO) أمس", "ar")[0]
    assert guessed.score < marked.score
