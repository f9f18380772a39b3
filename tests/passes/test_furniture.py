"""Lines of the site go; sentences of the author that look like them stay."""

from __future__ import annotations

import pytest

from ebook.model import Kind
from ebook.passes.furniture import furniture
from tests.tools import check_noop, check_transformed


@pytest.mark.parametrize(
    "line",
    [
        "The river rose at dawn.",
        "Sharecroppers left the valley.",
        "Share the work with your neighbours.",
        "Share it fairly, said the ferryman.",
        "Menus were printed on Sunday.",
        "Related to the queen by marriage, she kept her land.",
        "Subscribers stayed away.",
        "Commentary",
        "Advertising changed in 1871 when the first posters came.",
    ],
)
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PAGE])
def test_sentence_that_looks_like_furniture_stays(line: str, kind: Kind) -> None:
    check_noop(furniture, f"<p>{line}</p>", kind=kind)


@pytest.mark.parametrize("title", ["About", "FAQ", "Help", "Home", "Share prices", "Copy"])
def test_heading_in_the_words_of_menus_stays(title: str) -> None:
    check_noop(furniture, f"<h2>{title}</h2><h3>Who reads the gauge?</h3>")


def test_steps_of_a_manual_stay() -> None:
    check_noop(
        furniture,
        "<ol><li>Log in to the server and read the gauge.</li><li>Sign up with the harbour master.</li></ol>",
    )


@pytest.mark.parametrize("title", ["Search", "Menu"])
def test_heading_with_text_of_its_own_stays(title: str) -> None:
    check_noop(furniture, f"<h2>{title}</h2><p>They looked for the lost barge for eleven days along both banks.</p>")


@pytest.mark.parametrize(
    "body",
    [
        "<blockquote><p>Advertisement</p></blockquote>",
        "<table><tr><td><p>Advertisement</p></td></tr></table>",
        "<figure><p>Advertisement</p></figure>",
        '<p>Share this article <img src="map.png" alt="The delta"/></p>',
        "<p>the <span>Menu</span> of the day</p>",
    ],
)
def test_furniture_inside_something_the_author_made_stays(body: str) -> None:
    check_noop(furniture, body)


def test_markdown_has_no_furniture() -> None:
    check_noop(furniture, "<p>Advertisement</p><p>Share this article</p>", kind=Kind.MARKDOWN)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Share this article",
        "Previous ArticleNext Article",
        "Facebook | Twitter | WhatsApp",
        "Read more: The gauge that lied",
        "Sign up for our newsletter",
        "5 min read",
        "12 comments",
        "© 2026 The Gazette. All rights reserved.",
        "We use cookies to improve your experience.",
        "Skip to main content",
    ],
)
@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.PAGE])
def test_line_of_the_site_goes_and_is_reported(line: str, kind: Kind) -> None:
    found = check_transformed(furniture, f"<p>One.</p><p>{line}</p><p>Two.</p>", "<p>One.</p><p>Two.</p>", kind=kind)
    assert [f.rule for f in found] == ["removed.furniture"]
    assert line[:20] in found[0].message


def test_text_after_removed_furniture_stays() -> None:
    check_transformed(furniture, "<div>One<p>Advertisement</p>two</div>", "<div>Onetwo</div>")


def test_link_from_a_caption_to_itself_goes() -> None:
    check_transformed(furniture, '<p>weir.py<a class="headerlink" href="#id1">¶</a></p>', "<p>weir.py</p>")
    check_noop(furniture, '<p>See <a href="#id1">§</a></p>')
