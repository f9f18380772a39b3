"""Links lead somewhere safe or are plain text."""

from __future__ import annotations

import pytest

from ebook.passes.links import clean_address, links
from tests.tools import check_finds, check_noop, check_transformed


@pytest.mark.parametrize(
    "link",
    [
        '<a href="https://example.org/a?b=c#d">The report</a>',
        '<a href="mailto:ann@example.org">Ann</a>',
        '<a href="tel:+4512345678">Call</a>',
        '<a href="other.html">The other article</a>',
        '<a href="#p">the paragraph</a>',
        '<a href="https://example.org/"><img src="a.png" alt="Home"/></a>',
        '<a href="https://en.wikipedia.org/wiki/Delta_(river)">Delta</a>',
    ],
)
def test_sound_links_stay(link: str) -> None:
    check_noop(links, f'<p id="p">See {link} now</p>')


@pytest.mark.parametrize("href", ["#caf%C3%A9", "#café"])
def test_link_to_an_accented_id_stays_however_it_is_written(href: str) -> None:
    check_finds(links, f'<p>See <a href="{href}">the café</a></p><h2 id="café">Café</h2>')


@pytest.mark.parametrize(
    "href",
    [
        "javascript:void(0)",
        "JavaScript:alert(1)",
        " javascript:x",
        "java&#10;script:x",
        "data:text/html,x",
        "file:///etc/passwd",
        "http://",
        "http://[::1",
        "",
    ],
)
def test_address_a_book_cannot_have_becomes_plain_text(href: str) -> None:
    found = check_transformed(
        links, f'<p>See <a href="{href}">the <em>report</em></a> now</p>', "<p>See the <em>report</em> now</p>"
    )
    assert [f.rule for f in found] == ["link.unsafe"]


def test_dead_link_becomes_plain_text() -> None:
    found = check_transformed(links, '<p>See <a href="#gone">below</a>.</p>', "<p>See below.</p>")
    assert [f.rule for f in found] == ["link.dead"]


@pytest.mark.parametrize("href", ["#", "#top"])
def test_link_to_the_top_goes_without_a_word(href: str) -> None:
    assert check_transformed(links, f'<p>One <a href="{href}">two</a></p>', "<p>One two</p>") == []


def test_anchor_stays_a_target() -> None:
    check_transformed(
        links,
        '<p>See <a href="#rain">rain</a>. <a name="rain"></a>Rain fell.</p>',
        '<p>See <a href="#rain">rain</a>. <span id="rain"></span>Rain fell.</p>',
    )


def test_link_without_content_goes() -> None:
    check_transformed(links, '<p>One<a href="https://example.org/"></a> two</p>', "<p>One two</p>")


def test_full_address_of_the_page_itself_becomes_a_link_within() -> None:
    check_transformed(
        links,
        '<p id="a">See <a href="https://example.org/river#a">here it is</a></p>',
        '<p id="a">See <a href="#a">here it is</a></p>',
        url="https://example.org/river",
    )


@pytest.mark.parametrize(
    ("address", "clean"),
    [
        ("//example.org/a", "https://example.org/a"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("HTTP://Example.org/x", "http://Example.org/x"),
        ("https://example.org/a#b c", "https://example.org/a#b%20c"),
        ("  https://example.org/\n", "https://example.org/"),
    ],
)
def test_address_is_written_as_standards_ask(address: str, clean: str) -> None:
    assert clean_address(address) == clean
    assert clean_address(clean) == clean


@pytest.mark.parametrize("text", ["here", "Click here", "read more", "https://example.org/a", "en savoir plus"])
def test_vague_link_text_is_reported_and_stays(text: str) -> None:
    check_finds(links, f'<p><a href="https://example.org/">{text}</a></p>', "link.vague")


def test_stop_that_slipped_out_of_a_link_is_none_of_its_own() -> None:
    check_transformed(
        links,
        '<p>See <a href="https://example.org/a">the report</a><a href="https://example.org/a">.</a></p>',
        '<p>See <a href="https://example.org/a">the report</a>.</p>',
    )
    check_noop(links, '<p>See <a href="https://example.org/a">C.</a></p>')


@pytest.mark.parametrize("href", ["a-large.png", "https://example.org/pictures/a.jpg?w=2000"])
def test_picture_that_only_leads_to_itself_is_no_link(href: str) -> None:
    check_transformed(
        links,
        f'<p><a href="{href}"><img src="a.png" alt="The mill"/></a></p>',
        '<figure><img src="a.png" alt="The mill"/></figure>',
    )


def test_words_that_lead_to_a_picture_stay_a_link() -> None:
    check_noop(links, '<p><a href="a.png">The mill <img src="b.png" alt=""/></a></p>')


def test_picture_that_nobody_described_is_no_link() -> None:
    image = '<img src="a.png" alt="Undescribed image"/>'
    found = check_transformed(
        links, f'<p><a href="https://shop.example/boat">{image}</a></p>', f"<figure>{image}</figure>"
    )
    assert [f.rule for f in found] == ["link.wordless"]


def test_link_with_a_name_of_its_own_stays_round_its_picture() -> None:
    check_noop(
        links,
        '<p><a href="https://shop.example/boat" aria-label="The boat"><img src="a.png" alt="Undescribed image"/></a></p>',
    )


def test_paragraph_that_held_only_an_empty_link_goes_with_it() -> None:
    check_transformed(links, '<p><a href="x"/></p><p>one</p>', "<p>one</p>")


def test_paragraph_around_a_dissolved_link_ends_with_its_words() -> None:
    check_transformed(links, '<p><a href="#gone"> baba <br/></a></p>', "<p>baba</p>")


def test_link_cut_into_several_in_a_row_is_one_again() -> None:
    href = 'href="https://example.org/mill"'
    check_transformed(
        links,
        f"<p>The <a {href}>old</a> <a {href}><em>mi</em></a><a {href}>ll</a> stands.</p>",
        f"<p>The <a {href}>old <em>mi</em>ll</a> stands.</p>",
    )


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="https://example.org/a">One</a> <a href="https://example.org/b">two</a></p>',
        '<p><a href="https://example.org/a">One</a>, <a href="https://example.org/a">two</a></p>',
        '<p><a href="https://example.org/a">One</a><br/><a href="https://example.org/a">two</a></p>',
        '<p><a href="https://example.org/a">One</a> <a href="https://example.org/a" id="two">two</a></p>',
    ],
)
def test_links_that_are_two_stay_two(body: str) -> None:
    check_noop(links, body)
