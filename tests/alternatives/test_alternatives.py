"""Which words describe an image, which only stand where a description should, and what proves decoration."""

from __future__ import annotations

from typing import Any

import pytest

from ebook.alternatives import UNDESCRIBED, Proof, Reason, State, decoration, is_generic, is_poor, judge

SUSPICIOUS_BUT_GOOD = [
    # short, but names what is shown
    "Sunset",
    "Ann Lee",
    "Q",
    "Moss",
    "Herons",
    "Twitter",
    "E.T.",
    "R2-D2",
    # words for images among others
    "The IMG Academy campus from the air",
    "A photo of two herons in the reeds",
    "Image: the mill after the flood",
    "Screenshot of the settings page with the third switch on",
    "Photograph of Ann Lee at the loom",
    "Picture of a ferry",
    "Logo of the Harbour Trust",
    "Harbour Trust logo",
    "Bild eines Reihers im Schilf",
    "Foto: ein Reiher im Schilf",
    "Foto: Die Alte Brücke Heidelberg",
    "Cover of Tides and Mills",
    "Microscope image 3: cells dividing",
    # numbers and signs
    "Rainfall by month, 1990–2020",
    "Figure 3: the delta in 1910 and 2010",
    "2 + 2 = 4",
    "→",
    "❤",
    "Apollo 11",
    "iPhone 14 beside iPhone 15",
    "P53 protein",
    "ISO 27001",
    "50%",
    # tied words that writers tie
    "forget-me-not",
    "Motorrad-Fahndung",
    "mother-in-law",
    "Jean-Marie Le Goff",
    "snake_case()",
    "lily-of-the-valley",
    # code as the subject
    "The <p> element in the inspector",
    "The form on https://example.org/sign-in with both fields empty and the button greyed",
    "The sine function (blue) and its derivative",
    # quotations, lists, and words that look like credits
    "“Nous avons attendu le bac jusqu'à midi”, written on a wall",
    "Apples, pears, plums, figs, quinces and grapes on a table",
    "Ann Lee, Bo Chen, Carl Day, Dee Fox, Eva Gray, Finn Hall on the steps",
    "two herons standing very still among reeds at the old mill",
    "The dialog in which the drawing of the delta is saved as delta.svg",
    "Photo booth in an empty station",
    "Two women with a Getty catalogue",
    "Waiting for the ferry…",
    "The road they came from",
    # a word in another script may be the sign that is shown
    "三角洲",
    "道",
    "שקיעה",
    "Київ",
    "แม่น้ำ",
]
IN_OTHER_LANGUAGES = [
    ("ja", "河口の写真を撮る二人"),
    ("ja", "夕日"),
    ("zh", "洪水后的水车和破损的木桥"),
    ("ko", "강 하구의 삼각주와 갈대밭"),
    ("ar", "صورة جوية لدلتا النهر"),
    ("ar", "غروب الشمس"),
    ("fa", "عکس هوایی از دلتای رود"),
    ("he", "שקיעה מעל הנהר"),
    ("ru", "Фото мельницы после наводнения"),
    ("hi", "नदी का डेल्टा"),
    ("de", "Wasserstandsmarken an der Mühlenwand"),
]


@pytest.mark.parametrize("alt", SUSPICIOUS_BUT_GOOD)
def test_words_that_describe_are_left_alone(alt: str) -> None:
    assert judge(alt, file="a41.jpg", title="A year at the river", language="en").state is State.DESCRIBED


@pytest.mark.parametrize(("language", "alt"), IN_OTHER_LANGUAGES)
def test_descriptions_in_any_language_are_left_alone(language: str, alt: str) -> None:
    assert judge(alt, file="a41.jpg", language=language).state is State.DESCRIBED


