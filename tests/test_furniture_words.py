"""Which lines are a site's for certain, and which only may be."""

from __future__ import annotations

import pytest

from ebook.furniture_words import is_credit, is_likely, is_menu, is_section, is_sure, opens_related


@pytest.mark.parametrize(
    "line",
    [
        "The river rose at dawn.",
        "Share the work with your neighbours.",
        "Sign up for an account with the harbour master for 12 crowns.",
        "Subscribers stayed away.",
        "More from the river than from the sea",
        "Cookies were baked in the harbour kitchen all night.",
        "We use cookies and milk to lure the cat out of the pump house.",
        "Anzeigen wurden 1871 gedruckt.",
        "Werbung war verboten.",
        "Partager le pain, disait-il.",
        "Lire la rivière",
        "Compartir la mesa",
        "Copyright came late to the valley.",
        "Save",
        "Comments",
        "Print",
        "Menu",
    ],
)
def test_authors_line_is_not_sure(line: str) -> None:
    assert not is_sure(line)


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Ad",
        "Skip to main content",
        "Share on Facebook",
        "FacebookTwitterLinkedInEmail",
        "Facebook Twitter Reddit Pinterest",
        "Sign up for our newsletter",
        "Get our best stories delivered to your inbox every morning.",
        "Already a subscriber? Log in",
        "Join more than 100,000 readers. Unsubscribe at any time.",
        "By signing up you agree to our Terms of Service and Privacy Policy.",
        "Your email address will not be published. Required fields are marked *",
        "This website uses cookies. By continuing to browse you agree to our use of cookies. Learn more OK",
        "READ ALSO: The gauge that lied",
        "8 min read",
        "12 Comments",
        "© 2026 The Gazette",
        "Zum Inhalt springen",
        "Anzeige",
        "Lesen Sie auch: Der Pegel, der log",
        "Alle Rechte vorbehalten",
        "3 Min. Lesezeit",
        "Wir verwenden Cookies, um unsere Seite zu verbessern. Alle akzeptieren",
        "Publicité",
        "À lire aussi : La jauge qui mentait",
        "Tous droits réservés",
        "Lea también: El nivel que mentía",
        "Publicidad",
        "Síguenos en Facebook",
        "Leggi anche: Il livello che mentiva",
        "Tutti i diritti riservati",
        "Leia também: A régua que mentia",
        "Todos os direitos reservados",
        "Lees ook: De peilschaal die loog",
        "Advertentie",
        "[1]Skip to content",
        "#alternate",
    ],
)
def test_line_of_a_site_is_sure(line: str) -> None:
    assert is_sure(line)


@pytest.mark.parametrize(
    "line", ["Save", "Print", "Tweet", "Comments", "Menu", "Drucken", "Imprimer", "* [2]Print", "Tags: rivers, towns"]
)
def test_line_that_may_be_either_is_likely(line: str) -> None:
    assert is_likely(line)
    assert not is_sure(line)


@pytest.mark.parametrize(
    "line",
    [
        "Home World Politics",
        "HomeWorldPoliticsBusiness",
        "About Us Advertise Careers Contact",
        "News | Sport | Arts",
        "Impressum | Datenschutz | AGB",
    ],
)
def test_entries_in_a_row_are_a_menu(line: str) -> None:
    assert is_menu(line)
    assert is_section(line)


@pytest.mark.parametrize(
    "line", ["Home is where the river is", "World politics", "Science and art and music", "Home World Politics?"]
)
def test_words_of_menus_in_a_title_are_none(line: str) -> None:
    assert not is_menu(line)


@pytest.mark.parametrize(
    "line",
    [
        "Related articles",
        "You may also like",
        "More from this section",
        "Das könnte Sie auch interessieren",
        "Leia também",
    ],
)
def test_heading_over_other_articles_is_known(line: str) -> None:
    assert opens_related(line)


def test_authors_reading_list_is_not_taken_for_other_articles() -> None:
    assert not opens_related("Further reading")


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ann Lee/Reuters",
        "(Image credit: Ann Lee)",
        "Ann Lee/AP Photo",
        "Getty Images / Ann Lee",
        "Photograph by Ann Lee",
        "Foto: Ann van der Lee",
    ],
)
def test_line_that_only_names_the_maker_of_a_picture_is_a_credit(line: str) -> None:
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Photo: the quay at dawn",
        "Image: a gauge, read wrongly.",
        "Ann Lee",
        "Ann Lee/Ben Oak",
        "Credit: it was due to him.",
    ],
)
def test_caption_is_no_credit(line: str) -> None:
    assert not is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "Updated at 1:23 p.m.",
        "Aktualisiert am 3. Mai",
        "Mis à jour le 3 mai",
        "This slideshow requires JavaScript.",
        "On mill.example.org: The weir in winter",
        "Related video: The weir in winter",
    ],
)
def test_lines_that_only_a_site_writes(line: str) -> None:
    assert is_sure(line)


@pytest.mark.parametrize(
    "line", ["Updated numbers came at noon.", "On Tuesday: rain.", "Related work: the gauge of 1910."]
)
def test_lines_of_an_author_that_begin_alike(line: str) -> None:
    assert not is_sure(line)
