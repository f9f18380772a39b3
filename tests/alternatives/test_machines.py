"""What content systems, agencies and search engines write into text alternatives, and good words that look like it."""

from __future__ import annotations

import pytest

from ebook.alternatives import Reason, State, judge, repeats

WRITTEN_BY_MACHINES = {
    Reason.PLACEHOLDER: (
        "Refer to caption|See caption below|siehe Bildunterschrift|voir la légende|ver pie de foto|vedi didascalia|"
        "Loading ...|Wird geladen …|Chargement en cours|Cargando|Caricamento|Carregando|Загрузка|読み込み中|加载中|"
        "Image result for heron|Bildergebnis für Reiher|Resultado de imagen para garza|Картинки по запросу цапля|"
        "a picture containing text|Ein Bild, das Text enthält.|Une image contenant texte|"
        "Click image to enlarge|Bild vergrößern|Cliquez pour agrandir|Ampliar imagen|Klik om te vergroten|"
        "Advertisement|Anzeige|Publicité|Read more|Weiterlesen|Lire la suite|Leer más|Leggi di più|Lees meer|"
        "No image available|Bild nicht verfügbar|Geen afbeelding|slide 1 of 12|Bild 3 von 12|Photo 4 sur 10|"
        "default|unnamed|[object Object]|Untitled design (3)|Sans titre|Sin título|Senza titolo|无标题"
    ),
    Reason.GENERIC: (
        "Headshot|Author headshot|Aufmacherbild|Genrebild|Archieffoto|Arkivbild|Foto ilustrativa|Kuvituskuva|"
        "Imagem meramente ilustrativa|Zdjęcie ilustracyjne|Иллюстративное фото|Temsili görsel|資料写真|资料图|자료사진"
    ),
    Reason.CREDIT: (
        "iStock|Shutterstock|GIPHY|via GIPHY|Photo courtesy of Ann Lee|Courtesy of Ann Lee|Foto: privat|© privat|"
        "Foto: dpa|Reuters/Ann Lee|(AP Photo/Ann Lee)|Ann Lee/Getty Images|Ann Lee / Unsplash|Handout|Divulgação"
    ),
    Reason.DATE: "January 5, 2021|12. März 2021|5 mai 2021|2023-01-01T10:00:00",
    Reason.SUBJECT: "Business|Research|Wirtschaft|Société|Política|Новости|Health & Wellness|Mill wheels picture 4",
    Reason.ABOUT: (
        "The mills are explained in this article|This blog post is about mills|Learn how the mill works|"
        "How to build a mill in a week|In diesem Artikel erfahren Sie mehr|Découvrez les moulins|Descubre los molinos"
    ),
}
CASES = [(alt, reason) for reason, alts in WRITTEN_BY_MACHINES.items() for alt in alts.split("|")]
LOOK_ALIKES = (
    "Loading dock at the mill|Loading a ferry|A loading spinner on a telephone|Hero of Alexandria|Der Laden am Eck|"
    "The default settings page|Caption reading “We are closed”|Advertisement for soap, 1920|Anzeige für Seife, 1910|"
    "Poster: “Read more books”|A sign that says Click here|Portrait of Ann Lee|Portrait of a woman in a hat|"
    "Getty Center from the air|Herons / egrets|Ann Lee / Bo Chen|Courtesy bus at the station|Reuters|"
    "5 May 2021: the flood reaches the mill|The fourth of July parade|Business card of Ann Lee|Health centre in Leeds|"
    "Research vessel in the ice|Politicians at a table|Opinion poll: 40 to 10 per cent|Platform 4|Gate number 12|"
    "How to fold a crane: six drawings|A man reads this article aloud|The post on which the heron sits|"
    "Empty picture frame on a wall|Photograph of the author|Foto einer Mühle|Video still of a heron catching a fish"
).split("|")


@pytest.mark.parametrize(("alt", "reason"), CASES)
def test_words_of_machines_are_poor(alt: str, reason: Reason) -> None:
    assert judge(alt).reason is reason


@pytest.mark.parametrize("alt", LOOK_ALIKES)
def test_descriptions_that_look_like_them_are_left_alone(alt: str) -> None:
    assert judge(alt, file="a41.jpg", title="A year at the river").state is State.DESCRIBED


@pytest.mark.parametrize(
    ("alt", "file"),
    [
        ("gear webp", "gear webp.jpg"),
        ("mills8 png", "mills8 png(1)_0.jpg"),
        ("wide-brand", "wide-brand.png.webp"),
        ("footer-mill", "footer-mill.svg"),
        ("river.example-sprint-board", "river.example-sprint-board.png"),
        ("Mill-am-Fluss", "mill-fluss-47151042.jpg"),
        ("Mühlwege-gesperrt", "mühlwege-gesperrt-47151042.jpg"),
    ],
)
def test_names_of_files_are_known_by_their_making(alt: str, file: str) -> None:
    assert judge(alt, file=file).reason is Reason.FILE_NAME


@pytest.mark.parametrize(
    ("alt", "file"),
    [
        ("How a PNG is made", "how-a-png-is-made.jpg"),
        ("high-rise", "high-rise.jpg"),
        ("Frankfurt-am-Main", "frankfurt-am-main.jpg"),
        ("Motorrad-Fahndung", "motorrad-fahndung-47151.jpg"),
    ],
)
def test_words_that_are_tied_for_a_reason_are_kept(alt: str, file: str) -> None:
    assert judge(alt, file=file).state is State.DESCRIBED


@pytest.mark.parametrize(
    ("alt", "title"),
    [
        ("Dynamic river photography", "A Guide to Dynamic River Photography"),
        ("non-slip walking boots", "The 10 Best Non-Slip Walking Boots"),
        ("Best river walks with children image", "Best River Walks with Children"),
        ("Meals for the long walk, a little more river", "Meals for a little more river"),
    ],
)
def test_what_a_title_of_advice_is_about_is_the_title(alt: str, title: str) -> None:
    assert judge(alt, title=title).reason is Reason.TITLE


def test_heading_above_is_not_said_twice() -> None:
    heading = "3. Ferry tickets: best for families"
    assert judge("Ferry tickets: best for families", heading=heading).reason is Reason.HEADING
    assert judge("A family with ferry tickets", heading=heading).state is State.DESCRIBED
    assert judge("2018 Harbour ES 350", heading="2018 Harbour ES 350").state is State.DESCRIBED
    assert judge("Ann Lee", heading="Ann Lee").state is State.DESCRIBED


def test_caption_that_is_glued_to_the_next_word_is_still_the_caption() -> None:
    assert judge("Ann Maria Lee", caption="Ann Maria LeeJournalist").reason is Reason.CAPTION


def test_number_or_a_word_of_its_own_is_never_given_up_for_a_caption() -> None:
    caption = "Mean rainfall of the delta in millimetres by month in 1990"
    assert repeats("Mean rainfall of the delta in milimetres by month in 1990", caption)
    assert not repeats("Mean rainfall of the delta in millimetres by month in 1991", caption)
    assert not repeats("Mean rainfall of the upper delta in millimetres by month in 1990", caption)