POOR = [
    ("IMG_2041.jpg", Reason.FILE_NAME),
    ("Two herons final.jpeg", Reason.FILE_NAME),
    ("Surprise! Nobody had asked whether the mill was burnt.png", Reason.FILE_NAME),
    ("old_mill_bridge", Reason.FILE_NAME),
    ("the-guide-to-river-walks", Reason.FILE_NAME),
    ("mill-image-logo", Reason.FILE_NAME),
    ("2022-02_River-Walk Teilnehmer", Reason.FILE_NAME),
    ("DSC 00123", Reason.CAMERA),
    ("IMG_20210714_200635-scaled-1", Reason.CAMERA),
    ("Screenshot 2024-05-01 at 10.15.22", Reason.CAMERA),
    ("Bildschirmfoto 2019-10-17 um 01.56.55", Reason.CAMERA),
    ("GettyImages-687786465", Reason.CAMERA),
    ("0123456789abcdef01", Reason.CAMERA),
    ("image", Reason.GENERIC),
    ("An image", Reason.GENERIC),
    ("Image 2", Reason.CAMERA),
    ("blog image 1", Reason.GENERIC),
    ("Company Logo", Reason.GENERIC),
    ("User's avatar", Reason.GENERIC),
    ("Representative image. (AFP file photo)", Reason.GENERIC),
    ("Symbolbild", Reason.GENERIC),
    ("Article Feature Picture", Reason.GENERIC),
    ("imagen destacada", Reason.GENERIC),
    ("Photo de l'auteur", Reason.GENERIC),
    ("фото", Reason.GENERIC),
    ("画像", Reason.GENERIC),
    ("图片1", Reason.GENERIC),
    ("صورة", Reason.GENERIC),
    ("चित्र", Reason.GENERIC),
    ("…", Reason.MARKS),
    ("12 / 04", Reason.MARKS),
    ("Photo: Ann Lee", Reason.CREDIT),
    ("Foto: Bo Chen/Reuters", Reason.CREDIT),
    ("© 2020 River Press", Reason.CREDIT),
    ("Photo by Ann Lee on Unsplash", Reason.CREDIT),
    ("Getty Images", Reason.CREDIT),
    ("Illustration: Ann Lee", Reason.CREDIT),
    (", left, beside the mill that burned", Reason.CUT_OFF),
    ("The mill stands where the river turns to the south and the road from the town meets the…", Reason.CUT_OFF),
    ("The mill stands where the river turns to the south and the road meets the", Reason.CUT_OFF),
    ("The mill stands where the river turns. " * 8, Reason.TOO_LONG),
    ("水車小屋は川が南に曲がるところにある。" * 8, Reason.TOO_LONG),
    ("mill, river, flood, water, bridge, stock", Reason.STUFFING),
    ("river cocktail rye absinthe mill drinks ferry usa stock", Reason.STUFFING),
    ("Man,Walking,By,The,River", Reason.STUFFING),
    ("river tour, best river tour, river tour prices, cheap river tour, river boat", Reason.STUFFING),
    ("alt text", Reason.PLACEHOLDER),
    ("enter image description here", Reason.PLACEHOLDER),
    ("Image may contain: 1 person, outdoor", Reason.PLACEHOLDER),
    ("No alt text provided for this image", Reason.PLACEHOLDER),
    ("Kein Alt-Text", Reason.PLACEHOLDER),
    ("Youtube Placeholder", Reason.PLACEHOLDER),
    ("A picture of a mill Description automatically generated", Reason.PLACEHOLDER),
    ("<p>The mill after the flood</p>", Reason.CODE),
    ("The miller&#39;s house", Reason.CODE),
    (r"x = \frac{1}{2}", Reason.CODE),
    ("[caption id=12]The mill", Reason.CODE),
    ("https://example.org/a", Reason.CODE),
]


@pytest.mark.parametrize(("alt", "reason"), POOR)
def test_words_that_describe_nothing_are_poor_by_themselves(alt: str, reason: Reason) -> None:
    judged = judge(alt)
    assert (judged.state, judged.reason) == (State.POOR, reason)


@pytest.mark.parametrize("alt", [None, "", "  ", *sorted(UNDESCRIBED)[:3]])
def test_no_words_and_the_books_own_words_are_missing_and_never_decoration(alt: str | None) -> None:
    assert judge(alt).state is State.MISSING


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("The old bridge", "The old bridge."),
        ("The old bridge", "The old bridge, 1901"),
        ("The old bridge at low water", "Image: The old bridge at low water (Photo: Ann Lee/Reuters)"),
        ("Dee Fox", "Dee Fox Getty Images"),
        ("The first of the F 13 rolls out", "The first of the F13 rolls out. Foto: River Works AG"),
        (
            "Ann Lee and her neighbour Bo Chen in front of the mill",
            "Ann Lee (left) and her neighbour Bo Chen in front of the mill AP",
        ),
        ("三角洲の夕日", "三角洲の夕日"),
    ],
)
def test_the_caption_again_is_poor(alt: str, caption: str) -> None:
    assert judge(alt, caption=caption).reason is Reason.CAPTION


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("The delta from above", "The delta"),
        ("A line falling from 40 to 10 per cent", "Share of farmland, 1950 to 2020"),
        ("Mill", "The mill after the flood"),
        ("Turbine hall", "The turbine hall holds six machines that were built in 1931 and still run. Photo: Ann Lee"),
        ("Map of the rainfall in May", "Map of the rainfall in June"),
    ],
)
def test_words_that_add_to_the_caption_are_kept(alt: str, caption: str) -> None:
    assert judge(alt, caption=caption).state is State.DESCRIBED


@pytest.mark.parametrize(
    ("alt", "title"),
    [
        ("How the river was tamed", "How the River Was Tamed"),
        ("How the river was tamed", "How the river was tamed | The Harbour Post"),
        ("Best river walks", "Best River Walks"),
        ("Cheap lodgings", "Cheap lodgings"),
        ("The best river walks for beginners Harbourly", "The Best River Walks for Beginners in 2025"),
        ("River walks for beginners a guide of types of walks", "River walks for beginners: a guide of types of walks"),
        ("An easy guide to walks of different types for all", "An easy guide to different types of walks for all"),
        ("What does a river walk cost", "Walking guide: What Does a River Walk Cost in 2023?"),
        ("How the river was tamed by engineers, river history", "How the river was tamed by engineers"),
    ],
)
def test_the_title_again_is_poor(alt: str, title: str) -> None:
    assert judge(alt, title=title).reason is Reason.TITLE


@pytest.mark.parametrize(
    ("alt", "title"),
    [
        ("Ann Lee", "Ann Lee"),
        ("Blue Mill", "Blue Mill"),
        ("Cover of How the river was tamed", "How the river was tamed"),
        ("River tamers' camp", "How the river was tamed"),
    ],
)
def test_a_name_that_is_the_title_and_more_than_the_title_describe(alt: str, title: str) -> None:
    assert judge(alt, title=title).state is State.DESCRIBED


def test_logo_may_say_the_name_of_its_site() -> None:
    assert judge("The Harbour Post", title="The Harbour Post", file="logo-2x.png").state is State.DESCRIBED


@pytest.mark.parametrize(
    ("alt", "file"),
    [
        ("telum2wd", "telum2wd.jpg"),
        ("sh", "sh.jpg"),
        ("River-walk-map", "river-walk-map.webp"),
        ("River Walk 2018 A.N._Lee", "River-Walk-2018-A.N._Lee.jpg"),
        ("wardrobe thoughts 150x150", "wardrobe-thoughts-150x150.jpg"),
        ("50-ad-River", "50-ad-River-172x300.jpg"),
        ("River Walk Calculator-1", "River Walk Calculator-1.png"),
        ("LEE Ann (left), the mill at low water, test 7.JPG", "LEE Ann (left), the mill at low water, test 7.JPG"),
        ("harbour-international", "harbour-international.jpg"),
    ],
)
def test_words_made_from_the_files_name_are_poor(alt: str, file: str) -> None:
    assert judge(alt, file=file).reason is Reason.FILE_NAME


@pytest.mark.parametrize(
    ("alt", "file"),
    [
        ("Two herons in the reeds", "two-herons-in-the-reeds.jpg"),
        ("map", "map.png"),
        ("Moss", "moss.jpg"),
        ("forget-me-not", "forget-me-not.jpg"),
        ("t-shirt", "t-shirt.png"),
        ("Motorrad-Fahndung", "motorrad-fahndung-471.jpg"),
    ],
)
def test_file_named_after_the_description_does_not_spoil_it(alt: str, file: str) -> None:
    assert judge(alt, file=file).state is State.DESCRIBED


def test_words_beside_the_image_are_not_needed_twice() -> None:
    alt = "Why the ferry stopped running"
    assert judge(alt, context="Why the ferry stopped running | 3 May").reason is Reason.BESIDE
    assert judge(alt, context="Everybody asked why the ferry stopped running that day.").state is State.DESCRIBED
    assert judge("Ann Lee", context="Ann Lee").state is State.DESCRIBED
    credited = "Ann Lee, photo: River Press"
    assert judge(credited, context=credited).reason is Reason.BESIDE


def test_another_language_is_poor_only_where_it_is_sure_and_no_quotation() -> None:
    french = "Nous avons attendu le bac jusqu'à midi, mais il n'est pas venu"
    assert judge(french, language="en").reason is Reason.LANGUAGE
    assert judge(french, language="fr").state is State.DESCRIBED
    assert judge(french).state is State.DESCRIBED
    assert judge(f"«{french}»", language="en").state is State.DESCRIBED
    assert judge("Le Figaro", language="en").state is State.DESCRIBED
    assert judge("洪水后的水车和破损的木桥我们还没有看到", language="en").reason is Reason.LANGUAGE


def test_too_long_a_description_still_describes_and_a_formulas_code_still_tells() -> None:
    assert judge("The mill stands where the river turns. " * 8).describes
    assert judge(r"x = \frac{1}{2}").tells and not judge(r"x = \frac{1}{2}").describes
    assert not judge("IMG_2041.jpg").tells and not judge("").tells


def test_words_alone_say_nothing_or_are_generic() -> None:
    assert is_poor("Foto") and is_poor("IMG_2041.jpg") and not is_poor("Photo: Ann Lee")
    assert is_generic("Logo") and not is_generic("Author") and not is_generic("Harbour logo")


@pytest.mark.parametrize(
    ("known", "proof"),
    [
        ({"alt": ""}, Proof.MARKUP),
        ({"alt": "A map", "role": "presentation"}, Proof.ROLE),
        ({"alt": None, "hidden": True}, Proof.ROLE),
        ({"alt": None, "sides": (1, 40)}, Proof.SIZE),
        ({"alt": None, "file": "divider-gold.png", "times": 3}, Proof.SEPARATOR),
        ({"alt": None, "sides": (600, 20), "times": 4}, Proof.SEPARATOR),
        ({"alt": None, "file": "logo.svg", "times": 2}, Proof.LOGO),
        # no proof
        ({"alt": None}, None),
        ({"alt": "image"}, None),
        ({"alt": "", "captioned": True}, None),
        ({"alt": "A fleuron", "file": "divider.png", "times": 5}, None),
        ({"alt": None, "file": "outline.png", "times": 5}, None),
        ({"alt": None, "file": "divider.png", "times": 2}, None),
        ({"alt": None, "sides": (40, 40), "times": 9}, None),
    ],
)
def test_decoration_wants_proof(known: dict[str, Any], proof: Proof | None) -> None:
    assert decoration(**known) is proof


@pytest.mark.parametrize("alt", ["a-" * 40_000, "." * 80_000, "(Photo: " * 9_000, "<p " * 20_000, "IMG_1 " * 12_000])
def test_hostile_words_are_judged_at_all(alt: str) -> None:
    assert judge(alt, caption=alt, title=alt[:300], context=alt).state is State.POOR
